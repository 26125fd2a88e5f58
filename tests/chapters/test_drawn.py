"""What the analyst's cells draw with seaborn: from any table, in the page's language."""

from __future__ import annotations

import nbformat
import pytest
from cells import FOLDER, opened, sources
from conftest import open_page
from matplotlib import pyplot


@pytest.fixture(autouse=True)
def closed():
    yield
    pyplot.close("all")


def drawn(path, cell, page, **tables):
    """The axes that an analyst's cell draws, with tables changed just before it."""
    names = opened(page, sources(path)[0])
    for each in nbformat.read(path, as_version=4).cells[3:]:
        if each.cell_type == "code":
            names |= tables if each.id == cell else {}
            exec(each.source, names)
            if each.id == cell:
                return pyplot.gca()
    raise LookupError(cell)


def legend(axes):
    found = axes.get_legend()
    return [] if found is None else [each.get_text() for each in found.get_texts()]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_nations_shares_are_lines_over_the_years(lang):
    page, path = open_page(2021, "online_services", "bac-giang", lang), "02_online_services.ipynb"
    shares = ["services_level_3_4_share", "files_online_share"]
    axes = drawn(FOLDER / path, "shares-drawn", page, SHARES=shares)
    assert legend(axes) == [str(page.indicator_name(name)) for name in shares]
    known = page.briefing.data["results"].query("scope == 'national'")
    values = known.loc[known["indicator"] == shares[0], "value"]
    assert list(axes.lines[0].get_ydata()) == list(values) and len(values) > 1
    assert not legend(drawn(FOLDER / path, "shares-drawn", page, SHARES=[]))


@pytest.mark.parametrize(
    ("lang", "word"), [("vi", "Chưa tìm thấy kết quả"), ("en", "No result found")]
)
def test_the_targets_are_bars_by_year_and_verdict(lang, word):
    page, path = open_page(2023, "agenda", "bac-giang", lang), FOLDER / "05_agenda.ipynb"
    promised = page.briefing.targets
    axes = drawn(path, "promised-drawn", page)
    assert word in legend(axes)
    assert sum(bar.get_height() for bars in axes.containers for bar in bars) == len(promised)
    none = drawn(path, "promised-drawn", page, promised=promised.iloc[:0])
    assert not none.containers

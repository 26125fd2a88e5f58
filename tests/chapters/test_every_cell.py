"""Every code cell of every chapter runs, the analyst's too, however little is known."""

from __future__ import annotations

import pytest
from cells import CHAPTERS, drawn_for, everything
from conftest import open_page, tracked_notebooks
from IPython.core.formatters import DisplayFormatter
from matplotlib import pyplot

#: Pages of which little is known, and one of the most; the last is of a unit that a merger made.
PAGES = [
    (2022, "bac-giang"),
    (2021, "bac-giang"),
    (2021, "da-nang"),
    (2021, "lao-cai"),
    (2021, "lai-chau"),
    (2023, "lam-dong"),
    (2025, "bac-ninh-2025"),
]
TRACKED = [path for path in CHAPTERS if path in tracked_notebooks()]


@pytest.fixture(autouse=True)
def forgotten():
    """Let no drawing of one test lie open in the next; a cell shows that for a desk alone."""
    with drawn_for("wide"):
        yield
    pyplot.close("all")


@pytest.mark.parametrize(("year", "province"), PAGES, ids=str)
@pytest.mark.parametrize("path", TRACKED, ids=lambda path: path.stem)
def test_every_cell_runs(path, year, province):
    page, formatter = open_page(year, path.stem[3:], province, "vi"), DisplayFormatter()
    for source, shown in everything(path, page):
        formatter.format(shown)
        for number in pyplot.get_fignums():
            figure = pyplot.figure(number)
            figure.canvas.draw()
            assert figure.axes, source
        pyplot.close("all")

"""Synthetic units are marked as such, and what a page costs grows no faster than they do."""

from __future__ import annotations

import time
from unittest import mock

import pytest
from bench import growth, synthetic
from conftest import ROOT, whole

from helpers.chapters import appendix, dti_position
from helpers.figures import printed, provenance
from helpers.pages import near
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.words.language import LANGUAGES, Language


def page_of(count, lang="vi", province=None):
    """The page of a synthetic unit, that in the middle if not said."""
    known = synthetic.package(whole(), count)
    briefing = Briefing(synthetic.YEAR, province or synthetic.middle(count), known)
    return Page("appendix", briefing, Language(lang))


def table_of(piece):
    """The rows of a table, by the words of their first cell."""
    pieces = piece.values.get("pieces", [piece])
    return next(table_of(each) if each.kind == "several" else
                [str(cells[0]) for cells, _ in each.values["rows"]]
                for each in reversed(pieces))  # fmt: skip


def test_synthetic_units_say_so_and_are_the_same_every_time():
    known = synthetic.package(whole(), 100)
    assert known["provinces"]["province"].str.startswith("synthetic-").all()
    assert known["provinces"]["name_en"].str.startswith("Synthetic unit").all()
    assert known["provinces"]["name_vi"].str.startswith("Đơn vị giả").all()
    assert set(known["dti_scores"]["province"]) == set(synthetic.names(100))
    assert synthetic.scores(100).equals(synthetic.scores(100))
    assert not synthetic.scores(100).equals(synthetic.scores(100, seed=1))


def test_no_published_page_and_no_data_name_a_synthetic_unit():
    for path in [*ROOT.glob("reports/**/*.html"), *ROOT.glob("data/*.csv")]:
        text = path.read_text(encoding="utf-8")
        found = [each for each in ("synthetic-0", "Đơn vị giả", "Synthetic unit") if each in text]
        assert not found, path


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", [0, 5, 352, 704])
def test_a_long_table_shows_what_is_near_and_says_what_it_leaves_out(lang, place):
    own = str(synthetic.breakdown(705).totals.round(4).index[place])
    page = page_of(705, lang, own)
    piece = appendix.edition_table(page)
    shown = table_of(piece)
    assert near.ENDS * 2 < len(shown) <= near.ENDS * 2 + near.BESIDE * 2 + 1
    assert any(str(page.name) in each for each in shown)
    assert f" {705 - len(shown)} " in piece.__html__() and "dti_scores.csv" in piece.__html__()
    stated = provenance.trace([("appendix", piece)], page.briefing, page.language)
    assert len(stated) < 700
    printed.require_as_told(
        f'<section class="dx-chapter">{piece.__html__()}</section>', [("appendix", piece)]
    )


def test_a_table_of_all_provinces_is_whole():
    for count in (63, near.MOST):
        piece = appendix.edition_table(page_of(count))
        assert len(table_of(piece)) == count and "dti_scores.csv" not in piece.__html__()


def test_a_long_ladder_is_drawn_around_the_unit():
    page = page_of(705)
    piece = dti_position.ladder(page, page.briefing.known_edition.table())
    assert len(piece.data) < near.MOST
    assert len(piece.__html__()) < 100_000
    provenance.trace([("dti_position", piece)], page.briefing, page.language)
    whole_piece = dti_position.ladder(other := page_of(63), other.briefing.latest.table())
    assert len(whole_piece.data) == 63


def seconds_to_prove(count):
    page = page_of(count)
    with mock.patch.object(near, "MOST", count):
        pieces = [("appendix", appendix.edition_table(page))]
    spent = []
    for _ in range(2):
        start = time.process_time()
        assert len(growth.proven(page, pieces).splitlines()) > 8 * count
        spent.append(time.process_time() - start)
    return min(spent)


def test_the_proof_of_eight_times_the_numbers_takes_about_eight_times_as_long():
    growth.proven(small := page_of(63), [("appendix", appendix.edition_table(small))])
    assert seconds_to_prove(800) < 14 * seconds_to_prove(100)


def test_costs_come_as_rows_and_what_does_not_end_is_not_tried_at_more():
    costs = list(growth.measured(["ranks"], [705]))
    assert [(each.step, each.units) for each in costs] == [("ranks", 705)]
    assert costs[0].seconds > 0 and costs[0].megabytes >= 0
    assert growth.table(costs).loc["ranks", (705, "seconds")] == costs[0].seconds
    broken = list(growth.measured(["ranks"], [63, 705], limit=0.01))
    assert broken == [growth.Cost("ranks", 63)]

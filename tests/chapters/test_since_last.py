"""Page one says what changed since the last briefing, in three lines at most, or says nothing."""

from __future__ import annotations

import pandas as pd
import pytest
from cells import shown
from conftest import briefing_of, html, knowing, open_page, published
from later import later
from markupsafe import Markup

from helpers.chapters import since_last
from helpers.figures import provenance
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.store.data import DataPackage
from helpers.words.language import LANGUAGES, Language

HOME = "bac-giang"


def live_page(year, lang, province=HOME, package=None):
    briefing = Briefing.of(package or published(), year, province)
    return Page("overview", briefing, Language(lang))


def items(page, **tables):
    """The lines of the section as words, without source marks."""
    made = shown(page, since_last.changes, **tables)
    return [str(line) for panel in made.values.get("panels", []) for line in panel.values["items"]]


def proven(page):
    return provenance.trace(
        [("overview", shown(page, since_last.changes))], page.briefing, page.language
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("year", [2021, 2022, 2023, 2024])
def test_at_most_three_lines_all_proven(year, lang):
    page = live_page(year, lang)
    lines = items(page)
    assert len(lines) <= 3 and bool(lines) == (page.briefing.before is not None)
    assert all(len(line) < 330 for line in lines)
    assert bool(proven(page)) == bool(lines), "every number is one of its row"
    assert "DTI" not in "".join(lines[:-1]), "the headline tells the index"


def test_what_climbed_is_told_from_where_to_where_and_derived_where_it_was():
    better, new = items(live_page(2023, "vi"))
    assert better.startswith("Tốt lên: Thứ hạng năng lực cạnh tranh cấp tỉnh (PCI): hạng 31/63 ")
    assert (
        "(suy ra) (2021), nay hạng 2/63 (2022)" in better
        and "hạng 7 (suy ra) (2021), nay hạng 4" in better
    )
    assert "hạng 29 (suy ra) (2020), nay hạng 5 (2022)" in better and "khác" not in better
    assert new == "Mới có: 13 chỉ tiêu ngoài DTI có kết quả mới."
    better, _ = items(live_page(2023, "en"))
    assert "rank 31 of 63 (derived) (2021), now rank 2 of 63 (2022)" in better


def test_what_fell_has_a_line_of_its_own_and_the_rest_is_counted():
    better, worse, new = items(live_page(2024, "en"))
    assert better.startswith("Better: ") and better.endswith("; and 1 more.")
    assert worse.startswith("Worse: Score in the Provincial Competitiveness Index (PCI)")
    assert (
        "72.8 points (2022), now 69.75 points (2023)" in worse
        and "22 measures beyond the DTI" in new
    )


def test_nothing_moved_that_can_be_told_but_much_is_new():
    (new,) = items(open_page(2022, "overview", HOME))
    assert new.startswith(
        "New: 7 measures beyond the DTI have a new result; among those reported for the first"
    )
    assert "Community digital technology teams: more than 1,000 teams" in new


@pytest.mark.parametrize(("year", "province"), [(2021, HOME), (2023, "da-nang"), (2022, "lao-cai")])
def test_without_a_briefing_before_or_results_nothing_is_shown(year, province):
    page = open_page(year, "overview", province)
    assert not shown(page, since_last.changes)
    assert briefing_of(year, province).moves.empty


def test_a_new_province_has_no_briefing_before():
    assert not shown(live_page(2025, "en", "bac-ninh-2025"), since_last.changes)


def test_the_lines_follow_the_table():
    page = open_page(2023, "overview", HOME)
    moves = page.briefing.moves
    usual = items(page)
    assert items(page, moves=pd.concat([moves, moves])) == usual
    better, new = items(page, moves=moves.iloc[1:])
    assert "ICT" in usual[0] and "ICT" not in better
    assert new.startswith("New: in this table, 7 measures")
    assert items(page, moves=moves.iloc[:0]) == []
    (only,) = items(page, moves=moves[moves["verdict"] == ""])
    assert only.startswith("New: in this table, ")


def test_a_rank_among_fewer_units_is_held_against_none():
    page = open_page(2023, "overview", HOME)
    rows = page.briefing.data["results"].copy()
    own = rows["indicator"].isin(["par_rank", "ict_index_rank"]) & rows["period"].eq("2022")
    rows.loc[own, "base"] = 34.0
    (new,) = items(knowing(page, results=rows))
    assert new.startswith("New: 8 measures")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_year_to_come_is_told_by_the_same_rule(lang):
    """A rank that nobody has published: better than the last that the briefing before knew."""
    package = later(published(), 2027)
    unit, day = "bac-ninh-2025", package["sources"].iloc[[0]]
    made = [day.assign(source=f"made-{year}", available_from=pd.Timestamp(year, 12, 1))
            for year in (2025, 2026)]  # fmt: skip
    row = package["results"].query("indicator == 'par_rank' and period == '2023'")
    rows = [row.assign(scope=unit, period=str(year - 1), value=float(value), base=34.0,
                       source=f"made-{year}", confirmed_by="",
                       row=f"results/{unit}/par_rank/{year - 1}/during/made-{year}")
            for year, value in ((2025, 20), (2026, 12))]  # fmt: skip
    tables = {"sources": pd.concat([package["sources"], *made], ignore_index=True),
              "results": pd.concat([package["results"], *rows], ignore_index=True)}  # fmt: skip
    known = DataPackage({**package.tables, **tables})
    page = live_page(2026, lang, unit, known)
    better, new = items(page)
    assert ("20/34" in better and "12/34" in better) if lang == "vi" else "12 of 34" in better
    assert ("1 chỉ tiêu" if lang == "vi" else "1 measure beyond the DTI has") in new
    assert proven(page)
    assert "dx-since" in Markup(html(shown(page, since_last.changes)))

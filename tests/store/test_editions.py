"""Tests of the tables of an edition: which one a question takes, and that none are mixed."""

from __future__ import annotations

import pandas as pd
import pytest
from conftest import published, said
from hypothesis import given
from hypothesis import strategies as st
from samples import few

from helpers.analysis import history, results
from helpers.analysis.edition import Edition
from helpers.chapters import dti_peers
from helpers.exploring.choices import Choices
from helpers.figures.meaning import Meanings
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.pages.values import held
from helpers.store import editions
from helpers.upkeep import checks
from helpers.words.language import Language
from helpers.words.told import text

#: An edition that was published for the provinces before the merger and for those after it.
TWICE = 2024


def tables_of(package):
    return package["dti_editions"].groupby("edition")["provinces_ranked"].agg(list)


def test_an_edition_may_have_two_tables():
    assert sorted(tables_of(published())[TWICE]) == [34, 63]


@pytest.mark.parametrize(("year", "ranked"), [(None, 63), (2023, 63), (2024, 63), (2025, 34)])
def test_a_year_takes_the_table_of_its_units(year, ranked):
    assert editions.ranked_in(published(), TWICE, year) == ranked
    known = editions.of_year(published(), year)
    found = Edition.of(known, TWICE)
    assert found.ranked == ranked == len(found.table())
    assert set(found.published["provinces_ranked"]) == {ranked}


@given(st.lists(st.sampled_from([None, 2022, 2024, 2025, 2030]), min_size=1, max_size=3))
@few
def test_no_row_is_lost_or_mixed_whatever_years_are_asked_one_after_the_other(years):
    package = published()
    for year in years:
        package = editions.of_year(package, year)
    once = editions.of_year(published(), years[-1])
    for name in ("dti_editions", "dti_scores"):
        own, beside = package[name], editions.beside(package, name)
        pd.testing.assert_frame_equal(own, once[name])
        assert sorted([*own["row"], *beside["row"]]) == sorted(published()[name]["row"])
        assert own.groupby("edition")["provinces_ranked"].nunique().eq(1).all()


@pytest.mark.parametrize("year", [2024, 2025])
def test_ranks_come_from_one_table_of_each_edition(year):
    known = editions.of_year(published(), year)
    names = ["ha-noi", "bac-giang", "bac-ninh-2025"]
    frame = history.ranks_over_time(known, names)
    assert not frame.duplicated(["province", "edition"]).any()
    last = frame[frame["edition"] == TWICE].set_index("province")
    there = {2024: {"ha-noi": 63, "bac-giang": 63},
             2025: {"ha-noi": 34, "bac-ninh-2025": 34, "bac-giang": 63}}[year]  # fmt: skip
    assert last.loc[last["rank"].notna(), "ranked"].to_dict() == there, "who ended has its own"
    alike = {name for name, ranked in there.items() if ranked == 63}
    assert set(last.index[last["change"].notna()]) == alike, "of another number is no change"
    own = results.with_ranks(known).query("indicator == 'dti_rank' and edition == @TWICE")
    assert set(own["base"]) == {editions.ranked_in(known, TWICE)} and len(own) == own["base"].max()


def test_a_package_of_all_tables_speaks_of_the_units_of_each_edition_s_own_year():
    for number in tables_of(published()).index:
        year = Edition.of(published(), int(number)).units.year
        assert year == number
    frame = history.ranks_over_time(published(), ["bac-giang"])
    assert (
        not frame["edition"].duplicated().any()
        and frame.set_index("edition")["ranked"][TWICE] == 63
    )


def test_the_units_of_a_table_are_those_it_ranks():
    old, new = (Edition.of(published(), TWICE, ranked) for ranked in (63, 34))
    assert old.find("Bắc Ninh") == "bac-ninh" and new.find("Bắc Ninh") == "bac-ninh-2025"
    assert (old.shown, new.shown) == ("2024", "2024 (34)")
    assert (old.units.year, new.units.year) == (TWICE, 2025)


def test_the_explorer_offers_both_tables():
    choices = Choices(published())
    assert {TWICE, "2024 (34)"} <= set(choices.editions)
    old, new = (choices.page(name, "ha-noi", "en").briefing for name in (TWICE, "2024 (34)"))
    assert (old.known_edition.ranked, new.known_edition.ranked) == (63, 34)
    assert choices.page("2024 (34)", "bac-ninh-2025", "en").briefing.province == "bac-ninh-2025"


def test_a_unit_stands_in_the_table_of_its_time():
    rows = published()["dti_scores"]
    wrong = rows["province"].eq("bac-ninh-2025") & rows["edition"].eq(TWICE)
    moved = rows.assign(provinces_ranked=rows["provinces_ranked"].mask(wrong, 63))
    assert list(checks.units_of_their_time(published())) == []
    tables = {**published().tables, "dti_scores": moved}
    found = list(checks.units_of_their_time(editions.DataPackage(tables)))
    assert len(found) == wrong.sum() and "bac-ninh-2025" in str(found[0])


def test_units_that_no_merger_touched_have_one_score_in_both_tables():
    wide = [
        Edition.of(published(), TWICE, ranked).table().set_index("province") for ranked in (63, 34)
    ]
    same = wide[0].index.intersection(wide[1].index)
    assert len(same) == 11
    assert (wide[0]["score"][same] == wide[1]["score"][same]).all()


@pytest.fixture(scope="module")
def merged():
    """The page of a unit whose predecessors stand in the other table of its newest edition."""
    return Page("agenda", Briefing.of(published(), 2025, "bac-ninh-2025"), Language("en"))


def test_the_targets_of_a_predecessor_are_held_against_its_own_rank(merged):
    rows = merged.briefing.inherited.query("indicator == 'dti_rank' and due > 2024")
    old = Edition.of(published(), TWICE, 63).table().set_index("province")["rank"]
    assert len(rows) == 2 and rows["result"].eq(old["bac-giang"]).all()
    assert dict(zip(rows["value"], rows["status"], strict=True)) == {
        15.0: "holds_today",
        10.0: "not_yet",
    }


def test_a_rank_of_another_table_says_of_how_many(merged):
    text = said(merged, dti_peers.past)
    old = Edition.of(published(), TWICE, 63).table().set_index("province")["rank"]
    for name in ("bac-giang", "bac-ninh"):
        assert f"{merged.province_name(name)} – rank {old[name]} of 63 (DTI {TWICE}, down" in text
        assert f"{old[name]} of 63" in text.partition("Ranks by edition")[2], "in the table"


def test_a_cell_of_another_table_is_refused_if_it_does_not_say_of_how_many(merged):
    head = merged.write(held(merged.briefing.edition_row, "edition"), "year")
    rows = editions.beside(merged.briefing.data, "dti_scores")
    row = rows[rows["component"].eq("total") & rows["province"].eq("bac-giang")].iloc[0]
    rank = merged.write(held(row, "rank"))
    (table,) = [
        each
        for _, each in editions.beside(merged.briefing.data, "dti_editions").iterrows()
        if each["edition"] == TWICE
    ]
    ranked = merged.write(held(table, "provinces_ranked"))
    fault = Meanings.fault_beside
    assert "stands beside 34, but speaks of 63" in fault(rank, [text(head)], text(rank))
    assert not fault(rank, [text(head)], text(rank) + ranked)
    other = merged.write(held(merged.briefing.edition_row, "provinces_ranked"))
    assert fault(rank, [text(head)], text(rank) + other)

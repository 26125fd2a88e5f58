"""Tests of the tables of an edition: which one a question takes, and that none are mixed."""

from __future__ import annotations

import pandas as pd
import pytest
from conftest import published
from hypothesis import given
from hypothesis import strategies as st
from samples import few

from helpers.analysis import history, results
from helpers.analysis.edition import Edition
from helpers.exploring.choices import Choices
from helpers.store import editions
from helpers.upkeep import checks

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

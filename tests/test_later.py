"""The made-up years to come are data as ours: they keep every rule, and do what they promise."""

from __future__ import annotations

import pandas as pd
import pytest
from later import later, own_unit

from helpers.pages.briefing import Briefing
from helpers.store import data, mergers
from helpers.upkeep import checks


@pytest.fixture(scope="module")
def coming(package):
    return later(package)


def after(package, coming, name):
    return coming[name].iloc[len(package[name]) :]


def test_later_data_break_no_rule_and_change_no_row_of_ours(package, coming):
    assert checks.problems(coming) == checks.problems(package) == []
    for name in package.tables:
        pd.testing.assert_frame_equal(coming[name].head(len(package[name])), package[name])
        assert coming[name]["row"].is_unique
    assert later(package, seed=1)["dti_scores"]["score"].tolist() != coming["dti_scores"][
        "score"].tolist()  # fmt: skip


def test_later_editions_rank_who_is_there_and_are_known_in_the_next_year(package, coming):
    added = after(package, coming, "dti_editions")
    newest = package["dti_editions"]["edition"].max()
    assert list(added["edition"]) == list(range(newest + 1, 2031))
    assert (added["published"].dt.year == added["edition"] + 1).all()
    for edition, table in after(package, coming, "dti_scores").groupby("edition"):
        there = mergers.at_the_end_of(package["provinces"], edition)
        assert set(table["province"]) == set(there["province"])
        assert len(set(table["component"])) < 9 or edition % 2 == 0


def test_later_ranks_fall_and_rise_and_two_are_tied(package, coming):
    scores = after(package, coming, "dti_scores")
    ranks = scores.dropna(subset=["rank"])
    own = [int(rows.loc[rows["province"] == own_unit(package, edition), "rank"].iloc[0])
           for edition, rows in ranks.groupby("edition")]  # fmt: skip
    moves = pd.Series(own).diff().dropna()
    assert (moves > 0).any() and (moves < 0).any()
    assert all(rows["rank"].duplicated().any() for _, rows in ranks.groupby("edition"))


def test_a_later_year_has_its_briefing_which_knows_the_edition_before_it(package, coming):
    year = 2030
    province = own_unit(package, year)
    day = data.briefing_day(coming, year, province)
    briefing = Briefing(year, province, data.as_of(coming, day))
    assert briefing.latest.number == year - 1

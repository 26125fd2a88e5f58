"""Gaps: exact parts, waterfalls that close, and the smallest gain and loss."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from samples import edition, scores

from helpers.analysis import gaps
from helpers.analysis.edition import Edition


@pytest.fixture(scope="module")
def editions(package):
    return {number: Edition.of(package, number) for number in (2020, 2022)}


@pytest.fixture(scope="module")
def breakdowns(editions):
    return {number: each.breakdown for number, each in editions.items()}


def test_the_gap_to_rank_9_by_hand(breakdowns):
    found = gaps.contributions(breakdowns[2020], "bac-giang", "kien-giang")
    assert found["contribution"].tolist() == [0.017, -0.00096, -0.01758]
    steps = gaps.waterfall(found, -0.0016)
    assert steps["component"].tolist()[-1] == gaps.ROUNDING
    assert steps["contribution"].tolist()[-1] == -0.00006
    assert steps["end"].iloc[-1] == -0.0016


def test_a_gap_with_an_unknown_score_has_no_parts(breakdowns):
    assert gaps.contributions(breakdowns[2020], "bac-giang", "thai-nguyen").empty
    assert gaps.contributions(breakdowns[2020], "ha-nam", "bac-giang").empty
    assert gaps.contributions(breakdowns[2020], "bac-giang", gaps.MEAN).empty, (
        "ten are no mean of 63"
    )


def test_any_two_provinces_of_2022_to_the_last_digit(editions, breakdowns):
    totals = editions[2022].table().set_index("province")["score"]
    for own, rival in list(combinations(totals.index, 2))[::37]:
        found = gaps.contributions(breakdowns[2022], own, rival)
        gap = round(totals[own] - totals[rival], 4)
        steps = gaps.waterfall(found, gap)
        assert gaps.ROUNDING not in set(steps["component"])
        assert steps["end"].iloc[-1] == gap and steps["start"].iloc[0] == 0
        starts, ends = steps["start"].to_numpy(), steps["end"].to_numpy()
        assert starts[1:] == pytest.approx(ends[:-1])
        back = gaps.contributions(breakdowns[2022], rival, own)
        assert (found["contribution"] == -back["contribution"]).all()


def test_against_the_mean_the_parts_add_up_for_every_province(breakdowns):
    totals = breakdowns[2022].totals
    for province in totals.index:
        found = gaps.contributions(breakdowns[2022], province, gaps.MEAN)
        assert found["contribution"].sum() == pytest.approx(totals[province] - totals.mean())


@pytest.mark.parametrize("number", [2020, 2022])
def test_the_total_of_each_rank_against_a_plain_count(editions, number):
    rows = editions[number].table()
    scored = rows.dropna(subset=["score"]).set_index("province")
    for province in scored.index[:20]:
        others = sorted(scored["score"].drop(province), reverse=True)
        for rank in range(1, 10):
            assert gaps.score_of_rank(editions[number], province, rank) == others[rank - 1]


def test_no_total_for_a_rank_that_an_unknown_province_may_hold(editions):
    for rank in (11, 12, 13):
        assert gaps.score_of_rank(editions[2020], "hai-duong", rank) is None
    assert gaps.score_of_rank(editions[2020], "hai-duong", 10) == 0.3615


def test_what_rank_9_takes(editions):
    step = gaps.climb(editions[2020], "bac-giang", 9)
    assert (step.gap, step.score) == (0.0016, 0.3631)
    assert step.gains["gain"].tolist() == [0.0040, 0.0054, 0.0054, 0.0016]
    assert step.cheapest["component"] == "digital_government"
    assert step.cheapest["share"] == pytest.approx(0.0040 / (0.5346 - 0.4455))
    assert step.gains["best"].tolist()[:3] == [0.5346, 0.4155, 0.4964]
    assert gaps.climb(editions[2020], "bac-giang", 10) is None
    assert gaps.climb(editions[2020], "da-nang", 1) is None


def test_a_gain_past_1_is_not_possible(editions):
    step = gaps.climb(editions[2022], "bac-kan", 1)
    possible = step.gains.set_index("component")["possible"]
    assert not possible["society_activity"] and possible[gaps.ALL]


def test_the_loss_that_costs_a_rank(editions):
    loss = gaps.margin(editions[2020], "bac-giang")
    assert (loss.loss, loss.exact, loss.below.province) == (0.0112, False, "hai-duong")
    assert loss.losses["loss"].tolist() == [0.0280, 0.0374, 0.0374, 0.0112]
    loss = gaps.margin(editions[2022], "bac-giang")
    assert (loss.loss, loss.exact) == (0.0051, True)
    assert gaps.margin(editions[2022], "bac-kan") is None


units = st.lists(st.tuples(*[st.integers(0, 10_000)] * 3), min_size=2, max_size=6)


def total(row):
    """The total in units of 1e-5 of a row in units of 1e-4, without rounding."""
    return 4 * row[0] + 3 * row[1] + 3 * row[2]


@given(units)
@example([(0, 0, 0), (5735, 0, 0), (5735, 0, 0)])
@settings(max_examples=40, deadline=None)
def test_a_gain_reaches_the_rank_and_one_unit_less_does_not(rows):
    # Only totals with four decimals, as published ones have.
    rows = [(a, b, c) for a, b, c in rows if total((a, b, c)) % 10 == 0]
    ranks = [1 + sum(total(other) > total(row) for other in rows) for row in rows]
    table = scores({f"p{n}": (ranks[n], total(row) / 100_000, *(part / 10_000 for part in row))
                    for n, row in enumerate(rows)})  # fmt: skip
    if len(rows) < 2:
        return
    own = edition(table)
    for n, row in enumerate(rows):
        others = [total(other) for m, other in enumerate(rows) if m != n]
        for rank in range(1, ranks[n]):
            step = gaps.climb(own, f"p{n}", rank)
            for weight, gain in zip((4, 3, 3, 10), step.gains["gain"], strict=True):
                gained = round(gain * 10_000)
                reached = total(row) + weight * gained
                assert 1 + sum(other > reached for other in others) <= rank
                assert 1 + sum(other > reached - weight for other in others) > rank
        loss = gaps.margin(own, f"p{n}")
        if loss is not None:
            lost = total(row) - 10 * round(loss.loss * 10_000)
            assert sum(other > lost for other in others) >= ranks[n]
            assert sum(other > lost + 10 for other in others) < ranks[n]
            assert math.isclose(loss.losses["loss"].iloc[-1], loss.loss)

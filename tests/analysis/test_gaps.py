"""Gaps: exact parts, waterfalls that close, and the smallest gain and loss."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import pytest
from conftest import published
from hypothesis import example, given, settings
from hypothesis import strategies as st
from samples import WEIGHTS, breakdown, edition, few, ranked, scores

from helpers.analysis import dti, gaps
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
    for province in scored.index[:20:6]:
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
    assert gaps.climb(editions[2022], "yen-bai", 15) is None, "shared with thanh-hoa"


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


def test_who_shares_a_rank_is_overtaken_by_any_loss(editions):
    loss = gaps.margin(editions[2022], "thanh-hoa")
    assert (loss.below.province, loss.below.rank, loss.below.gap) == ("yen-bai", 15, 0.0)
    assert (loss.below.score, loss.loss, loss.exact) == (0.6350, 0.0001, True)
    assert loss.losses["loss"].tolist() == [0.0002, 0.0005, 0.0007, 0.0007, 0.0001]
    assert loss.smallest["component"] == dti.FOUNDATION
    tied = scores({"a": (1, None, 0.5, None, None), "b": (1, None, 0.4, None, None)})
    assert gaps.margin(edition(tied), "a") is None, "who shares it, but with no known total"


def test_the_smallest_change_in_words_is_the_first_of_equal_ones():
    table = scores({"a": (1, 0.9, 0.9, 0.9, 0.9), "b": (2, 0.51, 0.8, 0.3, 0.33)})
    step = gaps.climb(edition(table), "b", 1)
    assert step.gains["component"].tolist() == [*dti.PILLARS, gaps.ALL]
    assert step.gains["gain"].tolist() == [0.975, 1.3, 1.3, 0.39]
    assert step.gains["weight"].tolist() == [0.4, 0.3, 0.3, 1.0]
    assert step.gains["after"].iloc[:3].tolist() == [1.775, 1.6, 1.63]
    assert step.gains["possible"].tolist() == [False, False, False, True]
    assert step.cheapest is None and len(step.single) == 3
    assert step.gains["leader"].iloc[:3].tolist() == ["a", "a", "a"]
    assert step.gains["share"].iloc[:3].tolist() == pytest.approx([9.75, 1.3 / 0.6, 1.3 / 0.57])
    assert step.nearest["component"] == "digital_economy"
    table = scores({"a": (1, 0.6, 0.6, 0.3, 0.9), "b": (2, 0.57, 0.6, 0.5, 0.6), "c": (3, 0.33,
                    0.6, 0.15, 0.15)})  # fmt: skip
    step = gaps.climb(edition(table), "b", 1)
    assert step.gains["gain"].tolist() == [0.075, 0.1, 0.1, 0.03]
    assert step.gains["leader"].iloc[:3].tolist() == ["a", "b", "a"], "the first of equal ones"
    assert step.gains["share"].isna().tolist() == [True, True, False, True]
    assert step.nearest["component"] == "digital_society"
    uneven = WEIGHTS.assign(points=[1000, 580, 210, 210])
    step = gaps.climb(edition(table, uneven), "b", 1)
    assert step.gains["weight"].tolist() == [0.58, 0.21, 0.21, 1.0]
    assert step.gains["gain"].tolist() == [0.0518, 0.1429, 0.1429, 0.03], "rounded up"
    table = scores({"a": (1, 0.6, 0.6, 0.6, 0.6), "b": (2, 0.3, 0.25, 0.0, 0.7)})
    step = gaps.climb(edition(table), "b", 1)
    assert step.gains["after"].iloc[:3].tolist() == [1.0, 1.0, 1.7]
    assert step.gains["possible"].iloc[:3].tolist() == [True, True, False], "1 can be reached"
    assert (step.cheapest["component"], step.cheapest["gain"]) == ("digital_government", 0.75)


three = st.tuples(*[st.integers(0, 10_000)] * 3)


@few
@given(st.lists(three, min_size=2, max_size=4), st.integers(-3, 3))
@example([(5, 5, 5), (5, 5, 5)], 0)
@example([(9, 4, 8), (6, 8, 4)], 1)
@example([(3, 0, 0), (0, 4, 0)], 0)
def test_a_gap_splits_as_by_hand(rows, rest):
    whole = breakdown([[part / 10_000 for part in row] for row in rows], [4, 3, 3])
    names = ["c0", "c1", "c2"]
    # In units of 1e-5: the tenths of a weight times units of the fourth decimal.
    parts = [weight * (a - b) for weight, a, b in zip((4, 3, 3), *rows[:2], strict=True)]
    found = gaps.contributions(whole, "p0", "p1")
    assert found.to_dict("list") == {
        "province": ["p1"] * 3,
        "component": names,
        "weight": [0.4, 0.3, 0.3],
        "own": [part / 10_000 for part in rows[0]],
        "rival": [part / 10_000 for part in rows[1]],
        "difference": [round((a - b) / 10_000, 7) for a, b in zip(*rows[:2], strict=True)],
        "contribution": [part / 100_000 for part in parts],
    }
    assert gaps.split(whole, "p0", "p1").gap == sum(parts) / 100_000
    split = gaps.split(whole, "p0", "p1", (sum(parts) + rest) / 100_000)
    assert split.gap == (sum(parts) + rest) / 100_000
    most = (min if split.gap < 0 else max)(parts)
    assert split.largest["component"] == names[parts.index(most)]
    last = split.with_rounding
    assert last["component"].tolist() == [*names, gaps.ROUNDING]
    assert last["contribution"].tolist() == [part / 100_000 for part in [*parts, rest]]
    assert set(last["province"]) == {"p1"}
    order = sorted(range(3), key=lambda place: parts[place])
    steps = [(names[n], parts[n]) for n in order] + [(gaps.ROUNDING, rest)] * (rest != 0)
    laid, end = [], 0
    for name, part in steps:
        laid.append(("p1", name, part / 100_000, end / 100_000, (end := end + part) / 100_000))
    for row, by_hand in zip(split.steps.itertuples(index=False), laid, strict=True):
        assert row[:2] == by_hand[:2]
        assert row[2:] == pytest.approx(by_hand[2:], abs=1e-12)


@few
@given(st.lists(three, min_size=1, max_size=4))
@example([(1, 0, 0), (0, 0, 0), (0, 0, 0)])
def test_a_gap_to_the_mean_splits_as_by_hand(rows):
    whole = breakdown([[part / 10_000 for part in row] for row in rows], [4, 3, 3])
    means = [sum(column) / len(rows) / 10_000 for column in zip(*rows, strict=True)]
    exact = gaps.contributions(whole, "p0", gaps.MEAN)
    assert exact["rival"].tolist() == pytest.approx(means) and set(exact["province"]) == {""}
    columns = zip((0.4, 0.3, 0.3), rows[0], means, strict=True)
    parts = [weight * (part / 10_000 - mean) for weight, part, mean in columns]
    assert exact["contribution"].tolist() == pytest.approx(parts, abs=1e-12)
    split = gaps.split(whole, "p0", gaps.MEAN)
    rounded = split.parts["contribution"].tolist()
    assert rounded == pytest.approx(parts, abs=0.5001e-4)
    assert rounded == [round(part, 4) for part in rounded]
    assert split.gap == round(sum(rounded), 4)
    partly = replace(whole, ranked=len(rows) + 1)
    assert gaps.split(partly, "p0", gaps.MEAN) is None is gaps.split(partly, "p0", "nobody")
    assert gaps.split(partly, "nobody", "p0") is None


@settings(few, max_examples=15)
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=2, max_size=4))
@example([(3, True), (2, True), (1, True)])
@example([(3, True), (2, False), (1, True)])
def test_the_total_of_a_rank_is_never_that_of_a_province_that_may_not_hold_it(drawn):
    totals, shown = zip(*drawn, strict=True)
    table = ranked(totals)
    table["score"] = table["score"].where(list(shown))
    whole = edition(table)
    for place, known in enumerate(shown):
        others = [n for n in range(len(totals)) if n != place]
        order = sorted((totals[n] for n in others), reverse=True)
        hidden = [totals[n] for n in others if not shown[n]]
        for rank in range(1, len(order) + 1):
            found = gaps.score_of_rank(whole, f"p{place}", rank)
            assert found in (None, order[rank - 1] / 10_000)
            assert found is not None or order[rank - 1] <= max(hidden, default=-1)
        assert gaps.score_of_rank(whole, f"p{place}", 0) is None
        assert gaps.score_of_rank(whole, f"p{place}", len(totals)) is None
        behind = [n for n in others if shown[n] and totals[n] < totals[place]]
        loss = gaps.margin(whole, f"p{place}")
        tied = [n for n in others if totals[n] == totals[place]]
        assert (loss is None) == (not known or not (behind or tied))
        if loss is not None:
            nearest = totals[place] if tied else max(totals[n] for n in behind)
            between = [n for n in others if not shown[n] and nearest < totals[n] < totals[place]]
            assert loss.loss == round((totals[place] - nearest + 1) / 10_000, 4)
            assert loss.exact == (not between)
            assert totals[int(loss.below.province[1:])] == nearest


units = st.lists(three, min_size=2, max_size=6)


def total(row):
    """The total in units of 1e-5 of a row in units of 1e-4, without rounding."""
    return 4 * row[0] + 3 * row[1] + 3 * row[2]


@given(units)
@example([(0, 0, 0), (5735, 0, 0), (5735, 0, 0)])
@settings(max_examples=40)
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


def test_without_published_totals_the_gap_is_that_of_the_totals_before_anything_is_rounded():
    whole = published()
    edition = Edition.of(whole, 2024, 34)
    breakdown = edition.breakdown
    assert not breakdown.terminating, "a weight is no thousandth there"
    totals = breakdown.scores @ breakdown.weights
    for province, rival in combinations(totals.index[::3], 2):
        found = gaps.split(breakdown, province, rival)
        assert found.gap == pytest.approx(round(totals[province] - totals[rival], 4), abs=1e-9)
        assert found.steps["contribution"].sum() == pytest.approx(found.gap, abs=1e-6)
        assert gaps.REST not in set(found.steps["component"])

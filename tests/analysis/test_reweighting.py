"""Other weights: the closest ones that give a rank, against brute force; per cent that add up."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import breakdown, breakdowns, few, places

from helpers.analysis import reweighting, robustness
from helpers.analysis.edition import Edition
from helpers.analysis.robustness import LEVEL
from helpers.exceptions import ParameterError


@pytest.fixture(scope="module")
def known(package):
    return Edition.of(package, 2022).breakdown


def ranks_of(whole, province, weights):
    """The rank of a province under each row of weights, counted plainly."""
    differences = (whole.scores - whole.scores.loc[province]).to_numpy()
    return 1 + (weights @ differences.T > LEVEL).sum(axis=1)


def grid(count, steps):
    """All weights in steps that sum to 1, one a row."""
    points = np.indices([steps + 1] * (count - 1)).reshape(count - 1, -1).T
    points = points[points.sum(axis=1) <= steps]
    return np.column_stack([points, steps - points.sum(axis=1)]) / steps


@given(breakdowns(), st.data())
@few
def test_no_weights_of_a_grid_are_closer_and_give_the_rank(whole, drawn):
    province = drawn.draw(st.sampled_from(list(whole.scores.index)))
    official = whole.weights.to_numpy()
    weights = np.vstack([grid(len(official), 24 if len(official) < 4 else 12), official])
    ranks = ranks_of(whole, province, weights)
    changes = abs(weights - official).sum(axis=1)
    best = robustness.extreme_rank(whole, province, best=True).rank
    for rank in range(1, len(whole.scores) + 1):
        found = reweighting.nearest_weights(whole, province, rank)
        assert (found is None) == (rank < best), "consistent with the exact best rank"
        if found is None:
            assert not (ranks <= rank).any()
            continue
        attained = found.weights.to_numpy()
        assert attained.sum() == pytest.approx(1) and (attained >= 0).all()
        assert ranks_of(whole, province, attained[None])[0] <= rank, "it does give the rank"
        assert found.change == pytest.approx(abs(attained - official).sum())
        near = changes[ranks <= rank]
        assert not len(near) or found.change <= near.min() + 1e-9, "and nothing closer does"


def test_between_two_parts_the_closest_weights_are_where_both_are_level():
    # p0 trails by 0.2 in c0 and leads by 0.3 in c1: level at weights 0.6 and 0.4.
    whole = breakdown([[0.4, 0.8], [0.6, 0.5]], [0.9, 0.1])
    found = reweighting.nearest_weights(whole, "p0", 1)
    assert found.weights.tolist() == pytest.approx([0.6, 0.4])
    assert found.change == pytest.approx(0.6) and found.points == pytest.approx(60)
    assert reweighting.nearest_weights(whole, "p1", 1).change == pytest.approx(0), (
        "it is there already"
    )


@pytest.mark.parametrize("province", ["bac-giang", "thai-nguyen", "ca-mau", "da-nang"])
def test_the_weights_give_the_rank_as_the_explorer_counts_it(known, province):
    own = robustness.ranks_under(known, known.weights)[province]
    best = robustness.extreme_rank(known, province, best=True).rank
    changes = []
    for rank in sorted({best, (best + own) // 2, own}):
        found = reweighting.nearest_weights(known, province, rank)
        assert robustness.ranks_under(known, found.weights)[province] <= rank
        changes.append(found.change)
    assert changes == sorted(changes, reverse=True) and changes[-1] == pytest.approx(0)
    if best > 1:
        assert reweighting.nearest_weights(known, province, best - 1) is None


def test_a_rank_below_one_is_refused(known):
    with pytest.raises(ValueError, match="1 or more"):
        reweighting.nearest_weights(known, "bac-giang", 0)


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=5).filter(sum))
@few
def test_percentages_add_up_and_none_is_a_step_from_its_weight(points):
    weights = pd.Series(points, [f"c{place}" for place in range(len(points))], dtype=float)
    shown = reweighting.percentages(weights)
    assert list(shown["component"]) == list(weights.index)
    assert round((10 * shown["percent"]).sum(), 6) == 1000
    assert (abs(shown["percent"] - 100 * weights / weights.sum()) < 0.1 + 1e-9).all()


def test_of_equal_remainders_the_first_part_has_the_tenth():
    assert reweighting.percentages(pd.Series([1, 1, 1]))["percent"].tolist() == [33.4, 33.3, 33.3]


def test_no_weight_at_all_is_refused(known):
    for points in (0.0, -1.0):
        with pytest.raises(ParameterError, match="zero"):
            reweighting.under(known, known.weights * points)


def test_the_ranks_beside_the_official_ones(known):
    rows = reweighting.reranked(known, known.weights * 7)
    assert (rows["rank"] == rows["official"]).all() and len(rows) == 63
    alone = reweighting.reranked(known, known.weights.where(known.weights == 0.2, 0))
    assert places(alone["total"].round(7)) == alone["rank"].tolist()


@pytest.mark.parametrize(
    ("count", "ends"), [(63, [16, 32, 48, 63]), (10, [3, 6, 9, 10]), (5, [2, 4, 5]), (2, [1, 2])]
)
def test_classes_of_ranks_follow_each_other_to_the_last(count, ends):
    classes = reweighting.rank_classes(pd.Series(range(count)))
    assert classes["high"].tolist() == ends
    assert classes["low"].tolist() == [1, *(end + 1 for end in ends[:-1])]


def test_a_province_against_the_mean_of_others_leaves_itself_out(known):
    group = ["bac-giang", "thai-nguyen", "lang-son", "nowhere"]
    rows = reweighting.against_group(known, "bac-giang", group).set_index("component")
    mean = known.scores.loc[["thai-nguyen", "lang-son"]].mean()
    assert rows["mean"].to_numpy() == pytest.approx(mean.to_numpy())
    gap = known.totals["bac-giang"] - known.totals[["thai-nguyen", "lang-son"]].mean()
    assert rows["contribution"].sum() == pytest.approx(gap)
    assert reweighting.against_group(known, "bac-giang", ["bac-giang"]).empty

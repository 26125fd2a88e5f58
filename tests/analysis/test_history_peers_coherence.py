"""The past, the peers, and how the parts of the index hang together."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import breakdown, breakdowns, edition, scores
from scipy.stats import spearmanr

from helpers.analysis import coherence, dti, history, peers
from helpers.analysis.edition import Edition


@pytest.fixture(scope="module")
def editions(package):
    return {number: Edition.of(package, number) for number in (2020, 2022)}


def test_ranks_over_the_editions(package):
    names = ["bac-giang", "ninh-binh", "ha-nam"]
    frame = history.ranks_over_time(package, names)
    own = frame[frame["province"] == "bac-giang"]
    assert own["rank"].tolist() == [10, 10, 9]
    assert own["change"].tolist()[1:] == [0, 1]
    assert own["scored"].tolist() == [True, False, True]
    assert own["new_method"].tolist() == [False, True, False]
    assert frame[frame["province"] == "ninh-binh"]["change"].tolist()[1:] == [2, -15]
    assert frame[frame["province"] == "ha-nam"]["rank"].isna().tolist() == [True, True, False]
    assert "score" not in frame, "scores of two methods are never side by side"


def test_on_the_day_of_the_briefing_there_was_one_edition(known):
    frame = history.ranks_over_time(known, ["bac-giang"])
    assert frame["edition"].tolist() == [2020] and frame["change"].isna().all()


@pytest.mark.parametrize("province", ["da-nang", "bac-giang", "bac-kan"])
def test_companions_are_the_leader_and_the_nearest(editions, province):
    found = history.companions(editions[2022], province)
    assert province not in found and ("da-nang" in found) == (province != "da-nang")
    ranks = editions[2022].table().set_index("province")["rank"]
    assert all(abs(ranks[name] - ranks[province]) <= 2 for name in found if name != "da-nang")
    assert history.companions(editions[2020], "ha-nam") == []


def test_a_place_in_the_region_needs_all_its_ranks(package, known):
    rows = peers.same_region(Edition.of(package, 2022), "bac-giang", package["provinces"])
    assert len(rows) == 14
    assert rows.set_index("province")["place"]["bac-giang"] == 3
    rows = peers.same_region(Edition.of(known, 2020), "bac-giang", known["provinces"])
    assert rows["rank"].notna().sum() == 4 and rows["place"].isna().all()


def test_the_nearest_by_pillars_by_hand():
    table = scores({"a": (1, 0.5, 0.5, 0.5, 0.5), "b": (2, 0.5, 0.53, 0.54, 0.5),
                    "c": (3, 0.4, 0.5, 0.5, 0.51), "d": (4, 0.3, None, 0.5, 0.5)})  # fmt: skip
    near = peers.by_profile(edition(table), "a")
    assert near["province"].tolist() == ["c", "b"], "one without a pillar is not compared"
    assert near["distance"].tolist() == pytest.approx([0.01, 0.05])
    assert peers.by_profile(edition(table), "d").empty
    back = peers.by_profile(edition(table), "b").set_index("province")["distance"]
    assert back["a"] == pytest.approx(0.05)


def test_the_nearest_in_size_and_income(package, editions):
    near = peers.by_context(editions[2022], "bac-giang", package["context"], most=2)
    assert near["province"].tolist() == ["hai-duong", "long-an"]
    assert peers.by_context(editions[2020], "bac-giang", package["context"]).empty
    other_units = package["context"].assign(population_thousand=lambda t: t.population_thousand * 7)
    again = peers.by_context(editions[2022], "bac-giang", other_units, most=2)
    assert again["distance"].to_numpy() == pytest.approx(near["distance"].to_numpy())


def test_what_the_better_ones_do_by_hand():
    whole = breakdown([[0.5, 0.5], [0.7, 0.5], [0.9, 0.7], [0.1, 0.1]], [6, 4])
    near = pd.DataFrame({"province": ["p1", "p2", "p3"]})
    found = peers.what_better_ones_do(whole, "p0", near)
    assert found["component"].tolist() == ["c0", "c1"]
    assert found["difference"].tolist() == pytest.approx([0.3, 0.1])
    assert found["contribution"].tolist() == pytest.approx([0.18, 0.04])
    assert set(found["count"]) == {2}
    assert peers.what_better_ones_do(whole, "p2", near).empty
    assert peers.better_ones(whole, "p0", near)["province"].tolist() == ["p1", "p2"]
    assert peers.better_ones(whole, "p3", near.iloc[::-1])["province"].tolist() == ["p2", "p1"]
    assert peers.better_ones(whole, "nowhere", near).empty


def test_income_and_the_index(package, editions):
    link = peers.income_link(editions[2022], package["context"])
    points = link.points
    expected = spearmanr(points["income"], points["score"]).statistic
    assert len(points) == 63 and link.correlation == pytest.approx(expected)
    assert link.low < link.correlation < link.high
    assert points["residual"].sum() == pytest.approx(0, abs=1e-9)
    better = (points["residual"] > points.loc["bac-giang", "residual"]).sum()
    assert link.ahead("bac-giang") == better
    assert peers.income_link(editions[2020], package["context"]) is None


def test_the_interval_of_a_rank_correlation_by_hand():
    low, high = peers.correlation_interval(0.5, 28)
    spread = 1.959964 * np.sqrt((1 + 0.125) / 25)
    assert np.arctanh([low, high]) == pytest.approx(np.arctanh(0.5) + np.array([-spread, spread]))
    wider, narrower = peers.correlation_interval(0.5, 10), peers.correlation_interval(0.5, 100)
    assert wider[0] < low < narrower[0] and narrower[1] < high < wider[1]
    assert peers.correlation_interval(1.0, 10) == (1.0, 1.0)


def test_correlations_are_those_of_numpy_and_scipy(editions):
    whole = editions[2022].breakdown
    found = coherence.correlations(whole)
    scores_, totals = whole.scores, whole.totals
    one = np.corrcoef(scores_["foundation"], totals.reindex(scores_.index))[0, 1]
    assert found.loc["total", "foundation"] == pytest.approx(one)
    ranked = coherence.correlations(whole, "spearman")
    two = spearmanr(scores_["foundation"], scores_["economy_activity"]).statistic
    assert ranked.loc["foundation", "economy_activity"] == pytest.approx(two)


@given(breakdowns(least=3))
def test_weights_in_effect_share_out_the_variance(whole):
    found = coherence.effective_weights(whole)
    if whole.totals.var() > 1e-12:
        assert found["effective"].sum() == pytest.approx(1)
    else:
        assert found["effective"].isna().all() or whole.totals.var() > 0


def test_unrelated_parts_of_like_spread_weigh_by_the_square():
    whole = breakdown([[0, 0], [0, 1], [1, 0], [1, 1]], [2, 1])
    assert coherence.effective_weights(whole)["effective"].tolist() == pytest.approx([0.8, 0.2])


ranks = st.lists(st.one_of(st.none(), st.integers(1, 9)), max_size=8)


@given(ranks, st.integers(1, 4))
def test_strengths_and_weaknesses_never_overlap_and_are_never_forced(values, most):
    profile = pd.DataFrame({"component": range(len(values)), "rank": values})
    profile = profile.astype({"rank": "Int64"})
    strong, weak = coherence.strengths_and_weaknesses(profile, most)
    assert not set(strong["component"]) & set(weak["component"])
    assert max(len(strong), len(weak)) <= most
    differ = len({value for value in values if value is not None}) > 1
    assert (len(strong) > 0) == (len(weak) > 0) == differ
    if differ:
        assert strong["rank"].max() < weak["rank"].min()


def test_strong_and_weak_in_bac_giang(known):
    profile = dti.pillar_profile(Edition.of(known, 2020), "bac-giang")
    strong, weak = coherence.strongest_and_weakest(profile)
    assert (strong["rank"], weak["rank"]) == (7, 25)
    profile = dti.pillar_profile(Edition.of(known, 2020), "da-nang")
    assert coherence.strongest_and_weakest(profile) == (None, None)

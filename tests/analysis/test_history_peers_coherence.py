"""The past, the peers, and how the parts of the index hang together."""

from __future__ import annotations

import math
from statistics import stdev

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from samples import breakdown, breakdowns, edition, few, places, ranked, scores
from scipy.stats import spearmanr

from helpers.analysis import coherence, dti, history, peers
from helpers.analysis.edition import Edition
from helpers.store.data import DataPackage


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


def test_a_change_is_one_of_places_among_as_many():
    lines = [(2020, "a", 5), (2021, "a", 3), (2022, "a", 4), (2023, "a", 4), (2020, "b", 1)]
    table = pd.DataFrame(lines, columns=["edition", "province", "rank"]).astype({"rank": "Int64"})
    counts = table["edition"].map({2020: 63, 2021: 63, 2022: 34, 2023: 34})
    table = table.assign(provinces_ranked=counts, component="total", score=0.5)
    table = table.assign(basis="printed", source="s", row="r")
    editions = pd.DataFrame({"edition": [2023, 2020, 2022, 2021], "method": list("yxxx"),
                             "provinces_ranked": [34, 63, 34, 63]})  # fmt: skip
    known = DataPackage({"dti_scores": table, "dti_editions": editions})
    frame = history.ranks_over_time(known, ["b", "a"])
    own = frame[frame["province"] == "a"]
    assert own["edition"].tolist() == [2020, 2021, 2022, 2023]
    assert own["change"].isna().tolist() == [True, False, True, False]
    assert own["change"].dropna().tolist() == [2, 0]
    assert own["new_count"].tolist() == [False, False, True, False]
    assert own["new_method"].tolist() == [False, False, False, True]
    assert frame["source"].tolist() == frame["row"].str.replace("r", "s").tolist()
    last = history.newest(frame)
    assert last["edition"].to_dict() == {"a": 2023, "b": 2020} and list(last.index) == ["a", "b"]
    tied = frame[frame["edition"] == 2020]
    assert list(history.newest(tied).index) == ["b", "a"], "the best rank first"
    assert [history.moved(places) for places in (1, 0, -1)] == ["up", "same", "down"]


@few
@given(
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from(["shown", "rank", "absent"])),
             min_size=1, max_size=7),
    st.integers(1, 2),
)  # fmt: skip
@example([(3, "shown"), (2, "shown"), (2, "absent"), (1, "rank"), (0, "shown")], 2)
@example([(3, "shown"), (3, "shown"), (2, "shown"), (1, "absent"), (0, "shown")], 2)
def test_the_ranks_around_are_those_of_a_plain_count(drawn, each_side):
    held = places([total for total, _ in drawn])
    table = ranked([total for total, _ in drawn])
    states = [state for _, state in drawn]
    table["score"] = table["score"].where([state == "shown" for state in states])
    table = table.assign(row="r", confirmed_by="t")[[state != "absent" for state in states]]
    known = [n for n, state in enumerate(states) if state != "absent"]
    for own in known:
        found = peers.around(edition(table, ranked=len(drawn)), f"p{own}", each_side)
        expected = []
        for rank in range(max(1, held[own] - each_side),
                          min(len(drawn), held[own] + each_side) + 1):  # fmt: skip
            here = [n for n in known if held[n] == rank]
            scored = [n for n in here if states[n] == "shown"]
            shared = any(held[n] < rank < held[n] + sum(held[m] == held[n] for m in known)
                         for n in known)  # fmt: skip
            expected += [(rank, f"p{n}", "s", "t", "r") for n in
                         scored + [n for n in here if n not in scored]]  # fmt: skip
            if not here and not shared:
                expected.append((rank, "", "", "", ""))
        columns = ["rank", "province", "source", "confirmed_by", "row"]
        assert [*map(tuple, found[columns].to_numpy())] == expected
        for row in found.itertuples():
            other = int(row.province[1:] or own)
            if other == own or states[own] != "shown" or states[other] != "shown":
                assert pd.isna(row.distance)
            else:
                assert row.distance == round((drawn[other][0] - drawn[own][0]) / 10_000, 4)


@pytest.mark.parametrize("province", ["da-nang", "bac-giang", "bac-kan"])
def test_companions_are_the_leader_and_the_nearest(editions, province):
    found = history.companions(editions[2022], province)
    assert province not in found and ("da-nang" in found) == (province != "da-nang")
    ranks = editions[2022].table().set_index("province")["rank"]
    assert all(abs(ranks[name] - ranks[province]) <= 2 for name in found if name != "da-nang")
    assert history.companions(editions[2020], "ha-nam") == []


def test_a_place_in_the_region_needs_all_its_ranks(package, known):
    rows = peers.same_region(Edition.of(package, 2022), package["provinces"], "bac-giang")
    assert len(rows) == 14
    assert rows.set_index("province")["place"]["bac-giang"] == 3
    assert rows["rank"].is_monotonic_increasing
    assert rows["place"].tolist() == [1 + sum(rows["rank"] < rank) for rank in rows["rank"]]
    gone = package["provinces"].assign(
        region=lambda table: table["region"].where(table["province"] != "ca-mau", "")
    )
    for province in ("bac-giang", gone["province"].iloc[0]):
        assert peers.same_region(Edition.of(package, 2022), gone, province).empty
    rows = peers.same_region(Edition.of(known, 2020), known["provinces"], "bac-giang")
    assert rows["rank"].notna().sum() == 4 and rows["place"].isna().all()
    assert rows["among"].tolist()[:4] == [1, 2, 3, 4] and rows["among"][4:].isna().all()
    for column in ("source", "row"):
        assert (rows[column] != "").tolist() == [True] * 4 + [False] * 10


def test_the_nearest_by_pillars_by_hand():
    table = scores({"a": (1, 0.5, 0.5, 0.5, 0.5), "b": (2, 0.5, 0.53, 0.54, 0.5),
                    "c": (3, 0.4, 0.5, 0.5, 0.51), "d": (4, 0.3, None, 0.5, 0.5)})  # fmt: skip
    near = peers.by_profile(edition(table), "a")
    assert near["province"].tolist() == ["c", "b"], "one without a pillar is not compared"
    assert near["distance"].tolist() == pytest.approx([0.01, 0.05])
    none = peers.by_profile(edition(table), "d")
    assert none.empty and none.columns.tolist() == ["province", "distance", "rank", *dti.PILLARS]
    back = peers.by_profile(edition(table), "b").set_index("province")["distance"]
    assert back["a"] == pytest.approx(0.05)


def test_the_nearest_in_size_and_income(package, editions):
    near = peers.by_context(editions[2022], package["context"], "bac-giang", most=2)
    assert near["province"].tolist() == ["hai-duong", "long-an"]
    none = peers.by_context(editions[2020], package["context"], "bac-giang")
    assert none.empty and none.columns.tolist() == near.columns.drop("row").tolist()
    one = edition(scores({"long-an": (1, 0.5, 0.5, 0.5, 0.5)}).assign(row="r"), number=2022)
    few_known = peers.by_context(one, package["context"], "bac-giang", most=2)
    assert few_known["row"].tolist() == ["", "r"] and few_known["rank"].isna().tolist() == [
        True,
        False,
    ]
    other_units = package["context"].assign(population_thousand=lambda t: t.population_thousand * 7)
    rows = package["context"].query("year == 2022").set_index("province")
    logs = {column: [math.log(value) for value in rows[column]]
            for column in (peers.POPULATION, peers.INCOME)}  # fmt: skip
    here = list(rows.index).index("bac-giang")
    steps = {column: [(value - values[here]) / stdev(values) for value in values]
             for column, values in logs.items()}  # fmt: skip
    away = dict(zip(rows.index, map(math.hypot, *steps.values()), strict=True))
    assert [away[name] for name in near["province"]] == pytest.approx(near["distance"].tolist())
    assert sorted(away.values())[1:3] == pytest.approx(near["distance"].tolist())
    assert near.columns[:4].tolist() == ["province", "distance", "rank", "row"]
    again = peers.by_context(editions[2022], other_units, "bac-giang", most=2)
    assert again["distance"].to_numpy() == pytest.approx(near["distance"].to_numpy())


def test_what_the_better_ones_do_by_hand():
    whole = breakdown([[0.5, 0.5], [0.7, 0.5], [0.9, 0.7], [0.1, 0.1]], [6, 4])
    near = pd.DataFrame({"province": ["p1", "p2", "p3"]})
    found = peers.what_better_ones_do(whole, "p0", near)
    assert found["component"].tolist() == ["c0", "c1"]
    assert found["own"].tolist() == [0.5, 0.5]
    assert found["peers"].tolist() == pytest.approx([0.8, 0.6])
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
    assert points.loc["bac-giang", "ahead"] == better
    assert peers.income_link(editions[2020], package["context"]) is None
    fewer = package["context"].query("province != 'ca-mau'")
    assert len(peers.income_link(editions[2022], fewer).points) == 62
    assert peers.income_link(editions[2022], fewer.assign(**{peers.INCOME: 50.0})) is None
    assert len(peers.income_link(editions[2022], fewer.query("year == 2022")[:20]).points) == 20
    assert peers.income_link(editions[2022], fewer.query("year == 2022")[:19]) is None
    logs, totals = np.log10(points["income"]), points["score"]
    assert link.explained == pytest.approx(np.corrcoef(logs, totals)[0, 1] ** 2)
    assert (link.slope, link.intercept) == pytest.approx(tuple(np.polyfit(logs, totals, 1)))


def test_the_interval_of_a_rank_correlation_by_hand():
    low, high = peers.correlation_interval(0.5, 28)
    spread = 1.959964 * np.sqrt((1 + 0.125) / 25)
    assert np.arctanh([low, high]) == pytest.approx(np.arctanh(0.5) + np.array([-spread, spread]))
    wider, narrower = peers.correlation_interval(0.5, 10), peers.correlation_interval(0.5, 100)
    assert wider[0] < low < narrower[0] and narrower[1] < high < wider[1]
    assert peers.correlation_interval(1.0, 10) == (1.0, 1.0)
    assert peers.correlation_interval(-1.0, 10) == (-1.0, -1.0)


def test_correlations_are_those_of_numpy_and_scipy(editions):
    whole = editions[2022].breakdown
    found = coherence.correlations(whole)
    scores_, totals = whole.scores, whole.totals
    one = np.corrcoef(scores_["foundation"], totals.reindex(scores_.index))[0, 1]
    assert found.loc["total", "foundation"] == pytest.approx(one)
    ranked = coherence.correlations(whole, "spearman")
    two = spearmanr(scores_["foundation"], scores_["economy_activity"]).statistic
    assert ranked.loc["foundation", "economy_activity"] == pytest.approx(two)


@few
@given(breakdowns(least=3))
def test_weights_in_effect_share_out_the_variance(whole):
    found = coherence.effective_weights(whole)
    if whole.totals.var() > 1e-12:
        assert found["effective"].sum() == pytest.approx(1)
    else:
        assert found["effective"].isna().all() or whole.totals.var() > 0


def test_unrelated_parts_of_like_spread_weigh_by_the_square():
    whole = breakdown([[0, 0], [0, 1], [1, 0], [1, 1]], [2, 1])
    found = coherence.effective_weights(whole)
    assert found["effective"].tolist() == pytest.approx([0.8, 0.2])
    assert found["ratio"].tolist() == pytest.approx([1.2, 0.6])
    assert found["nominal"].tolist() == pytest.approx([2 / 3, 1 / 3])
    assert found["spread"].tolist() == pytest.approx([math.sqrt(1 / 3)] * 2)
    assert found["correlation"].tolist() == pytest.approx([math.sqrt(0.8), math.sqrt(0.2)])


ranks = st.lists(st.one_of(st.none(), st.integers(1, 9)), max_size=8)


@few
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


def test_at_most_two_of_each_if_not_said():
    profile = pd.DataFrame({"component": list("abcdef"), "rank": [3, 1, 2, 6, 5, 4]})
    strong, weak = coherence.strengths_and_weaknesses(profile)
    assert (strong["rank"].tolist(), weak["rank"].tolist()) == ([1, 2], [6, 5])
    level = pd.DataFrame({"component": list("abcd"), "rank": [1, 3, 3, 5]})
    strong, weak = coherence.strengths_and_weaknesses(level)
    assert (strong["rank"].tolist(), weak["rank"].tolist()) == ([1], [5]), "3 is the middle"


def test_strong_and_weak_in_bac_giang(known):
    profile = dti.pillar_profile(Edition.of(known, 2020), "bac-giang")
    strong, weak, *_ = coherence.strongest_and_weakest(profile)
    assert (strong["rank"], weak["rank"]) == (7, 25)
    profile = dti.pillar_profile(Edition.of(known, 2020), "da-nang")
    assert coherence.strongest_and_weakest(profile) == (None,) * 4

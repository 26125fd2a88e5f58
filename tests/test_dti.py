"""The index: published figures, hand-worked cases, and invariances."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import dti

WEIGHTS = pd.DataFrame(
    {
        "edition": 2020,
        "component": ["total", *dti.PILLARS],
        "level": ["total", "pillar", "pillar", "pillar"],
        "points": [1000, 400, 300, 300],
        "adds_to_total": [False, True, True, True],
    }
)


def scores(rows):
    """A table of scores from {province: (total, government, economy, society)} and ranks."""
    lines = [
        (2020, province, component, score, rank if component == "total" else None)
        for province, (rank, *values) in rows.items()
        for component, score in zip(("total", *dti.PILLARS), values, strict=True)
        if score is not None or (component == "total" and rank is not None)
    ]
    frame = pd.DataFrame(lines, columns=["edition", "province", "component", "score", "rank"])
    return frame.assign(source="s").astype({"rank": "Int64", "score": "float64"})


def test_bac_giang_in_2020(known):
    here = dti.standing(known["dti_scores"], 2020, "bac-giang")
    assert (here.rank, here.score, here.ranked, here.published) == (10, 0.3615, 63, 12)
    assert (here.above.province, here.above.gap) == ("kien-giang", 0.0016)
    assert (here.leader.province, here.leader.gap) == ("da-nang", 0.1259)
    assert (here.below.province, here.below.rank, here.below.gap) == ("hai-duong", 14, -0.0111)
    assert here.behind == 53


def test_the_leader_the_unscored_the_unknown(known):
    first = dti.standing(known["dti_scores"], 2020, "da-nang")
    assert first.above is None and first.leader is None and first.below.gap == -0.0777
    ranked = dti.standing(known["dti_scores"], 2020, "thai-nguyen")
    assert ranked.rank == 12 and ranked.score is None and ranked.above is None
    unknown = dti.standing(known["dti_scores"], 2020, "ha-nam")
    assert unknown.rank is None and unknown.behind is None


def test_the_published_pillar_ranks_of_bac_giang(known):
    profile = dti.pillar_profile(known["dti_scores"], 2020, "bac-giang").set_index("component")
    assert profile["rank"].to_dict() == dict(zip(dti.PILLARS, (7, 14, 25), strict=True))
    strong, weak = dti.strong_and_weak(profile.reset_index())
    assert (strong["component"], weak["component"]) == ("digital_government", "digital_society")


def test_no_strength_is_forced(known):
    profile = dti.pillar_profile(known["dti_scores"], 2020, "da-nang")
    assert dti.strong_and_weak(profile) == (None, None)
    assert dti.strong_and_weak(profile.iloc[:1]) == (None, None)


def test_the_gap_to_rank_9_by_hand(known):
    parts = dti.contributions(
        known["dti_scores"], known["dti_weights"], 2020, "bac-giang", "kien-giang"
    )
    assert parts["contribution"].tolist() == [0.017, -0.00096, -0.01758]
    assert round(parts["contribution"].sum(), 6) == -0.00154


def test_a_gap_with_an_unknown_score_has_no_parts(known):
    args = known["dti_scores"], known["dti_weights"], 2020, "bac-giang"
    assert dti.contributions(*args, "thai-nguyen").empty
    assert dti.contributions(*args, "ha-nam").empty


@pytest.mark.parametrize(("edition", "count"), [(2020, 10), (2022, 5)])
def test_every_complete_total_follows_from_its_components(package, edition, count):
    proof = dti.proof(package["dti_scores"], package["dti_weights"], edition)
    assert len(proof) == count
    assert proof["holds"].all()


def test_a_total_off_by_two_units_is_found():
    table = scores({"a": (1, 0.5, 0.5, 0.5, 0.5), "b": (2, 0.4002, 0.4, 0.4, 0.4)})
    proof = dti.proof(table, WEIGHTS, 2020).set_index("province")
    assert proof["holds"].to_dict() == {"a": True, "b": False}


def test_published_ranks_contradict_no_score_and_ties_are_ties(package):
    assert list(dti.rank_conflicts(package["dti_scores"])) == []
    tied = dti.table(package["dti_scores"], 2022)
    assert list(tied[tied["rank"] == 15]["province"]) == ["thanh-hoa", "yen-bai"]


def test_contradicting_ranks_are_named():
    table = scores(
        {
            "a": (1, 0.5, None, None, None),
            "b": (3, 0.4, None, None, None),
            "c": (2, 0.3, None, None, None),
        }
    )
    faults = [fault for _, fault in dti.rank_conflicts(table)]
    assert faults == [
        "c, total of edition 2020: rank 2, but 2 scores are higher",
    ]
    table = scores(
        {
            "a": (2, 0.5, None, None, None),
            "b": (5, 0.4, None, None, None),
            "c": (4, 0.3, None, None, None),
        }
    )
    assert [f for _, f in dti.rank_conflicts(table)] == [
        "c, total of edition 2020: rank 4 with a lower score than rank 5"
    ]


def test_the_gain_that_catches_rank_9(known):
    gains = dti.gain_needed(known["dti_weights"], 2020, 0.0016).set_index("component")["gain"]
    assert gains.tolist() == [0.0040, 0.0054, 0.0054]


four_decimals = st.integers(0, 10_000).map(lambda n: n / 10_000)
pillars = st.tuples(four_decimals, four_decimals, four_decimals)


@given(pillars, pillars)
def test_the_parts_of_a_gap_add_up_to_it(own, rival):
    table = scores({"a": (None, None, *own), "b": (None, None, *rival)})
    parts = dti.contributions(table, WEIGHTS, 2020, "a", "b")
    total = sum(w * (x - y) for w, x, y in zip((0.4, 0.3, 0.3), own, rival, strict=True))
    assert parts["contribution"].sum() == pytest.approx(total, abs=1e-9)
    back = dti.contributions(table, WEIGHTS, 2020, "b", "a")
    assert (parts["contribution"] == -back["contribution"]).all()


@given(st.integers(1, 5_000).map(lambda n: n / 10_000))
def test_a_gain_closes_the_gap_and_one_unit_less_does_not(gap):
    gains = dti.gain_needed(WEIGHTS, 2020, gap)
    assert (gains["gain"] * gains["weight"] >= gap - 1e-12).all()
    assert ((gains["gain"] - 0.0001) * gains["weight"] < gap - 1e-12).all()


@given(st.lists(four_decimals, min_size=1, max_size=12), st.randoms())
def test_ranks_made_from_scores_never_conflict_in_any_order(values, random):
    ranks = pd.Series(values).rank(ascending=False, method="min").astype(int)
    rows = list(zip(map(str, range(len(values))), ranks, values, strict=True))
    random.shuffle(rows)
    table = scores({name: (rank, value, None, None, None) for name, rank, value in rows})
    assert list(dti.rank_conflicts(table)) == []
    for name, rank, value in rows:
        here = dti.standing(table, 2020, name, ranked=len(values))
        assert here.rank == rank
        assert (here.above is None) == (value == max(values))
        assert here.above is None or here.above.gap > 0
        assert here.below is None or here.below.gap < 0

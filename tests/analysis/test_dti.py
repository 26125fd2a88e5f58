"""The index: where a province stands, in figures that were published."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import Printed, edition, few, names, places, ranked, scores
from scipy.stats import percentileofscore

from helpers.analysis import dti
from helpers.analysis.edition import Edition
from helpers.store.data import DataPackage


def test_bac_giang_in_2020(known):
    here = dti.standing(Edition.of(known, 2020), "bac-giang")
    assert (here.rank, here.score, here.ranked, here.published) == (10, 0.3615, 63, 12)
    assert here.leader == dti.Neighbour("da-nang", 1, 0.4874, 0.1259)
    assert here.above == dti.Neighbour("kien-giang", 9, 0.3631, 0.0016) and here.above_is_next
    assert here.below == dti.Neighbour("hai-duong", 14, 0.3504, -0.0111)
    assert not here.below_is_next, "ranks 11 to 13 lie between"
    assert (here.behind, here.tied) == (53, ())
    assert here.percentile == pytest.approx(100 * 53.5 / 63)
    assert (here.mean, here.mean_gap) == (0.3026, 0.0589)


def test_bac_giang_in_2022_stands_against_the_mean_of_the_63_not_the_one_in_the_press(package):
    here = dti.standing(Edition.of(package, 2022), "bac-giang")
    assert (here.rank, here.score, here.published) == (9, 0.6440, 63)
    assert here.above == dti.Neighbour("thai-nguyen", 8, 0.6469, 0.0029) and here.above_is_next
    assert here.below == dti.Neighbour("nam-dinh", 10, 0.6390, -0.0050) and here.below_is_next
    assert (here.mean, here.mean_gap) == (0.5787, 0.0653)


@pytest.mark.parametrize(
    ("province", "other"), [("thanh-hoa", "yen-bai"), ("yen-bai", "thanh-hoa")]
)
def test_the_two_at_rank_15_share_it(package, province, other):
    here = dti.standing(Edition.of(package, 2022), province)
    assert (here.rank, here.tied, here.behind) == (15, (other,), 47)
    assert (here.above.rank, here.below.province, here.below.rank) == (14, "hau-giang", 17)
    assert here.above_is_next and here.below_is_next


def test_the_percentile_is_that_of_scipy(package):
    newest = Edition.of(package, 2022)
    totals = newest.table().set_index("province")["score"]
    assert len(totals) == 63
    for province, score in totals.items():
        here = dti.standing(newest, province)
        assert here.percentile == pytest.approx(percentileofscore(totals, score, kind="mean"))


def test_the_leader_the_unscored_the_unknown_and_the_one_after_a_hole(known):
    first_edition = Edition.of(known, 2020)
    first = dti.standing(first_edition, "da-nang")
    assert first.above is None and first.leader is None and not first.above_is_next
    assert first.below.gap == -0.0777 and first.below_is_next
    rank_only = dti.standing(first_edition, "thai-nguyen")
    assert (rank_only.rank, rank_only.behind) == (12, 51)
    assert rank_only.score is rank_only.above is rank_only.below is rank_only.mean_gap is None
    unknown = dti.standing(first_edition, "ha-nam")
    assert unknown.rank is unknown.score is unknown.behind is unknown.percentile is None
    after = dti.standing(first_edition, "hai-duong")
    assert after.above.province == "bac-giang" and not after.above_is_next


def test_a_main_index_without_printed_ranks_has_a_standing_too(package):
    here = dti.standing(Edition.of(package, 2022), "bac-giang", "infrastructure")
    assert (here.rank, here.score, here.published) == (None, 0.5586, 63)
    assert here.above.score > 0.5586 > here.below.score


@given(
    st.lists(st.integers(0, 10_000), min_size=1, max_size=9).flatmap(
        lambda totals: st.tuples(
            st.just(totals),
            st.lists(
                st.sampled_from(["shown", "rank only", "absent"]),
                min_size=len(totals),
                max_size=len(totals),
            ),
        )
    ),
    st.randoms(),
)
@few
def test_a_neighbour_is_called_the_next_only_if_it_is(case, random):
    totals, states = case
    table = ranked(totals)
    state = table["province"].map(dict(zip(names(len(totals)), states, strict=True)))
    table["score"] = table["score"].where(state == "shown")
    order = random.sample(range(len(table)), len(table))
    table = table[state != "absent"].reindex([row for row in order if states[row] != "absent"])
    whole = edition(table, ranked=len(totals))
    shown = [n for n, state in zip(totals, states, strict=True) if state == "shown"]
    hidden = [n for n, state in zip(totals, states, strict=True) if state != "shown"]
    for place, (name, own) in enumerate(zip(names(len(totals)), totals, strict=True)):
        here = dti.standing(whole, name)
        assert (here.published, here.ranked) == (len(shown), len(totals))
        assert (here.mean is None) == bool(hidden)
        assert hidden or here.mean == pytest.approx(sum(totals) / len(totals) / 10_000, abs=5.1e-5)
        assert here.rank == (None if states[place] == "absent" else places(totals)[place])
        if here.rank and "absent" not in states:
            level, worse = totals.count(own), sum(n < own for n in totals)
            assert (len(here.tied), here.behind) == (level - 1, worse)
            assert here.unscored_first == len(totals) - worse + 1
            assert here.percentile == pytest.approx(100 * (worse + level / 2) / len(totals))
        assert {totals[int(other[1:])] for other in here.tied} <= {own} and name not in here.tied
        if states[place] != "shown":
            assert here.score is here.above is here.below is here.leader is here.mean_gap is None
            assert here.unscored_last is None
            continue
        assert here.mean_gap == (None if hidden else round(own / 10_000 - here.mean, 4))
        best = max(shown)
        assert here.leader == (None if own == best else dti.Neighbour(
            here.leader.province, 1 + sum(n > best for n in totals), best / 10_000,
            round((best - own) / 10_000, 4)))  # fmt: skip
        better, worse = [n for n in shown if n > own], [n for n in shown if n < own]
        sides = [
            (here.above, here.above_is_next, min(better, default=None)),
            (here.below, here.below_is_next, max(worse, default=None)),
        ]
        for neighbour, is_next, nearest in sides:
            if nearest is None:
                assert neighbour is None and not is_next
                continue
            assert neighbour.gap == round((nearest - own) / 10_000, 4)
            assert neighbour.score == nearest / 10_000 == totals[int(neighbour.province[1:])] / 1e4
            assert neighbour.rank == 1 + sum(n > nearest for n in totals)
            between = [n for n in hidden if min(own, nearest) < n < max(own, nearest)]
            assert not (is_next and between)
            assert is_next or between or "absent" in states
        behind = here.below and sum(n > here.below.score * 10_000 + 0.5 for n in totals)
        assert here.unscored_last == behind


def test_an_edition_that_is_not_described_ranks_the_63_of_old(package):
    found = Edition.of(package, 1999)
    assert (found.ranked, found.mean, len(found.published), str(found)) == (63, None, 0, "1999")
    told = package["dti_editions"].query("edition == 2022").assign(provinces_ranked=34)
    for mean, known in ((None, None), (0.25, 0.25)):
        rows = told.assign(mean_total=pd.Series([mean] * len(told), told.index, "Float64"))
        found = Edition.of(DataPackage({**package.tables, "dti_editions": rows}), 2022)
        assert (found.ranked, found.mean) == (34, known)


def test_a_standing_alone_is_next_to_nobody_and_a_neighbour_may_have_no_rank():
    alone = dti.Standing("a", dti.TOTAL, 2020, 63, 0, 5, None, None, None, None)
    assert not alone.above_is_next and not alone.below_is_next
    assert alone.unscored_last is None and alone.unscored_first == 6
    unranked = replace(alone, below=dti.Neighbour("b", None, 0.1, -0.1))
    assert unranked.unscored_last is None


def test_a_component_is_in_the_order_of_ranks_and_of_scores_where_ranks_are_not_known():
    rows = {"a": (None, 0.2), "b": (2, 0.3), "c": (None, 0.4), "d": (1, None), "e": (2, 0.5)}
    table = scores({name: (*row, 0.1, None, None) for name, row in rows.items()})
    table = table[table["score"].notna() | table["rank"].notna()]
    assert dti.table(table)["province"].tolist() == ["d", "e", "b", "c", "a"]


def test_the_parts_of_the_most_provinces_are_taken_with_the_foundation_as_one():
    levels = ["total", "foundation", "foundation", "activity"]
    weights = pd.DataFrame(
        {
            "component": ["total", "x", "y", "z"],
            "level": levels,
            "points": [1000, 200, 301, 499],
            "adds_to_total": [False, True, True, True],
        }
    )
    lines = [("p0", "x", 0.1), ("p0", "y", 0.2), ("p0", "z", 0.3), ("p0", dti.FOUNDATION, 0.16)]
    alike = Printed(2022, rows_of(lines), weights, 2)
    assert alike.breakdown.weights.to_dict() == {"x": 0.2, "y": 0.301, "z": 0.499}, "finest first"
    assert (alike.breakdown.block, alike.breakdown.detailed) == ((), 1)
    assert not alike.breakdown.whole, "one of two"
    lines += [("p1", "z", 0.4), ("p1", dti.FOUNDATION, 0.5), ("p2", "z", 0.9)]
    most = Printed(2022, rows_of(lines), weights, 2).breakdown
    assert most.weights.to_dict() == {dti.FOUNDATION: 0.501, "z": 0.499}
    assert (most.block, most.detailed, most.whole) == (("x", "y"), 1, True)
    assert most.totals.index.tolist() == ["p1", "p0"]
    assert most.totals.tolist() == pytest.approx([0.501 * 0.5 + 0.499 * 0.4, 0.22986])


def rows_of(lines):
    """A table of scores from (province, component, score)."""
    frame = pd.DataFrame(lines, columns=["province", "component", "score"])
    return frame.assign(edition=2022, rank=pd.NA)


def test_equal_scores_share_a_rank_at_the_precision_asked_for():
    close = pd.Series([0.30004, 0.30001, 0.3001])
    assert dti.ranks(close).tolist() == [2, 2, 1]
    assert dti.ranks(close, decimals=5).tolist() == [2, 3, 1]


@pytest.mark.parametrize(("number", "first"), [(2020, 10), (2022, 63)])
def test_ranking_the_published_totals_gives_the_published_ranks(package, number, first):
    rows = Edition.of(package, number).table().head(first)
    assert dti.ranks(rows["score"]).tolist() == rows["rank"].tolist()


def test_scores_that_differ_in_binary_only_share_a_rank_and_the_missing_has_none():
    found = dti.ranks(pd.Series([0.3, 0.1 + 0.2, None, 0.2, 0.4]))
    assert found.tolist() == [2, 2, pd.NA, 4, 1]


def test_2020_breaks_down_into_three_pillars_of_ten_provinces(package):
    breakdown = Edition.of(package, 2020).breakdown
    assert breakdown.weights.to_dict() == dict(zip(dti.PILLARS, (0.4, 0.3, 0.3), strict=True))
    assert breakdown.scores.shape == (10, 3) and not breakdown.whole
    assert breakdown.block == () and breakdown.detailed == 10


def test_2022_breaks_down_into_the_foundation_and_three_activities_of_all(package):
    breakdown = Edition.of(package, 2022).breakdown
    order = [dti.FOUNDATION, *dti.ACTIVITIES.values()]
    assert breakdown.weights.to_dict() == dict(zip(order, (0.5, 0.2, 0.15, 0.15), strict=True))
    assert breakdown.scores.shape == (63, 4) and breakdown.whole
    assert len(breakdown.block) == 5 and "awareness" in breakdown.block and breakdown.detailed == 5
    assert list(breakdown.totals.index[:3]) == ["da-nang", "ho-chi-minh", "quang-ninh"]


def test_without_computed_rows_2022_is_known_in_full_detail_for_five(package):
    breakdown = Printed.of(package, 2022).breakdown
    assert breakdown.scores.shape == (5, 8) and not breakdown.whole
    assert breakdown.block == ()
    assert breakdown.weights.sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("number", "ranks", "basis"),
    [(2020, [7, 14, 25], "printed"), (2022, [23, 10, 19], "computed")],
)
def test_the_pillar_ranks_of_bac_giang(package, number, ranks, basis):
    profile = dti.pillar_profile(Edition.of(package, number), "bac-giang")
    assert profile["component"].tolist() == list(dti.PILLARS)
    assert profile["rank"].tolist() == ranks
    assert set(profile["basis"]) == {basis}
    assert (profile["best"] > profile["score"]).all() and set(profile["leader"]) == {"da-nang"}


def test_a_pillar_of_which_nothing_is_known_has_no_row(known):
    profile = dti.pillar_profile(Edition.of(known, 2020), "thai-nguyen")
    assert profile[["component", "rank"]].values.tolist() == [["digital_government", 3]]
    assert profile["score"].isna().all()
    assert dti.pillar_profile(Edition.of(known, 2020), "ha-nam").empty


def test_a_pillar_stands_beside_the_best_known_score_by_hand():
    table = scores({"a": (1, 0.5, 0.5, 0.4, None), "b": (2, 0.4, 0.6, 0.3, None),
                    "c": (3, 0.3, 0.6, 0.4, None)})  # fmt: skip
    extra = {"province": "a", "component": "digital_society", "rank": 3, "basis": "printed"}
    table = pd.concat([table, pd.DataFrame([{"edition": 2020, "source": "t", **extra}])])
    profile = dti.pillar_profile(edition(table), "a")
    society = profile.iloc[2]
    assert (society["rank"], society["leader"], society["source"]) == (3, "", "t")
    assert pd.isna(society["score"]) and pd.isna(society["best"])
    words = ["component", "rank", "score", "best", "leader", "basis", "source"]
    assert profile.columns.tolist() == words
    assert profile["score"].iloc[:2].tolist() == [0.5, 0.4]
    assert profile["best"].iloc[:2].tolist() == [0.6, 0.4]
    assert profile["leader"].iloc[0] in "bc" and profile["leader"].iloc[1] in "ac"

"""The table proves itself: totals, parts, ranks, and what follows from what is published."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import altered, edition, scores, with_scores

from helpers.analysis import dti, proof
from helpers.analysis.edition import Edition

EXPECTED = {"tra-vinh": (29, 27, 26), "ho-chi-minh": (3, 3, 4), "ha-noi": (40, 18, 30),
            "bac-giang": (23, 10, 19)}  # fmt: skip


def unprinted(package):
    """The scores without any published pillar of edition 2022: all of them must be computed."""
    table = package["dti_scores"]
    return table[~((table["edition"] == 2022) & table["component"].isin(dti.PILLARS))]


@pytest.mark.parametrize(("number", "full", "part"), [(2020, 10, 0), (2021, 0, 0), (2022, 5, 58)])
def test_every_total_follows_from_what_is_published(package, number, full, part):
    proven = proof.proof(Edition.of(package, number))
    assert proven["holds"].all()
    assert ((proven["known"] == proven["parts"]).sum(), len(proven)) == (full, full + part)


def test_a_total_off_by_two_units_is_found():
    table = scores({"a": (1, 0.5, 0.5, 0.5, 0.5), "b": (2, 0.4002, 0.4, 0.4, 0.4),
                    "c": (3, 0.3, 0.3, None, None), "d": (4, 0.2, None, None, None)})  # fmt: skip
    proven = proof.proof(edition(table)).set_index("province")
    assert proven["holds"].to_dict() == {"a": True, "b": False, "c": True}
    held = proof.tally(edition(table))
    assert (held.full, held.full_holding, held.part, held.part_holding) == (2, 1, 1, 1)
    assert held.largest == pytest.approx(0.0002)
    assert proof.tally(edition(table[:0])).largest == 0


def test_what_is_left_of_a_total_has_bounds():
    rows = {"least": (3, 0.2), "most": (1, 0.8), "low": (4, 0.1998), "high": (2, 0.8002)}
    table = scores({name: (*row, 0.5, None, None) for name, row in rows.items()})
    proven = proof.proof(edition(table)).set_index("province")
    assert (proven["most"] == 0.6).all()
    assert proven["holds"].to_dict() == {"least": True, "most": True, "low": False, "high": False}


def test_the_published_pillars_and_ranks_of_2022_come_out(package):
    computed = proof.derived(Edition.of(with_scores(package, unprinted(package)), 2022))
    wide = computed.set_index(["province", "component"])
    for pillar, published in zip(dti.PILLARS, (0.6683, 0.6647, 0.5991), strict=True):
        row = wide.loc[("tra-vinh", pillar)]
        assert abs(row["score"] - published) <= 0.0001 + 1e-9
        assert len(computed[computed["component"] == pillar]) == 63
    for province, ranks in EXPECTED.items():
        found = tuple(int(wide.loc[(province, pillar), "rank"]) for pillar in dti.PILLARS)
        assert found == ranks, province


def test_the_foundation_of_2021_from_the_pillars_of_one_province(package):
    computed = proof.derived(Edition.of(package, 2021))
    assert set(computed["province"]) == {"lam-dong"}
    found = computed.set_index("component")["score"]
    assert found["foundation"] == pytest.approx(0.7 * 0.5187 + 0.65 * (0.4794 + 0.4950) - 0.4626)
    assert found["government_activity"] == 0.4808
    assert computed["rank"].isna().all(), "one province of 63 has no rank"


def test_nothing_follows_where_there_is_one_level(package):
    assert proof.derived(Edition.of(package, 2020)).empty


def test_no_rank_is_computed_when_one_province_is_missing(package):
    table = unprinted(package)
    gone = (table["province"] == "ca-mau") & (table["component"] == "society_activity")
    computed = proof.derived(Edition.of(with_scores(package, table[~gone]), 2022))
    assert computed["rank"].isna().all() and computed["province"].nunique() == 62


def test_what_is_published_stays_and_what_is_computed_is_marked(package):
    table = package["dti_scores"]
    full = pd.concat(Edition.of(package, number).scores for number in (2020, 2021, 2022))
    key = ["edition", "province", "component"]
    assert not full.duplicated(key).any()
    both = table.merge(full, on=key, suffixes=("", "_full"))
    assert len(both) == len(table)
    printed = both["score"].notna()
    assert (both.loc[printed, "score"] == both.loc[printed, "score_full"]).all()
    ranked = both["rank"].notna()
    assert (both.loc[ranked, "rank"] == both.loc[ranked, "rank_full"]).all()
    row = full[(full["province"] == "ha-noi") & (full["component"] == "digital_economy")].iloc[0]
    assert (row["basis"], row["rank"], row["confirmed_by"]) == ("computed", 18, "hcmc-hanoi-2022")


def test_no_published_figure_contradicts_the_others(package):
    for number in (2020, 2021, 2022):
        assert list(proof.contradictions(Edition.of(package, number))) == []


@pytest.mark.parametrize(
    ("province", "component", "values", "fault"),
    [
        ("tra-vinh", "digital_economy", {"score": 0.6650}, "0.6650, but 0.6648 follows"),
        ("ha-noi", "digital_society", {"rank": 31}, "rank 31, but 30 follows"),
        ("bac-giang", "total", {"score": 0.1}, "foundation would have to be -0.3925"),
    ],
)
def test_each_contradiction_is_named(package, province, component, values, fault):
    table = altered(package["dti_scores"], 2022, {province: {component: values}})
    found = list(proof.contradictions(Edition.of(with_scores(package, table), 2022)))
    assert any(province in text and fault in text for _, text in found), found
    index = table[(table["edition"] == 2022) & (table["province"] == province)
                  & (table["component"] == component)].index[0]  # fmt: skip
    assert index in [row for row, _ in found]


main_index = st.floats(0, 1, allow_nan=False)


@given(st.lists(st.tuples(*[main_index] * 4), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_the_true_pillars_lie_within_the_tolerance(package, rows):
    lines, truth = [], {}
    for place, (base, *acts) in enumerate(rows):
        total = 0.5 * base + 0.2 * acts[0] + 0.15 * (acts[1] + acts[2])
        lines.append((f"p{place}", "total", total))
        lines += [(f"p{place}", name, act)
                  for name, act in zip(dti.ACTIVITIES.values(), acts, strict=True)]  # fmt: skip
        truth[f"p{place}", "foundation"] = base
        for pillar, points, act in zip(dti.PILLARS, (700, 650, 650), acts, strict=True):
            truth[f"p{place}", pillar] = (500 * base + (points - 500) * act) / points
    frame = pd.DataFrame(lines, columns=["province", "component", "score"]).round({"score": 4})
    frame = frame.assign(edition=2022, rank=pd.NA, basis="printed", source="s", confirmed_by="")
    computed = proof.derived(Edition.of(with_scores(package, frame), 2022))
    for row in computed.itertuples():
        error = abs(row.score - truth[row.province, row.component])
        # A pillar is itself rounded to four decimals.
        assert error <= row.tolerance + dti.HALF_UNIT + 1e-9


@given(st.lists(st.floats(0.3, 0.302), min_size=2, max_size=12))
def test_the_true_rank_is_never_outside_what_rounding_leaves_open(values):
    truth = pd.Series(values)
    rows = pd.DataFrame({"province": [str(n) for n in range(len(values))], "component": "total",
                         "score": truth.round(4), "tolerance": dti.HALF_UNIT})  # fmt: skip
    open_ones = proof.rank_intervals(rows)
    above = np.array([(truth > value).sum() for value in truth])
    assert (open_ones["best"] <= above + 1).all()
    assert (above + 1 <= open_ones["worst"]).all()


def test_rounding_hides_an_order_only_in_a_tie(package):
    ten = proof.rounding(Edition.of(package, 2020)).head(10)
    assert (ten["best"] == ten["worst"]).all() and list(ten["best"]) == list(range(1, 11))
    rows = proof.rounding(Edition.of(package, 2022)).set_index("province")
    unsure = rows[rows["best"] != rows["worst"]]
    assert unsure[["best", "worst"]].to_numpy().tolist() == [[15, 16], [15, 16]]
    assert set(unsure.index) == {"thanh-hoa", "yen-bai"}


def test_published_ranks_contradict_no_score(package):
    assert list(proof.rank_conflicts(package["dti_scores"])) == []


def test_contradicting_ranks_are_named():
    def conflicts(*ranks):
        rows = zip("abc", ranks, (0.5, 0.4, 0.3), strict=True)
        table = scores({name: (rank, score, None, None, None) for name, rank, score in rows})
        return [fault for _, fault in proof.rank_conflicts(table)]

    assert conflicts(1, 3, 2) == ["c, total of edition 2020: rank 2, but 2 scores are higher"]
    assert conflicts(2, 5, 4) == ["c, total of edition 2020: rank 4 with a lower score than rank 5"]

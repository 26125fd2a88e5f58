"""The table proves itself: totals, parts, ranks, and what follows from what is published."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from samples import altered, edition, few, names, scores, with_scores

from helpers.analysis import dti, proof
from helpers.analysis.edition import Edition, every

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
                    "c": (3, 0.3, 0.3, None, None), "d": (4, 0.2, None, None, None),
                    "e": (5, None, 0.1, 0.1, 0.1)})  # fmt: skip
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
    full = pd.concat(each.scores for each in every(package))
    key = ["edition", "provinces_ranked", "province", "component"]
    assert not full.duplicated(key).any()
    both = table.merge(full, on=key, suffixes=("", "_full"))
    assert len(both) == len(table)
    printed = both["score"].notna()
    assert (both.loc[printed, "score"] == both.loc[printed, "score_full"]).all()
    ranked = both["rank"].notna()
    assert (both.loc[ranked, "rank"] == both.loc[ranked, "rank_full"]).all()
    full = full[(full["edition"] == 2022) & (full["component"] == "digital_economy")]
    row = full[full["province"] == "ha-noi"].iloc[0]
    assert (row["basis"], row["rank"], row["confirmed_by"]) == ("computed", 18, "hcmc-hanoi-2022")


def test_no_published_figure_contradicts_the_others(package):
    for each in every(package):
        assert list(proof.contradictions(each)) == []


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
@settings(max_examples=40)
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
    frame = frame.assign(edition=2022, provinces_ranked=63, rank=pd.NA, basis="printed")
    frame = frame.assign(source="s", confirmed_by="")
    computed = proof.derived(Edition.of(with_scores(package, frame), 2022))
    for row in computed.itertuples():
        error = abs(row.score - truth[row.province, row.component])
        # A pillar is itself rounded to four decimals.
        assert error <= row.tolerance + dti.HALF_UNIT + 1e-9


@given(st.lists(st.floats(0.3, 0.302), min_size=2, max_size=12))
@few
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
    assert conflicts(1, 2, 2) == ["c, total of edition 2020: rank 2, but 2 scores are higher"]


levels = st.integers(0, 4), st.integers(1, 6)


@few
@given(st.lists(st.tuples(st.sampled_from("xxy"), *levels), max_size=7))
def test_rank_conflicts_are_those_of_a_plain_count(drawn):
    frame = pd.DataFrame(drawn, columns=["component", "score", "rank"])
    frame = frame.assign(edition=2020, provinces_ranked=63, province=names(len(frame)))
    expected = set()
    for place, (component, score, rank) in enumerate(drawn):
        better = [other[2] for other in drawn if other[0] == component and other[1] > score]
        if rank <= len(better):
            expected.add((place, f"{len(better)} scores are higher"))
        elif rank < max(better, default=0):
            expected.add((place, f"a lower score than rank {max(better)}"))
    found = list(proof.rank_conflicts(frame))
    assert {(place, text.split("but ")[-1].split("with ")[-1]) for place, text in found} == expected
    assert len(found) == len(expected)


part = st.none() | st.integers(0, 10_000)


@few
@given(st.lists(st.tuples(st.integers(0, 10_000), part, part, part), min_size=1, max_size=4))
@example([(1, 0, 0, 0), (5, 5, 5, 5), (5000, 0, 0, None), (3001, None, 5, 0), (1, 0, 0, 1)])
def test_a_total_is_held_against_its_parts_as_by_hand(rows):
    shown = {f"p{place}": (place + 1, *(each if each is None else each / 10_000 for each in row))
             for place, row in enumerate(rows)}  # fmt: skip
    proven = proof.proof(edition(scores(shown))).set_index("province")
    having = [f"p{place}" for place, row in enumerate(rows) if row[1:] != (None, None, None)]
    assert proven.index.tolist() == having
    for name, found in proven.iterrows():
        total, *parts = rows[int(name[1:])]
        known = [(weight, value) for weight, value in zip((4, 3, 3), parts, strict=True)
                 if value is not None]  # fmt: skip
        # In units of 1e-5; half a unit of the fourth decimal is five of them.
        summed, here = sum(weight * value for weight, value in known), sum(w for w, _ in known)
        left, room = 10 * total - summed, 5 + here / 2
        assert (found["known"], found["parts"], found["score"]) == (len(known), 3, total / 10_000)
        assert found["recomputed"] == pytest.approx(summed / 100_000)
        assert found["residual"] == pytest.approx(left / 100_000, abs=1e-12)
        assert found["most"] == (10 - here) / 10
        assert found["tolerance"] == pytest.approx(room / 100_000, abs=2e-9)
        assert found["holds"] == (-room <= left <= 10_000 * (10 - here) + room)


def test_the_tally_in_words():
    assert str(proof.Tally(0, 0, 0, 0, 0.0)) == "no total with published components"
    assert str(proof.Tally(3, 2, 1, 0, 0.00004)) == (
        "2 of 3 totals follow from all their components (largest residual 0.00004), "
        "0 of 1 agree with the components published"
    )
    table = scores({"a": (1, 0.5, 0.5002, 0.5002, 0.5002), "b": (2, 0.4001, 0.4, 0.4, 0.4)})
    assert proof.tally(edition(table)).largest == pytest.approx(0.0002), "whichever way it is off"


bounds = st.tuples(st.sampled_from("xy"), st.integers(0, 6), st.integers(0, 3))


@few
@given(st.lists(bounds, min_size=1, max_size=7))
@example([("x", 1, 1), ("x", 3, 1), ("x", 3, 1), ("y", 2, 1), ("y", 2, 0)])
def test_the_ranks_that_intervals_leave_open_are_those_of_a_plain_count(rows):
    frame = pd.DataFrame(rows, columns=["component", "score", "tolerance"])
    found = proof.rank_intervals(frame)
    ends = [(component, middle - room, middle + room) for component, middle, room in rows]
    best = [1 + sum(o[0] == c and o[1] >= high for o in ends) for c, _, high in ends]
    worst = [sum(o[0] == c and o[2] > low for o in ends) for c, low, _ in ends]
    wide = [place for place, row in enumerate(rows) if row[2]]
    assert found["lower"].tolist() == [low for _, low, _ in ends]
    assert found["upper"].tolist() == [high for _, _, high in ends]
    assert found["worst"][wide].tolist() == [worst[place] for place in wide]
    assert found["best"][wide].tolist() == [best[place] for place in wide]
    again = proof.rank_intervals(found.drop(columns=["tolerance", "best", "worst"]))
    assert again[["best", "worst"]].equals(found[["best", "worst"]])


def test_what_all_components_allow_can_tell_equal_totals_apart():
    shown = {"a": (1, 0.5, 0.5, 0.5002, 0.5), "b": (1, 0.5, 0.4998, 0.5, 0.5001),
             "c": (3, 0.4, None, 0.4, 0.4), "d": (4, 0.3999, 0.3999, 0.3999, 0.3999),
             "e": (5, None, 0.1, 0.1, 0.1)}  # fmt: skip
    rows = proof.rounding(edition(scores(shown))).set_index("province")
    assert rows["lower"].tolist() == pytest.approx([0.50001, 0.49995, 0.39995, 0.39985], abs=5e-9)
    assert rows["upper"].tolist() == pytest.approx([0.50005, 0.5, 0.40005, 0.39995], abs=5e-9)
    assert rows[["best", "worst"]].to_numpy().tolist() == [[1, 1], [2, 2], [3, 3], [4, 4]]
    assert rows["last"].tolist() == [1, 1, 3, 4]
    same = proof.rounding(edition(scores(dict.fromkeys("abc", (2, 0.5, None, None, None)))))
    assert same[["best", "worst", "last"]].to_numpy().tolist() == [[1, 3, 4]] * 3


#: The points of each pillar, and of the activities it alone has.
POINTS = {"digital_government": (700, 200), "digital_economy": (650, 150),
          "digital_society": (650, 150)}  # fmt: skip
drawn_rows = st.tuples(st.sampled_from(["acts", "pillars", "both", "neither"]),
                       *[st.integers(0, 10_000)] * 7)  # fmt: skip


def printed(lines, **more):
    """Published rows of 2022 from (province, component, score or None, rank or None)."""
    frame = pd.DataFrame(lines, columns=["province", "component", "score", "rank"])
    frame = frame.assign(edition=2022, basis="printed", confirmed_by="", **more)
    frame = frame.assign(provinces_ranked=63)
    return frame.astype({"edition": "Int64", "rank": "Int64", "score": "float64"})


def by_hand(kind, total, *values):
    """What follows from a province's figures: {component: (score, tolerance in half units)}."""
    acts, pillars = values[:3], values[3:]
    found = {}
    if kind in ("acts", "both"):
        base = 1000 * total - 200 * acts[0] - 150 * acts[1] - 150 * acts[2]
        found["foundation"] = (base / 500, 1500 / 500)
        for (pillar, (points, own)), act in zip(POINTS.items(), acts, strict=True):
            found[pillar] = ((base + own * act) / points, (1500 - own) / points)
    elif kind == "pillars":
        base = (700 * pillars[0] + 650 * pillars[1] + 650 * pillars[2] - 1000 * total) / 2
        found["foundation"] = (base / 500, 1500 / 500)
        for (name, (points, own)), pillar in zip(POINTS.items(), pillars, strict=True):
            found[dti.ACTIVITIES[name]] = ((points * pillar - base) / own, (points + 1500) / own)
    return found


def lines_of(name, kind, total, *values):
    """The rows of a province; one figure is missing where nothing is to follow from them."""
    acts = [*zip(dti.ACTIVITIES.values(), values[:3], strict=True)]
    pillars = [*zip(dti.PILLARS, values[3:], strict=True)]
    shown = {"acts": acts, "pillars": acts[1:] + pillars, "both": acts + pillars}
    shown = shown.get(kind, acts[:2] + pillars[1:])
    return [(name, each, value / 10_000, None) for each, value in [("total", total), *shown]]


@few
@example(rows=[("acts", 0, 11, 0, 297, 0, 0, 0), ("acts", 0, 12, 0, 299, 0, 0, 0)])
@given(rows=st.lists(drawn_rows, min_size=1, max_size=3))
def test_what_follows_from_the_published_is_computed_as_by_hand(package, rows):
    lines = [line for n, row in enumerate(rows) for line in lines_of(f"p{n}", *row)]
    table = printed(lines, row="").assign(source=lambda frame: "of " + frame["province"])
    weights = Edition.of(package, 2022).weights
    found = proof.derived(Edition(2022, table, weights, len(rows)))
    expected = {(f"p{n}", name): value for n, row in enumerate(rows)
                for name, value in by_hand(*row).items()}  # fmt: skip
    assert set(zip(found["province"], found["component"], strict=True)) == set(expected)
    assert len(found) == len(expected)
    for row in found.itertuples():
        score, room = expected[row.province, row.component]
        decimals = 6 if row.component == "foundation" else 4
        assert row.score == pytest.approx(score / 10_000, abs=0.5001 * 10**-decimals)
        assert row.score == round(row.score, decimals)
        assert row.tolerance == pytest.approx(room * dti.HALF_UNIT)
        assert (row.source, row.basis) == (f"of {row.province}", "computed")
        beside = found[found["component"] == row.component]
        shown = beside["score"].round(4)  # halves as the ranks round them, not as a float does
        better = int((shown > np.round(row.score, 4)).sum())
        assert row.rank is pd.NA if len(beside) < len(rows) else row.rank == 1 + better


def test_a_published_rank_stays_with_the_score_that_follows_and_a_score_as_it_was(package):
    lines = [("a", name, 0.5, None) for name in ("total", *dti.ACTIVITIES.values())]
    lines += [("a", "digital_economy", None, 7), ("a", "digital_society", 0.51, 9)]
    lines += [("b", "digital_economy", None, 8), ("b", "total", None, 2)]
    whole = Edition(2022, printed(lines, source="s", row="r"), package["dti_weights"].query(
        "edition == 2022"), 2)  # fmt: skip
    full = proof.completed(whole).set_index(["province", "component"])
    assert full.index.is_unique and len(full) == 10
    economy = full.loc[("a", "digital_economy")]
    assert (economy["score"], economy["rank"], economy["basis"]) == (0.5, 7, "computed")
    assert (economy["confirmed_by"], economy["row"]) == ("s", "r")
    society = full.loc[("a", "digital_society")]
    assert (society["score"], society["rank"], society["tolerance"]) == (0.51, 9, dti.HALF_UNIT)
    assert society["confirmed_by"] == "" and society["basis"] == "printed"
    government = full.loc[("a", "digital_government")]
    assert government[["confirmed_by", "row"]].tolist() == ["", ""] and pd.isna(government["rank"])
    assert pd.isna(full.loc[("b", "digital_economy"), "score"])
    assert full.loc[("b", "digital_economy"), "rank"] == 8
    alone = proof.completed(replace(whole, ranked=1)).set_index(["province", "component"])["rank"]
    assert (alone["a", "digital_government"], alone["a", "digital_economy"]) == (1, 7)
    # The society score contradicts; the rank of the economy is one of three held against.
    held = proof.agreement(whole)
    assert (held.provinces, held.printed, held.agree) == (1, 3, 2)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        # The foundation has 1.5 units of room, a pillar of 650 points 1350/650/2 and its own half.
        ({"digital_economy": 0.5001}, None),
        ({"digital_economy": 0.4999}, None),
        ({"digital_economy": 0.5002}, "0.5002, but 0.5000 follows"),
        ({"digital_economy": 0.4998}, "0.4998, but 0.5000 follows"),
        ({"total": 0.75, "society_activity": 1, "economy_activity": 1, "government_activity": 1},
         None),
        ({"total": 0.2500}, None),
        ({"total": 0.2499}, "foundation would have to be -0.0002"),
        ({"total": 0.7500}, None),
        ({"total": 0.7501}, "foundation would have to be 1.0002"),
    ],
)  # fmt: skip
def test_only_what_rounding_does_not_allow_is_a_contradiction(package, values, said):
    shown = dict.fromkeys(("total", *dti.ACTIVITIES.values()), 0.5) | values
    table = printed([("a", name, score, None) for name, score in shown.items()], source="s", row="")
    found = list(proof.contradictions(Edition(2022, table, Edition.of(package, 2022).weights, 9)))
    place = list(shown).index(next(iter(values)))
    assert [row for row, _ in found] == ([] if said is None else [place])
    assert all(said in text for _, text in found)


def test_a_published_rank_is_held_against_the_ranks_that_rounding_leaves_open(package):
    def faults(*ranks, count=3):
        lines = []
        for name, score, rank in zip("abc", (0.6, 0.5, 0.5), ranks, strict=True):
            lines += [(name, each, score, None) for each in ("total", *dti.ACTIVITIES.values())]
            lines.append((name, "digital_economy", score, rank))
        weights = Edition.of(package, 2022).weights
        held = Edition(2022, printed(lines, source="s", row=""), weights, count)
        return [text.split(": ")[1] for _, text in proof.contradictions(held)]

    assert faults(1, 2, 2) == faults(1, 2, 3) == faults(1, 3, 2) == faults(1, None, None) == []
    assert faults(2, 1, 4) == [
        "rank 2, but 1 follows",
        "rank 1, but 2-3 follows",
        "rank 4, but 2-3 follows",
    ]
    assert faults(2, 1, 4, count=4) == [], "not all that are ranked have a score"


def test_what_an_analyst_changes_in_place_is_proven_anew():
    table = scores({"a": (1, 0.5, 0.5, 0.5, 0.5), "b": (2, 0.4, 0.4, 0.4, 0.4)})
    here = edition(table)
    assert proof.proof(here)["holds"].all()
    rows = here.published
    rows.loc[rows["province"].eq("b") & rows["component"].eq(dti.TOTAL), "score"] = 0.45
    assert proof.proof(here).set_index("province")["holds"].to_dict() == {"a": True, "b": False}
    uneven = scores({"a": (1, 0.5, 0.5, 0.5, 0.5), "b": (2, 0.4, 0.3, 0.4, 0.5)})
    here = edition(uneven)
    before = proof.proof(here)["recomputed"].tolist()
    here.weights.loc[here.weights.index[-1], "points"] *= 3
    assert proof.proof(here)["recomputed"].tolist() != before

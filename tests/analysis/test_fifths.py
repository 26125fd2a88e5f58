"""Fifths of ranks and moves within a region: by hand, and by what must hold of any ranks."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from samples import edition, few, names, places

from helpers.analysis import fifths, peers
from helpers.analysis.edition import Edition

REGIONS = ("north", "south", "")


@given(st.integers(1, 70))
def test_fifths_part_all_ranks_and_are_as_equal_as_can_be(ranked):
    found = fifths.classes(ranked)
    held = [rank for _, row in found.iterrows() for rank in range(row["low"], row["high"] + 1)]
    assert held == list(range(1, ranked + 1)) and len(found) == min(5, ranked)
    sizes = (found["high"] - found["low"] + 1).tolist()
    assert sizes == sorted(sizes, reverse=True) and max(sizes) - min(sizes) <= 1


def table(ranks):
    """The totals of an edition in which p0, p1 ... have these ranks, none where None."""
    rows = [(2020, province, "total", None, rank)
            for province, rank in zip(names(len(ranks)), ranks, strict=True)
            if rank is not None]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["edition", "province", "component", "score", "rank"])
    frame = frame.assign(basis="printed", source="s", confirmed_by="", row="r")
    return frame.astype({"edition": "Int64", "rank": "Int64", "score": "float64"})


def units(regions):
    """The table of provinces p0, p1 ... in these regions."""
    never = pd.Series([pd.NaT] * len(regions))
    return pd.DataFrame({"province": names(len(regions)), "region": regions,
                         "valid_from": never, "valid_until": never})  # fmt: skip


@st.composite
def ranked(draw):
    """Ranks with ties, some not known, and a region each."""
    scores = draw(st.lists(st.integers(0, 6), min_size=1, max_size=30))
    ranks = [rank if draw(st.booleans()) else None for rank in places(scores)]
    regions = draw(st.lists(st.sampled_from(REGIONS), min_size=len(ranks), max_size=len(ranks)))
    return ranks, regions


@few
@given(ranked())
def test_every_known_rank_is_in_its_fifth_and_who_shares_it_shares_the_fifth(case):
    ranks, regions = case
    found = fifths.of_units(edition(table(ranks), ranked=len(ranks)), units(regions))
    assert sorted(found["province"]) == sorted(names(len(ranks)))
    bounds = fifths.classes(len(ranks)).set_index("fifth")
    known = found.dropna(subset=["rank"])
    assert dict(zip(known["province"], known["rank"], strict=True)) == {
        f"p{place}": rank for place, rank in enumerate(ranks) if rank is not None
    }
    assert found["fifth"].isna().equals(found["rank"].isna())
    for _, row in known.iterrows():
        low, high = bounds.loc[row["fifth"], ["low", "high"]]
        assert low <= row["rank"] <= high
    assert known.groupby("rank")["fifth"].nunique().le(1).all()


@few
@given(ranked())
def test_the_company_is_counted_only_where_all_of_the_region_is_known(case):
    ranks, regions = case
    found = fifths.of_units(edition(table(ranks), ranked=len(ranks)), units(regions))
    here = fifths.company(found, "p0")
    assert (here is None) == (ranks[0] is None)
    if here is None:
        return
    others = [place for place in range(1, len(ranks)) if regions[place] == regions[0]]
    fifth = found.set_index("province")["fifth"]
    whole = "" not in regions and others and all(ranks[place] is not None for place in others)
    assert here.fifth == fifth["p0"]
    assert here.others == (len(others) if whole else None)
    same = sum(fifth[f"p{place}"] == fifth["p0"] for place in others) if whole else None
    assert here.beside == same


@few
@given(ranked())
def test_the_leading_region_has_more_of_the_first_fifth_than_any_other(case):
    ranks, regions = case
    found = fifths.of_units(edition(table(ranks), ranked=len(ranks)), units(regions))
    leading = fifths.leading(found)
    first = found.loc[found["fifth"] == 1, "region"].tolist()
    counts = sorted(((first.count(each), each) for each in set(first)), reverse=True)
    whole = "" not in regions and None not in ranks
    if not whole or not counts or [count for count, _ in counts].count(counts[0][0]) > 1:
        assert leading is None
    else:
        assert (leading.count, leading.region) == counts[0]
        assert leading.members == regions.count(leading.region)


def test_bac_giang_in_2022_by_hand(package):
    found = fifths.of_units(Edition.of(package, 2022), package["provinces"])
    here = fifths.company(found, "bac-giang")
    assert (here.fifth, here.others, here.beside) == (1, 13, 2), "Lạng Sơn and Thái Nguyên"
    early = fifths.of_units(Edition.of(package, 2020), package["provinces"])
    here = fifths.company(early, "bac-giang")
    assert here.fifth == 1 and here.others is None, "ten of its region have no known rank"
    assert fifths.company(early, "lai-chau") is None and fifths.leading(early) is None


def moved(now, before):
    """The moves of a region of p0, p1 ..., with both editions."""
    here, earlier = edition(table(now), ranked=len(now)), edition(table(before), ranked=len(now))
    members = peers.same_region(here, units(["north"] * len(now)), "p0")
    return here, earlier, peers.moves(members, earlier)


@few
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans(), st.booleans()),
                min_size=1, max_size=14))  # fmt: skip
@example([(1, 5, True, True), (2, 5, True, True), (0, 5, True, True)])
@example([(5, 1, True, True), (5, 2, True, True), (5, 0, True, True)])
def test_who_passed_whom_is_what_the_ranks_say(rows):
    now, before = (
        [rank if row[2 + way] else None
         for rank, row in zip(places([row[way] for row in rows]), rows, strict=True)]
        for way in (0, 1)
    )  # fmt: skip
    here, earlier, found = moved(now, before)
    ranks = found.set_index("province")
    known = {f"p{place}" for place in range(len(rows)) if now[place] or before[place]}
    assert set(found["province"]) == known
    for place, (new, old) in enumerate(zip(now, before, strict=True)):
        if new and old:
            assert ranks["change"][f"p{place}"] == old - new
        elif new or old:
            assert pd.isna(ranks["change"][f"p{place}"])
    if now[0] is None:
        return
    turn = peers.turn(found, here, earlier, "p0")
    both = [place for place in range(1, len(rows)) if now[place] and before[place] and before[0]]
    above = {f"p{each}" for each in both if before[each] > before[0] and now[each] < now[0]}
    below = {f"p{each}" for each in both if before[each] < before[0] and now[each] > now[0]}
    assert (set(turn.above), set(turn.below)) == (above, below)
    sure = sum(rank is not None and rank < now[0] for rank in now) == now[0] - 1
    assert turn.now == (now[0] if sure else None), "all are in the region"
    if before[0] is not None:
        sure = sum(rank is not None and rank < before[0] for rank in before) == before[0] - 1
        assert turn.before == (before[0] if sure else None)


def test_bac_giang_fell_from_first_to_third_of_its_region(package):
    here, before = Edition.of(package, 2021), Edition.of(package, 2020)
    members = peers.same_region(here, package["provinces"], "bac-giang")
    found = peers.moves(members, before)
    turn = peers.turn(found, here, before, "bac-giang")
    assert (turn.before, turn.now) == (1, 3)
    assert (turn.above, turn.below) == (("lang-son", "thai-nguyen"), ())
    alone = peers.turn(peers.moves(members, None), here, None, "bac-giang")
    assert (alone.now, alone.before, alone.above) == (3, None, ())


@pytest.mark.parametrize("number", [2020, 2021, 2022])
def test_without_an_edition_before_nothing_moves(package, number):
    members = peers.same_region(Edition.of(package, number), package["provinces"], "bac-giang")
    found = peers.moves(members, None)
    assert found["before"].isna().all() and found["change"].isna().all()
    assert found["rank"].notna().all() and len(found) == members["rank"].notna().sum()

"""What matters most: the best and the worst component, by hand and by what must not change it."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from samples import edition, few, names, places

from helpers.analysis import gaps, story
from helpers.analysis.dti import ACTIVITIES, FOUNDATION, PILLARS
from helpers.analysis.edition import Edition
from helpers.store.data import DataPackage

INDEXES = ["infrastructure", gaps.REST, *ACTIVITIES.values()]


@pytest.fixture(scope="module")
def newest(package):
    return story.components(Edition.of(package, 2022), "bac-giang").set_index("component")


def test_bac_giang_in_2022_by_hand(newest):
    ranks = newest["rank"]
    assert ranks["economy_activity"] == 2 and ranks["infrastructure"] == 44
    assert ranks["government_activity"] == 25 and ranks["digital_government"] == 23
    assert newest["score"]["economy_activity"] == 0.7764
    infrastructure = newest.loc["infrastructure"]
    assert (infrastructure["score"], infrastructure["mean"]) == (0.5586, 0.6168)
    assert infrastructure["side"] == "below" and newest["side"]["economy_activity"] == "above"
    assert (infrastructure["next_rank"], infrastructure["missing"]) == (43, 0.0014)
    assert set(newest["basis"]) == {"computed"} and set(newest["published"]) == {63}
    assert list(newest.index[newest["part"]]) == INDEXES
    found = story.ends(newest[newest["part"]].reset_index())
    assert found.strong["component"] == "economy_activity" and found.strong_too is None
    assert found.weak["component"] == "infrastructure" and found.weak_too is None


def test_what_is_left_of_the_foundation_adds_up_with_what_is_told_of_it(package, newest):
    known = story.scores(Edition.of(package, 2022))
    again = (100 * known["infrastructure"] + 400 * known[gaps.REST]) / 500
    assert (again - known[FOUNDATION]).abs().max() <= 0.00005
    counted = 1 + (known[gaps.REST] > known[gaps.REST]["bac-giang"]).sum()
    assert newest["rank"][gaps.REST] == counted


def test_where_no_index_has_a_rank_the_pillars_are_told_by_their_printed_ranks(package):
    found = story.components(Edition.of(package, 2020), "bac-giang")
    assert found["component"].tolist() == list(PILLARS) and found["part"].all()
    assert found["rank"].tolist() == [7, 14, 25] and set(found["basis"]) == {"printed"}
    assert set(found["side"]) == {""} and found["mean"].isna().all(), "ten of 63 have no mean"
    assert found["missing"].tolist()[1] == 0.0021 and found["missing"].isna().sum() == 2


def test_of_an_edition_of_which_nothing_is_known_nothing_is_told(package):
    for found in (
        story.components(Edition.of(package, 2020), "ha-nam"),
        story.components(Edition.of(package, 2099), "bac-giang"),
    ):
        assert found.empty and "missing" in found and story.ends(found).strong is None


def with_2021(package):
    """The frozen data, and the ranks that were printed of the edition between."""
    scores = package["dti_scores"]
    own = scores["province"].eq("bac-giang") & scores["component"].isin(PILLARS)
    between = scores[own & scores["edition"].eq(2020)].assign(
        edition=2021, score=float("nan"), rank=[15, 9, 9]
    )
    table = pd.concat([scores, between]).astype({"rank": "Int64"})
    return DataPackage({**package.tables, "dti_scores": table})


def test_digital_government_fell_from_7_by_15_to_23(package):
    ranks = story.pillar_ranks(with_2021(package), "bac-giang")
    fallen = story.deepest(ranks)
    assert fallen["component"].tolist() == ["digital_government"]
    course = ranks[ranks["component"] == "digital_government"]
    assert course["rank"].tolist() == [7, 15, 23] and set(course["ranked"]) == {63}
    row = fallen.iloc[0]
    assert (row["first_edition"], row["edition"], row["places"]) == (2020, 2022, 16)
    assert row["editions"] == 3
    assert story.falls(ranks)["places"].tolist() == [16, -4, -6]


def test_two_that_fell_as_deep_are_both_named_and_three_are_not():
    def deepest(*last):
        lines = [("p", pillar, year, rank) for pillar, now in zip(PILLARS, last, strict=True)
                 for year, rank in ((2020, 5), (2021, now))]  # fmt: skip
        frame = pd.DataFrame(lines, columns=["province", "component", "edition", "rank"])
        return set(story.deepest(frame.sample(frac=1, random_state=1))["component"])

    government, economy, _ = PILLARS
    assert deepest(9, 8, 2) == {government}
    assert deepest(9, 9, 2) == {government, economy}
    assert deepest(9, 9, 9) == set() and deepest(5, 4, 2) == set()


@st.composite
def tables(draw):
    """Pillars of a few provinces in ten-thousandths, every one known."""
    count = draw(st.integers(2, 6))
    column = st.lists(st.integers(0, 400), min_size=count, max_size=count)
    return {pillar: draw(column) for pillar in PILLARS}


def printed(units):
    """The edition of a table of whole units of the last published decimal; no rank is printed."""
    count = len(next(iter(units.values())))
    rows = [
        (2020, name, component, value / 10_000)
        for component, values in units.items()
        for name, value in zip(names(count), values, strict=True)
    ]
    table = pd.DataFrame(rows, columns=["edition", "province", "component", "score"])
    table = table.assign(provinces_ranked=count, basis="printed", source="s", row="r", rank=pd.NA)
    return table.assign(confirmed_by="").astype({"rank": "Int64", "edition": "Int64"}), count


def told(table, count):
    found = story.components(edition(table, ranked=count), "p0")
    ends = story.ends(found)
    sides = (ends.strong, ends.strong_too, ends.weak, ends.weak_too)
    return found, [None if each is None else each["component"] for each in sides]


@few
@given(tables(), st.randoms(use_true_random=False), st.sampled_from(PILLARS), st.integers(2, 9),
       st.integers(0, 999))  # fmt: skip
def test_what_is_found_is_a_matter_of_ranks_alone(units, random, other, times, more):
    table, count = printed(units)
    found, ends = told(table, count)
    ranks = [places(units[pillar])[0] for pillar in PILLARS]
    assert found["rank"].tolist() == ranks and set(found["basis"]) == {"computed"}
    order = random.sample(range(len(table)), len(table))
    shuffled, same = told(table.iloc[order], count)
    pd.testing.assert_frame_equal(shuffled, found)
    assert same == ends
    scaled = units | {other: [times * value + more for value in units[other]]}
    rescaled, same = told(*printed(scaled))
    assert rescaled["rank"].tolist() == ranks and same == ends
    pd.testing.assert_frame_equal(
        rescaled[rescaled["component"] != other], found[found["component"] != other]
    )


@few
@given(tables())
def test_a_tie_names_both_or_none(units):
    table, count = printed(units)
    found, (strong, strong_too, weak, weak_too) = told(table, count)
    ranks = found.set_index("component")["rank"]
    if ranks.nunique() < 2:
        assert not any((strong, strong_too, weak, weak_too))
        return
    for rank, one, too in ((ranks.min(), strong, strong_too), (ranks.max(), weak, weak_too)):
        sharing = set(ranks.index[ranks == rank])
        assert {each for each in (one, too) if each} == (sharing if len(sharing) < 3 else set())


@few
@given(units=tables())
@example(units={"digital_government": [0] * 4, "digital_economy": [0] * 4,
                "digital_society": [111, 111, 148, 72]})  # fmt: skip
def test_what_is_missing_is_the_smallest_gain_that_gives_the_next_rank(units):
    table, count = printed(units)
    found, _ = told(table, count)
    for row in found.itertuples():
        own, *others = units[row.component]
        assert row.shared == others.count(own)
        if row.rank == 1:
            assert pd.isna(row.missing) and pd.isna(row.next_rank)
            continue
        gain = round(row.missing * 10_000)
        assert places([own + gain, *others])[0] == row.next_rank < row.rank
        assert places([own + gain - 1, *others])[0] == row.rank
        # In units of the last decimal; of a mean that lies between two of them either is right.
        total = sum(units[row.component])
        means = {(2 * total + count - lower) // (2 * count) for lower in (0, 1)}
        assert row.side in {"above" if own > mean else "below" if own < mean else "level"
                            for mean in means}  # fmt: skip


def test_who_changes_a_table_changes_a_copy(package):
    edition = Edition.of(package, 2022)
    for made in (edition.table, lambda: story.components(edition, "bac-giang")):
        before, mine = made().copy(), made()
        mine["rank"] = 0
        mine.loc[mine.index[0], "score"] = -1.0
        pd.testing.assert_frame_equal(made(), before)

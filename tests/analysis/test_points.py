"""Tests of editions of other points than 1000: what follows from them, and what was printed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from conftest import published
from hypothesis import given
from hypothesis import strategies as st
from samples import breakdowns, few

from helpers.analysis import dti, gaps, proof, robustness
from helpers.analysis.edition import Edition, fitted

PACKAGE = published()


def test_weights_are_points_out_of_those_that_add_up():
    for number, rows in PACKAGE["dti_weights"].groupby("edition"):
        edition = Edition.of(PACKAGE, int(number))
        points = rows[rows["adds_to_total"]].set_index("component")["points"]
        found = proof.weights(edition).set_index("component")["weight"]
        assert found.sum() == pytest.approx(1)
        assert (found * points.sum()).tolist() == pytest.approx(points.tolist())
        assert edition.breakdown.weights.sum() == pytest.approx(1)


def test_fitted_points_are_those_that_fit_the_rows_published_in_full():
    """Least squares on the full rows gives the points again; no other edition is fitted."""
    for number in PACKAGE["dti_editions"]["edition"].unique():
        edition = Edition.of(PACKAGE, int(number))
        tally = fitted(PACKAGE, edition)
        assert (tally is not None) == edition.weights["basis"].eq("fitted").any()
        if tally is None:
            continue
        assert tally.full_holding == tally.full > 0 and tally.largest <= 0.0001
        full = Edition.of(PACKAGE, int(number), tally.full)
        weights = proof.weights(edition).set_index("component")
        known = dti.wide(full.published)[weights.index].to_numpy(float)
        totals = dti.wide(full.published)[dti.TOTAL].to_numpy(float)
        solved = np.linalg.lstsq(known, totals, rcond=None)[0] * weights["points"].sum()
        assert solved == pytest.approx(weights["points"].to_numpy(float), abs=1.5)


#: Ranks of pillars that a paper printed of an edition (government, economy, society), and those
#: that only follow from its other figures.
PILLARS = {
    (2020, "bac-giang"): ((7, 14, 25), "printed"),
    (2021, "bac-giang"): ((15, 9, 9), "printed"),
    (2022, "bac-giang"): ((23, 10, 19), "computed"),
    (2023, "bac-giang"): ((14, 5, 12), "computed"),
    (2024, "bac-giang"): ((25, 12, 16), "computed"),
}


@pytest.mark.parametrize(("edition", "province"), PILLARS)
def test_pillars_of_every_edition(edition, province):
    ranks, basis = PILLARS[edition, province]
    found = dti.pillar_profile(Edition.of(PACKAGE, edition), province)
    assert tuple(found["rank"]) == ranks and set(found["basis"]) == {basis}


@pytest.mark.parametrize(
    ("province", "ranks"), [("quang-ngai", [12, 13, 14]), ("ho-chi-minh", [2, 2, 2])]
)
def test_the_pillar_ranks_that_papers_printed_of_2023_come_out(province, ranks):
    edition = Edition.of(PACKAGE, 2023)
    computed = proof.derived(edition).set_index(["province", "component"])["rank"]
    assert [computed[province, pillar] for pillar in dti.PILLARS] == ranks
    rows = edition.published.set_index(["province", "component"])
    assert [rows["rank"][province, pillar] for pillar in dti.PILLARS] == ranks


def test_equal_published_totals_stay_level_where_weights_have_endless_decimals():
    """Bắc Giang and Yên Bái share rank 13 of the 63; of the foundation only digits are known."""
    edition = Edition.of(PACKAGE, 2024, 63)
    assert dti.standing(edition, "bac-giang").tied == ("yen-bai",)
    ranks = robustness.ranks_under(edition.breakdown, edition.breakdown.weights)
    table = edition.table().set_index("province")["rank"]
    assert (ranks == table.reindex(ranks.index)).all()


def test_a_contribution_is_rounded_where_the_weights_have_endless_decimals():
    for number, ranked in ((2022, 63), (2024, 63)):
        breakdown = Edition.of(PACKAGE, number, ranked).breakdown
        parts = gaps.contributions(breakdown, "bac-giang", "da-nang")["contribution"]
        assert breakdown.terminating == (number == 2022)
        assert (parts.round(4) == parts).all() == (not breakdown.terminating)


@given(breakdowns(least=2), st.integers(1, 500))
@few
def test_a_gain_by_fractions_is_the_smallest_that_closes_a_gap(found, units):
    change = units * dti.UNIT
    rows = gaps._per_part(found.weights, "p0", change)
    for _, row in rows.iterrows():
        assert row["gain"] * row["weight"] >= change - 1e-9
        assert (row["gain"] - dti.UNIT) * row["weight"] < change + 1e-9


def test_scores_move_within_a_method_and_beside_the_mean():
    """What a reader may subtract: 2023 and 2022 have one method, 2024 another."""
    methods = PACKAGE["dti_editions"].drop_duplicates("edition").set_index("edition")["method"]
    assert methods[2021] == methods[2022] == methods[2023] != methods[2024]
    assert methods[2020] not in {methods[2021], methods[2024]}
    totals = {number: Edition.of(PACKAGE, number).table() for number in (2022, 2023)}
    own = [rows.set_index("province")["score"]["bac-giang"] for rows in totals.values()]
    assert own == [0.6440, 0.7366]
    assert [round(rows["score"].mean(), 4) for rows in totals.values()] == [0.5787, 0.6783]
    given_means = PACKAGE["dti_editions"].dropna(subset=["mean_total"])
    for _, row in given_means.iterrows():
        rows = Edition.of(PACKAGE, int(row["edition"]), int(row["provinces_ranked"])).table()
        if rows["score"].notna().sum() == row["provinces_ranked"]:
            assert rows["score"].mean() == pytest.approx(row["mean_total"], abs=dti.UNIT)


def test_the_ranks_of_bac_giang():
    rows = PACKAGE["dti_scores"].query("component == 'total' and province == 'bac-giang'")
    ranks = pd.Series(rows["rank"].to_numpy(), rows["edition"]).to_dict()
    assert {number: ranks[number] for number in range(2020, 2025)} == dict(
        zip(range(2020, 2025), (10, 10, 9, 9, 13), strict=True)
    )

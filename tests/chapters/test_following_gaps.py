"""Chapter 3, the gaps: sentence and chart follow the table that the notebook makes."""

from __future__ import annotations

import pandas as pd
import pytest
from cells import shown
from conftest import html, open_page, said

from helpers.analysis import gaps
from helpers.chapters import dti_gaps


@pytest.fixture
def page():
    return open_page(2023, "dti_position", "bac-giang")


def table(page, rivals, weights=None):
    return gaps.splits(page.briefing.latest, "bac-giang", rivals, weights)


def words(page, split):
    return html(shown(page, dti_gaps.why, split=split))


def test_another_rival_is_spoken_of_and_drawn(page):
    split = table(page, ["lao-cai"])
    assert "Lao Cai" not in said(page, dti_gaps.why) and "Lao Cai" in words(page, split)
    figure = shown(page, dti_gaps.split, split=split)
    assert "Lao Cai" in html(figure) and "Thai Nguyen" not in html(figure)
    own, other = (page.score_rows[name, "total"]["score"] for name in ("bac-giang", "lao-cai"))
    assert split["gap"].iloc[0] == pytest.approx(own - other)
    assert page.language.score(abs(own - other)) in words(page, split)


def test_a_row_left_out_is_in_neither_and_what_it_makes_is_not_called_rounding(page):
    split = table(page, gaps.rivals(page.briefing.latest, "bac-giang"))
    left = split[split["component"] != "foundation"]
    assert "shared foundation" in words(page, split).lower()
    assert "shared foundation" not in words(page, left).lower()
    data = shown(page, dti_gaps.split, split=left).data
    names = list(data.iloc[:, 0])
    assert names[-1] == "Parts not in the table" and "Rounding" not in names
    whole = shown(page, dti_gaps.split, split=split).data
    assert whole.iloc[0, 0] == "Shared foundation"


def test_other_weights_make_another_gap(page):
    breakdown = page.briefing.latest.breakdown
    weights = pd.Series(1.0, breakdown.weights.index)
    split = table(page, ["thai-nguyen"], weights)
    assert split["weight"].tolist() == [0.25] * 4
    totals = breakdown.with_weights(weights).totals
    gap = totals["bac-giang"] - totals["thai-nguyen"]
    assert split["gap"].iloc[0] == pytest.approx(gap)
    assert page.language.score(abs(gap)) in words(page, split)
    with pytest.raises(ValueError, match="a weight is needed"):
        table(page, ["thai-nguyen"], weights.iloc[:2])


def test_no_rows_say_that_the_gap_cannot_be_split(page):
    split = table(page, ["thai-nguyen"]).iloc[:0]
    assert "cannot be split by component" in words(page, split)
    assert html(shown(page, dti_gaps.split, split=split)) == ""

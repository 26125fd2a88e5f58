"""Chapter 3, the gaps: sentence and chart follow the table that the notebook makes."""

from __future__ import annotations

import pandas as pd
import pytest
from cells import shown
from conftest import html, open_page, published, said

from helpers.analysis import gaps, reweighting
from helpers.chapters import dti_gaps
from helpers.exceptions import ParameterError
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.words.language import Language


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
    assert page.language.points(abs(own - other)) in words(page, split)


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
    totals = reweighting.under(breakdown, weights).totals
    gap = totals["bac-giang"] - totals["thai-nguyen"]
    assert split["gap"].iloc[0] == pytest.approx(gap)
    assert page.language.points(abs(gap)) in words(page, split)


def test_other_weights_are_said_to_be_chosen_ones_and_have_no_published_rank(page):
    official = page.briefing.latest.breakdown.weights
    split = table(page, ["thai-nguyen", "mean"], dict.fromkeys(official.index, 1))
    text = words(page, split)
    assert (
        "With the chosen weights Bac Giang is 37.2 points of a thousand ahead of Thai Nguyen:"
        in text
    )
    assert "ahead of the mean of 63 provinces" in text and "(rank" not in text
    drawn = html(shown(page, dti_gaps.split, split=split))
    assert "chosen weight × difference" in drawn and "(rank" not in drawn
    for same in (official, dict(official), official * 2):
        usual = table(page, ["thai-nguyen", "mean"])
        pd.testing.assert_frame_equal(table(page, ["thai-nguyen", "mean"], same), usual)
    assert "chosen" not in words(page, usual) and "(rank 8)" in words(page, usual)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"foundation": None}, "none is given for foundation"),
        ({"foundations": 1}, "unknown component “foundations”, did you mean foundation?"),
        ({"foundation": -1}, "none may be below zero"),
        (dict.fromkeys(("foundation", "government_activity", "economy_activity",
                        "society_activity"), 0), "at least one must be above zero"),
    ],
)  # fmt: skip
def test_weights_that_are_not_those_of_the_parts_are_refused_in_a_line(page, change, fault):
    official = dict(page.briefing.latest.breakdown.weights)
    weights = {name: each for name, each in (official | change).items() if each is not None}
    for given in (weights, pd.Series(weights)):
        with pytest.raises(ParameterError) as refused:
            table(page, ["thai-nguyen"], given)
        assert fault in refused.value.said["en"]
        assert refused.value.said["vi"] != refused.value.said["en"]
        assert len(refused.value.said["vi"].splitlines()) == 1


@pytest.mark.parametrize("column", ["weight", "difference", "contribution"])
def test_a_part_that_is_not_weight_times_difference_is_refused_in_a_line(page, column):
    for year, province in ((2023, "bac-giang"), (2025, "bac-ninh-2025")):
        live = Page("dti_position", Briefing.of(published(), year, province), Language("en"))
        split = gaps.splits(
            live.briefing.latest, province, gaps.rivals(live.briefing.latest, province)
        )
        assert words(live, split), "what is computed is rounded, and no more than that"
        split[column] = 0.25
        with pytest.raises(ParameterError) as refused:
            words(live, split)
        assert "is not weight × difference" in refused.value.said["en"]
        assert "không bằng trọng số × chênh lệch" in refused.value.said["vi"]


def test_of_some_parts_nothing_is_said_of_the_others(page):
    split = table(page, gaps.rivals(page.briefing.latest, "bac-giang"))
    text = words(page, split[~split["component"].isin(["foundation", "government_activity"])])
    assert "of the parts in this table it leads on economy activity" in text
    assert "within rounding" not in text and "is ahead in nothing" not in text
    assert "the largest part" not in text
    one_less = split.iloc[1:]  # of the first rival alone
    assert "Against the leader, Da Nang, the largest part" in words(page, one_less)
    data = shown(page, dti_gaps.split, split=one_less).data
    assert pd.isna(data.set_index("Component").loc["Shared foundation"].iloc[1])


def mean_unknown(page, rivals):
    return html(shown(page, dti_gaps.to_the_mean, split=table(page, rivals)))


def test_the_mean_of_the_parts_is_said_to_be_unknown_only_where_it_is(page):
    for rivals in (["mean", "thai-nguyen"], ["thai-nguyen"], ["thai-nguyen", "mean"]):
        assert mean_unknown(page, rivals) == ""
    earlier = open_page(2021, "dti_position", "bac-giang")
    for rivals in (["can-tho"], ["mean", "can-tho"]):
        assert "was not found in the sources read" in mean_unknown(earlier, rivals)


def test_no_rows_say_that_the_gap_cannot_be_split(page):
    split = table(page, ["thai-nguyen"]).iloc[:0]
    assert "cannot be split by component" in words(page, split)
    assert html(shown(page, dti_gaps.split, split=split)) == ""

"""The sentences, charts and lists of chapter 4 follow the tables that they are given."""

from __future__ import annotations

import re

import pytest
from cells import shown
from conftest import html, knowing, open_page, published
from conftest import said as words
from markupsafe import Markup

from helpers.analysis import gaps, peers, robustness, targets
from helpers.analysis.edition import Edition
from helpers.chapters import dti_climb, dti_outlook, dti_robustness
from helpers.exceptions import ParameterError
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.words.language import Language


@pytest.fixture(scope="module")
def page():
    return open_page(2023, "dti_outlook", "bac-giang")


@pytest.fixture(scope="module")
def given(page):
    return page.briefing.latest, page.briefing.province


def test_the_goal_follows_the_targets(page):
    goals = page.briefing.targets.query("indicator == 'dti_rank'")
    assert "The target for the 2023 DTI is rank 10" in words(page, dti_outlook.keep)
    text = words(page, dti_outlook.keep, goals=goals[goals["due"] != 2023])
    assert "The target" not in text and "this table has no target for the next edition" in text
    assert "state no target" not in text


def test_the_smallest_loss_follows_the_parts(page, given):
    usual = words(page, dti_climb.losses)
    assert "Rank 10 or better is lost only when 2 provinces move ahead: with a loss of 5.5" in usual
    assert "(or of 11.0 in shared foundation alone)" in usual and "would be Long An" in usual
    text = words(page, dti_climb.losses, HELD=None)
    assert "of 10.2 in shared foundation alone" in text and "for Nam Dinh to move ahead" in text
    assert "23.0" not in text and words(page, dti_climb.losses, HELD=8) == text, "held no more"
    loss = gaps.margin(*given).among(["society_activity"])
    text = words(page, dti_climb.losses, loss=loss)
    assert "34.0 in society activity alone" in text and "foundation" not in text
    text = words(page, dti_climb.losses, loss=gaps.margin(*given).among(["all"]))
    assert "A loss of 5.1 points in the total is enough for" in text and "alone" not in text


@pytest.mark.parametrize(
    ("lang", "loss"),
    [
        ("en", "Bac Kan is last: there is no rank below it to fall to."),
        ("vi", "Bắc Kạn đứng cuối: không còn hạng nào ở dưới"),
    ],
)
def test_the_last_province_has_nobody_below(lang, loss):
    page = open_page(2023, "dti_outlook", "bac-kan", lang)
    assert loss in words(page, dti_climb.losses)
    assert loss not in words(page, dti_outlook.keep), "it is told once"


def test_who_is_not_the_last_may_still_have_unknown_ones_below():
    page = open_page(2023, "dti_outlook", "bac-kan")
    scores = page.briefing.data["dti_scores"]
    rows = page.briefing.latest.table()
    second = rows[rows["rank"] == len(rows) - 1]["province"].item()
    page = knowing(
        open_page(2023, "dti_outlook", second), dti_scores=scores[scores["province"] != "bac-kan"]
    )
    assert page.briefing.standing().behind == 1
    assert "No total of a province below" in words(page, dti_climb.losses)
    assert "no rank below" not in words(page, dti_outlook.keep)


def test_the_step_up_follows_the_rank_and_the_parts(page, given):
    text = words(page, dti_climb.cheapest)
    assert "Reaching rank 8" in text and "shared foundation needs the fewest: 5.8 points" in text
    step = gaps.climb(*given, 5).among(["government_activity", "society_activity"])
    text = words(page, dti_climb.cheapest, step=step)
    assert "Reaching rank 5 takes 48.4 points" in text and "242.0" in text
    assert "shared foundation" not in text
    assert "If only one component in this table is raised" in text
    assert "in this table" not in words(page, dti_climb.cheapest)
    top = gaps.climb(*given, 1)
    text = words(page, dti_climb.cheapest, step=top.among(["society_activity"]))
    assert "no component of Bac Giang in this table is enough on its own" in text
    text = words(page, dti_climb.cheapest, step=top.among(["all"]))
    assert "takes 156.2 points more in the total than others gain." in text
    assert "enough on its own" not in text
    text = words(page, dti_climb.gains, step=step)
    assert "the gain that reaches rank 5" in text and "Shared foundation" not in text
    text = words(page, dti_climb.gains)
    assert "the gain that reaches the next rank" in text and "Shared foundation" in text


def test_a_part_that_there_is_not_is_refused(given):
    for result in (gaps.climb(*given, 8), gaps.margin(*given)):
        for parts in (["typo"], ["foundation", "typo"], "typo"):
            with pytest.raises(ParameterError, match="unknown component “typo”; there are"):
                result.among(parts)
        assert result.among("foundation") is not None


def test_a_part_without_a_loss_has_a_dash(page, given):
    assert "−0.0340" in words(page, dti_climb.gains)
    loss = gaps.margin(*given).among(["foundation"])
    text = words(page, dti_climb.gains, cost=loss)
    assert "−0.0102" in text and "−0.0340" not in text


def test_a_rank_that_is_no_step_up_is_not_said_to_be_unpublished(page, given):
    text = words(page, dti_climb.cheapest, step=gaps.climb(*given, 20))
    assert "is already there or better placed" in text
    assert "is there already" not in words(page, dti_climb.cheapest)


def test_the_ranks_listed_follow_the_table(page, given):
    assert "4 +0.0535" in " ".join(words(page, dti_climb.ranks).split())
    steps = gaps.climbs(*given, 2)
    few = " ".join(words(page, dti_climb.ranks, steps=steps).split())
    assert "7 +0.0296" in few and "6 +0.0397" not in few and "+0.0592" in few
    steps = steps[steps["component"] != "foundation"]
    text = words(page, dti_climb.ranks, steps=steps)
    assert "Shared foundation" not in text and "+0.0592" not in text
    gone = (steps["component"] == "society_activity") & (steps["rank"] == 7)
    assert "+0.1974* –" in " ".join(words(page, dti_climb.ranks, steps=steps[~gone]).split())


def test_the_corners_follow_the_table(page, given):
    assert "digital economy – rank 10" in words(page, dti_robustness.corners)
    corners = robustness.corners(*given)
    text = words(page, dti_robustness.corners, corners=corners[corners["rank"] > 10])
    assert "digital economy" not in text and "digital society – rank 19" in text
    assert words(page, dti_robustness.corners, corners=corners[:0]) == ""


def test_the_draws_follow_the_knobs(page, given):
    weights, drawn = words(page, dti_robustness.weights), words(page, dti_robustness.in_short)
    assert "100,000 random sets" in weights and "0.38–0.62" in weights
    assert "In 100,000 simulations" in drawn and "in the top 10 in 59%" in drawn
    firm = robustness.firmness(*given, 500, 2_000, 12)
    ranges = robustness.weight_range(given[0].breakdown.weights, 500).reset_index()[1:]
    weights = words(page, dti_robustness.weights, firm=firm, ranges=ranges)
    assert "2,000 random sets" in weights and "Shared foundation" not in weights
    assert "0.17–0.23" in weights and "0.12–0.30" not in weights
    drawn = words(page, dti_robustness.in_short, firm=firm)
    assert "2,000 simulations" in drawn and "100,000" not in drawn and "in the top 12 in" in drawn
    chart = html(shown(page, dti_robustness.distribution, firm=firm))
    written = f"{firm.by_rank.loc[firm.by_rank['official'], 'share'].iloc[0]:.0%}"
    assert written in chart[chart.index("<svg") : chart.index("</svg>")]
    assert "of cases" not in drawn
    firm = robustness.firmness(*given, 50, 2_000, 5)
    text = words(page, dti_robustness.distribution, firm=firm)
    assert "of cases" in text, "the chart's title, with rank 9 beyond the first five"


def test_the_driver_follows_the_shares_in_any_order(page, given):
    assert "economy activity matters most: 82%" in words(page, dti_robustness.drivers)
    shares = robustness.variance_shares(given[0].breakdown, given[1], 50, 64, seed=2022)
    text = words(page, dti_robustness.drivers, shares=shares[::-1])
    assert "economy activity matters most" in text
    text = words(page, dti_robustness.drivers, shares=shares[1:])
    assert "of the weights in this table, that of government activity matters most" in text
    assert "Economy activity" not in text


def test_what_is_certain_follows_the_tables(page, given):
    edition, own = given
    text = words(page, dti_robustness.facts)
    assert "30 of the 63 provinces stay below" in text and "economy activity – rank 19" in text
    certain = robustness.certain(edition.breakdown, own)
    left_out = robustness.leave_one_out(edition.breakdown).drop(columns="economy_activity")
    kept = certain[certain["above"] | (certain.index % 2 == 0)]
    text = words(page, dti_robustness.facts, certain=kept, left_out=left_out)
    assert f"{kept['below'].sum()} of the {len(kept)} provinces in this table stay below" in text
    assert "of the 63 provinces stay" not in text
    assert "economy activity – rank" not in text and "Scores are published" in text


def test_of_a_side_that_a_filtered_table_has_nobody_of_nothing_is_said(page, given):
    certain = robustness.certain(given[0].breakdown, given[1])
    text = words(page, dti_robustness.facts, certain=certain[certain["above"]])
    assert "Da Nang (among the 1 in this table)" in text and "always below" not in text
    text = words(page, dti_robustness.facts, certain=certain[certain["below"]])
    assert "30 of the 30 provinces in this table stay below" in text and "above" not in text
    nobody = certain.assign(above=False)
    assert "none is always above" in words(page, dti_robustness.facts, certain=nobody)


def test_what_is_proven_follows_the_bracket():
    page = open_page(2021, "dti_outlook", "bac-giang")
    assert "the worst at rank 25 to 32" in words(page, dti_robustness.in_short)
    other = robustness.bracket(page.briefing.latest, "da-nang")
    assert words(page, dti_robustness.in_short, limits=other) == ""
    assert "no province can overtake" in words(page, dti_robustness.weights, limits=other)


@pytest.mark.parametrize(("each", "caption"), [(3, "3 ranks above"), (1, "One rank above")])
def test_the_neighbours_follow_the_table(page, given, each, caption):
    text = words(page, dti_outlook.neighbours)
    assert "Of the 10 ranks around" in text and "Five ranks above" in text
    text = words(page, dti_outlook.neighbours, near=peers.around(*given, each))
    assert f"Of the {2 * each} ranks around" in text and caption in text
    assert "Lang Son" in text if each == 3 else "Lang Son" not in text


def test_ranks_of_one_side_are_not_said_to_be_of_both(page, given):
    near = peers.around(*given, 3)
    for some in (near[near["rank"] <= 9], near[near["rank"] != 8]):
        text = words(page, dti_outlook.neighbours, near=some)
        assert "The ranks in this table around Bac Giang" in text and "above and below" not in text
    for none in (peers.around(*given, 0), near[:0]):
        text = words(page, dti_outlook.neighbours, near=none)
        assert text.strip() == "This table has no rank but that of Bac Giang."


def test_the_promised_ranks_follow_the_table(page):
    goals = page.briefing.targets.query("indicator == 'dti_rank'")
    whole = html(shown(page, dti_outlook.rank_targets))
    assert "meets all 3 rank targets" in whole and "rank 15" in whole
    lax = goals[goals["value"] == 15]
    drawn = html(shown(page, dti_outlook.rank_targets, promised=lax))
    assert "meets 1 of 1 rank targets" in drawn and "rank 10" not in drawn
    assert "The strictest target in this table is rank 15" in Markup(drawn).striptags()
    assert "in this table" not in whole
    assert html(shown(page, dti_outlook.rank_targets, promised=goals[:0])) == ""
    assert "leaves 6 places to spare" in Markup(drawn).striptags()


def test_what_is_not_known_has_tables_without_rows(package):
    edition = Edition.of(package, 2020)
    weights = edition.breakdown
    nobody = min(edition.units.ids - set(edition.table()["province"]))
    assert robustness.firmness(edition, nobody, 50, 10, 5) is None
    assert robustness.bracket(edition, nobody) is None
    assert robustness.certain(weights, nobody).empty
    assert robustness.variance_shares(weights, nobody, 50).empty
    assert peers.around(edition, nobody, 5).empty and gaps.climbs(edition, nobody, 5).empty
    assert gaps.next_rank(edition, nobody) is None


def test_draws_that_say_nothing_are_refused(given):
    edition, own = given
    weights = edition.breakdown.weights
    for concentration in (0, -1, float("nan")):
        for refused in (
            lambda each: robustness.weight_range(weights, each),
            lambda each: robustness.firmness(edition, own, each, 10, 5),
            lambda each: robustness.acceptability(edition.breakdown, each, 10),
            lambda each: robustness.variance_shares(edition.breakdown, own, each, 64),
        ):
            with pytest.raises(
                ParameterError, match="“concentration”: input should be greater than zero"
            ):
                refused(concentration)
    for refused in (
        lambda: robustness.firmness(edition, own, 50, 0, 5),
        lambda: robustness.acceptability(edition.breakdown, 50, 0),
        lambda: robustness.variance_shares(edition.breakdown, own, 50, 0),
    ):
        with pytest.raises(ParameterError, match="“draws”: input should be 1 or more"):
            refused()


def test_weights_that_were_fitted_are_not_called_official():
    newest = Briefing.of(published(), 2025, "bac-ninh-2025")
    fitted = words(Page("dti_outlook", newest, Language("en")), dti_robustness.weights)
    assert "around the ones in use" in fitted and "(in use 0.0532)" in fitted
    assert "official" not in fitted
    printed = words(open_page(2023, "dti_outlook", "bac-giang"), dti_robustness.weights)
    assert "around the official ones" in printed and "in use" not in printed


def test_the_ranks_around_name_the_sources_of_all_of_them():
    page = open_page(2022, "dti_outlook", "bac-giang")
    markup = html(shown(page, dti_outlook.neighbours))
    cells, _, source = markup.partition("</table>")
    cited = set(re.findall(r'href="#source-([\w-]+)"', cells.partition("<table")[2]))
    assert len(cited) > 1 and cited == set(re.findall(r'href="#source-([\w-]+)"', source))


def test_a_verdict_follows_a_target_that_was_changed(page):
    promised = page.briefing.targets.query("indicator == 'dti_rank'")
    promised = promised[promised["status"].isin(targets.RUNNING)]
    assert targets.rejudged(page.briefing.targets).equals(page.briefing.targets)
    usual = html(shown(page, dti_outlook.rank_targets))
    assert "meets all 3 rank targets" in usual
    stricter = html(shown(page, dti_outlook.rank_targets, promised=promised.assign(value=5.0)))
    assert "meets all" not in stricter and "Not yet met" in stricter
    assert "Currently met" not in stricter and "4 places short" in Markup(stricter).striptags()

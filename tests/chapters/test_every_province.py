"""What a page says of provinces of every kind: the leader, the last, one of a tie, one alone."""

from __future__ import annotations

import pandas as pd
import pytest
from cells import shown
from conftest import html, knowing, known_in, open_page, published, said

from helpers.analysis import dti, peers, robustness, story
from helpers.analysis.edition import Edition
from helpers.chapters import (
    dti_climb,
    dti_outlook,
    dti_peers,
    dti_position,
    dti_region,
    dti_robustness,
    dti_slopes,
    headline,
    overview,
)
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.store import data, editions
from helpers.words.language import Language


def listed(page):
    """The items of the three lists, by the style of each."""
    panels = shown(page, overview.lists).values["panels"]
    return {each.values["style"]: "; ".join(map(str, each.values["items"])) for each in panels}


def test_the_headline_counts_who_share_an_end_and_names_the_other():
    text = said(open_page(2023, "overview", "da-nang"), headline.sentence)
    assert "4 component indexes share the best rank (1st of 63)" in text
    assert "the worst is infrastructure (2nd)" in text
    here = open_page(2023, "overview", "bac-giang").briefing
    rows = story.components(here.latest, "bac-giang")
    rows = rows[rows["part"]].reset_index(drop=True)
    ranks = story.pillar_ranks(here.data, "bac-giang")
    for shared, end in ((1, "weak"), (63, "strong")):
        rows["rank"] = pd.Series([shared] * 3 + [20, 30][: len(rows) - 3], dtype="Int64")
        found = story.finding(rows, ranks.iloc[:0], 9)
        named = [side for side in ("strong", "weak") if getattr(found.ends, side) is not None]
        assert named == [end]
    rows["rank"] = pd.Series([20] * len(rows), dtype="Int64")
    assert story.finding(rows, ranks, 9) is None


def test_three_pillars_of_one_rank_are_told_once():
    page = open_page(2021, "overview", "da-nang")
    assert "In all 3 pillars it ranks 1st of 63." in said(page, headline.sentence)
    assert "pillars" not in said(page, overview.lists)
    page = open_page(2023, "overview", "da-nang")
    assert "pillars" not in said(page, headline.sentence)
    assert "all 3 are at rank 1 of 63" in listed(page)["well"]
    page = open_page(2023, "overview", "bac-kan")
    assert "all 3 are at rank 63 of 63" in listed(page)["short"] and "well" not in listed(page)


def test_a_pillar_of_the_first_fifth_that_lost_nothing_is_no_shortcoming():
    assert "short" not in listed(open_page(2023, "overview", "ho-chi-minh"))
    assert (
        "Digital government: rank 28" in listed(open_page(2023, "overview", "hai-phong"))["short"]
    )


def test_a_pillar_told_against_its_activity_says_that_it_counts_the_foundation():
    """Hai Duong is 4th in the activity of the digital society and 31st in that pillar."""
    page = open_page(2023, "overview", "hai-duong")
    assert "best in society activity (4th of 63)" in said(page, headline.sentence)
    assert "rank 31 of 63" in listed(page)["short"]
    assert "the shared foundation counted in" in listed(page)["short"]
    assert "counted in" not in said(open_page(2023, "overview", "thai-nguyen"), overview.lists)


def test_what_is_left_of_the_foundation_is_named_by_what_it_is_not():
    text = said(open_page(2023, "overview", "hai-duong"), headline.sentence)
    assert "worst in the shared foundation apart from infrastructure (47th of 63" in text
    text = said(open_page(2023, "overview", "hai-duong"), overview.decision)
    assert "for raising the shared foundation apart from infrastructure" in text


def test_a_province_that_ends_hands_its_weakest_over_to_the_new_unit(live):
    known = editions.of_year(data.as_of(live, data.briefing_day(live, 2024)), 2024)
    page = Page("overview", Briefing(2024, "bac-kan", known), Language("en"))
    assert page.briefing.last_day is not None
    text = said(page, overview.decision)
    assert "government activity is to be handed to the new unit" in text
    assert "rank 62 of 63, below the mean" in text and "stand still" not in text
    ha_noi = Page("overview", Briefing(2024, "ha-noi", known), Language("en"))
    assert "is enough for rank 5 if the others stand still" in said(ha_noi, overview.decision)


def test_a_closing_balance_calls_nothing_due_whose_day_is_still_to_come(live):
    """Bac Giang ended in June 2025: what was due by the end of that year is judged, not past."""
    known = editions.of_year(data.as_of(live, data.briefing_day(live, 2024)), 2024)
    page = Page("overview", Briefing(2024, "bac-giang", known), Language("en"))
    assert (page.briefing.targets["due"] == page.briefing.last_day.year).any()
    ending = " due by the end of the year in which the province ended ("
    text = said(page, overview.tally)
    assert ending in text and " due later (" in text and "not yet due" not in text
    text = said(open_page(2023, "overview", "bac-giang"), overview.tally)
    assert ending not in text and " due (" in text and "not yet due" in text


def test_who_is_first_is_not_asked_to_climb_nor_held_against_itself(monkeypatch):
    page = open_page(2023, "overview", "thai-nguyen")
    assert "is not enough for a better rank" in said(page, overview.decision)
    lift = overview.lifting.to_the_mean(page.briefing.edition, "thai-nguyen")
    first = overview.Lift(*[*vars(lift).values()][:-2], 1, 1)
    monkeypatch.setattr(overview.lifting, "to_the_mean", lambda *_: first)
    text = said(page, overview.decision)
    assert "widens its lead" in text and "better rank" not in text
    page = open_page(2021, "overview", "bac-giang")
    best = page.score_rows["da-nang", "digital_government"]
    assert best["rank"] == 1 and overview._is_another_first(page, "da-nang", best["component"])
    page = open_page(2021, "overview", "da-nang")
    assert not overview._is_another_first(page, "da-nang", best["component"])


def test_a_fall_of_one_place_is_no_deepest_fall():
    """Can Tho's digital government went from 4th to 5th, Thai Nguyen's from 3rd to 7th."""
    known = known_in(2023)
    assert story.falls(story.pillar_ranks(known, "can-tho"))["places"].max() == 1
    assert story.deepest(story.pillar_ranks(known, "can-tho")).empty
    text = said(open_page(2023, "dti_position", "can-tho"), dti_slopes.slopes)
    assert "deepest" not in text and "Pillar ranks of Can Tho" in text
    text = said(open_page(2023, "dti_position", "thai-nguyen"), dti_slopes.slopes)
    assert "The deepest fall is in digital government: ranks 3, 7" in text


@pytest.mark.parametrize(("lost", "told"), [(story.MUCH - 1, False), (story.MUCH, True)])
def test_a_headline_tells_no_small_fall(lost, told):
    here = open_page(2023, "overview", "bac-giang").briefing
    rows = story.components(here.latest, "bac-giang").query("part")
    worst = int(rows["rank"].max())
    ranks = story.pillar_ranks(here.data, "bac-giang")
    own = ranks[ranks["component"] == "digital_government"].iloc[[0, -1]].copy()
    own["rank"] = pd.Series([own["rank"].iloc[1] - lost, own["rank"].iloc[1]], own.index)
    assert (story.finding(rows, own, worst).fall is not None) == told


def test_who_is_second_is_told_one_distance():
    text = said(open_page(2023, "dti_position", "ho-chi-minh"), dti_position.ladder)
    assert "ranks 2nd of 63: 83.9 points behind rank 1" in text and "behind the leader" not in text
    text = said(open_page(2023, "dti_position", "quang-ninh"), dti_position.ladder)
    assert "13.9 points behind rank 2, 97.8 behind the leader" in text


def test_who_is_last_is_told_so_once():
    page = open_page(2023, "dti_outlook", "bac-kan")
    text = said(page, dti_outlook.keep) + said(page, dti_climb.losses)
    assert text.count("no rank below it") == 1


def test_the_top_ten_are_left_out_where_no_draw_reaches_them():
    assert "top 10" not in said(open_page(2023, "dti_outlook", "bac-kan"), dti_robustness.in_short)
    text = said(open_page(2023, "dti_outlook", "bac-giang"), dti_robustness.in_short)
    assert "is in the top 10 in 59%" in text


def test_of_two_level_neighbours_the_same_is_named_everywhere():
    """Thanh Hoa and Yen Bai share rank 15, just below Hai Phong."""
    page = open_page(2023, "dti_outlook", "hai-phong")
    assert "Next after it comes Thanh Hoa (rank 15)" in said(page, dti_outlook.keep)
    assert "for Thanh Hoa to move ahead" in said(page, dti_climb.losses)
    edition = Edition.of(known_in(2023), 2022)
    rows = edition.table().sort_values("province", ascending=False)
    assert dti.standing(edition, "hai-phong", rows=rows).below.province == "thanh-hoa"
    assert dti.standing(edition, "hau-giang", rows=rows).above.province == "thanh-hoa"


def test_a_derived_rank_says_so_in_every_sentence():
    """Binh Duong's rank 22 of the 2021 index follows from what a source says of the next."""
    page = open_page(2023, "overview", "binh-duong")
    assert "from rank 22 (2021 index, derived) to rank 19" in said(page, overview.lists)
    text = said(open_page(2023, "dti_position", "binh-duong"), dti_peers.past)
    assert "from rank 22 (derived) to rank 19" in text and "22 (2021, derived), 19 (2022)" in text
    page = open_page(2022, "overview", "bac-giang")
    scores = page.briefing.data["dti_scores"].copy()
    own = scores["province"].eq("bac-giang") & scores["component"].eq(dti.TOTAL)
    scores.loc[own & scores["edition"].eq(2021), "basis"] = "derived"
    assert "(DTI 2021)" in said(page, headline.sentence)
    assert "(DTI 2021, derived)" in said(knowing(page, dti_scores=scores), headline.sentence)
    page = knowing(open_page(2022, "dti_position", "bac-giang"), dti_scores=scores)
    assert "10th of 63 (derived)" in said(page, dti_position.standing)
    assert "derived" not in said(open_page(2023, "overview", "bac-giang"), headline.sentence)


def test_one_known_rank_is_no_course_over_the_editions():
    text = said(open_page(2023, "dti_position", "dien-bien"), dti_peers.past)
    assert "The rank of Dien Bien is known in one edition: 35 (2022)" in text


def test_the_known_ranks_of_a_region_are_not_taken_for_all():
    text = said(open_page(2021, "dti_position", "bac-ninh"), dti_region.strip)
    assert "Known ranks in the Red River Delta run from 3 to 43" in text
    text = said(open_page(2023, "dti_position", "hai-phong"), dti_region.strip)
    assert "Ranks in the Red River Delta run from 3 to 56" in text and "Known" not in text


def test_a_rank_that_no_weight_moves_has_no_driver():
    page = open_page(2023, "dti_outlook", "bac-giang")
    breakdown = page.briefing.latest.breakdown
    rows = robustness.variance_shares(breakdown, "bac-giang", 40, draws=64)
    assert "matters most" in html(dti_robustness.drivers(page, rows))
    still = rows.assign(first=0.0, total=0.0, share=0.0)
    assert html(dti_robustness.drivers(page, still)) == ""


def test_only_units_that_an_edition_ranks_are_near_in_size():
    """Of the 34 units of the 2024 index, Cao Bang is the last: all that are near rank above it."""
    known = data.as_of(published(), data.briefing_day(published(), 2025))
    edition = Edition.of(editions.of_year(known, 2025), 2024)
    assert edition.ranked == 34
    near = peers.by_context(edition, known["context"], "cao-bang", 5)
    assert len(near) == 5 and near["rank"].notna().all()
    assert len(peers.better_ones(edition.breakdown, "cao-bang", near)) == 5

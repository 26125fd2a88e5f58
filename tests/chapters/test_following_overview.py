"""Chapter 1 follows the tables it is given: another table, another sentence, decision and list."""

from __future__ import annotations

import pandas as pd
import pytest
from conftest import open_page
from conftest import said as words

from helpers.analysis import agenda as items
from helpers.analysis import dti, results, story, targets
from helpers.chapters import cards, headline, overview


@pytest.fixture(scope="module")
def page():
    return open_page(2021, "overview", "bac-giang")


@pytest.fixture(scope="module")
def after():
    return open_page(2022, "overview", "bac-giang")


@pytest.fixture(scope="module")
def later():
    return open_page(2023, "overview", "bac-giang")


def profile_of(page):
    return dti.pillar_profile(page.briefing.latest, "bac-giang").sort_values("rank")


def test_the_best_pillar_of_a_part_is_not_called_the_best_of_all(page):
    rows = story.components(page.briefing.latest, "bac-giang").sort_values("rank")
    rows = rows[rows["part"]]
    best, second, worst = (str(page.component_name(name)) for name in rows["component"])
    usual = words(page, headline.sentence)
    assert f"Of the pillars it ranks best in {best.lower()} (7th of 63)" in usual
    assert f"worst in {worst.lower()} (25th of 63)" in usual
    text = words(page, headline.sentence, components=rows.iloc[1:])
    assert f"Of the pillars in this table it ranks best in {second.lower()}" in text
    assert best.lower() not in text
    for few in (rows.iloc[:1], rows.iloc[:0]):
        assert "pillar" not in words(page, headline.sentence, components=few)


def test_the_year_s_own_results_open_the_page(page, later):
    usual = words(page, headline.sentence)
    assert usual.startswith("In 2021: 1,380 services online at level 3-4; 100% of the eligible")
    assert "; nearly 100% of electronic documents signed digitally." in usual
    figures = results.key_figures(page.briefing.data, "bac-giang", 2021)
    fewer = [each for each in figures if each.indicator != "services_level_3_4"]
    assert words(page, headline.sentence, opening=fewer).startswith("In 2021: 100% of")
    assert words(page, headline.sentence, opening=[]).startswith("Bac Giang ranks 10th of 63")
    assert words(later, headline.sentence).startswith("Bac Giang climbs"), "indexes alone"


def test_a_fall_deeper_than_the_worst_is_behind_is_named_instead(page, later):
    text = words(later, headline.sentence)
    assert "best in economy activity (2nd of 63) and worst in infrastructure (44th of 63" in text
    assert "below the mean); component ranks are computed here" in text
    rows = story.components(later.briefing.latest, "bac-giang")
    near = rows[rows["rank"] < 20]
    course = story.pillar_ranks(later.briefing.data, "bac-giang")
    text = words(later, headline.sentence, components=near, courses=course)
    places = story.falls(course).set_index("component")["places"]
    deep = places.max() > near.loc[near["part"], "rank"].max() - 9
    assert ("the deepest fall is that of digital government, from 7th" in text) == deep


def test_the_lists_say_so_of_a_part_of_the_pillars(page):
    profile = profile_of(page)
    usual = words(page, overview.lists)
    assert "in this table" not in usual
    text = words(page, overview.lists, profile=profile.iloc[1:])
    for row, place in zip(profile.iloc[1:].itertuples(), ("best", "lowest"), strict=True):
        said = f"rank {row.rank:.0f} of 63, the {place} of the pillars in this table"
        assert f"{page.component_name(row.component)}: {said}" in text
    none = words(page, overview.lists, profile=profile.iloc[:0])
    assert not any(str(page.component_name(name)) in none for name in profile["component"])


def test_a_goal_that_is_not_in_the_table_is_neither_met_nor_listed(after):
    judged = after.briefing.newly_judged
    assert judged["status"].tolist() == ["met"]
    assert "meeting the target set for this edition" in words(after, headline.sentence)
    assert "target" not in words(after, headline.sentence, judged=judged.iloc[:0])
    assert "meeting the target of" in words(after, overview.lists)
    assert "meeting the target of" not in words(after, overview.lists, judged=judged.iloc[:0])
    missed = judged.assign(status="missed")
    assert "missing the target set" in words(after, headline.sentence, judged=missed)
    twice = pd.concat([judged, judged])
    assert words(after, overview.lists, judged=twice) == words(after, overview.lists)


def test_the_decision_is_that_of_the_limitations_of_its_table(page):
    rows = items.answered(page.briefing.data, "bac-giang", 2021)
    assert f"1 of the {len(rows)} limitations named is without" in words(page, overview.decision)
    some = words(page, overview.decision, answered=rows.iloc[1:])
    told = f"1 of the {len(rows) - 1} limitations in this table is without a task of its own"
    assert told in some
    one = words(page, overview.decision, answered=rows[rows["extent"] == "none"])
    assert "1 of the 1 limitation in this table is without a task of its own" in one
    answered = words(page, overview.decision, answered=rows[rows["extent"] != "none"])
    assert "limitation" not in answered and "without a result found" in answered
    none = page.briefing.targets.iloc[:0]
    assert words(page, overview.decision, answered=rows.iloc[:0], promised=none) == ""


def test_the_decision_is_on_the_newest_overdue_target_of_its_table(after):
    promised = after.briefing.targets
    due = targets.overdue(promised, 2022)
    assert len(due) > 1
    usual = words(after, overview.decision)
    first, second = (str(after.indicator_name(name)).lower() for name in due["indicator"][:2])
    assert (
        f"without a result found: {first} (2021)" in usual and "Lead agency: no assignment" in usual
    )
    assert f"; and {len(due) - 1} more like it" in usual and "in this table" not in usual
    some = promised[promised["target"] != due["target"].iloc[0]]
    text = words(after, overview.decision, promised=some)
    assert f"in this table that fell due without a result found: {second}" in text
    assert ("more like it" in text) == (len(due) > 2)
    ahead = promised[promised["due"] <= 2022]
    assert words(after, overview.decision, promised=ahead) == usual, "none that is due is missing"
    twice = pd.concat([promised, promised])
    assert words(after, overview.decision, promised=twice) == usual


def test_the_decision_is_on_the_weakest_component_before_any_target(later):
    text = words(later, overview.decision)
    assert (
        "for raising infrastructure, the weakest of the components scored for every province"
        in text
    )
    assert "(rank 44 of 63, below the mean)" in text
    assert "5.8 more in the total on a scale of one thousand" in text
    assert "is enough for rank 8 if the others stand still" in text
    assert "the mean of all rose from 401.4 to 578.7" in text, "and they do not stand still"
    assert "without a result found" not in text


def test_the_pillar_that_fell_is_named(page, later):
    text = words(later, overview.tally)
    ranks = later.briefing.data["dti_scores"].query("component == 'digital_government'")
    own = ranks[ranks["province"].eq("bac-giang") & ranks["rank"].notna()]
    fell = "The rank in digital government over the years: 7 (2020)"
    assert (fell in text) == (len(own) > 1), "a story takes three editions"
    early = words(page, overview.tally)
    assert "index" not in early and "over the years" not in early, "of pillars alone nothing new"


def test_what_is_next_is_counted_in_its_table(later):
    promised = later.briefing.targets
    ahead = promised[promised["due"] > 2023]
    first = ahead[ahead["due"] == ahead["due"].min()]
    year = first["due"].iloc[0]
    assert f"Due next: {len(first)} recorded targets fall due in {year}" in words(
        later, overview.lists
    )
    some = promised[promised["target"] != first["target"].iloc[0]]
    text = words(later, overview.lists, promised=some)
    assert f"Due next: in this table, {len(first) - 1} recorded targets fall due in {year}" in text
    last = promised[promised["due"] == promised["due"].max()]
    text = words(later, overview.lists, promised=last)
    assert f"in this table, {len(last)} recorded targets fall due in {last['due'].iloc[0]}" in text
    assert "Next steps" not in words(later, overview.lists, promised=promised.iloc[:0])


def test_the_tally_is_that_of_its_table(page):
    promised = page.briefing.targets
    mine = promised[promised["item"] != ""]
    others = promised[promised["item"] == ""]
    assert len(mine) == 1, "set in this very review"
    assert words(page, overview.tally, promised=others) == words(page, overview.tally)
    assert words(page, overview.tally, promised=promised.iloc[:0]) == ""
    vi = open_page(2021, "overview", "bac-giang", "vi")
    text = words(vi, overview.tally, promised=others.iloc[1:])
    assert f"Trong {len(others) - 1} mục tiêu đã ghi nhận ở bảng này, đề ra trước" in text


def test_the_cards_are_those_of_the_figures(page):
    figures = results.key_figures(page.briefing.data, "bac-giang", 2021)
    names = [str(page.indicator_name(each.indicator)) for each in figures]
    text = words(page, cards.key_figures, figures=figures[1:])
    assert names[0] in words(page, cards.key_figures) and names[0] not in text
    assert all(name in text for name in names[1:])
    none = words(page, cards.key_figures, figures=[])
    assert none == "This table holds no key figure of Bac Giang."
    unknown = open_page(2021, "overview", "ca-mau")
    if not results.key_figures(unknown.briefing.data, "ca-mau", 2021):
        assert "report no result" in words(unknown, cards.key_figures)

"""The first page says how the rank moved, and for which edition a target was met or missed."""

from __future__ import annotations

from functools import cache
from itertools import product

import pandas as pd
import pytest
from cells import shown
from conftest import html, knowing, open_page
from markupsafe import Markup

from helpers.analysis import dti, targets
from helpers.chapters import headline, movements, overview

#: A rank before and a rank now; none before where it is not known.
WAYS = {"climbs": (12, 9), "falls": (9, 13), "stays": (9, 9), "ranks": (None, 9)}
GOALS = ("met", "missed", "met-older", "missed-older", "none")


@pytest.fixture(scope="module")
def page():
    """A page of the past, with two editions: the newest is new to it."""
    return open_page(2023, "overview", "bac-giang")


def words(piece):
    return Markup(html(piece)).striptags().replace("\u2060", "")


def editions(page):
    return sorted(page.briefing.data["dti_editions"]["edition"])[-2:]


def moved(page, before, now, component=dti.TOTAL):
    """The page of the same day if the two newest ranks were these."""
    scores = page.briefing.data["dti_scores"].copy()
    own = scores["province"].eq("bac-giang") & scores["component"].eq(component)
    earlier, newest = (own & scores["edition"].eq(each) for each in editions(page))
    scores.loc[newest, "rank"] = now
    if before is None:
        return knowing(page, dti_scores=scores[~earlier])
    scores.loc[earlier, "rank"] = before
    return knowing(page, dti_scores=scores)


@cache
def moving(way):
    """The page on which the rank moved in a way, which every test of that way reads."""
    return moved(open_page(2023, "overview", "bac-giang"), *WAYS[way])


def judged(page, goal, ranks):
    """The target for a rank that the page judges, of its newest edition or of an older one."""
    status, _, older = goal.partition("-")
    every = page.briefing.targets
    row = every[every["indicator"].eq("dti_rank")].iloc[:1]
    edition = editions(page)[0 if older else 1]
    value = ranks[0 if older else 1] or 1
    return row.assign(
        edition=edition, due=edition + 1, status=status, result=value,
        result_period=str(edition), value=value + (1 if status == "met" else -1),
    ).iloc[: int(goal != "none")]  # fmt: skip


@pytest.mark.parametrize(("way", "goal"), list(product(WAYS, GOALS)))
def test_the_first_sentence_says_how_it_moved_and_which_goal_was_met(page, way, goal):
    here = moving(way)
    rows = judged(page, goal, WAYS[way])
    text = words(shown(here, headline.sentence, judged=rows))
    older, newest = editions(page)
    assert f"Bac Giang {way} " in text and f"(DTI {newest})" in text
    assert ("meeting the target set for this edition" in text) == (goal == "met")
    assert ("missing the target set for this edition" in text) == (goal == "missed")
    assert (f"the target set for the {older} index was met" in text) == (goal == "met-older")
    assert (f"the target set for the {older} index was missed" in text) == (goal == "missed-older")
    assert ("target" in text) == (goal != "none")


@pytest.mark.parametrize("way", WAYS)
def test_a_fall_comes_first_in_what_fell_short_and_a_rise_in_what_went_well(page, way):
    lists = shown(moving(way), overview.lists, judged=judged(page, "missed", WAYS[way]))
    panels = lists.values["panels"]
    first = {each.values["style"]: str(each.values["items"][0]) for each in panels}
    before, now = WAYS[way]
    older, newest = editions(page)
    told = f"from rank {before} ({older} index) to rank {now} ({newest} index)"
    assert (told in first["well"]) == (way == "climbs")
    assert (told in first["short"]) == (way == "falls")
    assert told not in words(lists) or way in ("climbs", "falls")


def test_a_pillar_that_lost_is_no_success_and_one_that_lost_much_fell_short(page):
    profile = dti.pillar_profile(page.briefing.latest, "bac-giang").sort_values("rank")
    strong = profile["component"].iloc[0]
    rank = int(profile["rank"].iloc[0])
    name = str(page.component_name(strong))
    for lost, told in ((0, "well"), (1, ""), (movements.MUCH - 1, ""), (movements.MUCH, "short")):
        here = moved_pillar(page, strong, rank - lost)
        panels = shown(here, overview.lists).values["panels"]
        listed = {
            each.values["style"]: "; ".join(map(str, each.values["items"])) for each in panels
        }
        where = [style for style in ("well", "short") if name in listed[style]]
        assert where == [told] * bool(told), lost
        before = editions(page)[0]
        fell = f"rank {rank} of 63, down from rank {rank - lost} ({before} index)"
        assert (fell in listed["short"]) == (told == "short")
        kept = f"rank {rank} of 63 ({before} index: rank {rank})"
        assert (kept in listed["well"]) == (told == "well")


def moved_pillar(page, component, before):
    scores = page.briefing.data["dti_scores"].copy()
    earlier = scores["edition"].eq(editions(page)[0]) & scores["component"].eq(component)
    own = earlier & scores["province"].eq("bac-giang")
    other = scores["edition"].eq(editions(page)[0]) & scores["province"].eq("bac-giang")
    row = scores[other & scores["component"].eq(dti.TOTAL)].assign(
        component=component, rank=before, row=f"dti_scores/{component}"
    )
    return knowing(page, dti_scores=pd.concat([scores[~own], row], ignore_index=True))


def test_the_newest_overdue_target_is_the_one_to_decide(page):
    tables = ("dti_editions", "dti_weights", "dti_scores")
    page = knowing(page, **{name: page.briefing.data[name].iloc[:0] for name in tables})
    due = targets.overdue(page.briefing.targets, page.briefing.due_year)
    assert due["due"].nunique() > 1
    text = words(shown(page, overview.decision))
    names = [str(page.indicator_name(each)).lower() for each in due["indicator"]]
    assert names[0] in text.lower() and names[-1] not in text.lower()
    assert "Lead agency: no assignment found." in text
    led = page.briefing.targets.assign(lead_en="a department", due_on=pd.Timestamp(2024, 3, 31))
    text = words(shown(page, overview.decision, promised=led))
    assert "Lead agency: a department, by 31 March 2024" in text and "no assignment" not in text

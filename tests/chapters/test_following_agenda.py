"""Chapter 5 follows the tables it is given: other rows, other counts, names and tables."""

from __future__ import annotations

import pytest
from cells import shown
from conftest import html, open_page
from markupsafe import Markup

from helpers.analysis import agenda as items
from helpers.chapters import agenda, overview, promises


@pytest.fixture(scope="module")
def page():
    return open_page(2021, "agenda", "bac-giang")


@pytest.fixture(scope="module")
def later():
    return open_page(2023, "agenda", "bac-giang")


def words(page, step, **tables):
    return Markup(html(shown(page, step, **tables))).striptags().replace("\u2060", "")


def test_the_finding_and_its_table_are_those_of_the_limitations(page):
    rows = items.answered(page.briefing.data, "bac-giang", 2021)
    some = rows[rows["extent"] != "none"]
    assert 0 < len(some) < len(rows)
    names = [str(page.named(row, "short").lower()) for _, row in rows.iterrows()
             if row["extent"] == "none"]  # fmt: skip
    assert f"Of the {len(rows)} limitations" in (usual := words(page, agenda.finding))
    assert names[0] in usual
    text = words(page, agenda.finding, answered=some)
    assert f"Of the {len(some)} limitations" in text and names[0] not in text
    assert html(shown(page, agenda.limitations)).count("<tr") == len(rows) + 1
    assert html(shown(page, agenda.limitations, answered=some)).count("<tr") == len(some) + 1


def test_the_follow_up_is_that_of_its_table(later):
    data = later.briefing.data["agenda"]
    review = items.newest_before(data, "bac-giang", 2023)
    every = items.of_kinds(review, "bac-giang", 2021, ["goal", "task", "limitation"])
    one = items.of_kinds(review, "bac-giang", 2021, ["goal"])
    usual, other = (
        html(shown(later, agenda.followed)),
        html(shown(later, agenda.followed, left=one)),
    )
    assert usual.count("<tr") == len(every) + 1
    assert other.count("<tr") == len(one) + 1 < len(every) + 1
    none = later.briefing.targets.iloc[:0]
    verdicts = (shown(later, agenda.followed, left=one), shown(later, agenda.followed, left=one,
                                                               promised=none))  # fmt: skip
    assert html(verdicts[0]) != html(verdicts[1]), "a target that is left out has no verdict"
    assert words(later, agenda.followed, left=one.iloc[:0]) == ""


def test_the_work_is_listed_as_in_its_table(page):
    usual = words(page, agenda.tasks)
    other = words(page, agenda.tasks, KINDS=["goal", "task"])
    assert usual.index("Main tasks") < usual.index("Goal") and "are asked to do" in usual
    assert other.index("Goal") < other.index("Main tasks") and "are asked to do" not in other
    none = page.briefing.data["agenda"].iloc[:0]
    assert "not known" in words(page, agenda.tasks, work=none)


def test_the_plan_is_that_of_its_table(page):
    kinds = ["coordination", "coordination_aim", "coordination_field"]
    plan = items.of_kinds(page.briefing.data["agenda"], "bac-giang", 2021, kinds)
    last = str(page.named(plan.iloc[-1], "text"))
    assert last in words(page, agenda.coordination)
    assert last not in words(page, agenda.coordination, plan=plan.iloc[:-1])
    assert "not known" in words(page, agenda.coordination, plan=plan.iloc[:0])


def test_the_promises_are_those_of_their_table(later):
    promised = later.briefing.targets
    some = promised[promised["due"] > 2023]
    assert 0 < len(some) < len(promised)
    for step in (promises.all_targets, overview.tally):
        assert f"Of the {len(promised)} " in words(later, step)
        assert f"Of the {len(some)} " in words(later, step, promised=some)
    usual = html(shown(later, promises.all_targets))
    other = html(shown(later, promises.all_targets, promised=some))
    assert usual.count("<tr") > other.count("<tr")

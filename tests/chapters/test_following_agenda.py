"""Chapter 5 follows the tables it is given: other rows, other counts, names and tables."""

from __future__ import annotations

import pandas as pd
import pytest
from cells import shown
from conftest import html, open_page
from conftest import said as words

from helpers.analysis import agenda as items
from helpers.chapters import agenda, overview, promises
from helpers.exceptions import ParameterError


@pytest.fixture(scope="module")
def page():
    return open_page(2021, "agenda", "bac-giang")


@pytest.fixture(scope="module")
def later():
    return open_page(2023, "agenda", "bac-giang")


def test_the_finding_and_its_table_are_those_of_the_limitations(page):
    rows = items.answered(page.briefing.data, "bac-giang", 2021)
    some = rows[rows["extent"] != "none"]
    assert 0 < len(some) < len(rows)
    names = [str(page.named(row, "short").lower()) for _, row in rows.iterrows()
             if row["extent"] == "none"]  # fmt: skip
    assert f"Of the {len(rows)} limitations" in (usual := words(page, agenda.finding))
    assert names[0] in usual
    text = words(page, agenda.finding, answered=some)
    assert f"Of the {len(some)} limitations in this table" in text and names[0] not in text
    assert "in this table" not in usual and "the committee named" not in text
    none = words(page, agenda.finding, answered=rows.iloc[:0])
    assert none == f"This table holds none of the {len(rows)} limitations the committee named."
    one = words(page, agenda.finding, answered=rows.iloc[:1])
    assert one.startswith("The 1 limitation in this table: ")
    twice = pd.concat([rows, rows])
    assert words(page, agenda.finding, answered=twice) == usual
    assert html(shown(page, agenda.limitations)).count("<tr") == len(rows) + 1
    assert html(shown(page, agenda.limitations, answered=some)).count("<tr") == len(some) + 1


def test_the_follow_up_is_that_of_its_table(later):
    data = later.briefing.data["agenda"]
    review = items.newest_before(data, "bac-giang", 2023)
    every = items.of_kinds(review, "bac-giang", 2021, ["goal", "task", "limitation"])
    one = items.of_kinds(review, "bac-giang", 2021, ["goal"])
    usual, other = (
        html(shown(later, agenda.each_followed)),
        html(shown(later, agenda.each_followed, left=one)),
    )
    assert usual.count("<tr") == len(every) + 1
    assert other.count("<tr") == len(one) + 1 < len(every) + 1
    none = later.briefing.targets.iloc[:0]
    verdicts = [
        shown(later, agenda.each_followed, left=one, **other) for other in ({}, {"promised": none})
    ]
    assert html(verdicts[0]) != html(verdicts[1]), "a target that is left out has no verdict"
    assert words(later, agenda.followed, left=one.iloc[:0]) == ""
    assert "in its review of 2021: 1 goal, 7 tasks" in words(later, agenda.followed)
    goals = words(later, agenda.followed, OPEN=["goal"])
    assert "in its review of 2021; of these, this table holds 1 goal, 0 tasks" in goals
    caption = words(later, agenda.each_followed, OPEN=["goal"])
    assert "Some of what was named in the review" in caption


def test_a_verdict_that_is_left_out_is_not_denied(later):
    none = later.briefing.targets.iloc[:0]
    goal = words(later, agenda.each_followed, OPEN=["goal"], promised=none)
    assert "not in the table of targets" in goal and "no conclusion" not in goal
    task = words(later, agenda.each_followed, OPEN=["task"], promised=none)
    assert "no conclusion found" in task


@pytest.mark.parametrize("knob", ["KINDS", "OPEN", "PLAN"])
def test_an_unknown_kind_is_refused_in_both_languages(later, knob):
    step = {"KINDS": agenda.tasks, "OPEN": agenda.followed, "PLAN": agenda.coordination}[knob]
    with pytest.raises(ParameterError) as error:
        shown(later, step, **{knob: ["tasks"]})
    assert str(error.value) == "unknown kind of item “tasks”, did you mean task?"
    assert error.value.said["vi"] == "Không có loại nội dung “tasks”; có phải là task?"


def test_no_kind_at_all_is_an_empty_table(page, later):
    assert words(later, agenda.followed, OPEN=[]) == ""
    assert "set by the committee: not in this table." in words(page, agenda.tasks, KINDS=[])


def test_the_work_is_listed_as_in_its_table(page):
    usual = words(page, agenda.tasks)
    other = words(page, agenda.tasks, KINDS=["goal", "task"])
    assert usual.index("Main tasks") < usual.index("Goal") and "are asked to do" in usual
    assert other.index("Goal") < other.index("Main tasks") and "are asked to do" not in other
    none = page.briefing.data["agenda"].iloc[:0]
    assert "by the committee: not in this table." in words(page, agenda.tasks, work=none)
    assert "not in this table" in words(page, agenda.tasks, KINDS=["limitation"])


def test_what_no_source_holds_is_not_known_whatever_the_table(later):
    assert "by the committee: not known" in words(later, agenda.tasks)
    assert "New coordination plan of Bac Giang: not known" in words(later, agenda.coordination)
    assert "hold no committee review of 2023" in words(later, agenda.finding)


def test_tasks_without_a_limitation_are_counted_in_their_table(page):
    known = page.briefing.data
    work = items.of_kinds(known["agenda"], "bac-giang", 2021, ["instruction", "task", "goal"])
    tasks = work[work["kind"] == "task"]
    loose = items.unlinked(tasks, known["agenda_links"])
    whole = f"{len(loose)} of {len(tasks)} tasks address none of the limitations"
    assert whole in words(page, agenda.tasks)
    some = work[work["item"] != loose["item"].iloc[0]]
    part = f"{len(loose) - 1} of {len(tasks) - 1} tasks in this table address"
    assert part in words(page, agenda.tasks, work=some).replace("addresses", "address")
    one = work[work["item"] == loose["item"].iloc[0]]
    assert "1 of 1 task in this table addresses none" in words(page, agenda.tasks, work=one)


def test_the_plan_is_that_of_its_table(page):
    kinds = ["coordination", "coordination_aim", "coordination_field"]
    plan = items.of_kinds(page.briefing.data["agenda"], "bac-giang", 2021, kinds)
    last = str(page.named(plan.iloc[-1], "text"))
    assert last in words(page, agenda.coordination)
    assert last not in words(page, agenda.coordination, plan=plan.iloc[:-1])
    assert "plan of Bac Giang: not in this table." in words(
        page, agenda.coordination, plan=plan.iloc[:0]
    )
    alone = html(shown(page, agenda.coordination, PLAN=kinds[:1]))
    assert "Its aims" not in alone and "Its fields" not in alone, "no heading over nothing"


def test_the_promises_are_those_of_their_table(later):
    promised = later.briefing.targets
    some = promised[promised["due"] > 2023]
    assert 0 < len(some) < len(promised)
    usual = words(later, overview.tally)
    assert f"Of the {len(promised)} " in usual and "in this table" not in usual
    text = words(later, overview.tally, promised=some)
    assert f"Of the {len(some)} " in text and "targets in this table" in text
    one = words(later, overview.tally, promised=promised.iloc[:1])
    assert "1 recorded target in this table set before" in one
    assert words(later, overview.tally, promised=pd.concat([promised, promised])) == usual
    for step in (promises.compared, promises.silent):
        usual, other = (html(shown(later, step, **table)) for table in ({}, {"promised": some}))
        assert usual.count("<tr") > other.count("<tr") > 1
    silent = promised[promised["status"] == "not_reported"]
    told = words(later, promises.compared, promised=silent)
    assert f"Of the {len(silent)} recorded targets in this table" in told, "instead of a table"
    none = words(later, promises.compared, promised=promised.iloc[:0])
    assert none == "This table holds no target of Bac Giang."

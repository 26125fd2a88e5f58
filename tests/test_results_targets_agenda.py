"""Which result speaks for a year, how targets are judged, and what answers a limitation."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers import agenda, results, targets
from helpers.data import NATIONAL


def test_a_value_of_the_whole_year_speaks_before_one_of_a_part(known):
    row = results.latest(known["results"], "bac-giang", "services_level_3_4", 2021)
    assert row["source"] == "article"
    part = known["results"][known["results"]["timing"] != "during"]
    row = results.latest(part, "bac-giang", "services_level_3_4", 2021)
    assert row["timing"] == "before"


def test_a_result_of_another_year_does_not_speak(known):
    assert results.latest(known["results"], NATIONAL, "dti_mean", 2021) is None
    assert results.latest(known["results"], NATIONAL, "dti_mean", 2020)["value"] == 0.3026


def test_the_key_figures_of_2021(known):
    figures = {f.indicator: f for f in results.key_figures(known, "bac-giang", 2021)}
    assert list(figures)[:2] == ["dti_rank", "services_level_3_4"]
    assert len(figures) == 6
    verdicts = {name: results.verdict(figure) for name, figure in figures.items()}
    assert verdicts == {
        "dti_rank": "on-target",
        "services_level_3_4": "no-target",
        "eligible_procedures_level_3_4_share": "complete",
        "digital_signing_share": "no-target",
        "services_on_national_portal": "no-target",
        "files_online_share": "unknown",
    }
    assert figures["services_level_3_4"].national["value"] == 81446
    assert figures["files_online_share"].target["value"] == 20


def test_a_province_without_results_has_its_rank_alone(known):
    figures = results.key_figures(known, "da-nang", 2021)
    assert [f.indicator for f in figures] == ["dti_rank"]


def target(comparator, value, due=2021):
    return pd.DataFrame(
        {
            "target": ["t"],
            "scope": ["x"],
            "indicator": ["i"],
            "due": [due],
            "edition": [pd.NA],
            "comparator": [comparator],
            "value": [value],
        }
    )


def result(value, period="2021", qualifier="exact"):
    return pd.DataFrame(
        {
            "scope": ["x"],
            "indicator": ["i"],
            "period": [period],
            "timing": ["during"],
            "value": [value],
            "qualifier": [qualifier],
            "source": ["s"],
            "locator": [""],
            "row": [""],
        }
    )


@pytest.mark.parametrize(
    ("promise", "outcome", "status"),
    [
        (target(">=", 50), result(50), "met"),
        (target(">", 50), result(50), "missed"),
        (target("<=", 10), result(10), "met"),
        (target("<=", 10), result(11), "missed"),
        (target(">=", 50), result(50, period="2020"), "not_reported"),
        (target(">=", 50, due=2025), result(40), "not_yet"),
        (target(">=", 50, due=2025), result(60, period="2020"), "holds_today"),
        (target("~", 25), result(25), "not_judged"),
        (target(">=", 100), result(100, qualifier="approx"), "not_judged"),
        (target(">=", 50), result(99, period="2022"), "not_reported"),
    ],
)
def test_how_a_target_is_judged(promise, outcome, status):
    assert targets.progress(promise, outcome, "x", 2021)["status"].tolist() == [status]


def test_the_targets_of_the_2021_briefing(known):
    ranks = results.with_ranks(known["results"], known["dti_scores"], known["dti_editions"])
    frame = targets.progress(known["targets"], ranks, "bac-giang", 2021)
    counts = frame["status"].value_counts().to_dict()
    assert counts == {"not_reported": 14, "holds_today": 3}
    assert "plan-6649" not in set(frame["set_by"])
    national = targets.progress(known["targets"], ranks, NATIONAL, 2021)
    assert national["status"].tolist() == ["missed", "missed"]


def test_what_answers_each_limitation(known):
    rows = agenda.of_kind(known["agenda"], "bac-giang", 2021, "limitation")
    answered = agenda.answers(rows, known["agenda_links"], known["agenda"]).set_index("item")
    assert answered["extent"].to_dict() == {
        "awareness": "direct",
        "infrastructure": "part",
        "platforms": "part",
        "security": "part",
        "data-sharing": "none",
    }
    assert answered.loc["awareness", "items"] == ["task-communication", "task-skills"]
    assert answered.loc["security", "items"] == ["coordination"]
    tasks = agenda.of_kind(known["agenda"], "bac-giang", 2021, "task")
    free = agenda.unlinked(tasks, known["agenda_links"])
    assert free["item"].tolist() == ["task-investment", "task-economy", "task-firms"]

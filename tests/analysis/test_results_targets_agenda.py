"""Which result speaks for a year, how targets are judged, and what answers a limitation."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import few

from helpers.analysis import agenda, results, targets
from helpers.store import data
from helpers.store.data import NATIONAL


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


UNKNOWN = None


@pytest.mark.parametrize(
    ("promise", "outcome", "status", "margin"),
    [
        (target(">=", 50), result(50), "met", 0),
        (target(">", 50), result(50), "missed", 0),
        (target("<=", 10), result(10), "met", 0),
        (target("<=", 10), result(11), "missed", -1),
        (target(">=", 50), result(50, period="2020"), "not_reported", UNKNOWN),
        (target(">=", 50, due=2025), result(40), "not_yet", -10),
        (target(">=", 50, due=2025), result(60, period="2020"), "holds_today", 10),
        (target("<=", 15, due=2025), result(10), "holds_today", 5),
        (target("~", 25), result(25), "not_judged", UNKNOWN),
        (target(">=", 100), result(100, qualifier="approx"), "not_judged", UNKNOWN),
        (target(">=", 50), result(99, period="2022"), "not_reported", UNKNOWN),
    ],
)
def test_how_a_target_is_judged(promise, outcome, status, margin):
    (row,) = targets.progress(promise, outcome, "x", 2021).to_dict("records")
    assert row["status"] == status
    assert pd.isna(row["margin"]) if margin is UNKNOWN else row["margin"] == margin


@pytest.mark.parametrize(
    ("period", "status"), [("2020", "holds_today"), ("2021", "met"), ("2022", "holds_today")]
)
def test_a_target_for_an_index_runs_on_until_the_edition_of_its_year_is_published(period, status):
    promise = target("<=", 10, due=2021).assign(indicator="dti_rank")
    outcome = result(9, period=period).assign(indicator="dti_rank")
    assert targets.progress(promise, outcome, "x", 2022)["status"].tolist() == [status]


promises = st.tuples(
    st.sampled_from(["<=", ">=", ">", "~"]), st.integers(1, 9), st.integers(2019, 2026)
)
outcomes = st.lists(
    st.tuples(
        st.integers(1, 9),
        st.integers(2018, 2026).map(str),
        st.sampled_from(["exact", "approx", "at_least"]),
    ),
    max_size=3,
    unique_by=lambda each: each[1],
)


@few
@given(st.lists(promises, min_size=1, max_size=4), outcomes, st.integers(2019, 2026))
def test_every_target_is_counted_once_and_none_is_met_without_its_result(asked, found, year):
    rows = pd.concat([target(*each).assign(target=str(place)) for place, each in enumerate(asked)])
    table = pd.concat([result(1).iloc[:0], *(result(*each) for each in found)])
    frame = targets.progress(rows, table, "x", year)
    held = targets.tally(frame)
    assert held.count == len(frame) == len(asked)
    assert held.not_reported == int(frame["result"].isna().sum())
    periods = {int(period) for _, period, _ in found}
    for _, row in frame.iterrows():
        judged = row["status"] in targets.JUDGED
        assert not judged or (row["due"] <= year and row["due"] in periods)
        assert pd.isna(row["margin"]) == (row["status"] in ("not_reported", "not_judged"))
        if row["status"] in ("met", "holds_today"):
            assert row["margin"] >= 0
    assert len(targets.newly_judged(frame, frame)) == 0
    assert len(targets.newly_judged(frame, None)) == held.met + held.missed


def test_what_is_news_is_of_the_year_or_published_since_the_briefing_before(package):
    before = set(data.as_of(package, data.briefing_day(package, 2022))["results"]["row"])
    known = data.as_of(package, data.briefing_day(package, 2023))["results"]
    rows = results.news(known, "bac-giang", 2023, before)
    assert rows["indicator"].is_unique
    newest = rows.set_index("indicator")["period"]
    assert newest["par_egovernment_rank"] == "2022", "published in April 2023"
    assert newest["organisations_using_e_invoices"] == "2023-Q1"
    assert "plans_issued" not in newest, "the 2022 briefing told that"
    assert not set(rows.loc[~rows["period"].str.startswith("2023"), "row"]) & before


def test_the_targets_of_the_2021_briefing(known):
    ranks = results.with_ranks(known)
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

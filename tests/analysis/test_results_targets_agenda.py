"""Which result speaks for a year, how targets are judged, and what answers a limitation."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pandas as pd
import pytest
from hypothesis import example, given
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


def test_the_stronger_the_claim_to_a_year_the_later_the_result():
    claims = ["during", "on", "before", "early"]
    rows = [result(1).assign(timing=claim, row=claim) for claim in claims]
    rows += [result(1, "2020").assign(row="old"), result(1, "2022").assign(row="new")]
    rows += [result(1).assign(scope="y"), result(1).assign(indicator="j")]
    found = results.history(pd.concat(rows, ignore_index=True), "x", "i", 2021)
    assert found["row"].tolist() == ["old", "early", "before", "on", "during"]


def test_a_rank_becomes_a_result_unless_the_results_give_it():
    indicators = pd.DataFrame({"indicator": ["i", "dti_rank"], "published_later": [False, True]})
    lines = [(2020, "x", "total", 7, "a"), (2021, "x", "total", 6, "b"), (2020, "x", "p", 1, "c"),
             (2020, "y", "total", None, "d")]  # fmt: skip
    ranked = pd.DataFrame(lines, columns=["edition", "province", "component", "rank", "row"])
    given = [result(7, "2020").assign(indicator="dti_rank", row="given"), result(5)]
    tables = {
        "results": pd.concat(given).drop(columns="published_later"),
        "indicators": indicators,
        "dti_scores": ranked.assign(basis="printed", source="s", provinces_ranked=[63, 34, 63, 63]),
        "dti_editions": pd.DataFrame({"edition": [2020, 2021], "provinces_ranked": [63, 34]}),
    }
    found = results.with_ranks(data.DataPackage(tables))
    assert found["row"].tolist() == ["given", "", "b"]
    assert found["published_later"].tolist() == [True, False, True]
    told = found.iloc[2][["scope", "indicator", "period", "value", "base", "qualifier", "source"]]
    assert told.tolist() == ["x", "dti_rank", "2021", 6, 34, "exact", "s"]
    assert (found["edition"].iloc[2], found["rank"].iloc[2]) == (2021, 6)
    on_a_day = result(8, "2021").assign(indicator="dti_rank", timing="on")
    tables["results"] = on_a_day.drop(columns="published_later")
    assert len(results.with_ranks(data.DataPackage(tables))) == 3, "of another timing, so another"


def test_a_figure_is_held_against_the_next_target_and_the_value_before():
    indicators = pd.DataFrame(
        {"indicator": ["i"], "published_later": [False], "measured_until": [pd.NA]}
    )
    chosen = pd.DataFrame({"year": [2000], "position": [1], "indicator": ["i"]})
    score = pd.DataFrame(
        columns=[
            "component",
            "rank",
            *["edition", "provinces_ranked", "province", "basis", "source", "row"],
        ]
    )
    told = pd.concat([result(n, str(n)) for n in (2018, 2019, 2020)])
    dues = pd.concat([target(">=", due, due) for due in (2024, 2019, 2022)])
    editions = pd.DataFrame({"edition": [2020], "provinces_ranked": [63]})
    tables = {"indicators": indicators, "dti_scores": score, "dti_editions": editions,
              "results": told.drop(columns="published_later"), "targets": dues,
              "key_figures": chosen}  # fmt: skip
    (now,) = results.key_figures(data.DataPackage(tables), "x", 2020)
    assert (now.result["value"], now.earlier["value"], now.target["due"]) == (2020, 2019, 2022)
    assert not now.lost and now.national is None
    (later,) = results.key_figures(data.DataPackage(tables), "x", 2021)
    assert later.result is None and later.earlier["value"] == 2020 and later.lost
    (first,) = results.key_figures(data.DataPackage(tables), "x", 2018)
    assert (first.result["value"], first.earlier, first.target["due"]) == (2018, None, 2019)
    (before,) = results.key_figures(data.DataPackage(tables), "x", 2017)
    assert before.result is None and not before.lost, "it was never reported"


def test_works_behind_the_services_are_told_apart_from_what_only_has_a_state():
    rows = [result(1).assign(row=row, state=state, indicator=name) for row, state, name in
            [("a", "", "work"), ("b", "built", "i"), ("c", "", "i")]]  # fmt: skip
    rows += [result(1, "2020").assign(row="d", state="built", indicator="work"),
             result(1).assign(row="e", state="built", indicator="work", scope="y")]  # fmt: skip
    indicators = pd.DataFrame({"indicator": ["work", "i"], "foundation": ["network", ""]})
    known = data.DataPackage({"results": pd.concat(rows), "indicators": indicators})
    assert results.foundations(known, "x", 2021)["row"].tolist() == ["a"]


@pytest.mark.parametrize(
    ("name", "value", "qualifier", "said"),
    [
        ("files_share", 100, "exact", "complete"),
        ("files_share", 99, "exact", "no-target"),
        ("files_share", 100, "approx", "no-target"),
        ("files", 100, "exact", "no-target"),
    ],
)
def test_only_a_share_of_exactly_all_is_complete(name, value, qualifier, said):
    row = result(value, qualifier=qualifier).iloc[0]
    assert results.verdict(results.KeyFigure(name, row, None, None, None)) == said
    held = results.KeyFigure(name, row, target(">", 99).iloc[0], None, None)
    judged = {"exact": "on-target" if value > 99 else "off-target", "approx": said}
    assert results.verdict(held) == judged[qualifier]


def test_a_direct_answer_stands_before_the_others():
    lines = [("x", 2021, "task", "b", 2), ("x", 2021, "task", "a", 1), ("y", 2021, "task", "c", 3),
             ("x", 2020, "task", "d", 4), ("x", 2021, "limitation", "l", 1),
             ("x", 2021, "limitation", "m", 2)]  # fmt: skip
    items = pd.DataFrame(lines, columns=["scope", "year", "kind", "item", "position"])
    tasks = agenda.of_kind(items, "x", 2021, "task")
    assert tasks["item"].tolist() == ["a", "b"] and list(tasks.columns) == list(items.columns)
    links = pd.DataFrame([("l", "d", "part"), ("l", "a", "part"), ("l", "b", "direct")],
                         columns=["limitation", "item", "extent"])  # fmt: skip
    found = agenda.answers(agenda.of_kind(items, "x", 2021, "limitation"), links, items)
    assert found["items"].tolist() == [["b", "a", "d"], []]
    assert found["extent"].tolist() == ["direct", "none"]


def test_the_last_review_before_a_year():
    lines = [("x", 2019, 1), ("x", 2020, 2), ("x", 2020, 3), ("x", 2022, 4), ("y", 2021, 5)]
    items = pd.DataFrame(lines, columns=["scope", "year", "item"])
    assert agenda.newest_before(items, "x", 2022)["item"].tolist() == [2, 3]
    assert agenda.newest_before(items, "x", 2020)["item"].tolist() == [1]
    assert agenda.newest_before(items, "x", 2019).empty


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
            "state": [""],
            "basis": ["printed"],
            "confirmed_by": [""],
            "source": ["s"],
            "locator": [""],
            "row": [""],
            "published_later": [False],
        }
    )


UNKNOWN = None


@pytest.mark.parametrize(
    ("promise", "outcome", "status", "margin"),
    [
        (target(">=", 50), result(50), "met", 0),
        (target(">=", 50), result(50, period="2021-Q4"), "met", 0),
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
    outcome = result(9, period=period).assign(indicator="dti_rank", published_later=True)
    assert targets.progress(promise, outcome, "x", 2022)["status"].tolist() == [status]


promises = st.tuples(
    st.sampled_from(["<=", ">=", ">", "~"]),
    st.integers(1, 9),
    st.integers(2019, 2024),
    st.sampled_from([None, 2020, 2021]),
)
outcomes = st.lists(
    st.tuples(
        st.integers(1, 9),
        st.integers(2018, 2025).map(str),
        st.sampled_from(["exact", "exact", "approx"]),
        st.booleans(),
    ),
    max_size=4,
    unique_by=lambda each: each[1],
)


def standing(promise, found, year):
    """The state of a target, its result and how far that is beyond it: each result looked at."""
    comparator, wanted, due, index = promise
    period, told = index or due, sorted(each[1] for each in found if int(each[1]) <= year)
    fitting = [each for each in told if int(each) == period]
    if not fitting:
        late = {each[1] for each in found if each[3]}
        fitting = [each for each in told if due > year or each in late]
    if not fitting:
        return "not_reported", None, None
    value, period_told, qualifier, _ = spoken = next(n for n in found if n[1] == fitting[-1])
    if comparator == "~" or qualifier != "exact":
        return "not_judged", spoken, None
    beyond = wanted - value if comparator == "<=" else value - wanted
    holds = beyond > 0 or (beyond == 0 and comparator != ">")
    final = due <= year and period_told == str(period)
    words = ("met", "missed") if final else ("holds_today", "not_yet")
    return words[0 if holds else 1], spoken, beyond


@few
@given(st.lists(promises, min_size=1, max_size=4), outcomes, st.integers(2019, 2025))
@example([(">=", 5, 2020, None), ("<=", 3, 2020, None)], [(4, "2020", "exact", False)], 2021)
@example([(">=", 5, 2024, None), ("<=", 3, 2024, None)], [(5, "2020", "exact", False)], 2021)
def test_each_target_is_judged_and_counted_as_by_hand(asked, found, year):
    rows = pd.concat(
        target(*each).assign(target=str(place), edition=index)
        for place, (*each, index) in reversed([*enumerate(asked)])
    )
    told = [
        result(*each).assign(published_later=later, locator="in " + each[1], row="of " + each[1])
        for *each, later in found
    ]
    others = [result(1, str(year)).assign(**{name: "z"}) for name in ("scope", "indicator")]
    table = pd.concat([*told, *others], ignore_index=True)
    frame = targets.progress(pd.concat([rows.assign(scope="y"), rows]), table, "x", year)
    expected = [standing(promise, found, year) for promise in asked]
    order = sorted(range(len(asked)), key=lambda place: asked[place][2])
    assert frame["target"].tolist() == [str(place) for place in order]
    told_of = ["result", *(f"result_{name}" for name in
                           ("period", "qualifier", "source", "locator", "row"))]  # fmt: skip
    for (_, row), place in zip(frame.iterrows(), order, strict=True):
        status, spoken, beyond = expected[place]
        value, period, qualifier, _ = spoken or [None] * 4
        words = [value, period, qualifier, "s", f"in {period}", f"of {period}"]
        assert row["status"] == status
        assert row[told_of].dropna().tolist() == (words if spoken else [])
        assert (None if pd.isna(row["margin"]) else row["margin"]) == beyond
    count = Counter(status for status, *_ in expected)
    held = targets.tally(frame, year)
    assert (held.met, held.missed) == (count["met"], count["missed"])
    running = held.waiting + held.holding + held.behind
    assert running == count["holds_today"] + count["not_yet"]
    assert held.silent + held.ahead_silent == count["not_reported"]
    assert held.vague + held.ahead_vague == count["not_judged"]
    assert held.due == sum(each[2] <= year for each in asked)
    assert held.count == len(asked)
    silent = [n for n in order if asked[n][2] <= year and expected[n][0] == "not_reported"]
    latest_first = sorted(silent, key=lambda place: -asked[place][2])
    assert targets.overdue(frame, year)["target"].tolist() == [str(place) for place in latest_first]
    final = [str(place) for place in order if expected[place][0] in ("met", "missed")]
    assert targets.newly_judged(frame, None)["target"].tolist() == final
    before = frame.assign(status="missed")[frame["target"] == "0"]
    assert targets.newly_judged(frame, before)["target"].tolist() == [n for n in final if n != "0"]
    assert targets.newly_judged(frame, frame.assign(status="not_yet"))["target"].tolist() == final


def test_only_what_is_due_and_silent_is_overdue():
    frame = pd.DataFrame(
        [
            ("old", 2019, "not_reported"),
            ("now", 2021, "not_reported"),
            ("missed", 2021, "missed"),
            ("later", 2022, "not_reported"),
            ("met", 2020, "met"),
        ],
        columns=["target", "due", "status"],
    )
    assert targets.overdue(frame, 2021)["target"].tolist() == ["now", "old"]


def test_the_strictest_of_several_targets_for_a_rank():
    promised = pd.DataFrame({"target": list("abc"), "value": [15, 10, 10]})
    found = targets.strictest(promised, 12)
    assert found["target"].tolist() == ["b", "c"]
    assert found["places"].tolist() == [-2, -2], "two places are missing"
    assert targets.strictest(promised, 9)["places"].tolist() == [1, 1]


def test_a_target_that_comes_with_the_briefings_own_source_was_not_set_before():
    days = pd.to_datetime(["2021-12-30", "2021-12-31", "2022-01-01"])
    sources = pd.DataFrame({"source": ["a", "b", "c"], "available_from": days})
    frame = pd.DataFrame({"source": list("abca"), "target": range(4)})
    found = targets.set_before(frame, sources, date(2021, 12, 31))
    assert found["target"].tolist() == [0, 3]


def test_targets_in_plain_words():
    names = pd.DataFrame({"indicator": ["i", "j"], "name_en": ["Share", "Rank"]})
    rows = pd.concat([target(">=", 70.0), target("<=", 2.5).assign(indicator="j")])
    package = data.DataPackage({"indicators": names})
    assert targets.plain(package, rows) == ["Share >= 70", "Rank <= 2.5"]


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

"""What other documents print guards the tables: a slip in either is named, with its rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pandas as pd
import pytest
from conftest import published, whole

from helpers.analysis import confirmed, dti
from helpers.analysis.edition import every
from helpers.exceptions import ToFill
from helpers.store import data
from helpers.upkeep import edition_checks
from helpers.upkeep.fact_checks import facts_hold


def with_(package, **tables):
    return replace(package, tables={**package.tables, **tables})


def stating(package, about, column, value, source="article"):
    """The package with one fact and no other."""
    fact = {"about": about, "column": column, "value": float(value), "source": source}
    fact |= {"locator": "", "note": "", "row": "confirmed/x"}
    return with_(package, confirmed=pd.DataFrame([fact]))


@pytest.mark.parametrize("known", [whole, published])
def test_every_slip_in_a_row_that_a_fact_is_about_is_named_with_the_row(known):
    package = known()
    facts = package["confirmed"]
    assert len(facts) > 20 and list(facts_hold(package)) == []
    wrong = {name: package[name].copy() for name in ("dti_scores", "results")}
    guarded = {}
    for index, (about, column) in facts[["about", "column"]].iterrows():
        table = about.partition("/")[0]
        rows = package[table]
        row = rows.index[rows["row"] == about][0]
        step = 0.0001 if column == "score" else 1
        wrong[table].loc[row, column] = rows.loc[row, column] + step
        guarded[data.row_number(index)] = (table, row)
    found = {problem.row: problem for problem in facts_hold(with_(package, **wrong))}
    assert set(found) == set(guarded)
    for number, (table, row) in guarded.items():
        problem, fact = found[number], facts.loc[number - 2]
        assert (problem.file, problem.column) == ("confirmed.csv", "value")
        assert f"({table}.csv {data.row_number(row)})" in problem.fault, problem.fault
        assert fact["source"] in problem.fault and problem.fault.by("vi") != problem.fault


@pytest.mark.parametrize("known", [whole, published])
def test_every_row_that_a_fact_is_about_is_missed(known):
    package, facts = known(), known()["confirmed"]
    left = {
        name: package[name][~package[name]["row"].isin(facts["about"])]
        for name in ("dti_scores", "results")
    }
    found = {problem.row for problem in facts_hold(with_(package, **left))}
    assert found == {data.row_number(index) for index in facts.index}


@pytest.fixture
def complete(package):
    """An edition whose totals are all published, and which prints no mean."""
    tables = (each for each in every(package) if each.mean is None)
    return next(each for each in tables if each.published["score"].count() > each.ranked)


def test_a_fact_is_held_against_what_follows_where_no_row_has_it(package, complete):
    computed = complete.scores.query("basis == 'computed' and component == 'digital_economy'")
    row = computed[computed["row"] == ""].dropna(subset=["rank"]).iloc[0]
    about = f"dti_scores/{complete}/{complete.ranked}/{row['province']}/digital_economy"
    for column, step in (("score", 0.0005), ("rank", 1)):
        right = stating(package, about, column, row[column])
        assert list(facts_hold(right)) == []
        (problem,) = facts_hold(stating(package, about, column, row[column] + step))
        own = complete.published.query("province == @row['province']").index
        named = f"{data.row_number(own[0])}-{data.row_number(own[-1])}"
        assert f"(dti_scores.csv {named}" in problem.fault and row["province"] in problem.fault


def test_a_mean_that_nobody_printed_is_that_of_the_totals(package, complete):
    about = f"dti_editions/{complete}/{complete.ranked}"
    mean = dti.table(complete.published)["score"].mean()
    assert list(facts_hold(stating(package, about, "mean_total", round(mean, 4)))) == []
    (problem,) = facts_hold(stating(package, about, "mean_total", mean + 0.001))
    assert about in problem.fault and "(dti_scores.csv " in problem.fault
    first = package["dti_scores"].query("edition == @complete.number").index[0]
    short = with_(package, dti_scores=package["dti_scores"].drop(index=first))
    (problem,) = facts_hold(stating(short, about, "mean_total", round(mean, 4)))
    assert "no number in column mean_total" in problem.fault


@pytest.mark.parametrize(
    ("about", "column", "source", "said"),
    [
        ("results/bac-giang/nothing/2021/during/article", "value", "article", ("about", "no such")),
        ("nowhere/x", "value", "article", ("about", "no such row")),
        ("tiles/63/bac-giang", "south", "article", ("about", "no such row")),
        ("dti_scores/1999/63/bac-giang/total", "rank", "article", ("about", "does not have")),
        ("dti_scores/2020/63/bac-giang/total", "basis", "article", ("column", "no number")),
        ("dti_scores/2020/63/bac-giang/total", "weight", "article", ("column", "no number")),
        ("dti_scores/2020/63/bac-giang/total", "rank", "dti-2020-mirror", ("source", "row itself")),
        ("dti_scores/2022/63/bac-giang/total", "rank", "dti-2022", ("source", "a copy of it")),
    ],
)  # fmt: skip
def test_a_fact_that_can_confirm_nothing_is_refused(package, about, column, source, said):
    (problem,) = facts_hold(stating(package, about, column, 9 if "2022" in about else 10, source))
    assert problem.column == said[0] and said[1] in problem.fault
    assert problem.cure.by("vi") != problem.cure


def test_a_fact_waits_for_a_row_that_is_still_to_be_filled_in(package):
    missing = stating(package, "results/bac-giang/x/2021/during/article", "value", 1)
    cell = ToFill("results.csv", 2, "value", "", "", 0)
    assert len(list(facts_hold(missing))) == 1
    assert list(facts_hold(replace(missing, to_fill=(cell,)))) == []


def test_a_fact_is_not_known_before_its_source(live):
    first = live["sources"].set_index("source")["available_from"]
    later = live["confirmed"]["source"].map(first)
    day = later.max().date()
    assert len(data.as_of(live, day)["confirmed"]) == len(live["confirmed"])
    known = data.as_of(live, day - timedelta(days=1))["confirmed"]
    assert len(known) == int((later < later.max()).sum()) < len(live["confirmed"])


def test_no_document_confirms_an_edition_before_it_was_published(package):
    about = f"dti_scores/{data.newest_edition(package)}/63/bac-giang/total"
    spoiled = stating(package, about, "rank", 9, "bgo-370411")
    (problem,) = edition_checks.editions_after_sources(spoiled)
    assert (problem.file, problem.column) == ("confirmed.csv", "source")


def test_whose_a_fact_is(live):
    facts = live["confirmed"]
    own = confirmed.about_province(facts, "bac-giang")
    assert own.any() and not own.all()
    assert facts[own]["about"].str.contains("/bac-giang/").all()
    assert not facts[~own]["about"].str.contains("/bac-giang/").any()

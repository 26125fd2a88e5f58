"""A figure that no second source confirms is asked about where it cannot well be right."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.store import data
from helpers.upkeep import checks

SERVICES = ("bac-giang", "services_level_3_4", "2021", "during")


def changed(package, value, note=""):
    """The data with another number of services in 2021, where 1,380 were told before."""
    results = package["results"].copy()
    keys = ["scope", "indicator", "period", "timing"]
    here = (results[keys] == list(SERVICES)).all(axis=1)
    assert here.sum() == 1
    results.loc[here, ["value", "note"]] = [value, note]
    return data.DataPackage({**package.tables, "results": results})


def test_the_figures_as_they_are_raise_no_question(package):
    for rule in (checks.plausible_moves, checks.whole_counts):
        assert list(rule(package)) == []


@pytest.mark.parametrize("value", [13800, 138, 138000])
def test_a_tenfold_figure_is_asked_about_until_it_is_looked_at(package, value):
    (problem,) = checks.plausible_moves(changed(package, value))
    assert (problem.file, problem.column) == ("results.csv", "value")
    assert f"{value:g}, where the last one was 1380" in problem.fault
    row = problem.row - 2
    assert package["results"].loc[row, "indicator"] == SERVICES[1]
    assert not list(checks.plausible_moves(changed(package, value, "checked: portal of 2022")))


def test_a_figure_within_reason_is_not_asked_about(package):
    for value in (1380, 2000, 700, 9000):
        assert not list(checks.plausible_moves(changed(package, value)))


def test_a_count_is_a_whole_number(package):
    (problem,) = checks.whole_counts(changed(package, 1.38))
    assert "a count of 1.38" in problem.fault and "without a point" in problem.cure
    shares = package["results"]["indicator"].str.endswith("_share")
    assert (package["results"].loc[shares, "value"] % 1 > 0).any(), "a share may be broken"


def with_cell(package, name, index, column, value):
    """The data with another cell in a table."""
    table = package[name].copy()
    table.loc[index, column] = value
    return data.DataPackage({**package.tables, name: table})


def found(package):
    """What all the rules say, by place."""
    told = {}
    for each in checks.problems(package):
        place = (each.file, each.row, each.column)
        told[place] = f"{told.get(place, '')} {each.fault}"
    return told


@pytest.mark.parametrize("name", ["results", "comparators"])
def test_a_figure_of_a_year_after_its_source_is_refused(package, name):
    table, days = package[name], package["sources"].set_index("source")["available_from"]
    index = table.index[table["period"].str.fullmatch(r"\d{4}")][0]
    year = days[table.loc[index, "source"]].year
    for period, told in ((str(year), False), (str(year + 1), True), ("2062", True)):
        problems = found(with_cell(package, name, index, "period", period))
        said = problems.get((f"{name}.csv", index + 2, "period"), "")
        assert (f"{period}, but its source" in said) == told


def test_a_month_after_its_source_and_a_confirmation_before_the_fact_are_refused(package):
    results, days = package["results"], package["sources"].set_index("source")["available_from"]
    index = results.index[results["source"].eq("article")][0]
    for period, told in (("2022-01", False), ("2022-02", True)):
        problems = found(with_cell(package, "results", index, "period", period))
        said = problems.get(("results.csv", index + 2, "period"), "")
        assert (f"{period}, but its source “article”" in said) == told
    late = results.index[results["period"].eq("2022")][0]
    assert days["article"].year == 2022 and days["bac-ninh-2020"].year < 2022
    for source, told in (("article", False), ("bac-ninh-2020", True)):
        problems = found(with_cell(package, "results", late, "confirmed_by", source))
        assert (("results.csv", late + 2, "confirmed_by") in problems) == told
    facts = package["confirmed"]
    about = facts.index[facts["about"].str.contains("/2022/during/")][0]
    for source, told in (("article", False), ("bac-ninh-2020", True)):
        problems = found(with_cell(package, "confirmed", about, "source", source))
        assert (
            "2022, but its source" in problems.get(("confirmed.csv", about + 2, "source"), "")
        ) == told


def test_two_sources_that_differ_are_asked_about_until_a_note_names_the_other(package):
    results = package["results"]
    row = results[results["scope"].eq("bac-giang") & results["indicator"].eq("par_index")].iloc[[0]]
    own = row["source"].item()
    other = row.assign(source="stttt-bg-2024", value=row["value"] + 1).set_axis([9_000])

    def said(**cells):
        changed = pd.concat([results, other.assign(**cells)])
        problems = found(data.DataPackage({**package.tables, "results": changed}))
        return problems.get(("results.csv", 9_002, "value"), "")

    value = float(row["value"].item())
    assert f"{value + 1:g}, where row {row.index[0] + 2} of another source says" in said()
    assert f"the page would take that of “{own}”" in said()
    assert not said(note=f"{own} says otherwise") and not said(value=value)


def test_a_result_beyond_what_a_source_prints_of_others_is_refused(package):
    bound = package["bounds"].iloc[0]
    row = (
        package["results"]
        .iloc[[0]]
        .assign(scope=bound["scope"], indicator=bound["indicator"], period=bound["period"])
    )
    most = float(bound["value"])
    assert bound["qualifier"] == "at_most"
    for value, told in ((most + 1, True), (most, False)):
        new = row.assign(value=value, qualifier="exact", state="").set_axis([9_000])
        results = pd.concat([package["results"], new])
        problems = found(data.DataPackage({**package.tables, "results": results}))
        said = problems.get(("results.csv", 9_002, "value"), "")
        assert ("row 2 of bounds.csv" in said) == told


def test_a_target_or_a_comparator_many_times_its_result_is_asked_about(package):
    targets = package["targets"]
    (place,) = targets.index[targets["target"] == "ministry-files-online-share-2021"]
    spoiled = with_cell(package, "targets", place, "value", 3.0)
    assert "3, beside " in found(spoiled)["targets.csv", place + 2, "value"]
    assert not found(with_cell(spoiled, "targets", place, "note", "checked: the plan itself"))
    beside = package["comparators"]
    place = beside.index[beside["indicator"] == "par_egovernment_share"][0]
    told = found(with_cell(package, "comparators", place, "value", 8.961))
    assert "8.961, beside 89.89" in told["comparators.csv", place + 2, "value"]


@pytest.mark.parametrize("factor", [10, 0.1])
def test_a_province_has_no_ten_times_as_many_people_within_a_year(live, factor):
    context = live["context"]
    place = context.index[context["year"] == 2024][0]
    for column in ("population_thousand", "grdp_per_capita_million_vnd"):
        value = context.loc[place, column] * factor
        told = found(with_cell(live, "context", place, column, value))
        assert ("context.csv", place + 2, column) in told
    urban = context.loc[place, "population_thousand"] + 1
    told = found(with_cell(live, "context", place, "urban_population_thousand", urban))
    assert ("context.csv", place + 2, "urban_population_thousand") in told


@pytest.mark.parametrize("step", [1, -1])
def test_a_rank_moved_by_one_takes_the_place_of_another(package, step):
    scores = package["dti_scores"]
    totals = scores[scores["edition"].eq(2022) & scores["component"].eq("total")]
    middle = totals.index[totals["rank"] == 30][0]
    told = found(with_cell(package, "dti_scores", middle, "rank", 30 + step))
    assert ("dti_scores.csv", middle + 2, "rank") in told
    top = scores.index[scores["edition"].eq(2020) & scores["component"].eq("total")][3]
    told = found(with_cell(package, "dti_scores", top, "rank", int(scores.loc[top, "rank"]) + step))
    assert ("dti_scores.csv", top + 2, "rank") in told

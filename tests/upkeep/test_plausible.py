"""A figure that no second source confirms is asked about where it cannot well be right."""

from __future__ import annotations

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

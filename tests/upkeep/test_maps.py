"""The map of squares is held to be whole before anything is drawn."""

from __future__ import annotations

import pickle

import pandas as pd
import pytest

from helpers.exceptions import Problem, Worded
from helpers.store.data import DataPackage
from helpers.upkeep import checks
from helpers.words.refusals import unfit, worded


def found(package, tiles):
    changed = DataPackage({**package.tables, "tiles": tiles})
    return list(checks.maps_are_whole(changed))


def test_the_maps_of_the_data_are_whole(package):
    assert found(package, package["tiles"]) == [] and checks.maps_are_whole in checks.RULES


@pytest.mark.parametrize(("grid", "name"), [(63, "ha-noi"), (34, "ca-mau-2025")])
def test_a_province_that_is_not_on_its_map_is_named(package, grid, name):
    tiles = package["tiles"]
    kept = tiles[(tiles["grid"] != grid) | (tiles["province"] != name)]
    (problem,) = found(package, kept)
    assert str(problem) == (
        f"tiles.csv, column province: “{name}” is not on the map of {grid} provinces"
        " (give it a row, with a place of its own)"
    )


def test_a_map_without_the_archipelagos_is_refused(package):
    tiles = package["tiles"]
    problems = found(package, tiles.assign(grid=tiles["grid"].replace(63, 62)))
    assert problems[0].row == 2 and "Hoàng Sa, Trường Sa have no place" in problems[0].fault
    assert sum("was none of the 62" in each.fault for each in problems) == 63


@pytest.mark.parametrize("place", [(9, 7), (17, 6), (0, 3)])
def test_no_two_squares_lie_in_one_place_nor_one_under_an_archipelago(package, place):
    tiles = package["tiles"].copy()
    last = tiles.index[tiles["grid"] == 63][-1]
    tiles.loc[last, ["south", "east"]] = place
    (problem,) = found(package, tiles)
    assert (problem.row, problem.cure) == (last + 2, "give it a place of its own")


def test_a_province_of_another_time_has_no_square(package):
    tiles = package["tiles"].copy()
    first = tiles.index[tiles["grid"] == 34][0]
    added = {**tiles.loc[first], "province": "bac-giang", "south": 20, "east": 0}
    tiles.loc[len(tiles)] = added
    (problem,) = found(package, tiles)
    assert problem.fault == "“bac-giang” was none of the 34 provinces"


def test_a_problem_is_told_by_language_and_in_english_as_in_the_terminal():
    fault, cure = worded("fault-rank-of", rank="70", ranked="63"), worded("cure-rank")
    places = [(0, ""), (3, ""), (0, "rank"), (3, "rank")]
    problems = [Problem("dti_scores.csv", *place, fault, cure) for place in places]
    error = pickle.loads(pickle.dumps(unfit(problems)))
    assert error.said["en"].splitlines()[1:] == [str(each) for each in problems]
    told = [f"dti_scores.csv{place}: hạng 70 trên 63 (sửa hạng)"
            for place in ("", ", dòng 3", ", cột rank", ", dòng 3, cột rank")]  # fmt: skip
    assert error.said["vi"].splitlines() == ["4 lỗi trong dữ liệu:", *told]
    assert error.problems[0].fault.by("vi") == "hạng 70 trên 63"
    assert Worded({"en": "a"}).by("vi") == "a"


def test_every_rule_of_the_data_speaks_both_languages(package):
    """A breach of each rule at once: nothing of what is told is in English alone."""
    tables = {name: table.copy() for name, table in package.tables.items()}
    tables["results"].loc[0, "scope"] = "nowhere"
    tables["results"].loc[1, ["value", "qualifier", "state"]] = [None, "", ""]
    tables["dti_scores"].loc[0, ["score", "rank"]] = [0.9, 99]
    tables["dti_weights"].loc[1, "points"] = 7
    tables["sources"]["available_from"] = pd.Timestamp("1990-01-01")
    tables["agenda_links"]["limitation"] = tables["agenda_links"]["item"]
    tables["tiles"] = tables["tiles"].iloc[1:]
    problems = checks.problems(DataPackage(tables))
    assert len({each.fault.split(" ")[0] for each in problems}) > 5
    for each in problems:
        assert set(each.fault.said) == set(each.cure.said) == {"vi", "en"}, each
        assert each.fault.by("vi") != each.fault.by("en"), each

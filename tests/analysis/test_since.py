"""What is new since a day: which difference may be taken, which way it went, what is named."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from conftest import published, whole

from helpers.analysis import results, since
from helpers.analysis.since import Measure
from helpers.pages.briefing import Briefing
from helpers.store import data
from helpers.store.data import DataPackage

HOME = "bac-giang"


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (Measure(7, period="2021"), Measure(4, period="2022"), -3),
        (Measure(7, period="2021"), Measure(7, period="2022"), None),
        (Measure(None, period="2021"), Measure(4, period="2022"), None),
        (Measure(100, "approx"), Measure(99), None),
        (Measure(99), Measure(100, "at_least"), None),
        (Measure(10, base=63), Measure(9, base=34), None),
        (Measure(10, base=63), Measure(9), None),
        (Measure(10, base=63), Measure(9, base=63), -1),
        (Measure(10, timing="until"), Measure(9, timing="during"), None),
        (Measure(10, period="2023-Q1"), Measure(12, period="2024"), None),
        (Measure(10, period="2023-Q1"), Measure(12, period="2024-Q1"), 2),
        (Measure(10, period="2022-09", timing="on"), Measure(12, period="2023", timing="on"), 2),
        (Measure(0.1), Measure(0.3), 0.2),
    ],
)
def test_only_what_was_measured_alike_is_subtracted(before, after, wanted):
    assert since.amount(before, after) == wanted


def test_which_way_is_better_is_said_by_the_indicator_alone():
    assert since.verdict(-3, "lower") == since.verdict(3, "higher") == "better"
    assert since.verdict(3, "lower") == since.verdict(-3, "higher") == "worse"
    assert since.verdict(3, "none") == since.verdict(None, "higher") == ""


def package(rows, key=(), **about):
    """A package with results of indicators, all better if higher, if nothing else is said."""
    frame = pd.DataFrame(rows, columns=["indicator", "period", "value"])
    plain = {"scope": HOME, "timing": "during", "qualifier": "exact", "state": "", "base": None}
    frame = frame.assign(**plain)
    frame["row"] = "results/" + frame["indicator"] + "/" + frame["period"]
    indicators = pd.DataFrame({"indicator": frame["indicator"].unique()})
    columns = {"unit": "percent", "better": "higher", "beside": "", "beside_scope": ""}
    indicators = indicators.assign(**columns, renamed_in=None)
    for name, values in about.items():
        for column, value in values.items():
            indicators.loc[indicators["indicator"] == name, column] = value
    figures = pd.DataFrame({"year": 2023, "position": range(len(key)), "indicator": list(key)})
    return DataPackage({"results": frame, "indicators": indicators, "key_figures": figures})


def moves(known, told=()):
    before = known["results"][known["results"]["period"].isin(told)]
    return since.moves(known, before, HOME, 2023)


def test_a_result_is_held_against_what_the_briefing_before_knew_or_else_the_one_before():
    known = package([("a", "2020", 5), ("a", "2021", 6), ("a", "2022", 9)])
    for told, before in ((["2020"], 5), (["2020", "2021"], 6), ([], 6)):
        row = moves(known, told).iloc[0]
        assert (row["value_before"], row["value"], row["verdict"]) == (before, 9, "better")
        assert row["share"] == pytest.approx((9 - before) / 9) and not row["first"]
    assert moves(known, ["2020", "2021", "2022"]).empty, "nothing is new"
    assert moves(known, ["2022"]).empty, "an older year that came to light is no news of today"


def test_of_another_name_another_part_of_a_year_or_no_direction_nothing_is_claimed():
    rows = [("a", "2021", 5), ("a", "2022", 6), ("b", "2021-Q1", 5), ("b", "2022", 6)]
    rows += [("c", "2021", 5), ("c", "2022", 6), ("dti_rank", "2021", 5), ("dti_rank", "2022", 6)]
    about = {"a": {"renamed_in": 2022}, "c": {"better": "none"}}
    found = moves(package(rows, **about)).set_index("indicator")
    assert sorted(found.index) == ["a", "b", "c"], "the index itself is told elsewhere"
    assert set(found["verdict"]) == {""} and not found["first"].any()
    assert since.named(found.reset_index()).empty


def test_key_figures_come_first_then_the_largest_share_and_a_score_with_its_rank_once():
    rows = [(name, year, value) for name, values in {
        "small": (100, 99), "large": (10, 20), "key": (100, 101), "score": (100, 300),
        "fell": (10, 9), "middle": (10, 15),
    }.items() for year, value in zip(("2021", "2022"), values, strict=True)]  # fmt: skip
    about = {"large": {"beside": "score"}}
    found = moves(package(rows, ["key"], **about), ["2021"])
    assert list(found["indicator"]) == ["key", "score", "large", "middle", "fell", "small"]
    assert list(since.judged(found)["indicator"]) == ["key", "large", "middle", "fell", "small"]
    assert list(since.named(found)["indicator"]) == ["key", "large", "fell"], "one that fell, too"
    up = found[found["verdict"] == "better"]
    assert list(since.named(up)["indicator"]) == ["key", "large", "middle"]
    assert list(since.named(found, 1)["indicator"]) == ["key"]
    apart = found[found["indicator"] != "large"]
    assert list(since.judged(apart)["indicator"])[:2] == ["key", "score"]


def test_for_the_first_time_is_told_what_no_card_and_no_list_tells():
    rows = [("key", "2023", 5), ("old", "2022", 5), ("new", "2023", 5), ("newer", "2023", 7)]
    rows += [
        ("place", "2023", 1),
        ("plans", "2023", 3),
        ("seen", "2022-Q1", 2),
        ("seen", "2023", 4),
    ]
    about = {"place": {"unit": "rank", "better": "lower"}, "plans": {"better": "none"}}
    known = package(rows, ["key"], **about)
    found = since.first_told(moves(known), known["indicators"], 9)
    assert list(found["indicator"]) == ["new", "newer", "old"]
    assert len(since.first_told(moves(known), known["indicators"], 1)) == 1


@pytest.mark.parametrize("read", [whole, published], ids=["frozen", "live"])
def test_every_move_of_every_briefing_is_of_its_own_rows_and_days(read):
    package = read()
    for _, briefing in package["briefings"].iterrows():
        here = Briefing.of(package, int(briefing["year"]), briefing["province"])
        rows = here.data["results"].set_index("row")
        found = here.moves
        assert not found["row"].duplicated().any() and set(found["row"]) <= set(rows.index)
        if here.before is None:
            assert found.empty, "the first has nothing before it"
            continue
        then = set(here.before.data["results"]["row"])
        better = here.data["indicators"].set_index("indicator")["better"]
        for _, row in found.iterrows():
            assert row["row"] not in then and row["indicator"] != results.RANK
            if row["verdict"]:
                change = row["value"] - row["value_before"]
                assert (change > 0) == ((better[row["indicator"]] == "higher")
                                        == (row["verdict"] == "better"))  # fmt: skip
                was, now = rows.loc[row["row_before"]], rows.loc[row["row"]]
                assert was["qualifier"] == now["qualifier"] == "exact"
                assert was["base"] == now["base"] or (pd.isna(was["base"]) and pd.isna(now["base"]))


def test_the_ranks_of_2023_that_climbed_and_the_score_of_2024_that_fell():
    told = {year: since.named(Briefing.of(published(), year, HOME).moves) for year in (2023, 2024)}
    lines = {
        year: [tuple(row) for row in rows[["indicator", "value_before", "value"]].to_numpy()]
        for year, rows in told.items()
    }
    assert lines[2023] == [("pci_rank", 31, 2), ("ict_index_rank", 29, 5), ("par_rank", 7, 4)]
    assert ("pci_score", 72.8, 69.75) in lines[2024], "what fell is named beside what rose"
    assert set(told[2023]["verdict"]) == {"better"} and len(lines[2024]) == 3


def test_a_province_that_was_not_there_has_nothing_before():
    package = published()
    unit, year = "bac-ninh-2025", 2025
    source = (
        package["results"]
        .iloc[[-1]]
        .assign(
            scope=unit,
            indicator="par_rank",
            period="2025",
            timing="during",
            value=3.0,
            row="results/x",
        )
    )
    source["source"] = package["sources"].sort_values("available_from")["source"].iloc[0]
    rows = pd.concat([package["results"], source], ignore_index=True)
    known = DataPackage({**package.tables, "results": rows})
    here = Briefing.of(known, year, unit)
    assert len(here.data["results"].query("scope == @unit")) == 1
    assert here.before is not None and here.moves.empty
    assert data.briefing_day(known, year, unit) > date(2025, 7, 1)

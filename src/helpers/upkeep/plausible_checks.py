"""The rules that hold a figure against others that say how large it can well be."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.analysis.results import year_of
from helpers.analysis.second_sources import compared
from helpers.exceptions import Problem
from helpers.store.data import DataPackage, one_each, row_number
from helpers.words import refusals
from helpers.words.refusals import worded

#: A value so many times another, or so small a part of it, is asked about.
JUMP = 8.0
#: Within a year no province's people or income become so many times as many, or so small a part.
_CONTEXT_JUMP = 3.0
#: What the remark of a row says once somebody has looked at the source again.
LOOKED_AT = "checked"
_MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"
_RESULT = ["scope", "indicator", "period"]
_MEASURES = ("population_thousand", "urban_population_thousand", "grdp_per_capita_million_vnd")


def within_bounds(package: DataPackage) -> Iterator[Problem]:
    """Require that no result lies beyond a limit that follows from what a source prints."""
    results = package["results"][[*_RESULT, "value"]].reset_index()
    bounds = package["bounds"][[*_RESULT, "value", "qualifier"]].reset_index()
    both = results.merge(bounds, on=_RESULT, suffixes=("", "_bound"))
    above = both["qualifier"].eq("at_most") & (both["value"] > both["value_bound"])
    below = both["qualifier"].eq("at_least") & (both["value"] < both["value_bound"])
    for _, row in both[above | below].iterrows():
        limit = refusals.number(row["value_bound"])
        value, place = refusals.number(row["value"]), str(row_number(row["index_bound"]))
        fault = worded("fault-bound", value=value, limit=limit, row=place)
        yield Problem("results.csv", row_number(row["index"]), "value", fault, _source())


def told_in_time(package: DataPackage) -> Iterator[Problem]:
    """Require that no source tells what came about only after it could be read."""
    for name in ("results", "comparators"):
        yield from _told_before(package, name, "source", package[name]["period"], "period")
    periods = package["results"]["period"]
    yield from _told_before(package, "results", "confirmed_by", periods, "confirmed_by")
    # A fact names the row that it speaks of: scope, indicator and period of a result.
    periods = package["confirmed"]["about"].str.extract(r"^results/[^/]*/[^/]*/([^/]*)/")[0]
    yield from _told_before(package, "confirmed", "source", periods, "source")


def _told_before(
    package: DataPackage, name: str, column: str, periods: pd.Series, place: str
) -> Iterator[Problem]:
    """Yield where a source of a table could be read only before a period that it tells of."""
    days = package["sources"].set_index("source")["available_from"]
    known = package[name][column].map(days)
    month = periods.where(periods.str.fullmatch(_MONTH).fillna(value=False))
    # A source may tell of the whole of the year in which it was written: an estimate.
    late = (periods.str[:4].astype(float) > known.dt.year) | (month > known.dt.strftime("%Y-%m"))
    for index, source in package[name].loc[late.fillna(value=False), column].items():
        told = {
            "period": str(periods[index]),
            "source": str(source),
            "day": str(days[source].date()),
        }
        fault = worded("fault-told-before", **told)
        yield Problem(f"{name}.csv", row_number(index), place, fault, worded("cure-period"))


def sources_agree(package: DataPackage) -> Iterator[Problem]:
    """Ask about two sources that give different numbers, until one of the rows names the other."""
    both = compared(*one_each(package["results"], package["sources"]), package["sources"])
    for _, row in both[~both["same"]].iterrows():
        if row["source_kept"] in row["note"] or row["source"] in row["note_kept"]:
            continue
        first, last = sorted((row["index"], row["index_kept"]))
        numbers = {row["index"]: row["value"], row["index_kept"]: row["value_kept"]}
        value, other = (refusals.number(numbers[each]) for each in (last, first))
        names = {"row": str(row_number(first)), "source": str(row["source_kept"])}
        fault = worded("fault-sources-differ", value=value, other=other, **names)
        yield Problem("results.csv", row_number(last), "value", fault, worded("cure-both-sources"))


def values_beside(package: DataPackage) -> Iterator[Problem]:
    """Ask about what stands beside a result, and is many times it: a target or a comparator."""
    results = package["results"].assign(year=year_of(package["results"]))
    known = results[results["value"].gt(0)].sort_values("year", kind="stable")
    units = package["indicators"].set_index("indicator")["unit"]
    yield from _beside(package, "comparators", known, _RESULT, units)
    yield from _beside(package, "targets", known, _RESULT[:2], units)


def _beside(
    package: DataPackage, name: str, known: pd.DataFrame, key: list[str], units: pd.Series
) -> Iterator[Problem]:
    last = known.reset_index().drop_duplicates(key, keep="last")
    both = package[name].reset_index().merge(last, on=key, suffixes=("", "_result"))
    unit = both["indicator"].map(units)
    same = unit.eq(both["unit"]) if "unit" in both else unit.ne("rank")
    ratio = both["value"] / both["value_result"]
    looked_at = both["note"].str.contains(LOOKED_AT)
    for _, row in both[same & ~looked_at & _jumps(ratio, JUMP)].iterrows():
        value, other = refusals.number(row["value"]), refusals.number(row["value_result"])
        place = str(row_number(row["index_result"]))
        fault = worded("fault-jump-beside", value=value, other=other, row=place, file="results.csv")
        cure = worded("cure-looked-at", mark=LOOKED_AT)
        yield Problem(f"{name}.csv", row_number(row["index"]), "value", fault, cure)


def _jumps(ratio: pd.Series, most: float) -> pd.Series:
    return ratio.notna() & ((ratio >= most) | (ratio <= 1 / most))


def context_moves(package: DataPackage) -> Iterator[Problem]:
    """Require that people and income of a province move as they do from year to year."""
    context = package["context"].sort_values(["province", "year"], kind="stable")
    for name in _MEASURES:
        moved = context.assign(before=context.groupby("province")[name].shift())
        moved = moved[_jumps(moved[name] / moved["before"], _CONTEXT_JUMP)]
        for index, row in moved.iterrows():
            values = {"value": refusals.number(row[name]), "last": refusals.number(row["before"])}
            yield Problem(
                "context.csv", row_number(index), name, worded("fault-jump", **values), _source()
            )
    people, urban = (context[name] for name in _MEASURES[:2])
    for index, row in context[urban > people].iterrows():
        value, whole = (refusals.number(row[name]) for name in reversed(_MEASURES[:2]))
        fault = worded("fault-part", value=value, base=whole)
        yield Problem("context.csv", row_number(index), _MEASURES[1], fault, worded("cure-part"))


def _source() -> str:
    return worded("cure-source")

"""The rows a new reporting year needs, with the cells that a person has to fill in marked."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.analysis import results
from helpers.store.data import NATIONAL, DataPackage
from helpers.store.parameters import require_not_ended
from helpers.store.unfilled import TO_FILL
from helpers.store.units import Units
from helpers.words.refusals import refused

#: Beginning of the indicators that come with a DTI edition.
_WITH_EDITION = "dti_"
_KEY = ["scope", "indicator", "period", "timing"]


def new_rows(package: DataPackage, year: int, province: str) -> dict[str, list[dict[str, str]]]:
    """Return the rows to add for a new year.

    Parameters
    ----------
    package : DataPackage
        All there is, with nothing left to fill in.
    year : int
        The new reporting year: the one after the newest.
    province : str
        The province's id or name.

    Returns
    -------
    dict of str to list of dict
        For the tables ``briefings`` and ``results`` the cells of each row by column, as
        :func:`helpers.store.append.append` takes them; what is to be filled in holds ``TO_FILL``.

    Raises
    ------
    ParameterError
        If the year is there already or is not the next one, or the province is unknown or no
        more there at its end.
    """
    briefings = package["briefings"].sort_values("year")
    _require_next(briefings["year"], year)
    province = Units.known_to(package, year).find(province)
    require_not_ended(package["provinces"], province, year)
    rows = [_result(package, *pair, year) for pair in _wanted(package, province, year)]
    there = set(package["results"][_KEY].itertuples(index=False, name=None))
    new = [row for row in rows if tuple(row[column] for column in _KEY) not in there]
    return {"briefings": [_briefing(briefings.iloc[-1], year)], "results": new}


def targets_due(package: DataPackage, year: int, province: str) -> pd.DataFrame:
    """Return the targets of a province and of the nation that are due in a year.

    Returns
    -------
    DataFrame
        Columns of ``targets``.
    """
    rows = package["targets"]
    return rows[rows["scope"].isin((province, NATIONAL)) & (rows["due"] == year)]


def _require_next(years: Iterable[int], year: int) -> None:
    following = int(max(years)) + 1
    named = {"year": str(year), "following": str(following), "file": "briefings.csv"}
    if year in set(years):
        raise refused("cmd-year-there", **named)
    if year != following:
        raise refused("cmd-year-not-next", **named)


def _briefing(last: pd.Series, year: int) -> dict[str, str]:
    carried = {name: last[name] for name in ("office_vi", "office_en")}
    before = str(last["year"])
    for name in ("title_vi", "title_en"):
        title = last[name]
        carried[name] = title.replace(before, str(year)) if before in title else TO_FILL
    return {"year": str(year), "as_of": TO_FILL, **carried}


def _wanted(package: DataPackage, province: str, year: int) -> list[tuple[str, str]]:
    """Return scope and indicator of every result that the year is expected to have."""
    rows, indicators = package["results"], package["indicators"]
    last = rows[rows["scope"].isin((province, NATIONAL)) & (results.year_of(rows) == year - 1)]
    key = indicators.dropna(subset=["key_figure"]).sort_values("key_figure")["indicator"]
    due = targets_due(package, year, province)
    pairs = [
        *zip(last["scope"], last["indicator"], strict=True),
        *((province, indicator) for indicator in key),
        *zip(due["scope"], due["indicator"], strict=True),
    ]
    return [pair for pair in dict.fromkeys(pairs) if not pair[1].startswith(_WITH_EDITION)]


def _result(package: DataPackage, scope: str, indicator: str, year: int) -> dict[str, str]:
    last = results.latest(package["results"], scope, indicator, year - 1)
    period, timing = _period(last, year)
    units = package["indicators"].set_index("indicator")["unit"]
    marked = ["state"] if units[indicator] == "event" else ["value", "qualifier"]
    if last is not None and not pd.isna(last["base"]):
        marked.append("base")
    named = dict(zip(_KEY, (scope, indicator, period, timing), strict=True))
    return named | dict.fromkeys([*marked, "source", "locator"], TO_FILL)


def _period(last: pd.Series | None, year: int) -> tuple[str, str]:
    """Return period and timing in the form of last year's; a day is nobody's to foresee."""
    if last is None or len(last["period"]) == len("2021-10-25"):
        return str(year), "during"
    return f"{year}{last['period'][len('2021') :]}", last["timing"]

"""The rows a new reporting year needs, with the cells that a person has to fill in marked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from helpers.analysis import results, targets
from helpers.store import mergers
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
        The new reporting year: the one after the newest, or one that has begun for another
        province.
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
        If the year has begun for this province or is not the next one, or the province is unknown
        or no more there at its end.
    """
    briefings = package["briefings"].sort_values("year")
    province = known_or_next(package, year, province)
    own = briefings["year"].eq(year) & briefings["province"].eq(province)
    if own.any():
        following = str(int(briefings["year"].max()) + 1)
        named = {"year": str(year), "file": "briefings.csv", "following": following}
        raise refused("cmd-year-there", province=province, **named)
    rows = [_result(package, *pair, year) for pair in _wanted(package, province, year)]
    there = set(package["results"][_KEY].itertuples(index=False, name=None))
    new = [row for row in rows if tuple(row[column] for column in _KEY) not in there]
    return {"briefings": [_briefing(briefings.iloc[-1], year, province)], "results": new}


def targets_due(package: DataPackage, year: int, province: str) -> pd.DataFrame:
    """Return the targets of a province and of the nation that are due in a year.

    Returns
    -------
    DataFrame
        Columns of ``targets``.
    """
    rows = package["targets"]
    return rows[rows["scope"].isin((province, NATIONAL)) & (rows["due"] == year)]


class Asked(NamedTuple):
    """A result that a year is asked for.

    Parameters
    ----------
    scope, indicator, period, timing : str
        Of which place, what, when, as ``results`` has them.
    target : Series or None
        The target of an earlier year that has no result yet, if the row is there for its sake.
    last : Series or None
        The newest earlier result of the indicator.
    now : Series or None
        The result that is there already.
    former : tuple of Series
        The newest result of each province that the unit was made of; none where it has an earlier
        one of its own.
    """

    scope: str
    indicator: str
    period: str
    timing: str
    target: pd.Series | None
    last: pd.Series | None
    now: pd.Series | None
    former: tuple[pd.Series, ...] = ()


def asked(package: DataPackage, year: int, province: str) -> list[Asked]:
    """Return the results that a year is asked for, those of overdue targets at the end.

    Beside those of :func:`new_rows` it may have an index that is published late and whose newest
    result is two years old; a unit without results of its own, those that the provinces reported
    which it was made of.

    Parameters
    ----------
    package : DataPackage
        All there is; cells may be left to fill in.
    year : int
        The reporting year: one of the data, or the one after the newest.
    province : str
        The province's id or name.

    Raises
    ------
    ParameterError
        As :func:`new_rows`.
    """
    province = known_or_next(package, year, province)
    rows = [_result(package, *pair, year) for pair in _wanted(package, province, year)]
    found = {tuple(row[name] for name in _KEY): None for row in rows}
    found |= dict.fromkeys(_offered(package, province, year, {key[:2] for key in found}))
    late: dict[tuple[str, ...], pd.Series] = {
        (row["scope"], row["indicator"], str(row["due"]), "during"): row
        for row in _overdue(package, year, province)
    }
    keys = dict.fromkeys([*found, *late])
    return [_asked(package, key, late.get(key), year) for key in keys]


def known_or_next(package: DataPackage, year: int, province: str) -> str:
    """Return the id of a province if a year is one of the data, or the one after the newest.

    Raises
    ------
    ParameterError
        If it is another year, or the province is unknown or no more there at its end.
    """
    years = package["briefings"]["year"]
    if year not in set(years):
        _require_next(years, year)
    province = Units.known_to(package, year).find(province)
    require_not_ended(package.calendar.provinces, province, year)
    return province


def _overdue(package: DataPackage, year: int, province: str) -> list[pd.Series]:
    """Return the targets of earlier years without a result; an edition brings its own."""
    known = results.with_ranks(package)
    found = []
    for scope in (province, NATIONAL):
        frame = targets.progress(package["targets"], known, scope, year - 1)
        rows = targets.overdue(frame, year - 1)
        found += [row for _, row in rows.iterrows() if not _comes_with_edition(row["indicator"])]
    return found


def _asked(
    package: DataPackage, key: tuple[str, ...], target: pd.Series | None, year: int
) -> Asked:
    scope, indicator, period, timing = key
    rows = results.history(package["results"], scope, indicator, year)
    own = rows[rows["period"].eq(period) & rows["timing"].eq(timing)]
    before = rows[results.year_of(rows) < int(period[:4])]
    last, now = (None if each.empty else each.iloc[-1] for each in (before, own))
    former = () if last is not None else _former(package, scope, indicator, int(period[:4]))
    return Asked(scope, indicator, period, timing, target, last, now, former)


def _former(package: DataPackage, scope: str, indicator: str, year: int) -> tuple[pd.Series, ...]:
    """Return the newest result before a year of each province that a unit was made of."""
    units = mergers.predecessors_of(package["provinces"], scope)
    rows = (results.last_known(package["results"], unit, indicator, year - 1) for unit in units)
    return tuple(row for row in rows if row is not None)


def _offered(
    package: DataPackage, province: str, year: int, there: Collection[tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    """Yield the keys of results that a year may have, beside those that are asked for anyway."""
    indicators = package["indicators"].set_index("indicator", drop=False)
    rows = package["results"]
    late = rows["indicator"].map(indicators["published_later"])
    own = rows[
        rows["scope"].isin((province, NATIONAL)) & late & (results.year_of(rows) == year - 2)
    ]
    pairs = [*zip(own["scope"], own["indicator"], strict=True)]
    pairs += [(province, name) for name in _reported_before(package, province, year)]
    for scope, name in dict.fromkeys(pairs):
        named = indicators.loc[name]
        wanted = (scope, name) not in there and not _comes_with_edition(name)
        if wanted and not results.ended(named, year):
            yield scope, name, str(year - 1 if named["published_later"] else year), "during"


def _reported_before(package: DataPackage, province: str, year: int) -> list[str]:
    """Return what the provinces reported at last that a unit was made of; nothing once it does.

    That is from the last year on that they were there to the end, and of an index that is
    published late from the year before.
    """
    rows, provinces = package["results"], package["provinces"]
    years = results.year_of(rows)
    units = mergers.predecessors_of(provinces, province)
    if not units or (rows["scope"].eq(province) & (years == year - 1)).any():
        return []
    began = provinces.set_index("province")["valid_from"].dt.year[province]
    late = rows["indicator"].map(package["indicators"].set_index("indicator")["published_later"])
    last = rows[rows["scope"].isin(units) & (years >= began - 1 - late.astype(int))]
    return list(dict.fromkeys(last["indicator"]))


def briefing_row(package: DataPackage, year: int, province: str) -> dict[str, str]:
    """Return the cells of a briefing's row: what is there, or what a new one holds."""
    briefings = package["briefings"].sort_values("year")
    there = briefings[briefings["year"].eq(year) & briefings["province"].eq(province)]
    if there.empty:
        return _briefing(briefings.iloc[-1], year, province)
    row = there.iloc[0].drop("row")
    return {str(name): _cell(value) for name, value in row.items()}


def _cell(value: object) -> str:
    if value is None or value is pd.NaT or value is pd.NA:
        return ""
    return str(value.date()) if isinstance(value, pd.Timestamp) else str(value)


def _comes_with_edition(indicator: str) -> bool:
    return indicator.startswith(_WITH_EDITION)


def _require_next(years: Iterable[int], year: int) -> None:
    following = int(max(years)) + 1
    if year != following:
        named = {"year": str(year), "following": str(following)}
        raise refused("cmd-year-not-next", **named)


def _briefing(last: pd.Series, year: int, province: str) -> dict[str, str]:
    # Offices are merged and renamed: the one of a year is a person's to confirm.
    carried = dict.fromkeys(("office_vi", "office_en"), TO_FILL)
    before = str(last["year"])
    for name in ("title_vi", "title_en"):
        title = last[name]
        carried[name] = title.replace(before, str(year)) if before in title else TO_FILL
    return {"year": str(year), "province": province, "as_of": TO_FILL, **carried}


def _wanted(package: DataPackage, province: str, year: int) -> list[tuple[str, str]]:
    """Return scope and indicator of every result that the year is expected to have."""
    rows = package["results"]
    last = rows[rows["scope"].isin((province, NATIONAL)) & (results.year_of(rows) == year - 1)]
    key = results.key_indicators(package, year)
    due = targets_due(package, year, province)
    pairs = [
        *zip(last["scope"], last["indicator"], strict=True),
        *((province, indicator) for indicator in key),
        *zip(due["scope"], due["indicator"], strict=True),
    ]
    return [pair for pair in dict.fromkeys(pairs) if not _comes_with_edition(pair[1])]


def _result(package: DataPackage, scope: str, indicator: str, year: int) -> dict[str, str]:
    last = results.latest(package["results"], scope, indicator, year - 1)
    period, timing = _period(last, year)
    units = package["indicators"].set_index("indicator")["unit"]
    marked = ["state"] if units[indicator] == "event" else ["value", "qualifier"]
    if last is not None and not pd.isna(last["base"]):
        marked.append("base")
    named = dict(zip(_KEY, (scope, indicator, period, timing), strict=True))
    return named | {"basis": "printed"} | dict.fromkeys([*marked, "source", "locator"], TO_FILL)


def _period(last: pd.Series | None, year: int) -> tuple[str, str]:
    """Return period and timing in the form of last year's; a day is nobody's to foresee."""
    if last is None or len(last["period"]) == len("2021-10-25"):
        return str(year), "during"
    return f"{year}{last['period'][len('2021') :]}", last["timing"]

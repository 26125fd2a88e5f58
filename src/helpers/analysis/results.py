"""Results: the value that speaks for a year, and what it can be held against."""

from __future__ import annotations

import operator
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.analysis import dti
from helpers.store import editions
from helpers.store.data import NATIONAL, DataPackage
from helpers.store.units import Units
from helpers.words.refusals import instead, unknown

#: How a result is held against a target, by the target's comparator.
HOLDS = {"<=": operator.le, ">=": operator.ge, ">": operator.gt}
#: The indicator whose results :func:`with_ranks` adds.
RANK = "dti_rank"
#: The indicator of the mean total of an edition, as a result of the nation.
MEAN = "dti_mean"
#: From the weakest to the strongest claim to speak for a whole year.
_TIMINGS = {"early": 0, "before": 1, "until": 2, "on": 3, "late": 4, "during": 5}
#: States of a result that a source says there is none of.
ABSENT = ("not_ranked", "unpublished")


def year_of(results: pd.DataFrame) -> pd.Series:
    """Return the calendar year of each result's period."""
    return results["period"].str[:4].astype(int)


def present(results: pd.DataFrame) -> pd.DataFrame:
    """Return the results that there are, without those that a source says there is none of."""
    return results[~results["state"].isin(ABSENT)]


def find_scope(known: DataPackage, scope: str, year: int) -> str:
    """Return the id that a province's id or name means in a year, or ``national``.

    Parameters
    ----------
    known : DataPackage
        What is known; one without provinces takes any id.
    scope : str
        An id or a name; see :meth:`helpers.store.units.Units.find`.
    year : int
        The year.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    return scope if scope == NATIONAL else Units.known_to(known, year).find(scope)


def find_indicator(known: DataPackage, indicator: str) -> str:
    """Return an indicator if there is such a one.

    Parameters
    ----------
    known : DataPackage
        What is known; one without indicators takes any id.
    indicator : str
        Its id.

    Raises
    ------
    ParameterError
        If there is no such indicator, with the nearest id.
    """
    table = known.tables.get("indicators")
    if table is None or indicator in set(table["indicator"]):
        return indicator
    near = instead(str(indicator), sorted(table["indicator"]), "data/indicators.csv")
    raise unknown("indicator", indicator, near)


def of(known: DataPackage, scope: str, indicators: Iterable[str], year: int) -> pd.DataFrame:
    """Return all results of some indicators up to a year.

    Parameters
    ----------
    known : DataPackage
        What is known: ``results`` and ``indicators``.
    scope : str
        A province, or ``national``.
    indicators : iterable of str
        The indicators.
    year : int
        The last year that counts.

    Returns
    -------
    DataFrame
        Columns of ``results``, in their order.

    Raises
    ------
    ParameterError
        If there is no such province, or no such indicator.
    """
    scope, rows = find_scope(known, scope, year), known["results"]
    names = [find_indicator(known, name) for name in indicators]
    own = rows[rows["scope"].eq(scope) & rows["indicator"].isin(names)]
    return own[year_of(own) <= year]


def history(results: pd.DataFrame, scope: str, indicator: str, year: int) -> pd.DataFrame:
    """Return the results of an indicator up to a year, oldest first.

    Parameters
    ----------
    results : DataFrame
        The table ``results``.
    scope : str
        A province's id or ``national``.
    indicator : str
        The indicator.
    year : int
        The last year that counts.

    Returns
    -------
    DataFrame
        Columns of ``results``; within a year a value of the whole year comes last.
    """
    return results.iloc[[place for _, place in places(results, scope, indicator, year)]]


def places(results: pd.DataFrame, scope: str, indicator: str, year: int) -> list[tuple[int, int]]:
    """Return the year of each row of :func:`history` and its place in the table, in their order.

    It is asked hundreds of times a page: the few rows are put in order as plain values.

    Parameters
    ----------
    results, scope, indicator, year
        As in :func:`history`.
    """
    own = results["scope"].to_numpy() == scope
    own &= results["indicator"].to_numpy() == indicator
    there = own.nonzero()[0].tolist()
    periods, timings = results["period"].to_numpy(), results["timing"].to_numpy()
    found = [(int(periods[place][:4]), _TIMINGS[timings[place]], place) for place in there]
    return [(of, place) for of, _, place in sorted(found) if of <= year]


def latest(results: pd.DataFrame, scope: str, indicator: str, year: int) -> pd.Series | None:
    """Return the result that speaks for an indicator in a year, or None.

    Parameters
    ----------
    results, scope, indicator, year
        As in :func:`history`; results of other years do not count.
    """
    found = places(results, scope, indicator, year)
    return _last(results, [place for of, place in found if of == year])


def last_known(results: pd.DataFrame, scope: str, indicator: str, year: int) -> pd.Series | None:
    """Return the newest result of an indicator up to a year, whatever year it is of, or None.

    Parameters
    ----------
    results, scope, indicator, year
        As in :func:`history`.
    """
    return _last(results, [place for _, place in places(results, scope, indicator, year)])


def _last(results: pd.DataFrame, places: Sequence[int]) -> pd.Series | None:
    """Return the last of some rows in which there is a result, or None."""
    states = results["state"].to_numpy()
    there = [place for place in places if states[place] not in ABSENT]
    return results.iloc[there[-1]] if there else None


def ended(indicator: pd.Series, year: int) -> bool:
    """Say whether a measure was no longer taken in a year.

    Parameters
    ----------
    indicator : Series
        A row of ``indicators``.
    year : int
        The year.
    """
    until = indicator["measured_until"]
    return bool(pd.notna(until) and until < year)


def speaking(known: DataPackage, scope: str, indicators: Iterable[str], year: int) -> pd.DataFrame:
    """Return the result that speaks for each of some indicators in a year, as a table.

    Parameters
    ----------
    known : DataPackage
        What is known: ``results`` and ``indicators``.
    scope, year
        As in :func:`history`.
    indicators : iterable of str
        The indicators.

    Returns
    -------
    DataFrame
        Columns of ``results``, in the order of the indicators; empty unless each has a result:
        what is set side by side is there as a whole or not at all.

    Raises
    ------
    ParameterError
        If there is no such province, or no such indicator.
    """
    scope, results = find_scope(known, scope, year), known["results"]
    names = [find_indicator(known, name) for name in indicators]
    found = [latest(results, scope, name, year) for name in names]
    if any(row is None for row in found):
        return results.iloc[:0]
    return results.loc[[row.name for row in found if row is not None]]


def news(results: pd.DataFrame, scope: str, year: int, known: Collection[str]) -> pd.DataFrame:
    """Return the results that a briefing is the first to tell, the newest of each indicator.

    Parameters
    ----------
    results, scope, year
        As in :func:`history`.
    known : collection of str
        The rows (column ``row``) that the briefing before could know.

    Returns
    -------
    DataFrame
        Columns of ``results``, in their order: those of the year, and those of earlier years
        that were published since the briefing before.
    """
    rows = results[(results["scope"] == scope) & (year_of(results) <= year)]
    rows = rows[(year_of(rows) == year) | ~rows["row"].isin(known)]
    newest = [
        history(rows, scope, indicator, year).index[-1] for indicator in rows["indicator"].unique()
    ]
    return rows.loc[sorted(newest)]


def foundations(known: DataPackage, scope: str, year: int) -> pd.DataFrame:
    """Return the results of a year on what stands behind the services: works and their states.

    Parameters
    ----------
    known : DataPackage
        What is known: ``results`` and ``indicators``.
    scope, year
        As in :func:`history`.

    Returns
    -------
    DataFrame
        Columns of ``results``, in their order: those of an indicator that is such a work (column
        ``foundation``), whatever is said of it. What else has a state is told with other results.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    scope = find_scope(known, scope, year)
    rows, indicators = known["results"], known["indicators"]
    works = indicators.loc[indicators["foundation"] != "", "indicator"]
    own = rows[(rows["scope"] == scope) & (year_of(rows) == year)]
    return own[own["indicator"].isin(works)]


def with_ranks(known: DataPackage) -> pd.DataFrame:
    """Return the results with one ``dti_rank`` row for every DTI rank of a total.

    Parameters
    ----------
    known : DataPackage
        What is known: ``results``, ``indicators``, ``dti_scores`` and ``dti_editions``.

    Returns
    -------
    DataFrame
        Columns of ``results``, with ``published_later`` of the indicator; the period of a rank is
        its edition, its base how many provinces that ranks, and it has these as ``edition`` and
        ``rank`` too, as ``dti_scores`` names them. Ranks that ``results`` already gives stay as
        they are.
    """
    made = known.remembered("results with ranks", lambda: _with_ranks(known))
    return made.copy(deep=False)


def _with_ranks(known: DataPackage) -> pd.DataFrame:
    scores = editions.single(known)["dti_scores"]
    ranks = scores[(scores["component"] == dti.TOTAL) & scores["rank"].notna()]
    rows = pd.DataFrame(
        {
            "scope": ranks["province"],
            "indicator": RANK,
            "period": ranks["edition"].astype(str),
            "timing": "during",
            "value": ranks["rank"].astype(float),
            "base": ranks["provinces_ranked"].astype(float),
            "qualifier": "exact",
            "state": "",
            "basis": ranks["basis"],
            "confirmed_by": "",
            "source": ranks["source"],
            "locator": "table",
            "note": "",
            "row": ranks["row"],
            "edition": ranks["edition"],
            "rank": ranks["rank"],
        }
    )
    key = ["scope", "indicator", "period", "timing"]
    every = pd.concat([known["results"], rows], ignore_index=True).drop_duplicates(key)
    later = known["indicators"].set_index("indicator")["published_later"]
    return every.assign(published_later=every["indicator"].map(later))


@dataclass(frozen=True)
class KeyFigure:
    """One figure of the first page and what it is held against.

    Parameters
    ----------
    indicator : str
        The indicator.
    result : Series or None
        The row of ``results`` that speaks for the year (the newest earlier one for an index that
        is published later); None if nothing is published.
    target, national, earlier : Series or None
        The next target due, the nation's value of the same year, and the province's value before
        this one, or the last if there is none now; None where none is published.
    absent : Series or None
        The row by which a source says that there is none: not ranked, or not published.
    ended : bool
        Whether the measure was no longer taken in the year.
    """

    indicator: str
    result: pd.Series | None
    target: pd.Series | None
    national: pd.Series | None
    earlier: pd.Series | None
    absent: pd.Series | None = None
    ended: bool = False

    @property
    def absence(self) -> str:
        """Why there is no result: ``ended``, ``not_found`` or a state; empty if there is one."""
        if self.result is not None:
            return ""
        if self.absent is not None:
            return str(self.absent["state"])
        return "ended" if self.ended else "not_found"

    @property
    def lost(self) -> bool:
        """Whether it was reported before and is not found now, although it is still measured."""
        return self.absence == "not_found" and self.earlier is not None


def key_indicators(package: DataPackage, year: int) -> list[str]:
    """Return the key figures of a year in their order; those of the year before if it has none.

    Parameters
    ----------
    package : DataPackage
        What is known: ``key_figures``.
    year : int
        The reporting year.
    """
    rows = package["key_figures"]
    rows = rows[rows["year"] <= year]
    newest = rows[rows["year"] == rows["year"].max()]
    return list(newest.sort_values("position")["indicator"])


def key_figures(package: DataPackage, scope: str, year: int) -> list[KeyFigure]:
    """Return the key figures of a province in the order that ``key_figures`` gives them.

    Parameters
    ----------
    package : DataPackage
        What was known by the as-of date.
    scope : str
        The province's id.
    year : int
        The reporting year.

    Returns
    -------
    list of KeyFigure
        Those with a result now or earlier, or with a target: what was promised or reported before
        and is not reported now is a finding too.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    scope = find_scope(package, scope, year)
    key = ("key figures", scope, year)
    return [*package.remembered(key, lambda: _key_figures(package, scope, year))]


def _key_figures(package: DataPackage, scope: str, year: int) -> list[KeyFigure]:
    results = with_ranks(package)
    figures = [
        _key_figure(package, results, scope, name, year) for name in key_indicators(package, year)
    ]
    return [
        each
        for each in figures
        if any(row is not None for row in (each.result, each.target, each.earlier, each.absent))
    ]


def _key_figure(
    package: DataPackage, results: pd.DataFrame, scope: str, indicator: str, year: int
) -> KeyFigure:
    every = history(results, scope, indicator, year)
    current = every[every["published_later"] | (year_of(every) == year)]
    newest = None if current.empty else current.iloc[-1]
    absent = newest if newest is not None and newest["state"] in ABSENT else None
    result = newest if absent is None else None
    rows = present(every)
    past = rows if result is None else rows.iloc[:-1]
    targets = package["targets"]
    targets = targets[(targets["scope"] == scope) & (targets["indicator"] == indicator)]
    due = targets[targets["due"] >= year].sort_values("due")
    return KeyFigure(
        indicator,
        result,
        None if due.empty else due.iloc[0],
        latest(results, NATIONAL, indicator, year),
        None if past.empty else past.iloc[-1],
        absent,
        _has_ended(package, indicator, year),
    )


def _has_ended(package: DataPackage, indicator: str, year: int) -> bool:
    rows = package["indicators"]
    own = rows[rows["indicator"] == indicator]
    return not own.empty and ended(own.iloc[0], year)


def verdict(figure: KeyFigure) -> str:
    """Return how a key figure stands.

    Parameters
    ----------
    figure : KeyFigure
        The figure.

    Returns
    -------
    str
        ``unknown`` without a result; ``on-target`` or ``off-target`` against an exact target;
        ``complete`` for a share of exactly 100 %; otherwise ``no-target``. An approximate value
        is never judged.
    """
    result, target = figure.result, figure.target
    if result is None:
        return "unknown"
    if result["qualifier"] == "exact" and target is not None and target["comparator"] in HOLDS:
        holds = HOLDS[target["comparator"]](result["value"], target["value"])
        return "on-target" if holds else "off-target"
    whole = figure.indicator.endswith("_share") and result["value"] == 100
    return "complete" if whole and result["qualifier"] == "exact" else "no-target"

"""What is new between two days: each new result against the one before it, and which way it went.

A difference is only taken of exact numbers of one base and one part of a year; whether it is better
or worse is only said where the indicator says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import pandas as pd

from helpers.analysis import results
from helpers.store.data import DataPackage

#: How far a difference of published values is rounded: they have at most five decimals.
_DECIMALS = 5
#: The unit of indicators that are left out: a score of the index speaks of its own edition alone.
SCORE = "score"
#: A result of a day is a stock, whatever part of the year the day falls in.
_STOCK = "on"
_COLUMNS = [
    "indicator",
    "key",
    "first",
    "value_before",
    "period_before",
    "value",
    "period",
    "verdict",
    "share",
    "beside",
    "row_before",
    "row",
]


@dataclass(frozen=True)
class Measure:
    """A number as it was measured.

    Parameters
    ----------
    number : float or None
        The number in the unit of the figure; None where only a state is known.
    qualifier : str
        How exact the number is.
    base : float or None
        The N of “n of N”.
    period : str
        What it speaks of: a period, or a DTI edition; empty where it speaks of the briefing.
    timing : str
        How it relates to the period.
    """

    number: float | None = None
    qualifier: str = "exact"
    base: float | None = None
    period: str = ""
    timing: str = "during"

    @property
    def exact(self) -> float | None:
        """The number if it is exact."""
        return self.number if self.qualifier == "exact" else None

    @property
    def part(self) -> tuple[str, str]:
        """What part of a year it is of: of all of it, of a quarter, of a day."""
        year = len("2021")
        return self.timing, "" if self.timing == _STOCK else self.period[year:]


def amount(before: Measure, after: Measure) -> float | None:
    """Return the second number minus the first; None where they are the same or not to be taken.

    Parameters
    ----------
    before, after : Measure
        Two numbers of one unit. Both must be exact, of the same base and the same part of a year.

    Examples
    --------
    >>> amount(Measure(7, period="2021"), Measure(4, period="2022"))
    -3
    >>> amount(Measure(7, base=63), Measure(4, base=34)) is None
    True
    """
    if before.exact is None or after.exact is None:
        return None
    if (before.part, before.base) != (after.part, after.base):
        return None
    return round(after.exact - before.exact, _DECIMALS) or None


def verdict(amount: float | None, better: str) -> str:
    """Return ``better`` or ``worse`` for a difference; empty where it cannot be said.

    Parameters
    ----------
    amount : float or None
        What :func:`amount` returns.
    better : str
        ``higher``, ``lower`` or ``none``, as the indicator says.
    """
    if amount is None or better == "none":
        return ""
    return "better" if (amount > 0) == (better == "higher") else "worse"


def moves(known: DataPackage, before: pd.DataFrame, scope: str, year: int) -> pd.DataFrame:
    """Return the indicators with a newer result than was known before, and how each moved.

    Parameters
    ----------
    known : DataPackage
        What is known now: ``results``, ``indicators`` and ``key_figures``.
    before : DataFrame
        The table ``results`` as it was known before.
    scope : str
        A province's id or name.
    year : int
        The last year that counts.

    Returns
    -------
    DataFrame
        One row an indicator, without the rank and the scores of the index: indicator, key (whether
        it is a key figure of the year), first (whether it has no earlier result at all), value and
        period of its newest result, value_before and period_before of the newest that was known
        before (where none was, of the one before in time; missing where there is none of the same
        part of a year), verdict (of :func:`verdict`), share (the difference as a share of the
        larger of the two, missing without a verdict), beside (the indicator among them beside
        which its card shows it, or empty), row_before and row. The key figures come first, and of
        them and of the others those with the largest share.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    scope, rows = results.find_scope(known, scope, year), results.present(known["results"])
    rows = rows[rows["scope"].eq(scope) & (results.year_of(rows) <= year)]
    told = before[before["scope"] == scope]
    there = known["indicators"].set_index("indicator", drop=False)
    key = set(results.key_indicators(known, year))
    lines: list[dict[str, object]] = []
    asked = there["indicator"].isin(rows["indicator"]) & there["unit"].ne(SCORE)
    for name, indicator in there[asked & there["indicator"].ne(results.RANK)].iterrows():
        own = results.history(rows, scope, str(name), year)
        lines += _line(indicator, own, _known(told, str(name)), name in key)
    frame = pd.DataFrame(lines, columns=_COLUMNS)
    frame = frame.astype({"key": bool, "first": bool, "share": "float64"})
    frame["beside"] = _beside(frame["indicator"], there)
    order = {"key": False, "share": False}
    return frame.sort_values(
        list(order), ascending=list(order.values()), kind="stable", ignore_index=True
    )


def _known(results: pd.DataFrame, indicator: str) -> set[tuple[str, str]]:
    rows = results[results["indicator"] == indicator]
    return set(zip(rows["period"], rows["timing"], strict=True))


def _line(
    indicator: pd.Series, rows: pd.DataFrame, told: Collection[tuple[str, str]], key: bool
) -> Iterator[dict[str, object]]:
    """Yield how an indicator moved; nothing where its newest result was known before."""
    now = rows.iloc[-1]
    if (now["period"], now["timing"]) in told:
        return
    was = _before(indicator, rows, told)
    found = None if was is None else amount(_measure(was), _measure(now))
    said = verdict(found, indicator["better"])
    line = {name: now[name] for name in ("indicator", "value", "period", "row")}
    line |= {"key": key, "first": len(rows) == 1, "verdict": said, "beside": ""}
    line |= {f"{name}_before": None if was is None else was[name]
             for name in ("value", "period", "row")}  # fmt: skip
    if said and found is not None and was is not None:
        line["share"] = abs(found) / max(abs(was["value"]), abs(now["value"]))
    yield line


def _before(
    indicator: pd.Series, rows: pd.DataFrame, told: Collection[tuple[str, str]]
) -> pd.Series | None:
    """Return what the newest of some results is held against; None if there is nothing."""
    now, earlier = rows.iloc[-1], rows.iloc[:-1]
    renamed = indicator["renamed_in"]
    if pd.notna(renamed) and renamed <= int(now["period"][:4]):
        # Under another name it measured something else.
        earlier = earlier[results.year_of(earlier) >= renamed]
    alike = [row for _, row in earlier.iterrows() if _measure(row).part == _measure(now).part]
    known = [row for row in alike if (row["period"], row["timing"]) in told]
    return next(reversed(known or alike), None)


def _measure(row: pd.Series) -> Measure:
    number, base = (None if pd.isna(row[name]) else float(row[name]) for name in ("value", "base"))
    return Measure(number, row["qualifier"], base, row["period"], row["timing"])


def _beside(names: pd.Series, indicators: pd.DataFrame) -> pd.Series:
    """Return for each indicator the one among them that shows it beside itself."""
    there = indicators[indicators["indicator"].isin(names) & indicators["beside_scope"].eq("")]
    mains = dict(zip(there["beside"], there["indicator"], strict=True))
    return names.map(lambda name: mains.get(name, ""))


def judged(moves: pd.DataFrame) -> pd.DataFrame:
    """Return the moves that got better or worse, each once.

    Parameters
    ----------
    moves : DataFrame
        Rows of :func:`moves`.

    Returns
    -------
    DataFrame
        Those with a verdict. What a card shows beside another that moved the same way is left out:
        a score moves its rank.
    """
    own = moves[moves["verdict"] != ""]
    both = set(zip(own["indicator"], own["verdict"], strict=True))
    pairs = zip(own["beside"], own["verdict"], strict=True)
    once = [pair not in both for pair in pairs]
    return own[pd.Series(once, own.index, dtype=bool)]


def named(moves: pd.DataFrame, most: int = 3) -> pd.DataFrame:
    """Choose the most telling moves.

    Parameters
    ----------
    moves : DataFrame
        Rows of :func:`moves`.
    most : int
        So many in all, no more.

    Returns
    -------
    DataFrame
        Of :func:`judged` the first that got better and the first that got worse, then the next in
        their order: key figures, then the largest share.
    """
    own = judged(moves)
    firsts = own.index[~own["verdict"].duplicated()]
    chosen = [*firsts, *own.index.difference(firsts)][:most]
    return own[own.index.isin(chosen)]


def first_told(moves: pd.DataFrame, indicators: pd.DataFrame, most: int = 2) -> pd.DataFrame:
    """Choose what was never told before and is told by no card or list of the first page.

    Parameters
    ----------
    moves : DataFrame
        Rows of :func:`moves`.
    indicators : DataFrame
        The table ``indicators``.
    most : int
        So many, no more.

    Returns
    -------
    DataFrame
        Of the rows of a first result those with a number and an indicator that says which way is
        better, without key figures, first places and what is shown beside another: the newest
        years' first, in the order of the indicators.
    """
    about = indicators.set_index("indicator")
    unit, better = (moves["indicator"].map(about[name]) for name in ("unit", "better"))
    plain = ~moves["key"] & moves["beside"].eq("") & better.ne("none")
    listed = unit.eq("rank") & moves["value"].eq(1)
    found = moves[plain & ~listed & moves["first"] & moves["value"].notna()]
    place = {name: place for place, name in enumerate(about.index)}
    order = pd.DataFrame({"year": -results.year_of(found), "place": found["indicator"].map(place)})
    return found.loc[order.sort_values(["year", "place"]).index].head(most)

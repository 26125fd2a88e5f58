"""What a new edition changes against the last one, and what of it is odd enough to ask about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pandas as pd
from scipy.stats import spearmanr

from helpers.analysis import dti
from helpers.analysis.edition import Edition, every
from helpers.exceptions import Problem
from helpers.store.data import DataPackage
from helpers.words.refusals import worded

#: Ranks of fewer provinces say nothing of two tables.
_ENOUGH = 20
#: Over a year the order of a column keeps between these; beyond them it may be the same table, or
#: another column. From 2022 to 2024 it was 0.48 to 0.86.
_LOW, _HIGH = 0.25, 0.98
#: How many moves are shown.
_SHOWN = 10


@dataclass(frozen=True)
class Comparison:
    """A new edition beside the last one.

    Parameters
    ----------
    before : int
        The last edition.
    moves : DataFrame
        The largest moves of rank: province, rank, before, move (positive is better).
    orders : DataFrame
        The rank correlation of every component that both have, by component: count, correlation.
    questions : tuple of Problem
        What is odd.
    """

    before: int
    moves: pd.DataFrame
    orders: pd.DataFrame
    questions: tuple[Problem, ...]


def compared(package: DataPackage, new: Edition) -> Comparison | None:
    """Hold a new edition against the last one before it.

    Parameters
    ----------
    package : DataPackage
        The data with the new edition among them.
    new : Edition
        The new table.

    Returns
    -------
    Comparison or None
        None where no edition before it ranks as many, and enough of them with their ranks known.
    """
    # Ranks among other units are no ranks of the same kind.
    tables = [each for each in every(package) if each.ranked == new.ranked]
    before = [each for each in tables if each.number < new.number]
    for last in sorted(before, key=lambda each: each.number, reverse=True):
        moves = _moves(new, last)
        if len(moves) >= _ENOUGH:
            return _comparison(new, last, moves)
    return None


def _moves(new: Edition, last: Edition) -> pd.DataFrame:
    now, then = (dti.table(each.published).set_index("province")["rank"] for each in (new, last))
    both = pd.DataFrame({"rank": now, "before": then}).dropna().astype(int)
    return both.assign(move=both["before"] - both["rank"])


def _comparison(new: Edition, last: Edition, moves: pd.DataFrame) -> Comparison:
    now, then = dti.wide(new.published), dti.wide(last.published)
    names = [name for name in now if name in then]
    orders = pd.DataFrame(
        [(name, *_order(now[name], then[name])) for name in names],
        columns=["component", "count", "correlation"],
    )
    orders = orders[orders["count"] >= _ENOUGH]
    largest = moves.reindex(moves["move"].abs().sort_values(ascending=False, kind="stable").index)
    questions = (*_odd(orders, last.number), *_swapped(now, then, list(orders["component"])))
    return Comparison(last.number, largest.head(_SHOWN).reset_index(), orders, questions)


def _order(one: pd.Series, other: pd.Series) -> tuple[int, float]:
    both = pd.DataFrame({"one": one, "other": other}).dropna()
    if len(both) < _ENOUGH:
        return len(both), 0.0
    return len(both), float(spearmanr(both["one"], both["other"]).statistic)


def _odd(orders: pd.DataFrame, before: int) -> Iterator[Problem]:
    for _, row in orders.iterrows():
        if not _LOW <= row["correlation"] <= _HIGH:
            message = "fault-order-high" if row["correlation"] > _HIGH else "fault-order-low"
            value = f"{row['correlation']:.2f}"
            about = {"component": row["component"], "edition": str(before), "value": value}
            fault = worded(message, **about)
            yield Problem("dti_scores.csv", 0, row["component"], fault, worded("cure-order"))


def _swapped(now: pd.DataFrame, then: pd.DataFrame, names: list[str]) -> Iterator[Problem]:
    """Name two columns whose orders fit better if they change places."""
    for one, other in combinations([name for name in names if name != dti.TOTAL], 2):
        pairs = [(one, one), (other, other), (one, other), (other, one)]
        fits = [_order(now[new], then[old])[1] for new, old in pairs]
        if fits[2] + fits[3] > fits[0] + fits[1]:
            fault = worded("fault-columns-swapped", one=one, other=other)
            yield Problem("dti_scores.csv", 0, one, fault, worded("cure-order"))

"""Whether a table that a sentence speaks of holds all that is known, a part of it, or nothing.

An analyst may leave rows out: what is said of the others must not deny those.
"""

from __future__ import annotations

from typing import Literal

import pandas as pd

Holding = Literal["all", "some", "none"]


def holding(rows: pd.DataFrame, every: pd.DataFrame, key: str = "row") -> Holding:
    """Return how much of what is known a table holds, as the sentences name it.

    Parameters
    ----------
    rows : DataFrame
        What a sentence is to speak of.
    every : DataFrame
        All that is known and that it could speak of.
    key : str
        The column that names a row.

    Returns
    -------
    str
        ``none`` where something is known and the table has no row, ``some`` where it lacks a row,
        otherwise ``all``: a table that is empty because nothing is known lacks nothing.

    Examples
    --------
    >>> known = pd.DataFrame({"row": ["a", "b"]})
    >>> holding(known.iloc[:1], known), holding(known.iloc[:0], known)
    ('some', 'none')
    >>> holding(known.iloc[:0], known.iloc[:0])
    'all'
    """
    if whole_or_some(every[key], rows[key]) == "whole":
        return "all"
    return "none" if rows.empty else "some"


def whole_or_some(every: pd.Series | pd.Index, held: pd.Series) -> Literal["whole", "some"]:
    """Return whether a table that has rows holds each thing there is, as the sentences name it.

    Parameters
    ----------
    every : Series or Index
        What names each thing that the table could hold.
    held : Series
        What names those it holds.

    Examples
    --------
    >>> whole_or_some(pd.Series(["a", "b"]), pd.Series(["b", "a"]))
    'whole'
    >>> whole_or_some(pd.Series(["a", "b"]), pd.Series(["b"]))
    'some'
    """
    return "whole" if every.isin(held).all() else "some"

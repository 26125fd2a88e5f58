"""A frame's rows with their types, which a checker cannot see in the names of columns."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import pandas as pd

Record = TypeVar("Record", bound=NamedTuple)


def records(frame: pd.DataFrame, kind: type[Record]) -> list[Record]:
    """Return the rows of a frame as records of a kind.

    Parameters
    ----------
    frame : DataFrame
        It may have more columns than the records take.
    kind : type of NamedTuple
        Its fields name the columns, and say of which type their cells are.
    """
    rows = frame[list(kind._fields)].itertuples(index=False, name=None)
    return [kind._make(row) for row in rows]


def row_at(frame: pd.DataFrame, label: str | int) -> pd.Series:
    """Return the one row that a label of the index names.

    Parameters
    ----------
    frame : DataFrame
        Any, each of its labels once.
    label : str or int
        The label.

    Raises
    ------
    KeyError
        If there is no such row, or more than one.
    """
    row = frame.loc[label]
    if isinstance(row, pd.DataFrame):
        raise KeyError(f"{label} names {len(row)} rows")
    return row

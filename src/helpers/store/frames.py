"""A frame's rows with their types, which a checker cannot see in the names of columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import numpy as np
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


class RowsBy(Mapping[tuple[Any, ...], pd.Series]):
    """The rows of a frame by what some of its columns hold; each is made when it is asked for.

    Parameters
    ----------
    frame : DataFrame
        Any; of rows that hold the same the last is found.
    *columns : str
        The columns.

    Examples
    --------
    >>> rows = RowsBy(pd.DataFrame({"of": ["a", "b"], "in": [1, 1], "value": [7, 8]}), "of", "in")
    >>> int(rows["b", 1]["value"]), rows.get(("b", 2))
    (8, None)
    """

    def __init__(self, frame: pd.DataFrame, *columns: str) -> None:
        self._frame = frame
        keys = zip(*(frame[name] for name in columns), strict=True)
        self._places = {key: place for place, key in enumerate(keys)}
        self._made: dict[tuple[Any, ...], pd.Series] = {}

    def __getitem__(self, key: tuple[Any, ...]) -> pd.Series:
        if key not in self._made:
            place = self._places[key]
            columns, name = self._frame.columns, self._frame.index[place]
            row = pd.Series(self._values[place], index=columns, name=name)
            row.attrs = dict(self._frame.attrs)
            self._made[key] = row
        return self._made[key]

    @cached_property
    def _values(self) -> np.ndarray:
        """All cells as objects, as a row of them has to have them: taken apart once."""
        return self._frame.to_numpy(dtype=object)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

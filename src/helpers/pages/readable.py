"""Tables of the analysis with words for ids, in their cells, their index and their columns."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import pandas as pd

Table = TypeVar("Table", pd.DataFrame, pd.Series)
#: Returns the word for what a cell holds in a column, or what it holds if there is none.
Word = Callable[[Any, Hashable], Any]


def named(table: Table, word: Word) -> Table:
    """Return a table with words for ids; numbers, and whatever has no word, stay as they are.

    Parameters
    ----------
    table : DataFrame or Series
        The table. Its columns are told by words only where they have a name as a whole, as those
        of a pivoted table have: the column “total” of a long table is no component.
    word : callable
        What is asked for the word, with what a cell holds and the name of its column.
    """
    if isinstance(table, pd.Series):
        return _cells(table, word).set_axis(_axis(table.index, word))
    shown = table.copy()
    for place in range(shown.shape[1]):
        shown.isetitem(place, _cells(shown.iloc[:, place], word).array)
    shown.index = _axis(shown.index, word)
    shown.columns = _axis(shown.columns, word, unnamed=False)
    return shown


def _cells(cells: pd.Series, word: Word) -> pd.Series:
    if isinstance(cells.dtype, pd.CategoricalDtype):
        return cells.cat.rename_categories(lambda each: word(each, cells.name))
    if not _of_words(cells.dtype):
        return cells
    return cells.map(lambda each: word(each, cells.name))


def _axis(axis: pd.Index, word: Word, unnamed: bool = True) -> pd.Index:
    """Return an axis, or each level of one, with words; one without a name only if it is asked."""
    if isinstance(axis, pd.MultiIndex):
        levels = [axis.get_level_values(place) for place in range(axis.nlevels)]
        told = [_axis(level, word, unnamed) for level in levels]
        return pd.MultiIndex.from_arrays(told, names=axis.names)
    if (axis.name is None and not unnamed) or not _of_words(axis.dtype):
        return axis
    return axis.map(lambda each: word(each, axis.name))


def _of_words(kind: Any) -> bool:
    types = pd.api.types
    categories = isinstance(kind, pd.CategoricalDtype)
    return categories or types.is_object_dtype(kind) or types.is_string_dtype(kind)

"""Two sources of one result: whether they are two, and whether they give one number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pandas as pd

from helpers.analysis.results import find_scope
from helpers.store import editions
from helpers.store.data import SAME_RESULT, DataPackage

#: What is told of a number that another can be held against; a bound only against a like bound.
_NUMBERS = ("exact", "approx")
_FLOAT_NOISE = 1e-9
#: What is taken over of the row that speaks, and how it is called then.
_KEPT = {
    "row": "kept", "value": "value_kept", "source": "source_kept", "note": "note_kept",
    "qualifier": "qualifier_kept", "index": "index_kept",
}  # fmt: skip


def one_document(sources: pd.DataFrame) -> Callable[[str, str], bool]:
    """Return what tells whether two sources are one document, or one a copy of the other.

    Parameters
    ----------
    sources : DataFrame
        The table ``sources``.
    """
    copy_of = dict(zip(sources["source"], sources["copy_of"], strict=True))

    def same(one: str, other: str) -> bool:
        return one == other or other == copy_of.get(one) or one == copy_of.get(other)

    return same


def are_one(sources: pd.DataFrame, one: pd.Series, other: pd.Series) -> pd.Series:
    """Tell of each pair of sources, in two columns with one index, what :func:`one_document` does.

    Parameters
    ----------
    sources : DataFrame
        The table ``sources``.
    one, other : Series
        The ids of the sources.
    """
    pairs = map(one_document(sources), one, other)
    return pd.Series([*pairs], one.index, dtype=bool)


def compared(known: pd.DataFrame, others: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Hold rows of results against those that speak of the same.

    Parameters
    ----------
    known, others : DataFrame
        Rows of ``results``: those that speak, one of each result; and those of other sources.
    sources : DataFrame
        The table ``sources``.

    Returns
    -------
    DataFrame
        The rows of ``others`` that can be held against one of ``known``: both have a number, and
        both the number itself or the same kind of bound; neither source is a copy of the other.
        With index, kept, value_kept, source_kept, note_kept, index_kept (of the row that speaks)
        and same (whether both give one number, at the decimals of the one that has fewer).
    """
    speaking = known.reset_index()[[*SAME_RESULT, *_KEPT]].rename(columns=_KEPT)
    both = others.reset_index().merge(speaking, on=[*SAME_RESULT])
    both = both[both["value"].notna() & both["value_kept"].notna()]
    numbers = both["qualifier"].isin(_NUMBERS) & both["qualifier_kept"].isin(_NUMBERS)
    both = both[numbers | both["qualifier"].eq(both["qualifier_kept"])]
    both = both[~are_one(sources, both["source"], both["source_kept"])]
    room = [
        max(map(_half_unit, pair)) for pair in zip(both["value"], both["value_kept"], strict=True)
    ]
    apart = (both["value"] - both["value_kept"]).abs()
    return both.assign(same=apart <= pd.Series(room, both.index, dtype=float) + _FLOAT_NOISE)


def _half_unit(value: float) -> float:
    """Return half a unit of the last decimal of a number; nothing of one without decimals."""
    exponent = Decimal(repr(float(value))).normalize().as_tuple().exponent
    return 0.5 * 10.0**exponent if isinstance(exponent, int) and exponent < 0 else 0.0


def of_other_sources(package: DataPackage, province: str, year: int) -> pd.DataFrame:
    """Return what other sources give for results of a province that are known.

    Parameters
    ----------
    package : DataPackage
        What is known on a day.
    province : str
        The province's id or name.
    year : int
        The reporting year, whose provinces may be asked about.

    Returns
    -------
    DataFrame
        As :func:`compared`.

    Raises
    ------
    ParameterError
        If there is no such province, with the nearest id.
    """
    province = find_scope(package, province, year)
    others = editions.beside(package, "results")
    return compared(package["results"], others[others["scope"] == province], package["sources"])

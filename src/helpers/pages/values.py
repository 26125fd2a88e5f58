"""Values with their origin, taken from a row of the data or from a result of a computation.

There is no other way for a number to reach a sentence, and none of these computes anything.
"""

from __future__ import annotations

from collections.abc import Sized
from functools import reduce
from typing import Any

import pandas as pd

from helpers.exceptions import UntoldError
from helpers.words.computations import noted
from helpers.words.refusals import said
from helpers.words.told import Origin, Value

#: The columns of the data that hold figures, by table.
FIGURES = {
    "results": ("value", "base"),
    "targets": ("value",),
    "dti_scores": ("score", "rank"),
    "dti_editions": ("provinces_ranked", "mean_total"),
    "dti_weights": ("points",),
    "comparators": ("value",),
    "context": ("population_thousand", "urban_population_thousand", "grdp_per_capita_million_vnd"),
}
#: Other numbers of the data: the years and editions that figures speak of.
TIMES = {
    "targets": ("due", "edition"),
    "dti_scores": ("edition",),
    "dti_editions": ("edition",),
    "dti_weights": ("edition",),
    "context": ("year",),
    "agenda": ("year",),
    "briefings": ("year",),
    "indicators": ("measured_until",),
}
#: What says of a row or a result of what it speaks, and of which kind that is.
_ABOUT = {"edition": "edition", "province": "province", "component": "component"}


def held(row: pd.Series, column: str) -> Value:
    """Return the number in a column of a row.

    Parameters
    ----------
    row : Series
        A row of the data (with its name, ``row``), or of a frame that a computation returned.
    column : str
        The column. What a table of the data holds under this name comes from its row; any other
        column of the row was computed.

    Raises
    ------
    UntoldError
        If there is no number, or nothing says where it comes from.
    """
    if pd.isna(row[column]):
        raise UntoldError(said("error-no-number", column=column))
    return Value(_number(row[column]), _origin(row, column))


def _number(found: Any) -> float:
    number = float(found)
    return int(number) if number.is_integer() else number


def _origin(row: pd.Series, column: str) -> Origin:
    name = str(row.get("row", ""))
    table = name.partition("/")[0]
    computed = column == "score" and row.get("basis") == "computed"
    if not computed and column in (*FIGURES.get(table, ()), *TIMES.get(table, ())):
        return Origin(name, column)
    if not noted(row):
        raise UntoldError(said("error-unowned-column", column=column))
    return Origin("", column, noted(row), _about(row))


def of(result: object, place: str) -> Value:
    """Return a number of a computation's result.

    Parameters
    ----------
    result : object
        What the computation returned; its class has a public name
        (:func:`helpers.words.computations.computation`).
    place : str
        Where in the result the number is, such as ``above.gap`` or ``strong.rank``.

    Raises
    ------
    UntoldError
        If there is no number, or the result has no name.
    """
    *way, last = place.split(".")
    holder = reduce(_within, way, result)
    number = _within(holder, last)
    if number is None or pd.isna(number) or not noted(result):
        raise UntoldError(said("error-unowned-place", place=place))
    about = _about(holder) or _about(result)
    return Value(_number(number), Origin("", place, noted(result), about))


def role_of(result: object, place: str) -> tuple[str, str]:
    """Return the id at a place of a computation's result, and the role that it has there."""
    return str(reduce(_within, place.split("."), result)), f"{noted(result)}.{place}"


def _within(holder: Any, name: str) -> Any:
    return holder[name] if isinstance(holder, pd.Series) else getattr(holder, name)


def _about(holder: Any) -> tuple[str, ...]:
    """Return what an object or a row speaks of, kind and id."""
    known = holder if isinstance(holder, pd.Series) else getattr(holder, "__dict__", {})
    found = ((kind, known.get(each)) for each, kind in _ABOUT.items())
    return tuple(f"{kind}:{name}" for kind, name in found if pd.notna(name) and name != "")


def counted(what: str, found: Sized) -> Value:
    """Return how many there are of what a sentence counts.

    Parameters
    ----------
    what : str
        What is counted: part of the meaning that the sentence is held to.
    found : sized
        What was found, one by one.
    """
    return Value(len(found), Origin("", what, "count"))


def setting(name: str, number: float) -> Value:
    """Return a number that the briefing's makers chose, such as how many draws a simulation has."""
    return Value(number, Origin("", name, "setting"))

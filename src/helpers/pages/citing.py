"""What a sentence rests on: places in sources, and the rows of the data taken from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from helpers.analysis import proof
from helpers.analysis.edition import Edition


class Citation(NamedTuple):
    """A place in a source, and the row of the data that was taken from there.

    Parameters
    ----------
    source : str
        The source's id.
    locator : str
        The place as the data has it, such as ``paragraph 2``; empty if not known.
    row : str
        The row's name in the data package; empty where no single row is meant.
    second : bool
        Whether the source only confirms what another has published.
    """

    source: str
    locator: str = ""
    row: str = ""
    second: bool = False


def cite(*rows: pd.Series | None, locator: str = "") -> list[Citation]:
    """Return where rows of the data come from; a row that is not there cites nothing.

    Parameters
    ----------
    *rows : Series or None
        Rows with the columns ``source`` and ``row``, and ``locator`` where the table has it; a
        second source (``confirmed_by``) is cited after the first.
    locator : str
        The place in the source, for tables without locators.
    """
    found = (row for row in rows if row is not None)
    return _cited(
        (
            (row["source"], row.get("locator", locator), row["row"], row.get("confirmed_by"))
            for row in found
        ),
        locator,
    )


def cite_all(rows: pd.DataFrame, locator: str = "") -> list[Citation]:
    """Return where all rows of a table come from; see :func:`cite`."""
    if rows.empty:
        return []
    places = rows["locator"] if "locator" in rows else [locator] * len(rows)
    others = rows["confirmed_by"] if "confirmed_by" in rows else [""] * len(rows)
    return _cited(zip(rows["source"], places, rows["row"], others, strict=True), locator)


def _cited(cells: Iterable[tuple[Any, ...]], locator: str) -> list[Citation]:
    """Return where rows come from: their source, locator, name and second source."""
    found = [each for each in cells if each[0]]
    first = [Citation(source, place, row) for source, place, row, _ in found]
    second = [
        Citation(other, locator, row, second=True)
        for _, _, row, other in found
        if pd.notna(other) and other
    ]
    return [*first, *second]


def cite_score(row: pd.Series, behind: Mapping[str, Sequence[Citation]]) -> list[Citation]:
    """Return where a DTI score or rank is published, and what confirms it.

    Parameters
    ----------
    row : Series
        A row of an edition's scores.
    behind : mapping of str to sequence of Citation
        What :func:`behind_scores` returns of the edition: one that is published nowhere follows
        from those.
    """
    cited = cite(row, locator="table")
    return cited if row["row"] else [*cited, *behind.get(row["province"], ())]


def behind_scores(edition: Edition) -> dict[str, list[Citation]]:
    """Return what the computed scores of an edition follow from, by province."""
    rows, found = proof.behind(edition), defaultdict(list)
    for province, source, row in rows[["province", "source", "row"]].itertuples(index=False):
        found[province].append(Citation(source, "table", row))
    return dict(found)

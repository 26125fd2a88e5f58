"""How many decimals a file has of its scores, and whether that is enough to prove a table.

All that is worked out from an edition takes a score as exact within half a unit of the fourth
decimal: the proof of the totals, pillars, ranks. A score of two or three decimals would pass for
one of four, so that it is not taken; what a table prints beside it, its ranks, may be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.analysis.dti import DECIMALS
from helpers.exceptions import Problem
from helpers.importing.dti_headings import Column, Role
from helpers.importing.dti_tables import DtiTable
from helpers.words.refusals import worded

#: A column of no more different scores may well have only round ones: its table tells.
_FEW = 10


def decimals(table: DtiTable, column: Column) -> int:
    """Return in how many decimals a column of scores is given.

    Parameters
    ----------
    table : DtiTable
        The table.
    column : Column
        One of its columns of scores.

    Notes
    -----
    A spreadsheet drops the zeros at the end of a number, so that the finest number of a column
    tells; where a column has few different numbers, the finest of the table does.
    """
    scores = [
        (component, figure)
        for (_, component, role), figure in table.figures.items()
        if role is Role.SCORE
    ]
    own = [figure for component, figure in scores if component == column.component]
    few = len({figure.value for figure in own}) <= _FEW
    told = [figure for _, figure in scores] if few else own
    return max((figure.decimals for figure in told), default=DECIMALS)


def coarse(table: DtiTable) -> dict[str, int]:
    """Return the components whose scores have too few decimals, with how many."""
    columns = [each for each in table.columns if each.role is Role.SCORE]
    found = {each.component: decimals(table, each) for each in columns}
    return {component: count for component, count in found.items() if count < DECIMALS}


def problems(tables: Sequence[DtiTable]) -> list[Problem]:
    """Name every column of too few decimals."""
    return [
        _problem(table, column, count)
        for table in tables
        for component, count in coarse(table).items()
        for column in table.columns
        if (column.component, column.role) == (component, Role.SCORE)
    ]


def _problem(table: DtiTable, column: Column, count: int) -> Problem:
    counts = {"count": str(count), "needed": str(DECIMALS)}
    fault, cure = worded("fault-coarse", **counts), worded("cure-coarse", needed=str(DECIMALS))
    return Problem(table.label, 0, column.heading, fault, cure)


def _few_decimals(count: int) -> str:
    return worded("import-few-decimals", count=count, needed=str(DECIMALS))


def without_coarse(table: DtiTable) -> DtiTable:
    """Return a table without its columns of too few decimals; its ranks stay."""
    dropped = coarse(table)
    columns = tuple(
        column.left_out(_few_decimals(dropped[column.component]))
        if column.role is Role.SCORE and column.component in dropped
        else column
        for column in table.columns
    )
    figures = {
        key: figure
        for key, figure in table.figures.items()
        if key[2] is not Role.SCORE or key[1] not in dropped
    }
    return replace(table, columns=columns, figures=figures)

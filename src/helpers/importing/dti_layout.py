"""Where a grid has the headings of a DTI table, over how many lines, and where its rows begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.importing import dti_numbers
from helpers.importing.dti_headings import FIGURES, Column, Headings, Role, is_province
from helpers.importing.table_files import Cell
from helpers.words.plain_text import folded, without_footnotes

#: What stands in a row that only numbers the columns: 1, (2), B.
_COLUMN_NUMBER = re.compile(r"[(\[]?\w{1,2}[)\]]?")
_OF_THE_INDEX = re.compile(r"\b(dti|chuyen doi so|digital transformation)\b")


@dataclass(frozen=True)
class Layout:
    """The columns of a table, and its rows from the first province on.

    Parameters
    ----------
    title : str
        The first text above the headings that speaks of the index; empty if none does.
    columns : tuple of Column
        The columns, in their order.
    start : int
        The place of the first row below the headings, from 0.
    """

    title: str
    columns: tuple[Column, ...]
    start: int

    @property
    def provinces(self) -> Column:
        """The column of the provinces' names; there are no headings without one."""
        return next(column for column in self.columns if column.role is Role.PROVINCE)

    @property
    def years(self) -> Column | None:
        """The column of years; None if there is none."""
        return next((column for column in self.columns if column.role is Role.YEAR), None)


def find(rows: Sequence[Sequence[Cell]], headings: Headings) -> Layout | None:
    """Find the first headings that name a column of provinces and one of scores or ranks.

    Parameters
    ----------
    rows : sequence of sequence of str or Decimal
        The cells of a grid.
    headings : Headings
        What headings mean.

    Returns
    -------
    Layout or None
        None where there are no such headings.
    """
    for first, cells in enumerate(rows):
        place = next((n for n, cell in enumerate(cells) if heads_provinces(cell)), None)
        if place is None or len({cell for cell in cells if cell != ""}) < 2:
            continue
        start = _first_row(rows, first, place)
        lines = _lines(rows, first, start, place, headings)
        columns = tuple(headings.read(place, each) for place, each in enumerate(lines))
        if any(column.role in FIGURES for column in columns):
            return Layout(_title(rows[:first]), columns, start)
    return None


def heads_provinces(cell: Cell) -> bool:
    """Say whether a cell is the heading of a column of provinces."""
    return isinstance(cell, str) and is_province(cell)


def _title(rows: Sequence[Sequence[Cell]]) -> str:
    texts = (cell for row in rows for cell in row if isinstance(cell, str))
    return next((text for text in texts if _OF_THE_INDEX.search(folded(text))), "")


def _first_row(rows: Sequence[Sequence[Cell]], first: int, place: int) -> int:
    """Return the row after the headings, which may go on below and end in a row of numbers."""
    for number in range(first + 1, len(rows)):
        cell = rows[number][place]
        if _is_column_number(cell) or heads_provinces(cell):
            continue
        if cell != "" or any(map(dti_numbers.is_number, rows[number])):
            return number
    return len(rows)


def _is_column_number(cell: Cell) -> bool:
    return _COLUMN_NUMBER.fullmatch(str(cell)) is not None


def _lines(
    rows: Sequence[Sequence[Cell]], first: int, start: int, place: int, headings: Headings
) -> Iterator[list[str]]:
    """Return each column's lines of heading, topmost first, a group's over each of its columns."""
    below = [row for row in rows[first + 1 : start] if not _names_a_group(row, headings)]
    own = [row for row in (rows[first], *below) if not _is_column_number(row[place])]
    above = rows[first - 1] if first else []
    # A line above that begins right of the provinces names groups; one over all is a title.
    grouped = any(cell != "" for cell in above) and set(above[: place + 1]) == {""}
    block = [[str(cell) for cell in row] for row in ([above, *own] if grouped else own)]
    for column in zip(*_spread(block), strict=True):
        lines = [without_footnotes(line) for line in column]
        if grouped and not headings.known(lines[0]):
            lines[0] = ""
        yield list(dict.fromkeys(line for line in lines if line))


def _names_a_group(row: Sequence[Cell], headings: Headings) -> bool:
    """Say whether a row below the headings has one text, which is no heading of ours.

    It names the rows or columns beside it, and says nothing of the column that it stands in.
    """
    texts = {without_footnotes(str(cell)) for cell in row if cell != ""}
    return len(texts) == 1 and not headings.known(texts.pop())


def _spread(block: list[list[str]]) -> list[list[str]]:
    """Write a group's heading over each of its columns: a merged cell has it over the first."""
    for line, below in pairwise(block):
        for place in range(1, len(line)):
            in_group = below[place] and below[place - 1] not in {"", line[place - 1]}
            if in_group and not line[place]:
                line[place] = line[place - 1]
    return block

"""The scores and ranks in the columns of a DTI table, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from helpers.exceptions import Problem, shortened
from helpers.importing import dti_numbers
from helpers.importing.dti_headings import FIGURES, Column, Role
from helpers.importing.table_files import Cell
from helpers.store.editions import PROVINCES
from helpers.words.language import LANGUAGES, Language
from helpers.words.refusals import said, worded

_SIGNS = {",": "comma", ".": "point"}
#: What a figure may be: the least and the most.
_ALLOWED = {Role.SCORE: (0, 1), Role.RANK: (1, PROVINCES)}
#: What to do about one that is less or more: a message.
_BEYOND = {Role.SCORE: "cure-scores", Role.RANK: "cure-rank"}


@dataclass(frozen=True)
class Row:
    """A row of a table: its number as the file counts it, the name in it, and its cells."""

    number: int
    name: str
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Figure:
    """A number of the file and its place.

    Parameters
    ----------
    value : Decimal
        The number; a score has the decimals in which scores are published.
    table, column : str
        The label of the table and the heading of the column.
    row : Row
        The row.
    rounded : bool
        Whether the file has more decimals than are published.
    derived : bool
        Whether it is not printed there but follows from what is.
    decimals : int
        How many decimals the file has of it.
    """

    value: Decimal
    table: str
    column: str
    row: Row
    rounded: bool = False
    derived: bool = False
    decimals: int = 0

    @property
    def spoken(self) -> Mapping[str, str]:
        """The number as each language writes it."""
        return {code: Language(code).plain(self.value, grouped=False) for code in LANGUAGES}

    def problem(self, fault: str, cure: str) -> Problem:
        """Return what is wrong with the number, in the words of the file."""
        told = worded("fault-of-row", name=shortened(self.row.name), fault=fault)
        return Problem(self.table, self.row.number, self.column, told, cure)


#: A province, a component, and whether the figure is its score or its rank.
Key = tuple[str, str, Role]


@dataclass(frozen=True)
class Figures:
    """What the columns of a table hold.

    Parameters
    ----------
    columns : tuple of Column
        The columns; scores and ranks are told apart, and empty columns left out.
    known : mapping of (str, str, Role) to Figure
        The figures, by province, component and role.
    sign : str
        The decimal sign; empty where no text shows one.
    problems : tuple of Problem
        What could not be read.
    """

    columns: tuple[Column, ...]
    known: Mapping[Key, Figure]
    sign: str
    problems: tuple[Problem, ...]


def read(label: str, columns: Sequence[Column], rows: Mapping[str, Row]) -> Figures:
    """Read the columns of scores and ranks.

    Parameters
    ----------
    label : str
        How messages name the table.
    columns : sequence of Column
        All columns of the table.
    rows : mapping of str to Row
        Its rows, by the province's id.

    Returns
    -------
    Figures
        A table with two decimal signs is not read further than that.
    """
    sign, problems = _sign(label, columns, rows)
    if problems:
        return Figures(tuple(columns), {}, sign, tuple(problems))
    told = tuple(_told_apart(column, rows, sign) for column in columns)
    known: dict[Key, Figure] = {}
    for column in told:
        if column.role in _ALLOWED:
            problems += _named_twice(label, column, known)
            found, faults = take(label, column, rows, sign)
            known |= found
            problems += faults
    return Figures(told, known, sign, tuple(problems))


def _cells(column: Column, rows: Mapping[str, Row]) -> Iterator[tuple[str, Row, Cell]]:
    """Return the cells of a column that hold something."""
    for province, row in rows.items():
        cell = row.cells[column.place]
        if not dti_numbers.is_unknown(cell):
            yield province, row, cell


def _sign(
    label: str, columns: Sequence[Column], rows: Mapping[str, Row]
) -> tuple[str, list[Problem]]:
    """Return the one decimal sign of a table; two are a problem."""
    seen: dict[str, list[tuple[Row, Column, Cell]]] = {}
    for column in columns:
        for _, row, cell in _cells(column, rows) if column.role in FIGURES else ():
            seen.setdefault(dti_numbers.sign(cell), []).append((row, column, cell))
    seen.pop("", None)
    sign = max(seen, key=lambda each: len(seen[each]), default="")
    problems = []
    for other in seen.keys() - {sign}:
        row, column, cell = seen[other][0]
        fault = worded("fault-decimal-sign", cell=shortened(cell), sign=_SIGNS[other])
        cure = worded("cure-decimal-sign")
        problems.append(Problem(label, row.number, column.heading, fault, cure))
    return sign, problems


def _told_apart(column: Column, rows: Mapping[str, Row], sign: str) -> Column:
    """Say by its values whether a column is of scores or of ranks, if its heading does not."""
    if column.role not in FIGURES:
        return column
    cells = [cell for *_, cell in _cells(column, rows)]
    if not cells:
        return column.left_out("empty")
    if column.role is not Role.VALUE:
        return column
    numbers = [number for cell in cells if (number := dti_numbers.number(cell, sign)) is not None]
    ranks = all(number == int(number) for number in numbers) and max(numbers, default=0) > 1
    return replace(column, role=Role.RANK if ranks else Role.SCORE)


def _named_twice(label: str, column: Column, known: Mapping[Key, Figure]) -> list[Problem]:
    same = [
        figure
        for (_, component, role), figure in known.items()
        if (component, role) == (column.component, column.role)
    ]
    if not same:
        return []
    read = said("import-meaning", role=column.role.name.lower(), component=column.component)
    fault = worded("fault-column-again", read=read, column=same[0].column)
    return [Problem(label, 0, column.heading, fault, worded("cure-column-again"))]


def take(
    label: str, column: Column, rows: Mapping[str, Row], sign: str
) -> tuple[dict[Key, Figure], list[Problem]]:
    """Read one column.

    Parameters
    ----------
    label : str
        How messages name the table.
    column : Column
        A column of scores or of ranks.
    rows : mapping of str to Row
        The rows, by the province's id.
    sign : str
        The decimal sign of the table.

    Returns
    -------
    tuple of dict and list
        The figures, and what is none; of those out of range only the first is told.
    """
    least, most = _ALLOWED[column.role]
    known, problems, beyond = {}, [], []
    for province, row, cell in _cells(column, rows):
        value = dti_numbers.number(cell, sign)
        figure = _figure(value or Decimal(0), label, column, row)
        if value is None:
            problems.append(figure.problem(_no_figure(column, cell), worded("cure-number")))
        elif not least <= value <= most or (column.role is Role.RANK and value != int(value)):
            cure = worded(_BEYOND[column.role])
            beyond.append(figure.problem(_no_figure(column, cell), cure))
        else:
            known[province, column.component, column.role] = figure
    if len(beyond) > 1:
        more = worded("fault-and-more", fault=beyond[0].fault, count=len(beyond) - 1)
        beyond = [replace(beyond[0], fault=more)]
    return known, problems + beyond


def _no_figure(column: Column, cell: Cell) -> str:
    """Return what is wrong with a cell that is no score, or no rank."""
    least, most = map(str, _ALLOWED[column.role])
    kind = column.role.name.lower()
    return worded("fault-no-figure", kind=kind, cell=shortened(cell), low=least, high=most)


def _figure(value: Decimal, label: str, column: Column, row: Row) -> Figure:
    if column.role is Role.RANK:
        return Figure(value, label, column.heading, row)
    shown = dti_numbers.published(value)
    decimals = max(0, -int(value.as_tuple().exponent))
    return Figure(shown, label, column.heading, row, shown != value, decimals=decimals)

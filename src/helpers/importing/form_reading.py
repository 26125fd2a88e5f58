"""A filled form read back: what each cell says, and every cell that says nothing certain."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from helpers.exceptions import BriefingError, ImportRefusedError, Problem
from helpers.importing import form_cells as reading
from helpers.importing import form_layout as layout
from helpers.importing import incoming
from helpers.store import characters
from helpers.store.cells import DoubtError
from helpers.store.descriptor import Resource
from helpers.words.refusals import said, unfit, worded

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class Row:
    """What a row of the form says.

    Parameters
    ----------
    cells : dict of str to str
        What is filled in, as the data write it, by column.
    places : dict of str to str
        Where each column stands, such as ``Kết quả!I7``.
    key : tuple of str
        Scope, indicator, period and timing that were asked for; of a source what the form calls it.
    """

    cells: dict[str, str]
    places: dict[str, str]
    key: tuple[str, ...] = ()


@dataclass
class Filled:
    """A form as it was filled in.

    Parameters
    ----------
    file : str
        Its name.
    year : int
        The reporting year.
    province : str
        The province's id.
    briefing : Row
        The cells of the briefing's own row.
    results, sources : list of Row
        The rows that say something.
    silent : list of Row
        The rows of results without a value, a base or a state.
    named : list of Row
        What is called otherwise on the sheet of the sources than a new one: known, or misnamed.
    problems : list of Problem
        The cells that say nothing certain.
    """

    file: str
    year: int
    province: str
    briefing: Row
    results: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)
    silent: list[Row] = field(default_factory=list)
    named: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _Sheet:
    """A sheet whose columns are known by their names, wherever they were moved to."""

    def __init__(self, file: str, sheet: Worksheet, needed: Sequence[str]) -> None:
        self.file, self.sheet = file, sheet
        names = {_first_line(layout.heading(name)): name for name in needed}
        found = {
            names[_first_line(cell.value)]: cell.column
            for cell in sheet[layout.HEADER]
            if _first_line(cell.value) in names
        }
        lost = [layout.heading(name) for name in needed if name not in found]
        if lost:
            columns = ", ".join(_first_line(each) for each in lost)
            place = f"{sheet.title}!{layout.HEADER}:{layout.HEADER}"
            fault = worded("form-no-columns", names=columns)
            raise _refused([at(file, place, fault, worded("form-new-form"))])
        self.columns = found

    def __iter__(self) -> Iterator[dict[str, Cell | MergedCell]]:
        """Yield the cells of each row by column."""
        for row in range(layout.HEADER + 1, self.sheet.max_row + 1):
            yield {name: self.sheet.cell(row, column) for name, column in self.columns.items()}

    def place(self, cell: Cell | MergedCell) -> str:
        """Say where a cell is."""
        return f"{self.sheet.title}!{cell.coordinate}"


def _first_line(cell: object) -> str:
    return reading.plain(str(cell or "").partition("\n")[0]).casefold()


def at(file: str, place: str, fault: str, cure: str) -> Problem:
    """Return a problem of a cell of the form: it names the sheet and the cell."""
    return Problem(f"{file}, {place}", 0, "", fault, cure)


def _refused(problems: Sequence[Problem]) -> ImportRefusedError:
    return cast("ImportRefusedError", unfit(problems, kind=ImportRefusedError))


def read(path: Path, described: Sequence[Resource], units: Mapping[str, str]) -> Filled:
    """Read a filled form.

    Parameters
    ----------
    path : Path
        The workbook.
    described : sequence of Resource
        The tables as the descriptor describes them.
    units : mapping of str to str
        The unit of each indicator.

    Raises
    ------
    BriefingError
        If the file is no workbook.
    ImportRefusedError
        If it is not this form; a cell that is in doubt is one of its problems instead.
    """
    book, file = _workbook(path), path.name
    names = {name: layout.sheet_name(name) for name in layout.SHEETS}
    for title in names.values():
        if title not in book.sheetnames:
            fault = worded("form-no-sheet", name=title)
            raise _refused([at(file, title, fault, worded("form-new-form"))])
    filled = _briefing(_Sheet(file, book[names["briefing"]], ("answer", layout.CODE)))
    choices = layout.choices(described)
    _sources(filled, _Sheet(file, book[names["sources"]], layout.SOURCES), choices)
    needed = (*layout.FILLED, layout.CODE)
    _results(filled, _Sheet(file, book[names["results"]], needed), units, choices)
    return filled


def _workbook(path: Path) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415  slow, and only forms need it

    content = incoming.content(path)
    if incoming.is_workbook(content):
        incoming.require_harmless(path.name, content)
    if not content.startswith(incoming.ZIP):
        raise BriefingError(said("form-no-workbook", file=path.name))
    try:
        return load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
    except Exception as error:
        raise BriefingError(said("form-no-workbook", file=path.name)) from error


def _briefing(sheet: _Sheet) -> Filled:
    cells, places, faults = {}, {}, []
    for row in sheet:
        name = reading.plain(row[layout.CODE].value)
        if name in (*layout.FIELDS, "year", "province"):
            reader = reading.day if name == "as_of" else reading.plain
            places[name] = sheet.place(row["answer"])
            cells[name], problem = _said(sheet, row["answer"], reader)
            faults += problem
    if lost := [name for name in (*layout.FIELDS, "year", "province") if name not in cells]:
        fault = worded("form-no-columns", names=", ".join(lost))
        raise _refused([at(sheet.file, sheet.sheet.title, fault, worded("form-new-form"))])
    year, province = cells.pop("year"), cells.pop("province")
    if not year.isdecimal():
        fault = worded("form-no-number", cell=year)
        raise _refused([at(sheet.file, places["year"], fault, worded("form-new-form"))])
    filled = Filled(sheet.file, int(year), province, Row(cells, places), problems=faults)
    if not cells["as_of"] and not faults:
        cure = worded("form-write-day", day=f"31/12/{year}")
        filled.problems.append(at(sheet.file, places["as_of"], worded("form-needed"), cure))
    return filled


def _said(
    sheet: _Sheet, cell: Cell | MergedCell, reader: Callable[[Any], str]
) -> tuple[str, list[Problem]]:
    """Return what a cell says, and its problem if that is not certain."""
    try:
        if found := reader(cell.value):
            characters.require_words(found)
        return found, []
    except DoubtError as doubt:
        return "", [at(sheet.file, sheet.place(cell), doubt.fault, doubt.cure)]


def _sources(filled: Filled, sheet: _Sheet, choices: Mapping[str, Sequence[str]]) -> None:
    """Read the new sources: those that are known stand below them, for who looks them up."""
    new = {layout.new_source(place) for place in range(1, layout.NEW_SOURCES + 1)}
    readers: dict[str, Callable[[Any], str]] = {
        "published": reading.period,
        "available_from": reading.day,
        "language": lambda cell: reading.choice(cell, "form-language", choices["language"]),
    }
    for row in sheet:
        name = reading.plain(row["name"].value)
        others = {column: cell for column, cell in row.items() if column != "name"}
        if not any(reading.plain(cell.value) for cell in others.values()):
            continue
        if name not in new:
            filled.named.append(Row({"name": name}, {"name": sheet.place(row["name"])}))
            continue
        own = _row(filled, sheet, others, readers, (name,))
        _require(filled, own, ("title", "publisher", "available_from"))
        filled.sources.append(own)


def _row(
    filled: Filled,
    sheet: _Sheet,
    cells: Mapping[str, Cell | MergedCell],
    readers: Mapping[str, Callable[[Any], str]],
    key: tuple[str, ...],
) -> Row:
    found = {}
    for column, cell in cells.items():
        found[column], problem = _said(sheet, cell, readers.get(column, reading.plain))
        filled.problems += problem
    return Row(found, {name: sheet.place(cell) for name, cell in cells.items()}, key)


def _require(filled: Filled, row: Row, columns: Sequence[str]) -> None:
    """Note the cells of a row that have to be filled in and are not, or not with certainty."""
    known = {problem.file for problem in filled.problems}
    for column in columns:
        place = row.places[column]
        if not row.cells[column] and f"{filled.file}, {place}" not in known:
            cure = worded("form-fill-in", name=worded("form-column", name=column))
            filled.problems.append(at(filled.file, place, worded("form-needed"), cure))


def _results(
    filled: Filled,
    sheet: _Sheet,
    units: Mapping[str, str],
    choices: Mapping[str, Sequence[str]],
) -> None:
    for row in sheet:
        code = reading.plain(row[layout.CODE].value)
        if not any(reading.plain(cell.value) for cell in row.values()):
            continue
        key = tuple(code.split("/"))
        if len(key) != 4 or key[1] not in units:
            fault, cure = worded("form-no-code", cell=code), worded("form-new-form")
            filled.problems.append(at(filled.file, sheet.place(row[layout.CODE]), fault, cure))
            continue
        cells = {column: row[column] for column in layout.FILLED}
        own = _row(filled, sheet, cells, _readers(row, units[key[1]], choices), key)
        if any(reading.plain(cells[column].value) for column in layout.SAYING):
            _complete(filled, own)
            filled.results.append(own)
        else:
            filled.silent.append(own)


def _readers(
    row: Mapping[str, Cell | MergedCell], unit: str, choices: Mapping[str, Sequence[str]]
) -> dict[str, Callable[[Any], str]]:
    shown = str(row["value"].number_format)
    readers: dict[str, Callable[[Any], str]] = {
        "value": lambda cell: reading.number(cell, unit, shown),
        "base": lambda cell: reading.number(cell, "units"),
        "period": reading.period,
        "locator": reading.locator,
    }
    for column in ("qualifier", "state", "timing"):
        readers[column] = _chooser(column, choices[column])
    return readers


def _chooser(column: str, names: Sequence[str]) -> Callable[[Any], str]:
    return lambda cell: reading.choice(cell, layout.MESSAGES[column], names)


def _complete(filled: Filled, row: Row) -> None:
    """Require what a result has to have; an absence that a source states has no value."""
    needed = ["source", "period", "timing"]
    if row.cells["value"]:
        needed.insert(0, "qualifier")
    elif row.cells["base"]:
        needed.insert(0, "value")
    _require(filled, row, needed)

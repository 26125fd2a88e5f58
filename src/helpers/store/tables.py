"""The tables' files as text: one reading for all who read them, whatever program saved them."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from helpers.exceptions import DataError, Problem, Worded
from helpers.store import cells, characters
from helpers.store.descriptor import Field, resources
from helpers.words.language import LANGUAGES
from helpers.words.refusals import said, unfit, worded

Rows = list[list[str]]

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
#: What is told of letters whose accents are characters of their own, as some keyboards type them.
_PARTS = "accents apart"
#: What is told of a file that was taken, and the variant of a message that says it.
_SIGNS = {
    "byte-order mark": "mark", "semicolons": "semicolons", "tabs": "tabs",
    cells.COMMAS: "commas", cells.DAYS: "days", cells.CAPITALS: "capitals", cells.ZEROS: "zeros",
    _PARTS: "parts", "empty columns at the end": "columns", "empty rows at the end": "rows",
    "short rows": "short",
}  # fmt: skip
#: A day as Excel may write it.
_DAY_OF_EXCEL = "27/01/2022"
_BYTE_ORDER_MARK = "\ufeff"
_ENCODING = "UTF-8"


@dataclass(frozen=True)
class TableText:
    """A table's file, read.

    Parameters
    ----------
    text : str
        The table as the data package writes it: commas, decimal points, days as 2022-01-27. Where
        nothing was taken it is the file's text; each row has the number that a spreadsheet shows.
    taken : tuple of str
        What a spreadsheet program wrote otherwise, such as ``semicolons``; empty if nothing.
    """

    text: str
    taken: tuple[str, ...] = ()


def read_all(folder: Path) -> dict[str, TableText]:
    """Read the file of every table.

    Parameters
    ----------
    folder : Path
        The data folder.

    Returns
    -------
    dict of str to TableText
        By the file's name, in the order of the descriptor.

    Raises
    ------
    DataError
        With all that keeps a file from being read, or makes a cell of it ambiguous.
    """
    found, problems = {}, []
    for resource in resources(folder):
        try:
            found[resource["path"]] = read(folder / resource["path"], resource["schema"]["fields"])
        except DataError as error:
            problems += error.problems
    if problems:
        raise unfit(sorted(problems))
    return found


def taken(texts: Mapping[str, TableText]) -> dict[str, Worded]:
    """Return for each file that a spreadsheet program wrote its own way what was taken of it.

    Parameters
    ----------
    texts : mapping of str to TableText
        What :func:`read_all` returns.
    """
    return {name: _saved(it.taken) for name, it in texts.items() if it.taken}


def _saved(signs: Sequence[str]) -> Worded:
    """Say that a spreadsheet program saved a file, and by which signs that is known."""
    names = [said("cmd-excel-sign", sign=_SIGNS[sign], example=_DAY_OF_EXCEL) for sign in signs]
    listed = {code: ", ".join(name[code] for name in names) for code in LANGUAGES}
    return worded("cmd-excel-saved", signs=listed)


def read(path: Path, fields: Sequence[Field]) -> TableText:
    """Read the file of a table.

    Parameters
    ----------
    path : Path
        The file.
    fields : sequence of Field
        The columns of its table.

    Raises
    ------
    DataError
        If it cannot be read, or a cell of it may mean more than one thing.
    """
    text = _decoded(path)
    plain = text.removeprefix(_BYTE_ORDER_MARK)
    separator = _separator(path.name, plain)
    found = list(csv.reader(io.StringIO(plain, newline=""), delimiter=separator))
    signs = {"byte-order mark": plain != text, _SEPARATORS[separator]: separator != ","}
    rows, trimmed = _trimmed(found, any(signs.values()))
    if len(rows) < 2:
        _refuse(path.name, worded("fault-no-rows"), worded("cure-restore-rows"))
    rows, changed = _plain_cells(path.name, rows, fields, separator)
    told = tuple(sign for sign, seen in {**signs, **changed, **trimmed}.items() if seen)
    return TableText(as_text(rows), told) if told else TableText(plain)


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as the data package writes them."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _refuse(file: str, fault: str, cure: str, row: int = 0) -> NoReturn:
    raise unfit([Problem(file, row, "", fault, cure)])


def _decoded(path: Path) -> str:
    """Return the text of a file that is there, whole and in UTF-8."""
    if not path.is_file():
        _refuse(path.name, worded("fault-file-missing"), worded("cure-restore"))
    content = path.read_bytes()
    try:
        text = content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        fault = worded("fault-encoding", encoding=_ENCODING, line=str(line))
        _refuse(path.name, fault, worded("cure-encoding", encoding=_ENCODING))
    if not text.strip("\ufeff,;\t\n "):
        _refuse(path.name, worded("fault-file-empty"), worded("cure-restore"))
    if not text.endswith("\n"):
        _refuse(path.name, worded("fault-cut-off"), worded("cure-cut-off"))
    return text


def _separator(file: str, text: str) -> str:
    """Return what separates the cells: the names of columns hold nothing of the kind."""
    header = text.partition("\n")[0]
    found = [separator for separator in _SEPARATORS if separator in header]
    if len(found) > 1:
        mixed = " and ".join(_SEPARATORS[each] for each in found)
        _refuse(file, worded("fault-separators", marks=mixed), worded("cure-open-right"), row=1)
    return found[0] if found else ","


def _trimmed(rows: Rows, foreign: bool) -> tuple[Rows, Mapping[str, bool]]:
    """Drop the empty columns and rows at the end that a spreadsheet program adds.

    A program that wrote the file its own way may also leave off empty cells at the end of a row;
    in a file of our own such a row is cut off, which the schema says.
    """
    width = len(_without_end(rows[0], 0))
    last = max((place for place, row in enumerate(rows) if any(row)), default=0)
    cut = [_without_end(row, width) for row in rows[: last + 1]]
    filled = [row + [""] * (width - len(row)) if foreign else row for row in cut]
    return filled, {
        "empty columns at the end": len(rows[0]) > width,
        "empty rows at the end": last + 1 < len(rows),
        "short rows": filled != cut,
    }


def _without_end(row: list[str], width: int) -> list[str]:
    """Return a row without the empty cells beyond a width."""
    count = max((place for place, cell in enumerate(row, start=1) if cell), default=0)
    return row[: max(count, width)]


def _plain_cells(
    file: str, rows: Rows, fields: Sequence[Field], separator: str
) -> tuple[Rows, Mapping[str, bool]]:
    """Return the rows with each cell as the data package writes it, and what was taken."""
    named = {field["name"]: field for field in fields}
    columns = [named.get(name) for name in rows[0]]
    known = [pair for row in rows[1:] for pair in _described(row, columns)]
    written = cells.habits(((row_cell, field) for _, row_cell, field in known), separator)
    problems = list(_wrongly_cut(file, rows))
    changed = {}
    for number, row in enumerate(rows[1:], start=2):
        for place, cell, field in _described(row, columns):
            try:
                row[place], sign = _canonical(cell, field, written)
            except cells.DoubtError as doubt:
                problems.append(Problem(file, number, field["name"], doubt.fault, doubt.cure))
            else:
                changed[sign] = bool(sign)
    if problems:
        raise unfit(problems)
    return rows, changed


def _canonical(cell: str, field: Field, written: cells.Habits) -> tuple[str, str]:
    """Return a cell as the data package writes it, and what was taken, if it is plain text."""
    composed = unicodedata.normalize("NFC", cell)
    characters.require_fit(composed, field)
    plain, sign = cells.canonical(composed, field, written)
    return plain, sign or (_PARTS if composed != cell else "")


def _described(
    row: Sequence[str], columns: Sequence[Field | None]
) -> Iterator[tuple[int, str, Field]]:
    """Yield the filled cells of a row whose column is known: place, cell and column."""
    for place, (cell, field) in enumerate(zip(row, columns, strict=False)):
        if cell and field:
            yield place, cell, field


def _wrongly_cut(file: str, rows: Rows) -> Iterator[Problem]:
    """Yield the rows that are not separated as the header is: the first column holds ids only."""
    for number, row in enumerate(rows[1:], start=2):
        if row and any(separator in row[0] for separator in _SEPARATORS):
            yield Problem(
                file, number, "", worded("fault-row-separated"), worded("cure-open-right")
            )

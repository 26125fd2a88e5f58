"""The tables' files as text: one reading for all who read them, whatever program saved them."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import NoReturn

from helpers.exceptions import DataError, Problem, Worded, shortened
from helpers.store import cells, characters
from helpers.store.descriptor import Field, resources
from helpers.words.language import LANGUAGES
from helpers.words.refusals import said, unfit, worded

Rows = list[list[str]]

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
#: The line before the header by which Excel is told what separates; it shows no row for it.
_TOLD = re.compile("sep=([,;\t])\n")
_TOLD_SIGN = "sep="
#: What is told of letters whose accents are characters of their own, as some keyboards type them.
_PARTS = "accents apart"
#: What is told of a file that was taken, and the variant of a message that says it.
_SIGNS = {
    "byte-order mark": "mark", "semicolons": "semicolons", "tabs": "tabs",
    cells.COMMAS: "commas", cells.DAYS: "days", cells.CAPITALS: "capitals", cells.ZEROS: "zeros",
    _TOLD_SIGN: "told", _PARTS: "parts", "empty columns at the end": "columns",
    "empty rows at the end": "rows", "short rows": "short",
}  # fmt: skip
#: A day as Excel may write it.
_DAY_OF_EXCEL = "27/01/2022"
_BYTE_ORDER_MARK = "\ufeff"
_ENCODING = "UTF-8"
#: So large is a file at most, in bytes, and so many rows it has: many times what ours ever had.
_LARGEST, _MOST_ROWS = 8_000_000, 50_000
#: So many files are kept as they were read: those of a few packages.
_KEPT = 60


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
    return parsed(path.name, _content(path), fields)


def parsed(file: str, content: bytes, fields: Sequence[Field]) -> TableText:
    """Return the content of a table's file as everything reads it.

    A command asks more than once: the same content in the same columns is read once.

    Parameters
    ----------
    file : str
        The file's name, for what is wrong with it.
    content : bytes
        What it holds.
    fields : sequence of Field
        The columns of its table.

    Raises
    ------
    DataError
        As :func:`read`.
    """
    return _parsed(file, content, json.dumps(fields))


@lru_cache(_KEPT)
def _parsed(file: str, content: bytes, described: str) -> TableText:
    fields: list[Field] = json.loads(described)
    text = _decoded(file, content)
    plain = text.removeprefix(_BYTE_ORDER_MARK)
    told = _TOLD.match(plain)
    plain = plain[told.end() :] if told else plain
    separator = told[1] if told else _separator(file, plain)
    found = _rows(file, plain, separator)
    signs = {
        "byte-order mark": text.startswith(_BYTE_ORDER_MARK),
        _TOLD_SIGN: told is not None,
        _SEPARATORS[separator]: separator != ",",
    }
    rows, trimmed = _trimmed(found, any(signs.values()))
    _require_headings(file, rows, [field["name"] for field in fields])
    if misshapen := list(_misshapen(file, rows)):
        raise unfit(misshapen)
    rows, changed = _plain_cells(file, rows, fields, separator)
    taken = tuple(sign for sign, seen in {**signs, **changed, **trimmed}.items() if seen)
    return TableText(as_text(rows), taken) if taken else TableText(plain)


def _rows(file: str, text: str, separator: str) -> Rows:
    """Return the rows of a text, of which no cell is longer than a program may write."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > _MOST_ROWS:
                _refuse(file, worded("fault-many-rows", most=_MOST_ROWS), worded("cure-restore"))
    except csv.Error:
        # A quote that stays open, or a cell without end.
        fault, cure = worded("fault-quotes"), worded("cure-quotes")
        _refuse(file, fault, cure, row=len(rows) + 1)
    return rows


def _require_headings(file: str, rows: Rows, expected: Sequence[str]) -> None:
    """Require that the first row, and no other, has the names of the columns, in their order.

    Of a file whose headings are others nothing else is said: its cells may stand anywhere.
    """
    header = rows[0]
    if header != expected:
        raise unfit(list(_wrong_headings(file, header, expected)))
    again = [number for number, row in enumerate(rows[1:], start=2) if row == header]
    if again:
        cure = worded("cure-headings-again")
        raise unfit([Problem(file, row, "", worded("fault-headings-again"), cure) for row in again])
    if len(rows) < 2:
        _refuse(file, worded("fault-no-rows"), worded("cure-restore-rows"))


def _wrong_headings(file: str, header: Sequence[str], expected: Sequence[str]) -> Iterator[Problem]:
    cure = worded("cure-headings", names=",".join(expected))
    if not set(_bare(header)) & set(_bare(expected)):
        found = shortened(",".join(header))
        yield Problem(file, 1, "", worded("fault-no-headings", found=found), cure)
    elif sorted(header) == sorted(expected):
        yield Problem(file, 1, "", worded("fault-headings-order"), cure)
    else:
        for name, wanted in zip_longest(header, expected, fillvalue=""):
            if name != wanted:
                found = shortened(name)
                fault = worded("fault-heading", found=f"“{found}”", expected=f"“{wanted}”")
                yield Problem(file, 1, found, fault, cure)
                return


def _misshapen(file: str, rows: Rows) -> Iterator[Problem]:
    """Yield the rows that are empty, have another number of cells, or are there already."""
    width, seen = len(rows[0]), dict[tuple[str, ...], int]()
    for number, row in enumerate(rows[1:], start=2):
        before = seen.setdefault(tuple(row), number)
        if not any(row):
            yield Problem(
                file, number, "", worded("fault-row-empty"), worded("cure-headings-again")
            )
        elif (len(row) != width or not any(row[1:])) and any(map(row[0].__contains__, _SEPARATORS)):
            fault = worded("fault-row-separated")
            yield Problem(file, number, "", fault, worded("cure-open-right"))
        elif len(row) != width:
            fault = worded("fault-cells", count=len(row), expected=width)
            cure = worded("cure-missing-cell" if len(row) < width else "cure-extra-cell")
            column = rows[0][len(row)] if len(row) < width else ""
            yield Problem(file, number, column, fault, cure)
        elif before != number:
            fault = worded("fault-row-twice", row=str(before))
            yield Problem(file, number, "", fault, worded("cure-key"))


def _bare(names: Sequence[str]) -> list[str]:
    return ["".join(name.split()).casefold() for name in names if name]


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as the data package writes them."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _refuse(file: str, fault: str, cure: str, row: int = 0) -> NoReturn:
    raise unfit([Problem(file, row, "", fault, cure)])


def _content(path: Path) -> bytes:
    """Return what a file holds that is there; of one that is too large as much as shows it."""
    if path.is_dir():
        _refuse(path.name, worded("fault-file-folder"), worded("cure-restore"))
    if not path.is_file():
        _refuse(path.name, worded("fault-file-missing"), worded("cure-restore"))
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST + 1)
    except OSError:
        _refuse(path.name, worded("fault-file-closed"), worded("cure-file-closed"))


def _decoded(file: str, content: bytes) -> str:
    """Return the text of a file that is whole and in UTF-8."""
    if len(content) > _LARGEST:
        most = _LARGEST // 1_000_000
        _refuse(file, worded("fault-file-large", most=most), worded("cure-restore"))
    try:
        text = content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        fault = worded("fault-encoding", encoding=_ENCODING, line=str(line))
        _refuse(file, fault, worded("cure-encoding", encoding=_ENCODING))
    if not text.strip("\ufeff,;\t\n "):
        _refuse(file, worded("fault-file-empty"), worded("cure-restore"))
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        _refuse(file, worded("fault-file-bytes", line=str(line)), worded("cure-restore"))
    if not text.endswith("\n"):
        _refuse(file, worded("fault-cut-off"), worded("cure-cut-off"))
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
    problems: list[Problem] = []
    changed = {}
    for number, row in enumerate(rows[1:], start=2):
        for place, cell, field in _described(row, columns):
            try:
                row[place], sign = _canonical(cell, field, written)
                cells.require_plain(row[place], field)
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

"""Files that hold tables, read as they are: grids of cells, with nothing yet understood."""

from __future__ import annotations

import codecs
import csv
import io
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.exceptions import BriefingError
from helpers.importing import saved_pages
from helpers.words.plain_text import clean
from helpers.words.refusals import worded

#: What a cell holds: text, empty where there is none, or a number that the file itself types so.
Cell = str | Decimal

_DELIMITERS = (";", "\t", "|", ",")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
#: Binary floating point is exact to more decimals than these; what follows is noise.
_FLOAT_DECIMALS = 9


class UnreadableFileError(BriefingError):
    """A file holds no table that can be read."""


@dataclass(frozen=True)
class Grid:
    """One table of a file.

    Parameters
    ----------
    label : str
        How a message names it: the file, and in it the sheet or the table.
    name : str
        The sheet's name; empty outside a workbook.
    rows : sequence of sequence of str or Decimal
        Its cells, row by row as the file counts them from 1; each row has the same length.
    """

    label: str
    name: str
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class TableFile:
    """A file, its tables, and what it says of itself.

    Parameters
    ----------
    name : str
        The file's name.
    grids : tuple of Grid
        Its tables.
    title, url : str
        The title and the address of a saved page; empty where it states none.
    """

    name: str
    grids: tuple[Grid, ...]
    title: str = ""
    url: str = ""


def read(path: Path) -> TableFile:
    """Read a saved page, a workbook (xlsx, xls, ods) or a text table (CSV), by what it holds.

    Parameters
    ----------
    path : Path
        The file; its ending does not matter.

    Raises
    ------
    UnreadableFileError
        If it cannot be opened, is none of these, or holds no table.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"{path}: {(error.strerror or 'unreadable').lower()}") from error
    if content.startswith(_WORKBOOKS):
        found = _workbook(path.name, content)
    else:
        text = _decoded(path.name, content)
        is_page = text.lstrip().startswith("<")
        found = _page(path.name, text) if is_page else _text(path.name, text)
    if not found.grids:
        raise UnreadableFileError(f"{path.name}: there is no table in it")
    return found


def _decoded(name: str, content: bytes) -> str:
    """Return the text of a file in UTF-8 or UTF-16, the encodings that hold Vietnamese."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        fault = f"is neither UTF-8 nor UTF-16 (line {line})"
        raise UnreadableFileError(f"{name}: {fault}: save it as CSV UTF-8 or as xlsx") from error
    if "\0" in text or not text.strip():
        raise UnreadableFileError(f"{name}: is not a saved page, a workbook or a text table")
    return text


def _of_sheet(file: str, sheet: str) -> str:
    return worded("import-grid", kind="sheet", file=file, name=sheet)


def _grid(label: str, name: str, rows: Iterable[Sequence[object]]) -> Grid:
    """Make a grid, each row filled up to the longest."""
    cells = [[_cell(value) for value in row] for row in rows]
    width = max(map(len, cells), default=0)
    return Grid(label, name, [[*row, *[""] * (width - len(row))] for row in cells])


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(repr(round(value, _FLOAT_DECIMALS))) if math.isfinite(value) else ""
    return clean(str(value))


def _page(name: str, text: str) -> TableFile:
    page = saved_pages.read(text)
    grids = [
        _grid(worded("import-grid", kind="table", file=name, name=str(n)), "", rows)
        for n, rows in enumerate(page.tables, start=1)
    ]
    return TableFile(name, tuple(grids), clean(page.title), page.url)


def _workbook(name: str, content: bytes) -> TableFile:
    stream = io.BytesIO(content)
    try:
        sheets = pd.read_excel(
            stream, engine="calamine", sheet_name=None, header=None, dtype=object, na_filter=False
        )
    except Exception as error:  # the engine has no errors of its own to name
        cure = "open it in a spreadsheet and save it as xlsx, without a password"
        raise UnreadableFileError(f"{name}: is not a readable workbook: {cure}") from error
    grids = [
        _grid(_of_sheet(name, str(sheet)), str(sheet), table.to_numpy().tolist())
        for sheet, table in sheets.items()
    ]
    return TableFile(name, tuple(grids))


def _text(name: str, text: str) -> TableFile:
    try:
        tables = [_cut(text, delimiter) for delimiter in _DELIMITERS]
    except csv.Error as error:
        raise UnreadableFileError(f"{name}: is not a text table: {error}") from error
    best = max(tables, key=_even)
    return TableFile(name, (_grid(name, "", best),) if _even(best) else ())


def _cut(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _even(rows: Sequence[Sequence[str]]) -> int:
    """Count the rows of the most common number of cells.

    Where commas are decimal they cut every row but the header alike; the delimiter cuts that too.
    """
    counts = Counter(len(row) for row in rows if len(row) > 1)
    return max(counts.values(), default=0)

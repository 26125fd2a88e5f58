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
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.importing import incoming, saved_pages
from helpers.importing.incoming import MOST_CELLS, MOST_PLACES, require_harmless, unreadable
from helpers.words.plain_text import clean
from helpers.words.refusals import worded

#: What a cell holds: text, empty where there is none, or a number that the file itself types so.
Cell = str | Decimal

_DELIMITERS = (";", "\t", "|", ",")
#: Binary floating point is exact to more decimals than these; what follows is noise.
_FLOAT_DECIMALS = 9


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
    content = incoming.content(path)
    if incoming.is_workbook(content):
        found = _workbook(path.name, content)
    else:
        text = _decoded(path.name, content)
        is_page = text.lstrip().startswith("<")
        found = _page(path.name, text) if is_page else _text(path.name, text)
    if not found.grids:
        raise unreadable(path.name, "no_table")
    return found


def _decoded(name: str, content: bytes) -> str:
    """Return the text of a file in UTF-8 or UTF-16, the encodings that hold Vietnamese."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise unreadable(name, "encoding", line=str(line)) from error
    if "\0" in text or not text.strip():
        raise unreadable(name, "other")
    return text


def _of_sheet(file: str, sheet: str) -> str:
    return worded("import-grid", kind="sheet", file=file, name=sheet)


def _grid(label: str, name: str, rows: Iterable[Sequence[object]]) -> Grid:
    """Make a grid, each row filled up to the longest."""
    cells = [[_cell(value) for value in row] for row in rows]
    width = max(map(len, cells), default=0)
    if width * len(cells) > MOST_PLACES:
        raise unreadable(label, "cells", most=MOST_PLACES)
    return Grid(label, name, [[*row, *[""] * (width - len(row))] for row in cells])


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(repr(round(value, _FLOAT_DECIMALS))) if math.isfinite(value) else ""
    return _cleaned(str(value))


#: A merged cell's words stand in many places, and are held once.
_cleaned = lru_cache(maxsize=4096)(clean)


def _page(name: str, text: str) -> TableFile:
    try:
        page = saved_pages.read(text)
    except saved_pages.EndlessPageError as error:
        raise unreadable(name, "endless") from error
    grids = [
        _grid(worded("import-grid", kind="table", file=name, name=str(n)), "", rows)
        for n, rows in enumerate(page.tables, start=1)
    ]
    return TableFile(name, tuple(grids), clean(page.title), page.url)


def _workbook(name: str, content: bytes) -> TableFile:
    require_harmless(name, content)
    stream = io.BytesIO(content)
    try:
        sheets = pd.read_excel(
            stream, engine="calamine", sheet_name=None, header=None, dtype=object, na_filter=False
        )
    except Exception as error:  # the engine has no errors of its own to name
        raise unreadable(name, "workbook") from error
    grids = [
        _grid(_of_sheet(name, str(sheet)), str(sheet), table.to_numpy().tolist())
        for sheet, table in sheets.items()
    ]
    return TableFile(name, tuple(grids))


def _text(name: str, text: str) -> TableFile:
    if sum(map(text.count, ("\n", "\r", *_DELIMITERS))) > MOST_CELLS:
        raise unreadable(name, "cells", most=MOST_CELLS)
    try:
        tables = [_cut(text, delimiter) for delimiter in _DELIMITERS]
    except csv.Error as error:
        raise unreadable(name, "text", fault=str(error)) from error
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

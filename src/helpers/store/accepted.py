"""What of the tables somebody has accepted: how many rows, which, and what each cell was then.

``datapackage.json`` says of each table how many rows it has and their hash (``rows`` and ``hash``,
as frictionless writes them); ``accepted.json`` beside it has a short print of every cell, by file
and key, from which is told which row is gone and which cell is another. Commands that write rows
keep both; after edits by hand ``briefing accept`` does. A row that waits to be filled in is free.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b, sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from helpers.exceptions import Problem, shortened
from helpers.store import descriptor
from helpers.store.cells import TO_FILL
from helpers.store.descriptor import DESCRIPTOR, Resource
from helpers.store.tables import TableText
from helpers.words.refusals import worded

#: The file with a print of every cell that was accepted.
RECORD = "accepted.json"
_COMMAND = "briefing accept"
#: Lost rows that follow one another are told as one where they are more than these.
_FEW = 3
#: So long a key is told whole.
_KEY_SHOWN = 100
#: What stands for an empty cell.
_EMPTY = "-"
_Record = Mapping[str, str | None]


@dataclass(frozen=True)
class Prints:
    """The prints of a table's cells.

    Parameters
    ----------
    columns : tuple of str
        The columns that have prints: all but those of the key.
    rows : mapping of str to str
        The prints of each row by its key, in the order of the file.
    """

    columns: tuple[str, ...] = ()
    rows: Mapping[str, str] = field(default_factory=dict)

    def of(self, key: str) -> dict[str, str]:
        """Return the prints of a row by column."""
        return dict(zip(self.columns, self.rows[key].split(), strict=False))

    @property
    def whole(self) -> bool:
        """Whether every row has a print of each column, and there are columns."""
        count = len(self.columns)
        return bool(count) and all(len(row.split()) == count for row in self.rows.values())

    def waiting(self, key: str) -> bool:
        """Return whether a row has a cell to fill in."""
        return TO_FILL in self.rows[key].split()


@dataclass(frozen=True)
class Place:
    """A row of a table as it is now.

    Parameters
    ----------
    row : int
        Its number as a spreadsheet counts; of a row that is gone, the one that it had.
    key : str
        Its key.
    columns : tuple of str
        The columns of the cells that are others.
    cells : tuple of str
        What stands in them now.
    """

    row: int
    key: str
    columns: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changes:
    """In what a table differs from what was accepted.

    Parameters
    ----------
    added, changed, lost : tuple of Place
        Rows that are new, others, or gone.
    filled, dropped : tuple of Place
        Rows that waited to be filled in: they are now, or are gone.
    moved : bool
        Whether rows stand in another order.
    """

    added: tuple[Place, ...] = ()
    changed: tuple[Place, ...] = ()
    lost: tuple[Place, ...] = ()
    filled: tuple[Place, ...] = ()
    dropped: tuple[Place, ...] = ()
    moved: bool = False

    def __bool__(self) -> bool:
        """Return whether there is a difference."""
        return bool(self.touched) or self.moved

    @property
    def touched(self) -> tuple[Place, ...]:
        """The rows that are no longer what was accepted, whatever became of them."""
        return (*self.added, *self.changed, *self.lost, *self.filled, *self.dropped)


def named(key: str) -> str:
    """Return a row's key as a message names it: whole, if it is one of ours."""
    return key if key.isprintable() and len(key) <= _KEY_SHOWN else shortened(key)


def is_kept(resources: Sequence[Resource]) -> bool:
    """Return whether a descriptor says how many rows were accepted."""
    return any("rows" in each for each in resources)


def changes(
    folder: Path, texts: Mapping[str, TableText], resources: Sequence[Resource]
) -> dict[str, Changes]:
    """Return in what each table differs from what was accepted, by file; others are left out.

    Parameters
    ----------
    folder : Path
        The data folder.
    texts : mapping of str to TableText
        Its tables' files by name, as everything reads them.
    resources : sequence of Resource
        The tables as the descriptor describes them.
    """
    before = read(folder)
    found = {
        each["path"]: compared(each, before.get(each["path"], Prints()), texts[each["path"]].text)
        for each in resources
        if each.get("hash") != _hash(texts[each["path"]].text)
    }
    return {file: differs for file, differs in found.items() if differs}


def compared(resource: Resource, before: Prints, text: str) -> Changes:
    """Return in what a table's text differs from what was accepted.

    Parameters
    ----------
    resource : Resource
        The table.
    before : Prints
        What was accepted.
    text : str
        The table as the data package writes it.
    """
    key, types = resource["schema"]["primaryKey"], _types(resource)
    # Row by row: a key that stands there twice moves no other row, and is accused where it differs.
    there = [
        (number, _key(record, key), record) for number, record in enumerate(_records(text), start=2)
    ]
    now = dict.fromkeys(name for _, name, _ in there)
    others = [
        Place(number, name, columns, tuple(record[column] or "" for column in columns))
        for number, name, record in there
        if name in before.rows and (columns := _other(before.of(name), _prints_of(record, types)))
    ]
    gone = [
        Place(number, name) for number, name in enumerate(before.rows, start=2) if name not in now
    ]
    return Changes(
        tuple(Place(number, name) for number, name, _ in there if name not in before.rows),
        tuple(each for each in others if not before.waiting(each.key)),
        tuple(each for each in gone if not before.waiting(each.key)),
        tuple(each for each in others if before.waiting(each.key)),
        tuple(each for each in gone if before.waiting(each.key)),
        [name for name in before.rows if name in now]
        != [name for name in now if name in before.rows],
    )


def _other(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns, of those that there were and are, whose cell is another."""
    return tuple(name for name, cell in now.items() if before.get(name, cell) != cell)


def prints(resource: Resource, text: str) -> Prints:
    """Return the prints of a table.

    Parameters
    ----------
    resource : Resource
        The table.
    text : str
        The table as the data package writes it.
    """
    key, types = resource["schema"]["primaryKey"], _types(resource)
    rows = {
        _key(record, key): " ".join(_prints_of(record, types).values()) for record in _records(text)
    }
    return Prints(tuple(types), rows)


def _types(resource: Resource) -> dict[str, str]:
    """Return the types of the columns that have prints."""
    key = resource["schema"]["primaryKey"]
    return {
        each["name"]: each["type"]
        for each in resource["schema"]["fields"]
        if each["name"] not in key
    }


def _key(record: _Record, columns: Sequence[str]) -> str:
    return "/".join(record[name] or "" for name in columns)


def _prints_of(record: _Record, types: Mapping[str, str]) -> dict[str, str]:
    return {name: _print(record[name] or "", kind) for name, kind in types.items()}


def _records(text: str) -> list[_Record]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@lru_cache(maxsize=50_000)
def _print(cell: str, kind: str) -> str:
    """Return what stands for a cell; of a number it does not matter how it is written."""
    if cell == TO_FILL:
        return cell
    if kind == "number" and cell:
        with suppress(ValueError):
            cell = repr(float(cell))
    return blake2b(cell.encode(), digest_size=4).hexdigest() if cell else _EMPTY


def _hash(text: str) -> str:
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def read(folder: Path) -> dict[str, Prints]:
    """Return what was accepted, by file; nothing where that is not kept, or cannot be read."""
    try:
        tables = json.loads((folder / RECORD).read_bytes().decode("utf-8"))
        return {file: _of_json(table) for file, table in tables.items()}
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return {}


def _of_json(table: Mapping[str, Any]) -> Prints:
    rows = {str(key): str(cells) for key, cells in table["rows"].items()}
    return Prints(tuple(map(str, table["columns"])), rows)


def kept(folder: Path, texts: Mapping[str, str], *, anew: bool = False) -> dict[Path, bytes]:
    """Return the files that keep what was accepted, with some tables as they are to be now.

    Parameters
    ----------
    folder : Path
        The data folder.
    texts : mapping of str to str
        The text of each of these tables, by file.
    anew : bool
        Whether to begin where nothing is kept yet.

    Returns
    -------
    dict of Path to bytes
        What to write where, together with the tables; nothing where nothing is kept.
    """
    described = descriptor.read(folder)
    tables: list[Resource] = described["resources"]
    if not (anew or is_kept(tables)):
        return {}
    known = read(folder)
    for each in tables:
        text = texts.get(each["path"])
        if text is not None:
            known[each["path"]] = prints(each, text)
            each["rows"], each["hash"] = len(known[each["path"]].rows), _hash(text)
    record = {
        each["path"]: {"columns": known[each["path"]].columns, "rows": known[each["path"]].rows}
        for each in tables
        if each["path"] in known
    }
    return {folder / DESCRIPTOR: _as_json(described, 2), folder / RECORD: _as_json(record, 1)}


def _as_json(content: object, indent: int) -> bytes:
    return (json.dumps(content, indent=indent, ensure_ascii=False) + "\n").encode()


def problems(
    folder: Path, texts: Mapping[str, TableText], resources: Sequence[Resource]
) -> list[Problem]:
    """Return every row that was accepted and is gone, and every cell of one that is another.

    What is new is no problem, nor what waited to be filled in; see :func:`changes` for all.

    Parameters
    ----------
    folder, texts, resources
        As in :func:`changes`.
    """
    if not is_kept(resources):
        return []
    if found := list(_of_the_record(read(folder), resources)):
        return found
    return [
        problem
        for file, differs in changes(folder, texts, resources).items()
        for problem in _of_table(file, differs)
    ]


def _of_table(file: str, differs: Changes) -> Iterator[Problem]:
    yield from _lost(file, differs.lost)
    yield from _changed(file, differs.changed)
    if differs.moved:
        cure = worded("cure-rows-moved", command=_COMMAND)
        yield Problem(file, 0, "", worded("fault-rows-moved"), cure)


def _of_the_record(known: Mapping[str, Prints], resources: Sequence[Resource]) -> Iterator[Problem]:
    """Yield where what is kept contradicts itself: nothing can be told by it then."""
    cure = worded("cure-record", command=_COMMAND)
    if not known:
        yield Problem(RECORD, 0, "", worded("fault-record-none"), cure)
        return
    for each in resources:
        has = len(known.get(each["path"], Prints()).rows)
        if "rows" not in each:
            fault = worded("fault-rows-untold", file=each["path"])
            yield Problem(DESCRIPTOR, 0, "", fault, cure)
        elif has != each["rows"]:
            fault = worded("fault-record", file=each["path"], rows=each["rows"], found=has)
            yield Problem(RECORD, 0, "", fault, cure)
        elif not known[each["path"]].whole:
            yield Problem(RECORD, 0, "", worded("fault-record-cells", file=each["path"]), cure)


def _lost(file: str, places: Sequence[Place]) -> Iterator[Problem]:
    cure = worded("cure-row-lost", command=_COMMAND)
    for run in _runs(places):
        if len(run) > _FEW:
            ends = {"first": named(run[0].key), "last": named(run[-1].key)}
            fault = worded("fault-rows-lost", count=len(run), **ends)
            yield Problem(file, run[0].row, "", fault, cure)
        else:
            for place in run:
                fault = worded("fault-row-lost", key=named(place.key))
                yield Problem(file, place.row, "", fault, cure)


def _runs(places: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield the rows that followed one another."""
    by_distance = groupby(enumerate(places), key=lambda each: each[1].row - each[0])
    for _, run in by_distance:
        yield [place for _, place in run]


def _changed(file: str, places: Sequence[Place]) -> Iterator[Problem]:
    cure = worded("cure-cell-changed", command=_COMMAND)
    for place in places:
        cells = ", ".join(f"“{shortened(cell)}”" for cell in place.cells)
        fault = worded("fault-cell-changed", cells=cells, key=named(place.key))
        yield Problem(file, place.row, ", ".join(place.columns), fault, cure)

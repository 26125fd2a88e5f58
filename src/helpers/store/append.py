"""Rows added to the data package: all of them or none, and never over what is there."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from helpers.exceptions import BriefingError
from helpers.store.descriptor import Resource, resources
from helpers.store.tables import read
from helpers.words.refusals import said

#: The rows to add, by table; a column that a row does not name stays empty.
Rows = Mapping[str, Sequence[Mapping[str, str]]]


class RowExistsError(BriefingError):
    """A row to be added is in the table already."""


#: The rows to put in the place of others, by table and by the number that a spreadsheet shows.
Replaced = Mapping[str, Mapping[int, Mapping[str, str]]]


def append(folder: Path, rows: Rows, replaced: Replaced | None = None) -> list[Path]:
    """Add rows at the end of tables; the lines that are there stay as they are.

    A file that a spreadsheet program saved its own way is written back as the others are.

    Parameters
    ----------
    folder : Path
        The data folder.
    rows : mapping of str to sequence of mapping
        For each table, by its resource's name, the rows: cells as the file has them, by column.
    replaced : mapping of str to mapping of int to mapping, optional
        Rows that stand in the place of others, as a spreadsheet counts them: the header is 1.

    Returns
    -------
    list of Path
        The files that were written, in the order of the tables.

    Raises
    ------
    DataError
        If a file that is there cannot be read; nothing is written then.
    RowExistsError
        If a row of that key is there already, or given twice; nothing is written then.
    ValueError
        If a table has no such column.
    """
    named = {resource["name"]: resource for resource in resources(folder)}
    replaced = replaced or {}
    files = {}
    for name, resource in named.items():
        added, changed = rows.get(name, ()), replaced.get(name, {})
        if added or changed:
            path = folder / resource["path"]
            files[path] = _extended(path, resource, added, changed)
    write_all({path: text.encode() for path, text in files.items()})
    return list(files)


def _extended(
    path: Path,
    resource: Resource,
    added: Sequence[Mapping[str, str]],
    changed: Mapping[int, Mapping[str, str]],
) -> str:
    """Return a table's text with rows in the place of others, and rows after it."""
    text = read(path, resource["schema"]["fields"]).text
    known = csv.DictReader(io.StringIO(text))
    columns = list(known.fieldnames or ())
    records: list[Mapping[str, str]] = list(known)
    if changed:
        records = [changed.get(row, record) for row, record in enumerate(records, start=2)]
        text = _written(columns, [dict(zip(columns, columns, strict=True)), *records])
    key = resource["schema"]["primaryKey"]
    taken = {tuple(row[column] for column in key) for row in records}
    for row in added:
        this = tuple(row[column] for column in key)
        if this in taken:
            named = {"file": path.name, "row": "/".join(this)}
            raise RowExistsError(said("cmd-row-there", **named))
        taken.add(this)
    return text + _written(columns, added)


def _written(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    writer.writerows(rows)
    return stream.getvalue()


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, if they are not there.

    Parameters
    ----------
    folder : Path
        The folder.

    Raises
    ------
    BriefingError
        If there is a file in its way, or nobody may write there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise BriefingError(said("cmd-in-the-way", folder=str(folder))) from error
    except OSError as error:
        fault = error.strerror or ""
        raise BriefingError(said("cmd-unmade", folder=str(folder), fault=fault)) from error


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place first; only when all are written, move them there.

    Parameters
    ----------
    files : mapping of Path to bytes
        What to write where.
    """
    beside = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, content in files.items():
            beside[path].write_bytes(content)
        for path, new in beside.items():
            new.replace(path)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)

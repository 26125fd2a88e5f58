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


def append(folder: Path, rows: Rows) -> list[Path]:
    """Add rows at the end of tables; the lines that are there stay as they are.

    A file that a spreadsheet program saved its own way is written back as the others are.

    Parameters
    ----------
    folder : Path
        The data folder.
    rows : mapping of str to sequence of mapping
        For each table, by its resource's name, the rows: cells as the file has them, by column.

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
    files = {
        folder / named[name]["path"]: _extended(folder / named[name]["path"], named[name], added)
        for name, added in rows.items()
        if added
    }
    write_all({path: text.encode() for path, text in files.items()})
    return list(files)


def _extended(path: Path, resource: Resource, added: Sequence[Mapping[str, str]]) -> str:
    """Return a table's text with the rows after it."""
    text = read(path, resource["schema"]["fields"]).text
    known = csv.DictReader(io.StringIO(text))
    key = resource["schema"]["primaryKey"]
    taken = {tuple(row[column] for column in key) for row in known}
    for row in added:
        this = tuple(row[column] for column in key)
        if this in taken:
            named = {"file": path.name, "row": "/".join(this)}
            raise RowExistsError(said("cmd-row-there", **named))
        taken.add(this)
    stream = io.StringIO()
    writer = csv.DictWriter(stream, known.fieldnames or (), restval="", lineterminator="\n")
    writer.writerows(added)
    return text + stream.getvalue()


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

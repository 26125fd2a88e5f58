"""Rows added to the data package: all of them or none, and never over what is there."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from helpers.exceptions import BriefingError
from helpers.store import accepted, scratch
from helpers.store.descriptor import Resource, resources
from helpers.store.tables import read
from helpers.words.refusals import said

#: How the names of journals begin (:func:`write_all`); then comes their owner.
_JOURNAL = ".publishing."

#: The rows to add, by table; a column that a row does not name stays empty.
Rows = Mapping[str, Sequence[Mapping[str, str]]]


class RowExistsError(BriefingError):
    """A row to be added is in the table already."""


#: The rows to put in the place of others, by table and by the number that a spreadsheet shows.
Replaced = Mapping[str, Mapping[int, Mapping[str, str]]]


def append(folder: Path, rows: Rows, replaced: Replaced | None = None) -> list[Path]:
    """Add rows at the end of tables; the lines that are there stay as they are.

    A file that a spreadsheet program saved its own way is written back as the others are. What is
    written counts as accepted (:mod:`helpers.store.accepted`).

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
    files: dict[Path, str] = {}
    for name, resource in named.items():
        added, changed = rows.get(name, ()), replaced.get(name, {})
        if added or changed:
            path = folder / resource["path"]
            files[path] = _extended(path, resource, added, changed)
    known = accepted.kept(folder, {path.name: text for path, text in files.items()})
    write_all({path: text.encode() for path, text in files.items()} | known)
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
    """Publish files as one: each is written beside its place, and only when all are there moved.

    Before the first is moved a journal says which belong together. Who is killed in between leaves
    it behind, and :func:`heal` moves the rest: what is read after it is all old or all new.

    Parameters
    ----------
    files : mapping of Path to bytes
        What to write where.

    Raises
    ------
    BriefingError
        If a file cannot be written: no room, no right, or its folder is gone. What was there
        before stays.
    """
    owner = scratch.owner()
    beside = {path: _beside(path, owner) for path in files}
    journal: Path | None = None
    try:
        for path, content in files.items():
            _write(beside[path], content, path)
        if len(files) > 1:
            journal = _keep_journal(files)
        for path, new in beside.items():
            new.replace(path)
    except OSError as error:
        raise unwritten(Path(error.filename or ""), error) from error
    finally:
        for path in (*beside.values(), *([journal] if journal else [])):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _write(path: Path, content: bytes, wanted: Path) -> None:
    try:
        path.write_bytes(content)
        if wanted.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(wanted))
    except OSError as error:
        raise unwritten(wanted, error) from error


def unwritten(path: Path, error: OSError) -> BriefingError:
    """Return what to say of a file that the system does not let be written.

    Parameters
    ----------
    path : Path
        The file.
    error : OSError
        What the system says.
    """
    fault = os.strerror(error.errno) if error.errno else str(error)
    return BriefingError(said("cmd-unwritten", file=str(path), fault=fault))


def _keep_journal(files: Collection[Path]) -> Path:
    """Write down which files belong together, in the folder that holds them all."""
    folder = Path(os.path.commonpath([path.parent for path in files]))
    names = [path.relative_to(folder).as_posix() for path in files]
    journal = folder / f"{_JOURNAL}{scratch.owner()}"
    unfinished = _beside(journal, scratch.owner())
    unfinished.write_text(json.dumps(names), encoding="utf-8")
    return unfinished.replace(journal)


def _beside(path: Path, owner: str) -> Path:
    """Return where a file is written before it is moved to its place."""
    return path.with_name(f".{path.name}.{owner}.new")


def heal(folder: Path) -> None:
    """Finish what a run that was killed began to publish in a folder, and remove what it left.

    Parameters
    ----------
    folder : Path
        The folder of the reports, or of the data.
    """
    for journal in folder.glob(f"{_JOURNAL}*"):
        owner = journal.name.removeprefix(_JOURNAL)
        if not scratch.owned(owner):
            for path in _in_journal(journal):
                with suppress(OSError):  # It was moved already.
                    _beside(path, owner).replace(path)
            journal.unlink(missing_ok=True)
    for pattern in (".*.new", "*/.*.new", "*/draft/.*.new", "*/executed/*/.*.new"):
        for left in folder.glob(pattern):
            if not scratch.owned(left.name.split(".")[-2]):
                left.unlink(missing_ok=True)


def _in_journal(journal: Path) -> list[Path]:
    """Return the files that a journal names; none where it is not one of ours."""
    folder = journal.parent.resolve()
    try:
        names = json.loads(journal.read_text(encoding="utf-8"))
        paths = [(folder / name).resolve() for name in names]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
    return [path for path in paths if path.is_relative_to(folder)]

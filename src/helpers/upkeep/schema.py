"""Whether the data package is sound: its files, its schema, and the rules beyond it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from helpers.exceptions import BriefingError, DataError, Problem, ToFill, shortened
from helpers.store import accepted, calendar, scratch, unfilled
from helpers.store.append import heal
from helpers.store.calendar import Calendar
from helpers.store.data import (
    CHECKED_VARIABLE,
    DataPackage,
    State,
    data_folder,
    keep,
    load,
    state_of,
)
from helpers.store.descriptor import DESCRIPTOR, resources
from helpers.store.tables import TableText, read_all
from helpers.upkeep import plain_fit
from helpers.words import sentences
from helpers.words.refusals import said, unfit, worded

Answer = TypeVar("Answer")


def schema_problems(
    folder: Path, texts: Mapping[str, TableText], to_fill: Sequence[ToFill]
) -> list[Problem]:
    """Check types, constraints and keys against ``datapackage.json``.

    Frictionless loads and reads slowly: it is asked about what does not plainly fit
    (:mod:`helpers.upkeep.plain_fit`).

    Parameters
    ----------
    folder : Path
        The data folder, for its descriptor.
    texts : mapping of str to TableText
        Its tables' files by name, as everything reads them.
    to_fill : sequence of ToFill
        Cells whose mark is no problem.

    Returns
    -------
    list of Problem
        What frictionless finds, by file, row and column; empty if all is well.
    """
    described = _described(folder)
    doubtful = plain_fit.doubtful(described, texts)
    problems = [] if doubtful == [] else _judged(folder, texts, doubtful)
    marked = {(cell.file, cell.row, cell.column) for cell in to_fill}
    return [each for each in problems if marked.isdisjoint(_places(each))]


def _described(folder: Path) -> dict[str, Any]:
    """Return the descriptor without what was accepted: edits are none of the schema's business."""
    described: dict[str, Any] = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    for each in described["resources"]:
        for name in ("rows", "hash"):
            each.pop(name, None)
    return described


def _judged(
    folder: Path, texts: Mapping[str, TableText], names: Sequence[str] | None
) -> list[Problem]:
    """Return what frictionless finds, in some tables or in the whole package."""
    # Slow, and sound data do without.
    from frictionless import FrictionlessException, Package, system  # noqa: PLC0415

    # It reads files only, and ours may be as a spreadsheet program wrote them.
    with scratch.temporary() as place, system.use_context(trusted=True):
        path, described = place / DESCRIPTOR, _described(folder)
        if names is not None:
            described["resources"] = _concerned(described["resources"], names)
        path.write_text(json.dumps(described), encoding="utf-8")
        for name, table in texts.items():
            (place / name).write_bytes(table.text.encode())
        asked: Sequence[str | None] = [None] if names is None else names
        try:
            package = Package(str(path))
            reports = [package.validate(name=each) for each in asked]
        except FrictionlessException as error:
            notes = [each.note for each in (*error.reasons, error.error)]
            return [Problem(DESCRIPTOR, 0, "", notes[0], worded("cure-descriptor"))]
    return [problem for report in reports for problem in _told(report)]


def _concerned(tables: Sequence[dict[str, Any]], names: Sequence[str]) -> list[dict[str, Any]]:
    """Return the tables of such names and those that they refer to: each is looked through."""
    wanted = set(names)
    for each in tables:
        if each["name"] in names:
            keys = each["schema"].get("foreignKeys", ())
            wanted |= {key["reference"]["resource"] for key in keys}
    return [each for each in tables if each["name"] in wanted]


def _told(report: Any) -> Iterator[Problem]:
    for error in report.errors:
        yield Problem(DESCRIPTOR, 0, "", error.message, worded("cure-descriptor"))
    for task in report.tasks:
        yield from (_as_problem(Path(task.place).name, error) for error in task.errors)


def _places(problem: Problem) -> list[tuple[str, int, str]]:
    """Return the cells that a problem is about."""
    return [(problem.file, problem.row, column) for column in problem.column.split(", ")]


#: What to do about an error of frictionless, by its type: a message.
_CURES = {
    "primary-key": "cure-key",
    "foreign-key": "cure-foreign",
    "unique-error": "cure-unique",
    "missing-cell": "cure-missing-cell",
    "extra-cell": "cure-extra-cell",
    "incorrect-label": "cure-label",
    "missing-label": "cure-label",
    "extra-label": "cure-label",
}
#: What else the reader is told beside its own words, by its type; other errors have these alone.
_FAULTS = {
    "type-error": "fault-type",
    "constraint-error": "fault-constraint",
    "missing-cell": "fault-missing-cell",
    "extra-cell": "fault-extra-cell",
    "incorrect-label": "fault-label",
    "missing-label": "fault-label",
    "extra-label": "fault-label",
}


def _as_problem(file: str, error: Any) -> Problem:
    row = getattr(error, "row_number", None) or 0
    cure = worded(_CURES.get(error.type, "cure-value"))
    return Problem(file, row, _column(error), _fault(error), cure)


def _column(error: Any) -> str:
    return getattr(error, "field_name", None) or ", ".join(getattr(error, "field_names", []))


def _fault(error: Any) -> str:
    if error.type == "foreign-key":
        table = error.reference_name or said("fault-same-table")
        value = ", ".join(map(shortened, error.field_cells))
        return worded("fault-foreign", value=value, table=table)
    if error.type == "primary-key":
        return worded("fault-key", note=error.note, key=", ".join(error.cells[:3]))
    cell, note = shortened(getattr(error, "cell", None) or ""), error.note or error.message
    plain = f"“{cell}”: {note}" if cell else note
    message = _FAULTS.get(error.type)
    if message == "fault-constraint" and not cell:
        message = "fault-required"
    return plain if message is None else worded(message, value=cell, note=note)


def check(
    folder: Path | None = None,
    complete: bool = False,
    texts: Mapping[str, TableText] | None = None,
) -> DataPackage:
    """Validate the package whole, and return it.

    Parameters
    ----------
    folder : Path, optional
        The data folder; :func:`data_folder` if not given.
    complete : bool
        Whether cells still to be filled in are an error too.
    texts : mapping of str to TableText, optional
        Its files, if they are read already.

    Raises
    ------
    DataError
        With every problem found: first what keeps a file from being read, and only if there is
        nothing of that those of the schema, and then those of the rules that a schema cannot say
        (:mod:`helpers.upkeep.checks`).
    """
    return _sound_one(_opened(folder or data_folder(), texts), complete)


class _Opened(NamedTuple):
    """The tables of a folder, read once for all who ask; their state unless somebody else read."""

    folder: Path
    texts: Mapping[str, TableText]
    state: State | None


def _opened(folder: Path, texts: Mapping[str, TableText] | None) -> _Opened:
    if texts is not None:
        return _Opened(folder, texts, None)
    heal(folder)
    state = state_of(folder)
    return _Opened(folder, read_all(folder), state)


def _sound_one(opened: _Opened, complete: bool) -> DataPackage:
    """Return the package if it is sound; who reads its folder next in this process is given it."""
    folder, texts, state = opened
    package = _validated(folder, texts, complete)
    if state is not None:
        keep(folder, state, package)
        _sound[folder.absolute()] = state
    return package


def _validated(folder: Path, texts: Mapping[str, TableText], complete: bool) -> DataPackage:
    to_fill = unfilled.cells(texts, resources(folder))
    problems = [*sentences.problems(), *schema_problems(folder, texts, to_fill)]
    if not problems:
        package = _loaded(folder, texts)
        problems = _broken_rules(package)
    if problems or (complete and to_fill):
        raise unfit(sorted(problems), to_fill if complete else ())
    return package


def _loaded(folder: Path, texts: Mapping[str, TableText]) -> DataPackage:
    """Return the package; what its descriptor describes otherwise than the code reads is refused.

    Only a descriptor that was changed together with its tables comes here and cannot be read.
    """
    try:
        return load(folder, texts)
    except (KeyError, ValueError, TypeError) as error:
        fault = worded("fault-described-otherwise", error=shortened(error))
        raise unfit([Problem(DESCRIPTOR, 0, "", fault, worded("cure-restore"))]) from error


def check_accepted(
    folder: Path, complete: bool = False, texts: Mapping[str, TableText] | None = None
) -> DataPackage:
    """Validate the package as :func:`check` does, and hold it against what was accepted of it.

    Parameters
    ----------
    folder, complete, texts
        As in :func:`check`.

    Raises
    ------
    DataError
        With every row that was accepted and is gone, and every accepted cell that is another
        (:mod:`helpers.store.accepted`), before the problems that :func:`check` finds elsewhere.
    """
    opened = _opened(folder, texts)
    differs = accepted.problems(folder, opened.texts, resources(folder))
    try:
        package = _sound_one(opened, complete)
    except DataError as error:
        named = {(each.file, each.row) for each in error.problems}
        rest = (each for each in differs if not each.column or (each.file, each.row) not in named)
        raise unfit([*sorted(rest), *error.problems], error.to_fill) from error
    if differs:
        raise unfit(sorted(differs))
    return package


#: The folders that were found sound in this process, each with the state of its files then.
_sound: dict[Path, State] = {}


def open_sound(folder: Path | None = None) -> DataPackage:
    """Return the package for a notebook; what has been checked is only read.

    A build has checked what its chapters read; so has a notebook what it opens again, if no file of
    it has changed. Whoever writes into a table has its own.

    Parameters
    ----------
    folder : Path, optional
        The data folder; :func:`data_folder` if not given.

    Raises
    ------
    DataError
        With the problems that :func:`check` names.
    """
    folder = folder or data_folder()
    by_build = os.environ.get(CHECKED_VARIABLE) == str(folder)
    checked = by_build or _sound.get(folder.absolute()) == state_of(folder)
    return load(folder) if checked else check(folder)


def _broken_rules(package: DataPackage) -> list[Problem]:
    # Without a row that every year needs, such as a weight, the rules would blame sound rows.
    from helpers.upkeep import checks  # noqa: PLC0415  slow, and a question does without

    whole = all(cell.year for cell in package.to_fill)
    return checks.problems(package) if whole else []


def ask(question: Callable[[DataPackage], Answer], folder: Path) -> Answer:
    """Ask of a package what need not wait for its validation, such as whether it has a year.

    Parameters
    ----------
    question : callable
        Takes the package; refuses with a :class:`~helpers.exceptions.BriefingError`.
    folder : Path
        The data folder.

    Raises
    ------
    BriefingError
        If the question is refused, which takes a moment: all tables are read, not validated.
    DataError
        If the data are too broken to be asked; see :func:`check`.
    """
    return _asked(lambda: question(load(folder)), lambda: question(check(folder)))


def ask_when(question: Callable[[Calendar], Answer], folder: Path) -> Answer:
    """Ask what years and provinces alone can answer, for which no table has to be loaded.

    Parameters
    ----------
    question : callable
        As in :func:`ask`, of a calendar.
    folder : Path
        The data folder.

    Raises
    ------
    BriefingError, DataError
        As in :func:`ask`.
    """
    return _asked(lambda: question(calendar.read(folder)), lambda: question(check(folder).calendar))


def _asked(quickly: Callable[[], Answer], of_sound_data: Callable[[], Answer]) -> Answer:
    try:
        return quickly()
    except BriefingError:
        raise
    except Exception:
        # Only unsound data fail otherwise, anywhere: the validation says what is wrong with them.
        return of_sound_data()

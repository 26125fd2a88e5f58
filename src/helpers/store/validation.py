"""Whether the files of the data package fit its descriptor, problem by problem.

That takes a while. Whether there is anything to look for is found out in a moment: :func:`require`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from helpers.exceptions import Problem, ToFill, shortened
from helpers.store import suspicion, unfilled
from helpers.store.descriptor import DESCRIPTOR, resources
from helpers.words.refusals import unfit


def require(folder: Path) -> None:
    """Require that the files fit the descriptor; frictionless is asked only where they may not.

    Parameters
    ----------
    folder : Path
        The data folder.

    Raises
    ------
    DataError
        With the problems that ``briefing check`` names.
    """
    problems = file_problems(folder)
    if not problems and suspicion.raised(folder, resources(folder)):
        problems = schema_problems(folder, unfilled.cells(folder, resources(folder)))
    if problems:
        raise unfit(sorted(problems))


def schema_problems(folder: Path, to_fill: Sequence[ToFill]) -> list[Problem]:
    """Check types, constraints and keys against ``datapackage.json``.

    Parameters
    ----------
    folder : Path
        The data folder; its files are all there.
    to_fill : sequence of ToFill
        Cells whose mark is no problem.

    Returns
    -------
    list of Problem
        What frictionless finds, by file, row and column; empty if all is well.
    """
    from frictionless import Package, system  # noqa: PLC0415  slow, and only checks need it

    with system.use_context(trusted=True):
        report = Package(str(folder / DESCRIPTOR)).validate()
    problems = [
        Problem(DESCRIPTOR, 0, "", error.message, "mend the descriptor") for error in report.errors
    ]
    for task in report.tasks:
        problems += [_as_problem(Path(task.place).name, error) for error in task.errors]
    marked = {(cell.file, cell.row, cell.column) for cell in to_fill}
    return [each for each in problems if marked.isdisjoint(_places(each))]


def _places(problem: Problem) -> list[tuple[str, int, str]]:
    """Return the cells that a problem is about."""
    return [(problem.file, problem.row, column) for column in problem.column.split(", ")]


def file_problems(folder: Path) -> list[Problem]:
    """Return the files that are missing, or no tables at all.

    Parameters
    ----------
    folder : Path
        The data folder.
    """
    cure = "restore it from git"
    try:
        described = resources(folder)
    except FileNotFoundError:
        return [Problem(DESCRIPTOR, 0, "", f"there is no such file in {folder}", cure)]
    except (ValueError, KeyError, TypeError) as error:
        return [Problem(DESCRIPTOR, 0, "", f"is not a readable descriptor: {error}", cure)]
    found = []
    for resource in described:
        fault = _unreadable(folder / resource["path"])
        if fault:
            found.append(Problem(resource["path"], 0, "", *fault))
    return found


def _unreadable(path: Path) -> tuple[str, str] | None:
    """Say why a file is no UTF-8 table with rows, and how to mend it."""
    if not path.is_file():
        return "the file is missing", "restore it from git"
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return f"is not UTF-8 (line {line})", "save it as CSV UTF-8"
    return _malformed(text)


def _malformed(text: str) -> tuple[str, str] | None:
    if not text.strip():
        return "the file is empty", "restore it from git"
    if text.startswith("\ufeff"):
        return "starts with a byte-order mark", "save it as CSV UTF-8 without BOM"
    if not text.endswith("\n"):
        cure = "restore it, and end it with a line break"
        return "ends in the middle of a line: it may be cut off", cure
    if text.count("\n") < 2:
        return "has a header and no rows", "restore the rows from git"
    return None


_CURES = {
    "primary-key": "keep one row a key",
    "foreign-key": "add what it points to, or correct it",
    "unique-error": "make it unique",
    "missing-cell": "fill every column; a line may be cut off",
    "extra-cell": "quote a text that holds a comma",
    "incorrect-label": "name the columns as datapackage.json does",
    "missing-label": "name the columns as datapackage.json does",
    "extra-label": "name the columns as datapackage.json does",
}


def _as_problem(file: str, error: Any) -> Problem:
    row = getattr(error, "row_number", None) or 0
    cure = _CURES.get(error.type, "correct the value")
    return Problem(file, row, _column(error), _fault(error), cure)


def _column(error: Any) -> str:
    return getattr(error, "field_name", None) or ", ".join(getattr(error, "field_names", []))


def _fault(error: Any) -> str:
    if error.type == "foreign-key":
        table = error.reference_name or "the same table"
        return f"“{', '.join(map(shortened, error.field_cells))}” is not in {table}"
    if error.type == "primary-key":
        return f"{error.note} (key {', '.join(map(shortened, error.cells[:3]))})"
    cell = getattr(error, "cell", None)
    return f"“{shortened(cell)}”: {error.note}" if cell else error.note or error.message

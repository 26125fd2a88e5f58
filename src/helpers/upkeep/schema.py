"""Whether the data package is sound: its files, its schema, and the rules beyond it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from helpers.exceptions import BriefingError, Problem
from helpers.store import unfilled, validation
from helpers.store.data import DataPackage, data_folder, load
from helpers.store.descriptor import resources
from helpers.upkeep import checks
from helpers.words import sentences
from helpers.words.refusals import unfit

Answer = TypeVar("Answer")


def check(folder: Path | None = None, complete: bool = False) -> DataPackage:
    """Validate the package whole, and return it.

    Parameters
    ----------
    folder : Path, optional
        The data folder; :func:`data_folder` if not given.
    complete : bool
        Whether cells still to be filled in are an error too.

    Raises
    ------
    DataError
        With every problem found: first those of the schema, and only if there are none those of
        the rules that a schema cannot say (:mod:`helpers.upkeep.checks`).
    """
    folder = folder or data_folder()
    problems = validation.file_problems(folder)
    if problems:
        raise unfit(sorted(problems))
    to_fill = unfilled.cells(folder, resources(folder))
    problems = [*sentences.problems(), *validation.schema_problems(folder, to_fill)]
    if not problems:
        package = load(folder)
        problems = _broken_rules(package)
    if problems or (complete and to_fill):
        raise unfit(sorted(problems), to_fill if complete else ())
    return package


def open_sound(folder: Path | None = None) -> DataPackage:
    """Return the package, for a notebook: the same problems as :func:`check`, in less time.

    Parameters
    ----------
    folder : Path, optional
        The data folder; :func:`data_folder` if not given.

    Raises
    ------
    DataError
        With every problem of the schema, and only if there are none those of the rules.
    """
    package = load(folder)
    problems = _broken_rules(package)
    if problems:
        raise unfit(sorted(problems))
    return package


def _broken_rules(package: DataPackage) -> list[Problem]:
    # Without a row that every year needs, such as a weight, the rules would blame sound rows.
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
        If the question is refused, which takes a moment: frictionless is not asked of sound tables.
    DataError
        If the data are too broken to be asked; see :func:`check`.
    """
    try:
        return question(load(folder))
    except BriefingError:
        raise
    except Exception:
        # Only unsound data fail otherwise, anywhere: the validation says what is wrong with them.
        return question(check(folder))

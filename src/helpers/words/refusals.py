"""Errors that an analyst may meet in a notebook's cell, told in every language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from helpers.exceptions import (
    OPEN_BOX,
    PROBLEMS_SHOWN,
    ChapterError,
    DataError,
    ParameterError,
    Problem,
    ToFill,
    Worded,
    in_language,
    shortened,
)
from helpers.words.language import LANGUAGES, Language

#: So many names and no more are listed in a message.
_FEW = 5
#: A value of a message: the same in all languages, or by language.
Named = str | int | Mapping[str, str]


def said(message: str, /, **values: Named) -> dict[str, str]:
    """Return a sentence in every language, by its code.

    Parameters
    ----------
    message : str
        The message's name.
    **values : str, int or mapping of str to str
        What it names. A year is given as text: the thousands of a number are grouped.
    """
    return {
        code: str(
            Language(code).say(
                message,
                **{name: _in(code, value) for name, value in values.items()},
            )
        )
        for code in LANGUAGES
    }


def _in(code: str, value: Named) -> str | int:
    if isinstance(value, int):
        return value
    return value[code] if isinstance(value, Mapping) else in_language(value, code)


def worded(message: str, /, **values: Named) -> Worded:
    """Return a sentence as a :class:`~helpers.exceptions.Problem` carries it; see :func:`said`."""
    return Worded(said(message, **values))


def day(of: date) -> dict[str, str]:
    """Return a day as each language writes it."""
    return {code: Language(code).date(of) for code in LANGUAGES}


def number(value: float) -> dict[str, str]:
    """Return a number with the decimals it has, as each language writes it."""
    plain = Decimal(f"{value:g}")
    return {code: Language(code).plain(plain, grouped=False) for code in LANGUAGES}


def score(value: float) -> dict[str, str]:
    """Return a score of the index as each language writes it."""
    return {code: Language(code).score(value) for code in LANGUAGES}


def refused(message: str, /, **values: Named) -> ParameterError:
    """Return the error of a parameter that cannot be used; see :func:`said`."""
    return ParameterError(said(message, **values))


def unknown(what: str, value: object, instead: Mapping[str, str]) -> ParameterError:
    """Return the error of a name that nothing has.

    Parameters
    ----------
    what : str
        What it names: a variant of the message ``error-unknown``.
    value : object
        The name.
    instead : mapping of str to str
        What to take instead, by language; see :func:`said`.
    """
    return refused("error-unknown", what=what, value=shortened(value), instead=instead)


def instead(value: str, known: Sequence[str], listed_in: str = "") -> dict[str, str]:
    """Return what to take instead of a name that nothing has, by language.

    Parameters
    ----------
    value : str
        The name, as :func:`unknown` is told it.
    known : sequence of str
        The names that there are.
    listed_in : str
        Where they are listed, if they are too many for a message.
    """
    near = get_close_matches(value.lower(), known, n=1, cutoff=0.6)
    if near:
        return said("error-did-you-mean", name=near[0])
    if len(known) <= _FEW or not listed_in:
        return said("error-there-are", names=", ".join(known))
    return said("error-listed-in", file=listed_in)


def require_one_of(
    what: str, value: str, known: Iterable[str], listed_in: str = "data/provinces.csv"
) -> None:
    """Require that a name is known.

    Parameters
    ----------
    what : str
        What it names: a variant of the message ``error-unknown``.
    value : str
        The name.
    known : iterable of str
        The names that there are.
    listed_in : str
        Where they are listed, if they are too many for a message.

    Raises
    ------
    ParameterError
        With the nearest name, or those that there are.
    """
    names = list(known)
    if value not in names:
        raise unknown(what, value, instead(value, names, listed_in))


def failed_chapter(
    chapter: str, cell: int, error: str | Mapping[str, str], notebook: str
) -> ChapterError:
    """Return the error of a chapter of which a cell failed, in every language.

    Parameters
    ----------
    chapter, cell, error, notebook
        As in :class:`~helpers.exceptions.ChapterError`.
    """
    where = said("cmd-cell", cell=str(cell)) if cell else said("cmd-no-cell")
    words = said("cmd-chapter-failed", chapter=chapter, where=where, fault=error, notebook=notebook)
    return ChapterError(chapter, cell, error, notebook, words)


def unfit(
    problems: Sequence[Problem], to_fill: Sequence[ToFill] = (), kind: type[DataError] = DataError
) -> DataError:
    """Return the error of data that are not fit for a briefing.

    Parameters
    ----------
    problems : sequence of Problem
        What is wrong; the first :data:`~helpers.exceptions.PROBLEMS_SHOWN` are told.
    to_fill : sequence of ToFill
        The cells still to be filled in; all of them are told.
    kind : type of DataError
        What the error is.
    """
    parts: list[dict[str, str]] = []
    if problems:
        parts.append(said("error-problems", count=len(problems), where=kind.where))
        parts += map(line_of, problems[:PROBLEMS_SHOWN])
    if len(problems) > PROBLEMS_SHOWN:
        parts.append(said("error-more", count=len(problems) - PROBLEMS_SHOWN))
    if to_fill:
        rows = len({(cell.file, cell.row) for cell in to_fill})
        parts.append(said("error-to-fill", count=len(to_fill), rows=rows))
        parts += map(line_of, to_fill)
    if any(OPEN_BOX in part["en"] for part in parts):
        parts.append(said("error-open-box", sign=OPEN_BOX))
    lines = {code: "\n".join(part[code] for part in parts) for code in LANGUAGES}
    return kind(lines, list(problems), to_fill)


def line_of(problem: Problem) -> dict[str, str]:
    """Return a problem as one line, by language."""
    kinds = {(True, True): "cell", (True, False): "row", (False, True): "column"}
    place = said(
        "error-place",
        kind=kinds.get((bool(problem.row), bool(problem.column)), "file"),
        file=problem.file,
        row=str(problem.row),
        column=problem.column,
    )
    lines = {
        code: f"{place[code]}: {_in(code, problem.fault)} ({_in(code, problem.cure)})"
        for code in LANGUAGES
    }
    return {code: " ".join(line.split()) for code, line in lines.items()}

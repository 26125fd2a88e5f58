"""The figures of a briefing with their sources, as a CSV beside the page: written and read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import pandas as pd

from helpers.exceptions import BriefingError
from helpers.figures.provenance import Stated
from helpers.figures.statements import BETWEEN
from helpers.store.characters import inert, meant
from helpers.words.language import LANGUAGES, Language
from helpers.words.refusals import said

#: What sets several of a kind apart within a cell.
_AND = "; "
#: Up to so many rows are named one by one.
_MOST_ROWS = 12
_COLUMNS = (
    "chapter", "statement", "shown", "value", "basis", "rows", "computation",
    *(f"computation_{lang}" for lang in LANGUAGES), "sources", "places", "urls",
)  # fmt: skip


class NoFiguresError(BriefingError):
    """A file does not hold the figures of a page."""


@dataclass(frozen=True)
class Number:
    """A number of a statement.

    Parameters
    ----------
    shown : str
        As it is written.
    value : float
        The number.
    rows : tuple of str
        The row of the data that publishes it; for a computed number the rows it rests on.
    computation : str
        The public name of what computes it; empty for a published number.
    """

    shown: str
    value: float
    rows: tuple[str, ...]
    computation: str


@dataclass(frozen=True)
class Claim:
    """A statement of a page and what it rests on.

    Parameters
    ----------
    chapter : str
        The chapter's title.
    text : str
        The sentence, or a row of a table with the heads of its columns.
    numbers : tuple of Number
        The numbers in it, in their order.
    sources : tuple of str
        The ids of the sources it cites.
    """

    chapter: str
    text: str
    numbers: tuple[Number, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class PublishedPage:
    """The figures of a page as it was published.

    Parameters
    ----------
    lang : str
        Its language.
    computations : mapping of str to str
        What each computation that it names does, in its language, by the public name.
    claims : tuple of Claim
        Its statements with figures, in their order.
    """

    lang: str
    computations: Mapping[str, str]
    claims: tuple[Claim, ...]


def written(stated: Sequence[Stated], chapters: Mapping[str, str], urls: pd.Series) -> str:
    """Return the figures with their sources as CSV, for a spreadsheet.

    Parameters
    ----------
    stated : sequence of Stated
        The numbers (:func:`helpers.figures.provenance.trace`).
    chapters : mapping of str to str
        The chapters' titles by their ids.
    urls : Series
        The addresses of the sources by their ids.

    Returns
    -------
    str
        One row a number of a sentence, a card or a table:

        - chapter, statement : the chapter's title; the sentence, or a cell after the heads of its
          row and column;
        - shown, value : the number as it is written, and the number;
        - basis : ``published`` or ``computed``;
        - rows : the row of the data that publishes it, or those that a computed one rests on (many
          of a kind as one, with ``*``);
        - computation, computation_vi, computation_en : the public name of what computes it, and
          what that does;
        - sources, places, urls : the sources cited for it, the places in them, their addresses.

        Several of a kind are set apart by “; ”.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    # The same rows stand behind each number of a table: they are put together once.
    rows = {id(each.rows): each.rows for each in stated}
    together = {key: _AND.join(_together(several)) for key, several in rows.items()}
    addresses = {str(source): str(url) for source, url in urls.items()}
    writer.writerows(
        _row(each, together[id(each.rows)], chapters, addresses)
        for each in stated
        if not each.repeated
    )
    return stream.getvalue()


def _row(
    each: Stated, rows: str, chapters: Mapping[str, str], urls: Mapping[str, str]
) -> tuple[str, ...]:
    figure, statement = each.figure, each.statement
    name = figure.origin.computation
    lists = (each.sources, each.places, [urls[source] for source in each.sources])
    return (
        inert(chapters[statement.chapter]),
        inert(str(statement)),
        inert(figure.shown),
        f"{figure.number:.10g}",
        "computed" if name else "published",
        rows,
        name,
        *(_does(name, lang) if name else "" for lang in LANGUAGES),
        *(_AND.join(dict.fromkeys(filter(None, several))) for several in lists),
    )


@cache
def _does(computation: str, lang: str) -> str:
    return str(Language(lang).say(f"computation-{computation}"))


def _together(rows: Sequence[str]) -> list[str]:
    """Name many rows of a kind as one: ``dti_scores/2022/63/*/total``."""
    if len(rows) <= _MOST_ROWS:
        return list(rows)
    kinds = [[*row.split("/")] for row in rows]
    places = [3 if kind[0] == "dti_scores" else 2 for kind in kinds]
    named = ["/".join([*kind[:place], "*", *kind[place + 1 :]]) if len(kind) > 3
             else "/".join(kind) for kind, place in zip(kinds, places, strict=True)]  # fmt: skip
    return list(dict.fromkeys(named))


def read(text: str, lang: str, place: str = "the list") -> PublishedPage:
    """Read the figures of a page.

    Parameters
    ----------
    text : str
        What :func:`written` returned.
    lang : str
        The page's language.
    place : str
        Where it lies, for an error.

    Raises
    ------
    NoFiguresError
        If it is no such list.
    """
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    if not rows or set(rows[0]) != set(_COLUMNS):
        raise NoFiguresError(said("cmd-no-figures", file=place))
    computations = {row["computation"]: row[f"computation_{lang}"] for row in rows}
    return PublishedPage(lang, computations, tuple(_claims(rows)))


def _claims(rows: Sequence[dict[str, str]]) -> Iterator[Claim]:
    """Yield a claim a sentence, and one a row of a table."""
    for (chapter, subject), told in groupby(rows, _subject):
        found = list(told)
        cells = dict.fromkeys(meant(row["statement"]).removeprefix(subject) for row in found)
        numbers = tuple(map(_number, found))
        sources = dict.fromkeys(name for row in found for name in _several(row["sources"]))
        yield Claim(chapter, subject + "".join(cells), numbers, tuple(sources))


def _subject(row: dict[str, str]) -> tuple[str, str]:
    return meant(row["chapter"]), meant(row["statement"]).partition(BETWEEN)[0]


def _number(row: dict[str, str]) -> Number:
    rows = _several(row["rows"])
    return Number(meant(row["shown"]), float(row["value"]), rows, row["computation"])


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(_AND)))

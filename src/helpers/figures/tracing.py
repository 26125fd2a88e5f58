"""Where a figure of a published page comes from: its statements, rows, sources and computations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from itertools import islice

from helpers.figures.figure_list import Claim, Number, PublishedPage
from helpers.figures.records import Record, Records, Source
from helpers.figures.trace_question import NUMBER, Question, near_names
from helpers.store.data import DataPackage
from helpers.words.language import Language

#: So many rows that no page states are listed, the province's own first; the others are counted.
_ROWS = 10
#: So many figures are offered instead of one that is not on a page.
_NEAR = 3
#: How far these may be from it, as a share of it, where their digits are not alike.
_CLOSE = 0.1


@dataclass(frozen=True)
class Statement:
    """What a page says.

    Parameters
    ----------
    chapter : str
        The chapter's title.
    text : str
        The sentence, or a row of a table with the heads of its columns.
    """

    chapter: str
    text: str


@dataclass(frozen=True)
class Origin:
    """Where numbers come from, and every statement that has them from there.

    Parameters
    ----------
    numbers : dict of str to float
        The numbers, as the page writes them.
    records : tuple of Record
        The rows of the data that publish them; for computed numbers those
        that they rest on.
    lost : tuple of str
        Rows, sources among them, that the page names and the data no longer have.
    computations : mapping of str to str
        The functions that compute them, with what each does; empty for published numbers.
    sources : tuple of Source
        What the statements with computed numbers cite; empty for published ones.
    statements : list of Statement
        Where they stand.
    """

    numbers: dict[str, float]
    records: tuple[Record, ...]
    lost: tuple[str, ...]
    computations: Mapping[str, str]
    sources: tuple[Source, ...]
    statements: list[Statement] = field(default_factory=list)

    @property
    def key(self) -> tuple[object, ...]:
        """What numbers from one place have in common."""
        rows = (record.name for record in self.records)
        return *rows, *self.lost, *self.computations, *self.sources


@dataclass(frozen=True)
class Answer:
    """What is known of a question.

    Parameters
    ----------
    question : Question
        What was asked.
    origins : mapping of int to list of Origin
        What the page of each year states, in the order of the years and of the page.
    elsewhere : list of Record
        Rows that were asked for, or hold the figure, and that no page states.
    more : int
        How many more of these there are.
    near : list of str
        Names like the figure asked for, else figures like it, where no page states it.
    """

    question: Question
    origins: Mapping[int, list[Origin]]
    elsewhere: list[Record]
    more: int
    near: list[str]

    @property
    def stated(self) -> bool:
        """Whether any page states it."""
        return any(self.origins.values())

    @property
    def newest(self) -> int | None:
        """The newest year whose page states it, where several pages were looked at."""
        stating = [year for year, origins in self.origins.items() if origins]
        return max(stating) if stating and len(self.origins) > 1 else None


def trace(
    question: Question, pages: Mapping[int, PublishedPage], package: DataPackage, province: str
) -> Answer:
    """Find where a figure of the published pages comes from.

    Parameters
    ----------
    question : Question
        What is asked for (:func:`helpers.trace_question.ask`).
    pages : mapping of int to PublishedPage
        The pages of a province in one language by reporting year, at least one.
    package : DataPackage
        All there is, later sources too.
    province : str
        The province's id.
    """
    lang = next(iter(pages.values())).lang
    records = package.remembered((Records, lang), lambda: Records(package, Language(lang)))
    origins = {year: _origins(question, page, records) for year, page in pages.items()}
    stated = any(origins.values())
    if not question.is_figure:
        told = {row.name for found in origins.values() for each in found for row in each.records}
        rest = [row for rows in question.rows.values() for row in rows if row not in told]
    else:
        rest = [] if stated else _holding(question, records, lang)
    rest.sort(key=lambda row: province not in row.split("/"))
    listed = [record for row in rest[:_ROWS] if (record := records.find(row))]
    near: list[str] = []
    if question.is_figure and not stated:
        near = near_names(question.text, package) or _near_figures(question, pages)
    return Answer(question, origins, listed, len(rest) - len(listed), near)


def figures(page: PublishedPage) -> Iterator[tuple[str, float]]:
    """Yield every number of a page's statements: as it is written, and what its digits say."""
    for claim in page.claims:
        for number in claim.numbers:
            yield number.shown, _digits(number.shown, page.lang)


@cache
def _digits(shown: str, lang: str) -> float:
    """Return what the digits of a number say: 54 of “54%”, of “−0,0016” no sign."""
    return Language(lang).number(re.findall(NUMBER, shown)[0])


def _origins(question: Question, page: PublishedPage, records: Records) -> list[Origin]:
    """Return where the numbers asked for come from, those from one place together."""
    found: dict[tuple[object, ...], Origin] = {}
    told: set[tuple[int, Statement]] = set()
    for claim, number, shown in _asked_for(question, page):
        origin = _origin(page, claim, number, records)
        origin = found.setdefault(origin.key, origin)
        origin.numbers[shown] = number.value
        statement = Statement(claim.chapter, claim.text)
        if (id(origin), statement) not in told:
            told.add((id(origin), statement))
            origin.statements.append(statement)
    return list(found.values())


def _asked_for(question: Question, page: PublishedPage) -> Iterator[tuple[Claim, Number, str]]:
    """Yield the numbers of a page that are asked for, with their claims, as they are written."""
    if question.is_figure:
        yield from _figure(question, page)
        return
    asked = {row for rows in question.rows.values() for row in rows}
    for claim in page.claims:
        for number in claim.numbers:
            own = not number.computation and asked.intersection(number.rows)
            if own or (number.computation and question.sources.intersection(claim.sources)):
                yield claim, number, number.shown


def _figure(question: Question, page: PublishedPage) -> list[tuple[Claim, Number, str]]:
    """Return where a page states a figure, read as its own language writes numbers if it can be."""
    for reading in question.readings(page.lang):
        found = [
            (claim, number, written[reading.index(digits)])
            for claim in page.claims
            if {_digits(each.shown, page.lang) for each in claim.numbers}.issuperset(reading)
            and (written := question.written_in(claim.text, page.lang, reading))
            for number in claim.numbers
            if (digits := _digits(number.shown, page.lang)) in reading
        ]
        if found:
            return found
    return []


def _origin(page: PublishedPage, claim: Claim, number: Number, records: Records) -> Origin:
    """Return what a number rests on, without the number and its statement."""
    name = number.computation
    # Many rows of a kind are named as one; which they are is told by their sources.
    rows = {row: records.find(row) for row in number.rows if "*" not in row}
    cited = {f"sources/{each}": records.source(each) for each in claim.sources if name}
    return Origin(
        numbers={},
        records=tuple(filter(None, rows.values())),
        lost=tuple(name for name, found in (rows | cited).items() if found is None),
        computations={name: page.computations[name]} if name else {},
        sources=tuple(filter(None, cited.values())),
    )


def _holding(question: Question, records: Records, lang: str) -> list[str]:
    """Return the rows that hold a figure, read as the language writes it if any does."""
    held = (records.holding(reading) for reading in question.readings(lang))
    return next(filter(None, held), [])


def _near_figures(question: Question, pages: Mapping[int, PublishedPage]) -> list[str]:
    """Return the figures of the pages most like one that they do not state: digits, then value."""
    lang = next(iter(pages.values())).lang
    written = {shown: value for page in pages.values() for shown, value in figures(page)}
    alike = get_close_matches(question.text, written, n=_NEAR, cutoff=0.7)
    first = question.readings(lang)[0][0]
    nearest = sorted(written, key=lambda shown: abs(written[shown] - first))
    nearest = [shown for shown in nearest if abs(written[shown] - first) <= _CLOSE * abs(first)]
    return list(islice(dict.fromkeys([*alike, *nearest]), _NEAR))

"""Where each number of a page comes from, proven: its row holds it, its sentence means it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import isclose

from helpers.exceptions import OrphanNumberError
from helpers.figures.meaning import Meanings
from helpers.figures.rows import Rows
from helpers.figures.statements import Statement, statements, told_in
from helpers.pages.briefing import Briefing
from helpers.pages.pieces import Piece
from helpers.pages.values import FIGURES
from helpers.words.language import Language
from helpers.words.sentences import RELATIONS, Claim, claims
from helpers.words.told import Figure, Mark, Name, Origin

#: What a page may say without naming a source: of which year, edition and unit it speaks.
_UNCITED = ("briefings", "dti_editions", "provinces")
#: How many sources were read is said by the list of sources itself.
_READ = Origin("", "sources-read", "count")
#: What a page counts of itself and of its checks is in no document.
_OF_THE_PAGE = "quality"
_MINUS = "\N{MINUS SIGN}"
#: Statements that say again what a sentence or a table of the page says.
_REPEATED = ("title", "label", "description")


@dataclass(frozen=True)
class Stated:
    """A number as a page states it.

    Parameters
    ----------
    statement : Statement
        The sentence or cell.
    figure : Figure
        The number.
    rows : tuple of str
        The rows of the data that publish it; for a computed number those that its statement cites.
    sources : tuple of str
        The ids of the sources that the statement cites for it; none for what a page counts of its
        own checks.
    places : tuple of str
        The places cited in each, in the same order; empty where none is named.
    """

    statement: Statement
    figure: Figure
    rows: tuple[str, ...]
    sources: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def repeated(self) -> bool:
        """Whether another statement of the page says the same in full."""
        return self.statement.kind in _REPEATED


def trace(
    pieces: Sequence[tuple[str, Piece]], briefing: Briefing, language: Language
) -> list[Stated]:
    """Prove where every number of a page comes from.

    Parameters
    ----------
    pieces : sequence of tuple of str and Piece
        The pieces of the page in their order, each with the id of its chapter.
    briefing : Briefing
        Whose page it is: province, year, and what was known by the as-of date.
    language : Language
        The page's language.

    Returns
    -------
    list of Stated
        In the order of the page; years and editions state no figure.

    Raises
    ------
    OrphanNumberError
        With every number that stands in plain words; that is not what its row of the data holds;
        that is not written as its value, unit and qualifier ask; that its sentence does not mean
        (:mod:`helpers.figures.meaning`); or for which no source is cited.
    """
    proof = _Proof(briefing, language)
    found: list[Stated] = []
    faults: dict[str, None] = {}
    for chapter, piece in pieces:
        for statement in statements(piece, chapter):
            place = f"{briefing.year} {language.code}, {chapter}, “{statement}”"
            faults |= dict.fromkeys(f"{place}: {fault}" for fault in proof.faults(statement))
            found += proof.stated(statement)
    if faults:
        raise OrphanNumberError(list(faults))
    return found


class _Proof:
    """What a statement of a briefing is held against."""

    def __init__(self, briefing: Briefing, language: Language) -> None:
        self._rows = Rows(briefing, language)
        self._language = language
        self._meanings = Meanings(briefing)
        self._named = _Named()

    def faults(self, statement: Statement) -> Iterator[str]:
        """Yield what is wrong with the numbers and names of a statement."""
        counts = statement.kind == "source"  # how many more there are is said by their marks
        for words in () if counts else statement.said.of_kind(str):
            for digits in re.findall(r"\S*\d\S*", words):
                yield f"{digits} comes from nowhere"
        for part in told_in(statement):
            yield from (f"{part}: {fault}" for fault in self._checked(part, statement) if fault)
        yield from _false_claims(statement)

    def _checked(self, part: Figure | Name, statement: Statement) -> Iterator[str]:
        """Yield what each check finds wrong with a number or a name; an empty text is nothing."""
        if isinstance(part, Figure):
            yield self.read_back(part)
            yield self.written_as_its_row(part)
            yield self.cited(part, statement)
        yield self.held(part)
        yield self._meanings.fault(part)
        yield self._meanings.fault_beside(part, statement.heads, statement.said)

    def read_back(self, figure: Figure) -> str:
        """Read a number as it is written; it is its value, to the last digit shown."""
        shown = figure.shown.removesuffix("%")
        if shown[0] in "<>":  # an edge: the value lies between it and nothing, or all
            edge, value = self._language.number(shown[1:]), 100 * figure.number
            return "" if (value < edge if shown[0] == "<" else value > edge) else "is not beyond"
        written = self._language.number(shown.lstrip(f"+{_MINUS}"))
        written *= -1 if shown[0] == _MINUS else 1
        _, point, decimals = shown.partition("," if self._language.code == "vi" else ".")
        room = 0.5 * 10.0 ** -len(decimals if point else "") + 1e-9
        value = figure.number * figure.scale
        return "" if abs(written - value) <= room else f"is written for {value:g}"

    def held(self, part: Figure | Name) -> str:
        """Find in its row what a figure or a name says."""
        if not part.origin.row:
            return "" if part.origin.computation else "says not where it comes from"
        if isinstance(part, Name):
            return self._rows.fault_of_name(part)
        held = self._rows.number(part.origin)
        if held is None:
            return f"{part.origin.row} holds no {part.origin.field}"
        same = isclose(held, part.number, abs_tol=1e-9)
        return "" if same else f"{part.origin.row} holds {held:g}"

    def written_as_its_row(self, figure: Figure) -> str:
        """Ask of a result that its unit and its qualifier are said with it."""
        wanted = self._rows.words_of(figure.origin)
        said = {place.partition(".")[0] for place in figure.via}
        missing = [message for message in wanted if message not in said]
        return f"is said without {', '.join(missing)}" if missing else ""

    def cited(self, figure: Figure, statement: Statement) -> str:
        """Ask that a source is named for a number: that of its row, or any if it is computed."""
        table, computed = figure.origin.row.partition("/")[0], figure.origin.computation
        if table in _UNCITED or computed == _OF_THE_PAGE or figure.origin == _READ:
            return ""
        return "" if self._marks(figure, statement) else "no source is cited for it"

    def _marks(self, figure: Figure, statement: Statement) -> list[Mark]:
        """Return the nearest marks that name the source of a number, or any if it is computed."""
        for level in statement.levels:
            row = figure.origin.row
            named = [mark for mark in level if not row or row in self._named.by(mark)]
            if named:
                return named
        return []

    def stated(self, statement: Statement) -> Iterator[Stated]:
        """Yield the numbers of a statement that say something of the world, with their sources."""
        for figure in statement.said.of_kind(Figure):
            row, computed = figure.origin.row, bool(figure.origin.computation)
            published = figure.origin.field.strip("|-") in FIGURES.get(row.partition("/")[0], ())
            if (computed or published) and figure.origin != _READ:
                marks = self._marks(figure, statement)
                sources = {mark.source: mark.place for mark in marks}
                # How many provinces an edition ranks is told without a mark, beside its ranks.
                sources = sources or ({self._rows.source(row): "table"} if row else {})
                rows = (row,) if row else self._named.by_all(marks)
                yield Stated(statement, figure, rows, (*sources,), (*sources.values(),))


class _Named:
    """The rows that source marks name, looked up once: one mark stands for every cell of a table.

    A mark is told from others by what it is, not by what it says, which can be thousands of rows.
    """

    def __init__(self) -> None:
        self._kept: list[Mark] = []  # so that none of them is lost, and another taken for it
        self._by: dict[int, frozenset[str]] = {}
        self._by_all: dict[tuple[int, ...], tuple[str, ...]] = {}

    def by(self, mark: Mark) -> frozenset[str]:
        """Return the rows that a mark names."""
        if id(mark) not in self._by:
            self._kept.append(mark)
            self._by[id(mark)] = frozenset(mark.rows)
        return self._by[id(mark)]

    def by_all(self, marks: Sequence[Mark]) -> tuple[str, ...]:
        """Return the rows that several marks name, each once; one tuple for the same marks."""
        key = tuple(map(id, marks))
        if key not in self._by_all:
            self._kept += marks
            self._by_all[key] = tuple(dict.fromkeys(row for mark in marks for row in mark.rows))
        return self._by_all[key]


def _false_claims(statement: Statement) -> Iterator[str]:
    """Yield what a sentence claims to hold between its values and does not."""
    values: dict[str, list[float]] = defaultdict(list)
    for figure in (*statement.said.of_kind(Figure), *statement.said.unsaid):
        for place in figure.via:
            values[place].append(figure.number)
    chosen = statement.said.chosen
    for claim in _claims_on(values):
        message, _, variant = claim.message.partition("[")
        if variant and claim.message not in chosen:
            continue
        left = values.get(f"{message}.{claim.left}", [])
        right = values.get(f"{message}.{claim.right}", [])
        if claim.right.isdecimal():
            right = [float(claim.right)] * len(left)
        # A list says its sentence several times: which values belong together is not known.
        pairs = zip(left, right, strict=True) if len(left) == len(right) == 1 else ()
        if any(not RELATIONS[claim.relation](*pair) for pair in pairs):
            yield f"{message} claims {claim.left} {claim.relation} {claim.right}"


def _claims_on(places: Iterable[str]) -> list[Claim]:
    """Return the claims on places of sentences, in the order in which they are written down."""
    found = dict(each for place in places for each in _claims_by_place().get(place, ()))
    return [found[number] for number in sorted(found)]


@cache
def _claims_by_place() -> dict[str, list[tuple[int, Claim]]]:
    """Return all claims, counted, by the place whose value they hold against another."""
    found: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for number, claim in enumerate(claims()):
        found[f"{claim.message.partition('[')[0]}.{claim.left}"].append((number, claim))
    return found

"""An answer of :mod:`helpers.tracing` as lines of text, for a terminal or a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from helpers.figures.records import Record, Source
from helpers.figures.tracing import Answer, Origin
from helpers.words.language import Language, Said

#: Where statements begin, and the text beside a label below them.
_STATEMENT, _TEXT = 2, 15
_LABEL = " " * 4


class Line(NamedTuple):
    """A line, or a text to be broken into lines.

    Parameters
    ----------
    text : str
        What it says.
    style : str
        How a terminal sets it off: ``bold``, ``dim``, or not at all.
    label : str
        What stands before it.
    indent : int
        How many columns are free before the text; the label may stand there.
    """

    text: str
    style: str = ""
    label: str = ""
    indent: int = 0


def lines(
    answer: Answer, files: Mapping[int, Path], days: Mapping[int, date], language: Language
) -> Iterator[Line]:
    """Return an answer as lines.

    Parameters
    ----------
    answer : Answer
        What :func:`helpers.tracing.trace` found.
    files : mapping of int to Path
        The page of each year that was looked at.
    days : mapping of int to date
        The as-of date of every reporting year there is.
    language : Language
        The language of the words around the data.
    """
    return _Teller(language).lines(answer, files, days)


def _cells(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.10g}" for name, value in figures.items())


class _Teller:
    """An answer in a language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def _say(self, message: str, **values: Said) -> str:
        return str(self._language.say(message, **values))

    def _detail(self, label: str, text: str, style: str = "") -> Line:
        """Return a line beside a label: a figure as it is written, or words."""
        return Line(text, style, _LABEL + label if label else "", _TEXT)

    def lines(
        self, answer: Answer, files: Mapping[int, Path], days: Mapping[int, date]
    ) -> Iterator[Line]:
        yield from self._asked(answer)
        for year, origins in answer.origins.items():
            count = len({statement for origin in origins for statement in origin.statements})
            found = {"count": count, "kind": "some" if count else "none"}
            place = {"year": str(year), "file": str(files[year])}
            yield Line(self._say("cmd-trace-page", **found, **place), "bold")
            for origin in origins:
                yield Line("")
                yield from self._origin(origin)
            yield Line("")
        if answer.newest:
            yield Line(self._say("cmd-trace-newest", year=str(answer.newest)), "bold")
        yield from self._elsewhere(answer, days)
        if answer.near:
            near = ", ".join(f"“{each}”" for each in answer.near)
            yield Line(self._say("cmd-trace-near", names=near))

    def _asked(self, answer: Answer) -> Iterator[Line]:
        """Say which names were meant, and how many rows a source has in each table."""
        text, rows = answer.question.text, answer.question.rows
        names = ", ".join(rows)
        if names and names != text:
            yield Line(self._say("cmd-trace-names", text=text, names=names))
        if not answer.question.sources:
            return
        tables = Counter(row.partition("/")[0] for row in rows[text][1:])
        listed = ", ".join(
            self._say("cmd-trace-table", file=f"{table}.csv", count=count)
            for table, count in tables.items()
        )
        kind = "some" if listed else "none"
        yield Line(self._say("cmd-trace-source", source=text, tables=listed, kind=kind), "bold")

    def _origin(self, origin: Origin) -> Iterator[Line]:
        for statement in origin.statements:
            yield Line(f"{statement.chapter}: “{statement.text}”", indent=_STATEMENT)
        if origin.computations:
            yield from self._computed(origin)
        else:
            for record in origin.records:
                yield from self._record(record, origin.numbers)
        for name in origin.lost:
            label = self._say("cmd-trace-lost-label")
            yield self._detail(label, self._say("cmd-trace-lost", row=name))

    def _computed(self, origin: Origin) -> Iterator[Line]:
        """Say what computes numbers, and what they rest on as far as their statement cites it."""
        label = ", ".join(origin.numbers)
        for name, does in origin.computations.items():
            yield self._detail(label, self._say("cmd-trace-computed", name=name, does=does))
            label = ""
        for record in origin.records:
            held = filter(None, (self._row(record), _cells(record.figures)))
            yield self._detail(self._say("cmd-trace-beside"), ": ".join(held))
        label = self._say("cmd-trace-cites")
        for source in origin.sources:
            yield from self._source(source, label)
            label = ""

    def _row(self, record: Record) -> str:
        return self._say("cmd-trace-row", file=record.file, line=str(record.line), name=record.name)

    def _record(self, record: Record, numbers: Mapping[str, float]) -> Iterator[Line]:
        """Say which row has some numbers, what it speaks of, and its source with the place."""
        yield self._detail(", ".join(numbers), self._row(record))
        cells = self._held(record, numbers)
        beside = (f"{name} {value}" for name, value in record.beside.items())
        said = ", ".join(filter(None, [cells, *beside]))
        if said or record.subject:
            yield self._detail("", ": ".join(filter(None, [record.subject, said])))
        if record.note:
            yield self._detail("", self._say("cmd-trace-note", note=record.note), "dim")
        place = record.place or self._say("cmd-trace-no-place")
        place = "" if record.file == "sources.csv" else place
        labels = (self._say("cmd-trace-label-source"), self._say("cmd-trace-label-confirmed"))
        for source, label in zip(record.sources, labels, strict=False):
            yield from self._source(source, label, place)

    def _held(self, record: Record, numbers: Mapping[str, float]) -> str:
        """Return the cells that hold some numbers; say it if they hold others by now."""
        held = record.holding(*numbers.values())
        if set(numbers.values()) == set(held.values()):
            return _cells(held or record.figures)
        return self._say("cmd-trace-now", cells=_cells(record.figures))

    def _source(self, source: Source, label: str, place: str = "") -> Iterator[Line]:
        name = ", ".join(filter(None, (source.source, place)))
        yield self._detail(label, f"{name}: {source.title}")
        first = str(source.available_from)
        day = source.published or self._say("cmd-trace-undated", day=first)
        yield self._detail("", f"{day}, {source.publisher}")
        yield self._detail("", source.url or self._say("cmd-trace-no-address"), "dim")

    def _elsewhere(self, answer: Answer, days: Mapping[int, date]) -> Iterator[Line]:
        """List the rows that no page states, each with the first day it may be used."""
        if not answer.elsewhere:
            if not answer.stated:
                yield Line(self._say("cmd-trace-no-row"))
            return
        which = "holding" if answer.question.is_figure else "unstated"
        yield Line(self._say("cmd-trace-rows", which=which), "bold")
        for record in answer.elsewhere:
            yield Line("")
            yield from self._record(record, {})
            yield from self._usable(record, days)
        if answer.more:
            yield Line("")
            yield Line(self._say("cmd-trace-more", count=answer.more))
        yield Line("")

    def _usable(self, record: Record, days: Mapping[int, date]) -> Iterator[Line]:
        """Say from which day on a briefing may use a row, and which briefings may."""
        if not record.sources:
            return
        first = record.sources[0].available_from
        years = [str(year) for year, day in days.items() if day >= first]
        values = {"day": str(first), "years": ", ".join(years)}
        kind = "none" if not years else "one" if len(years) == 1 else "many"
        label = self._say("cmd-trace-usable-label")
        yield self._detail(label, self._say("cmd-trace-usable", kind=kind, **values))

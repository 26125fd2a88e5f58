"""An answer of :mod:`helpers.tracing` as lines of text, for a terminal or a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from helpers.exceptions import counted
from helpers.figures.records import Record, Source
from helpers.figures.tracing import Answer, Origin

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


def lines(answer: Answer, files: Mapping[int, Path], days: Mapping[int, date]) -> Iterator[Line]:
    """Return an answer as lines.

    Parameters
    ----------
    answer : Answer
        What :func:`helpers.tracing.trace` found.
    files : mapping of int to Path
        The page of each year that was looked at.
    days : mapping of int to date
        The as-of date of every reporting year there is.
    """
    names = ", ".join(answer.question.rows)
    if names and names != answer.question.text:
        yield Line(f"“{answer.question.text}” is in the names of: {names}")
    for year, origins in answer.origins.items():
        count = len({statement for origin in origins for statement in origin.statements})
        said = f"in {counted(count, 'statement')}" if count else "not stated as a figure"
        yield Line(f"{year}: {said} ({files[year]})", "bold")
        for origin in origins:
            yield Line("")
            yield from _origin(origin)
        yield Line("")
    yield from _elsewhere(answer, days)
    if answer.near:
        near = ", ".join(f"“{each}”" for each in answer.near)
        yield Line(f"Did you mean {near}?")


def _origin(origin: Origin) -> Iterator[Line]:
    for statement in origin.statements:
        yield Line(f"{statement.chapter}: “{statement.text}”", indent=_STATEMENT)
    if origin.computations:
        yield from _computed(origin)
    else:
        for record in origin.records:
            yield from _record(record, origin.numbers)
    for name in origin.lost:
        yield _detail("no longer", f"{name}: not in the data now, build the page again")


def _computed(origin: Origin) -> Iterator[Line]:
    """Say what computes numbers, and what they rest on as far as their statement cites it."""
    label = ", ".join(origin.numbers)
    for name, does in origin.computations.items():
        yield _detail(label, f"computed by {name}: {does}")
        label = ""
    for record in origin.records:
        held = filter(None, (_row(record), _cells(record.figures)))
        yield _detail("beside it", ": ".join(held))
    label = "cites"
    for source in origin.sources:
        yield from _source(source, label)
        label = ""


def _detail(label: str, text: str, style: str = "") -> Line:
    return Line(text, style, _LABEL + label if label else "", _TEXT)


def _row(record: Record) -> str:
    return f"{record.file}, row {record.line}, {record.name}"


def _cells(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.10g}" for name, value in figures.items())


def _record(record: Record, numbers: Mapping[str, float]) -> Iterator[Line]:
    """Say which row has some numbers, what it speaks of, and its source with the place in it."""
    yield _detail(", ".join(numbers), _row(record))
    held = record.holding(*numbers.values())
    if set(numbers.values()) == set(held.values()):
        cells = _cells(held or record.figures)
    else:
        cells = f"{_cells(record.figures)} now, build the page again"
    beside = (f"{name} {value}" for name, value in record.beside.items())
    yield _detail("", f"{record.subject}: {', '.join(filter(None, [cells, *beside]))}")
    if record.note:
        yield _detail("", f"note: {record.note}", "dim")
    place = record.place or "place not known"
    for source, label in zip(record.sources, ("source", "confirmed"), strict=False):
        yield from _source(source, label, place)


def _source(source: Source, label: str, place: str = "") -> Iterator[Line]:
    name = ", ".join(filter(None, (source.source, place)))
    yield _detail(label, f"{name}: {source.title}")
    day = source.published or f"no date shown, usable from {source.available_from}"
    yield _detail("", f"{day}, {source.publisher}")
    yield _detail("", source.url or "no address", "dim")


def _elsewhere(answer: Answer, days: Mapping[int, date]) -> Iterator[Line]:
    """List the rows that no page states, each with the first day it may be used."""
    if not answer.elsewhere:
        if not answer.stated:
            yield Line("No row of the data holds it.")
        return
    which = "that hold it" if answer.question.is_figure else "that no page states"
    yield Line(f"Rows of the data {which}", "bold")
    for record in answer.elsewhere:
        yield Line("")
        yield from _record(record, {})
        yield from _usable(record, days)
    if answer.more:
        yield Line("")
        yield Line(f"... and {counted(answer.more, 'row')} more.")
    yield Line("")


def _usable(record: Record, days: Mapping[int, date]) -> Iterator[Line]:
    """Say from which day on a briefing may use a row, and which briefings may."""
    first = record.sources[0].available_from
    years = [str(year) for year, day in days.items() if day >= first]
    noun = "briefing" if len(years) == 1 else "briefings"
    which = f"by the {noun} of {', '.join(years)}" if years else "by no briefing there is"
    yield _detail("usable", f"from {first} on, {which}")

"""How far each briefing is: what is done, what waits, and why a row of the data is not used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from helpers.analysis.results import year_of
from helpers.exceptions import ToFill
from helpers.store import accepted, data, mergers
from helpers.store.calendar import last_day
from helpers.store.data import NATIONAL, DataPackage

#: What a page is made from, below the project.
_INPUTS = ("data/*.csv", "data/*.json", "notebooks/[0-9]*.ipynb")

#: The file that says which briefings there are.
_BRIEFINGS = "briefings.csv"
#: Says of a year, a province and a language why the page has to be made again: empty where it is
#: what would be made, None where nobody has kept what it was made of.
Judge = Callable[[int, str, str], str | None]


@dataclass(frozen=True)
class Late:
    """What a source says of a year that its briefing may not use: the source came too late.

    Parameters
    ----------
    source : str
        The source's id.
    day : date
        The first day on which a briefing may use it.
    rows : tuple of str
        The rows of the data that speak of the year.
    """

    source: str
    day: date
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """A published page.

    Parameters
    ----------
    path : Path
        Where it lies, or would lie.
    why : str
        Why it has to be made again, where it is kept of what it was made; else empty.
    newer : Path or None
        Where that is not kept, a file it is made from that was changed after it; None if none was.
    """

    path: Path
    why: str = ""
    newer: Path | None = None

    @property
    def state(self) -> str:
        """``missing``, ``again``, ``older`` or ``done``."""
        if not self.path.is_file():
            return "missing"
        if self.why:
            return "again"
        return "older" if self.newer else "done"


@dataclass(frozen=True)
class Standing:
    """How far a briefing is.

    Parameters
    ----------
    year : int
        The reporting year.
    province : str
        Whose briefing it is.
    as_of : date or None
        Its day; None while nobody has said it.
    to_fill : tuple of ToFill
        The cells that it waits for.
    papers : tuple of Paper
        Its pages, one a language.
    editions : tuple of int
        The editions of the index that it knows.
    editions_to_come : mapping of int to date
        Those that it may not know yet, with the first day on which a briefing may.
    late : tuple of Late
        What it may not use, by source.
    """

    year: int
    province: str
    as_of: date | None
    to_fill: tuple[ToFill, ...]
    papers: tuple[Paper, ...]
    editions: tuple[int, ...]
    editions_to_come: Mapping[int, date]
    late: tuple[Late, ...]

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do for it."""
        return not self.to_fill and all(paper.state == "done" for paper in self.papers)


def standings(  # noqa: PLR0913, PLR0917  what a page is judged by comes last
    package: DataPackage,
    project: Path,
    out: Path,
    province: str | None,
    languages: Sequence[str],
    judge: Judge = lambda year, province, lang: None,
) -> list[Standing]:
    """Return how far the briefings of a province, or of all, are, in the order of the years.

    Parameters
    ----------
    package : DataPackage
        All there is.
    project, out : Path
        The folder with the data and the notebooks, and that of the reports.
    province : str or None
        The province's id; in a year by whose end it was no more, its successor is meant. None for
        every province that has a briefing, or for which one has begun.
    languages : sequence of str
        The languages of its pages.
    judge : callable
        Says why a page of a briefing that waits for nothing has to be made again.
    """
    rows = package["briefings"]
    begun = [(int(year), unit) for year, unit in zip(rows["year"], rows["province"], strict=True)]
    begun += [(cell.year, cell.scope) for cell in package.to_fill if cell.file == _BRIEFINGS]
    years = {year for year, _ in begun} | {cell.year for cell in package.to_fill if cell.year}
    newest = _newest_input(project)
    return [
        _standing(package, year, unit, _Pages(out, languages, newest, judge))
        for year in sorted(years)
        for unit in _units(package, begun, province, year)
        if province is None or _there(package, unit, year)
    ]


def _there(package: DataPackage, unit: str, year: int) -> bool:
    """Say whether a unit had begun by the end of a year: before, it can have no briefing."""
    found = package.calendar.provinces.by_id[unit].first
    return found is None or found <= last_day(year)


def _units(
    package: DataPackage, begun: Sequence[tuple[int, str]], province: str | None, year: int
) -> Iterable[str]:
    """Return whose briefings of a year are asked about; of one that nobody has begun the last's."""
    known = [unit for each, unit in begun if each == year]
    if province is None and known:
        return dict.fromkeys(known)
    return [mergers.became(package["provinces"], province or begun[-1][1], year)]


def _standing(package: DataPackage, year: int, province: str, pages: _Pages) -> Standing:
    waits = _waits(package, year, province)
    begun = year in set(package["briefings"]["year"]) and not waits
    day = data.briefing_day(package, year, province) if begun else None
    editions = _editions(package)
    known = tuple(each for each, first in editions.items() if day and first <= day)
    return Standing(
        year=year,
        province=province,
        as_of=day,
        to_fill=tuple(
            cell
            for cell in package.to_fill
            if cell.year <= year and cell.scope in ("", NATIONAL, province)
        ),
        papers=pages.of(year, province, waits=day is None),
        editions=known,
        editions_to_come={
            each: first
            for each, first in editions.items()
            if each not in known and each <= year and day
        },
        late=tuple(_late(package, year, province, day)) if day else (),
    )


def _waits(package: DataPackage, year: int, province: str) -> bool:
    """Say whether cells of a briefing's own row are still to be filled in."""
    own = (year, province)
    return any(
        cell.file == _BRIEFINGS and (cell.year, cell.scope) == own for cell in package.to_fill
    )


def _editions(package: DataPackage) -> dict[int, date]:
    """Return the first day on which a briefing may know each edition."""
    first = package["sources"].set_index("source")["available_from"].dt.date
    rows = package["dti_editions"]
    return {
        int(edition): first[source]
        for edition, source in zip(rows["edition"], rows["source"], strict=True)
    }


def _late(package: DataPackage, year: int, province: str, day: date) -> Iterator[Late]:
    """Yield the sources that came too late for a year's results, with what they say of it."""
    rows = package["results"]
    own = rows[rows["scope"].isin([province, NATIONAL]) & (year_of(rows) == year)]
    first = package["sources"].set_index("source")["available_from"]
    came = own["source"].map(first)
    late = own[came > pd.Timestamp(day)]
    for source, some in late.groupby("source", sort=False):
        yield Late(str(source), first[str(source)].date(), tuple(some["row"]))


@dataclass(frozen=True)
class _Pages:
    """The published pages, and what they are judged by."""

    out: Path
    languages: Sequence[str]
    newest: Path | None
    judge: Judge

    def of(self, year: int, province: str, waits: bool) -> tuple[Paper, ...]:
        """Return the pages of a briefing; of one that waits nobody can say what it is made of."""
        return tuple(self._paper(year, province, lang, waits) for lang in self.languages)

    def _paper(self, year: int, province: str, lang: str, waits: bool) -> Paper:
        path = self.out / str(year) / f"{province}.{lang}.html"
        why = None if waits else self.judge(year, province, lang)
        if why is not None:
            return Paper(path, why)
        return Paper(path, newer=self.newest if _is_older(path, self.newest) else None)


def _is_older(path: Path, newest: Path | None) -> bool:
    there = newest is not None and path.is_file()
    return there and newest is not None and path.stat().st_mtime < newest.stat().st_mtime


def _newest_input(project: Path) -> Path | None:
    """Return the file that was changed last of those that pages are made from."""
    every = (path for pattern in _INPUTS for path in project.glob(pattern))
    files = [path for path in every if path.name != accepted.RECORD]  # No page is made of it.
    return max(files, key=lambda path: path.stat().st_mtime, default=None)

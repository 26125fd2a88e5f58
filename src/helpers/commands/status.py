"""``briefing status``: what is done, what waits, and why a row of the data is not used."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console

from helpers.building.manifest import Inputs, Manifest
from helpers.building.notebooks import chapters
from helpers.commands.options import (
    OutOption,
    ProjectOption,
    UnitOption,
    nearby,
    reports_folder,
    unit_of,
)
from helpers.commands.output import open_console, write
from helpers.commands.speaking import LangOption, language, say
from helpers.store import data, parameters
from helpers.store.data import DataPackage
from helpers.store.frames import row_at
from helpers.store.unfilled import TO_FILL
from helpers.store.units import Units
from helpers.upkeep import schema
from helpers.upkeep.status import Judge, Late, Standing, standings
from helpers.upkeep.unknowns import unknowns
from helpers.words.language import LANGUAGES

#: So many rows of a late source are named; the others are counted.
_ROWS = 6


def status(
    province: UnitOption = None,
    lang: LangOption = None,
    out: OutOption = None,
    project: ProjectOption = None,
) -> None:
    """Say for each year what is done, what waits, and why a row of the data is not used."""
    folder = data.data_folder(project)
    package = schema.check(folder)
    newest = int(package["briefings"]["year"].max())
    unit = None if province is None else Units.known_to(package, newest).find(province)
    place = reports_folder(out, project)
    judge = _judge(package, folder.parent, place)
    found = standings(package, folder.parent, place, unit, LANGUAGES, judge)
    console = open_console()
    for each in found:
        _write(console, package, each)
        write(console, "")
    write(console, _next(package, found, unit, out), style="bold")


def _judge(package: DataPackage, project: Path, out: Path) -> Judge:
    """Return what says why a page is to be made again: what the batch would say, where it can."""
    inputs, manifest = Inputs(package, chapters(project / "notebooks")), Manifest(out)

    def judge(year: int, province: str, lang: str) -> str | None:
        chosen = parameters.check(package, {"year": year, "province": province, "lang": lang})
        reason = manifest.reason(chosen, inputs.of(chosen), paper=False)
        return None if reason == "new" else reason or ""

    return judge


def _write(console: Console, package: DataPackage, found: Standing) -> None:
    """Write how far a briefing is."""
    day = language().date(found.as_of) if found.as_of else TO_FILL
    names = row_at(package["provinces"].set_index("province"), found.province)
    head = {"year": str(found.year), "province": language().name(names), "day": day}
    state = "done" if found.is_done else "waits"
    write(console, say("cmd-status-year", state=state, **head), style="bold")
    for line in (*_pages(found), *_cells(found), *_editions(found), *_late(found)):
        write(console, line, indent=2)
    if found.as_of and not found.to_fill:
        for line in unknowns(package, found.province, language(), found.year):
            write(console, line, indent=2)


def _pages(found: Standing) -> Iterator[str]:
    for paper in found.papers:
        why = say("cmd-batch-why", reason=paper.why) if paper.why else ""
        newer = paper.newer.name if paper.newer else ""
        file = str(nearby(paper.path))
        yield say("cmd-status-page", state=paper.state, file=file, why=why, newer=newer)


def _cells(found: Standing) -> Iterator[str]:
    files = dict.fromkeys(cell.file for cell in found.to_fill)
    for file in files:
        count = sum(cell.file == file for cell in found.to_fill)
        yield say("cmd-status-cells", count=count, mark=TO_FILL, file=file)


def _editions(found: Standing) -> Iterator[str]:
    known = ", ".join(map(str, found.editions))
    yield say("cmd-status-editions", kind="some" if known else "none", editions=known)
    for edition, day in found.editions_to_come.items():
        first = language().date(day)
        yield say("cmd-status-edition-late", edition=str(edition), day=first)


def _late(found: Standing) -> Iterator[str]:
    for late in found.late:
        yield say(
            "cmd-status-late",
            source=late.source,
            day=language().date(late.day),
            rows=_listed(late),
            count=len(late.rows),
        )


def _listed(late: Late) -> str:
    names = [row.partition("/")[2] for row in late.rows]
    more = [say("cmd-more", count=len(names) - _ROWS)] if len(names) > _ROWS else []
    return ", ".join([*names[:_ROWS], *more])


def _next(
    package: DataPackage,
    found: Sequence[Standing],
    province: str | None,
    out: Path | None = None,
) -> str:
    """Return the command to run next; no briefing is built while cells of its year wait."""
    waits = [each for each in found if not each.is_done]
    if not waits:
        year = found[-1].year + 1
        unit = unit_of(package.calendar, province, year)
        command = f"briefing new-year {year} --province {unit} --form {year}.xlsx"
        return say("cmd-next-year", command=command)
    waiting = waits[0]
    if any(cell.year <= waiting.year for cell in package.to_fill):
        option = "" if province is None else f" --province {province}"
        return say("cmd-next-fill", mark=TO_FILL, command=f"briefing check{option}")
    there = "" if out is None else f" --out {shlex.quote(str(out))}"
    if province is None and len({each.year for each in waits if not each.to_fill}) > 1:
        return say("cmd-next-build", command=f"briefing batch{there}")
    several = sum(each.year == waiting.year for each in found) > 1
    named = f" --province {waiting.province}" if province is not None or several else ""
    return say("cmd-next-build", command=f"briefing build --year {waiting.year}{named}{there}")

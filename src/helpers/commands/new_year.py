"""``briefing new-year``: the rows of a new year, and what remains to be done for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from helpers.analysis import targets
from helpers.commands.options import HOME, ProjectOption, UnitOption, unit_of
from helpers.commands.output import tell_rewritten
from helpers.commands.speaking import LangOption, language, say, tell
from helpers.exceptions import ToFill
from helpers.store import data, tables, unfilled
from helpers.store.append import append, make_folder, write_all
from helpers.store.data import DataPackage
from helpers.store.descriptor import resources
from helpers.store.units import Units
from helpers.upkeep import schema
from helpers.upkeep.new_year import known_or_next, new_rows, targets_due
from helpers.words.refusals import refused

#: The steps that remain: messages, in their order.
_STEPS = ("cmd-step-briefing", "cmd-step-results", "cmd-step-agenda", "cmd-step-targets",
          "cmd-step-edition", "cmd-step-check", "cmd-step-build", "cmd-step-commit")  # fmt: skip
_IMPORT = (
    "briefing import-dti --edition ... --published ... --publisher ... --publisher-en ... {file}"
)


def new_year(
    year: Annotated[int, typer.Argument(help="cmd-help-next-year")],
    province: UnitOption = None,
    lang: LangOption = None,
    form: Annotated[Path | None, typer.Option(dir_okay=False, help="cmd-help-form")] = None,
    project: ProjectOption = None,
) -> None:
    """Add the rows of a new year, mark the cells to fill in, and list the steps that remain."""
    folder = data.data_folder(project)
    if form is not None:
        _write_form(folder, form, year, province)
        return
    package = schema.check_accepted(folder, complete=True)
    province = unit_of(package.calendar, province, year)
    rows = new_rows(package, year, province)  # It refuses what is no year before anything else.
    province = Units.known_to(package, year).find(province)
    taken = tables.taken(tables.read_all(folder))
    written = append(folder, rows)
    cells = data.load(folder).to_fill
    added = ", ".join(
        say("cmd-added-rows", count=len(rows[name]), file=f"{name}.csv") for name in rows
    )
    tell("cmd-added", rows=added, count=len(cells), mark=unfilled.TO_FILL)
    tell_rewritten(written, taken)
    typer.echo("")
    for place, step in enumerate(_steps(package, cells, year, province), start=1):
        typer.echo(f"{place}. {step}")
    typer.echo("")
    tell("cmd-undo", command="git checkout data", folder="data/")


def _steps(
    package: DataPackage, cells: Sequence[ToFill], year: int, province: str
) -> Iterator[str]:
    """Yield the steps that remain, in words."""
    option = "" if province == HOME else f" --province {province}"
    values = {
        "briefing": _place("briefings.csv", cells),
        "columns": ", ".join(cell.column for cell in cells if cell.file == "briefings.csv"),
        "results": _place("results.csv", cells),
        "due": _due(package, year, province),
        "command": _IMPORT.format(file=say("cmd-a-file")),
        "check": "briefing check",
        "build": f"briefing build --year {year}{option}",
        "year": str(year),
    }
    for step in _STEPS:
        yield say(step, **values)


def _write_form(folder: Path, file: Path, year: int, province: str | None) -> None:
    """Write the form of a year; the data stay as they are until it is taken."""
    from helpers.importing import form_sheets  # noqa: PLC0415  slow, and only forms need it

    if file.suffix.lower() != ".xlsx":
        raise refused("form-file-name", file=file.name)
    if file.exists():
        raise refused("form-file-there", file=str(file))
    package = schema.check(folder)
    unit = known_or_next(package, year, unit_of(package.calendar, province, year))
    asked = form_sheets.Form(year, unit, package, resources(folder))
    make_folder(file.parent)
    write_all({file: form_sheets.workbook(asked)})
    tell("form-next", file=str(file))


def _place(file: str, cells: Sequence[ToFill]) -> str:
    """Name the rows of a file that are to be filled in: they follow one another."""
    rows = sorted({cell.row for cell in cells if cell.file == file})
    if not rows:
        return file
    span = str(rows[0]) if len(rows) == 1 else f"{rows[0]}-{rows[-1]}"
    return say("cmd-rows-of", file=file, count=len(rows), rows=span)


def _due(package: DataPackage, year: int, province: str) -> str:
    due = targets.plain(package, targets_due(package, year, province), language().code)
    if not due:
        return say("cmd-none-due", year=str(year))
    return "\n   ".join([say("cmd-due", year=str(year)), *due])

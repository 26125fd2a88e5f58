"""``briefing new-year``: the rows of a new year, and what remains to be done for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from helpers.analysis import targets
from helpers.commands.options import HOME, ProjectOption, ProvinceOption
from helpers.commands.output import tell_rewritten
from helpers.exceptions import ParameterError, ToFill, counted
from helpers.store import data, tables, unfilled
from helpers.store.append import append, make_folder, write_all
from helpers.store.data import DataPackage
from helpers.store.descriptor import resources
from helpers.store.units import Units
from helpers.upkeep import schema
from helpers.upkeep.new_year import known_or_next, new_rows, targets_due
from helpers.words.refusals import said

_STEPS = """
1. {briefing}: fill in {columns}. Nothing published after the as_of day
   may appear in the briefing.
2. {results}: fill in each row as its source puts it, period and timing too, or
   delete it if nothing is published. A new source goes into sources.csv first; a locator that
   is not known stays empty.
3. agenda.csv, agenda_links.csv: limitations, tasks, goals and links from the committee's report.
   Without them the briefing says that they are not known.
4. targets.csv: targets set since. {due}
5. The DTI edition published since, if there is one:
   briefing import-dti --edition ... --published ... --publisher ... --publisher-en ... FILE
6. briefing check: lists every cell that is left.
7. briefing build --year {year}{option}; look at the page; make test.
8. Commit data/ and reports/{year}.

To undo: git checkout data (it takes back whatever is not committed there)."""


def new_year(
    year: Annotated[int, typer.Argument(help="The new reporting year.")],
    province: ProvinceOption = HOME,
    form: Annotated[
        Path | None,
        typer.Option(dir_okay=False, help="Write an Excel form to fill in instead; see `take`."),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Add the rows of a new year, mark the cells to fill in, and list the steps that remain."""
    folder = data.data_folder(project)
    if form is not None:
        _write_form(folder, form, year, province)
        return
    package = schema.check(folder, complete=True)
    rows = new_rows(package, year, province)  # It refuses what is no year before anything else.
    province = Units.known_to(package, year).find(province)
    taken = tables.taken(tables.read_all(folder))
    written = append(folder, rows)
    cells = data.load(folder).to_fill
    added = ", ".join(f"{counted(len(rows[name]), 'row')} to {name}.csv" for name in rows)
    typer.echo(f"Added {added}: {counted(len(cells), 'cell')} to fill in, each {unfilled.TO_FILL}")
    tell_rewritten(written, taken)
    typer.echo(
        _STEPS.format(
            briefing=_place("briefings.csv", cells),
            columns=", ".join(cell.column for cell in cells if cell.file == "briefings.csv"),
            results=_place("results.csv", cells),
            due=_due(package, year, province),
            year=year,
            option="" if province == HOME else f" --province {province}",
        )
    )


def _write_form(folder: Path, file: Path, year: int, province: str) -> None:
    """Write the form of a year; the data stay as they are until it is taken."""
    from helpers.importing import form_sheets  # noqa: PLC0415  slow, and only forms need it

    if file.suffix.lower() != ".xlsx":
        raise ParameterError(said("form-file-name", file=file.name))
    if file.exists():
        raise ParameterError(said("form-file-there", file=str(file)))
    package = schema.check(folder)
    asked = form_sheets.Form(
        year, known_or_next(package, year, province), package, resources(folder)
    )
    make_folder(file.parent)
    write_all({file: form_sheets.workbook(asked)})
    for words in said("form-next", file=str(file)).values():
        typer.echo(words)


def _place(file: str, cells: Sequence[ToFill]) -> str:
    """Name the rows of a file that are to be filled in: they follow one another."""
    rows = sorted({cell.row for cell in cells if cell.file == file})
    if len(rows) > 1:
        return f"{file}, rows {rows[0]}-{rows[-1]}"
    return ", row ".join([file, *map(str, rows)])


def _due(package: DataPackage, year: int, province: str) -> str:
    due = targets.plain(package, targets_due(package, year, province))
    if not due:
        return f"None that is there is due in {year}."
    return "\n   ".join([f"Due in {year}:", *due])

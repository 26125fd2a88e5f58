"""``briefing import-dti``: a table of the index, as it was published, becomes rows of the data."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.analysis import proof
from helpers.analysis.edition import Edition
from helpers.commands.options import ProjectOption
from helpers.commands.output import tell_rewritten
from helpers.commands.speaking import say, tell
from helpers.store import data, tables
from helpers.store.append import append
from helpers.upkeep import schema
from helpers.words.refusals import refused

if TYPE_CHECKING:
    from helpers.importing.dti_preview import Section


#: How a day is written in the data.
_A_DAY = "2025-02-06"


def import_dti(  # noqa: PLR0913, PLR0917  its options
    file: Annotated[Path, typer.Argument(help="cmd-help-dti-file")],
    edition: Annotated[int, typer.Option(help="cmd-help-edition")],
    published: Annotated[str, typer.Option(help="cmd-help-published")],
    like: Annotated[int, typer.Option(help="cmd-help-like")],
    sheet: Annotated[str, typer.Option(help="cmd-help-sheet")] = "",
    source: Annotated[str, typer.Option(help="cmd-help-source")] = "",
    partial: Annotated[bool, typer.Option("--partial", help="cmd-help-partial")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="cmd-help-yes")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="cmd-help-dry-run")] = (False),
    project: ProjectOption = None,
) -> None:
    """Add a DTI edition from a file: show how it was read, prove it, append it to the data.

    On a terminal it asks before it writes; elsewhere it writes at once.
    """
    # Slow readers.
    from helpers.importing import (  # noqa: PLC0415
        dti_import,
        dti_preview,
        dti_rows,
        table_files,
    )

    folder = data.data_folder(project)
    new = dti_rows.Edition(edition, _day(published), like, source, partial)
    schema.ask(lambda package: dti_import.check(package, new), folder)
    package = schema.check(folder)
    planned = dti_import.plan(package, table_files.read(file), new, sheet)
    for section in dti_preview.sections(planned):
        _show(section)
    proven = dti_import.prove(folder, planned)
    tell("cmd-import-proof", proven=str(proof.tally(Edition.of(proven, edition))))
    if dry_run or not (yes or _agreed()):
        tell("cmd-nothing-written")
        return
    taken = tables.taken(tables.read_all(folder))
    written = append(folder, planned.rows)
    for path in written:
        tell("cmd-added-to", file=path.name)
    tell_rewritten(written, taken)
    tell("cmd-next", command="briefing check")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        named = {"option": "--published", "example": _A_DAY}
        raise refused("cmd-no-day", text=text, **named) from error


def _agreed() -> bool:
    """Ask on a terminal; where nobody can answer, the command itself is the answer."""
    if not sys.stdin.isatty():
        return True
    try:
        return typer.confirm(say("cmd-write-rows"))
    except typer.Abort:
        return False


def _show(section: Section) -> None:
    from rich.console import Console  # noqa: PLC0415  only where there is something to show
    from rich.table import Table  # noqa: PLC0415

    console = Console(markup=False, emoji=False, highlight=False)
    if not console.is_terminal:
        lines = [" | ".join(row) for row in (section.columns, *section.rows)]
        typer.echo("\n  ".join([f"{section.title}:", *lines]))
        return
    table = Table(*section.columns, title=section.title, title_justify="left")
    for row in section.rows:
        table.add_row(*row)
    console.print(table)

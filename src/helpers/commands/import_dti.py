"""``briefing import-dti``: a table of the index, as it was published, becomes rows of the data."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.analysis import proof, strength
from helpers.analysis.edition import Edition
from helpers.commands.options import ProjectOption
from helpers.commands.output import tell_rewritten
from helpers.exceptions import ImportRefusedError, ParameterError, Problem
from helpers.store import data, tables
from helpers.store.append import append
from helpers.upkeep import schema
from helpers.words.refusals import unfit

if TYPE_CHECKING:
    from helpers.importing.dti_import import Plan
    from helpers.importing.dti_preview import Section
    from helpers.importing.dti_rows import Document


def import_dti(  # noqa: PLR0913, PLR0917  its options
    file: Annotated[Path, typer.Argument(help="A saved page, xlsx, xls, ods or CSV.")],
    edition: Annotated[int, typer.Option(help="The year the table measures.")],
    published: Annotated[str, typer.Option(help="Its day of publication, such as 2025-02-06.")],
    like: Annotated[
        int, typer.Option(help="The edition whose method it has (default: the newest).")
    ] = 0,
    sheet: Annotated[str, typer.Option(help="The sheet of a workbook (default: all).")] = "",
    source: Annotated[
        str, typer.Option(help="Its source in data/sources.csv (default: a new one).")
    ] = "",
    publisher: Annotated[str, typer.Option(help="Who published it, in Vietnamese.")] = "",
    publisher_en: Annotated[str, typer.Option(help="Who published it, in English.")] = "",
    title: Annotated[str, typer.Option(help="Its title (default: what the file says).")] = "",
    url: Annotated[str, typer.Option(help="Its address (default: what the file says).")] = "",
    points: Annotated[
        Path | None, typer.Option(help="Its own points: a table of component and points.")
    ] = None,
    confirm: Annotated[
        Path | None, typer.Option(help="What others print of it: a table of facts to hold it to.")
    ] = None,
    units: Annotated[int, typer.Option(help="How many units it ranks (default: by names).")] = 0,
    partial: Annotated[
        bool, typer.Option("--partial", help="Provinces or cells may be missing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show and prove, write nothing.")] = (
        False
    ),
    project: ProjectOption = None,
) -> None:
    """Add a DTI edition from a file: show how it was read, prove it, append it to the data.

    On a terminal it asks before it writes; elsewhere it writes at once, unless something is odd.
    """
    # Slow readers.
    from helpers.importing import dti_import, dti_points, dti_rows, table_files  # noqa: PLC0415

    folder = data.data_folder(project)
    document = dti_rows.Document(publisher, publisher_en, title, url)
    own = dti_points.read(points) if points else {}
    new = dti_rows.Edition(
        edition, _day(published), like, source, partial, units, own, _asked(document, source)
    )
    new = schema.ask(lambda package: dti_import.check(package, new), folder)
    package = schema.check(folder)
    planned = dti_import.plan(package, table_files.read(file), new, sheet)
    if confirm:
        planned = dti_import.with_confirmations(planned, confirm)
    odd = _shown(folder, planned)
    if dry_run or not _agreed(odd, yes):
        typer.echo("Nothing was written.")
        return
    taken = tables.taken(tables.read_all(folder))
    written = append(folder, planned.rows)
    for path in written:
        typer.echo(f"Added to {path.name}")
    tell_rewritten(written, taken)
    typer.echo("Next: briefing check")


def _asked(document: Document, source: str) -> Document:
    """Ask on a terminal who published the table, where it becomes a new source."""
    if source or document.publisher or not sys.stdin.isatty():
        return document
    publisher = typer.prompt("Who published it, in Vietnamese")
    publisher_en = document.publisher_en or typer.prompt("Who published it, in English")
    return replace(document, publisher=publisher, publisher_en=publisher_en)


def _shown(folder: Path, planned: Plan) -> Sequence[Problem]:
    """Show how the file was read and what it proves; return what is odd about it."""
    from helpers.importing import dti_import, dti_moves, dti_preview  # noqa: PLC0415  slow

    for section in dti_preview.sections(planned):
        _show(section)
    proven = dti_import.prove(folder, planned)
    new = Edition.of(proven, planned.edition.year, len(planned.names.ids))
    typer.echo(f"Proof: {proof.tally(new)}")
    compared = dti_moves.compared(proven, new)
    for section in dti_preview.of_proof(strength.strength(new), compared, planned.names):
        _show(section)
    return compared.questions if compared else ()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ParameterError(f"--published “{text}” is no day such as 2025-02-06") from error


def _agreed(odd: Sequence[Problem], yes: bool) -> bool:
    """Ask on a terminal; where nobody can answer, the command itself is, unless something is odd.

    Raises
    ------
    ImportRefusedError
        Where something is odd, and there is nobody to ask.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        if odd:
            raise unfit(odd, kind=ImportRefusedError)
        return True
    for problem in odd:
        typer.echo(f"Odd: {problem}")
    try:
        return typer.confirm("Write these rows?")
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

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
from helpers.commands.speaking import language, say, tell
from helpers.exceptions import ImportRefusedError, Problem
from helpers.store import data, tables
from helpers.store.append import append
from helpers.upkeep import schema
from helpers.words.refusals import line_of, refused, unfit

if TYPE_CHECKING:
    from helpers.importing.dti_import import Plan
    from helpers.importing.dti_preview import Section
    from helpers.importing.dti_rows import Document


#: How a day is written in the data.
_A_DAY = "2025-02-06"


def import_dti(  # noqa: PLR0913, PLR0917  its options
    file: Annotated[Path, typer.Argument(help="cmd-help-dti-file")],
    edition: Annotated[int, typer.Option(help="cmd-help-edition")],
    published: Annotated[str, typer.Option(help="cmd-help-published")],
    like: Annotated[int, typer.Option(help="cmd-help-like")] = 0,
    sheet: Annotated[str, typer.Option(help="cmd-help-sheet")] = "",
    source: Annotated[str, typer.Option(help="cmd-help-source")] = "",
    publisher: Annotated[str, typer.Option(help="cmd-help-publisher")] = "",
    publisher_en: Annotated[str, typer.Option(help="cmd-help-publisher-en")] = "",
    title: Annotated[str, typer.Option(help="cmd-help-title")] = "",
    url: Annotated[str, typer.Option(help="cmd-help-url")] = "",
    points: Annotated[Path | None, typer.Option(help="cmd-help-points")] = None,
    confirm: Annotated[Path | None, typer.Option(help="cmd-help-confirm")] = None,
    units: Annotated[int, typer.Option(help="cmd-help-units")] = 0,
    partial: Annotated[bool, typer.Option("--partial", help="cmd-help-partial")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="cmd-help-yes")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="cmd-help-dry-run")] = (False),
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
    package = schema.check_accepted(folder)
    planned = dti_import.plan(package, table_files.read(file), new, sheet)
    if confirm:
        planned = dti_import.with_confirmations(planned, confirm)
    odd = _shown(folder, planned)
    if dry_run:
        _tell_odd(odd)
        if odd:
            tell("cmd-odd-remains", count=len(odd))
    if dry_run or not _agreed(odd, yes):
        tell("cmd-nothing-written")
        return
    taken = tables.taken(tables.read_all(folder))
    written = append(folder, planned.rows)
    for path in written:
        tell("cmd-added-to", file=path.name)
    tell_rewritten(written, taken)
    tell("cmd-next", command="briefing check")


def _asked(document: Document, source: str) -> Document:
    """Ask on a terminal who published the table, where it becomes a new source."""
    if source or document.publisher or not sys.stdin.isatty():
        return document
    publisher = typer.prompt(say("cmd-ask-publisher"))
    publisher_en = document.publisher_en or typer.prompt(say("cmd-ask-publisher-en"))
    return replace(document, publisher=publisher, publisher_en=publisher_en)


def _shown(folder: Path, planned: Plan) -> Sequence[Problem]:
    """Show how the file was read and what it proves; return what is odd about it."""
    from helpers.importing import dti_import, dti_moves, dti_preview  # noqa: PLC0415  slow

    for section in dti_preview.sections(planned, language()):
        _show(section)
    proven = dti_import.prove(folder, planned)
    new = Edition.of(proven, planned.edition.year, len(planned.names.ids))
    proven_words = proof.tally(new).worded.by(language().code)
    tell("cmd-import-proof", proven=proven_words)
    compared = dti_moves.compared(proven, new)
    strong = strength.strength(new)
    for section in dti_preview.of_proof(strong, compared, planned.names, language()):
        _show(section)
    return compared.questions if compared else ()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        named = {"option": "--published", "example": _A_DAY}
        raise refused("cmd-no-day", text=text, **named) from error


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
    _tell_odd(odd)
    try:
        return typer.confirm(say("cmd-write-rows"))
    except typer.Abort:
        return False


def _tell_odd(odd: Sequence[Problem]) -> None:
    for problem in odd:
        tell("cmd-odd", problem=line_of(problem)[language().code])


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

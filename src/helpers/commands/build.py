"""``briefing build``: the chapters are run, and each briefing is published as one file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.commands.options import (
    ALL,
    OutOption,
    ProjectOption,
    ProvinceOption,
    languages_of,
    nearby,
    reports_folder,
    require_year,
)
from helpers.commands.speaking import say
from helpers.words.refusals import refused

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PdfOption = Annotated[bool, typer.Option("--pdf", help="cmd-help-pdf")]


def build(  # noqa: PLR0913, PLR0917  its options
    year: Annotated[str, typer.Option(help="cmd-help-years")] = ALL,
    province: ProvinceOption = ALL,
    lang: Annotated[str, typer.Option(help="cmd-help-langs")] = ALL,
    out: OutOption = None,
    pdf: PdfOption = False,
    draft: Annotated[bool, typer.Option("--draft", help="cmd-help-draft")] = False,
    project: ProjectOption = None,
) -> None:
    """Run the chapters and publish each year's briefing as one HTML file a language."""
    languages = languages_of(lang)
    if draft:
        _draft(year, province, languages, reports_folder(out, project), project, pdf)
        return
    require_year(year)
    # What reads tables is slow to import; what runs and exports notebooks takes seconds.
    from helpers.commands import wanted  # noqa: PLC0415

    briefings = wanted.briefings(project, year, province, languages)
    from helpers.building import pipeline  # noqa: PLC0415

    out, files = reports_folder(out, project), dict[Path, None]()
    with _progress() as progress:
        for each, unit in briefings:
            task = progress.add_task(
                say("cmd-building", year=str(each), province=unit),
                total=None,
                step=say("cmd-checking"),
            )

            def report(step: str, done: int, count: int, task: TaskID = task) -> None:
                progress.update(task, completed=done, total=count, step=step)

            made = pipeline.build(each, unit, languages, out, project, report, pdf)
            files |= dict.fromkeys(made)
    for file in files:
        typer.echo(nearby(file))


def _draft(  # noqa: PLR0913, PLR0917  the options of `build`
    year: str,
    province: str,
    languages: Sequence[str],
    out: Path,
    project: Path | None,
    pdf: bool,
) -> None:
    """Make the draft of one briefing; nothing that is published changes."""
    if not year.isdecimal() or pdf:
        raise refused("draft-options")
    from helpers.building import pipeline  # noqa: PLC0415  slow; see `build`
    from helpers.commands import wanted  # noqa: PLC0415

    if province == ALL:
        province = wanted.home(project, int(year))
    for file in pipeline.draft(int(year), province, languages, out, project):
        typer.echo(nearby(file))


def _progress() -> Progress:
    from rich.console import Console  # noqa: PLC0415  not to refuse
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[step]}"),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )

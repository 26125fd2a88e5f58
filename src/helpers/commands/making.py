"""What the commands that make briefings have in common: their options, the bar, the last words."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.building.forks import Limits
from helpers.commands.options import nearby, reports_folder
from helpers.commands.speaking import language, say, seconds
from helpers.exceptions import BriefingError
from helpers.store import data
from helpers.words.refusals import refused

if TYPE_CHECKING:
    from rich.progress import Progress

    from helpers.building.asked import Options
    from helpers.building.batch import Outcome

#: With less a chapter cannot begin: what it has imported takes a third of it.
LEAST_MEMORY = 1024

PdfOption = Annotated[bool, typer.Option("--pdf", help="cmd-help-pdf")]
KernelOption = Annotated[bool, typer.Option("--kernel", help="cmd-help-kernel")]
CellSecondsOption = Annotated[float, typer.Option(min=1, help="cmd-help-cell-seconds")]
MemoryOption = Annotated[int, typer.Option(min=0, help="cmd-help-memory")]
JobsOption = Annotated[int | None, typer.Option(min=0, help="cmd-help-jobs")]


def limits(cell_seconds: float, memory: int) -> Limits:
    """Return what a cell may take.

    Raises
    ------
    ParameterError
        If it is less memory than a chapter has before its first cell.
    """
    if 0 < memory < LEAST_MEMORY:
        raise refused("cmd-little-memory", memory=str(memory), least=str(LEAST_MEMORY))
    return Limits(cell_seconds, memory)


def make(
    wanted: Sequence[tuple[int, str]],
    languages: Sequence[str],
    out: Path | None,
    project: Path | None,
    options: Options,
) -> list[Outcome]:
    """Make briefings under a bar that says how far they are; see :func:`batch`."""
    folder = (project or data.find_project()) / "data"
    reports = reports_folder(out, project)
    options.begin(folder, reports, wanted)
    # What checks the data takes a while to import: not to refuse.
    from helpers.building.batch import batch  # noqa: PLC0415

    with _progress() as progress:
        task = progress.add_task(say("cmd-checking"), total=None, step="")

        def report(briefing: str, step: str, done: int, count: int) -> None:
            progress.update(task, description=briefing, step=step, completed=done, total=count)

        return batch(wanted, languages, reports, project, options, report)


def tell_files(outcomes: Sequence[Outcome], out: Path | None, project: Path | None) -> None:
    """Tell each file that was written, the list of briefings last.

    Raises
    ------
    BriefingError
        If a briefing failed: what it failed of, or of several, each by its name.
    """
    for outcome in outcomes:
        for file in outcome.files:
            typer.echo(nearby(file))
    failed = [each for each in outcomes if each.error is not None]
    if len(failed) < len(outcomes):
        typer.echo(nearby(reports_folder(out, project).resolve() / "index.html"))
    if len(failed) == 1 and failed[0].error is not None:
        raise failed[0].error
    if failed:
        raise BriefingError("\n".join(map(_failed, failed)))


def tell_outcomes(outcomes: Sequence[Outcome]) -> None:
    """Tell what became of each briefing, and how many there are of each kind.

    Raises
    ------
    BriefingError
        If some failed, with what each failed of.
    """
    made = [each for each in outcomes if each.why and each.error is None]
    failed = [each for each in outcomes if each.error is not None]
    for each in made:
        typer.echo(_made(each))
    counts = {"made": len(made), "failed": len(failed)}
    waiting = sum(each.waits for each in outcomes if not each.why)
    if waiting:
        typer.echo(say("cmd-batch-waiting", count=waiting))
    fresh = len(outcomes) - len(made) - len(failed) - waiting
    typer.echo(say("cmd-batch-sum", fresh=fresh, **counts))
    if failed:
        raise BriefingError("\n".join(map(_failed, failed)))


def _made(outcome: Outcome) -> str:
    reasons = [f"{lang}: {say('cmd-batch-why', reason=why)}" for lang, why in outcome.why.items()]
    took = seconds(outcome.seconds)
    return say("cmd-batch-made", briefing=_named(outcome), why="; ".join(reasons), seconds=took)


def _failed(outcome: Outcome) -> str:
    error = outcome.error
    known = error.said if isinstance(error, BriefingError) else {}
    fault = known.get(language().code, str(error))
    return say("cmd-batch-failed", briefing=_named(outcome), fault=fault)


def _named(outcome: Outcome) -> str:
    return f"{outcome.year} {outcome.province}"


def _progress() -> Progress:
    from rich.console import Console  # noqa: PLC0415  not to refuse
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[step]}"),
        console=console,
        # A log is no terminal, whoever wants colours in it.
        disable=not sys.stderr.isatty(),
        transient=True,
    )

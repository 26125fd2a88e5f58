"""``briefing build``: the chapters are run, and each briefing is published as one file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from helpers.building.forks import LIMITS
from helpers.commands import making
from helpers.commands.making import (
    CellSecondsOption,
    JobsOption,
    KernelOption,
    MemoryOption,
    PdfOption,
)
from helpers.commands.options import (
    ALL,
    OutOption,
    ProjectOption,
    languages_of,
    nearby,
    reports_folder,
    require_year,
)
from helpers.words.refusals import refused


def build(  # noqa: PLR0913, PLR0917  its options
    year: Annotated[str, typer.Option(help="cmd-help-years")] = ALL,
    province: Annotated[str, typer.Option(help="cmd-help-named-province")] = ALL,
    lang: Annotated[str, typer.Option(help="cmd-help-langs")] = ALL,
    out: OutOption = None,
    pdf: PdfOption = False,
    kernel: KernelOption = False,
    jobs: JobsOption = None,
    cell_seconds: CellSecondsOption = LIMITS.seconds,
    memory: MemoryOption = LIMITS.memory,
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
    from helpers.building.asked import Options  # noqa: PLC0415

    limits = making.limits(cell_seconds, memory)
    options = Options(paper=pdf, kernel=kernel, jobs=jobs, force=True, limits=limits)
    making.tell_files(making.make(briefings, languages, out, project, options), out, project)


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

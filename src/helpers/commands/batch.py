"""``briefing batch``: many briefings in one run; those that are up to date are left."""

from __future__ import annotations

from typing import Annotated

import typer

from helpers.building.asked import REASONS
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
    NAMED,
    OutOption,
    ProjectOption,
    languages_of,
    require_year,
)
from helpers.exceptions import shortened
from helpers.words.refusals import refused


def batch(  # noqa: PLR0913, PLR0917  its options
    year: Annotated[str, typer.Option(help="cmd-help-years")] = ALL,
    provinces: Annotated[str, typer.Option(help="cmd-help-provinces")] = NAMED,
    lang: Annotated[str, typer.Option(help="cmd-help-langs")] = ALL,
    force: Annotated[bool, typer.Option("--force", help="cmd-help-force")] = False,
    only: Annotated[str, typer.Option(help="cmd-help-only")] = "",
    out: OutOption = None,
    pdf: PdfOption = False,
    kernel: KernelOption = False,
    jobs: JobsOption = None,
    cell_seconds: CellSecondsOption = LIMITS.seconds,
    memory: MemoryOption = LIMITS.memory,
    scheduler: Annotated[str, typer.Option(help="cmd-help-scheduler")] = "",
    project: ProjectOption = None,
) -> None:
    """Make many briefings in one run; leave those that are up to date."""
    languages = languages_of(lang)
    require_year(year)
    reasons = [each.strip() for each in only.split(",") if each.strip()]
    for each in reasons:
        if each not in REASONS:
            raise refused("cmd-no-reason", reason=shortened(each), known=", ".join(REASONS))
    if scheduler and (kernel or jobs is not None):
        raise refused("cmd-cluster-options")
    if reasons and force:
        raise refused("cmd-only-or-force")
    # What reads tables is slow to import; what runs and exports notebooks takes seconds.
    from helpers.commands import wanted  # noqa: PLC0415

    briefings = wanted.many(project, year, provinces, languages)
    from helpers.building.asked import Options  # noqa: PLC0415

    limits = making.limits(cell_seconds, memory)
    options = Options(pdf, kernel, jobs, force, frozenset(reasons), scheduler, limits)
    making.tell_outcomes(making.make(briefings, languages, out, project, options))

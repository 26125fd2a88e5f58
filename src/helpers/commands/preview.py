"""``briefing preview``: one chapter is run, the others are of the last run; a page to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from helpers.commands.options import (
    NewestYearOption,
    OneLangOption,
    OutOption,
    ProjectOption,
    UnitOption,
    languages_of,
    nearby,
    reports_folder,
)
from helpers.commands.speaking import say, seconds
from helpers.words.language import LANGUAGES

if TYPE_CHECKING:
    from helpers.building.preview import Shown


def preview(  # noqa: PLR0913, PLR0917  its options
    chapter: Annotated[str, typer.Argument(help="cmd-help-chapter")],
    year: NewestYearOption = None,
    province: UnitOption = None,
    lang: OneLangOption = LANGUAGES[0],
    out: OutOption = None,
    project: ProjectOption = None,
) -> None:
    """Run one chapter, take the others from the last run, and write a page to look at."""
    languages = languages_of(lang)
    # What reads tables is slow to import; what runs and exports notebooks takes seconds.
    from helpers.commands import wanted  # noqa: PLC0415

    asked = wanted.one(project, year, province, languages)
    from helpers.building import notebooks  # noqa: PLC0415
    from helpers.building.preview import Desk, named  # noqa: PLC0415
    from helpers.exceptions import OrphanNumberError  # noqa: PLC0415
    from helpers.store import data  # noqa: PLC0415

    home = project or data.find_project()
    own = named(notebooks.chapters(home / "notebooks"), chapter)
    desk = Desk(*asked, languages, reports_folder(out, project), home)
    shown = desk.show(lambda each: each.name == own.name)
    tell_shown(shown)
    if shown.faults:
        raise OrphanNumberError(list(shown.faults))


def tell_shown(shown: Shown) -> None:
    """Tell where the pages are, what was run for them, and how long it took."""
    took, ran = seconds(shown.seconds), ", ".join(shown.ran)
    for page in shown.pages:
        typer.echo(
            say("cmd-preview-made", file=str(nearby(page)), seconds=took, count=len(shown.ran),
                names=ran)
        )  # fmt: skip

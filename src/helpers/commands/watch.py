"""``briefing watch``: what changes is run again, and the page to look at is made anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

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
from helpers.commands.speaking import say, tell, tell_error
from helpers.exceptions import BriefingError
from helpers.words.language import LANGUAGES

if TYPE_CHECKING:
    from helpers.building.preview import Again, Desk
    from helpers.building.watching import Changes


def watch(
    year: NewestYearOption = None,
    province: UnitOption = None,
    lang: OneLangOption = LANGUAGES[0],
    out: OutOption = None,
    project: ProjectOption = None,
) -> None:
    """Make a page to look at, and make it again whenever what it is made of changes."""
    languages = languages_of(lang)
    try:
        # What reads tables is slow to import; what runs and exports notebooks takes seconds.
        from helpers.commands import wanted  # noqa: PLC0415

        asked = wanted.one(project, year, province, languages)
        from helpers.store import data  # noqa: PLC0415

        _watch(*asked, languages, reports_folder(out, project), project or data.find_project())
    except KeyboardInterrupt:
        tell("cmd-watch-ended")


def _watch(year: int, province: str, languages: Sequence[str], out: Path, project: Path) -> None:
    """Watch until a person stops it."""
    from helpers.building import watching  # noqa: PLC0415  slow; see `watch`
    from helpers.building.preview import Desk  # noqa: PLC0415

    found = watching.changes(project)
    next(found)  # What changes from here on is seen, also while the first page is made.
    desk = Desk(year, province, languages, out, project)
    _show(desk, lambda chapter: False)
    _tell(say("cmd-watching", briefing=f"{year} {province}"))
    for changed in found:
        _tell(
            say("cmd-watch-changed", names=", ".join(str(nearby(each)) for each in changed.files))
        )
        if code := changed.of("code"):
            if broken := watching.broken(code):
                tell_error(BriefingError(say("cmd-watch-broken", file=str(nearby(broken)))))
                continue
            _start_again()
        _take(desk, changed)


def _take(desk: Desk, changed: Changes) -> None:
    """Make the pages again, with all chapters if what they share changed."""
    shared, words = bool(changed.of("data") or changed.of("words")), bool(changed.of("words"))
    if shared:
        desk.forget(words)
    own = {path.name for path in changed.of("notebook")}
    _show(desk, lambda chapter: shared or chapter.path.name in own)


def _show(desk: Desk, again: Again) -> None:
    """Make the pages; what is wrong is told, and ends nothing."""
    from helpers.commands.preview import tell_shown  # noqa: PLC0415  as in `_watch`
    from helpers.exceptions import OrphanNumberError  # noqa: PLC0415

    try:
        shown = desk.show(again)
    except BriefingError as error:
        tell_error(error)
        return
    except Exception as error:  # Whatever half a change breaks, the next one may mend.
        tell_error(BriefingError(f"{type(error).__name__}: {error}"))
        return
    tell_shown(shown)
    if shown.faults:
        tell_error(OrphanNumberError(list(shown.faults)))
    sys.stdout.flush()


def _tell(line: str) -> None:
    typer.echo(line)
    sys.stdout.flush()  # Who looks at a file or a pipe sees it now too.


def _start_again() -> None:
    """Become a new process of the same command: nothing that is imported is imported anew."""
    _tell(say("cmd-watch-restart"))
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])

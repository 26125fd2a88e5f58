"""``briefing accept``: the tables are meant as they are now; which rows changed is shown first."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from helpers.commands import accepting
from helpers.commands.options import ProjectOption
from helpers.commands.speaking import LangOption, say, tell
from helpers.exceptions import BriefingError
from helpers.store import accepted, data, tables
from helpers.store.append import write_all
from helpers.store.descriptor import resources
from helpers.upkeep import schema
from helpers.words.refusals import said


def accept(
    yes: Annotated[bool, typer.Option("--yes", help="cmd-help-accept-yes")] = False,
    lang: LangOption = None,
    project: ProjectOption = None,
) -> None:
    """Show which rows are not as they were accepted, ask, and accept the tables as they are.

    Only sound data are accepted. Without a terminal to ask on it takes --yes.
    """
    folder = data.data_folder(project)
    texts = tables.read_all(folder)
    schema.check(folder, texts=texts)
    plain = {file: table.text for file, table in texts.items()}
    new = accepted.kept(folder, plain, anew=True)
    if all(path.is_file() and path.read_bytes() == content for path, content in new.items()):
        tell("cmd-as-accepted", tables=len(texts))
        return
    found = accepted.changes(folder, texts, resources(folder))
    for file, differs in found.items():
        for line in accepting.rows(file, differs):
            typer.echo(line)
    # Where only the record is gone the descriptor still proves every table: nothing to look at.
    if found and not (yes or _agreed()):
        tell("cmd-nothing-written")
        return
    write_all(new)
    tell("cmd-accepted", tables=len(texts), file=accepted.RECORD)


def _agreed() -> bool:
    """Ask on a terminal.

    Raises
    ------
    BriefingError
        Where there is nobody to ask.
    """
    if not sys.stdin.isatty():
        raise BriefingError(said("cmd-accept-unasked", option="--yes"))
    try:
        return typer.confirm(say("cmd-ask-accept"))
    except typer.Abort:
        return False

"""``briefing take``: a filled form becomes rows of the data, after everybody has seen which."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from helpers.commands.options import ProjectOption
from helpers.commands.output import open_console, tell_rewritten, write
from helpers.commands.speaking import LangOption, language
from helpers.exceptions import BriefingError, DataError
from helpers.importing import form_plan, form_reading, form_told
from helpers.importing.form_plan import Change, Plan
from helpers.store import data, tables
from helpers.store.data import DataPackage
from helpers.store.descriptor import resources
from helpers.upkeep import schema
from helpers.upkeep.new_year import known_or_next
from helpers.upkeep.unknowns import unknowns
from helpers.words.language import Language, Said
from helpers.words.refusals import said

#: What is in doubt, and where, by language.
Doubt = Mapping[str, str]


class _Teller:
    """Says and asks in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._console = open_console()

    def say(self, message: str, **values: Said) -> None:
        """Say a sentence."""
        self.write(str(self.language.say(message, **values)))

    def write(self, words: str, indent: int = 0) -> None:
        """Write words in lines that can be read."""
        write(self._console, words, indent=indent)

    def agreed(self, message: str, **values: Said) -> bool:
        """Ask on a terminal, which the caller knows to be there."""
        try:
            return typer.confirm(str(self.language.say(message, **values)))
        except typer.Abort:
            return False


def take(
    file: Annotated[Path, typer.Argument(help="cmd-help-filled")],
    yes: Annotated[bool, typer.Option("--yes", help="cmd-help-take-yes")] = False,
    lang: LangOption = None,
    project: ProjectOption = None,
) -> None:
    """Take a filled form: show old and new of each row, prove them, write all or nothing.

    On a terminal it asks before it writes, and at every value that looks mistyped; elsewhere it
    writes at once, but what looks mistyped only with --yes.
    """
    _take(data.data_folder(project), file, yes, _Teller(language()))


def _take(folder: Path, file: Path, yes: bool, teller: _Teller) -> None:
    package = schema.check_accepted(folder)
    table = package["indicators"]
    units = dict(zip(table["indicator"], table["unit"], strict=True))
    filled = form_reading.read(file, resources(folder), units)
    known_or_next(package, filled.year, filled.province)
    planned = form_plan.plan(folder, filled)
    for kept in planned.kept:
        teller.write(form_told.told_kept(kept, teller.language), indent=2)
    if not planned.changes:
        if planned.kept:
            teller.say("form-stays", count=len(planned.kept))
        teller.say("form-nothing-new", count=planned.unchanged)
        return
    for change in planned.changes:
        teller.write(form_told.told(change, package, teller.language), indent=2)
    doubts = _doubts(folder, planned, package)
    form_plan.prove(folder, planned)
    if not _sure(doubts, yes, teller):
        teller.say("form-not-written")
        return
    if sys.stdin.isatty() and not (yes or teller.agreed("form-ask-write")):
        teller.say("form-not-written")
        return
    taken = tables.taken(tables.read_all(folder))
    written = planned.write(folder)
    for path in written:
        teller.say("form-written", file=path.name)
    tell_rewritten(written, taken)
    _tell_what_is_left(folder, filled.province, teller)


def _doubts(folder: Path, planned: Plan, package: DataPackage) -> Sequence[Doubt]:
    """Return every value that looks mistyped, marked in the plan as looked at, with what to ask.

    Nothing is written before all of them are answered with yes; what no answer can make right is
    proven, and refused, before anything is asked.
    """
    late = form_plan.late_sources(planned, package)
    jumps = form_plan.jumps(folder, planned)
    doubts: list[Doubt] = [
        *(_of_row(each, said("form-late", source=each.new["source"])) for each in late),
        *(_of_row(each, said("form-jump", fault=words)) for each, words in jumps),
    ]
    if planned.kept:
        doubts.append(said("form-stays", count=len(planned.kept)))
    for change, _ in jumps:
        form_plan.looked_at(planned, change)
    return doubts


def _of_row(change: Change, words: Mapping[str, str]) -> Doubt:
    """Return a doubt with the place of its row in the form."""
    where = change.places.get("value", change.places["source"])
    return {code: f"{where}: {each}" for code, each in words.items()}


def _sure(doubts: Sequence[Doubt], yes: bool, teller: _Teller) -> bool:
    """Ask about every value that looks mistyped; what nobody answers is refused."""
    for doubt in doubts:
        words = doubt[teller.language.code]
        if yes or not sys.stdin.isatty():
            teller.write(words)
        elif not teller.agreed("form-ask", doubt=words):
            return False
    if doubts and not yes and not sys.stdin.isatty():
        raise BriefingError(said("form-no-answer", count=len(doubts)))
    return True


def _tell_what_is_left(folder: Path, province: str, teller: _Teller) -> None:
    """Say what ``briefing check`` says of the data as they are now."""
    for line in _left(folder, province, teller.language.code):
        teller.write(line)


def _left(folder: Path, province: str, lang: str) -> Iterator[str]:
    try:
        package = schema.check(folder, complete=True)
    except DataError as error:
        yield from error.said[lang].splitlines()
    else:
        yield str(Language(lang).say("form-sound"))
        yield from unknowns(package, province, Language(lang))

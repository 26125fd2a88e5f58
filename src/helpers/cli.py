"""The command line: ``briefing build``, ``briefing check``, and the commands beside them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from helpers.analysis import proof, strength
from helpers.analysis.edition import Edition, every
from helpers.commands.diff import diff
from helpers.commands.helping import SpeakingCommand, SpeakingGroup, wrong_call
from helpers.commands.import_dti import import_dti
from helpers.commands.lab import lab
from helpers.commands.new_year import new_year
from helpers.commands.options import (
    HOME,
    OutOption,
    ProjectOption,
    ProvinceOption,
    nearby,
    reports_folder,
    unit_of,
)
from helpers.commands.speaking import (
    FirstLangOption,
    LangOption,
    begin,
    language,
    say,
    tell,
    tell_error,
)
from helpers.commands.status import status
from helpers.commands.take import take
from helpers.commands.trace import trace
from helpers.exceptions import BriefingError, in_language, shortened
from helpers.store import data, mergers, parameters, tables
from helpers.store.units import Units
from helpers.upkeep import schema
from helpers.upkeep.unknowns import unknowns
from helpers.words.language import LANGUAGES
from helpers.words.refusals import refused

#: The word that stands for every language, and for every year.
ALL = "all"

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    cls=SpeakingGroup,
    help="cmd-help-briefing",
)

PdfOption = Annotated[bool, typer.Option("--pdf", help="cmd-help-pdf")]


@app.command(cls=SpeakingCommand, help="cmd-help-build")
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
    languages = LANGUAGES if lang == ALL else (lang,)
    if draft:
        _draft(year, province, languages, reports_folder(out, project), project, pdf)
        return
    folder = (project or data.find_project()) / "data"
    wanted = schema.ask(lambda package: _wanted(package, year, province, languages), folder)
    # What runs and exports notebooks takes seconds to import: not to refuse, and not to `check`.
    from helpers.building import pipeline  # noqa: PLC0415

    out, files = reports_folder(out, project), dict[Path, None]()
    with _progress() as progress:
        for each, unit in wanted:
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

    if province == ALL:
        folder = (project or data.find_project()) / "data"
        province = schema.ask(lambda package: unit_of(package, None, int(year)), folder)
    for file in pipeline.draft(int(year), province, languages, out, project):
        typer.echo(nearby(file))


def _wanted(
    package: data.DataPackage, year: str, province: str, languages: Sequence[str]
) -> list[tuple[int, str]]:
    """Return the briefings to build, a year and a province each.

    Where no province is named they are those of ``briefings``; a named one has those of the year,
    or of all years in which it was there.

    Raises
    ------
    ParameterError
        If one of them cannot be built in one of the languages.
    """
    if year != ALL and not year.isdecimal():
        raise refused("cmd-no-year", year=shortened(year), all=ALL)
    if province == ALL:
        wanted = _published(package, year)
    elif year == ALL:
        wanted = [(each, province) for each in _years_of(package, province)]
    else:
        wanted = [(int(year), province)]
    for (each, unit), lang in product(wanted, languages):
        parameters.check(package, {"year": each, "province": unit, "lang": lang})
    return wanted


def _published(package: data.DataPackage, year: str) -> list[tuple[int, str]]:
    """Return the briefings that the data name, of a year or of all; the home's of another year."""
    rows = package["briefings"].sort_values(["year", "province"])
    every = [(int(row["year"]), row["province"]) for _, row in rows.iterrows()]
    if year == ALL:
        return every
    return [each for each in every if each[0] == int(year)] or [
        (int(year), unit_of(package, None, int(year)))
    ]


def _years_of(package: data.DataPackage, province: str) -> list[int]:
    years = sorted(int(each) for each in package["briefings"]["year"])
    there = {each: mergers.at_the_end_of(package["provinces"], each) for each in years}
    # A province that never was there, or no more, is refused like one that is misspelt.
    meant = {each: Units.known_to(package, each).id_of(province) for each in years}
    return [each for each in years if meant[each] in set(there[each]["province"])] or years[-1:]


def _progress() -> Progress:
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


@app.command(cls=SpeakingCommand, help="cmd-help-check")
def check(
    province: ProvinceOption = HOME, lang: LangOption = None, project: ProjectOption = None
) -> None:
    """Validate the data package; name every problem, and every cell still to be filled in."""
    folder = data.data_folder(project)
    texts = tables.read_all(folder)
    for file, how in tables.taken(texts).items():
        tell("cmd-taken", file=file, how=in_language(how, language().code))
    package = schema.check(folder, complete=True, texts=texts)
    province = _of_the_newest(package, province)
    rows = sum(len(table) for table in package.tables.values())
    tell("cmd-checked", tables=len(package.tables), rows=rows)
    for edition in every(package):
        typer.echo(_proven(edition))
    for line in unknowns(package, province, language()):
        typer.echo(line)


def _of_the_newest(package: data.DataPackage, province: str) -> str:
    """Return whose newest briefing is meant: the successor of a province that is no more."""
    year, provinces = int(package["briefings"]["year"].max()), package["provinces"]
    return mergers.became(provinces, Units.known_to(package, year).find(province), year)


def _proven(edition: Edition) -> str:
    """Say how many totals of an edition prove themselves, and how strong that proof is."""
    code = language().code
    proven = proof.tally(edition).worded.by(code) + strength.weakest(edition).by(code)
    return say("cmd-proof", edition=edition.shown, proven=proven)


_OPEN = {"allow_extra_args": True, "ignore_unknown_options": True}
app.command("diff", cls=SpeakingCommand, help="cmd-help-diff")(diff)
app.command("import-dti", cls=SpeakingCommand, help="cmd-help-import-dti")(import_dti)
app.command("lab", cls=SpeakingCommand, help="cmd-help-lab", context_settings=_OPEN)(lab)
app.command("new-year", cls=SpeakingCommand, help="cmd-help-new-year")(new_year)
app.command("status", cls=SpeakingCommand, help="cmd-help-status")(status)
app.command("take", cls=SpeakingCommand, help="cmd-help-take")(take)
app.command("trace", cls=SpeakingCommand, help="cmd-help-trace")(trace)


@app.callback()
def speak(lang: FirstLangOption = None) -> None:
    """Listen to the language that is asked for before the name of a command."""


def main() -> None:
    """Run the command line; tell errors in plain words and exit with their code."""
    begin(None)
    try:
        sys.exit(app(standalone_mode=False))
    except BriefingError as error:
        tell_error(error)
        sys.exit(error.exit_code)
    except typer.Abort:
        tell("cmd-aborted")
        sys.exit(1)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        typer.echo(say("cmd-error", said=wrong_call(error.format_message())), err=True)
        sys.exit(2)

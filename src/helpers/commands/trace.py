"""``briefing trace``: where a figure on a published page comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from helpers.commands.options import (
    HOME,
    OutOption,
    ProjectOption,
    ProvinceOption,
    reports_folder,
)
from helpers.commands.output import open_console, write
from helpers.commands.speaking import LangOption, language
from helpers.exceptions import BriefingError
from helpers.store import data, parameters
from helpers.store.data import DataPackage
from helpers.store.units import Units
from helpers.upkeep import schema
from helpers.words.language import LANGUAGES
from helpers.words.refusals import said


class NotBuiltError(BriefingError):
    """There is no published page to look at."""


def trace(  # noqa: PLR0913, PLR0917  its options
    what: Annotated[str, typer.Argument(help="cmd-help-what")],
    year: Annotated[int | None, typer.Option(help="cmd-help-year")] = None,
    province: ProvinceOption = HOME,
    lang: LangOption = None,
    out: OutOption = None,
    project: ProjectOption = None,
) -> None:
    """Say which statements of the published pages have a figure, and where they have it from."""
    folder = data.data_folder(project)
    unit = schema.ask(lambda package: _unit(package, year, province), folder)
    # These are slow to import, and other commands do without.
    from helpers.figures import figure_list, trace_question, trace_text, tracing  # noqa: PLC0415

    package = schema.check(folder)
    days = {
        int(each): data.briefing_day(package, each, unit) for each in package["briefings"]["year"]
    }
    question = trace_question.ask(what, package, unit)
    place, codes = reports_folder(out, project), _codes(lang)
    found = ((code, _published(place, f"{unit}.{code}.csv", year)) for code in codes)
    code, files = next((each for each in found if each[1]), ("", {}))
    if not files:
        raise _not_built(place, f"{unit}.{codes[0]}.csv", year)
    pages = {
        each: figure_list.read(file.read_text(encoding="utf-8"), code, str(file))
        for each, file in files.items()
    }
    answer = tracing.trace(question, pages, package, unit)
    console = open_console()
    for line in trace_text.lines(answer, files, days, language()):
        write(console, *line)


def _codes(asked: str | None) -> list[str]:
    """Return the languages of pages to look for: the one that is asked for, or any there are."""
    return [asked] if asked else sorted(LANGUAGES, key=lambda code: code != language().code)


def _unit(package: DataPackage, year: int | None, province: str) -> str:
    """Return the province whose pages are meant: in the year that is named, or in any."""
    if year is None:
        newest = int(package["briefings"]["year"].max())
        return Units.known_to(package, newest).find(province)
    values = {"year": year, "province": province, "lang": language().code}
    return parameters.check(package, values).province


def _published(out: Path, name: str, year: int | None) -> dict[int, Path]:
    """Return the figures of a province's pages by year: of the one that is named, or of all."""
    there = sorted(int(each.name) for each in out.glob("*") if each.name.isdecimal())
    years = there if year is None else [year]
    found = {each: out / str(each) / name for each in years}
    return {each: file for each, file in found.items() if file.is_file()}


def _not_built(out: Path, name: str, year: int | None) -> NotBuiltError:
    """Return the error of pages that are not there, with the command that makes them."""
    province, lang, _ = name.split(".")
    of_year = "" if year is None else f" --year {year}"
    command = f"briefing build{of_year} --province {province} --lang {lang} --out {out}"
    place = str(out / ("*" if year is None else str(year)) / name)
    return NotBuiltError(said("cmd-not-built", file=place, command=command))

"""``briefing trace``: where a figure on a published page comes from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from helpers.commands.options import (
    OutOption,
    ProjectOption,
    UnitOption,
    reports_folder,
    unit_of,
)
from helpers.commands.output import open_console, write
from helpers.commands.speaking import LangOption, language
from helpers.exceptions import BriefingError
from helpers.store import data, parameters
from helpers.store.calendar import Calendar
from helpers.store.units import Units
from helpers.upkeep import schema
from helpers.words.language import LANGUAGES
from helpers.words.refusals import said


class NotBuiltError(BriefingError):
    """There is no published page to look at."""


def trace(  # noqa: PLR0913, PLR0917  its options
    what: Annotated[str, typer.Argument(help="cmd-help-what")],
    year: Annotated[int | None, typer.Option(help="cmd-help-year")] = None,
    province: UnitOption = None,
    lang: LangOption = None,
    out: OutOption = None,
    project: ProjectOption = None,
) -> None:
    """Say which statements of the published pages have a figure, and where they have it from."""
    folder = data.data_folder(project)
    units = schema.ask_when(lambda calendar: _units(calendar, year, province), folder)
    # These are slow to import, and other commands do without.
    from helpers.figures import figure_list, trace_question, trace_text, tracing  # noqa: PLC0415

    package = schema.check(folder)
    unit = units[max(units)]
    days = {
        int(each): data.briefing_day(package, each, units.get(each, unit))
        for each in package["briefings"]["year"]
    }
    question = trace_question.ask_of(what, package, list(dict.fromkeys(units.values())))
    place, codes = reports_folder(out, project), _codes(lang)
    found = ((code, _published(place, units, code)) for code in codes)
    code, files = next((each for each in found if each[1]), ("", {}))
    if not files:
        asked = units[year] if year is not None else unit if province is not None else None
        raise _not_built(place, asked, codes[0], year)
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


def _units(calendar: Calendar, year: int | None, province: str | None) -> dict[int, str]:
    """Return whose page of each year is meant: of the one that is named, or of all."""
    if year is not None:
        own = unit_of(calendar, province, year)
        values = {"year": year, "province": own, "lang": language().code}
        return {year: parameters.check_in(calendar, values).province}
    years = sorted(set(calendar.years))
    if province is None:
        return {each: unit_of(calendar, None, each) for each in years}
    return dict.fromkeys(years, Units(calendar.provinces, years[-1]).find(province))


def _published(out: Path, units: Mapping[int, str], code: str) -> dict[int, Path]:
    """Return the figures of the pages that there are, by year."""
    found = {year: out / str(year) / f"{unit}.{code}.csv" for year, unit in units.items()}
    return {year: file for year, file in found.items() if file.is_file()}


def _not_built(out: Path, province: str | None, lang: str, year: int | None) -> NotBuiltError:
    """Return the error of pages that are not there, with the command that makes them."""
    of_year = "" if year is None else f" --year {year}"
    of_province = "" if province is None else f" --province {province}"
    command = f"briefing build{of_year}{of_province} --lang {lang} --out {out}"
    folder = out / ("*" if year is None else str(year))
    place = str(folder / f"{province or '*'}.{lang}.csv")
    return NotBuiltError(said("cmd-not-built", file=place, command=command))

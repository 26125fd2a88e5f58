"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.exceptions import shortened
from helpers.words.language import LANGUAGES
from helpers.words.refusals import refused, require_one_of

if TYPE_CHECKING:
    from helpers.store.calendar import Calendar

# What reads tables is imported where it is used: not to parse a call, nor to refuse its options.

#: The word that stands for every language, and for every year.
ALL = "all"
#: The word that stands for the provinces of the briefings that the data name.
NAMED = "named"
#: The province that is meant where none is named.
HOME = "bac-giang"

ProjectOption = Annotated[Path | None, typer.Option(help="cmd-help-project")]

ProvinceOption = Annotated[str, typer.Option(help="cmd-help-province")]

#: The same where a year says which unit is meant if none is named.
UnitOption = Annotated[str | None, typer.Option(help="cmd-help-unit")]

#: The year and the language where one briefing is meant.
NewestYearOption = Annotated[int | None, typer.Option(help="cmd-help-newest-year")]
OneLangOption = Annotated[str, typer.Option(help="cmd-help-langs")]

OutOption = Annotated[Path | None, typer.Option(help="cmd-help-out")]


def languages_of(lang: str) -> Sequence[str]:
    """Return the languages that are asked for: one, or all.

    Raises
    ------
    ParameterError
        If there are no pages in it.
    """
    if lang == ALL:
        return LANGUAGES
    require_one_of("language", lang, LANGUAGES)
    return (lang,)


def require_year(year: str) -> None:
    """Require that a year is a number, or :data:`ALL`; whether it has data is another question.

    Raises
    ------
    ParameterError
        If it is neither.
    """
    if year != ALL and not year.isdecimal():
        raise refused("cmd-no-year", year=shortened(year), all=ALL)


def unit_of(calendar: Calendar, province: str | None, year: int) -> str:
    """Return the province that is named; where none is, :data:`HOME` or what it had become.

    Parameters
    ----------
    calendar : Calendar
        What years and provinces there are.
    province : str or None
        The province that is named.
    year : int
        The reporting year, whatever a person typed for it.
    """
    if province is not None:
        return province
    from helpers.store import parameters  # noqa: PLC0415

    low, high = parameters.YEARS
    return calendar.provinces.became(HOME, min(max(year, low), high))


def reports_folder(out: Path | None, project: Path | None) -> Path:
    """Return the folder of the reports: the one that is named, or the project's own.

    Parameters
    ----------
    out : Path or None
        The folder that is named.
    project : Path or None
        The project that is named; found from the working folder if none is, as the data are.
    """
    from helpers.store import data  # noqa: PLC0415

    return out or nearby((project or data.find_project()) / "reports")


def nearby(path: Path) -> Path:
    """Return a path as it is written from the working folder, if it lies there."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path

"""Which briefings are meant: by their years and provinces, all of them where none is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path

from helpers.commands.options import ALL, NAMED, unit_of
from helpers.store import data, parameters
from helpers.store.calendar import Calendar
from helpers.store.units import Units
from helpers.upkeep import schema


def briefings(
    project: Path | None, year: str, province: str, languages: Sequence[str]
) -> list[tuple[int, str]]:
    """Return the briefings to build, a year and a province each.

    Where no province is named they are those of ``briefings``; a named one has those of the year,
    or of all years in which it was there.

    Parameters
    ----------
    project : Path or None
        The project that is named; found from the working folder if none is.
    year, province : str
        What is asked for: a number, an id or a name, or ``all``.
    languages : sequence of str
        The languages of each.

    Raises
    ------
    ParameterError
        If one of them cannot be built in one of the languages.
    """
    return _asked(project, languages, lambda calendar: _wanted(calendar, year, province))


def many(
    project: Path | None, year: str, provinces: str, languages: Sequence[str]
) -> list[tuple[int, str]]:
    """Return the briefings of a batch, a year and a province each.

    Parameters
    ----------
    project : Path or None
        The project that is named; found from the working folder if none is.
    year : str
        A number, or ``all``.
    provinces : str
        ``named`` for those of ``briefings``, ``all``, or ids, names and regions with commas
        between. Of all years, a province has those in which it was there.
    languages : sequence of str
        The languages of each.

    Raises
    ------
    ParameterError
        If one of them cannot be built in one of the languages.
    """
    return _asked(project, languages, lambda calendar: _many(calendar, year, provinces))


def _asked(
    project: Path | None,
    languages: Sequence[str],
    find: Callable[[Calendar], Iterable[tuple[int, str]]],
) -> list[tuple[int, str]]:
    """Return the briefings that are found, each once and by its province's id, if all can be."""

    def question(calendar: Calendar) -> list[tuple[int, str]]:
        checked = (
            parameters.check_in(calendar, {"year": each, "province": unit, "lang": lang})
            for (each, unit), lang in product(find(calendar), languages)
        )
        return list(dict.fromkeys((each.year, each.province) for each in checked))

    return schema.ask_when(question, _folder(project))


def _many(calendar: Calendar, year: str, provinces: str) -> Iterator[tuple[int, str]]:
    if provinces == NAMED:
        yield from _published(calendar, year)
        return
    regions = {unit.region for unit in calendar.provinces.units}
    for part in filter(None, (each.strip() for each in provinces.split(","))):
        if part != ALL and part not in regions:
            yield from _wanted(calendar, year, part)
            continue
        for each in dict.fromkeys(calendar.years) if year == ALL else [int(year)]:
            there = calendar.provinces.at_the_end_of(each)
            yield from ((each, unit.province) for unit in there if part in {ALL, unit.region})


def one(
    project: Path | None, year: int | None, province: str | None, languages: Sequence[str]
) -> tuple[int, str]:
    """Return one briefing, its year and its province's id.

    Parameters
    ----------
    project : Path or None
        The project that is named; found from the working folder if none is.
    year : int or None
        The reporting year; the newest of the data if none is named.
    province : str or None
        Its province; where none is named, the one that :func:`unit_of` says.
    languages : sequence of str
        Its languages.

    Raises
    ------
    ParameterError
        If it cannot be built in one of them.
    """

    def question(calendar: Calendar) -> tuple[int, str]:
        when = max(calendar.years) if year is None else year
        values = {"year": when, "province": unit_of(calendar, province, when)}
        every = [parameters.check_in(calendar, {**values, "lang": lang}) for lang in languages]
        return when, every[0].province

    return schema.ask_when(question, _folder(project))


def home(project: Path | None, year: int) -> str:
    """Return whose briefing of a year is meant where no province is named."""
    return schema.ask_when(lambda calendar: unit_of(calendar, None, year), _folder(project))


def _folder(project: Path | None) -> Path:
    return (project or data.find_project()) / "data"


def _wanted(calendar: Calendar, year: str, province: str) -> list[tuple[int, str]]:
    if province == ALL:
        return _published(calendar, year)
    if year == ALL:
        return [(each, province) for each in _years_of(calendar, province)]
    return [(int(year), province)]


def _published(calendar: Calendar, year: str) -> list[tuple[int, str]]:
    """Return the briefings that the data name, of a year or of all; the home's of another year."""
    every = sorted(calendar.briefings)
    if year == ALL:
        return every
    return [each for each in every if each[0] == int(year)] or [
        (int(year), unit_of(calendar, None, int(year)))
    ]


def _years_of(calendar: Calendar, province: str) -> list[int]:
    provinces = calendar.provinces
    # A province that never was there, or no more, is refused like one that is misspelt.
    meant = {each: Units(provinces, each).id_of(province) for each in calendar.years}
    there = {
        year: {each.province for each in provinces.at_the_end_of(year)} for year in calendar.years
    }
    return [each for each in calendar.years if meant[each] in there[each]] or calendar.years[-1:]

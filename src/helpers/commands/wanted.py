"""Which briefings are meant: by their years and provinces, all of them where none is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from helpers.commands.options import ALL, NAMED, unit_of
from helpers.store import data, mergers, parameters
from helpers.store.data import DataPackage
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

    def question(package: DataPackage) -> list[tuple[int, str]]:
        found = _wanted(package, year, province)
        for (each, unit), lang in product(found, languages):
            parameters.check(package, {"year": each, "province": unit, "lang": lang})
        return found

    return schema.ask(question, _folder(project), parameters.TABLES)


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

    def question(package: DataPackage) -> list[tuple[int, str]]:
        found = list(dict.fromkeys(_many(package, year, provinces)))
        for (each, unit), lang in product(found, languages):
            parameters.check(package, {"year": each, "province": unit, "lang": lang})
        return found

    return schema.ask(question, _folder(project), parameters.TABLES)


def _many(package: DataPackage, year: str, provinces: str) -> Iterator[tuple[int, str]]:
    if provinces == NAMED:
        yield from _published(package, year)
        return
    for part in filter(None, (each.strip() for each in provinces.split(","))):
        regions = set(package["provinces"]["region"]) if part != ALL else set()
        if part != ALL and part not in regions:
            yield from _wanted(package, year, part)
            continue
        for each in _years(package) if year == ALL else [int(year)]:
            there = mergers.at_the_end_of(package["provinces"], each)
            own = there if part == ALL else there[there["region"] == part]
            yield from ((each, province) for province in own["province"])


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

    def question(package: DataPackage) -> tuple[int, str]:
        when = _years(package)[-1] if year is None else year
        values = {"year": when, "province": unit_of(package, province, when)}
        every = [parameters.check(package, {**values, "lang": lang}) for lang in languages]
        return when, every[0].province

    return schema.ask(question, _folder(project), parameters.TABLES)


def home(project: Path | None, year: int) -> str:
    """Return whose briefing of a year is meant where no province is named."""
    return schema.ask(
        lambda package: unit_of(package, None, year), _folder(project), parameters.TABLES
    )


def _folder(project: Path | None) -> Path:
    return (project or data.find_project()) / "data"


def _wanted(package: DataPackage, year: str, province: str) -> list[tuple[int, str]]:
    if province == ALL:
        return _published(package, year)
    if year == ALL:
        return [(each, province) for each in _years_of(package, province)]
    return [(int(year), province)]


def _published(package: DataPackage, year: str) -> list[tuple[int, str]]:
    """Return the briefings that the data name, of a year or of all; the home's of another year."""
    rows = package["briefings"].sort_values(["year", "province"])
    every = [(int(row["year"]), row["province"]) for _, row in rows.iterrows()]
    if year == ALL:
        return every
    return [each for each in every if each[0] == int(year)] or [
        (int(year), unit_of(package, None, int(year)))
    ]


def _years_of(package: DataPackage, province: str) -> list[int]:
    years = _years(package)
    there = {each: mergers.at_the_end_of(package["provinces"], each) for each in years}
    # A province that never was there, or no more, is refused like one that is misspelt.
    meant = {each: Units.known_to(package, each).id_of(province) for each in years}
    return [each for each in years if meant[each] in set(there[each]["province"])] or years[-1:]


def _years(package: DataPackage) -> list[int]:
    return sorted({int(each) for each in package["briefings"]["year"]})

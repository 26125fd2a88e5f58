"""The parameters of a briefing, checked before anything runs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from helpers.exceptions import ParameterError
from helpers.store.calendar import Calendar, Provinces, last_day, last_year
from helpers.store.units import Units
from helpers.words.language import LANGUAGES, Language
from helpers.words.refusals import Named, instead, refused, require_one_of, said, unfit, unknown

if TYPE_CHECKING:
    from helpers.store.data import DataPackage

#: The first and the last year that can be asked for.
YEARS = (1, 9999)


class Parameters(BaseModel):
    """The parameters every chapter takes.

    Parameters
    ----------
    year : int
        The reporting year.
    province : str
        The province's id, such as ``bac-giang``.
    lang : str
        ``vi`` or ``en``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    year: int = Field(ge=YEARS[0], le=YEARS[1])
    province: str
    lang: str


def check(package: DataPackage, values: Mapping[str, object]) -> Parameters:
    """Return the parameters if a briefing can be made with them.

    Parameters
    ----------
    package : DataPackage
        The data, which says what years and provinces there are.
    values : mapping of str to object
        Parameters by name. The province may be given by its name, which means the unit that there
        was at the end of the year.

    Returns
    -------
    Parameters of a briefing
        With the province's id.

    Raises
    ------
    ParameterError
        In one line: an unknown or missing name, a wrong type, a year without data, an unknown
        province or language, a province that had ended or not yet begun by the end of the year,
        each with what there is instead.
    DataError
        If the year's briefing waits for cells still to be filled in, with all of them.
    """
    return check_in(package.calendar, values)


def check_in(calendar: Calendar, values: Mapping[str, object]) -> Parameters:
    """Return the parameters if a calendar has a briefing for them; see :func:`check`.

    Parameters
    ----------
    calendar : Calendar
        What years and provinces there are.
    values : mapping of str to object
        As in :func:`check`.
    """
    names = sorted(Parameters.model_fields)
    for name in values:
        if name not in names:
            raise unknown("parameter", name, instead(name, names))
    try:
        chosen = Parameters.model_validate(dict(values))
    except ValidationError as error:
        raise _unusable(error.errors()[0]) from error
    provinces = calendar.provinces
    units = Units(provinces, chosen.year)
    province = units.id_of(chosen.province)
    # Of a year to come it helps more to hear which unit to take than that there are no data yet.
    if province is not None:
        require_not_ended(provinces, province, chosen.year)
    _check_year(calendar, chosen.year)
    chosen = chosen.model_copy(update={"province": units.find(chosen.province)})
    require_begun(provinces, chosen.province, chosen.year)
    require_one_of("language", chosen.lang, LANGUAGES)
    return chosen


def _unusable(error: ErrorDetails) -> ParameterError:
    kinds = {"missing": "missing", "string_type": "text", "greater_than_equal": "range",
             "less_than_equal": "range"}  # fmt: skip
    kind, name = kinds.get(error["type"], "whole"), str(error["loc"][0])
    low, high = map(str, YEARS)
    return refused("error-parameter", name=name, kind=kind, low=low, high=high)


def _check_year(calendar: Calendar, year: int) -> None:
    if year not in {*calendar.years, *(cell.year for cell in calendar.to_fill)}:
        years = ", ".join(map(str, calendar.years))
        raise refused("error-no-data", year=str(year), years=years)
    # A half-filled year would pass for one in which nothing more is known.
    waits_for = [cell for cell in calendar.to_fill if cell.year <= year]
    if waits_for:
        raise unfit([], waits_for)


def require_not_ended(provinces: Provinces, province: str, year: int) -> None:
    """Require that a province is still there at the end of a year; an unknown one passes.

    Parameters
    ----------
    provinces : Provinces
        All units.
    province : str
        The province's id.
    year : int
        The year.

    Raises
    ------
    ParameterError
        With the unit that it became part of.
    """
    unit = provinces.by_id.get(province)
    if unit is None or unit.last is None or unit.last >= last_day(year):
        return
    successor = provinces.by_id[unit.successor]
    name, whole = unit.name_vi, successor.name_vi
    values: dict[str, Named] = {
        "name": name,
        "day": _day(successor.first),
        "province": unit.successor,
        "own": province,
        "last": str(last_year(unit.last)),
    }
    if whole == name:
        raise refused("error-namesake", **values)
    raise refused("error-ended", whole=whole, **values)


def require_begun(provinces: Provinces, province: str, year: int) -> None:
    """Require that a province has begun by the end of a year; an unknown one passes.

    Parameters
    ----------
    provinces, province, year : Provinces, str, int
        As in :func:`require_not_ended`.

    Raises
    ------
    ParameterError
        With the units that it was made of.
    """
    unit = provinces.by_id.get(province)
    if unit is None or unit.first is None or unit.first <= last_day(year):
        return
    before = provinces.predecessors_of(province)
    raise refused(
        "error-not-begun",
        name=unit.name_vi,
        parts=_listed([provinces.by_id[each].name_vi for each in before], "error-and"),
        day=_day(unit.first),
        year=str(year),
        provinces=_listed(before, "error-or"),
    )


def _day(day: date | None) -> dict[str, str]:
    """Return a day in words; a successor that was always there has none, which no table says."""
    return {code: Language(code).date(day) if day else "" for code in LANGUAGES}


def _listed(names: list[str], message: str) -> dict[str, str]:
    *others, last = names
    if not others:
        return dict.fromkeys(LANGUAGES, last)
    return said(message, first=", ".join(others), last=last)

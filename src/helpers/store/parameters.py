"""The parameters of a briefing, checked before anything runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from helpers.exceptions import DataError, ParameterError
from helpers.store import mergers
from helpers.store.data import DataPackage
from helpers.words.language import LANGUAGES, Language


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

    year: int = Field(ge=1, le=9999)
    province: str
    lang: str


def check(package: DataPackage, values: Mapping[str, object]) -> Parameters:
    """Return the parameters if a briefing can be made with them.

    Parameters
    ----------
    package : DataPackage
        The data, which says what years and provinces there are.
    values : mapping of str to object
        Parameters by name.

    Raises
    ------
    ParameterError
        In one line: an unknown or missing name, a wrong type, a year without data, an unknown
        province or language, a province that had ended or not yet begun by the end of the year,
        each with what there is instead.
    DataError
        If the year's briefing waits for cells still to be filled in, with all of them.
    """
    names = sorted(Parameters.model_fields)
    for name in values:
        if name not in names:
            raise ParameterError(f"unknown parameter “{name}”{_instead(name, names)}")
    try:
        chosen = Parameters.model_validate(dict(values))
    except ValidationError as error:
        first = error.errors()[0]
        raise ParameterError(f"parameter “{first['loc'][0]}”: {first['msg'].lower()}") from error
    provinces = package["provinces"]
    # Of a year to come it helps more to hear which unit to take than that there are no data yet.
    require_not_ended(provinces, chosen.province, chosen.year)
    _check_year(package, chosen.year)
    require_one_of("province", chosen.province, provinces["province"])
    _check_begun(provinces, chosen)
    require_one_of("language", chosen.lang, LANGUAGES)
    return chosen


def _check_year(package: DataPackage, year: int) -> None:
    years = sorted(int(known) for known in package["briefings"]["year"])
    if year not in {*years, *(cell.year for cell in package.to_fill)}:
        listed = ", ".join(map(str, years))
        raise ParameterError(f"no data for the year {year}; years with data: {listed}")
    # A half-filled year would pass for one in which nothing more is known.
    waits_for = [cell for cell in package.to_fill if cell.year <= year]
    if waits_for:
        raise DataError([], waits_for)


def require_not_ended(provinces: pd.DataFrame, province: str, year: int) -> None:
    """Require that a province is still there at the end of a year; an unknown one passes.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``.
    province : str
        The province's id.
    year : int
        The year.

    Raises
    ------
    ParameterError
        With the unit that it became part of.
    """
    rows = provinces.set_index("province")
    last = rows["valid_until"].dropna().get(province)
    if last is None or last.date() >= mergers.last_day(year):
        return
    successor = rows["successor"][province]
    name, whole = rows["name_vi"][province], rows["name_vi"][successor]
    became = "a new unit of the same name" if whole == name else whole
    since = _day(rows["valid_from"][successor])
    raise ParameterError(f"{name} has been part of {became} since {since}: "
                         f"use --province {successor}")  # fmt: skip


def _check_begun(provinces: pd.DataFrame, chosen: Parameters) -> None:
    rows = provinces.set_index("province")
    first = rows["valid_from"].dropna().get(chosen.province)
    if first is None or first.date() <= mergers.last_day(chosen.year):
        return
    before = mergers.predecessors_of(provinces, chosen.province)
    made_of = _listed([rows["name_vi"][each] for each in before], "and")
    name = rows["name_vi"][chosen.province]
    raise ParameterError(f"the new {name} was made of {made_of} on {_day(first)}: "
                         f"for {chosen.year} use --province {_listed(before, 'or')}")  # fmt: skip


def _day(day: pd.Timestamp) -> str:
    return Language("en").date(day.date())


def _listed(names: list[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def require_one_of(
    what: str, value: str, known: Iterable[str], listed_in: str = "data/provinces.csv"
) -> None:
    """Require that a name is known.

    Parameters
    ----------
    what : str
        What it names, for the message.
    value : str
        The name.
    known : iterable of str
        The names that there are.
    listed_in : str
        Where they are listed, if they are too many for a message.

    Raises
    ------
    ParameterError
        With the nearest name, or those that there are.
    """
    names = list(known)
    if value not in names:
        raise ParameterError(f"unknown {what} “{value}”{_instead(value, names, listed_in)}")


def _instead(value: str, known: list[str], listed_in: str = "") -> str:
    near = get_close_matches(value.lower(), known, n=1, cutoff=0.6)
    if near:
        return f", did you mean {near[0]}?"
    few = len(known) <= 5
    return f"; there are: {', '.join(known)}" if few else f"; {listed_in} lists them"

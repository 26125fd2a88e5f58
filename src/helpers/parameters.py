"""The parameters of a briefing, checked before anything runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from pydantic import BaseModel, ConfigDict, ValidationError

from helpers.data import DataPackage
from helpers.exceptions import DataError, ParameterError
from helpers.language import LANGUAGES


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

    year: int
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
        province or language, each with what there is instead.
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
    _check_year(package, chosen.year)
    require_one_of("province", chosen.province, package["provinces"]["province"])
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

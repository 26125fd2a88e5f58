"""Which units a file speaks of: the provinces as they were, or those after a merger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from helpers.exceptions import DataError, ImportRefusedError, Problem
from helpers.importing.dti_rows import Edition
from helpers.importing.dti_tables import DtiTable
from helpers.store import mergers
from helpers.store.province_names import ProvinceNames
from helpers.words.refusals import day, refused, said, unfit, worded


@dataclass(frozen=True)
class Reading:
    """A file read with the units of one day.

    Parameters
    ----------
    day : date
        The day.
    names : ProvinceNames
        The units there were on it.
    tables : mapping of str to DtiTable or None
        What each grid of the file is then, by its label.
    """

    day: date
    names: ProvinceNames
    tables: dict[str, DtiTable | None]

    @property
    def found(self) -> set[str]:
        """The units that are in some table."""
        return {province for table in self.tables.values() if table for province in table.rows}

    @property
    def is_whole(self) -> bool:
        """Whether every unit is there."""
        return self.found == set(self.names.ids)

    @property
    def count(self) -> int:
        """How many units there were."""
        return len(self.names.ids)


def recognised(
    provinces: pd.DataFrame,
    edition: Edition,
    read: Callable[[ProvinceNames], dict[str, DtiTable | None]],
) -> Reading:
    """Return the reading of a file with the units that it speaks of.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``.
    edition : Edition
        The edition to add; where it says how many units are ranked, those are meant.
    read : callable
        What reads the grids with the names of some units.

    Raises
    ------
    ImportRefusedError
        If the file speaks of units that there were not yet on its day of publication, or may
        speak of either.
    ParameterError
        If there were never as many units as the edition says.
    """
    readings = [
        Reading(day, names, read(names))
        for day in _days(provinces, edition)
        for names in [ProvinceNames(mergers.valid_on(provinces, day), provinces)]
    ]
    if edition.units:
        return _named(readings, edition)
    chosen = _fitting(readings, edition)
    if chosen.day > max(edition.published, mergers.last_day(edition.year)):
        days = {"day": day(chosen.day), "published": day(edition.published)}
        fault = worded("fault-units-to-come", count=str(chosen.count), **days)
        raise _refusal(chosen, fault, worded("cure-units-to-come"))
    return chosen


def _days(provinces: pd.DataFrame, edition: Edition) -> list[date]:
    """Return the end of the edition's year, and every later day on which units changed."""
    end = mergers.last_day(edition.year)
    begun = provinces["valid_from"].dropna().dt.date
    return sorted({end, *(day for day in begun if day > end)})


def _named(readings: Sequence[Reading], edition: Edition) -> Reading:
    counts = [str(each.count) for each in readings]
    for each in readings:
        if each.count == edition.units:
            return each
    raise refused("error-units", units=str(edition.units), counts=", ".join(counts))


def _fitting(readings: Sequence[Reading], edition: Edition) -> Reading:
    """Return the reading that knows more of the names, and of two such the one that is whole."""
    most = max(len(each.found) for each in readings)
    fitting = [each for each in readings if len(each.found) == most]
    whole = [each for each in fitting if each.is_whole]
    if len(whole) == 1 or len(fitting) == 1:
        return (whole or fitting)[0]
    begun = [each for each in fitting if each.day <= edition.published]
    if most and edition.partial and len(begun) > 1:
        options = [f"--units {each.count}" for each in begun]
        counts = said("error-or", first=", ".join(options[:-1]), last=options[-1])
        found = {"count": str(most)}
        raise _refusal(
            fitting[0], worded("fault-units-either", **found), worded("cure-units", options=counts)
        )
    return fitting[0]


def _refusal(reading: Reading, fault: str, cure: str) -> DataError:
    label = next((label for label, table in reading.tables.items() if table), "")
    return unfit([Problem(label, 0, "", fault, cure)], kind=ImportRefusedError)

"""Which years and provinces can be asked for: what a call is refused by, without pandas.

A package says it of its tables, and the files of two of them say the same; the rules stand here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from helpers.exceptions import ToFill
from helpers.store import tables, unfilled
from helpers.store.descriptor import Resource, resources

if TYPE_CHECKING:
    import pandas as pd

#: The tables that say what years and provinces there are.
_BRIEFINGS, _PROVINCES = "briefings", "provinces"


def last_day(year: int) -> date:
    """Return the day whose provinces a reporting year or a DTI edition speaks of."""
    return date(year, 12, 31)


def last_year(until: date) -> int:
    """Return the last year at whose end a unit was there, which ended with a day."""
    return (until + timedelta(days=1)).year - 1


def there_on(day: date, first: date | None, last: date | None) -> bool:
    """Return whether a unit is there on a day, of which the first and the last day may be open."""
    return (first is None or first <= day) and (last is None or day <= last)


class Unit(NamedTuple):
    """A row of ``provinces``, as far as a call is refused by it.

    Parameters
    ----------
    province : str
        Its id.
    name_vi, name_en : str
        Its names.
    region : str
        The id of its region; empty if the data have none.
    successor : str
        The id of the unit that it became part of; empty if of none.
    first, last : date or None
        Its days ``valid_from`` and ``valid_until``.
    """

    province: str
    name_vi: str
    name_en: str
    region: str
    successor: str
    first: date | None
    last: date | None


@dataclass(frozen=True)
class Provinces:
    """The units there ever were.

    Parameters
    ----------
    units : tuple of Unit
        In the order of the table.
    """

    units: tuple[Unit, ...] = ()

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Provinces:
        """Return the units of the table ``provinces``."""
        texts = (frame[name] for name in Unit._fields[:5])
        columns = zip(*texts, days(frame["valid_from"]), days(frame["valid_until"]), strict=True)
        return cls(tuple(Unit(*row) for row in columns))

    @cached_property
    def by_id(self) -> Mapping[str, Unit]:
        """Each by its id."""
        return {each.province: each for each in self.units}

    def at_the_end_of(self, year: int) -> list[Unit]:
        """Return those there were at the end of a year."""
        day = last_day(year)
        return [each for each in self.units if there_on(day, each.first, each.last)]

    def became(self, province: str, year: int) -> str:
        """Return what a unit was at the end of a year; see :func:`helpers.store.mergers.became`."""
        there = {each.province for each in self.at_the_end_of(year)}
        while province not in there and (successor := self.by_id[province].successor):
            province = successor
        return province

    def predecessors_of(self, province: str) -> list[str]:
        """Return the ids of those that became a unit, in the order of the table."""
        return [each.province for each in self.units if each.successor == province]


#: Where nothing is known of provinces.
NO_PROVINCES = Provinces()


def days(column: Iterable[pd.Timestamp]) -> Iterator[date | None]:
    """Yield the days of a table's column; None where it has none."""
    # Nothing but a missing day differs from itself.
    return (each.date() if each == each else None for each in column)  # noqa: PLR0124


@dataclass(frozen=True)
class Calendar:
    """Which briefings there are, of which units, and what some of them wait for.

    Parameters
    ----------
    briefings : tuple of (int, str)
        A year and a province each, in the order of the table.
    provinces : Provinces
        All units.
    to_fill : tuple of ToFill
        The cells still to be filled in, of any table.
    """

    briefings: tuple[tuple[int, str], ...]
    provinces: Provinces
    to_fill: tuple[ToFill, ...] = ()

    @property
    def years(self) -> list[int]:
        """The years with a briefing."""
        return sorted({year for year, _ in self.briefings})


def read(folder: Path) -> Calendar:
    """Read the two tables that say it, and the others only where cells are to be filled in.

    Parameters
    ----------
    folder : Path
        The data folder. It is taken to be valid, as :func:`helpers.store.data.load` does.

    Raises
    ------
    DataError
        If a file that is needed cannot be read, or a cell of it may mean more than one thing.
    ValueError, KeyError
        If a year or a day is none, or a column is not there.
    """
    described = {each["name"]: each for each in resources(folder)}
    to_fill: Sequence[ToFill] = ()
    if any(unfilled.may_wait(folder / each["path"]) for each in described.values()):
        to_fill = unfilled.cells(tables.read_all(folder), list(described.values()))
    briefings = _rows(folder, described[_BRIEFINGS], to_fill)
    provinces = _rows(folder, described[_PROVINCES], to_fill)
    return Calendar(
        tuple((int(row["year"]), row["province"]) for row in briefings),
        Provinces(tuple(map(_unit, provinces))),
        tuple(to_fill),
    )


def _rows(
    folder: Path, resource: Resource, to_fill: Sequence[ToFill]
) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a table that are whole."""
    path = resource["path"]
    left_out = {cell.row for cell in to_fill if cell.file == path}
    text = tables.read(folder / path, resource["schema"]["fields"]).text
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return (row for number, row in enumerate(rows, start=2) if number not in left_out)


def _unit(row: Mapping[str, str]) -> Unit:
    first, last = (_day(row[name]) for name in ("valid_from", "valid_until"))
    names = row["name_vi"], row["name_en"]
    return Unit(row["province"], *names, row["region"], row["successor"], first, last)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None

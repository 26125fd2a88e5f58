"""Which provinces there were on a day, and which became which.

An id of ``provinces.csv`` never means two units; a code of the statistics office and a name may,
one after the other. So units are matched by id alone, and a year's by the day they were valid on.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from helpers.store import calendar
from helpers.store.calendar import Provinces, days, there_on

if TYPE_CHECKING:
    import pandas as pd

#: Which day a year's provinces are those of, and the other way round.
last_day, last_year = calendar.last_day, calendar.last_year


def valid_on(provinces: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the provinces there were on a day.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``.
    day : date
        The day; :func:`last_day` for a year or an edition.

    Returns
    -------
    DataFrame
        Its rows of the units that had begun by the day and not ended before it: 63 on
        30 June 2025, 34 on the day after.
    """
    first, last = days(provinces["valid_from"]), days(provinces["valid_until"])
    return provinces[[there_on(day, *each) for each in zip(first, last, strict=True)]]


def at_the_end_of(provinces: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the provinces that a reporting year or a DTI edition speaks of; see :func:`valid_on`.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``.
    year : int
        The year, or the edition.
    """
    return valid_on(provinces, last_day(year))


def _begun(provinces: pd.DataFrame, day: date) -> pd.Series:
    return provinces["valid_from"].isna() | (provinces["valid_from"] <= _start(day))


def _start(day: date) -> datetime:
    """Return a day as a table's column is compared with it."""
    return datetime.combine(day, time())


def successor_of(provinces: pd.DataFrame, province: str) -> str | None:
    """Return the unit that a province became part of; None while it goes on.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``.
    province : str
        The province's id.
    """
    return provinces.set_index("province")["successor"][province] or None


def became(provinces: pd.DataFrame, province: str, year: int) -> str:
    """Return what a unit was at the end of a year: itself, or the unit that it became part of.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``.
    province : str
        The unit's id; one that has not begun stays what it is.
    year : int
        The year.
    """
    return Provinces.of(provinces).became(province, year)


def predecessors_of(provinces: pd.DataFrame, province: str) -> list[str]:
    """Return the provinces that became a unit, in the order of the table; empty if none did.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``.
    province : str
        The unit's id.
    """
    return Provinces.of(provinces).predecessors_of(province)


def former_namesakes(provinces: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the former provinces that a reader would take for the one of that name on a day.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``.
    day : date
        The day.

    Returns
    -------
    DataFrame
        Its rows of the units that had ended before the day and whose name one that was valid on it
        has.
    """
    there = valid_on(provinces, day)
    ended = provinces["valid_until"] < _start(day)
    return provinces[ended & provinces["name_vi"].isin(there["name_vi"])]


def known_on(provinces: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return what the table says on a day: no unit, no end and no new name that is to come.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``.
    day : date
        The as-of date of a briefing.

    Returns
    -------
    DataFrame
        Its rows of the units that had begun by the day; the end of a unit only where its last day
        had come, its successor only where that had begun; the name that it had on the day.
    """
    known = provinces[_begun(provinces, day)].reset_index(drop=True)
    ended = known["valid_until"] < _start(day)
    ends = known["valid_until"] <= _start(day)
    return named_on(known, day).assign(
        valid_until=known["valid_until"].where(ends), successor=known["successor"].where(ended, "")
    )


def named_on(provinces: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the provinces under the names that they had on a day, and no name to come.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``, or some of its rows.
    day : date
        The day.
    """
    renamed = provinces["renamed_on"] <= _start(day)
    names = {
        f"name_{code}": provinces[f"name_{code}"].mask(renamed, provinces[f"renamed_{code}"])
        for code in ("vi", "en")
    }
    later = {
        f"renamed_{code}": provinces[f"renamed_{code}"].where(renamed, "") for code in ("vi", "en")
    }
    return provinces.assign(**names, **later, renamed_on=provinces["renamed_on"].where(renamed))

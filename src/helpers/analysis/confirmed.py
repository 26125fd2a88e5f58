"""Numbers that other documents print, held against what the tables hold or give by computation."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache
from math import isnan, nan

import pandas as pd

from helpers.analysis import dti
from helpers.analysis.dti import HALF_UNIT
from helpers.analysis.edition import Edition
from helpers.analysis.second_sources import one_document
from helpers.store import editions
from helpers.store.data import DataPackage

#: Why nothing can be held against a fact.
NO_ROW, NO_NUMBER, NOT_INDEPENDENT = "no row", "no number", "not independent"
#: A computed number and a printed one are each rounded.
_ROUNDED = 2 * HALF_UNIT
_FLOAT_NOISE = 1e-9
#: The numbers that are held against each other: where one of them changes all is judged anew.
_HELD = (("confirmed", "value"), ("results", "value"), ("dti_scores", "score"))


@dataclass(frozen=True)
class Found:
    """What the tables hold, or give, in the place of which a fact speaks.

    Parameters
    ----------
    number : float
        The number; not a number where there is none.
    rows : tuple
        The index of each row that it comes from, in its table.
    room : float
        How far rounding alone can move it from what is printed.
    table : str
        That table.
    fault : str
        Why nothing can be held against it: one of the names above; empty if it can.
    """

    number: float = nan
    rows: tuple[Hashable, ...] = ()
    room: float = _FLOAT_NOISE
    table: str = "dti_scores"
    fault: str = ""


def judged(package: DataPackage) -> pd.DataFrame:
    """Hold each fact that another document prints against the number that it says again.

    Parameters
    ----------
    package : DataPackage
        What is known.

    Returns
    -------
    DataFrame
        The rows of ``confirmed``, with number (what the tables hold in its place, or what follows
        from them where they hold nothing), rows (the indexes of the rows that this comes from) and
        table (in which they are), fault (why nothing can be held against it: no such
        row, no number in it, or a document that is the row's own, or a copy of it) and holds.
    """
    held = [package[name][column] for name, column in _HELD]
    key = ("facts judged", *(each.to_numpy("float64").tobytes() for each in held))
    return package.remembered(key, lambda: _judged(package)).copy(deep=False)


def _judged(package: DataPackage) -> pd.DataFrame:
    facts, places = package["confirmed"], _Places(package)
    found = [
        places.find(about, column, source)
        for about, column, source in zip(
            facts["about"], facts["column"], facts["source"], strict=True
        )
    ]
    facts = facts.assign(
        number=pd.Series([each.number for each in found], facts.index, dtype=float),
        rows=pd.Series([each.rows for each in found], facts.index, dtype=object),
        table=[each.table for each in found],
        fault=pd.Series([each.fault for each in found], facts.index, dtype=str),
    )
    apart = (facts["value"] - facts["number"]).abs()
    room = pd.Series([each.room for each in found], facts.index, dtype=float)
    return facts.assign(holds=(facts["fault"] == "") & (apart <= room))


class _Places:
    """The places of the tables of which facts speak."""

    def __init__(self, package: DataPackage) -> None:
        self._package = package
        self._rows = cache(self._by_name)
        self._edition = cache(self._opened)
        self._are_one = one_document(package["sources"])

    def find(self, about: str, column: str, source: str) -> Found:
        """Return what there is in a column of a row, printed or computed."""
        table = about.partition("/")[0]
        row = self._rows(table).get(about)
        if row is not None and pd.api.types.is_number(row.get(column)) and pd.notna(row[column]):
            fault = NOT_INDEPENDENT if self._are_one(source, str(row["source"])) else ""
            return Found(float(row[column]), (row.name,), table=table, fault=fault)
        computed = self._computed(about, column)
        if isnan(computed.number):
            return Found(fault=NO_ROW if row is None else NO_NUMBER)
        return computed

    def _by_name(self, table: str) -> dict[str, pd.Series]:
        if table not in self._package.tables or "source" not in self._package[table]:
            return {}
        wanted = self._package["confirmed"]["about"]
        rows = pd.concat([self._package[table], editions.beside(self._package, table)])
        rows = rows[rows["row"].isin(wanted)]
        return {str(row["row"]): row for _, row in rows.iterrows()}

    def _opened(self, number: str, ranked: str) -> Edition | None:
        tables = self._package["dti_editions"]
        key = f"dti_editions/{number}/{ranked}"
        there = key in set(tables["row"])
        return Edition.of(self._package, int(number), int(ranked)) if there else None

    def _computed(self, about: str, column: str) -> Found:
        """Return what follows from the tables of an edition for a place that they leave empty."""
        table, *key = about.split("/")
        edition = self._edition(*key[:2]) if table.startswith("dti_") and len(key) > 1 else None
        if edition is None:
            return Found()
        if table == "dti_editions" and column == "mean_total":
            return _mean(edition)
        if table == "dti_scores" and column in ("score", "rank") and len(key) == 4:
            return _score(edition, key[2], key[3], column)
        return Found()


def _mean(edition: Edition) -> Found:
    """Return the mean of the totals, where they are all known."""
    totals = dti.table(edition.published)["score"].dropna()
    if len(totals) < edition.ranked:
        return Found()
    return Found(float(totals.mean()), tuple(totals.index), _ROUNDED + _FLOAT_NOISE)


def _score(edition: Edition, province: str, component: str, column: str) -> Found:
    """Return a score or a rank that follows from published ones."""
    every, known = edition.published, edition.scores
    here = known[(known["province"] == province) & (known["component"] == component)]
    if here.empty or pd.isna(here[column].iloc[0]):
        return Found()
    row, own = here.iloc[0], every["province"] == province
    room = max(float(row["tolerance"]) + HALF_UNIT, _ROUNDED) if column == "score" else 0.0
    rows = every[own & every["score"].notna() & (every["component"] != component)]
    return Found(float(row[column]), tuple(rows.index), room + _FLOAT_NOISE)


def about_province(facts: pd.DataFrame, province: str) -> pd.Series:
    """Say of each fact whether it speaks of a province, or for a result of the province's own.

    Parameters
    ----------
    facts : DataFrame
        Rows of ``confirmed``.
    province : str
        The province's id.
    """
    places = {"dti_scores": 3, "results": 1, "comparators": 1, "context": 2}
    parts = [each.split("/") for each in facts["about"]]
    own = [each[places.get(each[0], 0)] == province for each in parts]
    return pd.Series(own, index=facts.index, dtype=bool)

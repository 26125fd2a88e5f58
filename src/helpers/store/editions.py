"""The tables of the index's editions: one edition may have two, and a question takes one of each.

After the merger of July 2025 edition 2024 was published twice: for the 63 provinces as they were,
and for the 34 there are. How many a table ranks tells the two apart. Whatever is worked out rests
on one table of each edition; the rows of another stand beside it and are never mixed in.
"""

from __future__ import annotations

import pandas as pd

from helpers.store import mergers
from helpers.store.data import BESIDE, DataPackage
from helpers.store.units import Units

#: The provinces of Vietnam until 30 June 2025: how many an edition ranks if nothing else is said.
PROVINCES = 63
#: The tables of the package whose rows belong to a table of an edition.
_OF_TABLES = ("dti_editions", "dti_scores")


def ranked_in(package: DataPackage, edition: int, year: int | None = None) -> int:
    """Return how many provinces the table of an edition ranks that a question takes.

    Parameters
    ----------
    package : DataPackage
        What is known.
    edition : int
        The edition.
    year : int, optional
        The reporting year whose units are asked about; the edition's own if not given.

    Returns
    -------
    int
        Of the tables at hand the one that ranks as many as there were at the end of the year, or
        comes next to that; the 63 of old where none is at hand.
    """
    tables = package["dti_editions"]
    known = [int(each) for each in tables.loc[tables["edition"] == edition, "provinces_ranked"]]
    if len(known) < 2:
        return known[0] if known else PROVINCES
    there = len(mergers.at_the_end_of(package["provinces"], year or edition))
    return min(known, key=lambda ranked: (abs(ranked - there), -ranked))


def of_year(package: DataPackage, year: int | None = None) -> DataPackage:
    """Return a package that holds one table of each edition.

    Parameters
    ----------
    package : DataPackage
        What is known; it may be one that this function returned, for another year.
    year : int, optional
        The reporting year whose units are asked about; the edition's own if not given.

    Returns
    -------
    DataPackage
        Each edition's table is that of :func:`ranked_in`; the rows of others are kept beside, where
        :func:`beside` finds them.
    """
    whole = whole_of(package)
    numbers = whole["dti_editions"]["edition"].unique()
    chosen = {int(number): ranked_in(whole, int(number), year) for number in numbers}
    tables = dict(whole.tables)
    for name in _OF_TABLES:
        rows = whole[name]
        own = (rows["provinces_ranked"] == rows["edition"].map(chosen)).fillna(value=False)
        tables[name] = rows[own | ~rows["edition"].isin(list(chosen))]
        tables[name + BESIDE] = rows[~rows.index.isin(tables[name].index)]
    return DataPackage(tables, package.to_fill)


def single(package: DataPackage) -> DataPackage:
    """Return a package as it is if it holds one table of each edition, else :func:`of_year`.

    Parameters
    ----------
    package : DataPackage
        What is known.
    """
    several = package["dti_editions"]["edition"].duplicated().any()
    return of_year(package) if several else package


def whole_of(package: DataPackage) -> DataPackage:
    """Return a package with all tables of its editions, what was kept beside them among them.

    Parameters
    ----------
    package : DataPackage
        What :func:`of_year` returned, or any other.
    """
    joined = {
        name: pd.concat([package[name], package.tables[name + BESIDE]]).sort_index()
        for name in _OF_TABLES
        if len(package.tables.get(name + BESIDE, ()))
    }
    return DataPackage({**package.tables, **joined}, package.to_fill)


def beside(package: DataPackage, table: str) -> pd.DataFrame:
    """Return the rows of a table that a package does not speak of, but keeps.

    Parameters
    ----------
    package : DataPackage
        What :func:`of_year` returned, or any other.
    table : str
        The table's name: of those of the index the rows of other tables of an edition, of
        ``results`` those of other sources (:func:`helpers.store.data.as_of`).
    """
    return package.tables.get(table + BESIDE, package[table][:0])


def units_of(package: DataPackage, edition: int, ranked: int) -> Units:
    """Return the units that an analyst of a table of an edition may mean.

    Parameters
    ----------
    package : DataPackage
        What is known.
    edition, ranked : int
        The edition, and how many provinces its table ranks.
    """
    provinces = package.tables.get("provinces")
    year = edition if provinces is None else year_of(provinces, edition, ranked)
    return Units.known_to(package, year)


def year_of(provinces: pd.DataFrame, edition: int, ranked: int) -> int:
    """Return the year at whose end there were the units that a table of an edition ranks.

    Parameters
    ----------
    provinces : DataFrame
        The table ``provinces``.
    edition, ranked : int
        The edition, and how many provinces its table ranks.

    Returns
    -------
    int
        The edition's own; a later one where only then there were as few as it ranks.
    """
    # Of more than there were in its own year it is no table of a later one, but wrong.
    if ranked >= len(mergers.at_the_end_of(provinces, edition)):
        return edition
    changes = provinces["valid_from"].dropna().dt.year
    years = sorted({int(year) for year in changes if year > edition})
    counts = ((year, len(mergers.at_the_end_of(provinces, year))) for year in years)
    return next((year for year, count in counts if count == ranked), edition)

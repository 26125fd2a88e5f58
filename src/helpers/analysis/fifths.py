"""The ranks of an edition in fifths: which one a province is in, and who of its region is there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.analysis.edition import Edition
from helpers.store import mergers
from helpers.words.computations import computation

#: How many classes of ranks there are.
FIFTHS = 5
_COLUMNS = ["province", "region", "edition", "rank", "basis", "source", "confirmed_by", "row"]


@computation("fifths")
def classes(ranked: int) -> pd.DataFrame:
    """Divide the ranks of an edition into fifths, as equal as can be, the larger ones first.

    Parameters
    ----------
    ranked : int
        How many provinces the edition ranks.

    Returns
    -------
    DataFrame
        One row a fifth, the best first: fifth (from 1), low and high, the ranks between which it
        lies. Of fewer than five ranks there are as many rows as ranks.

    Examples
    --------
    >>> list(classes(63)["high"])
    [13, 26, 39, 51, 63]
    """
    count = min(FIFTHS, ranked)
    sizes = [ranked // count + (place < ranked % count) for place in range(count)] if count else []
    high = np.cumsum(np.array(sizes, dtype=int))
    low = high - np.array(sizes, dtype=int) + 1
    return pd.DataFrame({"fifth": range(1, count + 1), "low": low, "high": high})


@computation("fifths")
def of_units(edition: Edition, provinces: pd.DataFrame) -> pd.DataFrame:
    """Return every unit that an edition speaks of, with its rank and the fifth that holds it.

    Parameters
    ----------
    edition : Edition
        The edition.
    provinces : DataFrame
        The table ``provinces``.

    Returns
    -------
    DataFrame
        One row a unit, known ranks first, best first: province, region (empty where it is not
        known), edition, rank and fifth (missing where the rank is not known; who shares a rank
        shares the fifth), and of the rank basis, source, confirmed_by and row.
    """
    there = mergers.at_the_end_of(provinces, edition.units.year or edition.number)
    known = edition.table().drop(columns="edition")
    rows = there[["province", "region"]].merge(known, how="left", on="province")
    rows = rows.assign(edition=edition.number).sort_values("rank", kind="stable")
    rows = rows.fillna(dict.fromkeys(["basis", "source", "confirmed_by", "row"], ""))
    return placed(rows[_COLUMNS].reset_index(drop=True), edition.ranked)


def placed(rows: pd.DataFrame, ranked: int) -> pd.DataFrame:
    """Return rows with the fifth that holds each rank; missing where the rank is not known.

    Parameters
    ----------
    rows : DataFrame
        One row a unit, with a rank.
    ranked : int
        How many are ranked.
    """
    high = classes(ranked)["high"].to_numpy()
    places = np.searchsorted(high, rows["rank"].fillna(0).astype(int)) + 1
    fifth = pd.Series(places, rows.index, dtype="Int64").where(rows["rank"].notna())
    return rows.assign(fifth=fifth)


@computation("fifths")
@dataclass(frozen=True)
class Company:
    """The fifth that a province is in, and who else of its region is there.

    Parameters
    ----------
    province : str
        The province.
    edition : int
        The edition.
    fifth : int
        The fifth.
    others : int or None
        How many others its region has; None where the region or a rank of it is not known.
    beside : int or None
        How many of these are in the same fifth; None as ``others``.
    """

    province: str
    edition: int
    fifth: int
    others: int | None = None
    beside: int | None = None


def company(units: pd.DataFrame, province: str) -> Company | None:
    """Return the fifth of a province, and how many others of its region are in it.

    Parameters
    ----------
    units : DataFrame
        Some or all rows of :func:`of_units`.
    province : str
        The province's id.

    Returns
    -------
    Company or None
        None where the province's rank is not among the rows.
    """
    own = units[units["province"].eq(province) & units["rank"].notna()]
    if own.empty:
        return None
    here = own.iloc[0]
    found = str(here["province"]), int(here["edition"]), int(here["fifth"])
    members = units[units["region"].eq(here["region"]) & units["province"].ne(province)]
    if units["region"].eq("").any() or members.empty or members["rank"].isna().any():
        return Company(*found)
    return Company(*found, len(members), int(members["fifth"].eq(here["fifth"]).sum()))


@computation("fifths")
@dataclass(frozen=True)
class Leading:
    """The region that has most provinces in the first fifth.

    Parameters
    ----------
    region : str
        The region.
    edition : int
        The edition.
    count, members : int
        How many of its provinces are in the first fifth, and how many it has.
    """

    region: str
    edition: int
    count: int
    members: int


def leading(units: pd.DataFrame) -> Leading | None:
    """Return the region that has most provinces in the first fifth.

    Parameters
    ----------
    units : DataFrame
        Some or all rows of :func:`of_units`.

    Returns
    -------
    Leading or None
        None where a region or a rank is not known, or where two have as many.
    """
    if units.empty or units["region"].eq("").any() or units["rank"].isna().any():
        return None
    first = units.loc[units["fifth"] == 1, "region"].value_counts()
    if first.empty or (first == first.iloc[0]).sum() > 1:
        return None
    region, members = str(first.index[0]), units["region"].value_counts()
    return Leading(region, int(units["edition"].iloc[0]), int(first.iloc[0]), int(members[region]))

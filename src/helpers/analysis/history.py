"""Ranks over the editions of the index: compared as ranks, never as scores.

The methods of the editions differ, so a score of one is never subtracted from a score of another;
nor is a rank where they rank different numbers of provinces, as before and after the merger.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pandas as pd

from helpers.analysis import dti
from helpers.analysis.edition import Edition
from helpers.store import data, editions, mergers
from helpers.store.data import DataPackage
from helpers.store.units import Units
from helpers.words.computations import computation

#: What names a table of an edition.
_TABLE = ["edition", "provinces_ranked"]


@computation("history")
def ranks_over_time(known: DataPackage, provinces: Iterable[str]) -> pd.DataFrame:
    """Return the ranks of provinces in every edition at hand, and what of them is not known.

    Parameters
    ----------
    known : DataPackage
        What is known on a day: its tables ``dti_scores`` and ``dti_editions``.
    provinces : iterable of str
        The provinces; a name means the unit that there was at the end of the newest edition's year.

    Returns
    -------
    DataFrame
        One row a province and edition, in the order given and of time: province, edition, method,
        rank (missing if not known), ranked (how many provinces the edition ranks), scored (whether
        a score is published beside the rank), new_method and new_count (whether the method, or the
        number of provinces ranked, differs from that of the edition before), change (places gained
        since the edition before, negative if lost; missing if either is unknown, or if the number
        of provinces is new), basis, source and row. A unit has the ranks of its own editions only,
        never those of the provinces it was made of; where an edition has two tables, one that had
        ended has the rank of its own.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    asked = tuple(provinces)
    made = known.remembered(("ranks over time", asked), lambda: _ranks_over_time(known, asked))
    return made.copy(deep=False)


def _ranks_over_time(known: DataPackage, provinces: Iterable[str]) -> pd.DataFrame:
    known = editions.single(known)
    units = _units(known)
    tables = known["dti_editions"].sort_values("edition")
    names = [units.find(each) for each in provinces]
    frame = pd.MultiIndex.from_product([names, tables["edition"]]).to_frame(
        index=False, name=["province", "edition"]
    )
    columns = ["province", *_TABLE, "rank", "score", "basis", "source", "row"]
    frame = frame.merge(tables[[*_TABLE, "method"]], on="edition", how="left")
    frame = frame.merge(
        _totals(known)[columns], "left", ["province", "edition"], suffixes=("", "_own")
    )
    own = frame.pop("provinces_ranked_own")
    frame["ranked"] = own.fillna(frame.pop("provinces_ranked")).astype("Int64")
    frame["scored"] = frame.pop("score").notna()
    return since_before(frame.fillna({"basis": "", "source": "", "row": ""}))


def _totals(known: DataPackage) -> pd.DataFrame:
    """Return the rows of the totals; of who had ended, those of an edition's other table."""
    rows, others = known["dti_scores"], editions.beside(known, "dti_scores")
    totals, key = rows[rows["component"] == dti.TOTAL], ["edition", "province"]
    others = others[others["component"] == dti.TOTAL]
    if others.empty:
        return totals
    units = known["provinces"]
    others = others[others["province"].isin(units.loc[units["valid_until"].notna(), "province"])]
    told = pd.MultiIndex.from_frame(others[key]).isin(pd.MultiIndex.from_frame(totals[key]))
    return pd.concat([totals, others[~told]])


def _units(known: DataPackage) -> Units:
    """Return the units, those that the newest edition ranks first."""
    number = data.newest_edition(known)
    if number is None:
        return Units.known_to(known, date.max.year)
    return editions.units_of(known, number, editions.ranked_in(known, number))


@computation("history")
def since_before(frame: pd.DataFrame) -> pd.DataFrame:
    """Return ranks with what is new since the edition before among them.

    Parameters
    ----------
    frame : DataFrame
        Some or all rows of :func:`ranks_over_time`, in any order.

    Returns
    -------
    DataFrame
        The rows by province, in the order in which these are first named, and edition: their
        columns ``new_method``, ``new_count`` and ``change`` are worked out anew.
    """
    order = {name: place for place, name in enumerate(frame["province"].unique())}
    frame = frame.sort_values("edition").sort_values(
        "province", key=lambda names: names.map(order), kind="stable", ignore_index=True
    )
    earlier = frame.groupby("province")
    for column, new in (("method", "new_method"), ("ranked", "new_count")):
        before = earlier[column].shift()
        frame[new] = before.notna() & (before != frame[column]).fillna(value=False)
    change = earlier["rank"].shift() - frame["rank"]
    return frame.assign(change=change.where(~frame["new_count"]))


def newest(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the newest known rank of each province.

    Parameters
    ----------
    frame : DataFrame
        What :func:`ranks_over_time` returns.

    Returns
    -------
    DataFrame
        One of its rows a province, by its id: the newest editions first, and in each the best
        ranks. A province of which no rank is known is absent.
    """
    known = frame.dropna(subset=["rank"]).drop_duplicates("province", keep="last")
    order = {"edition": False, "rank": True}
    known = known.sort_values(list(order), ascending=list(order.values()), kind="stable")
    return known.set_index("province", drop=False)


def moved(places: int) -> str:
    """Return ``up``, ``down`` or ``same`` for a change of :func:`ranks_over_time`."""
    return "up" if places > 0 else "down" if places < 0 else "same"


def company(edition: Edition, provinces: pd.DataFrame, province: str) -> list[str]:
    """Choose whose ranks are drawn: a province's, its companions', and its predecessors'.

    Parameters
    ----------
    edition : Edition
        The edition whose ranks decide.
    province : str
        The province looked at.
    provinces : DataFrame
        The table ``provinces``.

    Returns
    -------
    list of str
        Ids: the province, its :func:`companions`, and those it was made of; only the last where
        its rank is not known.
    """
    province = edition.find(province)
    before = mergers.predecessors_of(provinces, province)
    if dti.standing(edition, province).rank is None:
        return before
    return [province, *companions(edition, province), *before]


def companions(edition: Edition, province: str, each_side: int = 2) -> list[str]:
    """Choose the provinces a history is drawn beside: the leader and the nearest in rank.

    Parameters
    ----------
    edition : Edition
        The edition whose ranks decide.
    province : str
        The province looked at.
    each_side : int
        How many above it, and how many below.

    Returns
    -------
    list of str
        Ids in order of rank, without the province; empty if its rank is not known.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = edition.find(province)
    rows = edition.table().dropna(subset=["rank"])
    order = list(rows["province"])
    if province not in order:
        return []
    place = order.index(province)
    near = order[max(0, place - each_side) : place + each_side + 1]
    return [each for each in dict.fromkeys([order[0], *near]) if each != province]

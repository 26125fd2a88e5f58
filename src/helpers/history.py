"""Ranks over the editions of the index: compared as ranks, never as scores.

The methods of the editions differ, so a score of one is never subtracted from a score of another.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers import dti


def ranks_over_time(
    scores: pd.DataFrame, editions: pd.DataFrame, provinces: Iterable[str]
) -> pd.DataFrame:
    """Return the ranks of provinces in every edition at hand, and what of them is not known.

    Parameters
    ----------
    scores, editions : DataFrame
        The tables ``dti_scores`` and ``dti_editions``, of what is known on a day.
    provinces : iterable of str
        The provinces.

    Returns
    -------
    DataFrame
        One row a province and edition, in the order given and of time: province, edition, method,
        rank (missing if not known), scored (whether a score is published beside the rank), change
        (places gained since the edition before, negative if lost; missing if either is unknown),
        new_method (whether the method differs from that of the edition before), source and row.
    """
    editions = editions.sort_values("edition")
    totals = scores[scores["component"] == dti.TOTAL]
    frame = pd.MultiIndex.from_product([list(provinces), editions["edition"]]).to_frame(
        index=False, name=["province", "edition"]
    )
    columns = ["province", "edition", "rank", "score", "source", "row"]
    frame = frame.merge(totals[columns], how="left", on=["province", "edition"])
    frame = frame.merge(editions[["edition", "method"]], on="edition", how="left")
    earlier = frame.groupby("province")
    frame["change"] = earlier["rank"].shift() - frame["rank"]
    before = earlier["method"].shift()
    frame["new_method"] = before.notna() & (before != frame["method"])
    frame["scored"] = frame.pop("score").notna()
    return frame.fillna({"source": "", "row": ""})


def companions(scores: pd.DataFrame, edition: int, province: str, each_side: int = 2) -> list[str]:
    """Choose the provinces a history is drawn beside: the leader and the nearest in rank.

    Parameters
    ----------
    scores : DataFrame
        The table ``dti_scores``.
    edition : int
        The edition whose ranks decide.
    province : str
        The province looked at.
    each_side : int
        How many above it, and how many below.

    Returns
    -------
    list of str
        Ids in order of rank, without the province; empty if its rank is not known.
    """
    rows = dti.table(scores, edition).dropna(subset=["rank"])
    order = list(rows["province"])
    if province not in order:
        return []
    place = order.index(province)
    near = order[max(0, place - each_side) : place + each_side + 1]
    return [each for each in dict.fromkeys([order[0], *near]) if each != province]

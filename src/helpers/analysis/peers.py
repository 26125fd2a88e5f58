"""Provinces to compare with: of the same region, alike in profile or in size and income, near."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.analysis.dti import DECIMALS, PILLARS, Breakdown
from helpers.analysis.edition import Edition
from helpers.store import mergers
from helpers.words.computations import computation

POPULATION = "population_thousand"
INCOME = "grdp_per_capita_million_vnd"


@computation("region")
def same_region(edition: Edition, provinces: pd.DataFrame, province: str) -> pd.DataFrame:
    """Return the provinces of a province's region, itself included.

    Parameters
    ----------
    edition : Edition
        The edition.
    provinces : DataFrame
        The table ``provinces``.
    province : str
        The province.

    Returns
    -------
    DataFrame
        Known ranks first, best first: province, region, rank, score, basis, source, row (the last
        five missing where not known), place (in the region, only where all its ranks are known),
        among (the place among those of known rank). Empty for a unit that there was not at the end
        of the edition's year, and where the region of any that there was is not known, as after the
        merger of 2025.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = edition.find(province)
    there = mergers.at_the_end_of(provinces, edition.units.year or edition.number)
    if (there["region"] == "").any():  # then who shares a region is not known of any
        there = there.iloc[:0]
    own = there.loc[there["province"] == province, "region"]
    rows = there.loc[there["region"].isin(own), ["province", "region"]]
    totals = edition.table()[["province", "rank", "score", "basis", "source", "row"]]
    rows = rows.merge(totals, how="left", on="province").sort_values("rank", kind="stable")
    return placed(rows.fillna({"basis": "", "source": "", "row": ""}).reset_index(drop=True))


def placed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of :func:`same_region` with the places that they have among themselves.

    Parameters
    ----------
    rows : DataFrame
        Some or all of its rows; their columns ``place`` and ``among`` are counted anew.
    """
    among = rows["rank"].rank(method="min").astype("Int64")
    every = pd.Series(bool(rows["rank"].notna().all()), rows.index)
    return rows.assign(among=among, place=among.where(every))


@computation("region-moves")
def moves(members: pd.DataFrame, before: Edition | None) -> pd.DataFrame:
    """Return the ranks of a region's provinces beside those of the edition before.

    Parameters
    ----------
    members : DataFrame
        Some or all rows of :func:`same_region`.
    before : Edition or None
        The edition before, if it ranks as many; None where there is none to compare with.

    Returns
    -------
    DataFrame
        The rows of which either rank is known, best first: province, region, rank, source, row,
        and of the edition before earlier (which it is), before (the rank), basis_before,
        source_before and row_before, missing or empty where not known; change (places gained,
        negative if lost).
    """
    rows = members[["province", "region", "rank", "basis", "source", "row"]]
    names = {"edition": "earlier", "rank": "before", "basis": "basis_before"}
    names |= {"source": "source_before", "row": "row_before"}
    known = pd.DataFrame(columns=["province", *names]) if before is None else before.table()
    known = known[["province", *names]].rename(columns=names)
    found = rows.merge(known, how="left", on="province")
    found = found.astype(dict.fromkeys(["rank", "earlier", "before"], "Int64"))
    found = found.fillna(dict.fromkeys([*names.values()][2:], ""))
    found = found[found["rank"].notna() | found["before"].notna()]
    found = found.sort_values(["rank", "before"], kind="stable", ignore_index=True)
    return found.assign(change=found["before"] - found["rank"])


@computation("region-moves")
@dataclass(frozen=True)
class Turn:
    """A province's place in its region now and in the edition before, and who passed it.

    Parameters
    ----------
    province : str
        The province.
    now, before : int or None
        Its places; None where who stands before it is not known of all.
    above, below : tuple of str
        Who was behind it and now stands before it, and the reverse; the best rank first.
    """

    province: str
    now: int | None
    before: int | None
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def turn(found: pd.DataFrame, edition: Edition, before: Edition | None, province: str) -> Turn:
    """Return how a province's place in its region changed.

    Parameters
    ----------
    found : DataFrame
        Rows of :func:`moves`, the province among them; places are counted among these rows.
    edition, before : Edition
        The edition and the one before, as in :func:`moves`.
    province : str
        The province's id.
    """
    own = found[found["province"] == province].iloc[0]
    now = _place(found["rank"], own["rank"], edition)
    if before is None or pd.isna(own["before"]):
        return Turn(province, now, None)
    was = found["before"] - own["before"]
    is_now = found["rank"] - own["rank"]
    above = found.loc[((was > 0) & (is_now < 0)).fillna(value=False), "province"]
    below = found.loc[((was < 0) & (is_now > 0)).fillna(value=False), "province"]
    place = _place(found["before"], own["before"], before)
    return Turn(province, now, place, tuple(above), tuple(below))


def _place(ranks: pd.Series, own: int, edition: Edition) -> int | None:
    """Return a place among ranks; None where one that is not known may be before it."""
    better = int((edition.table()["rank"] < own).sum())
    return 1 + int((ranks < own).sum()) if better == own - 1 else None


@computation("likeness")
def by_profile(edition: Edition, province: str, most: int | None = None) -> pd.DataFrame:
    """Return the provinces most alike by their pillars.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province.
    most : int, optional
        How many; all with three known pillars if not given.

    Returns
    -------
    DataFrame
        Nearest first: province, distance, rank, row (of the rank), and for each pillar the
        difference of scores (theirs minus the province's). Empty if a pillar of the province is
        not known.

    Raises
    ------
    ParameterError
        If there is no such province.

    Notes
    -----
    Euclidean distance of the three pillar scores (0-1, so one unit for all).
    """
    province = edition.find(province)
    known = edition.wide().reindex(columns=list(PILLARS)).dropna()
    if province not in known.index:
        return pd.DataFrame(columns=["province", "distance", "rank", *PILLARS])
    differences = (known.drop(province) - known.loc[province]).round(DECIMALS)
    distance = np.sqrt((differences**2).sum(axis=1))
    return _nearest(edition, differences, distance, most)


@computation("likeness")
def by_context(
    edition: Edition, context: pd.DataFrame, province: str, most: int | None = None
) -> pd.DataFrame:
    """Return the provinces most alike by population and GRDP per head.

    Parameters
    ----------
    edition : Edition
        The edition.
    context : DataFrame
        The table ``context``; the rows of the edition's year are used, of the units it ranks
        where all of these are known.
    province : str
        The province.
    most : int, optional
        How many; all if not given.

    Returns
    -------
    DataFrame
        Nearest first: province, distance, rank, row (of the rank), population_thousand,
        grdp_per_capita_million_vnd. Empty if the context of that year is not known.

    Raises
    ------
    ParameterError
        If there is no such province.

    Notes
    -----
    Euclidean distance of the two logarithms, each divided by its standard deviation over all
    provinces: doubling counts the same whatever the size.
    """
    province = edition.find(province)
    rows = context[context["year"] == edition.number].set_index("province")[[POPULATION, INCOME]]
    ranked = edition.table().dropna(subset=["rank"])["province"]
    if len(ranked) >= edition.ranked:  # then any other unit was merged, or not yet made
        rows = rows[rows.index.isin(ranked)]
    if province not in rows.index:
        return pd.DataFrame(columns=["province", "distance", "rank", POPULATION, INCOME])
    logs = rows.apply(np.log)
    steps = (logs.drop(province) - logs.loc[province]) / logs.std()
    distance = np.sqrt((steps**2).sum(axis=1))
    return _nearest(edition, rows.drop(province), distance, most)


def _nearest(
    edition: Edition, rows: pd.DataFrame, distance: pd.Series, most: int | None
) -> pd.DataFrame:
    totals = edition.table().set_index("province")[["rank", "row"]]
    rows = rows.assign(distance=distance).join(totals).fillna({"row": ""})
    rows = rows.sort_values("distance", kind="stable").rename_axis("province").reset_index()
    first = ["province", "distance", "rank", "row"]
    return rows[[*first, *rows.columns.difference(first, sort=False)]].head(most or len(rows))


def better_ones(breakdown: Breakdown, province: str, peers: pd.DataFrame) -> pd.DataFrame:
    """Return the peers with a higher total.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of the edition's total.
    province : str
        The province.
    peers : DataFrame
        Provinces, as :func:`by_profile` or :func:`by_context` return them.

    Returns
    -------
    DataFrame
        Rows of ``peers``, nearest first; empty if the province is not in the breakdown.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = breakdown.find(province)
    rank = breakdown.totals.rank(ascending=False, method="min")
    return peers[peers["province"].map(rank) < rank.get(province, 0)]


@computation("ahead")
def what_better_ones_do(breakdown: Breakdown, province: str, peers: pd.DataFrame) -> pd.DataFrame:
    """Say in which part the peers of a better rank are ahead, in points of the total.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of the edition's total.
    province : str
        The province.
    peers : DataFrame
        Provinces with a ``rank``, as :func:`by_profile` or :func:`by_context` return them.

    Returns
    -------
    DataFrame
        The largest contribution first: component, own, peers (the mean of the better peers),
        difference (peers minus own), contribution (weight x difference), count (better peers).
        Empty if no better peer, or not the province, is in the breakdown.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = breakdown.find(province)
    columns = ["component", "own", "peers", "difference", "contribution", "count"]
    better = list(better_ones(breakdown, province, peers)["province"])
    if not better:
        return pd.DataFrame(columns=columns)
    frame = pd.DataFrame(
        {"own": breakdown.scores.loc[province], "peers": breakdown.scores.loc[better].mean()}
    )
    frame["difference"] = frame["peers"] - frame["own"]
    frame["contribution"] = breakdown.weights * frame["difference"]
    frame = frame.assign(count=len(better)).rename_axis("component").reset_index()
    return frame.sort_values("contribution", ascending=False, kind="stable")[columns]


@computation("neighbourhood")
def around(edition: Edition, province: str, each_side: int) -> pd.DataFrame:
    """Return the ranks next to a province's own, whether it is known who holds them or not.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province.
    each_side : int
        How many ranks above it, and how many below.

    Returns
    -------
    DataFrame
        One row a province, and one a rank of which none is known, the best rank first: rank,
        province, score, distance (that score minus the province's own; missing for the province
        itself), source, confirmed_by, row; empty or missing what is not known. A rank that nobody
        holds because of a tie above is not among them. Empty if the province's rank is not known.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = edition.find(province)
    columns = ["rank", "province", "score", "source", "confirmed_by", "row"]
    known = edition.table().dropna(subset=["rank"])
    if province not in known["province"].to_numpy():
        return known.reindex(columns=[*columns, "distance"])[:0]
    own = known[known["province"] == province].iloc[0]
    first, last = max(1, own["rank"] - each_side), min(edition.ranked, own["rank"] + each_side)
    ranks = pd.DataFrame({"rank": range(first, last + 1)}, dtype="Int64")
    rows = ranks.merge(known[columns], how="left", on="rank")
    taken = known["rank"] + known.groupby("rank").cumcount()
    rows = rows[rows["province"].notna() | ~rows["rank"].isin(taken)]
    distance = (rows["score"] - own["score"]).round(DECIMALS)
    rows["distance"] = distance.where(rows["province"] != province)
    words = dict.fromkeys(["province", "source", "confirmed_by", "row"], "")
    return rows.fillna(words).reset_index(drop=True)


@computation("income-link")
@dataclass(frozen=True)
class IncomeLink:
    """How the total goes with GRDP per head over the provinces of which both are known.

    Parameters
    ----------
    points : DataFrame
        By province: province, income (GRDP per head, million dong), score, expected (the fitted
        score), residual (score minus expected), ahead (how many exceed what their income suggests
        by more).
    correlation, low, high : float
        Spearman's rank correlation and its 95 % interval.
    slope, intercept : float
        Of the fit: score = intercept + slope x log10(income).
    explained : float
        The share of the scores' variance that the fit explains (0-1).
    """

    points: pd.DataFrame
    correlation: float
    low: float
    high: float
    slope: float
    intercept: float
    explained: float


#: Fewer provinces than this say nothing of a link.
_LEAST = 20
_NORMAL_95 = 1.959964


def income_link(edition: Edition, context: pd.DataFrame) -> IncomeLink | None:
    """Hold the totals of an edition against GRDP per head of the same year.

    Parameters
    ----------
    edition : Edition
        The edition.
    context : DataFrame
        The table ``context``.

    Returns
    -------
    IncomeLink or None
        None where fewer than twenty provinces have both figures, or where one does not vary.

    Notes
    -----
    The 95 % interval of Spearman's correlation r by Fisher's z with variance
    (1 + r**2 / 2) / (n - 3): Bonett and Wright, *Psychometrika* 65 (2000) 23-28. The fit is least
    squares on the logarithm of income. A link is no cause: OECD and JRC Handbook (2008), step 9,
    "Links to other indicators". GRDP per head counts what is produced, not what people earn.
    """
    from scipy.stats import linregress, spearmanr  # noqa: PLC0415  slow

    points = _both_known(edition, context)
    if len(points) < _LEAST or (points.nunique() < 2).any():
        return None
    correlation = float(spearmanr(points["income"], points["score"]).statistic)
    low, high = correlation_interval(correlation, len(points))
    fit = linregress(np.log10(points["income"]), points["score"])
    points["expected"] = fit.intercept + fit.slope * np.log10(points["income"])
    points["residual"] = points["score"] - points["expected"]
    points["ahead"] = points["residual"].rank(ascending=False, method="min").astype(int) - 1
    points["province"] = points.index
    return IncomeLink(
        points, correlation, low, high, float(fit.slope), float(fit.intercept), fit.rvalue**2
    )


@computation("income-link")
def _both_known(edition: Edition, context: pd.DataFrame) -> pd.DataFrame:
    """Return income and score of the provinces of which both are known."""
    income = context[context["year"] == edition.number].set_index("province")[INCOME]
    totals = edition.table().dropna(subset=["score"]).set_index("province")["score"]
    return pd.DataFrame({"income": income, "score": totals}).dropna()


def correlation_interval(correlation: float, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a Spearman correlation.

    Parameters
    ----------
    correlation : float
        The correlation (-1 to 1).
    count : int
        How many pairs it rests on; more than three.

    Notes
    -----
    Bonett and Wright, *Psychometrika* 65 (2000) 23-28.
    """
    if abs(correlation) >= 1:
        return correlation, correlation
    spread = _NORMAL_95 * np.sqrt((1 + correlation**2 / 2) / (count - 3))
    middle = np.arctanh(correlation)
    return float(np.tanh(middle - spread)), float(np.tanh(middle + spread))

"""How the parts of the index hang together: for the analyst who asks what the weights really do."""

from __future__ import annotations

from typing import Literal, NamedTuple

import pandas as pd

from helpers.analysis import dti
from helpers.analysis.dti import Breakdown
from helpers.words.computations import computation


def correlations(
    breakdown: Breakdown, method: Literal["pearson", "spearman"] = "pearson"
) -> pd.DataFrame:
    """Return the correlation of each part with the total and with each other part.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of an edition's total.
    method : str
        ``pearson`` or ``spearman``.

    Returns
    -------
    DataFrame
        A square table: the total first, then the parts. A part that does not vary has no
        correlation (missing).

    Notes
    -----
    OECD and JRC, *Handbook on Constructing Composite Indicators* (2008), step 4, "Multivariate
    analysis".
    """
    table = breakdown.scores.assign(**{dti.TOTAL: breakdown.totals})
    order = [dti.TOTAL, *breakdown.weights.index]
    return table[order].corr(method=method).rename_axis(index="component", columns="component")


def effective_weights(breakdown: Breakdown) -> pd.DataFrame:
    """Compare the weight each part has on paper with the one it has in effect.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of an edition's total.

    Returns
    -------
    DataFrame
        One row a part: component, nominal (its weight), spread (standard deviation of its scores),
        effective (its share of the total's variance; they sum to 1, and one is negative where a
        part moves against the total), correlation (with the total) and ratio (effective over
        nominal). Effective values are missing where the totals do not vary.

    Notes
    -----
    The variance of a weighted sum splits as weight x covariance with the total. That a weight is
    not the importance: Paruolo, Saisana and Saltelli, "Ratings and rankings: voodoo or science?",
    *Journal of the Royal Statistical Society A* 176 (2013) 609-634.
    """
    totals = breakdown.totals.reindex(breakdown.scores.index)
    variance = totals.var()
    frame = pd.DataFrame({"nominal": breakdown.weights, "spread": breakdown.scores.std()})
    share = breakdown.scores.apply(lambda part: part.cov(totals)) * breakdown.weights
    frame["effective"] = share / variance if variance > 0 else float("nan")
    frame["correlation"] = breakdown.scores.corrwith(totals)
    frame["ratio"] = frame["effective"] / frame["nominal"]
    return frame.rename_axis("component").reset_index()


def strengths_and_weaknesses(
    profile: pd.DataFrame, most: int = 2
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the components with the best ranks and those with the worst.

    Parameters
    ----------
    profile : DataFrame
        One row a component: component, rank; what :func:`dti.pillar_profile` returns.
    most : int
        At most so many of each, and never more than half of the components.

    Returns
    -------
    tuple of DataFrame
        Strengths (best first) and weaknesses (worst first), rows of the profile. None is in both,
        every strength has a better rank than every weakness, and both are empty where the known
        ranks do not differ.
    """
    ranked = profile.dropna(subset=["rank"]).sort_values("rank", kind="stable")
    if ranked["rank"].nunique() < 2:
        return ranked.iloc[:0], ranked.iloc[:0]
    rank, count = ranked["rank"], min(most, len(ranked) // 2)
    strong, weak = ranked[rank < rank.median()], ranked[rank > rank.median()]
    strong = strong if len(strong) else ranked[rank == rank.min()]
    weak = weak if len(weak) else ranked[rank == rank.max()]
    return strong.head(count), weak.iloc[::-1].head(count)


@computation("pillars")
class Extremes(NamedTuple):
    """The component with the best rank and the one with the worst.

    Parameters
    ----------
    strong, weak : Series or None
        Rows of a profile; None twice where no two known ranks differ.
    strong_too, weak_too : Series or None
        Another that shares the best rank, or the worst; None where there is none.
    """

    strong: pd.Series | None = None
    weak: pd.Series | None = None
    strong_too: pd.Series | None = None
    weak_too: pd.Series | None = None


def strongest_and_weakest(profile: pd.DataFrame) -> Extremes:
    """Return the component with the best rank and the one with the worst.

    Parameters
    ----------
    profile : DataFrame
        As in :func:`strengths_and_weaknesses`.

    Returns
    -------
    Extremes
        Rows of the profile; None where no two known ranks differ.
    """
    strong, weak = strengths_and_weaknesses(profile, most=1)
    if strong.empty:
        return Extremes()
    ends = strong.iloc[0], weak.iloc[0]
    return Extremes(*ends, *(_sharing(profile, each) for each in ends))


def _sharing(profile: pd.DataFrame, row: pd.Series) -> pd.Series | None:
    same = profile["rank"].eq(row["rank"]) & profile["component"].ne(row["component"])
    return profile[same].iloc[0] if same.any() else None

"""Other weights than the official ones: which would give a rank, and what they do to a group.

Weights are shares of the total, one a part of a :class:`helpers.analysis.dti.Breakdown`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from helpers.analysis import robustness
from helpers.analysis.dti import Breakdown
from helpers.words.computations import computation
from helpers.words.refusals import instead, refused, unknown

#: How many steps a per cent is counted in, where parts of a whole are rounded.
_TENTHS = 10


def under(breakdown: Breakdown, weights: pd.Series | Mapping[str, float]) -> Breakdown:
    """Return a breakdown with other weights.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of an edition's total.
    weights : Series or mapping
        A weight for each part, none below zero and one above; they are scaled to sum to 1.

    Raises
    ------
    ParameterError
        If there is no such part, one has no weight, one has a weight below zero or none has one
        above.
    """
    given, parts = pd.Series(weights, dtype=float), list(breakdown.weights.index)
    for name in given.index.difference(parts, sort=False):
        raise unknown("component", name, instead(str(name), parts))
    own = given.reindex(breakdown.weights.index)
    if own.isna().any():
        missing = ", ".join(own.index[own.isna()])
        raise refused("error-weights", kind="missing", parts=missing)
    if (own < 0).any() or own.sum() <= 0:
        raise refused("error-weights", kind="below" if (own < 0).any() else "none")
    return replace(breakdown, weights=(own / own.sum()).rename("weight"))


@computation("reweighted")
def percentages(weights: pd.Series) -> pd.DataFrame:
    """Write weights in per cent so that they add up to 100.

    Parameters
    ----------
    weights : Series
        A weight for each part, none below zero and one above.

    Returns
    -------
    DataFrame
        By part: component, percent (in tenths, by the method of the largest remainder; of equal
        remainders the first part has it).
    """
    exact = weights / weights.sum() * 100 * _TENTHS
    tenths = np.floor(exact.round(6)).astype(int)
    remainders = (exact - tenths).round(6).sort_values(ascending=False, kind="stable")
    tenths[remainders.index[: 100 * _TENTHS - tenths.sum()]] += 1
    frame = pd.DataFrame({"component": weights.index, "percent": tenths / _TENTHS}, weights.index)
    return frame.rename_axis(None)


@computation("reweighted")
def reranked(official: Breakdown, weights: pd.Series) -> pd.DataFrame:
    """Rank the provinces under other weights, beside their official ranks.

    Parameters
    ----------
    official : Breakdown
        The parts of an edition's total.
    weights : Series
        As in :func:`under`.

    Returns
    -------
    DataFrame
        One row a province, best first: province, total (0-1), rank, official (the rank among the
        same provinces under the official weights).
    """
    other = under(official, weights)
    totals, ranks = other.totals, robustness.ranks_under(other, other.weights)
    before = robustness.ranks_under(official, official.weights)
    frame = pd.DataFrame({"total": totals, "rank": ranks, "official": before}, index=totals.index)
    return frame.rename_axis("province").reset_index()


@computation("rank-classes")
def rank_classes(ranks: pd.Series, most: int = 4) -> pd.DataFrame:
    """Divide ranks into classes of as many places each.

    Parameters
    ----------
    ranks : Series
        The ranks of provinces; as many places as there are provinces.
    most : int
        At most so many classes.

    Returns
    -------
    DataFrame
        One row a class, the best first: low and high, the ranks between which it lies. The last
        one may be shorter.
    """
    count = len(ranks)
    each = -(-count // most)
    low = np.arange(1, count + 1, each)
    return pd.DataFrame({"low": low, "high": np.minimum(low + each - 1, count)})


@computation("against-group")
def against_group(breakdown: Breakdown, province: str, members: Collection[str]) -> pd.DataFrame:
    """Hold a province's parts against the mean of other provinces.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of an edition's total.
    province : str
        The province, one of those in the breakdown.
    members : collection of str
        The group; the province itself and those not in the breakdown do not count.

    Returns
    -------
    DataFrame
        One row a part: component, weight, own and mean (0-1; the plain mean of the group, each
        province the same), difference (own minus mean), contribution (weight x difference).
        Empty if nobody is left in the group.
    """
    province = breakdown.find(province)
    others = breakdown.scores[breakdown.scores.index.isin(members)].drop(province, errors="ignore")
    frame = pd.DataFrame({"weight": breakdown.weights, "own": breakdown.scores.loc[province]})
    frame["mean"] = others.mean()
    frame["difference"] = frame["own"] - frame["mean"]
    frame["contribution"] = frame["weight"] * frame["difference"]
    frame = frame.rename_axis("component").reset_index()
    return frame if len(others) else frame.iloc[:0]


@computation("nearest-weights")
@dataclass(frozen=True)
class NearestWeights:
    """The weights closest to the official ones that give a province a rank.

    Parameters
    ----------
    province : str
        The province.
    wanted : int
        The rank that was asked for.
    weights : Series
        By part; they sum to 1.
    change : float
        The sum of the absolute changes of all weights (0-2).
    """

    province: str
    wanted: int
    weights: pd.Series
    change: float

    @property
    def points(self) -> float:
        """The change in percentage points."""
        return 100 * self.change


def nearest_weights(breakdown: Breakdown, province: str, rank: int) -> NearestWeights | None:
    """Return the weights closest to the official ones under which a rank, or a better one, is had.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of an edition's total, with the official weights.
    province : str
        The province, one of those in the breakdown.
    rank : int
        The rank among its provinces, 1 or more; an equal total shares it.

    Returns
    -------
    NearestWeights or None
        With the smallest sum of absolute changes; of several such weights any. None if no weights
        give the rank, that is if :func:`helpers.analysis.robustness.extreme_rank` is worse.

    Raises
    ------
    ValueError
        If the rank is less than 1.

    Notes
    -----
    The programme of :func:`helpers.analysis.robustness.extreme_rank` with the number of rivals
    above bounded and the change minimised; with who is above settled it is solved once more
    without binaries, so that no tolerance of theirs is left in the weights. The closest weights lie
    where a rival is just level; it is held to be level exactly, not to within a level of noise.
    """
    province = breakdown.find(province)
    from scipy.optimize import Bounds, milp  # noqa: PLC0415  slow, and most chapters need none

    if rank < 1:
        raise ValueError("a rank is 1 or more")
    programme = robustness.rank_programme(breakdown, province, best=True, level=0.0)
    if rank <= programme.always:
        return None
    arguments = _closest(programme, breakdown.weights.to_numpy(), rank)
    found = milp(**arguments)
    if not found.success:
        return None
    binary, bounds = arguments["integrality"] > 0, arguments["bounds"]
    settled = [np.where(binary, np.round(found.x), side) for side in (bounds.lb, bounds.ub)]
    solved = milp(**arguments | {"bounds": Bounds(*settled)})
    weights = pd.Series(solved.x[: len(breakdown.weights)].clip(0), breakdown.weights.index)
    weights = (weights / weights.sum()).rename("weight")
    return NearestWeights(province, rank, weights, float(abs(weights - breakdown.weights).sum()))


def _closest(
    programme: robustness.RankProgramme, official: np.ndarray, rank: int
) -> dict[str, Any]:
    """Return the programme with two variables more a part: how far its weight goes up, and down."""
    from scipy import sparse  # noqa: PLC0415
    from scipy.optimize import Bounds, LinearConstraint  # noqa: PLC0415

    arguments, parts = programme.arguments, len(official)
    binaries = len(arguments["c"]) - parts
    none, apart = np.zeros((parts, binaries)), np.eye(parts)
    wider = [
        LinearConstraint(sparse.block_array([[rows, beside]], format="csr"), each.lb, each.ub)
        for each in arguments["constraints"]
        for rows in [sparse.csr_array(np.atleast_2d(each.A) if each.A.ndim == 1 else each.A)]
        for beside in [sparse.csr_array((rows.shape[0], 2 * parts))]
    ]
    moved = LinearConstraint(np.hstack([apart, none, -apart, apart]), official, official)
    counted = np.r_[np.zeros(parts), np.ones(binaries), np.zeros(2 * parts)]
    few = LinearConstraint(counted, -np.inf, rank - 1 - programme.always)
    bounds = arguments["bounds"]
    return {
        "c": np.r_[np.zeros(parts + binaries), np.ones(2 * parts)],
        "integrality": np.r_[arguments["integrality"], np.zeros(2 * parts)],
        "bounds": Bounds(
            np.r_[bounds.lb, np.zeros(2 * parts)], np.r_[bounds.ub, np.ones(2 * parts)]
        ),
        "constraints": [*wider, moved, few],
    }

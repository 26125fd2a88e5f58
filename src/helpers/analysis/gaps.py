"""Gaps between totals: which part makes them, what would close them, and what would open them.

Totals and gains are counted in units of the last published decimal, so that a gain is the
smallest one that does close a gap, to the last digit.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from helpers.analysis import dti
from helpers.analysis.dti import DECIMALS, UNIT, Breakdown
from helpers.analysis.edition import Edition

#: In place of a rival: the mean of all ranked provinces.
MEAN = "mean"
#: In place of a component: the same gain in every part.
ALL = "all"
#: A step of a waterfall that is no component: what the rounding of published scores leaves.
ROUNDING = "rounding"
_EXACT = DECIMALS + 3


def contributions(breakdown: Breakdown, province: str, rival: str) -> pd.DataFrame:
    """Split the gap between two totals by part: weight times difference.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of the edition's total.
    province, rival : str
        The two provinces' ids; the rival may be ``mean``.

    Returns
    -------
    DataFrame
        One row a part: component, weight, own, rival, difference (own minus rival) and
        contribution (weight x difference, exact to seven decimals for published scores). Empty
        if a part is missing, or the mean where not every ranked province is known.

    Notes
    -----
    The additive decomposition of a weighted sum: OECD and JRC, *Handbook on Constructing
    Composite Indicators* (2008), step 8, "Back to the data".
    """
    columns = ["component", "weight", "own", "rival", "difference", "contribution"]
    other = _other(breakdown, rival)
    if province not in breakdown.scores.index or other is None:
        return pd.DataFrame(columns=columns)
    frame = pd.DataFrame(
        {"weight": breakdown.weights, "own": breakdown.scores.loc[province], "rival": other}
    )
    frame["difference"] = frame["own"] - frame["rival"]
    frame["contribution"] = frame["weight"] * frame["difference"]
    if rival != MEAN:  # a mean has endless decimals; published scores do not
        frame = frame.round({"difference": _EXACT, "contribution": _EXACT})
    return frame.rename_axis("component").reset_index()[columns]


def _other(breakdown: Breakdown, rival: str) -> pd.Series | None:
    if rival == MEAN:
        return breakdown.scores.mean() if breakdown.whole else None
    return breakdown.scores.loc[rival] if rival in breakdown.scores.index else None


def waterfall(split: pd.DataFrame, gap: float) -> pd.DataFrame:
    """Lay the parts of a gap end to end.

    Parameters
    ----------
    split : DataFrame
        What :func:`contributions` returns.
    gap : float
        The gap between the two published totals (own minus rival).

    Returns
    -------
    DataFrame
        One row a step from the rival's total to one's own, the largest loss first: component,
        contribution, start and end (both measured from the rival's total). A last step
        ``rounding`` is what the rounding of published scores leaves; there is none where the
        parts add up to the gap.
    """
    steps = split.sort_values("contribution", kind="stable")[["component", "contribution"]]
    rest = round(gap - float(steps["contribution"].sum()), _EXACT)
    if rest:
        last = pd.DataFrame({"component": [ROUNDING], "contribution": [rest]})
        steps = pd.concat([steps, last], ignore_index=True)
    end = steps["contribution"].cumsum().round(_EXACT)
    return steps.assign(start=end - steps["contribution"], end=end).reset_index(drop=True)


def score_of_rank(edition: Edition, province: str, rank: int) -> float | None:
    """Return the total that would put a province at a rank, all others unchanged.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province that is to reach the rank.
    rank : int
        The rank; equal totals share one.

    Returns
    -------
    float or None
        The total at that rank among the others; None if a province that may hold it has no
        published total.
    """
    others = edition.table()
    others = others[(others["province"] != province) & others["rank"].notna()]
    best = others.dropna(subset=["score"]).sort_values("score", ascending=False)
    if rank < 1 or len(best) < rank:
        return None
    # Without the province those behind it move up one; an unknown total leaves a gap in the ranks.
    own, places = dti.standing(edition, province).rank, best["rank"].iloc[:rank]
    places = places - (places > own).astype(int) if own else places
    unknown = any(place > number for number, place in enumerate(places, start=1))
    return None if unknown else float(best["score"].iloc[rank - 1])


@dataclass(frozen=True)
class Climb:
    """What it takes to reach a rank.

    Parameters
    ----------
    rank : int
        The rank.
    score : float
        The total at that rank.
    gap : float
        How much of the total is missing.
    gains : DataFrame
        One row a part, and ``all`` (the same gain in every part): component, weight, own, gain
        (rounded up to the published precision), after (own plus gain), best (the best known
        score), leader (who has it), share (the gain as a share of the distance to the best;
        missing where the province is the best), possible (whether ``after`` is at most 1).
    """

    rank: int
    score: float
    gap: float
    gains: pd.DataFrame

    @property
    def cheapest(self) -> pd.Series | None:
        """The single part with the smallest gain that is possible; the first if several."""
        single = self.gains[(self.gains["component"] != ALL) & self.gains["possible"]]
        return None if single.empty else single.sort_values("gain", kind="stable").iloc[0]


def climb(edition: Edition, province: str, rank: int) -> Climb | None:
    """Return the smallest gain in each part, or spread over all, that reaches a rank.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province.
    rank : int
        The rank to reach, all other provinces unchanged; an equal total shares it.

    Returns
    -------
    Climb or None
        None if the province's total or the total at that rank is not known, or if the province is
        there already.

    Notes
    -----
    The gap to the peer divided by the weight: OECD and JRC Handbook (2008), step 8; the distance
    to the best is that of its "distance to the group leader".
    """
    own = dti.standing(edition, province).score
    needed = score_of_rank(edition, province, rank)
    if own is None or needed is None or needed <= own:
        return None
    gap = round(needed - own, DECIMALS)
    return Climb(rank, needed, gap, _gains(edition.breakdown, province, gap))


def _gains(breakdown: Breakdown, province: str, gap: float) -> pd.DataFrame:
    frame = _per_part(breakdown.weights, gap)
    known = breakdown.scores.reindex([province]).iloc[0]
    frame["own"] = frame["component"].map(known)
    frame["after"] = (frame["own"] + frame["gain"]).round(DECIMALS + 2)
    frame["best"] = frame["component"].map(breakdown.scores.max())
    frame["leader"] = frame["component"].map(breakdown.scores.idxmax())
    room = (frame["best"] - frame["own"]).where(lambda distance: distance > 0)
    frame["share"] = frame["gain"] / room
    frame["possible"] = ~(frame["after"] > 1)
    return frame


def _per_part(weights: pd.Series, change: float) -> pd.DataFrame:
    """Return the change of each part alone, and of all together, that changes the total so."""
    units = round(change / UNIT)
    names, points = [*weights.index, ALL], [*(weights * 1000).round().astype(int), 1000]
    gains = [-(-units * 1000 // each) for each in points]
    return pd.DataFrame(
        {
            "component": names,
            "weight": [each / 1000 for each in points],
            "gain": [round(gain * UNIT, DECIMALS) for gain in gains],
        }
    )


@dataclass(frozen=True)
class Margin:
    """What a province can lose before it costs a rank.

    Parameters
    ----------
    below : Neighbour
        The first province that shares the rank, or the nearest below whose total is known.
    exact : bool
        Whether no unknown total lies between: only then is the margin the true one; otherwise
        it is the most that the margin can be.
    loss : float
        The smallest loss of the total with which that province moves ahead.
    losses : DataFrame
        The same in each part alone, and in all: component, weight, gain (the loss, rounded up).
    """

    below: dti.Neighbour
    exact: bool
    loss: float
    losses: pd.DataFrame


def margin(edition: Edition, province: str) -> Margin | None:
    """Return the smallest loss that would cost a rank, all other provinces unchanged.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province.

    Returns
    -------
    Margin or None
        None if no total of the province, or of any at its rank or below, is known.
    """
    here = dti.standing(edition, province)
    below, exact = here.below, here.below_is_next
    if here.tied and here.score is not None:  # who shares the rank is overtaken by any loss
        below, exact = dti.Neighbour(here.tied[0], here.rank, here.score, 0.0), True
    if below is None:
        return None
    loss = round(-below.gap + UNIT, DECIMALS)
    losses = _per_part(edition.breakdown.weights, loss).rename(columns={"gain": "loss"})
    return Margin(below, exact, loss, losses)

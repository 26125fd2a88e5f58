"""Gaps between totals: which part makes them, what would close them, and what would open them.

Totals and gains are counted in units of the last published decimal, so that a gain is the
smallest one that does close a gap, to the last digit.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

import numpy as np
import pandas as pd

from helpers.analysis import dti, reweighting
from helpers.analysis.dti import DECIMALS, UNIT, Breakdown
from helpers.analysis.edition import Edition
from helpers.store.frames import row_at
from helpers.words.computations import computation
from helpers.words.refusals import instead, unknown

#: In place of a rival: the mean of all ranked provinces.
MEAN = "mean"
#: In place of a component: the same gain in every part.
ALL = "all"
#: Steps of a waterfall that are no components: what the rounding of published scores leaves, and
#: what parts make that are not in the table.
ROUNDING = "rounding"
REST = "rest"
_EXACT = DECIMALS + 3
#: No edition has more points than this: a weight is a fraction of them.
_POINTS = 10_000
#: Weights closer than this are the same.
_SAME = 1e-9


@computation("contributions")
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
        One row a part: province (the rival's id, empty for the mean), component, weight, own,
        rival, difference (own minus rival) and contribution (weight x difference, exact to seven
        decimals for published scores where the weights are thousandths, else rounded as scores
        are). Empty if a part is missing, or the mean where not every ranked province is known.

    Raises
    ------
    ParameterError
        If there is no such province.

    Notes
    -----
    The additive decomposition of a weighted sum: OECD and JRC, *Handbook on Constructing
    Composite Indicators* (2008), step 8, "Back to the data".
    """
    province = breakdown.find(province)
    rival = rival if rival == MEAN else breakdown.find(rival)
    columns = ["province", "component", "weight", "own", "rival", "difference", "contribution"]
    other = _other(breakdown, rival)
    if province not in breakdown.scores.index or other is None:
        return pd.DataFrame(columns=columns)
    frame = pd.DataFrame(
        {"weight": breakdown.weights, "own": breakdown.scores.loc[province], "rival": other}
    )
    frame["difference"] = frame["own"] - frame["rival"]
    frame["contribution"] = frame["weight"] * frame["difference"]
    if rival != MEAN:  # a mean has endless decimals; published scores do not
        decimals = _EXACT if breakdown.terminating else DECIMALS
        frame = frame.round({"difference": decimals, "contribution": decimals})
    frame["province"] = "" if rival == MEAN else rival
    return frame.rename_axis("component").reset_index()[columns]


def _other(breakdown: Breakdown, rival: str) -> pd.Series | None:
    if rival == MEAN:
        return breakdown.scores.mean() if breakdown.whole else None
    return row_at(breakdown.scores, rival) if rival in breakdown.scores.index else None


@computation("contributions")
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
        One row a step from the rival's total to one's own, the largest loss first: province (the
        rival's id), component, contribution, start and end (both measured from the rival's
        total). A last step ``rounding`` is what the rounding of published scores leaves; there is
        none where the parts add up to the gap.
    """
    steps = _with_rounding(split.sort_values("contribution", kind="stable"), gap)
    steps = steps[(steps["component"] != ROUNDING) | (steps["contribution"] != 0)]
    end = steps["contribution"].cumsum().round(_EXACT)
    steps = steps[["province", "component", "contribution"]]
    return steps.assign(start=end - steps["contribution"], end=end)


@computation("contributions")
def _with_rounding(parts: pd.DataFrame, gap: float) -> pd.DataFrame:
    """Return the parts of a gap, and last what the rounding of published scores leaves."""
    rest = round(gap - float(parts["contribution"].sum()), _EXACT)
    # Two totals and the parts of each are rounded; more than that no rounding leaves.
    name = ROUNDING if abs(rest) <= (2 + len(parts)) * dti.HALF_UNIT + 10**-_EXACT else REST
    last = {"province": parts["province"].iloc[:1], "component": name, "contribution": rest}
    return pd.concat([parts, pd.DataFrame(last)], ignore_index=True)


@computation("contributions")
@dataclass(frozen=True)
class Split:
    """The gap between two totals (own minus rival), split by part.

    Parameters
    ----------
    gap : float
        The gap.
    parts : DataFrame
        What :func:`contributions` returns.
    """

    gap: float
    parts: pd.DataFrame

    @property
    def largest(self) -> pd.Series:
        """The part that makes the most of the gap; the first if several."""
        return self.parts.sort_values("contribution", ascending=self.gap < 0, kind="stable").iloc[0]

    @property
    def steps(self) -> pd.DataFrame:
        """The parts laid end to end; see :func:`waterfall`."""
        return waterfall(self.parts, self.gap)

    @property
    def with_rounding(self) -> pd.DataFrame:
        """The parts, and last what the rounding of published scores leaves, be it nothing."""
        return _with_rounding(self.parts, self.gap)


def split(
    breakdown: Breakdown, province: str, rival: str, gap: float | None = None
) -> Split | None:
    """Split the gap between two totals by part.

    Parameters
    ----------
    breakdown, province, rival : Breakdown, str, str
        As in :func:`contributions`.
    gap : float, optional
        The gap between the published totals; that of the totals which the parts add up to if not
        given, before any of them is rounded.

    Returns
    -------
    Split or None
        None if a part is missing. The parts of a mean, which have endless decimals, are rounded
        as published scores are.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    parts = contributions(breakdown, province, rival)
    if parts.empty:
        return None
    if rival == MEAN:
        parts = parts.round({"contribution": DECIMALS})
    exact = parts["contribution"] if rival == MEAN else parts["weight"] * parts["difference"]
    decimals = _EXACT if rival == MEAN or breakdown.terminating else DECIMALS
    whole = round(float(exact.sum()), decimals)
    return Split(whole if gap is None else gap, parts)


#: In which place of a :class:`helpers.analysis.dti.Standing` a rival is looked for, in this order.
_ROLES = ("above", "leader", "below")


def rivals(edition: Edition, province: str) -> list[str]:
    """Return who a province is held against if nobody else is asked for.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province's id.

    Returns
    -------
    list of str
        The province above and the leader, or for the leader itself the next one below; last the
        mean. Empty where the province's total is not known.
    """
    here = dti.standing(edition, province)
    if here.score is None:
        return []
    beside = (here.above, here.leader) if here.above is not None else (here.below,)
    return [*dict.fromkeys(each.province for each in beside if each is not None), MEAN]


@computation("contributions")
def splits(
    edition: Edition,
    province: str,
    rivals: Sequence[str],
    weights: pd.Series | Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """Split the gaps to several rivals by part.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province's id.
    rivals : sequence of str
        Ids of provinces, or ``mean``.
    weights : Series or mapping, optional
        A weight for each part, scaled to sum to 1; the official ones if not given.

    Returns
    -------
    DataFrame
        One row a rival and part, in their order: the columns of :func:`contributions`, rounded
        for the mean as published scores are; role (``above``, ``leader`` or ``below`` the
        province, ``mean``, or empty) and gap (own total minus the rival's: of the published
        totals, or of those under the weights that are given). A rival of which a part is not
        known has no rows.

    Raises
    ------
    ParameterError
        If there is no such province, or the weights are not those of the parts.
    """
    province = edition.find(province)
    rivals = [rival if rival == MEAN else edition.find(rival) for rival in rivals]
    here, official = dti.standing(edition, province), edition.breakdown
    used = official if weights is None else reweighting.under(official, weights)
    same = np.allclose(used.weights, official.weights, atol=_SAME)
    used = official if same else used
    found = [(rival, split(used, province, rival, _published(edition, here, rival)
              if same else None)) for rival in dict.fromkeys(rivals)]  # fmt: skip
    frames = [each.parts.assign(role=_role(here, rival), gap=each.gap)
              for rival, each in found if each is not None]  # fmt: skip
    empty = contributions(used, province, MEAN).iloc[:0].assign(role="", gap=0.0)
    return pd.concat(frames, ignore_index=True) if frames else empty


def _published(edition: Edition, here: dti.Standing, rival: str) -> float | None:
    """Return the gap between two published totals; None if one is not published."""
    if rival == MEAN:
        return here.mean_gap
    other = dti.standing(edition, rival).score
    if here.score is None or other is None:
        return None
    return round(here.score - other, DECIMALS)


def _role(here: dti.Standing, rival: str) -> str:
    if rival == MEAN:
        return MEAN
    beside = {role: getattr(here, role) for role in _ROLES}
    return next((role for role, each in beside.items() if each and each.province == rival), "")


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

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = edition.find(province)
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


@computation("climb")
@dataclass(frozen=True)
class Climb:
    """What it takes to reach a rank.

    Parameters
    ----------
    province : str
        The province that is to reach it.
    rank : int
        The rank.
    score : float
        The total at that rank.
    gap : float
        How much of the total is missing.
    gains : DataFrame
        One row a part, and ``all`` (the same gain in every part): province, component, weight,
        own, gain (rounded up to the published precision), after (own plus gain), best (the best
        known score), leader (who has it), share (the gain as a share of the distance to the best;
        missing where the province is the best), possible (whether ``after`` is at most 1).
    """

    province: str
    rank: int
    score: float
    gap: float
    gains: pd.DataFrame

    def among(self, parts: Collection[str]) -> Climb:
        """Return the same with the gains of some parts only.

        Raises
        ------
        ParameterError
            If there is no such part among them.
        """
        return replace(self, gains=_among(self.gains, parts))

    @property
    def single(self) -> pd.DataFrame:
        """The gains in one part alone."""
        return self.gains[self.gains["component"] != ALL]

    @property
    def cheapest(self) -> pd.Series | None:
        """The single part with the smallest gain that is possible; the first if several."""
        return _smallest(self.single[self.single["possible"]], "gain")

    @property
    def nearest(self) -> pd.Series | None:
        """The single part with the smallest share of the distance to the best."""
        return _smallest(self.single.dropna(subset=["share"]), "share")


def _among(rows: pd.DataFrame, parts: Collection[str]) -> pd.DataFrame:
    """Return the rows of some parts; refuse a part that none is of."""
    wanted, known = [parts] if isinstance(parts, str) else parts, list(rows["component"])
    for part in wanted:
        if part not in known:
            raise unknown("component", part, instead(str(part), known))
    return rows[rows["component"].isin(wanted)]


def _smallest(rows: pd.DataFrame, column: str) -> pd.Series | None:
    """Return the row with the smallest number in a column, the first if several."""
    return None if rows.empty else rows.sort_values(column, kind="stable").iloc[0]


def next_rank(edition: Edition, province: str) -> int | None:
    """Return the rank of the nearest province above whose total is known.

    Parameters
    ----------
    edition, province : Edition, str
        As in :func:`climb`.

    Returns
    -------
    int or None
        None if there is none, or its rank is not known.
    """
    above = dti.standing(edition, province).above
    return None if above is None else above.rank


def climb(edition: Edition, province: str, rank: int | None) -> Climb | None:
    """Return the smallest gain in each part, or spread over all, that reaches a rank.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province.
    rank : int or None
        The rank to reach, all other provinces unchanged; an equal total shares it.

    Returns
    -------
    Climb or None
        None if there is no rank to reach, if the province's total or the total at that rank is
        not known, or if the province is there already.

    Raises
    ------
    ParameterError
        If there is no such province.

    Notes
    -----
    The gap to the peer divided by the weight: OECD and JRC Handbook (2008), step 8; the distance
    to the best is that of its "distance to the group leader".
    """
    province = edition.find(province)
    own = dti.standing(edition, province).score
    needed = None if rank is None else score_of_rank(edition, province, rank)
    if own is None or rank is None or needed is None or needed <= own:
        return None
    gap = round(needed - own, DECIMALS)
    return Climb(province, rank, needed, gap, _gains(edition.breakdown, province, gap))


@computation("climb")
def climbs(edition: Edition, province: str, count: int) -> pd.DataFrame:
    """Return what each of the next ranks takes.

    Parameters
    ----------
    edition, province : Edition, str
        As in :func:`climb`.
    count : int
        How many ranks above the province's own.

    Returns
    -------
    DataFrame
        One row a rank and part, the nearest rank first: rank, gap (what the total lacks), and the
        columns of :attr:`Climb.gains`. A rank that :func:`climb` has nothing to say of has no
        rows.
    """
    province = edition.find(province)
    own = dti.standing(edition, province).rank or 1
    wanted = range(own - 1, max(0, own - 1 - count), -1)
    steps = [step for rank in wanted if (step := climb(edition, province, rank)) is not None]
    frames = [step.gains.assign(rank=step.rank, gap=step.gap) for step in steps]
    empty = _gains(edition.breakdown, province, 0.0).assign(rank=0, gap=0.0)[:0]
    return pd.concat(frames, ignore_index=True) if frames else empty


@computation("climb")
def _gains(breakdown: Breakdown, province: str, gap: float) -> pd.DataFrame:
    frame = _per_part(breakdown.weights, province, gap)
    known = breakdown.scores.reindex([province]).iloc[0]
    frame["own"] = frame["component"].map(known)
    frame["after"] = (frame["own"] + frame["gain"]).round(DECIMALS + 2)
    frame["best"] = frame["component"].map(breakdown.scores.max())
    scores = breakdown.scores
    # Of no province are all parts known: nobody leads, and an empty column has no largest value.
    leaders = pd.Series(dtype=object) if scores.empty else scores.idxmax()
    frame["leader"] = frame["component"].map(leaders)
    room = (frame["best"] - frame["own"]).where(lambda distance: distance > 0)
    frame["share"] = frame["gain"] / room
    frame["possible"] = ~(frame["after"] > 1)
    return frame


@computation("margin")
def _per_part(weights: pd.Series, province: str, change: float) -> pd.DataFrame:
    """Return the change of each part alone, and of all together, that changes the total so."""
    units = round(change / UNIT)
    # As fractions, so that what divides evenly is not rounded up for the noise of a weight.
    exact = [Fraction(float(each)).limit_denominator(_POINTS) for each in [*weights, 1]]
    names, gains = [*weights.index, ALL], [ceil(units / each) for each in exact]
    return pd.DataFrame(
        {
            "province": province,
            "component": names,
            "weight": [float(each) for each in exact],
            "gain": [round(gain * UNIT, DECIMALS) for gain in gains],
        }
    )


@computation("margin")
@dataclass(frozen=True)
class Margin:
    """What a province can lose before it falls below a rank.

    Parameters
    ----------
    province : str
        The province.
    rank : int
        The rank that it falls below.
    passing : int
        How many provinces move ahead with the loss.
    below : Neighbour
        The last of these, of those that share the rank or are below it with a known total.
    exact : bool
        Whether no unknown total lies between: only then is the margin the true one; otherwise
        it is the most that the margin can be.
    loss : float
        The smallest loss of the total with which they move ahead.
    losses : DataFrame
        The same in each part alone, and in all: province, component, weight, loss (rounded up).
    """

    province: str
    rank: int
    passing: int
    below: dti.Neighbour
    exact: bool
    loss: float
    losses: pd.DataFrame

    def among(self, parts: Collection[str]) -> Margin:
        """Return the same with the losses in some parts only.

        Raises
        ------
        ParameterError
            If there is no such part among them.
        """
        return replace(self, losses=_among(self.losses, parts))

    @property
    def smallest(self) -> pd.Series | None:
        """The single part with the smallest loss; the first if several."""
        return _smallest(self.losses[self.losses["component"] != ALL], "loss")


def margin(edition: Edition, province: str, rank: int | None = None) -> Margin | None:
    """Return the smallest loss that would cost a rank, all other provinces unchanged.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province.
    rank : int, optional
        The rank to hold, such as that of a target; the province's own if not given.

    Returns
    -------
    Margin or None
        None if no total of the province, or not of enough provinces at its rank or below, is
        known, and where the province is below that rank already.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = edition.find(province)
    here = dti.standing(edition, province)
    if here.rank is None or here.score is None:
        return None
    rank = here.rank if rank is None else rank
    passing = rank - here.rank + 1
    others = edition.table().query("province != @province and rank >= @here.rank")
    # Who shares the rank has the same total, printed or not, and passes with any loss.
    scores = others["score"].mask(others["rank"].eq(here.rank), here.score)
    others = others.assign(score=scores).dropna(subset=["score"])
    if passing < 1 or len(others) < passing:
        return None
    last = others.sort_values(["rank", "province"], kind="stable").iloc[passing - 1]
    gap = round(float(last["score"]) - here.score, DECIMALS)
    below = dti.Neighbour(str(last["province"]), int(last["rank"]), float(last["score"]), gap)
    loss = round(-gap + UNIT, DECIMALS)
    losses = _per_part(edition.breakdown.weights, province, loss)
    losses = losses.rename(columns={"gain": "loss"})
    exact = bool(last["rank"] <= rank + 1)
    return Margin(province, rank, passing, below, exact, loss, losses)

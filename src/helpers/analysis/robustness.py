"""How firm a rank is: under other weights, under rounding, and without a component.

Under other weights every total is a weighted sum of the parts of a
:class:`helpers.analysis.dti.Breakdown`. Where not every ranked province is in it, a rank is one
among those that are, and the rank among all can only be the same or worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from helpers.analysis import dti
from helpers.analysis.dti import Breakdown
from helpers.analysis.edition import Edition
from helpers.store.frames import row_at
from helpers.words.computations import computation
from helpers.words.refusals import refused

#: Sums closer than a thousandth of the last published digit are level: no float noise ranks.
LEVEL = 1e-7
_LEVEL_DECIMALS = 7
#: Which share of the draws the range of a drawn weight, or of a rank, holds.
SHARE = 0.9
#: The level of the confidence intervals of :func:`variance_shares`.
LEVEL_OF_SHARES = 0.95
#: Totals that are ranked at once, one a draw and province: bounds the memory, and what a processor
#: keeps at hand; four times as many at once took four times as long.
_AT_ONCE = 100_000
#: Up to so many provinces are counted one by one, which spares sorting all of them.
_FEW = 32


@computation("reweighted")
def ranks_under(breakdown: Breakdown, weights: pd.Series) -> pd.Series:
    """Rank the provinces under other weights.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of an edition's total.
    weights : Series
        A weight for each part; they are scaled to sum to 1.

    Returns
    -------
    Series
        Competition ranks by province.
    """
    scaled = weights.reindex(breakdown.weights.index) / weights.sum()
    return dti.ranks(breakdown.scores @ scaled, _LEVEL_DECIMALS).rename("rank")


def _require_draws(concentration: float, draws: int = 1) -> None:
    """Refuse draws that would say nothing, however sure they looked."""
    if not concentration > 0:
        raise refused("error-parameter", name="concentration", kind="positive")
    if not draws >= 1:
        raise refused("error-parameter", name="draws", kind="least", low=1)


def _drawn(
    weights: pd.Series, concentration: float, draws: int, seed: int, provinces: int = 1
) -> Iterator[np.ndarray]:
    """Yield weight vectors around the official ones, one a row, a block at a time.

    They come from one stream, vector after vector: how many are in a block changes none.
    """
    generator = np.random.default_rng(seed)
    alpha = weights.to_numpy() * concentration
    for block in _blocks(draws, provinces):
        yield generator.dirichlet(alpha, block.stop - block.start)


def _blocks(draws: int, provinces: int) -> Iterator[slice]:
    """Yield which draws are ranked at once, so many as the totals of all provinces leave room."""
    size = max(1, _AT_ONCE // provinces)
    for start in range(0, draws, size):
        yield slice(start, min(start + size, draws))


def _totals(weights: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Return the totals of every province, one row a weight vector.

    Each is summed part after part: a product of matrices may sum in another order in other blocks.
    """
    return np.asarray(np.einsum("dp,pn->dn", weights, columns))


@computation("weight-range")
def weight_range(weights: pd.Series, concentration: float, share: float = SHARE) -> pd.DataFrame:
    """Say in plain figures how far drawn weights stray.

    Parameters
    ----------
    weights : Series
        The official weights.
    concentration : float
        As in :func:`acceptability`.
    share : float
        Which share of the draws the range holds.

    Returns
    -------
    DataFrame
        By part (``component``): weight, low, high (each weight alone is beta-distributed).

    Raises
    ------
    ParameterError
        If the concentration is not above zero.
    """
    _require_draws(concentration)
    from scipy.stats import beta  # noqa: PLC0415  slow, and most chapters need none of it

    own, rest = weights * concentration, (1 - weights) * concentration
    edge = (1 - share) / 2
    low, high = beta.ppf(edge, own, rest), beta.ppf(1 - edge, own, rest)
    frame = pd.DataFrame({"weight": weights, "low": low, "high": high})
    return frame.rename_axis("component")


@computation("acceptability")
def acceptability(
    breakdown: Breakdown,
    concentration: float,
    draws: int = 100_000,
    seed: int = 0,
    only: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return how often each province takes each rank when the weights are drawn.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of an edition's total.
    concentration : float
        How close the draws stay to the official weights: a weight w is drawn with mean w and
        variance w (1 - w) / (concentration + 1).
    draws, seed : int
        How many weight vectors, and what makes them the same every time.
    only : iterable of str, optional
        Whose rows are asked for; those of all provinces if not given. Who is asked for together
        changes no number.

    Returns
    -------
    DataFrame
        Rank acceptability: one row a province, one column a rank (1 to the number of provinces
        that are ranked here), the share of draws (0-1). Rows sum to 1.

    Raises
    ------
    ParameterError
        If there is no such province, the concentration is not above zero, or there is no draw.

    Notes
    -----
    The rank acceptability index of stochastic multicriteria acceptability analysis: Lahdelma and
    Salminen, "SMAA-2", *Operations Research* 49 (2001) 444-454. The weights have a Dirichlet
    distribution centred on the official ones; uncertainty of weights as an input of the ranking:
    Saisana, Saltelli and Tarantola, *Journal of the Royal Statistical Society A* 168 (2005)
    307-323.

    The draws are ranked in blocks, so that beside the table itself (16 bytes a province asked for
    and a rank) it takes less than 50 MB whatever the number of draws, and of provinces up to
    :data:`_AT_ONCE`. Of ten thousand provinces, ask for some at a time: all at once are 1.6 GB.
    """
    _require_draws(concentration, draws)
    index = breakdown.scores.index
    asked = index if only is None else _asked(breakdown, only)
    found, count = index.get_indexer(asked), len(index)
    columns = np.ascontiguousarray(breakdown.scores.to_numpy().T)
    hits = np.zeros(len(found) * count, dtype=np.int64)
    offset = np.arange(len(found)) * count - 1
    for block in _drawn(breakdown.weights, concentration, draws, seed, count):
        ranks = _ranks_of(_totals(block, columns), found) + offset
        np.add.at(hits, ranks.ravel(), 1)
    names = pd.RangeIndex(1, count + 1, name="rank")
    shares = hits.reshape(len(found), count) / draws
    return pd.DataFrame(shares, index=asked, columns=names)


def _asked(breakdown: Breakdown, provinces: Iterable[str]) -> pd.Index:
    """Return the ids of some provinces of a breakdown; of one that is not in it a KeyError."""
    return breakdown.scores.loc[[breakdown.find(each) for each in provinces]].index


def _ranks_of(totals: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Rank some columns of each row of totals; see :func:`_ranks`."""
    if len(places) > _FEW:
        return _ranks(totals)[:, places]
    return np.column_stack([_rank(totals, place) for place in places])


def _rank(totals: np.ndarray, place: int) -> np.ndarray:
    """Rank one column of each row of totals: count who is above those that it is level with."""
    gaps = totals - totals[:, [place]]
    above = gaps > 0
    ranks: np.ndarray = 1 + np.count_nonzero(above, axis=1)
    tied = np.flatnonzero((above & (gaps <= LEVEL)).any(axis=1))
    ranks[tied] = _rank_of_level(totals[tied], place)
    return ranks


def _rank_of_level(totals: np.ndarray, place: int) -> np.ndarray:
    """Rank a column as :func:`_rank` does where others that are level with it are above it."""
    best, moved = totals[:, place].copy(), np.arange(len(totals))
    while len(moved):
        rows, own = totals[moved], best[moved]
        level = np.where(rows - own[:, None] <= LEVEL, rows, -np.inf).max(axis=1)
        best[moved] = level
        moved = moved[level > own]
    return np.asarray(1 + np.count_nonzero(totals > best[:, None], axis=1))


def _ranks(totals: np.ndarray) -> np.ndarray:
    """Rank each row of totals, best first; level totals share the better rank."""
    order = np.argsort(-totals, axis=1)
    best_first = np.take_along_axis(totals, order, axis=1)
    places = np.broadcast_to(np.arange(1, totals.shape[1] + 1), totals.shape).copy()
    places[:, 1:][best_first[:, :-1] - best_first[:, 1:] <= LEVEL] = 0
    np.maximum.accumulate(places, axis=1, out=places)
    ranks = np.empty_like(places)
    np.put_along_axis(ranks, order, places, axis=1)
    return ranks


@dataclass(frozen=True)
class RankSpread:
    """What the draws say of one province.

    Parameters
    ----------
    shares : Series
        The share of draws at each rank (0-1).
    low, high : int
        The range of ranks that holds :data:`SHARE` of the draws, with as many beyond each end.
    """

    shares: pd.Series
    low: int
    high: int

    @property
    def best(self) -> int:
        """The best rank that was drawn."""
        return int(self.shares[self.shares > 0].index.min())

    @property
    def worst(self) -> int:
        """The worst rank that was drawn."""
        return int(self.shares[self.shares > 0].index.max())

    def within(self, rank: int) -> float:
        """Return the share of draws at a rank or better: ``within(10)`` is P(top 10)."""
        return float(self.shares[self.shares.index <= rank].sum())


def spread(shares: pd.Series) -> RankSpread:
    """Summarise one province's row of :func:`acceptability`.

    Parameters
    ----------
    shares : Series
        The share of draws at each rank.
    """
    reached, edge = shares.cumsum() + 1e-12, (1 - SHARE) / 2
    low, high = (int(reached[reached >= end].index[0]) for end in (edge, 1 - edge))
    return RankSpread(shares, low, high)


@computation("extreme-ranks")
@dataclass(frozen=True)
class ExtremeRank:
    """The best or the worst rank that any weights can give, and weights that give it."""

    rank: int
    weights: pd.Series


def extreme_rank(
    breakdown: Breakdown, province: str, *, best: bool, bounds: pd.DataFrame | None = None
) -> ExtremeRank:
    """Return the exact best or worst rank of a province under any weights.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of an edition's total.
    province : str
        The province, one of those in the breakdown.
    best : bool
        Whether the best rank is sought or the worst.
    bounds : DataFrame, optional
        By part: ``low`` and ``high``, within which its weight may move; 0 and 1 if not given.

    Raises
    ------
    ParameterError
        If there is no such province.
    ValueError
        If no weights within the bounds sum to 1.

    Notes
    -----
    Extreme ranking analysis as a mixed-integer programme, one binary variable a rival with its
    own tight bound instead of one big M: Kadzinski, Greco and Slowinski, "Extreme ranking
    analysis in robust ordinal regression", *Omega* 40 (2012) 488-501. A rival is above when it
    leads by more than :data:`LEVEL`. The solver's tolerance can put more rivals above, or fewer,
    than any weights do: each answer is tried (:func:`_settled`), and one that fails is cut off.
    Whether some weights suit all rivals at once is asked first: then the rest is not needed.
    """
    province = breakdown.find(province)
    from scipy.optimize import LinearConstraint, milp  # noqa: PLC0415  slow, and few need it

    arguments = rank_programme(breakdown, province, best=best, bounds=bounds).arguments
    parts = len(breakdown.weights)
    every = np.ones(len(arguments["c"]) - parts, dtype=bool)
    weights = _settled(arguments, every, best=best)
    while weights is None:
        # Without presolve, which loses the best answer of tables with many zeros.
        solved = milp(**arguments, options={"presolve": False})
        above = solved.x[parts:] > 0.5
        asked = ~above if best else above
        weights = _settled(arguments, asked, best=best)
        cut = np.r_[np.zeros(parts), asked]
        one_less = (1, np.inf) if best else (-np.inf, asked.sum() - 1)
        arguments = {
            **arguments,
            "constraints": [*arguments["constraints"], LinearConstraint(cut, *one_less)],
        }
    leads = (breakdown.scores - breakdown.scores.loc[province]).to_numpy() @ weights
    return ExtremeRank(1 + int((leads > LEVEL).sum()), pd.Series(weights, breakdown.weights.index))


def _settled(arguments: dict[str, Any], asked: np.ndarray, *, best: bool) -> np.ndarray | None:
    """Return the weights farthest from the ends at which the rivals asked for change places.

    Parameters
    ----------
    arguments : dict
        Those of a :class:`RankProgramme`.
    asked : ndarray
        By rival: whether it has to be above; if the best rank is sought, whether it must not be.
    best : bool
        Whether the best rank is sought or the worst.

    Returns
    -------
    ndarray or None
        None if there are no such weights.
    """
    from scipy.optimize import linprog  # noqa: PLC0415

    parts = len(arguments["c"]) - len(asked)
    leads = arguments["constraints"][0].A[asked, :parts].toarray()
    limits = arguments["bounds"]
    room = np.ones(len(leads))
    found = linprog(
        np.r_[np.zeros(parts), -1],  # the room is the last variable, and as large as can be
        A_ub=np.column_stack([leads if best else -leads, room]),
        b_ub=np.zeros(len(leads)),
        A_eq=[np.r_[np.ones(parts), 0]],
        b_eq=[1],
        bounds=[*zip(limits.lb[:parts], limits.ub[:parts], strict=True), (None, 1)],
    )
    least = -LEVEL if best else LEVEL
    return found.x[:parts] if found.x[parts] * dti.UNIT > least else None


class RankProgramme(NamedTuple):
    """Who can be above a province under which weights, as a mixed-integer programme.

    Parameters
    ----------
    always : int
        How many rivals are above under all weights; the programme leaves them out.
    arguments : dict
        Those of ``scipy.optimize.milp``. Its variables are the weights, in the order of the parts,
        then one binary a rival that some weights put above and others do not: whether it is.
    """

    always: int
    arguments: dict[str, Any]


def rank_programme(
    breakdown: Breakdown,
    province: str,
    *,
    best: bool,
    bounds: pd.DataFrame | None = None,
    level: float = LEVEL,
) -> RankProgramme:
    """Return the programme of :func:`extreme_rank`, for others that ask more of the weights.

    Parameters
    ----------
    breakdown, province, best, bounds : Breakdown, str, bool, DataFrame
        As in :func:`extreme_rank`, and with the same error.
    level : float
        By more than how much a rival leads that is above.
    """
    province = breakdown.find(province)
    low, high = _limits(breakdown, bounds)
    differences = (breakdown.scores.drop(province) - breakdown.scores.loc[province]).to_numpy()
    most, least = _largest(differences, low, high), -_largest(-differences, low, high)
    always, never = least > level, most <= level
    chosen = ~always & ~never
    margin = (most if best else least)[chosen]
    arguments = _programme(differences[chosen], margin, (low, high), best=best, level=level)
    return RankProgramme(int(always.sum()), arguments)


def _limits(breakdown: Breakdown, bounds: pd.DataFrame | None) -> tuple[np.ndarray, np.ndarray]:
    names = breakdown.weights.index
    if bounds is None:
        return np.zeros(len(names)), np.ones(len(names))
    low, high = (bounds.loc[names, side].to_numpy(float) for side in ("low", "high"))
    if (low > high).any() or low.sum() > 1 + LEVEL or high.sum() < 1 - LEVEL:
        raise ValueError("no weights within the bounds sum to 1")
    return low, high


def _largest(differences: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Return the largest weighted sum of each row over all weights within bounds that sum to 1.

    The whole of the weight that is free goes to the largest difference first, as in a continuous
    knapsack.
    """
    order = np.argsort(-differences, axis=1)
    room = np.take_along_axis(np.broadcast_to(high - low, differences.shape), order, axis=1)
    filled = np.clip(1 - low.sum() - (np.cumsum(room, axis=1) - room), 0, room)
    ordered = np.take_along_axis(differences, order, axis=1)
    return np.asarray(differences @ low + (ordered * filled).sum(axis=1))


def _programme(
    differences: np.ndarray,
    margin: np.ndarray,
    limits: tuple[np.ndarray, np.ndarray],
    *,
    best: bool,
    level: float,
) -> dict[str, Any]:
    """Return the arguments of ``scipy.optimize.milp``: first the weights, then who is above.

    A row a rival, in units of the last digit: the solver's tolerance then lies far below a level.
    """
    from scipy import sparse  # noqa: PLC0415
    from scipy.optimize import Bounds, LinearConstraint  # noqa: PLC0415

    (low, high), (rivals, count) = limits, differences.shape
    own = sparse.diags_array(((level - margin) if best else (margin - level)) / dti.UNIT)
    rows = sparse.hstack([sparse.csr_array(differences / dti.UNIT), own], format="csr")
    if best:  # not above: at most level; above: up to the most it can lead by
        ahead = LinearConstraint(rows, -np.inf, level / dti.UNIT)
    else:  # above: ahead by more than level; not above: down to the most it can trail by
        ahead = LinearConstraint(rows, margin / dti.UNIT, np.inf)
    whole = LinearConstraint(np.r_[np.ones(count), np.zeros(rivals)], 1, 1)
    sign = 1 if best else -1
    return {
        "c": np.r_[np.zeros(count), np.full(rivals, sign)],
        "integrality": np.r_[np.zeros(count), np.ones(rivals)],
        "bounds": Bounds(np.r_[low, np.zeros(rivals)], np.r_[high, np.ones(rivals)]),
        "constraints": [ahead, whole],
    }


@computation("extreme-ranks")
class RankRange(NamedTuple):
    """The best and the worst rank of a province under any weights."""

    best: int
    worst: int


def rank_range(
    breakdown: Breakdown, province: str, bounds: pd.DataFrame | None = None
) -> RankRange:
    """Return the exact best and worst rank of a province under any weights.

    Parameters
    ----------
    breakdown, province, bounds : Breakdown, str, DataFrame
        As in :func:`extreme_rank`.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = breakdown.find(province)
    best, worst = (
        extreme_rank(breakdown, province, best=side, bounds=bounds).rank for side in (True, False)
    )
    return RankRange(best, worst)


@computation("extreme-ranks")
def extreme_ranks(breakdown: Breakdown, bounds: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the exact best and worst rank of every province under any weights.

    Parameters
    ----------
    breakdown, bounds : Breakdown, DataFrame
        As in :func:`extreme_rank`.

    Returns
    -------
    DataFrame
        By province: best, worst.
    """
    found = {
        province: rank_range(breakdown, province, bounds) for province in breakdown.scores.index
    }
    return pd.DataFrame.from_dict(found, orient="index", columns=["best", "worst"])


@computation("firmness")
@dataclass(frozen=True)
class Firmness:
    """How firm one province's rank is under other weights.

    Parameters
    ----------
    province : str
        The province.
    rank : int
        Its rank under the official weights, among the provinces of the breakdown.
    spread : RankSpread
        What the draws say.
    extremes : RankRange
        Its best and its worst rank under any weights.
    within : float
        The share of draws that leave it among the first ones asked for (0-1).
    draws, top : int
        How many draws, and how many ranks are the first ones.
    """

    province: str
    rank: int
    spread: RankSpread
    extremes: RankRange
    within: float
    draws: int
    top: int

    @property
    def same(self) -> float:
        """The share of draws that leave it at its rank (0-1)."""
        return float(self.spread.shares[self.rank])

    @property
    @computation("firmness")
    def by_rank(self) -> pd.DataFrame:
        """The ranks that can be and one beyond: province, rank, share of draws, official."""
        shares = self.spread.shares.loc[max(1, self.extremes.best - 1) : self.extremes.worst + 1]
        frame = shares.rename("share").rename_axis("rank").reset_index()
        return frame.assign(province=self.province, official=frame["rank"] == self.rank)


def firmness(
    edition: Edition, province: str, concentration: float, draws: int, top: int
) -> Firmness | None:
    """Return what draws, and any weights at all, make of a province's rank.

    Parameters
    ----------
    edition : Edition
        The edition, whose number makes the draws the same every time.
    province : str
        The province.
    concentration, draws : float, int
        As in :func:`acceptability`.
    top : int
        How many ranks ``within`` counts as the first ones.

    Returns
    -------
    Firmness or None
        None if the breakdown does not have the province, or no other.

    Raises
    ------
    ParameterError
        If there is no such province, the concentration is not above zero, or there is no draw.
    """
    province = edition.find(province)
    _require_draws(concentration, draws)
    breakdown = edition.breakdown
    if not _ranked(breakdown, province):
        return None
    shares = acceptability(breakdown, concentration, draws, edition.number, [province])
    drawn, rank = spread(row_at(shares, province)), ranks_under(breakdown, breakdown.weights)
    extremes = rank_range(breakdown, province)
    within = drawn.within(top)
    return Firmness(province, int(rank[province]), drawn, extremes, within, draws, top)


def _ranked(breakdown: Breakdown, province: str) -> bool:
    """Say whether a breakdown has a province, and others to rank it with."""
    return province in breakdown.scores.index and len(breakdown.scores) > 1


def necessary_preference(breakdown: Breakdown, bounds: pd.DataFrame | None = None) -> pd.DataFrame:
    """Say which province no weights can put above which.

    Parameters
    ----------
    breakdown, bounds : Breakdown, DataFrame
        As in :func:`extreme_rank`.

    Returns
    -------
    DataFrame
        One row and one column a province, bool: the row's province is at least level with the
        column's under all weights (true on the diagonal).

    Notes
    -----
    Necessary preference of robust ordinal regression: Greco, Mousseau and Slowinski, *European
    Journal of Operational Research* 191 (2008) 416-436. Without bounds it is dominance in every
    part.
    """
    limits, scores = _limits(breakdown, bounds), breakdown.scores.to_numpy()
    rows = [_never_leads(scores - own, limits) for own in scores]
    names, count = breakdown.scores.index, len(scores)
    found = np.array(rows, dtype=bool).reshape(count, count)
    return pd.DataFrame(found, index=names, columns=names)


def _never_leads(differences: np.ndarray, limits: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Say of each row of differences whether no weights make it more than level."""
    return np.asarray(_largest(differences, *limits) <= LEVEL)


def certain(breakdown: Breakdown, province: str) -> pd.DataFrame:
    """Say who is above or below a province whatever the weights.

    Parameters
    ----------
    breakdown, province : Breakdown, str
        The parts of an edition's total, and the province.

    Returns
    -------
    DataFrame
        One row another province: province, above and below (whether it is at least, and at most,
        level with the province under all weights; see :func:`necessary_preference`). Empty if the
        breakdown does not have the province, or no other.
    """
    province = breakdown.find(province)
    if not _ranked(breakdown, province):
        return pd.DataFrame({"province": [], "above": [], "below": []}).astype(
            {"province": str, "above": bool, "below": bool}
        )
    scores, limits = breakdown.scores, _limits(breakdown, None)
    leads = (scores - scores.loc[province]).to_numpy()
    sides = {"above": _never_leads(-leads, limits), "below": _never_leads(leads, limits)}
    return pd.DataFrame(sides, scores.index).drop(province).rename_axis("province").reset_index()


class RankLimits(NamedTuple):
    """Between which two ranks a rank must lie."""

    low: int
    high: int


@computation("bracket")
@dataclass(frozen=True)
class RankBracket:
    """Between which ranks the extreme ranks among all ranked provinces must lie.

    Parameters
    ----------
    province : str
        The province.
    best, worst : RankLimits
        The least and the most that the best rank, and the worst rank, under any weights can be.
    beyond : int
        The most provinces outside the breakdown that some weights can put above.
    """

    province: str
    best: RankLimits
    worst: RankLimits
    beyond: int


def bracket(edition: Edition, province: str) -> RankBracket | None:
    """Bound the extreme ranks among all ranked provinces by the ranks published for each part.

    Parameters
    ----------
    edition : Edition
        The edition, whose breakdown has some of the ranked provinces.
    province : str
        The province.

    Returns
    -------
    RankBracket or None
        None if the total or a part of the province has no published rank, or the breakdown does
        not have it.

    Raises
    ------
    ParameterError
        If there is no such province.

    Notes
    -----
    A province can be above under some weights only if it is above in some part. A rank r in a
    part leaves r - 1 provinces above there; less those that are known, the others are outside the
    breakdown, and no more of them than the sum over the parts can be above. Rank r itself is
    reached when that part alone counts. The reasoning is that of dominance in extreme ranking
    analysis (Kadzinski, Greco and Slowinski 2012) on a table of which only ranks are known.
    """
    province = edition.find(province)
    breakdown, named = edition.breakdown, edition.scores[edition.scores["province"] == province]
    rank = named.set_index("component")["rank"].reindex([dti.TOTAL, *breakdown.weights.index])
    if rank.isna().any() or not _ranked(breakdown, province):
        return None
    above = (breakdown.scores > breakdown.scores.loc[province] + LEVEL).sum()
    beyond = int((rank[breakdown.weights.index] - 1 - above).clip(lower=0).sum())
    best, worst = rank_range(breakdown, province)
    highest = RankLimits(best, int(rank.min()))
    lowest = RankLimits(int(rank.max()), min(edition.ranked, worst + beyond))
    return RankBracket(province, highest, lowest, beyond)


@computation("corners")
def corners(edition: Edition, province: str) -> pd.DataFrame:
    """Return the rank if one pillar alone counted: exact among all, where pillar ranks are known.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province.

    Returns
    -------
    DataFrame
        One row a pillar with a known rank: component, rank, basis, source.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = edition.find(province)
    profile = dti.pillar_profile(edition, province).dropna(subset=["rank"])
    return profile[["component", "rank", "basis", "source"]].reset_index(drop=True)


@computation("leave-one-out")
def leave_one_out(breakdown: Breakdown) -> pd.DataFrame:
    """Rank the provinces with each part left out in turn, the other weights scaled to sum to 1.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of an edition's total.

    Returns
    -------
    DataFrame
        By province: one column a part left out; the columns' name is ``component``. Empty where
        there are no two to rank.

    Notes
    -----
    Inclusion and exclusion of components: OECD and JRC Handbook (2008), step 7, "Uncertainty and
    sensitivity analysis".
    """
    if len(breakdown.scores) < 2:
        return pd.DataFrame(columns=breakdown.weights.index.rename("component"))
    return pd.DataFrame(
        {name: ranks_under(breakdown, breakdown.weights.where(breakdown.weights.index != name, 0.0))
         for name in breakdown.weights.index}
    ).rename_axis(columns="component")  # fmt: skip


@computation("variance-shares")
def variance_shares(
    breakdown: Breakdown, province: str, concentration: float, draws: int = 1_024, seed: int = 0
) -> pd.DataFrame:
    """Return the share of each weight in the variance of a province's rank.

    Parameters
    ----------
    breakdown : Breakdown
        The parts of an edition's total.
    province : str
        The province.
    concentration : float
        As in :func:`acceptability`.
    draws, seed : int
        The base sample (a power of two) and what makes it the same every time.

    Returns
    -------
    DataFrame
        One row a part, the largest share first: component, first and first_interval (share alone,
        and half its interval at :data:`LEVEL_OF_SHARES`), total and total_interval (with
        interactions), share (the total where it is estimated to be no more than all, else all).
        Empty where the rank never moves, or the breakdown does not have the province or no other.

    Raises
    ------
    ParameterError
        If there is no such province, the concentration is not above zero, or there is no draw.

    Notes
    -----
    Sobol indices by SALib: Saltelli et al., *Global Sensitivity Analysis* (2008). Weights that
    sum to 1 are not independent, so the inputs are independent gamma perturbations that are then
    scaled to sum to 1, which makes the weights those of :func:`acceptability`; the shares are those
    of the perturbations. The same device as in Saisana, Saltelli and Tarantola (2005).
    """
    province = breakdown.find(province)
    _require_draws(concentration, draws)
    from SALib.analyze import sobol as analysis  # noqa: PLC0415  slow
    from SALib.sample import sobol  # noqa: PLC0415
    from scipy.stats import gamma  # noqa: PLC0415

    columns = ["component", "first", "first_interval", "total", "total_interval"]
    if not _ranked(breakdown, province):
        return pd.DataFrame(columns=[*columns, "share"])
    names = list(breakdown.weights.index)
    problem = {"num_vars": len(names), "names": names, "bounds": [[0, 1]] * len(names)}
    uniform = sobol.sample(problem, draws, calc_second_order=False, seed=seed)
    raw = gamma.ppf(uniform, breakdown.weights.to_numpy() * concentration)
    place = breakdown.scores.index.get_indexer(pd.Index([province]))
    weights = raw / raw.sum(axis=1, keepdims=True)
    scores = np.ascontiguousarray(breakdown.scores.to_numpy().T)
    rank = np.empty(len(weights))
    for block in _blocks(len(weights), len(breakdown.scores)):
        totals = _totals(weights[block], scores)
        rank[block] = 1 + (totals > totals[:, place] + LEVEL).sum(axis=1)
    if rank.min() == rank.max():
        return pd.DataFrame(columns=[*columns, "share"])
    found = analysis.analyze(
        problem, rank, calc_second_order=False, conf_level=LEVEL_OF_SHARES, seed=seed
    )
    shares = [found[key] for key in ("S1", "S1_conf", "ST", "ST_conf")]
    frame = pd.DataFrame(dict(zip(columns, [names, *shares], strict=True)))
    frame["share"] = frame["total"].clip(upper=1)
    return frame.sort_values("total", ascending=False, kind="stable", ignore_index=True)

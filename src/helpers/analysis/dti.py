"""The Digital Transformation Index as a composite indicator: its parts and a province's position.

Pure functions on one edition (:class:`helpers.analysis.edition.Edition`), or on the rows of
``dti_scores`` (edition, province, component, score 0-1, rank, basis) that belong to it. Scores have
four published decimals; differences are rounded to the same precision.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from helpers.store.frames import records
from helpers.store.units import ANY, OfUnits, Units
from helpers.words.computations import computation

if TYPE_CHECKING:
    from helpers.analysis.edition import Edition

TOTAL = "total"
PILLARS = ("digital_government", "digital_economy", "digital_society")
#: From edition 2021 on: five main indexes that all pillars share, taken as one block.
FOUNDATION = "foundation"
#: From edition 2021 on: the main index that only one pillar has.
ACTIVITIES = dict(
    zip(PILLARS, ("government_activity", "economy_activity", "society_activity"), strict=True)
)
#: Published decimals of a score, and half a unit of the last one.
DECIMALS = 4
UNIT = 10**-DECIMALS
#: Sums of weights keep these decimals: what is beyond them is noise of binary fractions.
_NOISE = 12
HALF_UNIT = UNIT / 2


def table(scores: pd.DataFrame, component: str = TOTAL) -> pd.DataFrame:
    """Return one component of an edition, best first.

    Parameters
    ----------
    scores : DataFrame
        The edition's rows of ``dti_scores``.
    component : str
        The component; the total if not given.

    Returns
    -------
    DataFrame
        Columns of ``dti_scores``; provinces with neither score nor rank are absent.
    """
    rows = scores[scores["component"] == component]
    return rows.sort_values(["rank", "score"], ascending=[True, False], kind="stable")


def shares(points: pd.Series) -> pd.Series:
    """Return the weights of the parts of a total: their points out of the sum of them all."""
    return points.astype(float) / float(points.sum())


def wide(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of an edition, one row a province and one column a component."""
    return scores.pivot(index="province", columns="component", values="score")


def ranks(totals: pd.Series, decimals: int = DECIMALS) -> pd.Series:
    """Rank scores at the published precision: 1 is best, and equal scores share a rank.

    Parameters
    ----------
    totals : Series
        Scores (0-1); missing ones stay without a rank.
    decimals : int
        The precision at which scores are equal; that of published scores if not given.

    Returns
    -------
    Series
        Competition ranks (1, 2, 2, 4), ``Int64``. Ranking unrounded sums would break ties by the
        last binary digit.
    """
    return totals.round(decimals).rank(ascending=False, method="min").astype("Int64")


def ranks_in(scores: pd.Series, groups: pd.Series) -> pd.Series:
    """Rank scores as :func:`ranks` does, each among those of its group."""
    among = scores.round(DECIMALS).groupby(groups)
    return among.rank(ascending=False, method="min").astype("Int64")


@computation("breakdown")
@dataclass(frozen=True)
class Breakdown(OfUnits):
    """The parts whose weighted sum is the total, for every province of which all are known.

    Parameters
    ----------
    scores : DataFrame
        One row a province, one column a part (0-1).
    weights : Series
        The weight of each part; they sum to 1.
    ranked : int
        How many provinces the edition ranks.
    block : tuple of str
        The components that the part ``foundation`` stands for; empty where each is a part.
    detailed : int
        Of how many provinces every single component is known.
    units : Units
        The provinces that may be asked about; where none is named, whatever is asked about may be.
    """

    scores: pd.DataFrame
    weights: pd.Series
    ranked: int
    block: tuple[str, ...] = ()
    detailed: int = 0
    units: Units = ANY

    def __repr__(self) -> str:
        """Return its parts and how many provinces are in it."""
        parts = ", ".join(map(str, self.weights.index))
        return f"<Breakdown of {len(self.scores)} of {self.ranked} provinces: {parts}>"

    @property
    def whole(self) -> bool:
        """Whether the parts of every ranked province are known: only then are ranks final."""
        return len(self.scores) == self.ranked

    @property
    def terminating(self) -> bool:
        """Whether the weights are thousandths, so that parts of published scores end early."""
        return bool((self.weights * 1000 - (self.weights * 1000).round()).abs().max() < UNIT**2)

    @property
    def totals(self) -> pd.Series:
        """The weighted sums, best first."""
        return (self.scores @ self.weights).sort_values(ascending=False, kind="stable")


def breakdown(edition: Edition) -> Breakdown:
    """Return the parts of an edition's total, in the detail in which most provinces are known.

    Parameters
    ----------
    edition : Edition
        The edition.

    Returns
    -------
    Breakdown
        Of all components that add to the total; or with the five main indexes of the foundation
        as one part, where more provinces are known that way (edition 2022: 63 instead of 5).
    """
    rows = edition.weights[edition.weights["adds_to_total"]]
    fine = shares(rows.set_index("component")["points"])
    block = (rows["level"] == FOUNDATION).to_numpy()
    blocks = [fine]
    if block.any():
        blocks.append(pd.concat([pd.Series({FOUNDATION: fine[block].sum()}), fine[~block]]))
    known = edition.wide()
    options = [(known.reindex(columns=each.index).dropna(), each) for each in blocks]
    scores, chosen = max(options, key=lambda option: len(option[0]))
    merged = tuple(fine.index[block]) if FOUNDATION in chosen.index else ()
    weight = chosen.round(_NOISE).rename("weight")
    detailed = len(options[0][0])
    return Breakdown(scores, weight, edition.ranked, merged, detailed, edition.units)


@dataclass(frozen=True)
class Neighbour:
    """Another province beside the one that is looked at.

    Parameters
    ----------
    province : str
        Its id.
    rank : int or None
        Its rank.
    score : float
        Its score (0-1).
    gap : float
        Its score minus that of the province looked at.
    """

    province: str
    rank: int | None
    score: float
    gap: float


@computation("standing")
@dataclass(frozen=True)
class Standing:
    """Where a province stands in one component of an edition.

    Parameters
    ----------
    province, component : str
        What is looked at.
    edition : int
        The edition.
    ranked : int
        How many provinces the edition ranks.
    published : int
        Of how many a score is published here.
    rank : int or None
        The rank; None if it is not known.
    score : float or None
        The score; None if it is not known.
    leader, above, below : Neighbour or None
        The best province, the nearest one above and the nearest below whose scores are known;
        None where there is none, or where the province's own score is unknown.
    tied : tuple of str
        The other provinces known to share the rank.
    mean : float or None
        The mean score of all ranked provinces: published, or computed where all are known.
    above_is_next, below_is_next : bool
        Whether no province of unknown score stands between it and the neighbour.
    """

    province: str
    component: str
    edition: int
    ranked: int
    published: int
    rank: int | None
    score: float | None
    leader: Neighbour | None
    above: Neighbour | None
    below: Neighbour | None
    tied: tuple[str, ...] = ()
    mean: float | None = None
    above_is_next: bool = False
    below_is_next: bool = False

    @property
    def behind(self) -> int | None:
        """How many provinces have a worse rank."""
        return None if self.rank is None else self.ranked - self.rank - len(self.tied)

    @property
    def percentile(self) -> float | None:
        """The percentile rank: per cent of the provinces below, and half of those level with it.

        Notes
        -----
        The mean definition of ``scipy.stats.percentileofscore``; the province counts as level
        with itself, so the best of 63 is at 99.2 and the last at 0.8.
        """
        behind, level = self.behind, 1 + len(self.tied)
        return None if behind is None else 100 * (behind + level / 2) / self.ranked

    @property
    def mean_gap(self) -> float | None:
        """The score minus the mean of all ranked provinces."""
        if self.score is None or self.mean is None:
            return None
        return round(self.score - self.mean, DECIMALS)

    @property
    def unscored_first(self) -> int | None:
        """The rank below its own: the first without a score, where there are such."""
        return None if self.rank is None else self.rank + 1 + len(self.tied)

    @property
    def unscored_last(self) -> int | None:
        """The rank above that of the nearest one below whose score is known."""
        return None if self.below is None or self.below.rank is None else self.below.rank - 1


def _next(rank: int | None, ranks: Sequence[tuple[int, str]]) -> int | None:
    """Return the rank after ``rank``, past all provinces that share it."""
    return None if rank is None else rank + sum(each == rank for each, _ in ranks)


class Placed(NamedTuple):
    """A row of a component's table; a rank or a score that is not known is missing."""

    province: str
    rank: int
    score: float


def standing(
    edition: Edition, province: str, component: str = TOTAL, rows: pd.DataFrame | None = None
) -> Standing:
    """Return where a province stands.

    Parameters
    ----------
    edition : Edition
        The edition. Where every ranked province has a score the mean is computed.
    province : str
        The province's id.
    component : str
        The component; the total if not given.
    rows : DataFrame, optional
        Those of the edition's table of the component that are looked at; all if not given.

    Raises
    ------
    ParameterError
        If there is no such province or component.
    """
    province = edition.find(province)
    rows = edition.table(component) if rows is None else rows
    placed = records(rows, Placed)
    scored = [each for each in placed if pd.notna(each.score)]
    score = next((float(each.score) for each in scored if each.province == province), None)
    ranks = [(int(each.rank), each.province) for each in placed if pd.notna(each.rank)]
    rank = next((each for each, name in ranks if name == province), None)
    tied = tuple(name for each, name in ranks if each == rank and name != province)
    leader, above, below = _neighbours(scored, score)
    mean = edition.mean if component == TOTAL else None
    if len(scored) == edition.ranked:
        mean = round(float(rows["score"].mean()), DECIMALS)
    return Standing(
        province,
        component,
        edition.number,
        edition.ranked,
        len(scored),
        rank,
        score,
        leader,
        above,
        below,
        tied,
        mean,
        rank is not None and above is not None and _next(above.rank, ranks) == rank,
        rank is not None and below is not None and _next(rank, ranks) == below.rank,
    )


def _neighbours(
    scored: Sequence[Placed], score: float | None
) -> tuple[Neighbour | None, Neighbour | None, Neighbour | None]:
    """Return who leads, who is next above a score, and who below; of equals the first by its id."""
    if score is None:
        return None, None, None
    by_id = sorted(scored, key=attrgetter("province"))
    better = [each for each in by_id if each.score > score]
    worse = [each for each in by_id if each.score < score]
    of_score = attrgetter("score")
    leader, below = (max(each, key=of_score, default=None) for each in (better, worse))
    above = min(better, key=of_score, default=None)
    return neighbour(leader, score), neighbour(above, score), neighbour(below, score)


def neighbour(placed: Placed | None, score: float) -> Neighbour | None:
    """Return another province beside one of a score; None if there is none.

    Parameters
    ----------
    placed : Placed or None
        The other one; its score is known.
    score : float
        The score (0-1) of the one that is looked at.
    """
    if placed is None:
        return None
    rank = None if pd.isna(placed.rank) else int(placed.rank)
    gap = round(float(placed.score) - score, DECIMALS)
    return Neighbour(placed.province, rank, float(placed.score), gap)


@computation("pillars")
def pillar_profile(edition: Edition, province: str) -> pd.DataFrame:
    """Return a province's pillars beside the best published score of each.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province's id.

    Returns
    -------
    DataFrame
        One row a pillar of which the province's rank or score is known: component, rank, score,
        best (the best known score), leader (who has it), basis, source.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = edition.find(province)
    return edition.remembered(("pillars", province), lambda: _profile(edition, province))


def _profile(edition: Edition, province: str) -> pd.DataFrame:
    rows = []
    for pillar in PILLARS:
        all_rows = edition.table(pillar)
        own = all_rows[all_rows["province"] == province]
        if own.empty:
            continue
        scored = all_rows.dropna(subset=["score"]).sort_values("score")
        best = scored[["score", "province"]].iloc[-1] if len(scored) else (float("nan"), "")
        row = own.iloc[0]
        rows.append((pillar, *row[["rank", "score"]], *best, *row[_ORIGIN]))
    columns = ["component", "rank", "score", "best", "leader", *_ORIGIN]
    return pd.DataFrame(rows, columns=columns).astype({"rank": "Int64", "score": "float64"})


_ORIGIN = ["basis", "source"]

"""What it would give to lift the weakest component to the mean of all, if nobody else moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.analysis import dti, proof, story
from helpers.analysis.dti import DECIMALS, FOUNDATION, TOTAL
from helpers.analysis.edition import Edition
from helpers.analysis.gaps import REST
from helpers.store.frames import row_at
from helpers.words.computations import computation


@computation("lift")
@dataclass(frozen=True)
class Lift:
    """A component below the mean, and the total and the rank if it were at the mean.

    Parameters
    ----------
    province : str
        The province's id.
    component : str
        The component: of those below their mean the one with the worst rank; ``rest`` is what
        :func:`helpers.analysis.story.scores` leaves of the foundation.
    ranked : int
        How many provinces the edition ranks.
    rank : int
        The province's rank in the component.
    score, mean : float
        Its score and that of all provinces (0-1).
    gain : float
        What the total would gain (0-1): the weight times the distance to the mean.
    rank_now, rank_then : int
        The rank of the total, and that which it would have if no other total changed.
    """

    province: str
    component: str
    ranked: int
    rank: int
    score: float
    mean: float
    gain: float
    rank_now: int
    rank_then: int


def to_the_mean(edition: Edition, province: str) -> Lift | None:
    """Return what lifting the weakest component to the mean would give; None if nothing is below.

    Parameters
    ----------
    edition : Edition
        The edition. A component counts if the scores of all its provinces are known; those of
        the foundation that do not count as one, where what is left of it is known.
    province : str
        The province's id.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    own = dti.standing(edition, province)
    if own.score is None or own.rank is None:
        return None
    below = list(_below_the_mean(edition, own.province))
    if not below:
        return None
    name, weight, rank, score, mean = max(below, key=lambda each: each[2])
    gain = round(weight * (mean - score), DECIMALS)
    others = edition.table(TOTAL)
    others = others[others["province"] != own.province]
    then = int((others["score"] > round(own.score + gain, DECIMALS)).sum()) + 1
    ranks = edition.ranked, rank
    return Lift(own.province, name, *ranks, score, mean, gain, own.rank, then)


def _below_the_mean(
    edition: Edition, province: str
) -> Iterator[tuple[str, float, int, float, float]]:
    """Yield components below their mean: weight, rank, score and mean of each."""
    weights = proof.weights(edition).set_index("component")["weight"]
    found = story.components(edition, province).set_index("component")
    if REST in found.index:
        told = {*story.taken(edition)}
        block = edition.weights.loc[edition.weights["level"].eq(FOUNDATION), "component"]
        weights[REST] = weights[[name for name in block if name not in told]].sum()
    below = found[found["side"].eq("below") & found["published"].eq(edition.ranked)]
    for name, weight in weights.items():
        if name in below.index:
            row = row_at(below, str(name))
            score, mean = float(row["score"]), float(row["mean"])
            yield str(name), float(weight), int(row["rank"]), score, mean

"""What it would give to lift the weakest component to the mean of all, if nobody else moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.analysis import dti, proof
from helpers.analysis.dti import DECIMALS, TOTAL
from helpers.analysis.edition import Edition
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
        The component: of those below their mean the one with the worst rank.
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
        The edition. A component counts if the scores of all its provinces are known.
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
    for name, weight in weights.items():
        scores = edition.table(str(name)).set_index("province")["score"].dropna()
        if len(scores) < edition.ranked:
            continue
        mean, score = round(float(scores.mean()), DECIMALS), float(scores[province])
        if score < mean:
            yield str(name), float(weight), int(dti.ranks(scores)[province]), score, mean

"""A table of an edition's totals that an analyst changed: its own order, ranks and distances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from helpers.analysis import dti
from helpers.analysis.dti import Standing
from helpers.analysis.edition import Edition
from helpers.store.frames import records
from helpers.words.computations import computation

#: What orders a changed table: the scores in it, or the ranks in it where these alone were changed.
By = Literal["scores", "ranks"]
#: No score and no rank; none of either is below zero.
_MISSING = -1.0


@computation("own")
class OwnStanding(Standing):
    """Where a province stands in a table that an analyst changed: among the rows with a score.

    Who leads and who is next is a matter of the table's ranks; a distance may then be below zero.
    """


@dataclass(frozen=True)
class OwnTable:
    """A changed table.

    Parameters
    ----------
    edition : Edition
        The edition it was made of.
    rows : DataFrame
        Its rows that have a rank, best first: with ``place``, the rank in this table, and
        ``changed``, whether the score or the rank is another than the edition has.
    by : {'scores', 'ranks'}
        What they are ranked by.
    """

    edition: Edition
    rows: pd.DataFrame
    by: By

    @property
    def rank_column(self) -> str:
        """The column that says the rank: that which was worked out, or that which was given."""
        return "place" if self.by == "scores" else "rank"

    def standing(self, province: str) -> OwnStanding | None:
        """Return where a province stands; None if the table gives it no rank."""
        placed = records(self.rows.assign(rank=self.rows["place"]), dti.Placed)
        own = next((each for each in placed if each.province == province), None)
        if own is None:
            return None
        scored = [each for each in placed if pd.notna(each.score)]
        better = [each for each in scored if each.rank < own.rank]
        worse = [each for each in scored if each.rank > own.rank]
        known = pd.notna(own.score)
        beside = (better[:1], better[-1:], worse[:1]) if known else ([], [], [])
        leader, above, below = (dti.neighbour(next(iter(each), None), own.score) for each in beside)
        tied = [each.province for each in placed if each.rank == own.rank]
        return OwnStanding(
            province,
            dti.TOTAL,
            self.edition.number,
            len(scored),
            len(scored),
            int(own.rank),
            float(own.score) if known else None,
            leader,
            above,
            below,
            tuple(name for name in tied if name != province),
            round(float(self.rows["score"].mean()), dti.DECIMALS) if scored else None,
        )


def changed(edition: Edition, rows: pd.DataFrame) -> OwnTable | None:
    """Return a table of an edition's totals as one of its own if somebody changed it.

    Parameters
    ----------
    edition : Edition
        The edition.
    rows : DataFrame
        Its table of totals, or a part of it, in any order.

    Returns
    -------
    OwnTable or None
        None where each row has the score and the rank that the edition has, at the published
        precision. If a score was changed or added, or a rank taken from one, the table is ranked
        anew by the scores in it: equal ones share a rank, and who has none is left out. If ranks
        alone were changed, it is ordered by them.
    """
    known = edition.table().set_index("province").reindex(rows["province"])
    scores = _differ(rows["score"], known["score"])
    ranks = _differ(rows["rank"], known["rank"])
    if not (scores | ranks).any():
        return None
    anew = scores.any() or (ranks & rows["rank"].isna() & rows["score"].notna()).any()
    found = _in_order(rows.assign(changed=scores | ranks), anew=bool(anew))
    return OwnTable(edition, found, "scores" if anew else "ranks")


def _differ(here: pd.Series, there: pd.Series) -> pd.Series:
    """Say of each row whether a number is another than the published one; one may be missing."""
    new, old = (
        each.astype("Float64").fillna(_MISSING).round(dti.DECIMALS).to_numpy("float64")
        for each in (here, there)
    )
    return pd.Series(new != old, here.index)


@computation("own")
def _in_order(rows: pd.DataFrame, *, anew: bool) -> pd.DataFrame:
    if anew:
        rows = rows.dropna(subset="score")
        scores = rows["score"].astype("float64").round(dti.DECIMALS)
        rows = rows.assign(score=scores, place=dti.ranks(scores))
    else:
        rows = rows.dropna(subset="rank")
        rows = rows.assign(place=rows["rank"])
    return rows.sort_values("place", kind="stable")

"""What the published figures of a DTI edition prove about each other, and what follows from them.

A published score is its true value within half a unit of the fourth decimal; a figure computed
from several of them carries their rounding, each times its weight (interval arithmetic).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from helpers.analysis import dti
from helpers.analysis.dti import (
    ACTIVITIES,
    DECIMALS,
    FOUNDATION,
    HALF_UNIT,
    PILLARS,
    TOTAL,
)
from helpers.exceptions import Worded
from helpers.words.computations import computation
from helpers.words.language import LANGUAGES, Language
from helpers.words.refusals import said, worded

if TYPE_CHECKING:
    from helpers.analysis.edition import Edition

#: The basis of a score that no source prints and that follows from those that are printed.
COMPUTED = "computed"
_FLOAT_NOISE = 1e-9
#: A computed foundation keeps these decimals: all it has where the points divide 1000, and else so
#: many that totals summed from it are level where the published ones are.
_COMPUTED_DECIMALS = 10


@computation("weights")
def weights(edition: Edition) -> pd.DataFrame:
    """Return what the total of an edition is the weighted sum of.

    Parameters
    ----------
    edition : Edition
        The edition.

    Returns
    -------
    DataFrame
        Rows of ``dti_weights`` that add to the total, with ``weight`` (0-1).
    """
    rows = edition.weights[edition.weights["adds_to_total"]]
    return rows.assign(weight=dti.shares(rows["points"]))


@computation("proof")
def proof(edition: Edition) -> pd.DataFrame:
    """Hold each published total of an edition against the components that are published.

    Parameters
    ----------
    edition : Edition
        The edition.

    Returns
    -------
    DataFrame
        One row a province with a total and at least one component, with the index of its total in
        ``edition.published``: province, score, known and parts (components published, components
        there are), recomputed (their weighted sum), residual (total minus that), most (what the
        unpublished components can add: their weights), tolerance (half a unit of the last decimal
        for the total, and for each known component times its weight) and holds (the residual lies
        between 0 and ``most``, within the tolerance; with all components known ``most`` is 0).

    Notes
    -----
    A weighted arithmetic mean: OECD and JRC, *Handbook on Constructing Composite Indicators*
    (2008), step 6.
    """
    return edition.remembered("proof", lambda: _proof(edition))


def _proof(edition: Edition) -> pd.DataFrame:
    weight = weights(edition).set_index("component")["weight"]
    known = dti.wide(edition.published).reindex(columns=weight.index)
    totals = dti.table(edition.published).dropna(subset=["score"])
    known = known.reindex(totals["province"]).set_axis(totals.index)
    result = totals[["province", "score"]]
    result = result.assign(known=known.notna().sum(axis=1), parts=len(weight))
    result["recomputed"] = known.fillna(0) @ weight
    result["residual"] = result["score"] - result["recomputed"]
    result["most"] = (known.isna() @ weight).round(DECIMALS)
    result["tolerance"] = HALF_UNIT * (1 + known.notna() @ weight) + _FLOAT_NOISE
    result["holds"] = (result["residual"] >= -result["tolerance"]) & (
        result["residual"] <= result["most"] + result["tolerance"]
    )
    return result[result["known"] > 0]


@computation("proof")
@dataclass(frozen=True)
class Tally:
    """How many published totals of an edition follow from what is published of their components.

    Parameters
    ----------
    full, full_holding : int
        Totals of which every component is published, and how many of them follow.
    part, part_holding : int
        The same of totals of which only some components are published.
    largest : float
        The largest residual of those with every component; 0 where there is none.
    """

    full: int
    full_holding: int
    part: int
    part_holding: int
    largest: float

    def __str__(self) -> str:
        """Return what is proven, in English words."""
        return str(self.worded)

    @property
    def worded(self) -> Worded:
        """What is proven, in words."""
        parts = []
        if self.full:
            residual = {code: Language(code).decimal(round(self.largest, 5)) for code in LANGUAGES}
            whole = {"count": str(self.full), "holding": str(self.full_holding)}
            parts.append(said("cmd-proof-full", residual=residual, **whole))
        if self.part:
            counts = {"count": str(self.part), "holding": str(self.part_holding)}
            parts.append(said("cmd-proof-part", **counts))
        parts = parts or [said("cmd-proof-none")]
        return Worded({code: ", ".join(part[code] for part in parts) for code in LANGUAGES})


def tally(edition: Edition) -> Tally:
    """Count what :func:`proof` finds.

    Parameters
    ----------
    edition : Edition
        The edition.
    """
    rows = proof(edition)
    whole = rows["known"] == rows["parts"]
    full, part = rows[whole], rows[~whole]
    largest = float(full["residual"].abs().max()) if len(full) else 0.0
    return Tally(len(full), int(full["holds"].sum()), len(part), int(part["holds"].sum()), largest)


@computation("completed")
def completed(edition: Edition) -> pd.DataFrame:
    """Add to the published scores those that follow from them.

    Parameters
    ----------
    edition : Edition
        The edition.

    Returns
    -------
    DataFrame
        The published rows, then the rows of :func:`derived` where no score is published; with
        ``tolerance`` (half a unit of the last decimal for a published score). A published rank
        stays with a computed score, its source in ``confirmed_by`` and its name in ``row``.
    """
    computed = derived(edition)
    printed = edition.published.assign(tolerance=HALF_UNIT)
    computed = computed[~_key(computed).isin(_key(printed[printed["score"].notna()]))]
    ranks = printed[printed["score"].isna() & _key(printed).isin(_key(computed))]
    computed = _with_printed_ranks(computed, ranks)
    return pd.concat([printed.drop(ranks.index), computed], ignore_index=True)


_KEY = ["province", "component"]
_TABLE = ["edition", "provinces_ranked"]


def _key(rows: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(rows[_KEY])


def _with_printed_ranks(computed: pd.DataFrame, printed: pd.DataFrame) -> pd.DataFrame:
    printed = printed.set_index(_key(printed))
    there = printed.reindex(_key(computed)).set_axis(computed.index)
    return computed.assign(
        rank=there["rank"].fillna(computed["rank"]),
        confirmed_by=there["source"].fillna(""),
        row=there["row"].fillna(""),
    )


@computation("completed")
def derived(edition: Edition) -> pd.DataFrame:
    """Compute the foundation, the activities and the pillars that the published scores determine.

    From edition 2021 on the total is the foundation (five main indexes) and three activity
    indexes; a pillar is the foundation and its own activity, on its own points. So a total and
    three activities give the foundation and the pillars, and a total and three pillars give the
    foundation and the activities.

    Parameters
    ----------
    edition : Edition
        The edition.

    Returns
    -------
    DataFrame
        Columns of ``dti_scores``, and ``tolerance`` (how far rounding of the published figures
        can move the score): rows of the foundation with ten decimals and of activities and
        pillars with four; none of a pillar whose points are not known. Basis
        ``computed``, source that of the total. Ranks are at the published precision, given only
        where every ranked province has the score. Empty for an edition with one level of
        components.
    """
    return edition.remembered("derived", lambda: _derived(edition))


def behind(edition: Edition) -> pd.DataFrame:
    """Return the published scores from which those of :func:`derived` follow.

    Parameters
    ----------
    edition : Edition
        The edition.

    Returns
    -------
    DataFrame
        Columns of ``dti_scores``: of each province the total, activities and pillars published.
    """
    rows = edition.published
    parts = rows["component"].isin([TOTAL, *ACTIVITIES.values(), *PILLARS])
    return rows[parts & rows["score"].notna()]


def _derived(edition: Edition) -> pd.DataFrame:
    rows = edition.weights.set_index("component")
    if FOUNDATION not in set(rows["level"]):
        return edition.published.iloc[:0].assign(tolerance=pd.Series(dtype="float64"))
    names = [TOTAL, *ACTIVITIES.values(), *PILLARS]
    known = dti.wide(edition.published).reindex(columns=names)
    points = rows["points"].astype(float)
    points[FOUNDATION] = float(rows.loc[rows["level"] == FOUNDATION, "points"].sum())
    found = pd.concat([_from_activities(known, points), _from_pillars(known, points)])
    return _as_scores(edition, found)


def _from_activities(known: pd.DataFrame, points: pd.Series) -> pd.DataFrame:
    names = list(ACTIVITIES.values())
    if not {TOTAL, *names} <= set(points.index):  # nobody printed what they weigh yet
        return _stacked({})
    known = known.dropna(subset=[TOTAL, *names])
    whole = points[TOTAL] * known[TOTAL]
    base = whole - known[names] @ points[names]
    spread = points[TOTAL] + points[names].sum()
    found = {FOUNDATION: (base / points[FOUNDATION], spread / points[FOUNDATION])}
    for pillar, activity in ACTIVITIES.items():
        if pillar not in points:
            continue
        score = (base + points[activity] * known[activity]) / points[pillar]
        found[pillar] = (score, (spread - points[activity]) / points[pillar])
    return _stacked(found)


def _from_pillars(known: pd.DataFrame, points: pd.Series) -> pd.DataFrame:
    names, activities = list(PILLARS), list(ACTIVITIES.values())
    if not {TOTAL, *names, *activities} <= set(points.index):
        return _stacked({})
    known = known.dropna(subset=[TOTAL, *names])
    known = known[known[activities].isna().any(axis=1)]
    base = (known[names] @ points[names] - points[TOTAL] * known[TOTAL]) / 2
    spread = (points[names].sum() + points[TOTAL]) / 2
    found = {FOUNDATION: (base / points[FOUNDATION], spread / points[FOUNDATION])}
    for pillar, activity in ACTIVITIES.items():
        score = (points[pillar] * known[pillar] - base) / points[activity]
        found[activity] = (score, (points[pillar] + spread) / points[activity])
    return _stacked(found)


def _stacked(found: dict[str, tuple[pd.Series, float]]) -> pd.DataFrame:
    """Put columns of scores, each with its spread in half units, under each other."""
    pieces = [
        pd.DataFrame({"component": name, "score": score, "tolerance": HALF_UNIT * spread})
        for name, (score, spread) in found.items()
    ]
    nothing = pd.DataFrame({"component": pd.Series(dtype=str), "score": pd.Series(dtype=float),
                            "tolerance": pd.Series(dtype=float)})  # fmt: skip
    return pd.concat(pieces or [nothing]).rename_axis("province").reset_index()


def _as_scores(edition: Edition, found: pd.DataFrame) -> pd.DataFrame:
    totals = dti.table(edition.published).dropna(subset=["score"]).set_index("province")
    fine = found["component"] == FOUNDATION
    found["score"] = (
        found["score"].round(_COMPUTED_DECIMALS).where(fine, found["score"].round(DECIMALS))
    )
    ranks = dti.ranks_in(found["score"], found["component"])
    counts = found.groupby("component")["province"].transform("size")
    found = found.assign(edition=edition.number, provinces_ranked=edition.ranked)
    found = found.assign(basis=COMPUTED, confirmed_by="", row="")
    found["rank"] = ranks.where(counts == edition.ranked)
    found["source"] = totals["source"].reindex(found["province"]).to_numpy()
    return found[[*edition.published.columns, "tolerance"]].astype(dict.fromkeys(_TABLE, "Int64"))


def contradictions(edition: Edition) -> Iterator[tuple[int, str]]:
    """Name each published figure that contradicts the one computed from the others.

    Parameters
    ----------
    edition : Edition
        The edition.

    Yields
    ------
    tuple of int and str
        The row's index and what is wrong: a published score further from the computed one than
        rounding allows, a published rank that rounding does not allow, or a computed foundation
        or activity outside 0-1.
    """
    computed = derived(edition)
    if computed.empty:
        return
    yield from _impossible(edition, computed)
    intervals = rank_intervals(computed)
    both = edition.published.reset_index().merge(intervals, on=_KEY, suffixes=("", "_computed"))
    allowed = both["tolerance"] + HALF_UNIT + _FLOAT_NOISE
    both["apart"] = (both["score"] - both["score_computed"]).abs() > allowed
    both["outside"] = _outside(both)
    for _, row in both[both["apart"] | both["outside"]].iterrows():
        here = _named(row, row["component"], edition)
        if row["apart"]:
            score, other = f"{row['score']:.4f}", f"{row['score_computed']:.4f}"
            yield row["index"], worded("fault-score-follows", **here, score=score, other=other)
        if row["outside"]:
            rank, other = str(row["rank"]), _span(row)
            yield row["index"], worded("fault-rank-follows", **here, rank=rank, other=other)


@computation("agreement")
@dataclass(frozen=True)
class Agreement:
    """How the published pillars agree with those that follow from other published figures.

    Parameters
    ----------
    provinces : int
        Provinces of which the foundation or a pillar was computed.
    printed, agree : int
        Rows of a pillar that are published, and how many of them agree.
    """

    provinces: int
    printed: int
    agree: int


def agreement(edition: Edition) -> Agreement | None:
    """Hold published pillars against computed ones; None where nothing can be computed.

    Parameters
    ----------
    edition : Edition
        The edition.
    """
    computed = derived(edition)
    if computed.empty:
        return None
    pillars = edition.scores[edition.scores["component"].isin(PILLARS)]
    printed = int(((pillars["basis"] == "printed") | (pillars["confirmed_by"] != "")).sum())
    wrong = len(list(contradictions(edition)))
    return Agreement(computed["province"].nunique(), printed, printed - wrong)


def _named(row: pd.Series, component: object, edition: object) -> dict[str, str]:
    """Return what a fault of a row is about."""
    about = {"province": row["province"], "component": component, "edition": edition}
    return {name: str(each) for name, each in about.items()}


def _outside(rows: pd.DataFrame) -> pd.Series:
    """Tell of each row whether its rank is one that rounding does not allow."""
    known = rows["rank"].notna() & rows["rank_computed"].notna()
    return known & ~rows["rank"].between(rows["best"], rows["worst"]).fillna(value=False)


def _span(row: pd.Series) -> str:
    return str(row["best"]) if row["best"] == row["worst"] else f"{row['best']}-{row['worst']}"


def _impossible(edition: Edition, computed: pd.DataFrame) -> Iterator[tuple[int, str]]:
    totals = dti.table(edition.published).reset_index().set_index("province")["index"]
    room = computed["tolerance"] + _FLOAT_NOISE
    wrong = (computed["score"] < -room) | (computed["score"] > 1 + room)
    for _, row in computed[wrong].iterrows():
        score, ends = f"{row['score']:.4f}", {"low": "0", "high": "1"}
        here = _named(row, row["component"], edition)
        yield totals[row["province"]], worded("fault-outside", **here, score=score, **ends)


def rank_intervals(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the ranks that rounding leaves open.

    Parameters
    ----------
    rows : DataFrame
        Scores of one or more components: province, component, score, and either ``tolerance`` or
        ``lower`` and ``upper``.

    Returns
    -------
    DataFrame
        The rows with lower, upper (what the unrounded score can be), best and worst (the ranks
        among these rows that some unrounded scores would give).
    """
    if "lower" not in rows:
        rows = rows.assign(
            lower=rows["score"] - rows["tolerance"], upper=rows["score"] + rows["tolerance"]
        )
    rows = rows.assign(best=0, worst=0)
    for _, group in rows.groupby("component"):
        lower, upper = group["lower"].to_numpy(), group["upper"].to_numpy()
        surely = lower[None, :] >= upper[:, None] - _FLOAT_NOISE
        perhaps = upper[None, :] > lower[:, None] + _FLOAT_NOISE
        rows.loc[group.index, "best"] = 1 + surely.sum(axis=1)
        rows.loc[group.index, "worst"] = perhaps.sum(axis=1)
    return rows


@computation("rounding")
def rounding(edition: Edition) -> pd.DataFrame:
    """Say whether the rounding of published totals could hide another order.

    Parameters
    ----------
    edition : Edition
        The edition.

    Returns
    -------
    DataFrame
        One row a province with a published total, best first: province, component, score, rank,
        lower, upper (the unrounded total: within half a unit of the published one, and where all
        components are published also within what they allow), best, worst (the ranks that leaves
        open among the published totals), last (as far behind the published rank as worst is
        behind best).
    """
    totals = dti.table(edition.published).dropna(subset=["score"])
    held = proof(edition)
    full = held[held["known"] == held["parts"]]
    sums = full["recomputed"].astype(float).reindex(totals.index)
    room = full["tolerance"].astype(float).reindex(totals.index) - HALF_UNIT
    here = totals["score"]
    totals = totals[["province", "component", "score", "rank"]].assign(
        lower=pd.concat([here - HALF_UNIT, sums - room], axis=1).max(axis=1),
        upper=pd.concat([here + HALF_UNIT, sums + room], axis=1).min(axis=1),
    )
    totals = rank_intervals(totals)
    return totals.assign(last=totals["rank"] + totals["worst"] - totals["best"])


def rank_conflicts(scores: pd.DataFrame) -> Iterator[tuple[int, str]]:
    """Name each rank that contradicts the scores of its edition and component.

    Parameters
    ----------
    scores : DataFrame
        The table ``dti_scores``.

    Yields
    ------
    tuple of int and str
        The row's index and what is wrong: a higher score with a worse rank than its neighbour,
        or a rank better than the number of higher scores allows (competition ranking, so ties
        share a rank).
    """
    column = ["edition", "provinces_ranked", "component"]
    both = scores.dropna(subset=["score", "rank"])
    if both.empty:
        return
    best_first = [*[True] * len(column), False, True]
    ordered = both.sort_values([*column, "score", "rank"], ascending=best_first).reset_index()
    higher = ordered.groupby(column)["score"].rank(ascending=False, method="min").astype(int) - 1
    ordered = ordered.assign(higher=higher, worst=ordered.groupby(column)["rank"].cummax())
    ordered["worst"] = ordered.groupby(column)["worst"].shift(fill_value=0)
    wrong = (ordered["rank"] <= ordered["higher"]) | (ordered["rank"] < ordered["worst"])
    for _, row in ordered[wrong].iterrows():
        here = _named(row, row["component"], row["edition"]) | {"rank": str(row["rank"])}
        if row["rank"] <= row["higher"]:
            yield row["index"], worded("fault-rank-higher", **here, count=str(row["higher"]))
        else:
            yield row["index"], worded("fault-rank-lower", **here, other=str(row["worst"]))

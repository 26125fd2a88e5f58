"""The Digital Transformation Index as a composite indicator: standing, gaps and their parts.

Pure functions on the tables ``dti_scores`` (edition, province, component, score 0-1, rank),
``dti_weights`` (edition, component, points of 1000, adds_to_total) and ``dti_editions``. Scores
have four published decimals; differences are rounded to the same precision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

TOTAL = "total"
PILLARS = ("digital_government", "digital_economy", "digital_society")
#: Published decimals of a score, and half a unit of the last one.
DECIMALS = 4
HALF_UNIT = 0.5 * 10**-DECIMALS
_FLOAT_NOISE = 1e-9


def table(scores: pd.DataFrame, edition: int, component: str = TOTAL) -> pd.DataFrame:
    """Return one component of one edition, best first.

    Parameters
    ----------
    scores : DataFrame
        The table ``dti_scores``.
    edition : int
        The edition.
    component : str
        The component; the total if not given.

    Returns
    -------
    DataFrame
        Columns of ``dti_scores``; provinces with neither score nor rank are absent.
    """
    rows = scores[(scores["edition"] == edition) & (scores["component"] == component)]
    return rows.sort_values(["rank", "score"], ascending=[True, False], kind="stable")


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

    @property
    def behind(self) -> int | None:
        """How many provinces have a worse rank, counting no tie."""
        return None if self.rank is None else self.ranked - self.rank


def _known(value: object) -> bool:
    return not pd.isna(value)


def standing(
    scores: pd.DataFrame, edition: int, province: str, component: str = TOTAL, ranked: int = 63
) -> Standing:
    """Return where a province stands.

    Parameters
    ----------
    scores : DataFrame
        The table ``dti_scores``.
    edition : int
        The edition.
    province : str
        The province's id.
    component : str
        The component; the total if not given.
    ranked : int
        How many provinces the edition ranks.
    """
    rows = table(scores, edition, component)
    scored = rows[rows["score"].notna()]
    own = rows[rows["province"] == province]
    rank = int(own["rank"].iloc[0]) if len(own) and _known(own["rank"].iloc[0]) else None
    score = float(own["score"].iloc[0]) if len(own) and _known(own["score"].iloc[0]) else None
    leader = above = below = None
    if score is not None:
        better = scored[scored["score"] > score].sort_values("score")
        worse = scored[scored["score"] < score].sort_values("score")
        leader = _neighbour(better, -1, score)
        above = _neighbour(better, 0, score)
        below = _neighbour(worse, -1, score)
    return Standing(
        province, component, edition, ranked, len(scored), rank, score, leader, above, below
    )


def _neighbour(rows: pd.DataFrame, place: int, score: float) -> Neighbour | None:
    if rows.empty:
        return None
    row = rows.iloc[place]
    rank = int(row["rank"]) if _known(row["rank"]) else None
    gap = round(float(row["score"]) - score, DECIMALS)
    return Neighbour(row["province"], rank, float(row["score"]), gap)


def pillar_profile(scores: pd.DataFrame, edition: int, province: str) -> pd.DataFrame:
    """Return a province's pillars beside the best published score of each.

    Parameters
    ----------
    scores : DataFrame
        The table ``dti_scores``.
    edition : int
        The edition.
    province : str
        The province's id.

    Returns
    -------
    DataFrame
        One row a pillar of which the province's rank or score is known: component, rank, score,
        best (the best published score), leader (who has it), source.
    """
    rows = []
    for pillar in PILLARS:
        all_rows = table(scores, edition, pillar)
        own = all_rows[all_rows["province"] == province]
        if own.empty:
            continue
        scored = all_rows.dropna(subset=["score"]).sort_values("score")
        best = scored.iloc[-1] if len(scored) else {"score": float("nan"), "province": ""}
        row = own.iloc[0]
        rows.append(
            (pillar, row["rank"], row["score"], best["score"], best["province"], row["source"])
        )
    columns = ["component", "rank", "score", "best", "leader", "source"]
    return pd.DataFrame(rows, columns=columns).astype({"rank": "Int64", "score": "float64"})


def strong_and_weak(profile: pd.DataFrame) -> tuple[pd.Series | None, pd.Series | None]:
    """Return the pillar with the best rank and the one with the worst.

    Parameters
    ----------
    profile : DataFrame
        What :func:`pillar_profile` returns.

    Returns
    -------
    tuple
        Two rows of the profile; None twice where fewer than two ranks differ, so that a strength
        is never forced and never the weakness as well.
    """
    ranked = profile.dropna(subset=["rank"]).sort_values("rank")
    if ranked["rank"].nunique() < 2:
        return None, None
    return ranked.iloc[0], ranked.iloc[-1]


def contributions(
    scores: pd.DataFrame, weights: pd.DataFrame, edition: int, province: str, rival: str
) -> pd.DataFrame:
    """Split the gap between two provinces by component: weight times difference.

    Parameters
    ----------
    scores, weights : DataFrame
        The tables ``dti_scores`` and ``dti_weights``.
    edition : int
        The edition.
    province, rival : str
        The two provinces' ids.

    Returns
    -------
    DataFrame
        One row a component that adds to the total: component, weight, own, rival, difference
        (own minus rival) and contribution (weight x difference, six decimals, exact for four-
        decimal scores and weights in hundredths). Empty if any score is missing.

    Notes
    -----
    The additive decomposition of a weighted sum: OECD and JRC, *Handbook on Constructing
    Composite Indicators* (2008), step 8, "Back to the data".
    """
    columns = ["component", "weight", "own", "rival", "difference", "contribution"]
    parts = _parts(weights, edition)
    wide = _wide(scores, edition, parts.index)
    pair = wide.reindex([province, rival])
    if pair.isna().any(axis=None) or not len(parts):
        return pd.DataFrame(columns=columns)
    frame = pd.DataFrame({"weight": parts, "own": pair.loc[province], "rival": pair.loc[rival]})
    frame["difference"] = (frame["own"] - frame["rival"]).round(DECIMALS)
    frame["contribution"] = (frame["weight"] * frame["difference"]).round(DECIMALS + 2)
    return frame.rename_axis("component").reset_index()[columns]


def _parts(weights: pd.DataFrame, edition: int) -> pd.Series:
    rows = weights[(weights["edition"] == edition) & weights["adds_to_total"]]
    return rows.set_index("component")["points"].astype(float) / 1000


def _wide(scores: pd.DataFrame, edition: int, components: pd.Index) -> pd.DataFrame:
    rows = scores[scores["edition"] == edition]
    return rows.pivot(index="province", columns="component", values="score").reindex(
        columns=components
    )


def gain_needed(weights: pd.DataFrame, edition: int, gap: float) -> pd.DataFrame:
    """Return the gain in one component that closes a gap in the total, all else unchanged.

    Parameters
    ----------
    weights : DataFrame
        The table ``dti_weights``.
    edition : int
        The edition.
    gap : float
        The gap in the total (0-1), positive.

    Returns
    -------
    DataFrame
        One row a component that adds to the total: component, weight, gain (the gap divided by
        the weight, rounded up to the published precision so that it does close the gap).
    """
    parts = _parts(weights, edition)
    unit = 10**DECIMALS
    gain = [-int(-(round(gap * unit) / weight) // 1) / unit for weight in parts]
    return pd.DataFrame({"component": parts.index, "weight": parts.to_numpy(), "gain": gain})


def proof(scores: pd.DataFrame, weights: pd.DataFrame, edition: int) -> pd.DataFrame:
    """Recompute each published total of an edition from its components.

    Parameters
    ----------
    scores, weights : DataFrame
        The tables ``dti_scores`` and ``dti_weights``.
    edition : int
        The edition.

    Returns
    -------
    DataFrame
        One row a province whose total and components are all published, with the index of its
        total in ``scores``: province, score, recomputed, residual, tolerance (half a unit of the
        last decimal for the total, and for each component times its weight) and holds.
    """
    parts = _parts(weights, edition)
    wide = _wide(scores, edition, parts.index).dropna()
    totals = table(scores, edition).dropna(subset=["score"])
    totals = totals[totals["province"].isin(wide.index)]
    result = totals[["province", "score"]].copy()
    result["recomputed"] = (wide.loc[totals["province"]] @ parts).to_numpy()
    result["residual"] = result["score"] - result["recomputed"]
    result["tolerance"] = HALF_UNIT * (1 + parts.sum())
    result["holds"] = result["residual"].abs() <= result["tolerance"] + _FLOAT_NOISE
    return result


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
    both = scores.dropna(subset=["score", "rank"])
    for (edition, component), rows in both.groupby(["edition", "component"]):
        ordered = rows.sort_values(["score", "rank"], ascending=[False, True])
        least = ordered["score"].rank(ascending=False, method="min").astype(int)
        worst = ordered["rank"].cummax().shift(fill_value=0)
        for index, row in ordered.iterrows():
            here = f"{row['province']}, {component} of edition {edition}"
            if row["rank"] < least[index]:
                fault = f"rank {row['rank']}, but {least[index] - 1} scores are higher"
                yield index, f"{here}: {fault}"
            elif row["rank"] < worst[index]:
                yield (
                    index,
                    f"{here}: rank {row['rank']} with a lower score than rank {worst[index]}",
                )

"""What matters most of a province: its best and its worst component, and what fell the deepest.

The same for every province and year. A component counts where its rank among all ranked provinces
is known: printed, or following from scores that every one of them has.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from helpers.analysis import dti
from helpers.analysis.dti import ACTIVITIES, DECIMALS, FOUNDATION, PILLARS, TOTAL, Standing
from helpers.analysis.edition import Edition
from helpers.analysis.gaps import REST
from helpers.analysis.proof import COMPUTED
from helpers.store import data
from helpers.store.data import DataPackage
from helpers.words.computations import computation

#: A component that lost so many places fell by much, one that lost no more than this by little.
MUCH, _LITTLE = 5, 1
_COLUMNS = [
    "province",
    "edition",
    "component",
    "part",
    "rank",
    "basis",
    "shared",
    "score",
    "mean",
    "side",
    "published",
    "next_rank",
    "missing",
]


def scores(edition: Edition) -> pd.DataFrame:
    """Return the scores of an edition with what is left of its foundation.

    Parameters
    ----------
    edition : Edition
        The edition.

    Returns
    -------
    DataFrame
        One row a province and one column a component, missing where not known. Where of the main
        indexes of the foundation some are known of every ranked province and others are not, the
        column ``rest`` has the mean of the others by their points: what the foundation leaves
        when those known are taken from it, at the precision of published scores.
    """
    return edition.remembered("story scores", lambda: _scores(edition))


def _scores(edition: Edition) -> pd.DataFrame:
    known = edition.wide()
    block, told = _foundation(edition, known)
    if FOUNDATION not in known or not 0 < len(told) < len(block):
        return known
    points = edition.weights.set_index("component")["points"].astype(float)
    whole, taken = points[block].sum(), points[told]
    left = (whole * known[FOUNDATION] - known[told] @ taken) / (whole - taken.sum())
    return known.assign(**{REST: left.round(DECIMALS)})


def taken(edition: Edition) -> list[str]:
    """Return the indexes of the foundation that are known of every ranked province.

    Parameters
    ----------
    edition : Edition
        The edition.
    """
    return _foundation(edition, edition.wide())[1]


def _foundation(edition: Edition, known: pd.DataFrame) -> tuple[list[str], list[str]]:
    """Return the indexes of the foundation, and those of them that every province has."""
    weights = edition.weights
    block = list(weights.loc[weights["level"].eq(FOUNDATION), "component"])
    return block, [name for name in block if _whole(edition, known, name)]


def _whole(edition: Edition, known: pd.DataFrame, component: str) -> bool:
    return component in known and int(known[component].count()) == edition.ranked


@computation("story")
def components(edition: Edition, province: str) -> pd.DataFrame:
    """Return where a province stands in every component of which anything of it is known.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The province's id.

    Returns
    -------
    DataFrame
        One row a component, in the order of the edition's weights: province, edition, component
        (``rest`` is what :func:`scores` leaves of the foundation), part (whether it is one of
        those that the total is told by: the indexes whose rank is known, and what is left of the
        foundation; the pillars where no index has a rank), rank (as printed; else among all
        ranked provinces at the published precision, and missing where one of them has no score),
        basis (of the rank: ``printed``, ``derived``, or ``computed`` here; empty without one),
        shared (how many others are known to have the rank), score, mean (of all ranked
        provinces), side (of the mean: ``above``, ``below``, ``level``, or empty where either is
        unknown), published (how many provinces have a score), next_rank and missing (the rank
        above its own, and the score it takes to be level with it, all others unchanged; missing
        for the first, and where an unknown score may lie between).

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    province = edition.find(province)
    return edition.remembered(("components", province), lambda: _components(edition, province))


def _components(edition: Edition, province: str) -> pd.DataFrame:
    known = scores(edition)
    lines = []
    for component in _order(edition, known):
        rows = _ranked(edition, known, component)
        own = rows[rows["province"] == province]
        if own.empty:
            continue
        here = dti.standing(edition, province, component, rows)
        lines.append(_line(here, str(own["basis"].iloc[0])))
    frame = pd.DataFrame(lines, columns=[each for each in _COLUMNS if each != "part"])
    frame["part"] = frame["component"].isin(_parts(edition, frame))
    whole = dict.fromkeys(["edition", "rank", "shared", "published", "next_rank"], "Int64")
    real = dict.fromkeys(["score", "mean", "missing"], "float64")
    return frame[_COLUMNS].astype(whole | real)


def told(components: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that the total is told by, of which the rank is known.

    Parameters
    ----------
    components : DataFrame
        Rows of :func:`components`; some may be left out.
    """
    return components[components["part"].astype(bool)].dropna(subset=["rank"])


def _order(edition: Edition, known: pd.DataFrame) -> list[str]:
    """Return the components but the total: the foundation, its indexes, what is left, the rest."""
    block, _ = _foundation(edition, known)
    listed = [FOUNDATION, *block, REST, *edition.weights["component"]]
    there = {*edition.scores["component"], *known.columns}
    names = [*listed, *sorted(there)]
    return [name for name in dict.fromkeys(names) if name in there and name != TOTAL]


def _ranked(edition: Edition, known: pd.DataFrame, component: str) -> pd.DataFrame:
    """Return the scores of a component, best first, with the ranks that follow from them all."""
    key = ("story ranks", component)
    return edition.remembered(key, lambda: _ranks(edition, known, component))


def _ranks(edition: Edition, known: pd.DataFrame, component: str) -> pd.DataFrame:
    if component == REST:
        rows = known[REST].dropna().rename("score").reset_index()
        rows = rows.assign(rank=float("nan"), basis=COMPUTED, row="")
    else:
        rows = edition.table(component)[["province", "score", "rank", "basis", "row"]]
    printed = rows["rank"].notna() & (rows["basis"].ne(COMPUTED) | rows["row"].ne(""))
    basis = rows["basis"].replace(COMPUTED, "printed").where(printed, COMPUTED)
    ranks = rows["rank"].astype("Int64")
    if _whole(edition, known, component):
        ranks = ranks.fillna(dti.ranks(rows["score"]))
    rows = rows.assign(rank=ranks, basis=basis.where(ranks.notna(), ""))
    return rows.sort_values(["rank", "province"], kind="stable")


def _line(here: Standing, basis: str) -> dict[str, object]:
    side, above = "", here.above if here.above_is_next else None
    if here.mean_gap is not None:
        side = "above" if here.mean_gap > 0 else "below" if here.mean_gap < 0 else "level"
    return {
        "province": here.province,
        "edition": here.edition,
        "component": here.component,
        "rank": here.rank,
        "basis": basis,
        "shared": len(here.tied),
        "score": here.score,
        "mean": here.mean,
        "side": side,
        "published": here.published,
        "next_rank": None if above is None else above.rank,
        "missing": None if above is None else above.gap,
    }


def _parts(edition: Edition, frame: pd.DataFrame) -> set[str]:
    """Return the components that the total is told by, of which none holds another."""
    ranked = set(frame.loc[frame["rank"].notna(), "component"])
    weights = edition.weights
    block = set(weights.loc[weights["level"].eq(FOUNDATION), "component"])
    fine = ranked & {*block, REST, *ACTIVITIES.values()}
    if not fine:
        return ranked & set(PILLARS)
    return fine if fine & block else fine | (ranked & {FOUNDATION})


@computation("story")
@dataclass(frozen=True)
class Ends:
    """The components with the best rank and with the worst: the farthest above and below the rest.

    Parameters
    ----------
    strong, weak : Series or None
        Rows of :func:`components`; None where no two ranks differ, or more than two share it.
    strong_too, weak_too : Series or None
        The other one that shares the rank; None where there is none.
    """

    strong: pd.Series | None = None
    weak: pd.Series | None = None
    strong_too: pd.Series | None = None
    weak_too: pd.Series | None = None


def ends(found: pd.DataFrame) -> Ends:
    """Return the components with the best rank and those with the worst.

    Parameters
    ----------
    found : DataFrame
        Rows of :func:`components`, those that are told; a row without a rank does not count.

    Returns
    -------
    Ends
        Where two share a rank both are named; where more do, none.
    """
    ranked = found.dropna(subset=["rank"])
    if ranked["rank"].nunique() < 2:
        return Ends()
    strong, strong_too = _both(ranked, int(ranked["rank"].min()))
    weak, weak_too = _both(ranked, int(ranked["rank"].max()))
    return Ends(strong, weak, strong_too, weak_too)


def _both(ranked: pd.DataFrame, rank: int) -> tuple[pd.Series | None, pd.Series | None]:
    """Return the one component with a rank, or the two; none where more share it."""
    rows = [row for _, row in ranked[ranked["rank"] == rank].iterrows()]
    if len(rows) > 2:
        return None, None
    return rows[0], rows[1] if len(rows) == 2 else None


@computation("falls")
def pillar_ranks(known: DataPackage, province: str) -> pd.DataFrame:
    """Return the ranks of a province's pillars in the editions that rank as many as the newest.

    Parameters
    ----------
    known : DataPackage
        What is known on a day, with one table of each edition.
    province : str
        The province's id.

    Returns
    -------
    DataFrame
        One row a pillar and edition of which the rank is known, by pillar and in the order of
        time: province, component, edition, rank, ranked, basis, source, confirmed_by and row.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    key = ("pillar ranks", province)
    return known.remembered(key, lambda: _pillar_ranks(known, province)).copy(deep=False)


def _pillar_ranks(known: DataPackage, province: str) -> pd.DataFrame:
    columns = ["province", "component", "edition", "rank"]
    origin = ["basis", "source", "confirmed_by", "row"]
    newest = data.newest_edition(known)
    if newest is None:
        return pd.DataFrame(columns=[*columns, "ranked", *origin])
    last = Edition.of(known, newest)
    province = last.find(province)
    numbers = sorted({int(each) for each in known["dti_editions"]["edition"]})
    tables = [last if each == newest else Edition.of(known, each) for each in numbers]
    frames = [
        each.table(pillar).assign(ranked=each.ranked)
        for pillar in PILLARS
        for each in tables
        if each.ranked == last.ranked
    ]
    rows = pd.concat(frames, ignore_index=True)
    rows = rows[rows["province"].eq(province) & rows["rank"].notna()]
    return rows[[*columns, "ranked", *origin]].reset_index(drop=True)


@computation("falls")
def falls(ranks: pd.DataFrame) -> pd.DataFrame:
    """Return how many places each pillar lost from the first edition to the newest.

    Parameters
    ----------
    ranks : DataFrame
        Some or all rows of :func:`pillar_ranks`, in any order.

    Returns
    -------
    DataFrame
        One row a pillar ranked in the newest edition of the rows and in another, the deepest fall
        first: province, component, first_edition, first_rank, edition, rank, places (lost; negative
        if gained) and editions (in how many its rank is known).
    """
    last = ranks["edition"].max()
    lines = []
    for component, rows in ranks.sort_values("edition").groupby("component"):
        first, now = rows.iloc[0], rows.iloc[-1]
        if len(rows) < 2 or now["edition"] != last:
            continue
        lines.append(
            {
                "province": now["province"],
                "component": component,
                "first_edition": first["edition"],
                "first_rank": first["rank"],
                "edition": now["edition"],
                "rank": now["rank"],
                "places": now["rank"] - first["rank"],
                "editions": len(rows),
            }
        )
    columns = ["province", "component", "first_edition", "first_rank", "edition", "rank"]
    frame = pd.DataFrame(lines, columns=[*columns, "places", "editions"])
    return frame.sort_values(
        ["places", "component"], ascending=[False, True], kind="stable", ignore_index=True
    )


@computation("falls")
def deepest(ranks: pd.DataFrame) -> pd.DataFrame:
    """Return the pillar that lost most places since the first edition; both where two lost as many.

    Parameters
    ----------
    ranks : DataFrame
        As in :func:`falls`.

    Returns
    -------
    DataFrame
        One or two rows of :func:`falls`; none where nothing fell by more than a place, or more
        than two fell as deep.
    """
    found = falls(ranks)
    fallen: pd.DataFrame = found[found["places"] > _LITTLE]
    fallen = fallen[fallen["places"] == fallen["places"].max()]
    return fallen if len(fallen) <= 2 else fallen.iloc[:0]


@dataclass(frozen=True)
class Finding:
    """What stands out most of a province: how good its best is, and what is worst or fell.

    Parameters
    ----------
    ends : Ends
        The components with the best and with the worst rank.
    fall : Series or None
        A row of :func:`falls`: the pillar that lost more places over the editions than the worst
        component is behind the province's own rank; None where none did.
    course : DataFrame
        The rows of :func:`pillar_ranks` that the fall is read from; empty without one.
    """

    ends: Ends
    fall: pd.Series | None
    course: pd.DataFrame


def finding(rows: pd.DataFrame, ranks: pd.DataFrame, rank: int | None) -> Finding | None:
    """Choose what stands out most, by the same rule for every province and year.

    The component with the best rank is told with the one with the worst; instead of the worst, the
    pillar that fell the deepest, if it lost more places than the worst is behind the total, and
    ``MUCH`` or more.

    Parameters
    ----------
    rows : DataFrame
        Rows of :func:`components` that the total is told by, with a rank.
    ranks : DataFrame
        Rows of :func:`pillar_ranks`.
    rank : int or None
        The province's rank in total.

    Returns
    -------
    Finding or None
        None where no two ranks of components differ, or three share both the best and the worst.
    """
    both = ends(rows)
    if rank is None or (both.strong is None and both.weak is None):
        return None
    fallen = deepest(ranks)
    behind = max(int(rows["rank"].max()) - rank, MUCH - 1)
    deeper = len(fallen) == 1 and both.strong is not None and fallen["places"].iloc[0] > behind
    fall = fallen.iloc[0] if deeper else None
    pillar = "" if fall is None else fall["component"]
    return Finding(both, fall, ranks[ranks["component"] == pillar])

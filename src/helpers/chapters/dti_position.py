"""Chapter 3: where the province stands among the provinces, and which pillars put it there."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.analysis import coherence, dti, gaps, own_table, robustness
from helpers.analysis.coherence import Extremes
from helpers.analysis.dti import Standing
from helpers.analysis.own_table import OwnTable
from helpers.chapters import dti_own_table, extreme_pillars
from helpers.chapters.dti_strip import score_as_drawn
from helpers.drawing import charts, rank_charts, strips
from helpers.drawing.charts import Series
from helpers.pages.citing import cite_all
from helpers.pages.holding import whole_or_some
from helpers.pages.near import near
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import counted, held, of, setting
from helpers.words.language import Said
from helpers.words.refusals import refused
from helpers.words.told import Figure, Text, joined


def _standing(page: Page, totals: pd.DataFrame) -> Standing | None:
    """Return where the province stands among the rows of a table; None without an edition."""
    if page.briefing.edition is None:
        return None
    return dti.standing(page.briefing.edition, page.briefing.province, rows=totals)


def _changed(page: Page, totals: pd.DataFrame) -> OwnTable | None:
    """Return the table as one of its own if the analyst changed a score or a rank of it."""
    if page.briefing.edition is None:
        return None
    return own_table.changed(page.briefing.edition, totals)


def standing(page: Page, totals: pd.DataFrame) -> Piece:
    """Say the rank, the score and how they compare; or what of it is not known.

    Parameters
    ----------
    page : Page
        The page.
    totals : DataFrame
        The table of an edition's totals; a province may be left out. Where a score or a rank
        was changed, only what the table says is told (:mod:`helpers.analysis.own_table`).
    """
    if own := _changed(page, totals):
        return dti_own_table.standing(page, own)
    here, known = _standing(page, totals), page.briefing.place
    if here is None or known is None:
        return page.lead("dti-no-rank", province=page.name)
    cited = page.score_source(page.briefing.province)
    values: dict[str, Said] = {
        "province": page.name,
        "edition": page.edition,
        "rank": page.rank(),
        "ranked": page.ranked,
        "behind": of(known, "behind"),
        "percentile": page.write(of(known, "percentile")),
        "basis": page.score_rows[page.briefing.province, dti.TOTAL]["basis"],
    }
    said = [page.lead("dti-rank", cited, **values)]
    if known.tied:
        names = joined(", ", map(page.province_name, known.tied))
        others = page.scores_source(known.tied)
        said.append(page.say("dti-tied", others, names=names))
    if known.score is None:
        return join(*said, page.unknown("dti-no-score", province=page.name))
    said += _beside_the_mean(page, known)
    if here.score is None:
        return join(*said, page.note("not-in-table", province=page.name))
    return join(*said, _to_the_top(page, here, _part(page, totals)))


def _part(page: Page, totals: pd.DataFrame) -> str:
    """Say whether a table has every province of the edition's, or only some."""
    everyone = page.briefing.latest.table()["province"]
    return whole_or_some(everyone, totals["province"])


def _beside_the_mean(page: Page, here: Standing) -> list[Piece]:
    gap = here.mean_gap
    if gap is None:
        return []
    side = "above" if gap > 0 else "below" if gap < 0 else "equal"
    values: dict[str, Said] = {"score": page.score(style="points"), "ranked": page.ranked}
    values |= {"mean": page.mean(here, "points")}
    values["difference"] = page.write(of(here, "mean_gap").size, "points")
    cited = [*page.score_source(page.briefing.province), *page.edition_source()]
    return [page.say(f"dti-mean-{side}", cited, **values)]


def _to_the_top(page: Page, here: Standing, table: str) -> Piece:
    if here.above is None or here.leader is None:
        return page.say("dti-first", province=page.name, table=table)
    values: dict[str, Said] = {
        "table": table,
        "above": page.at(here, "above.province"),
        "above_rank": of(here, "above.rank"),
        "above_gap": page.write(of(here, "above.gap"), "points"),
        "leader": page.at(here, "leader.province"),
        "leader_gap": page.write(of(here, "leader.gap"), "points"),
    }
    name = "dti-gaps" if here.above_is_next else "dti-gaps-some"
    names = (page.briefing.province, here.above.province, here.leader.province)
    return page.detail(name, page.scores_source(names), **values)


def coverage(page: Page) -> Piece:
    """Say of how many provinces a score is published.

    Parameters
    ----------
    page : Page
        The page.
    """
    here, totals = page.briefing.standing(), page.briefing.latest.table()
    if here is None:
        return page.unknown("dti-no-edition", as_of=page.date(page.briefing.row, "as_of"))
    ranks = counted("ranks", totals["rank"].dropna())
    values: dict[str, Said] = {"published": of(here, "published"), "ranks": ranks}
    values |= {"ranked": page.ranked, "edition": page.edition}
    name = "dti-coverage-all" if here.published == here.ranked else "dti-coverage"
    return page.note(name, cite_all(totals, "table"), **values)


#: Up to so many bars each carries its name; in a longer ladder only those that matter.
_ALL_NAMED = 15


def ladder(page: Page, totals: pd.DataFrame, beside: int = 3) -> Piece:
    """Show the published totals, best first, with the mean of all.

    Parameters
    ----------
    page, totals : Page, DataFrame
        As in :func:`standing`.
    beside : int
        How many neighbours on each side carry their name in a long ladder.
    """
    if own := _changed(page, totals):
        rows = near(own.rows.dropna(subset=["score"]), page.briefing.province)
        bars = _bars(page, rows, beside, own.rank_column)
        return dti_own_table.ladder(page, own, rows, bars.assign(gap=False))
    totals = totals.sort_values(["rank", "score"], ascending=[True, False], kind="stable")
    totals = near(totals, page.briefing.province)  # a longer one is no chart, and megabytes
    here, known = _standing(page, totals), page.briefing.standing()
    if here is None or known is None:
        return join()
    rows = totals.dropna(subset=["score"])
    if here.score is None:
        return _without(page, known)
    frame = _bars(page, rows, beside).assign(gap=_missing_before(rows))
    mean = None if known.mean is None else page.mean(known, "points")
    marked = page.text("ladder-mean", mean=mean, ranked=page.ranked) if mean else Text()
    columns = {"label": "column-province", "text": page.component_name(dti.TOTAL)}
    shown = frame[list(columns)].rename(columns=columns)
    table = page.table(shown, page.text("ladder-caption"), frame["own"])
    painter = rank_charts.rank_ladder(frame, known.mean, marked)
    name = "ladder" if here.above else "ladder-first"
    if _part(page, totals) == "some":
        name = "ladder-some"
    words = _ladder_words(page, rows, here, mean)
    words["gaps"] = "yes" if frame["gap"].any() else "no"
    return page.figure(name, painter, table, cite_all(rows, "table"), **words)


def _bars(page: Page, rows: pd.DataFrame, beside: int, rank: str = "rank") -> pd.DataFrame:
    """Return a bar a province: its label, score and text, whose it is and whether it is named."""
    frame = pd.DataFrame(
        {
            "label": [_ranked_name(page, row, rank) for _, row in rows.iterrows()],
            "score": rows["score"],
            "text": [page.write(held(row, "score"), "points") for _, row in rows.iterrows()],
            "own": rows["province"] == page.briefing.province,
        }
    ).reset_index(drop=True)
    return frame.assign(named=_named(frame["own"], beside))


def _ranked_name(page: Page, row: pd.Series, rank: str) -> Text:
    return joined(". ", [page.write(held(row, rank)), page.province_name(row["province"])])


def _without(page: Page, known: Standing) -> Piece:
    """Name the leader and the mean, where a chart could not show the province."""
    rows = page.briefing.latest.table().dropna(subset=["score"])
    if rows.empty:
        return join()
    first = rows["province"].iloc[0]
    values: dict[str, Said] = {"edition": page.edition, "ranked": page.ranked}
    values |= {"first": page.province_name(first), "score": page.score(first, style="points")}
    values["mean"] = "none" if known.mean is None else page.mean(known, "points")
    cited = [*page.score_source(first), *page.edition_source()]
    return page.say("ladder-without", cited, **values)


def _missing_before(rows: pd.DataFrame) -> list[bool]:
    """Say before which rows a ranked province has no published score."""
    ranks = rows["rank"].to_numpy()
    sharing = rows["rank"].value_counts()
    expected = [rank + sharing[rank] for rank in ranks[:-1]]
    steps = zip(ranks[1:], ranks[:-1], expected, strict=True)
    return [False, *(rank not in (before, after) for rank, before, after in steps)]


def _named(own: pd.Series, beside: int) -> pd.Series:
    """Choose the bars that carry a name: all of a short ladder, else ends and neighbours."""
    count = len(own)
    if count <= _ALL_NAMED:
        return pd.Series(data=True, index=own.index)
    place = int(own.to_numpy().argmax()) if own.any() else 0
    near = (own.index >= place - beside) & (own.index <= place + beside)
    return pd.Series(near | (own.index == 0) | (own.index == count - 1), index=own.index)


def _ladder_words(
    page: Page, rows: pd.DataFrame, here: Standing, mean: Figure | None
) -> dict[str, Said]:
    first = rows["province"].iloc[0]
    words: dict[str, Said] = {
        "province": page.name,
        "edition": page.edition,
        "published": of(page.briefing.standing(), "published"),
        "shown": counted("shown", rows),
        "ranked": page.ranked,
        "first": page.province_name(first),
        "first_score": page.score(first, style="points"),
        "mean": mean or page.text("value-not-published"),
        "rank": page.rank(),
        "score": page.score(style="points"),
        "scale_high": setting("scale-points", strips.POINTS),
    }
    if here.above is not None:
        words["above_gap"] = page.write(of(here, "above.gap"), "points")
        words["above_rank"] = of(here, "above.rank")
        words["leader_gap"] = page.write(of(here, "leader.gap"), "points")
    return words


def pillars(page: Page, profile: pd.DataFrame) -> Piece:
    """Say which pillar is strong and which is weak, and whether that is published or computed.

    Parameters
    ----------
    page : Page
        The page.
    profile : DataFrame
        What :func:`helpers.analysis.dti.pillar_profile` returns; a pillar may be left out.
    """
    extremes = coherence.strongest_and_weakest(profile)
    strong, weak = extremes.strong, extremes.weak
    if page.briefing.edition is None:
        return join()
    if strong is None or weak is None:
        return _no_strongest(page, profile)
    table = "some" if _in_part(page, profile) else "whole"
    values: dict[str, Said] = {"ranked": page.ranked, "table": table}
    values |= extreme_pillars.named(page, extremes)
    cited = page.score_source(page.briefing.province, strong["component"], weak["component"])
    said = page.say("pillars", cited, **values)
    if {strong["basis"], weak["basis"]} == {"printed"}:
        return said
    return join(said, page.note("pillars-computed", edition=page.edition))


def _in_part(page: Page, profile: pd.DataFrame) -> bool:
    """Say whether a profile leaves out a pillar of which something is known."""
    known = dti.pillar_profile(page.briefing.latest, page.briefing.province)
    return not known["component"].isin(profile["component"]).all()


def _no_strongest(page: Page, profile: pd.DataFrame) -> Piece:
    """Say why no pillar is the strongest: all share a rank, or too few ranks are known."""
    rows = robustness.corners(page.briefing.known_edition, page.briefing.province)
    rows = rows[rows["component"].isin(profile["component"])]
    if _in_part(page, profile):
        ranks = [_corner(page, row) for _, row in rows.iterrows()]
        cited = page.score_source(page.briefing.province, *rows["component"])
        listed = joined(", ", ranks)
        said = page.say("pillars-listed", cited, ranks=listed, ranked=page.ranked)
        return said if ranks else join()
    if len(rows) < len(dti.PILLARS):
        return page.unknown("pillars-unknown", province=page.name, edition=page.edition)
    values = {"count": counted("pillars", rows), "rank": held(rows.iloc[0], "rank")}
    cited = page.score_source(page.briefing.province, *dti.PILLARS)
    return page.say("pillars-even", cited, **values, ranked=page.ranked)


def _corner(page: Page, row: pd.Series) -> Text:
    name = page.component_name(row["component"]).lower()
    return page.text("corner", rank=held(row, "rank"), pillar=name)


#: One marker a name of :func:`profile`.
_MARKERS = ("o", "D", "^", "s", "v", "P", "X")


def profile(page: Page, profile: pd.DataFrame, rivals: Sequence[str]) -> Piece:
    """Show the pillars beside those of others and of the mean.

    Parameters
    ----------
    page, profile : Page, DataFrame
        As in :func:`pillars`.
    rivals : sequence of str
        Ids or names of provinces, or ``mean``; left out is the province itself, and one of which
        not the same pillars are known.

    Raises
    ------
    ParameterError
        If there is no such province, or there are more than the chart has markers for.
    """
    own = profile.dropna(subset=["score"])
    if own.empty:
        left_out = _in_part(page, profile)
        return join() if left_out else page.unknown("profile-unknown", province=page.name)
    names = _compared(page, own, rivals)
    points = pd.concat([_points(page, own, province) for province in names], ignore_index=True)
    if gaps.MEAN in rivals:
        points = pd.concat([points, _mean_points(page, own)], ignore_index=True)
    series = _series_of(page, points)
    limit = round(float(points["score"].max()) * 1.08, 2)
    shown = points.pivot(index="pillar", columns="name", values="text").loc[
        points["pillar"].unique()
    ]
    shown = shown[list(points["name"].unique())].reset_index()
    table = page.table(
        shown.rename(columns={"pillar": "column-pillar"}), page.text("profile-caption")
    )
    extremes = coherence.strongest_and_weakest(profile)
    cited = page.scores_source(names, *own["component"])
    painter = charts.pillar_profile(points, series, limit, page.language.decimal)
    tied = extremes.strong_too is not None or extremes.weak_too is not None
    if tied:  # no one pillar is the best, or the worst
        extremes = Extremes()
    name = "profile-even" if extremes.strong is None else "profile"
    if _in_part(page, profile):  # by score: the best by rank is not that of all
        name, extremes = "profile-some", Extremes()
    return page.figure(name, painter, table, cited, **_profile_words(page, own, extremes))


def _compared(page: Page, own: pd.DataFrame, rivals: Sequence[str]) -> list[str]:
    """Return the province and the rivals of which the same pillars are known, each once."""
    edition = page.briefing.known_edition
    known = edition.wide()[list(own["component"])].dropna().index
    asked = [edition.find(each) for each in rivals if each != gaps.MEAN]
    named = [page.briefing.province, *(each for each in asked if each in known)]
    return list(dict.fromkeys(named))


def _series_of(page: Page, points: pd.DataFrame) -> list[Series]:
    """Give each name of a profile its marker; refuse more names than there are markers."""
    names = points["name"].unique()
    if len(names) > len(_MARKERS):
        raise refused("error-too-many", most=len(_MARKERS), count=len(names))
    marked = zip(names, _MARKERS, strict=False)
    return [Series(str(name), name == page.name, marker) for name, marker in marked]


def _mean_points(page: Page, own: pd.DataFrame) -> pd.DataFrame:
    """Return the mean of each pillar, where that of all is known."""
    standings = map(page.briefing.standing, own["component"])
    means = [of(each, "mean") for each in standings if each is not None and each.mean is not None]
    if len(means) < len(own):
        return pd.DataFrame()
    name = page.text("mean-of-all", ranked=page.ranked)
    return _series(page, own, name, [page.write(mean, "score") for mean in means])


def _points(page: Page, own: pd.DataFrame, province: str) -> pd.DataFrame:
    """Return the scores of a province: the own ones are those of the table."""
    scores = [page.score(province, component) for component in own["component"]]
    if province == page.briefing.province:
        rows = (page.score_rows[province, component] for component in own["component"])
        scores = [page.write(each, "score") for each in map(score_as_drawn, rows, own["score"])]
    return _series(page, own, page.province_name(province), scores)


def _series(page: Page, own: pd.DataFrame, name: Text, scores: list[Figure]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "pillar": [_pillar_label(page, row) for _, row in own.iterrows()],
            "name": [name] * len(scores),
            "score": [score.number for score in scores],
            "text": scores,
        }
    )


def _pillar_label(page: Page, row: pd.Series) -> Text:
    name = page.component_name(row["component"])
    if pd.isna(row["rank"]):
        return name
    rank = held(row, "rank")
    return page.text("pillar-label", name=name, rank=rank, ranked=page.ranked)


def _profile_words(page: Page, own: pd.DataFrame, extremes: Extremes) -> dict[str, Said]:
    known: dict[str, Said] = {}
    if extremes.strong is None:
        ordered = own.sort_values("score")
        extremes = Extremes(ordered.iloc[-1], ordered.iloc[0])
    else:
        known = {f"{side}_rank": of(extremes, f"{side}.rank") for side in extreme_pillars.SIDES}
    return known | {
        "province": page.name,
        "edition": page.edition,
        "strong": page.at(extremes, "strong.component").lower(),
        "weak": page.at(extremes, "weak.component").lower(),
        "strong_score": page.write(of(extremes, "strong.score"), "score"),
        "weak_score": page.write(of(extremes, "weak.score"), "score"),
        "weak_best": page.write(of(extremes, "weak.best"), "score"),
    }

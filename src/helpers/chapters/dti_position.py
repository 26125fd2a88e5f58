"""Chapter 3: where the province stands among the provinces, and which pillars put it there."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.analysis import coherence, dti, robustness
from helpers.analysis.dti import Standing
from helpers.drawing import charts, rank_charts
from helpers.drawing.charts import Series
from helpers.pages import html
from helpers.pages.citing import Citation, cite_all
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page


@computed_by(dti.standing)
def standing(page: Page) -> Html:
    """Say the rank, the score and how they compare; or what of it is not known."""
    here = page.briefing.standing()
    if here is None or here.rank is None:
        return page.say("dti-no-rank", style="lead", province=page.name)
    cited = page.score_source(page.briefing.province)
    values = {
        "province": page.name,
        "edition": str(here.edition),
        "rank": here.rank,
        "ranked": here.ranked,
        "behind": here.behind,
        "percentile": page.language.integer(here.percentile),
    }
    said = [page.say("dti-rank", cited, "lead", **values)]
    if here.tied:
        names = ", ".join(page.province_name(each) for each in here.tied)
        others = page.scores_source(here.tied)
        said.append(page.say("dti-tied", others, names=names))
    if here.score is None:
        return html.join(*said, page.unknown("dti-no-score", province=page.name))
    return html.join(*said, *_score(page, here))


def _score(page: Page, here: Standing) -> list[Html]:
    score, pieces = page.language.score, []
    cited, mean = page.score_source(page.briefing.province), here.mean
    if mean is not None:
        side = "above" if here.score > mean else "below" if here.score < mean else "equal"
        values = {"score": score(here.score), "mean": score(mean), "ranked": here.ranked}
        values["difference"] = score(abs(here.mean_gap))
        cited += page.edition_source()
        pieces.append(page.say(f"dti-mean-{side}", cited, **values))
    if here.above is None:
        pieces.append(page.say("dti-first", province=page.name))
    else:
        pieces.append(_to_the_top(page, here))
    return pieces


def _to_the_top(page: Page, here: Standing) -> Html:
    score = page.language.score
    values = {
        "above": page.province_name(here.above.province),
        "above_rank": here.above.rank,
        "above_gap": score(here.above.gap),
        "leader": page.province_name(here.leader.province),
        "leader_gap": score(here.leader.gap),
    }
    name = "dti-gaps" if here.above_is_next else "dti-gaps-some"
    names = (page.briefing.province, here.above.province, here.leader.province)
    return page.say(name, page.scores_source(names), **values)


@computed_by(dti.standing)
def coverage(page: Page) -> Html:
    """Say of how many provinces a score is published here."""
    here, edition = page.briefing.standing(), page.briefing.edition
    if here is None:
        return page.unknown("dti-no-edition", as_of=page.language.date(page.briefing.as_of))
    rows = edition.table()
    values = {"published": here.published, "ranks": int(rows["rank"].notna().sum())}
    values |= {"ranked": edition.ranked, "edition": str(edition)}
    name = "dti-coverage-all" if here.published == edition.ranked else "dti-coverage"
    return page.say(name, _all(rows), "note", **values)


def _all(rows: pd.DataFrame) -> list[Citation]:
    return cite_all(rows, "table")


#: Up to so many bars each carries its name; in a longer ladder only those that matter.
_ALL_NAMED = 15
#: In a longer ladder: so many neighbours on each side.
_BESIDE = 3


@computed_by(dti.standing)
def ladder(page: Page) -> Html:
    """Show all published totals, best first, with the mean."""
    here = page.briefing.standing()
    if here is None:
        return html.join()
    rows = page.briefing.edition.table().dropna(subset=["score"])
    if here.score is None:
        return _without(page, rows)
    frame = _bars(page, rows)
    mean = "" if here.mean is None else page.language.score(here.mean)
    marked = page.language.say("ladder-mean", mean=mean, ranked=here.ranked) if mean else ""
    columns = {"label": "column-province", "text": page.component_name(dti.TOTAL)}
    shown = frame[list(columns)].rename(columns=columns)
    table = page.table(shown, page.language.say("ladder-caption"), frame["own"])
    painter = rank_charts.rank_ladder(frame, here.mean, str(marked))
    name = "ladder" if here.above else "ladder-first"
    return page.figure(name, painter, table, _all(rows), **_ladder_words(page, rows, mean))


def _bars(page: Page, rows: pd.DataFrame) -> pd.DataFrame:
    """Return a bar a province: its label, score, text, and how it is drawn."""
    names = (page.province_name(province) for province in rows["province"])
    frame = pd.DataFrame(
        {
            "label": [f"{rank}. {name}" for rank, name in zip(rows["rank"], names, strict=True)],
            "score": rows["score"],
            "text": [page.language.score(score) for score in rows["score"]],
            "own": rows["province"] == page.briefing.province,
            "gap": _missing_before(rows),
        }
    ).reset_index(drop=True)
    return frame.assign(named=_named(frame["own"]))


def _without(page: Page, rows: pd.DataFrame) -> Html:
    """Name the leader and the mean, where a chart could not show the province."""
    if rows.empty:
        return html.join()
    first, mean = rows.iloc[0], page.briefing.standing().mean
    values = {"edition": str(page.briefing.edition), "ranked": page.briefing.edition.ranked}
    values |= {"first": page.province_name(first["province"])}
    values["score"] = page.language.score(first["score"])
    values["mean"] = "none" if mean is None else page.language.score(mean)
    cited = [*page.score_source(first["province"]), *page.edition_source()]
    return page.say("ladder-without", cited, **values)


def _missing_before(rows: pd.DataFrame) -> list[bool]:
    """Say before which rows a ranked province has no published score."""
    ranks = rows["rank"].to_numpy()
    sharing = rows["rank"].value_counts()
    expected = [rank + sharing[rank] for rank in ranks[:-1]]
    steps = zip(ranks[1:], ranks[:-1], expected, strict=True)
    return [False, *(rank not in (before, after) for rank, before, after in steps)]


def _named(own: pd.Series) -> pd.Series:
    """Choose the bars that carry a name: all of a short ladder, else ends and neighbours."""
    count = len(own)
    if count <= _ALL_NAMED:
        return pd.Series(data=True, index=own.index)
    place = int(own.to_numpy().argmax()) if own.any() else 0
    near = (own.index >= place - _BESIDE) & (own.index <= place + _BESIDE)
    return pd.Series(near | (own.index == 0) | (own.index == count - 1), index=own.index)


def _ladder_words(page: Page, rows: pd.DataFrame, mean: str) -> dict[str, object]:
    here, first = page.briefing.standing(), rows.iloc[0]
    words = {
        "province": page.name,
        "edition": str(page.briefing.edition),
        "published": len(rows),
        "ranked": page.briefing.edition.ranked,
        "first": page.province_name(first["province"]),
        "first_score": page.language.score(first["score"]),
        "mean": mean or str(page.language.say("value-not-published")),
        "rank": here.rank,
        "score": page.language.score(here.score),
    }
    if here.above is not None:
        words["above_gap"] = page.language.score(here.above.gap)
        words["above_rank"] = here.above.rank
        words["leader_gap"] = page.language.score(here.leader.gap)
    return words


@computed_by(coherence.strongest_and_weakest)
def pillars(page: Page) -> Html:
    """Say which pillar is strong and which is weak, and whether that is published or computed."""
    strong, weak = page.briefing.strongest_and_weakest
    if page.briefing.edition is None:
        return html.join()
    if strong is None:
        return _no_strongest(page)
    values = {"ranked": page.briefing.edition.ranked}
    for prefix, row in (("strong", strong), ("weak", weak)):
        values[prefix] = page.component_name(row["component"]).lower()
        values[f"{prefix}_rank"] = int(row["rank"])
    cited = page.score_source(page.briefing.province, strong["component"], weak["component"])
    said = page.say("pillars", cited, **values)
    if {strong["basis"], weak["basis"]} == {"printed"}:
        return said
    edition = str(page.briefing.edition)
    return html.join(said, page.say("pillars-computed", style="note", edition=edition))


def _no_strongest(page: Page) -> Html:
    """Say why no pillar is the strongest: all share a rank, or too few ranks are known."""
    edition, province = page.briefing.edition, page.briefing.province
    rows = robustness.corners(edition, province)
    if len(rows) < len(dti.PILLARS):
        return page.unknown("pillars-unknown", province=page.name, edition=str(edition))
    values = {"count": len(rows), "rank": int(rows["rank"].iloc[0]), "ranked": edition.ranked}
    return page.say("pillars-even", page.score_source(province, *dti.PILLARS), **values)


@computed_by(dti.pillar_profile)
def profile(page: Page) -> Html:
    """Show the pillars beside those of the province above, of the leader and of the mean."""
    own = _own_pillars(page)
    if own.empty:
        return page.unknown("profile-unknown", province=page.name)
    names = [page.briefing.province, *_rivals(page, own)]
    points = pd.concat([_points(page, own, province) for province in names], ignore_index=True)
    points = pd.concat([points, _mean_points(page, own)], ignore_index=True)
    markers = ("o", "D", "^", "s")
    series = [
        Series(name, name == page.name, marker)
        for name, marker in zip(points["name"].unique(), markers, strict=False)
    ]
    limit = round(float(points["score"].max()) * 1.08, 2)
    shown = points.pivot(index="pillar", columns="name", values="text").loc[
        points["pillar"].unique()
    ]
    shown = shown[[each.name for each in series]].reset_index()
    table = page.table(
        shown.rename(columns={"pillar": "column-pillar"}), page.language.say("profile-caption")
    )
    pillars = list(own["component"])
    cited = page.scores_source(names, *pillars)
    painter = charts.pillar_profile(points, series, limit, page.language.decimal)
    name = "profile" if page.briefing.strongest_and_weakest[0] is not None else "profile-even"
    return page.figure(name, painter, table, cited, **_profile_words(page, own))


def _own_pillars(page: Page) -> pd.DataFrame:
    """Return the province's pillars whose scores are known."""
    if page.briefing.edition is None:
        return pd.DataFrame()
    profile = dti.pillar_profile(page.briefing.edition, page.briefing.province)
    return profile.dropna(subset=["score"])


def _rivals(page: Page, own: pd.DataFrame) -> list[str]:
    """Return the province above and the leader, or the next one below for the leader itself.

    Once each, and only where the same pillars are known.
    """
    here = page.briefing.standing()
    nearest = here.above or here.below
    found = [each.province for each in (nearest, here.leader) if each is not None]
    known = page.briefing.edition.wide()[list(own["component"])].dropna().index
    return [each for each in dict.fromkeys(found) if each in known]


def _mean_points(page: Page, own: pd.DataFrame) -> pd.DataFrame:
    """Return the mean of each pillar, where that of all is known."""
    means = [page.briefing.standing(component).mean for component in own["component"]]
    if None in means:
        return pd.DataFrame()
    name = page.language.say("mean-of-all", ranked=page.briefing.edition.ranked)
    return _series(page, own, str(name), means)


def _points(page: Page, own: pd.DataFrame, province: str) -> pd.DataFrame:
    scores = page.briefing.edition.wide().loc[province, list(own["component"])]
    return _series(page, own, page.province_name(province), scores)


def _series(page: Page, own: pd.DataFrame, name: str, scores: Iterable[float]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "pillar": [_pillar_label(page, row) for _, row in own.iterrows()],
            "name": name,
            "score": list(scores),
            "text": [page.language.score(score) for score in scores],
        }
    )


def _pillar_label(page: Page, row: pd.Series) -> str:
    name = page.component_name(row["component"])
    if pd.isna(row["rank"]):
        return name
    return str(
        page.language.say(
            "pillar-label", name=name, rank=int(row["rank"]), ranked=page.briefing.edition.ranked
        )
    )


def _profile_words(page: Page, own: pd.DataFrame) -> dict[str, object]:
    strong, weak = page.briefing.strongest_and_weakest
    worst = own.sort_values("score").iloc[0] if weak is None else weak
    best = own.sort_values("score").iloc[-1] if strong is None else strong
    score = page.language.score
    ranks = (
        {}
        if strong is None
        else {"strong_rank": int(best["rank"]), "weak_rank": int(worst["rank"])}
    )
    return ranks | {
        "province": page.name,
        "edition": str(page.briefing.edition),
        "strong": page.component_name(best["component"]).lower(),
        "weak": page.component_name(worst["component"]).lower(),
        "strong_score": score(best["score"]),
        "weak_score": score(worst["score"]),
        "weak_best": score(worst["best"]),
    }

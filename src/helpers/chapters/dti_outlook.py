"""Chapter 4: what keeping the rank asks for, and how far the promised ranks are."""

from __future__ import annotations

import pandas as pd

from helpers import charts, dti, html, results, targets
from helpers.charts import RankTarget
from helpers.dti import Standing
from helpers.html import Html
from helpers.page import Citation, Page, cite

#: How many places on each side of the province the list of neighbours shows.
_NEIGHBOURS = 5


def keep(page: Page) -> Html:
    """Say the goal for the next edition and what it asks for."""
    here = page.standing()
    if here is None or here.rank is None:
        return page.say("outlook-no-rank", style="lead", province=page.name)
    pieces = [_goal(page, here), *_margin(page, here)]
    return html.join(*pieces)


def _goal(page: Page, here: Standing) -> Html:
    rows = page.data["targets"]
    named = (rows["scope"] == page.province) & rows["edition"].notna()
    values = {"province": page.name, "rank": here.rank, "edition": str(here.edition)}
    if rows[named].empty:
        return page.say("outlook-no-goal", page.score_source(page.province), "lead", **values)
    goal = rows[named].iloc[0]
    values |= {"next": str(goal["edition"]), "goal": int(goal["value"])}
    return page.say("outlook-goal", cite(goal), "lead", **values)


def _margin(page: Page, here: Standing) -> list[Html]:
    if here.score is None:
        return [page.say("outlook-no-score", province=page.name)]
    pieces = []
    if here.above is not None:
        pieces.append(_upwards(page, here))
    if here.below is not None:
        pieces.append(_downwards(page, here))
    return pieces


def _upwards(page: Page, here: Standing) -> Html:
    gains = dti.gain_needed(page.data["dti_weights"], page.edition, here.above.gap)
    least = gains.sort_values("gain", kind="stable").iloc[0]
    values = {
        "above": page.province_name(here.above.province),
        "above_rank": here.above.rank,
        "gap": page.language.score(here.above.gap),
        "pillar": page.component_name(least["component"]).lower(),
        "gain": page.language.score(least["gain"]),
    }
    return page.say("outlook-upwards", page.score_source(here.above.province), **values)


def _downwards(page: Page, here: Standing) -> Html:
    values = {
        "below": page.province_name(here.below.province),
        "below_rank": here.below.rank,
        "margin": page.language.score(-here.below.gap),
    }
    cited = page.score_source(here.below.province)
    if here.below.rank == here.rank + 1:
        return page.say("outlook-downwards", cited, **values)
    values |= {"first": here.rank + 1, "last": here.below.rank - 1}
    return page.say("outlook-downwards-gap", cited, **values)


def gains(page: Page) -> Html:
    """List the gain in one pillar that catches up with the province above."""
    here = page.standing()
    if here is None or here.above is None:
        return page.say("gains-none", province=page.name)
    frame = dti.gain_needed(page.data["dti_weights"], page.edition, here.above.gap)
    own = dti.pillar_profile(page.data["dti_scores"], page.edition, page.province)
    own = own.set_index("component").reindex(frame["component"])
    score = page.language.score
    shown = pd.DataFrame(
        {
            "column-pillar": [page.component_name(name) for name in frame["component"]],
            "column-weight": [page.language.decimal(weight) for weight in frame["weight"]],
            "column-score": [_or_unknown(page, value) for value in own["score"]],
            "column-gain": [page.language.signed(gain) for gain in frame["gain"]],
            "column-best": [_or_unknown(page, value) for value in own["best"]],
        }
    )
    shown.columns = [page.language.say(column) for column in shown.columns]
    rival = page.province_name(here.above.province)
    caption = page.language.say("gains-caption", above=rival, gap=score(here.above.gap))
    return page.table(shown, caption)


def _or_unknown(page: Page, score: float) -> str:
    if pd.isna(score):
        return str(page.language.say("value-not-published"))
    return page.language.score(score)


def neighbours(page: Page) -> Html:
    """List the provinces around the province's rank, with every rank that is unknown."""
    here = page.standing()
    if here is None or here.rank is None:
        return page.say("neighbours-none", province=page.name)
    rows = dti.table(page.data["dti_scores"], page.edition).set_index("rank")
    first, last = max(1, here.rank - _NEIGHBOURS), min(here.ranked, here.rank + _NEIGHBOURS)
    lines, own = [], []
    for rank in range(first, last + 1):
        for _, row in rows[rows.index == rank].iterrows():
            lines.append(_neighbour(page, here, rank, row))
            own.append(row["province"] == page.province)
        if rank not in rows.index:
            unknown = str(page.language.say("value-not-published"))
            lines.append((str(rank), unknown, unknown, "–"))
            own.append(False)
    names = ("column-rank", "column-province", "column-score", "column-distance")
    frame = pd.DataFrame(lines, columns=[page.language.say(name) for name in names])
    caption = page.language.say("neighbours-caption", province=page.name, edition=str(page.edition))
    return page.table(frame, caption, own)


def _neighbour(page: Page, here: Standing, rank: int, row: pd.Series) -> tuple[object, ...]:
    name = page.province_name(row["province"]) + page.mark(page.score_source(row["province"]))
    distance = "–"
    if here.score is not None and not pd.isna(row["score"]) and row["province"] != page.province:
        distance = page.language.signed(round(row["score"] - here.score, dti.DECIMALS))
    return str(rank), name, _or_unknown(page, row["score"]), distance


def rank_targets(page: Page) -> Html:
    """Show today's rank against every rank that was promised."""
    here = page.standing()
    known = results.with_ranks(page.data["results"], page.data["dti_scores"])
    frame = targets.progress(page.data["targets"], known, page.province, page.year)
    frame = frame[(frame["indicator"] == "dti_rank") & (frame["due"] > page.year)]
    if here is None or here.rank is None or frame.empty:
        return page.say("rank-targets-none", province=page.name)
    promised = [_rank_target(page, row) for _, row in frame.iterrows()]
    worst = max(here.rank, *(each.rank for each in promised))
    label = page.language.say("rank-today", rank=here.rank, edition=str(here.edition))
    painter = charts.rank_targets(here.edition, here.rank, str(label), promised, worst + 5)
    cited: list[Citation] = [*page.score_source(page.province)]
    cited += cite(*(row for _, row in frame.iterrows()))
    holding = int((frame["status"] == "holds_today").sum())
    words = {"province": page.name, "edition": str(here.edition), "rank": here.rank}
    words |= {"ranked": here.ranked, "holding": holding, "count": len(frame)}
    words["last_due"] = str(frame["due"].max())
    table = page.table(_rank_table(page, frame), page.language.say("rank-targets-caption"))
    return page.figure("rank-targets", painter, table, cited, **words)


def _rank_target(page: Page, row: pd.Series) -> RankTarget:
    year = row["due"] if pd.isna(row["edition"]) else row["edition"]
    text = page.language.say("rank-target", rank=int(row["value"]))
    return RankTarget(int(year), int(row["value"]), str(text))


def _rank_table(page: Page, frame: pd.DataFrame) -> pd.DataFrame:
    lines = [
        (
            page.target_due(row),
            page.target_value(row),
            page.language.say(f"set-by-{row['set_by']}"),
            page.language.say(f"target-{row['status'].replace('_', '-')}"),
        )
        for _, row in frame.iterrows()
    ]
    names = ("column-due", "column-target", "column-set-by", "column-verdict")
    return pd.DataFrame(lines, columns=[page.language.say(name) for name in names])

"""Chapter 4: what keeping the rank asks for, and how far the promised ranks are."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import peers, targets
from helpers.analysis.dti import Standing
from helpers.chapters import promises
from helpers.drawing import rank_charts
from helpers.drawing.rank_charts import RankTarget
from helpers.pages import target_words
from helpers.pages.citing import cite, cite_all
from helpers.pages.holding import whole_or_some
from helpers.pages.page import Cell, Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import counted, held, of
from helpers.words.language import Said
from helpers.words.told import Figure, Telling, joined


def keep(page: Page, goals: pd.DataFrame) -> Piece:
    """Say the goal for the next edition and what it asks for.

    Parameters
    ----------
    page : Page
        The page.
    goals : DataFrame
        The rank targets among those of the briefing.
    """
    here = page.briefing.place
    if here is None:
        return page.lead("outlook-no-rank", province=page.name)
    return join(_goal(page, here, goals), *_margin(page, here))


def _goal(page: Page, here: Standing, rows: pd.DataFrame) -> Piece:
    cited = page.score_source(page.briefing.province)
    coming = _coming(rows, here)
    values: dict[str, Said] = {"province": page.name, "rank": page.rank(), "edition": page.edition}
    if coming.empty:
        known = _coming(page.briefing.targets.query("indicator == 'dti_rank'"), here)
        values["table"] = "whole" if known.empty else "some"
        return page.lead("outlook-no-goal", cited, **values)
    goal = coming.iloc[0]
    values |= {"next": _year(page, goal), "goal": held(goal, "value")}
    return page.lead("outlook-goal", [*cite(goal), *cited], **values)


def _coming(rows: pd.DataFrame, here: Standing) -> pd.DataFrame:
    """Return the targets for the next edition."""
    return rows[rows["edition"].fillna(rows["due"]) == here.edition + 1]


def _year(page: Page, target: pd.Series) -> Figure:
    """Return the edition that a target is for, or the year it is due."""
    column = "due" if pd.isna(target["edition"]) else "edition"
    return page.write(held(target, column), "year")


def _margin(page: Page, here: Standing) -> list[Piece]:
    if here.score is None:
        return [page.unknown("outlook-no-score", province=page.name)]
    if here.below is not None:
        return [_downwards(page, here, here.below.province)]
    return []  # who is last is told so with the loss that costs a rank


def _downwards(page: Page, here: Standing, below: str) -> Piece:
    values: dict[str, Said] = {
        "below": page.at(here, "below.province"),
        "below_rank": of(here, "below.rank"),
        "margin": page.write(of(here, "below.gap").negated, "points"),
    }
    cited = page.scores_source((page.briefing.province, below))
    if here.below_is_next:
        return page.say("outlook-downwards", cited, **values)
    values |= {"first": of(here, "unscored_first"), "last": of(here, "unscored_last")}
    return page.say("outlook-downwards-gap", cited, **values)


def neighbours(page: Page, near: pd.DataFrame) -> Piece:
    """Say what is known of the ranks around the province's own, and list them all.

    Parameters
    ----------
    page : Page
        The page.
    near : DataFrame
        What :func:`helpers.analysis.peers.around` returns of the province.
    """
    rank = page.briefing.rank
    if rank is None:
        return page.unknown("neighbours-none", province=page.name)
    if near["province"].eq(page.briefing.province).all():
        return page.note("neighbours-no-other", province=page.name)
    farthest = int((near["rank"] - rank).abs().max())
    everyone = peers.around(page.briefing.latest, page.briefing.province, farthest)
    sides = rank - everyone["rank"].min() == everyone["rank"].max() - rank
    whole = sides and everyone["rank"].isin(near["rank"]).all() and len(near) == len(everyone)
    table = "whole" if whole else "some"
    return join(
        _known(page, near, table), *_unconfirmed(page, near), _around(page, near, farthest, table)
    )


def _known(page: Page, near: pd.DataFrame, table: str) -> Piece:
    others = near[near["province"] != page.briefing.province]
    values: dict[str, Said] = {
        "province": page.name,
        "table": table,
        "count": counted("neighbours", others),
        "named": counted("named neighbours", others[others["province"] != ""]),
        "scored": counted("scored neighbours", others["score"].dropna()),
    }
    return page.say("neighbours-known", cite_all(near, "table"), **values)


def _unconfirmed(page: Page, near: pd.DataFrame) -> list[Piece]:
    """Say of a rank that two share, each by a source of its own, that no table confirms it."""
    said = []
    for _, rows in near[near["rank"].duplicated(keep=False)].groupby("rank"):
        if rows["source"].is_unique and (rows["confirmed_by"] == "").all():
            names = joined(", ", map(page.province_name, rows["province"]))
            rank, cited = held(rows.iloc[0], "rank"), cite_all(rows, "table")
            said.append(page.note("neighbours-tie", cited, names=names, rank=rank))
    return said


def _around(page: Page, near: pd.DataFrame, farthest: int, table: str) -> Piece:
    lines = [_neighbour(page, row) for _, row in near.iterrows()]
    names = ("column-rank", "column-province", "column-score", "column-distance")
    values: dict[str, Said] = {"each": counted("ranks each side", range(farthest))}
    values |= {"province": page.name, "edition": page.edition}
    name = "neighbours-caption" if table == "whole" else "neighbours-caption-some"
    caption = page.text(name, **values)
    own = near["province"] == page.briefing.province
    cited = page.scores_source(filter(None, near["province"]))
    return page.folded(pd.DataFrame(lines, columns=list(names)), caption, own, cited)


def _neighbour(page: Page, row: pd.Series) -> tuple[Cell, ...]:
    name, province = page.text("value-not-published"), row["province"]
    if province:
        name = page.province_name(province) + page.mark(page.score_source(province))
    distance = page.or_none(row, "distance", "signed")
    return held(row, "rank"), name, page.or_unknown(row), distance


def rank_targets(page: Page, frame: pd.DataFrame) -> Piece:
    """Show today's rank against every rank that was promised.

    Parameters
    ----------
    page : Page
        The page.
    frame : DataFrame
        The rank targets among those of the briefing that are still to be judged.
    """
    rank = page.briefing.rank
    known = page.briefing.targets.query("indicator == 'dti_rank'")
    known = known[known["status"].isin(targets.RUNNING)]
    if rank is None or (frame.empty and known.empty):
        ranked = "no" if rank is None else "yes"
        return page.unknown("rank-targets-none", province=page.name, ranked=ranked)
    if frame.empty:
        return join()
    frame = targets.rejudged(frame)
    part = whole_or_some(known["row"], frame["row"])
    promised = [_rank_target(page, row) for _, row in frame.iterrows()]
    worst = max(rank, *(each.rank for each in promised))
    label = page.text("rank-today", rank=page.rank())
    painter = rank_charts.rank_targets(page.edition, rank, label, promised, worst + 5)
    cited = [*page.score_source(page.briefing.province), *cite_all(frame)]
    cited += [promises.result_source(row) for _, row in frame.iterrows()]
    words: dict[str, Said] = {
        "province": page.name,
        "table": part,
        "reach": "all" if len(frame) > 1 and (frame["status"] == "holds_today").all() else "some",
        "edition": page.edition,
        "rank": page.rank(),
        "ranked": page.ranked,
        "holding": counted("rank targets met", frame[frame["status"] == "holds_today"]),
        "count": counted("rank targets", frame),
        "last_due": page.write(held(frame.sort_values("due").iloc[-1], "due"), "year"),
    }
    table = page.table(_rank_table(page, frame), page.text("rank-targets-caption"))
    figure = page.figure("rank-targets", painter, table, cited, **words)
    caution = page.note("rank-targets-caution")
    return join(_reserve(page, frame, rank, part), figure, caution)


def _reserve(page: Page, frame: pd.DataFrame, rank: int, part: str) -> Piece:
    """Say how many places lie between today's rank and the strictest one that was promised."""
    strictest = targets.strictest(frame, rank)
    dues, first = [_due(page, row) for _, row in strictest.iterrows()], strictest.iloc[0]
    values: dict[str, Said] = {
        "table": part,
        "goal": held(first, "value"),
        "dues": joined("; ", {str(due): due for due in dues}.values()),
        "rank": page.rank(),
        "places": held(first, "places").size,
    }
    name = "rank-reserve" if first["places"] >= 0 else "rank-short"
    cited = [*cite_all(strictest), *page.score_source(page.briefing.province)]
    return page.say(name, cited, **values)


def _due(page: Page, target: pd.Series) -> Telling:
    """Return when a target is due so that a year is not taken for an edition."""
    due = target_words.due(page, target)
    return page.text("due-year", due=due) if pd.isna(target["edition"]) else due


def _rank_target(page: Page, row: pd.Series) -> RankTarget:
    text = page.text("rank-target", rank=held(row, "value"))
    return RankTarget(_year(page, row), int(row["value"]), text)


def _rank_table(page: Page, frame: pd.DataFrame) -> pd.DataFrame:
    names = ("due", "value", "set_by", "today", "verdict", "margin")
    heads = ("due", "target", "set-by", "today", "verdict", "margin")
    lines = [
        [getattr(target_words, name)(page, row) for name in names] for _, row in frame.iterrows()
    ]
    return pd.DataFrame(lines, columns=[f"column-{name}" for name in heads])

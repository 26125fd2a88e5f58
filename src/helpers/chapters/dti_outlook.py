"""Chapter 4: what keeping the rank asks for, and how far the promised ranks are."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.analysis import dti, targets
from helpers.analysis.dti import Standing
from helpers.drawing import rank_charts
from helpers.drawing.rank_charts import RankTarget
from helpers.pages import html, target_words
from helpers.pages.citing import Citation, cite, cite_all
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page

#: How many places on each side of the province the list of neighbours shows.
_NEIGHBOURS = 5


@computed_by(dti.standing)
def keep(page: Page) -> Html:
    """Say the goal for the next edition and what it asks for."""
    here = page.briefing.standing()
    if here is None or here.rank is None:
        return page.say("outlook-no-rank", style="lead", province=page.name)
    return html.join(_goal(page, here), *_margin(page, here))


def _goal(page: Page, here: Standing) -> Html:
    rows = page.briefing.targets[page.briefing.targets["indicator"] == "dti_rank"]
    coming = rows[rows["edition"].fillna(rows["due"]) == here.edition + 1]
    values = {"province": page.name, "rank": here.rank, "edition": str(here.edition)}
    cited = page.score_source(page.briefing.province)
    if coming.empty:
        return page.say("outlook-no-goal", cited, "lead", **values)
    goal = coming.iloc[0]
    values |= {"next": str(here.edition + 1), "goal": int(goal["value"])}
    return page.say("outlook-goal", [*cite(goal), *cited], "lead", **values)


def _margin(page: Page, here: Standing) -> list[Html]:
    if here.score is None:
        return [page.unknown("outlook-no-score", province=page.name)]
    return [] if here.below is None else [_downwards(page, here)]


def _downwards(page: Page, here: Standing) -> Html:
    values = {
        "below": page.province_name(here.below.province),
        "below_rank": here.below.rank,
        "margin": page.language.score(-here.below.gap),
    }
    cited = [*page.score_source(page.briefing.province), *page.score_source(here.below.province)]
    if here.below_is_next:
        return page.say("outlook-downwards", cited, **values)
    values |= {"first": here.rank + 1 + len(here.tied), "last": here.below.rank - 1}
    return page.say("outlook-downwards-gap", cited, **values)


@computed_by(dti.standing)
def neighbours(page: Page) -> Html:
    """Say what is known of the ranks around the province's own, and list them all."""
    here = page.briefing.standing()
    if here is None or here.rank is None:
        return page.unknown("neighbours-none", province=page.name)
    rows = page.briefing.edition.table().set_index("rank")
    first, last = max(1, here.rank - _NEIGHBOURS), min(here.ranked, here.rank + _NEIGHBOURS)
    near = rows[(rows.index >= first) & (rows.index <= last)]
    # A rank that nobody holds because of a tie above is no unknown province.
    empty = [each for each in range(first, last + 1)
             if each not in rows.index and not _tied_above(rows, each)]  # fmt: skip
    known = _known(page, near, len(empty))
    return html.join(known, *_unconfirmed(page, near), _around(page, near, empty))


def _unconfirmed(page: Page, near: pd.DataFrame) -> list[Html]:
    """Say of a rank that two share, each by a source of its own, that no table confirms it."""
    said = []
    for rank, rows in near[near.index.duplicated(keep=False)].groupby(level=0):
        if rows["source"].is_unique and (rows["confirmed_by"] == "").all():
            names = ", ".join(page.province_name(each) for each in rows["province"])
            cited = cite_all(rows, "table")
            said.append(page.say("neighbours-tie", cited, "note", names=names, rank=int(rank)))
    return said


def _known(page: Page, near: pd.DataFrame, unknown: int) -> Html:
    others = near[near["province"] != page.briefing.province]
    values = {"named": len(others), "scored": int(others["score"].notna().sum())}
    values["count"] = len(others) + unknown
    cited = cite_all(near, "table")
    return page.say("neighbours-known", cited, province=page.name, **values)


def _around(page: Page, near: pd.DataFrame, empty: Sequence[int]) -> Html:
    lines, own = [], []
    for rank in sorted({*near.index, *empty}):
        for _, row in near[near.index == rank].iterrows():
            lines.append(_neighbour(page, rank, row))
            own.append(row["province"] == page.briefing.province)
        if rank in empty:
            unknown = str(page.language.say("value-not-published"))
            lines.append((str(rank), unknown, unknown, "–"))
            own.append(False)
    names = ("column-rank", "column-province", "column-score", "column-distance")
    frame = pd.DataFrame(lines, columns=list(names))
    values = {"province": page.name, "edition": str(page.briefing.edition)}
    caption = page.language.say("neighbours-caption", **values)
    return page.folded(frame, caption, own, page.score_source(page.briefing.province))


def _tied_above(rows: pd.DataFrame, rank: int) -> bool:
    sharing = rows.index.value_counts()
    return any(held < rank < held + count for held, count in sharing.items())


def _neighbour(page: Page, rank: int, row: pd.Series) -> tuple[object, ...]:
    here, province = page.briefing.standing(), row["province"]
    name = page.province_name(province) + page.mark(page.score_source(province))
    distance = "–"
    if here.score is not None and not pd.isna(row["score"]) and province != here.province:
        distance = page.language.signed(round(row["score"] - here.score, dti.DECIMALS))
    return str(rank), name, page.or_unknown(row["score"]), distance


@computed_by(targets.progress)
def rank_targets(page: Page) -> Html:
    """Show today's rank against every rank that was promised."""
    here = page.briefing.standing()
    frame = page.briefing.targets
    frame = frame[(frame["indicator"] == "dti_rank") & frame["status"].isin(targets.RUNNING)]
    if here is None or here.rank is None or frame.empty:
        return page.unknown("rank-targets-none", province=page.name)
    promised = [_rank_target(page, row) for _, row in frame.iterrows()]
    worst = max(here.rank, *(each.rank for each in promised))
    label = page.language.say("rank-today", rank=here.rank, edition=str(here.edition))
    painter = rank_charts.rank_targets(here.edition, here.rank, str(label), promised, worst + 5)
    cited: list[Citation] = [*page.score_source(page.briefing.province)]
    cited += cite_all(frame)
    holding = int((frame["status"] == "holds_today").sum())
    words = {"province": page.name, "edition": str(here.edition), "rank": here.rank}
    words |= {"ranked": here.ranked, "holding": holding, "count": len(frame)}
    words["last_due"] = str(frame["due"].max())
    table = page.table(_rank_table(page, frame), page.language.say("rank-targets-caption"))
    figure = page.figure("rank-targets", painter, table, cited, **words)
    caution = page.say("rank-targets-caution", style="note")
    return html.join(_reserve(page, frame, here.rank), figure, caution)


def _reserve(page: Page, frame: pd.DataFrame, rank: int) -> Html:
    """Say how many places lie between today's rank and the strictest one that was promised."""
    strictest = frame[frame["value"] == frame["value"].min()]
    dues = "; ".join(dict.fromkeys(_due(page, row) for _, row in strictest.iterrows()))
    goal = int(strictest["value"].iloc[0])
    name = "rank-reserve" if rank <= goal else "rank-short"
    values = {"goal": goal, "dues": dues, "rank": rank, "places": abs(goal - rank)}
    cited = [*cite_all(strictest), *page.score_source(page.briefing.province)]
    return page.say(name, cited, **values)


def _due(page: Page, target: pd.Series) -> str:
    """Return when a target is due so that a year is not taken for an edition."""
    due = target_words.due(page, target)
    return str(page.language.say("due-year", due=due)) if pd.isna(target["edition"]) else due


def _rank_target(page: Page, row: pd.Series) -> RankTarget:
    year = row["due"] if pd.isna(row["edition"]) else row["edition"]
    text = page.language.say("rank-target", rank=int(row["value"]))
    return RankTarget(int(year), int(row["value"]), str(text))


def _rank_table(page: Page, frame: pd.DataFrame) -> pd.DataFrame:
    lines = [
        (
            target_words.due(page, row),
            target_words.value(page, row),
            page.language.say(f"set-by-{row['set_by']}"),
            target_words.today(page, row),
            target_words.verdict(page, row),
            target_words.margin(page, row),
        )
        for _, row in frame.iterrows()
    ]
    names = ("due", "target", "set-by", "today", "verdict", "margin")
    return pd.DataFrame(lines, columns=[f"column-{name}" for name in names])

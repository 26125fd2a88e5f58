"""Chapter 3, the past of a unit that a merger made: the ranks of the provinces it was made of."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import dti, history
from helpers.pages import html
from helpers.pages.citing import Citation, cite, cite_all
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page
from helpers.store import mergers


def names(page: Page) -> list[str]:
    """Return the provinces that became the page's; none if no merger made it."""
    return mergers.predecessors_of(page.briefing.data["provinces"], page.briefing.province)


@computed_by(history.ranks_over_time, mergers.predecessors_of)
def without_rank(page: Page) -> Html:
    """Say of what a unit never ranked was made, and the newest ranks of these; else nothing."""
    rows = page.briefing.data["dti_scores"].dropna(subset=["rank"])
    rows = rows[rows["component"] == dti.TOTAL]
    if page.briefing.province in set(rows["province"]) or not names(page):
        return html.join()
    values, cited = _made_of(page)
    return page.say("history-merged", cited, **values)


@computed_by(history.ranks_over_time, mergers.predecessors_of)
def first_rank(page: Page, last: pd.Series) -> Html:
    """Say the first rank of a unit beside the newest ranks of what it was made of.

    Parameters
    ----------
    page : Page
        The unit's page.
    last : Series
        The unit's row of :func:`helpers.history.ranks_over_time` in the edition.
    """
    values, cited = _made_of(page)
    values |= {"edition": str(last["edition"]), "new": int(last["rank"])}
    values["ranked"] = int(last["ranked"])
    return page.say("history-first", [*cite(last, locator="table"), *cited], **values)


def _made_of(page: Page) -> tuple[dict[str, object], list[Citation]]:
    """Return the words on what a unit was made of and the newest ranks of these, with sources."""
    before = names(page)
    frame = history.ranks_over_time(page.briefing.data, before)
    newest = history.newest(frame)
    known = [_rank(page, row) for _, row in newest.iterrows()]
    unknown = [
        str(page.language.say("history-of-unknown", name=page.province_name(name)))
        for name in before
        if name not in newest.index
    ]
    unit = page.briefing.data["provinces"].set_index("province").loc[page.briefing.province]
    values = {"province": page.name, "count": len(before), "ranks": "; ".join(known + unknown)}
    values["day"] = page.language.date(unit["valid_from"].date())
    return values, [*cite(unit), *cite_all(newest, "table")]


def _rank(page: Page, row: pd.Series) -> str:
    values = {"rank": int(row["rank"]), "ranked": int(row["ranked"])}
    values |= {"name": page.province_name(row["province"]), "edition": str(row["edition"])}
    return str(page.language.say("history-of", **values))


def words(page: Page, frame: pd.DataFrame) -> dict[str, object]:
    """Return what the chart of a unit without a rank says of the provinces it was made of.

    Parameters
    ----------
    page : Page
        The unit's page.
    frame : DataFrame
        Their ranks, of :func:`helpers.history.ranks_over_time`, up to the newest known.
    """
    last = frame[frame["edition"] == frame["edition"].max()].sort_values("rank")
    places = ", ".join(page.or_none(rank) for rank in last["rank"])
    values, _ = _made_of(page)
    return values | {"places": places, "edition": str(last["edition"].iloc[0])}

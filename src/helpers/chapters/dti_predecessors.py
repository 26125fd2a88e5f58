"""Chapter 3, the past of a unit that a merger made: the ranks of the provinces it was made of."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import dti, history
from helpers.pages.citing import Citation, cite, cite_all
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import counted, held
from helpers.store import editions, mergers
from helpers.store.frames import row_at
from helpers.words.language import Said
from helpers.words.told import Figure, Text, Value, joined


def names(page: Page) -> list[str]:
    """Return the provinces that became the page's; none if no merger made it."""
    return mergers.predecessors_of(page.briefing.data["provinces"], page.briefing.province)


def without_rank(page: Page) -> Piece:
    """Say of what a unit never ranked was made, and the newest ranks of these; else nothing."""
    rows = page.briefing.data["dti_scores"].dropna(subset=["rank"])
    rows = rows[rows["component"] == dti.TOTAL]
    if page.briefing.province in set(rows["province"]) or not names(page):
        return join()
    values, cited = _made_of(page)
    return page.say("history-merged", cited, **values)


def first_rank(page: Page, last: pd.Series) -> Piece:
    """Say the first rank of a unit beside the newest ranks of what it was made of.

    Parameters
    ----------
    page : Page
        The unit's page.
    last : Series
        The unit's row of :func:`helpers.history.ranks_over_time` in the edition.
    """
    values, cited = _made_of(page)
    values |= {"edition": edition_of(page, last), "ranked": ranked_in(page, last)}
    values["new"] = held(last, "rank")
    return page.say("history-first", [*cite(last, locator="table"), *cited], **values)


def at_a_glance(page: Page) -> Piece:
    """Say the newest ranks of what a unit was made of, beside its first rank; else nothing."""
    rows = page.briefing.data["dti_scores"]
    own = rows[rows["component"].eq(dti.TOTAL) & rows["province"].eq(page.briefing.province)]
    if own["rank"].notna().sum() != 1 or not names(page):
        return join()
    values, cited = _made_of(page)
    told = {name: values[name] for name in ("ranks", "province")}
    return page.say("overview-made-of", cited, **told)


def edition_of(page: Page, row: pd.Series) -> Figure:
    """Return the edition of a rank as it is written, from the edition's own row."""
    return page.write(held(_edition(page, row), "edition"), "year")


def ranked_in(page: Page, row: pd.Series) -> Value:
    """Return how many provinces the edition of a rank ranks."""
    return held(_edition(page, row), "provinces_ranked")


def _edition(page: Page, row: pd.Series) -> pd.Series:
    data = page.briefing.data
    tables = pd.concat([data["dti_editions"], editions.beside(data, "dti_editions")])
    # A rank among the results has how many were ranked as its base.
    ranked = row["ranked"] if "ranked" in row else row["base"]
    here = (tables["edition"] == row["edition"]) & (tables["provinces_ranked"] == ranked)
    found: pd.Series = tables[here].iloc[0]
    return found


def _made_of(page: Page) -> tuple[dict[str, Said], list[Citation]]:
    """Return the words on what a unit was made of and the newest ranks of these, with sources."""
    before = names(page)
    frame = _ranks(page, before)
    newest = history.newest(frame)
    known = [_rank(page, row, frame) for _, row in newest.iterrows()]
    unknown = [
        page.text("history-of-unknown", name=page.province_name(name))
        for name in before
        if name not in newest.index
    ]
    units = page.briefing.data["provinces"].set_index("province")
    unit = row_at(units, page.briefing.province)
    values: dict[str, Said] = {"province": page.name, "count": counted("predecessors", before)}
    values |= {"ranks": joined("; ", [*known, *unknown]), "day": page.date(unit, "valid_from")}
    earlier = [_before(frame, row) for _, row in newest.iterrows()]
    return values, [*cite(unit), *cite_all(newest, "table"), *cite(*earlier, locator="table")]


def _ranks(page: Page, before: list[str]) -> pd.DataFrame:
    """Return their ranks: of an edition with two tables, in the one of their own time."""
    units = page.briefing.data["provinces"].set_index("province")
    year = units["valid_from"][page.briefing.province].year - 1
    return history.ranks_over_time(editions.of_year(page.briefing.data, year), before)


def _rank(page: Page, row: pd.Series, frame: pd.DataFrame) -> Text:
    """Say the newest rank of a province, and where it can be told from which it rose or fell."""
    values: dict[str, Said] = {"name": page.province_name(row["province"]), "moved": "unknown"}
    values |= {"rank": held(row, "rank"), "ranked": ranked_in(page, row)}
    values["edition"] = edition_of(page, row)
    before = _before(frame, row)
    if before is not None:
        values |= {"earlier": edition_of(page, before), "old": held(before, "rank")}
        values["moved"] = history.moved(int(row["change"]))
    return page.text("history-of", **values)


def _before(frame: pd.DataFrame, row: pd.Series) -> pd.Series | None:
    """Return the rank of the edition before, where the two may be compared."""
    if pd.isna(row["change"]):
        return None
    own = frame[frame["province"].eq(row["province"]) & frame["edition"].lt(row["edition"])]
    before: pd.Series = own.iloc[-1]
    return before


def words(page: Page, frame: pd.DataFrame) -> dict[str, Said]:
    """Return what the chart of a unit without a rank says of the provinces it was made of.

    Parameters
    ----------
    page : Page
        The unit's page.
    frame : DataFrame
        Their ranks, of :func:`helpers.history.ranks_over_time`, up to the newest known.
    """
    last = frame[frame["edition"] == frame["edition"].max()].sort_values("rank")
    places = joined(", ", [page.or_none(row, "rank") for _, row in last.iterrows()])
    values, _ = _made_of(page)
    return values | {"places": places, "edition": edition_of(page, last.iloc[0])}

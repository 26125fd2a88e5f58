"""Chapter 1, since the last briefing: what got better, what got worse, and what is new."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.analysis import since
from helpers.pages.citing import Citation, cite_all
from helpers.pages.holding import holding
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join, piece
from helpers.pages.values import counted
from helpers.store.frames import row_at
from helpers.words.language import Said
from helpers.words.told import Text, emphasised, joined

#: So many results are named, and so many of them as told for the first time.
_NAMED, _FIRSTS = 3, 2


def changes(page: Page, moves: pd.DataFrame) -> Piece:
    """Return at most three lines: what got better, what got worse, how much is new.

    The index is left out: the first sentence and the lists tell how it moved.

    Parameters
    ----------
    page : Page
        The page.
    moves : DataFrame
        The results that are new since the last briefing (``page.briefing.moves``).
    """
    moves = moves.drop_duplicates("row")
    if moves.empty:
        return join()
    named = since.named(moves)
    items = [
        line
        for verdict in ("better", "worse")
        for line in _moved(page, moves[moves["verdict"] == verdict], named)
    ]
    items.append(_new(page, moves, min(_FIRSTS, _NAMED - len(named))))
    return piece("panels", panels=[page.bullets("overview-since", items, "since")])


def _published(rows: pd.DataFrame) -> list[Citation]:
    """Return where results were first published: the chapters cite what confirms them."""
    return [each for each in cite_all(rows) if not each.second]


def _line(page: Page, topic: str, said: Text) -> Text:
    return page.text("overview-topic", topic=emphasised(page.text(topic)), said=said)


def _moved(page: Page, moves: pd.DataFrame, named: pd.DataFrame) -> Iterator[Text]:
    """Yield the line of what moved in one direction; nothing if nothing did."""
    every = since.judged(moves)
    if every.empty:
        return
    told = every[every["row"].isin(named["row"])]
    values: dict[str, Said] = {"more": counted("moves-unnamed", every.iloc[len(told) :])}
    values["moves"] = joined("; ", [_move(page, row) for _, row in told.iterrows()])
    verdict = every["verdict"].iloc[0]
    yield _line(page, f"overview-since-{verdict}", page.text("overview-since-moves", **values))


def _move(page: Page, move: pd.Series) -> Text:
    """Say what a result was before and what it is now."""
    rows = page.briefing.data["results"].set_index("row", drop=False)
    before, now = row_at(rows, move["row_before"]), row_at(rows, move["row"])
    return page.text(
        "overview-since-move",
        _published(rows.loc[[before["row"], now["row"]]]),
        name=page.measure_name(now),
        before=page.value(before),
        earlier=page.period(before),
        now=page.value(now),
        period=page.period(now),
    )


def _new(page: Page, moves: pd.DataFrame, most: int) -> Text:
    """Say how many measures have a newer result, and name some that never had one."""
    chosen = since.first_told(moves, page.briefing.data["indicators"], most)
    every = page.briefing.data["results"].set_index("row", drop=False)
    names = [_first(page, row) for _, row in every.loc[list(chosen["row"])].iterrows()]
    values: dict[str, Said] = {
        "count": counted("new-results", moves),
        "held": holding(moves, page.briefing.moves),
        "named": "some" if names else "none",
        "names": joined("; ", names),
    }
    # The chapters cite each of them: on the first page the first stands for all.
    cited = [] if names else _published(every.loc[list(moves["row"].iloc[:1])])
    said = page.text("overview-since-count", cited, **values)
    return _line(page, "overview-since-new", said)


def _first(page: Page, row: pd.Series) -> Text:
    return page.text(
        "overview-since-first",
        _published(pd.DataFrame([row])),
        name=page.measure_name(row),
        value=page.value(row),
        period=page.period(row),
    )

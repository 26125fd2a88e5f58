"""Chapter 2, the rest: every result newly published that nothing else on the page tells."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import results
from helpers.pages import beside as page_beside
from helpers.pages.citing import cite
from helpers.pages.holding import holding
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, rest
from helpers.store.data import NATIONAL
from helpers.words.language import Said
from helpers.words.told import Name, Text, joined


def others(page: Page, news: pd.DataFrame) -> Piece:
    """List every other result published since the last briefing.

    The page, once joined, leaves out those that its other pieces cite.

    Parameters
    ----------
    page : Page
        The page.
    news : DataFrame
        What :meth:`helpers.pages.briefing.Briefing.news` returns, of the province and the nation.
    """
    nothing = page.unknown("others-unknown", province=page.name, held="all")
    if news.empty:
        here = page.briefing
        every = pd.concat([here.news(), here.news(NATIONAL)])
        held = holding(news, every)
        return page.unknown("others-unknown", province=page.name, held=held)
    news = news.drop_duplicates("row")
    lines = [_line(page, row) for _, row in news.iterrows()]
    names = ("measure", "value", "period", "compared")
    frame = pd.DataFrame(lines, columns=[f"column-{name}" for name in names])
    caption = page.language.say("others-caption", province=page.name, scope=_scope(news))
    return rest(page.table(frame, caption, stacked=True), list(news["row"]), nothing)


def _scope(news: pd.DataFrame) -> str:
    """Return whose results they are, as the caption names it."""
    national = news["scope"] == NATIONAL
    return "both" if national.nunique() > 1 else "national" if national.all() else "own"


def _line(page: Page, row: pd.Series) -> tuple[Text, Text, Name, Text]:
    name = page.measure_name(row)
    if row["scope"] == NATIONAL:
        name = page.language.say("others-national", name=name)
    known = not pd.isna(row["value"])
    state = row["state"].replace("_", "-")
    value = page.value(row) if known else page.language.say(f"state-{state}")
    return name + page.mark(cite(row)), value, page.period(row), _compared(page, row)


def _compared(page: Page, row: pd.Series) -> Text:
    """Return the same indicator's earlier values, and the nation's beside the province's."""
    briefing = page.briefing
    known, year = briefing.data["results"], briefing.year
    rows = results.history(known, row["scope"], row["indicator"], year)
    earlier = rows[(rows["row"] != row["row"]) & rows["value"].notna()]
    beside = None if row["scope"] == NATIONAL else briefing.result(row["indicator"], NATIONAL)
    lines = [_earlier(page, each) for _, each in earlier.iterrows()]
    if beside is not None and not pd.isna(beside["value"]):
        values: dict[str, Said] = {"value": page.value(beside), "period": page.span(beside)}
        lines.append(page.text("others-beside", cite(beside), **values))
    return joined("; ", [*lines, *page_beside.lines(page, row)])


def _earlier(page: Page, row: pd.Series) -> Text:
    values: dict[str, Said] = {"value": page.value(row), "period": page.period(row)}
    return page.text("value-in-period", cite(row), **values)

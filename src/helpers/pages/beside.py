"""What a source sets a result beside: other provinces, the year before, the whole."""

from __future__ import annotations

import pandas as pd

from helpers.pages.citing import cite
from helpers.pages.page import Page
from helpers.pages.values import held
from helpers.words.told import Text, joined


def lines(page: Page, row: pd.Series) -> list[Text]:
    """Return what is known beside a result, each with its source: the whole, and who is compared.

    Parameters
    ----------
    page : Page
        The page.
    row : Series
        A row of ``results``, or of a rank made such a row.
    """
    told = [_line(page, each) for _, each in _of(page, row).iterrows()]
    # Who is compared stands in one line: a card has few.
    return [*_whole(page, row), *([joined("; ", told)] if told else [])]


def _of(page: Page, row: pd.Series) -> pd.DataFrame:
    """Return the rows of ``comparators`` of a result; data without that table have none."""
    known = page.briefing.data.tables.get("comparators")
    if known is None:
        return pd.DataFrame()
    same = [known[name] == row[name] for name in ("scope", "indicator", "period")]
    rows: pd.DataFrame = known[same[0] & same[1] & same[2]].sort_values("position")
    return rows


def _line(page: Page, row: pd.Series) -> Text:
    value = page.language.quantity(held(row, "value"), row["unit"], row["qualifier"])
    who = page.named(row, "who")
    return page.text("beside", cite(row), who=who, value=page.derived(row, value))


def _whole(page: Page, row: pd.Series) -> list[Text]:
    """Say that a count is that of all there are, where its base says so."""
    counts = page.briefing.indicator(row["indicator"])["unit"] not in ("percent", "rank")
    whole = counts and pd.notna(row["base"]) and row["value"] == row["base"]
    return [page.text("beside-all", cite(row))] if whole else []

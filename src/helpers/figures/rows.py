"""The rows of the data as a proof reads them: what number or name a column of a row holds."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

import pandas as pd

from helpers.analysis.results import HOLDS
from helpers.pages.briefing import Briefing
from helpers.store import editions
from helpers.store.frames import RowsBy
from helpers.words.language import Language, qualifying
from helpers.words.told import Name, Origin


class Rows:
    """What was known by a briefing's as-of date, row by row.

    Parameters
    ----------
    briefing : Briefing
        The briefing.
    language : Language
        The language in which names are expected.
    """

    def __init__(self, briefing: Briefing, language: Language) -> None:
        self._data, self._language = briefing.data, language
        self._table = cache(self._indexed)
        every = pd.concat([briefing.targets, briefing.inherited])
        self._targets = every.set_index("row")
        self._units = self._data["indicators"].set_index("indicator")["unit"]

    def _indexed(self, name: str) -> RowsBy:
        return RowsBy(pd.concat([self._data[name], editions.beside(self._data, name)]), "row")

    def find(self, row: str) -> pd.Series | None:
        """Return a row by its name; None if it was not known by the as-of date."""
        name = row.partition("/")[0]
        if name not in self._data.tables:
            return None
        return self._table(name).get((row,))

    def source(self, row: str) -> str:
        """Return the source of a row."""
        found = self.find(row)
        return "" if found is None else str(found["source"])

    def number(self, origin: Origin) -> float | None:
        """Return the number in a column of a row, its sign changed or dropped as the field says."""
        row, field = self.find(origin.row), origin.field.strip("|-")
        if row is None or field not in row or pd.isna(row[field]):
            return None
        number = float(row[field].year if isinstance(row[field], date) else row[field])
        if origin.field.startswith("|"):
            return abs(number)
        return -number if origin.field.startswith("-") else number

    def fault_of_name(self, name: Name) -> str:
        """Say what is wrong with words that a row is said to hold; nothing if it holds them."""
        row = self.find(name.origin.row)
        if row is None:
            return f"there is no row {name.origin.row}"
        if name.origin.field == "status":
            return self._fault_of_status(row, name)
        held = self._said(row, name)
        return "" if name.words.casefold() == held.casefold() else f"the row says “{held}”"

    def _said(self, row: pd.Series, name: Name) -> str:
        """Return how a column of a row is said in the page's language."""
        field, language = name.origin.field, self._language
        if field == "period":
            return language.period(row["period"], row["timing"])
        if field == "span":
            return language.span(row["period"] if "period" in row else str(row["edition"]))
        if "publisher" in row and field == "publisher":
            return language.publisher(row)
        if "publisher" in row and field == "published":  # an edition has a day, a source may not
            return language.published(row["published"])
        if field in row:
            held = row[field]
            return language.date(held.date()) if isinstance(held, datetime) else str(held)
        return language.name(row, field)

    def _fault_of_status(self, target: pd.Series, name: Name) -> str:
        """Judge a target again, by its result and its comparator alone."""
        judged = self._targets.loc[name.origin.row]
        status, result = judged["status"], judged["result"]
        if status in ("met", "missed", "holds_today", "not_yet"):
            floor = judged["result_qualifier"] == "more_than" and target["comparator"] == ">"
            holds = HOLDS[">=" if floor else target["comparator"]](result, target["value"])
            if holds != (status in ("met", "holds_today")):
                return f"{target['target']} is {status}, but its result is {result:g}"
        word = str(self._language.say(f"target-{status.replace('_', '-')}"))
        return "" if name.words == word else f"{target['target']} is “{word}”"

    def words_of(self, origin: Origin) -> list[str]:
        """Return the messages that the value of a result or a target has to pass through."""
        row, table = self.find(origin.row), origin.row.partition("/")[0]
        if row is None or table != "results" or origin.field != "value":
            return []
        unit = self._units[row["indicator"]]
        return [
            f"unit-{unit.replace('_', '-')}",
            qualifying(unit, row["qualifier"], row["value"]),
        ]

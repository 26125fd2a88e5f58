"""A target in words: what was promised, by when, what came of it, and how far that is.

Every function takes the page that speaks and a row of :func:`helpers.analysis.targets.progress`.
"""

from __future__ import annotations

import pandas as pd

from helpers.pages.page import Page
from helpers.pages.values import held
from helpers.words.told import Figure, Name, Origin, Text, Value, text

#: How a target's comparator is said of its value.
_QUALIFIERS = {"<=": "at_most", ">=": "at_least", ">": "over", "~": "approx"}


def value(page: Page, target: pd.Series) -> Text:
    """Return a target as it is written, such as “at most rank 15”."""
    unit, promised = page.briefing.indicator(target["indicator"])["unit"], held(target, "value")
    if unit == "rank":
        return page.text("target-rank", rank=promised)
    whole = unit == "percent" and promised.number == 100
    return page.language.quantity(
        promised, unit, "exact" if whole else _QUALIFIERS[target["comparator"]]
    )


def today(page: Page, target: pd.Series) -> Text:
    """Return the newest result that speaks to a target, with its period; or that there is none."""
    if target["status"] == "not_reported":
        return page.text("value-not-published")
    words = page.language.span(target["result_period"])
    period = Name(words, Origin(target["result_row"], "span"))
    return page.text("value-in-period", value=result(page, target), period=period)


def result(page: Page, target: pd.Series) -> Text:
    """Return the newest result that speaks to a target, without its period."""
    unit = page.briefing.indicator(target["indicator"])["unit"]
    of_score = target["result_row"].startswith("dti_scores")
    origin = Origin(target["result_row"], "rank" if of_score else "value")
    return page.language.quantity(Value(target["result"], origin), unit, target["result_qualifier"])


def margin(page: Page, target: pd.Series) -> Text:
    """Return how far the newest result is beyond a target or short of it, or that none is."""
    margin, say = target["margin"], page.text
    if pd.isna(margin):
        return say("margin-unknown")
    if margin == 0:
        holds = target["status"] in ("met", "holds_today")
        return say("margin-even" if holds else "margin-at-the-edge")
    unit = page.briefing.indicator(target["indicator"])["unit"]
    distance = page.language.difference(held(target, "margin").size, unit)
    return say("margin-beyond" if margin > 0 else "margin-to-go", value=distance)


def due(page: Page, target: pd.Series) -> Text | Figure:
    """Return when a target is due: a year, or a DTI edition."""
    if pd.isna(target["edition"]):
        return page.write(held(target, "due"), "year")
    return page.text("due-edition", edition=page.write(held(target, "edition"), "year"))


def lead(page: Page, row: pd.Series) -> Text:
    """Return who leads on a target or an item, and by when; or that nobody was found assigned."""
    if not row[f"lead_{page.language.code}"]:
        return page.text("lead-unknown")
    name = page.named(row, "lead")
    if pd.isna(row["due_on"]):
        return page.text("lead-known", name=name)
    return page.text("lead-until", name=name, day=page.date(row, "due_on"))


def set_by(page: Page, target: pd.Series) -> Text:
    """Return who or what set a target: a document by its short name, or an office."""
    sources = page.briefing.data["sources"]
    document = sources[sources["source"] == target["set_by"]]
    if document.empty:
        return page.text(f"set-by-{target['set_by']}")
    return text(page.named(document.iloc[0], "short"))


def verdict(page: Page, target: pd.Series) -> Text:
    """Return the word for how a target stands."""
    words = page.text(f"target-{target['status'].replace('_', '-')}")
    return text(Name(str(words), Origin(target["row"], "status")))

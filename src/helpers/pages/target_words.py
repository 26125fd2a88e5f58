"""A target in words: what was promised, by when, what came of it, and how far that is.

Every function takes the page that speaks and a row of :func:`helpers.targets.progress`.
"""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from helpers.pages.page import Page


def value(page: Page, target: pd.Series) -> str:
    """Return a target as it is written, such as “at most rank 15”."""
    unit = page.briefing.indicator(target["indicator"])["unit"]
    qualifier = {"<=": "at_most", ">=": "no_less_than", ">": "more_than", "~": "approx"}
    kind = qualifier[target["comparator"]]
    if unit == "percent" and target["value"] == 100:
        kind = "exact"
    if unit == "rank":
        return str(page.language.say("target-rank", rank=int(target["value"])))
    return page.language.quantity(target["value"], unit, kind)


def today(page: Page, target: pd.Series) -> Markup:
    """Return the newest result that speaks to a target, with its period; or that there is none."""
    if target["status"] == "not_reported":
        return page.language.say("value-not-published")
    period = page.language.span(target["result_period"])
    return page.language.say("value-in-period", value=result(page, target), period=period)


def result(page: Page, target: pd.Series) -> str:
    """Return the newest result that speaks to a target, without its period."""
    unit = page.briefing.indicator(target["indicator"])["unit"]
    return page.language.quantity(target["result"], unit, target["result_qualifier"])


def margin(page: Page, target: pd.Series) -> Markup:
    """Return how far the newest result is beyond a target or short of it, or that none is."""
    margin, say = target["margin"], page.language.say
    if pd.isna(margin):
        return say("margin-unknown")
    if margin == 0:
        holds = target["status"] in ("met", "holds_today")
        return say("margin-even" if holds else "margin-at-the-edge")
    unit = page.briefing.indicator(target["indicator"])["unit"]
    value = page.language.difference(abs(margin), unit)
    return say("margin-beyond" if margin > 0 else "margin-to-go", value=value)


def due(page: Page, target: pd.Series) -> str:
    """Return when a target is due: a year, or a DTI edition."""
    if pd.isna(target["edition"]):
        return str(target["due"])
    return str(page.language.say("due-edition", edition=str(target["edition"])))


def verdict(page: Page, target: pd.Series) -> Markup:
    """Return the word for how a target stands."""
    return page.language.say(f"target-{target['status'].replace('_', '-')}")

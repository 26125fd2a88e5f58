"""What was promised: every target with its newest result, its verdict and the distance to go."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from helpers import html, targets
from helpers.citing import Citation, cite, cite_all
from helpers.computed import computed_by
from helpers.html import Html
from helpers.page import Page


@computed_by(targets.tally)
def tally(page: Page, message: str) -> Html:
    """Say how many of the targets set before this briefing stand how; nothing where none was.

    Parameters
    ----------
    page : Page
        The page.
    message : str
        The sentence, which names ``count``, ``met``, ``missed``, ``running``, ``silent`` and
        ``vague``.
    """
    rows = page.targets_set_before
    if rows.empty:
        return html.join()
    held = targets.tally(rows)
    values = {"count": held.count, "met": held.met, "missed": held.missed}
    values |= {"running": held.running, "silent": held.not_reported, "vague": held.not_judged}
    return page.say(message, cite_all(rows), **values)


@computed_by(targets.progress)
def all_targets(page: Page) -> Html:
    """List every target of the province with its due year, how it stands and how far it is."""
    frame = page.targets
    if frame.empty:
        return page.unknown("agenda-no-targets", province=page.name)
    lines = [_target(page, row) for _, row in frame.iterrows()]
    names = ("target", "due", "promise", "today", "verdict", "margin")
    shown = pd.DataFrame(lines, columns=[page.language.say(f"column-{name}") for name in names])
    table = page.table(shown, page.language.say("targets-caption"), stacked=True)
    return html.join(tally(page, "targets-tally"), *_judged(page), table)


def _judged(page: Page) -> list[Html]:
    """Say of each target judged for the first time what was set, by whom, and what came."""
    return [
        page.say(
            f"target-judged-{row['status']}",
            [*cite(row), result_source(row)],
            name=page.language.name(page.indicator(row["indicator"])),
            set_by=page.language.say(f"set-by-{row['set_by']}"),
            due=page.target_due(row),
            value=page.target_value(row),
            result=page.result_value(row),
        )
        for _, row in page.newly_judged.iterrows()
    ]


def result_source(target: pd.Series) -> Citation:
    """Return where the result is published that speaks to a target."""
    return Citation(*(target[f"result_{name}"] for name in ("source", "locator", "row")))


def _target(page: Page, row: pd.Series) -> tuple[object, ...]:
    today: Markup = page.result_today(row)
    if row["status"] != "not_reported":
        today += page.mark([result_source(row)])
    setter = page.language.say(f"set-by-{row['set_by']}")
    name = page.language.name(page.indicator(row["indicator"]))
    return (
        page.language.say("target-name", name=name, set_by=setter) + page.mark(cite(row)),
        page.target_due(row),
        page.target_value(row),
        today,
        verdict(page, row),
        page.target_margin(row),
    )


def verdict(page: Page, target: pd.Series) -> Markup:
    """Return the word for how a target stands."""
    return page.language.say(f"target-{target['status'].replace('_', '-')}")

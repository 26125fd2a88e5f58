"""The section of the appendix that says how the page was checked, how far, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.analysis import confirmed
from helpers.analysis.quality import Quality
from helpers.analysis.second_sources import of_other_sources
from helpers.pages.citing import cite, cite_all
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import of
from helpers.store.frames import row_at
from helpers.words.language import Said
from helpers.words.told import Text, joined

#: The first and the last year that results speak of.
_YEARS = ("first", "last")


def statement(page: Page, checked: Quality, facts: pd.DataFrame) -> Piece:
    """Say what was checked and how sharply, what the figures cover, and what checks cannot see.

    Parameters
    ----------
    page : Page
        The appendix.
    checked : Quality
        What the checks counted.
    facts : DataFrame
        What other documents print: what :func:`helpers.analysis.confirmed.judged` returned.
    """
    lists = {
        "quality-proven": _proven(page, checked, facts),
        "quality-coverage": _coverage(page, checked),
        "quality-limits": _limits(page, checked),
        "quality-errors": _errors(page),
    }
    return join(*(page.bullets(title, list(items)) for title, items in lists.items()))


def _of(checked: Quality, holder: str, *names: str) -> dict[str, Said]:
    return {name: of(checked, f"{holder}.{name}") for name in names}


def _proven(page: Page, checked: Quality, facts: pd.DataFrame) -> Iterator[Text]:
    traced = _of(checked, "traced", "numbers", "published", "calculated", "rows", "sources")
    yield page.text("quality-numbers", **traced)
    yield from _totals(page, checked)
    yield _facts(page, checked, facts)
    if checked.results.known:
        results = _of(checked, "results", "known", "seconded", "single", "differing")
        yield page.text("quality-second", province=page.name, **results)
    if checked.results.differing:
        yield _differing(page, checked)


def _differing(page: Page, checked: Quality) -> Text:
    """Name the results of which another source gives another number, with both numbers."""
    here = page.briefing
    others = of_other_sources(here.data, here.province, here.year)
    known = here.data["results"].set_index("row", drop=False)
    listed = []
    for _, row in others[~others["same"]].iterrows():
        kept = row_at(known, row["kept"])
        values: dict[str, Said] = {"name": page.measure_name(kept), "period": page.period(kept)}
        values |= {"here": _cited(page, kept), "other": _cited(page, row)}
        listed.append(page.text("quality-other", **values))
    return page.text("quality-differing", listed=joined("; ", listed))


def _cited(page: Page, row: pd.Series) -> Text:
    return page.value(row) + page.mark(cite(row))


def _totals(page: Page, checked: Quality) -> Iterator[Text]:
    totals = checked.totals
    if not totals.held:
        yield page.text("quality-totals-none")
        return
    counts = _of(checked, "totals", "held", "recomputed", "bounded")
    if totals.recomputed:
        largest = page.write(of(checked, "totals.largest").rounded(5), "decimal")
        yield page.text("quality-totals", **counts, largest=largest)
    else:
        yield page.text("quality-totals-bounds", held=counts["held"])
    if totals.noticed is None:
        yield page.text("quality-digits-none", edition=page.edition)
    else:
        noticed = page.write(of(checked, "totals.noticed"), "percent")
        yield page.text("quality-digits", edition=page.edition, noticed=noticed)


def _facts(page: Page, checked: Quality, facts: pd.DataFrame) -> Text:
    if not checked.facts.held:
        return page.text("quality-facts-none")
    counts = _of(checked, "facts", "agree", "held", "documents", "own")
    own = facts[facts["holds"] & confirmed.about_province(facts, page.briefing.province)]
    return page.text("quality-facts", cite_all(own), province=page.name, **counts)


def _coverage(page: Page, checked: Quality) -> Iterator[Text]:
    yield _edition(page, checked)
    if page.briefing.edition is not None and not page.briefing.scored:
        yield page.text("quality-unscored", province=page.name, edition=page.edition)
    yield _results(page, checked)
    documents = _of(checked, "documents", "undated", "copied")
    as_of = page.date(page.briefing.row, "as_of")
    yield page.text("quality-sources", read=page.sources_read, as_of=as_of, **documents)


def _edition(page: Page, checked: Quality) -> Text:
    if page.briefing.edition is None:
        return page.text("quality-no-edition")
    known = _of(checked, "reach", "ranks", "scores", "whole")
    return page.text("quality-edition", edition=page.edition, ranked=page.ranked, **known)


def _results(page: Page, checked: Quality) -> Text:
    if not checked.results.known:
        return page.text("quality-no-results", province=page.name, sources=page.sources_read)
    values = _of(checked, "results", "known", "indicators", "current")
    years = {name: page.write(of(checked, f"results.{name}"), "year") for name in _YEARS}
    return page.text("quality-results", province=page.name, **values, **years)


def _limits(page: Page, checked: Quality) -> Iterator[Text]:
    yield page.text("quality-blind")
    for name, message in (("derived", "quality-derived"), ("inexact", "quality-inexact")):
        if getattr(checked.results, name):
            yield page.text(message, province=page.name, **_of(checked, "results", name))
    edition = page.briefing.edition
    if edition is not None and edition.weights["basis"].eq("fitted").any():
        yield page.text("quality-fitted", edition=page.edition)


def _errors(page: Page) -> Iterator[Text]:
    row = page.briefing.row
    if row["office_vi"]:
        yield page.text("quality-office", office=page.named(row, "office"), province=page.name)
    else:
        yield page.text("quality-no-office")
    yield page.text("quality-what")

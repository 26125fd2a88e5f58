"""What a page says of its own proof: counted of the numbers that were proven, and of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.analysis import confirmed, quality
from helpers.analysis.quality import Traced
from helpers.chapters.quality import statement
from helpers.figures.provenance import Stated, trace
from helpers.pages.page import Page
from helpers.pages.pieces import Piece


def own_proof(page: Page, stated: Sequence[Stated]) -> Piece:
    """Say how a page was checked; its count of numbers is that of its list, its own included.

    Parameters
    ----------
    page : Page
        The appendix.
    stated : sequence of Stated
        The numbers of everything else on the page, proven.
    """
    here = page.briefing
    facts = confirmed.judged(here.data)
    checked = quality.quality(here.data, here.province, here.year, facts=facts)
    said = statement(page, checked, facts)
    # Which numbers it says does not depend on what they are: so its own can be counted first.
    own = trace([(page.chapter, said)], here, page.language)
    return statement(page, replace(checked, traced=_traced([*stated, *own])), facts)


def _traced(stated: Sequence[Stated]) -> Traced:
    told = [each for each in stated if not each.repeated]
    calculated = sum(bool(each.figure.origin.computation) for each in told)
    # Many numbers share the rows that their statement cites: each set of rows is looked at once.
    sets = {id(each.rows): each.rows for each in told}.values()
    return Traced(
        numbers=len(told),
        published=len(told) - calculated,
        calculated=calculated,
        rows=len({row for rows in sets for row in rows}),
        sources=len({source for each in told for source in each.sources}),
    )

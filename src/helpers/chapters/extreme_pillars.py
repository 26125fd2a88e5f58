"""The names of the best and of the worst pillar; of both where two share the rank."""

from __future__ import annotations

from helpers.analysis.coherence import Extremes
from helpers.pages.page import Page
from helpers.pages.values import of
from helpers.words.language import Said

SIDES = ("strong", "weak")


def named(page: Page, extremes: Extremes) -> dict[str, Said]:
    """Return the pillars with the best and the worst rank, and these ranks, to tell.

    Parameters
    ----------
    page : Page
        The page.
    extremes : Extremes
        What :func:`helpers.analysis.coherence.strongest_and_weakest` returns, neither side None.
    """
    values: dict[str, Said] = {}
    for side in SIDES:
        name = page.at(extremes, f"{side}.component").lower()
        if getattr(extremes, f"{side}_too") is not None:
            other = page.at(extremes, f"{side}_too.component").lower()
            name = page.text("pillars-both", one=name, other=other)
        values |= {side: name, f"{side}_rank": of(extremes, f"{side}.rank")}
    return values

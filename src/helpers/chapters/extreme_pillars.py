"""The names of the best and of the worst component; of both where two share the rank."""

from __future__ import annotations

from collections.abc import Callable

from helpers.analysis.coherence import Extremes
from helpers.analysis.story import Ends
from helpers.pages.page import Page
from helpers.pages.values import of
from helpers.words.language import Said
from helpers.words.told import Text

SIDES = ("strong", "weak")


def named(
    page: Page, extremes: Extremes | Ends, name_of: Callable[[str], Text] | None = None
) -> dict[str, Said]:
    """Return the components with the best and the worst rank, and these ranks, to tell.

    Parameters
    ----------
    page : Page
        The page.
    extremes : Extremes or Ends
        What :func:`helpers.analysis.coherence.strongest_and_weakest` or
        :func:`helpers.analysis.story.ends` returns; of a side that is None
        nothing is told.
    name_of : callable, optional
        What names the component at a side, such as ``strong`` or ``weak_too``; by its row of
        ``dti_components`` if not given.
    """

    def known(side: str) -> Text:
        return page.at(extremes, f"{side}.component").lower()

    values: dict[str, Said] = {}
    name_of = name_of or known
    for side in SIDES:
        if getattr(extremes, side) is None:
            continue
        name = name_of(side)
        if getattr(extremes, f"{side}_too") is not None:
            other = name_of(f"{side}_too")
            name = page.text("pillars-both", one=name, other=other)
        values |= {side: name, f"{side}_rank": of(extremes, f"{side}.rank")}
    return values

"""What a person chose in the explorer, where an edition cannot show it: kept, and said.

Another edition has other provinces and other parts of the total. What it cannot show gives way to
what is nearest; the choice itself is kept, and comes back with an edition that can show it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.store import mergers
from helpers.words.told import joined

#: Weights in points that differ by less are the same.
_SAME = 1e-9


@dataclass
class Wishes:
    """The last choices of a person, whether or not they can be shown now.

    Parameters
    ----------
    province, rival : str
        The ids of the two provinces.
    chosen : tuple of str
        The ids of the provinces chosen to stand beside the first.
    way : str
        What the province is held against: ``one``, ``region`` or ``chosen``.
    """

    province: str
    rival: str
    chosen: tuple[str, ...]
    way: str = "one"
    #: Weights in points, by the parts that they are of; official ones are nobody's choice.
    _points: dict[tuple[str, ...], pd.Series] = field(default_factory=dict)

    def weigh(self, points: pd.Series, official: pd.Series) -> bool:
        """Keep weights, and return whether they are a choice of their own.

        Parameters
        ----------
        points, official : Series
            The weights in points and the official ones (0-1), by part.
        """
        parts = tuple(points.index)
        own = bool(np.abs(points - 100 * official).max() > _SAME)
        if own:
            self._points[parts] = points
        else:
            self._points.pop(parts, None)
        return own

    def points(self, official: pd.Series) -> pd.Series:
        """Return the weights in points to begin with: those last chosen of these parts, if any.

        Parameters
        ----------
        official : Series
            The official weights (0-1), by part.
        """
        return self._points.get(tuple(official.index), 100 * official)

    def unmet(self, page: Page, shown: Wishes, reset: bool) -> Piece:
        """Return what to say where an edition shows something else than what was chosen.

        Parameters
        ----------
        page : Page
            The page on the edition.
        shown : Wishes
            What it shows.
        reset : bool
            Whether chosen weights gave way to official ones, because the parts are others.

        Returns
        -------
        Piece
            Empty if it shows all that was chosen.
        """
        return join(*self._unmet(page, shown, reset))

    def _unmet(self, page: Page, shown: Wishes, reset: bool) -> Iterator[Piece]:
        name = page.province_name
        if shown.province != self.province:
            yield _instead(page, "explore-now-province", self.province, shown.province)
        if shown.way == "one" and shown.rival != self.rival:
            yield _instead(page, "explore-now-rival", self.rival, shown.rival)
        later = page.briefing.data["provinces"].set_index("province")["successor"]
        there = {*shown.chosen, shown.province}
        gone = [name(each) for each in self.chosen if not there & {each, later[each]}]
        if shown.way == "chosen" and gone:
            yield page.note("explore-now-chosen", names=joined(", ", gone))
        if shown.way != self.way:
            yield page.note("explore-now-region", province=page.name)
        if reset:
            yield page.note("explore-now-weights")


def _instead(page: Page, message: str, before: str, now: str) -> Piece:
    """Say what is shown instead of a province: the unit that it became part of, or another."""
    merged = mergers.successor_of(page.briefing.data["provinces"], before) == now
    names = {"before": page.province_name(before), "now": page.province_name(now)}
    if merged and str(names["before"]) == str(names["now"]):
        return page.note("explore-now-namesake", now=names["now"])
    return page.note("explore-now-part" if merged else message, **names)

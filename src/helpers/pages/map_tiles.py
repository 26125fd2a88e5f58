"""The fields of the map of a page's edition: where each province lies, and how it is labelled."""

from __future__ import annotations

import pandas as pd

from helpers.exceptions import MapError
from helpers.pages.page import Page
from helpers.store import mergers
from helpers.words.refusals import said
from helpers.words.told import Telling


def placed(page: Page, ranks: pd.DataFrame, texts: dict[str, Telling]) -> tuple[pd.DataFrame, int]:
    """Return the fields of the provinces, the best rank first, and which map they make.

    Parameters
    ----------
    page : Page
        The page, whose edition says which provinces there are.
    ranks : DataFrame
        The column ``rank`` by ``province``; one that is left out has no rank on the map.
    texts : dict of str to told
        By province: the rank as it is written.

    Returns
    -------
    tuple
        A row a province with the columns of :class:`helpers.drawing.tile_map.Tile`, its id and its
        name; and of how many provinces the map is.

    Raises
    ------
    MapError
        If there is no map of so many provinces, or a province has no place on it.
    """
    from helpers.drawing import tile_map  # noqa: PLC0415  a chapter without charts never loads matplotlib

    edition, data = page.briefing.known_edition, page.briefing.data
    year = edition.units.year or edition.number
    units = mergers.at_the_end_of(data["provinces"], year)
    there, grid = units["province"], len(units)
    places = data["tiles"][data["tiles"]["grid"] == grid]
    _require_whole(page, there, places["province"])
    frame = places[["province", "south", "east"]]
    frame = frame.merge(ranks[["province", "rank"]], how="left", on="province")
    frame = frame.sort_values("rank", kind="stable", ignore_index=True)
    # Without what tells a former province from one of today: on one map no two have a name.
    plain = {row["province"]: page.language.name(row) for _, row in units.iterrows()}
    told = {
        "name": [page.province_name(name) for name in frame["province"]],
        "short": tile_map.abbreviations([plain[name] for name in frame["province"]]),
        "text": [texts.get(name, "–") for name in frame["province"]],
        "own": frame["province"] == page.briefing.province,
    }
    return frame.astype({"rank": float}).join(pd.DataFrame(told)), grid


def _require_whole(page: Page, there: pd.Series, placed: pd.Series) -> None:
    """Require that every province of a map has its place on it."""
    if placed.empty:
        raise MapError(said("error-map-unknown", count=str(len(there))))
    lost = [str(page.province_name(each)) for each in there[~there.isin(placed)]]
    if lost:
        raise MapError(said("error-map-without", names=", ".join(lost)))

"""Chapter 3, the pillars over the editions: a line of ranks each, and which fell the deepest."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers.analysis import history, story
from helpers.analysis.dti import PILLARS
from helpers.analysis.proof import COMPUTED
from helpers.chapters.dti_predecessors import edition_of
from helpers.drawing import moves as charts
from helpers.drawing.moves import Slope
from helpers.pages.citing import Citation, cite_all
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import held
from helpers.words.language import Said
from helpers.words.told import Figure, Text, joined


def slopes(page: Page, ranks: pd.DataFrame) -> Piece:
    """Show the ranks of the pillars over the editions; nothing with fewer than two editions.

    Parameters
    ----------
    page : Page
        The page.
    ranks : DataFrame
        What :func:`helpers.analysis.story.pillar_ranks` returns; a row may be left out.
    """
    editions = sorted(ranks["edition"].unique())
    if len(editions) < 2:
        return join()
    fallen = story.deepest(ranks)
    years = {int(each): _year(page, ranks, each) for each in editions}
    strong = list(fallen["component"])
    lines = [_line(page, ranks, pillar, editions, pillar in strong)
             for pillar in PILLARS if pillar in set(ranks["component"])]  # fmt: skip
    painter = charts.slopes(lines, list(years.values()))
    values = _words(page, ranks, years)
    table = page.table(_table(page, ranks, years), page.text("slopes-caption"))
    name, told = _finding(page, ranks, fallen)
    figure = page.figure(name, painter, table, _cited(page, ranks), **values, **told)
    return join(*_said(page, ranks, years, values), figure)


def _said(
    page: Page, ranks: pd.DataFrame, years: dict[int, Figure], values: dict[str, Said]
) -> list[Piece]:
    """Say how many places each pillar moved; nothing where none is known in two editions."""
    changes = story.falls(ranks)
    if changes.empty:
        return []
    listed = [_change(page, row, years) for _, row in changes.iterrows()]
    told: dict[str, Said] = {name: values[name] for name in ("first", "last", "province")}
    return [page.detail("slopes-said", _cited(page, ranks), **told, changes=joined(", ", listed))]


def _change(page: Page, row: pd.Series, years: dict[int, Figure]) -> Text:
    places = held(row, "places")
    return page.text(
        "slopes-change",
        moved=history.moved(-int(places.number)),
        places=places.size,
        pillar=page.component_name(row["component"]).lower(),
        since="first" if row["first_edition"] == min(years) else "other",
        start=years[int(row["first_edition"])],
    )


def _year(page: Page, ranks: pd.DataFrame, edition: int) -> Figure:
    return edition_of(page, ranks[ranks["edition"] == edition].iloc[0])


def _of(ranks: pd.DataFrame, pillar: str) -> list[pd.Series]:
    """Return the rows of a pillar in the order of time."""
    rows = ranks[ranks["component"] == pillar].sort_values("edition")
    return [row for _, row in rows.iterrows()]


def _line(page: Page, ranks: pd.DataFrame, pillar: str, editions: list[int], strong: bool) -> Slope:
    rows = {int(row["edition"]): row for row in _of(ranks, pillar)}
    known = [rows[each] for each in editions if each in rows]
    label = joined(". ", [page.write(held(known[-1], "rank")), page.component_name(pillar)])
    return Slope(
        label,
        page.write(held(known[0], "rank")),
        [float(rows[each]["rank"]) if each in rows else float("nan") for each in editions],
        [each in rows and bool(_computed(rows[each])) for each in editions],
        strong,
    )


def _finding(page: Page, ranks: pd.DataFrame, fallen: pd.DataFrame) -> tuple[str, dict[str, Said]]:
    """Return the name of the chart, and what the finding names: one fell, two did, or none."""
    if len(fallen) == 1:
        pillar = fallen["component"].iloc[0]
        return "slopes-fell", _fall(page, fallen) | {"ranks": _course(page, ranks, pillar)}
    if len(fallen) == 2:
        return "slopes-both", _fall(page, fallen)
    changes = story.falls(ranks)
    none = len(changes) == len(PILLARS) and not (changes["places"] > 0).any()
    return ("slopes-risen" if none else "slopes"), {}


def _fall(page: Page, fallen: pd.DataFrame) -> dict[str, Said]:
    names = [page.component_name(each).lower() for each in fallen["component"]]
    values: dict[str, Said] = {"pillar": names[0], "places": held(fallen.iloc[0], "places")}
    return values | ({"other": names[1]} if len(names) > 1 else {})


def _course(page: Page, ranks: pd.DataFrame, pillar: str) -> Text:
    return joined(", ", [page.write(held(row, "rank")) for row in _of(ranks, pillar)])


def _words(page: Page, ranks: pd.DataFrame, years: dict[int, Figure]) -> dict[str, Said]:
    listed = [_listed(page, ranks, each) for each in PILLARS if each in set(ranks["component"])]
    return {
        "province": page.name,
        "first": next(iter(years.values())),
        "last": list(years.values())[-1],
        "ranked": page.ranked,
        "basis": COMPUTED if _computed(ranks).any() else "printed",
        "listed": joined("; ", listed),
    }


def _listed(page: Page, ranks: pd.DataFrame, pillar: str) -> Text:
    name = page.component_name(pillar).lower()
    return page.text("slopes-item", pillar=name, ranks=_course(page, ranks, pillar))


def _table(page: Page, ranks: pd.DataFrame, years: dict[int, Figure]) -> pd.DataFrame:
    pillars = [pillar for pillar in PILLARS if pillar in set(ranks["component"])]
    columns: dict[str | Figure, list[Text]] = {
        "column-pillar": [page.component_name(pillar) for pillar in pillars]
    }
    rows = {(row["component"], int(row["edition"])): row for _, row in ranks.iterrows()}
    for edition, year in years.items():
        columns[year] = [_cell(page, rows.get((pillar, edition))) for pillar in pillars]
    return pd.DataFrame(columns)


def _cell(page: Page, row: pd.Series | None) -> Text:
    if row is None:
        return page.language.say("value-none")
    rank = Text((page.write(held(row, "rank")),))
    return page.text("value-computed", value=rank) if _computed(row) else page.derived(row, rank)


def _computed(rows: Any) -> Any:
    """Say of a row, or of rows, whether the rank was not printed but follows from all scores."""
    return (rows["basis"] == COMPUTED) & (rows["row"] == "")


def _cited(page: Page, ranks: pd.DataFrame) -> list[Citation]:
    """Return where the ranks, or the scores that they follow from, are published."""
    return [*cite_all(ranks, "table"), *page.edition_source()]

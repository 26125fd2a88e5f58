"""Chapter 3, the map: every province by fifth of its rank, and who shares the province's own."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import fifths
from helpers.analysis.fifths import Company
from helpers.drawing import tile_map
from helpers.drawing.tile_map import MapWords, RankClass
from helpers.pages import map_tiles
from helpers.pages.citing import cite_all
from helpers.pages.page import Cell, Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import counted, held, of
from helpers.store.frames import row_at
from helpers.words.language import Said
from helpers.words.told import Figure, Telling, Text, joined

#: What is written after a rank that follows from a source's words and was not printed.
DERIVED = "derived"


def fifths_map(page: Page, units: pd.DataFrame) -> Piece:
    """Show all provinces on a map of equal fields, by fifth of the rank.

    Parameters
    ----------
    page : Page
        The page.
    units : DataFrame
        What :func:`helpers.analysis.fifths.of_units` returns; one that is left out has no rank on
        the map. Nothing is shown where no rank is left, or the province had not begun.
    """
    if page.briefing.edition is None:
        return join()
    units = fifths.placed(units, page.briefing.edition.ranked)
    known = units.dropna(subset=["rank"])
    if known.empty:
        return join()
    texts: dict[str, Telling] = {row["province"]: marked(page, row) for _, row in known.iterrows()}
    frame, grid = map_tiles.placed(page, known, texts)
    if not frame["own"].any():  # a unit that a merger made later is not on the map of the edition
        return join()
    words = _words(page, known)
    unknown = page.text("fifths-none", table=words["table"])
    bounds = fifths.classes(page.briefing.edition.ranked)
    classes = [
        RankClass(row["low"], row["high"], _class(page, row)) for _, row in bounds.iterrows()
    ]
    painter = tile_map.tile_map(frame, classes, grid, MapWords(page.name, unknown))
    table = page.table(_table(page, frame, known), page.text("fifths-caption"), list(frame["own"]))
    here = fifths.company(units, page.briefing.province)
    name = "fifths" if here else "fifths-unknown"
    values = words | (_own(page, here, units) if here else _best(page, known))
    cited = [*cite_all(known, "table"), *page.edition_source()]
    return join(_first(page, known, units), page.figure(name, painter, table, cited, **values))


def marked(page: Page, row: pd.Series, column: str = "rank", basis: str = "basis") -> Figure | Text:
    """Return a rank of a row as it is written in a narrow place: with an asterisk if derived.

    Parameters
    ----------
    page : Page
        The page.
    row : Series
        A row with a rank.
    column, basis : str
        The columns of the rank and of its basis.
    """
    rank = page.write(held(row, column))
    return page.text("rank-derived", rank=rank) if row[basis] == DERIVED else rank


def _words(page: Page, known: pd.DataFrame) -> dict[str, Said]:
    """Return what the words of either chart name."""
    every = fifths.of_units(page.briefing.known_edition, page.briefing.data["provinces"])
    ranked = set(every.loc[every["rank"].notna(), "province"])
    table = "whole" if ranked <= set(known["province"]) else "some"
    whole = "yes" if len(known) == page.ranked.number else "no"
    return {
        "province": page.name,
        "edition": page.edition,
        "ranked": page.ranked,
        "known": counted("known", known),
        "all": "table" if table == "some" else whole,
        "table": table,
        "basis": DERIVED if known["basis"].eq(DERIVED).any() else "printed",
    }


def _class(page: Page, row: pd.Series) -> Text:
    ends = "one" if row["low"] == row["high"] else "several"
    return page.text("fifths-class", ends=ends, low=held(row, "low"), high=held(row, "high"))


def _own(page: Page, here: Company, units: pd.DataFrame) -> dict[str, Said]:
    """Return the province's fifth, how many others of its region and who else are in it."""
    there = units[units["fifth"].eq(here.fifth) & units["province"].ne(here.province)]
    values: dict[str, Said] = {"fifth": of(here, "fifth"), "company": "unknown"}
    values["rank"] = held(row_at(units.set_index("province"), here.province), "rank")
    values["names"] = joined(", ", [page.province_name(each) for each in there["province"]])
    values["alone"] = "no" if len(there) else "yes"
    if here.beside is not None:
        values |= {"beside": of(here, "beside"), "others": of(here, "others")}
        values["company"] = "some" if here.beside else "none"
    return values


def _best(page: Page, known: pd.DataFrame) -> dict[str, Said]:
    best = known.iloc[0]
    return {"best": page.province_name(best["province"]), "best_rank": held(best, "rank")}


def _first(page: Page, known: pd.DataFrame, units: pd.DataFrame) -> Piece:
    """Say who is in the first fifth, by region where these are known; or how little is known."""
    values: dict[str, Said] = {"edition": page.edition}
    cited = cite_all(known, "table")
    if len(known) != page.ranked.number:
        values |= {"known": counted("known", known), "ranked": page.ranked}
        return page.detail("fifths-known", [*cited, *page.edition_source()], **values)
    found = fifths.leading(units)
    if found is None:
        first = known.loc[known["fifth"] == 1, "province"]
        names = joined(", ", [page.province_name(each) for each in first])
        return page.detail("fifths-first", cited, **values, names=names)
    values |= {"region": page.text(f"region-{found.region}")}
    values |= {"count": of(found, "count"), "members": of(found, "members")}
    return page.detail("fifths-leading", cited, **values)


def _table(page: Page, frame: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    rows = {row["province"]: row for _, row in known.iterrows()}
    bounds = {row["fifth"]: _class(page, row)
              for _, row in fifths.classes(page.briefing.latest.ranked).iterrows()}  # fmt: skip
    none = page.language.say("value-none")
    columns: dict[str, list[Cell]] = {
        "column-province": list(frame["name"]),
        "column-short": list(frame["short"]),
        "column-rank": [
            page.derived(rows[name], Text((page.write(held(rows[name], "rank")),)))
            if name in rows
            else none
            for name in frame["province"]
        ],
        "column-fifth": [
            bounds[rows[name]["fifth"]] if name in rows else none for name in frame["province"]
        ],
    }
    return pd.DataFrame(columns)

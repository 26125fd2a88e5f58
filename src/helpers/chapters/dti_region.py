"""Chapter 3, the region: its provinces on one axis of ranks, now and in the edition before."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import history, peers
from helpers.analysis.peers import Turn
from helpers.chapters.dti_map import DERIVED, marked
from helpers.chapters.dti_predecessors import edition_of
from helpers.drawing import moves as charts
from helpers.pages.citing import Citation, cite_all
from helpers.pages.holding import whole_or_some
from helpers.pages.page import Cell, Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import counted, held, of
from helpers.words.language import Said
from helpers.words.told import Figure, Text, Value, joined, text


def strip(page: Page, members: pd.DataFrame, moves: pd.DataFrame) -> Piece:
    """Show the region's provinces on one axis, and say how the province's place in it changed.

    Parameters
    ----------
    page : Page
        The page.
    members : DataFrame
        What :func:`helpers.analysis.peers.same_region` returns.
    moves : DataFrame
        What :func:`helpers.analysis.peers.moves` returns of them; places are counted among its
        rows, and those moved between its ranks. Nothing is shown where the province is not among
        them with a rank.
    """
    moves = moves.assign(change=moves["before"] - moves["rank"])
    edition, before = page.briefing.edition, page.briefing.edition_before
    own = moves[moves["province"].eq(page.briefing.province) & moves["rank"].notna()]
    if edition is None or own.empty:
        return join()
    turn = peers.turn(moves, edition, before, page.briefing.province)
    said = _said(page, members, moves, turn)
    if moves["rank"].notna().sum() < 2:
        return said
    return join(said, _figure(page, members, moves, turn))


def _said(page: Page, members: pd.DataFrame, moves: pd.DataFrame, turn: Turn) -> Piece:
    """Say who passed whom since the edition before; else the place in the region."""
    own = page.briefing.province
    both = moves[moves["rank"].notna() & moves["before"].notna() & moves["province"].ne(own)]
    if not _told(turn) or both.empty:
        return _place(page, members, moves, turn)
    passed = {"above": turn.above, "below": turn.below}
    which = "both" if all(passed.values()) else next((k for k, v in passed.items() if v), "none")
    values = _words(page, members, moves)
    values |= {"compared": counted("compared", both), "passed": which}
    rows = {row["province"]: row for _, row in both.iterrows()}
    for name, provinces in passed.items():
        values[name] = joined(", ", [_item(page, rows[each]) for each in provinces])
    return page.detail("region-passed", _cited(moves), **values)


def _told(turn: Turn) -> bool:
    """Say whether the province's place is known in both editions."""
    return turn.now is not None and turn.before is not None


def _place(page: Page, members: pd.DataFrame, moves: pd.DataFrame, turn: Turn) -> Piece:
    """Say the place in the region, or that among the provinces of known rank."""
    rows = peers.placed(members)
    known = rows.dropna(subset=["rank"])
    values = _words(page, members, moves)
    own = known[known["province"] == page.briefing.province]
    values["place"] = held(own.iloc[0], "among")
    sure = turn.now is not None
    whole = {"all": "yes" if len(known) == len(rows) else "no"} if sure else {}
    name = "region-place" if sure else "region-place-known"
    return page.say(name, cite_all(known, "table"), **values, **whole)


def _words(page: Page, members: pd.DataFrame, moves: pd.DataFrame) -> dict[str, Said]:
    """Return what every sentence of the region names."""
    edition, provinces = page.briefing.known_edition, page.briefing.data["provinces"]
    everyone = peers.same_region(edition, provinces, page.briefing.province)
    values: dict[str, Said] = {
        "province": page.name,
        "edition": page.edition,
        "region": page.text(f"region-{moves['region'].iloc[0]}"),
        "members": counted("members", members),
        "known": counted("known", moves.dropna(subset=["rank"])),
        "table": whole_or_some(everyone["province"], members["province"]),
    }
    earlier = moves.dropna(subset=["earlier"])
    values["earlier"] = "none"
    if not earlier.empty:
        values["earlier"] = _earlier(page, earlier.iloc[0])
    return values


def _earlier(page: Page, row: pd.Series) -> Figure:
    """Return the edition before, which ranks as many provinces, as it is written."""
    ranked = page.briefing.known_edition.ranked
    return edition_of(page, pd.Series({"edition": row["earlier"], "ranked": ranked}))


def _before(row: pd.Series) -> Value:
    """Return the rank of a row in the edition before."""
    return held(pd.Series({"rank": row["before"], "row": row["row_before"]}), "rank")


def _item(page: Page, row: pd.Series) -> Text:
    """Return a province with its rank before and now, as far as they are known."""
    values: dict[str, Said] = {"name": page.province_name(row["province"])}
    ways = {(True, True): "both", (False, True): "now", (True, False): "before"}
    way = ways[pd.notna(row["before"]), pd.notna(row["rank"])]
    values["way"] = _turned(row) or way
    values["before"] = _before(row) if pd.notna(row["before"]) else "none"
    values["rank"] = held(row, "rank") if pd.notna(row["rank"]) else "none"
    return page.text("region-item", **values)


def _turned(row: pd.Series) -> str:
    """Say which way a row's rank went since the edition before, where the two may be compared."""
    if pd.isna(row["change"]):
        return ""
    return "same" if row["change"] == 0 else "up" if row["rank"] < row["before"] else "down"


def _figure(page: Page, members: pd.DataFrame, moves: pd.DataFrame, turn: Turn) -> Piece:
    """Draw the provinces, the best rank on top."""
    frame = pd.DataFrame(
        {
            "name": [page.province_name(each) for each in moves["province"]],
            "rank": moves["rank"].astype(float),
            "before": moves["before"].astype(float),
            "text": [_ranks(page, row) for _, row in moves.iterrows()],
            "own": moves["province"] == page.briefing.province,
        }
    )
    name, values = _finding(page, members, moves, turn)
    table = page.table(_table(page, moves), page.text("region-moves-caption", **values),
                       list(frame["own"]))  # fmt: skip
    painter = charts.rank_moves(frame, page.briefing.known_edition.ranked)
    return page.figure(name, painter, table, _cited(moves), **values)


def _finding(
    page: Page, members: pd.DataFrame, moves: pd.DataFrame, turn: Turn
) -> tuple[str, dict[str, Said]]:
    """Return the name of the chart, and what its words name: how the place changed, or the ends."""
    known, values = moves.dropna(subset=["rank"]), _words(page, members, moves)
    derived = known["basis"].eq(DERIVED).any() or moves["basis_before"].eq(DERIVED).any()
    values |= {"moved": "yes" if moves["before"].notna().any() else "no"}
    values |= {"basis": DERIVED if derived else "printed"}
    values["all"] = "yes" if len(known) == len(members) else "no"
    values["listed"] = joined("; ", [_item(page, row) for _, row in moves.iterrows()])
    if _told(turn) and values["table"] == "whole":
        values |= {"now": of(turn, "now"), "before": of(turn, "before")}
        return f"region-{history.moved(int(turn.before or 0) - int(turn.now or 0))}", values
    values |= {"best": held(known.iloc[0], "rank"), "worst": held(known.iloc[-1], "rank")}
    return "region-spread", values


def _ranks(page: Page, row: pd.Series) -> Figure | Text:
    """Return the ranks of a row as they are written beside it: before and now, or now alone."""
    none = page.language.say("value-none")
    now = marked(page, row) if pd.notna(row["rank"]) else none
    if pd.isna(row["before"]):
        return now
    moved = "same" if _turned(row) == "same" else "other"
    return page.text("region-ranks", rank=now, moved=moved, before=_marked_before(page, row))


def _marked_before(page: Page, row: pd.Series) -> Figure | Text:
    rank = page.write(_before(row))
    return page.text("rank-derived", rank=rank) if row["basis_before"] == DERIVED else rank


def _table(page: Page, moves: pd.DataFrame) -> pd.DataFrame:
    rows = [row for _, row in moves.iterrows()]
    columns: dict[str | Text, list[Cell]] = {
        "column-province": [page.province_name(row["province"]) for row in rows],
        page.text("region-of-edition", edition=page.edition): [
            page.derived(row, text(page.or_none(row, "rank"))) for row in rows
        ],
    }
    earlier = moves.dropna(subset=["earlier"])
    if not earlier.empty:
        heading = page.text("region-of-edition", edition=_earlier(page, earlier.iloc[0]))
        columns[heading] = [_cell_before(page, row) for row in rows]
        columns["column-places"] = [_places(page, row) for row in rows]
    return pd.DataFrame(columns)


def _cell_before(page: Page, row: pd.Series) -> Text:
    """Return the rank in the edition before as a table has it."""
    if pd.isna(row["before"]):
        return page.language.say("value-none")
    earlier = row.drop("basis").rename({"basis_before": "basis"})
    return page.derived(earlier, text(page.write(_before(row))))


def _places(page: Page, row: pd.Series) -> Cell:
    """Return how many places a province gained or lost."""
    if pd.isna(row["change"]):
        return page.language.say("value-none")
    change = held(row, "change")
    moved = history.moved(int(change.number))
    return page.text("region-places", moved=moved, places=change.size)


def _cited(moves: pd.DataFrame) -> list[Citation]:
    """Return where the ranks of both editions are published."""
    before = moves[["source_before", "row_before"]].set_axis(["source", "row"], axis="columns")
    return [*cite_all(moves, "table"), *cite_all(before, "table")]

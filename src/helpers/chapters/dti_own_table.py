"""Chapter 3: where the province stands in a table of the totals that the analyst changed.

Its numbers are told as those of the table: a score or a rank that the data do not hold is refused
when a page is built.
"""

from __future__ import annotations

import pandas as pd

from helpers.analysis.own_table import By, OwnStanding, OwnTable
from helpers.drawing import rank_charts, strips
from helpers.pages.citing import Citation, cite_all
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import counted, held, of, setting
from helpers.words.language import Said
from helpers.words.told import joined

#: What is said of a province in the table, and of one that is not, by what orders the table.
_TOLD: dict[By, str] = {"scores": "dti-own-scores", "ranks": "dti-own-ranks"}
_NONE: dict[By, str] = {"scores": "dti-own-none-scores", "ranks": "dti-own-none-ranks"}


def standing(page: Page, table: OwnTable) -> Piece:
    """Say the rank and the score in a changed table, the mean of it, and who is next.

    Parameters
    ----------
    page, table : Page, OwnTable
        The page, and the table.
    """
    here = table.standing(page.briefing.province)
    if here is None:
        return page.note(_NONE[table.by], province=page.name)
    own = _row(table, here.province)
    values: dict[str, Said] = {"province": page.name, "edition": page.edition}
    values |= {"rank": held(own, table.rank_column)}
    values["score"] = "none" if here.score is None else page.write(held(own, "score"), "points")
    if table.by == "scores":
        values["ranked"] = of(here, "ranked")
    said = [page.lead(_TOLD[table.by], _cited(table, here.province), **values)]
    if here.tied:
        names = joined(", ", map(page.province_name, here.tied))
        said.append(page.say("dti-tied", _cited(table, *here.tied), names=names))
    if here.score is None:
        return join(*said)
    return join(*said, _beside_the_mean(page, table, here), *_beside(page, table, here))


def _row(table: OwnTable, province: str) -> pd.Series:
    return table.rows[table.rows["province"] == province].iloc[0]


def _cited(table: OwnTable, *provinces: str) -> list[Citation]:
    """Return where rows are published; a row that was changed is published nowhere."""
    rows = table.rows[~table.rows["changed"]]
    return cite_all(rows[rows["province"].isin(provinces)], "table")


def _beside_the_mean(page: Page, table: OwnTable, here: OwnStanding) -> Piece:
    gap = of(here, "mean_gap")
    side = "above" if gap.number > 0 else "below" if gap.number < 0 else "equal"
    values: dict[str, Said] = {"side": side, "ranked": of(here, "ranked")}
    values |= {"mean": page.write(of(here, "mean"), "points")}
    values["difference"] = page.write(gap.size, "points")
    return page.say("dti-own-mean", _cited(table, here.province), **values)


def _beside(page: Page, table: OwnTable, here: OwnStanding) -> list[Piece]:
    """Name who leads, who is just above and who just below, and how far each is."""
    places = ("above", "below") if here.leader == here.above else ("above", "leader", "below")
    said = [_neighbour(page, table, here, place) for place in places if getattr(here, place)]
    if table.rows["place"].min() < here.rank:
        return said
    return [page.say("dti-first", province=page.name, table="some"), *said]


def _neighbour(page: Page, table: OwnTable, here: OwnStanding, place: str) -> Piece:
    name, gap = getattr(here, place).province, of(here, f"{place}.gap")
    values: dict[str, Said] = {"where": place, "other": page.at(here, f"{place}.province")}
    values["scored"] = "all" if table.rows["score"].notna().all() else "some"
    values["rank"] = held(_row(table, name), table.rank_column)
    values["side"] = "more" if gap.number > 0 else "less" if gap.number < 0 else "same"
    values["gap"] = page.write(gap.size, "points")
    return page.say("dti-own-beside", _cited(table, name), **values)


def ladder(page: Page, table: OwnTable, rows: pd.DataFrame, bars: pd.DataFrame) -> Piece:
    """Show the totals of a changed table in its own order, with the mean of it.

    Parameters
    ----------
    page, table : Page, OwnTable
        As in :func:`standing`.
    rows, bars : DataFrame
        The rows of the table that are shown, and the bar of each.
    """
    here = table.standing(page.briefing.province)
    if here is None or here.score is None:
        return join()
    own, first = _row(table, here.province), rows.iloc[0]
    mean = page.write(of(here, "mean"), "points")
    columns = {"label": "column-province", "text": "column-score"}
    shown = bars[list(columns)].rename(columns=columns)
    words: dict[str, Said] = {
        "by": table.by,
        "province": page.name,
        "edition": page.edition,
        "shown": counted("shown", rows),
        "rank": held(own, table.rank_column),
        "score": page.write(held(own, "score"), "points"),
        "first": page.province_name(first["province"]),
        "first_score": page.write(held(first, "score"), "points"),
        "mean": mean,
        "scale_high": setting("scale-points", strips.POINTS),
    }
    painter = rank_charts.rank_ladder(bars, here.mean, page.text("ladder-own-mean", mean=mean))
    cells = page.table(shown, page.text("ladder-own-caption"), bars["own"])
    cited = cite_all(rows[~rows["changed"]], "table")
    return page.figure("ladder-own", painter, cells, cited, **words)

"""What the explorer shows of the chosen weights: against one province, on the map, for a rank."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import gaps, reweighting, robustness
from helpers.analysis.gaps import Split
from helpers.analysis.reweighting import NearestWeights
from helpers.drawing import charts, tile_map
from helpers.drawing.charts import Gap
from helpers.drawing.tile_map import MapWords, RankClass
from helpers.exceptions import BriefingError
from helpers.exploring import choices
from helpers.pages import map_tiles
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join, piece
from helpers.pages.values import counted, held, of, setting
from helpers.store.frames import row_at
from helpers.words.language import Said
from helpers.words.told import Telling, Text, joined, text

#: How many provinces on each side of the chosen one the table of ranks shows.
_BESIDE = 4


def refused(page: Page, error: BriefingError) -> Piece:
    """Say why something cannot be shown, in its place.

    Parameters
    ----------
    page : Page
        The page.
    error : BriefingError
        What says it.
    """
    said = error.said.get(page.language.code, str(error))
    return piece("paragraph", text=text(said), style="note")


def no_weights(page: Page) -> Piece:
    """Say that all weights are 0, where nothing else can be said.

    Parameters
    ----------
    page : Page
        What :func:`helpers.exploring.explore.open_page` returns.
    """
    return page.note("explore-zero", zero=setting("no-weight", 0))


def in_per_cent(page: Page, weights: pd.Series) -> dict[str, Text]:
    """Return each weight in per cent as it is written; together they are 100.

    Parameters
    ----------
    page : Page
        The page.
    weights : Series
        A weight for each part of the total, at least one above zero.
    """
    return {
        str(name): page.text("unit-percent", value=page.write(held(row, "percent"), "decimal"))
        for name, row in reweighting.percentages(weights).iterrows()
    }


def listed(page: Page, weights: pd.Series) -> Text:
    """Return the weights of all parts as words of a sentence.

    Parameters
    ----------
    page, weights : Page, Series
        As in :func:`in_per_cent`.
    """
    said = in_per_cent(page, weights).items()
    return joined("; ", [joined(" ", [page.component_name(name), each]) for name, each in said])


def against_one(page: Page, rival: str, weights: pd.Series) -> Piece:
    """Show the ranks and the gap to a rival under other weights.

    Parameters
    ----------
    page : Page
        What :func:`helpers.exploring.explore.open_page` returns.
    rival : str
        The rival's id, or its name.
    weights : Series
        A weight for each part of the total; scaled to sum to 1.

    Raises
    ------
    ParameterError
        If there is no such rival, it is the province itself, or its parts are not known.
    """
    if not weights.sum() > 0:
        return no_weights(page)
    edition, province = page.briefing.known_edition, page.briefing.province
    official, rival = edition.breakdown, choices.rival_of(edition, province, rival)
    split = gaps.split(reweighting.under(official, weights), province, rival)
    if split is None:  # of both all parts are known: there always is one
        raise LookupError(f"no gap between {province} and {rival}")
    names: dict[str, Said] = {"province": page.name, "rival": page.province_name(rival)}
    rows = reweighting.reranked(official, weights)
    pieces = _ranks(page, rows, weights, rival, names), _waterfall(page, split, rival, names)
    return join(*pieces, _table(page, rows))


def _ranks(
    page: Page, rows: pd.DataFrame, weights: pd.Series, rival: str, names: dict[str, Said]
) -> Piece:
    by_name = rows.set_index("province", drop=False)
    values = names | {"known": counted("provinces", rows), "weights": listed(page, weights)}
    for name, province in (("own", page.briefing.province), ("other", rival)):
        row = row_at(by_name, province)
        values |= {name: held(row, "rank"), f"{name}_official": held(row, "official")}
    said = page.lead("explore-ranks", page.score_source(page.briefing.province), **values)
    return join(said, *among(page, rows))


def among(page: Page, rows: pd.DataFrame) -> list[Piece]:
    """Return the caution that ranks are among fewer provinces than the edition has, if they are.

    Parameters
    ----------
    page : Page
        The page.
    rows : DataFrame
        One row a province with a rank.
    """
    if page.briefing.known_edition.breakdown.whole:
        return []
    return [page.note("explore-among", known=counted("provinces", rows), ranked=page.ranked)]


def _waterfall(page: Page, split: Split, rival: str, names: dict[str, Said]) -> Piece:
    gap = page.write(of(split, "gap"), "signed")
    steps = split.steps
    labels = [page.part_name(name) for name in steps["component"]]
    texts = [page.write(held(row, "contribution"), "signed") for _, row in steps.iterrows()]
    whole = page.text("gap-whole"), split.gap, gap
    frame = charts.with_whole(steps, labels, texts, whole)
    words = {**names, "gap": gap, "edition": page.edition}
    heading = page.text("explore-waterfall-title", **words)
    shown = frame[["label", "text"]].set_axis(["column-component", "column-contribution"], axis=1)
    painter = charts.waterfalls([Gap(frame)])
    table, cited = page.table(shown, heading), page.score_source(rival)
    return page.figure("explore-waterfall", painter, table, cited, **words)


def _table(page: Page, rows: pd.DataFrame) -> Piece:
    own = rows["province"] == page.briefing.province
    place = int(own.to_numpy().argmax())
    shown = rows.iloc[max(0, place - _BESIDE) : place + _BESIDE + 1]
    return ranked_table(page, shown, page.text("explore-caption", province=page.name))


def ranked_table(page: Page, rows: pd.DataFrame, caption: Text) -> Piece:
    """Return a table of provinces with their ranks and totals under the chosen weights.

    Parameters
    ----------
    page : Page
        The page, whose province is set off.
    rows : DataFrame
        Rows of :func:`helpers.analysis.reweighting.reranked`.
    caption : Text
        What the table shows.
    """
    lines = [row for _, row in rows.iterrows()]
    frame = pd.DataFrame(
        {
            "column-province": [page.province_name(row["province"]) for row in lines],
            "column-new-rank": [held(row, "rank") for row in lines],
            "column-official-rank": [held(row, "official") for row in lines],
            "column-new-total": [page.write(held(row, "total"), "score") for row in lines],
        }
    )
    return page.table(frame, caption, list(rows["province"] == page.briefing.province))


def on_the_map(page: Page, weights: pd.Series) -> Piece:
    """Show every province's rank under other weights on a map of equal squares.

    Parameters
    ----------
    page, weights : Page, Series
        As in :func:`against_one`.

    Raises
    ------
    MapError
        If the map lacked a part of the country, or there is none of so many provinces.
    """
    if not weights.sum() > 0:
        return no_weights(page)
    rows = reweighting.reranked(page.briefing.known_edition.breakdown, weights)
    texts: dict[str, Telling] = {
        row["province"]: page.write(held(row, "rank")) for _, row in rows.iterrows()
    }
    frame, grid = map_tiles.placed(page, rows, texts)
    classes = [
        RankClass(row["low"], row["high"], page.text("explore-class", **_ends(row)))
        for _, row in reweighting.rank_classes(rows["rank"]).iterrows()
    ]
    words = MapWords(page.name, page.text("explore-no-rank"))
    painter = tile_map.tile_map(frame, classes, grid, words)
    values: dict[str, Said] = {"province": page.name, "edition": page.edition}
    values["rank"] = held(row_at(rows.set_index("province"), page.briefing.province), "rank")
    table = page.table(
        frame[["name", "short", "text"]].set_axis(
            ["column-province", "column-short", "column-new-rank"], axis=1
        ),
        page.text("explore-map-caption"),
        list(frame["own"]),
    )
    cited = page.scores_source(rows["province"])
    return page.figure("explore-map", painter, table, cited, **values)


def _ends(row: pd.Series) -> dict[str, Said]:
    ends = "one" if row["low"] == row["high"] else "several"
    return {"ends": ends, "low": held(row, "low"), "high": held(row, "high")}


def nearest(page: Page, rank: int) -> tuple[Piece, NearestWeights | None]:
    """Say which weights closest to the official ones make the province a rank, or that none do.

    Parameters
    ----------
    page : Page
        What :func:`helpers.exploring.explore.open_page` returns.
    rank : int
        The rank, among the provinces of the breakdown.

    Returns
    -------
    tuple
        What is said, and the weights if they are other than the official ones.
    """
    breakdown, province = page.briefing.known_edition.breakdown, page.briefing.province
    values: dict[str, Said] = {"province": page.name, "wanted": setting("wanted-rank", rank)}
    official = reweighting.reranked(breakdown, breakdown.weights).set_index("province")
    own = held(row_at(official, province), "rank")
    if own.number <= rank:
        return page.say("explore-nearest-already", own=own, **values), None
    found = reweighting.nearest_weights(breakdown, province, rank)
    if found is None:
        best = robustness.extreme_rank(breakdown, province, best=True)
        return page.say("explore-nearest-none", best=of(best, "rank"), **values), None
    values["change"] = page.write(of(found, "points").rounded(1), "decimal")
    values["weights"] = listed(page, found.weights)
    rows = reweighting.reranked(breakdown, found.weights).set_index("province")
    values["own"] = held(row_at(rows, province), "rank")
    return page.say("explore-nearest", **values), found

"""What the explorer shows of a province and several others: its region, or a set that is chosen."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from helpers.analysis import peers, reweighting
from helpers.drawing import charts, rank_charts
from helpers.drawing.charts import Series
from helpers.exploring import views
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import counted, held
from helpers.words.language import Said
from helpers.words.told import Text, joined


def of_region(page: Page) -> pd.DataFrame:
    """Return the other provinces of the province's region.

    Parameters
    ----------
    page : Page
        What :func:`helpers.exploring.explore.open_page` returns.

    Returns
    -------
    DataFrame
        Rows of :func:`helpers.analysis.peers.same_region`, with whether the parts of each are known
        (``known``). Empty where the regions are not known, as after the merger of 2025.
    """
    edition, province = page.briefing.known_edition, page.briefing.province
    rows = peers.same_region(edition, page.briefing.data["provinces"], province)
    rows = rows[rows["province"] != province]
    return rows.assign(known=rows["province"].isin(edition.breakdown.scores.index))


def against_region(page: Page, weights: pd.Series) -> Piece:
    """Hold the province against its region under other weights.

    Parameters
    ----------
    page : Page
        What :func:`helpers.exploring.explore.open_page` returns.
    weights : Series
        A weight for each part of the total; scaled to sum to 1.
    """
    rows = of_region(page)
    group = page.text("explore-in-region", region=page.text(f"region-{rows['region'].iloc[0]}"))
    shown = against_group(page, rows.loc[rows["known"], "province"], weights, group)
    unknown = rows[~rows["known"]]
    if unknown.empty:
        return shown
    return join(shown, page.note("explore-left-out", unknown=counted("left-out", unknown)))


def against_group(
    page: Page, members: Collection[str], weights: pd.Series, group: Text | None = None
) -> Piece:
    """Hold the province against several others under other weights.

    Parameters
    ----------
    page, weights : Page, Series
        As in :func:`against_region`.
    members : collection of str
        The others' ids; those whose parts are not known do not count.
    group : Text, optional
        What they are; the chosen ones if not given.
    """
    if not weights.sum() > 0:
        return views.no_weights(page)
    official, province = page.briefing.known_edition.breakdown, page.briefing.province
    rows = reweighting.reranked(official, weights)
    ours = rows[rows["province"].isin([province, *members])]
    others = ours[ours["province"] != province]
    if others.empty:
        return page.note("explore-nobody", province=page.name)
    own = ours[ours["province"] == province].iloc[0]
    values: dict[str, Said] = {
        "province": page.name,
        "edition": page.edition,
        "members": counted("members", others),
        "group": group or page.text("explore-in-choice"),
    }
    above = counted("above", others[others["rank"] < own["rank"]])
    said = page.lead(
        "explore-group",
        page.scores_source(ours["province"]),
        **values,
        above=above,
        own=held(own, "rank"),
        known=counted("provinces", rows),
        weights=views.listed(page, weights),
    )
    parts = reweighting.against_group(
        reweighting.under(official, weights), province, list(others["province"])
    )
    return join(said, *views.among(page, rows), _ladder(page, ours, values),
                _profile(page, parts, list(ours["province"]), values))  # fmt: skip


def _ladder(page: Page, rows: pd.DataFrame, values: dict[str, Said]) -> Piece:
    """Draw the totals as bars, the best first, each with its rank."""
    frame = pd.DataFrame(
        {
            "label": [
                joined(". ", [page.write(held(row, "rank")), page.province_name(row["province"])])
                for _, row in rows.iterrows()
            ],
            "score": rows["total"],
            "text": [page.write(held(row, "total"), "score") for _, row in rows.iterrows()],
            "own": rows["province"] == page.briefing.province,
            "gap": False,
            "named": True,
        }
    ).reset_index(drop=True)
    painter = rank_charts.rank_ladder(frame, None, Text())
    table = views.ranked_table(page, rows, page.text("explore-group-caption", **values))
    best = rows.iloc[0]
    words = values | {
        "best": page.province_name(best["province"]),
        "total": page.write(held(best, "total"), "score"),
    }
    cited = page.scores_source(rows["province"])
    return page.figure("explore-group", painter, table, cited, **words)


def _profile(
    page: Page, parts: pd.DataFrame, provinces: list[str], values: dict[str, Said]
) -> Piece:
    """Draw the province's parts and the means of the group on one line a part."""
    mean = page.text("explore-group-mean", **values)
    lines = [row for _, row in parts.iterrows()]
    dots = [
        (page.component_name(row["component"]), name, row[column],
         page.write(held(row, column), "score"))
        for row in lines
        for name, column in ((page.name, "own"), (mean, "mean"))
    ]  # fmt: skip
    points = pd.DataFrame(dots, columns=["pillar", "name", "score", "text"])
    series = [Series(str(page.name), True, "o"), Series(str(mean), False, "D")]
    limit = min(1.05, points["score"].max() + 0.1)
    painter = charts.pillar_profile(points, series, limit, page.language.decimal)
    frame = pd.DataFrame(
        {
            "column-component": [page.component_name(row["component"]) for row in lines],
            "column-weight": [page.write(held(row, "weight"), "hundredths") for row in lines],
            page.name: [page.write(held(row, "own"), "score") for row in lines],
            mean: [page.write(held(row, "mean"), "score") for row in lines],
            "column-contribution": [
                page.write(held(row, "contribution"), "signed") for row in lines
            ],
        }
    )
    widest = parts.iloc[int(parts["contribution"].abs().to_numpy().argmax())]
    words = values | {
        "component": page.component_name(widest["component"]),
        "contribution": page.write(held(widest, "contribution"), "signed"),
    }
    table = page.table(frame, page.text("explore-parts-title", **words))
    cited = page.scores_source(provinces, *page.total_and_parts[1:])
    return page.figure("explore-parts", painter, table, cited, **words)

"""Chapter 4, how firm is the rank: other weights, rounding, a component less."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import dti, robustness
from helpers.analysis.robustness import Firmness, RankBracket
from helpers.chapters import dti_weights
from helpers.drawing import rank_charts
from helpers.drawing.rank_charts import RankSpan
from helpers.pages.citing import Citation, cite_all
from helpers.pages.holding import whole_or_some
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import counted, held, of, setting
from helpers.store.frames import row_at
from helpers.words.language import Said
from helpers.words.told import Text, Value, joined

#: Up to so many provinces are named one by one.
_NAMED = 12


def corners(page: Page, rows: pd.DataFrame) -> Piece:
    """Say the rank if one pillar alone counted: exact among all.

    Parameters
    ----------
    page : Page
        The page.
    rows : DataFrame
        What :func:`helpers.analysis.robustness.corners` returns of the province.
    """
    if rows.empty:
        known = robustness.corners(page.briefing.latest, page.briefing.province)
        return page.unknown("corners-unknown", province=page.name) if known.empty else join()
    ranks = [_corner(page, name, page.rank(component=name)) for name in rows["component"]]
    cited = page.score_source(page.briefing.province, *rows["component"])
    return page.say("corners", cited, ranks=joined(", ", ranks), ranked=page.ranked)


def _corner(page: Page, component: str, rank: Value) -> Text:
    return page.text("corner", rank=rank, pillar=page.component_name(component).lower())


def weights(
    page: Page, ranges: pd.DataFrame, firm: Firmness | None, limits: RankBracket | None
) -> Piece:
    """Say in plain figures how the weights are drawn.

    Parameters
    ----------
    page : Page
        The page.
    ranges : DataFrame
        What :func:`helpers.analysis.robustness.weight_range` returns, the part as a column.
    firm, limits : Firmness or None, RankBracket or None
        What :func:`helpers.analysis.robustness.firmness` and
        :func:`helpers.analysis.robustness.bracket` return.
    """
    if firm is None:
        return page.unknown("firm-unknown", province=page.name)
    edition, cited, values = page.briefing.known_edition, _sources(page), _tested(page, firm)
    breakdown, notes = edition.breakdown, []
    if breakdown.block:
        values |= {"count": counted("foundation", breakdown.block)}
        values |= {"detailed": of(breakdown, "detailed")}
        notes.append(page.note("firm-block", cited, **values))
    if not breakdown.whole:
        alone = limits is not None and not limits.beyond
        name = "firm-among-alone" if alone else "firm-among"
        notes.append(page.note(name, cited, **values))
    fitted = dti_weights.fitted(page)
    values["basis"] = basis = "fitted" if fitted else "printed"
    values["weights"] = joined("; ", [_weight(page, row, basis) for _, row in ranges.iterrows()])
    cited = cite_all(edition.weights)
    return join(page.say("firm-weights", cited, **values), *fitted, *notes)


def _weight(page: Page, row: pd.Series, basis: str) -> Text:
    name = page.component_name(row["component"])
    styles = {"weight": "decimal", "low": "hundredths", "high": "hundredths"}
    values = {
        column: page.write(held(row, column).rounded(dti.DECIMALS), style)
        for column, style in styles.items()
    }
    return page.text("weight-range", name=name, basis=basis, **values)


def _among(page: Page) -> dict[str, Said]:
    """Return what sentences on other weights name: who is ranked, and among whom."""
    return {
        "province": page.name,
        "edition": page.edition,
        "known": counted("known", page.briefing.known_edition.breakdown.scores),
        "ranked": page.ranked,
    }


def _tested(page: Page, firm: Firmness) -> dict[str, Said]:
    """Return the same, and how it is tested."""
    return _among(page) | {
        "draws": setting("draws", firm.draws),
        "share": page.write(setting("share", robustness.SHARE), "percent"),
        "top": setting("top", firm.top),
    }


def in_short(page: Page, firm: Firmness | None, limits: RankBracket | None) -> Piece:
    """Say in a sentence what holds among all: in the draws and under any weights.

    Where not all scores are known, it is what published ranks of the parts prove.

    Parameters
    ----------
    page : Page
        The page.
    firm, limits : Firmness or None, RankBracket or None
        As in :func:`weights`.
    """
    if page.briefing.latest.breakdown.whole:
        return _drawn(page, firm) if firm else join()
    edition, province = page.briefing.latest, page.briefing.province
    if limits is None or limits.best == limits.worst:
        return join()
    ends = {end: _ranks(page, limits, f"{end}.low", f"{end}.high") for end in ("best", "worst")}
    cited = page.score_source(province, *edition.breakdown.weights.index)
    return page.say("firm-bounds", cited, **ends, ranked=page.ranked, province=page.name)


def _drawn(page: Page, firm: Firmness) -> Piece:
    """Say how often the rank came out in the draws, and the exact extremes."""
    cited, words = _sources(page), _words(page, firm)
    if firm.extremes.best == firm.extremes.worst:  # one bar would show nothing that is not said
        return page.say("firm-fixed-said", cited, **words)
    name = "firm-all-said" if page.briefing.latest.breakdown.whole else "firm-some-said"
    return page.say(name, cited, **words)


def _ranks(page: Page, result: object, first: str, last: str) -> Text:
    low, high = of(result, first), of(result, last)
    if low.number == high.number:
        return page.text("rank-one", rank=low)
    return page.text("rank-range", low=low, high=high)


def distribution(page: Page, firm: Firmness | None) -> Piece:
    """Show how often each rank comes out under drawn weights, and the exact extremes.

    Parameters
    ----------
    page : Page
        The page.
    firm : Firmness or None
        What :func:`helpers.analysis.robustness.firmness` returns.
    """
    if firm is None:
        return join()
    said = [] if page.briefing.latest.breakdown.whole else [_drawn(page, firm)]
    if firm.extremes.best == firm.extremes.worst:  # one bar would show nothing that is not said
        return join(*said)
    cited, words = _sources(page), _words(page, firm)
    rows = firm.by_rank
    texts = [page.write(held(row, "share"), "percent") for _, row in rows.iterrows()]
    ranks = [held(row, "rank") for _, row in rows.iterrows()]
    frame = pd.DataFrame({"column-rank": ranks, "column-draws": texts})
    table = page.table(frame, page.text("firm-caption"), rows["official"].tolist())
    shares = rows.set_index("rank")["share"]
    written, spans = pd.Series(texts, shares.index), _spans(page, firm, words)
    painter = rank_charts.rank_distribution(shares, written, firm.rank, spans)
    return join(*said, page.figure(_name(page, firm), painter, table, cited, **words))


def _sources(page: Page) -> list[Citation]:
    """Return where the scores come from that all ranks under other weights are computed from."""
    known = page.briefing.known_edition.breakdown.scores.index
    return page.scores_source(known, *page.total_and_parts)


def _spans(page: Page, firm: Firmness, words: dict[str, Said]) -> list[RankSpan]:
    drawn = page.text("span-drawn", share=words["share"], ranks=words["middle"])
    always = page.text("span-any", ranks=words["extremes"])
    return [
        RankSpan(firm.spread.low, firm.spread.high, drawn),
        RankSpan(firm.extremes.best, firm.extremes.worst, always),
    ]


def _name(page: Page, firm: Firmness) -> str:
    """Choose the chart's words: only who is in the top ten is asked how surely it is."""
    if not page.briefing.known_edition.breakdown.whole:
        return "firm-some"
    return "firm-all" if firm.rank <= firm.top else "firm-wide"


def _words(page: Page, firm: Firmness) -> dict[str, Said]:
    return _tested(page, firm) | {
        "rank": of(firm, "rank"),
        "same": page.write(of(firm, "same"), "percent"),
        "within": page.write(of(firm, "within"), "percent"),
        "reached": "yes" if firm.within > 0 else "no",
        "middle": _ranks(page, firm, "spread.low", "spread.high"),
        "extremes": _ranks(page, firm, "extremes.best", "extremes.worst"),
        "best": of(firm, "extremes.best"),
        "worst": of(firm, "extremes.worst"),
    }


def facts(
    page: Page, certain: pd.DataFrame, rounded: pd.DataFrame, left_out: pd.DataFrame
) -> Piece:
    """List what else is certain: who is always above or below, rounding, a component less.

    Parameters
    ----------
    page : Page
        The page.
    certain, rounded, left_out : DataFrame
        What :func:`helpers.analysis.robustness.certain`, :func:`helpers.analysis.proof.rounding`
        and :func:`helpers.analysis.robustness.leave_one_out` return; rows may be left out.
    """
    items = [*_always(page, certain), *_rounding(page, rounded), *_without(page, left_out)]
    return page.bullets("firm-facts", items) if items else join()


def _always(page: Page, certain: pd.DataFrame) -> list[Text]:
    if certain.empty:
        return []
    breakdown = page.briefing.known_edition.breakdown
    everyone = robustness.certain(breakdown, page.briefing.province)["province"]
    table = whole_or_some(everyone, certain["province"])
    values: dict[str, Said] = {
        "table": table,
        "rows": counted("rows", certain),
    }
    found = {side: certain.loc[certain[side], "province"] for side in ("above", "below")}
    # Of a side of which a part of the table has nobody it says nothing.
    return [_others(page, f"always-{side}", names, values)
            for side, names in found.items() if table == "whole" or len(names)]  # fmt: skip


def _others(page: Page, message: str, found: pd.Series, values: dict[str, Said]) -> Text:
    values = _among(page) | values | {"number": counted(message, found)}
    values["names"] = joined(", ", map(page.province_name, found))
    several = "-none" if found.empty else "-many" if len(found) > _NAMED else ""
    return page.text(message + several, _sources(page), **values)


def _rounding(page: Page, rows: pd.DataFrame) -> list[Text]:
    """Say which ranks rounding leaves open; nothing where no total is published."""
    cited = page.score_source(page.briefing.province)
    return [
        page.text("rounding-sure", cited)
        if row["best"] == row["worst"]
        else page.text("rounding-open", cited, low=page.rank(), high=held(row, "last"))
        for _, row in rows[rows["province"] == page.briefing.province].iterrows()
    ]


def _without(page: Page, ranks: pd.DataFrame) -> list[Text]:
    if page.briefing.province not in ranks.index:
        return []
    rows = row_at(ranks, page.briefing.province).rename_axis("component").reset_index(name="rank")
    listed = [_corner(page, row["component"], held(row, "rank")) for _, row in rows.iterrows()]
    values = {"ranks": joined(", ", listed), **_among(page)}
    return [page.text("without-one", _sources(page), **values)]


def drivers(page: Page, rows: pd.DataFrame) -> Piece:
    """Say which weight moves the rank the most in the draws, and list the share of each.

    Nothing is said where no draw moves the rank.

    Parameters
    ----------
    page : Page
        The page.
    rows : DataFrame
        What :func:`helpers.analysis.robustness.variance_shares` returns, in any order.
    """
    if not (rows["share"] > 0).any():
        return join()
    cited = _sources(page)
    first = rows.sort_values("total", ascending=False, kind="stable").iloc[0]
    share = page.write(held(first, "share"), "percent")
    pillar = page.component_name(first["component"]).lower()
    parts = page.briefing.known_edition.breakdown.weights.index
    table = whole_or_some(parts, rows["component"])
    said = page.say("driver", cited, pillar=pillar, share=share, table=table)
    level = page.write(setting("level", robustness.LEVEL_OF_SHARES), "percent")
    caption = page.text("drivers", level=level)
    return join(said, page.folded(_drivers_table(page, rows), caption, cite=cited))


def _drivers_table(page: Page, rows: pd.DataFrame) -> pd.DataFrame:
    columns = {"column-component": list(map(page.component_name, rows["component"]))}
    for name in ("first", "total"):
        columns[f"column-{name}-order"] = [_share(page, row, name) for _, row in rows.iterrows()]
    return pd.DataFrame(columns)


def _share(page: Page, row: pd.Series, name: str) -> Text:
    columns = {"value": name, "half": f"{name}_interval"}
    values = {each: page.write(held(row, column), "hundredths") for each, column in columns.items()}
    return page.text("plus-minus", **values)

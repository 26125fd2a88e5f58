"""Chapter 4, how firm is the rank: other weights, rounding, a component less."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from helpers.analysis import proof, robustness
from helpers.analysis.robustness import RankSpread
from helpers.drawing import rank_charts
from helpers.drawing.rank_charts import RankSpan
from helpers.pages import html
from helpers.pages.citing import Citation, cite_all
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page

#: How close drawn weights stay to the official ones; the page says in figures what it means.
CONCENTRATION = 50
DRAWS = 100_000
#: Up to so many provinces are named one by one.
_NAMED = 12


@dataclass(frozen=True)
class _Firmness:
    spread: RankSpread
    official: int
    best: int
    worst: int


def _known(page: Page) -> bool:
    """Say whether the parts of the province are known, and those of others to rank it with."""
    breakdown = page.briefing.breakdown
    if breakdown is None or len(breakdown.scores) < 2:
        return False
    return page.briefing.province in breakdown.scores.index


def _firmness(page: Page) -> _Firmness:
    edition, province = page.briefing.edition, page.briefing.province
    breakdown = edition.breakdown
    shares = robustness.acceptability(breakdown, CONCENTRATION, DRAWS, seed=edition.number)
    official = int(robustness.ranks_under(breakdown, breakdown.weights)[province])
    best, worst = robustness.rank_range(breakdown, province)
    return _Firmness(robustness.spread(shares.loc[province]), official, best, worst)


@computed_by(robustness.corners)
def corners(page: Page) -> Html:
    """Say the rank if one pillar alone counted: exact among all."""
    edition = page.briefing.edition
    rows = None if edition is None else robustness.corners(edition, page.briefing.province)
    if rows is None or rows.empty:
        return page.unknown("corners-unknown", province=page.name)
    listed = ", ".join(
        str(page.language.say("corner", rank=int(row["rank"]),
                              pillar=page.component_name(row["component"]).lower()))
        for _, row in rows.iterrows()
    )  # fmt: skip
    cited = page.score_source(page.briefing.province, *rows["component"])
    return page.say("corners", cited, ranks=listed, ranked=page.briefing.edition.ranked)


@computed_by(robustness.weight_range)
def weights(page: Page) -> Html:
    """Say in plain figures how the weights are drawn."""
    if not _known(page):
        return page.unknown("firm-unknown", province=page.name)
    breakdown = page.briefing.breakdown
    ranges = robustness.weight_range(breakdown.weights, CONCENTRATION)
    number = page.language.hundredths
    listed = "; ".join(
        str(page.language.say("weight-range", name=page.component_name(name),
                              weight=page.language.decimal(row["weight"]),
                              low=number(row["low"]), high=number(row["high"])))
        for name, row in ranges.iterrows()
    )  # fmt: skip
    values = {"draws": page.language.integer(DRAWS), "weights": listed}
    values["share"] = page.language.percent(0.9)
    cited = _weights_source(page)
    notes = [] if breakdown.whole else [_among(page)]
    if breakdown.block:
        values |= {"count": len(breakdown.block), "detailed": breakdown.detailed}
        values["ranked"] = breakdown.ranked
        notes = [page.say("firm-block", _sources(page), "note", **values), *notes]
    return html.join(page.say("firm-weights", cited, **values), *notes)


def _weights_source(page: Page) -> list[Citation]:
    return cite_all(page.briefing.edition.weights)


def _among(page: Page) -> Html:
    """Say that ranks are among those known, and whether others could be above."""
    edition, breakdown = page.briefing.edition, page.briefing.breakdown
    values = {"known": len(breakdown.scores), "ranked": edition.ranked, "province": page.name}
    limits = robustness.bracket(edition, page.briefing.province)
    alone = limits is not None and not limits.beyond
    name = "firm-among-alone" if alone else "firm-among"
    return page.say(name, _sources(page), "note", **values, edition=str(edition))


@computed_by(robustness.bracket)
def bounds(page: Page) -> Html:
    """Say what published ranks of the parts prove for all; nothing where all are known anyway."""
    edition, province = page.briefing.edition, page.briefing.province
    if not _known(page) or edition.breakdown.whole:
        return html.join()
    limits = robustness.bracket(edition, province)
    if limits is None or limits.best == limits.worst:
        return html.join()
    values = {"best": _ranks(page, *limits.best), "worst": _ranks(page, *limits.worst)}
    cited = page.score_source(province, *edition.breakdown.weights.index)
    return page.say("firm-bounds", cited, **values, ranked=edition.ranked, province=page.name)


@computed_by(robustness.acceptability, robustness.spread, robustness.rank_range)
def distribution(page: Page) -> Html:
    """Show how often each rank comes out under drawn weights, and the exact extremes."""
    if not _known(page):
        return html.join()
    firm = _firmness(page)
    words = _words(page, firm)
    if firm.best == firm.worst:  # one bar would show nothing that the sentence does not say
        return page.say("firm-fixed-said", _sources(page), **words)
    best, worst = firm.best, firm.worst
    shares = firm.spread.shares.loc[max(1, best - 1) : worst + 1]
    spans = [
        _span(page, "span-drawn", firm.spread.low, firm.spread.high),
        _span(page, "span-any", best, worst),
    ]
    painter = rank_charts.rank_distribution(shares, firm.official, spans, page.language.percent)
    cells = [page.language.percent(share) for share in shares]
    frame = pd.DataFrame({"column-rank": [str(rank) for rank in shares.index]})
    frame["column-draws"] = cells
    table = page.table(
        frame, page.language.say("firm-caption"), list(shares.index == firm.official)
    )
    cited = _sources(page)
    message = "firm-all-said" if page.briefing.breakdown.whole else "firm-some-said"
    said = page.say(message, cited, **words)
    return html.join(said, page.figure(_name(page, firm), painter, table, cited, **words))


def _sources(page: Page) -> list[Citation]:
    """Return where the scores come from that all ranks under other weights are computed from."""
    return page.scores_source(page.briefing.breakdown.scores.index, *page.total_and_parts)


def _span(page: Page, message: str, low: int, high: int) -> RankSpan:
    values = {"share": page.language.percent(0.9), "ranks": _ranks(page, low, high)}
    return RankSpan(low, high, str(page.language.say(message, **values)))


def _name(page: Page, firm: _Firmness) -> str:
    """Choose the chart's words: only who is in the top ten is asked how surely it is."""
    if not page.briefing.breakdown.whole:
        return "firm-some"
    return "firm-all" if firm.official <= _TOP else "firm-wide"


def _ranks(page: Page, low: int, high: int) -> str:
    name = "rank-one" if low == high else "rank-range"
    values = {"rank": low} if low == high else {"low": low, "high": high}
    return str(page.language.say(name, **values))


def _words(page: Page, firm: _Firmness) -> dict[str, object]:
    spread = firm.spread
    return {
        "province": page.name,
        "edition": str(page.briefing.edition),
        "known": len(page.briefing.breakdown.scores),
        "rank": firm.official,
        "same": page.language.percent(float(spread.shares[firm.official])),
        "share": page.language.percent(0.9),
        "middle": _ranks(page, spread.low, spread.high),
        "extremes": _ranks(page, firm.best, firm.worst),
        "best": firm.best,
        "worst": firm.worst,
        "top": _TOP,
        "within": page.language.percent(spread.within(_TOP)),
        "draws": page.language.integer(DRAWS),
    }


_TOP = 10


@computed_by(robustness.necessary_preference, robustness.leave_one_out, proof.rounding)
def facts(page: Page) -> Html:
    """List what else is certain: who is always above or below, rounding, a component less."""
    items = [_rounding(page)]
    if _known(page):
        items = [*_always(page), *items, _without(page)]
    items = [item for item in items if item is not None]
    return page.bullets("firm-facts", items) if items else html.join()


def _always(page: Page) -> list[Markup]:
    preferred = robustness.necessary_preference(page.briefing.breakdown)
    above = preferred.index[preferred[page.briefing.province]].drop(page.briefing.province)
    below = preferred.columns[preferred.loc[page.briefing.province]].drop(page.briefing.province)
    return [_others(page, "always-above", above), _others(page, "always-below", below)]


def _others(page: Page, message: str, found: pd.Index) -> Markup:
    values = {"known": len(page.briefing.breakdown.scores), "province": page.name}
    cited = _sources(page)
    if not len(found):
        return page.text(f"{message}-none", cited, **values)
    if len(found) > _NAMED:
        return page.text(f"{message}-many", cited, **values, number=len(found))
    return page.text(message, cited, **values, names=", ".join(map(page.province_name, found)))


def _rounding(page: Page) -> Markup | None:
    edition, province = page.briefing.edition, page.briefing.province
    rows = pd.DataFrame() if edition is None else proof.rounding(edition).set_index("province")
    if province not in rows.index:
        return None
    row = rows.loc[province]
    if row["best"] == row["worst"]:
        return page.text("rounding-sure", page.score_source(province))
    first = int(row["rank"])
    high = first + int(row["worst"] - row["best"])
    return page.text("rounding-open", page.score_source(province), low=first, high=high)


def _without(page: Page) -> Markup:
    breakdown = page.briefing.breakdown
    ranks = robustness.leave_one_out(breakdown).loc[page.briefing.province]
    listed = ", ".join(
        str(page.language.say("corner", rank=int(rank), pillar=page.component_name(name).lower()))
        for name, rank in ranks.items()
    )
    return page.text("without-one", _sources(page), ranks=listed, known=len(breakdown.scores))


@computed_by(robustness.variance_shares)
def drivers(page: Page) -> Html:
    """Say which weight moves the rank the most in the draws, and list the share of each."""
    if not _known(page):
        return html.join()
    rows = robustness.variance_shares(
        page.briefing.breakdown,
        page.briefing.province,
        CONCENTRATION,
        seed=page.briefing.edition.number,
    ).sort_values("total", ascending=False, kind="stable")
    if rows.empty:
        return html.join()
    first = rows.iloc[0]
    share = page.language.percent(min(1.0, first["total"]))
    pillar = page.component_name(first["component"]).lower()
    said = page.say("driver", _sources(page), pillar=pillar, share=share)
    caption = page.language.say("drivers", level=page.language.percent(0.95))
    table = page.folded(_drivers_table(page, rows), caption, cite=_sources(page))
    return html.join(said, table)


def _drivers_table(page: Page, rows: pd.DataFrame) -> pd.DataFrame:
    frame = pd.DataFrame(
        {"column-component": [page.component_name(name) for name in rows["component"]]}
    )
    for column, interval in (("first", "first_interval"), ("total", "total_interval")):
        pairs = zip(rows[column], rows[interval], strict=True)
        frame[f"column-{column}-order"] = [_share(page, share, half) for share, half in pairs]
    return frame


def _share(page: Page, share: float, half: float) -> str:
    number = page.language.hundredths
    return str(page.language.say("plus-minus", value=number(share), half=number(half)))

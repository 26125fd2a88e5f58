"""Chapter 4, what would it take: the gain that reaches a rank, the loss that costs one."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import dti, gaps
from helpers.analysis.gaps import ALL, Climb, Margin
from helpers.pages import html
from helpers.pages.citing import Citation
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page

#: How many ranks above the province's own the table of ranks shows.
_RANKS = 5


def _next(page: Page) -> Climb | None:
    """Return what reaching the nearest known province above takes."""
    here = page.briefing.standing()
    if here is None or here.above is None:
        return None
    return gaps.climb(page.briefing.edition, page.briefing.province, here.above.rank)


def _loss(page: Page) -> Margin | None:
    """Return what the province can lose before it costs a rank."""
    edition = page.briefing.edition
    return None if edition is None else gaps.margin(edition, page.briefing.province)


@computed_by(gaps.climb)
def cheapest(page: Page) -> Html:
    """Say which single part gets there with the least, and how far that is of what is possible."""
    step = _next(page)
    if step is None:
        return _nowhere(page)
    single = step.gains[step.gains["component"] != ALL]
    values = {"rank": step.rank, "gap": page.language.score(step.gap), "province": page.name}
    cited = _sources(page)
    if single["own"].isna().any():
        return page.say("climb-total-only", cited, **values)
    if step.cheapest is None:
        return page.say("climb-none-alone", cited, **values)
    nearest = single.dropna(subset=["share"]).sort_values("share", kind="stable")
    values |= _step(page, step.cheapest, "cheap")
    if pd.isna(step.cheapest["share"]) or nearest.empty:
        return page.say("climb-best-already", cited, **values)
    values |= _step(page, nearest.iloc[0], "near")
    same = nearest["component"].iloc[0] == step.cheapest["component"]
    return page.say("climb-one" if same else "climb", cited, **values)


def _step(page: Page, row: pd.Series, prefix: str) -> dict[str, str]:
    """Return the words of a gain in one part, each name with the prefix."""
    words = {
        "": page.component_name(row["component"]).lower(),
        "_gain": page.language.score(row["gain"]),
        "_share": page.or_none(row["share"], page.language.percent),
        "_leader": page.province_name(row["leader"]),
    }
    return {prefix + name: word for name, word in words.items()}


def _sources(page: Page) -> list[Citation]:
    """Return where the scores are published that a step up or down is computed from."""
    here = page.briefing.standing()
    beside = [each.province for each in (here.above, here.below, here.leader) if each is not None]
    names = dict.fromkeys((page.briefing.province, *beside))
    return page.scores_source(names, *page.total_and_parts)


def _nowhere(page: Page) -> Html:
    """Say why there is no step up: the province leads, or totals are not known."""
    here = page.briefing.standing()
    if here is not None and here.rank == 1:
        return page.say("climb-top", province=page.name)
    message = "climb-unknown" if page.briefing.scored else "climb-no-score"
    return page.unknown(message, province=page.name)


@computed_by(gaps.climb, gaps.margin)
def gains(page: Page) -> Html:
    """List, part by part, the gain that reaches the next rank and the loss that costs one."""
    step, loss = _next(page), _loss(page)
    if step is None and loss is None:
        return html.join()
    names = [*page.briefing.breakdown.weights.index, ALL]
    frame = pd.DataFrame({"column-component": [_part(page, name) for name in names]})
    weights = [*page.briefing.breakdown.weights, 1.0]
    frame["column-weight"] = [page.language.decimal(weight) for weight in weights]
    if step is not None:
        rows = step.gains.set_index("component").loc[names]
        score, percent = page.language.score, page.language.percent
        frame["column-score"] = [page.or_none(value, score) for value in rows["own"]]
        frame["column-gain"] = [page.language.signed(gain) for gain in rows["gain"]]
        frame["column-best"] = [page.or_none(value, score) for value in rows["best"]]
        frame["column-share"] = [page.or_none(share, percent) for share in rows["share"]]
    if loss is not None:
        lost = loss.losses.set_index("component").loc[names, "loss"]
        frame["column-loss"] = [page.language.signed(-each) for each in lost]
    caption = page.language.say("gains-caption", province=page.name)
    return page.table(frame, caption, stacked=True, cite=_sources(page))


def _part(page: Page, name: str) -> str:
    return str(page.language.say("gain-all")) if name == ALL else page.component_name(name)


@computed_by(gaps.climb)
def ranks(page: Page) -> Html:
    """List what each of the next ranks would take."""
    here = page.briefing.standing()
    if here is None or here.rank is None:
        return html.join()
    steps = [
        gaps.climb(page.briefing.edition, page.briefing.province, rank)
        for rank in range(here.rank - 1, max(0, here.rank - 1 - _RANKS), -1)
    ]
    steps = [step for step in steps if step is not None]
    if not steps:
        return html.join()
    lines = [_line(page, step) for step in steps]
    columns = [page.component_name(name) for name in page.briefing.breakdown.weights.index]
    frame = pd.DataFrame(lines, columns=["column-rank", "column-missing", *columns])
    rows = page.briefing.edition.table()
    near = rows[(rows["rank"] >= steps[-1].rank) & (rows["rank"] <= here.rank)]
    cited = page.scores_source(near["province"])
    caption = page.language.say("climb-caption", province=page.name)
    return page.folded(frame, caption, cite=cited)


def _line(page: Page, step: Climb) -> tuple[str, ...]:
    single = step.gains[step.gains["component"] != ALL]
    return (
        str(step.rank),
        page.language.signed(step.gap),
        *(_gain(page, row) for _, row in single.iterrows()),
    )


def _gain(page: Page, row: pd.Series) -> str:
    """Write a gain; a star says that it would pass the best score of any province."""
    text = page.language.signed(row["gain"])
    return text + "*" if row["after"] > row["best"] + dti.HALF_UNIT else text


@computed_by(gaps.margin)
def losses(page: Page) -> Html:
    """Say the smallest loss that would cost a rank."""
    margin = _loss(page)
    if margin is None:
        message = "loss-unknown" if page.briefing.scored else "loss-no-score"
        return page.unknown(message, province=page.name)
    single = margin.losses[margin.losses["component"] != ALL]
    first = single.sort_values("loss", kind="stable").iloc[0]
    values = {
        "below": page.province_name(margin.below.province),
        "loss": page.language.score(margin.loss),
        "pillar": page.component_name(first["component"]).lower(),
        "part": page.language.score(first["loss"]),
    }
    name = "loss" if margin.exact else "loss-at-most"
    return page.say(name, _sources(page), **values)

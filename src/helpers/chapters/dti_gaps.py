"""Chapter 3, the gaps: which part of the index makes the distance to the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from helpers.analysis import gaps
from helpers.analysis.gaps import MEAN
from helpers.drawing import charts
from helpers.drawing.charts import Gap
from helpers.pages import html
from helpers.pages.citing import Citation
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page


@dataclass(frozen=True)
class _Comparison:
    """One rival of the province: who, its heading, the gap (own minus rival), its split."""

    rival: str
    heading: str
    gap: float
    split: pd.DataFrame
    rank: int | None = None


@computed_by(gaps.contributions)
def why(page: Page) -> Html:
    """Say which parts make the gap to the province above, to the leader and to the mean."""
    found = list(_comparisons(page))
    if not found:
        message = "gaps-unknown" if page.briefing.scored else "gaps-no-score"
        return page.unknown(message, province=page.name)
    said = [_said(page, found[0])]
    said += [_most(page, "gaps-leader", each) for each in found[1:] if each.rival != MEAN]
    said += [_most(page, "gaps-mean-known", each) for each in found if each.rival == MEAN]
    return html.join(*said)


def _said(page: Page, one: _Comparison) -> Html:
    """Name every part that loses and every part that wins, the largest first."""
    steps = one.split.sort_values("contribution", key=abs, ascending=False, kind="stable")
    losses = _listed(page, steps[steps["contribution"] < 0])
    gains = _listed(page, steps[steps["contribution"] > 0])
    message = "gaps-behind" if one.gap < 0 else "gaps-ahead"
    known = {side: text for side, text in (("losses", losses), ("gains", gains)) if text}
    if len(known) < 2:
        message += "-by-" + next(iter(known), "rounding")
    values = {"province": page.name, "rival": page.province_name(one.rival), "rank": one.rank}
    values["gap"] = page.language.score(abs(one.gap))
    cited = [*_parts_source(page, page.briefing.province), *_parts_source(page, one.rival)]
    return page.say(message, cited, **values, **known)


def _listed(page: Page, steps: pd.DataFrame) -> str:
    pairs = zip(steps["component"], steps["contribution"], strict=True)
    return ", ".join(
        str(page.language.say("gap-item", name=page.component_name(name).lower(),
                              part=page.language.exact(part)))
        for name, part in pairs
    )  # fmt: skip


def _most(page: Page, message: str, one: _Comparison) -> Html:
    """Name the part that makes the most of a gap."""
    cited = _parts_source(page, page.briefing.province)
    cited += page.edition_source() if one.rival == MEAN else _parts_source(page, one.rival)
    return page.say(message, cited, **_words(page, one))


def _parts_source(page: Page, province: str) -> list[Citation]:
    """Return where the total of a province and the parts of it are published."""
    return page.score_source(province, *page.total_and_parts)


@computed_by(gaps.contributions, gaps.waterfall)
def split(page: Page) -> Html:
    """Show the parts of each gap as a waterfall; nothing where no gap can be split."""
    found = list(_comparisons(page))
    if not found:
        return html.join()
    painter = charts.waterfalls([Gap(_steps(page, each), each.heading) for each in found])
    table = page.table(_table(page, found), page.language.say("gaps-caption"))
    rivals = [one.rival for one in found if one.rival != MEAN]
    cited = [each for one in (*rivals, page.briefing.province) for each in _parts_source(page, one)]
    return page.figure(_name(found[0]), painter, table, cited, **_words(page, found[0]))


def _name(first: _Comparison) -> str:
    """Choose the words of the waterfall by what its first gap is."""
    largest = first.split["contribution"].agg("min" if first.gap < 0 else "max")
    if largest * first.gap <= 0:  # no part explains a gap that only rounding makes
        return "gaps-even"
    return "gaps" if first.gap < 0 else "gaps-lead"


def _comparisons(page: Page) -> Iterable[_Comparison]:
    here = page.briefing.standing()
    if not page.briefing.scored:
        return
    # Who leads is held against the next one below: its lead has parts as well.
    others = (here.above, here.leader) if here.above is not None else (here.below,)
    rivals = {each.province: each for each in others if each is not None}
    for rival in rivals.values():
        name, gap = page.province_name(rival.province), page.language.signed(-rival.gap)
        heading = page.language.say("gap-heading", rival=name, rank=rival.rank, gap=gap)
        split = gaps.contributions(page.briefing.breakdown, page.briefing.province, rival.province)
        if len(split):
            yield _Comparison(rival.province, str(heading), -rival.gap, split, rival.rank)
    to_mean = _to_mean(page, here.mean_gap)
    if to_mean is not None:
        yield to_mean


def _to_mean(page: Page, gap: float | None) -> _Comparison | None:
    split = gaps.contributions(page.briefing.breakdown, page.briefing.province, MEAN)
    if gap is None or split.empty:
        return None
    values = {"ranked": page.briefing.edition.ranked, "gap": page.language.signed(gap)}
    heading = page.language.say("gap-heading-mean", **values)
    # A mean has endless decimals: its parts are rounded, and what that leaves is a step.
    return _Comparison(MEAN, str(heading), gap, split.round({"contribution": 4}))


def _steps(page: Page, one: _Comparison) -> pd.DataFrame:
    steps = gaps.waterfall(one.split, one.gap)
    labels = [_label(page, name) for name in steps["component"]]
    whole = str(page.language.say("gap-whole")), one.gap
    return charts.with_whole(steps, labels, whole, page.language.exact)


def _label(page: Page, component: str) -> str:
    if component == gaps.ROUNDING:
        return str(page.language.say("gap-rounding"))
    return page.component_name(component)


def _table(page: Page, found: list[_Comparison]) -> pd.DataFrame:
    steps = [gaps.waterfall(one.split, one.gap).set_index("component") for one in found]
    names = list(found[0].split["component"])
    if any(gaps.ROUNDING in each.index for each in steps):
        names.append(gaps.ROUNDING)
    weights = found[0].split.set_index("component")["weight"].reindex(names)
    none = str(page.language.say("value-none"))
    frame = pd.DataFrame(
        {
            "column-component": [_label(page, name) for name in names],
            "column-weight": [
                none if pd.isna(weight) else page.language.decimal(weight) for weight in weights
            ],
        }
    )
    for one, each in zip(found, steps, strict=True):
        values = each["contribution"].reindex(names).fillna(0)
        frame[_column(page, one.rival)] = [page.language.exact(value) for value in values]
    return frame


def _column(page: Page, rival: str) -> str:
    if rival == MEAN:
        name = str(page.language.say("mean-of-all", ranked=page.briefing.edition.ranked))
    else:
        name = page.province_name(rival)
    return page.language.say("column-part", rival=name)


def _words(page: Page, first: _Comparison) -> dict[str, object]:
    largest = first.split.sort_values("contribution", ascending=first.gap < 0).iloc[0]
    words = {
        "province": page.name,
        "edition": str(page.briefing.edition),
        "pillar": page.component_name(largest["component"]).lower(),
        "part": page.language.exact(largest["contribution"]),
        "gap": page.language.signed(first.gap),
    }
    if first.rival != MEAN:
        words["rival"] = page.province_name(first.rival)
    return words | {"ranked": page.briefing.edition.ranked}


def to_the_mean(page: Page) -> Html:
    """Say why the distance to the mean cannot be split, where the others can and it cannot."""
    found = list(_comparisons(page))
    if not found or found[-1].rival == MEAN:
        return html.join()
    return page.say("gaps-mean", style="note", edition=str(page.briefing.edition))

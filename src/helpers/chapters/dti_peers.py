"""Chapter 3, the comparisons: with the province's own past, and with provinces like it."""

from __future__ import annotations

import pandas as pd

from helpers import charts, dti, history, html, peers, rank_charts
from helpers.citing import Citation, cite, cite_all
from helpers.computed import computed_by
from helpers.html import Html
from helpers.language import Language
from helpers.page import Page
from helpers.peers import INCOME, POPULATION, IncomeLink
from helpers.rank_charts import Course

#: How many of the provinces most alike a table shows.
_ALIKE = 5
#: Marks of the income axis, million dong a head.
_INCOME_TICKS = (40, 60, 100, 200, 300)


@computed_by(history.ranks_over_time)
def past(page: Page) -> Html:
    """Show the ranks over all editions that may be cited, beside named provinces."""
    here, editions = page.standing(), page.data["dti_editions"]
    if here is None or here.rank is None:
        return page.unknown("history-unknown", province=page.name)
    if len(editions) < 2:
        return page.say("history-one", style="note", edition=str(page.edition))
    names = [page.province, *history.companions(page.scores, page.edition, page.province)]
    frame = history.ranks_over_time(page.scores, editions, names)
    last = frame[frame["edition"] == page.edition].set_index("province")["rank"]
    order = sorted(names, key=lambda name: (last[name], name != page.province))
    own = frame[frame["province"] == page.province]
    courses = [_course(page, frame, name) for name in order]
    years = [str(edition) for edition in own["edition"]]
    change = str(page.language.say("history-change"))
    changes = [place for place, new in enumerate(own["new_method"]) if new]
    cited = cite_all(frame, "table")
    table = page.table(_past_table(page, frame, order), page.language.say("history-caption"),
                       [name == page.province for name in order])  # fmt: skip
    words = {"province": page.name, "ranks": _listed(page.language, own), "ranked": page.ranked}
    words |= {"first": years[0], "last": years[-1], "rank": here.rank}
    painter = rank_charts.bump(courses, years, change, changes)
    figure = page.figure("history", painter, table, cited, **words)
    return html.join(*_change(page, own), figure)


def _change(page: Page, own: pd.DataFrame) -> list[Html]:
    """Say how the rank moved since the edition before, and since when the method differs."""
    before, last = own.iloc[-2], own.iloc[-1]
    values = {"province": page.name, "edition": str(last["edition"])}
    values["before"] = str(before["edition"])
    if pd.isna(last["change"]):
        said = page.say("history-since-unknown", page.score_source(page.province), **values)
    else:
        values |= {"old": int(before["rank"]), "new": int(last["rank"])}
        places = int(last["change"])
        moved = "up" if places > 0 else "down" if places < 0 else "same"
        cited = cite(before, last, locator="table")
        said = page.say(f"history-since-{moved}", cited, **values, places=abs(places))
    changed = ", ".join(str(edition) for edition in own.loc[own["new_method"], "edition"])
    return [said, page.say("history-method", style="note", editions=changed)] if changed else [said]


def _course(page: Page, frame: pd.DataFrame, province: str) -> Course:
    ranks = frame[frame["province"] == province].reset_index(drop=True)
    label = f"{ranks['rank'].iloc[-1]}. {page.province_name(province)}"
    return Course(label, province == page.province, ranks[["rank", "scored"]])


def _past_table(page: Page, frame: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    unknown = str(page.language.say("value-none"))
    shown = frame.pivot(index="province", columns="edition", values="rank").loc[order]
    cells = shown.astype("string").fillna(unknown).rename(columns=str)
    cells.insert(0, "column-province", [page.province_name(name) for name in order])
    return cells


def _listed(language: Language, own: pd.DataFrame) -> str:
    known = own.dropna(subset=["rank"])
    pairs = zip(known["rank"], known["edition"], strict=True)
    return ", ".join(
        str(language.say("history-item", rank=int(rank), edition=str(edition)))
        for rank, edition in pairs
    )


@computed_by(peers.same_region)
def region(page: Page) -> Html:
    """Say where the province stands in its region, as far as ranks are known."""
    rows = peers.same_region(page.data["provinces"], page.scores, page.edition, page.province)
    known = rows.dropna(subset=["rank"])
    values = {"province": page.name, "known": len(known), "members": len(rows)}
    values["region"] = str(page.language.say(f"region-{rows['region'].iloc[0]}"))
    cited = cite_all(known, "table")
    here = page.standing()
    if here is None or here.rank is None:
        return page.say("region-unknown", [*cited, *page.edition_source()], **values)
    better = known[known["rank"] < here.rank]
    values |= {"place": len(better) + 1, "edition": str(page.edition)}
    ranks = dti.table(page.scores, page.edition)["rank"]
    sure = int((ranks < here.rank).sum()) == here.rank - 1
    said = page.say("region-place" if sure else "region-place-known", cited, **values)
    caption = page.language.say("region-caption", **values)
    names = [page.province_name(name) for name in known["province"]]
    frame = pd.DataFrame({"column-province": names, "column-rank": known["rank"].astype(str)})
    frame["column-score"] = [page.or_unknown(score) for score in known["score"]]
    own = list(known["province"] == page.province)
    return html.join(said, page.folded(frame, caption, own, cited))


@computed_by(peers.by_profile, peers.what_better_ones_do)
def alike(page: Page) -> Html:
    """List the provinces most alike by pillars, and what the better ones do differently."""
    everyone = peers.by_profile(page.scores, page.edition, page.province)
    near = everyone.head(_ALIKE)
    if near.empty:
        return page.unknown("alike-unknown", province=page.name)
    frame = _near_table(page, near)
    for pillar in dti.PILLARS:
        frame[page.component_name(pillar)] = [page.language.signed(gap) for gap in near[pillar]]
    caption = page.language.say("alike-caption", province=page.name)
    values = {"known": len(everyone) + 1, "ranked": page.ranked, "edition": str(page.edition)}
    note = page.say("alike-note", _near_source(page, near), "note", **values)
    table = page.folded(frame, caption, cite=_near_source(page, near))
    return html.join(_better(page, everyone, "alike"), table, note)


def _near_source(page: Page, near: pd.DataFrame) -> list[Citation]:
    """Return where the scores of the province and of those most alike are published."""
    names = (page.province, *near["province"])
    return page.scores_source(names, *page.total_and_parts)


def _near_table(page: Page, near: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "column-province": [page.province_name(name) for name in near["province"]],
            "column-rank": [page.or_none(rank) for rank in near["rank"]],
            "column-unlike": [page.language.decimal(round(each, 3)) for each in near["distance"]],
        }
    )


def _better(page: Page, everyone: pd.DataFrame, kind: str) -> Html:
    """Say what the better ones of the most alike do differently, or else the nearest better."""
    near = everyone.head(_ALIKE)
    cited = _near_source(page, near)
    values = {"province": page.name, "shown": len(near)}
    ahead = peers.what_better_ones_do(page.parts, near, page.province)
    if len(ahead):
        values |= _ahead(page, ahead) | {"better": int(ahead["count"].iloc[0])}
        return page.say(f"{kind}-better", cited, **values)
    none = page.say(f"{kind}-none-better", cited, **values)
    better = peers.better_ones(page.parts, everyone, page.province).head(1)
    if better.empty:
        return none
    values |= _ahead(page, peers.what_better_ones_do(page.parts, better, page.province))
    values["rival"] = page.province_name(better["province"].iloc[0])
    values["rank"] = int(better["rank"].iloc[0])
    return html.join(none, page.say(f"{kind}-nearest-better", _near_source(page, better), **values))


def _ahead(page: Page, ahead: pd.DataFrame) -> dict[str, str]:
    """Return the part in which others are ahead the most, by how much, and what it is worth."""
    first = ahead.iloc[0]
    return {
        "pillar": page.component_name(first["component"]).lower(),
        "difference": page.language.signed(first["difference"]),
        "part": page.language.score(abs(first["contribution"])),
    }


@computed_by(peers.by_context, peers.what_better_ones_do, peers.income_link)
def size_and_income(page: Page) -> Html:
    """List the provinces of like size and income, and hold the index against income."""
    context = page.data["context"]
    everyone = peers.by_context(context, page.scores, page.edition, page.province)
    near = everyone.head(_ALIKE)
    if near.empty:
        return page.unknown("context-unknown", edition=str(page.edition))
    frame = _near_table(page, near)
    frame["column-population"] = [page.language.integer(each) for each in near[POPULATION]]
    frame["column-income"] = [page.language.decimal(each) for each in near[INCOME]]
    caption = page.language.say("context-caption", province=page.name)
    cited = [*_near_source(page, near), *_context_source(page, near)]
    pieces = [_better(page, everyone, "context"), page.folded(frame, caption, cite=cited)]
    link = peers.income_link(page.scores, context, page.edition)
    if link is not None and page.province in link.points.index:
        pieces += [_income(page, link), page.say("income-caution", style="note")]
    return html.join(*pieces)


def _context_source(page: Page, near: pd.DataFrame) -> list[Citation]:
    rows = page.data["context"]
    rows = rows[(rows["year"] == page.edition) & rows["province"].isin(near["province"])]
    return cite_all(rows)


def _income_table(page: Page, rows: pd.DataFrame) -> Html:
    number = page.language
    frame = pd.DataFrame(
        {
            "column-province": [page.province_name(name) for name in rows.index],
            "column-income": [number.decimal(each) for each in rows["income"]],
            "column-score": [number.score(each) for each in rows["score"]],
            "column-residual": [number.signed(round(each, 4)) for each in rows["residual"]],
        }
    )
    own = list(rows.index == page.province)
    return page.table(frame, page.language.say("income-caption"), own)


def _income(page: Page, link: IncomeLink) -> Html:
    points = link.points
    own, leader = points.loc[page.province], points["score"].idxmax()
    named = {page.province, leader, points["income"].idxmax()}
    dots = pd.DataFrame(
        {
            "x": points["income"],
            "y": points["score"],
            "label": [page.province_name(name) if name in named else "" for name in points.index],
            "own": points.index == page.province,
        }
    )
    painter = charts.scatter(
        dots, (link.intercept, link.slope), _INCOME_TICKS, page.language.decimal
    )
    table = _income_table(page, points.sort_values("residual", ascending=False))
    everyone = points.rename_axis("province").reset_index()
    cited = [*_context_source(page, everyone), *_near_source(page, everyone)]
    name, words = "income-above" if own["residual"] >= 0 else "income-below", _link(page, link)
    said = [
        page.say(f"income-{_direction(link)}", cited, **words),
        page.say(f"{name}-said", cited, **words),
    ]
    return html.join(*said, page.figure(name, painter, table, cited, **words))


def _direction(link: IncomeLink) -> str:
    """Say which way income and index go together, as far as the interval is sure of it."""
    if link.low > 0:
        return "with"
    return "against" if link.high < 0 else "unclear"


def _link(page: Page, link: IncomeLink) -> dict[str, object]:
    own, number = link.points.loc[page.province], page.language
    return {
        "province": page.name,
        "edition": str(page.edition),
        "count": len(link.points),
        "correlation": number.hundredths(link.correlation),
        "low": number.hundredths(link.low),
        "high": number.hundredths(link.high),
        "explained": number.percent(link.explained),
        "level": number.percent(0.95),
        "residual": number.signed(round(own["residual"], 4)),
        "size": number.score(abs(own["residual"])),
        "income": number.decimal(own["income"]),
        "ahead": link.ahead(page.province),
    }

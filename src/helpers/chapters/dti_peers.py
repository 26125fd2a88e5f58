"""Chapter 3, the comparisons: with the province's own past, and with provinces like it."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import dti, history, peers
from helpers.analysis.peers import INCOME, POPULATION, IncomeLink
from helpers.chapters import dti_predecessors
from helpers.drawing import charts, rank_charts
from helpers.drawing.rank_charts import Course
from helpers.pages import html
from helpers.pages.citing import Citation, cite, cite_all
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page
from helpers.words.language import Language

#: How many of the provinces most alike a table shows.
_ALIKE = 5
#: Marks of the income axis, million dong a head.
_INCOME_TICKS = (40, 60, 100, 200, 300)


@computed_by(history.ranks_over_time)
def past(page: Page) -> Html:
    """Show the ranks over all editions that may be cited, beside named provinces.

    A unit that a merger made is shown beside the provinces it was made of.
    """
    frame = _ranks(page)
    own, editions = frame[frame["province"] == page.briefing.province], frame["edition"].nunique()
    if len(own) == 1:
        return page.say("history-one", style="note", edition=str(page.briefing.edition))
    said = [dti_predecessors.without_rank(page)] if own.empty else _change(page, own)
    if not any(piece.markup for piece in said):
        return page.unknown("history-unknown", province=page.name)
    return html.join(*said, *([_courses(page, frame)] if editions > 1 else []))


def _ranks(page: Page) -> pd.DataFrame:
    """Return the ranks to show, up to the newest known; of a province without one none."""
    here, names = page.briefing.standing(), dti_predecessors.names(page)
    if here is not None and here.rank is not None:
        beside = history.companions(page.briefing.edition, page.briefing.province)
        names = [page.briefing.province, *beside, *names]
    frame = history.ranks_over_time(page.briefing.data, names)
    return frame[frame["edition"] <= frame.loc[frame["rank"].notna(), "edition"].max()]


def _change(page: Page, own: pd.DataFrame) -> list[Html]:
    """Say how the rank moved since the edition before, and since when the method differs."""
    before, last = own.iloc[-2], own.iloc[-1]
    first = own["rank"].notna().sum() == 1 and dti_predecessors.names(page)
    said = dti_predecessors.first_rank(page, last) if first else _moved(page, before, last)
    changed = ", ".join(str(edition) for edition in own.loc[own["new_method"], "edition"])
    return [said, page.say("history-method", style="note", editions=changed)] if changed else [said]


def _moved(page: Page, before: pd.Series, last: pd.Series) -> Html:
    values: dict[str, object] = {"province": page.name, "edition": str(last["edition"])}
    values["before"] = str(before["edition"])
    if pd.isna(before["rank"]):
        cited = page.score_source(page.briefing.province)
        return page.say("history-since-unknown", cited, **values)
    values |= {"old": int(before["rank"]), "new": int(last["rank"])}
    cited = cite(before, last, locator="table")
    if pd.isna(last["change"]):
        values |= {"ranked": int(last["ranked"]), "ranked_before": int(before["ranked"])}
        return page.say("history-since-recounted", cited, **values)
    places = int(last["change"])
    name = f"history-since-{history.moved(places)}"
    return page.say(name, cited, **values, places=abs(places))


def _courses(page: Page, frame: pd.DataFrame) -> Html:
    """Draw the ranks as lines, the newest and best first."""
    newest = history.newest(frame)
    editions = frame.drop_duplicates("edition")
    years = [str(edition) for edition in editions["edition"]]
    courses = [_course(page, frame, name) for name in newest.index]
    painter = rank_charts.bump(courses, years, _changes(page, editions))
    caption = page.language.say("history-caption")
    own = list(newest.index == page.briefing.province)
    table = page.table(_past_table(page, frame, list(newest.index)), caption, own)
    name, values = _words(page, frame, editions)
    values |= {"province": page.name, "first": years[0], "last": years[-1]}
    values["ranked"] = int(editions["ranked"].iloc[-1])
    return page.figure(name, painter, table, cite_all(frame, "table"), **values)


def _changes(page: Page, editions: pd.DataFrame) -> dict[int, str]:
    """Return the places of the editions that are not as the one before, and in what."""
    found = {}
    for place, row in enumerate(editions.itertuples()):
        words = [page.language.say("history-change")] if row.new_method else []
        if row.new_count:
            words.append(page.language.say("history-recount", ranked=int(row.ranked)))
        if words:
            found[place] = ", ".join(words)
    return found


def _words(
    page: Page, frame: pd.DataFrame, editions: pd.DataFrame
) -> tuple[str, dict[str, object]]:
    """Return the name of the chart, and what its words say beyond province and editions."""
    own = frame[frame["province"] == page.briefing.province]
    if own.empty:
        return "history-merged", dti_predecessors.words(page, frame)
    values: dict[str, object] = {"ranks": _listed(page.language, own)}
    values["rank"] = int(own["rank"].iloc[-1])
    if not editions["new_count"].any():
        return "history", values
    values["counts"] = ", ".join(
        str(page.language.say("history-count", ranked=int(row.ranked), edition=str(row.edition)))
        for place, row in enumerate(editions.itertuples())
        if row.new_count or place == 0
    )
    return "history-recounted", values


def _course(page: Page, frame: pd.DataFrame, province: str) -> Course:
    ranks = frame[frame["province"] == province].reset_index(drop=True)
    last = ranks.dropna(subset=["rank"]).iloc[-1]
    name, rank, edition = page.province_name(province), int(last["rank"]), str(last["edition"])
    label = f"{rank}. {name}"
    if last["edition"] != ranks["edition"].iloc[-1]:
        values = {"name": name, "rank": rank, "edition": edition}
        label = str(page.language.say("history-ended", **values))
    became = province in dti_predecessors.names(page)
    columns = ["rank", "scored", "new_count"]
    return Course(label, province == page.briefing.province, became, ranks[columns])


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
    edition, province = page.briefing.edition, page.briefing.province
    if edition is None:
        return html.join()
    rows = peers.same_region(edition, province, page.briefing.data["provinces"])
    if rows.empty:
        return page.unknown("region-not-known", province=page.name)
    known = rows.dropna(subset=["rank"])
    values = {"province": page.name, "known": len(known), "members": len(rows)}
    values["region"] = str(page.language.say(f"region-{rows['region'].iloc[0]}"))
    cited = cite_all(known, "table")
    here = page.briefing.standing()
    if here is None or here.rank is None:
        return page.say("region-unknown", [*cited, *page.edition_source()], **values)
    better = known[known["rank"] < here.rank]
    values |= {"place": len(better) + 1, "edition": str(page.briefing.edition)}
    ranks = page.briefing.edition.table()["rank"]
    sure = int((ranks < here.rank).sum()) == here.rank - 1
    whole = {"all": "yes" if len(known) == len(rows) else "no"} if sure else {}
    said = page.say("region-place" if sure else "region-place-known", cited, **values, **whole)
    caption = page.language.say("region-caption", **values)
    names = [page.province_name(name) for name in known["province"]]
    frame = pd.DataFrame({"column-province": names, "column-rank": known["rank"].astype(str)})
    frame["column-score"] = [page.or_unknown(score) for score in known["score"]]
    own = list(known["province"] == page.briefing.province)
    return html.join(said, page.folded(frame, caption, own, cited))


@computed_by(peers.by_profile, peers.what_better_ones_do)
def alike(page: Page) -> Html:
    """List the provinces most alike by pillars, and what the better ones do differently."""
    edition, province = page.briefing.edition, page.briefing.province
    everyone = pd.DataFrame() if edition is None else peers.by_profile(edition, province)
    near = everyone.head(_ALIKE)
    if near.empty:
        return page.unknown("alike-unknown", province=page.name)
    frame = _near_table(page, near)
    for pillar in dti.PILLARS:
        frame[page.component_name(pillar)] = [page.language.signed(gap) for gap in near[pillar]]
    caption = page.language.say("alike-caption", province=page.name)
    values = {"known": len(everyone) + 1, "ranked": edition.ranked, "edition": str(edition)}
    note = page.say("alike-note", _near_source(page, near), "note", **values)
    table = page.folded(frame, caption, cite=_near_source(page, near))
    return html.join(_better(page, everyone, "alike"), table, note)


def _near_source(page: Page, near: pd.DataFrame) -> list[Citation]:
    """Return where the scores of the province and of those most alike are published."""
    names = (page.briefing.province, *near["province"])
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
    near, briefing = everyone.head(_ALIKE), page.briefing
    breakdown, province = briefing.breakdown, briefing.province
    cited = _near_source(page, near)
    values = {"province": page.name, "shown": len(near)}
    ahead = peers.what_better_ones_do(breakdown, province, near)
    if len(ahead):
        values |= _ahead(page, ahead) | {"better": int(ahead["count"].iloc[0])}
        return page.say(f"{kind}-better", cited, **values)
    none = page.say(f"{kind}-none-better", cited, **values)
    better = peers.better_ones(breakdown, province, everyone).head(1)
    if better.empty:
        return none
    values |= _ahead(page, peers.what_better_ones_do(breakdown, province, better))
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
    context, edition = page.briefing.data["context"], page.briefing.edition
    if edition is None:
        return html.join()
    everyone = peers.by_context(edition, page.briefing.province, context)
    near = everyone.head(_ALIKE)
    if near.empty:
        alone = (context["year"] == edition.number).any()
        name = "context-unknown-here" if alone else "context-unknown"
        return page.unknown(name, edition=str(edition), province=page.name)
    frame = _near_table(page, near)
    frame["column-population"] = [page.language.integer(each) for each in near[POPULATION]]
    frame["column-income"] = [page.language.decimal(each) for each in near[INCOME]]
    caption = page.language.say("context-caption", province=page.name)
    cited = [*_near_source(page, near), *_context_source(page, near)]
    pieces = [_better(page, everyone, "context"), page.folded(frame, caption, cite=cited)]
    link = peers.income_link(edition, context)
    if link is not None and page.briefing.province in link.points.index:
        pieces += [_income(page, link), page.say("income-caution", style="note")]
    return html.join(*pieces)


def _context_source(page: Page, near: pd.DataFrame) -> list[Citation]:
    rows, year = page.briefing.data["context"], page.briefing.edition.number
    rows = rows[(rows["year"] == year) & rows["province"].isin(near["province"])]
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
    own = list(rows.index == page.briefing.province)
    return page.table(frame, page.language.say("income-caption"), own)


def _income(page: Page, link: IncomeLink) -> Html:
    points = link.points
    own, leader = points.loc[page.briefing.province], points["score"].idxmax()
    named = {page.briefing.province, leader, points["income"].idxmax()}
    dots = pd.DataFrame(
        {
            "x": points["income"],
            "y": points["score"],
            "label": [page.province_name(name) if name in named else "" for name in points.index],
            "own": points.index == page.briefing.province,
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
    own, number = link.points.loc[page.briefing.province], page.language
    return {
        "province": page.name,
        "edition": str(page.briefing.edition),
        "count": len(link.points),
        "correlation": number.hundredths(link.correlation),
        "low": number.hundredths(link.low),
        "high": number.hundredths(link.high),
        "explained": number.percent(link.explained),
        "level": number.percent(0.95),
        "residual": number.signed(round(own["residual"], 4)),
        "size": number.score(abs(own["residual"])),
        "income": number.decimal(own["income"]),
        "ahead": link.ahead(page.briefing.province),
    }

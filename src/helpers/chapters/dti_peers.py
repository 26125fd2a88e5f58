"""Chapter 3, the comparisons: with the province's own past, and with provinces like it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from helpers.analysis import dti, history, peers
from helpers.analysis.peers import INCOME, POPULATION, IncomeLink
from helpers.chapters import dti_predecessors
from helpers.chapters.dti_predecessors import edition_of, ranked_in
from helpers.drawing import charts, rank_charts
from helpers.drawing.rank_charts import Course
from helpers.pages.citing import Citation, cite, cite_all
from helpers.pages.page import Cell, Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import counted, held, of, setting
from helpers.store.frames import row_at
from helpers.words.language import Said
from helpers.words.told import Figure, Telling, Text, joined, text

#: Marks of the income axis, million dong a head.
_INCOME_TICKS = (40, 60, 100, 200, 300)


def past(page: Page, ranks: pd.DataFrame) -> Piece:
    """Show the ranks over the editions, up to the newest known, beside named provinces.

    A unit that a merger made is shown beside the provinces it was made of.

    Parameters
    ----------
    page : Page
        The page.
    ranks : DataFrame
        What :func:`helpers.analysis.history.ranks_over_time` returns; an edition may be left out.
    """
    known = ranks["edition"].le(ranks.loc[ranks["rank"].notna(), "edition"].max())
    frame = history.since_before(ranks[known])
    own = frame[frame["province"] == page.briefing.province]
    if len(own) == 1:
        if len(page.briefing.data["dti_editions"]) > 1:
            return page.note("history-few")
        return page.note("history-one", edition=page.edition)
    said = [dti_predecessors.without_rank(page)] if own.empty else _change(page, own)
    if not any(said):
        return page.unknown("history-unknown", province=page.name)
    return join(*said, *([_courses(page, frame)] if frame["edition"].nunique() > 1 else []))


def _change(page: Page, own: pd.DataFrame) -> list[Piece]:
    """Say how the rank moved since the edition before, and since when the method differs."""
    before, last = own.iloc[-2], own.iloc[-1]
    first = own["rank"].notna().sum() == 1 and dti_predecessors.names(page)
    said = dti_predecessors.first_rank(page, last) if first else _moved(page, before, last)
    # The first edition of a method, which a table with editions left out need not hold.
    firsts = page.briefing.data["dti_editions"].sort_values("edition").drop_duplicates("method")
    rows = firsts[firsts["method"].isin(own.loc[own["new_method"], "method"])]
    if rows.empty:
        return [said]
    named = [page.write(held(row, "edition"), "year") for _, row in rows.iterrows()]
    many = "one" if len(rows) == 1 else "many"
    return [said, page.detail("history-method", editions=joined(", ", named), many=many)]


def _moved(page: Page, before: pd.Series, last: pd.Series) -> Piece:
    values: dict[str, Said] = {"province": page.name, "edition": edition_of(page, last)}
    values["before"] = edition_of(page, before)
    if pd.isna(before["rank"]):
        cited = page.score_source(page.briefing.province)
        return page.say("history-since-unknown", cited, **values)
    values |= {"old": held(before, "rank"), "new": held(last, "rank"), "basis": before["basis"]}
    cited = cite(before, last, locator="table")
    if pd.isna(last["change"]):
        values |= {"ranked": ranked_in(page, last), "ranked_before": ranked_in(page, before)}
        return page.say("history-since-recounted", cited, **values)
    name = f"history-since-{history.moved(last['change'])}"
    return page.say(name, cited, **values, places=held(last, "change").size)


def _courses(page: Page, frame: pd.DataFrame) -> Piece:
    """Draw the ranks as lines, the newest and best first."""
    newest, editions = history.newest(frame), frame.drop_duplicates("edition")
    editions = editions.sort_values("edition")  # a table may lack a rank of the first province
    years = [edition_of(page, row) for _, row in editions.iterrows()]
    courses = [_course(page, frame, row) for _, row in newest.iterrows()]
    painter = rank_charts.bump(courses, years, _changes(page, editions))
    caption = page.text("history-caption")
    own = list(newest.index == page.briefing.province)
    table = page.table(_past_table(page, frame, list(newest.index), years), caption, own)
    name, values = _words(page, frame, editions)
    values |= {"province": page.name, "first": years[0], "last": years[-1]}
    values["ranked"] = ranked_in(page, editions.iloc[-1])
    return page.figure(name, painter, table, cite_all(frame, "table"), **values)


def _changes(page: Page, editions: pd.DataFrame) -> dict[int, Text]:
    """Return the places of the editions that are not as the one before, and in what."""
    found = {}
    for place, (_, row) in enumerate(editions.iterrows()):
        words = [page.text("history-change")] if row["new_method"] else []
        if row["new_count"]:
            words.append(page.text("history-recount", ranked=ranked_in(page, row)))
        if words:
            found[place] = joined(", ", words)
    return found


def _words(page: Page, frame: pd.DataFrame, editions: pd.DataFrame) -> tuple[str, dict[str, Said]]:
    """Return the name of the chart, and what its words say beyond province and editions."""
    own = frame[frame["province"] == page.briefing.province]
    if own.empty:
        return "history-merged", dti_predecessors.words(page, frame)
    values: dict[str, Said] = {"ranks": _listed(page, own), "rank": held(own.iloc[-1], "rank")}
    values["many"] = "one" if own["rank"].notna().sum() == 1 else "many"
    if not editions["new_count"].any():
        return "history", values
    counts = [
        page.text("history-count", ranked=ranked_in(page, row), edition=edition_of(page, row))
        for place, (_, row) in enumerate(editions.iterrows())
        if row["new_count"] or place == 0
    ]
    return "history-recounted", values | {"counts": joined(", ", counts)}


def _course(page: Page, frame: pd.DataFrame, last: pd.Series) -> Course:
    province, rank = last["province"], _rank(page, frame, last)
    # Of an edition of which the table lacks the province its rank is not known.
    own = frame[frame["province"] == province].set_index("edition")
    ranks = own.reindex(sorted(frame["edition"].unique())).reset_index()
    for column in ("scored", "new_count"):
        ranks[column] = ranks[column].eq(True)  # what is not known is neither
    name, year = page.province_name(province), edition_of(page, last)
    label = joined(". ", [rank, name])
    if last["edition"] != ranks["edition"].iloc[-1]:
        label = page.text("history-ended", name=name, rank=rank, edition=year)
    became = province in dti_predecessors.names(page)
    columns = ["rank", "scored", "new_count"]
    return Course(label, province == page.briefing.province, became, ranks[columns])


def _rank(page: Page, frame: pd.DataFrame, row: pd.Series) -> Figure | Text:
    """Return a rank as it is written, if derived so; of whom, where its table is another."""
    usual = frame.loc[frame["edition"] == row["edition"], "ranked"].iloc[0]
    if pd.isna(row["rank"]) or row["ranked"] == usual:
        return page.derived(row, text(page.or_none(row, "rank")))
    return page.text("history-among", rank=held(row, "rank"), ranked=ranked_in(page, row))


def _past_table(
    page: Page, frame: pd.DataFrame, order: list[str], years: list[Figure]
) -> pd.DataFrame:
    ranks = [_rank(page, frame, row) for _, row in frame.iterrows()]
    cells = frame.assign(cell=pd.Series(ranks, frame.index, dtype=object))
    shown = cells.pivot(index="province", columns="edition", values="cell").loc[order]
    shown = shown.map(lambda cell: cell if isinstance(cell, Telling) else text("–"))
    shown = shown.set_axis(years, axis="columns")
    shown.insert(0, "column-province", [page.province_name(name) for name in order])
    return shown


def _listed(page: Page, own: pd.DataFrame) -> Text:
    items = [
        page.text(
            "history-item",
            rank=held(row, "rank"),
            edition=edition_of(page, row),
            basis=row["basis"],
        )
        for _, row in own.dropna(subset=["rank"]).iterrows()
    ]
    return joined(", ", items)


def region(page: Page, members: pd.DataFrame) -> Piece:
    """List the provinces of the region, or say what of it is not known.

    :func:`helpers.chapters.dti_region.strip` says where the province stands among them.

    Parameters
    ----------
    page : Page
        The page.
    members : DataFrame
        What :func:`helpers.analysis.peers.same_region` returns; places are counted among its rows.
    """
    edition = page.briefing.edition
    if edition is None:
        return join()
    everyone = peers.same_region(edition, page.briefing.data["provinces"], page.briefing.province)
    if everyone.empty:
        return page.unknown("region-not-known", province=page.name)
    if page.briefing.province not in set(members["province"]):
        return page.note("not-in-table", province=page.name)
    rows = peers.placed(members)
    known = rows.dropna(subset=["rank"])
    values: dict[str, Said] = {"province": page.name, "edition": page.edition}
    values |= {"known": counted("known", known), "members": counted("members", rows)}
    values["region"] = page.text(f"region-{rows['region'].iloc[0]}")
    cited = cite_all(known, "table")
    own = known["province"] == page.briefing.province
    if not own.any():
        return page.say("region-unknown", [*cited, *page.edition_source()], **values)
    caption = page.text("region-caption", **values)
    return page.folded(_region_table(page, known), caption, own, cited)


def _region_table(page: Page, known: pd.DataFrame) -> pd.DataFrame:
    lines = [
        (page.province_name(row["province"]), held(row, "rank"), page.or_unknown(row))
        for _, row in known.iterrows()
    ]
    return pd.DataFrame(lines, columns=["column-province", "column-rank", "column-score"])


def alike(page: Page, near: pd.DataFrame, everyone: pd.DataFrame) -> Piece:
    """List the provinces most alike by pillars, and what the better ones do differently.

    Parameters
    ----------
    page : Page
        The page.
    near : DataFrame
        The provinces to list: rows of ``everyone``.
    everyone : DataFrame
        What :func:`helpers.analysis.peers.by_profile` returns; the nearest better one is looked
        for in it where none of ``near`` is better.
    """
    if near.empty:
        return join() if len(everyone) else page.unknown("alike-unknown", province=page.name)
    columns = _near_columns(page, near)
    for pillar in dti.PILLARS:
        gaps = [page.write(held(row, pillar), "signed") for _, row in near.iterrows()]
        columns[page.component_name(pillar)] = gaps
    caption = page.text("alike-caption", province=page.name)
    values: dict[str, Said] = {
        "known": counted("comparable", [page.briefing.province, *everyone["province"]]),
        "ranked": page.ranked,
        "edition": page.edition,
    }
    cited = _near_source(page, near)
    note = page.note("alike-note", cited, **values)
    table = page.folded(pd.DataFrame(columns), caption, cite=cited)
    return join(_better(page, near, everyone, "alike"), table, note)


def _near_source(page: Page, near: pd.DataFrame) -> list[Citation]:
    """Return where the scores of the province and of those most alike are published."""
    names = (page.briefing.province, *near["province"])
    return page.scores_source(names, *page.total_and_parts)


def _near_columns(page: Page, near: pd.DataFrame) -> dict[str | Text, Sequence[Cell]]:
    rows = [row for _, row in near.iterrows()]
    unlike = [held(row, "distance").rounded(3) for row in rows]
    return {
        "column-province": [page.province_name(row["province"]) for row in rows],
        "column-rank": [page.or_none(row, "rank") for row in rows],
        "column-unlike": [page.write(each, "decimal") for each in unlike],
    }


def _better(page: Page, near: pd.DataFrame, everyone: pd.DataFrame, kind: str) -> Piece:
    """Say what the better ones of the most alike do differently, or else the nearest better."""
    breakdown, province = page.briefing.known_edition.breakdown, page.briefing.province
    cited = _near_source(page, near)
    values: dict[str, Said] = {"province": page.name, "shown": counted("most alike", near)}
    nearest = list(everyone["province"].head(len(near)))
    values["table"] = "whole" if list(near["province"]) == nearest else "some"
    ahead = peers.what_better_ones_do(breakdown, province, near)
    if len(ahead):
        count = held(ahead.iloc[0], "count")
        values |= _ahead(page, ahead.iloc[0]) | {"better": count}
        values["every"] = "yes" if count.number == len(near) > 1 else "no"
        return page.say(f"{kind}-better", cited, **values)
    none = page.say(f"{kind}-none-better", cited, **values)
    better = peers.better_ones(breakdown, province, everyone).head(1)
    if better.empty:
        return none
    first = peers.what_better_ones_do(breakdown, province, better).iloc[0]
    values |= _ahead(page, first) | {"rival": page.at(better.iloc[0], "province")}
    values["rank"] = held(better.iloc[0], "rank")
    return join(none, page.say(f"{kind}-nearest-better", _near_source(page, better), **values))


def _ahead(page: Page, first: pd.Series) -> dict[str, Said]:
    """Return the part in which others are ahead the most, by how much, and what it is worth."""
    return {
        "pillar": page.at(first, "component").lower(),
        "difference": page.write(held(first, "difference"), "signed_points"),
        "part": page.write(held(first, "contribution").size, "points"),
    }


def size_and_income(
    page: Page,
    near: pd.DataFrame,
    everyone: pd.DataFrame,
    link: IncomeLink | None,
    ticks: Sequence[float] = _INCOME_TICKS,
) -> Piece:
    """List the provinces of like size and income, and hold the index against income.

    Parameters
    ----------
    page : Page
        The page.
    near, everyone : DataFrame
        As in :func:`alike`, of :func:`helpers.analysis.peers.by_context`.
    link : IncomeLink or None
        What :func:`helpers.analysis.peers.income_link` returns.
    ticks : sequence of float
        Marks of the income axis, million dong a head.
    """
    edition = page.briefing.edition
    if edition is None:
        return join()
    if everyone.empty:
        alone = (page.briefing.data["context"]["year"] == edition.number).any()
        name = "context-unknown-here" if alone else "context-unknown"
        return page.unknown(name, edition=page.edition, province=page.name)
    pieces = [] if near.empty else _like(page, near, everyone)
    if link is not None and page.briefing.province in link.points.index:
        pieces += [_income(page, link, ticks), page.note("income-caution")]
    return join(*pieces)


def _like(page: Page, near: pd.DataFrame, everyone: pd.DataFrame) -> list[Piece]:
    """List the provinces of like size and income, and say what the better ones do differently."""
    columns, rows = _near_columns(page, near), _context(page, near["province"])
    columns["column-population"] = [held(row, POPULATION) for _, row in rows.iterrows()]
    columns["column-income"] = _incomes(page, rows)
    caption = page.text("context-caption", province=page.name)
    cited = [*_near_source(page, near), *cite_all(rows)]
    table = page.folded(pd.DataFrame(columns), caption, cite=cited)
    return [_better(page, near, everyone, "context"), table]


def _context(page: Page, provinces: Iterable[str]) -> pd.DataFrame:
    """Return the rows of ``context`` of provinces in the edition's year, in their order."""
    rows = page.briefing.data["context"].set_index("province", drop=False)
    return rows[rows["year"] == page.briefing.known_edition.number].loc[list(provinces)]


def _incomes(page: Page, rows: pd.DataFrame) -> list[Figure]:
    return [page.write(held(row, INCOME), "decimal") for _, row in rows.iterrows()]


def _income_table(page: Page, points: pd.DataFrame) -> Piece:
    residuals = [held(row, "residual").rounded(4) for _, row in points.iterrows()]
    frame = pd.DataFrame(
        {
            "column-province": [page.province_name(name) for name in points.index],
            "column-income": _incomes(page, _context(page, points["province"])),
            "column-score": [page.score(name) for name in points.index],
            "column-residual": [page.write(each, "signed") for each in residuals],
        }
    )
    own = points.index == page.briefing.province
    return page.table(frame, page.text("income-caption"), own)


def _income(page: Page, link: IncomeLink, ticks: Sequence[float]) -> Piece:
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
    painter = charts.scatter(dots, (link.intercept, link.slope), ticks, page.language.decimal)
    table = _income_table(page, points.sort_values("residual", ascending=False))
    cited = [*cite_all(_context(page, points["province"])), *_near_source(page, points)]
    name, words = "income-above" if own["residual"] >= 0 else "income-below", _link(page, link)
    said = [
        page.say(f"income-{_direction(link)}", cited, **words),
        page.say(f"{name}-said", cited, **words),
    ]
    return join(*said, page.figure(name, painter, table, cited, **words))


def _direction(link: IncomeLink) -> str:
    """Say which way income and index go together, as far as the interval is sure of it."""
    if link.low > 0:
        return "with"
    return "against" if link.high < 0 else "unclear"


def _link(page: Page, link: IncomeLink) -> dict[str, Said]:
    own, write = row_at(link.points, page.briefing.province), page.write
    residual = held(own, "residual")
    return {
        "province": page.name,
        "edition": page.edition,
        "count": counted("income points", link.points),
        "correlation": write(of(link, "correlation"), "hundredths"),
        "low": write(of(link, "low"), "hundredths"),
        "high": write(of(link, "high"), "hundredths"),
        "explained": write(of(link, "explained"), "percent"),
        "level": write(setting("confidence", 0.95), "percent"),
        "residual": write(residual, "signed_points"),
        "size": write(residual.size, "points"),
        "income": _incomes(page, _context(page, [page.briefing.province]))[0],
        "ahead": held(own, "ahead"),
    }

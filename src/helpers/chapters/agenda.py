"""Chapter 5: what fell short, what answers it, what does not, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.analysis import agenda, targets
from helpers.pages import target_words
from helpers.pages.citing import cite, cite_all
from helpers.pages.holding import Holding, holding
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join, piece
from helpers.pages.values import counted
from helpers.words.language import Said
from helpers.words.told import Name, Origin, Shape, Text, joined


def finding(page: Page, rows: pd.DataFrame) -> Piece:
    """Say how many limitations are answered, in part, or by nothing.

    Parameters
    ----------
    page : Page
        The page.
    rows : DataFrame
        What :func:`helpers.analysis.agenda.answered` returns.
    """
    rows, every = rows.drop_duplicates("row"), _of_this_year(page, ["limitation"])
    held = holding(rows, every)
    if held == "none":
        return page.lead("agenda-none-here", count=counted("limitations", every))
    if rows.empty:
        return page.lead("agenda-unknown", province=page.name, year=page.year)
    by_extent = {name: rows[rows["extent"] == name] for name in ("direct", "part", "none")}
    values: dict[str, Said] = {name: counted(name, found) for name, found in by_extent.items()}
    values |= {"limitations": counted("limitations", rows)}
    values |= {"names": page.short_names(by_extent["none"]), "held": held}
    return page.lead("agenda-finding", cite_all(rows), **values)


def _of_this_year(page: Page, kinds: Iterable[str]) -> pd.DataFrame:
    """Return all items of some kinds that are known of the year."""
    here = page.briefing
    return agenda.of_kinds(here.data["agenda"], here.province, here.year, kinds)


def limitations(page: Page, rows: pd.DataFrame) -> Piece:
    """List each limitation with what answers it.

    Parameters
    ----------
    page, rows : Page, DataFrame
        As in :func:`finding`.
    """
    if rows.empty:
        return join()
    lines = [
        (page.item(row), _verdict(page, row), _answers(page, row))
        for _, row in rows.drop_duplicates("row").iterrows()
    ]
    frame = pd.DataFrame(lines, columns=["column-limitation", "column-answered", "column-by"])
    table = page.table(frame, page.text("limitations-caption"), stacked=True)
    return join(table, page.note("agenda-reading"))


def _verdict(page: Page, row: pd.Series) -> Text:
    icon = Shape(piece("icon", name=row["extent"]).__html__())
    return joined(" ", [icon, page.text(f"extent-{row['extent']}")])


def _answers(page: Page, row: pd.Series) -> Text:
    links = page.briefing.data["agenda_links"]
    links = links[links["limitation"] == row["item"]].set_index("item")
    items = page.briefing.data["agenda"].set_index("item")
    if not row["items"]:
        return page.text("answers-none")
    lines = [
        page.text(
            "answer",
            item=page.named(items.loc[name], "short"),
            reason=page.named(links.loc[name], "reason"),
        )
        for name in row["items"]
    ]
    return joined(Shape("<br>"), lines)


#: What is asked for of the year to come.
_WORK = ("instruction", "task", "goal")


def tasks(page: Page, work: pd.DataFrame, links: pd.DataFrame) -> Piece:
    """List every task and goal of the coming year, and the instructions to all agencies.

    Parameters
    ----------
    page : Page
        The page.
    work : DataFrame
        Items of the table ``agenda``, a list for each of the kinds ``instruction``, ``task`` and
        ``goal``, in the order in which they come.
    links : DataFrame
        The table ``agenda_links``: which task answers what.
    """
    lists, every = [], _of_this_year(page, _WORK)
    work = work[work["kind"].isin(_WORK)].drop_duplicates("row")
    for kind, rows in work.groupby("kind", sort=False):
        items = [_with_lead(page, row) for _, row in rows.iterrows()]
        lists.append(page.bullets(f"agenda-{kind}s", items))
    if not lists:
        held = holding(work, every)
        return page.unknown("agenda-no-tasks", province=page.name, year=page.year, held=held)
    shown, every = (rows[rows["kind"] == "task"] for rows in (work, every))
    return join(*lists, *_unlinked(page, shown, links, holding(shown, every)))


def _with_lead(page: Page, row: pd.Series) -> Text:
    """Return what an item says and, where a source says so, who leads on it and by when."""
    if not row[f"lead_{page.language.code}"]:
        return page.item(row)
    lead = target_words.lead(page, row)
    return page.text("item-led", cite(row), text=page.named(row, "text"), lead=lead)


def _unlinked(
    page: Page, all_tasks: pd.DataFrame, links: pd.DataFrame, held: Holding
) -> list[Piece]:
    rows = agenda.unlinked(all_tasks, links)
    if rows.empty:
        return []
    values: dict[str, Said] = {"count": counted("unlinked", rows), "held": held}
    values |= {"tasks": counted("tasks", all_tasks), "names": page.short_names(rows)}
    return [page.note("agenda-unlinked", cite_all(all_tasks), **values)]


def coordination(page: Page, plan: pd.DataFrame) -> Piece:
    """Tell of the coordination plan: who signed it, what for, in which fields.

    Parameters
    ----------
    page : Page
        The page.
    plan : DataFrame
        Items of the table ``agenda`` of the kinds ``coordination``, ``coordination_aim`` and
        ``coordination_field``.
    """
    plan = plan.drop_duplicates("row")
    signed = plan[plan["kind"] == "coordination"]
    if signed.empty:
        held = holding(signed, _of_this_year(page, ["coordination"]))
        return page.unknown("agenda-no-plan", province=page.name, held=held)
    row = signed.iloc[0]
    said = page.say("item", cite(row), text=page.named(row, "text"))
    lists = []
    for kind in ("aim", "field"):
        rows = plan[plan["kind"] == f"coordination_{kind}"]
        if rows.empty:
            continue
        items = [page.text("item", text=page.named(each, "text")) for _, each in rows.iterrows()]
        lists.append(page.bullets(f"agenda-{kind}s", items, "inline"))
    return join(said, *lists)


#: What a review of the year before can have left open.
_OPEN = ("goal", "task", "limitation")


def followed(page: Page, rows: pd.DataFrame) -> Piece:
    """Say how much the last review left open.

    Parameters
    ----------
    page : Page
        The page.
    rows : DataFrame
        Items of the table ``agenda`` of one year, of the kinds ``goal``, ``task`` and
        ``limitation``.
    """
    if rows.empty:
        return join()
    values = _review(page, rows)
    rows = rows.drop_duplicates("row")
    counts = {f"{kind}s": counted(f"{kind}s", rows[rows["kind"] == kind]) for kind in _OPEN}
    said = page.say("agenda-followed", cite_all(rows), **values, **counts)
    return join(page.subheading("agenda-followed-heading", year=values["year"]), said)


def _review(page: Page, rows: pd.DataFrame) -> dict[str, Said]:
    """Return the year of a review, and whether a table holds all that it left open."""
    first = rows.iloc[0]
    year = Name(str(first["year"]), Origin(first["row"], "year"))
    return {"year": year, "held": _left(page, rows.drop_duplicates("row"))}


def each_followed(page: Page, rows: pd.DataFrame, promised: pd.DataFrame) -> Piece:
    """List what is known today of the last review's goals, tasks and limitations.

    Parameters
    ----------
    page : Page
        The page.
    rows : DataFrame
        Items of the table ``agenda`` of one year, of the kinds ``goal``, ``task`` and
        ``limitation``.
    promised : DataFrame
        What :func:`helpers.analysis.targets.progress` returns.
    """
    if rows.empty:
        return join()
    caption = page.text("agenda-followed-caption", **_review(page, rows))
    promised = targets.rejudged(promised)
    lines = [
        (page.item(row), page.text(f"kind-{row['kind']}"), _known_today(page, row, promised))
        for _, row in rows.drop_duplicates("row").iterrows()
    ]
    frame = pd.DataFrame(lines, columns=["column-item", "column-kind", "column-state"])
    return page.folded(frame, caption)


def _left(page: Page, rows: pd.DataFrame) -> Holding:
    """Say whether a table holds all that the review left open of which it has some."""
    known, province = page.briefing.data["agenda"], page.briefing.province
    every = agenda.of_kinds(known, province, rows["year"].iloc[0], _OPEN)
    return holding(rows, every)


def _known_today(page: Page, row: pd.Series, promised: pd.DataFrame) -> Text:
    """Return the verdict on the target that a goal sets, or that no source reports on an item."""
    rows, every = (each[each["item"] == row["item"]] for each in (promised, page.briefing.targets))
    if rows.empty:
        return page.text("followed-not-reported", held=holding(rows, every))
    return target_words.verdict(page, rows.iloc[0])

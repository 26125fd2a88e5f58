"""Chapter 5: what fell short, what answers it, what does not, and what became of it."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from helpers.analysis import agenda
from helpers.pages import html, target_words
from helpers.pages.citing import cite, cite_all
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page


def _items(page: Page, kind: str) -> pd.DataFrame:
    briefing = page.briefing
    return agenda.of_kind(briefing.data["agenda"], briefing.province, briefing.year, kind)


@computed_by(agenda.answers)
def finding(page: Page) -> Html:
    """Say how many limitations are answered, in part, or by nothing."""
    rows = agenda.answered(page.briefing.data, page.briefing.province, page.briefing.year)
    if rows.empty:
        year = str(page.briefing.year)
        return page.say("agenda-unknown", style="lead", province=page.name, year=year)
    count = rows["extent"].value_counts()
    open_names = rows.loc[rows["extent"] == "none"]
    names = page.short_names(open_names)
    values = {name: int(count.get(name, 0)) for name in ("direct", "part", "none")}
    cited = cite_all(rows)
    values |= {"limitations": len(rows), "names": names}
    return page.say("agenda-finding", cited, "lead", **values)


def limitations(page: Page) -> Html:
    """List each limitation with what answers it."""
    rows = agenda.answered(page.briefing.data, page.briefing.province, page.briefing.year)
    if rows.empty:
        return html.join()
    lines = [
        (page.item(row), _verdict(page, row), _answers(page, row)) for _, row in rows.iterrows()
    ]
    names = ("column-limitation", "column-answered", "column-by")
    frame = pd.DataFrame(lines, columns=[page.language.say(name) for name in names])
    table = page.table(frame, page.language.say("limitations-caption"), stacked=True)
    return html.join(table, page.say("agenda-reading", style="note"))


def _verdict(page: Page, row: pd.Series) -> Markup:
    icon = html.render("icon", name=row["extent"]).markup
    return icon + " " + page.language.say(f"extent-{row['extent']}")


def _answers(page: Page, row: pd.Series) -> Markup:
    links = page.briefing.data["agenda_links"]
    links = links[links["limitation"] == row["item"]].set_index("item")
    items = page.briefing.data["agenda"].set_index("item")
    if not row["items"]:
        return page.language.say("answers-none")
    lines = [
        page.language.say(
            "answer",
            item=page.language.name(items.loc[name], "short"),
            reason=page.language.name(links.loc[name], "reason"),
        )
        for name in row["items"]
    ]
    return Markup("<br>").join(lines)


@computed_by(agenda.unlinked)
def tasks(page: Page) -> Html:
    """List every task and goal of the coming year, and the instructions to all agencies."""
    lists = []
    for kind in ("instruction", "task", "goal"):
        rows = _items(page, kind)
        if len(rows):
            items = [page.item(row) for _, row in rows.iterrows()]
            lists.append(page.bullets(f"agenda-{kind}s", items))
    if not lists:
        return page.unknown("agenda-no-tasks", province=page.name, year=str(page.briefing.year))
    return html.join(*lists, *_unlinked(page))


def _unlinked(page: Page) -> list[Html]:
    all_tasks = _items(page, "task")
    rows = agenda.unlinked(all_tasks, page.briefing.data["agenda_links"])
    if rows.empty:
        return []
    names = page.short_names(rows)
    values = {"count": len(rows), "tasks": len(all_tasks), "names": names}
    cited = cite_all(all_tasks)
    return [page.say("agenda-unlinked", cited, "note", **values)]


def coordination(page: Page) -> Html:
    """Tell of the coordination plan: who signed it, what for, in which fields."""
    plan = _items(page, "coordination")
    if plan.empty:
        return page.unknown("agenda-no-plan", province=page.name)
    row = plan.iloc[0]
    said = page.say("item", cite(row), text=page.language.name(row, "text"))
    lists = []
    for kind in ("coordination_aim", "coordination_field"):
        rows = _items(page, kind)
        items = [
            page.language.say("item", text=page.language.name(each, "text"))
            for _, each in rows.iterrows()
        ]
        lists.append(page.bullets(f"agenda-{kind.split('_')[1]}s", items, "inline"))
    return html.join(said, *lists)


#: What a review of the year before can have left open, in the order in which it is told.
_OPEN = ("goal", "task", "limitation")


@computed_by(agenda.of_kind, agenda.newest_before)
def followed(page: Page) -> Html:
    """Tell what is known today of the last review's goals, tasks and limitations."""
    items, province = page.briefing.data["agenda"], page.briefing.province
    year = agenda.newest_before(items, province, page.briefing.year)
    if year is None:
        return html.join()
    kinds = {kind: agenda.of_kind(items, province, year, kind) for kind in _OPEN}
    rows = pd.concat(kinds.values())
    values = {"year": str(year), **{f"{kind}s": len(each) for kind, each in kinds.items()}}
    said = page.say("agenda-followed", cite_all(rows), **values)
    frame = pd.DataFrame(
        [(page.item(row), _kind(page, row), _known_today(page, row)) for _, row in rows.iterrows()],
        columns=["column-item", "column-kind", "column-state"],
    )
    caption = page.language.say("agenda-followed-caption", year=str(year))
    title = page.subheading("agenda-followed-heading", year=str(year))
    return html.join(title, said, page.folded(frame, caption))


def _kind(page: Page, row: pd.Series) -> Markup:
    return page.language.say(f"kind-{row['kind']}")


def _known_today(page: Page, row: pd.Series) -> Markup:
    """Return the verdict on the target that a goal sets, or that no source reports on an item."""
    rows = page.briefing.targets[page.briefing.targets["item"] == row["item"]]
    if rows.empty:
        return page.language.say("followed-not-reported")
    return target_words.verdict(page, rows.iloc[0])

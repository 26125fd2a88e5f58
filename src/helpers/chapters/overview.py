"""Chapter 1: the year in one sentence, its key figures, and what follows."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from helpers.analysis import agenda, coherence, dti, history, proof, results, targets
from helpers.chapters import dti_predecessors, promises
from helpers.pages import html, target_words
from helpers.pages.citing import cite, cite_all
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page
from helpers.store import data
from helpers.store.data import NATIONAL

#: So many strengths and weaknesses, no more: a leader keeps two of each in mind.
_MOST = 2
#: How much of what is offered is used.
_USE = "files_online_share"


@computed_by(coherence.strongest_and_weakest, history.ranks_over_time)
def sentence(page: Page) -> Html:
    """Return what a leader can repeat: the rank, the best and the worst pillar, and the offer."""
    return html.join(_rank(page), *_offered(page))


def _rank(page: Page) -> Html:
    here = page.briefing.standing()
    values = {"province": page.name, "year": str(page.briefing.year)}
    if here is None or here.rank is None:
        said = page.say("overview-sentence-unknown", style="lead", **values)
        return html.join(said, dti_predecessors.without_rank(page))
    values |= {"rank": here.rank, "ranked": here.ranked, "edition": str(here.edition)}
    moved, before = _moved(page)
    goals = _rank_goals(page)
    values |= moved | {"goal": "none" if goals.empty else goals["status"].iloc[-1]}
    cited = [*cite(before, locator="table"), *cite_all(goals)]
    strong, weak = page.briefing.strongest_and_weakest
    if strong is None:
        cited = [*page.score_source(page.briefing.province), *cited]
        return page.say("overview-sentence-rank", cited, "lead", **values)
    components = (dti.TOTAL, strong["component"], weak["component"])
    values |= _pillar(page, strong, "strong") | _pillar(page, weak, "weak")
    cited = [*page.score_source(page.briefing.province, *components), *cited]
    return page.say("overview-sentence", cited, "lead", **values)


def _moved(page: Page) -> tuple[dict[str, object], pd.Series | None]:
    """Return how the rank moved if the edition is new to this briefing, and the rank before."""
    still: dict[str, object] = {"moved": "unknown", "places": 0}
    known, before = page.briefing.data, page.briefing.before
    if before is None or data.newest_edition(before.data) == data.newest_edition(known):
        return still, None
    own = history.ranks_over_time(known, [page.briefing.province])
    if len(own) < 2 or pd.isna(own["change"].iloc[-1]):
        return still, None
    places = int(own["change"].iloc[-1])
    return {"moved": history.moved(places), "places": abs(places)}, own.iloc[-2]


def _rank_goals(page: Page) -> pd.DataFrame:
    """Return the targets for a rank that this briefing judges; a missed one comes last."""
    rows = page.briefing.newly_judged
    return rows[rows["indicator"].isin(results.LAGGED)].sort_values("status", kind="stable")


def _offered(page: Page) -> list[Html]:
    """Say how far the offer of services has come, where its use is not published."""
    share = page.briefing.result("eligible_procedures_level_3_4_share")
    if share is None or page.briefing.result(_USE) is not None:
        return []
    return [page.say("overview-offered", cite(share), share=page.value(share))]


def _pillar(page: Page, row: pd.Series, prefix: str) -> dict[str, object]:
    name = page.component_name(row["component"])
    return {prefix: name.lower(), f"{prefix}_rank": int(row["rank"])}


@computed_by(agenda.answers, targets.progress)
def decision(page: Page) -> Html:
    """Return the one thing to decide: a limitation without a task, or a result to publish."""
    found = [*_open_limitations(page), *_unreported(page)]
    if not found:
        return html.join()
    title = page.language.say("overview-decision")
    return html.render("decision", title=title, sentences=found[0])


def _open_limitations(page: Page) -> list[list[Markup]]:
    rows = agenda.answered(page.briefing.data, page.briefing.province, page.briefing.year)
    unanswered = rows[rows["extent"] == "none"]
    if unanswered.empty:
        return []
    names = page.short_names(unanswered)
    values = {"names": names, "open": len(unanswered), "count": len(rows)}
    said = page.text("decide-task", cite_all(rows), **values)
    return [[said, *(page.item(row) for row in _each(unanswered))]]


def _unreported(page: Page) -> list[list[Markup]]:
    """Return what asks for the results of the targets that have fallen due without one."""
    rows = _each(targets.overdue(page.briefing.targets, page.briefing.year)[::-1])
    if not rows:
        return []
    if len(rows) == 1:
        return [[_report_one(page, rows[0])]]
    named = "; ".join(_named(page, row) for row in rows[:_MOST])
    values = {"count": len(rows), "names": named, "more": max(0, len(rows) - _MOST)}
    return [[page.text("decide-report-many", cite(*rows), **values)]]


def _report_one(page: Page, target: pd.Series) -> Markup:
    return page.text(
        "decide-report",
        cite(target),
        indicator=_lowered(page, target),
        value=target_words.value(page, target),
        due=target_words.due(page, target),
    )


def _named(page: Page, target: pd.Series) -> str:
    values = {"indicator": _lowered(page, target), "due": target_words.due(page, target)}
    return str(page.language.say("decide-target", **values))


def _lowered(page: Page, target: pd.Series) -> str:
    """Return an indicator's name within a sentence: only its first letter is not a name's."""
    name = page.language.name(page.briefing.indicator(target["indicator"]))
    return name[:1].lower() + name[1:]


def _each(rows: pd.DataFrame) -> list[pd.Series]:
    return [row for _, row in rows.iterrows()]


@computed_by(agenda.of_kind, results.key_figures, targets.progress)
def lists(page: Page) -> Html:
    """Return three short lists: two strengths, two weaknesses, and what is next."""
    columns = [
        ("overview-well", _well(page)[:_MOST], "well"),
        ("overview-short", _short(page)[:_MOST], "short"),
        ("overview-next", _next(page), "next"),
    ]
    panels = [page.bullets(title, items, style) for title, items, style in columns if items]
    return html.render("panels", panels=panels)


def _topic(page: Page, topic: str, said: Markup) -> Markup:
    """Return an item of a list: its topic set off, then what is said of it."""
    strong = Markup("<strong>{}</strong>").format(topic)
    return page.language.say("overview-topic", topic=strong, said=said)


def _well(page: Page) -> list[Markup]:
    items = [_kept(page, row) for row in _newly(page, "met")]
    items += _known(_pillar_item(page, _among_the_better_half(page)))
    result = page.briefing.result
    share, first = result("digital_signing_share"), result("digital_signing_rank")
    if share is not None and first is not None:
        said = page.text("overview-signing", cite(share, first), value=page.value(share))
        items.append(_topic(page, page.language.say("overview-topic-signing"), said))
    services = result("services_level_3_4")
    eligible = result("eligible_procedures_level_3_4_share")
    if services is not None and eligible is not None:
        values = {"services": page.value(services), "share": page.value(eligible)}
        said = page.text("overview-services", cite(services, eligible), **values)
        items.append(_topic(page, page.language.say("overview-topic-services"), said))
    return [*items, *_first_places(page)]


def _newly(page: Page, status: str) -> list[pd.Series]:
    rows = page.briefing.newly_judged
    return _each(rows[rows["status"] == status])


def _kept(page: Page, target: pd.Series) -> Markup:
    """Say that a target was met or missed, and by what result."""
    values = {"value": target_words.value(page, target), "due": target_words.due(page, target)}
    values["result"] = target_words.result(page, target)
    cited = [*cite(target), promises.result_source(target)]
    said = page.text(f"overview-{target['status']}", cited, **values)
    return _topic(page, page.language.name(page.briefing.indicator(target["indicator"])), said)


def _first_places(page: Page) -> list[Markup]:
    """Say where the province is newly reported to be the first of all."""
    rows = page.briefing.news()
    first = rows[(rows["value"] == 1) & (rows["qualifier"] == "exact")]
    items = []
    for row in _each(first):
        indicator = page.briefing.indicator(row["indicator"])
        if indicator["unit"] == "rank" and row["indicator"] not in results.LAGGED:
            period = page.language.period(row["period"], row["timing"])
            said = page.text("overview-first", cite(row), value=page.value(row), period=period)
            items.append(_topic(page, page.language.name(indicator), said))
    return items


def _known(item: Markup) -> list[Markup]:
    return [item] if item else []


def _among_the_better_half(page: Page) -> pd.Series | None:
    """Return the pillar with the best rank, if that is a rank to be glad of."""
    strong = page.briefing.strongest_and_weakest[0]
    return None if strong is None or 2 * strong["rank"] > page.briefing.edition.ranked else strong


@computed_by(dti.pillar_profile)
def _pillar_item(page: Page, row: pd.Series | None) -> Markup:
    if row is None or pd.isna(row["score"]):
        return Markup()
    score = page.language.score
    values = {
        "rank": int(row["rank"]),
        "ranked": page.briefing.edition.ranked,
        "score": score(row["score"]),
        "best": score(row["best"]),
        "leader": page.province_name(row["leader"]),
        "computed": "yes" if row["basis"] == proof.COMPUTED else "no",
    }
    component = row["component"]
    cited = [
        *page.score_source(page.briefing.province, component),
        *page.score_source(row["leader"], component),
    ]
    said = page.text("overview-pillar", cited, **values)
    return _topic(page, page.component_name(component), said)


def _short(page: Page) -> list[Markup]:
    items = [_kept(page, row) for row in _newly(page, "missed")]
    items += _known(_pillar_item(page, page.briefing.strongest_and_weakest[1]))
    items += _no_longer_reported(page)
    for target in _unreported_key_targets(page):
        topic = page.language.name(page.briefing.indicator(target["indicator"]))
        items.append(_topic(page, topic, _not_reported(page, target)))
    return items


def _no_longer_reported(page: Page) -> list[Markup]:
    """Say how many key figures were reported once and are not reported for this year."""
    figures = results.key_figures(page.briefing.data, page.briefing.province, page.briefing.year)
    lost = [each.earlier for each in figures if each.result is None and each.earlier is not None]
    if not lost:
        return []
    values = {"lost": len(lost), "count": len(figures), "year": str(page.briefing.year)}
    said = page.text("overview-no-longer", cite(*lost), **values)
    return [_topic(page, page.language.say("overview-topic-figures"), said)]


def _not_reported(page: Page, target: pd.Series) -> Markup:
    national = page.briefing.result(target["indicator"], NATIONAL)
    values = {"value": target_words.value(page, target), "due": target_words.due(page, target)}
    if national is None:
        return page.text("overview-not-reported", cite(target), **values)
    values["national"] = page.value(national)
    return page.text("overview-not-reported-beside", cite(target, national), **values)


def _unreported_key_targets(page: Page) -> list[pd.Series]:
    """Return what was due and is not reported, the latest first."""
    key = page.briefing.data["indicators"].dropna(subset=["key_figure"])["indicator"]
    frame = page.briefing.targets[page.briefing.targets["indicator"].isin(key)]
    return _each(targets.overdue(frame, page.briefing.year))


def _next(page: Page) -> list[Markup]:
    known, own = page.briefing.data["agenda"], (page.briefing.province, page.briefing.year)
    goals, tasks, limitations = (
        agenda.of_kind(known, *own, kind) for kind in ("goal", "task", "limitation")
    )
    topic = page.language.say("overview-topic-goal")
    items = [_topic(page, topic, page.item(row)) for row in _each(goals)]
    if len(limitations):
        values = {"count": len(limitations), "names": page.short_names(limitations)}
        said = page.text("overview-limitations", cite_all(limitations), **values)
        items.append(_topic(page, page.language.say("overview-topic-limitations"), said))
    if len(tasks):
        said = page.text("overview-tasks", cite_all(tasks), count=len(tasks))
        items.append(_topic(page, page.language.say("overview-topic-tasks"), said))
    return items or _next_due(page)


def _next_due(page: Page) -> list[Markup]:
    """Say what falls due next, where nothing else is known of the year to come."""
    ahead = page.briefing.targets[page.briefing.targets["due"] > page.briefing.year]
    if ahead.empty:
        return []
    rows = ahead[ahead["due"] == ahead["due"].min()]
    silent = int((rows["status"] == "not_reported").sum())
    values = {"count": len(rows), "due": str(rows["due"].iloc[0]), "silent": silent}
    said = page.text("overview-next-due", cite_all(rows), **values)
    return [_topic(page, page.language.say("overview-topic-due"), said)]


def tally(page: Page) -> Html:
    """Say how many of the targets set before this briefing stand how; nothing where none was."""
    return promises.tally(page, "overview-tally")

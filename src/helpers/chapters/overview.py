"""Chapter 1: the year in one sentence, its key figures, and what follows."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from helpers import agenda, coherence, dti, html, results, targets
from helpers.computed import computed_by
from helpers.data import NATIONAL
from helpers.html import Html
from helpers.page import Page, cite, cite_all
from helpers.results import KeyFigure

#: So many strengths and weaknesses, no more: a leader keeps two of each in mind.
_MOST = 2
#: How much of what is offered is used.
_USE = "files_online_share"
#: What stands beside a figure although it measures something else: scope and indicator.
_CONTEXT = {
    "eligible_procedures_level_3_4_share": (NATIONAL, "services_level_3_4_share"),
    "digital_signing_share": ("", "digital_signing_rank"),
    "services_on_national_portal": ("", "services_level_3_4"),
}


@computed_by(coherence.strongest_and_weakest)
def sentence(page: Page) -> Html:
    """Return what a leader can repeat: the rank, the best and the worst pillar, and the offer."""
    return html.join(_rank(page), *_offered(page))


def _rank(page: Page) -> Html:
    here = page.standing()
    values = {"province": page.name, "year": str(page.year)}
    if here is None or here.rank is None:
        return page.say("overview-sentence-unknown", style="lead", **values)
    values |= {"rank": here.rank, "ranked": here.ranked, "edition": str(here.edition)}
    strong, weak = page.strongest_and_weakest()
    if strong is None:
        cited = page.score_source(page.province)
        return page.say("overview-sentence-rank", cited, "lead", **values)
    parts = (dti.TOTAL, strong["component"], weak["component"])
    values |= _pillar(page, strong, "strong") | _pillar(page, weak, "weak")
    return page.say("overview-sentence", page.score_source(page.province, *parts), "lead", **values)


def _offered(page: Page) -> list[Html]:
    """Say how far the offer of services has come, where its use is not published."""
    share, used = page.result("eligible_procedures_level_3_4_share"), page.result(_USE)
    if share is None or used is not None:
        return []
    return [page.say("overview-offered", cite(share), share=page.value(share))]


def _pillar(page: Page, row: pd.Series, prefix: str) -> dict[str, object]:
    name = page.component_name(row["component"])
    return {prefix: name.lower(), f"{prefix}_rank": int(row["rank"])}


@computed_by(results.key_figures)
def key_figures(page: Page) -> Html:
    """Return the key figures as cards: value, verdict, comparison, source."""
    figures = results.key_figures(page.data, page.province, page.year)
    if not figures:
        return page.say("overview-no-figures", province=page.name)
    return html.render("cards", cards=[_card(page, figure) for figure in figures])


def _card(page: Page, figure: KeyFigure) -> dict[str, object]:
    row, verdict = figure.result, results.verdict(figure)
    unknown = page.language.say("card-not-published")
    return {
        "name": page.language.name(page.indicator(figure.indicator)),
        "value": unknown if row is None else page.value(row),
        "mark": "" if row is None else page.mark(cite(row)),
        "status": verdict,
        "word": page.language.say(f"status-{verdict}"),
        "comparisons": _comparisons(page, figure) or [page.language.say("card-no-comparison")],
    }


def _comparisons(page: Page, figure: KeyFigure) -> list[Markup]:
    lines = [_target_line(page, figure.target)] if figure.target is not None else []
    if figure.result is not None and _is_share_without_base(page, figure.result):
        lines.append(page.language.say("card-base-unknown"))
    if figure.result is not None and figure.result["timing"] != "during":
        period = page.language.period(figure.result["period"], figure.result["timing"])
        lines.append(page.language.say("card-period", period=period))
    for message, row in (("card-national", figure.national), ("card-earlier", figure.earlier)):
        if row is not None:
            lines.append(_result_line(page, message, row))
    if figure.indicator in _CONTEXT:
        scope, indicator = _CONTEXT[figure.indicator]
        row = page.result(indicator, scope or None)
        message = f"card-context-{indicator.replace('_', '-')}"
        lines += [] if row is None else [_result_line(page, message, row)]
    if figure.indicator == "dti_rank":
        lines += _score_line(page)
    return lines


def _is_share_without_base(page: Page, row: pd.Series) -> bool:
    return page.indicator(row["indicator"])["unit"] == "percent" and pd.isna(row["base"])


def _target_line(page: Page, target: pd.Series) -> Markup:
    return page.text(
        "card-target",
        cite(target),
        due=page.target_due(target),
        value=page.target_value(target),
        set_by=page.language.say(f"set-by-{target['set_by']}"),
    )


def _result_line(page: Page, message: str, row: pd.Series) -> Markup:
    period = page.language.period(row["period"], row["timing"])
    return page.text(message, cite(row), value=page.value(row), period=period)


def _score_line(page: Page) -> list[Markup]:
    here, mean = page.standing(), page.edition_row["mean_total"]
    if here is None or here.score is None or pd.isna(mean):
        return []
    score = page.language.score
    cited = [*page.score_source(page.province), *page.edition_source()]
    line = page.text(
        "card-dti-score", cited, score=score(here.score), mean=score(mean), ranked=here.ranked
    )
    return [line]


@computed_by(agenda.answers, targets.progress)
def decision(page: Page) -> Html:
    """Return the one thing to decide: a limitation without a task, or a result to publish."""
    found = [*_open_limitations(page), *_unreported(page)]
    if not found:
        return html.join()
    title = page.language.say("overview-decision")
    return html.render("decision", title=title, sentences=found[0])


def _open_limitations(page: Page) -> list[list[Markup]]:
    rows = agenda.answered(page.data, page.province, page.year)
    unanswered = rows[rows["extent"] == "none"]
    if unanswered.empty:
        return []
    names = page.short_names(unanswered)
    values = {"names": names, "open": len(unanswered), "count": len(rows)}
    said = page.text("decide-task", cite_all(rows), **values)
    return [[said, *(page.item(row) for row in _each(unanswered))]]


def _unreported(page: Page) -> list[list[Markup]]:
    return [
        [
            page.text(
                "decide-report",
                cite(target),
                indicator=page.language.name(page.indicator(target["indicator"])).lower(),
                value=page.target_value(target),
                due=page.target_due(target),
            )
        ]
        for target in _unreported_key_targets(page)
    ]


def _each(rows: pd.DataFrame) -> list[pd.Series]:
    return [row for _, row in rows.iterrows()]


@computed_by(agenda.of_kind)
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
    items = _known(_pillar_item(page, _among_the_better_half(page)))
    share, first = page.result("digital_signing_share"), page.result("digital_signing_rank")
    if share is not None and first is not None:
        said = page.text("overview-signing", cite(share, first), value=page.value(share))
        items.append(_topic(page, page.language.say("overview-topic-signing"), said))
    services = page.result("services_level_3_4")
    eligible = page.result("eligible_procedures_level_3_4_share")
    if services is not None and eligible is not None:
        values = {"services": page.value(services), "share": page.value(eligible)}
        said = page.text("overview-services", cite(services, eligible), **values)
        items.append(_topic(page, page.language.say("overview-topic-services"), said))
    return items


def _known(item: Markup) -> list[Markup]:
    return [item] if item else []


def _among_the_better_half(page: Page) -> pd.Series | None:
    """Return the pillar with the best rank, if that is a rank to be glad of."""
    strong = page.strongest_and_weakest()[0]
    return None if strong is None or 2 * strong["rank"] > page.ranked else strong


@computed_by(dti.pillar_profile)
def _pillar_item(page: Page, row: pd.Series | None) -> Markup:
    if row is None or pd.isna(row["score"]):
        return Markup()
    score = page.language.score
    values = {
        "rank": int(row["rank"]),
        "ranked": page.ranked,
        "score": score(row["score"]),
        "best": score(row["best"]),
        "leader": page.province_name(row["leader"]),
    }
    component = row["component"]
    cited = [
        *page.score_source(page.province, component),
        *page.score_source(row["leader"], component),
    ]
    said = page.text("overview-pillar", cited, **values)
    return _topic(page, page.component_name(component), said)


def _short(page: Page) -> list[Markup]:
    items = _known(_pillar_item(page, page.strongest_and_weakest()[1]))
    for target in _unreported_key_targets(page):
        topic = page.language.name(page.indicator(target["indicator"]))
        items.append(_topic(page, topic, _not_reported(page, target)))
    return items


def _not_reported(page: Page, target: pd.Series) -> Markup:
    national = page.result(target["indicator"], NATIONAL)
    values = {"value": page.target_value(target), "due": page.target_due(target)}
    if national is None:
        return page.text("overview-not-reported", cite(target), **values)
    values["national"] = page.value(national)
    return page.text("overview-not-reported-beside", cite(target, national), **values)


def _unreported_key_targets(page: Page) -> list[pd.Series]:
    """Return what was due and is not reported, the latest first."""
    key = page.data["indicators"].dropna(subset=["key_figure"])["indicator"]
    frame = page.targets[page.targets["indicator"].isin(key)]
    due = frame[(frame["due"] <= page.year) & (frame["status"] == "not_reported")]
    return _each(due.sort_values("due", ascending=False, kind="stable"))


def _next(page: Page) -> list[Markup]:
    goals, tasks, limitations = (
        agenda.of_kind(page.data["agenda"], page.province, page.year, kind)
        for kind in ("goal", "task", "limitation")
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
    return items

"""Chapter 1: the year in one sentence, its key figures, and what follows."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from helpers import agenda, html, results, targets
from helpers.data import NATIONAL
from helpers.html import Html
from helpers.page import Page, cite
from helpers.results import KeyFigure

_ICONS = {"complete": "✓", "on-target": "✓", "off-target": "▼", "no-target": "•", "unknown": "?"}
#: What stands beside a figure although it measures something else: scope and indicator.
_CONTEXT = {
    "eligible_procedures_level_3_4_share": (NATIONAL, "services_level_3_4_share"),
    "digital_signing_share": ("", "digital_signing_rank"),
    "services_on_national_portal": ("", "services_level_3_4"),
}


def sentence(page: Page) -> Html:
    """Return the one sentence that a leader can repeat."""
    here = page.standing()
    values = {"province": page.name, "year": str(page.year)}
    if here is None or here.rank is None:
        return page.say("overview-sentence-unknown", style="lead", **values)
    values |= {"rank": here.rank, "ranked": here.ranked, "edition": str(here.edition)}
    cited = page.score_source(page.province)
    strong, weak = page.strongest_and_weakest()
    if strong is None:
        return page.say("overview-sentence-rank", cited, "lead", **values)
    values |= _pillar(page, strong, "strong") | _pillar(page, weak, "weak")
    return page.say("overview-sentence", cited, "lead", **values)


def _pillar(page: Page, row: pd.Series, prefix: str) -> dict[str, object]:
    name = page.component_name(row["component"])
    return {prefix: name.lower(), f"{prefix}_rank": int(row["rank"])}


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
        "icon": _ICONS[verdict],
        "word": page.language.say(f"status-{verdict}"),
        "comparisons": _comparisons(page, figure) or [page.language.say("card-no-comparison")],
    }


def _comparisons(page: Page, figure: KeyFigure) -> list[Markup]:
    lines = [_target_line(page, figure.target)] if figure.target is not None else []
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
    cited = [*page.score_source(page.province), (page.edition_row["source"], "table")]
    line = page.text(
        "card-dti-score", cited, score=score(here.score), mean=score(mean), ranked=here.ranked
    )
    return [line]


def lists(page: Page) -> Html:
    """Return three short lists: what went well, what fell short, what is next."""
    columns = [
        ("overview-well", _well(page), "well"),
        ("overview-short", _short(page), "short"),
        ("overview-next", _next(page), "next"),
    ]
    panels = [page.bullets(title, items, style) for title, items, style in columns if items]
    return html.render("panels", panels=panels)


def _well(page: Page) -> list[Markup]:
    items = _pillar_item(page, "overview-strong", _among_the_better_half(page))
    share, first = page.result("digital_signing_share"), page.result("digital_signing_rank")
    if share is not None and first is not None:
        cited = cite(share)
        items.append(page.text("overview-signing", cited, value=page.value(share)))
    services = page.result("services_level_3_4")
    eligible = page.result("eligible_procedures_level_3_4_share")
    if services is not None and eligible is not None:
        cited = cite(services)
        values = {"services": page.value(services), "share": page.value(eligible)}
        items.append(page.text("overview-services", cited, **values))
    return items


def _among_the_better_half(page: Page) -> pd.Series | None:
    """Return the pillar with the best rank, if that is a rank to be glad of."""
    strong = page.strongest_and_weakest()[0]
    return None if strong is None or 2 * strong["rank"] > page.ranked else strong


def _pillar_item(page: Page, message: str, row: pd.Series | None) -> list[Markup]:
    if row is None or pd.isna(row["score"]):
        return []
    score = page.language.score
    values = {
        "pillar": page.component_name(row["component"]),
        "rank": int(row["rank"]),
        "ranked": page.ranked,
        "score": score(row["score"]),
        "best": score(row["best"]),
        "leader": page.province_name(row["leader"]),
    }
    return [page.text(message, page.score_source(page.province, row["component"]), **values)]


def _short(page: Page) -> list[Markup]:
    items = _pillar_item(page, "overview-weak", page.strongest_and_weakest()[1])
    for target in _unreported_key_targets(page):
        items.append(
            page.text(
                "overview-not-reported",
                cite(target),
                indicator=page.language.name(page.indicator(target["indicator"])),
                value=page.target_value(target),
                due=page.target_due(target),
            )
        )
    limitations = agenda.of_kind(page.data["agenda"], page.province, page.year, "limitation")
    if len(limitations):
        names = page.short_names(limitations)
        cited = cite(limitations.iloc[0])
        items.append(page.text("overview-limitations", cited, count=len(limitations), names=names))
    return items


def _unreported_key_targets(page: Page) -> list[pd.Series]:
    key = page.data["indicators"].dropna(subset=["key_figure"])["indicator"]
    own = page.data["targets"][page.data["targets"]["indicator"].isin(key)]
    known = results.with_ranks(page.data["results"], page.data["dti_scores"])
    frame = targets.progress(own, known, page.province, page.year)
    due = frame[(frame["due"] <= page.year) & (frame["status"] == "not_reported")]
    return [row for _, row in due.iterrows()]


def _next(page: Page) -> list[Markup]:
    kinds = {
        kind: agenda.of_kind(page.data["agenda"], page.province, page.year, kind)
        for kind in ("goal", "task", "limitation")
    }
    items = [
        page.text("item", cite(row), text=page.language.name(row, "text"))
        for _, row in kinds["goal"].iterrows()
    ]
    if len(kinds["task"]):
        first = kinds["task"].iloc[0]
        cited = cite(first)
        items.append(page.text("overview-tasks", cited, count=len(kinds["task"])))
    items += _unanswered_item(page, kinds["limitation"])
    return items


def _unanswered_item(page: Page, limitations: pd.DataFrame) -> list[Markup]:
    links, everything = page.data["agenda_links"], page.data["agenda"]
    answered = agenda.answers(limitations, links, everything)
    open_rows = answered[answered["extent"] == "none"]
    if open_rows.empty:
        return []
    names = page.short_names(open_rows)
    cited = cite(open_rows.iloc[0])
    return [page.text("overview-decide", cited, names=names)]

"""Chapter 1, the key figures: a card each, with its verdict and what it is held against."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from helpers.analysis import dti, results
from helpers.analysis.results import KeyFigure
from helpers.pages import html, target_words
from helpers.pages.citing import cite
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page
from helpers.store.data import NATIONAL

#: What stands beside a figure although it measures something else: scope and indicator.
_CONTEXT = {
    "eligible_procedures_level_3_4_share": (NATIONAL, "services_level_3_4_share"),
    "digital_signing_share": ("", "digital_signing_rank"),
    "services_on_national_portal": ("", "services_level_3_4"),
}


@computed_by(results.key_figures, dti.standing)
def key_figures(page: Page) -> Html:
    """Return the key figures as cards: value, verdict, comparison, source."""
    figures = results.key_figures(page.briefing.data, page.briefing.province, page.briefing.year)
    if not figures:
        return page.say("overview-no-figures", province=page.name)
    return html.render("cards", cards=[_card(page, figure) for figure in figures])


def _card(page: Page, figure: KeyFigure) -> dict[str, object]:
    row, verdict = figure.result, results.verdict(figure)
    unknown = page.language.say("card-not-published")
    return {
        "name": page.language.name(page.briefing.indicator(figure.indicator)),
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
        row = page.briefing.result(indicator, scope or None)
        message = f"card-context-{indicator.replace('_', '-')}"
        lines += [] if row is None else [_result_line(page, message, row)]
    if figure.indicator in results.LAGGED:
        lines += _score_line(page)
    return lines


def _is_share_without_base(page: Page, row: pd.Series) -> bool:
    return page.briefing.indicator(row["indicator"])["unit"] == "percent" and pd.isna(row["base"])


def _target_line(page: Page, target: pd.Series) -> Markup:
    return page.text(
        "card-target",
        cite(target),
        due=target_words.due(page, target),
        value=target_words.value(page, target),
        set_by=page.language.say(f"set-by-{target['set_by']}"),
    )


def _result_line(page: Page, message: str, row: pd.Series) -> Markup:
    period = page.language.period(row["period"], row["timing"])
    return page.text(message, cite(row), value=page.value(row), period=period)


def _score_line(page: Page) -> list[Markup]:
    here, edition = page.briefing.standing(), str(page.briefing.edition)
    if here is None:
        return []
    if here.score is None or here.mean is None:
        return [page.language.say("card-dti-edition", edition=edition)]
    score = page.language.score
    cited = [*page.score_source(page.briefing.province), *page.edition_source()]
    line = page.text(
        "card-dti-score",
        cited,
        edition=edition,
        score=score(here.score),
        mean=score(here.mean),
        ranked=here.ranked,
    )
    return [line]

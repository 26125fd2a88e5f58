"""Chapter 1, the key figures: a card each, with its verdict and what it is held against."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.analysis import results
from helpers.analysis.results import KeyFigure
from helpers.chapters.dti_predecessors import ranked_in
from helpers.pages import target_words
from helpers.pages.citing import cite
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, piece
from helpers.pages.values import held
from helpers.words.language import Said
from helpers.words.told import Figure, Name, Text


def key_figures(page: Page, figures: Sequence[KeyFigure]) -> Piece:
    """Return key figures as cards: value, verdict, comparison, source.

    Parameters
    ----------
    page : Page
        The page.
    figures : sequence of KeyFigure
        What :func:`helpers.analysis.results.key_figures` returns.
    """
    if not figures:
        here = page.briefing
        known = results.key_figures(here.data, here.province, here.year)
        return page.say("overview-no-figures", province=page.name, held="none" if known else "all")
    return piece("cards", cards=[_card(page, figure) for figure in figures])


def _card(page: Page, figure: KeyFigure) -> dict[str, object]:
    row, verdict = figure.result, results.verdict(figure)
    unknown = page.text("card-not-published")
    return {
        "name": page.indicator_name(figure.indicator),
        "value": unknown if row is None else _value(page, row),
        "mark": "" if row is None else page.mark(cite(row)),
        "status": verdict,
        "word": page.text(f"status-{verdict}"),
        "comparisons": _comparisons(page, figure) or [page.text("card-no-comparison")],
    }


def _comparisons(page: Page, figure: KeyFigure) -> list[Text]:
    lines = [_target_line(page, figure.target)] if figure.target is not None else []
    if figure.result is not None and _is_share_without_base(page, figure.result):
        lines.append(page.text("card-base-unknown"))
    if figure.result is not None and figure.result["timing"] != "during":
        lines.append(page.text("card-period", period=page.period(figure.result)))
    for message, row in (("card-national", figure.national), ("card-earlier", figure.earlier)):
        if row is not None:
            lines.append(_result_line(page, message, row))
    lines += _beside(page, figure)
    return [*lines, *_score_line(page)] if figure.indicator == results.RANK else lines


def _beside(page: Page, figure: KeyFigure) -> list[Text]:
    """Say the result of the same year that stands beside a figure and measures something else."""
    here, indicator = page.briefing, page.briefing.indicator(figure.indicator)
    if not indicator["beside"] or figure.result is None:
        return []
    scope, year = indicator["beside_scope"] or here.province, int(figure.result["period"][:4])
    row = results.latest(here.data["results"], scope, indicator["beside"], year)
    message = f"card-context-{indicator['beside'].replace('_', '-')}"
    return [] if row is None else [_result_line(page, message, row)]


def _is_share_without_base(page: Page, row: pd.Series) -> bool:
    unit = page.briefing.indicator(row["indicator"])["unit"]
    return bool(unit == "percent" and pd.isna(row["base"]))


def _target_line(page: Page, target: pd.Series) -> Text:
    return page.text(
        "card-target",
        cite(target),
        due=target_words.due(page, target),
        value=target_words.value(page, target),
        set_by=target_words.set_by(page, target),
    )


def _result_line(page: Page, message: str, row: pd.Series) -> Text:
    values: dict[str, Said] = {"value": _value(page, row), "period": _period(page, row)}
    return page.text(message, cite(row), **values, level=page.class_of(row))


def _value(page: Page, row: pd.Series) -> Text:
    """Return a result as it is written; a rank of ``dti_scores`` with how many were ranked."""
    if pd.isna(row.get("rank")):
        return page.value(row)
    return page.language.quantity(held(row, "rank"), "rank", base=ranked_in(page, row))


def _period(page: Page, row: pd.Series) -> Name | Figure:
    of_results = pd.isna(row.get("edition"))
    return page.period(row) if of_results else page.write(held(row, "edition"), "year")


def _score_line(page: Page) -> list[Text]:
    here = page.briefing.standing()
    if here is None:
        return []
    if here.score is None or here.mean is None:
        return [page.text("card-dti-edition", edition=page.edition)]
    cited = [*page.score_source(page.briefing.province), *page.edition_source()]
    values: dict[str, Said] = {"edition": page.edition, "ranked": page.ranked}
    values |= {"score": page.score(), "mean": page.mean(here)}
    return [page.text("card-dti-score", cited, **values)]

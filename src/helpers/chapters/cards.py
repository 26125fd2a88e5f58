"""Chapter 1, the key figures: a card each, with its verdict and what it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from helpers.analysis import results
from helpers.analysis.results import KeyFigure
from helpers.chapters.dti_predecessors import ranked_in
from helpers.pages import beside, target_words
from helpers.pages.citing import cite, cite_all
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join, piece
from helpers.pages.values import held
from helpers.words.language import Said
from helpers.words.told import Figure, Name, Text, joined

#: What is said of a figure that a source says is absent, by the state of its row.
_ABSENT = {"not_ranked": "cards-not-ranked", "unpublished": "cards-unpublished"}
#: Units that count things of a province.
_COUNTS = ("services", "files", "teams", "enterprises", "documents", "sites")
#: The same of years before a value, on its card.
_ABSENT_BEFORE = {"not_ranked": "card-not-ranked", "unpublished": "card-unpublished"}


def key_figures(page: Page, figures: Sequence[KeyFigure]) -> Piece:
    """Return key figures as cards: value, verdict, comparison, source; and those without a result.

    A figure without a result has no card: a line under the cards says why, and what was known last.

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
    cards = [_card(page, figure, figure.result) for figure in figures if figure.result is not None]
    shown = [piece("cards", cards=cards)] if cards else []
    return join(*shown, *_without_result(page, figures))


def _without_result(page: Page, figures: Sequence[KeyFigure]) -> Iterator[Piece]:
    """Say of the figures without a result which are not found, ended, not ranked, unpublished."""
    silent = [each for each in figures if each.absence == "not_found"]
    if silent:
        cited = [each for figure in silent for each in cite(figure.earlier)]
        names = joined("; ", [_last(page, figure) for figure in silent])
        yield page.note("cards-not-found", cited, sources=page.sources_read, names=names)
    for figure in figures:
        if figure.absence == "ended":
            yield _ended(page, figure)
        elif figure.absent is not None:
            message = _ABSENT[figure.absence]
            name, period = page.indicator_name(figure.indicator), page.period(figure.absent)
            yield page.note(message, cite(figure.absent), name=name, period=period)


def _last(page: Page, figure: KeyFigure) -> Text:
    """Return a figure's name, with the last value that is known of it."""
    name = page.indicator_name(figure.indicator)
    if figure.earlier is None:
        return page.text("cards-figure", name=name)
    values: dict[str, Said] = {"name": name, "value": _value(page, figure.earlier)}
    return page.text("cards-figure-last", **values, period=_period(page, figure.earlier))


def _ended(page: Page, figure: KeyFigure) -> Piece:
    """Say that a measure is no longer taken, its last value, and what replaced it."""
    indicator = page.briefing.indicator(figure.indicator)
    until = page.write(held(indicator, "measured_until"), "year")
    values: dict[str, Said] = {"figure": _last(page, figure), "until": until}
    if not indicator["successor"]:
        return page.note("cards-ended", cite(figure.earlier), **values)
    values["successor"] = page.indicator_name(indicator["successor"])
    return page.note("cards-replaced", cite(figure.earlier), **values)


def _card(page: Page, figure: KeyFigure, row: pd.Series) -> dict[str, object]:
    verdict = results.verdict(figure)
    return {
        "name": page.measure_name(row),
        "value": _value(page, row),
        "mark": page.mark(cite(row)),
        "status": verdict,
        "word": page.text(f"status-{verdict}"),
        "comparisons": _comparisons(page, figure, row) or [page.text("card-no-comparison")],
    }


def _comparisons(page: Page, figure: KeyFigure, result: pd.Series) -> list[Text]:
    lines = [_target_line(page, figure.target)] if figure.target is not None else []
    if _is_share_without_base(page, result):
        lines.append(page.text("card-base-unknown"))
    if _needs_period(page, result):
        lines.append(page.text("card-period", period=page.period(result)))
    unit = page.briefing.indicator(figure.indicator)["unit"]
    # The sum of a count over the nation is nothing to hold a province against.
    national = None if unit in _COUNTS else figure.national
    for message, row in (("card-national", national), ("card-earlier", figure.earlier)):
        if row is not None:
            lines.append(_result_line(page, message, row))
    lines += _absences(page, figure, result)
    lines += [*_beside(page, figure), *beside.lines(page, result)]
    return [*lines, *_score_line(page)] if figure.indicator == results.RANK else lines


def _absences(page: Page, figure: KeyFigure, result: pd.Series) -> list[Text]:
    """Say of the years since the value before in which a source says that there was none."""
    rows = page.briefing.data["results"]
    rows = rows[rows["scope"].eq(result["scope"]) & rows["indicator"].eq(result["indicator"])]
    rows = rows[rows["period"] < result["period"]]
    if figure.earlier is not None:
        rows = rows[rows["period"] > figure.earlier["period"]]
    return [
        page.text(
            message,
            cite_all(silent),
            periods=joined(", ", [page.period(row) for _, row in silent.iterrows()]),
        )
        for state, message in _ABSENT_BEFORE.items()
        if len(silent := rows[rows["state"] == state].sort_values("period"))
    ]


def _beside(page: Page, figure: KeyFigure) -> list[Text]:
    """Say the result of the same year that stands beside a figure and measures something else."""
    here, indicator = page.briefing, page.briefing.indicator(figure.indicator)
    if not indicator["beside"] or figure.result is None:
        return []
    scope, year = indicator["beside_scope"] or here.province, int(figure.result["period"][:4])
    row = results.latest(here.data["results"], scope, indicator["beside"], year)
    message = f"card-context-{indicator['beside'].replace('_', '-')}"
    if row is None:
        return []
    return [_result_line(page, message, row), *beside.lines(page, row)]


def _needs_period(page: Page, row: pd.Series) -> bool:
    """Say whether a result is not that of the whole reporting year; an edition is told anyway."""
    if row["indicator"] == results.RANK:
        return False
    return not page.is_of_the_year(row)


def _is_share_without_base(page: Page, row: pd.Series) -> bool:
    unit = page.briefing.indicator(row["indicator"])["unit"]
    share = row["indicator"].endswith("_share")
    return bool(share and unit == "percent" and pd.isna(row["base"]))


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
    rank = page.language.quantity(held(row, "rank"), "rank", base=ranked_in(page, row))
    return page.derived(row, rank)


def _period(page: Page, row: pd.Series) -> Name | Figure:
    of_results = pd.isna(row.get("edition"))
    return page.period(row) if of_results else page.write(held(row, "edition"), "year")


def _score_line(page: Page) -> list[Text]:
    here = page.briefing.standing()
    if here is None:
        return []
    if here.score is None or here.mean is None:
        lacks = "score" if here.score is None else "mean"
        return [page.text("card-dti-edition", edition=page.edition, lacks=lacks)]
    cited = [*page.score_source(page.briefing.province), *page.edition_source()]
    values: dict[str, Said] = {"edition": page.edition, "ranked": page.ranked}
    values |= {"score": page.score(style="points"), "mean": page.mean(here, "points")}
    return [page.text("card-dti-score", cited, **values)]

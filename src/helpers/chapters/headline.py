"""Chapter 1, the headline: what the year itself brought, the rank, and the finding that matters."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.analysis import dti, results, story
from helpers.analysis.gaps import REST
from helpers.analysis.results import KeyFigure
from helpers.analysis.story import Finding
from helpers.chapters import dti_predecessors, dti_strip, movements
from helpers.pages.citing import Citation, cite, cite_all
from helpers.pages.holding import holding
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join, piece
from helpers.pages.values import counted, held
from helpers.store.frames import row_at
from helpers.words.language import Said
from helpers.words.told import Text, joined

#: The key figures that can open the page where the year itself has them, and their words.
_OPENINGS = {
    "services_level_3_4": "headline-services",
    "eligible_procedures_level_3_4_share": "headline-eligible",
    "digital_signing_share": "headline-signing",
    "files_online_share": "headline-files",
    "files_processed_online_share": "headline-processed",
}


def sentence(
    page: Page,
    figures: Sequence[KeyFigure],
    components: pd.DataFrame,
    courses: pd.DataFrame,
    judged: pd.DataFrame,
) -> Piece:
    """Return what a leader can repeat: the year's own results, the rank, and what stands out.

    Parameters
    ----------
    page : Page
        The page.
    figures : sequence of KeyFigure
        What :func:`helpers.analysis.results.key_figures` returns.
    components, courses : DataFrame
        What :func:`helpers.analysis.story.components` and
        :func:`helpers.analysis.story.pillar_ranks` return of the province.
    judged : DataFrame
        The targets that the briefing is the first to judge (``page.briefing.newly_judged``).
    """
    said = [*_results(page, figures), _rank(page, judged), *_finding(page, components, courses)]
    lead = piece("paragraph", text=joined(" ", said), style="lead")
    return join(lead, *_without_rank(page), *_closing(page), dti_predecessors.at_a_glance(page))


def _results(page: Page, figures: Sequence[KeyFigure]) -> list[Text]:
    """Say the key figures of services that are results of the reporting year itself."""
    rows = [each.result for each in figures if each.indicator in _OPENINGS]
    own = [row for row in rows if row is not None and page.is_of_the_year(row)]
    if not own:
        return []
    said = [
        page.text(_OPENINGS[row["indicator"]], value=page.value(row), level=page.class_of(row))
        for row in own
    ]
    return [page.text("headline-results", cite(*own), year=page.year, results=joined("; ", said))]


def _rank(page: Page, judged: pd.DataFrame) -> Text:
    values: dict[str, Said] = {"province": page.name}
    if page.briefing.place is None:
        return page.text("overview-sentence-unknown", **values, year=page.year)
    values |= {"rank": page.rank(), "ranked": page.ranked, "edition": page.edition}
    values["basis"] = page.score_rows[page.briefing.province, dti.TOTAL]["basis"]
    moved, before = movements.told(page)
    goals = _rank_goals(judged)
    cited = [*cite(before, locator="table"), *cite_all(goals)]
    cited = [*page.score_source(page.briefing.province), *cited]
    return page.text("overview-sentence-rank", cited, **values, **moved, **_goal(page, goals))


def _without_rank(page: Page) -> list[Piece]:
    return [dti_predecessors.without_rank(page)] if page.briefing.place is None else []


def _rank_goals(judged: pd.DataFrame) -> pd.DataFrame:
    """Return the newest targets for a rank that this briefing judges; a missed one comes last."""
    rows = judged[judged["indicator"] == results.RANK]
    newest = rows[rows["result_period"] == rows["result_period"].max()]
    goals: pd.DataFrame = newest.sort_values("status", kind="stable")
    return goals


def _goal(page: Page, goals: pd.DataFrame) -> dict[str, Said]:
    """Return how the target for the rank ended; that of an older edition names its edition."""
    if goals.empty:
        return {"goal": "none"}
    target = goals.iloc[-1]
    if int(target["result_period"]) == page.briefing.latest.number:
        return {"goal": target["status"]}
    column = "due" if pd.isna(target["edition"]) else "edition"
    edition = page.write(held(target, column), "year")
    return {"goal": f"{target['status']}-older", "goal_edition": edition}


def _finding(page: Page, components: pd.DataFrame, courses: pd.DataFrame) -> list[Text]:
    """Say the best component, and the worst or the pillar that fell deeper than that is behind.

    Where three or more share one of the two ranks their number is told; where all do, that rank.
    """
    rows = story.told(components)
    found = story.finding(rows, courses, page.briefing.rank)
    if found is None:
        return _even(page, rows)
    ends = found.ends
    cited = _cited(page, found)
    values: dict[str, Said] = {**dti_strip.ends_told(page, ends, dti_strip.rest_named(page))}
    values["ranked"] = page.ranked
    values["basis"] = "printed" if rows["basis"].eq("printed").all() else "computed"
    values["parts"] = "pillars" if rows["component"].isin(dti.PILLARS).any() else "indexes"
    every = story.told(story.components(page.briefing.latest, page.briefing.province))
    values["held"] = holding(rows, every, "component")
    if found.fall is None:
        return [page.text(_ends(found), cited, **values, **_level(found, rows))]
    values |= {"fallen": page.component_name(found.fall["component"]).lower()}
    values |= {"from": held(found.fall, "first_rank"), "to": held(found.fall, "rank")}
    values["since"] = page.write(held(found.fall, "first_edition"), "year")
    return [page.text("headline-fall", cited, **values)]


def _ends(found: Finding) -> str:
    """Return the name of the sentence on both ends, or on the one that is told."""
    if found.ends.strong is None:
        return "headline-weak"
    return "headline-strong" if found.ends.weak is None else "headline-ends"


def _level(found: Finding, rows: pd.DataFrame) -> dict[str, Said]:
    """Return how many share the end that none has alone, and their rank; nothing if one has it."""
    if found.ends.strong is not None and found.ends.weak is not None:
        return {}
    rank = rows["rank"].min() if found.ends.strong is None else rows["rank"].max()
    level = rows[rows["rank"] == rank]
    return {"count": counted("level-components", level), "level_rank": held(level.iloc[0], "rank")}


def _even(page: Page, rows: pd.DataFrame) -> list[Text]:
    """Say that every pillar has the same rank, where no index has a rank of its own."""
    if set(rows["component"]) != set(dti.PILLARS) or rows["rank"].nunique() > 1:
        return []
    values = {"count": counted("pillars", rows), "rank": held(rows.iloc[0], "rank")}
    cited = page.score_source(page.briefing.province, *dti.PILLARS)
    return [page.text("headline-even", cited, **values, ranked=page.ranked)]


def _cited(page: Page, found: Finding) -> list[Citation]:
    ends = [found.ends.strong] if found.fall is not None else [found.ends.strong, found.ends.weak]
    names = [row["component"] for row in ends if row is not None and row["component"] != REST]
    cited = [*page.score_source(page.briefing.province, *names), *page.edition_source()]
    return cited + cite(*(row for _, row in found.course.iterrows()), locator="table")


def _closing(page: Page) -> list[Piece]:
    """Say that the province ends with the briefing's day, if it does: none will follow."""
    if page.briefing.last_day is None:
        return []
    unit = row_at(page.briefing.data["provinces"].set_index("province"), page.briefing.province)
    values: dict[str, Said] = {"day": page.date(unit, "valid_until"), "province": page.name}
    return [page.say("overview-closing", cite(unit), **values)]

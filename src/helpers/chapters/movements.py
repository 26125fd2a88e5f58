"""Chapter 1, what moved: the rank since the edition before, and the rank of a pillar."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import dti, history, results, story
from helpers.pages.citing import Citation, behind_scores, cite, cite_score
from helpers.pages.page import Page
from helpers.pages.values import held
from helpers.store import data
from helpers.words.language import Said
from helpers.words.told import Text

#: A pillar that lost so many places since the edition before is told as a fall.
MUCH = story.MUCH


def newest(page: Page) -> tuple[pd.Series, pd.Series] | None:
    """Return the rank before and the rank now, if the edition is new to this briefing.

    Parameters
    ----------
    page : Page
        The page.

    Returns
    -------
    tuple of Series, or None
        Two rows of :func:`helpers.analysis.history.ranks_over_time`; None where nothing moved
        that can be told: another edition, or another number of provinces, is not known.
    """
    known, before = page.briefing.data, page.briefing.before
    if before is None or data.newest_edition(before.data) == data.newest_edition(known):
        return None
    own = history.ranks_over_time(known, [page.briefing.province])
    if len(own) < 2 or pd.isna(own["change"].iloc[-1]):
        return None
    return own.iloc[-2], own.iloc[-1]


def told(page: Page) -> tuple[dict[str, Said], pd.Series | None]:
    """Return how the rank moved, as the first sentence names it, and the rank before."""
    rows = newest(page)
    if rows is None:
        return {"moved": "unknown"}, None
    change = held(rows[1], "change")
    moved = history.moved(int(change.number))
    return {"moved": moved, "places": change.negated if moved == "down" else change}, rows[0]


def item(page: Page, wanted: str) -> list[tuple[Text, Text]]:
    """Return a rise or a fall of the rank as topic and sentence; nothing if it moved otherwise.

    Parameters
    ----------
    page : Page
        The page.
    wanted : str
        ``up`` or ``down``.
    """
    (values, _), rows = told(page), newest(page)
    if rows is None or values["moved"] != wanted:
        return []
    values.pop("moved")
    before, now = rows
    for name, row in (("before", before), ("rank", now)):
        values[name] = held(row, "rank")
    values |= {"earlier": page.write(held(before, "edition"), "year"), "edition": page.edition}
    values["basis"] = before["basis"]
    cited = [*page.score_source(page.briefing.province), *cite(before, locator="table")]
    said = page.text(f"overview-moved-{wanted}", cited, **values)
    return [(page.indicator_name(results.RANK), said)]


def pillar_before(page: Page, component: str) -> pd.Series | None:
    """Return a pillar's row of the edition before the newest; None where its rank is not known."""
    before = page.briefing.edition_before
    if before is None:
        return None
    rows = dti.pillar_profile(before, page.briefing.province).dropna(subset=["rank"])
    rows = rows[rows["component"] == component].assign(edition=before.number)
    return None if rows.empty else rows.iloc[0]


def pillar_source(page: Page, component: str) -> list[Citation]:
    """Return where the rank of a pillar in the edition before the newest comes from."""
    before = page.briefing.edition_before
    if before is None or pillar_before(page, component) is None:
        return []
    rows = before.scores
    own = rows["province"].eq(page.briefing.province) & rows["component"].eq(component)
    behind = behind_scores(before)
    return [each for _, row in rows[own].iterrows() for each in cite_score(row, behind)]


def places_lost(page: Page, pillar: pd.Series) -> int:
    """Return how many places a pillar lost since the edition before; 0 where none is known."""
    before = pillar_before(page, pillar["component"])
    if before is None or pd.isna(pillar["rank"]):
        return 0
    return max(0, int(pillar["rank"] - before["rank"]))


def fallen(page: Page, profile: pd.DataFrame) -> list[pd.Series]:
    """Return the pillars that lost much since the edition before, the deepest fall first.

    Parameters
    ----------
    page : Page
        The page.
    profile : DataFrame
        What :func:`helpers.analysis.dti.pillar_profile` returns; a pillar may be left out.
    """
    lost = [(places_lost(page, row), row) for _, row in profile.iterrows()]
    deep = [each for each in lost if each[0] >= MUCH]
    return [row for _, row in sorted(deep, key=lambda each: -each[0])]

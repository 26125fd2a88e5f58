"""Chapter 3, index by index: where the province stands in each part that the total is told by."""

from __future__ import annotations

from functools import partial
from math import isclose

import pandas as pd

from helpers.analysis import story
from helpers.analysis.dti import DECIMALS, FOUNDATION, PILLARS
from helpers.analysis.gaps import REST
from helpers.analysis.proof import COMPUTED
from helpers.analysis.story import Ends
from helpers.chapters import extreme_pillars
from helpers.drawing import strips
from helpers.drawing.strips import Key
from helpers.pages.citing import Citation, cite_all
from helpers.pages.holding import whole_or_some
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import held, of, setting
from helpers.words.language import Said
from helpers.words.told import Figure, Telling, Text, Value, joined

#: A title has no more letters than this.
_LONGEST = 90


def strip(page: Page, components: pd.DataFrame) -> Piece:
    """Show the province among all others, a row an index; nothing where no score of it is known.

    Parameters
    ----------
    page : Page
        The page.
    components : DataFrame
        What :func:`helpers.analysis.story.components` returns; a row may be left out.
    """
    rows = _drawn(components)
    if rows.empty:
        return join()
    known = _drawn(story.components(page.briefing.latest, page.briefing.province))
    scores = story.scores(page.briefing.latest)
    ticks = [scores[name].dropna().tolist() for name in rows["component"]]
    key = Key(page.name, page.text("strip-key-each"), page.text("strip-key-mean"))
    painter = strips.component_strip(_strips(page, rows), ticks, key, page.language.decimal)
    table = page.table(_table(page, rows), page.text("strip-caption", parts=_parts(page, rows)))
    ends, name = story.ends(rows), "strip"
    if whole_or_some(known["component"], rows["component"]) == "some":
        name = "strip-some"  # the best of some need not be that of all
    elif ends.strong is None or ends.weak is None:
        name = "strip-even"
    words = _words(page, rows) | {"ranks": _listed(page, rows)}
    if name == "strip":
        words |= ends_told(page, ends)
        if _too_long(page, words):
            words["beside"] = "unknown"  # the description says it
        name = "strip-even" if _too_long(page, words) else name
    return page.figure(name, painter, table, _cited(page, rows), **words)


def _too_long(page: Page, words: dict[str, Said]) -> bool:
    return len(str(page.text("strip-title", **words))) > _LONGEST


def _drawn(components: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are drawn: parts of which the province's rank and score are known."""
    return story.told(components).dropna(subset=["score"])


def _name(page: Page, component: str) -> Text:
    return page.text("strip-rest") if component == REST else page.component_name(component)


def _score(page: Page, row: pd.Series) -> Value:
    """Return the own score: that of its row of the data, or what is left of the foundation."""
    if row["component"] == REST:
        return held(row, "score")
    return score_as_drawn(page.score_rows[row["province"], row["component"]], row["score"])


def score_as_drawn(row: pd.Series, drawn: float) -> Value:
    """Return the score of a row of the data as it is drawn.

    One that an analyst changed is told as it is drawn, of a row that holds another: no such page
    is published.

    Parameters
    ----------
    row : Series
        A row of an edition's scores.
    drawn : float
        The score that is drawn.
    """
    found = held(row, "score")
    changed = not isclose(found.number, drawn, abs_tol=10**-DECIMALS / 2)
    return Value(float(drawn), found.origin) if changed else found


def _rank(page: Page, row: pd.Series) -> Value:
    """Return the own rank: that of its row of the data, or the one among all scores."""
    if row["basis"] == COMPUTED:
        return held(row, "rank")
    return page.rank(row["province"], row["component"])


def _strips(page: Page, rows: pd.DataFrame) -> pd.DataFrame:
    lines = [
        {
            "label": _name(page, row["component"]),
            "score": row["score"],
            "rank": page.text("strip-rank", rank=_rank(page, row)),
            "mean": row["mean"],
            **_to_the_next(page, row),
        }
        for _, row in rows.iterrows()
    ]
    return pd.DataFrame(lines)


def _to_the_next(page: Page, row: pd.Series) -> dict[str, Text]:
    """Return what is missing to the rank above, and which that is; who is first has none."""
    if row["rank"] == 1:
        shared = "yes" if row["shared"] else "no"
        return {"gain": page.text("strip-first", shared=shared), "goal": Text()}
    if pd.isna(row["missing"]):
        return {"gain": Text(), "goal": Text()}
    gain = page.text("strip-gain", gain=page.write(held(row, "missing"), "points"))
    return {"gain": gain, "goal": page.text("strip-goal", rank=held(row, "next_rank"))}


def _table(page: Page, rows: pd.DataFrame) -> pd.DataFrame:
    derived = rows["basis"].ne("printed")
    columns: dict[str | Text, list[Telling]] = {
        "column-component": [_name(page, name) for name in rows["component"]],
        "column-derived-rank" if derived.all() else "column-rank": [
            page.text("value-derived", value=rank) if each and not derived.all() else rank
            for each, rank in zip(derived, _ranks(page, rows), strict=True)
        ],
        "column-score": [page.write(_score(page, row), "score") for _, row in rows.iterrows()],
    }
    if rows["mean"].notna().any():
        mean = page.text("strip-mean", ranked=page.ranked)
        columns[mean] = [page.or_none(row, "mean", "score") for _, row in rows.iterrows()]
    missing = page.text("strip-missing", points=_scale(page))
    columns[missing] = [page.or_none(row, "missing", "points") for _, row in rows.iterrows()]
    if not _complete(rows, page):
        told = [page.write(held(row, "published")) for _, row in rows.iterrows()]
        columns["column-published"] = [*told]
    return pd.DataFrame(columns)


def _ranks(page: Page, rows: pd.DataFrame) -> list[Figure]:
    return [page.write(_rank(page, row)) for _, row in rows.iterrows()]


def _scale(page: Page) -> Figure:
    return page.write(setting("scale-points", strips.POINTS))


def _complete(rows: pd.DataFrame, page: Page) -> bool:
    """Say whether every ranked province has a score in every row."""
    return bool(rows["published"].eq(page.ranked.number).all())


def _parts(page: Page, rows: pd.DataFrame) -> Text:
    """Say what the rows are: pillars, or the indexes of which pillars are made."""
    return page.text("strip-pillars" if rows["component"].isin(PILLARS).all() else "strip-indexes")


def _words(page: Page, rows: pd.DataFrame) -> dict[str, Said]:
    printed = rows["basis"].eq("printed").all()
    return {
        "province": page.name,
        "edition": page.edition,
        "ranked": page.ranked,
        "points": _scale(page),
        "parts": _parts(page, rows),
        "known": "all" if _complete(rows, page) else "some",
        "basis": "printed" if printed else "computed",
    }


def ends_told(page: Page, ends: Ends, rest: Text | None = None) -> dict[str, Said]:
    """Return the best and the worst index, their ranks, and how the worst compares to the mean.

    Parameters
    ----------
    page : Page
        The page.
    ends : Ends
        What :func:`helpers.analysis.story.ends` returns; of a side that is None nothing is told.
    rest : Text, optional
        The name of what is left of the foundation, where its row does not stand beside it.
    """
    rest = page.text("strip-rest").lower() if rest is None else rest
    values = extreme_pillars.named(page, ends, partial(_end, page, ends, rest))
    values |= {"side": "unknown", "weak_score": "none", "weak_mean": "none"}
    weak = ends.weak
    if weak is not None and ends.weak_too is None and weak["side"]:
        values["side"] = str(weak["side"])
        for told, column in (("weak_score", "score"), ("weak_mean", "mean")):
            values[told] = page.write(of(ends, f"weak.{column}"), "points")
    return values | {"beside": values["side"]}


def rest_named(page: Page) -> Text:
    """Name what is left of the foundation where the row of what is taken from it is not beside it.

    Parameters
    ----------
    page : Page
        The page.
    """
    if story.taken(page.briefing.latest) == ["infrastructure"]:
        return page.text("headline-rest")
    return page.text("strip-rest").lower()


def _end(page: Page, ends: Ends, rest: Text, end: str) -> Text:
    if getattr(ends, end)["component"] == REST:
        return rest
    return page.at(ends, f"{end}.component").lower()


def _listed(page: Page, rows: pd.DataFrame) -> Text:
    items = [
        page.text("strip-item", name=_name(page, row["component"]).lower(), rank=_rank(page, row))
        for _, row in rows.iterrows()
    ]
    return joined(", ", items)


def _cited(page: Page, rows: pd.DataFrame) -> list[Citation]:
    """Return where the own figures are published, then those of all other provinces."""
    names = [FOUNDATION if name == REST else name for name in rows["component"]]
    own = page.score_source(page.briefing.province, *names)
    known = page.briefing.latest.scores
    return [*own, *cite_all(known[known["component"].isin(names)], "table")]

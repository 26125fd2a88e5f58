"""The appendix, built with the page: the method, and the DTI table that all rests on."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.analysis import dti, proof
from helpers.pages import html
from helpers.pages.citing import Citation, cite
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page


def appendix(page: Page) -> Html:
    """Return the appendix without the list of sources, which needs all marks numbered."""
    pieces, edition = [page.heading(), _method(page)], page.briefing.edition
    if edition is not None:
        pieces += [page.subheading("appendix-table", edition=str(edition)), _proof(page)]
        pieces.append(_dti_table(page))
    return html.join(*pieces)


@computed_by(dti.breakdown)
def _method(page: Page) -> Html:
    day = page.language.date(page.briefing.as_of)
    names = ("point-in-time", "precision", "unknown", "own-reading", "firmness")
    pieces = [page.say(f"method-{name}", as_of=day) for name in names]
    if page.briefing.edition is not None:
        pieces.append(_index(page))
    return html.join(*pieces)


def _index(page: Page) -> Html:
    """Say what the index is made of."""
    weights = page.briefing.edition.weights
    rows = [row for _, row in weights[weights["adds_to_total"]].iterrows()]
    listed = [
        f"{page.component_name(row['component'])} {page.language.decimal(row['points'] / 1000)}"
        for row in rows
    ]
    values = {"edition": str(page.briefing.edition), "weights": "; ".join(listed)}
    values["published"] = page.language.date(page.briefing.edition_row["published"].date())
    return page.say("method-dti", [*cite(*rows), *page.edition_source()], **values)


@computed_by(proof.tally, proof.derived, proof.contradictions)
def _proof(page: Page) -> Html:
    """Say what of the table proves itself, in full, in part, and against what follows from it."""
    held = proof.tally(page.briefing.edition)
    pieces, cited = [], page.edition_source()
    if not held.full + held.part:
        return page.say("proof-none", cited, edition=str(page.briefing.edition))
    if held.full:
        values = {"holds": held.full_holding, "count": held.full}
        largest = page.language.decimal(round(held.largest, 5))
        pieces.append(page.say("proof", cited, **values, largest=largest))
    if held.part:
        pieces.append(page.say("proof-part", cited, holds=held.part_holding, count=held.part))
    return html.join(*pieces, *_derived(page, cited))


def _derived(page: Page, cited: list[Citation]) -> list[Html]:
    edition = page.briefing.edition
    computed = proof.derived(edition)
    if computed.empty:
        return []
    wrong = len(list(proof.contradictions(edition)))
    printed = edition.scores[edition.scores["component"].isin(dti.PILLARS)]
    count = int(((printed["basis"] == "printed") | (printed["confirmed_by"] != "")).sum())
    values = {"provinces": computed["province"].nunique(), "agree": count - wrong}
    return [page.say("proof-computed", cited, **values, printed=count)]


@computed_by(proof.derived, proof.completed)
def _dti_table(page: Page) -> Html:
    rows = page.briefing.edition.table()
    cited = {name: page.score_source(name, dti.TOTAL, *dti.PILLARS) for name in rows["province"]}
    everything = [citation for found in cited.values() for citation in found]
    whole = len(rows) == page.briefing.edition.ranked
    lines = [
        _line(page, row, () if whole else cited[row["province"]]) for _, row in rows.iterrows()
    ]
    names = ["column-province", "column-rank"]
    names += [page.component_name(name) for name in (dti.TOTAL, *dti.PILLARS)]
    caption = page.language.say("appendix-table-caption", edition=str(page.briefing.edition))
    frame = pd.DataFrame(lines, columns=names)
    own = list(rows["province"] == page.briefing.province)
    # A whole table is one document's: it is named once, below, with those that confirm it.
    return page.table(frame, caption, own, cite=everything if whole else ())


def _line(page: Page, row: pd.Series, cited: Sequence[Citation]) -> tuple[object, ...]:
    name = page.province_name(row["province"]) + page.mark(cited)
    rank = str(row["rank"]) if row["basis"] == "printed" else f"{row['rank']}†"
    cells = [_cell(page, row["province"], component) for component in (dti.TOTAL, *dti.PILLARS)]
    return name, rank, *cells


def _cell(page: Page, province: str, component: str) -> str:
    rows = page.briefing.edition.table(component)
    rows = rows[rows["province"] == province]
    score = None if rows.empty else rows["score"].iloc[0]
    rank = None if rows.empty or component == dti.TOTAL else rows["rank"].iloc[0]
    text = "–" if score is None or pd.isna(score) else page.language.score(score)
    if not rows.empty and rows["basis"].iloc[0] == proof.COMPUTED:
        text += "†"
    return text if rank is None or pd.isna(rank) else f"{text} ({rank})"

"""The appendix, built by the pipeline: method, the DTI table, and every source cited."""

from __future__ import annotations

import pandas as pd

from helpers import dti, html, proof
from helpers.html import Html
from helpers.page import Page


def appendix(page: Page) -> Html:
    """Return the whole appendix.

    Parameters
    ----------
    page : Page
        A page that already knows the sources that the chapters cited.
    """
    pieces = [page.heading(), *_method(page)]
    if page.edition is not None:
        pieces += [page.subheading("appendix-table", edition=str(page.edition)), *_proof(page)]
        pieces.append(_dti_table(page))
    # The list comes last in the page, after all marks of the table have been counted.
    pieces += [page.subheading("sources-title"), page.source_list()]
    return html.join(*pieces)


def _method(page: Page) -> list[Html]:
    day = page.language.date(page.as_of)
    names = ("point-in-time", "precision", "unknown", "own-reading", "firmness")
    pieces = [page.say(f"method-{name}", as_of=day, ranked=63) for name in names]
    if page.edition is None:
        return pieces
    parts = page.data["dti_weights"]
    parts = parts[(parts["edition"] == page.edition) & parts["adds_to_total"]]
    listed = [
        f"{page.component_name(row['component'])} {page.language.decimal(row['points'] / 1000)}"
        for _, row in parts.iterrows()
    ]
    values = {"edition": str(page.edition), "weights": "; ".join(listed)}
    values["published"] = page.language.date(page.edition_row["published"].date())
    cite = [(page.edition_row["source"], "table")]
    return [*pieces, page.say("method-dti", cite, **values)]


def _proof(page: Page) -> list[Html]:
    """Say what of the table proves itself, in full, in part, and against what follows from it."""
    tables = page.data["dti_scores"], page.data["dti_weights"], page.edition
    held, pieces = proof.tally(*tables), []
    if not held.full + held.part:
        return [page.say("proof-none", edition=str(page.edition))]
    if held.full:
        values = {"holds": held.full_holding, "count": held.full}
        largest = page.language.decimal(round(held.largest, 5))
        pieces.append(page.say("proof", **values, largest=largest))
    if held.part:
        pieces.append(page.say("proof-part", holds=held.part_holding, count=held.part))
    computed = proof.derived(*tables)
    if len(computed):
        wrong = len(list(proof.contradictions(*tables)))
        printed = page.scores[page.scores["component"].isin(dti.PILLARS)]
        printed = printed[(printed["basis"] == "printed") | (printed["confirmed_by"] != "")]
        printed = int((printed["edition"] == page.edition).sum())
        provinces = computed["province"].nunique()
        pieces.append(
            page.say("proof-computed", provinces=provinces, agree=printed - wrong, printed=printed)
        )
    return pieces


def _dti_table(page: Page) -> Html:
    rows = dti.table(page.scores, page.edition)
    lines = [_line(page, row) for _, row in rows.iterrows()]
    names = ["column-province", "column-rank"]
    names += [page.component_name(name) for name in (dti.TOTAL, *dti.PILLARS)]
    caption = page.language.say("appendix-table-caption", edition=str(page.edition))
    frame = pd.DataFrame(lines, columns=names)
    return page.table(frame, caption, list(rows["province"] == page.province))


def _line(page: Page, row: pd.Series) -> tuple[object, ...]:
    name = page.province_name(row["province"]) + page.mark(page.score_source(row["province"]))
    rank = str(row["rank"]) if row["basis"] == "printed" else f"{row['rank']}*"
    cells = [_cell(page, row["province"], component) for component in (dti.TOTAL, *dti.PILLARS)]
    return name, rank, *cells


def _cell(page: Page, province: str, component: str) -> str:
    rows = dti.table(page.scores, page.edition, component)
    rows = rows[rows["province"] == province]
    score = None if rows.empty else rows["score"].iloc[0]
    rank = None if rows.empty or component == dti.TOTAL else rows["rank"].iloc[0]
    text = "–" if score is None or pd.isna(score) else page.language.score(score)
    if not rows.empty and rows["basis"].iloc[0] == proof.COMPUTED:
        text += "†"
    return text if rank is None or pd.isna(rank) else f"{text} ({rank})"

"""The appendix, built by the pipeline: method, the DTI table, and every source cited."""

from __future__ import annotations

import pandas as pd

from helpers import dti, html
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
        pieces += [page.subheading("appendix-table", edition=str(page.edition)), _proof(page)]
        pieces.append(_dti_table(page))
    # The list comes last in the page, after all marks of the table have been counted.
    pieces += [page.subheading("sources-title"), page.source_list()]
    return html.join(*pieces)


def _method(page: Page) -> list[Html]:
    day = page.language.date(page.as_of)
    names = ("point-in-time", "precision", "unknown", "own-reading")
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


def _proof(page: Page) -> Html:
    tables = page.data["dti_scores"], page.data["dti_weights"]
    proof = dti.proof(*tables, page.edition)
    holds, count = int(proof["holds"].sum()), len(proof)
    if not count:
        return page.say("proof-none", edition=str(page.edition))
    largest = page.language.decimal(round(float(proof["residual"].abs().max()), 5))
    return page.say("proof", holds=holds, count=count, largest=largest)


def _dti_table(page: Page) -> Html:
    rows = dti.table(page.data["dti_scores"], page.edition)
    lines = [_line(page, row) for _, row in rows.iterrows()]
    names = [page.language.say("column-province"), page.language.say("column-rank")]
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
    rows = dti.table(page.data["dti_scores"], page.edition, component)
    rows = rows[rows["province"] == province]
    score = None if rows.empty else rows["score"].iloc[0]
    rank = None if rows.empty or component == dti.TOTAL else rows["rank"].iloc[0]
    text = "–" if score is None or pd.isna(score) else page.language.score(score)
    return text if rank is None or pd.isna(rank) else f"{text} ({rank})"

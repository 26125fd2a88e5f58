"""The appendix, built with the page: the method, and the DTI table that all rests on."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.analysis import dti, proof
from helpers.pages.citing import Citation, cite_all
from helpers.pages.near import near
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import counted, held, of
from helpers.words.language import Said
from helpers.words.told import Text, joined, text

_COMPONENTS = (dti.TOTAL, *dti.PILLARS)
#: Marks what no source prints.
_COMPUTED = "†"


def method(page: Page) -> Piece:
    """Say how the briefing was made: point in time, precision, absence, judgements, the index."""
    day = page.date(page.briefing.row, "as_of")
    names = ("point-in-time", "precision", "unknown", "finding", "own-reading", "firmness")
    known: dict[str, Said] = {"as_of": day, "sources": page.sources_read}
    pieces = [page.say(f"method-{name}", **known) for name in names]
    if page.briefing.edition is not None:
        pieces.append(_index(page))
    return join(*pieces)


def edition_table(page: Page) -> Piece:
    """Return the table of the edition that the briefing rests on, and what of it proves itself."""
    return join(_proof(page), _dti_table(page))


def _index(page: Page) -> Piece:
    """Say what the index is made of."""
    rows = proof.weights(page.briefing.known_edition)
    listed = joined("; ", [_weight(page, row) for _, row in rows.iterrows()])
    published = page.date(page.briefing.edition_row, "published")
    values: dict[str, Said] = {"edition": page.edition, "weights": listed, "published": published}
    return page.say("method-dti", [*cite_all(rows), *page.edition_source()], **values)


def _weight(page: Page, row: pd.Series) -> Text:
    weight = page.write(held(row, "weight"), "decimal")
    return joined(" ", [page.component_name(row["component"]), weight])


def _proof(page: Page) -> Piece:
    """Say what of the table proves itself, in full, in part, and against what follows from it."""
    found, cited = proof.tally(page.briefing.known_edition), page.edition_source()
    if not found.full + found.part:
        return page.say("proof-none", cited, edition=page.edition)
    pieces = []
    if found.full:
        largest = page.write(of(found, "largest").rounded(5), "decimal")
        values: dict[str, Said] = {"holds": of(found, "full_holding"), "count": of(found, "full")}
        pieces.append(page.say("proof", cited, **values, largest=largest))
    if found.part:
        values = {"holds": of(found, "part_holding"), "count": of(found, "part")}
        pieces.append(page.say("proof-part", cited, **values))
    agreed = proof.agreement(page.briefing.known_edition)
    if agreed is not None:
        pieces.append(_computed(page, agreed))
    return join(*pieces)


def _computed(page: Page, agreed: proof.Agreement) -> Piece:
    """Say what was computed, and how it fits the published pillars, where there are such."""
    cited = page.edition_source()
    if not agreed.printed:
        return page.say("proof-computed-alone", cited, provinces=of(agreed, "provinces"))
    values = {name: of(agreed, name) for name in ("provinces", "agree", "printed")}
    return page.say("proof-computed", cited, **values)


def _dti_table(page: Page) -> Piece:
    edition = page.briefing.known_edition
    every = edition.table()
    rows, whole = near(every, page.briefing.province), len(every) == edition.ranked
    cited = {name: page.score_source(name, *_COMPONENTS) for name in rows["province"]}
    everything = [citation for found in cited.values() for citation in found]
    lines = [
        _line(page, row, () if whole else cited[row["province"]]) for _, row in rows.iterrows()
    ]
    names = ["column-province", "column-rank", *map(page.component_name, _COMPONENTS)]
    caption = page.text("appendix-table-caption", edition=page.edition)
    frame = pd.DataFrame(lines, columns=pd.Index(names, dtype=object))
    own = rows["province"] == page.briefing.province
    # A whole table is one document's: it is named once, below, with those that confirm it.
    table = page.table(frame, caption, own, cite=everything if whole else ())
    return table if len(rows) == len(every) else join(_left_out(page, every, rows), table)


def _left_out(page: Page, every: pd.DataFrame, shown: pd.DataFrame) -> Piece:
    """Say how many rows a long table does not show."""
    left = every[~every["province"].isin(shown["province"])]
    values: dict[str, Said] = {"left": counted("left-out", left), "count": counted("rows", every)}
    cited = page.edition_source()
    return page.say("appendix-table-near", cited, province=page.name, **values)


def _line(page: Page, row: pd.Series, cited: Sequence[Citation]) -> tuple[Text, ...]:
    name = page.province_name(row["province"]) + page.mark(cited)
    rank = text(page.write(held(row, "rank")))
    cells = [_cell(page, page.score_rows.get((row["province"], each))) for each in _COMPONENTS]
    return name, rank if row["basis"] == "printed" else rank + _COMPUTED, *cells


def _cell(page: Page, row: pd.Series | None) -> Text:
    if row is None:
        return page.text("value-none")
    said = text(page.or_none(row, "score", "score"))
    if row["basis"] == proof.COMPUTED:
        said += _COMPUTED
    if row["component"] == dti.TOTAL or pd.isna(row["rank"]):
        return said
    return joined("", [said, " (", page.write(held(row, "rank")), ")"])

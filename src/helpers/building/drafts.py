"""A draft: a briefing made although cells are still to be filled in, which it shows as waiting."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from helpers.analysis import results
from helpers.pages.page import Page
from helpers.pages.pieces import Piece
from helpers.store import data, unfilled
from helpers.store.append import write_all
from helpers.store.descriptor import Resource, resources
from helpers.store.tables import TableText, as_text, read_all
from helpers.store.unfilled import TO_FILL
from helpers.words.language import LANGUAGES, Language

#: The folder of a year's drafts, beside its published pages.
FOLDER = "draft"
_RESULTS, _BRIEFINGS = "results", "briefings"
Record = dict[str, str]


@dataclass(frozen=True)
class Waiting:
    """A row that waits to be filled in.

    Parameters
    ----------
    table : str
        The table's name.
    row : int
        Its row as a spreadsheet counts: the header is 1.
    record : dict of str to str
        Its cells.
    names : mapping of str to str
        The name of its indicator by language; empty if it has none.
    """

    table: str
    row: int
    record: Record
    names: Mapping[str, str]

    def told(self, language: Language) -> str:
        """Return what waits, in words: what the row is about, and the columns to fill in."""
        columns = [name for name, cell in self.record.items() if cell == TO_FILL]
        if "value" in columns or "state" in columns:  # Its source and the rest come with it.
            return f"{self._about(language)}: {TO_FILL}"
        named = ", ".join(str(language.say("form-column", name=name)) for name in columns)
        return f"{self._about(language)}, {named}: {TO_FILL}"

    def _about(self, language: Language) -> str:
        if self.table == _BRIEFINGS:
            return str(language.say("form-sheet", name="briefing"))
        if self.table != _RESULTS:
            return f"{self.table}.csv ({self.row})"
        period = self.record["period"]
        when = period if period == TO_FILL else language.span(period)
        name = self.names[language.code]
        national = self.record.get("scope") == data.NATIONAL
        places = [str(language.say("form-text", name="national"))] if national else []
        return f"{name} ({', '.join([*places, when])})"


@dataclass(frozen=True)
class Draft:
    """What a draft leaves out, and says so.

    Parameters
    ----------
    year : int
        The reporting year.
    waits : tuple of Waiting
        The rows that it would know if they were filled in.
    """

    year: int
    waits: tuple[Waiting, ...]

    def words(self, language: Language) -> dict[str, Any]:
        """Return what stands above the page, in its language and the banner in all."""
        day = any(each.table == _BRIEFINGS and each.record["as_of"] == TO_FILL
                  for each in self.waits)  # fmt: skip
        notes = [language.say("draft-note", mark=TO_FILL)]
        notes += [language.say("draft-day")] if day else []
        listed = [each.told(language) for each in self.waits]
        return {
            "banner": " · ".join(str(Language(code).say("draft-banner")) for code in LANGUAGES),
            "notes": [str(each) for each in notes],
            "heading": str(language.say("draft-waits" if listed else "draft-none")),
            "waits": listed,
        }

    def marked(self, page: Page, shown: Piece) -> Piece:
        """Return a piece whose cards show what waits, a card for each key figure that waits."""
        if shown.kind == "several":
            inside = [self.marked(page, each) for each in shown.values["pieces"]]
            return replace(shown, values={**shown.values, "pieces": inside})
        if shown.kind != "cards":
            return shown
        names = {str(page.indicator_name(each)): each for each in self._indicators(page)}
        cards = [
            self._card(page, card) if str(card["name"]) in names else card
            for card in shown.values["cards"]
        ]
        there = {str(card["name"]) for card in cards}
        new = [each for name, each in names.items() if name not in there]
        return replace(shown, values={**shown.values, "cards": [*cards, *self._new(page, new)]})

    def _indicators(self, page: Page) -> list[str]:
        """Return the key figures of the province that wait for the year's value."""
        own = [
            each.record["indicator"]
            for each in self.waits
            if each.table == _RESULTS
            and each.record["scope"] == page.briefing.province
            and each.record["period"].startswith(str(self.year))
        ]
        known = set(page.briefing.data["indicators"]["indicator"])
        keys = results.key_indicators(page.briefing.data, page.briefing.year)
        return [each for each in dict.fromkeys(own) if each in keys and each in known]

    @staticmethod
    def _card(page: Page, card: Mapping[str, Any]) -> dict[str, object]:
        if card["status"] != "unknown":  # An index of an earlier year speaks until then.
            lines = [*card["comparisons"], page.text("draft-card")]
            return {**card, "comparisons": lines}
        return {**card, "value": page.text("draft-mark"), "word": page.text("draft-waits")}

    def _new(self, page: Page, indicators: Sequence[str]) -> Iterator[dict[str, object]]:
        for each in indicators:
            empty = {"name": page.indicator_name(each), "mark": "", "status": "unknown"}
            lines = [page.text("card-no-comparison")]
            yield self._card(page, {**empty, "comparisons": lines})


@dataclass(frozen=True)
class Preview(Draft):
    """What a page to look at says of itself; its data are whole.

    Parameters
    ----------
    faults : tuple of str
        The numbers on it that are not proven: it is shown with them, and names them.
    """

    faults: tuple[str, ...] = ()

    def words(self, language: Language) -> dict[str, Any]:
        """Return what stands above the page, in its language and the banner in all."""
        proof = language.say("preview-unproven" if self.faults else "preview-proven")
        return {
            "banner": " · ".join(str(Language(code).say("preview-banner")) for code in LANGUAGES),
            "notes": [str(language.say("preview-note"))],
            "heading": str(proof),
            "waits": list(self.faults),
        }


def prepare(folder: Path, copy: Path, year: int) -> Draft:
    """Copy data without the rows that wait, so that nothing can take a mark for a value.

    Parameters
    ----------
    folder : Path
        The data folder, sound but for cells to fill in; it is left as it is.
    copy : Path
        Where the copy goes: it has every row that is whole, and the briefing's own with the last
        day of the year where its day is not filled in.
    year : int
        The reporting year.
    """
    shutil.copytree(folder, copy)
    texts, described = read_all(folder), resources(folder)
    marked = {(cell.file, cell.row) for cell in unfilled.cells(texts, described)}
    names = _names(texts["indicators.csv"])
    files, waits = {}, []
    for resource in described:
        records = _records(texts[resource["path"]])
        lines = {row for file, row in marked if file == resource["path"]}
        for row in sorted(lines):
            record = records[row - 2]
            if _concerns(record, year):
                own = names.get(record.get("indicator", ""), {})
                waits.append(Waiting(resource["name"], row, record, own))
        if lines:
            files[copy / resource["path"]] = _whole(resource, records, lines).encode()
    write_all(files)
    return Draft(year, tuple(waits))


def _records(table: TableText) -> list[Record]:
    return list(csv.DictReader(io.StringIO(table.text, newline="")))


def _names(indicators: TableText) -> dict[str, dict[str, str]]:
    return {
        row["indicator"]: {code: row[f"name_{code}"] for code in LANGUAGES}
        for row in _records(indicators)
    }


def _concerns(record: Record, year: int) -> bool:
    """Say whether a row belongs to a briefing: later years' rows wait for other ones."""
    own = record.get("year") or record.get("period") or ""
    return not own[:4].isdecimal() or int(own[:4]) <= year


def _whole(resource: Resource, records: Sequence[Record], marked: set[int]) -> str:
    """Return a table with only its whole rows; a briefing's own row stays, and shows its marks."""
    kept = [
        _dated(record) if row in marked else record
        for row, record in enumerate(records, start=2)
        if row not in marked or resource["name"] == _BRIEFINGS
    ]
    columns = [field["name"] for field in resource["schema"]["fields"]]
    return as_text([columns, *([record[name] for name in columns] for record in kept)])


def _dated(record: Record) -> Record:
    """Return a briefing's row with a day, its other marks as words that the page shows."""
    shown = {name: f"({TO_FILL})" if cell == TO_FILL else cell for name, cell in record.items()}
    for name in ("title_vi", "title_en"):
        if record[name] == TO_FILL:
            shown[name] = f"{data.PROVINCE_IN_TITLE} ({TO_FILL})"
    for name in ("source", "note"):
        shown[name] = "" if record[name] == TO_FILL else record[name]
    if record["as_of"] == TO_FILL:
        # Whatever document names the day may come after the one that a draft takes.
        shown |= {"as_of": f"{record['year']}-12-31", "source": ""}
    return shown

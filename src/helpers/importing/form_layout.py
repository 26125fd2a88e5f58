"""The form of a reporting year: its sheets, their columns, and the words of its drop-downs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpers.importing.form_cells import wordings
from helpers.store.descriptor import Resource

#: The sheets, in their order; each is called as the first language does.
SHEETS = ("briefing", "results", "sources")
#: What the sheet of the results shows of a row, and what is filled in, in this order.
SHOWN = ("indicator", "name_en", "scope", "unit", "last", "last_period", "last_source", "target")
FILLED = ("value", "qualifier", "base", "state", "period", "timing", "source", "locator", "note")
#: What a result says, one of these at least, and what is told beside it.
SAYING, BESIDE = ("value", "base", "state"), ("qualifier", "source", "locator", "note")
#: Which row of the data a row of the form is about.
CODE = "code"
#: What the sheet of the sources has; the first column is what a result names its source by.
SOURCES = ("name", "title", "publisher", "publisher_en", "language", "published",
           "available_from", "url")  # fmt: skip
#: What the sheet of the briefing asks for, a row each.
FIELDS = ("as_of", "title_vi", "title_en", "office_vi", "office_en", "source", "note")
#: So many new sources can be entered.
NEW_SOURCES = 20
#: The row of the columns' names, and where they stand.
HEADER = 3
#: The drop-downs: the message that has their words, by column.
MESSAGES = {
    "qualifier": "form-qualifier",
    "state": "form-state",
    "timing": "form-timing",
    "language": "form-language",
}


def sheet_name(sheet: str) -> str:
    """Return what a sheet is called in the workbook."""
    return wordings("form-sheet", sheet)[0]


def heading(column: str) -> str:
    """Return a column's name in both languages, a line each."""
    return "\n".join(wordings("form-column", column))


def new_source(place: int) -> str:
    """Return what a result calls the source in a place of the list of new ones, counted from 1."""
    return f"{wordings('form-text', 'new_source')[0]} {place}"


def choices(described: Sequence[Resource]) -> Mapping[str, Sequence[str]]:
    """Return the names of each drop-down, as the data package knows them, by column."""
    fields = {
        field["name"]: field.get("constraints", {}).get("enum", [])
        for resource in described
        if resource["name"] in ("results", "sources")
        for field in resource["schema"]["fields"]
    }
    return {column: fields[column] for column in MESSAGES}

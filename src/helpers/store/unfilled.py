"""Cells still to be filled in: how they are marked, where they are, and what waits for them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from helpers.exceptions import ToFill, Worded
from helpers.store.cells import TO_FILL as MARK
from helpers.store.descriptor import Field, Resource
from helpers.store.tables import TableText
from helpers.words.language import LANGUAGES
from helpers.words.refusals import said, worded

_Record = Mapping[str, str | None]
#: The names of each indicator, by language.
_Names = Mapping[str | None, Mapping[str, str]]

#: The text of a cell that is still to be filled in.
TO_FILL: str = MARK

#: The column that says to which year a row belongs; rows of other tables belong to every year.
_YEAR = {"briefings": "year", "results": "period", "agenda": "year"}
#: The column that says of which place a row of such a table speaks.
_SCOPE = {"briefings": "province", "results": "scope", "agenda": "scope"}
#: The tables whose columns the form of a year names, in each language.
_OF_THE_FORM = {"briefings"}
#: Columns of a key that tell a maintainer nothing beside the indicator's name.
_SILENT = {"indicator", "timing"}


def cells(texts: Mapping[str, TableText], resources: Sequence[Resource]) -> list[ToFill]:
    """Return every marked cell of the data package, in the order of its files.

    Parameters
    ----------
    texts : mapping of str to TableText
        The files by name, as :func:`helpers.store.tables.read_all` reads them.
    resources : sequence of mapping
        The tables as the descriptor describes them.
    """
    # Most tables have none, which a look at their text says; few packages have any.
    waiting = [each for each in resources if TO_FILL in texts[each["path"]].text]
    if not waiting:
        return []
    (indicators,) = (texts[each["path"]] for each in resources if each["name"] == "indicators")
    names = {
        row.get("indicator"): {code: row.get(f"name_{code}") or "" for code in LANGUAGES}
        for row in _records(indicators)
    }
    found = (_marked(each, _records(texts[each["path"]]), names) for each in waiting)
    return list(chain.from_iterable(found))


def may_wait(path: Path) -> bool:
    """Return whether a table's file may have a marked cell: a look at it takes no reading.

    Parameters
    ----------
    path : Path
        The file; one that is not there has none.
    """
    return path.is_file() and TO_FILL.encode() in path.read_bytes()


def _records(table: TableText) -> Sequence[_Record]:
    return list(csv.DictReader(io.StringIO(table.text, newline="")))


def _marked(resource: Resource, records: Sequence[_Record], names: _Names) -> Iterator[ToFill]:
    table = resource["name"]
    for row, record in enumerate(records, start=2):
        for field in resource["schema"]["fields"]:
            if record.get(field["name"]) == TO_FILL:
                fault = worded("fault-to-fill", about=_row_name(resource, record, names))
                cure = _cure(table, field)
                year = _year(record.get(_YEAR.get(table, "")))
                scope = record.get(_SCOPE.get(table, "")) or ""
                yield ToFill(resource["path"], row, field["name"], fault, cure, year, scope)


def _cure(table: str, field: Field) -> str:
    """Say what to do about a cell: to write what its column holds, if there is anything."""
    if table == "results":
        return worded("cure-to-fill")
    if table not in _OF_THE_FORM:
        return field["description"]
    said_in_form = said("form-column", name=field["name"])
    return Worded(said_in_form | {"en": field["description"]})


def _row_name(resource: Resource, record: _Record, names: _Names) -> dict[str, str]:
    """Return what a row is about, by language: the indicator's name, and the rest of its key."""
    key = [record.get(name) for name in resource["schema"]["primaryKey"] if name not in _SILENT]
    named = names.get(record.get("indicator"), {})
    return {
        code: ", ".join(word for word in (named.get(code), *key) if word and word != TO_FILL)
        for code in LANGUAGES
    }


def _year(text: str | None) -> int:
    year = (text or "")[:4]
    return int(year) if year.isdecimal() else 0

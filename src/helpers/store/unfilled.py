"""Cells still to be filled in: how they are marked, where they are, and what waits for them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from helpers.exceptions import ToFill
from helpers.store.descriptor import Resource
from helpers.store.tables import TableText

_Record = Mapping[str, str | None]

#: The text of a cell that is still to be filled in.
TO_FILL = "???"

#: The column that says to which year a row belongs; rows of other tables belong to every year.
_YEAR = {"briefings": "year", "results": "period", "agenda": "year"}
#: The column that says of which place a row of such a table speaks.
_SCOPE = {"briefings": "province", "results": "scope", "agenda": "scope"}
#: What to do about a cell, where it is not to write what the column holds.
_CURES = {"results": "or delete the row if nothing is published"}
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
    tables = {each["name"]: _records(texts[each["path"]]) for each in resources}
    names = {row.get("indicator"): row.get("name_en") for row in tables["indicators"]}
    found = (_marked(each, tables[each["name"]], names) for each in resources)
    return list(chain.from_iterable(found))


def _records(table: TableText) -> Sequence[_Record]:
    return list(csv.DictReader(io.StringIO(table.text, newline="")))


def _marked(
    resource: Resource, records: Sequence[_Record], names: Mapping[str | None, str | None]
) -> Iterator[ToFill]:
    table = resource["name"]
    for row, record in enumerate(records, start=2):
        for field in resource["schema"]["fields"]:
            if record.get(field["name"]) == TO_FILL:
                fault = f"to fill in: {_row_name(resource, record, names)}"
                cure = _CURES.get(table, field["description"])
                year = _year(record.get(_YEAR.get(table, "")))
                scope = record.get(_SCOPE.get(table, "")) or ""
                yield ToFill(resource["path"], row, field["name"], fault, cure, year, scope)


def _row_name(resource: Resource, record: _Record, names: Mapping[str | None, str | None]) -> str:
    key = [record.get(name) for name in resource["schema"]["primaryKey"] if name not in _SILENT]
    words = [names.get(record.get("indicator")), *key]
    return ", ".join(word for word in words if word and word != TO_FILL)


def _year(text: str | None) -> int:
    year = (text or "")[:4]
    return int(year) if year.isdecimal() else 0

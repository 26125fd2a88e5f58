"""Which tables plainly fit their schema: to say that takes a moment, and no frictionless.

It only ever says that a table is fit; of every other one frictionless says what is wrong, or that
nothing is. So whatever is read here is read more strictly than by the standard: a number has no
exponent and no space, a pattern fits the whole cell, and a kind of column, of constraint or of
member of the descriptor that ours has not is doubtful. A cell still to be filled in is none: what
frictionless says of it is no problem, and of other cells it says nothing for its sake, unless
rows are told apart, or found, by its column.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from helpers.store.cells import TO_FILL
from helpers.store.characters import is_address
from helpers.store.tables import TableText

_Json = Mapping[str, Any]

#: How a filled cell is written, by the type of its column: one way for each value but a number's.
_SHAPES = {
    "string": re.compile(r"(?s:.+)"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "year": re.compile(r"[0-9]{4}"),
    "integer": re.compile(r"0|-?[1-9][0-9]{0,14}"),
    "number": re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?"),
}
#: The constraints that a column of a type may have, and what each is written as.
_OF_ANY: Mapping[str, type] = {"required": bool}
_OF_KEYS: Mapping[str, type] = {**_OF_ANY, "unique": bool}
_OF_NUMBERS: Mapping[str, type] = {**_OF_ANY, "minimum": int, "maximum": int}
_CONSTRAINTS: Mapping[str, Mapping[str, type]] = {
    "string": {**_OF_KEYS, "pattern": str, "enum": list, "maxLength": int},
    "boolean": _OF_ANY,
    "date": _OF_ANY,
    "year": {**_OF_KEYS, **_OF_NUMBERS},
    "integer": {**_OF_KEYS, **_OF_NUMBERS, "enum": list},
    "number": _OF_NUMBERS,
}
#: What of a package or a table is said in words.
_WORDS = {"name", "title", "description", "profile", "path", "encoding", "mediatype"}
#: What may be said of a column; a web address has a format.
_OF_FIELD = {"name", "type", "format", "description", "constraints"}
_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


@dataclass(frozen=True)
class _Table:
    """A table's cells by column, and which of its columns plainly are what they have to be."""

    schema: _Json
    columns: Mapping[str, Sequence[str]]
    fit: frozenset[str]


def doubtful(descriptor: _Json, texts: Mapping[str, TableText]) -> list[str] | None:
    """Return the names of the tables that do not plainly fit their schema.

    Parameters
    ----------
    descriptor : mapping
        What ``datapackage.json`` says.
    texts : mapping of str to TableText
        The tables' files by name.

    Returns
    -------
    list of str or None
        In the order of the descriptor; None where that is not plainly a descriptor itself.
    """
    if not _is_plain(descriptor):
        return None
    tables = {
        each["name"]: _table(each["schema"], texts[each["path"]].text)
        for each in descriptor["resources"]
    }
    return [name for name in tables if not _fits(name, tables)]


def _is_plain(descriptor: _Json) -> bool:
    """Whether a descriptor has the members that ours has, each of its kind."""
    tables = descriptor.get("resources")
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        return False
    names = [each.get("name") for each in tables]
    return (
        _says(descriptor, "tabular-data-package", {"resources"})
        and len(set(map(str, names))) == len(names)
        and all(_says(each, "tabular-data-resource", {"schema"}) for each in tables)
        and all(each.get("encoding") == "utf-8" and "path" in each for each in tables)
        and all(_is_plain_schema(each.get("schema"), names) for each in tables)
    )


def _says(described: _Json, profile: str, rest: set[str]) -> bool:
    """Whether a package or a table is described in words, beside the rest."""
    lists = [described.get(name, []) for name in ("licenses", "sources")]
    return (
        set(described) <= _WORDS | {"licenses", "sources"} | rest
        and described.get("profile") == profile
        and all(isinstance(described[name], str) for name in _WORDS & set(described))
        and _NAME.fullmatch(described.get("name", "")) is not None
        and all(isinstance(each, list) and all(map(_is_a_title, each)) for each in lists)
        and all("name" in each for each in lists[0])
    )


def _is_a_title(described: Any) -> bool:
    return (
        isinstance(described, dict)
        and {"title"} <= set(described) <= {"name", "title", "path"}
        and all(isinstance(each, str) and each for each in described.values())
    )


def _is_plain_schema(schema: Any, tables: Sequence[str]) -> bool:
    if not isinstance(schema, dict) or not isinstance(schema.get("fields"), list):
        return False
    if not all(map(_is_plain_field, schema["fields"])):
        return False
    names = [field["name"] for field in schema["fields"]]
    keys = schema.get("foreignKeys", [])
    return (
        set(schema) <= {"fields", "primaryKey", "foreignKeys", "missingValues"}
        and schema.get("missingValues") == [""]
        and len(set(names)) == len(names)
        and _are_columns(schema.get("primaryKey"), names)
        and isinstance(keys, list)
        and all(_is_plain_reference(key, names, tables) for key in keys)
    )


def _is_plain_field(field: Any) -> bool:
    if not isinstance(field, dict) or set(field) - _OF_FIELD:
        return False
    if "format" in field and (field.get("type"), field["format"]) != ("string", "uri"):
        return False
    if not all(isinstance(field.get(name, ""), str) for name in ("name", "type", "description")):
        return False
    kinds, rules = _CONSTRAINTS.get(field.get("type", "")), field.get("constraints", {})
    return (
        kinds is not None
        and bool(field.get("name"))
        and isinstance(rules, dict)
        and all(type(value) is kinds.get(name) for name, value in rules.items())
        and _is_a_pattern(rules.get("pattern", ""))
    )


def _is_a_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _are_columns(key: Any, names: Sequence[str]) -> bool:
    return isinstance(key, list) and bool(key) and all(each in names for each in key)


def _is_plain_reference(key: Any, names: Sequence[str], tables: Sequence[str]) -> bool:
    to = key.get("reference") if isinstance(key, dict) else None
    return (
        isinstance(to, dict)
        and set(key) == {"fields", "reference"}
        and set(to) == {"resource", "fields"}
        and _are_columns(key["fields"], names)
        and to["resource"] in ("", *tables)
        and isinstance(to["fields"], list)
        and all(isinstance(each, str) for each in to["fields"])
        and len(to["fields"]) == len(key["fields"])
    )


def _table(schema: _Json, text: str) -> _Table:
    """Read a table; of one that is not as wide as its header no column is fit."""
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    fields = schema["fields"]
    names = [field["name"] for field in fields]
    if header != names or any(len(row) != len(names) for row in rows):
        return _Table(schema, dict.fromkeys(names, ()), frozenset())
    columns: dict[str, Sequence[str]] = dict(zip(names, zip(*rows, strict=True), strict=True))
    # A mark among words is a word as good as others to tell rows apart, among numbers it is none.
    told_apart = {each["name"] for each in fields if each["type"] != "string"}
    told_apart &= set(schema["primaryKey"])
    fit = [
        each["name"]
        for each in fields
        if _is_fit(each, columns[each["name"]], may_wait=each["name"] not in told_apart)
    ]
    return _Table(schema, columns, frozenset(fit))


def _is_fit(field: _Json, cells: Sequence[str], *, may_wait: bool) -> bool:
    """Whether every cell of a column has its type and keeps to its constraints, or may wait."""
    rules = field.get("constraints", {})
    filled = list(filter(None, cells))
    if (rules.get("required") and len(filled) < len(cells)) or not cells:
        return False
    different = set(filled)
    if rules.get("unique") and len(different) < len(filled):
        return False
    if may_wait and not rules.get("unique"):
        different.discard(TO_FILL)
    allowed = [_KEEPS[name](field, value) for name, value in rules.items() if name in _KEEPS]
    allowed += [is_address] if field.get("format") == "uri" else []
    shape = _SHAPES[field["type"]]
    return all(
        shape.fullmatch(cell) and all(keeps(cell) for keeps in allowed) for cell in different
    ) and (field["type"] != "date" or all(map(_is_a_day, different)))


def _is_a_day(cell: str) -> bool:
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True


def _pattern(field: _Json, value: str) -> Callable[[str], object]:
    return re.compile(value).fullmatch


def _enum(field: _Json, value: list[Any]) -> Callable[[str], object]:
    kind = int if field["type"] == "integer" else str
    return {str(each) for each in value if type(each) is kind}.__contains__


def _longest(field: _Json, value: int) -> Callable[[str], object]:
    return lambda cell: len(cell) <= value


def _minimum(field: _Json, value: int) -> Callable[[str], object]:
    return lambda cell: Decimal(cell) >= value


def _maximum(field: _Json, value: int) -> Callable[[str], object]:
    return lambda cell: Decimal(cell) <= value


#: By its name, what a constraint on single cells asks of each that has the shape of its type.
_KEEPS: Mapping[str, Callable[[_Json, Any], Callable[[str], object]]] = {
    "pattern": _pattern,
    "enum": _enum,
    "maxLength": _longest,
    "minimum": _minimum,
    "maximum": _maximum,
}


def _fits(name: str, tables: Mapping[str, _Table]) -> bool:
    """Whether all columns of a table are fit, no two rows have one key, and all references lead."""
    table = tables[name]
    types = {field["name"]: field["type"] for field in table.schema["fields"]}
    key = table.schema["primaryKey"]
    if table.fit != set(types) or any(types[each] == "number" for each in key):
        return False
    rows = _rows(table, key)
    return (
        len(set(rows)) == len(rows)
        and all(map(any, rows))
        and all(_leads(table, each, tables) for each in table.schema.get("foreignKeys", []))
    )


def _leads(table: _Table, key: _Json, tables: Mapping[str, _Table]) -> bool:
    """Whether each row that refers to another names one that is there, in columns that are fit.

    A row that waits to be told which one it refers to is asked then; no row is found by a mark.
    """
    to = key["reference"]
    target = tables[to["resource"]] if to["resource"] else table
    if not target.fit.issuperset(to["fields"]):
        return False
    if _types(table, key["fields"]) != _types(target, to["fields"]):
        return False
    referring = {row for row in _rows(table, key["fields"]) if any(row) and TO_FILL not in row}
    there = set(_rows(target, to["fields"]))
    return referring <= there and not any(TO_FILL in row for row in there)


def _types(table: _Table, names: Sequence[str]) -> list[str]:
    types = {field["name"]: field["type"] for field in table.schema["fields"]}
    return [types[name] for name in names]


def _rows(table: _Table, names: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(table.columns[name] for name in names), strict=True))

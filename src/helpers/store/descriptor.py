"""The descriptor of the data package: which tables there are, and their columns."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from helpers.exceptions import DataError, Problem, shortened
from helpers.words.refusals import unfit, worded

DESCRIPTOR = "datapackage.json"
#: The tables that the code reads, each by its name: none of them may be missing.
TABLES = (
    "sources", "provinces", "tiles", "briefings", "dti_editions", "dti_components", "dti_weights",
    "dti_scores", "confirmed", "context", "indicators", "key_figures", "results",
    "comparators", "bounds", "targets", "agenda", "agenda_links",
)  # fmt: skip
#: The types that a column may have.
_TYPES = {"string", "integer", "year", "number", "boolean", "date"}


class Constraints(TypedDict, total=False):
    """What a cell has to be, as far as we read it ourselves."""

    pattern: str
    enum: list[str]


class Field(TypedDict):
    """A column."""

    name: str
    type: str
    format: NotRequired[str]
    description: str
    constraints: NotRequired[Constraints]


class Schema(TypedDict):
    """The columns of a table, and the names of those that tell its rows apart."""

    fields: list[Field]
    primaryKey: list[str]


class Resource(TypedDict):
    """A table, as far as we read what the descriptor says of it."""

    name: str
    path: str
    schema: Schema
    rows: NotRequired[int]
    hash: NotRequired[str]


def resources(folder: Path) -> list[Resource]:
    """Return the tables of a data folder as its descriptor describes them, in their order.

    Raises
    ------
    DataError
        If there is no readable descriptor, or it does not describe the tables that there are.
    """
    described: list[Resource] = read(folder)["resources"]
    return described


def read(folder: Path) -> dict[str, Any]:
    """Return the whole descriptor of a data folder.

    Raises
    ------
    DataError
        As :func:`resources`.
    """
    path = folder / DESCRIPTOR
    if not path.exists():
        fault = worded("fault-descriptor-missing", folder=str(folder))
        raise unfit([Problem(DESCRIPTOR, 0, "", fault, worded("cure-restore"))])
    try:
        described = json.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise _unreadable("file") from error
    except json.JSONDecodeError as error:
        raise _unreadable("line", str(error.lineno)) from error
    except (ValueError, RecursionError) as error:
        raise _unreadable("text") from error
    for kind, place in _misshapen(described):
        raise _unreadable(kind, place)
    return dict(described)


def _unreadable(kind: str, place: str = "") -> DataError:
    """Return the error of a descriptor: what is wrong there, and where in it."""
    fault = worded("fault-descriptor", kind=kind, place=shortened(place))
    return unfit([Problem(DESCRIPTOR, 0, "", fault, worded("cure-restore"))])


def _misshapen(described: Any) -> Iterator[tuple[str, str]]:
    """Yield what of a descriptor is not as we read it: the kind of fault, and its place."""
    tables = described.get("resources") if isinstance(described, dict) else None
    if not isinstance(tables, list):
        yield "shape", "resources"
        return
    for number, table in enumerate(tables):
        for place in _misshapen_table(table):
            yield "shape", f"resources/{number}/{place}"
    names = [table["name"] for table in tables]
    for name in TABLES:
        if name not in names:
            yield "table", name
    for name in names:
        if names.count(name) > 1:
            yield "twice", name


def _misshapen_table(table: Any) -> Iterator[str]:
    if not isinstance(table, dict) or not isinstance(table.get("name"), str):
        yield "name"
        return
    if table.get("path") != f"{table['name']}.csv":
        yield "path"
    if type(table.get("rows", 0)) is not int:
        yield "rows"
    if not isinstance(table.get("hash", ""), str):
        yield "hash"
    schema = table.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if not isinstance(schema, dict) or not isinstance(fields, list) or not fields:
        yield "schema/fields"
        return
    wrong = [number for number, field in enumerate(fields) if not _is_field(field)]
    for number in wrong:
        yield f"schema/fields/{number}"
    key = schema.get("primaryKey")
    names = [] if wrong else [field["name"] for field in fields]
    if not isinstance(key, list) or not key or not all(name in names for name in key):
        yield "schema/primaryKey"


def _is_field(field: Any) -> bool:
    if not isinstance(field, dict):
        return False
    texts, rules = [field.get(name) for name in ("name", "description")], field.get("constraints")
    if not all(isinstance(text, str) for text in texts):
        return False
    is_known = isinstance(field.get("type"), str) and field["type"] in _TYPES
    return is_known and (rules is None or (isinstance(rules, dict) and _are_rules(rules)))


def _are_rules(rules: dict[str, Any]) -> bool:
    try:
        re.compile(rules.get("pattern", ""))
    except (re.error, TypeError):
        return False
    return isinstance(rules.get("enum", []), list)

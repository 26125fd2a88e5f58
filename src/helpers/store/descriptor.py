"""The descriptor of the data package: which tables there are, and their columns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NotRequired, TypedDict

DESCRIPTOR = "datapackage.json"


class Field(TypedDict):
    """A column."""

    name: str
    type: str
    description: str
    constraints: NotRequired[dict[str, object]]


class Reference(TypedDict):
    """What cells point to: columns of a table, of their own where its name is empty."""

    resource: str
    fields: list[str]


class Link(TypedDict):
    """The columns whose cells point to rows of a table."""

    fields: list[str]
    reference: Reference


class Schema(TypedDict):
    """The columns of a table, those that tell its rows apart, and those that point elsewhere."""

    fields: list[Field]
    primaryKey: list[str]
    foreignKeys: NotRequired[list[Link]]


class Resource(TypedDict):
    """A table, as far as we read what the descriptor says of it."""

    name: str
    path: str
    schema: Schema


def resources(folder: Path) -> list[Resource]:
    """Return the tables of a data folder as its descriptor describes them, in their order."""
    text = (folder / DESCRIPTOR).read_text(encoding="utf-8")
    described: list[Resource] = json.loads(text)["resources"]
    return described

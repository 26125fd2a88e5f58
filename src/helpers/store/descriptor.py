"""The descriptor of the data package: which tables there are, and their columns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

DESCRIPTOR = "datapackage.json"


class Field(TypedDict):
    """A column."""

    name: str
    type: str
    description: str


class Schema(TypedDict):
    """The columns of a table, and the names of those that tell its rows apart."""

    fields: list[Field]
    primaryKey: list[str]


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

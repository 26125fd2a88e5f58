"""The descriptor of the data package: which tables there are, and their columns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NotRequired, TypedDict

from helpers.exceptions import Problem
from helpers.words.refusals import unfit, worded

DESCRIPTOR = "datapackage.json"


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


def resources(folder: Path) -> list[Resource]:
    """Return the tables of a data folder as its descriptor describes them, in their order.

    Raises
    ------
    DataError
        If there is no readable descriptor.
    """
    cure = worded("cure-restore")
    try:
        text = (folder / DESCRIPTOR).read_text(encoding="utf-8")
        described: list[Resource] = json.loads(text)["resources"]
    except FileNotFoundError:
        fault = worded("fault-descriptor-missing", folder=str(folder))
        raise unfit([Problem(DESCRIPTOR, 0, "", fault, cure)]) from None
    except (ValueError, KeyError, TypeError, OSError) as error:
        fault = worded("fault-descriptor", error=str(error))
        raise unfit([Problem(DESCRIPTOR, 0, "", fault, cure)]) from error
    return described

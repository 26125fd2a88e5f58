"""Whether tables may not fit their descriptor: a quick look, stricter than the validation."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from helpers.store.descriptor import Field, Resource
from helpers.store.unfilled import TO_FILL

#: The columns of a table by name, each cell as the file has it; None if the table has no shape.
_Columns = Mapping[str, Sequence[str]] | None

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_SHAPES = {
    "integer": re.compile(r"-?\d+"),
    "year": re.compile(r"[1-9]\d{3}"),
    "number": _NUMBER,
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"\d{4}-\d{2}-\d{2}"),
}


def raised(folder: Path, resources: Sequence[Resource]) -> bool:
    """Return whether a file may not fit the descriptor; False only if every one does.

    Parameters
    ----------
    folder : Path
        The data folder; its files are there, in UTF-8.
    resources : sequence of Resource
        The tables as the descriptor describes them.
    """
    tables = {each["name"]: _columns(folder / each["path"], each) for each in resources}
    return any(_suspect(each, tables) for each in resources)


def _columns(path: Path, resource: Resource) -> _Columns:
    with path.open(encoding="utf-8", newline="") as file:
        try:
            head, *rows = csv.reader(file, strict=True)
        except (csv.Error, ValueError):
            return None
    if head != [each["name"] for each in resource["schema"]["fields"]]:
        return None
    if any(len(row) != len(head) for row in rows):
        return None
    return dict(zip(head, zip(*rows, strict=True), strict=True))


def _suspect(resource: Resource, tables: Mapping[str, _Columns]) -> bool:
    columns, schema = tables[resource["name"]], resource["schema"]
    if columns is None:
        return True
    if any(_misfits(field, columns[field["name"]]) for field in schema["fields"]):
        return True
    keys = _tuples(columns, schema["primaryKey"])
    if len(set(keys)) < len(keys) or any("" in key for key in keys):
        return True
    for link in schema.get("foreignKeys", ()):
        there = tables[link["reference"]["resource"] or resource["name"]]
        if there is None:
            return True
        known = set(_tuples(there, link["reference"]["fields"]))
        if any(any(each) and each not in known for each in _tuples(columns, link["fields"])):
            return True
    return False


def _tuples(columns: Mapping[str, Sequence[str]], names: Iterable[str]) -> list[tuple[str, ...]]:
    return list(zip(*(columns[name] for name in names), strict=True))


def _misfits(field: Field, cells: Sequence[str]) -> bool:
    """Return whether a cell of a column may be wrong; what is to be filled in is not."""
    rules = field.get("constraints", {})
    filled = [cell for cell in cells if cell not in ("", TO_FILL)]
    if rules.get("required") and "" in cells:
        return True
    different = set(filled)
    if rules.get("unique") and len(different) < len(filled):
        return True
    return not all(map(_test(field["type"], rules), different))


def _test(kind: str, rules: Mapping[str, object]) -> Callable[[str], bool]:
    shape, pattern = _SHAPES.get(kind), re.compile(str(rules.get("pattern", ".*")), re.DOTALL)
    allowed = rules.get("enum")
    low, high = (float(str(rules.get(side, end))) for side, end in _ENDS)

    def fits(cell: str) -> bool:
        if (shape and not shape.fullmatch(cell)) or not pattern.fullmatch(cell):
            return False
        if isinstance(allowed, list) and cell not in map(str, allowed):
            return False
        if kind == "date":
            return _is_day(cell)
        return kind in ("string", "boolean") or low <= float(cell) <= high

    return fits


_ENDS = (("minimum", "-inf"), ("maximum", "inf"))


def _is_day(cell: str) -> bool:
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True

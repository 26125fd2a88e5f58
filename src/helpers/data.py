"""The data package: where it lies, how it is read, and what of it a given day may know."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.exceptions import BriefingError, DataError, Problem

#: Environment variable that names the data folder; it wins over the search.
DATA_VARIABLE = "BRIEFING_DATA"
DESCRIPTOR = "datapackage.json"
#: Scope of the rows that speak of the whole country.
NATIONAL = "national"
#: What stands for the province's name in a briefing's title.
PROVINCE_IN_TITLE = "{province}"

_DTYPES = {
    "string": "str",
    "integer": "Int64",
    "year": "Int64",
    "number": "float64",
    "boolean": "bool",
}


@dataclass(frozen=True)
class DataPackage:
    """The tables of the data package.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        One table a resource, with the columns of its schema (text is empty where nothing is
        known, numbers are missing: ``NA``) and ``row``, the row's name in the whole package: its
        table and its primary key, such as ``dti_scores/2020/bac-giang/total``.
    """

    tables: Mapping[str, pd.DataFrame]

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return one table by its resource's name."""
        return self.tables[name]


def find_project(start: Path | None = None) -> Path:
    """Return the folder that holds the data and the notebooks.

    Parameters
    ----------
    start : Path, optional
        Where to start; the working folder if not given. Its parents are tried too, and last the
        checkout that this package is installed from.

    Raises
    ------
    BriefingError
        If no ``data/datapackage.json`` is found.
    """
    start = (start or Path.cwd()).resolve()
    checkout = Path(__file__).resolve().parents[2]
    for folder in [start, *start.parents, checkout]:
        if (folder / "data" / DESCRIPTOR).is_file():
            return folder
    raise BriefingError(f"no data/{DESCRIPTOR} in {start} or above it: run inside the project")


def data_folder() -> Path:
    """Return the data folder: the one the environment names, or the project's own."""
    named = os.environ.get(DATA_VARIABLE)
    return Path(named) if named else find_project() / "data"


def load(folder: Path | None = None) -> DataPackage:
    """Read every table with the types of its schema.

    Parameters
    ----------
    folder : Path, optional
        The data folder; :func:`data_folder` if not given. It is taken to be valid:
        ``briefing check`` is what says so.
    """
    folder = folder or data_folder()
    descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    tables = {
        resource["name"]: _read(folder / resource["path"], resource["schema"]["fields"])
        for resource in descriptor["resources"]
    }
    keys = {each["name"]: each["schema"]["primaryKey"] for each in descriptor["resources"]}
    return DataPackage({name: _named(name, tables[name], keys[name]) for name in tables})


def _named(name: str, table: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    rows = zip(*(table[column].astype(str) for column in key), strict=True)
    return table.assign(row=["/".join((name, *row)) for row in rows])


def _read(path: Path, fields: list[dict]) -> pd.DataFrame:
    types = {field["name"]: field["type"] for field in fields}
    dates = [name for name, kind in types.items() if kind == "date"]
    return pd.read_csv(
        path,
        encoding="utf-8",
        dtype={name: _DTYPES[kind] for name, kind in types.items() if kind != "date"},
        parse_dates=dates,
        keep_default_na=False,
        na_values={name: [""] for name, kind in types.items() if kind != "string"},
    )


def as_of(package: DataPackage, day: date) -> DataPackage:
    """Return what was known on a day: only rows whose source was available by then.

    Parameters
    ----------
    package : DataPackage
        All there is.
    day : date
        The as-of date of a briefing.

    Returns
    -------
    DataPackage
        Every table with a ``source`` column loses the rows of later sources; a later second
        source (``confirmed_by``) is blanked; later briefings are not known; links between agenda
        items follow the items.
    """
    sources, last = package["sources"], pd.Timestamp(day)
    # A row may do without a source: the day of a briefing that the product's design sets.
    known = {"", *sources.loc[sources["available_from"] <= last, "source"]}
    tables = {name: _known_rows(table, known) for name, table in package.tables.items()}
    briefings = tables["briefings"]
    tables["briefings"] = briefings[briefings["as_of"] <= last].reset_index(drop=True)
    links, items = tables["agenda_links"], set(tables["agenda"]["item"])
    tables["agenda_links"] = links[links["item"].isin(items) & links["limitation"].isin(items)]
    return DataPackage(tables)


def _known_rows(table: pd.DataFrame, known: set[str]) -> pd.DataFrame:
    if "source" not in table:
        return table
    table = table[table["source"].isin(known)].reset_index(drop=True)
    if "confirmed_by" in table:
        table = table.assign(
            confirmed_by=table["confirmed_by"].where(table["confirmed_by"].isin(known), "")
        )
    return table


def briefing_day(package: DataPackage, year: int) -> date:
    """Return the as-of date of a reporting year's briefing."""
    briefings = package["briefings"].set_index("year")
    return briefings.loc[year, "as_of"].date()


def newest_edition(package: DataPackage) -> int | None:
    """Return the newest DTI edition among those a package knows, or None."""
    editions = package["dti_editions"]["edition"]
    return None if editions.empty else int(editions.max())


def schema_problems(folder: Path) -> list[Problem]:
    """Check files, types, constraints and keys against ``datapackage.json``.

    Parameters
    ----------
    folder : Path
        The data folder.

    Returns
    -------
    list of Problem
        What frictionless finds, by file, row and column; empty if all is well.
    """
    missing = _missing_files(folder)
    if missing:
        return missing
    from frictionless import Package, system  # noqa: PLC0415  slow, and only checks need it

    with system.use_context(trusted=True):
        report = Package(str(folder / DESCRIPTOR)).validate()
    problems = [
        Problem(DESCRIPTOR, 0, "", error.message, "mend the descriptor") for error in report.errors
    ]
    for task in report.tasks:
        problems += [_as_problem(Path(task.place).name, error) for error in task.errors]
    return problems


def _missing_files(folder: Path) -> list[Problem]:
    path = folder / DESCRIPTOR
    cure = "restore it from git"
    try:
        resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
    except FileNotFoundError:
        return [Problem(DESCRIPTOR, 0, "", f"there is no such file in {folder}", cure)]
    except (ValueError, KeyError, TypeError) as error:
        return [Problem(DESCRIPTOR, 0, "", f"is not a readable descriptor: {error}", cure)]
    found = []
    for resource in resources:
        fault = _unreadable(folder / resource["path"])
        if fault:
            found.append(Problem(resource["path"], 0, "", *fault))
    return found


def _unreadable(path: Path) -> tuple[str, str] | None:
    """Say why a file is no UTF-8 table with rows, and how to mend it."""
    if not path.is_file():
        return "the file is missing", "restore it from git"
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return f"is not UTF-8 (line {line})", "save it as CSV UTF-8"
    return _malformed(text)


def _malformed(text: str) -> tuple[str, str] | None:
    if not text.strip():
        return "the file is empty", "restore it from git"
    if text.startswith("\ufeff"):
        return "starts with a byte-order mark", "save it as CSV UTF-8 without BOM"
    if not text.endswith("\n"):
        cure = "restore it, and end it with a line break"
        return "ends in the middle of a line: it may be cut off", cure
    if text.count("\n") < 2:
        return "has a header and no rows", "restore the rows from git"
    return None


_CURES = {
    "primary-key": "keep one row a key",
    "foreign-key": "add what it points to, or correct it",
    "unique-error": "make it unique",
    "missing-cell": "fill every column; a line may be cut off",
    "extra-cell": "quote a text that holds a comma",
    "incorrect-label": "name the columns as datapackage.json does",
    "missing-label": "name the columns as datapackage.json does",
    "extra-label": "name the columns as datapackage.json does",
}


def _as_problem(file: str, error: Any) -> Problem:
    row = getattr(error, "row_number", None) or 0
    cure = _CURES.get(error.type, "correct the value")
    return Problem(file, row, _column(error), _fault(error), cure)


def _column(error: Any) -> str:
    return getattr(error, "field_name", None) or ", ".join(getattr(error, "field_names", []))


def _fault(error: Any) -> str:
    if error.type == "foreign-key":
        table = error.reference_name or "the same table"
        return f"“{', '.join(map(str, error.field_cells))}” is not in {table}"
    if error.type == "primary-key":
        return f"{error.note} (key {', '.join(error.cells[:3])})"
    cell = getattr(error, "cell", None)
    return f"“{cell}”: {error.note}" if cell else error.note or error.message


def check(folder: Path | None = None) -> DataPackage:
    """Validate the package whole, and return it.

    Parameters
    ----------
    folder : Path, optional
        The data folder; :func:`data_folder` if not given.

    Raises
    ------
    DataError
        With every problem found: first those of the schema, and only if there are none those of
        the rules that a schema cannot say (:mod:`helpers.checks`).
    """
    from helpers import checks  # noqa: PLC0415  imports this module

    folder = folder or data_folder()
    problems = schema_problems(folder)
    if not problems:
        package = load(folder)
        problems = checks.problems(package)
    if problems:
        raise DataError(sorted(problems))
    return package

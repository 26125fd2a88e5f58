"""The data package: where it lies, how it is read, and what of it a given day may know."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from helpers import pending, units
from helpers.exceptions import BriefingError, DataError, Problem, ToFill

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
    to_fill : tuple of ToFill
        The cells still to be filled in; their rows are left out of the tables.
    """

    tables: Mapping[str, pd.DataFrame]
    to_fill: tuple[ToFill, ...] = ()

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


def data_folder(project: Path | None = None) -> Path:
    """Return the data folder: a project's; if none is named the environment's, or our own."""
    if project is not None:
        return project / "data"
    named = os.environ.get(DATA_VARIABLE)
    return Path(named) if named else find_project() / "data"


def resources(folder: Path) -> list[dict[str, Any]]:
    """Return the tables of a data folder as its descriptor describes them, in their order."""
    return json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))["resources"]


def load(folder: Path | None = None) -> DataPackage:
    """Read every table with the types of its schema, without the rows still to be filled in.

    Parameters
    ----------
    folder : Path, optional
        The data folder; :func:`data_folder` if not given. It is taken to be valid:
        ``briefing check`` is what says so.

    Returns
    -------
    DataPackage
        The index of a table counts the rows of its file from 0, those left out included.
    """
    folder = folder or data_folder()
    described = resources(folder)
    to_fill = tuple(pending.cells(folder, described))
    tables = {}
    for resource in described:
        name, path, schema = resource["name"], resource["path"], resource["schema"]
        left_out = {cell.row - 2 for cell in to_fill if cell.file == path}
        table = _read(folder / path, schema["fields"], left_out)
        tables[name] = _named(name, table, schema["primaryKey"])
    tables["agenda_links"] = _between(tables["agenda_links"], tables["agenda"])
    return DataPackage(tables, to_fill)


def _between(links: pd.DataFrame, agenda: pd.DataFrame) -> pd.DataFrame:
    """Return the links between items that are there."""
    return links[links["item"].isin(agenda["item"]) & links["limitation"].isin(agenda["item"])]


def _named(name: str, table: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    rows = zip(*(table[column].astype(str) for column in key), strict=True)
    return table.assign(row=["/".join((name, *row)) for row in rows])


def _read(path: Path, fields: list[dict], left_out: set[int]) -> pd.DataFrame:
    """Read a table without some rows, counted from 0; the others keep their numbers."""
    types = {field["name"]: field["type"] for field in fields}
    dates = [name for name, kind in types.items() if kind == "date"]
    table = pd.read_csv(
        path,
        encoding="utf-8",
        skiprows=[row + 1 for row in left_out],
        dtype={name: _DTYPES[kind] for name, kind in types.items() if kind != "date"},
        parse_dates=dates,
        keep_default_na=False,
        na_values={name: [""] for name, kind in types.items() if kind != "string"},
    )
    count = len(table) + len(left_out)
    return table.set_axis([row for row in range(count) if row not in left_out])


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
        items follow the items; of provinces there is nothing that the day could not know
        (:func:`helpers.units.known_on`).
    """
    sources, last = package["sources"], pd.Timestamp(day)
    # A row may do without a source: a day that the product's design sets, a province of old.
    known = {"", *sources.loc[sources["available_from"] <= last, "source"]}
    tables = {name: _known_rows(table, known) for name, table in package.tables.items()}
    briefings = tables["briefings"]
    tables["provinces"] = units.known_on(tables["provinces"], day)
    tables["briefings"] = briefings[briefings["as_of"] <= last].reset_index(drop=True)
    tables["agenda_links"] = _between(tables["agenda_links"], tables["agenda"])
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


def row_number(index: int) -> int:
    """Return the number of a loaded row in its file, as a spreadsheet counts: the header is 1."""
    return int(index) + 2


def briefing_day(package: DataPackage, year: int) -> date:
    """Return the as-of date of a reporting year's briefing."""
    briefings = package["briefings"].set_index("year")
    return briefings.loc[year, "as_of"].date()


def newest_edition(package: DataPackage) -> int | None:
    """Return the newest DTI edition among those a package knows, or None."""
    editions = package["dti_editions"]["edition"]
    return None if editions.empty else int(editions.max())


def schema_problems(folder: Path, to_fill: Sequence[ToFill]) -> list[Problem]:
    """Check types, constraints and keys against ``datapackage.json``.

    Parameters
    ----------
    folder : Path
        The data folder; its files are all there.
    to_fill : sequence of ToFill
        Cells whose mark is no problem.

    Returns
    -------
    list of Problem
        What frictionless finds, by file, row and column; empty if all is well.
    """
    from frictionless import Package, system  # noqa: PLC0415  slow, and only checks need it

    with system.use_context(trusted=True):
        report = Package(str(folder / DESCRIPTOR)).validate()
    problems = [
        Problem(DESCRIPTOR, 0, "", error.message, "mend the descriptor") for error in report.errors
    ]
    for task in report.tasks:
        problems += [_as_problem(Path(task.place).name, error) for error in task.errors]
    marked = {(cell.file, cell.row, cell.column) for cell in to_fill}
    return [each for each in problems if marked.isdisjoint(_places(each))]


def _places(problem: Problem) -> list[tuple[str, int, str]]:
    """Return the cells that a problem is about."""
    return [(problem.file, problem.row, column) for column in problem.column.split(", ")]


def _missing_files(folder: Path) -> list[Problem]:
    cure = "restore it from git"
    try:
        described = resources(folder)
    except FileNotFoundError:
        return [Problem(DESCRIPTOR, 0, "", f"there is no such file in {folder}", cure)]
    except (ValueError, KeyError, TypeError) as error:
        return [Problem(DESCRIPTOR, 0, "", f"is not a readable descriptor: {error}", cure)]
    found = []
    for resource in described:
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


def check(folder: Path | None = None, complete: bool = False) -> DataPackage:
    """Validate the package whole, and return it.

    Parameters
    ----------
    folder : Path, optional
        The data folder; :func:`data_folder` if not given.
    complete : bool
        Whether cells still to be filled in are an error too.

    Raises
    ------
    DataError
        With every problem found: first those of the schema, and only if there are none those of
        the rules that a schema cannot say (:mod:`helpers.checks`).
    """
    folder = folder or data_folder()
    problems = _missing_files(folder)
    if problems:
        raise DataError(sorted(problems))
    to_fill = pending.cells(folder, resources(folder))
    problems = schema_problems(folder, to_fill)
    if not problems:
        package = load(folder)
        problems = _broken_rules(package)
    if problems or (complete and to_fill):
        raise DataError(sorted(problems), to_fill if complete else ())
    return package


def _broken_rules(package: DataPackage) -> list[Problem]:
    from helpers import checks  # noqa: PLC0415  imports this module

    # Without a row that every year needs, such as a weight, the rules would blame sound rows.
    whole = all(cell.year for cell in package.to_fill)
    return checks.problems(package) if whole else []

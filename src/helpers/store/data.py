"""The data package: where it lies, how it is read, and what of it a given day may know."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from helpers.exceptions import BriefingError, ToFill
from helpers.store import mergers, unfilled
from helpers.store.calendar import Calendar, Provinces
from helpers.store.descriptor import DESCRIPTOR, Field, Resource, resources
from helpers.store.tables import TableText, read_all
from helpers.words.refusals import said

if TYPE_CHECKING:
    import pandas as pd

# To find the data, or to be told of by a name, takes no pandas; to read or to cut them does.

#: Environment variable that names the data folder; it wins over the search.
DATA_VARIABLE = "BRIEFING_DATA"
#: Environment variable that names a data folder that the running build has checked.
CHECKED_VARIABLE = "BRIEFING_CHECKED"
#: The ending of the name under which rows stand that a question does not take: of another table of
#: an edition, or of another source of a result. Whoever asks for them finds them there.
BESIDE = " beside"
#: What makes two rows of ``results`` speak of the same.
SAME_RESULT = ("scope", "indicator", "period", "timing")
#: Scope of the rows that speak of the whole country.
NATIONAL = "national"
#: What stands for the province's name in a briefing's title.
PROVINCE_IN_TITLE = "{province}"

_T = TypeVar("_T")
#: What each file of a folder is on its disk: another one after any change.
State = frozenset[tuple[str, int, int, int, int]]

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
        table and its primary key, such as ``dti_scores/2020/63/bac-giang/total``.
    to_fill : tuple of ToFill
        The cells still to be filled in; their rows are left out of the tables.
    read : frozenset, optional
        The files it was read from, as they were then (:func:`state_of`); none if it is a part of
        what was read.
    """

    tables: Mapping[str, pd.DataFrame]
    to_fill: tuple[ToFill, ...] = ()
    read: State | None = None

    def __repr__(self) -> str:
        """Return each table's name with its size."""
        sizes = [f"{name} ({len(table)})" for name, table in self.tables.items()]
        return f"<DataPackage: {', '.join(sizes)}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a row a table, with its name, rows and columns."""
        import pandas as pd  # noqa: PLC0415

        sizes = [(name, len(rows), ", ".join(map(str, rows))) for name, rows in self.tables.items()]
        frame = pd.DataFrame(sizes, columns=["table", "rows", "columns"])
        with pd.option_context("display.max_colwidth", None, "display.max_rows", None):
            return frame.to_html(index=False)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return one table by its resource's name."""
        return self.tables[name]

    def remembered(self, key: Hashable, made: Callable[[], _T]) -> _T:
        """Return what is made once of this package, into whose tables nobody writes any more.

        Parameters
        ----------
        key : hashable
            What it is.
        made : callable
            What makes it.
        """
        if key not in self._remembered:
            self._remembered[key] = made()
        return cast("_T", self._remembered[key])

    @cached_property
    def _remembered(self) -> dict[Hashable, object]:
        return {}

    @cached_property
    def calendar(self) -> Calendar:
        """Which years and provinces can be asked for."""
        rows = self["briefings"]
        briefings = zip(map(int, rows["year"]), rows["province"], strict=True)
        return Calendar(tuple(briefings), Provinces.of(self["provinces"]), self.to_fill)


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
    checkout = Path(__file__).resolve().parents[3]
    for folder in [start, *start.parents, checkout]:
        if (folder / "data" / DESCRIPTOR).is_file():
            return folder
    file = f"data/{DESCRIPTOR}"
    raise BriefingError(said("cmd-no-project", file=file, folder=str(start)))


def data_folder(project: Path | None = None) -> Path:
    """Return the data folder: a project's; if none is named the environment's, or our own."""
    if project is not None:
        return project / "data"
    named = os.environ.get(DATA_VARIABLE)
    return Path(named) if named else find_project() / "data"


def load(folder: Path | None = None, texts: Mapping[str, TableText] | None = None) -> DataPackage:
    """Read every table with the types of its schema, without the rows still to be filled in.

    A folder that was read last in this process is read again only if a file of it has changed.

    Parameters
    ----------
    folder : Path, optional
        The data folder; :func:`data_folder` if not given. It is taken to be valid:
        ``briefing check`` is what says so.
    texts : mapping of str to TableText, optional
        Its files, if they are read already.

    Returns
    -------
    DataPackage
        The index of a table counts the rows of its file from 0, those left out included.

    Raises
    ------
    DataError
        If a file cannot be read, or a cell of it may mean more than one thing
        (:func:`helpers.store.tables.read_all`).
    """
    folder = folder or data_folder()
    if texts is not None:
        return _loaded(folder, texts)
    state = state_of(folder)
    read, package = _read_last.get(folder.absolute(), (None, None))
    if package is None or read != state:
        package = replace(_loaded(folder, read_all(folder)), read=state)
        keep(folder, state, package)
    return _handed_out(package)


#: The package read last, with its folder and the state of its files then.
_read_last: dict[Path, tuple[State, DataPackage]] = {}


def state_of(folder: Path) -> State:
    """Return what tells whether a file of a folder has changed: nothing of it is read for that."""
    if not folder.is_dir():
        return frozenset()
    with os.scandir(folder) as files:
        states = [(file.name, file.stat()) for file in files if file.is_file()]
    return frozenset(
        (name, it.st_ino, it.st_size, it.st_mtime_ns, it.st_ctime_ns) for name, it in states
    )


def keep(folder: Path, state: State, package: DataPackage) -> None:
    """Keep a package for who reads its folder next in this process, the chapters of a build.

    Parameters
    ----------
    folder : Path
        The data folder.
    state : State
        What :func:`state_of` returned before it was read.
    package : DataPackage
        What was read of it; whoever has it may write into its tables, which are copied first.
    """
    _read_last.clear()
    _read_last[folder.absolute()] = (state, replace(_handed_out(package), read=state))


def _handed_out(package: DataPackage) -> DataPackage:
    """Return a package whose tables are copied when somebody writes into one, and not before."""
    tables = {name: table.copy(deep=False) for name, table in package.tables.items()}
    return replace(package, tables=tables)


def _loaded(folder: Path, texts: Mapping[str, TableText]) -> DataPackage:
    described = resources(folder)
    to_fill = tuple(unfilled.cells(texts, described))
    tables = {each["name"]: _table(each, texts[each["path"]], to_fill) for each in described}
    tables["agenda_links"] = _between(tables["agenda_links"], tables["agenda"])
    return DataPackage(tables, to_fill)


def _table(resource: Resource, text: TableText, to_fill: Sequence[ToFill]) -> pd.DataFrame:
    """Read a table without its rows that are still to be filled in."""
    name, path, schema = resource["name"], resource["path"], resource["schema"]
    left_out = {cell.row - 2 for cell in to_fill if cell.file == path}
    return _named(name, _read(text, schema["fields"], left_out), schema["primaryKey"])


def _between(links: pd.DataFrame, agenda: pd.DataFrame) -> pd.DataFrame:
    """Return the links between items that are there."""
    return links[links["item"].isin(agenda["item"]) & links["limitation"].isin(agenda["item"])]


def _named(name: str, table: pd.DataFrame, key: Sequence[str]) -> pd.DataFrame:
    rows = zip(*(table[column].astype(str) for column in key), strict=True)
    return table.assign(row=["/".join((name, *row)) for row in rows])


def _read(file: TableText, fields: Sequence[Field], left_out: set[int]) -> pd.DataFrame:
    """Read a table without some rows, counted from 0; the others keep their numbers."""
    import pandas as pd  # noqa: PLC0415

    types = {field["name"]: field["type"] for field in fields}
    dates = [name for name, kind in types.items() if kind == "date"]
    table = pd.read_csv(
        io.StringIO(file.text),
        skiprows=[row + 1 for row in left_out],
        dtype={name: _DTYPES[kind] for name, kind in types.items() if kind != "date"},
        parse_dates=dates,
        keep_default_na=False,
        na_values={name: [""] for name, kind in types.items() if kind != "string"},
    )
    count = len(table) + len(left_out)
    kept = [row for row in range(count) if row not in left_out]
    return table.set_axis(pd.Index(kept, dtype="int64"))  # Also where no row is left.


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
        source (``confirmed_by``) is blanked; of a result one row is left, and those of other
        sources stand beside; an edition of the index published later is not known, whatever its
        source; later briefings are not known; links between agenda items follow the items; of
        provinces there is nothing that the day could not know
        (:func:`helpers.store.mergers.known_on`).
    """
    import pandas as pd  # noqa: PLC0415

    sources, last = package["sources"], pd.Timestamp(day)
    # A row may do without a source: a day that the product's design sets, a province of old.
    known = {"", *sources.loc[sources["available_from"] <= last, "source"]}
    whole = dict(package.tables) | {"results": _all_results(package)}
    tables = {name: _known_rows(table, known) for name, table in whole.items()}
    tables = _of_published(tables, package["dti_editions"], last)
    briefings = tables["briefings"]
    tables["provinces"] = mergers.known_on(tables["provinces"], day)
    tables["briefings"] = briefings[briefings["as_of"] <= last].reset_index(drop=True)
    tables["agenda_links"] = _between(tables["agenda_links"], tables["agenda"])
    tables["results"], tables["results" + BESIDE] = one_each(tables["results"], sources)
    return DataPackage(tables)


def one_each(results: pd.DataFrame, sources: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return one result a period of each indicator, what is printed and first known, and the rest.

    Two sources of one figure stay two rows of the data; one of them speaks, and a later one never
    takes its place. The other's row stands beside: it confirms or contradicts.

    Parameters
    ----------
    results, sources : DataFrame
        The tables of these names.

    Returns
    -------
    tuple of DataFrame
        Rows of ``results`` with their index: those that speak, and the others.
    """
    first = sources.set_index("source")["available_from"]
    order = results.assign(
        derived=results["basis"].eq("derived"), first=results["source"].map(first)
    )
    order = order.sort_values(["derived", "first"], kind="stable")
    kept = results.index.isin(order.drop_duplicates([*SAME_RESULT]).index)
    return results[kept], results[~kept]


def _all_results(package: DataPackage) -> pd.DataFrame:
    """Return the results of a package, those of other sources in their places."""
    import pandas as pd  # noqa: PLC0415

    others = package.tables.get("results" + BESIDE)
    if others is None or others.empty:
        return package["results"]
    return pd.concat([package["results"], others]).sort_index(kind="stable")


def _known_rows(table: pd.DataFrame, known: set[str]) -> pd.DataFrame:
    if "source" not in table:
        return table
    table = table[table["source"].isin(known)].reset_index(drop=True)
    if "confirmed_by" in table:
        table = table.assign(
            confirmed_by=table["confirmed_by"].where(table["confirmed_by"].isin(known), "")
        )
    return table


def _of_published(
    tables: Mapping[str, pd.DataFrame], editions: pd.DataFrame, last: pd.Timestamp
) -> dict[str, pd.DataFrame]:
    """Drop what belongs to tables of the index that were not published by a day."""
    late = editions[editions["published"] > last]
    kept = dict(tables)
    for name, table in tables.items():
        # An edition's weights are known with the first of its tables; a score with its own.
        key = [each for each in ("edition", "provinces_ranked") if each in table]
        if name.startswith("dti_") and key:
            there = editions[editions["published"] <= last]
            gone = set(_tuples(late, key)) - set(_tuples(there, key))
            stays = [at for at, each in enumerate(_tuples(table, key)) if each not in gone]
            kept[name] = table.iloc[stays].reset_index(drop=True)
    return kept


def _tuples(table: pd.DataFrame, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
    return zip(*(table[column].tolist() for column in columns), strict=True)


def row_number(index: Hashable) -> int:
    """Return the number of a loaded row in its file, as a spreadsheet counts: the header is 1."""
    # :func:`load` counts in whole numbers; of a label the stubs know only that it can be hashed.
    return int(cast("int", index)) + 2


def briefing_row(package: DataPackage, year: int, province: str = "") -> pd.Series:
    """Return the row of ``briefings`` of a year: the province's own, or else the year's first.

    What is another's has no office: that one did not make a briefing of this province.

    Raises
    ------
    KeyError
        If the year has none.
    """
    rows = package["briefings"]
    # A page asks dozens of times: to compare whole columns took a fiftieth of a briefing.
    whose = {at: rows["province"].iat[at] for at, each in enumerate(rows["year"]) if each == year}
    if not whose:
        raise KeyError(year)
    own = [at for at, each in whose.items() if each == province]
    if own:
        return rows.iloc[own[0]]
    first = rows.iloc[min(whose)].copy()
    if province:
        first[["office_vi", "office_en"]] = ""
    return first


def briefing_day(package: DataPackage, year: int, province: str = "") -> date:
    """Return the as-of date of a reporting year's briefing; see :func:`briefing_row`."""
    day: date = briefing_row(package, year, province)["as_of"].date()
    return day


def newest_edition(package: DataPackage) -> int | None:
    """Return the newest DTI edition among those a package knows, or None."""
    editions = package["dti_editions"]["edition"]
    return None if editions.empty else int(editions.max())

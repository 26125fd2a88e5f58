"""What a filled form changes in the data: each cell's old and new, proven before it is written."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from helpers.exceptions import DataError, ImportRefusedError, Problem
from helpers.importing import form_layout as layout
from helpers.importing.form_reading import Filled, Row, at
from helpers.store import data, scratch
from helpers.store.append import append
from helpers.store.data import DataPackage
from helpers.store.descriptor import Resource, resources
from helpers.store.tables import read_all
from helpers.store.unfilled import TO_FILL
from helpers.upkeep import checks, plausible_checks, schema
from helpers.words.language import LANGUAGES
from helpers.words.plain_text import words
from helpers.words.refusals import said, unfit, worded

#: The columns by which a form knows a row of the results.
KEY = ("scope", "indicator", "period", "timing")
Record = dict[str, str]


@dataclass(frozen=True)
class Change:
    """A row that becomes another, or is new.

    Parameters
    ----------
    table : str
        The table's name.
    row : int
        Its row as a spreadsheet counts: the header is 1.
    old : dict of str to str or None
        Its cells so far; None if the row is new.
    new : dict of str to str
        Its cells from now on.
    places : dict of str to str
        Where in the form each column stands.
    """

    table: str
    row: int
    old: Record | None
    new: Record
    places: Mapping[str, str]

    @property
    def cells(self) -> dict[str, tuple[str, str]]:
        """Old and new of each cell that is another, by column."""
        old = self.old or {}
        pairs = {name: (old.get(name, ""), cell) for name, cell in self.new.items()}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


@dataclass(frozen=True)
class Kept:
    """A cell of the data that stays, though the form has nothing in its place.

    Parameters
    ----------
    place : str
        Where in the form it would stand.
    table, row, column : str, int, str
        Where it stands in the data: the table's name, and its row as a spreadsheet counts.
    cell : str
        What it holds.
    """

    place: str
    table: str
    row: int
    column: str
    cell: str


@dataclass
class Plan:
    """What a form changes.

    Parameters
    ----------
    filled : Filled
        The form.
    changes : list of Change
        The rows that are new or others, in the order of the form.
    kept : list of Kept
        What the data hold and the form leaves empty.
    unchanged : int
        How many rows are in the data as the form says them.
    """

    filled: Filled
    changes: list[Change] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    unchanged: int = 0

    def write(self, folder: Path) -> list[Path]:
        """Write every row into the tables of a folder, or none."""
        added: dict[str, list[Record]] = {}
        replaced: dict[str, dict[int, Record]] = {}
        for each in self.changes:
            if each.old is None:
                added.setdefault(each.table, []).append(each.new)
            else:
                replaced.setdefault(each.table, {})[each.row] = each.new
        return append(folder, added, replaced)


class _Table:
    """The rows of a table as its file has them, cells to fill in included."""

    def __init__(self, resource: Resource, text: str) -> None:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        self.name, self.key = resource["name"], resource["schema"]["primaryKey"]
        self.records = list(reader)
        self.columns = list(reader.fieldnames or ())
        self.end = len(self.records) + 2

    def put(self, plan: Plan, old: int | None, cells: Record, places: Mapping[str, str]) -> None:
        """Plan a row: in the place of an old one, or after the last."""
        before = None if old is None else self.records[old]
        kept = {name: "" if cell == TO_FILL else cell for name, cell in (before or {}).items()}
        named = {name: cell for name, cell in cells.items() if name in self.columns}
        new = dict.fromkeys(self.columns, "") | kept | named
        if before == new:
            plan.unchanged += 1
            return
        row = self.end if old is None else old + 2
        self.end += old is None
        plan.changes.append(Change(self.name, row, before, new, places))

    def find(self, cells: Mapping[str, str], names: Sequence[str]) -> list[int]:
        """Return the places of the rows that hold these cells."""
        return [
            place
            for place, record in enumerate(self.records)
            if all(record[name] == cells[name] for name in names)
        ]


def plan(folder: Path, filled: Filled) -> Plan:
    """Return what a form changes in a data folder.

    Raises
    ------
    ImportRefusedError
        With every cell of the form that is in doubt, if there is one.
    """
    texts = read_all(folder)
    tables = {each["name"]: _Table(each, texts[each["path"]].text) for each in resources(folder)}
    planned = Plan(filled)
    sources = _sources(planned, tables["sources"])
    for row in (filled.briefing, *filled.results, *filled.silent):
        _name_source(filled, row, sources, tables["sources"])
    _require_names(filled, tables["sources"])
    events = {row["indicator"] for row in tables["indicators"].records if row["unit"] == "event"}
    for row in filled.silent:
        _silent(planned, tables["results"], row, "state" if row.key[1] in events else "value")
    if filled.problems:
        raise unfit(filled.problems, kind=ImportRefusedError)
    _briefing(planned, tables["briefings"])
    for row in filled.results:
        _result(planned, tables["results"], row)
    return planned


def _sources(planned: Plan, table: _Table) -> dict[str, str]:
    """Plan the new sources, and return the id of each by what the form calls it."""
    named: dict[str, str] = {}
    taken = _ids(table)
    for row in planned.filled.sources:
        usual = {"language": LANGUAGES[0], "publisher_en": row.cells["publisher"]}
        cells = {name: cell for name, cell in row.cells.items() if cell}
        same = table.find(row.cells, ("title", "publisher"))
        if same:
            cells["source"] = table.records[same[0]]["source"]
            planned.kept += _kept_of_source(table, same[0], row, usual)
        else:
            cells = usual | cells
            cells["source"] = _new_id({"available_from": "", **cells}, taken | {*named.values()})
        named[row.key[0]] = cells["source"]
        table.put(planned, same[0] if same else None, cells, row.places)
    return named


def _kept_of_source(
    table: _Table, place: int, row: Row, usual: Mapping[str, str]
) -> Iterator[Kept]:
    """Yield what is known of a source, beyond the usual, where the form leaves it empty."""
    for name, cell in row.cells.items():
        held = table.records[place][name]
        if held and not cell and held != usual.get(name):
            yield Kept(row.places[name], table.name, place + 2, name, held)


def _require_names(filled: Filled, table: _Table) -> None:
    """Require that what stands on the sheet of the sources is known, or named as a new one."""
    first, last = layout.new_source(1), layout.new_source(layout.NEW_SOURCES)
    for row in filled.named:
        if (name := row.cells["name"]) not in _ids(table):
            fault = worded("form-no-source", cell=name) if name else worded("form-needed")
            cure = worded("form-keep-name", first=first, last=last)
            filled.problems.append(at(filled.file, row.places["name"], fault, cure))


def _silent(planned: Plan, table: _Table, row: Row, missing: str) -> None:
    """Note a row of the form that says nothing: emptied, half filled in, or left as it was."""
    asked = dict(zip(KEY, row.key, strict=True))
    moved = {name: row.cells[name] for name in KEY[2:] if row.cells[name] not in ("", asked[name])}
    beside = [name for name in layout.BESIDE if row.cells[name]]
    there = [place for place in table.find(asked | moved, KEY) if _held(table.records[place])]
    problems = planned.filled.problems
    if there and beside:
        problems.append(_emptied(planned.filled, table, there[0], row))
    elif there:
        planned.kept += [_kept(table, place, row) for place in there]
    elif beside or moved:
        problems.append(_half_filled(planned.filled, row, missing, [*beside, *moved]))


def _held(record: Mapping[str, str]) -> str:
    """Return the column in which a row of the results says something; empty where it waits."""
    return next((name for name in layout.SAYING if record[name] not in ("", TO_FILL)), "")


def _kept(table: _Table, place: int, row: Row) -> Kept:
    column = _held(table.records[place])
    cell = table.records[place][column]
    return Kept(row.places[column], table.name, place + 2, column, cell)


def _emptied(filled: Filled, table: _Table, place: int, row: Row) -> Problem:
    """Return the problem of a row that has lost its value, and nothing beside it."""
    column = _held(table.records[place])
    held = {"file": f"{table.name}.csv", "row": str(place + 2)}
    return at(
        filled.file,
        row.places[column],
        worded("form-emptied", **held),
        worded("form-write-again", name=worded("form-column", name=column), **held),
    )


def _half_filled(filled: Filled, row: Row, missing: str, there: Sequence[str]) -> Problem:
    """Return the problem of a row in which all is told but the value, or the state of a work."""
    spoken = [said("form-column", name=name) for name in there]
    names = {code: ", ".join(each[code] for each in spoken) for code in LANGUAGES}
    cure = worded("form-fill-or-clear", kind=missing)
    return at(filled.file, row.places[missing], worded("form-half", names=names), cure)


def _ids(table: _Table) -> set[str]:
    return {record["source"] for record in table.records}


def _new_id(cells: Mapping[str, str], taken: set[str]) -> str:
    """Return a short id for a source: the first words of its title, and its year."""
    stem = "-".join([*words(cells["title"])[:4], cells["available_from"][:4]])
    numbers = iter(range(2, len(taken) + 3))
    found = stem
    while found in taken:
        found = f"{stem}-{next(numbers)}"
    return found


def _name_source(filled: Filled, row: Row, new: Mapping[str, str], table: _Table) -> None:
    """Put the id of a source in the place of what the form calls it."""
    said = row.cells["source"]
    row.cells["source"] = new.get(said, said)
    if row.cells["source"] and row.cells["source"] not in {*new.values(), *_ids(table)}:
        fault = worded("form-no-source", cell=said)
        cure = worded("form-name-source", sheet=layout.sheet_name("sources"))
        filled.problems.append(at(filled.file, row.places["source"], fault, cure))


def _briefing(planned: Plan, table: _Table) -> None:
    filled = planned.filled
    cells = {"year": str(filled.year), "province": filled.province, **filled.briefing.cells}
    there = table.find(cells, table.key)
    table.put(planned, there[0] if there else None, cells, filled.briefing.places)


def _result(planned: Plan, table: _Table, row: Row) -> None:
    cells = {"scope": row.key[0], "indicator": row.key[1], **row.cells}
    asked = dict(zip(KEY, row.key, strict=True))
    waits = [each for each in table.find(asked, KEY) if TO_FILL in table.records[each].values()]
    there = waits or table.find(cells, [name for name in table.key if name in cells])
    if not there:
        cells["basis"] = "printed"
    else:
        _keep_remark(table.records[there[0]], cells)
    table.put(planned, there[0] if there else None, cells, row.places)


def _keep_remark(old: Mapping[str, str], cells: Record) -> None:
    """Let a row's remark go on to say that its value was looked at, which no form does."""
    if old["value"] == cells["value"] and old["note"] == _as_looked_at(cells["note"]):
        cells["note"] = old["note"]


def _as_looked_at(note: str) -> str:
    return "; ".join(filter(None, (note, plausible_checks.LOOKED_AT)))


def late_sources(planned: Plan, package: DataPackage) -> Iterator[Change]:
    """Yield the rows, results or the briefing's own, whose source comes after its day."""
    days = package["sources"].set_index("source")["available_from"].dt.strftime("%Y-%m-%d")
    known = {"": "", **dict(days.items())}
    known |= {
        each.new["source"]: each.new["available_from"]
        for each in planned.changes
        if each.table == "sources"
    }
    as_of = planned.filled.briefing.cells["as_of"]
    for each in planned.changes:
        if each.table != "sources" and known[each.new["source"]] > as_of:
            yield each


def jumps(folder: Path, planned: Plan) -> list[tuple[Change, str]]:
    """Return the results that are many times the one before, or a small part of it, and why.

    Parameters
    ----------
    folder : Path
        The data folder; it is left as it is.
    planned : Plan
        What a form changes.
    """
    with scratch.temporary() as place:
        copy = shutil.copytree(folder, place / "data")
        planned.write(copy)
        found = list(checks.plausible_moves(data.load(copy)))
    rows = {each.row: each for each in planned.changes if each.table == "results"}
    return [(rows[each.row], each.fault) for each in found if each.row in rows]


def looked_at(planned: Plan, change: Change) -> None:
    """Let the remark of a row say that somebody has looked at its source again."""
    note = _as_looked_at(change.new["note"])
    place = planned.changes.index(change)
    new = change.new | {"note": note}
    planned.changes[place] = Change(change.table, change.row, change.old, new, change.places)


def prove(folder: Path, planned: Plan) -> DataPackage:
    """Check the data as they would be, by every rule of ``briefing check``.

    Returns
    -------
    DataPackage
        The data as they would be.

    Raises
    ------
    ImportRefusedError
        With each problem, by sheet and cell of the form where it comes from there.
    """
    with scratch.temporary() as place:
        copy = shutil.copytree(folder, place / "data")
        planned.write(copy)
        try:
            return schema.check(copy)
        except DataError as error:
            found = [_in_the_form(problem, planned) for problem in error.problems]
            raise unfit(found, kind=ImportRefusedError) from error


def _in_the_form(problem: Problem, planned: Plan) -> Problem:
    """Say where in the form a row of the data comes from that breaks a rule."""
    for each in planned.changes:
        if (f"{each.table}.csv", each.row) == (problem.file, problem.row):
            place = each.places.get(problem.column) or next(iter(each.places.values()))
            return at(planned.filled.file, place, problem.fault, problem.cure)
    return problem

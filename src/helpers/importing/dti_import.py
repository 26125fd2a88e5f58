"""A DTI edition from a file: what it is to be, the rows it makes, and their proof."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd

from helpers.analysis import dti
from helpers.exceptions import DataError, ImportRefusedError, Problem, Worded
from helpers.importing import (
    dti_confirmations,
    dti_merge,
    dti_points,
    dti_precision,
    dti_rows,
    dti_tables,
    dti_units,
)
from helpers.importing.dti_figures import Figure, Key
from helpers.importing.dti_headings import Headings, Role
from helpers.importing.dti_rows import Edition
from helpers.importing.dti_tables import DtiTable
from helpers.importing.dti_units import Reading
from helpers.importing.incoming import unreadable
from helpers.importing.table_files import Grid, TableFile
from helpers.store import data, mergers, scratch
from helpers.store.append import Rows, append
from helpers.store.data import DataPackage
from helpers.store.frames import row_at
from helpers.store.province_names import ProvinceNames
from helpers.upkeep import checks, schema
from helpers.words.language import LANGUAGES, Language
from helpers.words.refusals import (
    day,
    refused,
    require_one_of,
    said,
    score,
    unfit,
    worded,
)

_SCORES = "dti_scores"
#: What columns of ``confirmed`` are called in a file of facts.
_FACT_COLUMNS = {"about": "component", "about, column, source": "province, component, source"}
#: By such headings a table of the index is known.
_HEADINGS = "“Tỉnh/Thành phố”, “Giá trị DTI”, “Xếp hạng”"


@dataclass(frozen=True)
class Plan:
    """What a file was understood as, and the rows that are to be added.

    Parameters
    ----------
    file : TableFile
        The file.
    tables : tuple of DtiTable
        Its tables of the index.
    left_out : tuple of Grid
        Its other tables.
    names : ProvinceNames
        The provinces that are ranked.
    figures : mapping of (str, str, Role) to Figure
        The scores and ranks taken from all tables.
    rows : mapping of str to sequence of mapping
        The rows to add, by table.
    edition : Edition
        The edition.
    day : date
        A day on which there were the units that it ranks.
    facts : Facts
        What a file says that other documents print of it.
    """

    file: TableFile
    tables: tuple[DtiTable, ...]
    left_out: tuple[Grid, ...]
    names: ProvinceNames
    figures: Mapping[Key, Figure]
    rows: Rows
    edition: Edition
    day: date
    facts: dti_confirmations.Facts = field(default_factory=dti_confirmations.Facts)


def check(package: DataPackage, edition: Edition) -> Edition:
    """Require that an edition can be added; return it with the edition it is like.

    Parameters
    ----------
    package : DataPackage
        The data as they are.
    edition : Edition
        The edition to add; the newest is the one it is like where it says none.

    Raises
    ------
    ParameterError
        If it is there already, the one it is like is not, its source is not or is of another day
        (or a new source's id is taken, or has no publisher), or it was published before its year
        was over.
    """
    editions = package["dti_editions"]
    known = [str(year) for year in editions["edition"]]
    there = editions.loc[editions["edition"] == edition.year, "provinces_ranked"]
    units = package["provinces"]
    merged = (units["valid_from"] > pd.Timestamp(mergers.last_day(edition.year))).any()
    if len(there) > int(merged):
        raise refused("error-edition-there", edition=str(edition.year))
    edition = edition if edition.like else replace(edition, like=max(editions["edition"]))
    require_one_of("edition", str(edition.like), known, "data/dti_editions.csv")
    _check_source(package["sources"], edition)
    if edition.published.year <= edition.year:
        published = day(edition.published)
        raise refused("error-published-early", edition=str(edition.year), published=published)
    return edition


def _check_source(sources: pd.DataFrame, edition: Edition) -> None:
    """Require that a source named is of the edition's day, and that a new one has a publisher."""
    name, document = edition.source_id, edition.document
    if edition.source:
        require_one_of("source", name, sources["source"], "data/sources.csv")
        row = row_at(sources.set_index("source"), name)
        first = row["available_from"].date()
        fits = str(edition.published).startswith(row["published"] or str(first))
        if first < edition.published or not (fits or first == edition.published):
            stated = row["published"] or str(first)
            said_day = {code: Language(code).published(stated) for code in LANGUAGES}
            values = {"published": day(edition.published), "day": said_day}
            raise refused("error-source-day", source=name, **values)
    elif name in set(sources["source"]):
        raise refused("error-source-there", source=name)
    elif not (document.publisher and document.publisher_en):
        raise refused("error-publisher", edition=str(edition.year))


def plan(package: DataPackage, file: TableFile, edition: Edition, sheet: str = "") -> Plan:
    """Understand a file, and make the rows to add; nothing is proven or written yet.

    Parameters
    ----------
    package : DataPackage
        The data as they are.
    file : TableFile
        The file.
    edition : Edition
        The edition to add, for which :func:`check` passes.
    sheet : str
        The sheet of a workbook to read; all that hold a table of the index if empty.

    Raises
    ------
    ImportRefusedError
        With all that cannot be understood, by table, row and column of the file.
    ParameterError
        If there is no such sheet.
    UnreadableFileError
        If no table of the file is one of the index.
    """
    weights = dti_points.weights(package, edition)
    grids = _chosen(file, sheet)
    reading = _read(package, grids, edition, list(weights["component"]))
    names, tables = reading.names, _sound(file, reading, edition)
    _require_new_table(package, edition, reading)
    tables = dti_merge.settled(tables, lambda option: _faults(option, edition, weights, names))
    figures = _complete(tables, edition, names)
    scores = dti_rows.of_scores(figures, edition, names.ids, list(weights["component"]))
    stated = _stated(file, tables, figures, edition, names)
    stated["method"] = dti_points.method(package, edition)
    rows = dti_rows.of_package(package, file, edition, scores, stated)
    rows = {**rows, "dti_weights": dti_points.rows(package, edition)}
    left_out = tuple(grid for grid in grids if not reading.tables[grid.label])
    return Plan(file, tuple(tables), left_out, names, figures, rows, edition, reading.day)


def with_confirmations(planned: Plan, path: Path) -> Plan:
    """Add what other documents print of the edition, which it then has to agree with.

    Parameters
    ----------
    planned : Plan
        What is to be added.
    path : Path
        The file of facts: see :func:`helpers.importing.dti_confirmations.read`.
    """
    facts = dti_confirmations.read(path, planned.edition.year, planned.names)
    rows = {**planned.rows, dti_confirmations.TABLE: facts.rows}
    return replace(planned, rows=rows, facts=facts)


def _read(
    package: DataPackage, grids: Sequence[Grid], edition: Edition, scored: Sequence[str]
) -> Reading:
    """Read the grids with the units that the file speaks of."""
    known = package["dti_weights"].sort_values("edition")
    elsewhere = dict(zip(known["component"], known["edition"].astype(str), strict=True))
    headings = Headings(package["dti_components"], scored, edition.year, elsewhere)
    return dti_units.recognised(
        package["provinces"],
        edition,
        lambda names: {
            grid.label: dti_tables.read(grid, headings, names, edition.year) for grid in grids
        },
    )


def _sound(file: TableFile, reading: Reading, edition: Edition) -> list[DtiTable]:
    """Return the tables of the index, if all in them is understood and fine enough."""
    tables = [table for table in reading.tables.values() if table]
    if not tables:
        raise unreadable(file.name, "no_index", fault=_HEADINGS)
    found = [(*table.problems, *_foreign(table, edition)) for table in tables]
    _refuse([problem for problems in found for problem in problems])
    too_coarse = dti_precision.problems(tables)
    if not (too_coarse and edition.partial):
        _refuse(too_coarse)
        return tables
    tables = [dti_precision.without_coarse(table) for table in tables]
    _refuse([] if any(table.figures for table in tables) else too_coarse)
    return tables


def _foreign(table: DtiTable, edition: Edition) -> Iterator[Problem]:
    """Name the columns that another edition knows, and the method taken does not."""
    for column in table.columns:
        if column.elsewhere:
            other = {"other": column.elsewhere, "like": str(edition.like)}
            fault = worded("fault-of-another-method", **other)
            cure = worded("cure-of-another-method", other=column.elsewhere)
            yield Problem(table.label, 0, column.heading, fault, cure)


def _require_new_table(package: DataPackage, edition: Edition, reading: Reading) -> None:
    editions = package["dti_editions"]
    own = editions.loc[editions["edition"] == edition.year, "provinces_ranked"]
    if reading.count in set(own):
        named = {"edition": str(edition.year), "count": str(reading.count)}
        raise refused("error-table-there", **named)


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise unfit(problems, kind=ImportRefusedError)


def _chosen(file: TableFile, sheet: str) -> Sequence[Grid]:
    if not sheet:
        return file.grids
    sheets = [grid.name for grid in file.grids]
    if not any(sheets):
        raise refused("error-no-sheets", file=file.name)
    require_one_of("sheet", sheet, sheets, file.name)
    return [grid for grid in file.grids if grid.name == sheet]


def _complete(
    tables: Sequence[DtiTable], edition: Edition, names: ProvinceNames
) -> Mapping[Key, Figure]:
    """Take the figures of all tables together; refuse what is missing or contradicts itself."""
    figures, problems = dti_merge.merged(tables)
    if not edition.partial:
        problems += dti_merge.missing(tables, figures, names)
    _refuse([*problems, *_wrong_means(tables, figures, names)])
    return dti_rows.with_ranks(figures, len(names.ids))


def _faults(
    tables: Sequence[DtiTable], edition: Edition, weights: pd.DataFrame, names: ProvinceNames
) -> list[Problem]:
    """Say what contradicts the totals, if the tables are read so."""
    figures, problems = dti_merge.merged(tables)
    rows = dti_rows.of_scores(figures, edition, names.ids, list(weights["component"]))
    scores = pd.DataFrame(rows).assign(edition=edition.year, confirmed_by="", row="")
    columns = ("provinces_ranked", "score", "rank")
    numbers = {column: pd.to_numeric(scores[column]) for column in columns}
    package = DataPackage({
        _SCORES: scores.assign(**numbers).astype({"rank": "Int64"}),
        "dti_weights": weights,
        "dti_editions": pd.DataFrame(
            {"edition": [edition.year], "provinces_ranked": [len(names.ids)], "mean_total": [None]}
        ),
    })  # fmt: skip
    return [*problems, *checks.totals_follow(package), *checks.components_agree(package)]


def _wrong_means(
    tables: Sequence[DtiTable], figures: Mapping[Key, Figure], names: ProvinceNames
) -> list[Problem]:
    """Hold the mean that a table states against that of the totals, where all are known."""
    totals = [figure.value for figure in dti_rows.totals(figures, Role.SCORE).values()]
    if len(totals) < len(names.ids):
        return []
    mean = sum(totals, Decimal(0)) / len(totals)
    return [
        table.mean.problem(
            worded("fault-mean", value=table.mean.spoken, mean=score(float(mean))),
            worded("cure-source"),
        )
        for table in tables
        if table.mean and abs(float(table.mean.value - mean)) > dti.UNIT
    ]


def _stated(
    file: TableFile,
    tables: Sequence[DtiTable],
    figures: Mapping[Key, Figure],
    edition: Edition,
    names: ProvinceNames,
) -> dict[str, str]:
    """Return what goes with the scores and ranks: title, mean, provinces ranked, and the note."""
    titles = [file.title, *(table.title for table in tables)]
    means = [f"{table.mean.value:f}" for table in tables if table.mean]
    method = "points" if edition.points else "carried"
    remarks = [said("import-note", kind=method, edition=str(edition.like))]
    found = {province for province, *_ in figures}
    scored, ranked = dti_rows.totals(figures, Role.SCORE), len(names.ids)
    if min(len(found), len(scored)) < ranked:
        counts = {"found": str(len(found)), "ranked": str(ranked), "scored": str(len(scored))}
        remarks.append(said("import-note-partial", **counts))
    if rounded := sum(figure.rounded for figure in figures.values()):
        remarks.append(said("import-note-rounded", count=rounded, decimals=str(dti.DECIMALS)))
    return {
        "title": next(filter(None, titles), ""),
        "mean": next(iter(means), ""),
        "ranked": str(ranked),
        "note": Worded({code: "; ".join(each[code] for each in remarks) for code in LANGUAGES}),
    }


def prove(folder: Path, planned: Plan) -> DataPackage:
    """Check the data as they would be with the new rows, by every rule of ``briefing check``.

    Parameters
    ----------
    folder : Path
        The data folder; it is left as it is.
    planned : Plan
        What is to be added.

    Returns
    -------
    DataPackage
        The data as they would be.

    Raises
    ------
    ImportRefusedError
        With each figure that contradicts others, by table, row and column of the file.
    """
    package = data.load(folder)
    there = {name: len(package[name]) for name in (_SCORES, dti_confirmations.TABLE)}
    with scratch.temporary() as place:
        copy = shutil.copytree(folder, place / "data")
        append(copy, planned.rows)
        try:
            return schema.check(copy)
        except DataError as error:
            found = [_in_the_file(problem, planned, there) for problem in error.problems]
            raise unfit(found, kind=ImportRefusedError) from error


def _in_the_file(problem: Problem, planned: Plan, there: Mapping[str, int]) -> Problem:
    """Say of a cell of the files what is wrong with the row that was made of it."""
    facts, place = planned.facts, problem.row - 2 - there[dti_confirmations.TABLE]
    if problem.file == f"{dti_confirmations.TABLE}.csv" and 0 <= place < len(facts.numbers):
        column = _FACT_COLUMNS.get(problem.column, problem.column)
        number = facts.rows[place]["column"] if column == "value" else column
        return replace(problem, file=facts.file, row=facts.numbers[place], column=number)
    place = problem.row - 2 - there[_SCORES]
    if problem.file != f"{_SCORES}.csv" or place < 0:
        return problem
    row = planned.rows[_SCORES][place]
    roles = (Role.RANK, Role.SCORE) if problem.column == "rank" else (Role.SCORE, Role.RANK)
    keys = [(row["province"], row["component"], role) for role in roles]
    figure = next(planned.figures[key] for key in keys if key in planned.figures)
    return figure.problem(_without(f"{row['province']}, ", problem.fault), problem.cure)


def _without(prefix: str, fault: str) -> str:
    """Return a fault without what it begins with, in each language that it knows."""
    if isinstance(fault, Worded):
        return Worded({code: said.removeprefix(prefix) for code, said in fault.said.items()})
    return fault.removeprefix(prefix)

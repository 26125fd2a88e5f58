"""A DTI edition from a file: what it is to be, the rows it makes, and their proof."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pandas as pd

from helpers.analysis import dti
from helpers.exceptions import DataError, ImportRefusedError, ParameterError, Problem
from helpers.importing import dti_merge, dti_rows, dti_tables
from helpers.importing.dti_figures import Figure, Key
from helpers.importing.dti_headings import Headings, Role
from helpers.importing.dti_rows import Edition
from helpers.importing.dti_tables import DtiTable
from helpers.importing.table_files import Grid, TableFile, UnreadableFileError
from helpers.store import data, mergers
from helpers.store.append import Rows, append
from helpers.store.data import DataPackage
from helpers.store.parameters import require_one_of
from helpers.store.province_names import ProvinceNames
from helpers.upkeep import checks, schema
from helpers.words.refusals import unfit

_SCORES = "dti_scores"
_COMPARE = "compare with the source"
_NO_TABLE = (
    "no table in it has a column of provinces beside one of scores or ranks (headings such as"
    " “Tỉnh/Thành phố”, “Giá trị DTI”, “Xếp hạng”)"
)


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
    """

    file: TableFile
    tables: tuple[DtiTable, ...]
    left_out: tuple[Grid, ...]
    names: ProvinceNames
    figures: Mapping[Key, Figure]
    rows: Rows


def check(package: DataPackage, edition: Edition) -> None:
    """Require that an edition can be added.

    Parameters
    ----------
    package : DataPackage
        The data as they are.
    edition : Edition
        The edition to add.

    Raises
    ------
    ParameterError
        If it is there already, the one it is like is not, its source is not (or a new source's id
        is taken), or it was published before its year was over.
    """
    known = [str(year) for year in package["dti_editions"]["edition"]]
    if str(edition.year) in known:
        raise ParameterError(f"edition {edition.year} is in data/dti_editions.csv already")
    require_one_of("edition", str(edition.like), known, "data/dti_editions.csv")
    sources = package["sources"]["source"]
    if edition.source:
        require_one_of("source", edition.source, sources, "data/sources.csv")
    elif edition.source_id in set(sources):
        name = edition.source_id
        raise ParameterError(f"source {name} is in data/sources.csv already: use --source {name}")
    if edition.published.year <= edition.year:
        fault = f"edition {edition.year} published on {edition.published}, before its year is over"
        raise ParameterError(f"{fault}: give the day of publication")


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
    weights = package["dti_weights"]
    weights = weights[weights["edition"] == edition.like].assign(edition=edition.year)
    names = ProvinceNames(mergers.at_the_end_of(package["provinces"], edition.year))
    headings = Headings(package["dti_components"], list(weights["component"]), edition.year)
    grids = _chosen(file, sheet)
    read = {grid.label: dti_tables.read(grid, headings, names, edition.year) for grid in grids}
    tables = [table for table in read.values() if table]
    if not tables:
        raise UnreadableFileError(f"{file.name}: {_NO_TABLE}")
    _refuse([problem for table in tables for problem in table.problems])
    tables = dti_merge.settled(tables, lambda option: _faults(option, edition, weights, names))
    figures = _complete(tables, edition, names)
    scores = dti_rows.of_scores(figures, edition, names.ids, list(weights["component"]))
    stated = _stated(file, tables, figures, edition, names)
    rows = dti_rows.of_package(package, file, edition, scores, stated)
    left_out = tuple(grid for grid in grids if not read[grid.label])
    return Plan(file, tuple(tables), left_out, names, figures, rows)


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise unfit(problems, kind=ImportRefusedError)


def _chosen(file: TableFile, sheet: str) -> Sequence[Grid]:
    if not sheet:
        return file.grids
    sheets = [grid.name for grid in file.grids]
    if not any(sheets):
        raise ParameterError(f"{file.name} is no workbook: leave out --sheet")
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
        table.mean.problem(f"{table.mean.value}, but the totals make {mean:.4f}", _COMPARE)
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
    remarks = [f"method and weights as edition {edition.like}"]
    found = {province for province, *_ in figures}
    scored, ranked = dti_rows.totals(figures, Role.SCORE), len(names.ids)
    if min(len(found), len(scored)) < ranked:
        remarks.append(f"holds {len(found)} of {ranked} provinces, {len(scored)} with a total")
    if rounded := sum(figure.rounded for figure in figures.values()):
        remarks.append(f"{rounded} scores rounded to {dti.DECIMALS} decimals")
    return {
        "title": next(filter(None, titles), ""),
        "mean": next(iter(means), ""),
        "ranked": str(ranked),
        "note": "; ".join(remarks),
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
    there = len(data.load(folder)[_SCORES])
    with tempfile.TemporaryDirectory() as scratch:
        copy = shutil.copytree(folder, Path(scratch) / "data")
        append(copy, planned.rows)
        try:
            return schema.check(copy)
        except DataError as error:
            found = [_in_the_file(problem, planned, there) for problem in error.problems]
            raise unfit(found, kind=ImportRefusedError) from error


def _in_the_file(problem: Problem, planned: Plan, there: int) -> Problem:
    """Say of a cell of the file what is wrong with the row that was made of it."""
    place = problem.row - 2 - there
    if problem.file != f"{_SCORES}.csv" or place < 0:
        return problem
    row = planned.rows[_SCORES][place]
    roles = (Role.RANK, Role.SCORE) if problem.column == "rank" else (Role.SCORE, Role.RANK)
    keys = [(row["province"], row["component"], role) for role in roles]
    figure = next(planned.figures[key] for key in keys if key in planned.figures)
    fault = problem.fault.removeprefix(f"{row['province']}, ")
    return figure.problem(fault, problem.cure)

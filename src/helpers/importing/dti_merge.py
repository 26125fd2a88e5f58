"""The tables of one file taken together: one set of figures, and what is missing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from helpers.analysis import dti
from helpers.exceptions import ImportRefusedError, Problem, shortened
from helpers.importing.dti_figures import Figure, Key
from helpers.importing.dti_headings import Column, Role
from helpers.importing.dti_tables import DtiTable
from helpers.store.province_names import ProvinceNames
from helpers.words.language import LANGUAGES
from helpers.words.refusals import said, unfit, worded

#: How the columns may be understood that bear the name of a pillar, or of the index behind it.
_READINGS = {"activities": dti.ACTIVITIES, "pillars": {}}


def merged(tables: Sequence[DtiTable]) -> tuple[dict[Key, Figure], list[Problem]]:
    """Take the figures of all tables together.

    Parameters
    ----------
    tables : sequence of DtiTable
        The tables of one file.

    Returns
    -------
    tuple of dict and list
        The figures, and where two tables give a province different ones.
    """
    figures: dict[Key, Figure] = {}
    problems = []
    for table in tables:
        for key, figure in table.figures.items():
            first = figures.setdefault(key, figure)
            if first.value != figure.value:
                values = {"value": figure.spoken, "other": first.spoken}
                place = {"file": first.table, "row": str(first.row.number)}
                fault = worded("fault-tables-differ", **values, **place)
                problems.append(figure.problem(fault, worded("cure-tables-differ")))
    return figures, problems


def missing(
    tables: Sequence[DtiTable], figures: Mapping[Key, Figure], names: ProvinceNames
) -> Iterator[Problem]:
    """Name what an import of a whole edition would need.

    Parameters
    ----------
    tables : sequence of DtiTable
        The tables of one file.
    figures : mapping of (str, str, Role) to Figure
        Their figures.
    names : ProvinceNames
        The provinces that are ranked.

    Yields
    ------
    Problem
        A province that is in no table, or not in one of them; a cell that holds nothing; and
        totals if there are none at all.
    """
    kinds = {(component, role): None for _, component, role in figures}
    if (dti.TOTAL, Role.SCORE) not in kinds:
        fault = worded("fault-no-totals")
        yield Problem(tables[0].label, 0, "", fault, worded("cure-incomplete"))
    found = {province for table in tables for province in table.rows}
    absent = [names.shown(province) for province in names.ids if province not in found]
    if absent:
        listed = {"expected": str(len(names.ids)), "names": ", ".join(absent)}
        fault = worded("fault-provinces-absent", count=len(found), **listed)
        yield Problem(tables[0].label, 0, "", fault, worded("cure-incomplete"))
    for component, role in kinds:
        having = [table for table in tables if _column(table, component, role)]
        for province in sorted(found):
            if (province, component, role) not in figures:
                yield _gap(having, tables, province, _column(having[0], component, role))


def _column(table: DtiTable, component: str, role: Role) -> Column | None:
    columns = (each for each in table.columns if (each.component, each.role) == (component, role))
    return next(columns, None)


def _gap(
    having: Sequence[DtiTable], tables: Sequence[DtiTable], province: str, column: Column | None
) -> Problem:
    heading, cure = column.heading if column else "", worded("cure-incomplete")
    there = next((table for table in having if province in table.rows), None)
    if there:
        row = there.rows[province]
        fault = worded("fault-cell-empty", name=shortened(row.name))
        return Problem(there.label, row.number, heading, fault, cure)
    other = next(table for table in tables if province in table.rows)
    row = other.rows[province]
    named = {"name": shortened(row.name), "file": having[0].label, "column": heading}
    return Problem(other.label, row.number, "", worded("fault-not-in-table", **named), cure)


def settled(
    tables: Sequence[DtiTable], faults: Callable[[Sequence[DtiTable]], Iterable[Problem]]
) -> list[DtiTable]:
    """Decide what columns of scores mean that bear only the name of a pillar.

    People call the activity index by the name of its pillar. Whichever of the two makes the
    totals follow is meant; beside columns of the activity indexes it is the pillar.

    Parameters
    ----------
    tables : sequence of DtiTable
        The tables of one file.
    faults : callable
        What contradicts the totals if the tables are read so.

    Returns
    -------
    list of DtiTable
        The tables with such columns renamed, and a remark in them.

    Raises
    ------
    ImportRefusedError
        If both readings make the totals follow, or neither.
    """
    unsure = [column for table in tables for column in table.columns if _is_unsure(column)]
    if not unsure:
        return list(tables)
    scored = {name for table in tables for _, name, role in table.figures if role is Role.SCORE}
    options = {
        reading: [_read_as(table, reading, names) for table in tables]
        for reading, names in _READINGS.items()
        if scored.isdisjoint(names.get(column.component) for column in unsure)
    }
    if len(options) == 1:
        return next(iter(options.values()))
    found = {reading: list(faults(option)) for reading, option in options.items()}
    holding = [reading for reading, problems in found.items() if not problems]
    if len(holding) != 1:
        raise unfit([_undecided(tables[0].label, unsure, found)], kind=ImportRefusedError)
    return options[holding[0]]


def _is_unsure(column: Column) -> bool:
    return column.role is Role.SCORE and not column.named_so


def _read_as(table: DtiTable, reading: str, names: Mapping[str, str]) -> DtiTable:
    """Return a table with its unsure columns read in one way."""
    renamed = {
        column.component: names.get(column.component, column.component)
        for column in table.columns
        if _is_unsure(column)
    }
    columns = tuple(
        replace(
            column,
            component=renamed[column.component],
            remark=worded("import-taken-for", kind=reading),
        )
        if _is_unsure(column)
        else column
        for column in table.columns
    )
    figures = {
        (province, renamed.get(name, name) if role is Role.SCORE else name, role): figure
        for (province, name, role), figure in table.figures.items()
    }
    return replace(table, columns=columns, figures=figures)


def _undecided(
    label: str, unsure: Sequence[Column], found: Mapping[str, Sequence[Problem]]
) -> Problem:
    headings = ", ".join(f"“{shortened(column.heading)}”" for column in unsure)
    refused = [
        said("import-reading-fails", kind=reading, fault=faults[0].fault)
        for reading, faults in found.items()
        if faults
    ]
    why = {code: "; ".join(each[code] for each in refused) for code in LANGUAGES}
    fault = worded("fault-undecided", kind="neither" if refused else "both", why=why)
    return Problem(label, 0, headings, fault, worded("cure-undecided"))

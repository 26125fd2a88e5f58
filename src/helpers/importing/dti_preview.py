"""What a file was understood as, laid out for a person to look at before it is added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.analysis.strength import BOUNDS, RECOMPUTED
from helpers.importing import dti_precision
from helpers.importing.dti_headings import Column, Role
from helpers.importing.dti_import import Plan
from helpers.importing.dti_moves import Comparison
from helpers.importing.dti_tables import DtiTable
from helpers.store.province_names import ProvinceNames
from helpers.words.plain_text import clean

_SIGNS = {",": "decimal comma", ".": "decimal point", "": "typed as numbers"}

#: How a total is proven, in words.
_PROOFS = {RECOMPUTED: "recomputed from all components", BOUNDS: "held between bounds"}
#: A page has dozens of tables that only lay it out.
_OTHERS_SHOWN = 5


@dataclass(frozen=True)
class Section:
    """One table of the preview.

    Parameters
    ----------
    title : str
        What it shows.
    columns : tuple of str
        The headings.
    rows : sequence of tuple of str
        The rows.
    """

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def sections(planned: Plan) -> list[Section]:
    """Return the preview of an import.

    Parameters
    ----------
    planned : Plan
        What the file was understood as.

    Returns
    -------
    list of Section
        The tables, the headings, the first three rows and the last, the names that are spelt
        otherwise, and how many rows each file of the data gains. Empty ones are left out.
    """
    found = [_tables(planned), _headings(planned), _rows(planned), _names(planned), _files(planned)]
    return [section for section in found if section.rows]


def of_proof(
    found: pd.DataFrame, compared: Comparison | None, names: ProvinceNames
) -> list[Section]:
    """Return how strong the proof was, and what the edition changes against the last one.

    Parameters
    ----------
    found : DataFrame
        What :func:`helpers.analysis.strength.strength` returns.
    compared : Comparison or None
        The edition beside the last one.
    names : ProvinceNames
        The provinces that are ranked.
    """
    places = ("first", "second", "third", "fourth", "exchanged")
    shares = [
        (row["component"], _PROOFS[row["proof"]], str(row["cells"]),
         *(f"{row[place]:.0%}" for place in places))
        for _, row in found.iterrows()
    ]  # fmt: skip
    columns = ("column", "proven by", "scores", *(f"decimal {n}" for n in range(1, 5)), "exchanged")
    sections = [Section("Wrong digits that the proof would notice", columns, shares)]
    if compared:
        sections += [_moves(compared, names), _orders(compared)]
    return [section for section in sections if section.rows]


def _moves(compared: Comparison, names: ProvinceNames) -> Section:
    rows = [
        (names.shown(row["province"]), str(row["before"]), str(row["rank"]), f"{row['move']:+d}")
        for _, row in compared.moves.iterrows()
    ]
    title = f"The largest moves of rank since edition {compared.before}"
    return Section(title, ("province", "rank before", "rank", "move"), rows)


def _orders(compared: Comparison) -> Section:
    rows = [
        (row["component"], str(row["count"]), f"{row['correlation']:.2f}")
        for _, row in compared.orders.iterrows()
    ]
    title = f"Rank correlation (Spearman) with edition {compared.before}"
    return Section(title, ("column", "provinces", "correlation"), rows)


def _tables(planned: Plan) -> Section:
    rows = [
        (table.label, f"{len(table.rows)} of the {len(planned.names.ids)} units of {planned.day}",
         _numbers(table), "; ".join(table.remarks) and f"left out: {'; '.join(table.remarks)}")
        for table in planned.tables
    ]  # fmt: skip
    others = [grid.label for grid in planned.left_out]
    if len(others) > _OTHERS_SHOWN:
        others = [f"{len(others)} other tables"]
    rows += [(other, "left out", "", "no table of the index") for other in others]
    return Section("Tables", ("table", "provinces", "numbers", "remark"), rows)


def _numbers(table: DtiTable) -> str:
    """Say how the numbers of a table are written, and in how many decimals."""
    counts = {
        dti_precision.decimals(table, column)
        for column in table.columns
        if column.role is Role.SCORE
    }
    decimals = [f"{min(counts)} decimals"] if counts else []
    return ", ".join([_SIGNS[table.sign], *decimals])


def _headings(planned: Plan) -> Section:
    rows = [
        (table.label, column.heading, _read_as(column))
        for table in planned.tables
        for column in table.columns
    ]
    return Section("Headings", ("table", "heading", "read as"), rows)


def _read_as(column: Column) -> str:
    meaning = f"{column.role} of {column.component}" if column.component else str(column.role)
    return f"{meaning}: {column.remark}" if column.remark else meaning


def _rows(planned: Plan) -> Section:
    """Show the first three provinces and the last, a line for each component and role."""
    added = planned.rows["dti_scores"]
    provinces = list(dict.fromkeys(row["province"] for row in added))
    shown = list(dict.fromkeys([*provinces[:3], *provinces[-1:]]))
    known = {(component, role) for _, component, role in planned.figures}
    rows = [
        (f"{component}, {role}", *(_cell(planned, each, component, role) for each in shown))
        for component in dict.fromkeys(row["component"] for row in added)
        for role in (Role.RANK, Role.SCORE)
        if (component, role) in known
    ]
    names = map(planned.names.shown, shown)
    return Section("The first three provinces and the last", ("", *names), rows)


def _cell(planned: Plan, province: str, component: str, role: Role) -> str:
    figure = planned.figures.get((province, component, role))
    if figure is None:
        return "–"
    return f"{figure.value} (follows)" if figure.derived else f"{figure.value:f}"


def _names(planned: Plan) -> Section:
    names = planned.names
    rows = {
        (row.name, names.shown(province)): None
        for table in planned.tables
        for province, row in table.rows.items()
        if row.name != clean(names.shown(province))
    }
    return Section("Names spelt otherwise", ("in the file", "province"), list(rows))


def _files(planned: Plan) -> Section:
    """Say what is added where; of a source its title, of an edition its note."""
    rows = [
        (f"{name}.csv", f"{len(added)}", added[0].get("title") or added[0].get("note", ""))
        for name, added in planned.rows.items()
        if added
    ]
    return Section("Rows to add", ("file", "rows", "title or note"), rows)

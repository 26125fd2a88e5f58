"""One grid of a file, understood as a table of the Digital Transformation Index, or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from helpers.analysis import dti
from helpers.exceptions import Problem, shortened
from helpers.importing import dti_figures, dti_layout, dti_numbers
from helpers.importing.dti_figures import Figure, Key, Row
from helpers.importing.dti_headings import FIGURES, Column, Headings, Role
from helpers.importing.dti_layout import Layout
from helpers.importing.table_files import Cell, Grid
from helpers.store.province_names import ProvinceNames
from helpers.words.plain_text import folded
from helpers.words.refusals import worded

_MEAN = re.compile(r"\b(trung binh|binh quan|average|mean)\b")
#: Other rows below the provinces; the figure of the whole country is not the provinces' mean.
_SUMMARY = re.compile(
    r"\b(cao nhat|thap nhat|lon nhat|nho nhat|trung vi|do lech chuan|tong cong|ca nuoc|toan quoc"
    r"|maximum|minimum|max|min|median)\b"
)


@dataclass(frozen=True)
class DtiTable:
    """A table of the index, as it was read.

    Parameters
    ----------
    label, title : str
        How messages name it; the text above its headings that speaks of the index.
    columns : tuple of Column
        Its columns, in their order.
    rows : mapping of str to Row
        Its rows, by the province's id.
    figures : mapping of (str, str, Role) to Figure
        The scores and ranks, by province, component and role.
    mean : Figure or None
        The mean of the totals, if the table states one.
    sign : str
        The decimal sign; empty where no text shows one.
    remarks : tuple of str
        Rows that were left out.
    problems : tuple of Problem
        What could not be read.
    """

    label: str
    title: str
    columns: tuple[Column, ...]
    rows: Mapping[str, Row]
    figures: Mapping[Key, Figure]
    mean: Figure | None
    sign: str
    remarks: tuple[str, ...]
    problems: tuple[Problem, ...]


def read(grid: Grid, headings: Headings, names: ProvinceNames, edition: int) -> DtiTable | None:
    """Read a grid as a table of the index.

    Parameters
    ----------
    grid : Grid
        The cells.
    headings : Headings
        What headings mean.
    names : ProvinceNames
        What names mean.
    edition : int
        The edition; where a column gives years, only its rows are read.

    Returns
    -------
    DtiTable or None
        None for a grid without a column of provinces beside one of scores or ranks, or in which
        no name is a province's.
    """
    layout = dti_layout.find(grid.rows, headings)
    if layout is None:
        return None
    found = _Rows(grid.label, layout, names)
    for number, cells in enumerate(grid.rows[layout.start :], layout.start + 1):
        found.take(number, cells, str(edition))
    return _table(found) if found.provinces else None


@dataclass
class _Rows:
    """The rows below the headings, while they are sorted."""

    label: str
    layout: Layout
    names: ProvinceNames
    provinces: dict[str, Row] = field(default_factory=dict)
    means: dict[str, Row] = field(default_factory=dict)
    other_years: int = 0
    left_out: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, number: int, cells: Sequence[Cell], edition: str) -> None:
        """Sort one row: a province, the mean, or one that is left out."""
        row = Row(number, self._name(cells), cells)
        years = self.layout.years
        province = self.names.find(row.name)
        if years and edition not in str(cells[years.place]):
            self.other_years += province is not None
        elif province:
            self._take_province(province, row)
        elif not dti_layout.heads_provinces(row.name) and self._has_figures(row):
            self._take_other(row)

    def _name(self, cells: Sequence[Cell]) -> str:
        """Return a row's name; one over merged cells may stand further left."""
        place = self.layout.provinces.place
        texts = [cells[place], *reversed(cells[:place])]
        named = (str(cell) for cell in texts if cell != "" and not dti_numbers.is_number(cell))
        return next(named, "")

    def _has_figures(self, row: Row) -> bool:
        places = [column.place for column in self.layout.columns if column.role in FIGURES]
        return any(dti_numbers.is_number(row.cells[place]) for place in places)

    def _take_province(self, province: str, row: Row) -> None:
        there = self.provinces.setdefault(province, row)
        if there is not row:
            named = {"name": shortened(row.name), "province": self.names.shown(province)}
            fault = worded("fault-province-again", **named, row=str(there.number))
            self._fault(row, fault, worded("cure-province-again"))

    def _take_other(self, row: Row) -> None:
        """Take a row of figures whose name is no province's."""
        said = folded(row.name)
        near = self.names.nearest(row.name) if row.name else None
        if _MEAN.search(said):
            self.means.setdefault("", row)
        elif _SUMMARY.search(said):
            about = {"row": str(row.number), "about": shortened(row.name)}
            self.left_out.append(worded("import-remark", kind="row", **about))
        elif not row.name:
            self._fault(row, worded("fault-nameless"), worded("cure-nameless"))
        else:
            fault = worded("fault-no-province", name=shortened(row.name))
            self._fault(row, fault, self._cure(row, near))

    def _cure(self, row: Row, near: str | None) -> str:
        """Say what to do about a name that is no province's: one that ended is not misspelt."""
        former = self.names.former(row.name)
        if former:
            values = {"name": former.name, "whole": former.whole, "year": str(former.year)}
            return worded("cure-former", **values)
        return worded("cure-confirm-province", near=near or "none")

    def _fault(self, row: Row, fault: str, cure: str) -> None:
        column = self.layout.provinces.heading
        self.problems.append(Problem(self.label, row.number, column, fault, cure))


def _table(rows: _Rows) -> DtiTable:
    figures = dti_figures.read(rows.label, rows.layout.columns, rows.provinces)
    mean, problems = _mean(rows, figures)
    others = worded("import-other-years", count=rows.other_years)
    years: list[str] = [others] if rows.other_years else []
    return DtiTable(
        rows.label,
        rows.layout.title,
        figures.columns,
        rows.provinces,
        figures.known,
        mean,
        figures.sign,
        tuple(rows.left_out + years),
        (*rows.problems, *figures.problems, *problems),
    )


def _mean(rows: _Rows, figures: dti_figures.Figures) -> tuple[Figure | None, list[Problem]]:
    totals = [
        column
        for column in figures.columns
        if (column.role, column.component) == (Role.SCORE, dti.TOTAL)
    ]
    if not totals:
        return None, []
    known, problems = dti_figures.take(rows.label, totals[0], rows.means, figures.sign)
    return next(iter(known.values()), None), problems

"""The differences of two briefings as CSV or as a workbook, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import pandas as pd

from helpers.comparing.difference import Value
from helpers.comparing.difference_words import Section
from helpers.store.characters import inert

#: What of each briefing's value a CSV has, after the columns of the change.
_SIDE = ("value", "qualifier", "base", "state", "period", "timing", "basis", "sources", "rows")
#: The columns that hold numbers.
_NUMBERS = ["amount", "first_value", "first_base", "second_value", "second_base"]


def as_csv(sections: Iterable[Section]) -> bytes:
    """Return the lines as CSV, for a spreadsheet.

    Parameters
    ----------
    sections : iterable of Section
        What :meth:`Teller.sections` returns.

    Returns
    -------
    bytes
        One row a figure, with the columns

        - section, figure (its id), name, unit;
        - kind, amount (in the unit), verdict;
        - for each briefing (``first_``, ``second_``) value and base (in the unit), qualifier,
          state, period, timing, basis (``published`` or ``computed``), sources and rows, several
          set apart by “; ”;
        - sentence.
    """
    # The mark tells a spreadsheet program that the accents are UTF-8.
    return _text(sections).encode("utf-8-sig")


def as_workbook(sections: Iterable[Section]) -> bytes:
    """Return the table of :func:`as_csv` as an xlsx workbook.

    Excel takes the separators of a CSV from the settings of Windows, and Vietnamese ones read no
    commas; a workbook opens right with any.

    Parameters
    ----------
    sections : iterable of Section
        As :func:`as_csv` takes them.
    """
    table = pd.read_csv(io.StringIO(_text(sections)), dtype="str", keep_default_na=False)
    table[_NUMBERS] = table[_NUMBERS].apply(pd.to_numeric)
    stream = io.BytesIO()
    table.to_excel(stream, engine="openpyxl", index=False, freeze_panes=(1, 0))
    return stream.getvalue()


def _text(sections: Iterable[Section]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    sides = [f"{side}_{name}" for side in ("first", "second") for name in _SIDE]
    own = ("section", "figure", "name", "unit", "kind", "amount", "verdict")
    writer.writerow([*own, *sides, "sentence"])
    for section in sections:
        for line in section.lines:
            change = line.change
            cells = [change.figure, line.name, change.unit, change.kind]
            cells += [_written(change.amount), change.verdict]
            both = [*_cells(change.before), *_cells(change.after)]
            words = [section.heading, *cells, *both, line.sentence]
            writer.writerow([inert(str(cell)) for cell in words])
    return stream.getvalue()


def _written(number: float | None) -> str:
    return "" if number is None else f"{number:.10g}"


def _cells(value: Value | None) -> list[str]:
    """Return a briefing's cells of a line; empty where it says nothing."""
    if value is None:
        return [""] * len(_SIDE)
    basis = "computed" if value.computed else "published"
    qualifier = "" if value.number is None else value.qualifier
    texts = [_written(value.number), qualifier, _written(value.base), value.state, value.period]
    timing = value.timing if value.period else ""
    return [*texts, timing, basis, "; ".join(value.sources), "; ".join(value.rows)]

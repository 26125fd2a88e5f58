"""The form of a reporting year written as a workbook, for Excel or LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from helpers.importing import form_layout as layout
from helpers.importing.form_cells import wordings
from helpers.store.data import NATIONAL, DataPackage
from helpers.store.descriptor import Resource
from helpers.store.frames import row_at
from helpers.store.unfilled import TO_FILL
from helpers.upkeep import new_year
from helpers.upkeep.checks import COUNTED
from helpers.upkeep.new_year import Asked
from helpers.words.language import LANGUAGES, Language

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

#: How wide the columns are, in characters; others have the last width.
_WIDTHS = {
    "indicator": 38, "name_en": 34, "last_source": 30, "target": 30, "title": 48, "publisher": 34,
    "publisher_en": 34, "url": 40, "name": 26, "source": 26, "note": 28, "code": 30, "": 15,
}  # fmt: skip
_FILL, _HEAD, _GREY = "FFF9E5", "1F4E79", "6B6B6B"
_DAYS = "dd/mm/yyyy"
#: The columns that hold days.
_HOLD_DAYS = ("as_of", "available_from")
#: How a comparison is written for people.
_SIGNS = {"<=": "≤", ">=": "≥"}
_VI = Language(LANGUAGES[0])


@dataclass(frozen=True)
class Form:
    """What a form asks for.

    Parameters
    ----------
    year : int
        The reporting year.
    province : str
        The province's id.
    package : DataPackage
        All there is.
    described : sequence of Resource
        Its tables as the descriptor describes them.
    """

    year: int
    province: str
    package: DataPackage
    described: Sequence[Resource]


def workbook(form: Form) -> bytes:
    """Return the form as an xlsx file.

    Raises
    ------
    ParameterError
        As :func:`helpers.upkeep.new_year.asked`.
    """
    from openpyxl import Workbook  # noqa: PLC0415  slow, and only forms need it

    rows = new_year.asked(form.package, form.year, form.province)
    book = Workbook()
    sheets = {name: book.create_sheet(layout.sheet_name(name)) for name in layout.SHEETS}
    book.remove(book.worksheets[0])
    names = _sources(sheets["sources"], form)
    _briefing(sheets["briefing"], form, names)
    _results(sheets["results"], form, rows, names)
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _open(sheet: Worksheet, name: str, columns: Sequence[str], year: int) -> None:
    """Write what stands above the rows of a sheet, and shape its columns."""
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet["A1"] = " · ".join([f"{words} {year}" for words in wordings("form-heading", name)])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = " · ".join(wordings("form-guide", name))
    sheet["A2"].font = Font(italic=True, color=_GREY)
    for place, column in enumerate(columns, start=1):
        cell = sheet.cell(layout.HEADER, place, layout.heading(column))
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        width = _WIDTHS.get(column, _WIDTHS[""])
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[layout.HEADER].height = 48
    sheet.freeze_panes = sheet.cell(layout.HEADER + 1, 2)


def _write(sheet: Worksheet, row: int, cells: Mapping[str, object], filled: Iterable[str]) -> None:
    """Write a row, its cells to fill in coloured and days shown as days."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415

    thin = Side(style="thin", color="BFBFBF")
    to_fill = set(filled)
    for place, (column, value) in enumerate(cells.items(), start=1):
        cell = sheet.cell(row, place, None if value == "" else value)
        if isinstance(value, str) and value:
            cell.data_type = "s"  # whatever it begins with, it is no formula
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = Border(bottom=thin)
        if column in to_fill:
            cell.fill = PatternFill("solid", fgColor=_FILL)
        elif place > 1:
            cell.font = Font(color=_GREY)
        if column in _HOLD_DAYS or column == "published":
            cell.number_format = _DAYS
        if column in ("period", "locator"):
            cell.number_format = "@"


def _sources(sheet: Worksheet, form: Form) -> str:
    """Write the sheet of the sources: places for new ones, then those known, the newest first."""
    _open(sheet, "sources", layout.SOURCES, form.year)
    known = form.package["sources"].sort_values("available_from", ascending=False, kind="stable")
    row = layout.HEADER
    for place in range(1, layout.NEW_SOURCES + 1):
        row += 1
        cells = dict.fromkeys(layout.SOURCES, "") | {"name": layout.new_source(place)}
        _write(sheet, row, cells, layout.SOURCES[1:])
    first = layout.HEADER + 1
    _listed(sheet, "language", layout.SOURCES, _words(form, "language"), (first, row))
    _dated(sheet, layout.SOURCES.index("available_from") + 1, (first, row))
    for _, source in known.iterrows():
        row += 1
        cells = {name: source.get(name, "") for name in layout.SOURCES}
        cells |= {"name": source["source"], "available_from": source["available_from"].date()}
        cells |= {"published": _VI.published(source["published"])}
        _write(sheet, row, cells, ())
    return f"'{sheet.title}'!$A${first}:$A${row}"


def _briefing(sheet: Worksheet, form: Form, names: str) -> None:
    """Write the first sheet: the briefing's own row, a line a cell, and how the form is used."""
    columns = ("field", "field_en", "answer", "code")
    _open(sheet, "briefing", columns, form.year)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["C"].width = 34, 60
    sheet.column_dimensions["B"].width = 34
    own = new_year.briefing_row(form.package, form.year, form.province)
    row = layout.HEADER
    for row, name in enumerate(layout.FIELDS, start=layout.HEADER + 1):
        value = own.get(name, "")
        shown: object = "" if value == TO_FILL else value
        if name == "as_of" and shown:
            shown = pd.Timestamp(str(shown)).date()
        words, english = wordings("form-column", name)
        cells = {"field": words, "field_en": english, "answer": shown, "code": name}
        _write(sheet, row, cells, ("answer",))
        if name in _HOLD_DAYS:
            sheet.cell(row, 3).number_format = _DAYS
            _dated(sheet, 3, (row, row))
        if name == "source":
            _valid(sheet, "list", names, 3, (row, row))
    for name, fixed in (("year", form.year), ("province", form.province)):
        row += 1
        words, english = wordings("form-column", name)
        _write(sheet, row, {"field": words, "field_en": english, "answer": fixed, "code": name}, ())
    for part in ("fill", "empty", "numbers", "new", "take"):
        row += 1
        for place, words in enumerate(wordings("form-step", part)):
            sheet.cell(row + 1 + place, 1, words)
        row += len(LANGUAGES)


def _results(sheet: Worksheet, form: Form, rows: Sequence[Asked], names: str) -> None:
    """Write the sheet of the results, a row each."""
    columns = (*layout.SHOWN, *layout.FILLED, layout.CODE)
    _open(sheet, "results", columns, form.year)
    first, last = layout.HEADER + 1, layout.HEADER + len(rows)
    indicators = form.package["indicators"].set_index("indicator")
    for row, each in enumerate(rows, start=first):
        indicator = row_at(indicators, each.indicator)
        cells = dict.fromkeys(columns, "") | _shown(form, each, indicator) | _now(each)
        cells[layout.CODE] = "/".join((each.scope, each.indicator, each.period, each.timing))
        unfit = ("value", "qualifier", "base") if indicator["unit"] == "event" else ()
        _write(sheet, row, cells, [name for name in layout.FILLED if name not in unfit])
        if not unfit:
            _number(sheet, columns.index("value") + 1, row, str(indicator["unit"]))
    for column in ("qualifier", "state", "timing"):
        _listed(sheet, column, columns, _words(form, column), (first, last))
    _valid(sheet, "list", names, columns.index("source") + 1, (first, last))
    _valid(sheet, "whole", "1", columns.index("base") + 1, (first, last))
    sheet.auto_filter.ref = f"A{layout.HEADER}:{sheet.cell(last, len(columns)).coordinate}"


def _shown(form: Form, each: Asked, indicator: pd.Series) -> dict[str, object]:
    """Return what the form tells of a row: its names, its unit, and last year's value."""
    found: dict[str, object] = {"indicator": indicator["name_vi"], "name_en": indicator["name_en"]}
    found |= {"scope": _scope(form, each.scope), "unit": _unit(str(indicator["unit"]))}
    if each.last is not None:
        found["last"] = _value(each.last, str(indicator["unit"]))
        found["last_period"] = _VI.period(each.last["period"], each.last["timing"])
        found["last_source"] = each.last["source"]
    elif each.former:
        found["last"] = "; ".join(_former(form, row, indicator) for row in each.former)
        found["last_source"] = "; ".join(dict.fromkeys(row["source"] for row in each.former))
    if each.target is not None:
        found["target"] = _target(each.target, str(indicator["unit"]))
    return found


def _former(form: Form, row: pd.Series, indicator: pd.Series) -> str:
    """Return what a province reported at last that the unit was made of, under its own name."""
    period = _VI.period(row["period"], row["timing"])
    return f"{_scope(form, row['scope'])}: {_value(row, str(indicator['unit']))} ({period})"


def _now(each: Asked) -> dict[str, object]:
    """Return what is filled in already."""
    found: dict[str, object] = {"period": each.period}
    found["timing"] = wordings("form-timing", each.timing)[0]
    if each.now is None:
        return found
    row = each.now
    found |= {name: _held(row[name]) for name in ("value", "base")}
    found |= {name: row[name] for name in ("source", "note")}
    found["locator"] = _VI.locator(row["locator"])
    for name in ("qualifier", "state"):
        found[name] = row[name] and wordings(layout.MESSAGES[name], row[name])[0]
    return found


def _held(value: float) -> object:
    if pd.isna(value):
        return ""
    return int(value) if float(value).is_integer() else float(value)


def _scope(form: Form, scope: str) -> str:
    if scope == NATIONAL:
        return wordings("form-text", "national")[0]
    provinces = form.package["provinces"].set_index("province")
    return str(provinces["name_vi"][scope])


def _unit(unit: str) -> str:
    """Return what a unit is called: its words without a value."""
    if unit == "event":
        return wordings("form-text", "event")[0]
    return str(_VI.say(f"unit-{unit.replace('_', '-')}", value="", count=2)).strip()


def _value(row: pd.Series, unit: str) -> str:
    state = row["state"] and wordings("form-state", row["state"])[0]
    if pd.isna(row["value"]):
        return str(state)
    base = None if pd.isna(row["base"]) else float(row["base"])
    qualifier = row["qualifier"] or "exact"
    return str(_VI.quantity(float(row["value"]), unit, qualifier, base))


def _target(target: pd.Series, unit: str) -> str:
    sign = _SIGNS.get(target["comparator"], target["comparator"])
    value = f"{sign} {_VI.quantity(float(target['value']), unit)}"
    said = _VI.say("form-target", value=value, due=str(target["due"]))
    return f"{said} ({target['source']})"


def _words(form: Form, column: str) -> str:
    """Return the words of a drop-down as a workbook lists them."""
    names = layout.choices(form.described)[column]
    listed = ",".join(wordings(layout.MESSAGES[column], name)[0] for name in names)
    return f'"{listed}"'


def _listed(
    sheet: Worksheet, column: str, columns: Sequence[str], words: str, rows: tuple[int, int]
) -> None:
    _valid(sheet, "list", words, columns.index(column) + 1, rows)


def _dated(sheet: Worksheet, column: int, rows: tuple[int, int]) -> None:
    # Text such as 30/6/2025 is read too, where a program does not take it for a day.
    _valid(sheet, "date", "36526", column, rows).errorStyle = "information"


def _number(sheet: Worksheet, column: int, row: int, unit: str) -> None:
    """Let a cell take what its unit allows: whole numbers, shares up to a hundred."""
    if unit in COUNTED:
        _valid(sheet, "whole", "0", column, (row, row))
    elif unit == "percent":
        rule = _valid(sheet, "decimal", "0", column, (row, row))
        rule.operator, rule.formula2 = "between", "100"
    else:
        _valid(sheet, "decimal", "0", column, (row, row))


def _valid(
    sheet: Worksheet, kind: str, formula: str, column: int, rows: tuple[int, int]
) -> DataValidation:
    """Add a rule for the cells of a column, with what it says to who breaks it."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    rule = DataValidation(type=kind, formula1=formula, allow_blank=True, showErrorMessage=True)
    if kind != "list":
        rule.operator = "greaterThanOrEqual"
    rule.error = " · ".join(wordings("form-rule", kind))
    rule.errorTitle = wordings("form-text", "rule")[0]
    letter = get_column_letter(column)
    rule.add(f"{letter}{rows[0]}:{letter}{rows[1]}")
    sheet.add_data_validation(rule)
    return rule

"""What a spreadsheet program makes of a cell, led back to what was meant, or refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from helpers.exceptions import shortened
from helpers.store.descriptor import Field
from helpers.words.refusals import worded

#: What is told of a cell that was taken.
COMMAS, DAYS, CAPITALS, ZEROS = "decimal commas", "days as 27/01/2022", "TRUE for true", "1 for 01"

#: The text of a cell that is still to be filled in; it is of no type.
TO_FILL = "???"

_WHOLE = {"integer", "year"}
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:[.,\s]\d{3})+")
_ONE_GROUP = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
#: How a number and a day are written, and no other way: digits of ours, no blank, no exponent.
_PLAIN = {
    "number": re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?"),
    "integer": re.compile(r"0|-?[1-9][0-9]{0,14}"),
    "year": re.compile(r"(19|20|21)[0-9]{2}"),
    "date": re.compile(r"(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}"),
    "boolean": re.compile(r"true|false"),
}
#: How each is written, for the message that refuses another way.
_EXAMPLES = {
    "number": "63.9", "integer": "1380", "year": "2021", "date": "2022-01-27",
    "boolean": "true, false",
}  # fmt: skip
#: What software reads as a number that none is.
_NO_NUMBER = re.compile(r"[-+]?(inf|infinity|nan)", re.IGNORECASE)
_SEVERAL_MARKS = re.compile(r"-?\d+(?:[.,\s]\d+){2,}")
_DECIMAL_POINT = re.compile(r"-?\d+\.\d+")
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+")
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTH = re.compile(r"([^\W\d]+)(\d{0,2})-(\d{2})")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
#: How Vietnamese Excel calls a month before its number; “Q3-22” is a quarter.
_NUMBERED = {"thg", "tháng"}
#: Two digits of a year below this mean one of this century, as in Excel.
_LAST_CENTURY = 50


class DoubtError(Exception):
    """A cell may mean more than one thing, or nothing.

    Parameters
    ----------
    fault, cure : str
        As a :class:`~helpers.exceptions.Problem` has them.
    """

    def __init__(self, fault: str, cure: str) -> None:
        self.fault, self.cure = fault, cure
        super().__init__(fault, cure)


@dataclass(frozen=True)
class Habits:
    """How the program that saved a file writes.

    Parameters
    ----------
    points_group : bool
        Whether a point may set thousands apart: it does where commas are decimal.
    day_first : bool
        Whether a day above 12 shows that days are written before months.
    point : str
        A number that shows that points are decimal, in a file that has decimal commas too, and
        points which alone could end thousands; empty in any other.
    """

    points_group: bool
    day_first: bool
    point: str = ""


def habits(cells: Iterable[tuple[str, Field]], separator: str) -> Habits:
    """Tell from all the cells of a file how it writes.

    Parameters
    ----------
    cells : iterable of (str, Field)
        Each cell with its column.
    separator : str
        What separates them; a spreadsheet program takes the comma only where points are decimal.
    """
    commas, late, shown, doubtful = separator != ",", False, "", False
    for cell, field in cells:
        if field["type"] == "number":
            commas = commas or "," in cell
            group = _ONE_GROUP.fullmatch(cell)
            doubtful = doubtful or bool(group and "." in cell)
            shown = shown or (cell if not group and _DECIMAL_POINT.fullmatch(cell) else "")
        day = _DAY.fullmatch(cell) if _holds_days(field) else None
        late = late or (day is not None and int(day[1]) > 12)
    # Commas between cells and points in numbers: a comma in a number was typed by somebody.
    typed = separator == "," and commas and bool(shown)
    return Habits(commas and not typed, late, shown if typed and doubtful else "")


def canonical(cell: str, field: Field, written: Habits) -> tuple[str, str]:
    """Return a cell as the data package writes it, and what was taken; empty if nothing was.

    Parameters
    ----------
    cell : str
        The cell as the file has it.
    field : Field
        Its column.
    written : Habits
        How its file writes.

    Raises
    ------
    DoubtError
        If it may mean more than one thing. What is wrong beyond doubt is left to the schema.
    """
    if field["type"] in _WHOLE:
        return _whole(cell)
    if field["type"] == "number":
        return _number(cell, written)
    if field["type"] == "boolean":
        return (cell.lower(), CAPITALS) if cell in {"TRUE", "FALSE"} else (cell, "")
    if _holds_days(field):
        return _day(cell, written, _fits(field, "2022-08") and field["type"] == "string")
    is_cut = cell.isdecimal() and not _fits(field, cell) and _fits(field, f"0{cell}")
    return (f"0{cell}", ZEROS) if is_cut else (cell, "")


def require_plain(cell: str, field: Field) -> None:
    """Require that a number, a day or a yes is written one way, which all software reads the same.

    What has no digit, such as a word, is left to the schema.

    Parameters
    ----------
    cell : str
        The cell as the data package writes it; see :func:`canonical`.
    field : Field
        Its column.

    Raises
    ------
    DoubtError
        If it holds digits or stands for a number, and is written otherwise.
    """
    shape = _PLAIN.get(field["type"])
    if shape is None or cell == TO_FILL or shape.fullmatch(cell):
        return
    if _NO_NUMBER.fullmatch(cell.strip()) or any(each.isnumeric() for each in cell):
        fault = worded("fault-written", cell=shortened(cell), kind=field["type"])
        raise DoubtError(fault, worded("cure-written", example=_EXAMPLES[field["type"]]))


def _fits(field: Field, cell: str) -> bool:
    return bool(re.search(field.get("constraints", {}).get("pattern", ""), cell))


def _holds_days(field: Field) -> bool:
    """Say whether days stand in a column; some also hold months or years, and are text."""
    pattern = field.get("constraints", {}).get("pattern", "")
    return field["type"] == "date" or (field["type"] == "string" and _takes_days(pattern))


@cache
def _takes_days(pattern: str) -> bool:
    return bool(re.search(pattern, "2021-12-31")) and not re.search(pattern, "a")


def _whole(cell: str) -> tuple[str, str]:
    if _GROUPED.fullmatch(cell):
        raise DoubtError(
            worded("fault-thousands", cell=cell), worded("cure-write", digits=_digits(cell))
        )
    return cell, ""


def _digits(cell: str) -> str:
    return re.sub(r"[.,\s]", "", cell)


def _number(cell: str, written: Habits) -> tuple[str, str]:
    if _ONE_GROUP.fullmatch(cell) and ("," in cell or written.points_group):
        point = re.sub(r"[.,]", ".", cell)
        comma = f"{cell.replace('.', ',')}0"
        cure = worded("cure-write-or", digits=_digits(cell), point=comma)
        if written.point:  # A comma among points is refused.
            cure = worded("cure-write-either", digits=_digits(cell), point=point)
        fault = worded("fault-either-number", cell=cell, one=_digits(cell), other=point)
        raise DoubtError(fault, cure)
    if written.point and _DECIMAL_COMMA.fullmatch(cell):
        fault = worded("fault-comma-among-points", cell=cell, point=written.point)
        raise DoubtError(fault, worded("cure-write", digits=cell.replace(",", ".")))
    if _SEVERAL_MARKS.fullmatch(cell):
        raise DoubtError(worded("fault-several-marks", cell=cell), worded("cure-write-without"))
    return (cell.replace(",", "."), COMMAS) if _DECIMAL_COMMA.fullmatch(cell) else (cell, "")


def _day(cell: str, written: Habits, months: bool) -> tuple[str, str]:
    """Return a day; a column that also holds months may mean one by a first day."""
    if found := _MONTH.fullmatch(cell):
        raise DoubtError(worded("fault-month", cell=cell), _month_cure(found, months))
    if not (found := _DAY.fullmatch(cell)):
        return cell, ""
    day, month, year = map(int, found.groups())
    meant, other = _day_of(year, month, day), _day_of(year, day, month)
    if meant is None:
        raise DoubtError(worded("fault-day", cell=cell), _write_as(other, "2022-01-27"))
    if written.day_first or other is None:
        other = meant
    if months and (first := next((each for each in (meant, other) if each.day == 1), None)):
        raise _month_doubt(cell, first, meant if first == other else other)
    if other != meant:
        fault = worded("fault-either-number", cell=cell, one=str(meant), other=str(other))
        raise DoubtError(fault, worded("cure-one-day"))
    return str(meant), DAYS


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _write_as(meant: object, form: str) -> str:
    """Return the cure of a cell: what it means, or, where nobody can say, the form of it."""
    if meant is None:
        return worded("cure-in-the-form", example=form)
    return worded("cure-as-text", example=str(meant))


def _month_cure(found: re.Match[str], months: bool) -> str:
    """Return the cure of a month by name, such as “Sep-22” or “Thg9-22”."""
    if not months:
        return _write_as(None, "2022-01-27")
    name, number, year = found.groups()
    place = _place_of(name.lower(), number)
    known = 1 <= place <= len(_MONTHS) and int(year) < _LAST_CENTURY
    return _write_as(f"20{year}-{place:02}" if known else None, "2022-08")


def _place_of(name: str, number: str) -> int:
    """Return which month of the year is meant; 0 where the name is not one of the two languages."""
    if number:
        return int(number) if name in _NUMBERED else 0
    short = len("sep")
    named = (place for place, each in enumerate(_MONTHS, start=1) if each.startswith(name))
    return next(named, 0) if len(name) >= short else 0


def _month_doubt(cell: str, first: date, other: date) -> DoubtError:
    """Return the doubt of a cell that is a month, or its first day, or another day too."""
    values = {"month": f"{first:%Y-%m}", "day": str(first), "other": str(other)}
    if first == other:
        fault = worded("fault-month-or-day", cell=cell, **values)
        return DoubtError(fault, worded("cure-month-or-day", **values))
    fault = worded("fault-month-or-days", cell=cell, **values)
    return DoubtError(fault, worded("cure-month-or-days", **values))

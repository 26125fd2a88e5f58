"""What is typed into a cell of the form, led to what the data hold, or refused as doubtful."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from helpers.store.cells import DoubtError
from helpers.upkeep.checks import COUNTED
from helpers.words.language import LANGUAGES, Language
from helpers.words.plain_text import clean
from helpers.words.refusals import worded

#: Units whose values are shares of a whole hundred.
SHARES = ("percent", "percent_a_year")

_DIGITS = re.compile(r"\d+")
#: Groups of three after one to three digits, of which the first is no zero.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"(?P<whole>\d+)[.,](?P<part>\d+)")
_BOTH = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?:(?P<mark>[., ])\d{3})+)(?!(?P=mark))[.,](?P<part>\d+)"
)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(?:(?P<month>\d{1,2})[/-](?P<year>\d{4})|(?P<iso>\d{4})-(?P<part>\d{2}))")
_QUARTER = re.compile(
    r"(?:q|quý )(?P<one>[1-4]|i{1,3}|iv)[/ ]+(?P<after>\d{4})|(?P<year>\d{4})-q(?P<other>[1-4])"
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_PLACES = re.compile(r"(?P<kind>paragraph|answer)s? (?P<places>\d+(?:, ?\d+)*)")
#: Where in a source something stands without a number.
_PARTS = ("title", "targets", "table")


def plain(cell: object) -> str:
    """Return a cell's words without blanks at their ends, or more than one between them.

    Examples
    --------
    >>> plain("  98,5  % ")
    '98,5 %'
    """
    return "" if cell is None else clean(str(cell))


def number(cell: object, unit: str, number_format: str = "") -> str:
    """Return a number as the data write it; empty for an empty cell.

    Parameters
    ----------
    cell : object
        What the workbook holds: a number, or what a person typed as text.
    unit : str
        The unit of the indicator; what counts things has whole numbers.
    number_format : str
        How the workbook shows it: 98,5 % is held as 0.985.

    Raises
    ------
    DoubtError
        If it is no number, or may mean more than one.

    Examples
    --------
    >>> number("1.420", "services"), number("98,5 %", "percent"), number(0.985, "percent", "0.0%")
    ('1420', '98.5', '98.5')
    """
    if isinstance(cell, bool | date):
        raise DoubtError(worded("form-no-number", cell=str(cell)), worded("form-write-number"))
    if isinstance(cell, int | float):
        value = _held(cell, unit, number_format)
    else:
        words = _without_percent(plain(cell), unit)
        if not words:
            return ""
        value = _typed(words, unit in COUNTED)
    if unit in COUNTED and value != value.to_integral_value():
        shown = {"cell": plain(cell).replace(".", ",")}
        raise DoubtError(worded("form-not-whole", **shown), worded("form-write-whole"))
    return _written(value)


def _written(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _held(cell: float, unit: str, number_format: str) -> Decimal:
    value = Decimal(repr(cell))
    if value < 0 or not value.is_finite():
        raise DoubtError(worded("form-no-number", cell=str(cell)), worded("form-write-number"))
    if "%" not in number_format:
        return value
    if unit not in SHARES:
        shown = {"cell": f"{_written(value * 100)} %"}
        raise DoubtError(worded("form-no-share", **shown), worded("form-write-number"))
    return value * 100


def _without_percent(words: str, unit: str) -> str:
    if not words.endswith("%"):
        return words
    if unit not in SHARES:
        raise DoubtError(worded("form-no-share", cell=words), worded("form-write-number"))
    return words.removesuffix("%").strip()


def _typed(words: str, whole: bool) -> Decimal:
    """Return the number of a text: a mark before three digits groups them, or nobody knows."""
    if _DIGITS.fullmatch(words):
        return Decimal(words)
    if found := _GROUPED.fullmatch(words):
        digits = re.sub(r"[., ]", "", words)
        if whole or found[1] == " " or len(digits) > 6:
            return Decimal(digits)
        raise _either(words, digits)
    if found := _DECIMAL.fullmatch(words) or _BOTH.fullmatch(words):
        return Decimal(f"{re.sub(r'[., ]', '', found['whole'])}.{found['part']}")
    raise DoubtError(worded("form-no-number", cell=words), worded("form-write-number"))


def _either(words: str, digits: str) -> DoubtError:
    """Return the doubt of a mark before three digits, with two ways of writing that leave none."""
    whole, part = re.split(r"[.,]", words)
    short = part.rstrip("0") or "0"
    point = f"{whole},{part}0" if len(short) == len(part) else f"{whole},{short}"
    fault = worded("fault-either-number", cell=words, one=digits, other=f"{whole},{short}")
    return DoubtError(fault, worded("form-write-either", digits=digits, point=point))


def day(cell: object) -> str:
    """Return a day as the data write it; empty for an empty cell.

    Raises
    ------
    DoubtError
        If it is none.

    Examples
    --------
    >>> day("5/6/2025"), day(datetime(2025, 6, 5))
    ('2025-06-05', '2025-06-05')
    """
    if isinstance(cell, datetime):
        return str(cell.date())
    if isinstance(cell, date):
        return str(cell)
    words = plain(cell)
    if not words:
        return ""
    try:
        if found := _DAY.fullmatch(words):
            return str(date(int(found[3]), int(found[2]), int(found[1])))
        if found := _ISO_DAY.fullmatch(words):
            return str(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        pass
    raise DoubtError(worded("form-no-day", cell=words), worded("form-write-day", day="30/06/2025"))


def period(cell: object) -> str:
    """Return a year, quarter, month or day as the data write it; empty for an empty cell.

    Raises
    ------
    DoubtError
        If it is none of them.

    Examples
    --------
    >>> [period(each) for each in (2024, "quý I/2024", "Q1/2024", "06/2024", "30/6/2025")]
    ['2024', '2024-Q1', '2024-Q1', '2024-06', '2025-06-30']
    """
    words = plain(cell) if not isinstance(cell, date | float) else cell
    if isinstance(words, float) and words.is_integer():
        words = str(int(words))
    if not isinstance(words, str):
        return day(words)
    if not words or re.fullmatch(r"\d{4}", words):
        return words
    if found := _QUARTER.fullmatch(words.lower()):
        part = found["one"] or found["other"]
        return f"{found['after'] or found['year']}-Q{_ROMAN.get(part, part)}"
    found = _MONTH.fullmatch(words)
    if found and 1 <= int(found["month"] or found["part"]) <= 12:
        return f"{found['year'] or found['iso']}-{int(found['month'] or found['part']):02}"
    return day(words)


def choice(cell: object, message: str, names: Sequence[str]) -> str:
    """Return which of some names a cell says in one of the languages; empty for an empty cell.

    Parameters
    ----------
    cell : object
        What the workbook holds.
    message : str
        The message that has their words, a variant each.
    names : sequence of str
        The names.

    Raises
    ------
    DoubtError
        If it says none of them.
    """
    words = plain(cell)
    if not words:
        return ""
    said = {
        spoken.casefold(): name for name in names for spoken in (*wordings(message, name), name)
    }
    if words.casefold() not in said:
        instead = ", ".join(wordings(message, name)[0] for name in names)
        raise DoubtError(worded("form-no-choice", cell=words), worded("form-choose", names=instead))
    return said[words.casefold()]


def wordings(message: str, name: str) -> tuple[str, ...]:
    """Return the words of a name in every language, the first language first."""
    return tuple(str(Language(code).say(message, name=name)) for code in LANGUAGES)


def locator(cell: object) -> str:
    """Return a place in a source as the data write it, of words in one of the languages.

    Raises
    ------
    DoubtError
        If it is none.

    Examples
    --------
    >>> locator("đoạn 2"), locator("Bảng"), locator("paragraphs 2, 3")
    ('paragraph 2', 'table', 'paragraphs 2, 3')
    """
    words = plain(cell).lower()
    for name in (*_PARTS, ""):
        if name == words or (name and _means(words, name)):
            return name
    for kind, spoken in _kinds().items():
        words = words.replace(f"{spoken} ", f"{kind} ", 1) if words.startswith(spoken) else words
    if found := _PLACES.fullmatch(words):
        places = re.findall(r"\d+", found["places"])
        return f"{found['kind']}{'s' if len(places) > 1 else ''} {', '.join(places)}"
    raise DoubtError(worded("form-no-locator", cell=plain(cell)), worded("form-write-locator"))


def _means(words: str, place: str) -> bool:
    """Say whether words are those of a place, or their beginning, such as “bảng”."""
    spoken = [Language(code).locator(place).lower() for code in LANGUAGES]
    return len(words) >= len("bảng") and any(each.startswith(words) for each in spoken)


def _kinds() -> Mapping[str, str]:
    """Return what the first language calls the numbered places of a source."""
    first = Language(LANGUAGES[0])
    return {kind: first.locator(f"{kind} 1").removesuffix(" 1") for kind in ("paragraph", "answer")}

"""What a cell may hold as text: characters that show, in their order, and no formula.

What a cell may hold reaches every page, list and file as it is; so what would not show there, or
would turn, hide or run something, is refused where it is read.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from helpers.exceptions import shortened, unprintable
from helpers.store.cells import TO_FILL, DoubtError
from helpers.store.descriptor import Field
from helpers.words.refusals import worded

#: So many characters a cell holds at most; the longest of ours has about two hundred.
LONGEST = 2000
#: What a spreadsheet takes for the beginning of a formula, in either width.
_FORMULA = "=+-@＝＋－＠"
#: A number as a page or a file writes it, with its sign.
_NUMBER = re.compile(r"[+-]?\d[\d.,]*(?:e-?\d+)?%?")
#: What stands for a character in the message that refuses it.
_MARK = "\N{REPLACEMENT CHARACTER}"
#: So many characters before and after it are told with it.
_AROUND = 16
#: The blanks that may stand between words: the usual one and the two that do not break.
_BLANKS = " \u00a0\u202f"
#: What Unicode calls a letter, a sign or an accent, and nobody sees: fillers and selectors.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc"
    "\U000e0100-\U000e01ef]"
)
#: The kinds that a character is refused for, by its category in Unicode.
_CATEGORIES = {
    "Cc": "control", "Cf": "hidden", "Cn": "unknown", "Co": "unknown", "Cs": "unknown",
    "Me": "marks", "Nd": "digit", "Zl": "line", "Zp": "line", "Zs": "space",
}  # fmt: skip
_OTHERS = {"\t": "tab", "\n": "line", "\r": "line", "\x85": "line", _MARK: "damaged"}
#: A scheme, a host without anybody's name before it, and no sign that a browser reads another way.
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?#][^\s\"<>\\^`{|}]*)?"
)
_AN_ADDRESS = "https://dti.gov.vn/xep-hang"
#: How Unicode names what is written from right to left, and what turns the direction.
_TO_THE_LEFT = {"R", "AL", "AN"}
_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_DIRECTION_MARKS = "\u061c\u200e\u200f"


def require_fit(cell: str, field: Field) -> None:
    """Require that a cell holds what can be shown, listed and linked as it is.

    Parameters
    ----------
    cell : str
        The cell, its letters composed (Unicode's form NFC).
    field : Field
        Its column.

    Raises
    ------
    DoubtError
        If it may not stand there.
    """
    if field["type"] == "string":
        require_words(cell)
    else:
        _require_plain(cell)
    if field.get("format") == "uri" and cell != TO_FILL and not is_address(cell):
        fault = worded("fault-address", cell=shortened(cell))
        raise DoubtError(fault, worded("cure-address", example=_AN_ADDRESS))


def require_words(cell: str) -> None:
    """Require that a cell of words, in a table or a form, holds only what shows, and no formula.

    Parameters
    ----------
    cell : str
        The cell; markup and braces are words like others.

    Raises
    ------
    DoubtError
        With the first character that does not belong there, or because it is blank or too long.

    Examples
    --------
    >>> require_words("Bắc Giang: 100% <b>hồ sơ</b> {nộp} $5")
    """
    _require_plain(cell)
    if is_formula(cell):
        quoted = _quoted(cell[: 2 * _AROUND])
        fault = worded("fault-formula", cell=quoted, mark=cell.lstrip()[0])
        raise DoubtError(fault, worded("cure-formula"))


def _require_plain(cell: str) -> None:
    if len(cell) > LONGEST:
        fault = worded("fault-long-cell", count=len(cell), most=LONGEST)
        raise DoubtError(fault, worded("cure-long-cell"))
    if not cell.strip():
        raise DoubtError(worded("fault-blank-cell"), worded("cure-blank-cell"))
    if place := _refused(cell):
        raise _doubt(cell, *place)


def is_formula(cell: str) -> bool:
    """Say whether a spreadsheet takes a cell of words for a formula."""
    first = cell.lstrip()[:1]
    return bool(first) and first in _FORMULA


def inert(cell: str) -> str:
    """Return a cell as a list for spreadsheets has it: what they would run begins with “'”.

    Parameters
    ----------
    cell : str
        The cell; a number with its sign is no formula.

    Examples
    --------
    >>> inert("=1+1"), inert("+17,5%"), inert("Bắc Giang")
    ("'=1+1", '+17,5%', 'Bắc Giang')
    """
    return f"'{cell}" if _runs(cell) else cell


def meant(cell: str) -> str:
    """Return what a cell said before :func:`inert`.

    Examples
    --------
    >>> meant(inert("=1+1")), meant("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _runs(cell) else cell


def _runs(cell: str) -> bool:
    """Say whether a cell is a formula, with or without signs before it that say it is none."""
    words = cell.lstrip("'")
    return is_formula(words) and not _NUMBER.fullmatch(words)


def is_address(cell: str) -> bool:
    """Say whether a cell is a web address that a page may link to: http or https, and a host.

    Examples
    --------
    >>> is_address("https://dti.gov.vn/xếp-hạng?năm=2021"), is_address("javascript:alert(1)")
    (True, False)
    """
    return _ADDRESS.fullmatch(cell) is not None


def _refused(cell: str) -> tuple[int, str] | None:
    """Return where the first character stands that may not, and of which kind it is."""
    if cell.isascii() and cell.isprintable():
        return None
    marks = 0
    for place, character in enumerate(cell):
        if kind := _kind(character):
            return place, kind
        marks = marks + 1 if unicodedata.combining(character) else 0
        # Composed letters of Vietnamese have no such mark at all, and those of others one or two.
        if marks > 2:
            return place, "marks"
    return None


@cache
def _kind(character: str) -> str:
    """Return for what a character is refused; empty if it may stand in a cell."""
    if character.isascii() and character.isprintable():
        return ""
    direction = unicodedata.bidirectional(character)
    if direction in _TURNS or character in _DIRECTION_MARKS:
        return "direction"
    if character in _BLANKS:
        return ""
    if _UNSEEN.match(character):
        return "hidden"
    named = _CATEGORIES.get(unicodedata.category(character), "")
    return _OTHERS.get(character) or named or ("letter" if direction in _TO_THE_LEFT else "")


def _doubt(cell: str, place: int, kind: str) -> DoubtError:
    start = max(0, place - _AROUND)
    quoted = f"{cell[start:place]}{_MARK}{cell[place + 1 : place + 1 + _AROUND]}"
    code = f"U+{ord(cell[place]):04X}"
    fault = worded("fault-character", cell=_quoted(quoted), mark=_MARK, code=code, kind=kind)
    return DoubtError(fault, worded("cure-character", mark=_MARK))


def _quoted(words: str) -> str:
    return "".join(" " if each.isspace() else each for each in unprintable(words, _MARK))

"""Numbers as a table prints them: with a decimal comma or a point, or not known."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import NumberFormatError, parse_decimal

from helpers.analysis.dti import DECIMALS
from helpers.importing.table_files import Cell
from helpers.words.plain_text import without_footnotes

#: The locale that writes decimals with a sign.
_LOCALES = {",": "vi", ".": "en"}
_UNKNOWN = {"", "-", "–", "—", "...", "…", "n/a", "na"}
_NUMBER = re.compile(r"-?\d+(?:([.,])\d+)?")
_LAST = Decimal(1).scaleb(-DECIMALS)


def is_unknown(cell: Cell) -> bool:
    """Say whether a cell is one that holds nothing: empty, a dash, dots."""
    return isinstance(cell, str) and _bare(cell).casefold() in _UNKNOWN


def is_number(cell: Cell) -> bool:
    """Say whether a cell looks like a number of any sign."""
    return isinstance(cell, Decimal) or _NUMBER.fullmatch(_bare(cell)) is not None


def sign(cell: Cell) -> str:
    """Return the decimal sign of a cell, a comma or a point; empty where it shows none."""
    found = None if isinstance(cell, Decimal) else _NUMBER.fullmatch(_bare(cell))
    return (found[1] or "") if found else ""


def number(cell: Cell, decimal_sign: str) -> Decimal | None:
    """Return the number in a cell; None if it is no number.

    Parameters
    ----------
    cell : str or Decimal
        The cell; a number that the file itself types so is taken as it is.
    decimal_sign : str
        The sign of the whole table; empty where it shows none.
    """
    if isinstance(cell, Decimal):
        return cell
    if not is_number(cell):
        return None
    try:
        return parse_decimal(_bare(cell), locale=_LOCALES[decimal_sign or "."], strict=True)
    except NumberFormatError:
        return None


def published(value: Decimal) -> Decimal:
    """Return a score with the decimals in which scores are published."""
    return value.quantize(_LAST, ROUND_HALF_UP)


def _bare(text: str) -> str:
    return without_footnotes(text).strip()

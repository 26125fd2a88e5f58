"""The page's typeface, cut down to the characters of our languages and written into the page."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, lru_cache
from html import unescape
from unicodedata import normalize

from fontTools import subset
from fontTools.ttLib import TTFont

# Not by way of the charts: a page without any is sealed without the seconds of their libraries.
from helpers.drawing.typeface import FONT, FONT_FILES, font_path

#: The name of the digits at one width, in the style sheet too.
TABULAR = "Be Vietnam Pro Tabular"
TABLE = "Be Vietnam Pro Table"
_DIGITS = "0123456789"
#: What of the typeface's ways to set its letters a browser takes unasked; our styles ask for none.
_FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]
#: The last of the names that a font has to have: copyright, family, style and version.
_LAST_NAME = 6
_VOWELS, _TONES = "aăâeêioôơuưy", "\u0300\u0309\u0303\u0301\u0323"
_LETTERS = "".join(normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in ["", *_TONES])
_SIGNS = "–—…“”‘’·×±−≤≥†→•\N{NO-BREAK SPACE}\N{WORD JOINER}"
#: What every page is given, used or not: Vietnamese, English and the signs of our sentences.
COMMON = frozenset((*map(chr, range(32, 127)), *_LETTERS, *_LETTERS.upper(), *"đĐ", *_SIGNS))
_TAGS = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)


def characters(text: str) -> set[str]:
    """Return the characters a reader sees in a page, and those a browser writes itself."""
    return (set(unescape(_TAGS.sub("", text))) | set("0123456789/:·. ")) - set("\n\r\t")


def faces(wanted: set[str]) -> str:
    """Return the ``@font-face`` rules of the typeface with its data inside.

    Parameters
    ----------
    wanted : set of str
        The characters that have to be there, besides those of :data:`COMMON`.

    Returns
    -------
    str
        CSS with two rules a weight, each a WOFF2 file as a data address: the typeface, and its
        digits at one width under the name :data:`TABULAR`, for columns of numbers.
    """
    return common() if wanted <= COMMON else _faces(frozenset(wanted | COMMON))


def common() -> str:
    """Return the rules for the common characters: made once, here or by who told :func:`know`."""
    return _known[0] if _known else _ahead().result()


def begin() -> None:
    """Begin to make the rules for the common characters, while the caller does something else."""
    _ahead()


def know(rules: str) -> None:
    """Take the rules for the common characters from another process, which has made them."""
    _known[:] = [rules]


#: The rules for the common characters, if another process has made them.
_known: list[str] = []


@cache
def _ahead() -> Future[str]:
    pool = ThreadPoolExecutor(1, thread_name_prefix="typeface")
    try:
        return pool.submit(_faces, COMMON)
    finally:
        pool.shutdown(wait=False)


@lru_cache(maxsize=4)
def _faces(wanted: frozenset[str]) -> str:
    rules = []
    for weight in FONT_FILES:
        rules.append(_face(FONT, weight, _subset(_open(weight), wanted)))
        rules.append(_digits(weight))
    return "\n".join(rules)


def tables(wanted: set[str]) -> str:
    """Return the rules of the typeface with its digits at one width, whole, under :data:`TABLE`.

    Parameters
    ----------
    wanted : set of str
        The characters to keep.

    Returns
    -------
    str
        CSS for a program that cannot take the digits of a word from one font and the spaces beside
        them from another.
    """
    return "\n".join(
        _face(TABLE, weight, _subset(_at_one_width(_open(weight)), wanted)) for weight in FONT_FILES
    )


@cache
def _digits(weight: int) -> str:
    digits = _subset(_at_one_width(_open(weight)), set(_DIGITS))
    return _face(TABULAR, weight, digits, "unicode-range: U+30-39; ")


def _open(weight: int) -> TTFont:
    return TTFont(font_path(weight), recalcTimestamp=False)


def _face(family: str, weight: int, font: bytes, more: str = "") -> str:
    data = base64.b64encode(font).decode("ascii")
    return (
        f'@font-face {{ font-family: "{family}"; font-style: normal; font-weight: {weight}; {more}'
        f'font-display: block; src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
    )


def _at_one_width(font: TTFont) -> TTFont:
    """Centre each digit in the width of the zero: the typeface has no tabular figures."""
    names = [font.getBestCmap()[ord(digit)] for digit in _DIGITS]
    metrics, outlines = font["hmtx"], font["glyf"]
    wide = metrics[names[0]][0]
    for name in names:
        width, bearing = metrics[name]
        shift = (wide - width) // 2
        outlines[name].coordinates.translate((shift, 0))
        outlines[name].recalcBounds(outlines)
        metrics[name] = (wide, bearing + shift)
    return font


def _subset(font: TTFont, wanted: Collection[str]) -> bytes:
    # Its names are cut by hand: to look for those in use, fontTools walks through every table.
    names = font["name"]
    del font["name"]
    options = subset.Options(layout_features=_FEATURES, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in wanted])
    subsetter.subset(font)
    names.names = [each for each in names.names if each.nameID <= _LAST_NAME]
    font["name"] = names
    font.flavor = "woff2"
    stream = io.BytesIO()
    font.save(stream, reorderTables=None)
    return stream.getvalue()

"""Text as people type it, made comparable: stray marks removed, accents and case folded."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_FOOTNOTE = re.compile(r"(?<=\S)(\s*(\(\d{1,2}\)|\[\d{1,2}\]|\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+))+$")
#: Letters that no decomposition leads to d; the second pair is the Icelandic one of old keyboards.
_D = str.maketrans("đĐðÐ", "dDdD")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")


def clean(text: str) -> str:
    """Return a cell's text without what does not show: spaces in one width, composed letters.

    Parameters
    ----------
    text : str
        The text: of any Unicode form, with non-breaking spaces and line breaks.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_INVISIBLE).split())


def without_footnotes(text: str) -> str:
    """Return a text without the footnote marks after it, such as ``(1)``, ``[2]``, ``*``, ``²``."""
    return _FOOTNOTE.sub("", text)


def without_accents(text: str) -> str:
    """Return a text without accents, its case, punctuation and spaces as they are.

    Parameters
    ----------
    text : str
        The text, accents in any Unicode form or missing.
    """
    parts = unicodedata.normalize("NFD", text.translate(_D))
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


def words(text: str) -> list[str]:
    """Return the words and numbers of a text: lower case, without accents or punctuation.

    Parameters
    ----------
    text : str
        The text, accents in any Unicode form or missing; ``ChinhQuyenSo`` is three words.

    Examples
    --------
    >>> words("Bà Rịa – Vũng Tàu")
    ['ba', 'ria', 'vung', 'tau']
    """
    return re.findall(r"[a-z0-9]+", _JOINED.sub(" ", without_accents(text)).casefold())


def folded(text: str) -> str:
    """Return :func:`words` with one space between them."""
    return " ".join(words(text))

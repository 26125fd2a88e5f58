"""The page's typeface, cut down to the characters in use and written into the page."""

from __future__ import annotations

import base64
import io
import re

from fontTools import subset
from fontTools.ttLib import TTFont

from helpers import svg

_TAGS = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)


def characters(text: str) -> set[str]:
    """Return the characters a reader sees in a page, and those a browser writes itself."""
    return set(_TAGS.sub("", text)) | set("0123456789/:·. ") - set("\n\r\t")


def faces(wanted: set[str]) -> str:
    """Return the ``@font-face`` rules of the typeface with its data inside.

    Parameters
    ----------
    wanted : set of str
        The characters to keep.

    Returns
    -------
    str
        CSS with one rule a weight, each a WOFF2 file as a data address.
    """
    return "\n".join(_face(weight, wanted) for weight in svg.FONT_FILES)


def _face(weight: int, wanted: set[str]) -> str:
    data = base64.b64encode(_subset(svg.font_path(weight), wanted)).decode("ascii")
    return (
        f'@font-face {{ font-family: "{svg.FONT}"; font-style: normal; font-weight: {weight}; '
        f'font-display: block; src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
    )


def _subset(path: str, wanted: set[str]) -> bytes:
    options = subset.Options(flavor="woff2", layout_features=["*"], notdef_outline=True)
    font = TTFont(path, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in wanted])
    subsetter.subset(font)
    font.flavor = "woff2"
    stream = io.BytesIO()
    font.save(stream, reorderTables=None)
    return stream.getvalue()

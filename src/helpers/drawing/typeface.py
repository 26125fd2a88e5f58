"""The typeface of pages and charts: its name, its weights, and the files they lie in."""

from __future__ import annotations

import fontpkg_be_vietnam_pro

FONT = "Be Vietnam Pro"
#: Weights in use: the style sheet and the charts name no others.
FONT_FILES = {
    400: "BeVietnamPro-Regular.ttf",
    600: "BeVietnamPro-SemiBold.ttf",
}


def font_path(weight: int) -> str:
    """Return the path of the font's file for a weight (400 or 600)."""
    return str(fontpkg_be_vietnam_pro.ROOT / "files" / FONT_FILES[weight])

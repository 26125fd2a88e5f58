"""The house style of charts, and their way from matplotlib into the page as inline SVG."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache

import matplotlib as mpl
import seaborn as sns
from markupsafe import Markup, escape
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.textpath import text_to_path

from helpers.drawing.typeface import FONT, FONT_FILES, font_path

#: Every chart is drawn for two widths in CSS pixels: a page on a desk, and a phone.
WIDTHS = {"wide": 680, "narrow": 328}
#: Text size in CSS pixels; also the smallest one in use.
TEXT = 13
SMALL = 12

#: The light palette. The style sheet has the dark one, and finds each colour by its attribute.
INK = "#1b2733"
MUTED = "#5a6672"
GRID = "#d9dee3"
OTHERS = "#8a95a0"
PROVINCE = "#0b4f80"
TARGET = "#a8480f"
PAPER = "#ffffff"
#: Text on a bar of others and on one of the province; the style sheet darkens and lightens both.
ON_OTHERS = "#10161c"
ON_PROVINCE = "#fdfeff"

#: One point is one CSS pixel in the drawing, because 72 points make an inch.
_POINTS = 72

_STYLE = {
    "font.family": FONT,
    "font.size": TEXT,
    "text.color": INK,
    "axes.labelcolor": MUTED,
    "axes.edgecolor": OTHERS,
    "axes.linewidth": 1,
    "patch.linewidth": 0,
    "xtick.color": MUTED,
    "ytick.color": INK,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": TEXT,
    "xtick.bottom": False,
    "ytick.left": False,
    "grid.color": GRID,
    "axes.axisbelow": True,
    "svg.fonttype": "none",
    "svg.hashsalt": "bacgiang-dx-briefing",
}


@cache
def _register_fonts() -> None:
    for weight in FONT_FILES:
        font_manager.fontManager.addfont(font_path(weight))


def text_width(text: str, weight: int = 400, size: int = TEXT) -> float:
    """Return how wide a line of text is drawn, in CSS pixels.

    Parameters
    ----------
    text : str
        The line.
    weight : int
        400 or 600.
    size : int
        The size in CSS pixels.
    """
    font = font_manager.FontProperties(fname=font_path(weight), size=size)
    return text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]


def canvas(width: int, height: int, margins: tuple[int, int, int, int]) -> tuple[Figure, Axes]:
    """Return an empty figure with one pair of axes, measured in CSS pixels.

    Parameters
    ----------
    width, height : int
        Size of the drawing.
    margins : tuple of int
        Space left, right, above and below the axes. Fixed, so that drawing takes one pass and
        nothing moves when a label grows.
    """
    left, right, top, bottom = margins
    figure = Figure(figsize=(width / _POINTS, height / _POINTS), dpi=_POINTS)
    axes = figure.add_axes(
        (
            left / width,
            bottom / height,
            (width - left - right) / width,
            (height - top - bottom) / height,
        )
    )
    sns.despine(ax=axes, left=True)
    return figure, axes


def per_pixel(axes: Axes) -> float:
    """Return how much of the x axis a CSS pixel is, once the axis has its limits.

    Parameters
    ----------
    axes : Axes
        Axes of a :func:`canvas`.
    """
    left, right = axes.get_xlim()
    return (right - left) / axes.bbox.width


def draw(name: str, title: str, description: str, painter: Callable[[int], Figure]) -> Markup:
    """Return a chart as inline SVG, once for each width.

    Parameters
    ----------
    name : str
        Name of the chart, unique in the page: it makes the ids in the drawing unique.
    title, description : str
        The headline and the text alternative.
    painter : callable
        Draws the chart for a width in CSS pixels.
    """
    _register_fonts()
    style = sns.axes_style("white") | _STYLE
    with mpl.rc_context(style):
        drawings = [
            _inline(_svg(painter(width)), f"{name}-{variant}", variant, title, description)
            for variant, width in WIDTHS.items()
        ]
    return Markup("\n").join(drawings)


def _svg(figure: Figure) -> str:
    stream = io.StringIO()
    figure.savefig(stream, format="svg", transparent=True, metadata={"Date": None})
    return stream.getvalue()


def _inline(svg: str, name: str, variant: str, title: str, description: str) -> Markup:
    """Turn a stand-alone SVG file into an element that shares a page with others."""
    view_box = re.search(r'viewBox="([^"]+)"', svg)[1]
    body = svg[svg.index(">", svg.index("<svg")) + 1 : svg.rindex("</svg>")]
    body = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", body, flags=re.DOTALL)
    # A style element in an inline SVG would style the whole page; ours says the same in its CSS.
    body = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", body, flags=re.DOTALL)
    body = re.sub(r' style="([^"]*)"', _attributes, body)
    body = re.sub(r' transform="rotate\(-?0 [^"]*"', "", body)
    body = re.sub(r' (?:d|x|y|transform)="[^"]*"', _hundredths, body)
    body = re.sub(r"\s*\n\s*", " ", body).replace("> <", "><")
    body = re.sub(r'\bid="', f'id="{name}-', body)
    body = re.sub(r'(?:xlink:)?href="#', f'href="#{name}-', body)
    body = body.replace("url(#", f"url(#{name}-")
    head = (
        f'<svg class="dx-chart dx-{variant}" viewBox="{view_box}" role="img" '
        f'aria-labelledby="{name}-title {name}-description">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-description">{escape(description)}</desc>'
    )
    return Markup(head + body.strip() + "</svg>")


def _hundredths(attribute: re.Match[str]) -> str:
    """Write coordinates in hundredths of a CSS pixel: no screen or paper shows more."""
    return re.sub(r"\d+\.\d+", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."),
                  attribute[0])  # fmt: skip


def _attributes(style: re.Match[str]) -> str:
    """Write a style as attributes: a page that allows no style but its own keeps them."""
    pairs = (each.split(": ", 1) for each in style[1].split("; "))
    # The family is the page's, and said once in its style sheet.
    return "".join(f' {name}="{value}"' for name, value in pairs if name != "font-family")

"""The house style of charts, and their way from matplotlib into the page as inline SVG."""

from __future__ import annotations

import io
import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, is_dataclass
from functools import cache, lru_cache, wraps
from math import isclose
from typing import Any, ParamSpec

import matplotlib as mpl
import pandas as pd
import seaborn as sns
from markupsafe import escape
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.textpath import text_to_path
from matplotlib.ticker import Formatter

from helpers.drawing.scales import Marks, axes_of
from helpers.drawing.typeface import FONT, FONT_FILES, font_path
from helpers.exceptions import UntoldError
from helpers.words.refusals import said
from helpers.words.told import Figure as Number
from helpers.words.told import Telling, Text, register, text

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
#: From the best class to the last, after that of the province: dark to light, or light to dark on a
#: dark page; each is told from the next in grey, too.
STEPS = ("#3a76a5", "#86aecb", "#bcd3e3", "#eaf1f6")
#: Text on a bar of others and on one of the province; the style sheet darkens and lightens both.
ON_OTHERS = "#10161c"
ON_PROVINCE = "#fdfeff"

#: Axes are at least so many CSS pixels wide, however long the names beside them are.
_ROOM = 60
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
    # What the data name is drawn as it is: dollar signs in it set no formula.
    "text.parse_math": False,
    "text.usetex": False,
    "svg.hashsalt": "bacgiang-dx-briefing",
}


@cache
def _register_fonts() -> None:
    for weight in FONT_FILES:
        font_manager.fontManager.addfont(font_path(weight))


@lru_cache(maxsize=4096)
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
        nothing moves when a label grows. Labels that would leave the axes no room are cut off.
    """
    left, right, top, bottom = margins
    if left + right > width - _ROOM:
        left, right = ((width - _ROOM) * each // (left + right) for each in (left, right))
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


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the house style: typeface, sizes, colours, no spines; what seaborn draws too."""
    _register_fonts()
    with mpl.rc_context(sns.axes_style("white") | _STYLE):
        yield


def forget(figure: Figure) -> None:
    """Take a figure from pyplot, so that a notebook does not show it by itself."""
    from matplotlib import pyplot  # noqa: PLC0415  charts of the briefing never need it

    pyplot.close(figure)


def fitted(figure: Figure, width: int, height: float) -> Figure:
    """Return a figure laid out anew for a size in CSS pixels."""
    figure.set_dpi(_POINTS)
    figure.set_size_inches(width / _POINTS, height / _POINTS)
    # A constrained layout fits as well, and beside a colour bar gives way to no other.
    if not isinstance(figure.get_layout_engine(), ConstrainedLayoutEngine):
        figure.set_layout_engine("tight")
    return figure


def height_of(figure: Figure) -> float:
    """Return the height of a figure in CSS pixels: a text of so many points has as many."""
    return figure.get_figheight() * _POINTS


def copied(figure: Figure) -> Figure:
    """Return a figure like another one, which stays as it is whatever is done to the copy."""
    from joblib import wrap_non_picklable_objects  # noqa: PLC0415  for an analyst's charts alone

    # A formatter may be a lambda, which pickle alone does not take.
    frozen = pickle.dumps(wrap_non_picklable_objects(figure, keep_wrapper=False))
    copy: Figure = pickle.loads(frozen)
    return copy


def per_pixel(axes: Axes) -> float:
    """Return how much of the x axis a CSS pixel is, once the axis has its limits.

    Parameters
    ----------
    axes : Axes
        Axes of a :func:`canvas`.
    """
    left, right = axes.get_xlim()
    return (right - left) / axes.bbox.width


@register
@dataclass(frozen=True)
class Drawing:
    """A chart as inline SVG, and what is written in it.

    Parameters
    ----------
    markup : str
        The SVG, once for each width.
    labels : tuple of Text
        Everything that is written in it with digits; the numbers of its scales are none.
    """

    markup: str
    labels: tuple[Text, ...]

    def __html__(self) -> str:
        return self.markup


@dataclass(frozen=True)
class Painter:
    """What draws a chart, and the labels it was given to write.

    Parameters
    ----------
    paint : callable
        Draws the chart for a width in CSS pixels.
    labels : tuple of Text
        The labels.
    tell : callable, optional
        Makes a label of any other words with digits that are drawn, or refuses them.
    """

    paint: Callable[[int], Figure]
    labels: tuple[Text, ...] = ()
    tell: Callable[[str], Text] | None = None

    def __call__(self, width: int) -> Figure:
        """Draw the chart for a width in CSS pixels."""
        return self.paint(width)


#: What draws a chart for a width in CSS pixels.
Paint = Callable[[int], Figure]
_Arguments = ParamSpec("_Arguments")


def labelled(
    make: Callable[_Arguments, Paint],
) -> Callable[_Arguments, Painter]:
    """Let a function that returns what draws a chart return it with the labels it was given.

    Parameters
    ----------
    make : callable
        The function. What it is given is searched for told things: frames, sequences, mappings
        and dataclasses are looked into.
    """

    @wraps(make)
    def made(*given: _Arguments.args, **named: _Arguments.kwargs) -> Painter:
        labels = dict.fromkeys(_told([*given, *named.values()]))
        return Painter(make(*given, **named), tuple(labels))

    return made


def _told(given: Any) -> Iterator[Text]:
    if isinstance(given, Telling) and not isinstance(given, str):
        yield text(given)
    elif isinstance(given, pd.DataFrame | pd.Series):
        yield from _told(given.to_numpy().ravel().tolist())
    elif isinstance(given, list | tuple | dict):
        for each in given.values() if isinstance(given, dict) else given:
            yield from _told(each)
    elif is_dataclass(given):
        yield from _told(list(vars(given).values()))


def said_as_drawn(drawn: Iterable[float], labels: Iterable[Telling]) -> None:
    """Require that each label says the number that is drawn under it.

    Parameters
    ----------
    drawn : iterable of float
        The numbers.
    labels : iterable of Figure or Text
        The labels, in the same order; of a label that says several numbers one has to be it.

    Raises
    ------
    UntoldError
        If one says another number.
    """
    for number, label in zip(drawn, labels, strict=True):
        figures = [*text(label).of_kind(Number)]
        if figures and not any(isclose(each.number, number, abs_tol=1e-6) for each in figures):
            raise UntoldError(said("error-label-differs", label=str(label), number=f"{number:g}"))


def draw(name: str, title: str, description: str, painter: Painter) -> Drawing:
    """Return a chart as inline SVG, once for each width.

    Parameters
    ----------
    name : str
        Name of the chart, unique in the page: it makes the ids in the drawing unique.
    title, description : str
        The headline and the text alternative.
    painter : Painter
        What draws the chart.

    Raises
    ------
    UntoldError
        If a number is written in the chart that is none of the painter's labels, nor the place of
        a mark of a scale.
    """
    written: dict[Text, None] = {}
    drawings = []
    with house_style():
        for variant, width in WIDTHS.items():
            figure = painter(width)
            written |= dict.fromkeys(_written(figure, painter))
            _require_order(figure, painter.labels)
            svg = _svg(figure)
            drawings.append(_inline(svg, f"{name}-{variant}", variant, title, description))
    return Drawing("\n".join(drawings), tuple(written))


def _written(figure: Figure, painter: Painter) -> Iterator[Text]:
    """Yield the labels with digits that are written in a figure."""
    known = {_glued(str(label)): label for label in painter.labels}
    places = {
        id(label): (place, axis.get_minor_formatter() if minor else axis.get_major_formatter())
        for axis in axes_of(figure)
        for minor in (False, True)
        for label, place in zip(
            axis.get_ticklabels(minor), axis.get_ticklocs(minor=minor), strict=False
        )
    }
    visible = (each for each in figure.findobj(mpl.text.Text) if each.get_visible())
    for artist in visible:
        words = _plain(artist.get_text())
        if _glued(words) in known:
            yield known[_glued(words)]
        elif re.search(r"\d", words) and not _is_mark(words, *places.get(id(artist), ())):
            if painter.tell is None:
                raise UntoldError(said("error-drawn-untold", label=words))
            yield painter.tell(words)


def _require_order(figure: Figure, labels: Sequence[Text]) -> None:
    """Require that the labels of an axis stand in the order in which the chart was given them."""
    order = {_glued(str(label)): place for place, label in enumerate(labels)}
    for axes in figure.axes:
        for axis, sign in ((axes.xaxis, 1), (axes.yaxis, -1)):
            ticks = zip(axis.get_ticklabels(), axis.get_ticklocs(), strict=False)
            found = sorted((sign * place, order.get(_glued(label.get_text()), -1))
                           for label, place in ticks)  # fmt: skip
            given = [place for _, place in found if place >= 0]
            if given != sorted(given):
                raise UntoldError(said("error-axis-order"))


def _plain(words: str) -> str:
    return " ".join(words.split())


def _glued(words: str) -> str:
    """Return words without blanks: a long one may be broken where a line ends."""
    return "".join(words.split())


def _is_mark(words: str, place: float | None = None, writer: Formatter | None = None) -> bool:
    """Say whether the words are the number of a place on a scale, with either decimal sign.

    Thousands may be grouped by either sign too.
    """
    if isinstance(writer, Marks) and place is not None:
        return words == _plain(writer(place))
    number = words.replace("\N{MINUS SIGN}", "-").replace(",", ".")
    whole = re.sub(r"(?<=\d)\.(?=\d{3}(?:\.|$))", "", number)
    for each in (number, whole) if place is not None else ():
        with suppress(ValueError):
            if isclose(float(each), place or 0.0, abs_tol=1e-9):
                return True
    return False


def _svg(figure: Figure) -> str:
    stream = io.StringIO()
    figure.savefig(stream, format="svg", transparent=True, metadata={"Date": None})
    return stream.getvalue()


def _inline(svg: str, name: str, variant: str, title: str, description: str) -> str:
    """Turn a stand-alone SVG file into an element that shares a page with others."""
    _, view_box, _ = re.split(r'viewBox="([^"]+)"', svg, maxsplit=1)
    body = svg[svg.index(">", svg.index("<svg")) + 1 : svg.rindex("</svg>")]
    body = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", body, flags=re.DOTALL)
    # A style element in an inline SVG would style the whole page; ours says the same in its CSS.
    body = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", body, flags=re.DOTALL)
    # What follows speaks of attributes: nothing that is written in the chart may look like one.
    body = re.sub(r"(?<=>)[^<>]+(?=<)", _text_alone, body)
    body = re.sub(r' style="([^"]*)"', _attributes, body)
    body = re.sub(r'(?<=<g) id="[^"]*"', "", body)
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
    return head + body.strip() + "</svg>"


def _text_alone(words: re.Match[str]) -> str:
    """Write words so that they hold neither a quote nor the sign of a place in the page."""
    return words[0].replace('"', "&quot;").replace("#", "&#35;")


def _hundredths(attribute: re.Match[str]) -> str:
    """Write coordinates in hundredths of a CSS pixel: no screen or paper shows more."""
    return re.sub(r"\d+\.\d+", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."),
                  attribute[0])  # fmt: skip


def _attributes(style: re.Match[str]) -> str:
    """Write a style as attributes: a page that allows no style but its own keeps them."""
    pairs = (each.split(": ", 1) for each in style[1].split("; "))
    # The family is the page's, and said once in its style sheet.
    return "".join(f' {name}="{value}"' for name, value in pairs if name != "font-family")

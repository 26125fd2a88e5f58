"""The map of equal squares: every province as large as every other, its rank written in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.drawing import svg
from helpers.drawing.archipelagos import ARCHIPELAGOS, NAMES, SIZE
from helpers.drawing.svg import (
    GRID,
    INK,
    MUTED,
    ON_OTHERS,
    ON_PROVINCE,
    OTHERS,
    PAPER,
    PROVINCE,
    TARGET,
    Paint,
    canvas,
    labelled,
    said_as_drawn,
)
from helpers.exceptions import MapError
from helpers.store.frames import records
from helpers.words.refusals import said
from helpers.words.told import Telling

_PHONE = svg.WIDTHS["narrow"]
#: How many squares a map is wide, and the size of one in CSS pixels where there is room beside it.
_ACROSS, _SQUARE = 8, 56
#: Fill and text of the classes, the best first: dark to light, or light to dark on a dark page.
_CLASSES = [(PROVINCE, ON_PROVINCE), (OTHERS, ON_OTHERS), (GRID, INK), (PAPER, INK)]
#: Words of names that an abbreviation leaves out.
_COMMON = ("Thành phố ", " City")
#: Heights of lines of text in CSS pixels: of a name, and of a rank.
_NAME, _RANK = 14, 17


class Tile(NamedTuple):
    """A province of :func:`tile_map`; its rank may be missing."""

    south: int
    east: int
    name: Telling
    #: What stands for the name where it does not fit; see :func:`abbreviations`.
    short: str
    rank: float
    text: Telling
    own: bool


class RankClass(NamedTuple):
    """A class of ranks: its ends, and what the legend calls it."""

    low: int
    high: int
    label: Telling


class MapWords(NamedTuple):
    """What else a map says: which province is framed, and what a square without a rank means."""

    own: Telling
    unknown: Telling


@labelled
def tile_map(
    tiles: pd.DataFrame, classes: Sequence[RankClass], grid: int, words: MapWords
) -> Paint:
    """Squares in the places of the provinces, coloured by class of rank, the rank in each.

    Parameters
    ----------
    tiles : DataFrame
        One row a province; the columns of :class:`Tile`.
    classes : sequence of RankClass
        At most four, the best first.
    grid : int
        Which map: of 63 provinces, or of 34.
    words : MapWords
        The rest of the legend.

    Raises
    ------
    MapError
        On drawing, if either of the two archipelagos is not on the map under its name.
    """
    known = tiles.dropna(subset=["rank"])
    said_as_drawn(known["rank"], known["text"])
    partial = len(known) < len(tiles)
    down = int(tiles["south"].max()) + 1

    def paint(width: int) -> Figure:
        phone = width <= _PHONE
        square = width / _ACROSS if phone else _SQUARE
        head = 62 if phone else 2
        figure, axes = canvas(width, round(down * square) + head + 2, (0, 0, 0, 0))
        axes.set(xlim=(0, width), ylim=(down * square + 2, -head), xticks=[], yticks=[])
        axes.spines["bottom"].set_visible(False)
        for tile in records(tiles, Tile):
            _province(axes, tile, classes, square)
        for name, (south, east) in ARCHIPELAGOS.get(grid, {}).items():
            _square(axes, (south, east), SIZE * square, edgecolor=INK)
            middle = _middle(axes, (south, east), SIZE * square)
            _written(axes, middle, name.replace(" ", "\n"), INK)
        _legend(axes, [*_entries(classes, words, partial)], phone)
        _require_archipelagos(axes)
        return figure

    return paint


def _province(axes: Axes, tile: Tile, classes: Sequence[RankClass], square: float) -> None:
    place = tile.south, tile.east
    colours = zip(classes, _CLASSES, strict=False)
    fill, ink = next(
        (pair for each, pair in colours if each.low <= tile.rank <= each.high), ("none", INK)
    )
    dashed = {"ls": (0, (2, 2))} if fill == "none" else {}
    _square(axes, place, square, facecolor=fill, edgecolor=MUTED, **dashed)
    weight = 600 if tile.own else 400
    name = _fitted(tile, square - 6, square - 4, weight)
    x, y = _middle(axes, place, square)
    _written(axes, (x, y - _RANK / 2), name, ink, weight=weight)
    lines = name.count("\n") + 1
    below = x, y + lines * _NAME / 2
    _written(axes, below, str(tile.text), ink, weight=600, fontsize=svg.TEXT)
    if tile.own:
        _square(axes, place, square, edgecolor=TARGET, lw=4, zorder=4)


def _fitted(tile: Tile, wide: float, high: float, weight: int) -> str:
    """Return the name in the lines that the square has room for, or its abbreviation."""
    words = str(tile.name).split(" ")
    breaks = [
        [" ".join(words)],
        *([" ".join(words[:each]), " ".join(words[each:])] for each in range(1, len(words))),
    ]
    for lines in breaks:
        fits = all(svg.text_width(line, weight, svg.SMALL) <= wide for line in lines)
        if fits and len(lines) * _NAME + _RANK <= high:
            return "\n".join(lines)
    return tile.short


def _square(axes: Axes, place: tuple[float, float], square: float, **style: Any) -> None:
    south, east = place
    unit = _unit(axes)
    style = {"facecolor": "none", "lw": 1, **style}
    corner = east * unit + 1, south * unit + 1
    axes.add_patch(Rectangle(corner, square - 2, square - 2, **style))


def _unit(axes: Axes) -> float:
    """Return the size of a province's square."""
    width = axes.get_xlim()[1]
    return width / _ACROSS if width <= _PHONE else _SQUARE


def _middle(axes: Axes, place: tuple[float, float], square: float) -> tuple[float, float]:
    south, east = place
    unit = _unit(axes)
    return east * unit + square / 2, south * unit + square / 2


def _written(axes: Axes, middle: tuple[float, float], text: str, colour: str, **style: Any) -> None:
    style = {"fontsize": svg.SMALL, "linespacing": _NAME / svg.SMALL / 1.25} | style
    axes.text(*middle, text, ha="center", va="center", color=colour, zorder=5, **style)


def _entries(
    classes: Sequence[RankClass], words: MapWords, partial: bool
) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the marks of the legend, each with what it means."""
    for each, (fill, _) in zip(classes, _CLASSES, strict=False):
        yield {"facecolor": fill, "edgecolor": MUTED, "lw": 1}, str(each.label)
    yield {"facecolor": "none", "edgecolor": TARGET, "lw": 3}, str(words.own)
    if partial:
        dashed = {"facecolor": "none", "edgecolor": MUTED, "lw": 1, "ls": (0, (2, 2))}
        yield dashed, str(words.unknown)


def _legend(axes: Axes, entries: Sequence[tuple[dict[str, Any], str]], phone: bool) -> None:
    """Put the legend above the map on a phone, and beside it elsewhere."""
    for place, (style, text) in enumerate(entries):
        if phone:
            x, y = 2 + place % 3 * 110, -54 + place // 3 * 26
        else:
            x, y = _ACROSS * _SQUARE + 24, 8 + place * 30
        axes.add_patch(Rectangle((x, y), 16, 16, **style))
        axes.text(x + 23, y + 8, text, va="center", color=INK, fontsize=svg.SMALL)


def _require_archipelagos(axes: Axes) -> None:
    """Require that both archipelagos are on the map: each a square with its name in it, in sight.

    Raises
    ------
    MapError
        If one is not.
    """
    squares = [each.get_bbox() for each in axes.findobj(Rectangle) if each in axes.patches]
    right, low = axes.get_xlim()[1], max(axes.get_ylim())
    shown = {
        " ".join(text.get_text().split()): text.get_position()
        for text in axes.findobj(mpl.text.Text)
        if text.get_visible()
    }
    for name in NAMES:
        around = [box for box in squares if name in shown and box.contains(*shown[name])]
        if not any(box.x0 >= 0 and box.x1 <= right and 0 <= box.y0 <= box.y1 <= low
                   for box in around) or len(around) > 1:  # fmt: skip
            raise MapError(said("error-map-without", names=name))


def abbreviations(names: Sequence[str]) -> list[str]:
    """Return a short label for each province, no two the same.

    Parameters
    ----------
    names : sequence of str
        The names of all provinces of a map, in one language.

    Returns
    -------
    list of str
        In the same order: the first letters of a name's words, without “Thành phố” and “City”;
        where several names have the same, as many letters more of the last word, or of the first,
        as tell them apart.

    Examples
    --------
    >>> abbreviations(["Bắc Giang", "Hà Giang", "Hậu Giang", "Thành phố Hồ Chí Minh"])
    ['BG', 'HàG', 'HậG', 'HCM']
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[_letters(name, 1, 1)].append(name)
    short = {name: label for group in alike.values() for name, label in _told_apart(group)}
    return [short[name] for name in names]


def _told_apart(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    lengths = ((first, total - first) for total in count(2) for first in range(1, total))
    for first, last in lengths:
        labels = [_letters(name, first, last) for name in group]
        if len(set(labels)) == len(set(group)):
            yield from zip(group, labels, strict=True)
            return


def _letters(name: str, first: int, last: int) -> str:
    """Return the first letters of a name's words, some more of the first and of the last.

    Of a name of one word they are its first letters.
    """
    for common in _COMMON:
        name = name.replace(common, "")
    words = [word for word in name.split() if word != "-"]
    if len(words) == 1:
        return name[: first + last]
    start, *between, end = words
    return start[:first] + "".join(word[0] for word in between) + end[:last]

"""The map of equal fields: every province as large as every other, its rank written in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from helpers.drawing import svg
from helpers.drawing.archipelagos import ARCHIPELAGOS, NAMES, SIZE
from helpers.drawing.svg import (
    INK,
    MUTED,
    ON_PROVINCE,
    PROVINCE,
    STEPS,
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
#: How many fields a map is wide, and the height of the tallest map in CSS pixels: on a phone, where
#: ranks stand under names, it takes more for neither to touch the other.
_ACROSS, _HIGH, _HIGH_ON_PHONE = 8, 476, 552
#: In CSS pixels: how wide a field is where there is room beside the map, how high one is at most,
#: and the space around what is written in it.
_WIDE, _MOST, _PAD = 66, 30, 2
#: Fill and text of the classes, the best first: dark to light, or light to dark on a dark page.
_CLASSES = list(zip([PROVINCE, *STEPS], [ON_PROVINCE, ON_PROVINCE, INK, INK, INK], strict=True))
#: Words of names that an abbreviation leaves out.
_COMMON = ("Thành phố ", " City")
#: In CSS pixels: the height of a capital letter or a digit, that of a line of text, the side of a
#: mark of the legend, its place beside the words, and the height of an entry.
_CAPITAL, _NAME, _MARK, _BESIDE, _ENTRY = 9, 13, 14, 20, 21
_DASHES = (0, (2, 2))


class Tile(NamedTuple):
    """A province of :func:`tile_map`; its rank may be missing."""

    south: int
    east: int
    #: What stands for the name; see :func:`abbreviations`.
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
    """What else a map says: which province is framed, and what a field without a rank means."""

    own: Telling
    unknown: Telling


class _Field(NamedTuple):
    """How wide and how high a province's field is, in CSS pixels."""

    wide: float
    high: float

    def corner(self, south: float, east: float) -> tuple[float, float]:
        """Return where a field begins, from the top left of the map."""
        return east * self.wide, south * self.high


@labelled
def tile_map(
    tiles: pd.DataFrame, classes: Sequence[RankClass], grid: int, words: MapWords
) -> Paint:
    """Equal fields in the places of the provinces, coloured by class of rank, the rank in each.

    Parameters
    ----------
    tiles : DataFrame
        One row a province; the columns of :class:`Tile`.
    classes : sequence of RankClass
        At most five, the best first.
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
    down = int(tiles["south"].max()) + 1

    def paint(width: int) -> Figure:
        phone = width <= _PHONE
        high = min((_HIGH_ON_PHONE if phone else _HIGH) / down, _MOST)
        field = _Field(width / _ACROSS if phone else _WIDE, high)
        figure, axes = canvas(width, round(down * high) + 4, (0, 0, 0, 0))
        axes.set(xlim=(0, width), ylim=(down * high + 2, -2), xticks=[], yticks=[])
        axes.spines["bottom"].set_visible(False)
        provinces = records(tiles, Tile)
        _coloured(axes, provinces, classes, field)
        for tile in provinces:
            _labelled(axes, tile, _of_class(tile, classes)[1], field)
        for name, (south, east) in ARCHIPELAGOS.get(grid, {}).items():
            _archipelago(axes, name, field.corner(south, east), field)
        entries = [*_entries(classes, words, partial=len(known) < len(tiles))]
        x, y = _free(provinces, entries, field) if phone else (_ACROSS * _WIDE + 16, 6)
        _legend(axes, entries, x, y)
        _require_archipelagos(axes)
        return figure

    return paint


def _of_class(tile: Tile, classes: Sequence[RankClass]) -> tuple[str, str]:
    """Return the fill of a province and the colour of its text."""
    colours = zip(classes, _CLASSES, strict=False)
    return next((pair for each, pair in colours if each.low <= tile.rank <= each.high),
                ("none", INK))  # fmt: skip


def _coloured(
    axes: Axes, tiles: Sequence[Tile], classes: Sequence[RankClass], field: _Field
) -> None:
    """Draw all fields of a class as one shape, and a frame around that of the own province."""
    places = defaultdict(list)
    for tile in tiles:
        places[_of_class(tile, classes)[0]].append(field.corner(tile.south, tile.east))
    for fill, corners in places.items():
        dashed = {"ls": _DASHES} if fill == "none" else {}
        shape = Path.make_compound_path(*(_box(corner, field) for corner in corners))
        axes.add_artist(PathPatch(shape, facecolor=fill, edgecolor=MUTED, lw=1, **dashed))
    for tile in tiles:
        if tile.own:
            x, y = field.corner(tile.south, tile.east)
            _rectangle(axes, x, y, field, edgecolor=TARGET, lw=4, zorder=4)


def _box(corner: tuple[float, float], field: _Field) -> Path:
    x, y = corner
    ends = [(x + 1, y + 1), (x + field.wide - 1, y + 1), (x + field.wide - 1, y + field.high - 1),
            (x + 1, y + field.high - 1), (x + 1, y + 1)]  # fmt: skip
    return Path(ends, closed=True)


def _labelled(axes: Axes, tile: Tile, ink: str, field: _Field) -> None:
    """Write the short name to the left and the rank to the right; lower where both do not fit."""
    x, y = field.corner(tile.south, tile.east)
    weight = 600 if tile.own else 400
    name, rank = svg.text_width(tile.short, weight, svg.SMALL), str(tile.text)
    fits = name + svg.text_width(rank, 600, svg.SMALL) + 5 * _PAD <= field.wide
    apart = 0 if fits or pd.isna(tile.rank) else (field.high - 2 * _PAD - _CAPITAL) / 2
    base = y + (field.high + _CAPITAL) / 2
    style: dict[str, Any] = {"color": ink, "va": "baseline", "fontsize": svg.SMALL, "zorder": 5}
    axes.text(x + _PAD + 1, base - apart, tile.short, weight=weight, **style)
    if pd.notna(tile.rank):
        axes.text(x + field.wide - _PAD - 1, base + apart, rank, ha="right", weight=600, **style)


def _archipelago(axes: Axes, name: str, corner: tuple[float, float], field: _Field) -> None:
    box = _Field(SIZE * field.wide, SIZE * field.high)
    _rectangle(axes, *corner, box, edgecolor=INK)
    middle = corner[0] + box.wide / 2, corner[1] + box.high / 2
    fits = svg.text_width(name, 400, svg.SMALL) <= box.wide - 2 * _PAD
    axes.text(*middle, name if fits else name.replace(" ", "\n"), ha="center", va="center",
              color=INK, fontsize=svg.SMALL, linespacing=_NAME / svg.SMALL / 1.25)  # fmt: skip


def _rectangle(axes: Axes, x: float, y: float, field: _Field, **style: Any) -> None:
    style = {"facecolor": "none", "lw": 1, **style}
    axes.add_patch(Rectangle((x + 1, y + 1), field.wide - 2, field.high - 2, **style))


def _entries(
    classes: Sequence[RankClass], words: MapWords, *, partial: bool
) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the marks of the legend, each with what it means."""
    for each, (fill, _) in zip(classes, _CLASSES, strict=False):
        yield {"facecolor": fill, "edgecolor": MUTED, "lw": 1}, str(each.label)
    yield {"facecolor": "none", "edgecolor": TARGET, "lw": 3}, str(words.own)
    if partial:
        dashed = {"facecolor": "none", "edgecolor": MUTED, "lw": 1, "ls": _DASHES}
        yield dashed, str(words.unknown)


def _free(
    tiles: Sequence[Tile], entries: Sequence[tuple[dict[str, Any], str]], field: _Field
) -> tuple[float, float]:
    """Return where a legend stands at the left edge of the map, over no field."""
    lows = range(0, _HIGH - _ENTRY * len(entries), 2)
    return 1, next((low for low in lows if all(
        _clear(tiles, low + place * _ENTRY, text, field)
        for place, (_, text) in enumerate(entries)
    )), 0)  # fmt: skip


def _clear(tiles: Sequence[Tile], low: float, text: str, field: _Field) -> bool:
    """Say whether an entry of the legend at a height lies over no field."""
    right = _BESIDE + svg.text_width(text, 400, svg.SMALL) + 2 * _PAD
    corners = (field.corner(tile.south, tile.east) for tile in tiles)
    return not any(
        x < right and y < low + _ENTRY + _PAD and low - _PAD < y + field.high for x, y in corners
    )


def _legend(axes: Axes, entries: Sequence[tuple[dict[str, Any], str]], x: float, y: float) -> None:
    for place, (style, text) in enumerate(entries):
        top = y + place * _ENTRY + 2
        axes.add_patch(Rectangle((x, top), _MARK, _MARK, **style))
        axes.text(x + _BESIDE, top + _MARK / 2, text, va="center", color=INK, fontsize=svg.SMALL)


def _require_archipelagos(axes: Axes) -> None:
    """Require that both archipelagos are on the map: each a square with its name in it, in sight.

    Raises
    ------
    MapError
        If one is not.
    """
    squares = [each.get_bbox() for each in axes.patches if isinstance(each, Rectangle)]
    fields = [each.get_path() for each in axes.patches if isinstance(each, PathPatch)]
    right, low = axes.get_xlim()[1], max(axes.get_ylim())
    shown = {
        " ".join(text.get_text().split()): text.get_position()
        for text in axes.findobj(mpl.text.Text)
        if text.get_visible()
    }
    for name in NAMES:
        around = [box for box in squares if name in shown and box.contains(*shown[name])]
        covered = any(each.contains_point(shown[name]) for each in fields if name in shown)
        inside = any(box.x0 >= 0 and box.x1 <= right and 0 <= box.y0 <= box.y1 <= low
                     for box in around)  # fmt: skip
        if not inside or covered or len(around) > 1:
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
    longest = 2 * max(map(len, group)) + 1
    lengths = ((first, total - first) for total in range(2, longest) for first in range(1, total))
    for first, last in lengths:
        labels = [_letters(name, first, last) for name in group]
        if len(set(labels)) == len(set(group)):
            yield from zip(group, labels, strict=True)
            return
    # Alike but for a word between, or for a word that is left out.
    yield from zip(group, group, strict=True)


def _letters(name: str, first: int, last: int) -> str:
    """Return the first letters of a name's words, some more of the first and of the last.

    Of a name of one word they are its first letters.
    """
    for common in _COMMON:
        name = name.replace(common, "")
    words = [word for word in name.split() if word != "-"]
    if len(words) < 2:
        return name[: first + last]
    start, *between, end = words
    return start[:first] + "".join(word[0] for word in between) + end[:last]

"""The charts of ranks that moved: members of a group between two editions, parts over several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.drawing import svg
from helpers.drawing.rank_charts import apart, thinned, wrapped
from helpers.drawing.svg import (
    GRID,
    INK,
    MUTED,
    OTHERS,
    PAPER,
    PROVINCE,
    TARGET,
    Paint,
    canvas,
    labelled,
)
from helpers.store.frames import records
from helpers.words.told import Figure as Number
from helpers.words.told import Telling

#: In CSS pixels: the height of a row, of the scale under all rows, and the space beside labels.
_ROW, _SCALE, _GAP = 20, 22, 10
#: Two marks of the scale are at least so many CSS pixels apart.
_TICK = 22
#: Height in CSS pixels of the lines of slopes, and of one label at their ends.
_SLOPES, _LABEL = 200, 20
#: Width in CSS pixels that the names at the right end of slopes have on a phone, and elsewhere.
_NAMES = {"narrow": 132, "wide": 220}


class Move(NamedTuple):
    """A row of :func:`rank_moves`: a member, its rank now and before, and both as written."""

    name: Telling
    #: Missing where it is not known.
    rank: float
    before: float
    text: Telling
    own: bool


@labelled
def rank_moves(moves: pd.DataFrame, last: int) -> Paint:
    """Draw a row a member on one axis of ranks: a dot now, a faint one before, an arrow between.

    Parameters
    ----------
    moves : DataFrame
        One row a member, from top to bottom; the columns of :class:`Move`.
    last : int
        The worst rank there is.
    """
    rows = records(moves, Move)
    left = round(max(svg.text_width(str(row.name), 600 if row.own else 400) for row in rows))
    right = round(max(svg.text_width(str(row.text), 600) for row in rows))

    def paint(width: int) -> Figure:
        margins = (left + _GAP, right + _GAP, 2, _SCALE)
        figure, axes = canvas(width, _ROW * len(rows) + 2 + _SCALE, margins)
        axes.set(xlim=(0, last + 1), ylim=(-_ROW * len(rows), 0), xlabel="", ylabel="")
        axes.set_yticks([])
        axes.xaxis.grid(visible=True)
        step = next(each for each in (10, 20, 30, last) if each >= _TICK * svg.per_pixel(axes))
        axes.set_xticks([1, *range(step, last - step // 2, step), last])
        for place, row in enumerate(rows):
            _move(axes, -_ROW * (place + 0.5), row, left, right)
        return figure

    return paint


def _move(axes: Axes, y: float, row: Move, left: int, right: int) -> None:
    """Draw one row: its name to the left, its ranks to the right, the dots between."""
    pixel = svg.per_pixel(axes)
    colour, weight = (PROVINCE, 600) if row.own else (INK, 400)
    style: dict[str, Any] = {"va": "center", "weight": weight, "color": colour}
    axes.text(-(left + _GAP) * pixel, y, str(row.name), **style)
    axes.text(axes.get_xlim()[1] + (right + _GAP) * pixel, y, str(row.text), ha="right", **style)
    mark = PROVINCE if row.own else MUTED
    if pd.notna(row.before):
        _dot(axes, (row.before, y), 6, PAPER, OTHERS)
        if pd.notna(row.rank) and row.rank != row.before:
            _arrow(axes, (row.before, row.rank), y, mark)
    if pd.notna(row.rank):
        _dot(axes, (row.rank, y), 11 if row.own else 8, mark, mark)


def _dot(axes: Axes, place: tuple[float, float], size: int, face: str, edge: str) -> None:
    x, y = place
    axes.plot(x, y, marker="o", ms=size, color=face, mec=edge, mew=1.5, clip_on=False, zorder=3)


def _arrow(axes: Axes, ends: tuple[float, float], y: float, colour: str) -> None:
    """Draw a line from one rank to another, with its head before the second dot if it has room."""
    start, end = ends
    way = np.sign(end - start) * svg.per_pixel(axes)
    first = start + min(abs(4 * way), abs(end - start) / 2) * np.sign(way)
    axes.plot([first, end], [y, y], color=colour, lw=1.5, zorder=2)
    if abs(end - start) > abs(14 * way):
        head = end - 9 * way
        axes.plot(head, y, marker=">" if way > 0 else "<", ms=6, color=colour, mew=0, zorder=2)


@dataclass(frozen=True)
class Slope:
    """A line of :func:`slopes`.

    Parameters
    ----------
    label : Text
        The last known rank and what it is of, to the right.
    first : Text
        The first known rank, to the left.
    ranks : sequence of float
        One an edition, missing where it is not known.
    computed : sequence of bool
        Which of them are computed: these are drawn hollow.
    strong : bool
        Whether it is the one that is spoken of.
    """

    label: Telling
    first: Telling
    ranks: Sequence[float]
    computed: Sequence[bool]
    strong: bool

    @property
    def ends(self) -> tuple[int, int]:
        """The places of the first and the last known rank."""
        known = np.flatnonzero(pd.notna(pd.Series(self.ranks)))
        return int(known[0]), int(known[-1])


#: One marker and one pattern a line, beside its colour.
_MARKS = ("o", "s", "D")


@labelled
def slopes(lines: Sequence[Slope], editions: Sequence[Number]) -> Paint:
    """Draw a line of ranks each, the best rank on top, with its ranks at both ends.

    Parameters
    ----------
    lines : sequence of Slope
        At most three.
    editions : sequence of Figure
        The labels of the editions, at least two.
    """
    known = [rank for line in lines for rank in line.ranks if pd.notna(rank)]
    low, high = min(known), max(known)
    room = max(high - low, 4) * 0.08
    count = len(editions)

    def paint(width: int) -> Figure:
        most = _NAMES["narrow" if width <= svg.WIDTHS["narrow"] else "wide"]
        labels = [wrapped(str(line.label), most) for line in lines]
        right = round(
            max(svg.text_width(each, 600) for text in labels for each in text.split("\n"))
        )
        figure, axes = canvas(width, _SLOPES + 34, (40, right + 2 * _GAP, 28, 6))
        axes.set(xlim=(-0.08, count - 0.92), ylim=(high + room, low - room), xlabel="", ylabel="")
        axes.set_yticks([])
        axes.xaxis.tick_top()
        axes.spines["bottom"].set_visible(False)
        order = [count - 1, 0, *range(1, count - 1)]
        step = 1 / svg.per_pixel(axes)
        axes.set_xticks(range(count), thinned([str(each) for each in editions], step, order))
        axes.xaxis.grid(visible=True)
        for line, marker in sorted(zip(lines, _MARKS, strict=False), key=lambda one: one[0].strong):
            _slope(axes, line, marker)
        _at_the_ends(axes, lines, labels)
        return figure

    return paint


def _slope(axes: Axes, line: Slope, marker: str) -> None:
    colour, thick = (TARGET, 3.5) if line.strong else (MUTED, 1.8)
    ranks = np.array(line.ranks, dtype=float)
    axes.plot(range(len(ranks)), ranks, color=colour, lw=thick, clip_on=False, zorder=2)
    for place, rank in enumerate(ranks):
        face = PAPER if line.computed[place] else colour
        axes.plot(place, rank, marker=marker, ms=9 if line.strong else 7, color=face, mec=colour,
                  mew=1.8, clip_on=False, zorder=3)  # fmt: skip


def _at_the_ends(axes: Axes, lines: Sequence[Slope], labels: Sequence[str]) -> None:
    """Write the first ranks to the left of all dots, and the last with the names to the right."""
    bottom, top = axes.get_ylim()
    unit = (bottom - top) / _SLOPES
    count = len(lines[0].ranks)
    edge = 14 * svg.per_pixel(axes)
    starts = [line.ranks[line.ends[0]] for line in lines]
    ends = [line.ranks[line.ends[1]] for line in lines]
    heights = [_LABEL * (1 + label.count("\n")) * unit for label in labels]
    low = apart(starts, [_LABEL * unit] * len(lines), (top, bottom))
    high = apart(ends, heights, (top - 4 * unit, bottom + 4 * unit))
    for line, label, left, right in zip(lines, labels, low, high, strict=True):
        style: dict[str, Any] = {"va": "center", "weight": 600 if line.strong else 400}
        style["color"] = TARGET if line.strong else INK
        first, last = line.ends
        axes.text(-edge, left, str(line.first), ha="right", **style)
        axes.text(count - 1 + edge, right, label, linespacing=1.15, **style)
        if first > 0:
            _led(axes, (first, line.ranks[first]), (-edge * 0.6, left))
        if last < count - 1 or abs(right - line.ranks[last]) > 4 * unit:
            _led(axes, (last, line.ranks[last]), (count - 1 + edge * 0.85, right))


def _led(axes: Axes, dot: tuple[int, float], end: tuple[float, float]) -> None:
    axes.plot([dot[0], end[0]], [dot[1], end[1]], color=GRID, lw=1, clip_on=False, zorder=1)

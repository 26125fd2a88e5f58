"""The chart of components: a row each, a tick a province, the mean, and the province looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from helpers.drawing import svg
from helpers.drawing.svg import (
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
from helpers.words.told import Telling

#: Scores are drawn on the official scale: so many points.
POINTS = 1000
#: In CSS pixels: a row, half a tick, half the mark of the mean, and the gap between the strips and
#: the labels to their right.
_ROW, _TICK, _MEAN, _GAP = 70, 8, 13, 16
#: Height in CSS pixels of the line that explains the marks.
_KEY = 24
#: Points between two marks of the scale.
_STEP = 200


class Strip(NamedTuple):
    """A row of :func:`component_strip`: a component, the own score and the mean (0-1)."""

    label: Telling
    score: float
    rank: Telling
    #: Missing where it is not known.
    mean: float
    #: What is missing to the next rank, and to which; empty where neither is known.
    gain: Telling
    goal: Telling


@dataclass(frozen=True)
class Key:
    """What the marks mean: the dot, a tick, and the mark of the mean."""

    own: Telling
    each: Telling
    mean: Telling


@labelled
def component_strip(
    strips: pd.DataFrame,
    ticks: Sequence[Sequence[float]],
    key: Key,
    number: Callable[[float], str],
) -> Paint:
    """Draw a strip a component: a tick for each score, the mean, and a dot with its rank.

    Parameters
    ----------
    strips : DataFrame
        One row a component, from top to bottom; the columns of :class:`Strip`.
    ticks : sequence of sequence of float
        For each component the scores (0-1) of all provinces of which one is known.
    key : Key
        What the marks mean.
    number : callable
        How a number of points is written on the scale.
    """
    every = POINTS * np.concatenate([strips["score"], *map(np.asarray, ticks)])
    low = max(0, 100 * np.floor(every.min() / 100))
    high = min(POINTS, 100 * np.ceil(every.max() / 100))
    high = max(high, low + 100)
    averaged = bool(strips["mean"].notna().any())
    beside = [
        svg.text_width(str(text), size=svg.SMALL) for text in [*strips["gain"], *strips["goal"]]
    ]
    right = _GAP + round(max(beside))

    def paint(width: int) -> Figure:
        margins = (14, right, _KEY, 24)
        figure, axes = canvas(width, _ROW * len(strips) + _KEY + 24, margins)
        axes.set(xlim=(low, high), ylim=(-_ROW * len(strips), 0), xlabel="", ylabel="")
        axes.set_yticks([])
        for place, (strip, scores) in enumerate(zip(records(strips, Strip), ticks, strict=True)):
            _strip(axes, -_ROW * (place + 0.5), strip, scores)
            _to_the_next(axes, -_ROW * (place + 0.5), right, strip)
        _explain(axes, key, averaged=averaged)
        step = _STEP // 2 if high - low <= 2.5 * _STEP else _STEP
        marks = [mark for mark in range(0, POINTS + 1, step) if low <= mark <= high]
        axes.set_xticks(marks, [number(mark) for mark in marks])
        return figure

    return paint


def _strip(axes: Axes, y: float, strip: Strip, scores: Sequence[float]) -> None:
    """Draw one row: its name above the strip, the rank under the dot, the labels to the right."""
    _ticks(axes, y, [POINTS * score for score in scores])
    x, pixel = POINTS * strip.score, svg.per_pixel(axes)
    if not pd.isna(strip.mean):
        mean = POINTS * strip.mean
        axes.plot([mean] * 2, [y - _MEAN, y + _MEAN], color=TARGET, lw=3, solid_capstyle="butt")
    axes.plot(x, y, marker="o", ms=13, color=PROVINCE, mec=PAPER, mew=1.5, clip_on=False, zorder=3)
    left, right = axes.get_xlim()
    axes.text(left, y + _MEAN + 3, str(strip.label), va="bottom", color=INK, weight=600)
    half = svg.text_width(str(strip.rank), 600) / 2 * pixel
    middle = min(max(x, left + half), right + _GAP / 2 * pixel - half)
    axes.text(middle, y - _MEAN - 1, str(strip.rank), ha="center", va="top", color=PROVINCE,
              weight=600)  # fmt: skip


def _to_the_next(axes: Axes, y: float, beside: int, strip: Strip) -> None:
    """Say at the right edge what is missing, and under it to which rank."""
    edge = axes.get_xlim()[1] + (beside - 1) * svg.per_pixel(axes)
    for text, up, side, colour in (
        (strip.gain, 1, "bottom", INK),
        (strip.goal, -1, "top", MUTED),
    ):
        axes.text(edge, y + up, str(text), ha="right", va=side, color=colour, fontsize=svg.SMALL)


def _ticks(axes: Axes, y: float, places: Sequence[float]) -> None:
    """Draw all ticks of a strip as one path: equal scores have one tick."""
    ends = [(x, y + up) for x in np.unique(places) for up in (-_TICK, _TICK)]
    codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
    path = PathPatch(Path(ends, codes), fill=False, edgecolor=OTHERS, lw=1, clip_on=False)
    axes.add_patch(path)


def _explain(axes: Axes, key: Key, *, averaged: bool) -> None:
    """Say above the strips what the marks mean, each beside one of its kind."""
    pixel, y = svg.per_pixel(axes), _KEY - 12
    x = axes.get_xlim()[0]
    marks = [(key.own, "o", PROVINCE, 9.0, 1.0), (key.each, "|", OTHERS, 12.0, 1.0)]
    marks += [(key.mean, "|", TARGET, 14.0, 3.0)] if averaged else []
    for text, marker, colour, size, thick in marks:
        axes.plot(x + 4 * pixel, y, marker=marker, ms=size, color=colour, mew=thick, clip_on=False)
        axes.text(x + 13 * pixel, y, str(text), va="center", color=INK, fontsize=svg.SMALL)
        x += (13 + svg.text_width(str(text), size=svg.SMALL) + 14) * pixel

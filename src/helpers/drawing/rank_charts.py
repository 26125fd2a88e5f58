"""The charts of ranks: who stands where, how often, since when, and what was promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.drawing import svg
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
from helpers.store.frames import records
from helpers.words.told import Figure as Number
from helpers.words.told import Telling, Text

_PHONE = svg.WIDTHS["narrow"]
#: Heights in CSS pixels of a bar with its name and of one without.
_NAMED, _UNNAMED = 24, 4
#: Two lines of text are at least so many CSS pixels apart.
_LINE = 17
#: In CSS pixels: how high bars are, the space beside them, how much higher than bars a row of
#: labels stands that do not fit over theirs, and the least space between two labels.
_BARS, _EDGE, _RAISED, _APART = 190, 4, 34, 6
#: Width in CSS pixels that a label has beside a chart on a phone, and beside lines of ranks there.
_BESIDE, _PHONE_NAME = 172, 130
#: Width in CSS pixels of the ranks to the left of lines.
_SCALE = 30
#: Height in CSS pixels of the ranks in a chart of their course.
_BUMP = 230


class Rung(NamedTuple):
    """A province of :func:`rank_ladder`: its rank and name, and its score (0-1)."""

    label: Telling
    score: float
    text: Telling
    #: Whether it is the province looked at.
    own: bool
    #: Whether provinces without a score lie before it.
    gap: bool
    #: Whether the bar carries its label; the others are thin.
    named: bool


@labelled
def rank_ladder(ladder: pd.DataFrame, mean: float | None, mean_text: Text) -> Paint:
    """Bars of all published totals, best first, with the mean of all provinces.

    Parameters
    ----------
    ladder : DataFrame
        One row a province, best first; the columns of :class:`Rung`.
    mean : float or None
        The mean of all provinces, if known.
    mean_text : Text
        How the mean is labelled.
    """
    said_as_drawn(ladder["score"], ladder["text"])
    ladder = ladder.assign(label=ladder["label"].map(str).map(_fitted))
    named = _NAMED + _LINE * ladder["label"].str.count("\n")
    heights = np.where(ladder["named"], named, _UNNAMED)
    below = (heights + 11 * ladder["gap"]).cumsum().to_numpy()
    places = heights / 2 - below

    def paint(width: int) -> Figure:
        margins = (178 if width <= _PHONE else 200, 4, 26, 6)
        figure, axes = canvas(width, int(below[-1]) + 32, margins)
        colours = [PROVINCE if own else OTHERS for own in ladder["own"]]
        thick = np.where(ladder["named"], 0.66 * _NAMED, 0.7 * _UNNAMED)
        axes.barh(places, ladder["score"], height=thick, color=colours)
        for place, height, item in zip(places, heights, records(ladder, Rung), strict=True):
            if item.named:
                inside = ON_PROVINCE if item.own else ON_OTHERS
                axes.text(0.006, place, str(item.text), va="center", color=inside, weight=600)
            if item.gap:
                axes.axhline(place + height / 2 + 5, color=MUTED, lw=1, ls=(0, (1, 3)))
        _province_ticks(axes, places[ladder["named"]], ladder[ladder["named"]])
        if mean is not None:
            axes.axvline(mean, color=TARGET, lw=1.5, ls=(0, (4, 2)))
            side = "right" if mean > 0.6 * ladder["score"].max() else "center"
            axes.text(mean, 3, str(mean_text), ha=side, va="bottom", color=TARGET)
        axes.set(xlim=(0, max(ladder["score"].max(), mean or 0) * 1.02), ylim=(-below[-1], 0))
        axes.set(xlabel="", xticks=[])
        axes.spines["bottom"].set_visible(False)
        return figure

    return paint


def _fitted(label: str) -> str:
    """Break a label that is too wide before the first of what it says in brackets."""
    wide = svg.text_width(label, 600) > _BESIDE
    return label.replace(" (", "\n(", 1) if wide else label


def _province_ticks(axes: Axes, places: Sequence[float], rows: pd.DataFrame) -> None:
    axes.set_yticks(places, rows["label"])
    for label, own in zip(axes.get_yticklabels(), rows["own"], strict=True):
        label.set(weight=600 if own else 400, color=PROVINCE if own else INK)


@dataclass(frozen=True)
class RankSpan:
    """A range of ranks under the bars: its ends and its label."""

    low: int
    high: int
    text: Text


@labelled
def rank_distribution(
    shares: pd.Series, texts: pd.Series, official: int, spans: Sequence[RankSpan]
) -> Paint:
    """Bars of how often each rank comes out, over lines for ranges of ranks.

    Parameters
    ----------
    shares : Series
        By rank, every rank that is shown: the share (0-1).
    texts : Series
        By rank: the share as it is written.
    official : int
        The published rank, set off.
    spans : sequence of RankSpan
        The ranges, from top to bottom.
    """
    said_as_drawn(shares, texts)
    few = len(shares) <= 12
    frequent = shares[shares >= 0.005] if few else shares.nlargest(1)
    written = [official, *frequent.drop(official, errors="ignore").sort_values().index[::-1]]

    def paint(width: int) -> Figure:
        slot = (width - 2 * _EDGE) / (shares.index[-1] - shares.index[0] + 1.2)
        over, above = _placed(shares, texts[written], official, slot, width - 2 * _EDGE)
        bottom, top = 30 + 46 * len(spans), 22 + (_RAISED if above else 0)
        figure, axes = canvas(width, _BARS + top + bottom, (_EDGE, _EDGE, top, bottom))
        colours = [PROVINCE if rank == official else OTHERS for rank in shares.index]
        axes.bar(shares.index, shares, width=0.72, color=colours)
        axes.set(xlim=(shares.index[0] - 0.6, shares.index[-1] + 0.6))
        axes.set(ylim=(0, shares.max() * 1.02), yticks=[], xlabel="", ylabel="")
        for rank in over:
            height = shares[rank] + 0.02 * shares.max()
            axes.text(rank, height, str(texts[rank]), ha="center", **_strong(rank == official))
        for rank, x in above.items():
            _raised(axes, (rank, shares[rank]), x, str(texts[rank]), rank == official)
        step = 1 if few else 5 if width <= _PHONE else 2
        ticks = [rank for rank in shares.index if rank % step == 0 or few]
        axes.set_xticks(ticks, [str(tick) for tick in ticks])
        for place, span in enumerate(spans):
            _span(axes, -(42 + 46 * place) / _BARS, span)
        return figure

    return paint


def _strong(own: bool) -> dict[str, Any]:
    return {"weight": 600, "color": PROVINCE} if own else {}


def _placed(
    shares: pd.Series, texts: pd.Series, official: int, slot: float, width: float
) -> tuple[list[int], dict[int, float]]:
    """Say which labels stand over their bars, and where in a row above all bars the others do.

    ``texts`` has the most needed label first: what the row has no room for is left out, and is
    read in the table. ``slot`` is how wide a bar may be with its space.
    """
    wide = {rank: svg.text_width(str(text), 600 if rank == official else 400) + _APART
            for rank, text in zip(map(int, texts.index), texts, strict=True)}  # fmt: skip
    over = [rank for rank in wide if wide[rank] <= slot]
    above = [rank for rank in wide if wide[rank] > slot]
    room = np.cumsum([wide[rank] for rank in above]) <= width
    above = sorted(rank for rank, fits in zip(above, room, strict=True) if fits)
    middles = [(rank - shares.index[0] + 0.6) * slot for rank in above]
    places = apart(middles, [wide[rank] for rank in above], (0, width))
    return over, dict(zip(above, places, strict=True))


def _raised(axes: Axes, bar: tuple[int, float], x: float, text: str, own: bool) -> None:
    """Write a label in the row above all bars, and lead a thin line from its bar to it."""
    rank, share = bar
    high = axes.get_ylim()[1] / _BARS
    place = axes.get_xlim()[0] + x * svg.per_pixel(axes)
    knee, foot = (_BARS + _RAISED - 12) * high, (_BARS + _RAISED) * high
    axes.plot([rank, rank, place], [share, knee, foot], lw=1, clip_on=False,
              color=PROVINCE if own else MUTED)  # fmt: skip
    axes.text(place, foot + 3 * high, text, ha="center", **_strong(own))


def _span(axes: Axes, y: float, span: RankSpan) -> None:
    over = axes.get_xaxis_transform()
    ends = [span.low - 0.36, span.high + 0.36]
    axes.plot(ends, [y, y], color=INK, lw=2, marker="|", ms=9, transform=over, clip_on=False)
    axes.text(0, y - 0.05, str(span.text), va="top", transform=axes.transAxes)


@dataclass(frozen=True)
class Course:
    """A province's ranks over the editions.

    Parameters
    ----------
    label : Text
        Rank and name, to the right of the last known rank.
    own : bool
        Whether it is the province looked at.
    before : bool
        Whether it became part of the province looked at.
    ranks : DataFrame
        One row an edition, in order, with the columns

        - rank : int, missing where not known;
        - scored : bool, whether a score is published; without one the rank is drawn hollow;
        - new_count : bool, whether another number of provinces is ranked: no line leads there.
    """

    label: Telling
    own: bool
    before: bool
    ranks: pd.DataFrame

    @property
    def end(self) -> tuple[int, float]:
        """The place and the rank of the last known rank."""
        place = int(np.flatnonzero(self.ranks["rank"].notna())[-1])
        return place, float(self.ranks["rank"].iloc[place])


@labelled
def bump(
    courses: Sequence[Course], editions: Sequence[Number], changes: Mapping[int, Text]
) -> Paint:
    """Lines of ranks over editions, the best rank on top, broken where a rank is not known.

    Parameters
    ----------
    courses : sequence of Course
        The provinces; of each some rank is known.
    editions : sequence of Figure
        The labels of the editions.
    changes : mapping of int to Text
        By the place of an edition that is not as the one before: what changed.
    """
    last = max(int(course.ranks["rank"].max()) for course in courses)
    pixel = (last + 1) / _BUMP
    years = list(map(str, editions))

    def paint(width: int) -> Figure:
        space, cap = (22, _PHONE_NAME) if width <= _PHONE else (40, _BESIDE)
        named = [replace(each, label=wrapped(str(each.label), cap)) for each in courses]
        heights = [_high(str(each.label)) * pixel for each in named]
        beside = apart([each.end[1] for each in named], heights, (0, np.inf))
        # The lowest name may end up under the worst rank, and what changed stands under it.
        lowest = max(place + height / 2 for place, height in zip(beside, heights, strict=True))
        under = 8 + max(0, round((lowest - last - 1) / pixel))
        right = space + round(max(_width(each) for each in named))
        step = (width - _SCALE - right) / (len(years) - 0.78)
        starts = {place: _SCALE + (place - 0.3) * step for place in changes}
        marks = _stacked(starts, changes, width, under)
        below = max([under, *(mark.low for mark in marks.values())])
        figure, axes = canvas(width, 24 + _BUMP + below, (_SCALE, right, 24, below))
        axes.yaxis.grid(visible=True)
        axes.set(xlim=(-0.2, len(years) - 0.98), ylim=(last + 1, 0), xlabel="", ylabel="")
        for place, mark in marks.items():
            _change(axes, place, mark)
        for course in sorted(named, key=lambda course: (course.own, course.before)):
            _course(axes, course)
        axes.xaxis.tick_top()
        axes.spines["bottom"].set_visible(False)
        axes.set_xticks(range(len(years)), thinned(years, step, _needed(courses, changes)))
        axes.set_yticks([1, *range(10, last + 1, 10)])
        _names(axes, named, beside, space)
        return figure

    return paint


def wrapped(label: str, wide: float) -> str:
    """Break a label into lines of at most so many CSS pixels, or of a word.

    Parameters
    ----------
    label : str
        The label.
    wide : float
        How wide a line may be.
    """
    lines: list[str] = []
    for word in label.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and svg.text_width(longer, 600) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def _high(label: str) -> int:
    """Return how high a label is, in CSS pixels."""
    return _LINE * len(label.splitlines())


class _Mark(NamedTuple):
    """What changed, in lines, and its ends in CSS pixels under the worst rank."""

    words: str
    top: int
    low: int


def _stacked(
    starts: Mapping[int, float], changes: Mapping[int, Text], width: int, under: int
) -> dict[int, _Mark]:
    """Place what changed under the lines, each to the right of its mark, later ones higher.

    So the mark of an earlier change, which is longer, runs past the left of all later words.
    """
    found: dict[int, _Mark] = {}
    start, top = float(width), under
    for place in sorted(starts, reverse=True):
        free = start if found else float(width)
        words = wrapped(str(changes[place]), width - starts[place] - 2 * _EDGE)
        wide = max(svg.text_width(line, 600) for line in words.splitlines())
        if found and starts[place] + wide + 3 * _EDGE > free:
            top = max(mark.low for mark in found.values())
        found[place] = _Mark(words, top, top + _high(words) + 2)
        start = starts[place]
    return found


def _change(axes: Axes, place: int, mark: _Mark) -> None:
    """Draw where what is counted changed, down to the words that say what."""
    over, x = axes.get_xaxis_transform(), place - 0.5
    axes.plot([x, x], [1, -(mark.low - 4) / _BUMP], color=TARGET, lw=1.5, ls=(0, (4, 2)),
              transform=over, clip_on=False, zorder=1)  # fmt: skip
    axes.text(x + _EDGE * svg.per_pixel(axes), -mark.top / _BUMP, mark.words, transform=over,
              color=TARGET, va="top")  # fmt: skip


def _needed(courses: Sequence[Course], changes: Mapping[int, Text]) -> list[int]:
    """Return the places of editions, those first whose years are needed most.

    The last and the first, then those that changed something, then those in which the province's
    own rank moved, the furthest first.
    """
    count = len(courses[0].ranks)
    moved = pd.Series(0.0, index=range(count)).to_numpy()
    for course in courses:
        if course.own:
            moved = course.ranks["rank"].astype(float).diff().abs().fillna(0).to_numpy()
    key = {place: (place in changes, moved[place], place) for place in range(count)}
    return [count - 1, 0, *sorted(range(1, count - 1), key=key.__getitem__, reverse=True)]


def thinned(years: Sequence[str], step: float, needed: Sequence[int]) -> list[str]:
    """Leave out years that would touch one that is needed more.

    Parameters
    ----------
    years : sequence of str
        The labels of an axis.
    step : float
        How many CSS pixels lie between two of them.
    needed : sequence of int
        The places of the labels, those first that are needed most.
    """
    kept: dict[int, float] = {}
    for place in needed:
        half = (svg.text_width(years[place], size=svg.SMALL) + _APART) / 2
        if all(abs(place - other) * step >= half + size for other, size in kept.items()):
            kept[place] = half
    return [year if place in kept else "" for place, year in enumerate(years)]


def _width(course: Course) -> float:
    """Return how wide a course's label is, in CSS pixels."""
    weight = 600 if course.own else 400
    return max(svg.text_width(line, weight) for line in str(course.label).splitlines())


def _names(axes: Axes, courses: Sequence[Course], places: np.ndarray, space: int) -> None:
    """Write each name to the right of all ranks, with a line to its last one."""
    pixel = svg.per_pixel(axes)
    for course, y in zip(courses, places, strict=True):
        colour = PROVINCE if course.own or course.before else INK
        (x, end), right = course.end, len(course.ranks) - 1
        axes.plot([x + 8 * pixel, right + (space - 6) * pixel], [end, y], color=GRID, lw=1,
                  clip_on=False)  # fmt: skip
        axes.text(right + (space - 3) * pixel, y, str(course.label), va="center",
                  weight=600 if course.own else 400, color=colour)  # fmt: skip


def _course(axes: Axes, course: Course) -> None:
    colour = PROVINCE if course.own or course.before else OTHERS
    thick = 4 if course.own else 2.5 if course.before else 1.5
    ranks = course.ranks["rank"].astype(float).to_numpy()
    stretch = course.ranks["new_count"].cumsum().to_numpy()
    for one in np.unique(stretch):
        there = np.flatnonzero(stretch == one)
        axes.plot(there, ranks[there], color=colour, lw=thick, clip_on=False, zorder=2)
    for scored in (True, False):
        chosen = np.flatnonzero((course.ranks["scored"] == scored) & ~np.isnan(ranks))
        face = colour if scored else PAPER
        axes.scatter(chosen, ranks[chosen], s=60 if course.own else 34, color=face,
                     edgecolors=colour, linewidths=1.5, clip_on=False, zorder=3)  # fmt: skip


def apart(
    places: Sequence[float],
    sizes: Sequence[float],
    within: tuple[float, float] = (-np.inf, np.inf),
) -> np.ndarray:
    """Move places as little as can be (least squares) so that what is so long does not overlap.

    Parameters
    ----------
    places, sizes : sequence of float
        The middles, and how long what stands there is.
    within : tuple of float
        Nothing begins before its first end, nor ends after the other if there is room.
    """
    from scipy.optimize import isotonic_regression  # noqa: PLC0415  slow, and only this needs it

    if not len(places):
        return np.empty(0)
    order = np.argsort(places, kind="stable")
    long = np.asarray(sizes)[order]
    steps = np.cumsum(np.r_[0, (long[1:] + long[:-1]) / 2])
    first, last = within[0] + long[0] / 2, within[1] - long[-1] / 2 - steps[-1]
    moved = np.empty(len(order))
    fitted = isotonic_regression(np.asarray(places)[order] - steps).x
    moved[order] = np.maximum(np.minimum(fitted, last), first) + steps
    return moved


@dataclass(frozen=True)
class RankTarget:
    """A rank that was promised: the year it speaks of, the rank, and its label."""

    year: Number
    rank: int
    text: Text


@labelled
def rank_targets(
    year: Number, rank: int, text: Text, targets: Sequence[RankTarget], last: int
) -> Paint:
    """Today's rank beside the promised ones, in order of time; the best rank is on top.

    Parameters
    ----------
    year, rank, text : Figure, int, Text
        The newest rank and its label.
    targets : sequence of RankTarget
        The promised ranks, in order of their years.
    last : int
        The worst rank the axis shows.
    """

    def paint(width: int) -> Figure:
        figure, axes = canvas(width, 300, (30, 8, 8, 28))
        axes.yaxis.grid(visible=True)
        for place, target in enumerate(targets, start=1):
            axes.bar(place, target.rank - 1, bottom=1, width=0.3, color=GRID)
            axes.hlines(target.rank, place - 0.3, place + 0.3, color=TARGET, lw=3)
            axes.text(
                place, target.rank + 0.6, str(target.text), ha="center", va="top", color=TARGET
            )
        axes.plot(0, rank, marker="o", ms=13, color=PROVINCE)
        axes.text(0, rank + 1, str(text), ha="center", va="top", weight=600, color=PROVINCE)
        years = [str(year), *(str(target.year) for target in targets)]
        axes.set(xlim=(-0.55, len(targets) + 0.45), ylim=(last + 0.5, 0), xlabel="", ylabel="")
        axes.set_xticks(range(len(years)), years)
        axes.set_yticks(sorted({1, 5, 10, 15, last}))
        return figure

    return paint

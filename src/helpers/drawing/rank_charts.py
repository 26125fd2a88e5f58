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
_NAMED, _UNNAMED = 24, 5
#: Two lines of text are at least so many CSS pixels apart.
_LINE = 17
#: Width in CSS pixels that a label has beside a chart on a phone.
_BESIDE = 172
#: Height in CSS pixels of the ranks in a chart of their course.
_BUMP = 340


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
    written = frequent.index.union([official])
    sides = dict.fromkeys(written, "center") if few else _sides(list(written))

    def paint(width: int) -> Figure:
        bottom = 30 + 46 * len(spans)
        figure, axes = canvas(width, 190 + bottom, (4, 4, 22, bottom))
        colours = [PROVINCE if rank == official else OTHERS for rank in shares.index]
        axes.bar(shares.index, shares, width=0.72, color=colours)
        axes.set(xlim=(shares.index[0] - 0.6, shares.index[-1] + 0.6))
        for rank in written:
            own = rank == official
            strong: dict[str, Any] = {"weight": 600, "color": PROVINCE} if own else {}
            x = rank + {"center": 0, "left": -0.36, "right": 0.36}[sides[rank]]
            text = str(texts[rank])
            wide = 0 if few else svg.text_width(text, 600) * svg.per_pixel(axes)
            height = _over(shares, rank, sides[rank], wide) + 0.015 * shares.max()
            axes.text(x, height, text, ha=sides[rank], **strong)
        step = 1 if few else 5 if width <= _PHONE else 2
        ticks = [rank for rank in shares.index if rank % step == 0 or few]
        axes.set(ylim=(0, shares.max() * 1.02), yticks=[], xlabel="", ylabel="")
        axes.set_xticks(ticks, [str(tick) for tick in ticks])
        for place, span in enumerate(spans):
            _span(axes, -(42 + 46 * place) / 190, span)
        return figure

    return paint


def _sides(labelled: Sequence[int]) -> dict[int, str]:
    """Say how labels of bars are aligned: two run away from each other."""
    if len(labelled) == 1:
        return {labelled[0]: "center"}
    return {labelled[0]: "right", labelled[1]: "left"}


def _over(shares: pd.Series, rank: int, side: str, wide: float) -> float:
    """Return the height that a label ``wide`` ranks long must clear: no bar runs through it."""
    first = rank - {"center": wide / 2, "left": 0.5, "right": wide}[side]
    last = rank + {"center": wide / 2, "left": wide, "right": 0.5}[side]
    return float(shares[(shares.index >= first) & (shares.index <= last)].max())


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
    courses = [replace(each, label=_fitted(str(each.label))) for each in courses]
    heights = [_LINE * pixel * len(str(each.label).splitlines()) for each in courses]
    beside = _apart([each.end[1] for each in courses], heights)
    # The lowest name may end up under the worst rank; the years stand on top, out of its way.
    lowest = max(place + height / 2 for place, height in zip(beside, heights, strict=True))
    below = 8 + max(0, round((lowest - last - 1) / pixel))
    names = round(max(_width(each) for each in courses))

    def paint(width: int) -> Figure:
        space = 22 if width <= _PHONE else 40
        figure, axes = canvas(width, 44 + _BUMP + below, (30, names + space, 44, below))
        axes.yaxis.grid(visible=True)
        for place, change in changes.items():
            axes.axvline(place - 0.5, color=TARGET, lw=1.5, ls=(0, (4, 2)))
            over = axes.get_xaxis_transform()
            axes.text(place - 0.5, 1 + 22 / _BUMP, str(change), transform=over, color=TARGET,
                      ha="center", va="bottom")  # fmt: skip
        for course in sorted(courses, key=lambda course: (course.own, course.before)):
            _course(axes, course)
        axes.set(xlim=(-0.2, len(editions) - 0.98), ylim=(last + 1, 0), xlabel="", ylabel="")
        axes.xaxis.tick_top()
        axes.spines["bottom"].set_visible(False)
        axes.set_xticks(range(len(editions)), list(map(str, editions)))
        axes.set_yticks([1, *range(10, last + 1, 10)])
        _names(axes, courses, beside, space)
        return figure

    return paint


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


def _apart(places: Sequence[float], heights: Sequence[float]) -> np.ndarray:
    """Move places as little as can be (least squares) so that what is so high does not overlap."""
    from scipy.optimize import isotonic_regression  # noqa: PLC0415  slow, and only this needs it

    order = np.argsort(places, kind="stable")
    sizes = np.asarray(heights)[order]
    steps = np.cumsum(np.r_[0, (sizes[1:] + sizes[:-1]) / 2])
    moved = np.empty(len(order))
    moved[order] = isotonic_regression(np.asarray(places)[order] - steps).x + steps
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

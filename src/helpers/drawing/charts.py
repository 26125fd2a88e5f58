"""The charts: each takes numbers and finished labels, and draws for any width."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.drawing import svg
from helpers.drawing.strips import POINTS
from helpers.drawing.svg import (
    GRID,
    INK,
    MUTED,
    ON_OTHERS,
    OTHERS,
    PAPER,
    PROVINCE,
    TARGET,
    Paint,
    canvas,
    labelled,
    said_as_drawn,
)  # fmt: skip
from helpers.store.frames import records
from helpers.words.told import Telling

_PHONE = svg.WIDTHS["narrow"]


def _bare(axes: Axes) -> None:
    axes.set(xlabel="", ylabel="", xticks=[], yticks=[])
    axes.spines["bottom"].set_visible(False)


class Share(NamedTuple):
    """A bar of :func:`share_bars`; value and target in percent, the target may be missing."""

    label: Telling
    value: float
    text: Telling
    target: float
    target_text: Telling
    approx: bool


@labelled
def share_bars(shares: pd.DataFrame) -> Paint:
    """Bars of shares with the target of each, those that are not exact hatched.

    Parameters
    ----------
    shares : DataFrame
        One row a bar, in order; the columns of :class:`Share`.
    """
    said_as_drawn(shares["value"], shares["text"])

    def paint(width: int) -> Figure:
        phone = width <= _PHONE
        row = 92 if phone else 74
        figure, axes = canvas(width, row * len(shares) + 4, (2, 2, 2, 2))
        places = np.arange(len(shares))[::-1]
        thick = 20 / row
        axes.barh(places, 100, height=thick, color=GRID)
        bars = axes.barh(places, shares["value"], height=thick, color=OTHERS)
        for bar, approx in zip(bars, shares["approx"], strict=True):
            bar.set(hatch="///" if approx else None, edgecolor=PAPER)
        for place, item in zip(places, records(shares, Share), strict=True):
            label = textwrap.fill(str(item.label), 48 if phone else 100)
            axes.text(0, place + 0.7 * thick, label, va="bottom", color=INK, linespacing=1.3)
            axes.text(1, place, str(item.text), va="center", color=ON_OTHERS, weight=600)
            if not pd.isna(item.target):
                ends = [place - 0.7 * thick, place + 0.7 * thick]
                axes.plot([item.target] * 2, ends, color=TARGET, lw=3)
                _beside(axes, item.target, ends[0], str(item.target_text))
        axes.set(xlim=(0, 100), ylim=(-0.5, len(shares) - 0.4))
        _bare(axes)
        return figure

    return paint


def _beside(axes: Axes, x: float, y: float, text: str) -> None:
    """Write a target's text under its mark, on the side where there is room."""
    side = "left" if x < 50 else "right"
    axes.text(x, y, text, ha=side, va="top", color=TARGET, fontsize=svg.SMALL)


@dataclass(frozen=True)
class Series:
    """One province in a profile: its name, whether it is the one looked at, and its marker."""

    name: str
    own: bool
    marker: str


class Dot(NamedTuple):
    """A dot of :func:`pillar_profile`: a pillar's label, a province's name, its score (0-1)."""

    pillar: Telling
    name: Telling
    score: float
    text: Telling


@labelled
def pillar_profile(
    points: pd.DataFrame,
    series: Sequence[Series],
    limit: float,
    number: Callable[[float], str],
) -> Paint:
    """Dots of several provinces on one line a pillar.

    Parameters
    ----------
    points : DataFrame
        One row a dot; the columns of :class:`Dot`. The text, the score as written, stands under
        the dots of the province looked at.
    series : sequence of Series
        The provinces in the order of the legend.
    limit : float
        Where the axis ends.
    number : callable
        How a score is written on the axis.
    """
    said_as_drawn(points["score"], points["text"])
    points = points.assign(**{name: points[name].map(str) for name in ("pillar", "name", "text")})

    def paint(width: int) -> Figure:
        pillars = list(dict.fromkeys(points["pillar"]))
        letters = sum(len(each.name) + 4 for each in series)
        columns = len(series) if width > _PHONE or letters < 45 else 2
        top = 14 + 20 * -(-len(series) // columns)
        figure, axes = canvas(width, 62 * len(pillars) + 30 + top, (8, 8, top, 26))
        place = {pillar: -float(i) for i, pillar in enumerate(pillars)}
        axes.hlines(list(place.values()), 0, limit, color=GRID, lw=2)
        own = [each.name for each in series if each.own]
        _dots(axes, points.assign(y=points["pillar"].map(place)), series)
        for pillar, y in place.items():
            axes.text(0, y + 0.24, pillar, va="bottom", color=INK, weight=600)
        strong: dict[str, Any] = {"color": PROVINCE, "weight": 600, "ha": "center", "va": "top"}
        for dot in records(points[points["name"].isin(own)], Dot):
            axes.text(dot.score, place[str(dot.pillar)] - 0.14, str(dot.text), **strong)
        _legend(axes, columns)
        axes.set(xlim=(0, limit), ylim=(-len(pillars) + 0.6, 0.75), xlabel="", ylabel="", yticks=[])
        ticks = np.arange(0, limit, 0.1)
        axes.set_xticks(ticks, [number(tick) for tick in ticks.round(1)])
        return figure

    return paint


def _dots(axes: Axes, points: pd.DataFrame, series: Sequence[Series]) -> None:
    """Draw the dots of a profile, each name with its own marker."""
    names = [each.name for each in series]
    sns.scatterplot(
        # The last ones drawn lie on top: the province looked at stays in sight.
        points.iloc[::-1],
        x="score",
        y="y",
        style="name",
        hue="name",
        hue_order=names,
        style_order=names,
        palette={each.name: PROVINCE if each.own else OTHERS for each in series},
        markers={each.name: each.marker for each in series},
        s=110,
        ax=axes,
        zorder=3,
    )


def _legend(axes: Axes, columns: int) -> None:
    """Put the names above the plot, in the order of the data."""
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(-0.015, 1),
        ncols=columns,
        frameon=False,
        fontsize=svg.SMALL,
        handletextpad=0.1,
        columnspacing=0.8,
        borderpad=0,
    )


#: A longer label of a step takes two lines on a phone.
_SHORT = 15


class Step(NamedTuple):
    """A step of :func:`waterfalls`: from start to end, counted from the rival's total (0-1)."""

    label: Telling
    start: float
    end: float
    text: Telling
    total: bool


@dataclass(frozen=True)
class Gap:
    """The gap to one rival: one row a step with the columns of :class:`Step`, under a heading.

    A single gap, which the figure's title names, needs no heading.
    """

    steps: pd.DataFrame
    heading: Telling = ""

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return len(self.steps) + bool(self.heading)


def with_whole(
    steps: pd.DataFrame,
    labels: Sequence[Telling],
    texts: Sequence[Telling],
    whole: tuple[Telling, float, Telling],
) -> pd.DataFrame:
    """Label the steps of a waterfall and end them with the whole gap.

    Parameters
    ----------
    steps : DataFrame
        What :func:`helpers.analysis.gaps.waterfall` returns.
    labels, texts : sequence of Text
        The name of each step, and its contribution as it is written.
    whole : tuple of Text, float and Text
        The name of the whole gap, the gap, and the gap as it is written.

    Returns
    -------
    DataFrame
        The steps of a :class:`Gap`.
    """
    said = pd.DataFrame({"label": labels, "text": texts, "total": False}, steps.index)
    frame = steps.join(said)
    name, gap, written = whole
    last = {"label": name, "start": 0.0, "end": gap, "text": written, "total": True}
    return pd.concat([frame, pd.DataFrame([last])], ignore_index=True)


@labelled
def waterfalls(gaps: Sequence[Gap]) -> Paint:
    """Draw steps from a rival's total to one's own, each starting where the one before ended.

    Parameters
    ----------
    gaps : sequence of Gap
        One block a rival; the rival's total is zero, and ``total`` marks the step that is the
        whole gap. All blocks share one scale.
    """
    rows = sum(gap.rows for gap in gaps)
    ends = np.r_[0.0, *(gap.steps[["start", "end"]].to_numpy().ravel() for gap in gaps)]
    for gap in gaps:
        said_as_drawn(gap.steps["end"] - gap.steps["start"], gap.steps["text"])
    wrapped = any(len(str(label)) > _SHORT for gap in gaps for label in gap.steps["label"])

    def paint(width: int) -> Figure:
        phone = width <= _PHONE
        left, row = (112, 40 if wrapped else 26) if phone else (190, 26)
        before, after = (80 if ends.min() < 0 else 4), (72 if ends.max() > 0 else 4)
        figure, axes = canvas(width, row * rows + 12, (left, 2, 4, 4))
        pixel = (ends.max() - ends.min() or 1.0) / (width - left - 2 - before - after)
        y = 0.0
        for gap in gaps:
            across = axes.get_yaxis_transform()
            start = -left / (width - left - 2)
            if gap.heading:
                axes.text(start, y, str(gap.heading), va="center", weight=600, transform=across)
                y -= 1
            axes.vlines(0, y - len(gap.steps) + 0.5, y + 0.5, color=MUTED, lw=1)
            for step in records(gap.steps, Step):
                label = textwrap.fill(str(step.label), _SHORT) if phone else step.label
                _step(axes, y, step._replace(label=label), 6 * pixel)
                y -= 1
        axes.set(xlim=(ends.min() - before * pixel, ends.max() + after * pixel))
        axes.set(ylim=(y + 0.5, 0.5))
        _bare(axes)
        return figure

    return paint


def _step(axes: Axes, y: float, step: Step, space: float) -> None:
    """Draw one step; its text stands on the side away from zero, where no other bar is."""
    colour = OTHERS if step.total else TARGET if step.end < step.start else PROVINCE
    axes.barh(y, step.end - step.start, left=step.start, height=0.6, color=colour)
    if not step.total:
        axes.plot([step.end] * 2, [y - 1.3, y - 0.3], color=MUTED, lw=1)
    low, high = sorted((step.start, step.end))
    leftwards = low + high < 0
    x, side = (low - space, "right") if leftwards else (high + space, "left")
    weight = 600 if step.total else 400
    axes.text(x, y, str(step.text), va="center", ha=side, weight=weight)
    axes.text(-0.03, y, str(step.label), va="center", ha="right", linespacing=1.1, weight=weight,
              transform=axes.get_yaxis_transform())  # fmt: skip


class Point(NamedTuple):
    """A dot of :func:`scatter`; most have no label, one is the province looked at."""

    x: float
    y: float
    label: Telling
    own: bool


@labelled
def scatter(
    points: pd.DataFrame,
    line: tuple[float, float],
    ticks: Sequence[float],
    write: Callable[[float], str],
) -> Paint:
    """Dots of a measure, on a logarithmic scale, and of a score in points, with a fitted line.

    Parameters
    ----------
    points : DataFrame
        One row a dot; the columns of :class:`Point`.
    line : tuple of float
        Intercept and slope of the fit, y = intercept + slope x log10(x).
    ticks : sequence of float
        The marks of the x axis.
    write : callable
        How a number is written on the axes.
    """
    points = points.assign(label=points["label"].map(str), y=POINTS * points["y"])
    edges = np.array([points["x"].min(), points["x"].max()])

    def paint(width: int) -> Figure:
        figure, axes = canvas(width, 360, (34, 10, 10, 28))
        axes.yaxis.grid(visible=True)
        fitted = POINTS * (line[0] + line[1] * np.log10(edges))
        axes.plot(edges, fitted, color=TARGET, lw=1.5, ls=(0, (4, 2)))
        # One call a kind: dots of one size are drawn once and reused.
        for own, colour, size in ((False, OTHERS, 26), (True, PROVINCE, 110)):
            dots = points[points["own"] == own]
            axes.scatter(dots["x"], dots["y"], color=colour, s=size, alpha=0.85, linewidths=0)
        axes.set(xscale="log", xlim=(edges[0] * 0.93, edges[1] * 1.08), xlabel="", ylabel="")
        axes.set_xticks(ticks, [write(tick) for tick in ticks])
        axes.xaxis.minorticks_off()
        low, high = points["y"].min(), points["y"].max()
        marks = 100 * np.arange(np.ceil(low / 100), high / 100 + 1)
        axes.set_yticks(marks, [write(mark) for mark in marks])
        axes.set_ylim(low - 50, high + 50)
        # On a phone there is room for one name beside the province's own.
        named = points[points["label"] != ""].sort_values(["own", "y"], ascending=False)
        taken = axes.transData.transform(points[["x", "y"]])
        for dot in records(named.head(2 if width <= _PHONE else len(named)), Point):
            taken = np.vstack([taken, _name(axes, taken, dot)])
        return figure

    return paint


#: Where a name may stand beside its dot, in CSS pixels to the right and upwards.
_BESIDE = [(9, 13), (-9, 13), (9, -13), (-9, -13), (9, 26), (-9, 26)]


def _name(axes: Axes, taken: np.ndarray, dot: Point) -> np.ndarray:
    """Write a dot's name where it covers the least, and return the places it takes itself."""
    style: dict[str, Any] = {"weight": 600, "color": PROVINCE} if dot.own else {"color": INK}
    x, y = axes.transData.transform((dot.x, dot.y))
    others = taken - (x, y)
    others = others[np.hypot(*others.T) > 1]
    wide = svg.text_width(str(dot.label), 600 if dot.own else 400)
    left, right = np.array(axes.bbox.intervalx) - x

    def covered(place: tuple[int, int]) -> tuple[bool, int]:
        start, end = sorted((place[0], place[0] + np.sign(place[0]) * wide))
        inside = (others[:, 0] > start - 6) & (others[:, 0] < end + 6)
        inside &= abs(others[:, 1] - place[1]) < 14
        return bool(start < left or end > right), int(inside.sum())

    across, up = min(_BESIDE, key=covered)
    axes.annotate(str(dot.label), (dot.x, dot.y), (across, up), textcoords="offset points",
                  ha="left" if across > 0 else "right", va="center", **style)  # fmt: skip
    along = np.arange(0, wide + 1, 6) * np.sign(across)
    return np.column_stack([x + across + along, np.full(len(along), y + up)])

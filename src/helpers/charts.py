"""The charts: each takes numbers and finished labels, and draws for any width."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers import svg
from helpers.svg import GRID, INK, MUTED, OTHERS, PROVINCE, TARGET, canvas

Painter = Callable[[int], Figure]
_PHONE = svg.WIDTHS["narrow"]


def _bare(axes: Axes) -> None:
    axes.set(xlabel="", ylabel="", xticks=[], yticks=[])
    axes.spines["bottom"].set_visible(False)


def share_bars(shares: pd.DataFrame) -> Painter:
    """Bars of shares with the target of each.

    Parameters
    ----------
    shares : DataFrame
        One row a bar, in order: label, value (percent), text (the value as written), target
        (percent or missing), target_text, approx (drawn hatched).
    """

    def paint(width: int) -> Figure:
        phone = width <= _PHONE
        row = 92 if phone else 74
        figure, axes = canvas(width, row * len(shares) + 4, (2, 2, 2, 2))
        places = np.arange(len(shares))[::-1]
        thick = 20 / row
        axes.barh(places, 100, height=thick, color=GRID)
        bars = axes.barh(places, shares["value"], height=thick, color=OTHERS)
        for bar, approx in zip(bars, shares["approx"], strict=True):
            bar.set(hatch="///" if approx else None, edgecolor="white")
        for place, item in zip(places, shares.itertuples(), strict=True):
            label = textwrap.fill(item.label, 48 if phone else 100)
            axes.text(0, place + 0.7 * thick, label, va="bottom", color=INK, linespacing=1.3)
            axes.text(1, place, item.text, va="center", color="white", weight=600)
            if not pd.isna(item.target):
                ends = [place - 0.7 * thick, place + 0.7 * thick]
                axes.plot([item.target] * 2, ends, color=TARGET, lw=3)
                _beside(axes, item.target, ends[0], item.target_text)
        axes.set(xlim=(0, 100), ylim=(-0.5, len(shares) - 0.4))
        _bare(axes)
        return figure

    return paint


def _beside(axes: Axes, x: float, y: float, text: str) -> None:
    """Write a target's text under its mark, on the side where there is room."""
    side = "left" if x < 50 else "right"
    axes.text(x, y, text, ha=side, va="top", color=TARGET, fontsize=svg.SMALL)


def rank_ladder(ladder: pd.DataFrame, mean: float | None, mean_text: str) -> Painter:
    """Bars of all published totals, best first, with the mean of all provinces.

    Parameters
    ----------
    ladder : DataFrame
        One row a province, best first: label (rank and name), score, text, own (whether it is
        the province looked at), gap (whether provinces without a score lie before this row).
    mean : float or None
        The mean of all provinces, if known.
    mean_text : str
        How the mean is labelled.
    """

    def paint(width: int) -> Figure:
        places = -(np.arange(len(ladder)) + 0.45 * ladder["gap"].cumsum().to_numpy())
        height = int(24 * (len(ladder) + 0.45 * ladder["gap"].sum()) + 34)
        margins = (178 if width <= _PHONE else 200, 4, 26, 6)
        figure, axes = canvas(width, height, margins)
        colours = [PROVINCE if own else OTHERS for own in ladder["own"]]
        axes.barh(places, ladder["score"], height=0.66, color=colours)
        for place, item in zip(places, ladder.itertuples(), strict=True):
            axes.text(0.006, place, item.text, va="center", color="white", weight=600)
            if item.gap:
                axes.axhline(place + 0.72, color=MUTED, lw=1, ls=(0, (1, 3)))
        _province_ticks(axes, places, ladder)
        if mean is not None:
            axes.axvline(mean, color=TARGET, lw=1.5, ls=(0, (4, 2)))
            axes.text(mean, 0.62, mean_text, ha="center", va="bottom", color=TARGET)
        axes.set(
            xlim=(0, max(ladder["score"].max(), mean or 0) * 1.02), ylim=(places[-1] - 0.5, 0.5)
        )
        axes.set(xlabel="", xticks=[])
        axes.spines["bottom"].set_visible(False)
        return figure

    return paint


def _province_ticks(axes: Axes, places: Sequence[float], rows: pd.DataFrame) -> None:
    axes.set_yticks(places, rows["label"])
    for label, own in zip(axes.get_yticklabels(), rows["own"], strict=True):
        label.set(weight=600 if own else 400, color=PROVINCE if own else INK)


@dataclass(frozen=True)
class Series:
    """One province in a profile: its name, whether it is the one looked at, and its marker."""

    name: str
    own: bool
    marker: str


def pillar_profile(
    points: pd.DataFrame,
    series: Sequence[Series],
    limit: float,
    number: Callable[[float], str],
) -> Painter:
    """Dots of several provinces on one line a pillar.

    Parameters
    ----------
    points : DataFrame
        One row a dot: pillar (the label), name (of the province), score.
    series : sequence of Series
        The provinces in the order of the legend.
    limit : float
        Where the axis ends.
    number : callable
        How a score is written on the axis.
    """

    def paint(width: int) -> Figure:
        pillars = list(dict.fromkeys(points["pillar"]))
        figure, axes = canvas(width, 62 * len(pillars) + 64, (8, 8, 34, 26))
        place = {pillar: -float(i) for i, pillar in enumerate(pillars)}
        axes.hlines(list(place.values()), 0, limit, color=GRID, lw=2)
        names = [each.name for each in series]
        sns.scatterplot(
            # The last ones drawn lie on top: the province looked at stays in sight.
            points.assign(y=points["pillar"].map(place)).iloc[::-1],
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
        for pillar, y in place.items():
            axes.text(0, y + 0.24, pillar, va="bottom", color=INK, weight=600)
        columns = len(series) if width > _PHONE else 3
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
        axes.set(xlim=(0, limit), ylim=(-len(pillars) + 0.6, 0.75), xlabel="", ylabel="", yticks=[])
        ticks = np.arange(0, limit, 0.1)
        axes.set_xticks(ticks, [number(tick) for tick in ticks.round(1)])
        return figure

    return paint


@dataclass(frozen=True)
class Gap:
    """The gap to one rival: a heading, and one row a component (label, value, text)."""

    heading: str
    parts: pd.DataFrame


def gap_bars(gaps: Sequence[Gap]) -> Painter:
    """Bars left and right of zero: what each pillar adds to the gap to each rival.

    Parameters
    ----------
    gaps : sequence of Gap
        One block a rival. All blocks share one scale.
    """
    rows = sum(len(gap.parts) + 1 for gap in gaps)
    values = pd.concat([gap.parts["value"] for gap in gaps])
    least, most = min(values.min(), 0), max(values.max(), 0)

    def paint(width: int) -> Figure:
        left, room = (136, 0.42) if width <= _PHONE else (150, 0.14)
        figure, axes = canvas(width, 26 * rows + 12, (left, 2, 4, 4))
        span = (most - least) / (1 - room)
        y = 0.0
        for gap in gaps:
            _gap_heading(axes, y, gap.heading, -left / (width - left - 2))
            first = y - 0.5
            for item in gap.parts.itertuples():
                y -= 1
                _gap_bar(axes, y, item, 0.012 * span)
            axes.vlines(0, y - 0.5, first, color=MUTED, lw=1)
            y -= 1
        axes.set(xlim=(least, least + span), ylim=(y + 0.5, 0.5))
        _bare(axes)
        return figure

    return paint


def _gap_heading(axes: Axes, y: float, text: str, x: float) -> None:
    across = axes.get_yaxis_transform()
    axes.text(x, y, text, va="center", weight=600, transform=across)


def _gap_bar(axes: Axes, y: float, item: object, space: float) -> None:
    """Draw one part; its text stands right of zero, where no bar to the left can reach it."""
    axes.barh(y, item.value, height=0.6, color=TARGET if item.value < 0 else PROVINCE)
    axes.text(max(item.value, 0) + space, y, item.text, va="center")
    axes.text(-0.03, y, item.label, va="center", ha="right", transform=axes.get_yaxis_transform())


@dataclass(frozen=True)
class RankTarget:
    """A rank that was promised: the year it speaks of, the rank, and its label."""

    year: int
    rank: int
    text: str


def rank_targets(
    year: int, rank: int, text: str, targets: Sequence[RankTarget], last: int
) -> Painter:
    """Today's rank beside the promised ones, in order of time; the best rank is on top.

    Parameters
    ----------
    year, rank, text : int, int, str
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
            axes.text(place, target.rank + 0.6, target.text, ha="center", va="top", color=TARGET)
        axes.plot(0, rank, marker="o", ms=13, color=PROVINCE)
        axes.text(0, rank + 1, text, ha="center", va="top", weight=600, color=PROVINCE)
        years = [str(year), *(str(target.year) for target in targets)]
        axes.set(xlim=(-0.55, len(targets) + 0.45), ylim=(last + 0.5, 0), xlabel="", ylabel="")
        axes.set_xticks(range(len(years)), years)
        axes.set_yticks(sorted({1, 5, 10, 15, last}))
        return figure

    return paint

"""The strip of components: every mark where its score is, and no label over another."""

from __future__ import annotations

import pandas as pd
import pytest
from boxes import boxes, clear, drawn
from hypothesis import example, given, settings
from hypothesis import strategies as st
from matplotlib.patches import PathPatch

from helpers.drawing import strips, svg
from helpers.drawing.strips import Key

WIDTHS = svg.WIDTHS.values()
KEY = Key("Bà Rịa – Vũng Tàu", "một tỉnh", "trung bình")
LABELS = ["Các chỉ số nền tảng còn lại", "Hạ tầng số", "An toàn thông tin mạng"]


def painter(rows, averaged=True):
    """A chart of rows of scores, the first of each row the own one."""
    frame = pd.DataFrame(
        {
            "label": [LABELS[place % 3] for place in range(len(rows))],
            "score": [row[0] for row in rows],
            "rank": "hạng 63",
            "mean": [sum(row) / len(row) if averaged else float("nan") for row in rows],
            "gain": "thêm 127,2 điểm",
            "goal": "lên hạng 62",
        }
    )
    return strips.component_strip(frame, rows, KEY, lambda mark: f"{mark:g}")


SCORES = st.lists(st.integers(0, 10_000).map(lambda unit: unit / 10_000), min_size=1, max_size=9)


@settings(max_examples=10)
@given(st.lists(SCORES, min_size=1, max_size=4), st.booleans())
@example([[0.0, 1.0], [1.0, 0.0]], True)
@example([[0.5], [0.5]], True)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_covers_another_or_leaves_the_chart(width, rows, averaged):
    figure, renderer = drawn(painter(rows, averaged), width)
    (axes,) = figure.axes
    clear(boxes([*axes.texts, *axes.get_xticklabels()], renderer), figure)
    dots = [line.get_window_extent(renderer) for line in axes.lines]
    assert all(box.x0 >= 0 and box.x1 <= figure.bbox.width for box in dots)
    edge = min(text.get_window_extent(renderer).x0 for text in axes.texts
               if text.get_text().startswith(("thêm", "lên")))  # fmt: skip
    ticks = [patch for patch in axes.patches if isinstance(patch, PathPatch)]
    assert max(patch.get_window_extent(renderer).x1 for patch in ticks) < edge


@pytest.mark.parametrize("width", WIDTHS)
def test_ticks_mean_and_dot_stand_at_their_scores(width):
    rows = [[0.45, 0.3, 0.3, 0.75], [0.9, 0.1]]
    figure, _ = drawn(painter(rows), width)
    (axes,) = figure.axes
    ticks = [patch for patch in axes.patches if isinstance(patch, PathPatch)]
    places = [sorted({round(x) for x, _ in each.get_path().vertices}) for each in ticks]
    assert places == [[300, 450, 750], [100, 900]]
    lines = [list(line.get_xdata()) for line in axes.lines if line.get_ydata()[0] < 0]
    assert lines == [pytest.approx(each) for each in ([450, 450], [450], [500, 500], [900])]
    assert axes.get_xlim() == (100, 900)


def test_without_a_mean_the_key_does_not_name_one():
    figure, _ = drawn(painter([[0.4, 0.5]], averaged=False), 328)
    assert KEY.mean not in [text.get_text() for text in figure.axes[0].texts]

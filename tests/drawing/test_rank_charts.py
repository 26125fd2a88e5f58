"""Charts of ranks: every label stands by what it speaks of, and over no other."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from boxes import TOUCH, boxes, clear, drawn, overlap
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.drawing import rank_charts, svg
from helpers.drawing.rank_charts import Course

WIDTHS = svg.WIDTHS.values()
NAMES = ["Thành phố Hồ Chí Minh", "Bà Rịa – Vũng Tàu", "Thừa Thiên Huế", "Bắc Giang", "Lào Cai"]


@st.composite
def distributions(draw):
    """Shares by rank, as they come out of draws of weights, and the official rank."""
    first = draw(st.integers(1, 40))
    counts = draw(st.lists(st.integers(0, 1000), min_size=2, max_size=40).filter(any))
    ranks = pd.RangeIndex(first, first + len(counts))
    return pd.Series(counts, ranks) / sum(counts), draw(st.sampled_from(list(ranks)))


LONG = pd.Series([0.02] * 6 + [0.3, 0.28, 0.14] + [0.01] * 18, range(1, 28))


@settings(max_examples=10)
@given(distributions())
@example((LONG, 9))
@example((LONG, 8))
@example((LONG, 1))
@example((LONG, 27))
@example((pd.Series([1 / 12] * 12, range(5, 17)), 9))
@pytest.mark.parametrize("width", WIDTHS)
def test_a_share_stands_over_its_own_bar_or_is_led_to_it(width, case):
    shares, official = case
    texts = pd.Series([f"{100 * share:.1f}%".replace(".", ",") for share in shares], shares.index)
    figure, renderer = drawn(rank_charts.rank_distribution(shares, texts, official, []), width)
    (axes,) = figure.axes
    labels = boxes(axes.texts, renderer)
    clear(labels, figure)
    bars = [patch.get_window_extent(renderer) for patch in axes.patches]
    own = bars[shares.index.get_loc(official)]
    led = {}
    for line in axes.lines:  # from the bar up to its label
        points = line.get_transform().transform(line.get_xydata())
        led[tuple(points[-1])] = points[0]
    for text, box in labels.items():
        middle = (box.x0 + box.x1) / 2
        ends = [foot for end, foot in led.items() if abs(end[0] - middle) < 1 and end[1] <= box.y1]
        x = ends[0][0] if ends else middle
        under = [place for place, bar in enumerate(bars) if bar.x0 < x < bar.x1]
        assert [texts.iloc[place] for place in under] == [text.get_text()]
        if not ends:
            across = [bar for bar in bars if bar.x0 < box.x1 - TOUCH and box.x0 + TOUCH < bar.x1]
            assert len(across) == 1, text.get_text()
        assert not any(overlap(box, bar) for bar in bars)
        assert (text.get_color() == svg.PROVINCE) == (own.x0 < x < own.x1)
    assert svg.PROVINCE in {text.get_color() for text in labels}, "the official rank's is written"


@st.composite
def courses(draw):
    """Ranks of provinces over editions, some missing, with what changed."""
    count = draw(st.integers(2, 11))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8))
    changes = draw(st.sets(st.integers(1, count - 1), max_size=3))
    recounts = {place for place in changes if draw(st.booleans())}
    found = []
    for number, name in enumerate(names):
        ranks = draw(st.lists(st.none() | st.integers(1, 63), min_size=count, max_size=count))
        ranks[draw(st.integers(0, count - 1))] = draw(st.integers(1, 63))
        frame = pd.DataFrame({"rank": pd.array(ranks, "Int64")})
        frame = frame.assign(scored=draw(st.booleans()),
                             new_count=[place in recounts for place in range(count)])  # fmt: skip
        found.append(Course(f"{63 - number}. {name}", number == 0, False, frame))
    words = {place: "new method" + ", 34 provinces" * (place in recounts) for place in changes}
    return found, [str(2020 + place) for place in range(count)], words


def tied(count, changes):
    """Every name at the same last rank, after a fall from the first."""
    ranks = pd.DataFrame({"rank": pd.array([1] * (count - 1) + [63], "Int64"), "scored": True,
                          "new_count": False})  # fmt: skip
    lines = [Course(f"63. {name}", name == NAMES[0], False, ranks) for name in NAMES * 2]
    return lines, [str(2020 + place) for place in range(count)], changes


@settings(max_examples=10)
@given(courses())
@example(tied(11, {1: "đổi cách tính", 4: "đổi cách tính, 34 tỉnh", 5: "đổi cách tính"}))
@example(tied(11, {9: "đổi cách tính", 10: "đổi cách tính, 34 tỉnh"}))
@example(tied(5, {1: "đổi cách tính", 4: "đổi cách tính, 34 tỉnh"}))
@pytest.mark.parametrize("width", WIDTHS)
def test_years_names_and_changes_of_rank_lines_never_touch(width, case):
    lines, years, changes = case
    figure, renderer = drawn(rank_charts.bump(lines, years, changes), width)
    (axes,) = figure.axes
    written = boxes([*axes.get_xticklabels(), *axes.get_yticklabels(), *axes.texts], renderer)
    clear(written, figure)
    shown = [text.get_text() for text in axes.get_xticklabels() if text.get_text()]
    assert shown[0] == years[0] and shown[-1] == years[-1] and shown == sorted(shown)
    words = [" ".join(text.get_text().split()) for text in axes.texts]
    assert sorted(words) == sorted([*(line.label for line in lines), *changes.values()])
    assert axes.bbox.width >= 140, "the lines keep room"
    marks = [line for line in axes.lines if line.get_color() == svg.TARGET]
    for line in marks:  # down to its words, past those of later changes
        (x, _), (_, low) = line.get_transform().transform(line.get_xydata())
        crossed = [text.get_text() for text, box in written.items()
                   if box.x0 + TOUCH < x < box.x1 - TOUCH and box.y1 > low + TOUCH
                   and box.y0 < axes.bbox.y0]  # fmt: skip
        assert not crossed
    assert len(marks) == len(changes)
    feet = {round(line.get_transform().transform(line.get_xydata())[0][0]) for line in marks}
    beside = {round(box.x0 - 4) for text, box in written.items() if text.get_color() == svg.TARGET}
    assert all(any(abs(foot - side) <= 2 for side in beside) for foot in feet)


def test_the_editions_that_changed_something_keep_their_years():
    lines, years, _ = tied(11, {})
    figure, _ = drawn(rank_charts.bump(lines, years, {3: "x", 6: "y"}), svg.WIDTHS["narrow"])
    shown = [text.get_text() for text in figure.axes[0].get_xticklabels() if text.get_text()]
    assert shown[0] == years[0] and shown[-1] == years[-1]
    assert {years[3], years[6]} <= set(shown) and len(shown) < len(years)
    assert all(int(two) > int(one) for one, two in pairwise(shown))

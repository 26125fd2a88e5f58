"""Ranks that moved: what is drawn is where the table has it, and no label lies over another."""

from __future__ import annotations

import pandas as pd
import pytest
from boxes import boxes, clear, drawn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.drawing import moves, svg
from helpers.drawing.moves import Slope

WIDTHS = svg.WIDTHS.values()
NAMES = ["Thành phố Hồ Chí Minh", "Bà Rịa – Vũng Tàu", "Thừa Thiên Huế", "Bắc Giang", "Lào Cai"]
NONE = float("nan")


def frame(pairs):
    """Rows of members with a rank before and now; the first is the own one."""
    texts = [f"{now} (từ {before})" for before, now in pairs]
    return pd.DataFrame({
        "name": [NAMES[place % 5] for place in range(len(pairs))],
        "rank": [NONE if now is None else float(now) for _, now in pairs],
        "before": [NONE if before is None else float(before) for before, _ in pairs],
        "text": texts,
        "own": [place == 0 for place in range(len(pairs))],
    })  # fmt: skip


RANK = st.none() | st.integers(1, 63)


@settings(max_examples=15)
@given(st.lists(st.tuples(RANK, RANK), min_size=1, max_size=14))
@example([(63, 1), (1, 63), (5, 5), (None, 9), (9, None)])
@pytest.mark.parametrize("width", WIDTHS)
def test_dots_and_lines_are_at_the_ranks_of_the_table(width, pairs):
    figure, renderer = drawn(moves.rank_moves(frame(pairs), 63), width)
    (axes,) = figure.axes
    assert figure.bbox.height <= 320, "low enough for a phone"
    clear(boxes([*axes.texts, *axes.get_xticklabels()], renderer), figure)
    for place, (before, now) in enumerate(pairs):
        here = [line for line in axes.lines if line.get_ydata()[0] == -20 * (place + 0.5)]
        dots = [line for line in here if line.get_marker() == "o"]
        faint = [dot.get_xdata()[0] for dot in dots
                 if dot.get_markerfacecolor() == svg.PAPER]  # fmt: skip
        strong = [dot for dot in dots if dot.get_markerfacecolor() != svg.PAPER]
        assert faint == ([] if before is None else [before])
        assert [dot.get_xdata()[0] for dot in strong] == ([] if now is None else [now])
        assert all((dot.get_markerfacecolor() == svg.PROVINCE) == (place == 0) for dot in strong)
        ways = [line.get_xdata() for line in here if len(line.get_xdata()) == 2]
        assert len(ways) == (None not in (before, now) and before != now)
        for start, end in ways:
            assert end == now and abs(start - before) < 5 and (end - start) * (now - before) > 0
        heads = [line.get_marker() for line in here if line.get_marker() in ("<", ">")]
        assert set(heads) <= {">" if None not in (before, now) and now > before else "<"}


def slope(name, ranks, computed, strong=False):
    known = [rank for rank in ranks if rank is not None]
    values = [NONE if rank is None else float(rank) for rank in ranks]
    return Slope(f"{known[-1]}. {name}", str(known[0]), values, computed, strong)


PILLARS = ["Chính quyền số", "Kinh tế số", "Xã hội số"]
LINES = st.integers(2, 6).flatmap(lambda count: st.lists(
    st.tuples(st.lists(RANK, min_size=count, max_size=count).filter(any),
              st.lists(st.booleans(), min_size=count, max_size=count)),
    min_size=1, max_size=3))  # fmt: skip


@settings(max_examples=15)
@given(LINES)
@example([([7, 15, 23], [False, False, True]), ([14, 9, 10], [False, False, True]),
          ([25, 9, 19], [False, False, True])])  # fmt: skip
@example([([9, 9], [False, True])] * 3)
@pytest.mark.parametrize("width", WIDTHS)
def test_slopes_stand_at_their_ranks_and_computed_ones_are_hollow(width, rows):
    count = len(rows[0][0])
    lines = [slope(name, *row, name == PILLARS[0])
             for name, row in zip(PILLARS, rows, strict=False)]  # fmt: skip
    editions = [str(2020 + place) for place in range(count)]
    figure, renderer = drawn(moves.slopes(lines, editions), width)
    (axes,) = figure.axes
    assert figure.bbox.height <= 320, "low enough for a phone"
    clear(boxes([*axes.texts, *axes.get_xticklabels()], renderer), figure)
    bottom, top = axes.get_ylim()
    assert bottom > top, "the best rank is on top"
    dots = [(line.get_marker(), line.get_xdata()[0], line.get_ydata()[0],
             line.get_markerfacecolor() == svg.PAPER)
            for line in axes.lines if line.get_marker() != "None"]  # fmt: skip
    for place, (ranks, computed) in enumerate(rows):
        found = {(x, y, hollow) for mark, x, y, hollow in dots if mark == "osD"[place] and y > 0}
        assert found == {(edition, rank, computed[edition])
                         for edition, rank in enumerate(ranks) if rank is not None}  # fmt: skip
    shown = {" ".join(text.get_text().split()) for text in axes.texts}
    assert {str(line.label) for line in lines} | {str(line.first) for line in lines} == shown

"""Sections that know nothing shrink to a list; nothing else is moved, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import few

from helpers.building.shrinking import shrink
from helpers.pages.pieces import join, piece, single
from helpers.words.told import text

HEADING = piece("subheading", title=text("On it"))


def unknown(what="it"):
    return piece("paragraph", text=text(f"{what} is not known."), style="unknown")


def known(what="it"):
    return piece("paragraph", text=text(f"{what} is told."), style="")


@pytest.mark.parametrize(
    ("cells", "stays", "count"),
    [
        ([HEADING, unknown()], [False, False], 1),
        ([HEADING, join(unknown(), unknown()), None, unknown()], [False] * 4, 3),
        ([HEADING, unknown(), known()], [True] * 3, 0),
        ([known(), unknown(), HEADING, known()], [True, False, True, True], 1),
        ([known(), HEADING, known(), HEADING, unknown()], [True] * 3 + [False] * 2, 1),
        ([HEADING, join(unknown(), join())], [False, False], 1),
        ([join(known(), HEADING, unknown())], [True], 0),
        ([HEADING, None], [False, False], 0),
        ([HEADING, HEADING, known()], [False, True, True], 0),
        ([HEADING, piece("foreign", html="<p>x</p>"), unknown()], [True] * 3, 0),
    ],
)
def test_what_shrinks(cells, stays, count):
    left, found = shrink(cells)
    assert left == stays and len(found) == count


@few
@given(st.lists(st.sampled_from(["heading", "unknown", "known", "nothing"])))
def test_no_sentence_is_lost(kinds):
    make = {"heading": lambda _: HEADING, "unknown": unknown, "known": known,
            "nothing": lambda _: None}  # fmt: skip
    cells = [make[kind](place) for place, kind in enumerate(kinds)]
    stays, sentences = shrink(cells)
    assert len(stays) == len(cells)
    kept = [cell for cell, stay in zip(cells, stays, strict=True) if stay and cell]
    after = [str(each.values["text"]) for cell in kept for each in single(cell) if each != HEADING]
    said = [str(cell.values["text"]) for cell in cells if cell and cell != HEADING]
    assert sorted([*after, *map(str, sentences)]) == sorted(said)

"""Small tables of the index for tests, the strategies that make them, and the naive ranking."""

from __future__ import annotations

import string

import numpy as np
import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

from helpers import dti

COLUMNS = ["edition", "province", "component", "score", "rank", "basis", "source", "confirmed_by"]
#: Enough examples to meet a corner, few enough to stay quick; solvers are slow the first time.
few = settings(max_examples=30, deadline=None)

units = st.integers(0, 10_000)
four_decimals = units.map(lambda count: count / 10_000)
hundredths = st.integers(0, 100)


def names(count):
    return list(string.ascii_lowercase[:count])


def places(values):
    """Rank by counting who is better: 1, 2, 2, 4."""
    values = list(values)
    return [1 + sum(other > own for other in values) for own in values]


def scores(values, edition=2020):
    """A table of scores from {province: {component: score, or (score, rank)}}."""
    lines = [
        (edition, province, component, *(cell if isinstance(cell, tuple) else (cell, None)))
        for province, cells in values.items()
        for component, cell in cells.items()
    ]
    frame = pd.DataFrame(lines, columns=COLUMNS[:5]).assign(
        basis="printed", source="s", confirmed_by=""
    )
    return frame.astype({"edition": "Int64", "score": "float64", "rank": "Int64"})


def ranked(totals, parts=None, edition=2020):
    """A table of totals with their ranks, from whole units of the last published decimal.

    ``parts`` holds for each province its pillars, in the same units.
    """
    parts = parts or [()] * len(totals)
    rows = zip(names(len(totals)), totals, places(totals), parts, strict=True)
    values = {
        name: {dti.TOTAL: (total / 10_000, rank)}
        | {pillar: unit / 10_000 for pillar, unit in zip(dti.PILLARS, own, strict=False)}
        for name, total, rank, own in rows
    }
    return scores(values, edition)


def breakdown(rows, weights, edition=2020):
    """A whole breakdown of provinces a, b, ... into parts p0, p1, ..."""
    rows = np.asarray(rows, dtype=float)
    parts = [f"p{number}" for number in range(rows.shape[1])]
    table = pd.DataFrame(rows, index=names(len(rows)), columns=parts).rename_axis("province")
    return dti.Breakdown(edition, table, pd.Series(weights, parts, dtype=float), len(rows))


def thousandths(count):
    """Weights in thousandths, none of them 0, that sum to 1000."""
    cuts = st.lists(st.integers(1, 999), min_size=count - 1, max_size=count - 1, unique=True)
    return cuts.map(lambda found: [int(step) for step in np.diff([0, *sorted(found), 1000])])


def grids(count, least=2, most=5, values=units):
    """Lists of rows (provinces) of as many whole numbers as there are parts."""
    return st.lists(st.tuples(*[values] * count), min_size=least, max_size=most)

"""Small tables of the index for tests, the strategies that make them, and the naive ranking."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

from helpers.analysis import dti
from helpers.analysis.edition import Edition
from helpers.store.data import DataPackage

WEIGHTS = pd.DataFrame(
    {
        "edition": 2020,
        "component": [dti.TOTAL, *dti.PILLARS],
        "level": ["total", "pillar", "pillar", "pillar"],
        "points": [1000, 400, 300, 300],
        "adds_to_total": [False, True, True, True],
    }
)
#: Enough examples to meet a corner, few enough to stay quick; solvers are slow the first time.
few = settings(max_examples=30)


def names(count):
    """The provinces p0, p1, ..."""
    return [f"p{place}" for place in range(count)]


def places(values):
    """Rank by counting who is better: 1, 2, 2, 4."""
    values = list(values)
    return [1 + sum(other > own for other in values) for own in values]


def edition(table, weights=WEIGHTS, number=2020, **options):
    """An edition of 2020, if not said, from rows as they are printed."""
    return Edition(number, table, weights.copy(), **options)  # which a test may write into


def with_scores(package, table):
    """The package with another table dti_scores."""
    return DataPackage({**package.tables, "dti_scores": table})


class Printed(Edition):
    """An edition of which nothing is computed."""

    scores = property(lambda self: self.published)


def scores(rows):
    """A table of scores from {province: (rank, total, government, economy, society)}."""
    lines = [
        (2020, province, component, score, rank if component == dti.TOTAL else None)
        for province, (rank, *values) in rows.items()
        for component, score in zip((dti.TOTAL, *dti.PILLARS), values, strict=True)
        if score is not None or (component == dti.TOTAL and rank is not None)
    ]
    frame = pd.DataFrame(lines, columns=["edition", "province", "component", "score", "rank"])
    frame = frame.assign(provinces_ranked=63, basis="printed", source="s", confirmed_by="", row="")
    return frame.astype({"edition": "Int64", "rank": "Int64", "score": "float64"})


def altered(table, edition, changes):
    """The table dti_scores with other values: {province: {component: {column: value}}}."""
    table = table.copy()
    for province, components in changes.items():
        for component, values in components.items():
            here = (table["edition"] == edition) & (table["province"] == province)
            rows = here & (table["component"] == component)
            assert rows.sum() == 1
            table.loc[rows, list(values)] = list(values.values())
    return table


def ranked(totals):
    """A table of totals with their ranks, from whole units of the last published decimal."""
    rows = zip(names(len(totals)), places(totals), totals, strict=True)
    return scores({name: (rank, total / 10_000, *[None] * 3) for name, rank, total in rows})


def breakdown(rows, weights):
    """Every province p0, p1, ... by its parts c0, c1, ...; the weights are scaled to sum to 1."""
    rows, weights = np.asarray(rows, dtype=float), np.asarray(weights, dtype=float)
    parts = [f"c{place}" for place in range(rows.shape[1])]
    index = pd.Index(names(len(rows)), name="province")
    table = pd.DataFrame(rows, index=index, columns=parts)
    return dti.Breakdown(table, pd.Series(weights / weights.sum(), parts), len(rows))


def thousandths(count):
    """Weights in thousandths, none of them 0, that sum to 1000."""
    cuts = st.lists(st.integers(1, 999), min_size=count - 1, max_size=count - 1, unique=True)
    return cuts.map(lambda found: np.diff([0, *sorted(found), 1000]).tolist())


@st.composite
def breakdowns(draw, least=2, most=5):
    """Provinces of three or four parts in hundredths: sums differ by far more than a level."""
    count = draw(st.sampled_from([3, 4]))
    row = st.tuples(*[st.integers(0, 100).map(lambda value: value / 100)] * count)
    rows = draw(st.lists(row, min_size=least, max_size=most))
    return breakdown(rows, draw(thousandths(count)))

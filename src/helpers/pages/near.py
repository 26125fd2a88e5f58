"""Long tables cut to what is near the province looked at: a page stays one that can be read."""

from __future__ import annotations

import pandas as pd

#: Up to so many rows a table is shown whole.
MOST = 100
#: How many rows of a longer one are shown at each end, and on each side of the province's own.
ENDS, BESIDE = 10, 20


def near(rows: pd.DataFrame, province: str) -> pd.DataFrame:
    """Return the first and last rows of a table and those around a province's own.

    Parameters
    ----------
    rows : DataFrame
        A row a province (column ``province``), in the order in which they are shown.
    province : str
        The province looked at; where it has no row, the ends alone are shown.

    Returns
    -------
    DataFrame
        The rows that are shown, in the same order: all of them up to :data:`MOST`.

    Examples
    --------
    >>> rows = pd.DataFrame({"province": [f"unit-{place}" for place in range(1000)]})
    >>> len(near(rows.head(MOST), "unit-5")), len(near(rows, "unit-500"))
    (100, 61)
    """
    if len(rows) <= MOST:
        return rows
    places = pd.Series(range(len(rows)), rows.index)
    shown = (places < ENDS) | (places >= len(rows) - ENDS)
    for own in places[rows["province"] == province]:
        shown |= places.between(own - BESIDE, own + BESIDE)
    return rows[shown]

"""Units that do not exist, as many as asked for, to see what a country of communes would cost.

Their ids and names say so, their scores are drawn: no page that is published may rest on them.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers.analysis import dti
from helpers.store import data, editions
from helpers.store.data import NATIONAL, DataPackage

#: The edition that is put in the place of the real one, and the year whose briefing cites it.
EDITION, YEAR = 2022, 2023
#: How many there are: provinces, districts, communes since July 2025, communes before.
SIZES = (63, 705, 3_321, 10_000)
#: What points of 1000 the parts of its total have, as in edition 2022.
POINTS = pd.Series(
    {
        **dict.fromkeys(
            ("awareness", "institutions", "infrastructure", "human_resources",
             "information_security"), 100.0),
        "government_activity": 200.0, "economy_activity": 150.0, "society_activity": 150.0,
    }
)  # fmt: skip
_WEIGHTS = POINTS / POINTS.sum()


def names(count: int) -> list[str]:
    """Return the ids of some synthetic units."""
    return [f"synthetic-{place:05d}" for place in range(1, count + 1)]


def scores(count: int, seed: int = 0) -> pd.DataFrame:
    """Return the parts of synthetic units as published: one row a unit, four decimals.

    What is good in one part is mostly good in the others, as among real units.
    """
    random = np.random.default_rng(seed)
    level = random.normal(0.5, 0.12, (count, 1))
    drawn = (level + random.normal(0, 0.06, (count, len(POINTS)))).clip(0, 1).round(dti.DECIMALS)
    return pd.DataFrame(drawn, pd.Index(names(count), name="province"), POINTS.index)


def breakdown(count: int, seed: int = 0) -> dti.Breakdown:
    """Return the parts and weights of synthetic units, all of them ranked."""
    return dti.Breakdown(scores(count, seed), _WEIGHTS, count)


def middle(count: int, seed: int = 0) -> str:
    """Return the unit whose rank is in the middle."""
    return str(breakdown(count, seed).totals.index[count // 2])


def package(base: DataPackage, count: int, seed: int = 0) -> DataPackage:
    """Return what the briefing of :data:`YEAR` knows, with synthetic units instead of provinces.

    Parameters
    ----------
    base : DataPackage
        The real data.
    count : int
        How many units there are.
    seed : int
        What their scores are drawn from.
    """
    known = data.as_of(base, data.briefing_day(base, YEAR))
    tables = {name: _without_provinces(table) for name, table in known.tables.items()}
    tables["provinces"] = _units(known["provinces"], count)
    tables["dti_scores"] = _score_rows(known["dti_scores"], count, seed)
    described = known["dti_editions"]
    described = described[described["edition"] == EDITION].iloc[[-1]]
    tables["dti_editions"] = described.assign(
        provinces_ranked=count, row=f"dti_editions/{EDITION}/{count}"
    ).astype(described.dtypes)
    tables["briefings"] = known["briefings"].query("year == @YEAR").assign(province=names(count)[0])
    return editions.of_year(DataPackage(tables), YEAR)


def _without_provinces(table: pd.DataFrame) -> pd.DataFrame:
    """Drop the rows that speak of a real province."""
    for column in ("scope", "province"):
        if column in table:
            table = table[table[column].isin([NATIONAL, ""])]
    return table.reset_index(drop=True)


def _units(provinces: pd.DataFrame, count: int) -> pd.DataFrame:
    ids = names(count)
    numbers = [each.removeprefix("synthetic-") for each in ids]
    text = [name for name in provinces if pd.api.types.is_string_dtype(provinces[name])]
    rows = pd.DataFrame(
        {
            **dict.fromkeys(text, ""),
            "province": ids,
            "gso_code": numbers,
            "name_vi": [f"Đơn vị giả {each}" for each in numbers],
            "name_en": [f"Synthetic unit {each}" for each in numbers],
            "row": [f"provinces/{each}" for each in ids],
            # As many to a region as its real provinces would have, one after the other.
            "region": np.resize(provinces["region"].to_numpy(), count),
        }
    ).reindex(columns=provinces.columns)
    return rows.astype(provinces.dtypes)


def _score_rows(table: pd.DataFrame, count: int, seed: int) -> pd.DataFrame:
    parts = scores(count, seed)
    total = (parts @ _WEIGHTS).round(dti.DECIMALS).rename(dti.TOTAL)
    wide = pd.concat([total, parts], axis=1).rename_axis(columns="component")
    rows = wide.stack().rename("score").reset_index()
    ranks = wide.apply(dti.ranks).rename_axis(columns="component").stack().rename("rank")
    rows = rows.join(ranks, on=["province", "component"])
    about = {"edition": EDITION, "provinces_ranked": count, "basis": "printed", "confirmed_by": ""}
    source = table.loc[table["edition"] == EDITION, "source"].iloc[0]
    key = f"dti_scores/{EDITION}/{count}/" + rows["province"] + "/" + rows["component"]
    rows = rows.assign(**about, source=source, row=key)
    return rows[list(table.columns)].astype(table.dtypes)

"""The data as they may be in years to come: editions and briefings that nobody has published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.store import mergers
from helpers.store.data import DataPackage
from helpers.store.descriptor import resources

#: The unit whose ranks fall and rise; after its merger, the unit that it became.
OWN = "bac-giang"
#: Month and day of the next year on which an edition is published.
PUBLISHED = 7, 15


def later(package: DataPackage, until: int = 2030, seed: int = 0) -> DataPackage:
    """Return a package with made-up editions after its newest one, and briefings after its last.

    An edition ranks the units there are at its end, by totals that follow from its parts and
    weights; the weights are carried over from the newest edition. The own unit falls in one edition
    and rises in the next, two units are tied, and every second edition publishes half of its parts.

    Parameters
    ----------
    package : DataPackage
        The data, with an edition and a briefing.
    until : int
        The last edition, and the last year of a briefing.
    seed : int
        What the scores are drawn from.
    """
    random, found = np.random.default_rng(seed), package
    for edition in range(int(package["dti_editions"]["edition"].max()) + 1, until + 1):
        found = _with_edition(found, edition, random)
    for year in range(int(package["briefings"]["year"].max()) + 1, until + 1):
        last = package["briefings"].iloc[[-1]]
        own, day = own_unit(package, year), pd.Timestamp(mergers.last_day(year))
        found = _with(found, "briefings", last.assign(year=year, province=own, as_of=day))
    return found


def own_unit(package: DataPackage, year: int) -> str:
    """Return the own unit as it is at the end of a year: Bắc Giang, or what it became."""
    provinces, unit = package["provinces"], OWN
    there = set(mergers.at_the_end_of(provinces, year)["province"])
    while unit not in there:
        unit = mergers.successor_of(provinces, unit)
    return unit


def _with_edition(package: DataPackage, edition: int, random: np.random.Generator) -> DataPackage:
    """Return the package with one more edition: its source, its points, its scores."""
    source, published = f"dti-{edition}-later", date(edition + 1, *PUBLISHED)
    before = package["dti_editions"].sort_values("edition", kind="stable").iloc[[-1]]
    weights = package["dti_weights"]
    weights = weights[weights["edition"] == before["edition"].iloc[0]]
    units = list(mergers.at_the_end_of(package["provinces"], edition)["province"])
    scores = _scores(units, weights, edition, own_unit(package, edition), random)
    told = {"edition": edition, "provinces_ranked": len(units), "source": source}
    mean = scores.loc[scores["component"] == "total", "score"].mean().round(4)
    made = package["sources"].iloc[[-1]].assign(
        source=source, title=f"DTI {edition}", published=published.isoformat(), copy_of="", url="",
        available_from=pd.Timestamp(published), note="", short_vi="", short_en="",
    )  # fmt: skip
    found = _with(package, "sources", made)
    row = before.assign(**told, published=pd.Timestamp(published), mean_total=mean, note="")
    found = _with(found, "dti_editions", row)
    found = _with(found, "dti_weights", weights.assign(edition=edition, basis="carried"))
    return _with(found, "dti_scores", scores.assign(**told, basis="printed", confirmed_by=""))


def _scores(
    units: Sequence[str], weights: pd.DataFrame, edition: int, own: str,
    random: np.random.Generator,
) -> pd.DataFrame:  # fmt: skip
    """Return a row a unit and component: parts, and a total that obeys the weights and is ranked.

    The own unit is near the top in even editions and near the end in odd ones; the first two
    others have the same scores; odd editions publish every second part alone.
    """
    points = weights[weights["adds_to_total"]].set_index("component")["points"].astype(float)
    drawn = random.uniform(0.45, 0.9, (len(units), len(points))).round(4)
    parts = pd.DataFrame(drawn, index=list(units), columns=points.index)
    low = 0.8 if edition % 2 == 0 else 0.4
    parts.loc[own] = random.uniform(low, low + 0.1, len(points)).round(4)
    one, other = [unit for unit in units if unit != own][:2]
    parts.loc[other] = parts.loc[one].to_numpy()
    total = (parts @ points / points.sum()).round(4)
    said = parts if edition % 2 == 0 else parts.iloc[:, ::2]
    table = said.assign(total=total).rename_axis(index="province", columns="component")
    long = table.stack().rename("score").reset_index()
    ranks = long["province"].map(total.rank(method="min", ascending=False))
    return long.assign(rank=ranks.where(long["component"] == "total").astype("Int64"))


def _with(package: DataPackage, name: str, rows: pd.DataFrame) -> DataPackage:
    """Return the package with more rows in a table, each named as a loaded one is."""
    table = package[name]
    key = [rows[column].astype(str) for column in _keys()[name]]
    named = ["/".join((name, *values)) for values in zip(*key, strict=True)]
    rows = rows.assign(row=named)[list(table)].astype(table.dtypes)
    tables = {**package.tables, name: pd.concat([table, rows], ignore_index=True)}
    return DataPackage(tables, package.to_fill)


@cache
def _keys() -> dict[str, list[str]]:
    folder = Path(__file__).resolve().parents[1] / "data"
    return {each["name"]: each["schema"]["primaryKey"] for each in resources(folder)}

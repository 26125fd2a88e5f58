"""What fell short and what was asked for: limitations, tasks and the links between them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.store.data import DataPackage
from helpers.store.units import Units
from helpers.words.computations import computation
from helpers.words.refusals import instead, unknown

#: What an item of the agenda can be.
KINDS = (
    "limitation",
    "instruction",
    "task",
    "goal",
    "coordination",
    "coordination_aim",
    "coordination_field",
)


def of_kind(agenda: pd.DataFrame, scope: str, year: int, kind: str) -> pd.DataFrame:
    """Return the items of one kind in their order.

    Parameters
    ----------
    agenda : DataFrame
        The table ``agenda``.
    scope : str
        The province's id.
    year : int
        The reporting year.
    kind : str
        One of :data:`KINDS`.

    Raises
    ------
    ParameterError
        If there is no such kind, with those that there are.
    """
    if kind not in KINDS:
        raise unknown("kind", kind, instead(str(kind), KINDS))
    rows = zip(agenda["scope"], agenda["year"], agenda["kind"], strict=True)
    kept = [place for place, found in enumerate(rows) if found == (scope, year, kind)]
    return agenda.iloc[kept].sort_values("position").reset_index(drop=True)


def of_kinds(agenda: pd.DataFrame, scope: str, year: int, kinds: Iterable[str]) -> pd.DataFrame:
    """Return the items of several kinds, kind by kind, each in its order; see :func:`of_kind`."""
    found = [of_kind(agenda, scope, year, kind) for kind in kinds]
    return pd.concat(found or [agenda.iloc[:0]], ignore_index=True)


def newest_before(agenda: pd.DataFrame, scope: str, year: int) -> pd.DataFrame:
    """Return the items of the last review before a year that is known; none if none is.

    Parameters
    ----------
    agenda, scope, year
        As in :func:`of_kind`.
    """
    earlier = agenda[(agenda["scope"] == scope) & (agenda["year"] < year)]
    return earlier[earlier["year"].eq(earlier["year"].max())]


@computation("answers")
def answers(limitations: pd.DataFrame, links: pd.DataFrame, agenda: pd.DataFrame) -> pd.DataFrame:
    """Return each limitation with what answers it.

    Parameters
    ----------
    limitations : DataFrame
        Items of the kind ``limitation``.
    links, agenda : DataFrame
        The tables ``agenda_links`` and ``agenda``.

    Returns
    -------
    DataFrame
        Columns of ``limitations``, with ``items`` (ids of what answers it, direct answers first)
        and ``extent``: ``direct`` if one item names what fell short, ``part`` if items only
        touch the subject, ``none`` if no item does.
    """
    position = agenda.set_index("item")["position"]
    found = {}
    for name, rows in links.groupby("limitation"):
        order = rows.assign(position=rows["item"].map(position))
        found[name] = order.sort_values(["extent", "position"])
    frame = limitations.copy()
    frame["items"] = [list(found[name]["item"]) if name in found else [] for name in frame["item"]]
    frame["extent"] = [
        found[name]["extent"].iloc[0] if name in found else "none" for name in frame["item"]
    ]
    return frame


def answered(package: DataPackage, scope: str, year: int) -> pd.DataFrame:
    """Return each limitation of a province and year with what answers it; see :func:`answers`.

    Raises
    ------
    ParameterError
        If there is no such province.
    """
    scope = Units.known_to(package, year).find(scope)
    limitations = of_kind(package["agenda"], scope, year, "limitation")
    return answers(limitations, package["agenda_links"], package["agenda"])


def unlinked(tasks: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """Return the tasks that answer no limitation."""
    return tasks[~tasks["item"].isin(links["item"])].reset_index(drop=True)

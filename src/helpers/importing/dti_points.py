"""The points of a new edition: its own if they are known, or those of the edition it is like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from helpers.analysis import dti
from helpers.exceptions import ImportRefusedError, Problem
from helpers.importing import table_files
from helpers.importing.dti_rows import Edition
from helpers.store.data import DataPackage
from helpers.words.plain_text import folded
from helpers.words.refusals import unfit, worded

_WEIGHTS = "dti_weights"
#: The method of an edition whose main indexes have other points than the one it is like.
_REWEIGHTED = "main_indexes_reweighted"
#: What points are that were worked out from full rows, and not read in a document.
_FITTED = "fitted"
#: What points are that are those of the edition before.
_CARRIED = "carried"


def read(path: Path) -> dict[str, int]:
    """Read a table of points: a column ``component`` and a column ``points``.

    Parameters
    ----------
    path : Path
        The file, in any form in which a table may be.

    Raises
    ------
    ImportRefusedError
        If it has no such columns, or points that are no whole number from 1 on.
    """
    file = table_files.read(path)
    header, *lines = file.grids[0].rows
    names = [folded(str(cell)) for cell in header]
    if not {"component", "points"} <= set(names):
        fault, cure = worded("fault-no-points"), worded("cure-no-points")
        raise unfit([Problem(file.name, 1, "", fault, cure)], kind=ImportRefusedError)
    places = [names.index(name) for name in ("component", "points")]
    found, problems = {}, []
    for number, line in enumerate(lines, start=2):
        component, points = (str(line[place]).strip() for place in places)
        if points.isdecimal() and int(points) > 0:
            found[component] = int(points)
        elif component or points:
            fault, cure = worded("fault-points", value=points), worded("cure-number")
            problems.append(Problem(file.name, number, "points", fault, cure))
    if problems:
        raise unfit(problems, kind=ImportRefusedError)
    return found


def weights(package: DataPackage, edition: Edition) -> pd.DataFrame:
    """Return the rows of ``dti_weights`` by which a new edition is proven.

    Parameters
    ----------
    package : DataPackage
        The data as they are: an edition that has points there keeps them.
    edition : Edition
        The edition, and the points that were given for it.

    Raises
    ------
    ImportRefusedError
        If points are given for other components than those that add to the total.
    """
    known = package[_WEIGHTS]
    own = known[known["edition"] == edition.year]
    if len(own):
        return own
    like = known[known["edition"] == edition.like].assign(edition=edition.year)
    if edition.points:
        return _with_points(like, edition.points)
    return like.assign(basis=_CARRIED)


def _with_points(like: pd.DataFrame, points: Mapping[str, int]) -> pd.DataFrame:
    """Give the components their own points, and to the total and the pillars what these make."""
    adding = set(like.loc[like["adds_to_total"], "component"])
    if adding != set(points):
        names = ", ".join(sorted(adding ^ set(points)))
        fault, cure = worded("fault-points-of", names=names), worded("cure-points-of")
        raise unfit([Problem("points", 0, "component", fault, cure)], kind=ImportRefusedError)
    foundation = like.loc[like["level"] == dti.FOUNDATION, "component"].map(points).sum()
    made = {
        dti.TOTAL: sum(points.values()),
        **{
            pillar: int(foundation) + points[activity]
            for pillar, activity in dti.ACTIVITIES.items()
            if activity in points
        },
        **points,
    }
    return like.assign(points=like["component"].map(made), basis=_FITTED)


def method(package: DataPackage, edition: Edition) -> str:
    """Return how the total of a new edition is built.

    Parameters
    ----------
    package, edition : DataPackage, Edition
        As in :func:`weights`.
    """
    editions, known = package["dti_editions"], weights(package, edition)
    named = editions.drop_duplicates("edition").set_index("edition")["method"]
    if edition.year in named.index:
        return str(named[edition.year])
    points = known.set_index("component")["points"].to_dict()
    for year, rows in package[_WEIGHTS].groupby("edition"):
        if rows.set_index("component")["points"].to_dict() == points and year in named.index:
            return str(named[edition.like if not edition.points else year])
    return _REWEIGHTED


def rows(package: DataPackage, edition: Edition) -> Sequence[Mapping[str, str]]:
    """Return the rows of ``dti_weights`` to add: none where the edition has its points already.

    Points that are carried over keep the source that they have in the edition they come from.

    Parameters
    ----------
    package, edition : DataPackage, Edition
        As in :func:`weights`.
    """
    known = package[_WEIGHTS]
    if (known["edition"] == edition.year).any():
        return []
    columns = [name for name in known if name != "row"]
    table = weights(package, edition)[columns].astype(str)
    if edition.points:
        table = table.assign(source=edition.source_id)
    table["adds_to_total"] = table["adds_to_total"].str.lower()
    return [
        {str(name): str(cell) for name, cell in row.items()} for row in table.to_dict("records")
    ]

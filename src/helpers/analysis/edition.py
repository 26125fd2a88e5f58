"""One edition of the index: what was published of it, what follows from that, and its weights.

Whatever is worked out about an edition takes this one value, so that the printed rows alone are
never taken for the completed ones.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from helpers.analysis import dti, proof
from helpers.analysis.dti import FOUNDATION, PILLARS, TOTAL, Breakdown
from helpers.store import data, editions
from helpers.store.data import DataPackage
from helpers.store.units import ANY, OfUnits, Units
from helpers.words.refusals import instead, unknown


@dataclass(frozen=True, eq=False)
class Edition(OfUnits):
    """An edition of the Digital Transformation Index.

    Parameters
    ----------
    number : int
        The year it measures, which is its name.
    published : DataFrame
        Its rows of ``dti_scores``, as printed.
    weights : DataFrame
        Its rows of ``dti_weights``.
    ranked : int
        How many provinces it ranks.
    mean : float or None
        The published mean of the totals; None if none is.
    units : Units
        The provinces that may be asked about; where none is named, whatever is asked about may be.
    """

    number: int
    published: pd.DataFrame
    weights: pd.DataFrame
    ranked: int = editions.PROVINCES
    mean: float | None = None
    units: Units = ANY

    @classmethod
    def of(cls, package: DataPackage, number: int, ranked: int | None = None) -> Edition:
        """Return a table of an edition; one that is not described there ranks the 63 of old.

        It is cut out of a package once: whatever follows from it is worked out once too.

        Parameters
        ----------
        package : DataPackage
            What is known.
        number : int
            The edition.
        ranked : int, optional
            How many provinces the table ranks, which tells two tables of an edition apart; the
            package's own table of it if not given (:func:`helpers.store.editions.ranked_in`).
        """
        ranked = editions.ranked_in(package, number) if ranked is None else ranked
        key = (cls, number, ranked)
        return package.remembered(key, lambda: cls._cut(package, number, ranked))

    @classmethod
    def _cut(cls, package: DataPackage, number: int, ranked: int) -> Edition:
        own = {
            name: package[name][package[name]["edition"] == number]
            for name in ("dti_scores", "dti_weights", "dti_editions")
        }
        scores, described = (
            own[name][own[name]["provinces_ranked"] == ranked]
            for name in ("dti_scores", "dti_editions")
        )
        means = described["mean_total"].dropna()
        return cls(
            number,
            scores,
            own["dti_weights"],
            ranked,
            None if means.empty else float(means.iloc[0]),
            editions.units_of(package, number, ranked),
        )

    def __str__(self) -> str:
        """Return its number, as it is written."""
        return str(self.number)

    @property
    def shown(self) -> str:
        """Its number; with how many it ranks where that is not all there were in its year."""
        later = self.units.year > self.number
        return f"{self.number} ({self.ranked})" if later else str(self.number)

    def __repr__(self) -> str:
        """Return its number with how many provinces it ranks and how many totals are published."""
        totals = self.published[self.published["component"] == TOTAL]["score"].count()
        return f"<Edition {self.number}: {self.ranked} ranked, {totals} totals published>"

    def find_component(self, component: str) -> str:
        """Return a component's id if the edition has it.

        Raises
        ------
        ParameterError
            If it has not, with the nearest id.
        """
        known = {TOTAL, *PILLARS, FOUNDATION, *self.weights["component"]}
        if component not in known | set(self.published["component"]):
            near = instead(component, sorted(known), "data/dti_components.csv")
            raise unknown("component", component, near)
        return component

    @cached_property
    def scores(self) -> pd.DataFrame:
        """The published rows, and those that follow from them; see :func:`proof.completed`."""
        return proof.completed(self)

    @cached_property
    def breakdown(self) -> Breakdown:
        """The parts of the total; see :func:`dti.breakdown`."""
        return dti.breakdown(self)

    def table(self, component: str = TOTAL) -> pd.DataFrame:
        """Return one component, best first; the total if not said.

        Raises
        ------
        ParameterError
            If the edition has no such component, with the nearest id.
        """
        return self.remembered(
            ("table", component), lambda: dti.table(self.scores, self.find_component(component))
        )

    def remembered(self, key: Hashable, made: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """Return a table that is made once of this edition; who changes it changes a copy.

        Parameters
        ----------
        key : hashable
            Which table.
        made : callable
            What makes it.
        """
        known = (key, self._numbers())
        if known not in self._remembered:
            self._remembered[known] = made()
        # Pandas copies a shallow copy's data when somebody writes into either.
        return self._remembered[known].copy(deep=False)

    def _numbers(self) -> Hashable:
        """Return what its published scores, ranks and weights are now: somebody may change them."""
        columns = self.published["score"], self.published["rank"], self.weights["points"]
        return tuple(each.to_numpy("float64", na_value=np.nan).tobytes() for each in columns)

    @cached_property
    def _remembered(self) -> dict[Hashable, pd.DataFrame]:
        return {}

    def wide(self) -> pd.DataFrame:
        """Return the scores, one row a province and one column a component."""
        return self.remembered("wide", lambda: dti.wide(self.scores))


def every(package: DataPackage) -> list[Edition]:
    """Return all tables of all editions, in the order of the rows of ``dti_editions``."""
    tables = package["dti_editions"][["edition", "provinces_ranked"]]
    return [Edition.of(package, *map(int, each)) for each in tables.itertuples(index=False)]


def fitted(package: DataPackage, edition: Edition) -> proof.Tally | None:
    """Return how well fitted weights give the totals they were fitted to.

    Parameters
    ----------
    package : DataPackage
        What is known.
    edition : Edition
        The edition.

    Returns
    -------
    Tally or None
        Of the table of the edition with most rows published in full; None where its weights were
        not fitted.
    """
    if not edition.weights["basis"].eq("fitted").any():
        return None
    tables = [each for each in every(editions.whole_of(package)) if each.number == edition.number]
    return max(map(proof.tally, tables), key=lambda tally: tally.full)


def origin(package: DataPackage, edition: Edition) -> Edition:
    """Return the edition that an edition's weights come from: itself, or one they are carried from.

    Parameters
    ----------
    package : DataPackage
        What is known.
    edition : Edition
        The edition.

    Returns
    -------
    Edition
        The newest earlier one of the same points whose own are not carried over; the edition
        itself where its weights are not, or none is known that has them.
    """
    if not edition.weights["basis"].eq("carried").any():
        return edition
    points = edition.weights.set_index("component")["points"].to_dict()
    earlier = package["dti_weights"].query("edition < @edition.number and basis != 'carried'")
    for number in sorted({int(each) for each in earlier["edition"]}, reverse=True):
        rows = earlier[earlier["edition"] == number]
        if rows.set_index("component")["points"].to_dict() == points:
            return Edition.of(package, number)
    return edition


def newest(package: DataPackage) -> Edition | None:
    """Return the newest edition among those a package knows, or None."""
    number = data.newest_edition(package)
    return None if number is None else Edition.of(package, number)

"""One edition of the index: what was published of it, what follows from that, and its weights.

Whatever is worked out about an edition takes this one value, so that the printed rows alone are
never taken for the completed ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from helpers.analysis import dti, proof
from helpers.analysis.dti import FOUNDATION, PILLARS, PROVINCES, TOTAL, Breakdown
from helpers.store import data
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
    ranked: int = PROVINCES
    mean: float | None = None
    units: Units = ANY

    @classmethod
    def of(cls, package: DataPackage, number: int) -> Edition:
        """Return an edition of a package; one that is not described there ranks the 63 of old.

        Parameters
        ----------
        package : DataPackage
            What is known.
        number : int
            The edition.
        """
        own = {
            name: package[name][package[name]["edition"] == number]
            for name in ("dti_scores", "dti_weights", "dti_editions")
        }
        described = own["dti_editions"]
        ranked, means = described["provinces_ranked"], described["mean_total"].dropna()
        return cls(
            number,
            own["dti_scores"],
            own["dti_weights"],
            PROVINCES if described.empty else int(ranked.iloc[0]),
            None if means.empty else float(means.iloc[0]),
            Units.known_to(package, number),
        )

    def __str__(self) -> str:
        """Return its number, as it is written."""
        return str(self.number)

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
        if component not in self._tables:
            self._tables[component] = dti.table(self.scores, self.find_component(component))
        return self._tables[component].copy()

    @cached_property
    def _tables(self) -> dict[str, pd.DataFrame]:
        return {}

    def wide(self) -> pd.DataFrame:
        """Return the scores, one row a province and one column a component."""
        return dti.wide(self.scores)


def newest(package: DataPackage) -> Edition | None:
    """Return the newest edition among those a package knows, or None."""
    number = data.newest_edition(package)
    return None if number is None else Edition.of(package, number)

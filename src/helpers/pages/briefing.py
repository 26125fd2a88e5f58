"""A briefing before it is written: a province, a year, what was known on its day, and what follows.

Nothing here speaks a language; what is worked out is worked out once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from helpers.analysis import coherence, dti, edition, results, since, story, targets
from helpers.analysis.coherence import Extremes
from helpers.analysis.dti import TOTAL, Breakdown, Standing
from helpers.analysis.edition import Edition
from helpers.analysis.quality import quality
from helpers.store import data, editions, mergers
from helpers.store.data import DataPackage
from helpers.store.frames import row_at


@dataclass(frozen=True, eq=False)
class Briefing:
    """What the briefing of a province and year rests on.

    Parameters
    ----------
    year : int
        The reporting year.
    province : str
        The province's id.
    data : DataPackage
        What was known by the as-of date, with one table of each DTI edition: where there are two,
        that of the units there were at the end of the year.
    """

    year: int
    province: str
    data: DataPackage

    def __repr__(self) -> str:
        """Return the province, the year and :attr:`known`."""
        return f"<Briefing {self.province} {self.year}, {self.known}>"

    @property
    def known(self) -> str:
        """Its day, its edition and the rank in that, for who works with it; never an error."""
        try:
            here = self.standing()
            day = f"as of {self.as_of}"
        except Exception:  # What is shown of a value must never hide the value.
            return "incomplete"
        if here is None:
            return f"{day}; no edition"
        rank = "rank unknown" if here.rank is None else f"rank {here.rank} of {here.ranked}"
        return f"{day}; edition {here.edition}, {rank}"

    @classmethod
    def of(cls, package: DataPackage, year: int, province: str) -> Briefing:
        """Return the briefing of a year, with what was known on its day.

        Parameters
        ----------
        package : DataPackage
            All there is.
        year, province : int, str
            The reporting year and the province's id, both there.
        """
        day = data.briefing_day(package, year, province)
        return cls(year, province, _known(package, year, day))

    @cached_property
    def row(self) -> pd.Series:
        """Its row of ``briefings``."""
        return data.briefing_row(self.data, self.year, self.province)

    @property
    def as_of(self) -> date:
        """The day it is given."""
        return data.briefing_day(self.data, self.year, self.province)

    @cached_property
    def due_year(self) -> int:
        """The last year whose targets have fallen due: the reporting year.

        The briefing of a province's last day is its closing balance: there is no later one to
        judge what was due in the year in which it ended.
        """
        return self.year if self.last_day is None else self.last_day.year

    @cached_property
    def last_day(self) -> date | None:
        """The province's last day where that has come by the day it is given; else None."""
        ends = self.data["provinces"].set_index("province")["valid_until"].dropna()
        last = ends.get(self.province)
        return None if last is None or last.date() > self.as_of else last.date()

    @cached_property
    def before(self) -> Briefing | None:
        """The briefing before this one, with what it could know; None if none was."""
        years = self.data["briefings"]["year"]
        earlier = years[years < self.year]
        if earlier.empty:
            return None
        year = int(earlier.max())
        day = data.briefing_day(self.data, year, self.province)
        # Briefings of one day share what was known, and with it what follows from that.
        known = self.data.remembered(("known", year, day), lambda: _known(self.data, year, day))
        return Briefing(year, self.province, known)

    @cached_property
    def edition(self) -> Edition | None:
        """The newest DTI edition that it may cite; None if none was published by its day."""
        return edition.newest(self.data)

    @cached_property
    def edition_before(self) -> Edition | None:
        """The edition before that one, if it ranks as many; None if there is none."""
        if self.edition is None:
            return None
        numbers = self.data["dti_editions"]["edition"]
        earlier = numbers[numbers < self.edition.number]
        if earlier.empty:
            return None
        before = Edition.of(self.data, int(earlier.max()))
        return before if before.ranked == self.edition.ranked else None

    @property
    def known_edition(self) -> Edition:
        """That edition, where the absence of one would be a fault."""
        if self.edition is None:
            raise LookupError(f"no DTI edition was published by {self.as_of}")
        return self.edition

    @property
    def latest(self) -> Edition:
        """That edition, or an empty one of the reporting year where none was published."""
        return self.edition or Edition.of(self.data, self.year)

    @cached_property
    def edition_row(self) -> pd.Series:
        """That edition's row of ``dti_editions``."""
        here, rows = self.known_edition, self.data["dti_editions"]
        own = rows[rows["edition"].eq(here.number) & rows["provinces_ranked"].eq(here.ranked)]
        return own.iloc[0]

    @property
    def breakdown(self) -> Breakdown | None:
        """The parts of that edition's total; None if there is no edition."""
        return None if self.edition is None else self.edition.breakdown

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        return {}

    def standing(self, component: str = TOTAL) -> Standing | None:
        """Return where the province stands in the newest edition; None if there is none."""
        if self.edition is None:
            return None
        if component not in self._standings:
            found = dti.standing(self.edition, self.province, component)
            self._standings[component] = found
        return self._standings[component]

    @property
    def place(self) -> Standing | None:
        """Where the province stands in the newest edition if its rank there is known; else None."""
        here = self.standing()
        return None if here is None or here.rank is None else here

    @property
    def rank(self) -> int | None:
        """The province's rank in total in that edition; None if it is not known."""
        return None if self.place is None else self.place.rank

    @property
    def scored(self) -> bool:
        """Whether a total of the province is known in the newest edition."""
        here = self.standing()
        return here is not None and here.score is not None

    @cached_property
    def strongest_and_weakest(self) -> Extremes:
        """The province's pillar with the best rank and the one with the worst; None if unknown."""
        if self.edition is None:
            return Extremes()
        return coherence.strongest_and_weakest(dti.pillar_profile(self.edition, self.province))

    @cached_property
    def _indicators(self) -> pd.DataFrame:
        return self.data["indicators"].set_index("indicator", drop=False)

    def indicator(self, indicator: str) -> pd.Series:
        """Return an indicator's row: name_vi, name_en, unit, better, and its life."""
        return row_at(self._indicators, indicator)

    def _scope(self, scope: str | None) -> str:
        return results.find_scope(self.data, scope, self.year) if scope else self.province

    def result(self, indicator: str, scope: str | None = None) -> pd.Series | None:
        """Return the result that speaks for the reporting year; the province's if not said.

        Raises
        ------
        ParameterError
            If there is no such indicator or no such province, with the nearest id.
        """
        scope, indicator = self._scope(scope), results.find_indicator(self.data, indicator)
        return results.latest(self.data["results"], scope, indicator, self.year)

    def news(self, scope: str | None = None) -> pd.DataFrame:
        """Return the results it is the first to tell; the province's if not said."""
        known = () if self.before is None else set(self.before.data["results"]["row"])
        return results.news(self.data["results"], self._scope(scope), self.year, known)

    @cached_property
    def moves(self) -> pd.DataFrame:
        """The province's results that are new since the briefing before, and how each moved.

        See :func:`helpers.analysis.since.moves` for its columns. Empty where no briefing was before
        or the province was not there yet.
        """
        before, every = self.before, self.data
        if before is None or self.province not in set(before.data["provinces"]["province"]):
            return since.moves(every, every["results"], self.province, self.year)
        return since.moves(every, before.data["results"], self.province, self.year)

    @cached_property
    def results_with_ranks(self) -> pd.DataFrame:
        """The table ``results`` with the DTI ranks."""
        return results.with_ranks(self.data)

    @cached_property
    def targets(self) -> pd.DataFrame:
        """The province's targets with the results that speak to them, DTI ranks included.

        See :func:`helpers.analysis.targets.progress` for its columns.
        """
        return self._progress(self.province, self.due_year)

    def _progress(self, province: str, year: int) -> pd.DataFrame:
        return targets.progress(self.data["targets"], self.results_with_ranks, province, year)

    def _closing(self, former: pd.Series) -> pd.DataFrame:
        """Return how the targets of a province that ended stand, by the tables of its own time."""
        last = former["valid_until"]
        there = mergers.last_year(last)
        ranks = results.with_ranks(editions.of_year(self.data, there))
        name = former["province"]
        return targets.progress(self.data["targets"], ranks, name, int(last.year))

    @cached_property
    def inherited(self) -> pd.DataFrame:
        """The targets of the provinces that became this one, as theirs; see :attr:`targets`.

        They are judged by the results of each such province itself, none by those of the new one.
        """
        provinces = self.data["provinces"]
        own = provinces[provinces["successor"] == self.province]
        found = [self._closing(row) for _, row in own.iterrows()]
        return pd.concat([self.targets.iloc[:0], *found], ignore_index=True)

    @cached_property
    def newly_judged(self) -> pd.DataFrame:
        """The rows of :attr:`targets` that this briefing is the first to judge."""
        before = self.before
        return targets.newly_judged(self.targets, None if before is None else before.targets)


def _known(package: DataPackage, year: int, day: date) -> DataPackage:
    """Return what was known on the day of a year's briefing."""
    return editions.of_year(data.as_of(package, day), year)


#: What each chapter works out of its briefing first.
_FIRST = ("edition", "before", "targets", "moves", "strongest_and_weakest", "newly_judged")
#: The first briefing asked for of each year and day, with the files it was read from: processes
#: forked from this one take it as it is, and those of the day's other briefings what it knows.
_prepared: dict[tuple[int, date], tuple[data.State, Briefing]] = {}


def prepare(package: DataPackage, wanted: Sequence[tuple[int, str]]) -> None:
    """Work out what chapters that will be forked from this process have in common.

    Of all briefings that is what was known on their days; of a day's first one also what its own
    chapters begin with, and on the way what all its provinces share.

    Parameters
    ----------
    package : DataPackage
        All there is, as it was read.
    wanted : sequence of (int, str)
        The briefings, each as in :meth:`Briefing.of`.
    """
    if package.read is None:
        return
    for year, province in wanted:
        key = (year, data.briefing_day(package, year, province))
        if key in _prepared:
            continue
        briefing = Briefing.of(package, year, province)
        for name in _FIRST:
            getattr(briefing, name)
        if briefing.edition is not None:
            story.components(briefing.edition, province)
            story.pillar_ranks(briefing.data, province)
        quality(briefing.data, province, year)
        _prepared[key] = (package.read, briefing)


def opened(package: DataPackage, year: int, province: str) -> Briefing:
    """Return the briefing of what was read just now: of what was prepared if no file has changed.

    Parameters
    ----------
    package : DataPackage
        What was read; of one in which a table was written into take :meth:`Briefing.of`.
    year, province : int, str
        As in :meth:`Briefing.of`.
    """
    day = data.briefing_day(package, year, province)
    read, prepared = _prepared.get((year, day), (None, None))
    if prepared is None or package.read != read:
        return Briefing.of(package, year, province)
    if prepared.province == province:
        return prepared
    return Briefing(year, province, prepared.data)

"""What changed between two briefings of a province, figure by figure.

Each briefing is taken as it was given: by what was known on its as-of date. Ranks of two DTI
editions are compared, their scores never: the editions are not one scale.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from helpers.analysis import agenda, dti, results, since
from helpers.analysis.results import RANK
from helpers.analysis.since import Measure
from helpers.pages.briefing import Briefing
from helpers.pages.citing import cite
from helpers.store import mergers, parameters
from helpers.store.data import NATIONAL, DataPackage
from helpers.store.units import Units
from helpers.words.language import LANGUAGES
from helpers.words.refusals import refused

#: The groups of figures of a province, in the order in which they are told.
GROUPS = ("key", "dti", "targets", "others", "briefing")
#: The kinds of change, in the order in which they are counted.
KINDS = ("changed", "unchanged", "new", "gone")
#: What became of the figures that are not the same, in the order in which they are counted.
MOVES = ("rose", "fell", "other", "judged", "new", "gone")
#: The statuses of a target that has been judged.
_JUDGED = ("met", "missed")


@dataclass(frozen=True)
class Value(Measure):
    """What one briefing says of a figure.

    Parameters
    ----------
    number, qualifier, base, period, timing
        As :class:`helpers.analysis.since.Measure` has them.
    state : str
        How far a work has come, the status of a target, or the newest edition; empty if none.
    computed : bool
        Whether it follows from published figures and is printed nowhere.
    sources, rows : tuple of str
        The ids of its sources, and the names of the rows of the data.
    """

    state: str = ""
    computed: bool = False
    sources: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[object, ...]:
        """What makes two values the same: “nearly 100 %” is not 100 %."""
        return self.number, self.qualifier if self.number is not None else "", self.base, self.state


@dataclass(frozen=True)
class Change:
    """A figure in two briefings, in one of them at least.

    Parameters
    ----------
    group : str
        One of :data:`GROUPS`.
    table : str
        What the figure is named by: ``indicators``, ``dti_components``, ``targets``, or
        ``counts`` of the briefing itself.
    figure : str
        Its id there.
    unit : str
        Its unit.
    better : str
        ``higher``, ``lower`` or ``none``.
    before, after : Value or None
        What the first and the second briefing say; None if nothing.
    apart : bool
        Whether they speak of two units, of which no figure is subtracted from the other's.
    """

    group: str
    table: str
    figure: str
    unit: str
    better: str
    before: Value | None
    after: Value | None
    apart: bool = False

    @property
    def by_edition(self) -> bool:
        """Whether its period is a DTI edition."""
        return self.table == "dti_components" or self.figure == RANK

    @property
    def kind(self) -> str:
        """One of :data:`KINDS`."""
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        return "unchanged" if self.before.said == self.after.said else "changed"

    @property
    def amount(self) -> float | None:
        """The second number minus the first; None where they are the same or cannot be subtracted.

        Both must be exact, of the same unit, the same base and the same part of a year.
        """
        if self.apart or self.before is None or self.after is None:
            return None
        return since.amount(self.before, self.after)

    @property
    def verdict(self) -> str:
        """``better`` or ``worse``; empty where it cannot be said."""
        return since.verdict(self.amount, self.better)

    @property
    def move(self) -> str:
        """One of :data:`MOVES`; empty if both briefings say the same."""
        if self.kind != "changed":
            return "" if self.kind == "unchanged" else self.kind
        if self.after is not None and self.table == "targets" and self.after.state in _JUDGED:
            return "judged"
        if self.amount is None:
            return "other"
        return "rose" if (self.amount > 0) != (self.unit == "rank") else "fell"


@dataclass(frozen=True)
class Difference:
    """What two briefings say of a province or the nation, held against each other.

    Parameters
    ----------
    first, second : Briefing
        The briefings, in the order asked for.
    changes : tuple of Change
        The figures in either, in the order of :data:`GROUPS`.
    """

    first: Briefing
    second: Briefing
    changes: tuple[Change, ...]

    @property
    def backwards(self) -> bool:
        """Whether the later briefing was named first."""
        return self.first.year > self.second.year

    @property
    def apart(self) -> bool:
        """Whether the briefings are of two units, one of which became part of the other."""
        return self.first.province != self.second.province

    @property
    def new_methods(self) -> list[int]:
        """The DTI editions between the newest ones of both that changed the method."""
        sides = {each.edition.number: each for each in (self.first, self.second) if each.edition}
        if len(sides) < 2:
            return []
        methods = sides[max(sides)].data["dti_editions"].set_index("edition")["method"].sort_index()
        changed = methods.index[methods != methods.shift()]
        return [int(edition) for edition in changed if edition > min(sides)]


def between(
    package: DataPackage, first: int, second: int, province: str
) -> tuple[Difference, Difference]:
    """Hold the briefings of two years against each other.

    Parameters
    ----------
    package : DataPackage
        All there is.
    first, second : int
        The reporting years, in any order.
    province : str
        The province's id or name. In the year when it is no more, its successor is meant.

    Returns
    -------
    tuple of Difference
        What they say of the province; then, as context, what they say of the nation.

    Raises
    ------
    ParameterError
        If both years are the same, or one of the parameters has no such value.
    """
    if first == second:
        raise refused("cmd-diff-twice", year=str(first))
    own_unit, other_unit = units(package, first, second, province)
    sides = _briefing(package, first, own_unit), _briefing(package, second, other_unit)
    nation = replace(sides[0], province=NATIONAL), replace(sides[1], province=NATIONAL)
    own = [*_results(*sides), *_pillars(*sides), *_targets(*sides), *_counts(*sides)]
    own.sort(key=lambda change: GROUPS.index(change.group))
    if own_unit != other_unit:
        own = [replace(change, apart=True) for change in own]
    context = [*_results(*nation), *_targets(*nation)]
    return Difference(*sides, tuple(own)), Difference(*nation, tuple(context))


def units(package: DataPackage, first: int, second: int, province: str) -> tuple[str, str]:
    """Return the units whose briefings of two years are held against each other.

    Parameters
    ----------
    package, first, second, province : DataPackage, int, int, str
        As :func:`between` takes them.

    Returns
    -------
    tuple of str
        The province in both years; in a year by whose end it was no more, its successor.

    Raises
    ------
    ParameterError
        If there is no such province; if it had not begun in a year, with those that became it.
    """
    low, high = parameters.YEARS
    # A year that cannot be is refused with the years that there are, as everywhere.
    years = [min(max(year, low), high) for year in (first, second)]
    found = Units.known_to(package, years[0]).find(province)
    one, other = (mergers.became(package["provinces"], found, year) for year in years)
    return one, other


def move_counts(changes: Iterable[Change]) -> dict[str, int]:
    """Count changes by :attr:`Change.move`, in the order of :data:`MOVES`."""
    counts = Counter(change.move for change in changes)
    return {move: counts[move] for move in MOVES}


def tally(changes: Iterable[Change]) -> dict[str, int]:
    """Count changes by their kind, in the order of :data:`KINDS`."""
    counts = Counter(change.kind for change in changes)
    return {kind: counts[kind] for kind in KINDS}


def _briefing(package: DataPackage, year: int, province: str) -> Briefing:
    values = {"year": year, "province": province, "lang": LANGUAGES[0]}
    chosen = parameters.check(package, values)
    return Briefing.of(package, chosen.year, chosen.province)


def _results(first: Briefing, second: Briefing) -> list[Change]:
    """Return the indicators that either briefing tells a result of, the key figures first."""
    before, after = _spoken(first), _spoken(second)
    key = results.key_indicators(second.data, second.year)
    places = {name: place for place, name in enumerate(key)}
    rows = second.data["indicators"]
    rows = rows.assign(place=rows["indicator"].map(places)).sort_values("place", kind="stable")
    return [
        Change(
            group="others" if pd.isna(row["place"]) else "key",
            table="indicators",
            figure=row["indicator"],
            unit=row["unit"],
            better=row["better"],
            before=before.get(row["indicator"]),
            after=after.get(row["indicator"]),
        )
        for _, row in rows.iterrows()
        if row["indicator"] in {*before, *after} and row["unit"] != since.SCORE
    ]


def _spoken(briefing: Briefing) -> dict[str, Value]:
    """Return the results that a briefing tells, by indicator: its year's, and newer news."""
    found = {row["indicator"]: _value(row) for _, row in briefing.news().iterrows()}
    past = results.history(briefing.results_with_ranks, briefing.province, RANK, briefing.year)
    return found if past.empty else {**found, RANK: _value(past.iloc[-1])}


def _value(row: pd.Series) -> Value:
    return Value(
        number=_or_none(row["value"]),
        state=row["state"],
        qualifier=row["qualifier"],
        base=_or_none(row["base"]),
        period=row["period"],
        timing=row["timing"],
        sources=(row["source"],),
        rows=(row["row"],),
    )


def _or_none(number: float) -> float | None:
    return None if pd.isna(number) else float(number)


def _pillars(first: Briefing, second: Briefing) -> list[Change]:
    before, after = _pillar_ranks(first), _pillar_ranks(second)
    return [
        Change("dti", "dti_components", name, "rank", "lower", before.get(name), after.get(name))
        for name in dti.PILLARS
        if name in {*before, *after}
    ]


def _pillar_ranks(briefing: Briefing) -> dict[str, Value]:
    """Return the ranks of the pillars in the newest edition that a briefing knows."""
    edition = briefing.edition
    if edition is None:
        return {}
    own = edition.scores[edition.scores["province"] == briefing.province].dropna(subset=["rank"])
    found = {}
    for _, row in own[own["component"].isin(dti.PILLARS)].iterrows():
        cited = cite(row, locator="table")
        rows = tuple(dict.fromkeys(each.row for each in cited if each.row))
        found[row["component"]] = Value(
            number=float(row["rank"]),
            base=float(edition.ranked),
            period=str(edition),
            computed=not rows,
            sources=tuple(dict.fromkeys(each.source for each in cited)),
            rows=rows,
        )
    return found


def _targets(first: Briefing, second: Briefing) -> list[Change]:
    before, after = _statuses(first), _statuses(second)
    return [
        Change("targets", "targets", name, "", "none", before.get(name), after.get(name))
        for name in after | before
    ]


def _statuses(briefing: Briefing) -> dict[str, Value]:
    """Return how each target stands, with the sources of the target and of its result."""
    found = {}
    for _, row in briefing.targets.iterrows():
        held = row[["source", "row", "result_source", "result_row"]].dropna()
        sources = held.filter(like="source").unique()
        rows = tuple(held.filter(like="row"))
        found[row["target"]] = Value(state=row["status"], sources=tuple(sources), rows=rows)
    return found


def _counts(first: Briefing, second: Briefing) -> list[Change]:
    """Return the newest edition, and how many limitations, tasks and sources there are."""
    before, after = _counted(first), _counted(second)
    return [
        Change(
            group="dti" if name == "edition" else "briefing",
            table="counts",
            figure=name,
            unit="",
            better="none",
            before=before.get(name),
            after=after.get(name),
        )
        for name in ("edition", "limitations", "tasks", "sources")
        if name in {*before, *after}
    ]


def _counted(briefing: Briefing) -> dict[str, Value]:
    found = {"sources": Value(number=float(len(briefing.data["sources"])))}
    if briefing.edition is not None:
        row = briefing.edition_row
        found["edition"] = Value(
            state=str(briefing.edition), sources=(row["source"],), rows=(row["row"],)
        )
    for name, kind in (("limitations", "limitation"), ("tasks", "task")):
        items = agenda.of_kind(briefing.data["agenda"], briefing.province, briefing.year, kind)
        if not items.empty:
            sources, rows = tuple(items["source"].unique()), tuple(items["row"])
            found[name] = Value(number=float(len(items)), sources=sources, rows=rows)
    return found

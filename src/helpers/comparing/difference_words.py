"""The differences of two briefings in words: sentences, and the cells of a table."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from helpers.comparing.difference import Change, Difference, Value, move_counts, tally
from helpers.pages import target_words
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.store.frames import row_at
from helpers.words.language import Language, Said

_GROUPS = {
    "key": "diff-group-key",
    "dti": "diff-group-dti",
    "targets": "diff-group-targets",
    "others": "diff-group-others",
    "briefing": "diff-group-briefing",
}
_COUNTS = {
    "edition": "diff-edition",
    "limitations": "diff-limitations",
    "tasks": "diff-tasks",
    "sources": "diff-sources",
}


@dataclass(frozen=True)
class Line:
    """A change as it is told.

    Parameters
    ----------
    change : Change
        The change.
    name : str
        The figure's name.
    before, after : str
        What each briefing says, with the period it speaks of; a dash for nothing.
    moved : str
        The kind of change, or how far up or down.
    sentence : str
        All of it as a sentence.
    """

    change: Change
    name: str
    before: str
    after: str
    moved: str
    sentence: str

    @property
    def sources(self) -> str:
        """The ids of the first briefing's sources, an arrow, those of the second's; or of both."""
        sides = (self.change.before, self.change.after)
        texts = [", ".join(side.sources) if side else "–" for side in sides]
        return " → ".join(dict.fromkeys(texts))


@dataclass(frozen=True)
class Section:
    """The lines of one group under its heading."""

    heading: str
    lines: list[Line]


class Teller:
    """Two briefings' differences in a language.

    Parameters
    ----------
    province, nation : Difference
        What :func:`helpers.comparing.difference.between` found.
    language : Language
        The language.
    """

    def __init__(self, province: Difference, nation: Difference, language: Language) -> None:
        self._province, self._nation, self._language = province, nation, language
        # A page reads the names of all that there is: it is made once of each briefing.
        self._pages: dict[Briefing, Page] = {}
        # Every sentence may say which briefing is which, and whether time runs back.
        self._always = {
            "first": str(province.first.year),
            "second": str(province.second.year),
            "order": "back" if province.backwards else "on",
        }

    def changed(self) -> str:
        """Return how many of the province's figures are not the same, and what became of them."""
        changes = self._province.changes
        counts = move_counts(changes)
        listed = ", ".join(
            self._say("diff-moved", move=move, count=count)
            for move, count in counts.items()
            if count
        )
        same = len(changes) - sum(counts.values())
        values = {"count": sum(counts.values()), "same": same, "kind": "some" if listed else "none"}
        return self._say("diff-moves", moves=listed, **values)

    def headline(self, every: bool = True) -> list[str]:
        """Return what is compared, how much changed, and how to read it, a sentence each.

        Parameters
        ----------
        every : bool
            Whether it is counted what is the same, and what is told of the nation.
        """
        first, second = self._province.first, self._province.second
        days = {"first_day": first.as_of, "second_day": second.as_of}
        written = {name: self._language.date(day) for name, day in days.items()}
        said = [self._say("diff-title", province=self._page(first).name, **written)]
        if self._province.apart:
            names = {"before": self._page(first).name, "after": self._page(second).name}
            said.append(self._say("diff-apart", **names))
        if self._province.backwards:
            said.append(self._say("diff-backwards"))
        said += self._counts() if every else []
        if self._province.new_methods:
            editions = ", ".join(map(str, self._province.new_methods))
            many = "one" if len(self._province.new_methods) == 1 else "many"
            said.append(self._say("history-method", editions=editions, many=many))
        return said

    def _counts(self) -> list[str]:
        changes = self._province.changes
        counted = {
            "diff-count-figures": [each for each in changes if each.group != "targets"],
            "diff-count-targets": [each for each in changes if each.group == "targets"],
            "diff-count-nation": self._nation.changes,
        }
        return [
            self._say(message, count=len(some), tally=self._say("diff-tally", **tally(some)))
            for message, some in counted.items()
            if some
        ]

    def sections(self, every: bool = True) -> list[Section]:
        """Return the changes in words: the province's by group, then the nation's.

        Parameters
        ----------
        every : bool
            Whether what is the same in both briefings is told too.
        """
        own = self._province.changes
        told = [
            (message, self._province, [each for each in own if each.group == group])
            for group, message in _GROUPS.items()
        ]
        told.append(("diff-nation", self._nation, list(self._nation.changes)))
        return [
            Section(self._say(heading), [self._line(found, each) for each in some])
            for heading, found, changes in told
            if (some := [each for each in changes if every or each.move])
        ]

    def columns(self) -> list[str]:
        """Return the heads of a table of the lines."""
        measure, change, sources = map(
            self._say, ("column-measure", "diff-column-change", "sources-title")
        )
        return [measure, self._always["first"], self._always["second"], change, sources]

    def _say(self, message: str, **values: Said) -> str:
        """Return a sentence as plain text."""
        return str(self._language.say(message, **self._always, **values))

    def _line(self, found: Difference, change: Change) -> Line:
        before, after = (
            self._dated(change, value, briefing) if value else self._say("value-none")
            for value, briefing in _sides(found, change)
        )
        return Line(
            change=change,
            name=self._name(found, change, "diff-target-short"),
            before=before,
            after=after,
            moved=self._move(change) or self._say("diff-kind", kind=change.kind),
            sentence=self._sentence(found, change, self._name(found, change, "diff-target")),
        )

    def _name(self, found: Difference, change: Change, target_message: str) -> str:
        if change.table == "counts":
            return self._say(_COUNTS[change.figure])
        if change.table == "dti_components":
            pillar = self._page(found.second).component_name(change.figure).lower()
            return self._say("diff-pillar", pillar=pillar)
        if change.table == "targets":
            briefing = found.first if change.after is None else found.second
            return self._target_name(target_message, briefing, _target(briefing, change))
        return self._language.name(found.second.indicator(change.figure))

    def _page(self, briefing: Briefing) -> Page:
        if briefing not in self._pages:
            self._pages[briefing] = Page("difference", briefing, self._language)
        return self._pages[briefing]

    def _target_name(self, message: str, briefing: Briefing, target: pd.Series) -> str:
        page = self._page(briefing)
        return self._say(
            message,
            name=self._language.name(briefing.indicator(target["indicator"])),
            promise=target_words.value(page, target),
            set_by=target_words.set_by(page, target),
            due=target_words.due(page, target),
        )

    def _sentence(self, found: Difference, change: Change, name: str) -> str:
        if change.kind == "unchanged":
            return self._unchanged(found, change, name)
        before, after = (
            self._dated(change, value, briefing) if value else ""
            for value, briefing in _sides(found, change)
        )
        if change.kind != "changed":
            lacking = found.first if change.kind == "new" else found.second
            later = lacking.year == max(found.first.year, found.second.year)
            values = {"lacking": "later" if later else "earlier", "year": str(lacking.year)}
            return self._say("diff-one-sided", name=name, value=before or after, **values)
        if change.apart:
            names = {"one": self._page(found.first).name, "other": self._page(found.second).name}
            return self._say("diff-beside", name=name, before=before, after=after, **names)
        move = self._move(change)
        values = {"before": before, "after": after, "move": f", {move}" if move else ""}
        return self._say("diff-changed", name=name, **values)

    def _unchanged(self, found: Difference, change: Change, name: str) -> str:
        """Say that both say the same, and of which periods or by which results if they differ."""
        sides = [(value, briefing) for value, briefing in _sides(found, change) if value]
        before, after = (self._beside(change, *side) for side in sides)
        newer, briefing = sides[-1]
        if before == after:
            value = self._dated(change, newer, briefing)
            return self._say("diff-unchanged", name=name, value=value)
        values = {"value": self._plain(change, newer), "before": before, "after": after}
        return self._say("diff-unchanged-since", name=name, **values)

    def _dated(self, change: Change, value: Value, briefing: Briefing) -> str:
        """Return a value as it is written, with its period; a target's status with its result."""
        plain, beside = self._plain(change, value), self._beside(change, value, briefing)
        if change.table == "targets":
            return self._say("diff-status-result", status=plain, result=beside) if beside else plain
        return self._say("value-in-period", value=plain, period=beside) if beside else plain

    def _plain(self, change: Change, value: Value) -> str:
        if change.table == "targets":
            status = self._say(f"target-{value.state.replace('_', '-')}")
            return self._say("diff-status", status=status)
        if change.figure == "edition":
            return value.state
        state = value.state and self._say(f"state-{value.state.replace('_', '-')}").lower()
        if value.number is None:
            return state
        number = self._number(change, value, value.number)
        return self._say("diff-value-state", value=number, state=state) if state else number

    def _number(self, change: Change, value: Value, number: float) -> str:
        if not change.unit:
            return self._language.decimal(number)
        return str(self._language.quantity(number, change.unit, value.qualifier, value.base))

    def _beside(self, change: Change, value: Value, briefing: Briefing) -> str:
        """Return the period of a value, or the result behind a target's status; empty if none."""
        if change.table == "targets":
            if value.state == "not_reported":
                return ""
            return str(target_words.today(self._page(briefing), _target(briefing, change)))
        if value.computed:
            return self._say("diff-edition-computed", edition=value.period)
        if change.by_edition:
            return self._say("diff-edition-of", edition=value.period)
        return self._language.period(value.period, value.timing) if value.period else ""

    def _move(self, change: Change) -> str:
        """Return how far a figure went up or down; empty where that cannot be said."""
        if change.amount is None:
            return ""
        rises = change.amount > 0
        rank = change.unit == "rank"
        direction = ("fall" if rises else "climb") if rank else ("up" if rises else "down")
        amount = abs(change.amount)
        if change.unit:
            written = str(self._language.difference(amount, change.unit))
        else:
            written = self._language.decimal(amount)
        verdict = change.verdict or "none"
        return self._say("diff-move", direction=direction, amount=written, verdict=verdict)


def _sides(found: Difference, change: Change) -> tuple[tuple[Value | None, Briefing], ...]:
    return (change.before, found.first), (change.after, found.second)


def _target(briefing: Briefing, change: Change) -> pd.Series:
    return row_at(briefing.targets.set_index("target"), change.figure)

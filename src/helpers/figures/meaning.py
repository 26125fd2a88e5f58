"""What each place of a sentence means, written down once more, and held against what it is given.

``locales/meanings.csv`` names for every place of every message what may stand there: an origin with
roles instead of names, so that it holds for every province and year. A sentence that is handed
another row, another result or another province than it speaks of is found out in any year.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources

from helpers.pages.briefing import Briefing
from helpers.store.data import NATIONAL
from helpers.words.told import Figure, Name, Origin, Text

#: The part of a row's name that says which table of its edition it is in: how many it ranks.
_TABLE = "table"
#: What the parts of a row's name are, by table: the parts that a meaning keeps, as they are or by
#: their role. What is not named here keeps its table alone.
_KEYS = {
    "results": ("province", "indicator", "year"),
    "dti_scores": ("edition", _TABLE, "province", "component"),
    "dti_editions": ("edition", _TABLE),
    "dti_weights": ("edition", "component"),
    "dti_components": ("component",),
    "provinces": ("province",),
    "indicators": ("indicator",),
    "context": ("year", "province"),
    "briefings": ("year",),
}


def key(origin: Origin) -> list[tuple[str, str]]:
    """Return what an origin speaks of: kind and id of each province, component, edition ..."""
    table, *ids = origin.row.split("/")
    kinds = _KEYS.get(table, ())
    about = [each.partition(":")[::2] for each in origin.about]
    return [*zip(kinds, ids, strict=False), *about]


class Meanings:
    """What the places of sentences mean in one briefing.

    Parameters
    ----------
    briefing : Briefing
        The briefing: whose roles are “own”, “year” and “edition”.
    """

    def __init__(self, briefing: Briefing) -> None:
        self._own, self._year = briefing.province, briefing.year
        self._edition = briefing.edition.number if briefing.edition else None
        self._ranked = str(briefing.edition.ranked) if briefing.edition else ""

    def of(self, origin: Origin) -> str:
        """Return an origin with roles instead of names.

        Such as ``results/own/dti_rank/year:value`` or ``standing.above.gap@own``.
        """
        named = key(origin)
        roles = [self._role(kind, name) for kind, name in named if kind != _TABLE]
        if origin.row:
            roles = self._of_its_table(roles, dict(named).get(_TABLE, self._ranked))
            table = origin.row.partition("/")[0]
            role = f"={origin.role}" if origin.role else ""
            return f"{'/'.join([table, *roles])}:{origin.field}{role}"
        return f"{origin.computation}.{origin.field}" + "".join(f"@{role}" for role in roles)

    def _of_its_table(self, roles: list[str], ranked: str) -> list[str]:
        """Tell the briefing's own table of its edition from another one."""
        other = ranked != self._ranked
        return ["other-table" if other and role == "edition" else role for role in roles]

    def _role(self, kind: str, name: str) -> str:
        if kind == "province":
            return {self._own: "own", NATIONAL: NATIONAL}.get(name, "other")
        if kind in ("edition", "year"):
            here = self._edition if kind == "edition" else self._year
            there = int(name[:4])
            if here is None or there == here:
                return kind
            return f"earlier-{kind}" if there < here else f"later-{kind}"
        return name

    def fault(self, part: Figure | Name) -> str:
        """Say which place of a sentence a part does not mean; nothing if it is right in all."""
        meaning = self.of(part.origin)
        for place in part.via:
            allowed = _allowed(place)
            if not allowed:
                new = "is new; if right, add to locales/meanings.csv the line"
                return f"{new} {place},{meaning}"
            if not any(fnmatchcase(meaning, each) for each in allowed):
                return f"{place} means {' or '.join(allowed)}, not {meaning}"
        return ""

    @staticmethod
    def fault_beside(part: Figure | Name, heads: Sequence[Text], said: Text) -> str:
        """Say what heads of a row and a column name that a cell does not speak of.

        A cell may be of another table of the edition, if it says how many that ranks.
        """
        own = defaultdict(set)
        for kind, name in key(part.origin):
            own[kind].add(name)
        tables = {
            name
            for each in said.of_kind(Figure)
            if each.origin.field == "provinces_ranked"
            for kind, name in key(each.origin)
            if kind == _TABLE
        }
        for kind, name in _named(heads):
            if kind == _TABLE and own[kind] and own[kind] <= tables:
                continue
            if own[kind] and name not in own[kind]:
                return f"stands beside {name}, but speaks of {', '.join(sorted(own[kind]))}"
        return ""


def _named(heads: Sequence[Text]) -> Iterator[tuple[str, str]]:
    return (
        each
        for head in heads
        for part in head.parts
        if isinstance(part, Figure | Name)
        for each in key(part.origin)
    )


@cache
def _allowed(place: str) -> tuple[str, ...]:
    """Return what may stand in a place, written down for it or for all places of its kind."""
    kinds = (kind for kind in meanings() if "*" in kind and fnmatchcase(place, kind))
    return meanings().get(place) or meanings().get(next(kinds, ""), ())


@cache
def meanings() -> dict[str, tuple[str, ...]]:
    """Return the meanings written down, by place: ``dti-gaps.above_gap``; ``unit-*.*`` is many."""
    found: dict[str, list[str]] = defaultdict(list)
    file = resources.files("helpers").joinpath("locales", "meanings.csv")
    for row in csv.DictReader(file.read_text("utf-8").splitlines()):
        found[row["place"]].append(row["meaning"])
    return {place: tuple(allowed) for place, allowed in found.items()}

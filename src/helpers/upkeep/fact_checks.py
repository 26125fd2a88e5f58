"""The rule that holds the tables against what other documents print."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

import pandas as pd

from helpers.analysis import confirmed
from helpers.exceptions import Problem, Worded, shortened
from helpers.store.data import DataPackage, row_number
from helpers.words import refusals
from helpers.words.refusals import worded

_FILE = "confirmed.csv"
#: The key of a row of ``dti_scores``, as a message names it.
_KEY = ("edition", "", "province", "component")


def facts_hold(package: DataPackage) -> Iterator[Problem]:
    """Require that what other documents print is what the tables hold, or what follows from them.

    A fact that fails is named with the rows that it contradicts. A row that is still to be filled
    in holds nothing yet.
    """
    waiting = {cell.file for cell in package.to_fill}
    facts = confirmed.judged(package)
    for index, fact in facts[~facts["holds"]].iterrows():
        row, table = row_number(index), fact["about"].partition("/")[0]
        if not fact["fault"]:
            yield Problem(_FILE, row, "value", _denied(fact), worded("cure-fact"))
        elif fact["fault"] == confirmed.NOT_INDEPENDENT:
            fault = worded("fault-fact-own", source=shortened(fact["source"]))
            yield Problem(_FILE, row, "source", fault, worded("cure-fact-source"))
        elif fact["fault"] == confirmed.NO_NUMBER:
            column = shortened(fact["column"])
            fault = worded("fault-fact-empty", about=shortened(fact["about"]), column=column)
            yield Problem(_FILE, row, "column", fault, worded("cure-fact-column"))
        elif f"{table}.csv" not in waiting:
            yield Problem(_FILE, row, "about", _about_nothing(fact), worded("cure-fact-row"))


def _about_nothing(fact: pd.Series) -> Worded:
    source = shortened(fact["source"])
    if place := _score(fact):
        return worded("fault-nothing-confirmed", **place, source=source)
    return worded("fault-fact-row", source=source, about=shortened(fact["about"]))


def _score(fact: pd.Series) -> dict[str, str]:
    """Return of which score of the index a fact speaks; nothing if it speaks of something else."""
    table, *key = fact["about"].split("/")
    if table != "dti_scores" or len(key) != len(_KEY):
        return {}
    return {name: shortened(each) for name, each in zip(_KEY, key, strict=True) if name}


def _denied(fact: pd.Series) -> Worded:
    """Say what a document prints, and which rows say otherwise."""
    written = refusals.score if fact["column"] == "score" else refusals.number
    numbers = {"value": written(fact["value"]), "other": written(fact["number"])}
    rows = f"{fact['table']}.csv {_together(fact['rows'])}"
    told = {"source": shortened(fact["source"]), "rows": rows}
    if place := _score(fact):
        return worded("fault-not-confirmed", **place, **told, **numbers)
    named = {name: shortened(fact[name]) for name in ("about", "column")}
    return worded("fault-fact-denied", **named, **told, **numbers)


def _together(indexes: Sequence[Hashable]) -> str:
    """Return the numbers of rows, those that follow each other as one: ``41, 116-120``."""
    numbers = pd.Series(sorted(map(row_number, indexes)))
    runs = numbers.groupby((numbers.diff() != 1).cumsum())
    ends = ((int(run.iloc[0]), int(run.iloc[-1])) for _, run in runs)
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ends)

"""Targets held against results: met, missed, still running, or not reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from helpers.analysis import results as result_rows
from helpers.store.data import DataPackage
from helpers.words.computations import computation

#: Qualifiers of a result that is so much at the least.
_FLOORS = ("more_than", "no_less_than", "at_least")
#: The states of a target that has been judged for good.
JUDGED = ("met", "missed")
#: The states of a target that runs on, judged by the newest result.
RUNNING = ("holds_today", "not_yet")


@computation("progress")
def progress(targets: pd.DataFrame, results: pd.DataFrame, scope: str, year: int) -> pd.DataFrame:
    """Return each target of a province with the result that speaks to it.

    Parameters
    ----------
    targets : DataFrame
        The table ``targets``, as of the briefing's date.
    results : DataFrame
        The table ``results``, with the DTI ranks (:func:`helpers.analysis.results.with_ranks`).
    scope : str
        The province's id or ``national``.
    year : int
        The reporting year.

    Returns
    -------
    DataFrame
        Columns of ``targets``, by due year, with ``result`` (value), ``result_period``,
        ``result_qualifier``, ``result_source``, ``result_locator``, ``result_row`` (its name in
        the package), ``status`` and ``margin``. Status: ``met`` or ``missed`` for a target that
        has fallen due and has a result of that very period, ``holds_today`` or ``not_yet`` for
        one that runs on, judged by the newest result, ``not_judged`` where the result or the
        target is too imprecise to tell, and ``not_reported`` where no result speaks to it. An index
        is published after the year it measures: its target runs on until then. Margin: how far the
        result is beyond the target, in the indicator's unit; negative is the distance to go,
        missing where nothing can be judged.
    """
    own = targets[targets["scope"] == scope].sort_values(["due", "target"], kind="stable")
    frame = own.reset_index(drop=True)
    results = result_rows.present(results[results["scope"] == scope])
    each = [row for _, row in frame.iterrows()]
    found = [_result(row, results, year) for row in each]
    for name in ("value", "period", "qualifier", "source", "locator", "row"):
        column = "result" if name == "value" else f"result_{name}"
        frame[column] = [None if row is None else row[name] for row in found]
    frame["status"] = [_status(*pair, year) for pair in zip(each, found, strict=True)]
    frame["margin"] = [_margin(target) for _, target in frame.iterrows()]
    return frame.astype({"margin": "float64"})


def _period(target: pd.Series) -> int:
    return int(target["due"] if pd.isna(target["edition"]) else target["edition"])


def _result(target: pd.Series, results: pd.DataFrame, year: int) -> pd.Series | None:
    """Return the result of the period that is due; the newest one for a target that runs on."""
    places = result_rows.places(results, target["scope"], target["indicator"], year)
    due = [place for of, place in places if of == _period(target)]
    if not due:
        later = results["published_later"].to_numpy()
        due = [place for _, place in places if target["due"] > year or later[place]]
    return results.iloc[due[-1]] if due else None


def _status(target: pd.Series, result: pd.Series | None, year: int) -> str:
    if result is None:
        return "not_reported"
    holds = _holds(target, result)
    if holds is None:
        return "not_judged"
    is_due = target["due"] <= year and int(result["period"][:4]) == _period(target)
    if is_due:
        return "met" if holds else "missed"
    return "holds_today" if holds else "not_yet"


def _holds(target: pd.Series, result: pd.Series) -> bool | None:
    """Say whether a result holds a target; None where one of them is too imprecise to tell."""
    comparator, qualifier = target["comparator"], result["qualifier"]
    if comparator == "~":
        return None
    holds = bool(result_rows.HOLDS[comparator](result["value"], target["value"]))
    if qualifier == "exact":
        return holds
    # “Over 800” is more than 800 whatever it is, “over 700” may be.
    beyond = qualifier == "more_than" and result["value"] >= target["value"]
    at_least = qualifier in _FLOORS and holds
    return True if comparator in {">", ">="} and (beyond or at_least) else None


def _margin(target: pd.Series) -> float:
    vague = target["result_qualifier"] != "exact"
    if target["status"] in ("not_reported", "not_judged") or vague:
        return float("nan")
    beyond: float = target["result"] - target["value"]
    return 0.0 - beyond if target["comparator"] == "<=" else beyond


#: The verdict on a target that a result meets, and on one that it does not.
_VERDICTS = (("met", "missed"), ("holds_today", "not_yet"))


def rejudged(frame: pd.DataFrame) -> pd.DataFrame:
    """Return targets with the verdicts and margins that follow from their values and results.

    What :func:`progress` returns stays as it is; where a value or a result was changed in it, the
    verdict follows.

    Parameters
    ----------
    frame : DataFrame
        Rows of :func:`progress`.
    """
    if frame.empty:
        return frame
    frame = frame.assign(status=[_again(target) for _, target in frame.iterrows()])
    return frame.assign(margin=[_margin(target) for _, target in frame.iterrows()])


def _again(target: pd.Series) -> str:
    """Return the verdict on a target that has one; what nothing was said of stays unsaid."""
    of_result = {"value": target["result"], "qualifier": target["result_qualifier"]}
    for pair in _VERDICTS:
        if target["status"] in pair and pd.notna(target["result"]):
            holds = _holds(target, pd.Series(of_result))
            return "not_judged" if holds is None else pair[0 if holds else 1]
    return str(target["status"])


def rank_ahead(promised: pd.DataFrame) -> int | None:
    """Return the rank that is to be held next: of the targets for a rank still to be judged.

    Parameters
    ----------
    promised : DataFrame
        Rows of :func:`progress` that are targets for a rank.

    Returns
    -------
    int or None
        The strictest of those due first; None where none runs.
    """
    running = promised[promised["status"].isin(RUNNING)]
    due = running["edition"].fillna(running["due"])
    first = running.loc[due == due.min(), "value"]
    return None if first.empty else int(first.min())


@computation("reserve")
def strictest(promised: pd.DataFrame, rank: int) -> pd.DataFrame:
    """Return the strictest of the targets for a rank, and how far today's rank is from it.

    Parameters
    ----------
    promised : DataFrame
        Rows of :func:`progress` that are targets for a rank.
    rank : int
        Today's rank.

    Returns
    -------
    DataFrame
        The rows of the best rank promised, with ``places``: so many better than that rank is
        today's; negative is what is missing.
    """
    rows = promised[promised["value"].eq(promised["value"].min())]
    return rows.assign(places=rows["value"] - rank)


def set_before(frame: pd.DataFrame, sources: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the targets that were set before a briefing: its own come with its last source.

    Parameters
    ----------
    frame : DataFrame
        What :func:`progress` returns.
    sources : DataFrame
        The table ``sources``.
    day : date
        The briefing's as-of date.
    """
    known = sources.loc[sources["available_from"] < pd.Timestamp(day), "source"]
    return frame[frame["source"].isin(known)]


@computation("tally")
@dataclass(frozen=True)
class Tally:
    """How many of a number of targets stand how: those that have fallen due, and those ahead.

    Parameters
    ----------
    met, missed : int
        Targets that have fallen due, by the result of their period.
    waiting : int
        Targets that have fallen due, whose index has an earlier result and none of their period.
    silent : int
        Targets that have fallen due and that no result speaks to.
    vague : int
        Targets that have fallen due, whose result, or they themselves, are too imprecise.
    holding, behind : int
        Targets not yet due, by the newest result: it would meet them or not.
    ahead_silent, ahead_vague : int
        Targets not yet due that no result speaks to, or none that is precise enough.
    """

    met: int = 0
    missed: int = 0
    waiting: int = 0
    silent: int = 0
    vague: int = 0
    holding: int = 0
    behind: int = 0
    ahead_silent: int = 0
    ahead_vague: int = 0

    @property
    def due(self) -> int:
        """Those that have fallen due."""
        return self.met + self.missed + self.waiting + self.silent + self.vague

    @property
    def ahead(self) -> int:
        """Those that fall due later."""
        return self.holding + self.behind + self.ahead_silent + self.ahead_vague

    @property
    def count(self) -> int:
        """All of them."""
        return self.due + self.ahead


#: What a status is counted as, of a target that has fallen due and of one that has not.
_DUE = {"not_reported": "silent", "not_judged": "vague"} | dict.fromkeys(RUNNING, "waiting")
_AHEAD = {
    "holds_today": "holding",
    "not_yet": "behind",
    "not_reported": "ahead_silent",
    "not_judged": "ahead_vague",
}


def tally(frame: pd.DataFrame, year: int) -> Tally:
    """Count targets by whether they have fallen due, and by how they stand.

    Parameters
    ----------
    frame : DataFrame
        What :func:`progress` returns, or some of its rows.
    year : int
        The last year whose targets have fallen due.
    """
    counts: dict[str, int] = {}
    for status, due in zip(frame["status"], frame["due"], strict=True):
        name = _DUE.get(status, status) if due <= year else _AHEAD[status]
        counts[name] = counts.get(name, 0) + 1
    return Tally(**counts)


def newly_judged(frame: pd.DataFrame, before: pd.DataFrame | None) -> pd.DataFrame:
    """Return the targets judged now that the briefing before could not judge.

    Parameters
    ----------
    frame, before : DataFrame
        What :func:`progress` returns for this briefing and for the one before; None if there was
        none.
    """
    judged = frame[frame["status"].isin(JUDGED)]
    if before is None:
        return judged
    known = before.loc[before["status"].isin(JUDGED), "target"]
    return judged[~judged["target"].isin(known)]


def overdue(frame: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the targets that have fallen due and that no result speaks to, the latest first."""
    silent = frame[(frame["due"] <= year) & (frame["status"] == "not_reported")]
    return silent.sort_values("due", ascending=False, kind="stable")


def due_next(frame: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the targets that fall due next after a year; none where none does."""
    ahead = frame[frame["due"] > year]
    return ahead[ahead["due"].eq(ahead["due"].min())]


def plain(package: DataPackage, targets: pd.DataFrame, lang: str = "en") -> list[str]:
    """Return targets as a maintainer reads them, such as “Share of records digitised >= 70”.

    Parameters
    ----------
    package : DataPackage
        The data, with the names of the indicators.
    targets : DataFrame
        Rows of the table ``targets``.
    lang : str
        The language of the names.
    """
    names = package["indicators"].set_index("indicator")[f"name_{lang}"]
    return [
        f"{names[row['indicator']]} {row['comparator']} {row['value']:g}"
        for _, row in targets.iterrows()
    ]

"""Targets held against results: met, missed, on the way, or not reported."""

from __future__ import annotations

import pandas as pd

from helpers import results as result_rows


def progress(targets: pd.DataFrame, results: pd.DataFrame, scope: str, year: int) -> pd.DataFrame:
    """Return each target of a province with the result that speaks to it.

    Parameters
    ----------
    targets : DataFrame
        The table ``targets``, as of the briefing's date.
    results : DataFrame
        The table ``results``, with the DTI ranks (:func:`helpers.results.with_ranks`).
    scope : str
        The province's id or ``national``.
    year : int
        The reporting year.

    Returns
    -------
    DataFrame
        Columns of ``targets``, by due year, with ``result`` (value), ``result_period``,
        ``result_qualifier``, ``result_source``, ``result_locator``, ``result_row`` (its name in
        the package) and ``status``: ``met`` or ``missed`` for a target that has fallen due and
        has a result of that very period, ``holds_today`` or ``not_yet`` for one that runs on,
        judged by the newest result, ``not_judged`` where the result or the target is approximate,
        and ``not_reported`` where no result speaks to it.
    """
    own = targets[targets["scope"] == scope].sort_values(["due", "target"], kind="stable")
    found = [_result(row, results, year) for _, row in own.iterrows()]
    frame = own.reset_index(drop=True)
    for name in ("value", "period", "qualifier", "source", "locator", "row"):
        column = "result" if name == "value" else f"result_{name}"
        frame[column] = [None if row is None else row[name] for row in found]
    frame["status"] = [
        _status(target, row, year) for (_, target), row in zip(own.iterrows(), found, strict=True)
    ]
    return frame


def _period(target: pd.Series) -> int:
    return int(target["due"] if pd.isna(target["edition"]) else target["edition"])


def _result(target: pd.Series, results: pd.DataFrame, year: int) -> pd.Series | None:
    rows = result_rows.history(results, target["scope"], target["indicator"], year)
    if target["due"] <= year:
        rows = rows[result_rows.year_of(rows) == _period(target)]
    return None if rows.empty else rows.iloc[-1]


def _status(target: pd.Series, result: pd.Series | None, year: int) -> str:
    if result is None:
        return "not_reported"
    if target["comparator"] == "~" or result["qualifier"] != "exact":
        return "not_judged"
    holds = result_rows.HOLDS[target["comparator"]](result["value"], target["value"])
    if target["due"] <= year:
        return "met" if holds else "missed"
    return "holds_today" if holds else "not_yet"

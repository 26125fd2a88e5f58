"""The rules of the data that a schema cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from helpers import dti, proof
from helpers.data import NATIONAL, DataPackage
from helpers.exceptions import Problem


def problems(package: DataPackage) -> list[Problem]:
    """Return every breach of a rule, by file, row and column.

    Parameters
    ----------
    package : DataPackage
        Tables that already fit their schema, in the order of their files.
    """
    return [problem for rule in RULES for problem in rule(package)]


def _line(index: int) -> int:
    """Return a row's number in its file: the header is row 1."""
    return int(index) + 2


def _each(table: pd.DataFrame, bad: pd.Series) -> Iterator[tuple[int, pd.Series]]:
    for index, row in table[bad].iterrows():
        yield _line(index), row


def all_provinces(package: DataPackage) -> Iterator[Problem]:
    """Require that there are 63 provinces."""
    count = len(package["provinces"])
    if count != dti.PROVINCES:
        fault = f"{count} provinces, expected {dti.PROVINCES}"
        yield Problem("provinces.csv", 0, "province", fault, "restore the rows from git")


def known_scopes(package: DataPackage) -> Iterator[Problem]:
    """Require that a result or a target speaks of a province or of the nation."""
    known = {NATIONAL, *package["provinces"]["province"]}
    for name in ("results", "targets"):
        table = package[name]
        for row, record in _each(table, ~table["scope"].isin(known)):
            fault = f"“{record['scope']}” is neither a province nor “{NATIONAL}”"
            yield Problem(f"{name}.csv", row, "scope", fault, "use an id of provinces.csv")


def values_or_states(package: DataPackage) -> Iterator[Problem]:
    """Require that a result has a value with its qualifier, a state, or both."""
    results = package["results"]
    has_value = results["value"].notna()
    for row, _ in _each(results, ~has_value & (results["state"] == "")):
        yield Problem("results.csv", row, "value", "neither a value nor a state", "fill in one")
    for row, _ in _each(results, has_value & (results["qualifier"] == "")):
        yield Problem("results.csv", row, "qualifier", "a value without one", "say how exact it is")
    for row, _ in _each(results, ~has_value & (results["qualifier"] != "")):
        yield Problem("results.csv", row, "qualifier", "no value to qualify", "leave it empty")


def plausible_values(package: DataPackage) -> Iterator[Problem]:
    """Require that shares lie within 0-100, ranks within 1-63 and counts within their base."""
    units = package["indicators"].set_index("indicator")["unit"]
    for name in ("results", "targets"):
        table = package[name]
        unit, value = table["indicator"].map(units), table["value"]
        for row, record in _each(table, (unit == "percent") & (value > 100)):
            yield Problem(
                f"{name}.csv", row, "value", f"a share of {record['value']:g} %", "0 to 100"
            )
        for row, record in _each(table, (unit == "rank") & ~value.between(1, dti.PROVINCES)):
            yield Problem(f"{name}.csv", row, "value", f"a rank of {record['value']:g}", "1 to 63")
    results = package["results"]
    for row, record in _each(results, results["value"] > results["base"]):
        fault = f"{record['value']:g} of {record['base']:g}"
        yield Problem("results.csv", row, "base", fault, "a part is at most its whole")


def source_dates(package: DataPackage) -> Iterator[Problem]:
    """Require that no source is available before its publication, unless it is a later copy."""
    sources = package["sources"]
    published = pd.to_datetime(sources["published"].where(sources["published"].str.len() == 10))
    early = (sources["available_from"] < published) & (sources["copy_of"] == "")
    for row, _ in _each(sources, early):
        fault = "available before it was published"
        yield Problem("sources.csv", row, "available_from", fault, "use the day of publication")


def weights_sum(package: DataPackage) -> Iterator[Problem]:
    """Require that the components of the total add up to its points."""
    weights = package["dti_weights"]
    for edition, rows in weights.groupby("edition"):
        points = int(rows.loc[rows["adds_to_total"], "points"].sum())
        whole = int(rows.loc[rows["level"] == "total", "points"].sum())
        if points != whole:
            fault = f"weights of edition {edition} sum to {points / 1000:g}, not {whole / 1000:g}"
            yield Problem(
                "dti_weights.csv", _line(rows.index[0]), "points", fault, "mend the points"
            )


def scores_or_ranks(package: DataPackage) -> Iterator[Problem]:
    """Require that a row of an edition has a score, a rank within the provinces ranked, or both."""
    scores = package["dti_scores"]
    for row, _ in _each(scores, scores["score"].isna() & scores["rank"].isna()):
        yield Problem("dti_scores.csv", row, "score", "neither a score nor a rank", "drop the row")
    ranked = package["dti_editions"].set_index("edition")["provinces_ranked"]
    beyond = (scores["rank"] > scores["edition"].map(ranked)).fillna(value=False)
    for row, record in _each(scores, beyond):
        fault = f"rank {record['rank']} of {ranked[record['edition']]}"
        yield Problem("dti_scores.csv", row, "rank", fault, "correct the rank")


def totals_follow(package: DataPackage) -> Iterator[Problem]:
    """Require that every published total follows from its components, within rounding.

    Where only some components are published, what is left of the total for the others must lie
    between nothing and their points.
    """
    for edition in package["dti_editions"]["edition"]:
        proven = proof.proof(package["dti_scores"], package["dti_weights"], edition)
        for index, row in proven[~proven["holds"]].iterrows():
            fault = f"{row['province']}, edition {edition}: {_not_following(row)}"
            yield Problem("dti_scores.csv", _line(index), "score", fault, "compare with the source")


def _not_following(row: pd.Series) -> str:
    total, known = f"the total {row['score']:.4f}", f"{row['recomputed']:.4f}"
    if row["known"] == row["parts"]:
        return f"{total} does not follow from its components ({known})"
    return (
        f"{total} cannot follow: {row['known']} of {row['parts']} components make {known}, "
        f"the others at most {row['most']:.4f}"
    )


def components_agree(package: DataPackage) -> Iterator[Problem]:
    """Require that no published component contradicts what the other figures imply."""
    for edition in package["dti_editions"]["edition"]:
        tables = package["dti_scores"], package["dti_weights"]
        for index, fault in proof.contradictions(*tables, edition):
            yield Problem("dti_scores.csv", _line(index), "score", fault, "compare with the source")


def ranks_follow(package: DataPackage) -> Iterator[Problem]:
    """Require that no rank contradicts the scores of its component."""
    for row, fault in proof.rank_conflicts(package["dti_scores"]):
        yield Problem("dti_scores.csv", _line(row), "rank", fault, "compare with the source")


def ranks_agree(package: DataPackage) -> Iterator[Problem]:
    """Require that a DTI rank given as a result is the rank of the DTI table."""
    results, scores = package["results"], package["dti_scores"]
    totals = scores[scores["component"] == dti.TOTAL].set_index(["edition", "province"])["rank"]
    given = results[results["indicator"] == "dti_rank"]
    for index, row in given.iterrows():
        rank = totals.get((int(row["period"]), row["scope"]), pd.NA)
        if not pd.isna(rank) and rank != row["value"]:
            fault = f"rank {row['value']:g}, but {rank} in dti_scores.csv"
            yield Problem("results.csv", _line(index), "value", fault, "compare with the source")


def links_have_kinds(package: DataPackage) -> Iterator[Problem]:
    """Require that a link leads to a limitation, from something that is not one."""
    links = package["agenda_links"]
    kind = package["agenda"].set_index("item")["kind"]
    for row, record in _each(links, links["limitation"].map(kind) != "limitation"):
        fault = f"“{record['limitation']}” is not a limitation"
        yield Problem("agenda_links.csv", row, "limitation", fault, "link to a limitation")
    for row, record in _each(links, links["item"].map(kind) == "limitation"):
        fault = f"“{record['item']}” is a limitation itself"
        yield Problem("agenda_links.csv", row, "item", fault, "link from a task or a plan")


RULES: tuple[Callable[[DataPackage], Iterator[Problem]], ...] = (
    all_provinces,
    known_scopes,
    values_or_states,
    plausible_values,
    source_dates,
    weights_sum,
    scores_or_ranks,
    totals_follow,
    components_agree,
    ranks_follow,
    ranks_agree,
    links_have_kinds,
)

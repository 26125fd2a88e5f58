"""The rules of the data that a schema cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pandas as pd

from helpers.analysis import dti, proof
from helpers.analysis.edition import Edition
from helpers.analysis.results import year_of
from helpers.exceptions import Problem, shortened
from helpers.store import mergers
from helpers.store.data import NATIONAL, DataPackage, row_number


def problems(package: DataPackage) -> list[Problem]:
    """Return every breach of a rule, by file, row and column.

    Parameters
    ----------
    package : DataPackage
        Tables that already fit their schema, in the order of their files.
    """
    return [problem for rule in RULES for problem in rule(package)]


def _each(table: pd.DataFrame, bad: pd.Series) -> Iterator[tuple[int, pd.Series]]:
    for index, row in table[bad].iterrows():
        yield row_number(index), row


#: How many provinces there were on the last day before the merger, and on its day.
_COUNTS = {date(2025, 6, 30): dti.PROVINCES, date(2025, 7, 1): 34}


def all_provinces(package: DataPackage) -> Iterator[Problem]:
    """Require that there are 63 provinces before the merger of 1 July 2025, and then 34."""
    for day, expected in _COUNTS.items():
        count = len(mergers.valid_on(package["provinces"], day))
        if count != expected:
            fault = f"{count} provinces on {day}, expected {expected}"
            yield Problem("provinces.csv", 0, "province", fault, "restore the rows from git")


def units_follow(package: DataPackage) -> Iterator[Problem]:
    """Require that a unit that ends has a successor, which begins on the day after."""
    provinces = package["provinces"]
    begins = provinces.set_index("province")["valid_from"]
    name, ended = "provinces.csv", provinces["valid_until"].notna()
    for row, _ in _each(provinces, ended != (provinces["successor"] != "")):
        yield Problem(name, row, "successor", "an end or a successor alone", "fill in both or none")
    own = provinces["successor"] == provinces["province"]
    for row, _ in _each(provinces, own):
        cure = "a unit that goes on has no successor; a new one has an id of its own"
        yield Problem(name, row, "successor", "a unit that becomes itself", cure)
    first = provinces["successor"].map(begins)
    next_day = provinces["valid_until"] + pd.Timedelta(days=1)
    for row, record in _each(provinces, ended & ~own & (first != next_day)):
        fault = f"“{shortened(record['successor'])}” does not begin on the day after"
        yield Problem(name, row, "valid_until", fault, "correct this day or that one")
    made = provinces["province"].isin(provinces["successor"])
    for row, _ in _each(provinces, provinces["valid_from"].notna() != made):
        cure = "a unit begins if and only if others became it"
        yield Problem(name, row, "valid_from", "does not fit the successors", cure)


def codes_mean_one_unit(package: DataPackage) -> Iterator[Problem]:
    """Require that no two units of a day have one code of the statistics office."""
    provinces = package["provinces"]
    for day in sorted({*_COUNTS, *provinces["valid_from"].dropna().dt.date}):
        there = mergers.valid_on(provinces, day)
        for row, record in _each(there, there.duplicated("gso_code")):
            fault = f"a second unit of code {record['gso_code']} on {day}"
            yield Problem("provinces.csv", row, "gso_code", fault, "correct the code")


def units_of_their_time(package: DataPackage) -> Iterator[Problem]:
    """Require that the figures of a year speak of provinces that there were at its end."""
    for name, column in (("dti_scores", "edition"), ("context", "year")):
        for _, rows in package[name].groupby(column):
            year = int(rows[column].iloc[0])
            there = mergers.at_the_end_of(package["provinces"], year)["province"]
            for row, record in _each(rows, ~rows["province"].isin(there)):
                fault = f"“{shortened(record['province'])}” was no province at the end of {year}"
                cure = "use the unit of that time in provinces.csv"
                yield Problem(f"{name}.csv", row, "province", fault, cure)


def results_of_their_time(package: DataPackage) -> Iterator[Problem]:
    """Require that a result speaks of a province that there was at some time of its year."""
    results, provinces = package["results"], package["provinces"].set_index("province")
    begun, ended = (
        results["scope"].map(provinces[day]).dt.year for day in ("valid_from", "valid_until")
    )
    year = year_of(results)
    for row, record in _each(results, (begun > year) | (ended < year)):
        fault = f"“{shortened(record['scope'])}” was no province in {record['period'][:4]}"
        cure = "use the unit of that time in provinces.csv"
        yield Problem("results.csv", row, "scope", fault, cure)


def known_scopes(package: DataPackage) -> Iterator[Problem]:
    """Require that a result or a target speaks of a province or of the nation."""
    known = {NATIONAL, *package["provinces"]["province"]}
    for name in ("results", "targets"):
        table = package[name]
        for row, record in _each(table, ~table["scope"].isin(known)):
            fault = f"“{shortened(record['scope'])}” is neither a province nor “{NATIONAL}”"
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
    """Require that shares lie within 0-100 and counts within their base."""
    units = package["indicators"].set_index("indicator")["unit"]
    for name in ("results", "targets"):
        table = package[name]
        unit, value = table["indicator"].map(units), table["value"]
        for row, record in _each(table, (unit == "percent") & (value > 100)):
            yield Problem(
                f"{name}.csv", row, "value", f"a share of {record['value']:g} %", "0 to 100"
            )
    results = package["results"]
    for row, record in _each(results, results["value"] > results["base"]):
        fault = f"{record['value']:g} of {record['base']:g}"
        yield Problem("results.csv", row, "base", fault, "a part is at most its whole")


#: Units of what is counted one by one.
_COUNTED = {
    "services", "units", "files", "sites", "levels", "provinces", "documents", "teams",
    "enterprises", "organisations", "households", "goals", "tasks", "rank",
}  # fmt: skip
#: A value so many times the last one, or so small a part of it, is asked about.
_JUMP = 8.0
#: What the remark of such a row says once somebody has looked at the source again.
_LOOKED_AT = "checked"


def plausible_moves(package: DataPackage) -> Iterator[Problem]:
    """Ask about a result many times the last one of its indicator: a digit may be mistyped."""
    results = package["results"].assign(year=year_of(package["results"])).sort_values("year")
    last = results.groupby(["scope", "indicator"])["value"].shift()
    ratio = (results["value"] / last.where(last > 0)).fillna(1.0)
    jumps = ((ratio >= _JUMP) | (ratio <= 1 / _JUMP)) & ~results["note"].str.contains(_LOOKED_AT)
    for row, record in _each(results, jumps):
        fault = f"{record['value']:g}, where the last one was {last[row - 2]:g}"
        cure = f"compare with the source; if it is right, write “{_LOOKED_AT}” into its note"
        yield Problem("results.csv", row, "value", fault, cure)


def whole_counts(package: DataPackage) -> Iterator[Problem]:
    """Require that what is counted one by one is a whole number: 1.380 is not 1,38 services."""
    units = package["indicators"].set_index("indicator")["unit"]
    for name in ("results", "targets"):
        table = package[name]
        counted = table["indicator"].map(units).isin(_COUNTED)
        for row, record in _each(table, counted & (table["value"] % 1 > 0)):
            cure = "write the thousands without a point"
            yield Problem(f"{name}.csv", row, "value", f"a count of {record['value']:g}", cure)


def plausible_ranks(package: DataPackage) -> Iterator[Problem]:
    """Require that a rank is one of as many as there were provinces at the end of its year."""
    measured = package["indicators"].set_index("indicator")["unit"]
    targets = package["targets"]
    years = {"results": year_of(package["results"])}
    years["targets"] = targets["edition"].fillna(targets["due"])
    for name, of_rows in years.items():
        last = {
            year: len(mergers.at_the_end_of(package["provinces"], int(year)))
            for year in of_rows.unique()
        }
        table = package[name].assign(last=of_rows.map(last))
        ranks = table["indicator"].map(measured) == "rank"
        for row, record in _each(table, ranks & ~table["value"].between(1, table["last"])):
            fault, cure = f"a rank of {record['value']:g}", f"1 to {record['last']}"
            yield Problem(f"{name}.csv", row, "value", fault, cure)


def ranked_provinces_exist(package: DataPackage) -> Iterator[Problem]:
    """Require that an edition ranks no more provinces than there were at the end of its year."""
    for index, edition in package["dti_editions"].iterrows():
        count = len(mergers.at_the_end_of(package["provinces"], int(edition["edition"])))
        if edition["provinces_ranked"] > count:
            fault = f"{edition['provinces_ranked']} ranked, but there were {count} provinces"
            cure = "correct the number"
            yield Problem("dti_editions.csv", row_number(index), "provinces_ranked", fault, cure)


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
                "dti_weights.csv", row_number(rows.index[0]), "points", fault, "mend the points"
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
        proven = proof.proof(Edition.of(package, edition))
        for index, row in proven[~proven["holds"]].iterrows():
            fault = f"{row['province']}, edition {edition}: {_not_following(row)}"
            yield Problem(
                "dti_scores.csv", row_number(index), "score", fault, "compare with the source"
            )


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
        for index, fault in proof.contradictions(Edition.of(package, edition)):
            yield Problem(
                "dti_scores.csv", row_number(index), "score", fault, "compare with the source"
            )


def ranks_follow(package: DataPackage) -> Iterator[Problem]:
    """Require that no rank contradicts the scores of its component."""
    for row, fault in proof.rank_conflicts(package["dti_scores"]):
        yield Problem("dti_scores.csv", row_number(row), "rank", fault, "compare with the source")


def ranks_agree(package: DataPackage) -> Iterator[Problem]:
    """Require that a DTI rank given as a result is the rank of the DTI table."""
    results, scores = package["results"], package["dti_scores"]
    totals = scores[scores["component"] == dti.TOTAL].set_index(["edition", "province"])["rank"]
    given = results[results["indicator"] == "dti_rank"]
    for index, row in given.iterrows():
        rank = totals.get((int(row["period"]), row["scope"]), pd.NA)
        if not pd.isna(rank) and rank != row["value"]:
            fault = f"rank {row['value']:g}, but {rank} in dti_scores.csv"
            yield Problem(
                "results.csv", row_number(index), "value", fault, "compare with the source"
            )


def links_have_kinds(package: DataPackage) -> Iterator[Problem]:
    """Require that a link leads to a limitation, from something that is not one."""
    links = package["agenda_links"]
    kind = package["agenda"].set_index("item")["kind"]
    for row, record in _each(links, links["limitation"].map(kind) != "limitation"):
        fault = f"“{shortened(record['limitation'])}” is not a limitation"
        yield Problem("agenda_links.csv", row, "limitation", fault, "link to a limitation")
    for row, record in _each(links, links["item"].map(kind) == "limitation"):
        fault = f"“{shortened(record['item'])}” is a limitation itself"
        yield Problem("agenda_links.csv", row, "item", fault, "link from a task or a plan")


RULES: tuple[Callable[[DataPackage], Iterator[Problem]], ...] = (
    all_provinces,
    units_follow,
    codes_mean_one_unit,
    units_of_their_time,
    results_of_their_time,
    known_scopes,
    values_or_states,
    plausible_values,
    plausible_moves,
    whole_counts,
    plausible_ranks,
    ranked_provinces_exist,
    source_dates,
    weights_sum,
    scores_or_ranks,
    totals_follow,
    components_agree,
    ranks_follow,
    ranks_agree,
    links_have_kinds,
)

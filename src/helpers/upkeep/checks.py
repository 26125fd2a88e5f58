"""The rules of the data that a schema cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pandas as pd

from helpers.analysis import dti, proof
from helpers.analysis.edition import every
from helpers.analysis.results import ABSENT, year_of
from helpers.drawing import archipelagos
from helpers.exceptions import Problem, Worded, shortened
from helpers.store import editions, mergers
from helpers.store.data import NATIONAL, DataPackage, row_number
from helpers.upkeep import edition_checks, fact_checks, plausible_checks
from helpers.upkeep.plausible_checks import JUMP, LOOKED_AT
from helpers.words import refusals
from helpers.words.refusals import worded


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
_COUNTS = {date(2025, 6, 30): editions.PROVINCES, date(2025, 7, 1): 34}


def all_provinces(package: DataPackage) -> Iterator[Problem]:
    """Require that there are 63 provinces before the merger of 1 July 2025, and then 34."""
    for day, expected in _COUNTS.items():
        count = len(mergers.valid_on(package["provinces"], day))
        if count != expected:
            counts = {"count": str(count), "expected": str(expected)}
            fault = worded("fault-province-count", day=str(day), **counts)
            yield Problem("provinces.csv", 0, "province", fault, worded("cure-restore-rows"))


def units_follow(package: DataPackage) -> Iterator[Problem]:
    """Require that a unit that ends has a successor, which begins on the day after."""
    provinces = package["provinces"]
    begins = provinces.set_index("province")["valid_from"]
    name, ended = "provinces.csv", provinces["valid_until"].notna()
    for row, _ in _each(provinces, ended != (provinces["successor"] != "")):
        fault, cure = worded("fault-end-or-successor"), worded("cure-both-or-none")
        yield Problem(name, row, "successor", fault, cure)
    own = provinces["successor"] == provinces["province"]
    for row, _ in _each(provinces, own):
        fault, cure = worded("fault-becomes-itself"), worded("cure-goes-on")
        yield Problem(name, row, "successor", fault, cure)
    first = provinces["successor"].map(begins)
    next_day = provinces["valid_until"] + pd.Timedelta(days=1)
    for row, record in _each(provinces, ended & ~own & (first != next_day)):
        fault = worded("fault-not-next-day", name=shortened(record["successor"]))
        yield Problem(name, row, "valid_until", fault, worded("cure-days"))
    made = provinces["province"].isin(provinces["successor"])
    for row, _ in _each(provinces, provinces["valid_from"].notna() != made):
        fault, cure = worded("fault-beginning"), worded("cure-beginning")
        yield Problem(name, row, "valid_from", fault, cure)


def _days_of_change(provinces: pd.DataFrame) -> list[date]:
    """Return the days on which the provinces are counted: before the merger, and after each."""
    return sorted({*_COUNTS, *provinces["valid_from"].dropna().dt.date})


def codes_mean_one_unit(package: DataPackage) -> Iterator[Problem]:
    """Require that no two units of a day have one code of the statistics office."""
    provinces = package["provinces"]
    for day in _days_of_change(provinces):
        there = mergers.valid_on(provinces, day)
        for row, record in _each(there, there.duplicated("gso_code")):
            fault = worded("fault-code-twice", code=str(record["gso_code"]), day=str(day))
            yield Problem("provinces.csv", row, "gso_code", fault, worded("cure-code"))


def units_of_their_time(package: DataPackage) -> Iterator[Problem]:
    """Require that the figures of a year speak of provinces that there were at its end."""
    provinces = package["provinces"]
    for name, columns in (("dti_scores", ["edition", "provinces_ranked"]), ("context", ["year"])):
        for _, rows in package[name].groupby(columns):
            first = [int(rows[column].iloc[0]) for column in columns]
            year = editions.year_of(provinces, *first) if len(first) > 1 else first[0]
            there = mergers.at_the_end_of(provinces, year)["province"]
            for row, record in _each(rows, ~rows["province"].isin(there)):
                unit = shortened(record["province"])
                fault = worded("fault-no-province-then", name=unit, year=str(year))
                yield Problem(f"{name}.csv", row, "province", fault, worded("cure-unit-then"))


def results_of_their_time(package: DataPackage) -> Iterator[Problem]:
    """Require that a result speaks of a province that there was at some time of its year."""
    results, provinces = package["results"], package["provinces"].set_index("province")
    begun, ended = (
        results["scope"].map(provinces[day]).dt.year for day in ("valid_from", "valid_until")
    )
    year = year_of(results)
    for row, record in _each(results, (begun > year) | (ended < year)):
        unit, then = shortened(record["scope"]), record["period"][:4]
        fault = worded("fault-no-province-in", name=unit, year=then)
        yield Problem("results.csv", row, "scope", fault, worded("cure-unit-then"))


def known_scopes(package: DataPackage) -> Iterator[Problem]:
    """Require that a result or a target speaks of a province or of the nation."""
    known = {NATIONAL, *package["provinces"]["province"]}
    for name in ("results", "targets"):
        table = package[name]
        for row, record in _each(table, ~table["scope"].isin(known)):
            fault = worded("fault-scope", name=shortened(record["scope"]), national=NATIONAL)
            yield Problem(f"{name}.csv", row, "scope", fault, worded("cure-province-id"))


def values_or_states(package: DataPackage) -> Iterator[Problem]:
    """Require that a result has a value with its qualifier, a state, or both.

    What a source says is not ranked or not published has no value.
    """
    results = package["results"]
    has_value = results["value"].notna()
    for row, _ in _each(results, ~has_value & (results["state"] == "")):
        fault, cure = worded("fault-value-or-state"), worded("cure-fill-one")
        yield Problem("results.csv", row, "value", fault, cure)
    for row, _ in _each(results, has_value & results["state"].isin(ABSENT)):
        fault, cure = worded("fault-value-and-absent"), worded("cure-keep-one")
        yield Problem("results.csv", row, "state", fault, cure)
    for row, _ in _each(results, has_value & (results["qualifier"] == "")):
        fault, cure = worded("fault-unqualified"), worded("cure-exactness")
        yield Problem("results.csv", row, "qualifier", fault, cure)
    for row, _ in _each(results, ~has_value & (results["qualifier"] != "")):
        fault, cure = worded("fault-nothing-to-qualify"), worded("cure-leave-empty")
        yield Problem("results.csv", row, "qualifier", fault, cure)


def plausible_values(package: DataPackage) -> Iterator[Problem]:
    """Require that shares lie within 0-100 and counts, which alone have a base, within it."""
    units = package["indicators"].set_index("indicator")["unit"]
    for name in ("results", "targets"):
        table = package[name]
        unit, value = table["indicator"].map(units), table["value"]
        for row, record in _each(table, (unit == "percent") & (value > 100)):
            fault = worded("fault-share", value=refusals.number(record["value"]))
            cure = worded("cure-between", low="0", high="100")
            yield Problem(f"{name}.csv", row, "value", fault, cure)
    results = package["results"]
    counted = results["indicator"].map(units).isin(COUNTED)
    for row, record in _each(results, results["base"].notna() & ~counted):
        fault = worded("fault-base-uncounted", base=refusals.number(record["base"]))
        yield Problem("results.csv", row, "base", fault, worded("cure-base-uncounted"))
    for row, record in _each(results, results["value"] > results["base"]):
        base = refusals.number(record["base"])
        fault = worded("fault-part", value=refusals.number(record["value"]), base=base)
        yield Problem("results.csv", row, "base", fault, worded("cure-part"))


#: Units of what is counted one by one.
COUNTED = {
    "services", "units", "files", "sites", "levels", "provinces", "documents", "teams",
    "enterprises", "organisations", "households", "goals", "tasks", "rank", "operators",
    "stations", "sellers", "procedures", "people",
}  # fmt: skip


def plausible_moves(package: DataPackage) -> Iterator[Problem]:
    """Ask about a result many times the last one of its indicator: a digit may be mistyped."""
    results = package["results"].assign(year=year_of(package["results"])).sort_values("year")
    last = results.groupby(["scope", "indicator"])["value"].shift()
    ratio = (results["value"] / last.where(last > 0)).fillna(1.0)
    jumps = ((ratio >= JUMP) | (ratio <= 1 / JUMP)) & ~results["note"].str.contains(LOOKED_AT)
    for row, record in _each(results, jumps):
        before = refusals.number(last[row - 2])
        fault = worded("fault-jump", value=refusals.number(record["value"]), last=before)
        cure = worded("cure-looked-at", mark=LOOKED_AT)
        yield Problem("results.csv", row, "value", fault, cure)


def whole_counts(package: DataPackage) -> Iterator[Problem]:
    """Require that what is counted one by one is a whole number: 1.380 is not 1,38 services."""
    units = package["indicators"].set_index("indicator")["unit"]
    for name in ("results", "targets"):
        table = package[name]
        counted = table["indicator"].map(units).isin(COUNTED)
        for row, record in _each(table, counted & (table["value"] % 1 > 0)):
            fault = worded("fault-count", value=refusals.number(record["value"]))
            yield Problem(f"{name}.csv", row, "value", fault, worded("cure-thousands"))
    results = package["results"]
    for row, record in _each(results, results["base"] % 1 > 0):
        fault = worded("fault-count", value=refusals.number(record["base"]))
        yield Problem("results.csv", row, "base", fault, worded("cure-thousands"))


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
        for row, record in _each(
            table, ranks & table["value"].notna() & ~table["value"].between(1, table["last"])
        ):
            fault = worded("fault-rank", value=refusals.number(record["value"]))
            cure = worded("cure-between", low="1", high=str(record["last"]))
            yield Problem(f"{name}.csv", row, "value", fault, cure)


def ranked_provinces_exist(package: DataPackage) -> Iterator[Problem]:
    """Require that an edition ranks no more provinces than there were at the end of its year."""
    for index, edition in package["dti_editions"].iterrows():
        count = len(mergers.at_the_end_of(package["provinces"], int(edition["edition"])))
        if edition["provinces_ranked"] > count:
            ranked = str(edition["provinces_ranked"])
            fault = worded("fault-ranked", ranked=ranked, count=str(count))
            cure = worded("cure-number")
            yield Problem("dti_editions.csv", row_number(index), "provinces_ranked", fault, cure)


def source_dates(package: DataPackage) -> Iterator[Problem]:
    """Require that no source is available before its publication, unless it is a later copy."""
    sources = package["sources"]
    published = pd.to_datetime(sources["published"].where(sources["published"].str.len() == 10))
    early = (sources["available_from"] < published) & (sources["copy_of"] == "")
    for row, _ in _each(sources, early):
        fault, cure = worded("fault-available"), worded("cure-published")
        yield Problem("sources.csv", row, "available_from", fault, cure)


def weights_sum(package: DataPackage) -> Iterator[Problem]:
    """Require that the components of the total add up to its points."""
    weights = package["dti_weights"]
    for edition, rows in weights.groupby("edition"):
        points = int(rows.loc[rows["adds_to_total"], "points"].sum())
        whole = int(rows.loc[rows["level"] == "total", "points"].sum())
        if points != whole:
            sums = {"sum": f"{points / max(whole, 1):g}", "whole": "1"}
            fault = worded("fault-weights", edition=str(edition), **sums)
            row, cure = row_number(rows.index[0]), worded("cure-points")
            yield Problem("dti_weights.csv", row, "points", fault, cure)


def scores_or_ranks(package: DataPackage) -> Iterator[Problem]:
    """Require that a row of an edition has a score, a rank within the provinces ranked, or both."""
    scores = package["dti_scores"]
    for row, _ in _each(scores, scores["score"].isna() & scores["rank"].isna()):
        fault, cure = worded("fault-score-or-rank"), worded("cure-drop-row")
        yield Problem("dti_scores.csv", row, "score", fault, cure)
    beyond = (scores["rank"] > scores["provinces_ranked"]).fillna(value=False)
    for row, record in _each(scores, beyond):
        rank, last = str(record["rank"]), str(record["provinces_ranked"])
        fault = worded("fault-rank-of", rank=rank, ranked=last)
        yield Problem("dti_scores.csv", row, "rank", fault, worded("cure-rank"))


def totals_follow(package: DataPackage) -> Iterator[Problem]:
    """Require that every published total follows from its components, within rounding.

    Where only some components are published, what is left of the total for the others must lie
    between nothing and their points.
    """
    for edition in every(package):
        proven = proof.proof(edition)
        for index, row in proven[~proven["holds"]].iterrows():
            fault, cure = _not_following(row, str(edition)), worded("cure-source")
            yield Problem("dti_scores.csv", row_number(index), "score", fault, cure)


def _not_following(row: pd.Series, edition: str) -> Worded:
    here = {"province": row["province"], "edition": edition}
    scores = {"total": refusals.score(row["score"]), "known": refusals.score(row["recomputed"])}
    if row["known"] == row["parts"]:
        return worded("fault-total", **here, **scores)
    parts = {"count": str(row["known"]), "parts": str(row["parts"])}
    most = refusals.score(row["most"])
    return worded("fault-total-parts", **here, **parts, **scores, most=most)


def components_agree(package: DataPackage) -> Iterator[Problem]:
    """Require that no published component contradicts what the other figures imply."""
    for edition in every(package):
        for index, fault in proof.contradictions(edition):
            yield Problem(
                "dti_scores.csv", row_number(index), "score", fault, worded("cure-source")
            )


def ranks_follow(package: DataPackage) -> Iterator[Problem]:
    """Require that no rank contradicts the scores of its component."""
    for row, fault in proof.rank_conflicts(package["dti_scores"]):
        yield Problem("dti_scores.csv", row_number(row), "rank", fault, worded("cure-source"))


def ranks_agree(package: DataPackage) -> Iterator[Problem]:
    """Require that a DTI rank given as a result is the rank of the DTI table."""
    results, scores = package["results"], package["dti_scores"]
    totals = scores[(scores["component"] == dti.TOTAL) & scores["rank"].notna()]
    ranks = totals.groupby(["edition", "province"])["rank"].agg(list)
    given = results[results["indicator"] == "dti_rank"]
    for index, row in given.iterrows():
        known = ranks.get((int(row["period"]), row["scope"]), [])
        if known and row["value"] not in known:
            given_rank, other = f"{row['value']:g}", ", ".join(map(str, known))
            fault = worded("fault-rank-differs", rank=given_rank, other=other)
            yield Problem("results.csv", row_number(index), "value", fault, worded("cure-source"))


def links_have_kinds(package: DataPackage) -> Iterator[Problem]:
    """Require that a link leads to a limitation, from something that is not one."""
    links = package["agenda_links"]
    kind = package["agenda"].set_index("item")["kind"]
    for row, record in _each(links, links["limitation"].map(kind) != "limitation"):
        fault = worded("fault-no-limitation", item=shortened(record["limitation"]))
        yield Problem("agenda_links.csv", row, "limitation", fault, worded("cure-link-to"))
    for row, record in _each(links, links["item"].map(kind) == "limitation"):
        fault = worded("fault-limitation", item=shortened(record["item"]))
        yield Problem("agenda_links.csv", row, "item", fault, worded("cure-link-from"))


def maps_are_whole(package: DataPackage) -> Iterator[Problem]:
    """Require that every province of a day that has a map is on it, and the archipelagos too."""
    provinces, file = package["provinces"], "tiles.csv"
    there = [
        set(mergers.valid_on(provinces, day)["province"]) for day in _days_of_change(provinces)
    ]
    for _, tiles in package["tiles"].groupby("grid"):
        grid = int(tiles["grid"].iloc[0])
        if lost := archipelagos.absent(grid):
            fault = worded("fault-tile-grid", count=str(grid), names=", ".join(lost))
            yield Problem(file, row_number(tiles.index[0]), "grid", fault, worded("cure-tile-grid"))
        ever = [units for units in there if len(units) == grid]
        placed = set(tiles["province"])
        for unit in sorted(set().union(*ever) - placed):
            fault = worded("fault-tile-missing", name=unit, count=str(grid))
            yield Problem(file, 0, "province", fault, worded("cure-tile-add"))
        for row, record in _each(tiles, ~tiles["province"].isin(set().union(*ever))):
            fault = worded("fault-tile-unit", name=shortened(record["province"]), count=str(grid))
            yield Problem(file, row, "province", fault, worded("cure-drop-row"))
        taken = tiles.duplicated(["south", "east"]) | _under_an_archipelago(tiles, grid)
        for row, _ in _each(tiles, taken):
            yield Problem(file, row, "south", worded("fault-tile-taken"), worded("cure-tile-move"))


def _under_an_archipelago(tiles: pd.DataFrame, grid: int) -> pd.Series:
    places = zip(tiles["south"].astype(int), tiles["east"].astype(int), strict=True)
    hidden = [archipelagos.covered(grid, south, east) for south, east in places]
    return pd.Series(hidden, index=tiles.index)


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
    plausible_checks.told_in_time,
    plausible_checks.sources_agree,
    plausible_checks.within_bounds,
    plausible_checks.values_beside,
    plausible_checks.context_moves,
    whole_counts,
    plausible_ranks,
    ranked_provinces_exist,
    source_dates,
    edition_checks.editions_after_sources,
    edition_checks.briefings_in_order,
    edition_checks.briefings_in_time,
    edition_checks.offices_without_names,
    weights_sum,
    scores_or_ranks,
    edition_checks.editions_differ,
    edition_checks.tables_agree,
    edition_checks.ranks_take_places,
    fact_checks.facts_hold,
    totals_follow,
    components_agree,
    ranks_follow,
    ranks_agree,
    links_have_kinds,
    maps_are_whole,
)

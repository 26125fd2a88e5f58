"""The rules that hold the editions of the index against their sources, days and each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations

import pandas as pd

from helpers.analysis import dti
from helpers.exceptions import Problem, shortened
from helpers.store import mergers
from helpers.store.data import DataPackage, row_number
from helpers.words import refusals
from helpers.words.language import LANGUAGES, Language
from helpers.words.plain_text import folded
from helpers.words.refusals import worded

#: Two tables with so large a part of equal totals, of at least so many, are one table twice.
_SAME, _ENOUGH = 0.5, 5

#: The columns of the days that a message names.
_DAYS = {"published": "published", "day": "begins"}


def editions_after_sources(package: DataPackage) -> Iterator[Problem]:
    """Require that no row of an edition comes from a source that was there before the edition.

    Only weights carried over from another edition are cited from a source of that one.
    """
    published = package["dti_editions"].groupby("edition")["published"].min()
    begins = package["sources"].set_index("source")["available_from"]
    for name in ("dti_editions", "dti_weights", "dti_scores", "confirmed"):
        table = of_editions(package[name]) if name == "confirmed" else package[name]
        own = table["published"] if "published" in table else table["edition"].map(published)
        table = table.assign(published=own, begins=table["source"].map(begins))
        early = table[table["begins"] < table["published"]]
        if name == "dti_weights":
            early = early[early["basis"] != "carried"]
        for index, row in early.drop_duplicates(["edition", "source"]).iterrows():
            days = {name: refusals.day(row[each]) for name, each in _DAYS.items()}
            edition, source = str(row["edition"]), shortened(row["source"])
            fault = worded("fault-source-before", edition=edition, source=source, **days)
            cure = worded("cure-source-before")
            yield Problem(f"{name}.csv", row_number(index), "source", fault, cure)


def of_editions(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the facts that speak of an edition, with its number in a column ``edition``."""
    numbers = facts["about"].str.extract(r"^dti_[a-z]+/(\d+)", expand=False)
    return facts.assign(edition=numbers.astype("Int64")).dropna(subset=["edition"])


def briefings_in_order(package: DataPackage) -> Iterator[Problem]:
    """Require that no briefing is given before its year is over, or before that of another year."""
    briefings = package["briefings"].sort_values(["year", "as_of"])
    briefings = briefings.assign(
        ends=[pd.Timestamp(mergers.last_day(int(year))) for year in briefings["year"]],
        before=briefings.groupby("province")["as_of"].transform(lambda days: days.cummax().shift()),
    )
    for index, record in briefings.iterrows():
        early, day = record["as_of"] < record["ends"], refusals.day(record["as_of"])
        if early or record["as_of"] < record["before"]:
            last = refusals.day(record["ends" if early else "before"])
            message = "fault-as-of-early" if early else "fault-as-of-before"
            fault = worded(message, day=day, year=str(record["year"]), other=last)
            cure = worded("cure-as-of", day=last)
            yield Problem("briefings.csv", row_number(index), "as_of", fault, cure)


def offices_without_names(package: DataPackage) -> Iterator[Problem]:
    """Require that an office does not name its province, as every sentence about it does."""
    provinces = package["provinces"].set_index("province")
    for index, record in package["briefings"].iterrows():
        for code in LANGUAGES:
            office, name = record[f"office_{code}"], provinces[f"name_{code}"][record["province"]]
            told = {"office": office, "province": name}
            if (instead := _without_name(office, name)) != office:
                shown = str(Language(code).say("briefing-office", **told))
                fault = worded("fault-office-named", shown=shown)
                cure = worded("cure-office-named", instead=instead)
                yield Problem("briefings.csv", row_number(index), f"office_{code}", fault, cure)


def _without_name(office: str, name: str) -> str:
    """Return an office without the name of its province, however that is written there."""
    spoken, count = office.split(), len(name.split())
    for place in range(len(spoken) - count + 1):
        if folded(" ".join(spoken[place : place + count])) == folded(name):
            left = " ".join([*spoken[:place], *spoken[place + count :]])
            return left.removesuffix(" of").strip(" ,-–")
    return office


def briefings_in_time(package: DataPackage) -> Iterator[Problem]:
    """Require that a briefing is given within a year after its own: 2062 may be 2026, mistyped."""
    briefings = package["briefings"]
    for index, record in briefings.iterrows():
        last = mergers.last_day(int(record["year"]) + 1)
        if record["as_of"] > pd.Timestamp(last):
            day = refusals.day(record["as_of"])
            fault = worded("fault-as-of-late", day=day, year=str(record["year"]))
            cure = worded("cure-as-of-late", day=refusals.day(last))
            yield Problem("briefings.csv", row_number(index), "as_of", fault, cure)


#: The totals of a table by province, each with the label of its row.
_Totals = Mapping[str, tuple[Hashable, float]]


def _totals(package: DataPackage) -> dict[tuple[int, int], _Totals]:
    """Return the totals of each table, by its edition and how many provinces it ranks."""
    scores = package["dti_scores"]
    rows = scores[(scores["component"] == dti.TOTAL) & scores["score"].notna()]
    return {
        (int(group["edition"].iloc[0]), int(group["provinces_ranked"].iloc[0])): dict(
            zip(group["province"], zip(group.index, group["score"], strict=True), strict=True)
        )
        for _, group in rows.groupby(["edition", "provinces_ranked"])
    }


def editions_differ(package: DataPackage) -> Iterator[Problem]:
    """Require that no edition has the totals of another: one table may be there twice."""
    for (one, first), (other, second) in combinations(_totals(package).items(), 2):
        both = [province for province in second if province in first]
        equal = sum(second[province][1] == first[province][1] for province in both)
        if one[0] != other[0] and len(both) >= _ENOUGH and equal >= _SAME * len(both):
            counts = {"equal": str(equal), "count": str(len(both))}
            fault = worded("fault-same-edition", edition=str(other[0]), other=str(one[0]), **counts)
            cure = worded("cure-other-table", edition=str(one[0]))
            row = row_number(second[both[0]][0])
            yield Problem("dti_scores.csv", row, "score", fault, cure)


#: What tells the columns of the tables of the index apart.
_COLUMN = ["edition", "provinces_ranked", "component"]


def ranks_take_places(package: DataPackage) -> Iterator[Problem]:
    """Require that every rank leaves as many places to those before and beside it as they take.

    Two provinces of one rank have one score, and the rank after theirs is left out; where all
    scores are known a rank is not lower than they say. A rank moved by one is found so, unless
    neither its neighbours nor their scores are published.
    """
    scores = package["dti_scores"]
    ranked = scores[scores["rank"].notna()].astype({"rank": int})
    alike = ranked.groupby([*_COLUMN, "rank"])["score"]
    last = ranked["rank"] + alike.transform("size") - 1
    ranked["shared"] = (alike.transform("max") > alike.transform("min")) | (
        _following(ranked) <= last
    )
    ranked["lowest"] = _lowest(ranked)
    wrong = ranked["shared"] | (ranked["rank"] > ranked["lowest"])
    for _, column in ranked[wrong].groupby(_COLUMN):
        for index, row in column[column["shared"]].iterrows():
            fault = worded("fault-rank-shared", **_ranked(row))
            yield Problem("dti_scores.csv", row_number(index), "rank", fault, worded("cure-source"))
        for index, row in column[column["rank"] > column["lowest"]].iterrows():
            fault = worded("fault-rank-follows", **_ranked(row), other=f"{row['lowest']:g}")
            yield Problem("dti_scores.csv", row_number(index), "rank", fault, worded("cure-source"))


def _following(ranked: pd.DataFrame) -> pd.Series:
    """Return the rank after that of each row in its column; one beyond all after the last."""
    each = ranked[[*_COLUMN, "rank"]].drop_duplicates().sort_values([*_COLUMN, "rank"])
    each["next"] = each.groupby(_COLUMN)["rank"].shift(-1, fill_value=10_000)
    return ranked.merge(each, how="left", on=[*_COLUMN, "rank"]).set_axis(ranked.index)["next"]


def _lowest(ranked: pd.DataFrame) -> pd.Series:
    """Return the lowest rank that the scores of a column let each row be, if all are known."""
    column = ranked.groupby(_COLUMN)["score"]
    whole = column.transform("count") >= ranked["provinces_ranked"]
    return column.rank(method="max", ascending=False).where(whole)


def _ranked(row: pd.Series) -> dict[str, str]:
    return {name: str(row[name]) for name in ("province", "component", "edition", "rank")}


def tables_agree(package: DataPackage) -> Iterator[Problem]:
    """Require that a province that went on has the same scores in both tables of an edition."""
    scores = package["dti_scores"]
    known = scores[scores["score"].notna()]
    key = ["edition", "province", "component"]
    counts = known.groupby(key)["score"].transform("nunique")
    for index, row in known[counts > 1].drop_duplicates(key, keep="last").iterrows():
        others = known[(known[key] == row[key]).all(axis=1)]["score"]
        other = next(each for each in others if each != row["score"])
        named = {name: str(row[name]) for name in key}
        scores_shown = {"score": refusals.score(row["score"]), "other": refusals.score(other)}
        fault = worded("fault-two-tables", **named, **scores_shown)
        yield Problem("dti_scores.csv", row_number(index), "score", fault, worded("cure-source"))

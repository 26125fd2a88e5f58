"""How a briefing was checked: what its checks counted, how far its figures reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from helpers.analysis import confirmed, dti, proof, strength
from helpers.analysis.edition import Edition, every, newest
from helpers.analysis.results import RANK, find_scope, present, year_of
from helpers.analysis.second_sources import are_one, of_other_sources
from helpers.words.computations import computation

if TYPE_CHECKING:
    from helpers.store.data import DataPackage

#: The decimals of a score in which wrong digits are planted (:func:`strength.strength`).
_PLACES = ["first", "second", "third", "fourth"]


@dataclass(frozen=True)
class Traced:
    """The numbers of a page, each traced to where it comes from.

    Parameters
    ----------
    numbers, published, calculated : int
        How many there are; of these, how many a row of the data holds, and how many a computation
        gave.
    rows, sources : int
        On how many rows of the data and on how many sources they rest.
    """

    numbers: int = 0
    published: int = 0
    calculated: int = 0
    rows: int = 0
    sources: int = 0


@dataclass(frozen=True)
class Totals:
    """The totals of all editions, held against their components.

    Parameters
    ----------
    held, recomputed, bounded : int
        How many were held against anything; of these, how many were recomputed from every
        component, and how many only had to lie between two bounds.
    largest : float
        The largest residual of those recomputed.
    noticed : float or None
        Which share (0-1) of single wrong digits in the scores of the newest edition would be
        noticed, on average over its columns and their decimals; None where nothing is held.
    """

    held: int
    recomputed: int
    bounded: int
    largest: float
    noticed: float | None


@dataclass(frozen=True)
class Facts:
    """Numbers that other documents print.

    Parameters
    ----------
    held, agree, documents : int
        How many speak of a row that is known; how many of them agree with it; in how many
        documents.
    own : int
        How many speak of the province.
    """

    held: int
    agree: int
    documents: int
    own: int


@dataclass(frozen=True)
class Results:
    """The results of the province, without those that a source says there is none of.

    Parameters
    ----------
    known, indicators : int
        How many are known, of how many indicators.
    seconded, single : int
        How many a second source confirms and none denies, and how many rest on one alone.
    differing : int
        Of how many another source gives another number.
    derived, inexact : int
        How many follow from a source's own words, and how many are approximate or bounds.
    current : int
        How many are of the reporting year.
    first, last : int or None
        The first and the last year that they speak of; None where none is known.
    """

    known: int
    indicators: int
    seconded: int
    single: int
    differing: int
    derived: int
    inexact: int
    current: int
    first: int | None
    last: int | None


@dataclass(frozen=True)
class Reach:
    """How much of the newest edition is known.

    Parameters
    ----------
    ranks, scores, whole : int
        Of how many provinces the rank, the total, and every component of it.
    """

    ranks: int = 0
    scores: int = 0
    whole: int = 0


@dataclass(frozen=True)
class Documents:
    """The sources that had been read.

    Parameters
    ----------
    undated, copied : int
        How many show no date, and how many were read in a copy.
    """

    undated: int
    copied: int


@computation("quality")
@dataclass(frozen=True)
class Quality:
    """How a briefing was checked.

    Parameters
    ----------
    traced : Traced
        Its numbers.
    totals : Totals
        The totals of the index.
    facts : Facts
        What other documents print.
    results : Results
        The province's results.
    reach : Reach
        The newest edition.
    documents : Documents
        The sources read.
    """

    traced: Traced
    totals: Totals
    facts: Facts
    results: Results
    reach: Reach
    documents: Documents


def quality(
    package: DataPackage,
    province: str,
    year: int,
    traced: Traced | None = None,
    facts: pd.DataFrame | None = None,
) -> Quality:
    """Count what the checks of a briefing prove, and how far its figures reach.

    Parameters
    ----------
    package : DataPackage
        What was known by its as-of date.
    province : str
        The province's id or name.
    year : int
        The reporting year.
    traced : Traced, optional
        The numbers of its page.
    facts : DataFrame, optional
        What :func:`helpers.analysis.confirmed.judged` returned of the package, if that was asked.

    Raises
    ------
    ParameterError
        If there is no such province, with the nearest id.
    """
    province = find_scope(package, province, year)
    facts = confirmed.judged(package) if facts is None else facts
    edition, sources = newest(package), package["sources"]
    return Quality(
        traced or Traced(),
        _totals(package, edition),
        _facts(facts, province),
        _results(package, facts, province, year),
        Reach() if edition is None else _reach(edition),
        Documents(int(sources["published"].eq("").sum()), int(sources["read_via_en"].ne("").sum())),
    )


def _totals(package: DataPackage, edition: Edition | None) -> Totals:
    tallies = [proof.tally(each) for each in every(package)]
    full, part = (sum(getattr(each, name) for each in tallies) for name in ("full", "part"))
    largest = max((each.largest for each in tallies), default=0.0)
    noticed = None if edition is None else _noticed(edition)
    return Totals(full + part, full, part, largest, noticed)


def _noticed(edition: Edition) -> float | None:
    rows = strength.strength(edition)
    if rows.empty:
        return None
    share = rows[_PLACES].mean(axis=1) * rows["cells"]
    return float(share.sum() / rows["cells"].sum())


def _facts(facts: pd.DataFrame, province: str) -> Facts:
    facts = facts[facts["fault"] == ""]
    agree = facts[facts["holds"]]
    own = int(confirmed.about_province(agree, province).sum())
    return Facts(len(facts), len(agree), agree["source"].nunique(), own)


def _results(package: DataPackage, facts: pd.DataFrame, province: str, year: int) -> Results:
    results, others = package["results"], of_other_sources(package, province, year)
    own = present(results[results["scope"] == province])
    # Each result is one of three: where two sources differ no third settles it.
    differing = own["row"].isin(others.loc[~others["same"], "kept"])
    agree = [*facts.loc[facts["holds"], "about"], *others.loc[others["same"], "kept"]]
    seconded = ~differing & (_confirmed(package, own, facts) | own["row"].isin(agree))
    years = year_of(own)
    return Results(
        known=len(own),
        indicators=own["indicator"].nunique(),
        seconded=int(seconded.sum()),
        single=int((~seconded & ~differing).sum()),
        differing=int(differing.sum()),
        derived=int(own["basis"].eq("derived").sum()),
        inexact=int((own["value"].notna() & own["qualifier"].ne("exact")).sum()),
        current=int(years.eq(year).sum()),
        first=None if own.empty else int(years.min()),
        last=None if own.empty else int(years.max()),
    )


def _confirmed(package: DataPackage, own: pd.DataFrame, facts: pd.DataFrame) -> pd.Series:
    """Say which results another document confirms, by their own rows or as ranks of the index."""
    named = own["confirmed_by"].ne("")
    named &= ~are_one(package["sources"], own["source"], own["confirmed_by"])
    facts = facts[facts["holds"] & facts["column"].eq("rank")].assign(
        rank=lambda rows: rows["about"].str.replace(r"^(dti_scores/\d+)/\d+/", r"\1/", regex=True)
    )
    if facts.empty:
        return named
    ranks = "dti_scores/" + own["period"] + "/" + own["scope"] + "/" + dti.TOTAL
    both = own.assign(rank=ranks.where(own["indicator"].eq(RANK), "")).merge(
        facts[["rank", "source"]], on="rank", suffixes=("", "_fact")
    )
    both = both[~are_one(package["sources"], both["source"], both["source_fact"])]
    return named | own["row"].isin(both["row"])


def _reach(edition: Edition) -> Reach:
    table = dti.table(edition.published)
    held = proof.proof(edition)
    return Reach(
        ranks=int(table["rank"].notna().sum()),
        scores=int(table["score"].notna().sum()),
        whole=int((held["known"] == held["parts"]).sum()),
    )

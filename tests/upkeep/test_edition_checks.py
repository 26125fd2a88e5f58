"""An edition is known from its publication on, and a briefing is given when its year is over."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd
import pytest

from helpers.analysis import proof, strength
from helpers.analysis.edition import Edition, every
from helpers.exceptions import in_language
from helpers.store import data, mergers
from helpers.upkeep import checks, edition_checks
from helpers.words.language import LANGUAGES


def with_(package, **tables):
    return data.DataPackage({**package.tables, **tables})


def older_source(package):
    """The newest edition, its rows said to come from the first source that there was."""
    newest = data.newest_edition(package)
    first = package["sources"].sort_values("available_from")["source"].iloc[0]
    changed = {}
    for name in ("dti_editions", "dti_weights", "dti_scores"):
        rows = package[name]
        source = rows["source"].mask(rows["edition"] == newest, first)
        changed[name] = rows.assign(source=source)
    changed["dti_weights"] = changed["dti_weights"].assign(basis="printed")
    return newest, first, with_(package, **changed)


def test_no_source_brings_an_edition_into_a_briefing_before_its_publication(package):
    newest, _, spoiled = older_source(package)
    editions = package["dti_editions"]
    published = editions.loc[editions["edition"] == newest, "published"].min().date()
    before = data.as_of(spoiled, published - timedelta(days=1))
    for name in ("dti_editions", "dti_weights", "dti_scores"):
        assert newest not in set(before[name]["edition"]), name
        assert newest in set(data.as_of(spoiled, published)[name]["edition"]), name


def test_no_source_brings_one_table_of_an_edition_before_its_publication(live):
    editions = live["dti_editions"]
    two = editions[editions.duplicated("edition", keep=False)]
    later = two.index[-1]
    number, ranked = two.loc[later, ["edition", "provinces_ranked"]]
    day = two["published"].max() + pd.Timedelta(days=30)
    moved = editions.assign(published=editions["published"].mask(editions.index == later, day))
    known = data.as_of(with_(live, dti_editions=moved), (day - pd.Timedelta(days=1)).date())
    left = known["dti_scores"].query("edition == @number")["provinces_ranked"]
    assert ranked not in set(left) and len(left), "the other table is there"
    assert number in set(known["dti_weights"]["edition"])


def test_an_edition_and_a_source_that_was_there_before_it(package):
    assert list(edition_checks.editions_after_sources(package)) == []
    newest, first, spoiled = older_source(package)
    found = list(edition_checks.editions_after_sources(spoiled))
    assert {problem.file for problem in found} == {
        "dti_editions.csv", "dti_weights.csv", "dti_scores.csv",
    }  # fmt: skip
    for problem in found:
        assert f"edition {newest} was published on" in problem.fault and first in problem.fault
        assert problem.row and problem.column == "source"
        assert "kỳ" in problem.fault.by("vi") and problem.cure.by("vi") != problem.cure


@pytest.mark.parametrize(
    ("kind", "words"), [("early", "before the year is over"), ("before", "is before")]
)
def test_a_briefing_is_not_given_before_its_year_is_over_nor_before_the_last(package, kind, words):
    briefings = package["briefings"]
    assert list(edition_checks.briefings_in_order(package)) == []
    if kind == "early":
        row = briefings.index[-1]
        day = pd.Timestamp(mergers.last_day(int(briefings.loc[row, "year"]))) - pd.DateOffset(
            years=1
        )
    else:
        own = briefings[briefings["province"] == briefings["province"].iloc[0]]
        row = own.index[0]
        day = own["as_of"].max() + pd.Timedelta(days=1)
    moved = briefings.assign(as_of=briefings["as_of"].mask(briefings.index == row, day))
    found = list(edition_checks.briefings_in_order(with_(package, briefings=moved)))
    assert found and found[0].column == "as_of" and words in found[0].fault
    assert found[0].fault.by("vi") != found[0].fault


def test_a_briefing_is_given_within_a_year_after_its_own(live):
    assert list(edition_checks.briefings_in_time(live)) == []
    briefings, row = live["briefings"], live["briefings"].index[-1]
    last = pd.Timestamp(mergers.last_day(int(briefings.loc[row, "year"]) + 1))
    for day, late in ((last, False), (last + pd.Timedelta(days=1), True)):
        moved = briefings.assign(as_of=briefings["as_of"].mask(briefings.index == row, day))
        found = list(checks.problems(with_(live, briefings=moved)))
        assert [problem.column for problem in found] == ["as_of"] * late
        assert all("more than a year after" in problem.fault for problem in found)


@pytest.mark.parametrize(
    ("column", "office", "instead"),
    [
        ("office_vi", "Ban Chỉ đạo tỉnh Bắc Giang", "Ban Chỉ đạo tỉnh"),
        ("office_vi", "Sở Khoa học và Công nghệ Bắc Giang", "Sở Khoa học và Công nghệ"),
        ("office_en", "Department of Science of Bac Giang", "Department of Science"),
        ("office_en", "Bắc Giang Department of Science", "Department of Science"),
    ],
)
def test_an_office_does_not_name_its_province_a_second_time(live, column, office, instead):
    briefings = live["briefings"].head(1)
    assert list(briefings["province"]) == ["bac-giang"]
    assert list(edition_checks.offices_without_names(live)) == []
    named = with_(live, briefings=briefings.assign(**{column: office}))
    (found,) = checks.problems(named)
    assert (found.file, found.row, found.column) == ("briefings.csv", 2, column)
    for language in LANGUAGES:
        assert f"“{instead}”" in in_language(found.cure, language)
        assert office in in_language(found.fault, language)
    kept = with_(live, briefings=briefings.assign(**{column: instead}))
    assert list(edition_checks.offices_without_names(kept)) == []


def test_the_table_of_another_edition(package):
    assert list(edition_checks.editions_differ(package)) == []
    wholes = [each for each in every(package) if len(each.table()) > 20]
    one, other = wholes[0], wholes[-1]
    copied = one.published.assign(edition=other.number, provinces_ranked=other.ranked)
    scores = package["dti_scores"]
    rest = scores[(scores["edition"] != other.number)]
    both = pd.concat([rest, copied.astype(rest.dtypes)], ignore_index=True)
    (problem,) = edition_checks.editions_differ(with_(package, dti_scores=both))
    assert f"edition {other.number} equal those of edition {one.number}" in problem.fault


def test_a_base_is_a_whole_number_too(package):
    results = package["results"]
    row = results.index[results["base"].notna()][0]
    wrong = results.assign(base=results["base"].mask(results.index == row, 1.42))
    (problem,) = checks.whole_counts(with_(package, results=wrong))
    assert (problem.row, problem.column) == (row + 2, "base")


# How strong a proof is


@pytest.fixture(scope="module")
def bounded(package):
    """An edition with all totals and only some components of most."""
    return next(
        each for each in every(package) if 0 < proof.tally(each).full < proof.tally(each).part
    )


def planted(edition, component, province, place):
    """How many of the nine wrong digits the rules themselves notice."""
    scores = edition.published
    here = (scores["province"] == province) & (scores["component"] == component)
    units = round(float(scores.loc[here, "score"].iloc[0]) * 10_000)
    step = 10 ** (4 - place)
    found = []
    for digit in set(range(10)) - {units // step % 10}:
        new = units + (digit - units // step % 10) * step
        if new > 10_000:
            continue
        changed = scores.assign(score=scores["score"].mask(here, new / 10_000))
        wrong = Edition(edition.number, changed, edition.weights, edition.ranked)
        conflicts = component == "total" and list(
            proof.rank_conflicts(changed[changed["component"] == "total"])
        )
        found.append(not proof.proof(wrong)["holds"].all() or bool(conflicts))
    return found


@pytest.mark.parametrize("component", ["total", "government_activity"])
def test_the_strength_of_a_proof_is_what_planting_wrong_digits_finds(bounded, component):
    held = proof.proof(bounded)
    few = held[held["known"] < held["parts"]]["province"].iloc[::9]
    published = bounded.published[bounded.published["province"].isin(few)]
    bounded = Edition(bounded.number, published, bounded.weights, bounded.ranked)
    rows = strength.strength(bounded)
    row = rows[(rows["proof"] == strength.BOUNDS) & (rows["component"] == component)].iloc[0]
    for place, name in ((1, "first"), (3, "third")):
        found = [each for province in few for each in planted(bounded, component, province, place)]
        assert row[name] == pytest.approx(sum(found) / len(found))


def test_a_proof_between_bounds_is_told_as_weak_and_one_from_all_components_is_not(
    package, bounded
):
    rows = strength.strength(bounded).set_index(["proof", "component"])
    parts = rows.drop(index="total", level="component")
    assert (
        parts.loc[strength.BOUNDS, "second"].max()
        < 0.5
        < parts.loc[strength.RECOMPUTED, "second"].min()
    )
    assert rows.loc[(strength.BOUNDS, "total"), "first"] > 0.9, "the ranks hold the totals"
    said = strength.weakest(bounded, package["dti_components"])
    assert "wrong digits noticed, by decimal: DTI total " in said
    assert "theo từng số lẻ: Tổng điểm DTI " in said.by("vi") and "_" not in said.by("vi")
    full = next(
        each for each in every(package) if proof.tally(each).full and not proof.tally(each).part
    )
    assert strength.weakest(full, package["dti_components"]) == ""


def test_the_page_says_of_a_proof_between_bounds_only_what_is_so(package):
    found = pd.concat([strength.strength(each) for each in every(package)])
    parts = found[(found["proof"] == strength.BOUNDS) & (found["component"] != "total")]
    shares = parts[["first", "second", "third", "fourth"]].mean(axis=1)
    assert len(shares) and shares.max() < 0.5, "most wrong digits pass unnoticed"


@pytest.mark.parametrize(
    ("ranks", "scores", "asked"),
    [
        ([1, 2, 2, 4], [0.9, 0.8, 0.8, 0.7], []),
        ([1, 2, 2, 4], [0.9, 0.8, None, None], []),  # what is not known denies nothing
        ([1, 2, 2, 4], [0.9, 0.8, 0.75, 0.7], [3, 4]),  # of one rank, and of two scores
        ([1, 2, 2, 3], [None] * 4, [3, 4]),  # after two that are second nobody is third
    ],
)
def test_a_rank_that_two_have_is_of_one_score_and_takes_two_places(ranks, scores, asked):
    assert [each.row for each in places_taken(ranks, scores)] == asked


@pytest.mark.parametrize(("count", "asked"), [(4, [5]), (63, [])])
def test_a_rank_is_not_lower_than_the_scores_of_all_let_it_be(count, asked):
    found = places_taken([1, 2, 3, 5], [0.9, 0.8, 0.7, 0.6], count)
    assert [each.row for each in found] == asked


def places_taken(ranks, scores, count=63):
    """What is asked about a few ranks of a column of so many provinces."""
    table = pd.DataFrame({
        "edition": 2020, "provinces_ranked": count, "component": "total",
        "province": ["a", "b", "c", "d"], "score": pd.Series(scores, dtype=float),
        "rank": pd.array(ranks, "Int64"),
    })  # fmt: skip
    return list(edition_checks.ranks_take_places(data.DataPackage({"dti_scores": table})))

"""Damage to the data is refused by file, row, column and cure, or leaves every figure right."""

from __future__ import annotations

import re
import shutil
from collections import Counter

import damage
import pandas as pd
import pytest
from conftest import FROZEN, LIVE, accept
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.exceptions import DataError
from helpers.store import accepted, data, tables
from helpers.store.descriptor import DESCRIPTOR, resources
from helpers.upkeep import checks, edition_checks, fact_checks, plausible_checks, schema

TABLES = {each["path"]: each for each in resources(FROZEN)}
#: The kinds of which a row is named; of the others, and of headings, the file or the first row.
OF_ROWS = {"another figure", "no number", "other words", "written otherwise"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A copy of the frozen data, accepted as they are."""
    return accept(shutil.copytree(FROZEN, tmp_path_factory.mktemp("accepted") / "data"))


@pytest.fixture(scope="module")
def texts(folder):
    return tables.read_all(folder)


@pytest.fixture(scope="module")
def described(folder):
    return resources(folder)


@pytest.fixture(scope="module")
def whole_package(folder, texts):
    return data.load(folder, texts)


def put(path, content):
    """Let a file hold something, be a folder, or be missing."""
    if path.is_dir():
        path.rmdir()
    path.unlink(missing_ok=True)
    if content == damage.FOLDER:
        path.mkdir()
    elif content is not damage.MISSING:
        path.write_bytes(content)


def read(folder, file, content):
    """A damaged file as everything reads it, without a look at the others."""
    fields = TABLES[file]["schema"]["fields"]
    if isinstance(content, bytes):
        return tables.parsed(file, content, fields)
    before = (folder / file).read_bytes()
    put(folder / file, content)
    try:
        return tables.read(folder / file, fields)
    finally:
        put(folder / file, before)


def found(folder, described, texts, package, harm):
    """The problems that a damaged file is refused with; none where its table is as it was."""
    try:
        table = read(folder, harm.file, harm.content)
        if table.text == texts[harm.file].text:
            return []
        after = {**texts, harm.file: table}
        if problems := accepted.problems(folder, after, described):
            return problems
        checked = schema.check_accepted(folder, texts=after)
    except DataError as error:
        return error.problems
    name = TABLES[harm.file]["name"]
    pd.testing.assert_frame_equal(checked[name], package[name])
    return []


def test_every_damage_is_refused_by_its_place_or_leaves_the_table_as_it_was(
    folder, described, texts, whole_package
):
    counts = Counter()
    for harm in damage.of_tables(folder):
        problems = found(folder, described, texts, whole_package, harm)
        counts[harm.kind, bool(problems)] += 1
        counts["all", bool(problems)] += 1
        assert {each.file for each in problems} <= {harm.file}, harm
        for each in problems:
            assert each.fault.by("vi") != each.fault.by("en") and each.cure.by("vi"), harm
            assert each.row or harm.kind not in OF_ROWS, (harm.what, each)
        if harm.kind == "headings" and "again" not in harm.what and harm.what != "twice":
            assert [each.row for each in problems] == [1], (harm, problems)
    assert sum(counts["all", refused] for refused in (False, True)) >= 700
    told = _table_of_the_dictionary()
    kinds = {kind for kind, _ in counts}
    assert told == {kind: (counts[kind, True], counts[kind, False]) for kind in kinds}
    assert {kind for kind in kinds if counts[kind, False]} == {"program", "all"}


def _table_of_the_dictionary():
    """How many ways of each kind are refused, and how many do no harm, as the dictionary says."""
    text = (LIVE / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ · \*(.+?)\* \| (\d+) \| (\d+) \|$", text, re.M)
    return {kind: (int(refused), int(harmless)) for kind, refused, harmless in rows}


@settings(max_examples=150)
@given(file=st.sampled_from(sorted(TABLES)), at=st.integers(0, 2**20), drawn=st.data())
def test_any_other_damage_to_any_byte_is_refused_or_does_no_harm(  # noqa: PLR0917
    folder, described, texts, whole_package, file, at, drawn
):
    before = texts[file].text.encode()
    at, length = at % len(before), drawn.draw(st.integers(0, 3))
    piece = drawn.draw(st.one_of(st.binary(max_size=3), st.text(max_size=2).map(str.encode)))
    harm = damage.Damage("any", "", file, before[:at] + piece + before[at + length :])
    found(folder, described, texts, whole_package, harm)  # It compares the tables, if nothing else.


@pytest.mark.parametrize("what", [what for what, _ in damage.DESCRIBED])
def test_a_damaged_descriptor_is_refused_or_says_the_same(folder, texts, whole_package, what):
    path = folder / DESCRIPTOR
    before = path.read_bytes()
    put(path, dict(damage.DESCRIBED)[what](before))
    try:
        package = schema.check_accepted(folder)
    except DataError as error:
        assert error.problems, error
        assert all(each.cure for each in error.problems)
    else:
        for name, table in whole_package.tables.items():
            pd.testing.assert_frame_equal(package[name], table)
    finally:
        put(path, before)


#: The rules that speak of single figures of these tables.
OF_RESULTS = (
    checks.plausible_values, checks.plausible_moves, checks.whole_counts, checks.plausible_ranks,
    checks.ranks_agree, plausible_checks.within_bounds, plausible_checks.values_beside,
)  # fmt: skip
OF_SCORES = (
    checks.scores_or_ranks, edition_checks.ranks_take_places, checks.ranks_follow,
    checks.ranks_agree, fact_checks.facts_hold, checks.components_agree,
)  # fmt: skip
WAYS = {
    "ten times": lambda value: value * 10, "a tenth": lambda value: value / 10,
    "its first digit": lambda value: float(damage.leading(f"{value:.6f}")),
}  # fmt: skip
MOVED = {"a rank one lower": lambda rank: rank + 1}


def _asked_about(package, place, rules, ways, cells):
    """How many of some wrong figures the rules ask about in rows that are new, by way."""
    counts, (name, column) = {}, place
    for what, change in ways.items():
        seen = 0
        for index in cells:
            table = package[name].copy()
            table.loc[index, column] = round(change(table.loc[index, column]), 6)
            spoiled = data.DataPackage({**package.tables, name: table})
            seen += any(next(rule(spoiled), None) for rule in rules)
        counts[what] = (seen, len(cells))
    return counts


def test_of_rows_that_are_new_the_rules_ask_about_as_many_wrong_figures_as_is_said(whole_package):
    results, scores = whole_package["results"], whole_package["dti_scores"]
    filled = results.index[results["value"].gt(0)][::4]
    ranks = scores.index[scores["rank"].notna()][::20]
    told = {
        **_asked_about(whole_package, ("results", "value"), OF_RESULTS, WAYS, filled),
        **_asked_about(whole_package, ("dti_scores", "rank"), OF_SCORES, MOVED, ranks),
    }
    text = (LIVE / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ · \*(.+?)\* \| (\d+)/(\d+) \|$", text, re.M)
    assert {what: (int(seen), int(count)) for what, seen, count in rows} == told

"""What is told quickly to fit its schema does fit it: frictionless says so too."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from types import SimpleNamespace

import pytest
from conftest import FROZEN, LIVE

from helpers.exceptions import DataError
from helpers.store import data
from helpers.store.tables import TableText, read_all
from helpers.upkeep import plain_fit, schema

RULES = {
    "name": {"required": True, "pattern": "^[a-z]+(-[a-z]+)*$"},
    "day": {},
    "yes": {"required": True},
    "year": {"minimum": 2020},
    "count": {"unique": True, "maximum": 63, "enum": [3, 34, 63]},
    "share": {"minimum": 0, "maximum": 1},
    "word": {"enum": ["more", "less"]},
    "next": {},
}
TYPES = {
    "name": "string", "day": "date", "yes": "boolean", "year": "year", "count": "integer",
    "share": "number", "word": "string", "next": "string",
}  # fmt: skip
ROWS = {
    "things": ["one,2021-10-19,true,2020,63,0.5,more,", "two,,false,,,,,one",
               "three,2024-02-29,true,2021,3,1,less,three"],
    "years": ["one,2020", "two,2021"],
}  # fmt: skip


def column(name, rules):
    return {"name": name, "type": TYPES[name], "description": "What it says", "constraints": rules}


def table(name, fields, key, *keys):
    references = [{"fields": own, "reference": {"resource": to, "fields": there}}
                  for own, to, there in keys]  # fmt: skip
    return {"name": name, "path": f"{name}.csv", "title": name, "encoding": "utf-8",
            "mediatype": "text/csv", "profile": "tabular-data-resource", "schema": {
                "fields": fields, "primaryKey": key, "foreignKeys": references,
                "missingValues": [""]}}  # fmt: skip


#: Two small tables with a column of every type, every constraint and every kind of reference.
DESCRIPTOR = {
    "profile": "tabular-data-package", "name": "small", "title": "Small", "description": "",
    "licenses": [{"name": "CC0-1.0", "title": "Free"}], "sources": [{"title": "Nobody"}],
    "resources": [
        table("things", [column(*each) for each in RULES.items()], ["name", "day"],
              (["next"], "", ["name"])),
        table("years", [column("name", RULES["name"]), column("year", {"required": True})],
              ["name", "year"], (["name"], "things", ["name"]), (["year"], "things", ["year"])),
    ],
}  # fmt: skip


def texts_of(rows, header=None):
    """The files of some rows."""
    texts = {}
    for each in DESCRIPTOR["resources"]:
        names = header or ",".join(field["name"] for field in each["schema"]["fields"])
        texts[each["path"]] = TableText("\n".join([names, *rows[each["name"]]]) + "\n")
    return texts


@pytest.fixture
def asked(tmp_path):
    """Ask both what they say of a package: the names that are doubtful, and all problems."""
    (tmp_path / data.DESCRIPTOR).write_text(json.dumps(DESCRIPTOR), encoding="utf-8")

    def ask(rows=ROWS, header=None):
        texts = texts_of(rows, header)
        told = [str(each) for each in sorted(schema.schema_problems(tmp_path, texts, ()))]
        whole = [str(each) for each in sorted(schema._judged(tmp_path, texts, None))]
        return SimpleNamespace(
            doubtful=plain_fit.doubtful(DESCRIPTOR, texts), told=told, whole=whole
        )

    return ask


@pytest.mark.parametrize("folder", [FROZEN, LIVE])
def test_our_data_plainly_fit_so_that_nobody_waits_for_frictionless(folder, monkeypatch):
    monkeypatch.setattr(schema, "_judged", lambda *asked: pytest.fail(f"asked of {asked[2]}"))
    texts = read_all(folder)
    assert schema.schema_problems(folder, texts, ()) == []


def test_a_sound_package_is_so_for_both(asked):
    assert vars(asked()) == {"doubtful": [], "told": [], "whole": []}


#: A row of ``things`` with a cell that is wrong, by what is wrong with it.
WRONG = {
    "no day": "four,2021-02-30,true,,,,,", "a day as others write it": "four,19/10/2021,true,,,,,",
    "no truth": "four,,yes,,,,,", "a required cell is empty": "four,,,,,,,",
    "no year": "four,,true,20,,,,", "a year too early": "four,,true,2019,,,,",
    "no integer": "four,,true,,3.5,,,", "beyond the most": "four,,true,,64,,,",
    "not one of the numbers": "four,,true,,4,,,", "twice what is unique": "four,,true,,63,,,",
    "no number": "four,,true,,,half,,", "less than nothing": "four,,true,,,-0.1,,",
    "more than all": "four,,true,,,1.0001,,", "not a number": "four,,true,,,1e,,",
    "not one of the words": "four,,true,,,,most,", "not the pattern": "Four,,true,,,,,",
    "the key of another row": "one,2021-10-19,true,,,,,", "no key": ",,true,,,,,",
    "nothing": ",,,,,,,", "a reference to nothing": "four,,true,,,,,five",
    "a cell too few": "four,,true,,,,", "a cell too many": "four,,true,,,,,,", "a blank": "",
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_doubtful(wrong):
    texts = texts_of(ROWS | {"things": [*ROWS["things"], WRONG[wrong]]})
    assert "things" in plain_fit.doubtful(DESCRIPTOR, texts)


def test_what_is_wrong_is_told_as_by_frictionless_which_finds_it_all(asked):
    """All at once: frictionless takes a while."""
    there = asked(ROWS | {"things": [*ROWS["things"], *WRONG.values()]})
    assert there.told == there.whole
    found = {int(problem.split("row ")[1].split(",")[0].split(":")[0]) for problem in there.told}
    wrong = dict(enumerate(WRONG, start=2 + len(ROWS["things"])))
    assert {name for row, name in wrong.items() if row not in found} == set()


def test_who_refers_to_a_cell_that_is_wrong_is_asked_about_too(asked):
    spoiled = [ROWS["things"][0].replace(",2020,", ",2019,"), *ROWS["things"][1:]]
    there = asked(ROWS | {"things": spoiled})
    assert there.doubtful == ["things", "years"] and there.told == there.whole
    assert any(problem.startswith("years.csv, row 2") for problem in there.told)


def test_what_is_right_or_doubtful_is_no_problem(asked):
    right = ["four,,true,2020,,,,", "five,,TRUE,,,,,", "six,,true,,,1e-3,,", "seven,,true,, 34,,,",
             "eight,,true,,,.5,,", "nine,,1,,,,,"]  # fmt: skip
    there = asked(ROWS | {"things": [*ROWS["things"], *right]})
    assert there.told == there.whole == []


def test_a_cell_to_fill_in_is_not_asked_about_as_nothing_is_said_but_of_it(asked):
    """Frictionless finds it to be of no type, no such word, or to refer to nothing."""
    waiting = ["four,,???,2020,,???,???,???", "five,,true,,,???,,", "six,,true,,,,,???"]
    rows = {"things": [*ROWS["things"], *waiting], "years": [*ROWS["years"], "???,2021"]}
    there = asked(rows)
    assert there.doubtful == there.told == []
    places = [re.match(r"(\w+).csv, row (\d+), column (\w+):", each) for each in there.whole]
    assert {each.groups() for each in places} == {
        ("things", "5", "yes"), ("things", "5", "share"), ("things", "5", "word"),
        ("things", "5", "next"), ("things", "6", "share"), ("things", "7", "next"),
        ("years", "4", "name"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "row",
    ["???,,true,,,,,", "four,???,true,,,,,", "four,,true,???,,,,", "four,,true,,???,,,",
     "four,,???,2019,,,,", "one,2021-10-19,???,,,,,", "four,,???,,,,,five"],
)  # fmt: skip
def test_a_cell_to_fill_in_hides_nothing_else(row):
    """A key, what others refer to, what is unique; and what is wrong beside such a cell."""
    texts = texts_of(ROWS | {"things": [*ROWS["things"], row]})
    assert plain_fit.doubtful(DESCRIPTOR, texts) != []
    twice = texts_of(ROWS | {"years": [*ROWS["years"], "???,2021", "???,2021"]})
    assert plain_fit.doubtful(DESCRIPTOR, twice) == ["years"]


def test_another_header_is_told_as_by_frictionless(asked):
    there = asked(header="name,when")
    assert there.doubtful == ["things", "years"] and there.told == there.whole != []


#: What a descriptor may have that ours has not: where, and what stands there.
OTHER = {
    "a type": (("resources", 0, "schema", "fields", 0, "type"), "geopoint"),
    "a kind of list": (("resources", 0, "schema", "fields", 0, "type"), ["string"]),
    "a constraint": (("resources", 0, "schema", "fields", 0, "constraints", "minLength"), 9),
    "a constraint on another type": (
        ("resources", 0, "schema", "fields", 1, "constraints", "pattern"), "."),
    "a pattern that is none": (
        ("resources", 0, "schema", "fields", 0, "constraints", "pattern"), "("),
    "a number as a word": (("resources", 0, "schema", "fields", 3, "constraints", "minimum"), "a"),
    "a format": (("resources", 0, "schema", "fields", 1, "format"), "%d/%m/%Y"),
    "a missing value": (("resources", 0, "schema", "missingValues"), ["", "one"]),
    "no key": (("resources", 0, "schema", "primaryKey"), []),
    "a key without a column": (("resources", 0, "schema", "primaryKey"), ["none"]),
    "a reference without a table": (
        ("resources", 0, "schema", "foreignKeys", 0, "reference", "resource"), "none"),
    "a second of the same name": (("resources", 0, "name"), "years"),
    "another separator": (("resources", 0, "dialect"), {"delimiter": ";"}),
    "a name that is none": (("name",), "Bad Name!"),
    "a profile": (("profile",), "data-package"),
    "a licence without a name": (("licenses", 0), {"title": "Free"}),
    "tables that are none": (("resources",), {}),
}  # fmt: skip


@pytest.mark.parametrize("other", OTHER)
def test_another_descriptor_than_ours_is_left_to_frictionless(other):
    place, there = OTHER[other]
    descriptor = deepcopy(DESCRIPTOR)
    inner = descriptor
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = there
    assert plain_fit.doubtful(descriptor, texts_of(ROWS)) is None


@pytest.mark.parametrize(
    ("place", "there"),
    [(("primaryKey",), ["day"]), (("foreignKeys", 0, "reference", "fields"), ["nothing"])],
)
def test_a_key_that_may_be_empty_or_leads_to_no_column_is_doubtful(place, there):
    descriptor = deepcopy(DESCRIPTOR)
    inner = descriptor["resources"][0]["schema"]
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = there
    assert plain_fit.doubtful(descriptor, texts_of(ROWS)) == ["things"]


def test_a_descriptor_that_frictionless_refuses_is_refused(project):
    path = project / "data" / data.DESCRIPTOR
    described = json.loads(path.read_text(encoding="utf-8"))
    described["resources"][0]["schema"]["foreignKeys"] = [{"fields": ["nothing"]}]
    path.write_text(json.dumps(described), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        schema.check(project / "data")
    assert "datapackage.json: " in str(caught.value) and "mend the descriptor" in str(caught.value)

"""The data package: sound as it is, and every kind of damage named by place."""

from __future__ import annotations

import csv
import datetime
import json
import os
import re
from itertools import pairwise

import pandas as pd
import pytest
from conftest import FROZEN, LIVE, ROOT, briefing, published, whole

from helpers.exceptions import DataError
from helpers.pages.page import open_chapter
from helpers.store import data, mergers
from helpers.upkeep import checks, schema


def test_the_package_is_sound():
    package = schema.check(LIVE)
    provinces = package["provinces"]
    assert len(mergers.valid_on(provinces, datetime.date(2025, 6, 30))) == 63
    assert len(mergers.valid_on(provinces, datetime.date(2025, 7, 1))) == 34


def test_the_frozen_data_are_sound_and_of_the_schema_there_is():
    schema.check(FROZEN)
    both = [schema._described(folder) for folder in (FROZEN, LIVE)]  # Without what is accepted.
    assert both[0] == both[1], "carry tests/frozen to the new columns too"


@pytest.mark.parametrize("whose", [whole, published])
def test_every_source_is_known_and_every_row_has_one(whose):
    package = whose()
    sources = set(package["sources"]["source"])
    for name in ("results", "targets", "dti_scores", "dti_weights", "dti_editions", "agenda"):
        assert set(package[name]["source"]) <= sources, name


@pytest.mark.parametrize(
    ("indicator", "value", "qualifier"),
    [
        ("services_level_3_4", 1380, "exact"),
        ("eligible_procedures_level_3_4_share", 100, "exact"),
        ("digital_signing_share", 100, "approx"),
        ("digital_signing_rank", 1, "exact"),
        ("dti_rank", 10, "exact"),
        ("systems_interconnected_levels", 4, "exact"),
    ],
)
def test_the_figures_of_the_article(package, indicator, value, qualifier):
    rows = package["results"]
    row = rows[(rows["indicator"] == indicator) & (rows["source"] == "article")].iloc[0]
    assert (row["value"], row["qualifier"]) == (value, qualifier)


def test_the_events_and_the_agenda_of_the_article(package):
    rows = package["results"]
    events = rows[(rows["source"] == "article") & (rows["state"] != "")]
    assert len(events) == 8
    kinds = package["agenda"]["kind"].value_counts().to_dict()
    assert kinds == {
        "limitation": 5,
        "instruction": 3,
        "task": 7,
        "goal": 1,
        "coordination": 1,
        "coordination_aim": 3,
        "coordination_field": 9,
    }


def test_nothing_published_later_is_known(package, known):
    day = pd.Timestamp(2022, 1, 27)
    assert known["sources"]["available_from"].max() <= day
    assert list(known["dti_editions"]["edition"]) == [2020]
    later = {"lam-dong", "binh-phuoc", "ben-tre", "vinh-long", "vinh-phuc", "bac-kan"}
    assert not later & set(known["dti_scores"]["province"])
    assert later <= set(package["dti_scores"]["province"])
    assert set(known["results"]["source"]) <= set(known["sources"]["source"])


def test_what_is_known_only_grows(package):
    days = pd.date_range("2021-06-01", "2025-12-31", freq="180D")
    for earlier, later in pairwise(days):
        first = data.as_of(package, earlier.date())
        second = data.as_of(package, later.date())
        for name, table in first.tables.items():
            assert len(table) <= len(second[name]), (name, later)


def test_a_row_that_gave_way_to_another_source_speaks_on_an_earlier_day():
    earlier, later = datetime.date(2023, 12, 31), datetime.date(2024, 12, 31)
    rank = ["bac-giang", "par_rank", "2021"]

    def told(known):
        rows = known["results"].set_index(["scope", "indicator", "period"])["basis"]
        return rows[[tuple(rank)]].tolist()

    live = data.load(LIVE)
    assert told(data.as_of(live, later)) == ["printed"]
    first, again = data.as_of(live, earlier), data.as_of(data.as_of(live, later), earlier)
    assert told(again) == told(first) == ["derived"]
    assert again["results"]["row"].tolist() == first["results"]["row"].tolist()


def test_a_later_second_source_is_not_shown(package):
    known = data.as_of(package, datetime.date(2021, 10, 20))
    rows = known["dti_scores"]
    assert (rows.loc[rows["province"] == "bac-giang", "confirmed_by"] == "").all()


def edit(path, old, new, count=1):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8", newline="\n")


def spoil_bytes(path, content):
    path.write_bytes(content)


SCORE = "2020,63,bac-giang,total,0.3615,10,printed"
DAMAGE = {
    "empty file": (
        lambda d: spoil_bytes(d / "results.csv", b""),
        "results.csv: the file is empty",
    ),
    "header only": (
        lambda d: spoil_bytes(d / "dti_components.csv", b"component,name_vi,name_en\n"),
        "dti_components.csv: has a header and no rows",
    ),
    "truncated": (
        lambda d: spoil_bytes(d / "agenda.csv", (d / "agenda.csv").read_bytes()[:-40]),
        "agenda.csv: ends in the middle of a line",
    ),
    "mis-encoded": (
        lambda d: spoil_bytes(
            d / "provinces.csv",
            (d / "provinces.csv").read_text("utf-8").encode("cp1258", errors="replace"),
        ),
        "provinces.csv: is not UTF-8 (line ",
    ),
    "missing file": (lambda d: (d / "targets.csv").unlink(), "targets.csv: the file is missing"),
    "missing descriptor": (
        lambda d: (d / "datapackage.json").unlink(),
        "datapackage.json: there is no such file",
    ),
    "broken descriptor": (
        lambda d: spoil_bytes(d / "datapackage.json", b'{"resources": ['),
        "datapackage.json: is not a readable descriptor",
    ),
    "wrong type": (
        lambda d: edit(d / "dti_scores.csv", SCORE, SCORE.replace("0.3615", "high")),
        "dti_scores.csv, row 38, column score: “high”: type is",
    ),
    "duplicate key": (
        lambda d: edit(d / "indicators.csv", "dti_mean,", "dti_rank,"),
        "indicators.csv, row ",
    ),
    "two rows for one province": (
        lambda d: edit(d / "dti_scores.csv", "2020,63,kien-giang,total", "2020,63,bac-giang,total"),
        "dti_scores.csv, row 38: the same as in the row at position 34 (key 2020, 63, bac-giang",
    ),
    "dangling source": (
        lambda d: edit(d / "results.csv", ",article,,paragraph 2", ",no-such-source,,paragraph 2"),
        "results.csv, row 2, column source: “no-such-source” is not in sources",
    ),
    "score beyond one": (
        lambda d: edit(d / "dti_scores.csv", SCORE, SCORE.replace("0.3615", "1.3615")),
        "dti_scores.csv, row 38, column score: ",
    ),
    "rank beyond 63": (
        lambda d: edit(
            d / "dti_scores.csv",
            "2020,63,ninh-thuan,total,0.2108,63",
            "2020,63,ninh-thuan,total,0.2108,64",
        ),
        "dti_scores.csv, row 67, column rank: “64”: ",
    ),
    "weights not one": (
        lambda d: edit(
            d / "dti_weights.csv",
            "2020,digital_economy,pillar,300",
            "2020,digital_economy,pillar,310",
        ),
        "dti_weights.csv, row 2, column points: weights of edition 2020 sum to 1.01, not 1",
    ),
    "total that does not follow": (
        lambda d: edit(d / "dti_scores.csv", SCORE, SCORE.replace("0.3615", "0.3617")),
        "dti_scores.csv, row 38, column score: bac-giang, edition 2020: the total 0.3617",
    ),
    "rank against scores": (
        lambda d: edit(d / "dti_scores.csv", SCORE, SCORE.replace(",10,", ",8,")),
        "dti_scores.csv, row 38, column rank: bac-giang, total of edition 2020: rank 8, but 9",
    ),
    "rank against the article": (
        lambda d: edit(d / "results.csv", "dti_rank,2020,during,10,", "dti_rank,2020,during,11,"),
        "results.csv, row 17, column value: rank 11, but 10 in dti_scores.csv",
    ),
    "unknown scope": (
        lambda d: edit(
            d / "results.csv", "bac-giang,services_level_3_4,", "bac-giag,services_level_3_4,"
        ),
        "results.csv, row 5, column scope: “bac-giag” is neither",
    ),
    "share above 100": (
        lambda d: edit(
            d / "results.csv",
            "digital_signing_share,2021,during,100,",
            "digital_signing_share,2021,during,101,",
        ),
        "results.csv, row 12, column value: a share of 101 %",
    ),
    "value without qualifier": (
        lambda d: edit(
            d / "results.csv",
            "services_level_3_4,2021,during,1380,,exact",
            "services_level_3_4,2021,during,1380,,",
        ),
        "results.csv, row 5, column qualifier: a value without one",
    ),
    "neither value nor state": (
        lambda d: edit(
            d / "results.csv",
            "egov_architecture,2021,during,,,,started",
            "egov_architecture,2021,during,,,,",
        ),
        "results.csv, row 16, column value: neither a value nor a state",
    ),
    "a value of what is said not to be ranked": (
        lambda d: edit(
            d / "results.csv",
            "bac-giang,par_rank,2022,during,4,,exact,,",
            "bac-giang,par_rank,2022,during,4,,exact,not_ranked,",
        ),
        "results.csv, row 33, column state: a value, and a state that there is none",
    ),
    "a base of what is not counted": (
        lambda d: edit(
            d / "results.csv",
            "digital_signing_share,2021,during,100,,approx",
            "digital_signing_share,2021,during,100,1200,approx",
        ),
        "results.csv, row 12, column base: a base of 1200 for what is not counted one by one",
    ),
    "source before its publication": (
        lambda d: edit(d / "sources.csv", "2021-10-19,2021-10-19", "2021-10-19,2021-10-01"),
        "sources.csv, row 3, column available_from: available before it was published",
    ),
    "link to a task": (
        lambda d: edit(d / "agenda_links.csv", "coordination,security", "coordination,task-skills"),
        "agenda_links.csv, row 6, column limitation: “task-skills” is not a limitation",
    ),
    "a province too few": (
        lambda d: edit(
            d / "provinces.csv",
            "ca-mau,96,Cà Mau,Ca Mau,,,,mekong-delta,,2025-06-30,ca-mau-2025,\n",
            "",
        ),
        "dti_scores.csv, row 412, column province: “ca-mau” is not in provinces",
    ),
    "a successor that is not there": (
        lambda d: edit(d / "provinces.csv", "2025-06-30,bac-ninh-2025,", "2025-06-30,bac-nin,"),
        "provinces.csv, row 16, column successor: “bac-nin” is not in the same table",
    ),
    "a merged unit's score before the merger": (
        lambda d: edit(d / "dti_scores.csv", SCORE, SCORE.replace("giang", "ninh-2025")),
        "dti_scores.csv, row 38, column province: “bac-ninh-2025” was not a province at the end of",
    ),
    "a word that is none of those allowed": (
        lambda d: edit(d / "dti_scores.csv", SCORE, SCORE.replace("printed", "guessed")),
        "dti_scores.csv, row 38, column basis: “guessed”: constraint",
    ),
    "a long cell of several lines": (
        lambda d: edit(
            d / "dti_scores.csv", SCORE, SCORE.replace("0.3615", '"' + "so\n" * 30 + '"')
        ),
        "dti_scores.csv, row 38, column score: “so�so so so so so s”: at “�” stands U+000A, a line",
    ),
    "a number too many": (
        lambda d: edit(d / "context.csv", "\n2", ",7\n2", 1),
        "context.csv",
    ),
    "a day that never was": (
        lambda d: edit(d / "sources.csv", "2021-10-19,2021-10-19", "2021-10-19,2021-02-30"),
        "sources.csv, row 3, column available_from: “2021-02-30”",
    ),
    "renamed column": (
        lambda d: edit(d / "agenda_links.csv", "item,limitation", "item,limit"),
        "agenda_links.csv",
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_named(project, name):
    spoil, expected = DAMAGE[name]
    spoil(project / "data")
    with pytest.raises(DataError) as caught:
        schema.check(project / "data")
    lines = str(caught.value).splitlines()[1:]
    assert any(line.startswith(expected) for line in lines), lines
    assert all(line.endswith(")") or "more" in line for line in lines), "each names a cure"


@pytest.mark.parametrize("name", list(DAMAGE)[::8])
def test_a_notebook_names_damage_as_the_check_does(project, name, monkeypatch):
    DAMAGE[name][0](project / "data")
    with pytest.raises(DataError) as caught:
        schema.check(project / "data")
    lines = str(caught.value).splitlines()[1:]
    monkeypatch.setenv(data.DATA_VARIABLE, str(project / "data"))
    with pytest.raises(DataError) as shown:
        open_chapter("overview", 2021, "bac-giang", "vi")
    assert str(shown.value) == str(caught.value)
    head, *told = shown.value._render_traceback_()
    assert head.endswith(" lỗi trong dữ liệu:") and len(told) == len(lines)
    place = lines[0].split(": ")[0].replace(", row ", ", dòng ").replace(", column ", ", cột ")
    assert told[0].startswith(f"{place}: ") and told[0] != lines[0], "the same in Vietnamese"


def test_a_package_is_shown_as_a_short_table(package):
    assert repr(package).startswith("<DataPackage: sources (")
    assert len(repr(package)) < 20 * len(package.tables), "a name and a number of each, no rows"
    shown = package._repr_html_()
    assert (
        shown.count("<tr") == 1 + len(package.tables)
        and "dti_scores" in shown
        and "confirmed_by" in shown
    )
    assert data.DataPackage({})._repr_html_()


def test_there_are_63_provinces_and_then_34(package):
    fewer = dict(package.tables) | {"provinces": package["provinces"].iloc[1:-1]}
    faults = [problem.fault for problem in checks.all_provinces(data.DataPackage(fewer))]
    assert faults == [
        "62 provinces on 2025-06-30, expected 63",
        "32 provinces on 2025-07-01, expected 34",
    ]


def test_check_and_build_exit_1_and_no_notebook_starts(project):
    edit(project / "data" / "results.csv", ",article,,paragraph 2", ",nowhere,,paragraph 2")
    for command in (["check"], ["build", "--out", str(project / "reports")]):
        done = briefing(*command, "--project", project)
        assert done.returncode == 1
        assert "results.csv, row 2, column source" in done.stderr
        assert "Traceback" not in done.stderr
    assert not (project / "reports").exists()


def test_a_cell_that_cannot_be_read_stops_the_build_of_all_years_in_plain_words(project):
    edit(project / "data" / "results.csv", ",1380,,exact", ",many,,exact")
    done = briefing("build", "--project", project, "--out", project / "reports")
    assert done.returncode == 1
    assert "results.csv, row 5, column value: “many”" in done.stderr
    assert "Traceback" not in done.stderr and not (project / "reports").exists()


def test_many_problems_are_counted(project):
    path = project / "data" / "dti_scores.csv"
    edit(path, ",printed,", ",guessed,", -1)
    with pytest.raises(DataError) as caught:
        schema.check(project / "data")
    assert len(caught.value.problems) > 100
    assert str(caught.value).splitlines()[-1].startswith("... and ")


def test_the_dictionary_names_every_table_and_column():
    text = (LIVE / "README.md").read_text(encoding="utf-8")
    descriptor = json.loads((LIVE / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        section = text.split(f"## `{resource['path']}`")
        assert len(section) == 2, resource["path"]
        section = section[1].split("\n## ")[0]
        for field in resource["schema"]["fields"]:
            assert f"`{field['name']}`" in section, (resource["path"], field["name"])
            assert field["description"], (resource["path"], field["name"])


@pytest.mark.parametrize("file", sorted(path.name for path in (LIVE).glob("*.csv")))
def test_the_dictionary_shows_a_real_row_of_every_table(file):
    text = (LIVE / "README.md").read_text(encoding="utf-8")
    section = text.split(f"## `{file}`")[1].split("\n## ")[0]
    head, row = re.search(r"```csv\n(.*)\n(.*)\n```", section).groups()
    first, *lines = (LIVE / file).read_text(encoding="utf-8").splitlines()
    assert head == first and row in lines
    (cells,) = csv.DictReader([head, row])
    for column, shown in re.findall(r"^\| `(\w+)` .* \| (.*?) ?\|$", section, re.MULTILINE):
        assert cells[column].startswith(shown.removesuffix("...")), (file, column)
        assert shown.endswith("...") or shown == cells[column], (file, column)


def test_the_figure_added_as_an_example_is_there():
    text = (LIVE / "README.md").read_text(encoding="utf-8")
    source, result = re.search(r"   ```csv\n   (.*)\n   (.*)\n   ```", text).groups()
    for file, row in (("sources.csv", source), ("results.csv", result)):
        assert row in (LIVE / file).read_text(encoding="utf-8").splitlines()


def test_the_project_is_found_from_below_and_missing_data_is_said(tmp_path, project):
    assert data.find_project(project / "notebooks") == project
    assert data.find_project(tmp_path) == ROOT


@pytest.fixture
def readings(monkeypatch):
    """The folders whose files are read, in their order."""
    read, real = [], data.read_all
    monkeypatch.setattr(data, "read_all", lambda folder: read.append(folder) or real(folder))
    monkeypatch.setattr(data, "_read_last", {})
    monkeypatch.setattr(schema, "_sound", {})
    return read


def test_a_folder_is_read_again_only_after_a_change(project, readings):
    folder, file = project / "data", project / "data" / "results.csv"
    first, again = data.load(folder), data.load(folder)
    assert readings == [folder]
    assert all(first[name].equals(again[name]) for name in first.tables)
    before, text = file.stat(), file.read_text(encoding="utf-8")
    changed = text.replace(",1380,", ",1381,", 1)
    file.write_text(changed, encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))  # as large and as old as it was
    assert file.stat().st_size == before.st_size and text != changed
    values = [set(package["results"]["value"].dropna()) for package in (first, data.load(folder))]
    assert values[1] - values[0] == {1381} and readings == [folder] * 2
    file.unlink()
    with pytest.raises(DataError, match=r"results\.csv"):
        data.load(folder)


def test_a_folder_is_opened_once_for_its_rules_for_what_was_accepted_and_for_who_is_next(
    project, readings, monkeypatch
):
    folder, healed = project / "data", []
    monkeypatch.setattr(schema, "read_all", data.read_all)
    monkeypatch.setattr(schema, "heal", healed.append)
    package = schema.check_accepted(folder)
    assert data.load(folder)["results"].equals(package["results"])
    assert readings == healed == [folder]


def test_what_is_written_into_a_table_stays_with_who_wrote_it(package, project, readings):
    mine = data.load(project / "data")
    for one in (mine, data.load(project / "data")):
        results = one["results"]
        results.loc[results.index[0], "value"] = -1
        results["note"] = "mine"
        del results["confirmed_by"]
        one.tables["sources"] = results
    assert data.load(project / "data")["results"].equals(package["results"])
    assert data.load(project / "data")["sources"].equals(package["sources"])
    assert len(readings) == 1 and "confirmed_by" not in mine["results"]


def test_a_notebook_checks_again_only_what_has_changed(project, readings, monkeypatch):
    folder, checked, real = project / "data", [], schema.check
    monkeypatch.setattr(schema, "check", lambda it: checked.append(it) or real(it))
    monkeypatch.delenv(data.CHECKED_VARIABLE, raising=False)
    monkeypatch.setattr(schema, "_sound", {folder: data.state_of(folder)})
    schema.open_sound(folder)
    assert not checked
    file = folder / "targets.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("bac-giang", "bac-giag", 1), "utf-8")
    with pytest.raises(DataError, match="bac-giag"):
        schema.open_sound(folder)
    assert checked == [folder]

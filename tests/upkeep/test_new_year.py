"""A new year: its rows are added and marked, what is missing is listed, earlier years stay."""

from __future__ import annotations

import csv
import json
import shutil

import pandas as pd
import pytest
from cells import shown
from conftest import FROZEN, html, in_this_process
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from helpers.building import pipeline
from helpers.chapters import cards, headline, overview
from helpers.cli import app
from helpers.exceptions import DataError, ParameterError
from helpers.pages.page import open_chapter
from helpers.store import data, parameters
from helpers.store.unfilled import TO_FILL
from helpers.upkeep import schema
from helpers.upkeep.new_year import new_rows
from helpers.words import refusals

#: What 2023 has results of, then the key figures: scope, indicator, period, marked beside source.
FOR_2024 = [
    ("bac-giang", "digital_enterprises_newly_supported", "2024-Q1", "value qualifier"),
    ("bac-giang", "organisations_using_e_invoices", "2024-Q1", "value qualifier"),
    ("bac-giang", "household_businesses_using_e_invoices", "2024-Q1", "value qualifier"),
    ("national", "digital_economy_gdp_share", "2024", "value qualifier"),
    ("national", "programme_goals_met", "2024", "value base qualifier"),
    ("national", "programme_tasks_done", "2024", "value base qualifier"),
    ("bac-giang", "services_level_3_4", "2024", "value qualifier"),
    ("bac-giang", "eligible_procedures_level_3_4_share", "2024", "value qualifier"),
    ("bac-giang", "digital_signing_share", "2024", "value qualifier"),
    ("bac-giang", "services_on_national_portal", "2024", "value qualifier"),
    ("bac-giang", "files_online_share", "2024", "value qualifier"),
]
SERVICES_2024 = {"scope": "bac-giang", "indicator": "services_level_3_4", "period": "2024"}
#: The results of 2023 that the first six follow from; no key figure has one.
OF_2023 = {(*each[:2], each[2].replace("2024", "2023")) for each in FOR_2024[:6]}
DESCRIPTOR = json.loads((FROZEN / data.DESCRIPTOR).read_text(encoding="utf-8"))
KEYS = {each["path"]: each["schema"]["primaryKey"] for each in DESCRIPTOR["resources"]}


def cut(folder):
    """Leave out what was added to the data since ``FOR_2024`` was written.

    That is results from 2023 on, key figures and targets due in 2024 that it does not know: each
    of them rightly asks for one more row.
    """
    asked = {indicator for _, indicator, *_ in FOR_2024} | {"dti_rank"}
    results, chosen = (records(folder / f"{name}.csv") for name in ("results", "key_figures"))
    key = ("scope", "indicator", "period")
    write(folder / "results.csv", [
        row for row in results
        if row["period"] < "2023" or tuple(row[name] for name in key) in OF_2023
    ])  # fmt: skip
    write(folder / "key_figures.csv", [row for row in chosen if row["indicator"] in asked])
    targets = [row for row in records(folder / "targets.csv") if row["due"] != "2024"]
    write(folder / "targets.csv", targets)


@pytest.fixture(scope="module")
def known_data(tmp_path_factory):
    """The data with only what ``FOR_2024`` was written for: nothing writes into them."""
    folder = shutil.copytree(FROZEN, tmp_path_factory.mktemp("known") / "data")
    cut(folder)
    return folder


@pytest.fixture(scope="module")
def package(known_data):
    return data.load(known_data)


@pytest.fixture
def project(project, known_data):
    """A copy of the project with these data."""
    shutil.copytree(known_data, project / "data", dirs_exist_ok=True)
    return project


def line_of(path, **cells):
    """Return the line, as a spreadsheet numbers them, of the one row that holds these cells."""
    rows = enumerate(records(path), start=2)
    (found,) = [line for line, row in rows if cells.items() <= row.items()]
    return found


def run(project, *arguments):
    return CliRunner().invoke(app, [*arguments, "--project", str(project)])


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def records(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def marked(folder):
    """Scan the files, line by line as a spreadsheet shows them."""
    return {
        (path.name, number, column)
        for path in folder.glob("*.csv")
        for number, record in enumerate(records(path), start=2)
        for column, cell in record.items()
        if cell == TO_FILL
    }


def places(cells):
    return [(cell.file, cell.row, cell.column) for cell in cells]


#: A source that can tell of 2024.
OF_2024 = "grdp-2022"


def stand_in(row, rows):
    """Fill a row's marked cells from the newest complete row of its indicator, and a source."""
    known = [each for each in rows if TO_FILL not in each.values()]
    same = [each for each in known if each["indicator"] == row["indicator"]]
    own = [each for each in same if each["scope"] == row["scope"]]
    newest = (own or same)[-1] | {"source": OF_2024}
    return {name: newest[name] if cell == TO_FILL else cell for name, cell in row.items()}


def fill_in(folder):
    change(folder / "briefings.csv", f"2024,bac-giang,{TO_FILL}", "2024,bac-giang,2024-12-31")
    briefings = folder / "briefings.csv"
    text = briefings.read_text(encoding="utf-8")
    briefings.write_text(text.replace(TO_FILL, "Sở"), encoding="utf-8", newline="\n")
    rows = records(folder / "results.csv")
    write(folder / "results.csv", [stand_in(row, rows) for row in rows])


def delete_marked(path):
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if TO_FILL not in line)
    path.write_text(kept, encoding="utf-8", newline="\n")


@pytest.fixture
def started(project):
    """A copy of the project in which 2024 is added and nothing filled in."""
    before = contents(project / "data")
    done = run(project, "new-year", "2024")
    assert done.exit_code == 0, done.exception
    return project, before, done.output


def test_the_rows_are_added_and_nothing_else_changes(started):
    project, before, _ = started
    after = contents(project / "data")
    added = {name: after[name].removeprefix(before[name]) for name in after}
    assert {name for name, text in added.items() if text} == {"briefings.csv", "results.csv"}
    assert all(after[name].startswith(before[name]) for name in before)
    assert added["briefings.csv"].decode() == (
        "2024,bac-giang,???,Chuyển đổi số {province} năm 2024,"
        '"Digital transformation in {province}, 2024",???,???,,\n'
    )
    rows = records(project / "data" / "results.csv")[-len(FOR_2024) :]
    for row, (scope, indicator, period, cells) in zip(rows, FOR_2024, strict=True):
        key = {"scope": scope, "indicator": indicator, "period": period, "timing": "during"}
        absent = ("base", "state", "confirmed_by", "note", "value", "qualifier")
        empty = dict.fromkeys(absent, "") | {"basis": "printed"}
        assert row == empty | key | dict.fromkeys([*cells.split(), "source", "locator"], TO_FILL)
    assert added["results.csv"].count(b"\n") == len(FOR_2024)


def test_the_steps_that_remain_are_printed(started):
    project, _, said = started
    begun, last = (
        len(records(project / "data" / name)) + 1 for name in ("briefings.csv", "results.csv")
    )
    assert said.startswith("Added 1 row to briefings.csv, 11 rows to results.csv: 49 cells")
    assert f"1. briefings.csv, row {begun}: fill in as_of, office_vi, office_en." in said
    assert f"2. results.csv, rows {last - 10}-{last}: " in said
    assert "None that is there is due in 2024." in said
    assert "briefing build --year 2024; " in said
    assert "git checkout data" in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["2025"], "2025 cannot be added: the next year is 2024"),
        (["2020"], "2020 cannot be added: the next year is 2024"),
        (["20244"], "20244 cannot be added: the next year is 2024"),
        (["0"], "0 cannot be added: the next year is 2024"),
        (["2022"], "2022 of bac-giang is in briefings.csv already; the next year is 2024"),
        (["2024", "--province", "bac-gan"], "unknown province “bac-gan”, did you mean bac-giang?"),
    ],
)
def test_what_cannot_be_added_is_refused(project, arguments, message):
    before = contents(project / "data")
    refused = run(project, "new-year", *arguments)
    assert isinstance(refused.exception, ParameterError)
    assert str(refused.exception) == message
    assert contents(project / "data") == before


def test_data_that_do_not_pass_are_refused(started):
    project, _, _ = started
    before = contents(project / "data")
    for year in ("2024", "2025"):
        assert isinstance(run(project, "new-year", year).exception, DataError)
    assert contents(project / "data") == before


def test_check_lists_exactly_the_marked_cells(started):
    project, _, _ = started
    checked = run(project, "check")
    assert checked.exit_code == 1 and isinstance(checked.exception, DataError)
    assert checked.exception.problems == []
    found = places(checked.exception.to_fill)
    assert len(found) == len(set(found)) and set(found) == marked(project / "data")
    head, *lines = str(checked.exception).splitlines()
    assert head == "49 cells to fill (in 12 rows):" and len(lines) == 49
    row = line_of(project / "data" / "results.csv", **SERVICES_2024)
    line = (
        f"results.csv, row {row}, column value: to fill in: Online public services at level 3-4, "
        "bac-giang, 2024 (or delete the row if nothing is published)"
    )
    assert line in lines
    kind, arguments = checked.exception.__reduce__()
    assert str(kind(*arguments)) == str(checked.exception)


def test_other_problems_are_listed_beside_the_marked_cells(started):
    project, _, _ = started
    results = project / "data" / "results.csv"
    change(results, "files_online_share,2024,during", "files_online_share,2024,sometime")
    change(results, "teleconference_points,2021,during,285", "teleconference_points,2021,during,x")
    error = run(project, "check").exception
    one = line_of(results, indicator="teleconference_points", period="2021", value="x")
    other = line_of(results, timing="sometime")
    assert places(error.problems) == [
        ("results.csv", one, "value"), ("results.csv", other, "timing")
    ]  # fmt: skip
    assert set(places(error.to_fill)) == marked(project / "data")


def test_check_passes_when_every_cell_is_filled_in(started):
    project, _, _ = started
    fill_in(project / "data")
    checked = run(project, "check")
    assert checked.exit_code == 0, checked.exception
    assert [line for line in checked.output.splitlines() if line.startswith("20")] == [
        "2024: no limitations, tasks, goals in agenda.csv",
        "2024: no DTI edition since the briefing of 2023: it cites 2022 again",
    ]


def test_check_names_what_the_newest_briefing_leaves_unknown(started):
    project, _, _ = started
    fill_in(project / "data")
    results = project / "data" / "results.csv"
    write(results, [row for row in records(results) if row["indicator"] != "digital_signing_share"])
    said = run(project, "check").output.splitlines()
    key = "Share of electronic documents signed digitally"
    assert f"2024: no result of these key figures: {key}" in said


def test_check_names_targets_due_without_a_result(project):
    said = run(project, "check").output
    lines = [line for line in said.splitlines() if " targets due: " in line]
    own = [row for row in records(project / "data" / "targets.csv") if row["due"] == "2023"]
    own = [row for row in own if row["scope"] == "bac-giang" and row["indicator"] != "dti_rank"]
    assert len(lines) == 1 and lines[0].startswith("2023: ")
    assert lines[0].count(";") + 1 == len(own), "the index of 2023 comes later by its nature"
    assert len(own) >= 5
    assert "Share of applications submitted online > 60" in lines[0]
    assert "no DTI edition" not in said, "edition 2022 came out between the two last briefings"


def test_check_passes_when_the_marked_rows_are_deleted(started):
    project, before, _ = started
    for name in ("briefings.csv", "results.csv"):
        delete_marked(project / "data" / name)
    assert contents(project / "data") == before
    assert run(project, "check").exit_code == 0


def test_earlier_briefings_are_the_same_while_rows_wait(started, package):
    project, _, _ = started
    now = schema.check(project / "data")
    for year in (2021, 2022, 2023):
        day = data.briefing_day(package, year)
        before, after = data.as_of(package, day), data.as_of(now, data.briefing_day(now, year))
        for name in package.tables:
            pd.testing.assert_frame_equal(before[name], after[name])
        assert parameters.check(now, {"year": year, "province": "bac-giang", "lang": "vi"})


def test_an_earlier_page_is_the_same_and_builds_while_rows_wait(project, tmp_path, monkeypatch):
    monkeypatch.setenv(data.DATA_VARIABLE, str(project / "data"))
    parts = (headline.sentence, overview.decision, overview.lists, cards.key_figures)
    said = []
    for _ in range(2):
        page = open_chapter("overview", 2021, "bac-giang", "vi")
        said.append(html(*(shown(page, part) for part in parts), page.source_list()))
        run(project, "new-year", "2024")
    assert marked(project / "data")
    assert said[0] == said[1]
    for notebook in (project / "notebooks").glob("*.ipynb"):
        if notebook.stem != "05_agenda":
            notebook.unlink()
    with in_this_process():
        assert pipeline.build(2021, "bac-giang", ["vi"], tmp_path, project)[0].is_file()


def test_a_half_filled_briefing_is_not_built(started, tmp_path):
    project, _, _ = started
    options = ("build", "--year", "2024", "--out", str(tmp_path / "reports"))
    error = run(project, *options).exception
    assert isinstance(error, DataError) and set(places(error.to_fill)) == marked(project / "data")
    change(
        project / "data" / "briefings.csv", f"2024,bac-giang,{TO_FILL}", "2024,bac-giang,2024-12-31"
    )
    error = run(project, *options).exception
    assert isinstance(error, DataError) and len(error.to_fill) == 48
    row = line_of(project / "data" / "results.csv", **SERVICES_2024)
    assert f"results.csv, row {row}, column value: to fill in: Online public" in str(error)
    assert not (tmp_path / "reports").exists()


def test_a_year_nobody_has_begun_is_still_unknown(started):
    project, _, _ = started
    with pytest.raises(ParameterError, match="no data for the year 2030; years with data: 2021"):
        pipeline.build(2030, "ha-noi", ["vi"], project / "reports", project)


def earlier(package, newest):
    """The package as it was before a later year was added."""
    briefings = package["briefings"]
    tables = {**package.tables, "briefings": briefings[briefings["year"] <= newest]}
    return data.DataPackage(tables)


def test_events_days_and_rows_that_are_there(package):
    rows = new_rows(earlier(package, 2021), 2022, "bac-giang")["results"]
    new = {(row["scope"], row["indicator"]): row for row in rows}
    assert len(new) == len(rows)
    event = new["bac-giang", "egov_architecture"]
    assert event["state"] == TO_FILL and "value" not in event and "qualifier" not in event
    early = new["bac-giang", "files_submitted_online"]
    assert (early["period"], early["timing"]) == ("2022", "early")
    on_a_day = new["national", "units_with_all_eligible_at_level_4"]
    assert (on_a_day["period"], on_a_day["timing"]) == ("2022", "during")
    assert ("bac-giang", "par_egovernment_rank") not in new, "2022 is published already"
    assert not [indicator for _, indicator in new if indicator.startswith("dti_")]


def test_targets_due_get_a_row_and_are_printed(project):
    targets = project / "data" / "targets.csv"
    text = targets.read_text(encoding="utf-8").replace(",2025,,", ",2024,,")
    targets.write_text(text, encoding="utf-8")
    said = run(project, "new-year", "2024", "--province", "bac-giang").output
    due = [row for row in records(targets) if row["due"] == "2024"]
    due = [row for row in due if row["scope"] in ("bac-giang", "national")]
    new = [row for row in records(project / "data" / "results.csv") if row["period"] == "2024"]
    wanted = {row["indicator"] for row in due} - {"dti_rank"}
    assert len(wanted) >= 8 and wanted <= {row["indicator"] for row in new}
    assert "Due in 2024:" in said and "   Digital technology enterprises > 800\n" in said


def test_a_title_without_the_year_is_to_be_filled_in(package):
    briefings = package["briefings"].replace("Digital transformation in {province}, 2023", "{}")
    tables = {**package.tables, "briefings": briefings}
    row = new_rows(data.DataPackage(tables), 2024, "bac-giang")["briefings"][0]
    assert row["title_en"] == TO_FILL and row["title_vi"] == "Chuyển đổi số {province} năm 2024"


def test_another_province_has_the_national_rows_and_its_own_key_figures(package):
    rows = new_rows(package, 2024, "thai-nguyen")["results"]
    assert {row["scope"] for row in rows} == {"national", "thai-nguyen"}
    assert len(rows) == 8


def test_a_marked_item_takes_its_links_along(project):
    folder = project / "data"
    with (folder / "agenda.csv").open("a", encoding="utf-8") as file:
        file.write("skills,2023,bac-giang,limitation,1,Kỹ năng,Skills,???,???,,,,plan-6649,\n")
    with (folder / "agenda_links.csv").open("a", encoding="utf-8") as file:
        file.write("task-skills,skills,direct,nêu kỹ năng,names skills\n")
    package = schema.check(folder)
    assert "skills" not in set(package["agenda_links"]["limitation"])
    assert [cell.year for cell in package.to_fill] == [2023, 2023]


def test_a_row_that_belongs_to_no_year_keeps_all_waiting(project):
    weight = "2020,digital_economy,pillar,"
    change(project / "data" / "dti_weights.csv", f"{weight}300", f"{weight}{TO_FILL}")
    package = schema.check(project / "data")
    with pytest.raises(DataError, match=r"1 cell to fill \(in 1 row\):\ndti_weights\.csv, row 4"):
        parameters.check(package, {"year": 2021, "province": "bac-giang", "lang": "vi"})


def test_a_mark_in_any_column_is_told_once_and_as_nothing_else(project):
    folder = project / "data"
    for path in folder.glob("*.csv"):
        rows = records(path)
        rows[-1] |= {name: TO_FILL for name in rows[-1] if name not in KEYS[path.name]}
        write(path, rows)
    error = run(project, "check").exception
    assert error.problems == []
    assert set(places(error.to_fill)) == marked(folder)


@settings(max_examples=15)
@given(st.data())
def test_the_mark_never_reaches_a_table(package, known_data, tmp_path_factory, drawn):
    folder = tmp_path_factory.mktemp("marked") / "data"
    shutil.copytree(known_data, folder)
    for name in drawn.draw(st.sets(st.sampled_from(sorted(KEYS)), min_size=1, max_size=3)):
        rows = records(folder / name)
        row = rows[drawn.draw(st.integers(0, len(rows) - 1))]
        # A row is known by its key: without it what points to the row is a problem, not a gap.
        row[drawn.draw(st.sampled_from([each for each in row if each not in KEYS[name]]))] = TO_FILL
        write(folder / name, rows)
    after = data.load(folder)
    assert set(places(after.to_fill)) == marked(folder)
    waiting = {(cell.file, cell.row) for cell in after.to_fill}
    for name, table in after.tables.items():
        assert not table.astype(str).eq(TO_FILL).to_numpy().any()
        assert not {(f"{name}.csv", label + 2) for label in table.index} & waiting
        same = package[name].loc[table.index].drop(columns="row")
        pd.testing.assert_frame_equal(table.drop(columns="row"), same)
        if name != "agenda_links":
            gone = {row - 2 for file, row in waiting if file == f"{name}.csv"}
            assert set(package[name].index) - set(table.index) == gone


def test_the_year_of_the_merger_is_not_begun_for_the_old_unit(package):
    briefings = package["briefings"]
    year = briefings.iloc[-1:].assign(year=2024, as_of=pd.Timestamp(2024, 12, 31))
    later = pd.concat([briefings, year]).astype({"year": "Int64"})
    after = data.DataPackage({**package.tables, "briefings": later})
    with pytest.raises(ParameterError, match="part of Bắc Ninh since 1 July 2025: use province"):
        new_rows(after, 2025, "bac-giang")
    rows = new_rows(after, 2025, "bac-ninh-2025")
    assert {row["scope"] for row in rows["results"]} >= {"bac-ninh-2025"}


def test_the_cells_to_fill_are_told_in_vietnamese(started):
    folder = started[0] / "data"
    by = {
        cell.file: cell for cell in data.load(folder).to_fill if cell.column in ("as_of", "value")
    }
    value, day = (refusals.line_of(by[f"{name}.csv"])["vi"] for name in ("results", "briefings"))
    assert "cần điền: " in value and "xóa dòng này" in value and "to fill" not in value
    names = data.load(folder)["indicators"]
    assert any(f"cần điền: {name}, " in value for name in names["name_vi"])
    assert "(Ngày chốt số liệu)" in day


def test_the_office_is_asked_for_and_never_copied(started):
    project, _, _ = started
    row = records(project / "data" / "briefings.csv")[-1]
    assert {row[name] for name in ("as_of", "office_vi", "office_en")} == {TO_FILL}


def test_a_second_province_joins_a_year_that_has_begun(project):
    begun = run(project, "new-year", "2024")
    assert begun.exit_code == 0
    fill_in(project / "data")
    before = contents(project / "data")
    done = run(project, "new-year", "2024", "--province", "Thái Nguyên")
    assert done.exit_code == 0, done.exception
    assert "briefing build --year 2024 --province thai-nguyen" in done.output
    after = contents(project / "data")
    assert all(after[name].startswith(before[name]) for name in before)
    added = records(project / "data" / "briefings.csv")[-1]
    assert (added["year"], added["province"]) == ("2024", "thai-nguyen")
    asked = [row for row in records(project / "data" / "results.csv") if TO_FILL in row.values()]
    assert asked and {row["scope"] for row in asked} == {"thai-nguyen"}, "the nation is known"
    assert {"services_level_3_4", "digital_signing_share"} <= {row["indicator"] for row in asked}
    again = run(project, "new-year", "2024")
    assert isinstance(again.exception, DataError), "what is begun is finished first"


def test_a_province_that_has_begun_a_year_does_not_begin_it_twice(project):
    assert run(project, "new-year", "2024").exit_code == 0
    fill_in(project / "data")
    before = contents(project / "data")
    refused = run(project, "new-year", "2024")
    assert isinstance(refused.exception, ParameterError)
    assert "2024 of bac-giang is in briefings.csv already" in str(refused.exception)
    assert contents(project / "data") == before


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_steps_are_printed_in_the_language(project, lang):
    said = run(project, "new-year", "2024", "--lang", lang).output
    step = {"vi": "liệt kê mọi ô còn lại", "en": "lists every cell that is left"}[lang]
    assert step in said and "cmd-" not in said

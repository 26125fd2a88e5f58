"""A form of a new year: written, filled in, taken; whatever is in doubt changes nothing."""

from __future__ import annotations

import csv
import sys
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from conftest import ROOT, briefing, copied, published
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from helpers.importing import form_cells, form_layout, form_plan, form_reading, form_sheets
from helpers.store import data
from helpers.store.cells import DoubtError
from helpers.store.descriptor import resources
from helpers.store.unfilled import TO_FILL
from helpers.upkeep import new_year
from helpers.upkeep.checks import COUNTED
from helpers.words.language import Language

#: The year that these tests begin: what the data hold of it and later is left out.
YEAR, HOME = 2024, "bac-giang"
RESULTS, SOURCES, BRIEFING = (form_layout.sheet_name(name) for name in
                              ("results", "sources", "briefing"))  # fmt: skip


def before_the_year(folder):
    """Copy the project as it was before anybody began the year."""
    project = copied(folder)
    for name in ("briefings", "key_figures", "agenda"):
        path = project / "data" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        place = head.index("year")
        with path.open("w", encoding="utf-8", newline="") as file:
            kept = [row for row in rows if int(row[place]) < YEAR]
            csv.writer(file, lineterminator="\n").writerows([head, *kept])
    return project


@cache
def cut():
    """The data of that time, read once."""
    with TemporaryDirectory() as scratch:
        return data.load(before_the_year(Path(scratch) / "cut") / "data")


PACKAGE = cut()
ASKED = new_year.asked(PACKAGE, YEAR, HOME)
UNITS = PACKAGE["indicators"].set_index("indicator")["unit"].to_dict()


def run(*arguments, project):
    """Run a command on a project, in Vietnamese: elsewhere it would read the frozen data."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFING_LANG", "vi")
        return briefing(*arguments, "--project", project, folder=project)


def records(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def blank(tmp_path_factory):
    """A form as the command writes it, in a project of its own that stays as it is."""
    folder = before_the_year(tmp_path_factory.mktemp("form") / "project")
    before = contents(folder / "data")
    done = run("new-year", YEAR, "--form", folder / "form.xlsx", *PLACE, project=folder)
    assert done.returncode == 0, done.stderr
    assert contents(folder / "data") == before, "a form alone changes nothing"
    return folder / "form.xlsx"


class Book:
    """A form that a test fills in: cells by the code of their row and the name of their column."""

    def __init__(self, path, project):
        self.path, self.project, self.book = path, project, load_workbook(path)

    def cell(self, sheet, row, column):
        page = self.book[sheet]
        heads = {str(each.value).partition("\n")[0]: each.column
                 for each in page[form_layout.HEADER]}  # fmt: skip
        named = form_layout.heading(column).partition("\n")[0]
        return page.cell(row, heads[named])

    def row_of(self, sheet, code):
        page = self.book[sheet]
        return next(row for row in range(1, page.max_row + 1)
                    if code in [each.value for each in page[row]])  # fmt: skip

    def answer(self, name, value):
        self.cell(BRIEFING, self.row_of(BRIEFING, name), "answer").value = value

    def result(self, asked, **cells):
        row = self.row_of(RESULTS, code_of(asked))
        for column, value in cells.items():
            self.cell(RESULTS, row, column).value = value
        return row

    def source(self, place, **cells):
        row = self.row_of(SOURCES, form_layout.new_source(place))
        for column, value in cells.items():
            self.cell(SOURCES, row, column).value = value

    def take(self, *options):
        self.book.save(self.path)
        return run("take", self.path, *options, project=self.project)


def code_of(asked):
    return "/".join((asked.scope, asked.indicator, asked.period, asked.timing))


def first(units, low, high):
    """Return what is asked for in one of some units, whose last value lies between two others."""
    return next(
        each
        for each in ASKED
        if UNITS[each.indicator] in units
        and each.target is None
        and each.now is None
        and each.last is not None
        and low < each.last["value"] < high
    )


PLACE = ("--province", HOME)
SERVICES, SHARE = first(COUNTED - {"rank"}, 200, 9000), first({"percent"}, 13, 100)
LATE = next(each for each in ASKED if each.target is not None)
#: The first source that can tell of the new year.
KNOWN = (
    PACKAGE["sources"]
    .query("available_from.dt.year == @YEAR")
    .sort_values("available_from")["source"]
    .iloc[0]
)
NEW_SOURCE = {"title": "Báo cáo tổng kết chuyển đổi số", "publisher": "UBND tỉnh",
              "available_from": f"5/6/{YEAR + 1}", "published": f"06/{YEAR + 1}",
              "url": "https://example.org/a"}  # fmt: skip


@pytest.fixture
def form(blank, tmp_path):
    project = before_the_year(tmp_path / "project")
    path = tmp_path / "filled.xlsx"
    path.write_bytes(blank.read_bytes())
    book = Book(path, project)
    book.answer("as_of", f"30/6/{YEAR + 1}")
    return book


def near_last(asked):
    """A value that is no jump: the last one, or any if there is none."""
    return 50 if asked.last is None else int(asked.last["value"])


def fill(form):
    """Fill in a count as text with a point, a share as per cent, an overdue target, a source."""
    form.source(1, **NEW_SOURCE)
    count = {"value": " 1.420 ", "qualifier": "chính xác", "locator": "đoạn 2"}
    form.result(SERVICES, **count, source=form_layout.new_source(1))
    row = form.result(SHARE, value=0.985, qualifier="Exact", source=KNOWN)
    form.cell(RESULTS, row, "value").number_format = "0.0%"
    form.result(LATE, value="81,5 %", qualifier="Ít nhất", source=KNOWN, locator="Bảng")


def of(project, asked):
    rows = records(project / "data", "results")
    return [row for row in rows if asked[:4] == tuple(row[name] for name in form_plan.KEY)]


def test_a_filled_form_becomes_rows_and_a_second_time_nothing(form):
    fill(form)
    before = {name: records(form.project / "data", name) for name in ("results", "briefings")}
    done = form.take()
    assert done.returncode == 0, done.stderr
    (services,), (share,), (late,) = (of(form.project, each) for each in (SERVICES, SHARE, LATE))
    names = ("value", "qualifier", "locator")
    assert [services[name] for name in names] == ["1420", "exact", "paragraph 2"]
    assert services["basis"] == share["basis"] == "printed", "of a source, worked out by nobody"
    assert [share[name] for name in names] == ["98.5", "exact", ""]
    assert [late[name] for name in names] == ["81.5", "at_least", "table"]
    assert late["period"] == str(LATE.target["due"]) and late["source"] == KNOWN
    (new,) = [row for row in records(form.project / "data", "sources")
              if row["title"] == NEW_SOURCE["title"]]  # fmt: skip
    assert services["source"] == new["source"] and new["published"] == f"{YEAR + 1}-06"
    assert new["available_from"] == f"{YEAR + 1}-06-05"
    own = records(form.project / "data", "briefings")
    assert own[:-1] == before["briefings"] and own[-1]["as_of"] == f"{YEAR + 1}-06-30"
    assert len(records(form.project / "data", "results")) == len(before["results"]) + 3
    assert "→ 1.420" in done.stdout and "chưa có" in done.stdout
    assert f"{YEAR}: " in done.stdout, "what check calls unknown is told"
    taken = contents(form.project / "data")
    again = form.take()
    assert again.returncode == 0 and "Không có gì để thay đổi" in again.stdout
    assert contents(form.project / "data") == taken


def test_a_value_that_is_corrected_shows_old_and_new_and_leaves_other_lines(form):
    fill(form)
    form.take()
    before = (form.project / "data" / "results.csv").read_text(encoding="utf-8").splitlines()
    form.result(SERVICES, value=1421)
    done = form.take("--lang", "en")
    assert done.returncode == 0 and "1,420 → 1,421" in " ".join(done.stdout.split())
    after = (form.project / "data" / "results.csv").read_text(encoding="utf-8").splitlines()
    other = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(other) == 1 and other[0][0].replace(",1420,", ",1421,") == other[0][1]


def test_what_waits_to_be_filled_in_is_replaced(form):
    assert run("new-year", YEAR, *PLACE, project=form.project).returncode == 0
    fill(form)
    done = form.take()
    assert done.returncode == 0, done.stderr
    (services,) = of(form.project, SERVICES)
    assert TO_FILL not in services.values() and services["value"] == "1420"
    assert TO_FILL not in records(form.project / "data", "briefings")[-1].values()
    left = [row for row in records(form.project / "data", "results") if TO_FILL in row.values()]
    assert len(left) == len(new_year.new_rows(PACKAGE, YEAR, HOME)["results"]) - 2
    assert TO_FILL in done.stdout or "ô cần điền" in done.stdout


WRONG = [
    ("value", "1,42", "Giá trị", "không phải số nguyên"),
    ("value", 1.42, "Giá trị", "không phải số nguyên"),
    ("value", "nhiều", "Giá trị", "không phải là số"),
    ("value", "5 %", "Giá trị", "không tính bằng phần trăm"),
    ("qualifier", None, "Mức chính xác", "phải điền"),
    ("qualifier", "chắc là đúng", "Mức chính xác", "không có trong danh sách"),
    ("source", None, "Nguồn", "phải điền"),
    ("source", "bao-nao-do", "Nguồn", "không có nguồn"),
    ("source", form_layout.new_source(2), "Nguồn", "không có nguồn"),
    ("locator", "trang đầu", "Chỗ trong nguồn", "không chỉ ra"),
    ("period", "năm ngoái", "Kỳ", "không phải ngày"),
]


@pytest.mark.parametrize(("column", "value", "head", "fault"), WRONG)
def test_a_doubtful_cell_is_named_and_nothing_is_written(form, column, value, head, fault):
    fill(form)
    row = form.result(SERVICES, **{column: value})
    before = contents(form.project / "data")
    done = form.take("--yes")
    place = f"{RESULTS}!{form.cell(RESULTS, row, column).coordinate}"
    assert form_layout.heading(column).startswith(head)
    (line,) = [line for line in done.stderr.splitlines() if place in line]
    assert done.returncode == 1 and fault in line and line.endswith(")"), "a cure is named"
    assert contents(form.project / "data") == before


@pytest.mark.parametrize(
    "cells",
    [{"source": KNOWN}, {"note": "hỏi lại"}, {"qualifier": "Khoảng"}, {"period": f"10/{YEAR}"}],
)
def test_a_row_that_is_filled_in_by_half_is_named_with_what_it_lacks(form, cells):
    row = form.result(SERVICES, **cells)
    work = next(name for name, unit in UNITS.items() if unit == "event")
    work = form.result(SHARE, code=code_of(SHARE._replace(indicator=work)), source=KNOWN)
    before = contents(form.project / "data")
    done = form.take("--yes")
    (filled,) = cells
    named = form_layout.heading(filled).partition("\n")[0]
    value = f"{RESULTS}!{form.cell(RESULTS, row, 'value').coordinate}"
    assert done.returncode == 1 and f"{value}: ô này còn trống, trong khi dòng đã có {named}" in (
        done.stderr
    )
    assert f"{RESULTS}!{form.cell(RESULTS, work, 'state').coordinate}: ô này còn" in done.stderr
    assert "điền Giá trị hoặc" in done.stderr and "(điền Tình trạng, hoặc" in done.stderr
    assert contents(form.project / "data") == before


def rewritten(form):
    """The form of a year that has begun, written again: it has what the data have."""
    path = form.path.with_name("again.xlsx")
    done = run("new-year", YEAR, "--form", path, *PLACE, project=form.project)
    assert done.returncode == 0, done.stderr
    return Book(path, form.project)


def test_rows_that_wait_may_be_left_as_the_form_has_them(form):
    assert run("new-year", YEAR, *PLACE, project=form.project).returncode == 0
    before = records(form.project / "data", "results")
    again = rewritten(form)
    again.answer("as_of", f"30/6/{YEAR + 1}")
    done = again.take()
    assert done.returncode == 0 and "giữ nguyên" not in done.stdout, done.stderr
    assert records(form.project / "data", "results") == before
    again.result(SERVICES, source=KNOWN, locator="đoạn 2")
    assert "ô này còn trống, trong khi dòng đã có Nguồn, Chỗ" in again.take().stderr


def test_a_value_that_is_emptied_is_refused_with_the_row_that_has_it(form):
    fill(form)
    assert form.take().returncode == 0
    again = rewritten(form)
    row = again.result(SERVICES, value=None)
    before = contents(form.project / "data")
    done = again.take("--yes")
    place = f"{RESULTS}!{again.cell(RESULTS, row, 'value').coordinate}"
    rows = [code_of(SERVICES) == "/".join(each[name] for name in form_plan.KEY)
            for each in records(form.project / "data", "results")]  # fmt: skip
    there = f"results.csv, dòng {rows.index(True) + 2} đã có số liệu"
    assert done.returncode == 1 and f"{place}: ô này để trống, trong khi {there}" in done.stderr
    assert "điền lại Giá trị; muốn bỏ kết quả này thì xóa dòng" in done.stderr
    assert contents(form.project / "data") == before


def test_a_row_that_is_emptied_stays_and_is_asked_about(form, monkeypatch):
    fill(form)
    form.take()
    form.result(SERVICES, **dict.fromkeys(("value", "qualifier", "locator", "source")))
    form.source(1, url=None)
    before = contents(form.project / "data")
    done = form.take()
    assert done.returncode == 0 and "có 1.420: giữ nguyên" in done.stdout
    assert f"có {NEW_SOURCE['url']}: giữ nguyên" in done.stdout
    assert "2 ô trên đây để trống" in done.stdout and "Không có gì để thay đổi" in done.stdout
    form.result(SHARE, locator="Bảng")
    done = form.take()
    assert done.returncode == 1 and "--yes" in done.stderr and "2 ô trên" in done.stdout
    assert contents(form.project / "data") == before
    assert form.take("--yes").returncode == 0
    assert of(form.project, SERVICES)[0]["value"] == "1420"
    assert of(form.project, SHARE)[0]["locator"] == "table"


def test_a_remark_that_is_emptied_is_a_change_and_one_that_it_was_looked_at_is_not(form):
    jump(form)
    form.result(SHARE, note="gồm cả cấp xã")
    assert form.take("--yes").returncode == 0
    assert of(form.project, SERVICES)[0]["note"] == "checked"
    form.result(SHARE, note=None)
    done = form.take()
    assert done.returncode == 0 and "Ghi chú: gồm cả cấp xã → chưa có" in done.stdout
    (services,), (share,) = of(form.project, SERVICES), of(form.project, SHARE)
    assert services["note"] == "checked" and not share["note"]
    form.result(SERVICES, value=near_last(SERVICES) * 100)
    assert form.take().returncode == 1, "what was looked at was another value"


@pytest.mark.parametrize(("name", "fault"), [(None, "phải điền"), ("Báo cáo", "không có nguồn")])
def test_a_new_source_keeps_the_name_that_the_form_gave_it(form, name, fault):
    fill(form)
    row = form.row_of(SOURCES, form_layout.new_source(1))
    form.cell(SOURCES, row, "name").value = name
    done = form.take("--yes")
    assert done.returncode == 1 and f"{SOURCES}!A{row}: " in done.stderr
    assert fault in done.stderr and form_layout.new_source(form_layout.NEW_SOURCES) in done.stderr


def test_how_many_there_were_needs_how_many_of_them(form):
    fill(form)
    row = form.result(SERVICES, value=None, base=1500)
    before = contents(form.project / "data")
    done = form.take("--yes")
    place = f"{RESULTS}!{form.cell(RESULTS, row, 'value').coordinate}"
    (line,) = [line for line in done.stderr.splitlines() if place in line]
    assert done.returncode == 1 and "phải điền" in line
    assert contents(form.project / "data") == before


@pytest.mark.parametrize(
    ("value", "fault"), [(101, "101"), ("87.125", "87125 hay 87,125"), ("1.420", "1420 hay 1,42")]
)
def test_a_share_beyond_a_hundred_or_in_two_readings_is_refused(form, value, fault):
    fill(form)
    row = form.result(SHARE, value=value)
    form.cell(RESULTS, row, "value").number_format = "General"
    before = contents(form.project / "data")
    done = form.take("--yes")
    place = f"{RESULTS}!{form.cell(RESULTS, row, 'value').coordinate}"
    assert done.returncode == 1 and place in done.stderr and fault in done.stderr
    assert contents(form.project / "data") == before


@pytest.mark.parametrize("day", [None, f"31/02/{YEAR}", "cuối năm"])
def test_a_form_without_its_day_is_refused(form, day):
    fill(form)
    form.answer("as_of", day)
    done = form.take("--yes")
    row = form.row_of(BRIEFING, "as_of")
    assert done.returncode == 1 and f"{BRIEFING}!C{row}" in done.stderr


def test_an_office_with_the_name_of_the_province_is_refused_in_its_cell(form):
    fill(form)
    form.answer("office_vi", "Sở Khoa học và Công nghệ Bắc Giang")
    done = form.take("--yes")
    place = f"{BRIEFING}!C{form.row_of(BRIEFING, 'office_vi')}"
    assert done.returncode == 1 and place in done.stderr
    assert "viết “Sở Khoa học và Công nghệ”" in done.stderr


def jump(form):
    fill(form)
    return form.result(SERVICES, value=near_last(SERVICES) * 10)


def late(form):
    fill(form)
    form.source(1, available_from=f"01/07/{YEAR + 1}")
    return form.row_of(RESULTS, code_of(SERVICES))


@pytest.mark.parametrize("doubtful", [jump, late])
def test_what_looks_mistyped_is_asked_about(form, doubtful, monkeypatch):
    row = doubtful(form)
    before = contents(form.project / "data")
    place = f"{RESULTS}!{form.cell(RESULTS, row, 'value').coordinate}"
    alone = form.take()
    assert alone.returncode == 1 and place in alone.stdout and "--yes" in alone.stderr
    asked = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", lambda words: bool(asked.append(words)))
    refused = form.take()
    assert "Chưa ghi gì" in refused.stdout and place in asked[0] and len(asked) == 1
    assert contents(form.project / "data") == before
    monkeypatch.setattr("typer.confirm", lambda words: not asked.append(words))
    assert form.take().returncode == 0 and len(asked) == 3, "the doubt, and whether to write"
    assert of(form.project, SERVICES)
    taken = contents(form.project / "data")
    assert "Không có gì" in form.take().stdout and contents(form.project / "data") == taken


def test_what_no_answer_makes_right_is_refused_before_anything_is_asked(form, monkeypatch):
    jump(form)
    form.answer("as_of", f"30/6/{YEAR}")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", pytest.fail)
    done = form.take()
    assert done.returncode == 1 and f"{BRIEFING}!" in done.stderr


def test_what_is_taken_and_refused_is_told_in_vietnamese(form):
    fill(form)
    form.answer("as_of", f"30/6/{YEAR + 60}")
    done = form.take("--yes")
    assert f"{YEAR + 60}-06-30" not in done.stderr and f"30/06/{YEAR + 60}" in done.stderr
    assert (
        "(Bắc Giang, " in done.stdout and HOME not in done.stdout and "printed" not in done.stdout
    )


def test_all_or_nothing_and_a_no_writes_nothing(form, monkeypatch):
    fill(form)
    before = contents(form.project / "data")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", lambda words: False)
    assert "Chưa ghi gì" in form.take().stdout
    assert contents(form.project / "data") == before


def test_an_empty_form_adds_no_result(form):
    before = records(form.project / "data", "results")
    assert form.take().returncode == 0
    assert records(form.project / "data", "results") == before


def test_a_form_in_the_way_is_not_overwritten(blank):
    before = blank.read_bytes()
    done = run("new-year", YEAR, "--form", blank, *PLACE, project=blank.parent)
    assert done.returncode == 2 and blank.read_bytes() == before
    other = briefing(
        "new-year", YEAR, "--form", blank.with_suffix(".csv"), *PLACE, folder=blank.parent
    )
    assert other.returncode == 2 and not blank.with_suffix(".csv").exists()


@pytest.mark.parametrize("year", [YEAR + 1, 1999])
def test_another_year_is_refused(blank, year, tmp_path):
    done = run("new-year", year, "--form", tmp_path / "x.xlsx", *PLACE, project=blank.parent)
    assert done.returncode == 2 and not (tmp_path / "x.xlsx").exists()


def test_a_file_that_is_no_form_is_refused(form, tmp_path):
    (tmp_path / "words.xlsx").write_text("words")
    for name in ("words.xlsx", "none.xlsx"):
        done = run("take", tmp_path / name, project=form.project)
        assert done.returncode == 1 and name in done.stderr
    del form.book[SOURCES]
    assert SOURCES in form.take().stderr


def test_columns_may_be_moved_and_rows_sorted_but_a_code_not_changed(form):
    fill(form)
    page = form.book[RESULTS]
    page.move_range(f"A{form_layout.HEADER}:R{page.max_row}", cols=2)
    done = form.take()
    assert done.returncode == 0 and of(form.project, SERVICES)[0]["value"] == "1420"
    row = form.row_of(RESULTS, code_of(SERVICES))
    form.cell(RESULTS, row, "code").value = "x"
    assert f"{RESULTS}!T{row}" in form.take().stderr


def test_the_form_asks_for_what_the_year_and_overdue_targets_need(blank):
    page = load_workbook(blank)[RESULTS]
    codes = [row[-1] for row in page.iter_rows(min_row=form_layout.HEADER + 1, values_only=True)]
    wanted = new_year.new_rows(PACKAGE, YEAR, HOME)["results"]
    asked = ["/".join(row[name] for name in form_plan.KEY) for row in wanted]
    assert [each for each in codes if each in asked] == asked
    targets = PACKAGE["targets"]
    own = targets[targets["scope"].isin((HOME, "national")) & (targets["due"] < YEAR)]
    given = {tuple(row) for row in PACKAGE["results"][["scope", "indicator"]].to_numpy()}
    silent = own[[pair not in given for pair in zip(own["scope"], own["indicator"], strict=True)]]
    silent = silent[~silent["indicator"].str.startswith("dti_")]
    late = {f"{row.scope}/{row.indicator}/{row.due}/during" for row in silent.itertuples()}
    assert late and late <= set(codes)
    assert page.freeze_panes and not page.protection.sheet


def begun_before(year, last):
    """The live data without the briefings from a year on and the results after another one."""
    live = published()
    briefings, results = live["briefings"], live["results"]
    early = results[results["period"].str[:4].astype(int) <= last]
    return data.DataPackage({
        **live.tables, "briefings": briefings[briefings["year"] < year], "results": early,
    })  # fmt: skip


def test_a_merged_unit_is_offered_what_its_provinces_reported_under_their_names():
    package, unit = begun_before(2025, 2024), "bac-ninh-2025"
    rows = {each.indicator: each for each in new_year.asked(package, 2025, unit)
            if each.scope == unit}  # fmt: skip
    rank, share = rows["par_rank"], rows["files_processed_online_share"]
    assert (rank.period, share.period) == ("2024", "2025"), "an index comes out a year later"
    assert rank.last is None and not any(name.startswith("dti_") for name in rows)
    form = form_sheets.Form(2025, unit, package, resources(ROOT / "data"))
    indicator = package["indicators"].set_index("indicator").loc["par_rank"]
    shown = form_sheets._shown(form, rank, indicator)
    assert shown["last"] == "Bắc Giang: hạng 4/63 (2023)" and "last_period" not in shown
    assert shown["scope"] == "Bắc Ninh" and shown["last_source"] == rank.former[0]["source"]
    own = package["results"].iloc[:1].assign(scope=unit, indicator="grdp", period="2024")
    table = pd.concat([package["results"], own])
    package = data.DataPackage({**package.tables, "results": table})
    left = [each[:2] for each in new_year.asked(package, 2025, unit) if each.scope == unit]
    assert left == [(unit, "grdp")], "its own results come first"


def test_an_index_that_is_published_late_is_offered_from_two_years_before():
    asked = new_year.asked(begun_before(2024, 2022), 2024, HOME)
    late = next(each for each in asked if each.indicator == "pci_rank")
    assert late.period == "2023" and late.last["period"] == "2022" and not late.former
    assert "phone_subscribers" not in {each.indicator for each in asked}, "it is not published late"


def test_the_rules_of_the_cells_are_those_of_their_units(blank):
    page = load_workbook(blank)[RESULTS]
    rules = {str(each.sqref): each for each in page.data_validations.dataValidation}
    by_row = {}
    for place, rule in rules.items():
        if place.startswith("I"):
            by_row[int(place[1:].partition(":")[0])] = rule
    for row, asked in enumerate(ASKED, start=form_layout.HEADER + 1):
        unit = UNITS[asked.indicator]
        if unit in COUNTED:
            assert by_row[row].type == "whole"
        if unit == "percent":
            assert (by_row[row].formula1, by_row[row].formula2) == ("0", "100")
    listed = [each.formula1 for each in rules.values() if each.type == "list"]
    assert any("Chính xác" in words for words in listed)
    assert any(SOURCES in words for words in listed)
    assert all(len(words) <= 255 for words in listed), "Excel takes no longer list"


def test_last_years_value_stands_beside_each_cell(blank):
    page = load_workbook(blank)[RESULTS]
    for row, asked in enumerate(ASKED, start=form_layout.HEADER + 1):
        last, period, source = (page.cell(row, column).value for column in (5, 6, 7))
        if asked.last is None:
            assert last is None
        else:
            assert source == asked.last["source"] and asked.last["period"][:4] in period
            assert Language("vi").decimal(asked.last["value"]) in last


WHOLE = st.integers(0, 10**9)


@given(WHOLE, st.sampled_from(["{:d}", "{:,d}", " {:,d} "]), st.sampled_from(".,\u00a0 "))
def test_a_count_is_read_as_it_was_meant(number, form, mark):
    words = form.format(number).replace(",", mark)
    assert form_cells.number(words, "services") == str(number)
    assert form_cells.number(float(number), "services") == str(number)


@given(WHOLE, st.integers(1, 10**5), st.sampled_from(",."), st.sampled_from(["", "%", " %"]))
def test_a_share_is_read_as_it_was_meant_or_refused(whole, part, mark, sign):
    words = f"{whole}{mark}{part}{sign}"
    doubtful = len(str(part)) == 3 and 0 < whole < 1000
    try:
        read = form_cells.number(words, "percent")
    except DoubtError as doubt:
        assert doubtful and str(whole) in doubt.fault
    else:
        assert not doubtful and float(read) == float(f"{whole}.{part}")


@given(WHOLE, st.integers(1, 9), st.sampled_from([".", ",", " "]))
def test_a_count_with_a_part_is_never_taken(whole, part, group):
    mark = "," if group == "." else "."
    for words in (f"{whole}{mark}{part}", f"{whole:,d}".replace(",", group) + f"{mark}{part}"):
        with pytest.raises(DoubtError):
            form_cells.number(words, "services")


@given(st.text(max_size=12))
def test_a_number_is_read_or_doubted_and_nothing_else(words):
    for unit in ("services", "percent", "score"):
        try:
            read = form_cells.number(words, unit)
        except DoubtError as doubt:
            assert doubt.fault and doubt.cure
        else:
            assert read == "" or float(read) >= 0


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_is_read_however_it_is_written(day):
    texts = (f"{day:%d/%m/%Y}", f" {day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}", str(day))
    for cell in (*texts, day, datetime(day.year, day.month, day.day)):
        assert form_cells.day(cell) == str(day)


def test_every_word_of_a_drop_down_is_read_back():
    for column, names in form_layout.choices(resources(ROOT / "data")).items():
        message = form_layout.MESSAGES[column]
        assert names
        for name in names:
            for words in form_cells.wordings(message, name):
                assert words != name, "it has words"
                assert form_cells.choice(f" {words.upper()} ", message, names) == name


def test_a_place_in_a_source_is_read_in_either_language():
    for place in set(PACKAGE["results"]["locator"]) | {"paragraphs 2, 3"}:
        for code in ("vi", "en"):
            assert form_cells.locator(Language(code).locator(place)) == place
    assert form_reading.layout is form_layout

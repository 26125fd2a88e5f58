"""Tables as Excel saves them read as the same tables, and what is ambiguous is refused."""

import csv
import io
import re
import shutil

import pandas as pd
import pytest
from conftest import FROZEN, briefing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.commands import check
from helpers.exceptions import BriefingError, DataError
from helpers.store import data, tables
from helpers.store.append import append
from helpers.store.cells import DoubtError, Habits, canonical, habits
from helpers.store.descriptor import resources
from helpers.upkeep import schema

FILES = {each["path"]: each for each in resources(FROZEN)}
NUMBER = re.compile(r"-?\d+\.\d+")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(FROZEN, tmp_path / "data")
    return tmp_path / "data"


def own(name):
    return list(csv.reader(io.StringIO((FROZEN / name).read_text("utf-8"), newline="")))


def shown(cell):
    """A cell as Excel shows it with Vietnamese settings once it took it for a number or a day."""
    if NUMBER.fullmatch(cell):
        whole, _, decimals = cell.partition(".")
        decimals = decimals.rstrip("0")
        return f"{whole},{decimals}" if decimals else whole
    if found := DAY.fullmatch(cell):
        return "/".join(reversed(found.groups()))
    if cell in ("true", "false"):
        return cell.upper()
    return str(int(cell)) if cell.isdecimal() else cell


def as_csv(rows, separator, end="\n"):
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator=end).writerows(rows)
    return stream.getvalue().encode()


def saved(rows, separator=";", *, end="\r\n", mark="\ufeff", columns=0, lines=0):
    """Rows as Excel saves them, with empty columns and lines after them."""
    width = len(rows[0]) + columns
    wide = [[*row, *[""] * (width - len(row))] for row in rows]
    return mark.encode() + as_csv([*wide, *[[""] * width] * lines], separator, end)


def put(folder, name, change=lambda rows: rows, **options):
    """Save a file of the folder as Excel does after a change to its rows."""
    rows = [[shown(cell) for cell in row] for row in own(name)]
    (folder / name).write_bytes(saved(change(rows), **options))


def same(folder):
    first, second = data.load(FROZEN), data.load(folder)
    for name, table in first.tables.items():
        pd.testing.assert_frame_equal(table, second[name])


@pytest.mark.parametrize("separator", [";", "\t"])
def test_all_tables_as_excel_saves_them_are_the_same_and_sound(folder, separator):
    for name in FILES:
        put(folder, name, separator=separator, columns=2, lines=3)
    same(folder)
    assert len(schema.check(folder).tables) == len(FILES)
    for name in FILES:
        read = tables.read(folder / name, FILES[name]["schema"]["fields"])
        assert read.taken[:2] == ("byte-order mark", {";": "semicolons", "\t": "tabs"}[separator])
        again = folder / "again.csv"
        again.write_bytes(read.text.encode())
        assert tables.read(again, FILES[name]["schema"]["fields"]) == (tables.TableText(read.text))


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    name=st.sampled_from(sorted(FILES)),
    start=st.integers(0, 400),
    separator=st.sampled_from(",;\t"),
    end=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
    columns=st.integers(0, 3),
    lines=st.integers(0, 3),
    excel=st.booleans(),
)
def test_any_part_of_a_table_reads_the_same(tmp_path, name, start, excel, **options):
    header, *rows = own(name)
    # Where days come first is seen from one after the 12th: the first rows stay.
    rows = rows[:40] + rows[40:][start : start + 40]
    written = [[shown(cell) if excel else cell for cell in row] for row in rows]
    fields = FILES[name]["schema"]["fields"]
    paths = tmp_path / "canonical.csv", tmp_path / "saved.csv"
    paths[0].write_text(tables.as_text([header, *rows]), "utf-8", newline="\n")
    paths[1].write_bytes(saved([header, *written], **options))
    first, second = (data._read(tables.read(path, fields), fields, set()) for path in paths)
    pd.testing.assert_frame_equal(first, second)


def test_our_own_files_are_taken_as_they_are(folder):
    for name, read in tables.read_all(folder).items():
        assert read == tables.TableText((folder / name).read_bytes().decode())
    assert tables.taken(tables.read_all(folder)) == {}


def test_check_says_what_it_took_also_of_data_that_are_not_sound(project):
    put(project / "data", "results.csv", lines=2)
    put(project / "data", "dti_components.csv", separator=",")
    done = briefing("check", "--project", project)
    expected = [
        "dti_components.csv: taken as Excel saved it: byte-order mark",
        "results.csv: taken as Excel saved it: byte-order mark, semicolons, days as 27/01/2022,"
        " decimal commas, empty rows at the end",
    ]
    assert (done.returncode, done.stdout.splitlines()[:2]) == (0, expected)
    path = project / "data" / "results.csv"
    path.write_bytes(path.read_bytes().replace(b";article;", b";nowhere;", 1))
    done = briefing("check", "--project", project)
    assert (done.returncode, done.stdout.splitlines()) == (1, expected)
    assert "results.csv, row 2, column source: “nowhere” is not in sources" in done.stderr


def cell(row, column, text):
    """A change of one cell, its row as a spreadsheet counts."""

    def change(rows):
        rows[row - 1][rows[0].index(column)] = text
        return rows

    return change


def with_rows(*lines):
    return lambda rows: rows + [line.split("|") for line in lines]


REFUSED = {
    "decimal or thousands": (
        ("results.csv", cell(5, "value", "1,380")),
        "results.csv, row 5, column value: “1,380”: 1380 or 1.380?"
        " (write 1380, or format the column as Text and write 1,3800)",
    ),
    "a point between thousands": (
        ("results.csv", cell(5, "value", "1.380")),
        "results.csv, row 5, column value: “1.380”: 1380 or 1.380? (write 1380, ",
    ),
    "marks between thousands": (
        ("context.csv", cell(2, "population_thousand", "1.905,5")),
        "context.csv, row 2, column population_thousand: “1.905,5”: marks between thousands",
    ),
    "an integer with a point": (
        ("dti_weights.csv", cell(2, "points", "1.000")),
        "dti_weights.csv, row 2, column points: “1.000”: a mark between thousands (write 1000)",
    ),
    "an integer with a comma": (
        ("dti_weights.csv", cell(2, "points", "1,000")),
        "dti_weights.csv, row 2, column points: “1,000”: a mark between thousands (write 1000)",
    ),
    "a year with a point": (
        ("briefings.csv", cell(3, "year", "2.022")),
        "briefings.csv, row 3, column year: “2.022”: a mark between thousands (write 2022)",
    ),
    "a month before its day": (
        ("briefings.csv", cell(2, "as_of", "01/27/2022")),
        "briefings.csv, row 2, column as_of: “01/27/2022” is not a day, month and year (format ",
    ),
    "a month by name": (
        ("sources.csv", cell(3, "published", "Thg10-21")),
        "sources.csv, row 3, column published: “Thg10-21”: a month as Excel shows it (format ",
    ),
    "a month before its day, which can be told": (
        ("briefings.csv", cell(2, "as_of", "12/31/2022")),
        "briefings.csv, row 2, column as_of: “12/31/2022” is not a day, month and year"
        " (format the column as Text and write it as 2022-12-31)",
    ),
    "a day that never was": (
        ("briefings.csv", cell(2, "as_of", "30/02/2022")),
        "briefings.csv, row 2, column as_of: “30/02/2022” is not a day, month and year"
        " (format the column as Text and write it in the form 2022-01-27)",
    ),
    "an English month, which can be told": (
        ("sources.csv", cell(3, "published", "Sep-22")),
        "sources.csv, row 3, column published: “Sep-22”: a month as Excel shows it"
        " (format the column as Text and write it as 2022-09)",
    ),
    "a Vietnamese month, which can be told": (
        ("results.csv", cell(3, "period", "Thg9-22")),
        "results.csv, row 3, column period: “Thg9-22”: a month as Excel shows it"
        " (format the column as Text and write it as 2022-09)",
    ),
    "a month of another language": (
        ("results.csv", cell(3, "period", "août-22")),
        "results.csv, row 3, column period: “août-22”: a month as Excel shows it"
        " (format the column as Text and write it in the form 2022-08)",
    ),
    "a quarter": (
        ("results.csv", cell(3, "period", "Q3-22")),
        "results.csv, row 3, column period: “Q3-22”: a month as Excel shows it"
        " (format the column as Text and write it in the form 2022-08)",
    ),
    "a month of two letters": (
        ("results.csv", cell(3, "period", "Ma-22")),
        "results.csv, row 3, column period: “Ma-22”: a month as Excel shows it"
        " (format the column as Text and write it in the form 2022-08)",
    ),
    "a month after the twelfth": (
        ("results.csv", cell(3, "period", "Thg13-22")),
        "results.csv, row 3, column period: “Thg13-22”: a month as Excel shows it"
        " (format the column as Text and write it in the form 2022-08)",
    ),
    "a month of whichever century": (
        ("results.csv", cell(3, "period", "Sep-95")),
        "results.csv, row 3, column period: “Sep-95”: a month as Excel shows it"
        " (format the column as Text and write it in the form 2022-08)",
    ),
    "a month where only days stand": (
        ("briefings.csv", cell(2, "as_of", "Sep-22")),
        "briefings.csv, row 2, column as_of: “Sep-22”: a month as Excel shows it"
        " (format the column as Text and write it in the form 2022-01-27)",
    ),
    "a month or its first day, where days come first": (
        ("results.csv", cell(3, "period", "01/09/2022")),
        "results.csv, row 3, column period: “01/09/2022”: the month 2022-09 or the day 2022-09-01?"
        " (format the column as Text and write 2022-09 for the month, 2022-09-01 for the day)",
    ),
    "a row cut otherwise": (
        ("agenda_links.csv", with_rows("task-skills,platforms,part,a,b")),
        "agenda_links.csv, row 7: its cells are not separated as those of the header are (restore",
    ),
    "a header cut both ways": (
        (
            "agenda_links.csv",
            lambda rows: [[",".join(row[:3]), *row[3:]] for row in rows],
        ),
        "agenda_links.csv, row 1: its columns are separated by commas and semicolons (restore",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_ambiguous_is_refused_with_its_place_and_a_cure(folder, name):
    (file, change), expected = REFUSED[name]
    put(folder, file, change)
    for refuses in (data.load, schema.check, tables.read_all):
        with pytest.raises(DataError) as caught:
            refuses(folder)
        assert str(caught.value).splitlines()[0] == "1 problem in the data:"
        assert str(caught.value).splitlines()[1].startswith(expected), str(caught.value)


def test_days_that_may_be_months_are_refused_until_one_day_is_after_the_12th(folder):
    days = cell(2, "as_of", "05/03/2022"), cell(3, "as_of", "04/04/2022")

    def early(rows):
        for change in (*days, cell(4, "as_of", "2023-12-31")):
            rows = change(rows)
        return rows

    put(folder, "briefings.csv", early)
    expected = (
        "briefings.csv, row 2, column as_of: “05/03/2022”: 2022-03-05 or 2022-05-03?"
        " (format the column as Text and write the one that is meant so)"
    )
    with pytest.raises(DataError) as caught:
        data.load(folder)
    assert str(caught.value).splitlines()[1:] == [expected]
    put(folder, "briefings.csv", lambda rows: cell(4, "as_of", "31/12/2023")(early(rows)))
    days = data.load(folder)["briefings"]["as_of"]
    assert list(days.dt.strftime("%Y-%m-%d")) == ["2022-03-05", "2022-04-04", "2023-12-31"]


@pytest.mark.parametrize(
    ("cell", "fault", "cure"),
    [
        (
            "01/09/2022",
            "the month 2022-09, the day 2022-09-01 or the day 2022-01-09?",
            "write 2022-09 for the month, 2022-09-01 or 2022-01-09 for the day",
        ),
        (
            "09/01/2022",
            "the month 2022-09, the day 2022-09-01 or the day 2022-01-09?",
            "write 2022-09 for the month, 2022-09-01 or 2022-01-09 for the day",
        ),
        (
            "01/01/2022",
            "the month 2022-01 or the day 2022-01-01?",
            "write 2022-01 for the month, 2022-01-01 for the day",
        ),
        ("05/03/2022", "2022-03-05 or 2022-05-03?", "write the one that is meant so"),
    ],
)
def test_a_month_is_offered_where_months_may_stand(cell, fault, cure):
    (period,) = (each for each in FILES["results.csv"]["schema"]["fields"]
                 if each["name"] == "period")  # fmt: skip
    with pytest.raises(DoubtError) as caught:
        canonical(cell, period, Habits(points_group=True, day_first=False))
    assert caught.value.fault == f"“{cell}”: {fault}"
    assert caught.value.cure == f"format the column as Text and {cure}"
    assert " hay " in caught.value.fault.by("vi") and "Text" in caught.value.cure.by("vi")
    assert canonical("04/04/2022", period, Habits(True, False))[0] == "2022-04-04"


def test_where_points_are_decimal_three_decimals_are_no_thousands(folder):
    path = folder / "results.csv"
    text = path.read_text("utf-8")
    path.write_text(text.replace(",1380,,exact", ",1.381,,exact", 1), "utf-8", newline="\n")
    assert 1.381 in set(data.load(folder)["results"]["value"])
    # A decimal comma elsewhere makes not that point doubtful: it is itself the odd one.
    text = path.read_text("utf-8").replace(",100,,approx", ',"99,5",,approx', 1)
    path.write_text(text, "utf-8", newline="\n")
    with pytest.raises(DataError) as caught:
        data.load(folder)
    (problem,) = caught.value.problems
    point = next(each for each in re.findall(r",(\d+\.\d+),", text) if len(each.split(".")[1]) != 3)
    assert problem.fault == (
        f"“99,5”: a decimal comma, while the file has decimal points, such as in “{point}”"
    )
    assert problem.cure == "write 99.5"
    # Where no other point shows that points are decimal, either may be meant.
    (value,) = (each for each in FILES["results.csv"]["schema"]["fields"]
                if each["name"] == "value")  # fmt: skip
    here = [("1.381", value), ("99,5", value)]
    assert habits(here, ",") == Habits(points_group=True, day_first=False)
    assert habits([*here, ("43.25", value)], ",").point == "43.25"
    with pytest.raises(DoubtError) as caught:
        canonical("92,165", value, habits([*here, ("43.25", value)], ","))
    assert caught.value.cure == "write 92165 or 92.165"
    assert habits([*here, ("43.25", value)], ";") == Habits(points_group=True, day_first=False)


def test_a_decimal_comma_that_cannot_group_thousands_is_taken(folder):
    for number, taken in (("0,123", 0.123), ("1380,5", 1380.5), ("-2,25", -2.25), ("7", 7.0)):
        put(folder, "results.csv", cell(5, "value", number))
        assert data.load(folder)["results"]["value"].iloc[3] == taken


def test_an_excel_file_may_leave_off_empty_cells_and_ours_may_not(folder):
    path = folder / "dti_editions.csv"
    header, first, *rest = own(path.name)
    rows = [header, first[:-1], *rest]
    path.write_bytes(as_csv(rows, separator=";"))
    assert schema.check(folder)["dti_editions"]["note"].iloc[0] == "" and first[-1]
    assert (
        tables.taken(tables.read_all(folder))[path.name]
        == "as Excel saved it: semicolons, short rows"
    )
    path.write_bytes(as_csv(rows, separator=","))
    with pytest.raises(DataError, match=r"dti_editions\.csv, row 2, column note: "):
        schema.check(folder)


def test_rows_have_the_numbers_that_a_spreadsheet_shows(folder):
    def spoilt(rows):
        rows[2][-1] = "a note\nof two lines"
        return cell(5, "note", "=a formula")(rows)

    put(folder, "results.csv", spoilt)
    with pytest.raises(DataError) as caught:
        schema.check(folder)
    _, first, second = str(caught.value).splitlines()
    assert first.startswith("results.csv, row 3, column note: “a note�of two lines”: at “�” stands")
    assert second.startswith("results.csv, row 5, column note: “=a formula”: a spreadsheet takes")


def test_a_row_left_empty_is_refused_by_its_number(folder):
    put(folder, "results.csv", lambda rows: [*rows[:3], [""] * len(rows[0]), *rows[3:]])
    with pytest.raises(DataError, match=r"results\.csv, row 4: an empty row \(drop this row\)"):
        data.load(folder)


NEW = {"component": "smart_city", "name_vi": "Đô thị, thông minh", "name_en": "Smart city"}


@pytest.mark.parametrize("name", ["dti_weights.csv", "provinces.csv", "sources.csv"])
def test_a_file_of_excel_is_written_back_as_it_was(folder, name):
    put(folder, name)
    read = tables.read(folder / name, FILES[name]["schema"]["fields"])
    assert read.text.encode() == (FROZEN / name).read_bytes()


def test_a_file_of_ours_is_not_written_anew(folder):
    path = folder / "dti_components.csv"
    quoted = path.read_text("utf-8").replace("Chính quyền số", '"Chính quyền số"')
    path.write_text(quoted, "utf-8", newline="\n")
    append(folder, {"dti_components": [NEW]})
    assert path.read_text("utf-8").startswith(quoted) and '"Chính quyền số"' in quoted


def test_rows_added_to_a_file_of_excel_make_it_one_of_ours(folder):
    put(folder, "dti_components.csv", lines=2)
    (path,) = append(folder, {"dti_components": [NEW]})
    before = (FROZEN / path.name).read_bytes()
    assert path.read_bytes() == before + 'smart_city,"Đô thị, thông minh",Smart city\n'.encode()


def test_windows_line_ends_alone_are_nothing_to_tell_and_do_not_last(folder):
    path = folder / "dti_components.csv"
    content = path.read_bytes()
    path.write_bytes(content.replace(b"\n", b"\r\n"))
    assert tables.taken(tables.read_all(folder)) == {}
    append(folder, {"dti_components": [NEW]})
    assert path.read_bytes().startswith(content) and b"\r" not in path.read_bytes()


def test_a_new_year_says_which_files_it_wrote_back(project):
    put(project / "data", "results.csv")
    newest = max(int(year) for year, *_ in own("briefings.csv")[1:])
    done = briefing("new-year", newest + 1, "--project", project)
    assert done.returncode == 0, done.stderr
    assert "results.csv was as Excel saved it: byte-order mark, semicolons, " in done.stdout
    assert "briefings.csv was" not in done.stdout
    ours = (FROZEN / "results.csv").read_bytes()
    assert (project / "data" / "results.csv").read_bytes().startswith(ours)
    assert tables.taken(tables.read_all(project / "data")) == {}


def test_a_file_of_two_quotation_marks_is_refused(folder):
    (folder / "results.csv").write_text('""\n', "utf-8")
    with pytest.raises(DataError) as caught:
        tables.read_all(folder)
    names = ",".join(own("results.csv")[0])
    assert str(caught.value).endswith(
        "results.csv, row 1: these are not the headings of its columns: “” "
        f"(the first row has to be: {names})"
    )


def test_several_problems_are_a_line_each_in_the_reader_s_language(folder, monkeypatch):
    put(folder, "results.csv", cell(5, "value", "1.380"))
    (folder / "targets.csv").write_bytes("a;ệ".encode("utf-16"))
    (folder / "agenda.csv").unlink()
    monkeypatch.setattr(BriefingError, "language", "vi")
    with pytest.raises(DataError) as caught:
        schema.open_sound(folder)
    assert caught.value._render_traceback_() == [
        "3 lỗi trong dữ liệu:",
        "agenda.csv: không có tệp này (lấy lại từ git)",
        "results.csv, dòng 5, cột value: “1.380”: 1380 hay 1.380? (viết 1380, hoặc định dạng cột là"
        " Text và viết 1,3800)",
        "targets.csv: không phải UTF-8 (dòng 1) (lưu lại thành CSV UTF-8)",
    ]


def test_the_commonest_errors_of_the_schema_are_told_in_vietnamese(folder):
    def spoilt(rows):
        rows[1][rows[0].index("value")] = "many"
        rows[2][rows[0].index("qualifier")] = "guessed"
        rows[3][rows[0].index("source")] = "nowhere"
        rows[4][rows[0].index("source")] = ""
        return [*rows, [*rows[-1][:-1], "the same key"]]

    path = folder / "results.csv"
    path.write_bytes(as_csv(spoilt(own(path.name)), separator=","))
    with pytest.raises(DataError) as caught:
        schema.check(folder)
    said = caught.value.said["vi"]
    for words in ("dòng 2, cột value: “many” không đúng kiểu của cột (", "(sửa giá trị)",
                  "dòng 3, cột qualifier: “guessed” không đúng quy định của cột (",
                  "dòng 4, cột source: “nowhere” không có trong sources",
                  "dòng 5, cột source: cột này phải điền (", "dòng trùng khóa ("):  # fmt: skip
        assert words in said, said
    assert "row " not in said.replace("same as in the row at", "")


def test_a_blank_at_the_end_of_a_quoted_cell_shows_and_is_explained(folder):
    path, rows = folder / "results.csv", own("results.csv")
    rows[1][rows[0].index("basis")] += " "
    rows[2][rows[0].index("source")] = f" {rows[2][rows[0].index('source')]}"
    path.write_bytes(as_csv(rows, separator=","))
    with pytest.raises(DataError) as caught:
        schema.check(folder)
    for language, sign in (("vi", "␣ là dấu cách"), ("en", "␣ stands for a space")):
        told = caught.value.said[language]
        assert f"“{rows[1][rows[0].index('basis')].strip()}␣”" in told
        assert told.count("“␣article”") == 2 and told.count(sign) == 1
    rows = [["scope ", *rows[0][1:]], *own("results.csv")[1:]]
    path.write_bytes(as_csv(rows, separator=","))
    with pytest.raises(DataError, match="“scope␣”, expected “scope”"):
        schema.check(folder)


def test_check_reads_each_file_once(folder, monkeypatch, capsys):
    read, real = [], tables.read
    monkeypatch.setattr(
        tables, "read", lambda path, fields: read.append(path.name) or real(path, fields)
    )
    check.check("bac-giang", folder.parent)
    assert sorted(read) == sorted({each.name for each in folder.glob("*.csv")})
    assert "no problems" in capsys.readouterr().out


def test_a_quotation_mark_that_stays_open_is_told_by_its_row(folder):
    path = folder / "results.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:3], '"', *lines[3:]]), "utf-8", newline="\n")
    with pytest.raises(DataError, match=r"results\.csv, row 4: a quotation mark that stays open"):
        tables.read_all(folder)


def test_a_folder_in_the_place_of_a_file_and_a_line_for_excel_are_told(folder):
    path = folder / "results.csv"
    text = path.read_bytes()
    path.write_bytes(b"sep=,\r\n" + text)
    assert tables.taken(tables.read_all(folder)) == {
        path.name: "as Excel saved it: a line sep= before the headings"
    }
    path.unlink()
    path.mkdir()
    with pytest.raises(DataError, match=r"results\.csv: a folder is in the place of the file"):
        tables.read_all(folder)

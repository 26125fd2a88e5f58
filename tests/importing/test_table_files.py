"""Files become grids of cells as they are; numbers and headings mean what people mean by them."""

from __future__ import annotations

import zipfile
from decimal import Decimal

import openpyxl
import pytest
from conftest import whole
from hypothesis import given
from hypothesis import strategies as st
from samples import few

from helpers.importing import dti_headings, dti_numbers, saved_pages, table_files
from helpers.importing.dti_headings import Headings, Role


def grid(tmp_path, content):
    file = tmp_path / "file"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    (only,) = table_files.read(file).grids
    return [list(row) for row in only.rows]


# Pages


def test_merged_cells_are_written_into_every_place():
    (table,) = saved_pages.read("""<table>
        <tr><th rowspan=2>a</th><th colspan=2>b<br>c</th></tr>
        <tr><th>d</th><th>e<sup>1</sup></th></tr>
        <tr><td rowspan=0>f</td><td colspan=x>g</td><td>h</td></tr>
        <tr><td>i</td></tr></table>""").tables
    cells = [[" ".join(cell.split()) for cell in row] for row in table]
    assert cells == [["a", "b c", "b c"], ["a", "d", "e"], ["f", "g", "h"], ["f", "i", ""]]


def test_a_table_within_a_table_has_its_own_rows():
    outer, inner = saved_pages.read(
        "<table><tr><td>x<table><tr><td>1</td></tr><tr><td>2</td></tr></table></td></tr></table>"
    ).tables
    assert len(outer) == 1 and inner == [["1"], ["2"]]


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ("<!-- saved from url=(0019)https://dti.gov.vn/ --><p>", "https://dti.gov.vn/"),
        ('<link rel="canonical" href="https://dti.gov.vn/a">', "https://dti.gov.vn/a"),
        ('<meta property="og:url" content="https://dti.gov.vn/b">', "https://dti.gov.vn/b"),
        ('<link rel="canonical" href="/a"><!-- saved by hand -->', ""),
    ],
)
def test_the_address_of_a_page(markup, url):
    assert saved_pages.read(markup).url == url


# Text tables and workbooks


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a;b\n1,5;2,5\n", [["a", "b"], ["1,5", "2,5"]]),
        ("a,b\n1.5,2.5\n", [["a", "b"], ["1.5", "2.5"]]),
        ('a,b\n"1,5","2,5"\n', [["a", "b"], ["1,5", "2,5"]]),
        ("tỉnh, thành phố;b\nx;2,5\n", [["tỉnh, thành phố", "b"], ["x", "2,5"]]),
        ("a\tb\r\n1,5\t2,5\r\n", [["a", "b"], ["1,5", "2,5"]]),
        ('title\n\na,"b\nc"\n1,2\n', [["title", ""], ["", ""], ["a", "b c"], ["1", "2"]]),
    ],
)
def test_the_delimiter_is_the_one_that_cuts_the_header_like_the_rows(tmp_path, text, cells):
    assert grid(tmp_path, text) == cells
    assert grid(tmp_path, text.encode("utf-8-sig")) == cells
    assert grid(tmp_path, text.encode("utf-16")) == cells


def test_a_workbook_keeps_rows_columns_and_typed_numbers(tmp_path):
    book = openpyxl.Workbook()
    book.active["B3"], book.active["C3"], book.active["C4"] = "n/a", 0.1 + 0.2, 7
    book.save(tmp_path / "book")
    expected = [["", "", ""], ["", "", ""], ["", "n/a", Decimal("0.3")], ["", "", Decimal(7)]]
    assert grid(tmp_path, (tmp_path / "book").read_bytes()) == expected


ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="DTI"><table:table-row>
<table:table-cell office:value-type="string"><text:p>Hạng</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="0.635"><text:p>0,635</text:p>
</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>
</office:document-content>"""


def test_an_open_document_sheet(tmp_path):
    with zipfile.ZipFile(tmp_path / "sheet", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ODS.replace("\n", ""))
    assert grid(tmp_path, (tmp_path / "sheet").read_bytes()) == [["Hạng", Decimal("0.635")]]


# Numbers


@few
@given(st.integers(0, 10_000), st.sampled_from([",", "."]), st.sampled_from(["", " (1)", "*", "²"]))
def test_a_number_is_read_back_with_either_sign(units, sign, footnote):
    value = Decimal(units).scaleb(-4)
    text = f"{value:f}".replace(".", sign) + footnote
    assert dti_numbers.sign(text) == sign
    assert dti_numbers.number(text, sign) == value
    assert dti_numbers.published(value) == value


@pytest.mark.parametrize("text", ["0.63.5", "1,000.5", "63,5%", "NaN", "1e-3", "0_1", "x", "0,"])
def test_what_is_no_number_is_not_read(text):
    assert dti_numbers.number(text, ".") is None


def test_what_is_not_known():
    assert all(map(dti_numbers.is_unknown, ("", "-", "–", "—", "...", "…", "N/A")))
    assert not any(map(dti_numbers.is_unknown, ("0", "0.0000", Decimal(0), "x")))
    assert dti_numbers.published(Decimal("0.63495")) == Decimal("0.6350")


# Headings

PACKAGE = whole()
WEIGHTS = PACKAGE["dti_weights"]
SCORED = list(WEIGHTS.loc[WEIGHTS["edition"] == 2022, "component"])
HEADINGS = Headings(PACKAGE["dti_components"], SCORED, 2023)


@pytest.mark.parametrize(
    ("lines", "role", "component"),
    [
        ("STT", Role.NUMBER, ""),
        ("#", Role.NUMBER, ""),
        ("CÁC TỈNH, THÀNH PHỐ TRỰC THUỘC TW", Role.PROVINCE, ""),
        ("Tỉnh/TP", Role.PROVINCE, ""),
        ("Năm", Role.YEAR, ""),
        ("Thứ hạng", Role.RANK, "total"),
        ("XẾP HẠNG DTI", Role.RANK, "total"),
        ("Xếp hạng năm 2023", Role.RANK, "total"),
        ("Xếp hạng năm 2022", Role.LEFT_OUT, ""),
        ("Thay đổi thứ hạng", Role.LEFT_OUT, ""),
        ("Giá trị DTI", Role.SCORE, "total"),
        ("Điểm số DTI năm 2023", Role.SCORE, "total"),
        ("DTI", Role.VALUE, "total"),
        ("CHUYỂN ĐỔI SỐ CẤP TỈNH (PDTI)", Role.VALUE, "total"),
        ("Digital Transformation Index", Role.VALUE, "total"),
        ("Chỉ số Thể chế số (100 điểm)", Role.SCORE, "institutions"),
        ("AN TOAN THONG TIN MANG", Role.VALUE, "information_security"),
        ("HĐ kinh tế số", Role.VALUE, "economy_activity"),
        ("Trụ cột Kinh tế số", Role.VALUE, "digital_economy"),
        ("Xếp hạng theo trụ cột/Xã hội số", Role.RANK, "digital_society"),
        ("Chính quyền số/Thứ hạng", Role.RANK, "digital_government"),
        ("Kết quả đánh giá, xếp hạng/Giá trị DTI", Role.SCORE, "total"),
        ("Khối A/Điểm", Role.LEFT_OUT, ""),
        ("Nền tảng số chung", Role.LEFT_OUT, ""),
        ("Đô thị thông minh", Role.LEFT_OUT, ""),
        ("Dân số", Role.LEFT_OUT, ""),
    ],
)
def test_headings(lines, role, component):
    parts = lines.split("/") if "Tỉnh/" not in lines else [lines]
    column = HEADINGS.read(0, parts)
    assert (column.role, column.component) == (role, component)
    assert bool(column.remark) == (role in {Role.LEFT_OUT, Role.NUMBER})


def test_every_component_is_known_by_its_names_and_its_id():
    for row in PACKAGE["dti_components"].itertuples():
        if row.component in SCORED:
            for heading in (row.component, row.name_vi, row.name_en, row.name_vi.upper()):
                assert HEADINGS.read(0, [heading]).component == row.component


def test_no_name_in_use_stands_for_two_components():
    names = [name for also in dti_headings._ALSO.values() for name in also]
    read = {name: HEADINGS.read(0, [name]).component for name in names}
    assert all(read[name] == component for component, also in dti_headings._ALSO.items()
               for name in also)  # fmt: skip


def test_only_the_bare_name_of_a_pillar_is_unsure():
    assert not HEADINGS.read(0, ["Kinh tế số"]).named_so
    for heading in ("Trụ cột Kinh tế số", "digital_economy", "Hoạt động kinh tế số"):
        assert HEADINGS.read(0, [heading]).named_so

"""A DTI table is imported in every shape people have it in, and refused where it is not sound."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from datetime import date

import dti_files as files
import pandas as pd
import pytest
from conftest import FROZEN, briefing
from dti_files import COPIED, VIETNAMESE
from typer.testing import CliRunner

from helpers import cli
from helpers.analysis import dti
from helpers.importing import dti_import, dti_preview, table_files
from helpers.importing.dti_rows import Document, Edition
from helpers.store import data
from helpers.words.language import Language

TABLE = ["rank", "name", *COPIED]
DAY = date(2025, 2, 6)
PUBLISHED = Document(*files.PUBLISHER.values())


@pytest.fixture
def folder(tmp_path):
    """Data that know no edition from 2022 on: its table again, as another's, would be refused."""
    return files.without_editions(shutil.copytree(FROZEN, tmp_path / "project" / "data"))


@pytest.fixture
def rows():
    return files.real_rows()


def run(folder, file, *options):
    """Import a file as edition 2023 by the real command line; an error is raised."""
    chosen = {"--edition": "2023", "--published": "2025-02-06", **files.PUBLISHER}
    chosen |= dict(each.split("=") for each in options if "=" in each)
    flags = [each for each in options if "=" not in each]
    arguments = [part for pair in chosen.items() for part in pair]
    project = ["--project", str(folder.parent)]
    done = CliRunner().invoke(cli.app, ["import-dti", str(file), *arguments, *flags, *project])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.output


def plan(file, partial=False, sheet="", like=2021):
    """Read a file as the command line does, up to the rows that it would add."""
    new = Edition(2023, DAY, like, partial=partial)
    return dti_import.plan(files.OLDER, table_files.read(file), new, sheet)


def preview(planned, lang="en"):
    rows = [
        row for section in dti_preview.sections(planned, Language(lang)) for row in section.rows
    ]
    return "\n".join(" | ".join(row) for row in rows)


def scores(folder, edition=2023):
    table = data.load(folder)["dti_scores"]
    return table[table["edition"] == edition].set_index(["province", "component"])


def added(planned):
    table = pd.DataFrame(planned.rows["dti_scores"]).set_index(["province", "component"])
    numbers = {"score": "float64", "rank": "Int64"}
    return table.assign(**{each: pd.to_numeric(table[each]) for each in numbers}).astype(numbers)


def assert_like_2022(new, components, ranks="printed"):
    """The new edition has the scores and ranks of 2022, for every province."""
    old = scores(FROZEN, 2022)
    assert set(new.index.get_level_values("component")) == set(components)
    for component in set(components) - set(dti.PILLARS):
        one, other = (table.xs(component, level="component") for table in (new, old))
        pd.testing.assert_series_equal(one["score"].sort_index(), other["score"].sort_index())
    total = new.xs("total", level="component")
    expected = old.xs("total", level="component")["rank"]
    pd.testing.assert_series_equal(total["rank"].sort_index(), expected.sort_index())
    assert set(total["basis"]) == {ranks}


def assert_refused(folder, file, message, *options):
    """Nothing is written, and the message says file, row, column and what is wrong."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with files.refused() as caught:
        run(folder, file, *options)
    said = str(caught.value)
    assert message in said, said
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    return said


def csv_of(tmp_path, rows, columns=TABLE, headings=VIETNAMESE, **options):
    return files.write_csv(tmp_path / "dti.csv", files.lines(rows, columns, headings), **options)


def page_of(tmp_path, *tables):
    return files.write_page(tmp_path / "dti.html", *tables)


# The page of the ministry


def test_the_page_of_the_ministry_is_read_with_both_its_tables(folder, tmp_path, rows):
    page = page_of(tmp_path, files.ranking(rows), files.detail(rows[:5]))
    said = run(folder, page, "--partial")
    new, old = scores(folder)["score"], scores(FROZEN, 2022)["score"]
    of_first_five = old.loc[list(rows.index[:5])].dropna().sort_index()
    pd.testing.assert_series_equal(new.dropna().sort_index(), of_first_five)
    assert len(of_first_five) == 5 * 9
    tra_vinh = scores(folder).loc["tra-vinh"]
    assert list(tra_vinh.loc[list(dti.PILLARS), "rank"]) == [29, 27, 26]
    assert set(tra_vinh["basis"]) == {"printed"}
    edition = data.load(folder)["dti_editions"].set_index("edition").loc[2023]
    assert edition["note"].endswith("holds 63 of 63 provinces, 5 with a total")
    assert "5 of 5 totals follow from all their components (largest residual 0.00006)" in said
    assert said.endswith("Next: briefing check\n")


def test_the_source_is_what_the_page_says_of_itself(folder, tmp_path, rows):
    run(folder, page_of(tmp_path, files.ranking(rows), files.detail(rows, TABLE)))
    sources = data.load(folder)["sources"].set_index("source")
    new = sources.loc["dti-2023"]
    assert (new["title"], new["url"]) == ("Xếp hạng DTI", "https://dti.gov.vn/xep-hang-2023")
    assert [new["publisher"], new["publisher_en"]] == list(files.PUBLISHER.values())
    assert "dti.html" in new["note"] and "dti.html" not in new["title"]
    assert new["published"] == "2025-02-06" == str(new["available_from"].date())
    assert_like_2022(scores(folder), [*COPIED, *dti.PILLARS])


TWO_LINES = (
    '<thead><tr><th rowspan="2">STT</th><th rowspan="2">Hạng</th><th rowspan="2">Tỉnh, thành phố'
    '<sup>1</sup></th><th colspan="3">Xếp hạng theo trụ cột</th></tr>'
    "<tr><th>Chính quyền số</th><th>Kinh tế số</th><th>Xã hội số</th></tr></thead>"
)


def test_headings_over_two_lines_and_footnotes(tmp_path, rows):
    columns = ["number", "rank", "name", *dti.PILLARS]
    numbered = rows.assign(number=[str(n) for n in range(1, 64)])
    body = [[], *numbered[columns].to_numpy().tolist()]
    table = files.html_table(body, TWO_LINES).replace("Yên Bái", "Yên Bái<sup>2</sup>")
    table = table.replace("</table>", '<tr><td colspan="6">Nguồn: Bộ TT&TT, 2025</td></tr></table>')
    planned = plan(page_of(tmp_path, table, files.detail(rows, TABLE)))
    assert_like_2022(added(planned), [*COPIED, *dti.PILLARS])
    assert "STT | running number: not a rank" in preview(planned)
    read_as = "Xếp hạng theo trụ cột / Kinh tế số | rank of digital_economy"
    assert read_as in preview(planned)


def test_pillar_ranks_that_the_page_leaves_empty_are_left_out(tmp_path, rows):
    empty = rows.assign(**dict.fromkeys(dti.PILLARS, ""))
    planned = plan(page_of(tmp_path, files.ranking(empty), files.detail(rows, TABLE)))
    assert_like_2022(added(planned), COPIED)
    assert "XẾP HẠNG KINH TẾ SỐ | left out: empty" in preview(planned)


# Workbooks


def sheet_of(rows, cell):
    """Title rows, headings over two lines with merged cells, notes after the table."""
    parts = [VIETNAMESE[name] for name in COPIED[1:]]
    group = ["Các chỉ số chính", *[None] * (len(parts) - 1)]
    titles = [["BỘ THÔNG TIN VÀ TRUYỀN THÔNG"], ["XẾP HẠNG CHUYỂN ĐỔI SỐ CẤP TỈNH NĂM 2023"], []]
    heads = [["STT", "Địa phương", "Giá trị\nDTI", *group, "Thứ hạng"],
             [None, None, None, *parts, None],
             ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"]]  # fmt: skip
    body = [
        [n, row["name"], *(cell(row[name]) for name in COPIED), int(row["rank"])]
        for n, (_, row) in enumerate(rows.iterrows(), start=1)
    ]
    notes = [[], ["Ghi chú: (1) theo Quyết định của Bộ"], ["Nguồn: Bộ TT&TT"]]
    merged = ["A1:H1", "A2:H2", "D4:G4", "A4:A5", "B4:B5", "C4:C5", "H4:H5"]
    return [*titles, *heads, *body, *notes], merged


def workbook(tmp_path, **sheets):
    return files.workbook(tmp_path / "dti.xlsx", sheets)


@pytest.mark.parametrize("cell", [float, str])
def test_a_workbook_with_titles_merged_headings_and_notes(tmp_path, rows, cell):
    planned = plan(workbook(tmp_path, Bìa=([["Báo cáo"]], []), Tỉnh=sheet_of(rows, cell)))
    assert_like_2022(added(planned), COPIED)
    said = preview(planned)
    assert "dti.xlsx, sheet “Bìa” | left out" in said
    assert "Các chỉ số chính / Hạ tầng số | score of infrastructure" in said
    assert planned.rows["sources"][0]["title"] == "XẾP HẠNG CHUYỂN ĐỔI SỐ CẤP TỈNH NĂM 2023"


def test_a_workbook_of_text_is_imported(folder, tmp_path, rows):
    sheet = sheet_of(rows, lambda text: text.replace(".", ","))
    run(folder, workbook(tmp_path, Tỉnh=sheet))
    assert_like_2022(scores(folder), COPIED)


def test_of_two_sheets_that_differ_one_is_named(tmp_path, rows):
    other = rows.assign(total=[*rows["total"][1:], ""])
    sheets = {"2022": sheet_of(other[:-1], float), "2023": sheet_of(rows, float)}
    book = workbook(tmp_path, **sheets)
    message = "sheet “2023”, row 7, column Giá trị DTI: “Đà Nẵng”: 0.8002, but 0.7163 in"
    with files.refused(message):
        plan(book, partial=True)
    with files.refused(r"unknown sheet “2032”, did you mean 2023\?"):
        plan(book, sheet="2032")
    assert_like_2022(added(plan(book, sheet="2023")), COPIED)


# Text tables


def test_semicolons_decimal_commas_and_a_byte_order_mark(folder, tmp_path, rows):
    columns = ["name", "total", "infrastructure"]
    file = csv_of(tmp_path, files.comma(rows), columns, delimiter=";", encoding="utf-8-sig")
    said = run(folder, file)
    assert_like_2022(scores(folder), columns[1:], ranks="derived")
    assert "decimal comma" in said
    assert "63 of 63 agree with the components published" in said
    assert "held between bounds" in said and "recomputed from all components" not in said


@pytest.mark.parametrize(
    ("delimiter", "encoding", "decimals"),
    [("\t", "utf-16", files.comma), (",", "utf-8", files.comma), (",", "utf-16", pd.DataFrame)],
)
def test_other_delimiters_and_encodings(tmp_path, delimiter, encoding, decimals):
    rows = decimals(files.real_rows())
    planned = plan(csv_of(tmp_path, rows, delimiter=delimiter, encoding=encoding))
    assert_like_2022(added(planned), COPIED)


def test_data_that_excel_saved_are_added_to_in_our_own_form(folder, tmp_path, rows):
    path = folder / "dti_editions.csv"
    ours = path.read_text(encoding="utf-8")
    pd.read_csv(path, dtype=str).to_csv(path, sep=";", index=False, encoding="utf-8-sig")
    said = run(folder, csv_of(tmp_path, rows))
    assert "dti_editions.csv was as Excel saved it: byte-order mark, semicolons; now " in said
    assert "dti_scores.csv was" not in said
    assert path.read_text(encoding="utf-8").startswith(ours)


def without_accents(text):
    parts = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def test_without_accents_and_in_upper_case(tmp_path, rows):
    headings = {name: without_accents(each).upper() for name, each in VIETNAMESE.items()}
    plain = rows.assign(name=rows["name"].map(without_accents).str.upper())
    assert_like_2022(added(plan(csv_of(tmp_path, plain, TABLE, headings))), COPIED)


NAMES = {
    "thua-thien-hue": "TP. Huế",
    "ho-chi-minh": "Tp.HCM",
    "ba-ria-vung-tau": "Bà Rịa – Vũng Tàu",
    "dak-lak": "Tỉnh Đắc Lắc",
    "hoa-binh": "Hoà\u00a0Bình (*)",
    "bac-giang": "Bắc Giang (1)",
}


def test_decomposed_accents_other_names_and_shuffled_rows_change_nothing(folder, tmp_path, rows):
    expected = plan(csv_of(tmp_path, rows)).rows["dti_scores"]
    mixed = rows.assign(name=rows["name"].where(~rows.index.isin(NAMES), rows.index.map(NAMES.get)))
    mixed = mixed.assign(name=mixed["name"].map(lambda name: unicodedata.normalize("NFD", name)))
    headings = {name: unicodedata.normalize("NFD", each) for name, each in VIETNAMESE.items()}
    file = csv_of(tmp_path, mixed.sample(frac=1, random_state=7), TABLE, headings)
    assert plan(file).rows["dti_scores"] == expected
    assert "TP. Huế | Thừa Thiên Huế" in run(folder, file)
    assert_like_2022(scores(folder), COPIED)


ENGLISH = {"rank": "Rank", "name": "Province", "total": "Total score"}


@pytest.mark.parametrize("headings", [ENGLISH, {"rank": "rank", "name": "province"}])
def test_english_headings_and_our_own_ids(tmp_path, rows, headings):
    english = rows.assign(name=files.PACKAGE["provinces"].set_index("province")["name_en"])
    assert_like_2022(added(plan(csv_of(tmp_path, english, TABLE, headings))), COPIED)


#: The headings of the copy that the data of 2022 come from.
COPY = {"name": "TinhThanh", "total": "DTI_Tong", "government_activity": "DTI_ChinhQuyenSo",
        "economy_activity": "DTI_KinhTeSo", "society_activity": "DTI_XaHoiSo",
        "infrastructure": "HaTangSo", "year": "Nam"}  # fmt: skip


def test_years_below_each_other_and_activities_by_the_name_of_their_pillar(tmp_path, rows):
    old, new = rows.assign(year="2022"), rows.assign(year="2023")
    old["total"] = list(rows["total"])[::-1]
    planned = plan(csv_of(tmp_path, pd.concat([old, new]), list(COPY), COPY))
    assert_like_2022(added(planned), COPIED, ranks="derived")
    assert "left out: 63 rows of other years" in preview(planned)
    read_as = "DTI_KinhTeSo | score of economy_activity: taken for activity indexes"
    assert read_as in preview(planned)


PILLAR_NAMES = {"government_activity": "Chính quyền số", "economy_activity": "Kinh tế số",
                "society_activity": "Xã hội số"}  # fmt: skip


def test_where_the_proof_does_not_tell_pillar_from_activity_the_table_is_refused(tmp_path, rows):
    headings = VIETNAMESE | PILLAR_NAMES
    wrong = changed(rows, "bac-ninh", total="0.1736")
    with files.refused() as caught:
        plan(csv_of(tmp_path, wrong, TABLE, headings))
    said = "dti.csv, column “Chính quyền số”, “Kinh tế số”, “Xã hội số”: may be the activity"
    assert said in str(caught.value)
    assert "neither holds (as activity indexes: bac-ninh, edition 2023: the" in str(caught.value)
    low = rows.sort_values("society_activity")[["name", "total", "society_activity"]]
    file = csv_of(tmp_path, low, list(low), headings)
    with files.refused(r"column “Xã hội số”: .* the totals follow with both"):
        plan(file)


def test_beside_the_activity_indexes_the_name_of_a_pillar_is_the_pillar(tmp_path, rows):
    pillar = files.EDITION_2022.table("digital_economy").set_index("province")["score"]
    both = rows.assign(pillar=pillar.map("{:.4f}".format))
    file = csv_of(tmp_path, both, [*TABLE, "pillar"], VIETNAMESE | {"pillar": "Kinh tế số"})
    new = added(plan(file)).xs("digital_economy", level="component")["score"]
    assert new["tra-vinh"] == 0.6647  # as printed
    pd.testing.assert_series_equal(new.sort_index(), pillar.sort_index(), check_names=False)


def test_an_edition_of_pillars_with_scores_and_ranks_in_groups(tmp_path):
    """Edition 2020, of which the first ten are known, by its own method."""
    scores = files.PACKAGE["dti_scores"]
    old = scores[(scores["edition"] == 2020) & (scores["source"] == "dti-2020-mirror")]
    old = old.set_index(["province", "component"])[["score", "rank"]]
    components = [dti.TOTAL, *dti.PILLARS]
    heads = [["Tỉnh", *[cell for name in ("DTI", "Chính quyền số", "Kinh tế số", "Xã hội số")
                        for cell in (name, "")]],
             ["", *["Điểm", "Hạng"] * 4]]  # fmt: skip
    lines = [
        [province, *(str(old.loc[(province, part), kind]) for part in components
                     for kind in ("score", "rank"))]
        for province in old.index.unique("province")
    ]  # fmt: skip
    file = files.write_csv(tmp_path / "dti.csv", heads + lines)
    new = added(plan(file, partial=True, like=2020))[["score", "rank"]]
    pd.testing.assert_frame_equal(new.sort_index(), old.sort_index())
    assert len(new) == 40


def test_a_smart_city_has_no_points_and_other_columns_are_left_out(tmp_path, rows):
    more = rows.assign(number=[str(n) for n in range(1, 64)], smart="0.5000", spare="x",
                       before=rows["rank"].iloc[::-1].to_numpy())  # fmt: skip
    headings = VIETNAMESE | {"number": "STT", "smart": "Đô thị thông minh", "spare": "Ghi chú",
                             "before": "Xếp hạng năm 2022"}  # fmt: skip
    columns = ["number", "name", "before", *COPIED, "smart", "spare"]
    planned = plan(csv_of(tmp_path, more, columns, headings))
    assert_like_2022(added(planned), COPIED, ranks="derived")
    said = preview(planned)
    assert "Đô thị thông minh | left out: smart city: no points in the total" in said
    assert "Xếp hạng năm 2022 | left out: of 2022" in said
    assert "Ghi chú | left out: not recognised" in said


# What stands beside the scores


def test_the_mean_is_taken_and_held_against_the_totals(tmp_path, rows):
    def with_mean(text):
        line = pd.DataFrame([{"name": "Trung bình cả nước", "total": text}])
        return csv_of(tmp_path, pd.concat([rows, line]).fillna(""))

    mean = f"{rows['total'].astype(float).mean():.4f}"
    assert plan(with_mean(mean)).rows["dti_editions"][0]["mean_total"] == mean
    # What the press printed.
    message = r"dti\.csv, row 65, column Giá trị DTI: .*0\.5763, but the totals make 0\.5787"
    with files.refused(message):
        plan(with_mean("0.5763"))


def test_part_of_the_provinces_is_said_in_the_data(folder, tmp_path, rows):
    run(folder, csv_of(tmp_path, rows[:40], ["name", *COPIED]), "--partial")
    new = scores(folder).xs("total", level="component")
    assert len(new) == 40 and new["rank"].isna().all()
    edition = data.load(folder)["dti_editions"].set_index("edition").loc[2023]
    assert "holds 40 of 63 provinces, 40 with a total" in edition["note"]
    assert edition["provinces_ranked"] == 63


def test_a_source_that_is_there_is_used_and_the_rest_is_like_the_newest(folder, tmp_path, rows):
    run(folder, csv_of(tmp_path, rows), "--source=merger-2025", "--published=2025-06-12")
    package = data.load(folder)
    assert "dti-2023" not in set(package["sources"]["source"])
    assert set(scores(folder)["source"]) == {"merger-2025"}
    columns = ["component", "level", "points", "adds_to_total"]
    new, old = (
        package["dti_weights"].query(f"edition == {year}")[columns].reset_index(drop=True)
        for year in (2023, 2021)
    )
    pd.testing.assert_frame_equal(new, old)
    edition = package["dti_editions"].set_index("edition").loc[2023]
    assert (edition["method"], edition["provinces_ranked"]) == ("main_indexes", 63)
    assert edition["note"] == "method and weights as edition 2021" and pd.isna(
        edition["mean_total"]
    )


def test_after_an_import_check_passes_and_a_dry_run_writes_nothing(folder, tmp_path, rows):
    before = (folder / "dti_scores.csv").read_bytes()
    assert "Nothing was written" in run(folder, csv_of(tmp_path, rows), "--dry-run")
    assert (folder / "dti_scores.csv").read_bytes() == before
    run(folder, csv_of(tmp_path, rows))
    done = CliRunner().invoke(cli.app, ["check", "--project", str(folder.parent)])
    assert done.exit_code == 0
    assert "DTI 2023: 63 of 63 agree with the components published" in done.output


def test_a_dry_run_tells_the_doubts_at_which_the_import_stops(folder, tmp_path, rows, monkeypatch):
    monkeypatch.setattr("helpers.importing.dti_moves._ENOUGH", 5)
    monkeypatch.setattr("helpers.importing.dti_moves._HIGH", -1.0)
    doubt = "total has almost the order of edition 2021"
    said = run(folder, csv_of(tmp_path, rows), "--dry-run")
    assert f"Odd: dti_scores.csv, column total: {doubt}" in said and "--yes once compared" in said
    assert_refused(folder, csv_of(tmp_path, rows), doubt)


def test_the_preview_and_its_remarks_are_in_the_language(folder, tmp_path, rows, monkeypatch):
    monkeypatch.setenv("BRIEFING_LANG", "vi")
    file = csv_of(tmp_path, rows.assign(note="1"), [*TABLE, "note"])
    said = run(folder, file, "--dry-run")
    for words in (
        "Các bảng:",
        "63 trong 63 tỉnh, thành phố của ngày 31/12/2023",
        "dấu chấm thập phân",
        "hạng của total",
        "0,7024",
        "không nhận ra",
        "Chữ số sai",
        "nằm trong khoảng",
        "phương pháp và trọng số như kỳ",
    ):
        assert words in said
    for words in (
        "Tables",
        "read as",
        "rank of",
        "units of",
        "left out",
        "Wrong digits",
        "decimal",
        "weights as",
    ):
        assert words not in said


# What is refused


def changed(rows, province, **values):
    return rows.assign(**{
        column: rows[column].mask(rows.index == province, value) for column, value in values.items()
    })  # fmt: skip


def test_one_digit_of_a_total(folder, tmp_path, rows):
    wrong = changed(rows, "quang-ninh", total="0.7034")
    page = page_of(tmp_path, files.detail(wrong[:5]))
    place = "dti.html, table 3, row 4, column CHUYỂN ĐỔI SỐ CẤP TỈNH (PDTI): “Quảng Ninh”: "
    fault = "edition 2023: the total 0.7034 does not follow from its components (0.7024)"
    said = assert_refused(folder, page, place + fault, "--partial")
    assert said.startswith("1 problem in the file, nothing was written:")


def test_ranks_exchanged(folder, tmp_path, rows):
    wrong = changed(changed(rows, "bac-giang", rank="10"), "nam-dinh", rank="9")
    place = "dti.csv, row 11, column Xếp hạng: “Nam Định”: total of edition 2023: rank 9"
    assert_refused(folder, csv_of(tmp_path, wrong), place)


def test_a_pillar_rank_that_does_not_follow(folder, tmp_path, rows):
    wrong = changed(rows, "tra-vinh", digital_economy="31")
    page = page_of(tmp_path, files.ranking(wrong), files.detail(rows, TABLE))
    place = "dti.html, table 3, row 26, column XẾP HẠNG KINH TẾ SỐ: “Trà Vinh”: digital_economy"
    assert_refused(folder, page, f"{place} of edition 2023: rank 31, but 26-27 follows")


def test_two_tables_that_contradict_each_other(tmp_path, rows):
    wrong = changed(rows, "bac-giang", rank="10")
    page = page_of(tmp_path, files.ranking(wrong), files.detail(rows, TABLE))
    place = "dti.html, table 4, row 10, column Xếp hạng DTI: “Bắc Giang”: 9, but 10 in"
    with files.refused(place):
        plan(page)
    fewer = rows.drop(index="bac-giang")
    page = page_of(tmp_path, files.ranking(rows), files.detail(fewer, TABLE))
    with files.refused("table 3, row 10: “Bắc Giang” is not in dti"):
        plan(page)


ROW_10 = "dti.csv, row 10, column "
WRONG_ROWS = {
    "a misspelt name": (
        lambda rows: changed(rows, "bac-giang", name="Bắc Gang"),
        f"{ROW_10}Tỉnh/Thành phố: “Bắc Gang” is no province (is it Bắc Giang?)",
    ),
    "a province twice": (
        lambda rows: changed(rows, "bac-giang", name="TP. Huế"),
        f"{ROW_10}Tỉnh/Thành phố: “TP. Huế” is Thừa Thiên Huế, as in row 5",
    ),
    "62 provinces": (
        lambda rows: rows.drop(index="bac-giang"),
        "dti.csv: 62 provinces, expected 63: no Bắc Giang (complete the table, or import it with",
    ),
    "another sign": (
        lambda rows: changed(rows, "bac-giang", infrastructure="0,5586"),
        f"{ROW_10}Hạ tầng số: “0,5586” has a decimal comma, others have a point",
    ),
    "per cent": (
        lambda rows: rows.assign(total=rows["total"].str.slice(2, 4) + "." + rows["total"].str[4:]),
        "dti.csv, row 2, column Giá trị DTI: “Đà Nẵng”: “80.02” is not a score from 0 to 1, and 62",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_ROWS)
def test_wrong_rows(folder, tmp_path, rows, name):
    spoil, message = WRONG_ROWS[name]
    assert_refused(folder, csv_of(tmp_path, spoil(rows)), message)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"name": ""}, f"{ROW_10}Tỉnh/Thành phố: figures without a name"),
        ({"infrastructure": "–"}, f"{ROW_10}Hạ tầng số: “Bắc Giang”: nothing there"),
        ({"infrastructure": "0.55.86"}, f"{ROW_10}Hạ tầng số: “Bắc Giang”: “0.55.86” is not a sc"),
        ({"rank": "64"}, f"{ROW_10}Xếp hạng: “Bắc Giang”: “64” is not a rank from 1 to 63"),
    ],
)
def test_wrong_cells(tmp_path, rows, values, message):
    with files.refused() as caught:
        plan(csv_of(tmp_path, changed(rows, "bac-giang", **values)))
    assert message in str(caught.value)


def test_totals_are_needed_and_no_two_columns_of_one_meaning(tmp_path, rows):
    with files.refused(r"dti\.csv: no column of totals"):
        plan(csv_of(tmp_path, rows, ["rank", "name", "infrastructure"]))
    twice = VIETNAMESE | {"society_activity": "Hạ tầng"}
    with files.refused("column Hạ tầng: read as score of infrastructure, as “H"):
        plan(csv_of(tmp_path, rows, TABLE, twice))


def test_an_edition_that_is_there_and_a_day_that_is_none(folder, tmp_path, rows):
    file = csv_of(tmp_path, rows)
    there = "edition 2021 is in data/dti_editions.csv already"
    assert_refused(folder, file, there, "--edition=2021")
    no_day = "--published “6/2/2025” is not a date such as 2025-02-06"
    assert_refused(folder, file, no_day, "--published=6/2/2025")
    with files.refused(r"dti\.csv is no workbook: leave out --sheet"):
        plan(file, sheet="2023")


@pytest.mark.parametrize(
    ("edition", "message"),
    [
        (Edition(2023, DAY, 2019, document=PUBLISHED), "unknown edition “2019”"),
        (
            Edition(2023, date(2023, 12, 31), 2021, document=PUBLISHED),
            "edition 2023 published on 31 December 2023, before",
        ),
        (Edition(2023, DAY, 2021, source="dti-202"), "unknown source “dti-202”, did you mean dti-"),
        (Edition(2023, DAY), "who published the table of edition 2023"),
        (Edition(2023, DAY, source="dti-2022"), "source “dti-2022” is of 12 July 2023"),
    ],
)
def test_an_edition_that_cannot_be(edition, message):
    with files.refused(message):
        dti_import.check(files.OLDER, edition)


def test_a_source_id_that_is_taken_is_to_be_named():
    sources = files.OLDER["sources"]
    taken = sources.assign(source=sources["source"].replace("dti-2022", "dti-2023"))
    package = data.DataPackage({**files.OLDER.tables, "sources": taken})
    with files.refused(r"already: use --source dti-2023"):
        dti_import.check(package, Edition(2023, DAY, 2021, document=PUBLISHED))


FILES = {
    "a page without tables": (b"<html><body><p>DTI</p></body></html>", "there is no table in it"),
    "a page of other tables": (b"<table><tr><td>a</td><td>b</td></tr></table>", "no table in it"),
    "text": ("Xếp hạng DTI năm 2023\n".encode(), "there is no table in it"),
    "a photograph": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is neither UTF-8 nor UTF-16 (line 1)"),
    "no workbook": (b"PK\x03\x04 and no more", "is not a readable workbook"),
    "empty": (b"", "is empty"),
    "an older encoding": ("Hà Giang;0,4790".encode("cp1258"), "save it as CSV UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_files_that_cannot_be_read(tmp_path, name):
    content, message = FILES[name]
    file = tmp_path / "dti.xls"
    file.write_bytes(content)
    with files.refused(r"^dti\.xls: ") as caught:
        plan(file)
    assert message in str(caught.value)


def test_a_page_without_tables_leaves_the_data_alone(folder, tmp_path):
    page = tmp_path / "dti.html"
    page.write_bytes(FILES["a page without tables"][0])
    assert_refused(folder, page, "dti.html: there is no table in it")


def command(folder, file):
    publisher = [part for pair in files.PUBLISHER.items() for part in pair]
    options = ["--edition", "2023", "--published", "2025-02-06", *publisher]
    return ["import-dti", str(file), *options, "--project", str(folder.parent)]


def test_a_message_is_one_and_the_exit_code_is_1(folder, tmp_path):
    done = briefing(*command(folder, tmp_path / "nowhere.xlsx"))
    assert done.returncode == 1 and not done.stdout
    assert done.stderr.startswith("briefing: ") and done.stderr.count("\n") == 1
    assert "nowhere.xlsx: there is no such file" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_on_a_terminal_it_asks_first(folder, tmp_path, rows, monkeypatch):
    import pty

    before = (folder / "dti_scores.csv").read_bytes()
    keyboard, terminal = pty.openpty()
    os.write(keyboard, b"n\n")
    with os.fdopen(terminal, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        done = briefing(*command(folder, csv_of(tmp_path, rows)))
    os.close(keyboard)
    assert done.returncode == 0 and "Write these rows? [y/N]" in done.stdout
    assert done.stdout.endswith("Nothing was written.\n")
    assert (folder / "dti_scores.csv").read_bytes() == before

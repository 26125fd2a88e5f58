"""The real rows of DTI edition 2022, written to files in every shape in which people have them."""

from __future__ import annotations

import csv
import io
import re
from contextlib import contextmanager
from html import escape

import openpyxl
import pandas as pd
import pytest
from conftest import accept, published, whole

from helpers.analysis import dti, proof
from helpers.analysis.edition import Edition, every
from helpers.exceptions import BriefingError, in_language
from helpers.store.data import DataPackage

PACKAGE = whole()
EDITION_2022 = Edition.of(PACKAGE, 2022)
#: What the copy of the ministry's page has of every province; of five there are all eight indexes.
COPIED = ["total", "infrastructure", "government_activity", "economy_activity", "society_activity"]
NAMES = PACKAGE["provinces"].set_index("province")["name_vi"]
VIETNAMESE = {
    "rank": "Xếp hạng",
    "name": "Tỉnh/Thành phố",
    "total": "Giá trị DTI",
    "awareness": "Nhận thức số",
    "institutions": "Thể chế số",
    "infrastructure": "Hạ tầng số",
    "human_resources": "Nhân lực số",
    "information_security": "An toàn thông tin mạng",
    "government_activity": "Hoạt động chính quyền số",
    "economy_activity": "Hoạt động kinh tế số",
    "society_activity": "Hoạt động xã hội số",
}


@contextmanager
def refused(message=None):
    """Let what is done be refused so in English, and each fault and cure in Vietnamese too."""
    with pytest.raises(BriefingError, match=message) as caught:
        yield caught
    told = [words for each in getattr(caught.value, "problems", ()) for words in
            (each.fault, each.cure)]  # fmt: skip
    assert [words for words in told if in_language(words, "vi") == str(words)] == []
    assert caught.value.said["vi"] != caught.value.said["en"]


def real_rows() -> pd.DataFrame:
    """One row a province of edition 2022, best first: name, rank, its scores, its pillars' ranks.

    Scores are text with four decimals, empty where not published.
    """
    wide = dti.wide(EDITION_2022.published).drop(columns=list(dti.PILLARS))
    shown = wide.map(lambda score: "" if pd.isna(score) else f"{score:.4f}")
    table = EDITION_2022.table().set_index("province")
    for pillar in dti.PILLARS:
        ranks = EDITION_2022.table(pillar).set_index("province")["rank"]
        shown[pillar] = ranks.reindex(shown.index).astype(str)
    shown = shown.reindex(table.index).assign(rank=table["rank"].astype(str))
    return shown.assign(name=NAMES.reindex(shown.index))


#: A table of these is added as edition 2023 to data that know no edition from 2022 on.
FIRST_TAKEN_OUT = 2022
PUBLISHER = {"--publisher": "Bộ Khoa học và Công nghệ", "--publisher-en": "Ministry of Science"}


def without_editions(folder, first=FIRST_TAKEN_OUT, source="dti-2023"):
    """Take out of the data in a folder the editions from one on, and a source whose id is free."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        kept = [row for row in rows if row.get("source") != source]
        if path.name.startswith("dti_"):
            kept = [row for row in kept if int(row.get("edition") or 0) < first]
        if path.name == "confirmed.csv":
            kept = [row for row in kept if _edition(row["about"]) < first]
        for row in kept:
            if row.get("confirmed_by") == source:
                row["confirmed_by"] = ""
        if kept != rows:
            stream = io.StringIO()
            writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(kept)
            path.write_text(stream.getvalue(), encoding="utf-8")
    return accept(folder)


def _edition(about):
    """The edition that a fact speaks of; 0 if it speaks of something else."""
    found = re.match(r"dti_\w+/(\d+)", about)
    return int(found[1]) if found else 0


def older(package, first=FIRST_TAKEN_OUT, source="dti-2023"):
    """A package without those editions and that source."""
    tables = {
        name: table[table["edition"] < first]
        if name.startswith("dti_") and "edition" in table
        else table
        for name, table in package.tables.items()
    }
    facts = tables["confirmed"]
    tables["confirmed"] = facts[facts["about"].map(_edition) < first]
    sources = tables["sources"]
    tables["sources"] = sources[sources["source"] != source]
    return DataPackage(tables)


OLDER = older(PACKAGE)


def lines(rows, columns, headings=VIETNAMESE):
    """A line of headings and the rows, as lists of text."""
    head = [headings.get(column, column) for column in columns]
    return [head, *rows[columns].to_numpy().tolist()]


def comma(rows):
    """The rows with decimal commas."""
    scores = [column for column in rows if column in VIETNAMESE and column not in {"rank", "name"}]
    return rows.assign(**{column: rows[column].str.replace(".", ",") for column in scores})


def write_csv(path, cells, delimiter=",", encoding="utf-8"):
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(cells)
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


#: The edition that follows the newest of the live data, and a day on which it may be published.
LIVE = published()
FOLLOWING = int(LIVE["dti_editions"]["edition"].max()) + 1
FOLLOWING_DAY = f"{FOLLOWING + 1}-10-15"


def following_rows():
    """Rows of a made-up edition that follows the newest: its scores mixed with those of others.

    Its totals follow from its scores, by the newest edition's points, and it has their ranks.
    """
    last = next(table for table in reversed(every(LIVE)) if table.number == FOLLOWING - 1)
    weight = proof.weights(last).set_index("component")["weight"]
    scores = dti.wide(last.published)[list(weight.index)]
    scores = (0.8 * scores + 0.2 * scores.shift(7).fillna(scores.iloc[-1])).round(4)
    total = (scores @ weight).round(4)
    table = scores.assign(total=total).sort_values("total", ascending=False)
    shown = table.map("{:.4f}".format)
    ranks = dti.ranks(table["total"]).astype(int).astype(str)
    names = LIVE["provinces"].set_index("province")["name_vi"]
    return shown.assign(rank=ranks, name=names.reindex(table.index))


def following_options():
    """The options with which the command line takes the rows that follow the newest edition."""
    options = {"--edition": FOLLOWING, "--published": FOLLOWING_DAY, **PUBLISHER}
    return [str(part) for pair in options.items() for part in pair]


def html_table(cells, head=""):
    """A table of HTML; ``head`` stands for the first line of cells."""
    rows = cells[1:] if head else cells
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table>{head}{body}</table>"


#: Around the tables of a page: a layout table, a navigation table, a footer.
_BEFORE = """<!DOCTYPE html>
<!-- saved from url=(0029)https://dti.gov.vn/xep-hang-2023 -->
<html lang="vi"><head><meta charset="utf-8"><title>Xếp hạng DTI</title>
<script>var tables = "<table><tr><td>Tỉnh</td><td>Hạng</td></tr></table>";</script></head><body>
<table><tr><td>Trang chủ</td><td>Tin tức</td></tr></table>
<table><tr><td><h2>BÁO CÁO XẾP HẠNG</h2>"""
_AFTER = """</td></tr></table>
<table><tr><td>Bộ Thông tin và Truyền thông</td><td>Điện thoại: 024</td></tr></table></body></html>
"""


def write_page(path, *tables):
    path.write_text(_BEFORE + "<br>".join(tables) + _AFTER, encoding="utf-8")
    return path


#: The two headings of the ministry's page of 2022, as they stand there.
RANKING_HEAD = (
    "<tr><th>XẾP HẠNG<br>DTI</th><th>CÁC TỈNH, THÀNH PHỐ TRỰC THUỘC TW</th>"
    "<th>XẾP HẠNG<br>CHÍNH QUYỀN SỐ</th><th>XẾP HẠNG<br>KINH TẾ SỐ</th>"
    "<th>XẾP HẠNG<br>XÃ HỘI SỐ</th></tr>"
)
MINISTRY = {
    "rank": "Xếp hạng DTI",
    "name": "Các tỉnh, thành phố trực thuộc TW",
    **{name: f"Chỉ số {heading}" for name, heading in VIETNAMESE.items()
       if name not in {"rank", "name", "total"}},
    "total": "CHUYỂN ĐỔI SỐ CẤP TỈNH (PDTI)",
}  # fmt: skip


def ranking(rows, head=RANKING_HEAD):
    columns = ["rank", "name", *dti.PILLARS]
    return html_table([[], *rows[columns].to_numpy().tolist()], head)


def detail(rows, columns=None):
    return html_table(lines(rows, columns or list(MINISTRY), MINISTRY))


def workbook(path, sheets):
    """A workbook of sheets: cells by name; the first two lines of headings are merged."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, (cells, merged) in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    book.save(path)
    return path

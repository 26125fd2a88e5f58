"""Files that are traps are refused in one line, before they cost memory or time."""

from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from functools import cache

import openpyxl
import pytest

from helpers.importing import incoming, table_files
from helpers.importing.incoming import UnreadableFileError

SHEET = "xl/worksheets/sheet1.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
OFFICE = ("urn:oasis:names:tc:opendocument:xmlns:office:1.0",
          "urn:oasis:names:tc:opendocument:xmlns:table:1.0")  # fmt: skip


@cache
def parts():
    """The parts of a sound workbook of one sheet with one row of words."""
    stream, book = io.BytesIO(), openpyxl.Workbook()
    book.active.title = "..\N{FULLWIDTH SOLIDUS}etc"
    book.active.append(["province", "points"])
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(**changed):
    """A workbook with some parts of its own."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**parts(), **changed}.items():
            archive.writestr(name, part)
    return stream.getvalue()


def sheet(rows, after="", before="", encoding="utf-8"):
    """A workbook whose sheet has such rows."""
    text = f"<worksheet {SPACE}><sheetData>{rows}</sheetData>{after}</worksheet>"
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    return packed(**{SHEET: (head + before + text).encode(encoding)})


def many_share(cells, length):
    """A workbook in which many cells are one long text."""
    shared = f"<sst {SPACE}><si><t>{'x' * length}</t></si></sst>"
    row = "<row>{}</row>".format('<c t="s"><v>0</v></c>' * 30)
    rows = f"<worksheet {SPACE}><sheetData>{row * (cells // 30)}</sheetData></worksheet>"
    return packed(**{"xl/sharedStrings.xml": shared, SHEET: rows})


def open_document(rows):
    office, table = OFFICE
    text = f"""<o:document-content xmlns:o="{office}" xmlns:t="{table}"><o:body><o:spreadsheet>
        <t:table t:name="a">{rows}</t:table></o:spreadsheet></o:body></o:document-content>"""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", text)
    return stream.getvalue()


def lying():
    """A workbook whose sheet is longer than the zip says in both places."""
    long = packed(**{SHEET: f"<worksheet {SPACE}/>".ljust(200) + " " * 54_321})
    with zipfile.ZipFile(io.BytesIO(long)) as archive:
        size = struct.pack("<I", archive.getinfo(SHEET).file_size)
    return long.replace(size, struct.pack("<I", 200))


def locked():
    """A workbook whose parts are encrypted as zips are."""
    book, mark = bytearray(packed()), b"PK\x01\x02"
    place = bytes(book).find(mark)
    while place >= 0:
        book[place + 8] |= 1
        place = bytes(book).find(mark, place + 1)
    return bytes(book)


CELL = '<c r="{}" t="inlineStr"><is><t>x</t></is></c>'
OLD = incoming.OLDER + b"\0" * 508
#: What each trap holds, and the words of its refusal. Made when asked for: some are large.
WORKBOOKS = {
    "a part of a hundred MB": (lambda: packed(**{SHEET: b" " * 100_000_000}), "unfolds to more"),
    "a part longer than it says": (lying, "not a readable workbook"),
    "a billion laughs": (lambda: sheet("", before=LAUGHS), "declares a type of document"),
    "the same in another encoding": (
        lambda: sheet("", before=LAUGHS, encoding="utf-16"), "declares a type of document"),
    "a file of the machine": (
        lambda: sheet("<row><c><v>&f;</v></c></row>",
                      before='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
        "declares a type of document"),
    "a million cells": (lambda: sheet(f"<row>{'<c/>' * 1000}</row>" * 1000), "100,000 cells"),
    "a cell in the last place": (
        lambda: sheet(f'<row r="1">{CELL.format("A1")}{CELL.format("XFD1048576")}</row>'),
        "more than"),
    "a row that is the last": (
        lambda: sheet('<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>'),
        "20,000 cells, rows"),
    "cells merged to the end": (
        lambda: sheet("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "more than"),
    "a link from all cells": (
        lambda: sheet("", '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>'),
        "more than"),
    "a long text many times": (lambda: many_share(30_000, 32_000), "50,000,000 cells"),
    "a part above the file": (lambda: packed(**{"../../evil.xml": "<a/>"}), "leads out of it"),
    "a part at the root": (lambda: packed(**{"/etc/evil.xml": "<a/>"}), "leads out of it"),
    "a part of a drive": (lambda: packed(**{"C:\\evil.xml": "<a/>"}), "leads out of it"),
    "a part twice": (lambda: packed(**{SHEET.upper(): "<a/>"}), "not a readable workbook"),
    "a binary workbook": (lambda: packed(**{"xl/workbook.bin": b"\0"}), "not a readable workbook"),
    "no XML": (lambda: packed(**{SHEET: b"x<worksheet><sheetData>"}), "not a readable workbook"),
    "cut off": (lambda: packed()[:900], "not a readable workbook"),
    "locked as a zip": (locked, "locked by a password"),
    "locked": (lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
    "another document": (
        lambda: packed().replace(b"xl/workbook.xml", b"word/document.x"),
        "not a readable workbook"),
}  # fmt: skip
OTHERS = {
    "a cell of a million columns": (
        lambda: open_document('<t:table-row><t:table-cell o:value-type="string" '
                              't:number-columns-repeated="1000000"/></t:table-row>'),
        "100,000 cells"),
    "a row a million times": (
        lambda: open_document('<t:table-row t:number-rows-repeated="1000000">'
                              '<t:table-cell o:value-type="string"/></t:table-row>'), "more than"),
    "an older workbook of nothing": (lambda: OLD, "not a readable workbook"),
    "an older workbook full of words": (
        lambda: OLD + b"\xfd\x00\x0a\x00" * 20_000, "more than 10,000"),
    "text of a million cells": (lambda: b"a;b\n" + b";" * 1_000_000, "100,000 cells"),
    "text of long and many rows": (
        lambda: b"a;b\n" * 20_000 + b";" * 50_000, "1,000,000 cells"),
    "a cell of text without an end": (lambda: b'a;b\n"' + b"x" * 200_000 + b'";b', "text table"),
    "a page of boxes in boxes": (lambda: b"<table>" + b"<div>" * 60_000, "too entangled"),
    "a page of bold in bold": (
        lambda: b"<p>" + b"".join(b"<b id=%d>" % n for n in range(240)) + b"<p>x" * 60_000,
        "too entangled"),
    "a page of merged cells": (
        lambda: b"<table>" + b"<tr>" + b"<td colspan=1000 rowspan=1000>x" * 20 + b"<tr>" * 1000,
        "too entangled"),
    "tables in tables": (
        lambda: b"<table><tr><td>" * 60 + b"x" * 2_000_000, "too entangled"),
    "a text of NUL": (lambda: b"a,b\n\0,\n", "is not a saved page"),
    "nothing": (lambda: b"", "is empty"),
}  # fmt: skip
PLACES = {
    "folder": "is a folder",
    "pipe": "is no ordinary file",
    "pipe behind a link": "is no ordinary file",
    "link to nothing": "there is no such file",
    "link to itself": "cannot be opened",
    "endless.xlsx": "is larger than 20 MB",
}


def traps(folder):
    """Write every trap; return the words that refuse each by its path."""
    found = {}
    for number, (make, words) in enumerate([*WORKBOOKS.values(), *OTHERS.values()]):
        path = folder / f"{number:02}.xlsx"
        path.write_bytes(make())
        found[path] = words
    found |= {folder / name: words for name, words in PLACES.items()}
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "pipe behind a link").symlink_to(folder / "pipe")
    (folder / "link to nothing").symlink_to(folder / "nowhere")
    (folder / "link to itself").symlink_to(folder / "link to itself")
    with (folder / "endless.xlsx").open("wb") as file:
        file.truncate(10**12)
    return found


#: Reads files as import-dti and as take do, and tells of each what it said and what it cost.
READER = """
import json, resource, sys, time
from pathlib import Path
from helpers.exceptions import BriefingError
from helpers.importing import form_reading, table_files
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
def refusal(read, *arguments):
    before = time.process_time()
    try:
        read(*arguments)
        said = {"vi": "", "en": ""}
    except BriefingError as error:
        said = error.said
    return [said, time.process_time() - before]
for path in map(Path, sys.argv[1:]):
    both = [refusal(table_files.read, path), refusal(form_reading.read, path, [], {})]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps([path.name, both, peak]), flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_traps_are_refused_in_seconds_and_within_memory(tmp_path):
    expected = traps(tmp_path)
    run = [sys.executable, "-c", READER, *map(str, expected)]
    done = subprocess.run(run, capture_output=True, text=True, timeout=300, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [name for name, *_ in told] == [path.name for path in expected], done.stderr
    for (path, words), (_, both, peak) in zip(expected.items(), told, strict=True):
        (said, taken), (said_of_form, taken_by_form) = both
        assert words in said["en"], (path, said)
        for each in (said, said_of_form):
            assert each["en"] and each["en"] != each["vi"], (path, each)
            assert not {"\n", "{"} & {*each["en"], *each["vi"]}, each
        assert taken < 25 and taken_by_form < 25, (path, both)
        assert peak < 900, (path, peak)


def test_a_workbook_that_claims_to_be_large_is_read_as_what_it_is(tmp_path):
    path = tmp_path / "claims.csv"
    rows = f'<row r="1">{CELL.format("A1")}{CELL.format("B1")}</row>'
    claim = '<dimension ref="A1:XFD1048576"/>'
    text = f"<worksheet {SPACE}>{claim}<sheetData>{rows}</sheetData></worksheet>"
    path.write_bytes(packed(**{SHEET: text}))
    (grid,) = table_files.read(path).grids
    assert [list(row) for row in grid.rows] == [["x", "x"]]
    assert grid.name == "..\N{FULLWIDTH SOLIDUS}etc", "the name of a sheet leads nowhere"


def test_whatever_is_written_as_a_workbook_is_none_or_harmless():
    for content in (packed()[::-1], b"PK\x03\x04" + b"\0" * 5000, lying()[4:]):
        with pytest.raises(UnreadableFileError, match="not a readable workbook"):
            incoming.require_harmless("a.xlsx", incoming.ZIP + content)
    incoming.require_harmless("a.xlsx", packed())

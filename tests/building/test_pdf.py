"""The page on paper: what Chromium prints, what the file says of itself, and what can fail."""

from __future__ import annotations

import io
import os
import pickle
import re
import stat
import sys
import time

import pytest
from conftest import ROOT, parse
from pypdf import PdfReader

from helpers.building import pdf
from helpers.exceptions import BriefingError, BrowserMissingError, PrintError
from helpers.words.language import LANGUAGES

SMALL = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Tờ
 trình</title>{meta}<style>h2 {{ width: 5em }}</style></head><body><h1>Tờ trình</h1>
<h2>Tỷ lệ thủ tục đủ điều kiện</h2><p><a href="bac-giang.en.html">English</a>
<a href="../index.html?a=tỉnh#b">Danh mục</a> <a href="https://example.org/a">Nguồn</a></p></body></html>
"""
META = """<meta name="author" content="Sở Thông tin và Truyền thông">
<meta name="description" content="Hạng 10 &amp; gần 100%.">
<meta name="keywords" content="DTI, 2021">
<meta name="date" content="2022-01-27">"""

needs_browser = pytest.mark.browser


@pytest.fixture(scope="module")
def browser():
    try:
        return pdf.find_browser()
    except BrowserMissingError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def published():
    """The published pages."""
    folder = ROOT / "reports" / "2021"
    return {
        lang: (folder / f"bac-giang.{lang}.html").read_text(encoding="utf-8") for lang in LANGUAGES
    }


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture(scope="module")
def printed(browser, published, lang):
    return pdf.print_page(published[lang], browser)


@pytest.fixture(scope="module")
def paper(printed):
    return PdfReader(io.BytesIO(printed))


@pytest.fixture(scope="module")
def small(browser):
    return PdfReader(io.BytesIO(pdf.print_page(SMALL.format(meta=META), browser)))


def outline(entries, depth=0):
    """Yield the depth and the title of every outline entry."""
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, depth + 1)
        else:
            yield depth, entry.title


def tags(element):
    """Yield every element of the structure tree."""
    element = element.get_object()
    if isinstance(element, list):
        for each in element:
            yield from tags(each)
    elif isinstance(element, dict):
        yield element
        yield from tags(element["/K"]) if "/K" in element else ()


def squeezed(text):
    return re.sub(r"[\s\u2060]+", "", text)


def headings(text, level, within="section"):
    """Return the headings of a level in the chapters: the contents are not printed."""
    parts = parse(text).iter(within)
    found = [heading for part in parts for heading in part.iter(level)]
    return [" ".join("".join(heading.itertext()).split()) for heading in found]


@needs_browser
def test_the_outline_has_every_chapter_in_the_words_of_the_page(paper, published, lang):
    entries = list(outline(paper.outline))
    assert [title for depth, title in entries if depth == 0] == headings(
        published[lang], "h1", within="header"
    )
    chapters = headings(published[lang], "h2")
    assert len(chapters) >= 6
    assert [title for depth, title in entries if depth == 1] == chapters
    below = [title for depth, title in entries if depth == 2]
    assert below and set(below) <= set(headings(published[lang], "h3"))


@needs_browser
def test_it_is_tagged_and_names_its_language(paper, published, lang):
    root = paper.trailer["/Root"]
    assert root["/Lang"] == lang
    assert (
        root["/MarkInfo"]["/Marked"].value and root["/ViewerPreferences"]["/DisplayDocTitle"].value
    )
    kinds = [str(tag.get("/S")) for tag in tags(root["/StructTreeRoot"])]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == len(headings(published[lang], "h2"))
    assert {"/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/Figure"} <= set(kinds)
    described = [tag["/Alt"] for tag in tags(root["/StructTreeRoot"]) if tag.get("/Alt")]
    assert described, "the charts' alternative texts"


@needs_browser
def test_its_words_can_be_read_out_whole(paper, published, lang):
    words = squeezed("".join(page.extract_text() for page in paper.pages))
    for _, heading in outline(paper.outline):
        assert squeezed(heading) in words, heading
    figures = {"vi": ("1.380dịchvụ", "gần100%", "0,3615"), "en": ("1,380", "nearly100%", "0.3615")}
    for figure in figures[lang]:
        assert figure in words
    assert "\ufffd" not in words


@needs_browser
def test_the_page_brings_its_own_typeface(paper):
    fonts = {}
    for page in paper.pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
            fonts[font["/BaseFont"].split("+")[-1]] = "/FontFile2" in inner["/FontDescriptor"]
    assert fonts["BeVietnamPro-Regular"] and fonts["BeVietnamPro-SemiBold"], "embedded"


@needs_browser
def test_it_is_a_briefing_on_a4(paper, printed):
    assert len(paper.pages) >= 5 and len(printed) < 2_000_000
    assert printed[:8] >= b"%PDF-1.4", "tags need it"
    for page in paper.pages:
        assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]


@needs_browser
def test_the_same_page_gives_the_same_bytes(browser, published, printed, lang):
    assert pdf.print_page(published[lang], browser) == printed


@needs_browser
def test_a_counter_that_skipped_a_number_leaves_no_trace(printed):
    names = sorted(set(re.findall(rb"\(node\d{8}\)", printed)))
    assert len(names) > 50 and names[-1] == b"(node%08d)" % len(names)
    skipped = printed
    for place in range(len(names), len(names) // 2, -1):
        skipped = skipped.replace(b"(node%08d)" % place, b"(node%08d)" % (place + 1))
    assert skipped != printed and pdf.steady(skipped) == printed


def test_it_says_what_the_page_says_of_itself(small):
    assert dict(small.metadata) == {
        "/Producer": small.metadata.producer,
        "/Title": "Tờ trình",
        "/Author": "Sở Thông tin và Truyền thông",
        "/Subject": "Hạng 10 & gần 100%.",
        "/Keywords": "DTI, 2021",
        "/CreationDate": "D:20220127",
        "/ModDate": "D:20220127",
    }
    assert str(small.metadata.creation_date.date()) == "2022-01-27"


@needs_browser
def test_it_tells_no_clock_and_no_machine(browser):
    printed = pdf.print_page(SMALL.format(meta=""), browser)
    assert set(PdfReader(io.BytesIO(printed)).metadata) == {"/Producer", "/Title"}
    for trace in (b"Date", b"Mozilla", b"Linux", b"file:", b"page.html"):
        assert trace not in printed


@needs_browser
def test_links_to_neighbours_stay_relative(small):
    links = [
        annotation.get_object()["/A"]["/URI"]
        for page in small.pages
        for annotation in page["/Annots"]
    ]
    assert links == ["bac-giang.en.html", "../index.html?a=tỉnh#b", "https://example.org/a"]


@needs_browser
def test_an_outline_entry_keeps_the_space_where_its_heading_wraps(small):
    assert list(outline(small.outline)) == [(0, "Tờ trình"), (1, "Tỷ lệ thủ tục đủ điều kiện")]


def test_without_a_browser_one_line_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv(pdf.BROWSER_VARIABLE, raising=False)
    monkeypatch.setattr(pdf, "_PLACES", (r"${PROGRAMFILES}\nowhere\chrome.exe",))
    with pytest.raises(BrowserMissingError) as caught:
        pdf.print_page(SMALL)
    message = str(caught.value)
    assert "\n" not in message and caught.value.exit_code == 1
    for part in ("the PDF needs Chromium or Chrome", "apt-get install chromium", "Windows", "macOS",
                 "set CHROMIUM to its path"):  # fmt: skip
        assert part in message


def fake(folder, script):
    """Write a program that stands for a browser."""
    path = folder / "chromium"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


posix = pytest.mark.skipif(sys.platform == "win32", reason="the fake browsers are shell scripts")


@posix
def test_the_variable_wins_over_the_search(tmp_path, monkeypatch):
    (tmp_path / "other").mkdir()
    found, named = fake(tmp_path, "exit 0"), fake(tmp_path / "other", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(pdf.BROWSER_VARIABLE, raising=False)
    assert pdf.find_browser() == found
    monkeypatch.setenv(pdf.BROWSER_VARIABLE, named)
    assert pdf.find_browser() == named
    monkeypatch.setenv(pdf.BROWSER_VARIABLE, str(tmp_path / "none"))
    with pytest.raises(BrowserMissingError, match=r"CHROMIUM names “.*none”"):
        pdf.find_browser()


@posix
@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("exit 3", "it exited with 3"),
        ("exit 0", "it exited with 0"),
        ("echo first >&2; echo ' no sandbox ' >&2; echo >&2; exit 1", "no sandbox"),
        ("echo 'Failed to write file' >&2", "Failed to write file"),
    ],
)
def test_a_browser_that_fails_is_told_in_one_line(tmp_path, script, fault):
    browser = fake(tmp_path, script)
    with pytest.raises(PrintError) as caught:
        pdf.print_page(SMALL, browser)
    assert str(caught.value) == f"{browser} printed no PDF: {fault}"
    assert isinstance(caught.value, BriefingError) and caught.value.exit_code == 1


@posix
def test_a_browser_that_hangs_is_stopped_even_if_its_children_live(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "_PATIENCE", 0.5)
    start = time.monotonic()
    with pytest.raises(PrintError, match=r"not done after 0\.5 seconds"):
        pdf.print_page(SMALL, fake(tmp_path, "sleep 5 & wait"))
    assert time.monotonic() - start < 4


def test_a_browser_that_is_none_is_told_in_one_line(tmp_path):
    with pytest.raises(PrintError, match="printed no PDF: "):
        pdf.print_page(SMALL, str(tmp_path / "missing"))


@posix
def test_nothing_is_left_in_the_temporary_folder(tmp_path, monkeypatch):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    log = tmp_path / "arguments"
    browser = fake(tmp_path, f'echo "$@" > {log}; ls {place}/* >> {log}; exit 1')
    with pytest.raises(PrintError):
        pdf.print_page(SMALL, browser)
    assert str(place) in log.read_text() and "page.html" in log.read_text()
    assert list(place.iterdir()) == []


@posix
@pytest.mark.parametrize("user", [0, 1000])
def test_the_sandbox_is_given_up_only_by_root(tmp_path, monkeypatch, user):
    monkeypatch.setattr(os, "geteuid", lambda: user)
    with pytest.raises(PrintError) as caught:
        pdf.print_page(SMALL, fake(tmp_path, 'echo "$@" >&2; exit 1'))
    assert ("--no-sandbox" in caught.value.fault.split()) == (user == 0)


@posix
def test_a_snap_gets_a_folder_that_it_can_see(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    place = pdf._workspace("/snap/bin/chromium")
    assert place == tmp_path / "snap" / "chromium" / "common" and place.is_dir()
    assert pdf._workspace("/usr/bin/chromium") is None


def test_a_print_error_survives_the_way_back_from_a_worker():
    error = pickle.loads(pickle.dumps(PrintError("chromium", "no sandbox")))
    assert str(error) == "chromium printed no PDF: no sandbox"

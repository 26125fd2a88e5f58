"""The length of the published pages: a leader reads so many phone screens, so many sheets."""

from __future__ import annotations

import re
from html import unescape

import paper
import pytest
from conftest import ROOT, opened

from helpers.words.language import Language


def named(page):
    return f"{page.parent.name}-{page.stem}"


PAGES = sorted((ROOT / "reports").glob("20*/*.html"))
#: A phone's screen in CSS pixels, and how many of them a page may take with its appendix folded.
PHONE, SCREENS = (360, 800), 14
#: How many sheets of A4 the main text may take, and the smallest size of the first one's sources.
SHEETS, SMALLEST = 6, 8
#: A print takes seconds: the first year, the longest, and that of the 34 units.
PRINT = {"2021-bac-giang.vi", "2024-bac-giang.vi", "2025-bac-ninh-2025.vi"}
PRINTED = [path for path in PAGES if named(path) in PRINT]


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_page_takes_at_most_fourteen_screens_of_a_phone(browser, path):
    width, height = PHONE
    with opened(browser, path, width) as page:
        assert page.evaluate("document.documentElement.scrollHeight") <= SCREENS * height
        folds = page.locator("details.dx-section")
        assert folds.count() >= 3 and page.locator("details[open]").count() == 0
        main = page.locator("section.dx-chapter:not([aria-labelledby='appendix'])")
        assert main.locator("details.dx-folded").count() == 0, "a fold of the main text"


def squeezed(text):
    return re.sub(r"[\s\u2060]", "", text)


@pytest.fixture(scope="module", params=PRINTED, ids=named)
def path(request):
    return request.param


@pytest.fixture(scope="module")
def sheets(path, sheets_of):
    return sheets_of(path)


def test_the_main_text_takes_at_most_six_sheets_and_none_is_half_empty(path, sheets):
    title = str(Language(path.stem[-2:]).say("appendix-title"))
    first = next(n for n, sheet in enumerate(sheets) if n and title in sheet.words)
    above = max(up for text, up, _ in sheets[first].pieces if text in title)
    beside = any(up > above for _, up, _ in sheets[first].pieces if up < 0.94)
    assert first + beside <= SHEETS
    assert [sheet.filled for sheet in sheets[:-1] if sheet.filled < 0.5] == []


def heads(text):
    """What stands above something on a page: titles, captions, the heads of tables."""
    found = re.findall(r"<(h[2-4]|summary|caption|thead)\b[^>]*>(.*?)</\1>", text, re.DOTALL)
    return {squeezed(unescape(re.sub("<[^>]+>", "", words))) for _, words in found}


def lowest(sheet):
    """The last line of a sheet's text."""
    place = min(up for _, up, _ in sheet.pieces if up > 0.055)
    return squeezed("".join(text for text, up, _ in sheet.pieces if abs(up - place) < 0.002))


def lonely(sheets, path):
    """The heads of which a line, the last one or another, is the last of a sheet."""
    known = heads(path.read_text(encoding="utf-8"))
    last = [lowest(sheet) for sheet in sheets]
    return [line for line in last if len(line) > 5 and any(line in each for each in known)]


def test_no_sheet_ends_with_the_head_of_what_stands_on_the_next(path, sheets):
    assert lonely(sheets, path) == []


@pytest.mark.browser
@pytest.mark.parametrize("name", ["2023-bac-giang.vi", "2025-bac-ninh-2025.vi"])
def test_no_sheet_that_a_browser_prints_ends_with_the_head_of_what_stands_on_the_next(
    browser, name
):
    path = next(each for each in PAGES if named(each) == name)
    with opened(browser, path, 800) as page:
        printed = paper.read(page.pdf(prefer_css_page_size=True))
    assert len(printed) > 10 and lonely(printed, path) == []


def test_the_first_sheet_holds_page_one_and_its_sources_can_be_read(path, sheets):
    sheet = sheets[0]
    title = str(Language(path.stem[-2:]).say("sources-of-page"))
    assert title in sheet.words
    place = next(n for n, (text, _, _) in enumerate(sheet.pieces) if text in title)
    # Where there are few key figures, what follows begins under the sources.
    headings = re.findall(r"<h2[^>]*>([^<]+)</h2>", path.read_text(encoding="utf-8"))
    after = [n for n, (text, _, _) in enumerate(sheet.pieces) if n > place and text in headings]
    end = after[0] if after else None
    sources = [size for text, up, size in sheet.pieces[place:end] if up > 0.055]
    assert len(sources) > 3 and min(sources) >= SMALLEST - 0.01


def test_what_is_folded_on_a_screen_is_whole_on_paper(path, sheets):
    """The paper speaks of no table that it does not show."""
    text = path.read_text(encoding="utf-8")
    read = squeezed("".join(sheet.words for sheet in sheets))
    tables = re.findall(r'<details class="dx-folded">.*?</details>', text, re.DOTALL)
    for table in tables:
        rows = re.findall(r'<tr[^>]*>(\s*<th scope="row">.*?)</tr>', table, re.DOTALL)
        # A name may stand elsewhere on paper: a row is there if its cells follow each other.
        lost = [row for row in rows if squeezed(unescape(re.sub("<[^>]+>", "", row))) not in read]
        assert rows and not lost

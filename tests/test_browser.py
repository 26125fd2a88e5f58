"""The pages in a real browser: phone, desk and paper."""

from __future__ import annotations

import io
import re
import shutil
import unicodedata
from dataclasses import dataclass

import pypdf
import pytest
from cells import shown
from conftest import html, open_page, opened

from helpers.chapters import dti_gaps, dti_peers, dti_position, dti_robustness
from helpers.drawing import fonts, svg
from helpers.pages import pieces
from helpers.words.language import LANGUAGES

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1280)
#: The sections of the appendix, open as a reader opens them: a closed one shows nothing.
OPENED = "document.querySelectorAll('.dx-section').forEach(each => { each.open = true; })"
#: A4 less the margins, in CSS pixels.
PAPER = {"width": 680, "height": 994}


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture(scope="module", params=[*WIDTHS, "print"])
def page(request, browser, built, lang):
    width = PAPER["width"] if request.param == "print" else request.param
    with opened(browser, built.pages[lang], width) as page:
        if request.param == "print":
            page.set_viewport_size(PAPER)
            page.emulate_media(media="print")
        page.evaluate(OPENED)
        yield page


PLAIN = {"color_scheme": "light", "contrast": "no-preference"}


@pytest.fixture(params=[{}, {"color_scheme": "dark"}, {"contrast": "more"}], ids=str)
def coloured(request, page):
    """The page in the colours that a reader may ask for."""
    page.emulate_media(**PLAIN | request.param)
    yield page
    page.emulate_media(**PLAIN)


def test_nothing_is_fetched_and_nothing_complains(page):
    asked = [url for url in page.requests if not url.startswith("data:")]
    assert len(asked) == 1 and asked[0].startswith("file:")
    assert page.complaints == []


def test_nothing_scrolls_sideways(page):
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("measure.spilled()") == []


def assert_whole_and_apart(page):
    """Assert that no text of a chart is cut, or lies on another."""
    for chart in page.evaluate("measure.texts()"):
        for i, one in enumerate(chart["texts"]):
            assert one["left"] > chart["left"] - 1 and one["right"] < chart["right"] + 1, one
            assert one["top"] > chart["top"] - 1 and one["bottom"] < chart["bottom"] + 1, one
            for other in chart["texts"][i + 1 :]:
                across = min(one["right"], other["right"]) - max(one["left"], other["left"])
                along = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
                assert not (across > 2 and along > 6), (one["text"], other["text"])


def test_one_drawing_of_each_chart_is_shown_and_its_text_is_whole(page):
    assert_whole_and_apart(page)
    shown = page.evaluate(
        """[...document.querySelectorAll('figure')].filter(measure.shown).map(figure =>
          [...figure.querySelectorAll('svg')].filter(svg =>
            svg.getBoundingClientRect().width > 0).length)"""
    )
    assert len(shown) >= 6 and set(shown) == {1}


def test_chart_text_is_horizontal_and_large_enough(page):
    # On paper eight points, or 10.7 pixels.
    least = 10.6 if page.evaluate("matchMedia('print').matches") else 11.9
    for chart in page.evaluate("measure.texts()"):
        assert chart["texts"]
        for one in chart["texts"]:
            assert one["size"] >= least and one["horizontal"], (chart["name"], one)


def faint_texts(page):
    """Return the texts of charts that do not stand out from what lies behind them."""
    found = page.evaluate("measure.textContrasts()")
    assert found
    return [
        (each["chart"], each["text"], each["colour"], each["ground"], round(each["ratio"], 2))
        for each in found
        if each["ratio"] < 4.5
    ]


def faint_graphics(page):
    """Return the shapes that do not stand out from the page, grid lines and areas left out.

    The colour of the grid is known in plain colours; in others, the same shapes are grid.
    """
    faint = []
    shown = page.evaluate("measure.graphics()")
    page.emulate_media(**PLAIN)
    for chart, light in zip(shown, page.evaluate("measure.graphics()"), strict=True):
        for shape, bright in zip(chart["shapes"], light["shapes"], strict=True):
            carries = set(bright["colours"]) - {light["paper"], svg.GRID}
            if carries and shape["ratio"] < 3:
                faint.append((chart["name"], shape["node"], shape["colours"], shape["ratio"]))
    return faint


def test_charts_stand_out_in_any_colours(coloured):
    assert faint_texts(coloured) == []
    assert faint_graphics(coloured) == []


#: Words, paper and grid.
NEUTRAL = {svg.INK, svg.MUTED, svg.GRID, svg.PAPER, svg.ON_OTHERS, svg.ON_PROVINCE, "#ffffff"}


def colours(chart):
    """Return the colours of a chart besides the neutral ones; the steps of a map are one scale."""
    used = {colour for shape in chart["shapes"] for colour in shape["colours"]}
    return {*used, *chart["texts"]} - NEUTRAL - set(svg.STEPS)


def test_a_chart_has_four_colours_at_most(page):
    for chart in page.evaluate("measure.graphics()"):
        assert len(colours(chart)) <= 4, (chart["name"], colours(chart))


def test_a_spoiled_chart_is_seen(browser):
    spoiled = """<!DOCTYPE html><title>t</title><figure><svg viewBox="0 0 200 100" width="200">
        <rect width="100" height="50" fill="#66717d"/>
        <rect x="150" width="9" height="9" fill="#eee"/>
        <text x="5" y="20" fill="#5a6672">on a bar</text>
        <text x="110" y="20" fill="#aaa">pale</text>
        <text x="110" y="60" fill="#000">whole</text><text x="112" y="62" fill="#000">on it</text>
        <text x="10" y="95" transform="rotate(-30 10 95)" font-size="11">askew</text>
        <path d="M0 90h9" stroke="red"/><path d="M0 90h9" stroke="blue"/>
        <path d="M0 90h9" stroke="green"/></svg></figure>"""
    with opened(browser, spoiled) as page:
        assert [text for _, text, *_ in faint_texts(page)] == ["on a bar", "pale"]
        assert [colours for *_, colours, _ in faint_graphics(page)] == [["#eeeeee"]]
        (chart,) = page.evaluate("measure.graphics()")
        assert len(colours(chart)) > 4
        *_, askew = page.evaluate("measure.texts()")[0]["texts"]
        assert not askew["horizontal"] and askew["size"] == 11
        with pytest.raises(AssertionError, match="whole"):
            assert_whole_and_apart(page)


#: Last, long names, neighbours in rank with nearly the same share of draws, a crowd at the top,
#: and a merged unit, of which there are two charts, beside a former province of its long name.
HARD = [(2023, "bac-kan"), (2023, "ba-ria-vung-tau"), (2023, "binh-duong"), (2023, "thai-binh"),
        (2023, "ho-chi-minh"), (2022, "lang-son"), (2021, "ho-chi-minh"),
        (2025, "ho-chi-minh-2025")]  # fmt: skip


@pytest.fixture(scope="module")
def hard():
    """One page with the charts of provinces whose names and ranks are hard to place."""
    charts = (dti_position.ladder, dti_position.profile, dti_gaps.split, dti_peers.past,
              dti_peers.size_and_income, dti_robustness.distribution)  # fmt: skip
    pages = [open_page(year, "dti_position", name, "vi") for year, name in HARD]
    drawn = html(*(shown(page, chart) for page in pages for chart in charts))
    words = fonts.characters(f"<body>{drawn}</body>")
    style = fonts.faces(words) + pieces.page_style()
    return f"<!DOCTYPE html><title>t</title><style>{style}</style><main>{drawn}</main>"


def test_charts_of_any_province_are_whole_and_apart(browser, hard):
    for width in WIDTHS:
        with opened(browser, hard, width) as page:
            assert len(page.evaluate("measure.texts()")) >= 5 * len(HARD) - 11
            assert_whole_and_apart(page)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert faint_texts(page) == []


def test_text_is_as_wide_as_it_was_measured(browser, built):
    with opened(browser, built.pages["vi"]) as page:
        for text, weight in (("10. Bắc Giang", 600), ("2. Thừa Thiên Huế", 400)):
            drawn = page.evaluate(
                """async ([text, weight]) => {
                  const font = `${weight} 13px "Be Vietnam Pro"`;
                  await document.fonts.load(font, text);
                  const context = document.createElement('canvas').getContext('2d');
                  context.font = font;
                  return context.measureText(text).width; }""",
                [text, weight],
            )
            assert svg.text_width(text, weight) == pytest.approx(drawn, abs=1.5)


def test_the_embedded_font_is_the_one_in_use(page):
    assert page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length") >= 2
    family = page.evaluate("getComputedStyle(document.querySelector('svg text')).fontFamily")
    assert "Be Vietnam Pro" in family


def test_digits_in_tables_have_one_width(browser, built):
    with opened(browser, built.pages["vi"]) as page:
        widths = page.evaluate(
            """async () => {
              const font = getComputedStyle(document.querySelector('#appendix-table table'));
              const context = document.createElement('canvas').getContext('2d');
              context.font = `${font.fontWeight} 20px ${font.fontFamily}`;
              await document.fonts.load(context.font, '0123456789');
              return [...'0123456789'].map(digit => context.measureText(digit).width); }"""
        )
    assert len(set(widths)) == 1


def test_the_first_screen_says_how_the_year_went_and_what_to_decide(browser, built):
    for lang in LANGUAGES:
        for width, height in ((1280, 800), (360, 740)):
            with opened(browser, built.pages[lang], width) as page:
                page.set_viewport_size({"width": width, "height": height})
                bottoms = page.evaluate(
                    "['h1', '.dx-lead', '.dx-decision'].map(name =>"
                    " document.querySelector(name).getBoundingClientRect().bottom)"
                )
                assert bottoms == sorted(bottoms) and bottoms[-1] < height
                lists = page.locator(".dx-panels:not(.dx-alone) .dx-bullets")
                assert lists.count() == 3
                assert [lists.nth(n).locator("li").count() for n in range(2)] == [2, 2]
                if width == 1280:
                    last = lists.nth(1).locator("li").last.bounding_box()
                    assert last["y"] + last["height"] < height


@pytest.mark.parametrize(("language", "width"), [("vi", 360), ("en", 1280)])
def test_a_click_opens_a_disclosure_and_a_chart_shows_its_data(browser, built, language, width):
    with opened(browser, built.pages[language], width) as page:
        found = page.locator("details")
        assert found.count() > 6
        for place in range(found.count()):
            details = found.nth(place)
            details.locator("> summary").click()
            assert details.evaluate(
                """each => each.open && (each.closest('figure')
                     ? measure.shown(each.querySelector('table'))
                     : each.clientHeight > each.querySelector('summary').offsetHeight + 20)"""
            )


def test_it_opens_as_an_attachment_under_another_name(browser, built, tmp_path, lang):
    elsewhere = tmp_path / "Thư đến" / "báo cáo (1) #2.html"
    elsewhere.parent.mkdir()
    shutil.copy(built.pages[lang], elsewhere)
    with opened(browser, elsewhere) as page, opened(browser, built.pages[lang]) as original:
        asked = [url for url in page.requests if not url.startswith("data:")]
        assert len(asked) == 1 and page.complaints == []
        words = "document.body.innerText"
        assert page.evaluate(words) == original.evaluate(words)
        assert page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length") >= 2
        size = "[document.documentElement.scrollHeight, measure.charts().length]"
        assert page.evaluate(size) == original.evaluate(size)


def test_the_page_itself_forbids_scripts_and_requests(browser, built, tmp_path):
    """A page that was changed on its way to a reader still runs nothing and asks for nothing."""
    spoiled = tmp_path / "spoiled.html"
    shutil.copy(built.pages["en"], tmp_path / "other.html")
    added = """<script>document.body.dataset.ran = 1</script><iframe src="other.html"></iframe>
        <img src="other.html" alt="" onerror="document.body.dataset.ran = 1"></body>"""
    spoiled.write_text(built.text("en").replace("</body>", added), encoding="utf-8")
    with opened(browser, spoiled) as page:
        assert page.evaluate("document.body.dataset.ran") is None
        assert len(page.evaluate("[...document.querySelectorAll('iframe, img')]")) == 2
        assert len(page.complaints) >= 3, "the policy names what it refused"


# ---- paper ----


def squeezed(text):
    """Return a text without the spaces, which a PDF file does not keep."""
    return re.sub(r"[\s\u2060\u00ad]+", "", unicodedata.normalize("NFC", text))


@dataclass(frozen=True)
class Printed:
    """A page as printed on A4, and what must be on it."""

    sheets: tuple[str, ...]
    margins: tuple[str, ...]
    sizes: set[tuple[int, int]]
    overview: str
    title: str
    openings: list[str]
    rows: list[str]
    tables: list[str]
    charts: list[str]


#: How far the text of the margins lies from the edge of the paper, in points.
MARGIN = 45


def sheet_and_margin(sheet):
    """Return the text of a sheet, and that above and below the text of the page."""
    height, found = float(sheet.mediabox.height), []

    def keep(text, matrix, line, *_):
        y = line[4] * matrix[1] + line[5] * matrix[3] + matrix[5]
        if y < MARGIN or y > height - MARGIN:
            found.append(text)

    return squeezed(sheet.extract_text(visitor_text=keep)), squeezed("".join(found))


@pytest.fixture(scope="module")
def printed(browser, built, lang):
    with opened(browser, built.pages[lang]) as page:
        page.emulate_media(media="print")
        of = page.evaluate(
            """({
              overview: document.querySelector('main > section').innerText,
              title: document.querySelector('h1').innerText,
              openings: [...document.querySelectorAll('main > section')]
                .map(each => each.innerText.slice(0, 200)),
              rows: [...document.querySelectorAll('tr')].filter(measure.shown)
                .map(each => each.innerText),
              tables: [...document.querySelectorAll('.dx-tabled:not(.dx-long) tbody')]
                .filter(measure.shown)
                .map(each => each.innerText),
              charts: measure.charts().map(svg => [...svg.querySelectorAll('text')]
                .map(each => each.textContent).join('')),
            })"""
        )
        file = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sheets, margins = zip(*map(sheet_and_margin, file.pages), strict=True)
    return Printed(
        sheets=sheets,
        margins=margins,
        sizes={tuple(round(side) for side in sheet.mediabox[2:]) for sheet in file.pages},
        **{name: squeezed(found) if isinstance(found, str) else [squeezed(each) for each in found]
           for name, found in of.items()},
    )  # fmt: skip


def test_the_printed_overview_is_the_first_sheet(printed):
    assert printed.sizes == {(595, 842)}, "A4"
    first, second, *_ = printed.sheets
    assert printed.title in first
    assert printed.overview in first, "from its heading to its last item"
    assert printed.openings[1] not in first and printed.openings[1] in second


def test_each_sheet_has_its_number_and_the_running_title(printed):
    count = len(printed.sheets)
    assert len(printed.openings) <= count <= 30
    for number, text in enumerate(printed.margins, start=1):
        assert f"{number}/{count}" in text
        assert number == 1 or printed.title in text, "the first has the masthead"


def test_no_sheet_is_empty(printed):
    for sheet, own in zip(printed.sheets, printed.margins, strict=True):
        assert len(sheet) > len(own) + 40


def test_no_chart_and_no_table_crosses_a_break(printed):
    assert len(printed.rows) > 20 and len(printed.charts) >= 6 and len(printed.tables) >= 5
    for whole in (*printed.rows, *printed.tables, *printed.charts):
        assert any(whole in sheet for sheet in printed.sheets), whole


def test_what_is_for_screens_only_is_not_printed(browser, built):
    with opened(browser, built.pages["vi"]) as page:
        page.emulate_media(media="print")
        assert not page.evaluate("measure.shown(document.querySelector('nav'))")
        assert page.evaluate("[...document.querySelectorAll('figure')].every(measure.shown)")

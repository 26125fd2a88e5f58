"""The pages in a real browser: phone, desk and paper."""

from __future__ import annotations

import os
import shutil

import pytest
from conftest import open_page
from playwright.sync_api import sync_playwright

from helpers import fonts, html, svg
from helpers.chapters import dti_gaps, dti_peers, dti_position, dti_robustness
from helpers.language import LANGUAGES

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: apt-get install chromium")
        pytest.skip("no Chromium found: install it to test the pages (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=[(lang, width) for lang in LANGUAGES for width in (360, 1280)],
                ids=lambda param: f"{param[0]}-{param[1]}")  # fmt: skip
def page(request, browser, built):
    lang, width = request.param
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.requests = []
    page.on("request", lambda asked: page.requests.append(asked.url))
    page.goto(built.pages[lang].as_uri())
    page.evaluate("document.fonts.ready")
    yield page
    page.close()


def test_nothing_is_fetched(page):
    asked = [url for url in page.requests if not url.startswith("data:")]
    assert len(asked) == 1 and asked[0].startswith("file:")


def test_nothing_scrolls_sideways(page):
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def texts_of_charts(page):
    """Return the text boxes of each chart that is shown, with the chart's own box first."""
    return page.evaluate(
        """() => [...document.querySelectorAll('svg.dx-chart')]
          .filter(svg => svg.getBoundingClientRect().width > 0)
          .map(svg => {
            const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
            return [svg, ...svg.querySelectorAll('text')].map(node => {
              const box = node.getBoundingClientRect().toJSON();
              const size = parseFloat(getComputedStyle(node).fontSize) * scale;
              return {...box, size, text: node === svg ? svg.id : node.textContent}; }); })"""
    )


def assert_whole_and_apart(page):
    """Assert that no text of a chart is cut, or lies on another."""
    for chart, *texts in texts_of_charts(page):
        for i, one in enumerate(texts):
            assert one["left"] > chart["left"] - 1 and one["right"] < chart["right"] + 1, one
            assert one["top"] > chart["top"] - 1 and one["bottom"] < chart["bottom"] + 1, one
            for other in texts[i + 1 :]:
                across = min(one["right"], other["right"]) - max(one["left"], other["left"])
                along = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
                assert not (across > 2 and along > 6), (one["text"], other["text"])


def test_one_drawing_of_each_chart_is_shown_and_its_text_is_whole(page):
    assert_whole_and_apart(page)
    shown = page.evaluate(
        """() => [...document.querySelectorAll('figure')].map(figure =>
          [...figure.querySelectorAll('svg')].filter(svg =>
            svg.getBoundingClientRect().width > 0).length)"""
    )
    assert shown == [1] * 6


def test_chart_text_is_large_enough(page):
    for _, *texts in texts_of_charts(page):
        assert texts
        for one in texts:
            assert one["size"] >= 11.9, one


#: Last, long names, neighbours in rank with nearly the same share of draws, a crowd at the top.
HARD = [(2023, "bac-kan"), (2023, "ba-ria-vung-tau"), (2023, "binh-duong"), (2023, "thai-binh"),
        (2023, "ho-chi-minh"), (2022, "lang-son"), (2021, "ho-chi-minh")]  # fmt: skip


@pytest.fixture(scope="module")
def hard(package):
    """One page with the charts of provinces whose names and ranks are hard to place."""
    charts = (dti_position.ladder, dti_position.profile, dti_gaps.split, dti_peers.past,
              dti_peers.size_and_income, dti_robustness.distribution)  # fmt: skip
    pages = [open_page(package, year, "dti_position", name, "vi") for year, name in HARD]
    drawn = "".join(str(chart(page).markup) for page in pages for chart in charts)
    words = fonts.characters(f"<body>{drawn}</body>")
    style = fonts.faces(words) + "".join(map(html.stylesheet, ("components", "page")))
    return f"<!DOCTYPE html><title>t</title><style>{style}</style><main>{drawn}</main>"


@pytest.mark.parametrize("width", [360, 1280])
def test_charts_of_any_province_are_whole_and_apart(browser, hard, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(hard)
    page.evaluate("document.fonts.ready")
    assert len(texts_of_charts(page)) >= 5 * len(HARD) - 8
    assert_whole_and_apart(page)
    page.close()


def test_text_is_as_wide_as_it_was_measured(browser, built):
    page = browser.new_page()
    page.goto(built.pages["vi"].as_uri())
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
    page.close()


def test_the_embedded_font_is_the_one_in_use(page):
    assert page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length") == 2
    family = page.evaluate("getComputedStyle(document.querySelector('svg text')).fontFamily")
    assert "Be Vietnam Pro" in family


def test_the_printed_overview_is_one_page(browser, built):
    page = browser.new_page()
    page.goto(built.pages["vi"].as_uri())
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 994})  # A4 less the margins, in CSS pixels
    bottom = page.evaluate("document.querySelector('.dx-chapter').getBoundingClientRect().bottom")
    assert bottom <= 994
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.dx-contents')).display") == "none"
    )
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.close()

"""The pages in a real browser: phone, desk and paper."""

from __future__ import annotations

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

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


def test_one_drawing_of_each_chart_is_shown_and_its_text_is_whole(page):
    outside = page.evaluate(
        """() => [...document.querySelectorAll('svg.dx-chart')]
          .filter(svg => svg.getBoundingClientRect().width > 0)
          .flatMap(svg => { const box = svg.getBoundingClientRect();
            return [...svg.querySelectorAll('text')].filter(text => {
              const t = text.getBoundingClientRect();
              return t.left < box.left - 1 || t.right > box.right + 1 ||
                     t.top < box.top - 1 || t.bottom > box.bottom + 1;
            }).map(text => text.textContent); })"""
    )
    assert outside == []
    shown = page.evaluate(
        """() => [...document.querySelectorAll('figure')].map(figure =>
          [...figure.querySelectorAll('svg')].filter(svg =>
            svg.getBoundingClientRect().width > 0).length)"""
    )
    assert shown == [1] * 6


def test_chart_text_is_large_enough_and_overlaps_nothing(page):
    found = page.evaluate(
        """() => [...document.querySelectorAll('svg.dx-chart')]
          .filter(svg => svg.getBoundingClientRect().width > 0)
          .map(svg => {
            const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
            return [...svg.querySelectorAll('text')].map(text => {
              const box = text.getBoundingClientRect().toJSON();
              const size = parseFloat(getComputedStyle(text).fontSize) * scale;
              return {...box, size, text: text.textContent}; }); })"""
    )
    for texts in found:
        for i, one in enumerate(texts):
            assert one["size"] >= 11.9, one
            for other in texts[i + 1 :]:
                across = min(one["right"], other["right"]) - max(one["left"], other["left"])
                along = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
                assert not (across > 2 and along > 6), (one["text"], other["text"])


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

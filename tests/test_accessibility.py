"""The pages for everyone: axe-core's rules, the keyboard, large text and wide spacing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import opened

from helpers.words.language import LANGUAGES

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


def faults(page, rules=RULES, without=()):
    """Return what axe-core finds: the rule, the element, and what is wrong with it."""
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    options["rules"] = {rule: {"enabled": False} for rule in without}
    found = Axe().run(page, options=options)
    return [
        (rule["id"], node["target"], node["failureSummary"])
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


#: What a page of either language looks like on a phone, open; the first is that of every rule.
LOOKS = {
    "vi": ({"color_scheme": "dark"}, {"color_scheme": "dark", "contrast": "more"}),
    "en": ({"color_scheme": "light", "contrast": "more"},),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing(browser, built, lang):
    """Closed on a desk and open on a phone: every rule; colours in each scheme and contrast.

    No colour is that of a language, as the next test has it: each look is measured in one.
    """
    with opened(browser, built.pages[lang], 1280) as page:
        assert faults(page, without=() if lang == LANGUAGES[0] else ["color-contrast"]) == []
        page.set_viewport_size({"width": 360, "height": 800})
        page.evaluate(OPEN_ALL)
        for look, rules in zip(LOOKS[lang], (RULES, ["color-contrast"]), strict=False):
            page.emulate_media(**{"contrast": "no-preference"} | look)
            assert faults(page, rules) == [], look


#: The rules of a page but for its letters and the edge of paper, and the elements they tell apart.
LOOK = """() => [
    [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
      .filter(rule => !(rule instanceof CSSFontFaceRule || rule instanceof CSSPageRule))
      .map(rule => rule.cssText),
    [...new Set([...document.body.querySelectorAll('*')].map(each => [each.tagName,
      each.getAttribute('class'), each.getAttribute('style'), each.getAttribute('fill'),
      each.getAttribute('stroke'), each.parentElement.tagName,
      each.parentElement.getAttribute('class')].join()))].sort()]"""


def test_a_page_looks_the_same_in_either_language(browser, built):
    looks = []
    for lang in LANGUAGES:
        with opened(browser, built.pages[lang]) as page:
            looks.append(page.evaluate(LOOK))
    (rules, elements), others = looks
    assert len(rules) > 100 and len(elements) > 100 and [rules, elements] == others


def test_axe_sees_what_is_wrong(browser):
    spoiled = """<!DOCTYPE html><title>t</title><main><h1>a</h1><h3>b</h3><img src="data:,">
        <p style="color: #999; background: #fff">pale</p></main>"""
    with opened(browser, spoiled) as page:
        rules = {rule for rule, *_ in faults(page)}
    assert {"html-has-lang", "image-alt", "color-contrast", "heading-order"} <= rules


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_tables_and_charts_have_their_roles(browser, built, lang):
    with opened(browser, built.pages[lang]) as page:
        page.evaluate(OPEN_ALL)
        levels = page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(each => +each.tagName[1])"
        )
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
        scopes = page.evaluate(
            """[...document.querySelectorAll('th')].map(each => [each.scope,
                 each.closest('thead') ? 'col' : 'row'])"""
        )
        assert scopes and all(scope == expected for scope, expected in scopes)
        # The header of each row, and a name for each table.
        assert page.evaluate(
            """[...document.querySelectorAll('table')].every(table =>
                 table.caption?.textContent.trim() &&
                 [...table.tBodies].every(body => [...body.rows].every(row =>
                   row.querySelector('th[scope=row]'))))"""
        )
        assert page.evaluate(
            """[...document.querySelectorAll('figure svg')].every(svg =>
                 svg.getAttribute('aria-hidden') === 'true' ||
                 svg.getAttribute('role') === 'img' && svg.querySelector('title').textContent &&
                 svg.querySelector('desc').textContent.length > 40)"""
        )


@pytest.mark.parametrize(("lang", "width", "scheme"), [("vi", 360, "dark"), ("en", 1280, "light")])
def test_tab_reaches_every_link_and_disclosure_in_order(browser, built, lang, width, scheme):
    with opened(browser, built.pages[lang], width) as page:
        page.emulate_media(color_scheme=scheme)
        stops = page.evaluate("(window.stops = measure.stops()).length")
        assert stops > 20
        reached = []
        for _ in range(stops + 10):
            page.keyboard.press("Tab")
            focus = page.evaluate("measure.focus(stops)")
            if focus["place"] < 0:
                continue
            reached.append(focus["place"])
            assert focus["outlined"], focus
            assert focus["ratio"] >= 3, focus
            assert focus["uncovered"], focus
            if focus["place"] == stops - 1:
                break
        assert reached == list(range(stops))


def test_enter_and_space_open_and_close_every_disclosure(browser, built):
    with opened(browser, built.pages["vi"], 360) as page:
        summaries = page.locator("summary")
        assert summaries.count() > 0
        for place in range(summaries.count()):
            summary = summaries.nth(place)
            details = summary.locator("xpath=..")
            summary.focus()
            for key, expected in (("Enter", True), ("Space", False), ("Space", True)):
                page.keyboard.press(key)
                assert details.evaluate("each => each.open") is expected


#: Follows the first link to each place of the page and returns those that do not land there. The
#: page has scrolled when a click returns: to wait would have it painted at each place.
FOLLOW_ALL = """() => {
  const links = [...document.querySelectorAll('a[href^="#"]')];
  const first = new Map(links.toReversed().map(link => [link.hash, link]));
  const lost = [];
  for (const [hash, link] of first) {
    scrollTo(0, 0);
    link.click();
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    const box = target?.getBoundingClientRect() ?? { height: 0 };
    if (location.hash !== hash || !box.height || box.top < -1 || box.top >= innerHeight)
      lost.push(hash);
  }
  return [first.size, lost]; }"""


@pytest.mark.parametrize(("lang", "width"), [("vi", 360), ("en", 1280)])
def test_links_within_the_page_land_where_they_say(browser, built, lang, width):
    with opened(browser, built.pages[lang], width) as page:
        followed, lost = page.evaluate(FOLLOW_ALL)
        assert followed > 10 and lost == []
        page.locator('nav a[href^="#"]').last.click()
        assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 800


def test_the_first_stop_of_the_keyboard_leads_past_the_masthead(browser, built):
    with opened(browser, built.pages["vi"], 360) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("measure.focus()")["uncovered"]
        page.keyboard.press("Enter")
        target = page.evaluate("document.activeElement.hash || location.hash")
        assert page.evaluate("location.hash") == target and len(target) > 1


def assert_nothing_lost(page):
    """Assert that no text is cut or leaves its place, and that only tables scroll sideways."""
    assert page.evaluate("measure.spilled()") == []
    assert page.evaluate("measure.clipped()") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_text_twice_as_large_is_whole(browser, built, lang, width):
    with opened(browser, built.pages[lang], width) as page:
        page.evaluate(OPEN_ALL)
        sizes = """[...document.querySelectorAll('p, li, th, td, summary, figcaption *')]
            .map(each => parseFloat(getComputedStyle(each).fontSize))"""
        before = page.evaluate(sizes)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        grown = [new / old for old, new in zip(before, page.evaluate(sizes), strict=True)]
        assert min(grown) > 1.9, "a size in pixels does not follow the reader's choice"
        assert_nothing_lost(page)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [320, 640])
def test_a_page_zoomed_in_fits_the_window(browser, built, lang, width):
    with opened(browser, built.pages[lang], width) as page:
        page.evaluate(OPEN_ALL)
        assert_nothing_lost(page)


#: WCAG 1.4.12. The words of a chart are placed one by one and stand in its table too.
SPACING = """:not(svg *) { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_wider_spacing_loses_no_text(browser, built, lang, width):
    with opened(browser, built.pages[lang], width, bypass_csp=True) as page:
        page.evaluate(OPEN_ALL)
        page.add_style_tag(content=SPACING)
        assert (
            page.evaluate("getComputedStyle(document.querySelector('main p')).letterSpacing") > ""
        )
        assert_nothing_lost(page)


def test_lost_text_and_a_hidden_focus_are_seen(browser):
    spoiled = """<!DOCTYPE html><title>t</title><style>a:focus { outline: none }
        .cut { width: 40px; overflow: hidden; white-space: nowrap } .narrow { width: 40px }</style>
        <p class="cut">more than fits here</p><p class="narrow">Unbreakablewordsaretoolong</p>
        <a href="#a">link</a>"""
    with opened(browser, spoiled, 360) as page:
        assert page.evaluate("measure.clipped()") == ["P.cut"]
        assert [name for name, _ in page.evaluate("measure.spilled()")] == ["P.cut", "P.narrow"]
        page.keyboard.press("Tab")
        assert page.evaluate("measure.focus()")["outlined"] is False

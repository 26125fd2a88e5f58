"""The list of briefings: what is listed, in what order, and as a page like the briefing."""

from __future__ import annotations

import os
import re
from itertools import pairwise

import pytest
from conftest import ROOT, parse, visible

from helpers.building import listing
from helpers.drawing import fonts
from helpers.pages import pieces
from helpers.words.language import LANGUAGES, Language

PAGE = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{meta}</head>
<body><p>The body names no title.</p></body></html>
"""


def publish(out, year, province, lang, *, title="A briefing", description=""):
    """Put a small page where a build would, and return its place from the list."""
    folder = out / str(year)
    folder.mkdir(parents=True, exist_ok=True)
    meta = f'<meta name="description" content="{description}">' if description else ""
    page = folder / f"{province}.{lang}.html"
    page.write_text(PAGE.format(lang=lang, title=title, meta=meta), encoding="utf-8")
    return f"{year}/{page.name}"


def links(text):
    return [link.get("href") for link in parse(text).iter("a")]


@pytest.fixture
def real(tmp_path):
    """A reports folder with the published briefing of this project."""
    folder = tmp_path / "2021"
    folder.mkdir()
    for lang in LANGUAGES:
        text = (ROOT / "reports" / "2021" / f"bac-giang.{lang}.html").read_bytes()
        (folder / f"bac-giang.{lang}.html").write_bytes(text)
    return tmp_path


def test_newest_year_then_provinces_in_their_order_then_languages(tmp_path, package):
    order = list(package["provinces"]["province"])
    assert order.index("ha-noi") < order.index("bac-giang") < order.index("an-giang")
    wanted = [
        (2022, "bac-giang", "en"),
        (2021, "ha-noi", "vi"),
        (2021, "bac-giang", "vi"),
        (2021, "bac-giang", "en"),
        (2021, "an-giang", "en"),
        (999, "ha-noi", "vi"),
    ]
    for each in reversed(wanted):
        publish(tmp_path, *each)
    assert links(listing.list_page(tmp_path, package)) == [
        f"{year}/{province}.{lang}.html" for year, province, lang in wanted
    ]


def test_what_no_build_made_is_not_listed(tmp_path, package):
    kept = publish(tmp_path, 2021, "bac-giang", "vi")
    for year, province, lang in (
        ("draft", "bac-giang", "vi"),
        ("2021-old", "bac-giang", "vi"),
        ("²⁰²¹", "bac-giang", "vi"),
        (2021, "bac-nin", "vi"),
        (2021, "bac-giang", "fr"),
        (2021, ".bac-giang", "en"),
        (2020, "nowhere", "vi"),
    ):
        publish(tmp_path, year, province, lang)
    (tmp_path / "2021" / "bac-giang.en.html").mkdir()
    (tmp_path / "2019").write_text("a file named as a year", encoding="utf-8")
    (tmp_path / "index.html").write_text("the list before", encoding="utf-8")
    text = listing.list_page(tmp_path, package)
    assert links(text) == [kept]
    assert "2020" not in visible(text) and "2019" not in visible(text)


def test_each_briefing_speaks_for_itself_in_its_language(tmp_path, package):
    publish(
        tmp_path,
        2021,
        "bac-giang",
        "vi",
        title="Tên &lt;b&gt; riêng",
        description="Hạng 10 &amp; gần 100%.",
    )
    publish(tmp_path, 2021, "bac-giang", "en", title="Own name", description="Rank 10.")
    pieces = {
        piece.get("lang"): piece
        for piece in parse(listing.list_page(tmp_path, package)).iter("div")
    }
    wanted = {
        "vi": ("Tiếng Việt Tên <b> riêng Hạng 10 & gần 100%."
               " Số liệu công bố đến hết ngày 27/01/2022"),
        "en": "English Own name Rank 10. Published figures up to 27 January 2022",
    }  # fmt: skip
    assert list(pieces) == list(LANGUAGES)
    for lang, piece in pieces.items():
        assert " ".join(" ".join(piece.itertext()).split()) == wanted[lang]
        link = piece.find(".//a")
        assert (link.get("hreflang"), link.get("lang")) == (lang, lang)


def test_years_and_provinces_are_named_in_both_languages(tmp_path, package):
    publish(tmp_path, 2021, "da-nang", "vi")
    tree = parse(listing.list_page(tmp_path, package))
    said = {
        (span.get("lang"), span.text)
        for level in ("h1", "h2", "h3")
        for heading in tree.iter(level)
        for span in heading.iter("span")
    }
    for lang, name in (("vi", "Đà Nẵng"), ("en", "Da Nang")):
        language = Language(lang)
        assert (lang, name) in said
        assert (lang, str(language.say("index-title"))) in said
        assert (lang, str(language.say("index-year", year="2021"))) in said
    assert tree.get("lang") == "vi"


def test_what_the_description_says_is_not_said_again(tmp_path, package):
    as_of = str(Language("en").say("briefing-as-of", as_of="27 January 2022"))
    publish(tmp_path, 2021, "bac-giang", "en", description=f"Rank 10. {as_of}")
    assert visible(listing.list_page(tmp_path, package)).count(as_of) == 1


def test_a_year_without_a_date_and_a_page_without_a_head_are_listed_all_the_same(tmp_path, package):
    publish(tmp_path, 2035, "bac-giang", "vi")
    (tmp_path / "2035" / "bac-giang.en.html").write_text("<p>cut", encoding="utf-8")
    words = visible(listing.list_page(tmp_path, package))
    assert "A briefing" in words and "bac-giang.en.html" in words
    assert "Số liệu công bố" not in words


@pytest.mark.parametrize("folder", ["", "missing"])
def test_an_empty_folder_gives_a_page_that_says_so(tmp_path, package, folder):
    text = listing.list_page(tmp_path / folder, package)
    words = visible(text)
    for lang in LANGUAGES:
        assert str(Language(lang).say("index-none")) in words
    assert links(text) == [] and not list(parse(text).iter("h2"))


def test_links_lead_from_the_list_to_the_briefings(real, package):
    text = listing.list_page(real, package)
    assert len(links(text)) == 2
    for link in links(text):
        page = parse((real / link).read_text(encoding="utf-8"))
        assert next(page.iter("title")).text in visible(text)
    assert str(Language("vi").say("index-none")) not in visible(text)


def test_one_file_without_script_or_request(real, package):
    text = listing.list_page(real, package)
    tree = parse(text)
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "iframe", "object", "embed", "link", "img", "base"}
    assert not re.search(r"https?://", text)
    style = " ".join(element.text for element in tree.iter("style"))
    assert "@import" not in style
    assert all(url.startswith('"data:') for url in re.findall(r"url\(([^)]+)", style))
    metas = {meta.get("name"): meta.get("content") for meta in tree.iter("meta")}
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    for lang in LANGUAGES:
        assert str(Language(lang).say("index-description")) in metas["description"]
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels == [1, 2, 3] and all(b <= a + 1 for a, b in pairwise(levels))


def test_it_wears_the_style_and_the_fonts_of_the_briefing(real, package):
    text = listing.list_page(real, package)
    style = next(parse(text).iter("style")).text
    assert style.startswith(fonts.faces(fonts.characters(text)))
    assert style.endswith(pieces.page_style("list").strip())
    assert len(text.encode()) < 150_000


def test_the_same_folder_gives_the_same_bytes_whenever_it_was_made(real, package):
    first = listing.list_page(real, package)
    for path in real.glob("*/*.html"):
        os.utime(path, (0, 0))
    assert listing.list_page(real, package) == first

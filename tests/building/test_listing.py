"""The list of briefings: what is listed, in what order, and as a page like the briefing."""

from __future__ import annotations

import os
import re
from datetime import date
from itertools import pairwise

import pytest
from conftest import ROOT, parse, published, visible
from later import later

from helpers.analysis import history
from helpers.building import listing, rank_line
from helpers.drawing import fonts
from helpers.pages import pieces
from helpers.store import data, editions, mergers
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
        (2018, "nowhere", "vi"),
    ):
        publish(tmp_path, year, province, lang)
    (tmp_path / "2021" / "bac-giang.en.html").mkdir()
    (tmp_path / "2019").write_text("a file named as a year", encoding="utf-8")
    (tmp_path / "index.html").write_text("the list before", encoding="utf-8")
    text = listing.list_page(tmp_path, package)
    assert links(text) == [kept]
    assert "2018" not in visible(text) and "2019" not in visible(text)


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


def drawn(text):
    """The charts of a list: the labels, lines and alternative texts of each, by province."""
    found = {}
    for figure in parse(text).iter("figure"):
        svg = next(each for each in figure.iter() if str(each.tag).endswith("svg"))
        parts = [(str(each.tag).rpartition("}")[2], each) for each in svg.iter()]
        descriptions = {each.get("lang"): each.text for tag, each in parts if tag == "desc"}
        ids = [each.get("id") for tag, each in parts if tag == "desc"]
        assert svg.get("role") == "img" and svg.get("aria-labelledby").split() == ids
        found[ids[0].removeprefix("ranks-").rpartition("-")[0]] = {
            "labels": [each.text for tag, each in parts if tag == "text"],
            "lines": [each.get("points").split() for tag, each in parts if tag == "polyline"],
            "hollow": sum(each.get("class") == "dx-derived" for _, each in parts),
            "points": sum(tag == "circle" for tag, _ in parts),
            "said": descriptions,
            "words": " ".join(" ".join(figure.itertext()).split()),
        }  # fmt: skip
    return found


def listed(tmp_path, package, *rows):
    for year, province in rows:
        publish(tmp_path, year, province, "vi")
    return drawn(listing.list_page(tmp_path, package))


def test_each_province_has_its_ranks_drawn_once_as_its_newest_briefing_knows_them(tmp_path):
    rows = [(year, "bac-giang") for year in (2021, 2022, 2023, 2024)]
    for count, wanted in enumerate(([10], [10, 10], [10, 10, 9], [10, 10, 9, 9]), start=1):
        (found,) = listed(tmp_path / str(count), published(), *rows[:count]).values()
        years = range(2020, 2020 + count)
        pairs = zip(wanted, years, strict=True)
        labels = [str(label) for pair in pairs for label in pair]
        assert [each for each in found["labels"] if each != "/63"] == labels
        assert found["points"] == count and found["labels"].count("/63") == 1
        assert [len(line) for line in found["lines"]] == ([count] if count > 1 else [])


def test_both_languages_say_the_ranks_and_of_how_many(tmp_path):
    found = listed(tmp_path, published(), (2023, "bac-giang"))["bac-giang"]
    said = (
        "DTI rank of Bac Giang over the years: rank 10 of 63 in 2020; rank 10 of 63 in 2021; rank 9"
    )
    assert said in found["said"]["en"] and "năm 2022 hạng 9/63" in found["said"]["vi"]
    assert "of 63 units ranked" in found["words"] and "trên 63 đơn vị" in found["words"]
    assert "The method changed with the index of 2021." in found["words"]


def test_a_line_breaks_where_another_number_of_units_is_ranked_or_no_rank_is_known(tmp_path):
    rows = history.ranks_over_time(
        editions.of_year(data.as_of(published(), date(2025, 12, 31)), 2025), ["ha-noi"]
    )
    counts = list(rows["ranked"])
    assert len(set(counts)) == 2 and rows["rank"].isna().sum() == 1, "what the data must have"
    found = listed(tmp_path, published(), (2025, "ha-noi"))["ha-noi"]
    assert found["labels"].count("–") == 1 and found["points"] == len(rows) - 1
    assert {"/63", "/34"} <= set(found["labels"]) and len(found["lines"]) == 1
    assert len(found["lines"][0]) == 2, "2022 and 2023; 2020 and 2024 stand alone"
    assert "of 63, then 34 units" in found["words"] and "trên 63, sau đó 34" in found["words"]
    assert "The method changed with the index of 2021, 2024." in found["words"]


def test_a_merged_province_has_its_own_ranks_only(tmp_path):
    found = listed(tmp_path, published(), (2025, "bac-ninh-2025"), (2024, "bac-giang"))
    assert set(found) == {"bac-ninh-2025", "bac-giang"}
    assert found["bac-ninh-2025"]["labels"] == ["11", "2024", "/34"]
    assert found["bac-ninh-2025"]["lines"] == []


def test_a_derived_rank_is_hollow_and_a_tied_one_has_its_sign(tmp_path):
    package = published()
    found = listed(tmp_path, package, (2023, "tien-giang"))["tien-giang"]
    assert found["hollow"] == 1 and "the rank is derived" in found["words"]
    assert "in 2021 (derived)" in found["said"]["en"] and "tied" not in found["words"]
    scores = package["dti_scores"].copy()
    there = scores["edition"].eq(2022) & scores["component"].eq("total")
    scores.loc[there & scores["province"].eq("ha-noi"), "rank"] = 9
    tied = data.DataPackage({**package.tables, "dti_scores": scores})
    found = listed(tmp_path / "tied", tied, (2023, "bac-giang"))["bac-giang"]
    assert "9=" in found["labels"] and "10=" not in found["labels"]
    assert "rank 9 of 63, tied, in 2022" in found["said"]["en"]
    assert "tied with another unit" in found["words"] and found["hollow"] == 0


def test_a_better_rank_lies_higher_and_the_newest_ten_editions_have_room(tmp_path):
    coming = later(published(), 2032)
    found = listed(tmp_path, coming, (2032, "ha-noi"))["ha-noi"]
    assert len([each for each in found["labels"] if re.fullmatch("20..", each)]) == 10
    for line in found["lines"]:
        places = [tuple(map(int, point.split(","))) for point in line]
        assert all(b[0] - a[0] >= 10 and b[0] <= rank_line.WIDTH for a, b in pairwise(places))
    (line,) = listed(tmp_path / "x", published(), (2023, "bac-giang"))["bac-giang"]["lines"]
    heights = [int(point.split(",")[1]) for point in line]
    assert heights[0] == heights[1] > heights[2]


def test_without_a_rank_or_a_date_nothing_is_drawn(tmp_path):
    package = published()
    assert listed(tmp_path, package, (2035, "bac-giang")) == {}
    silent = package["dti_scores"][package["dti_scores"]["province"] != "bac-giang"]
    known = data.DataPackage({**package.tables, "dti_scores": silent})
    assert listed(tmp_path / "x", known, (2023, "bac-giang")) == {}
    both = listed(tmp_path / "y", package, (2035, "bac-giang"), (2023, "bac-giang"))
    assert both["bac-giang"]["points"] == 3, "of the newest that has a day"


def test_sixty_provinces_of_five_years_are_folded_by_region_and_the_list_stays_light(tmp_path):
    package, many = published(), {}
    for year in range(2021, 2026):
        there = mergers.at_the_end_of(package["provinces"], year)["province"]
        many |= {(year, each): lang for each in there for lang in LANGUAGES}
        for each in there:
            for lang in LANGUAGES:
                publish(tmp_path, year, each, lang, description="A headline. " * 20)
    text = listing.list_page(tmp_path, package)
    assert len(links(text)) == len(many) * len(LANGUAGES) > 500
    assert len(text.encode()) < 250_000
    tree = parse(text)
    sections = {each.get("aria-labelledby"): each for each in tree.iter("section")}
    named = package["briefings"].groupby("year")["province"].agg(list)
    for year, provinces in named.items():
        section = sections[f"year-{year}"]
        at_length = {link.get("href") for row in section.iter("article") for link in row.iter("a")}
        assert at_length == {f"{year}/{each}.{lang}.html" for each in provinces
                             for lang in LANGUAGES}  # fmt: skip
        folds = list(section.iter("details"))
        regions = mergers.at_the_end_of(package["provinces"], year)["region"]
        assert len(folds) == regions.nunique() and all("open" not in fold.attrib for fold in folds)
        counts = [int(span.text) for fold in folds for span in fold.iter("span")
                  if span.get("class") == "dx-count"]  # fmt: skip
        assert counts == [len(list(fold.iter("li"))) for fold in folds]
        there = mergers.at_the_end_of(package["provinces"], year)["province"]
        assert sum(counts) == len(there) - len(provinces)


def test_a_few_provinces_are_told_at_length(tmp_path, package):
    for each in ("ha-noi", "bac-giang", "an-giang", "da-nang", "ca-mau", "hue"):
        publish(tmp_path, 2021, each, "vi")
    assert "<details" not in listing.list_page(tmp_path, package)

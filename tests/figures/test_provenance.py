"""No orphan number: every number of a page leads to a row of the data, or to a computation."""

from __future__ import annotations

import csv
import importlib
import inspect
import json
import re

import pandas as pd
import pytest
from babel.numbers import parse_decimal
from conftest import ROOT, open_page, parse
from markupsafe import Markup

from helpers.building import numbering, seal
from helpers.chapters import overview
from helpers.exceptions import OrphanNumberError
from helpers.figures import linked_data, provenance
from helpers.figures.provenance import trace
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.store import data
from helpers.words.language import LANGUAGES, Language


def section(*pieces):
    inside = "".join(str(getattr(piece, "markup", piece)) for piece in pieces)
    return f'<section class="dx-chapter" aria-labelledby="c">{inside}</section>'


@pytest.fixture(scope="module")
def page():
    return open_page(2021, "overview", "bac-giang", "vi")


def first_mark(page, indicator="services_level_3_4"):
    from helpers.pages.citing import cite

    return page.mark(cite(page.briefing.result(indicator)))


def test_a_published_number_leads_to_its_row(page):
    text = section(f"<p>Cung cấp 1.380 dịch vụ mức độ 3, 4 năm 2021.{first_mark(page)}</p>")
    (stated,) = trace(text, page)
    assert (stated.shown, stated.value) == ("1.380", 1380)
    assert stated.rows == ("results/bac-giang/services_level_3_4/2021/during",)
    assert stated.computed_by == () and stated.sources == ("article",)
    assert stated.chapter == "c" and stated.places == ("paragraph 2",)


@pytest.mark.parametrize(
    "orphan",
    [
        "<p>Cung cấp 1.381 dịch vụ.{mark}</p>",
        "<p>Cung cấp 1.380 dịch vụ.</p>",
        "<p>Cung cấp 1,380 dịch vụ.{mark}</p>",
        "<table><tr><th>Dịch vụ{mark}</th><td data-label='x'>1.379</td></tr></table>",
        "<figure><figcaption>7 dịch vụ</figcaption><p class='dx-source'>Nguồn{mark}</p></figure>",
        "<h3>12 việc</h3>",
        "<div>12 việc</div>",
        "<ol><li>12 việc</li></ol>",
        "<!--by helpers.dti.ranks--><p>Hơn 53 tỉnh.</p><!--/by-->",
        "<!--by helpers.dti.ranks--><p>Đúng.</p><!--/by--><p>Hơn 53 tỉnh.{mark}</p>",
    ],
)
def test_an_orphan_number_is_refused_and_named(page, orphan):
    text = section(orphan.replace("{mark}", first_mark(page)))
    with pytest.raises(OrphanNumberError, match=r"\d.* “.*”"):
        trace(text, page)


def test_a_number_typed_into_a_sentence_breaks_the_build(page, monkeypatch):
    real = Language.say

    def spoiled(self, message, **values):
        said = real(self, message, **values)
        return said + " Tăng 17%." if message == "overview-offered" else said

    monkeypatch.setattr(Language, "say", spoiled)
    with pytest.raises(OrphanNumberError, match="17 in “100%"):
        trace(section(overview.decision(page), spoiled_sentence(page)), page)


def spoiled_sentence(page):
    from helpers.pages.citing import cite

    share = page.briefing.result("eligible_procedures_level_3_4_share")
    return page.say("overview-offered", cite(share), share=page.value(share))


def test_a_computed_number_names_what_computes_it(page):
    @computed_by(provenance.trace, data.as_of)
    def piece():
        return Html(Markup("<p>Hơn 53 tỉnh.{}</p>").format(first_mark(page)))

    (stated,) = trace(section(piece()), page)
    assert stated.rows == ()
    assert stated.computed_by == ("helpers.figures.provenance.trace", "helpers.store.data.as_of")


def test_a_small_number_is_the_rank_of_what_the_sentence_names(page):
    cited = [each for name in ("bac-giang", "kien-giang", "can-tho")
             for each in page.score_source(name, "total", "digital_government")]  # fmt: skip
    mark = page.mark(cited)

    def rows(words):
        text = section(f"<!--by helpers.dti.ranks--><p>{words}{mark}</p><!--/by-->")
        return trace(text, page)[0].rows

    assert rows("Hạng 7") == ()
    assert rows("Cần Thơ hạng 7") == ("dti_scores/2020/can-tho/total",)
    assert rows("Chính quyền số hạng 7") == ("dti_scores/2020/bac-giang/digital_government",)
    assert rows("Hạng 10") == ("dti_scores/2020/bac-giang/total",)
    assert rows("Trong 10 tỉnh") == (), "a count of provinces is no rank"


def test_a_remark_in_the_data_hides_no_number(page):
    notes = page.briefing.data["results"]["note"]
    assert notes.str.contains("khoảng 81.446").any()
    with pytest.raises(OrphanNumberError, match=r"81\.446"):
        trace(section("<p>Cả nước có khoảng 81.446 dịch vụ.</p>"), page)


def test_dates_years_names_and_scales_state_no_figure(page):
    quiet = """<p>Ngày 27/01/2022, kỳ 2020, Nghị quyết 111-NQ/TU, dịch vụ mức độ 3, 4.</p>
      <nav><ol><li>3</li></ol></nav><ol class="dx-sources"><li><p>đoạn 5</p></li></ol>
      <svg class="dx-chart"><g id="a-xtick_1"><text>0,3</text></g></svg>
      <svg class="dx-chart dx-narrow"><text>77</text></svg>"""
    assert trace(section(quiet), page) == []
    with pytest.raises(OrphanNumberError, match="12"):
        trace(section('<svg><g id="a-ytick_1"><text>12. Bắc Giang</text></g></svg>'), page)


def test_every_numeric_column_is_a_figure_or_known_to_be_none():
    descriptor = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    keys_and_places = {
        ("briefings", "year"), ("dti_editions", "edition"), ("dti_weights", "edition"),
        ("dti_scores", "edition"), ("context", "year"), ("indicators", "key_figure"),
        ("targets", "due"), ("targets", "edition"), ("agenda", "year"), ("agenda", "position"),
    }  # fmt: skip
    numeric = {
        (resource["name"], field["name"])
        for resource in descriptor["resources"]
        for field in resource["schema"]["fields"]
        if field["type"] in {"integer", "number", "year"}
    }
    figures = {(table, name) for table, names in provenance.FIGURES.items() for name in names}
    assert figures | keys_and_places == numeric and not figures & keys_and_places


def listed(built, lang):
    text = built.pages[lang].with_suffix(".csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def embedded(built, lang):
    (script,) = parse(built.text(lang)).iter("script")
    return json.loads(script.text)["@graph"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_listed_figure_is_in_the_data_or_has_a_documented_computation(built, package, lang):
    rows = {
        row["row"]: row
        for name in provenance.FIGURES
        for _, row in package[name].iterrows()
    }  # fmt: skip
    known = set(package["sources"]["source"])
    found = listed(built, lang)
    assert len(found) > 400
    for each in found:
        value = float(each["value"])
        assert value == float(parse_decimal(each["shown"], locale=lang, strict=True)), each
        assert set(each["sources"].split("; ")) <= known and each["sources"], each
        assert (each["basis"] == "published") == bool(each["rows"]) != bool(each["computed_by"])
        for name in filter(None, each["rows"].split("; ")):
            row = rows[name]
            columns = provenance.FIGURES[name.split("/")[0]]
            assert value in {float(row[column]) for column in columns if not pd.isna(row[column])}
        for name in filter(None, each["computed_by"].split("; ")):
            module, _, function = name.rpartition(".")
            computation = getattr(importlib.import_module(module), function)
            assert inspect.getdoc(computation) and not function.startswith("_")


def test_both_languages_trace_the_same_figures_to_the_same_rows(built):
    found = [
        {(each["chapter"], float(each["value"]), each["rows"]) for each in listed(built, lang)}
        for lang in LANGUAGES
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_graph_in_the_page_says_the_same_as_the_table_beside_it(built, lang):
    graph = embedded(built, lang)
    chapters = [node for node in graph if node["@type"] == "Chapter"]
    told = [(chapter["@id"], claim) for chapter in chapters for claim in chapter["hasPart"]]
    claims = [claim for _, claim in told]
    numbers = [(chapter, value["value"]) for chapter, claim in told for value in claim["about"]]
    table = listed(built, lang)
    assert numbers == [(f"#{each['chapter']}", float(each["value"])) for each in table]
    assert all(each["statement"].split(" · ")[-1] in str(claims) for each in table)
    ids = {node["@id"] for node in graph if "@id" in node}
    for claim in claims:
        assert claim["isBasedOn"] and set(claim["isBasedOn"]) <= ids
        computed = [value for value in claim["about"] if "identifier" not in value]
        computations = [each for each in claim["isBasedOn"] if each.startswith("#helpers.")]
        assert bool(computed) == bool(computations)
    report = next(node for node in graph if node["@type"] == "Report")
    assert report["inLanguage"] == lang and report["datePublished"] == "2022-01-27"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_numbers_a_reader_sees_are_in_the_list(built, known, lang):
    """Walk the finished page on its own terms: no traces of ours are left in it."""
    text = built.text(lang)
    assert not re.search(r"data-(source|place|rows|column)=|<!--", text)
    wanted = {each["shown"] for each in listed(built, lang)}
    names = provenance._names(known, Language(lang))
    pattern = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    tree, seen = parse(text), 0
    lists = [each for each in tree.iter("ol") if each.get("class") == "dx-sources"]
    apparatus = {element for each in [*lists, tree.find(".//nav")] for element in each.iter()}
    for element in tree.find("body").iter():
        if element.tag not in {"p", "li", "td", "th", "figcaption"}:
            continue
        if element in apparatus:
            continue
        words = pattern.sub("", "".join(own_words(element)))
        for number in re.findall(r"(?<!\w)\d+(?:[.,]\d+)*(?!\w)", words):
            if not re.fullmatch(r"(19|20)\d\d", number):
                seen += 1
                assert number in wanted, (number, words)
    assert seen > 400


def own_words(element):
    """Yield the text of an element without source marks."""
    if element.tag == "sup":
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from own_words(child)
        yield child.tail or ""


def test_marks_count_within_their_chapter():
    cited = numbering.Cited(1, [], [("b", "mark-2"), ("a", "mark-1"), ("b", "mark-5")])
    ways = list(numbering.ways_back(cited, ["a", "b"]))
    assert ways == [("2.1", "mark-2"), ("1.1", "mark-1"), ("2.2", "mark-5")]


def test_the_policy_allows_the_page_s_own_style_and_nothing_else(built):
    text = built.text("vi")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy and "http" not in policy
    other = seal.sealed(f'<meta content="{seal.POLICY}"><style>{seal.FONTS} p {{}}</style><p>a</p>')
    assert policy.split("'")[3] != re.search(r"sha256-[^']*", other)[0]


def test_json_cannot_close_its_element(page):
    stated = provenance.Stated("c", "p", "</script><b>1", "1", 1.0, (), ("helpers.dti.ranks",),
                               ("article",), ("",))  # fmt: skip
    text = linked_data.graph(page, [stated], "t")
    (claim,) = json.loads(text)["@graph"][-1]["hasPart"]
    assert "<" not in text and claim["text"] == "</script><b>1"

"""The page on paper: what the PDF holds, what it says of itself, and what can fail."""

from __future__ import annotations

import io
import re
import sys

import pytest
from conftest import FIRST, ROOT, parse
from pypdf import PdfReader

from helpers.building import pdf
from helpers.exceptions import BriefingError, PrinterMissingError, PrintError

SMALL = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Tờ trình</title>{meta}</head>
<body><h1>Tờ trình</h1>
<h2>Tỷ lệ thủ tục đủ điều kiện</h2><p><a href="bac-giang.en.html">English</a>
<a href="https://example.org/a">Nguồn</a></p>{more}</body></html>
"""
META = """<meta name="author" content="Sở Thông tin và Truyền thông">
<meta name="description" content="Hạng 10 &amp; gần 100%.">
<meta name="keywords" content="DTI, 2021">
<meta name="date" content="2022-01-27">"""
#: One page a year: two years in Vietnamese and two in English, in turn. Those whose length is
#: tested are among them: a print takes seconds.
PAGES = [
    page
    for page in sorted((ROOT / "reports").glob("20*/*.html"))
    if page.stem.endswith("vi" if int(page.parent.name) % 4 < 2 else "en")
]


def name(path):
    return f"{path.parent.name}-{path.stem}"


@pytest.fixture(scope="module", params=PAGES, ids=name)
def path(request):
    return request.param


@pytest.fixture(scope="module")
def page(path):
    return parse(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def printed(path, on_paper):
    return on_paper(path)


@pytest.fixture(scope="module")
def paper(printed):
    return PdfReader(io.BytesIO(printed))


@pytest.fixture(scope="module")
def read(path, sheets_of):
    """The words of each sheet."""
    return [squeezed(sheet.words) for sheet in sheets_of(path)]


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


def words(element):
    return " ".join("".join(element.itertext()).split())


def squeezed(text):
    return re.sub(r"[\s\u2060]+", "", text)


def having(page, kind):
    return page.iterfind(f".//*[@class='{kind}']")


def test_the_outline_has_every_chapter_in_the_words_of_the_page(paper, page):
    entries = list(outline(paper.outline))
    main = page.find(".//main")
    for depth, level, within in ((0, "h1", page), (1, "h2", main), (2, "h3", main)):
        wanted = [words(each) for each in within.iter(level) if each.get("id") != "contents-title"]
        assert [title for at, title in entries if at == depth] == wanted


def test_it_claims_pdf_ua_and_holds_what_that_asks_for(paper, page):
    root = paper.trailer["/Root"]
    assert 'pdfuaid:part="1"' in root["/Metadata"].get_data().decode()
    assert root["/Lang"] == page.get("lang") and root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds = [str(tag.get("/S")) for tag in tags(root["/StructTreeRoot"])]
    assert kinds.count("/H1") == 1 and kinds.count("/H2") == len(list(page.iter("h2"))) - 1
    drawn = [table for each in page.iter("figure") for table in each.iter("table")]
    shown = [table for table in page.iter("table") if table not in drawn]
    # A long one goes on on the next sheets as tables of their own.
    assert 2 <= len(shown) <= kinds.count("/Table") <= 2 * len(shown)
    assert {"/P", "/L", "/LI", "/TH", "/TD", "/Link", "/Caption"} <= set(kinds)


def test_every_figure_has_the_alternative_text_of_its_chart_and_icons_are_none(paper, page):
    figures = [tag for tag in tags(paper.trailer["/Root"]["/StructTreeRoot"])
               if tag.get("/S") == "/Figure"]  # fmt: skip
    charts = list(having(page, "dx-chart dx-wide"))
    spoken = [" ".join(each.text for each in list(chart)[:2]) for chart in charts]
    assert [figure["/Alt"] for figure in figures] == spoken
    assert len(spoken) >= 2 and all(len(each) > 60 for each in spoken)


def test_its_words_can_be_read_out_whole(paper, page, read):
    assert len(read) == len(paper.pages)
    read = "".join(read)
    lead = next(having(page, "dx-lead"))
    assert squeezed(words(lead)) in read, "the first sentence, with its accents"
    for _, heading in outline(paper.outline):
        assert squeezed(heading) in read, heading
    for chart in having(page, "dx-chart dx-wide"):
        labels = chart.findall(".//{*}text")
        assert labels
        for label in labels:
            assert squeezed(words(label)) in read, words(label)
    assert "\ufffd" not in read


def test_the_first_sheet_holds_the_page_at_a_glance_and_its_sources(page, read):
    first, second = read[:2]
    sources = next(having(page, "dx-paper"))
    for source in sources.iter("li"):
        assert squeezed(words(source)) in first
    own, following = (squeezed(words(lead)) for lead in list(having(page, "dx-lead"))[:2])
    assert own in first
    # With fewer key figures page one is no sheet alone: what follows begins under its sources.
    alone = sum("dx-card" in (each.get("class") or "").split() for each in page.iter()) > 3
    assert (following not in first and following in second) if alone else following in first


def test_the_page_brings_its_own_typeface_and_no_other(paper):
    fonts = {}
    for sheet in paper.pages:
        for font in sheet["/Resources"]["/Font"].values():
            inner = font["/DescendantFonts"][0]
            fonts[font["/BaseFont"].split("+")[-1]] = "/FontFile2" in inner["/FontDescriptor"]
    assert set(fonts) == {"Be-Vietnam-Pro", "Be-Vietnam-Pro-Semi-Bold",
                          "Be-Vietnam-Pro-Table", "Be-Vietnam-Pro-Table-Semi-Bold"}  # fmt: skip
    assert all(fonts.values()), "embedded"


def test_it_is_a_briefing_on_a4(paper, printed):
    assert 5 <= len(paper.pages) <= 20 and len(printed) < 500_000
    for sheet in paper.pages:
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]


def test_the_same_page_gives_the_same_bytes_in_another_process(on_paper, elsewhere):
    assert elsewhere["page"] == on_paper(FIRST) and on_paper(FIRST).startswith(b"%PDF")


def test_it_says_what_the_page_says_of_itself_and_tells_no_clock(printer):
    said = PdfReader(io.BytesIO(pdf.print_page(SMALL.format(meta=META, more="")))).metadata
    assert dict(said) == {
        "/Producer": said.producer,
        "/Title": "Tờ trình",
        "/Author": "Sở Thông tin và Truyền thông",
        "/Subject": "Hạng 10 & gần 100%.",
        "/Keywords": "DTI, 2021",
        "/CreationDate": "D:20220127",
        "/ModDate": "D:20220127",
    }
    bare = PdfReader(io.BytesIO(pdf.print_page(SMALL.format(meta="", more=""))))
    assert set(bare.metadata) == {"/Producer", "/Title"}


def test_links_to_neighbours_stay_relative(printer):
    small = PdfReader(io.BytesIO(pdf.print_page(SMALL.format(meta="", more=""))))
    links = [each.get_object()["/A"]["/URI"] for each in small.pages[0]["/Annots"]]
    assert links == ["bac-giang.en.html", "https://example.org/a"]


@pytest.mark.parametrize("source", ["file:///etc/passwd", "http://localhost/a.png", "data:,none"])
def test_what_would_be_missing_on_paper_is_told_and_nothing_is_loaded(source, printer):
    with pytest.raises(PrintError, match=r"the PDF would not be whole: .*image") as caught:
        pdf.print_page(SMALL.format(meta="", more=f'<img alt="x" src="{source}">'))
    assert isinstance(caught.value, BriefingError) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("raise ModuleNotFoundError('No module named weasyprint')", "WeasyPrint"),
        ("print('-----\\nmany lines'); raise OSError('cannot load library')", "Pango"),
    ],
)
def test_without_the_printer_one_line_says_what_to_do(tmp_path, monkeypatch, capsys, code, missing):
    (tmp_path / "weasyprint.py").write_text(code, encoding="utf-8")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(PrinterMissingError, match=f"the PDF needs {missing}: ") as caught:
        pdf.print_page(SMALL)
    message = str(caught.value)
    assert "\n" not in message and caught.value.exit_code == 1 and capsys.readouterr().out == ""
    for part in ("environment.yml", "Windows", "pip install weasyprint", "apt-get install"):
        assert part in message


def test_the_icons_have_the_colours_of_the_style_sheet():
    template = ROOT / "src" / "helpers" / "template"
    tokens = (template / "tokens.css").read_text(encoding="utf-8")
    rules = (template / "components.css").read_text(encoding="utf-8")
    for status, ink in pdf._INKS.items():
        token = re.search(rf"{status} p\.dx-status[^{{]*{{ color: var\((--[\w-]+)\)", rules)[1]
        assert f"{token}: {ink};" in tokens


DRAWN = """<!DOCTYPE html><html lang="vi"><head><title>a</title></head><body>
<figure class="dx-figure" id="low"><svg class="dx-chart" viewBox="0 0 680 391"></svg></figure>
<figure class="dx-figure" id="tall"><svg class="dx-chart" viewBox="0 0 680 608"></svg></figure>
</body></html>"""


def test_a_figure_nearly_as_high_as_wide_is_set_smaller(printer):
    """A map and a strip of eight indexes would leave half a sheet empty between them."""
    page = pdf.open_page(DRAWN)
    pdf.prepare(page.etree_element)
    kinds = {each.get("id"): each.get("class") for each in page.etree_element.iter("figure")}
    assert kinds == {"low": "dx-figure", "tall": "dx-figure dx-tall"}
    assert ".dx-tall { max-width: " in pdf.rules("", "paper.css")

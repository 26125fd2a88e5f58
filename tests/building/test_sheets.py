"""Page one alone: the handout and the slide, as the PDF files have them."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest
from conftest import FIRST, ROOT, parse
from pypdf import PdfReader

from helpers.building import sheets
from helpers.drawing import fonts
from helpers.exceptions import PrintError
from helpers.words.language import Language

PAGES = [FIRST, ROOT / "reports" / "2023" / "bac-giang.en.html"]
#: Every published page is shown to a committee on a slide.
PUBLISHED = sorted((ROOT / "reports").glob("20*/*.html"))
PRINTERS = {"handout": sheets.print_handout, "slide": sheets.print_slide}
#: In points: A4, and 16:9 as wide as a slide of PowerPoint.
SIZES = {"handout": (595, 842), "slide": (960, 540)}
MARK = re.compile(r"\[\d+\]")


def squeezed(text):
    """Return a text without spaces, which a file does not keep, and what WeasyPrint writes."""
    return re.sub(r"[\s\u2060·•]+", "", text)


def words(element):
    return squeezed("".join(element.itertext()))


def having(element, *kinds):
    return [each for each in element.iter() if set(kinds) & set(each.get("class", "").split())]


def tags(element):
    """Yield every element of the structure tree."""
    element = element.get_object()
    if isinstance(element, list):
        for each in element:
            yield from tags(each)
    elif isinstance(element, dict):
        yield element
        yield from tags(element["/K"]) if "/K" in element else ()


class Sheet:
    """A printed sheet: its only page, its words, and the size that each piece of text has."""

    def __init__(self, printed):
        self.paper = PdfReader(io.BytesIO(printed))
        (self.page,) = self.paper.pages
        self.pieces = []
        self.read = squeezed(self.page.extract_text(visitor_text=self._visit))
        self.root = self.paper.trailer["/Root"]

    def _visit(self, text, matrix, text_matrix, font, size):
        if squeezed(text):
            self.pieces.append((squeezed(text), round(size * abs(text_matrix[3] * matrix[3]), 2)))

    def sizes(self, *wholes):
        """Return the sizes of the pieces that are some texts, or long parts of them."""
        return {
            size
            for piece, size in self.pieces
            for whole in wholes
            if piece == whole or (len(piece) > 6 and piece in whole)
        }

    @property
    def tags(self):
        return [str(tag.get("/S")) for tag in tags(self.root["/StructTreeRoot"])]


def opened(path):
    """Return what a page says of itself, its masthead and its first chapter, as a tree."""
    first = path.read_text(encoding="utf-8").split('<section class="dx-chapter"', 2)[:2]
    text = '<section class="dx-chapter"'.join(first)
    return parse(re.sub("<style>.*?</style>", "", text, flags=re.S) + "</main></body></html>")


def page_one(page):
    return page.find(".//header"), page.find(".//main/section")


def foot(page, message):
    return squeezed(str(Language(page.get("lang")).say(message)))


def check_file(sheet, page, kind):
    """Hold a file to what both kinds have in common."""
    assert tuple(round(float(side)) for side in sheet.page.mediabox[2:]) == SIZES[kind]
    assert 'pdfuaid:part="1"' in sheet.root["/Metadata"].get_data().decode()
    assert sheet.root["/Lang"] == page.get("lang") and sheet.root["/MarkInfo"]["/Marked"]
    assert sheet.paper.metadata.title == page.findtext(".//title")
    said = {each.get("name"): each.get("content") for each in page.iter("meta")}
    assert sheet.paper.metadata.subject == said["description"]
    assert sheet.paper.metadata["/CreationDate"] == "D:" + said["date"].replace("-", "")
    assert sheet.tags.count("/H1") == 1 and {"/H2", "/H3", "/H4", "/P", "/LI"} <= set(sheet.tags)
    assert "/Link" not in sheet.tags and not sheet.page.get("/Annots"), "no link leads nowhere"
    fonts = {
        each["/BaseFont"].split("+")[-1] for each in sheet.page["/Resources"]["/Font"].values()
    }
    assert all(font.startswith("Be-Vietnam-Pro") for font in fonts)
    assert "\ufffd" not in sheet.read and "1/1" not in sheet.read[-5:]


def check_headline(sheet, page, least_lead, least_body):
    header, chapter = page_one(page)
    (lead,), (decision,) = having(chapter, "dx-lead"), having(chapter, "dx-decision")
    assert words(header.find("h1")) in sheet.read and words(lead) in sheet.read
    lines = [(len(piece), size) for piece, size in sheet.pieces if piece in words(lead)]
    assert max(lines)[1] >= least_lead
    for each in decision.findall("p"):  # the decision and its reservation
        assert words(each) in sheet.read
        assert max(sheet.sizes(words(each))) >= least_body, words(each)


def name(path):
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_the_handout_is_the_whole_of_page_one_on_one_sheet_of_a4(path, on_paper):
    page, sheet = opened(path), Sheet(on_paper(path, "handout"))
    check_file(sheet, page, "handout")
    check_headline(sheet, page, least_lead=12, least_body=9)
    header, chapter = page_one(page)
    blocks = [each for part in (header, chapter) for each in part.iter()
              if each.tag in {"h1", "h2", "h3", "h4", "p", "li"}]  # fmt: skip
    unseen = having(chapter, "dx-status-no-target")
    unseen = {words(each) for card in unseen for each in having(card, "dx-status")}
    assert len(blocks) > 20
    for block in blocks:
        assert words(block) in sheet.read or words(block) in unseen, words(block)
    assert sheet.read.endswith(foot(page, "sheet-whole"))
    sources = [words(each) for each in having(chapter, "dx-sources")]
    small = {piece for piece, size in sheet.pieces if size < 9 and not MARK.fullmatch(piece)}
    listed = "".join(sources) + foot(page, "sheet-whole")
    assert all(piece in listed or not re.sub(r"[\[\]\d]", "", piece) for piece in small), small
    assert min(sheet.sizes(*sources)) >= 8 and min(size for _, size in sheet.pieces) >= 7.5


def listed_in(chapter):
    """Return the items of the three lists beside each other, and those of what is new."""
    new = [item for each in having(chapter, "dx-since") for item in each.iter("li")]
    every = [item for each in having(chapter, "dx-panels") for item in each.iter("li")]
    return [words(each) for each in every if each not in new], [words(each) for each in new]


@pytest.mark.parametrize("path", PUBLISHED, ids=name)
def test_a_slide_has_headline_decision_and_key_figures_and_can_be_read_from_afar(path, printer):
    page, sheet = opened(path), Sheet(sheets.print_slide(path.read_text(encoding="utf-8")))
    check_file(sheet, page, "slide")
    check_headline(sheet, page, least_lead=24, least_body=14)
    header, chapter = page_one(page)
    values = [words(each) for each in having(chapter, "dx-value")]
    assert values and all(value in sheet.read for value in values[:3])
    lists, new = listed_in(chapter)
    shown = [item for item in new if item in sheet.read]
    assert not [item for item in lists if item in sheet.read] and shown in ([], new[:1])
    (listed,) = having(chapter, "dx-sources")
    kept = [words(each) for each in listed if words(each) in sheet.read]
    body = sheet.read[: sheet.read.index(kept[0])]
    numbers = [MARK.match(source)[0] for source in kept]
    assert sorted(set(MARK.findall(body))) == sorted(numbers), "each mark is listed, and no other"
    assert min(sheet.sizes(*kept)) >= 8 and min(size for _, size in sheet.pieces) >= 8
    assert sheet.read.endswith(foot(page, "sheet-shortened"))
    rest = "".join([*kept, words(header), words(chapter.find("h2")), foot(page, "sheet-shortened")])
    small = {piece for piece, size in sheet.pieces if size < 14}
    assert not [
        piece for piece in small if piece not in rest and not re.fullmatch(r"[\[\]\d]*", piece)
    ]


def test_the_same_page_gives_the_same_bytes_in_another_process(on_paper, elsewhere):
    assert elsewhere["handout"] == on_paper(FIRST, "handout")
    assert elsewhere["handout"].startswith(b"%PDF")


CHART = """<figure class="dx-figure"><svg class="dx-chart dx-wide" viewBox="0 0 200 20">
<title>Hạng</title><desc>Ba kỳ.</desc><path d="M0 0h9"/></svg>
</figure>"""


@cache
def style():
    """Return what a page has of style, with the letters of Vietnamese."""
    template = ROOT / "src" / "helpers" / "template"
    own = [(template / f"{each}.css").read_text("utf-8") for each in
           ("tokens", "components", "page")]  # fmt: skip
    return "".join([fonts.faces(fonts.characters(small(styled=False))), *own])


def mark(number):
    return f'<sup class="dx-mark"><a id="m{number}" href="#source-{number}">[{number}]</a></sup>'


def small(body="", filler="chữ", lead="Hạng 10", reserved="Dè", styled=True):
    """Return a page of few words, each block with a word and a source of its own."""
    cards = "".join(
        f'<section class="dx-card"><h4>Thẻ{at}</h4><p class="dx-value">{at}</p>'
        f"<ul><li>Kỳ{at}</li><li>Một{at}{mark(at)}</li><li>Hai{at}{mark(at)}</li></ul></section>"
        for at in range(1, 6)
    )
    sources = "".join(f"<li><p>[{at}] Nguồn{at}.</p></li>" for at in range(1, 11))
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title>
<style>{style() if styled else ""}</style></head>
<body><a href="#contents">Bỏ</a>
<header class="dx-masthead"><p class="dx-kicker">Trên</p><h1>Thử</h1>
<p class="dx-asof">Ngày</p></header><main><section class="dx-chapter"><h2>Năm</h2>
<p class="dx-lead">{lead}</p><p>Trước{mark(6)}</p>
<div class="dx-decision"><h3>Quyết</h3><p>Giao{mark(8)}</p><p>{reserved} {filler}</p></div>
<div class="dx-panels">
<div class="dx-bullets"><h3>Tốt</h3><ul><li>Làm</li></ul></div></div>
{body}<h3>Đếm</h3><p>Đầu</p><p>Cuối{mark(7)}</p>
<div class="dx-panels dx-alone"><div class="dx-bullets dx-since"><h3>Qua</h3>
<ul><li>Mới{mark(9)}</li><li>Cũ{mark(10)}</li></ul></div></div>
<h3>Số</h3><div class="dx-cards">{cards}</div>
<div class="dx-paper"><h3>Nguồn</h3><ol class="dx-sources">{sources}</ol></div></section>
<nav id="contents"></nav><section class="dx-chapter"><h2>Sau</h2></section></main></body></html>"""


#: What no slide has, and the sources that go with it.
NEVER = {"Trước", "Nguồn6", "Tốt", "Làm", "Đếm", "Đầu", "Cuối", "Nguồn7", "Cũ", "Nguồn10"}
#: What a slide leaves out, one after the other, and the sources that go with it.
ORDER = [
    {f"Hai{at}" for at in range(1, 6)},
    {"Qua", "Mới", "Nguồn9"},
    {f"Một{at}" for at in range(1, 6)} | {f"Nguồn{at}." for at in range(1, 6)},
    {"Thẻ5", "Kỳ5"},
    {"Thẻ4", "Kỳ4"},
]
KEPT = {"Thử", "Hạng10", "Giao", "Dè", "Thẻ1", "Kỳ1", "Thẻ3", "Kỳ3", "Nguồn8"}


def test_a_slide_leaves_out_whole_blocks_in_the_order_that_it_states(printer):
    seen = []
    for count in (3, 200, 330, 365, 385, 415):
        sheet = Sheet(sheets.print_slide(small(filler="chữ " * count)))
        gone = [{each for each in block if each not in sheet.read} for block in ORDER]
        left_out = sum(map(bool, gone))
        assert gone == ORDER[:left_out] + [set()] * (len(ORDER) - left_out)
        assert all(each in sheet.read for each in KEPT) and sheet.read.count("chữ") == count
        assert not [each for each in NEVER if each in sheet.read] and "Rútgọn" in sheet.read
        seen.append((left_out, -max(sheet.sizes("Giao"))))
    assert seen == sorted(seen) and len({left_out for left_out, _ in seen}) >= 4
    assert seen[0][1] <= -16, "large type where there is room"
    assert all(size <= -14 for _, size in seen), "no small type where there is none"


def test_a_handout_leaves_nothing_out_and_runs_lists_on_before_it_gives_up(printer):
    everything = set.union(*ORDER) | KEPT | NEVER
    airy, full = (Sheet(sheets.print_handout(small(filler="chữ " * count))) for count in (3, 950))
    for sheet in (airy, full):
        assert all(each in sheet.read for each in everything)
    assert max(airy.sizes("Giao")) > 13 and 9 <= max(full.sizes("Giao")) < 11
    assert full.read.count("chữ") == 950
    assert airy.tags.count("/LI") >= 8 > full.tags.count("/LI")


def test_what_does_not_fit_is_told_and_not_cut(printer):
    wide = f'<span style="white-space: nowrap">{"chữ " * 90}</span>'
    faulty = (("handout", {"filler": "chữ " * 1500}), ("slide", {"lead": wide}),
              ("slide", {"reserved": "dè " * 900}))  # fmt: skip
    for kind, filled in faulty:
        with pytest.raises(PrintError, match=f"the {kind} would not fit on one page") as caught:
            PRINTERS[kind](small(**filled))
        assert "\n" not in str(caught.value)


#: A column that its text gives less room than its longest word takes.
NARROW = f"""<div class="dx-panels"><div class="dx-bullets"><p>{"dài" * 20}</p></div>
<div class="dx-bullets"><p>{"chữ " * 60}</p></div></div>"""


def test_a_column_is_no_narrower_than_its_longest_word(printer, monkeypatch):
    page, found, real = small(body=NARROW), [], sheets._is_too_narrow
    monkeypatch.setattr(sheets, "_is_too_narrow", lambda it: found.append(real(it)) or found[-1])
    printed = sheets.print_handout(page)
    assert any(found), "or the words are never asked for their width"
    monkeypatch.setattr(sheets, "_SHARED", sheets._MEASURED)
    assert sheets.print_handout(page) == printed


def test_a_drawing_keeps_its_alternative_text(printer):
    sheet = Sheet(sheets.print_handout(small(body=CHART)))
    figures = [each for each in tags(sheet.root["/StructTreeRoot"]) if each.get("/S") == "/Figure"]
    assert [each["/Alt"] for each in figures] == ["Hạng Ba kỳ."]


def test_a_page_without_a_first_chapter_is_refused(printer):
    for print_it in PRINTERS.values():
        with pytest.raises(PrintError, match="no first chapter"):
            print_it(
                "<!DOCTYPE html><html lang=vi><title>a</title><body><main></main></body></html>"
            )

"""Text that would run, turn or hide something reaches a reader as plain words, or is refused."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from conftest import FROZEN, briefing, copied, in_this_process, open_page, opened, whole
from markupsafe import escape
from matplotlib.text import Text as Artist

from helpers.building import pipeline
from helpers.comparing import difference, difference_csv
from helpers.comparing.difference_words import Teller
from helpers.drawing import svg, tile_map
from helpers.exceptions import DataError
from helpers.figures import figure_list
from helpers.importing import form_cells, form_sheets
from helpers.importing.form_sheets import Form
from helpers.pages.page import Page
from helpers.pages.pieces import piece
from helpers.store import characters, data, tables
from helpers.store.cells import DoubtError
from helpers.store.descriptor import resources
from helpers.words.language import Language
from helpers.words.told import text

TABLES = {each["path"]: each["schema"]["fields"] for each in resources(FROZEN)}
#: What no cell may hold, by what it is refused for.
REFUSED = {
    "control": [
        *map(chr, (0, 1, 7, 8, 11, 12, 14, 27, 28, 31, 127, 128, 132, 155, 159)), "\x1b[2J",
    ],
    "line": ["\n", "\r", "\x85", "\u2028", "\u2029"],
    "tab": ["\t"],
    "direction": [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"],
    "hidden": [*"\u200b\u200c\u200d\u2060\u2064\ufeff\u00ad\u034f\u3164\u2800\ufe0f\ufffc",
               "\U000e0041", "\U000e0100"],
    "damaged": ["\ufffd"],
    "space": [*"\u1680\u2003\u2009\u3000"],
    "letter": ["\u05d0\u05d1", "\u0639\u0631\u0628"],
    "digit": ["\uff11\uff12", "\u0661", "\u0967"],
    "marks": ["e\u0315\u0316\u0317", "Z\u0351\u036b\u0343\u036a", "a\u20dd"],
    "unknown": ["\ue000\x30\ue001", "\U0010fffd", "\uffff"],
}  # fmt: skip
#: What a spreadsheet runs.
FORMULAS = [
    "=cmd()",
    "=HYPERLINK(a)",
    "+1+cmd|x!A",
    "-2+3",
    "@SUM(A1)",
    " =a",
    "\uff1da",
    "\u00a0-x",
]
ADDRESSES = {
    "https://dti.gov.vn/": True,
    "http://a.vn": True,
    "https://a.vn:8443/x?y=1&z=%20#k": True,
    "https://a.vn/bài-viết": True,
    "https://xn--bc-giang-3gb.vn/": True,
    "javascript:alert(1)": False,
    "JaVaScRiPt:alert(1)": False,
    " javascript:alert(1)": False,
    "java script:alert(1)": False,
    "vbscript:x": False,
    "data:text/html,<script>x</script>": False,
    "DATA:text/html;base64,PHNjcmlwdD4=": False,
    "file:///etc/passwd": False,
    "ftp://a.vn/": False,
    "mailto:a@b.vn": False,
    "//a.vn/x": False,
    "/x": False,
    "https:/a.vn": False,
    "https:a.vn": False,
    "https://": False,
    "https:///x": False,
    "https://dti.gov.vn@evil.example/": False,
    "https://a:b@c.vn/": False,
    "https://a.vn\\@evil.example": False,
    'https://a.vn/"onmouseover="x': False,
    "https://a.vn/<script>": False,
    "https://a.vn/{{x}}": False,
    "https://bắcgiang.vn/": False,
    "https://а.vn/": False,
    "https://a.vn/ javascript:x": False,
    "HTTPS://a.vn/": False,
    "https://-a.vn": False,
}
#: What may stand in a cell, for it is only words; without digits, which a page would have to prove.
WORDS = [
    "<script>window.__pwned=true</script>",
    "<img src=x onerror=window.__pwned=true>",
    '"onmouseover="window.__pwned=true" x="',
    "' onfocus='window.__pwned=true' autofocus '",
    "</style></script><script>window.__pwned=true</script>",
    "--><script>window.__pwned=true</script><!--",
    "]]><script>window.__pwned=true</script>",
    "</title></text></svg><svg onload=window.__pwned=true>",
    '<foreignObject><iframe srcdoc="<script>top.__pwned=true</script>"></iframe></foreignObject>',
    '<a href="javascript:window.__pwned=true">x</a>',
    "<style>*{background:url(https://evil.example/x)}</style>",
    '<meta http-equiv="refresh" content="url=https://evil.example/"><base href="//evil.example">',
    "{{ cycler.__init__.__globals__ }} {% raw %} {# x",
    '{ $province } { -term } {"x"} { 0',
    "{province} {} {x.__class__} {year",
    r"$x^{y}$ $\frac{a}{b}$ \$ $\x$",
    "&lt;b&gt; &amp; &#x3c;script&#x3e; &nbsp",
    "[x](javascript:alert) **b** `c` ![i](https://evil.example/i)",
    'style="x: y" id="z" href="#k" url(#q) d="1.23456"',
    "NguyễnVănDài" * 12,
    "%s %(x)s ${HOME} `id` $(id) ; rm",
    "'; DROP TABLE x; --",
    r"\u003cscript\u003e \x3c \n \ud",
    "[red]x[/red] :smile: _under_ __dunder__",
]
WORDS = [re.sub(r"\d", "", each) for each in WORDS]
#: The same for names that charts have no more room for.
SHORT = ["<svg onload=__pwned=true>", '"><body onload=__pwned=true>', "</svg><script>pwned()<",
         "{{x}}{%", r"$\frac$ $x$", "{ x }{}", "&lt;&#x;", "W" * 28, "x--><!--",
         'url(#q) id="z"']  # fmt: skip


# What is refused


@pytest.fixture(scope="module")
def cut(tmp_path_factory):
    """The first rows of each table, and its columns."""
    folder = tmp_path_factory.mktemp("cut")
    rows = {}
    for name in TABLES:
        with (FROZEN / name).open(encoding="utf-8", newline="") as file:
            rows[name] = list(csv.reader(file))[:3]
    return folder, rows


def refusal(cut, name, column, cell):
    """Say what the reader of a table says of a cell in its last row; nothing if it takes it."""
    folder, rows = cut
    changed = [list(row) for row in rows[name]]
    changed[-1][changed[0].index(column)] = cell
    path = folder / name
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(changed)
    path.write_text(stream.getvalue(), "utf-8", newline="\n")
    try:
        tables.read(path, TABLES[name])
    except DataError as error:
        (problem,) = (each for each in error.problems if each.column == column)
        assert (problem.file, problem.row) == (name, len(changed)), error
        for lang in ("vi", "en"):
            assert error.said[lang].isprintable() or set(error.said[lang]) & {"\n", "\xa0"}
        return str(problem.fault)
    return ""


def test_every_column_refuses_what_does_not_show_and_what_runs(cut):
    kinds = {kind: str(Language("en").say("fault-character", kind=kind, cell="", mark="", code=""))
             for kind in REFUSED}  # fmt: skip
    ends = {f"a{each}b": kinds[kind].rpartition(", ")[2]
            for kind, strings in REFUSED.items() for each in strings}  # fmt: skip
    del ends["a\0b"]  # It is no text at all, and the whole file is refused for it.
    ends |= {" \u00a0 ": "blanks alone", "x" * (characters.LONGEST + 1): "2,000 at most"}
    formulas = dict.fromkeys(FORMULAS, "for a formula")
    columns = [(name, field) for name, fields in TABLES.items() for field in fields]
    # Each column has a part of them in turn, and one of them all.
    for number, (name, field) in enumerate(columns):
        tried = ends | formulas if field["type"] == "string" else ends
        whole_list = (name, field["name"]) == ("sources.csv", "title")
        for each in list(tried)[0 if whole_list else number % 20 :: 1 if whole_list else 20]:
            said = refusal(cut, name, field["name"], each)
            assert said.endswith(tried[each]), (name, field["name"], each, said)


def test_a_nul_is_refused_with_its_line(cut):
    folder, rows = cut
    path = folder / "agenda.csv"
    path.write_text(tables.as_text(rows["agenda.csv"]).replace("a", "\0", 1), "utf-8")
    with pytest.raises(DataError, match=r"agenda.csv: holds a NUL character, .* \(line 1\)"):
        tables.read(path, TABLES["agenda.csv"])


def test_a_surrogate_never_gets_in(cut):
    folder, rows = cut
    path = folder / "agenda.csv"
    text = tables.as_text(rows["agenda.csv"]).encode()
    path.write_bytes(text.replace(b"a", b"\xed\xa0\x80", 1))
    with pytest.raises(DataError, match="is not UTF-8"):
        tables.read(path, TABLES["agenda.csv"])


def test_words_are_taken_as_they_are_and_accents_put_together(cut):
    folder, rows = cut
    for each in [*WORDS, "a\u00a0b\u202fc", "3/4 – “x” … ½ €", "m\u0304"]:
        words = each if not characters.is_formula(each) else f"a {each}"
        assert refusal(cut, "sources.csv", "title", words) == "", each
    header, first, second = (list(row) for row in rows["sources.csv"])
    second[1] = unicodedata.normalize("NFD", "Bắc Giang đạt hạng ấy")
    path = folder / "sources.csv"
    path.write_text(tables.as_text([header, first, second]), "utf-8", newline="\n")
    read = tables.read(path, TABLES["sources.csv"])
    assert "Bắc Giang đạt hạng ấy" in read.text and read.taken == ("accents apart",)


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_http_and_https_become_links(cut, address, monkeypatch):
    taken = refusal(cut, "sources.csv", "url", address) == ""
    assert taken == ADDRESSES[address]
    page = open_page(2021, "01_overview", "bac-giang")
    source = page.briefing.data["sources"].iloc[0].copy()
    source["url"] = address
    monkeypatch.setattr(Page, "_places", lambda *_: "")
    markup = piece(
        "sources", sources=[page._source(source, {})], anchored=True, back_title=""
    ).__html__()
    assert ("<a href=" in markup) == taken
    assert escape(address) in markup
    ElementTree.fromstring(markup)


# What is taken


def poisoned(project):
    """Put hostile words into every column of words of a project; return how many and where."""
    places = set()
    for resource in json.loads((project / "data" / "datapackage.json").read_text())["resources"]:
        path = project / "data" / resource["path"]
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        for field in free(resource["schema"]):
            place = rows[0].index(field["name"])
            short = "maxLength" in field.get("constraints", {})
            for number, row in enumerate(rows[1:]):
                if row[place]:
                    row[place] = hostile(row[place], number + place, short)
                    places.add((resource["name"], field["name"]))
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    return places


def free(schema):
    """The columns that hold words of no fixed form."""
    keys = {name for key in schema.get("foreignKeys", ()) for name in key["fields"]}
    keys |= {"component"}  # a rule holds it against two tables
    return [field for field in schema["fields"] if field["name"].startswith("title_") or (
        field["type"] == "string" and field["name"] not in keys
        and not {"pattern", "enum"} & set(field.get("constraints", {})))]  # fmt: skip


def hostile(cell, number, short):
    if not short:
        return f"{cell} {WORDS[number % len(WORDS)]}"
    # Names tell provinces apart: a few have nothing else.
    if number % 9 == 4 and number < 9 * len(SHORT):
        return SHORT[number // 9]
    return f"{cell[:12]} {SHORT[number % len(SHORT)]}"[:28]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    """A briefing of such words, in a folder of such a name, and where they were put."""
    folder = tmp_path_factory.mktemp("spoilt")
    project, out = copied(folder / "project"), folder / "{{ x }} {year} $(id) <b onclick=x> 'y"
    places = poisoned(project)
    with in_this_process(), pytest.MonkeyPatch.context() as patch:
        patch.setenv(data.DATA_VARIABLE, str(project / "data"))
        pages = pipeline.build(2021, "bac-giang", ["en"], out, project)
    return pages, places


#: No key figure of this year has a name so long.
LONG_NAMES = "document.querySelectorAll('.dx-card h4').forEach(each => each.append('W'.repeat(90)))"
LOOK = """() => ({
  ran: window.__pwned,
  shown: document.documentElement.textContent,
  elements: [...document.querySelectorAll(
    'script, iframe, img, object, embed, foreignObject, form, input, link, base, body style, b, ' +
    'meta[http-equiv=refresh]')].map(each => each.outerHTML.slice(0, 80)),
  handlers: [...document.querySelectorAll('*')].flatMap(each => [...each.attributes].map(
    own => own.name).filter(name => /^on|^srcdoc|^autofocus|^style$/i.test(name))),
  links: [...document.querySelectorAll('a')].map(each => each.getAttribute('href')),
  wide: document.documentElement.scrollWidth,
})"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_in_a_browser_they_are_words(browser, spoilt, width):
    (html, _, index), places = spoilt
    assert len(places) > 30
    for path in (html, index):
        with opened(browser, path, width) as page:
            page.on(
                "dialog", lambda asked: (page.complaints.append(asked.message), asked.dismiss())
            )
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            page.evaluate(LONG_NAMES)
            for _ in range(3):
                page.keyboard.press("Tab")
            found = page.evaluate(LOOK)
            asked = [url for url in page.requests if not url.startswith("data:")]
            assert page.complaints == [] and len(asked) == 1
        assert found["ran"] is None
        assert found["elements"] == [] and found["handlers"] == []
        assert found["wide"] == width
        ours = r"#[\w-]+|https?://[\w.-]+(/.*)?|\d{4}/[\w.-]+" if path == html else r"\d{4}/[\w.-]+"
        assert [link for link in found["links"] if not re.fullmatch(ours, link)] == []
        if path == html:
            shown = found["shown"].replace("\u2060", "")
            assert [each for each in WORDS if each not in shown] == []
            assert sum(each in shown for each in SHORT) > 5


def test_in_the_list_of_figures_nothing_runs_and_all_is_read_back(spoilt):
    (_, listed, _), _ = spoilt
    rows = list(csv.reader(io.StringIO(listed.read_text("utf-8-sig"), newline="")))
    signed = {cell for row in rows for cell in row if cell.lstrip()[:1] in set("=+-@\t\r")}
    assert signed and all(re.fullmatch(r"[+-][\d.,]+%?", each) for each in signed)
    assert "<script>window.__pwned=true</script>" in listed.read_text("utf-8")
    assert len(figure_list.read(listed.read_text("utf-8"), "en").claims) > 100


DRAWN = ('a $x^2$ $\\frac$ style="p: q" id="z" href="#k" url(#q) x="1.23456" <!-- c --> ]]>'
         " </text><script>x</script> -- &lt; {{y}}")  # fmt: skip


def test_what_is_drawn_is_what_was_given():
    def paint(width):
        figure, axes = svg.canvas(width, 200, (10, 10, 10, 10))
        axes.set_yticks([0.5], [DRAWN])
        axes.set_title(DRAWN)
        axes.text(0, 0.5, DRAWN)
        return figure

    drawn = svg.draw("n", DRAWN, DRAWN, svg.Painter(paint, (), text)).markup
    tree = ElementTree.fromstring(f'<r xmlns:xlink="x">{drawn}</r>')
    words = [each.text for each in tree.iter("text") if each.text.startswith("a")]
    assert words == [DRAWN] * 6
    assert [each.text for each in tree.iter("desc")] == [DRAWN] * 2
    assert {each.tag for each in tree.iter()} <= {"r", "svg", "title", "desc", "g", "text", "path",
                                                  "use", "defs", "clipPath", "rect"}  # fmt: skip
    with svg.house_style():
        assert not Artist(0, 0, DRAWN).get_parse_math()


def test_names_that_differ_only_between_end_no_map():
    names = ["An bên Giang", "An bát Giang", "Thành phố", "Hà Nội"]
    assert tile_map.abbreviations(names)[:2] == names[:2]


def test_names_without_end_leave_a_chart_room():
    _, axes = svg.canvas(328, 100, (400, 200, 0, 0))
    assert axes.bbox.width == pytest.approx(60, abs=2)


# What goes to spreadsheets


def test_what_begins_like_a_formula_is_written_as_words_and_read_back():
    for each in ["=cmd()", "+x", "-x", "@x", " =a", "\t=a", "'=a", "''", "'tis", "−5", "-0.0016",
                 "+17,5%", "-1e-05", "", "Bắc Giang"]:  # fmt: skip
        written = characters.inert(each)
        assert characters.meant(written) == each
        assert not characters.is_formula(written) or re.fullmatch(r"[+-][\d.,e-]+%?", written)


def test_workbooks_and_lists_hold_no_formula(tmp_path):
    from openpyxl import load_workbook

    package = whole()
    named = package["indicators"].assign(name_vi="=cmd()", name_en="=cmd()")
    sources = package["sources"].assign(title="@x", publisher="+x", note="=1+1")
    evil = data.DataPackage({**package.tables, "indicators": named, "sources": sources})
    form = form_sheets.workbook(Form(2023, "bac-giang", evil, resources(FROZEN)))
    sections = Teller(*two_years(evil), Language("en")).sections()
    sections = [replace(each, heading="@x") for each in sections]
    books = [form, difference_csv.as_workbook(sections)]
    for content in books:
        cells = [cell for sheet in load_workbook(io.BytesIO(content)).worksheets
                 for row in sheet.iter_rows() for cell in row]  # fmt: skip
        assert not [cell.value for cell in cells if cell.data_type == "f"]
        assert any("=cmd()" in str(cell.value) for cell in cells)
    rows = csv.reader(io.StringIO(difference_csv.as_csv(sections).decode("utf-8-sig"), newline=""))
    leading = {cell[:1] for row in rows for cell in row if not re.fullmatch(r"-?[\d.e-]+", cell)}
    assert not leading & set("=+-@") and "'" in leading


def two_years(package):
    return difference.between(package, 2021, 2022, "bac-giang")


def test_a_form_s_cell_is_refused_where_it_stands():
    from helpers.importing import form_reading

    class Sheet:
        file = "form.xlsx"

        @staticmethod
        def place(cell):
            return "Nguồn!B4"

    for words in ("=cmd()", "a\u202eb", "\x07", "@x"):
        cell = type("Cell", (), {"value": words})
        found, (problem,) = form_reading._said(Sheet, cell, form_cells.plain)
        assert found == "" and problem.file == "form.xlsx, Nguồn!B4"
    cell = type("Cell", (), {"value": WORDS[0]})
    assert form_reading._said(Sheet, cell, form_cells.plain) == (WORDS[0], [])


# What is typed

TYPED = ["<script>x</script>", '"><img src=x onerror=x>', "{{x}}", "{%", "{year}", "{}", "$(id)",
         "../../etc", "\x1b[2J\x1b[31m", "\u202eabc", "a\u200bb", "\n", "x" * 5000, "=cmd()",
         "\ud800", "javascript:x", "", " "]  # fmt: skip


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_parameters_are_refused_in_one_line_that_breaks_no_terminal(monkeypatch, lang):
    monkeypatch.setenv("BRIEFING_LANG", lang)
    calls = [
        call
        for each in TYPED
        for call in (
            ("build", "--year", each),
            ("build", "--year", "2021", "--province", each),
            ("build", "--year", "2021", "--lang", each),
            ("check", "--province", each),
            ("trace", "x", "--year", each),
            (each,) if each.strip() and not each.startswith("-") else ("build", "--year", each),
        )
    ]
    for call in calls:
        done = briefing(*call)
        assert done.returncode in (1, 2), call
        (line,) = done.stderr.splitlines() or [""]
        assert line.startswith("briefing: ") and len(line) < 6000, call
        assert not {each for each in line if not each.isprintable()} - {"\xa0", "\u202f"}, call


def test_the_environment_and_files_are_named_harmlessly(monkeypatch, tmp_path):
    for each in {*TYPED, "\udc80"} - {"\ud800", "", " ", "\n"}:
        monkeypatch.setenv(data.DATA_VARIABLE, str(tmp_path / each))
        done = briefing("check")
        assert done.returncode == 1
        assert not {char for char in done.stderr if not char.isprintable()} - {"\n", "\xa0"}
    monkeypatch.setenv("BRIEFING_LANG", "<script>")
    assert briefing("check").returncode == 1, "an unknown language is Vietnamese"


def test_a_doubt_quotes_little_of_what_is_wrong():
    with pytest.raises(DoubtError) as caught:
        characters.require_words("x" * 900 + "\x1b" + "y" * 900)
    assert len(caught.value.fault) < 120

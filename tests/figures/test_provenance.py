"""No number without its way back: each is its row's or a computation's, and its sentence's."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace

import pandas as pd
import pytest
from babel.numbers import parse_decimal
from conftest import ROOT, open_page

from helpers.analysis import dti
from helpers.building import numbering, seal
from helpers.exceptions import OrphanNumberError, UntoldError
from helpers.figures import printed
from helpers.figures.meaning import Meanings, _allowed, meanings
from helpers.figures.provenance import trace
from helpers.pages.citing import cite
from helpers.pages.pieces import join, piece
from helpers.pages.values import FIGURES, TIMES, counted, held, of
from helpers.words import sentences
from helpers.words.language import LANGUAGES
from helpers.words.told import Figure, Name, Origin, Text, Value, text

SERVICES = "results/bac-giang/services_level_3_4/2021/during/article"


@pytest.fixture(scope="module")
def page():
    return open_page(2021, "overview", "bac-giang", "vi")


def services(page):
    return page.briefing.result("services_level_3_4")


def paragraph(*told):
    said = Text()
    for each in told:
        said += each
    return piece("paragraph", text=said, style="")


def proven(page, *pieces):
    return trace([("c", each) for each in pieces], page.briefing, page.language)


def refused(page, *told):
    with pytest.raises(OrphanNumberError) as raised:
        proven(page, paragraph(*told))
    return str(raised.value)


def test_a_published_number_leads_to_its_row(page):
    row = services(page)
    (stated,) = proven(page, paragraph("Cung cấp ", page.value(row), ".", page.mark(cite(row))))
    assert (stated.figure.shown, stated.figure.number) == ("1.380", 1380)
    assert stated.rows == (SERVICES,) and stated.figure.origin.field == "value"
    assert stated.sources == ("article",) and stated.places == ("paragraph 2",)
    assert str(stated.statement) == "Cung cấp 1.380 dịch vụ."


def test_a_computed_score_leads_to_the_published_rows_it_follows_from():
    page = open_page(2023, "dti_position", "bac-giang", "vi")
    cited = page.score_source("bac-giang", "digital_government")
    mark = page.mark(cited)
    rank = page.write(page.rank("bac-giang", "digital_government"))
    (stated,) = proven(page, paragraph("Hạng ", rank, mark))
    parts = ("total", *dti.ACTIVITIES.values())
    assert stated.figure.origin.row == "" and stated.figure.shown == "23"
    assert set(stated.rows) == {f"dti_scores/2022/63/bac-giang/{each}" for each in parts}
    (alone,) = page.score_source("bac-giang", dti.TOTAL)
    assert alone.row == "dti_scores/2022/63/bac-giang/total", "what is published is its own row"


@pytest.mark.parametrize("words", ["1.380 dịch vụ", "năm 2021", "2 trong 3", "gấp 10"])
def test_digits_in_plain_words_come_from_nowhere(page, words):
    row = services(page)
    assert "comes from nowhere" in refused(page, words, page.mark(cite(row)))


def spoil(page, **changes):
    """The number of services in a paragraph of its own, with its source, and something wrong."""
    row = services(page)
    parts = [
        replace(part, **changes) if isinstance(part, Figure) else part
        for part in page.value(row).parts
    ]
    return refused(page, Text(tuple(parts)), page.mark(cite(row)))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"number": 1381, "shown": "1.381"}, "holds 1380"),
        ({"shown": "1.308"}, "is written for 1380"),
        ({"shown": "1,380"}, "is written for 1380"),
        ({"shown": "−1.380"}, "is written for 1380"),
        ({"shown": "138.000"}, "is written for 1380"),
        ({"origin": Origin(SERVICES, "base")}, "holds no base"),
        ({"origin": Origin("results/x", "value")}, "holds no value"),
        ({"origin": Origin()}, "says not where it comes from"),
        ({"via": ("qualifier-exact.value",)}, "is said without unit-services"),
        ({"via": ("unit-services.value", "qualifier-approx.value")}, "without qualifier-exact"),
        ({"via": ("unit-services.value", "qualifier-exact.value", "dti-rank.rank")}, "means"),
        (
            {"via": ("unit-services.value", "qualifier-exact.value", "x.y")},
            "meanings.csv the line x.y,results/own/services_level_3_4/year:value",
        ),
    ],
)
def test_a_number_that_is_not_its_row_s_is_refused(page, changes, fault):
    assert fault in spoil(page, **changes)


def test_an_unproven_number_is_named_with_its_page_before_what_is_wrong(page):
    said = spoil(page, via=("unit-services.value", "qualifier-exact.value", "x.y"))
    line = "x.y,results/own/services_level_3_4/year:value"
    cure = f"is new; if right, add to locales/meanings.csv the line {line}"
    assert said.splitlines()[1] == f"2021 vi, c, “1.380 dịch vụ”: 1.380: {cure}"


def test_a_later_row_is_not_known_yet(page):
    late = Origin("dti_scores/2022/63/bac-giang/total", "score")
    written = page.write(Value(0.6440, late), "score")
    assert f"{late.row} holds no score" in refused(page, written, page.mark(cite(services(page))))


def test_a_number_needs_the_source_of_its_row(page):
    row, other = services(page), page.briefing.result("files_submitted_online")
    assert "no source is cited" in refused(page, page.value(row))
    assert "no source is cited" in refused(page, page.value(row), page.mark(cite(other)))


def test_a_computed_number_leads_to_its_computation_and_what_it_rests_on(page):
    here = page.briefing.standing()
    gap = page.write(of(here, "leader.gap"), "score")
    cited = page.mark(page.score_source("bac-giang"))
    (stated,) = proven(page, paragraph("Kém ", gap, cited))
    assert stated.figure.origin.computation == "standing"
    assert stated.figure.origin.field == "leader.gap"
    assert stated.rows == ("dti_scores/2020/63/bac-giang/total",)
    assert "no source is cited" in refused(page, gap)


def test_a_name_is_what_its_row_says(page):
    named = page.province_name("da-nang")
    assert proven(page, paragraph(named)) == []
    (name,) = named.of_kind(Name)
    assert "the row says “Đà Nẵng”" in refused(page, replace(name, words="Đà Lạt"))
    assert "there is no row" in refused(page, replace(name, origin=Origin("provinces/x", "name")))


def test_a_verdict_is_judged_again(page):
    target = page.briefing.targets.iloc[0]
    origin = Origin(target["row"], "status")
    assert "is “" in refused(page, Name("Không đạt", origin))


def test_a_cell_speaks_of_its_row_and_its_column(page):
    score = page.score("da-nang")
    heads = [text("Tỉnh"), page.component_name("total")]
    cited = page.mark(page.score_source("da-nang"))

    def table(province):
        row = [page.province_name(province) + cited, text(score)]
        return piece("table", columns=heads, rows=[(row, False)], caption=Text(), source=Text(),
                     stacked=False)  # fmt: skip

    assert len(proven(page, table("da-nang"))) == 1
    with pytest.raises(OrphanNumberError, match="stands beside can-tho, but speaks of da-nang"):
        proven(page, table("can-tho"))
    heads[1] = page.component_name("digital_society")
    with pytest.raises(OrphanNumberError, match="stands beside digital_society"):
        proven(page, table("da-nang"))


def test_a_claim_is_held_against_its_values(page):
    here = page.briefing.standing()
    mean = page.write(held(page.briefing.edition_row, "mean_total"), "score")
    cited = [*page.score_source("bac-giang"), *page.edition_source()]
    values = {"score": page.score(), "mean": mean, "ranked": page.ranked}
    values["difference"] = page.write(of(here, "mean_gap").size, "score")
    assert proven(page, page.say("dti-mean-above", cited, **values))
    with pytest.raises(OrphanNumberError, match="dti-mean-below claims score < mean"):
        proven(page, page.say("dti-mean-below", cited, **values))


def test_a_value_needs_a_row_or_a_computation(page):
    with pytest.raises(UntoldError, match="no number"):
        held(services(page), "base")
    with pytest.raises(UntoldError, match="neither of the data nor of a computation"):
        held(pd.Series({"rank": 3}), "rank")
    with pytest.raises(UntoldError, match="nobody knows"):
        of(page.language, "code")
    assert counted("pillars", "abc").number == 3


def test_a_meaning_has_roles_for_names(page):
    meaning = Meanings(page.briefing)
    assert meaning.of(Origin(SERVICES, "value")) == "results/own/services_level_3_4/year:value"
    other = Origin("dti_scores/2020/63/da-nang/total", "rank")
    assert meaning.of(other) == "dti_scores/edition/other/total:rank"
    named = Origin("provinces/da-nang", "name", role="standing.leader.province")
    assert meaning.of(named) == "provinces/other:name=standing.leader.province"
    computed = Origin("", "gap", "standing", ("edition:2019", "province:bac-giang"))
    assert meaning.of(computed) == "standing.gap@earlier-edition@own"


def test_every_place_of_every_message_has_its_meaning():
    """What can be told in a sentence is written down, and what is written down can be told."""
    silent = ("explore-", "diff-", "index-", "briefing-", "figure-", "sources-", "locator-",
              "period-", "timing-", "error-", "fault-", "cure-", "cmd-", "form-", "draft-",
              "source-read-", "import-")  # fmt: skip
    messages = {name: each for name, each in sentences._messages("vi").items()
                if not name.startswith(silent)}  # fmt: skip
    places = {f"{name}.{place}" for name, each in messages.items() for place in each.places}
    assert not [place for place in sorted(places) if not _allowed(place)] and len(places) > 700
    spoken = {place.partition(".")[0] for place in meanings() if "*" not in place}
    spoken -= {"figure-source", "figure-sources"}
    assert spoken <= {*messages, ""}


def test_every_meaning_is_one_that_an_origin_can_have():
    row = r"[a-z_]+(/[a-z0-9_*-]+)*:[a-z_*-]+(=[a-z._-]+)?\*?"
    computed = r"[a-z-]+\.[a-z0-9 ._|*-]+(@[a-z0-9_*-]+)*\*?"
    odd = [
        meaning
        for allowed in meanings().values()
        for meaning in allowed
        if not re.fullmatch(rf"\*|{row}|{computed}", meaning)
    ]
    assert not odd


def test_the_finished_page_shows_what_its_pieces_tell(page):
    row = services(page)
    pieces = [("c", paragraph(page.value(row), page.mark(cite(row))))]
    chapter = f'<section class="dx-chapter">{pieces[0][1].__html__()}{{}}</section>'
    printed.require_as_told(chapter.format(""), pieces)
    printed.require_as_told(chapter.format('<svg class="x"><text>77</text></svg>'), pieces)
    for more in ("<p>12 việc</p>", "<div>12</div>", "<td>năm 12</td>"):
        with pytest.raises(OrphanNumberError, match="12 is on the page and told by no piece"):
            printed.require_as_told(chapter.format(more), pieces)
    with pytest.raises(OrphanNumberError, match="380 is told by a piece and not on the page"):
        printed.require_as_told('<section class="dx-chapter"></section>', pieces)


def test_a_piece_of_other_making_tells_nothing(page):
    foreign = piece("foreign", html="<p>12 việc</p>")
    assert proven(page, join(foreign)) == []
    with pytest.raises(OrphanNumberError, match="12 is on the page"):
        whole = f'<section class="dx-chapter">{foreign.__html__()}</section>'
        printed.require_as_told(whole, [("c", foreign)])


def test_every_numeric_column_is_a_figure_a_time_or_known_to_be_none():
    descriptor = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    numeric = {
        (resource["name"], field["name"])
        for resource in descriptor["resources"]
        for field in resource["schema"]["fields"]
        if field["type"] in {"integer", "number", "year"}
    }
    figures = {(table, name) for table, names in FIGURES.items() for name in names}
    times = {(table, name) for table, names in TIMES.items() for name in names}
    places = {
        ("key_figures", "year"),
        ("key_figures", "position"),
        ("indicators", "national_chart"),
        # Which name an indicator has, and when it is looked for: asked, and not told.
        ("indicators", "measured_from"),
        ("indicators", "renamed_in"),
        ("agenda", "position"),
        ("comparators", "position"),
        # Which table of an edition a row is in is part of its name; dti_editions tells it.
        ("dti_scores", "provinces_ranked"),
        # What says a figure again, and what bounds one that nobody printed, is only cited.
        ("confirmed", "value"),
        ("bounds", "value"),
        ("tiles", "grid"),
        ("tiles", "south"),
        ("tiles", "east"),
    }
    assert figures | times | places == numeric and not figures & times


def listed(built, lang):
    text = built.pages[lang].with_suffix(".csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_listed_figure_is_in_the_data_or_has_a_computation_in_words(built, package, lang):
    rows = {row["row"]: row for name in FIGURES for _, row in package[name].iterrows()}
    known = set(package["sources"]["source"])
    found = listed(built, lang)
    assert len(found) > 400
    for each in found:
        value = float(each["value"])
        shown = each["shown"].removesuffix("%").replace("\N{MINUS SIGN}", "-").lstrip("+<>")
        written = float(parse_decimal(shown, locale=lang, strict=True))
        if each["shown"][0] not in "<>":
            wanted = value * 100 if each["shown"].endswith("%") else value
            points = written == pytest.approx(value * 1000, abs=0.05 + 1e-6)
            assert points or written == pytest.approx(wanted, abs=0.5), each
        assert (each["basis"] == "computed") == bool(each["computation"]), each
        # What a page counts of its own checks is in no document.
        if each["computation"] != "quality" or each["sources"] or each["rows"]:
            assert set(each["sources"].split("; ")) <= known and each["sources"], each
            rested = {row for row in each["rows"].split("; ") if "*" not in row}
            assert each["rows"] and rested <= {*rows, *_others(package)}, each
        if each["basis"] == "published":
            row = rows[each["rows"]]
            columns = FIGURES[each["rows"].split("/")[0]]
            assert abs(value) in {abs(row[name]) for name in columns if not pd.isna(row[name])}
        else:
            assert each["computation_vi"] and each["computation_en"]


def _others(package):
    return {row for table in package.tables.values() for row in table["row"]}


def test_both_languages_tell_the_same_figures_of_the_same_rows(built):
    found = [
        {
            (float(each["value"]), each["rows"], each["computation"])
            for each in listed(built, lang)
            if each["computation"] != "quality"  # a page counts its own numbers
        }
        for lang in LANGUAGES
    ]
    assert found[0] == found[1]


def test_the_page_holds_no_trace_of_the_proof(built):
    for lang in LANGUAGES:
        assert not re.search(r"data-(source|place|rows|column)=|<!--|<script", built.text(lang))


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

"""The yearly cycle on the published pages: what one briefing set, the next one judges."""

from __future__ import annotations

import re
from functools import cache

import pytest
from cells import CHAPTERS, told, undrawn
from conftest import ROOT, html, open_page, parse, published, visible
from markupsafe import Markup

from helpers.building import export
from helpers.store import data
from helpers.words.language import LANGUAGES

#: The years of the frozen data.
YEARS = (2021, 2022, 2023)
#: Every briefing that the live data name.
EVERY = [
    (int(year), province, lang)
    for year, province in published()["briefings"][["year", "province"]].to_numpy()
    for lang in LANGUAGES
]


def page_of(year, province, lang):
    path = ROOT / "reports" / str(year) / f"{province}.{lang}.html"
    return path.read_text(encoding="utf-8")


@cache
def words_of(year, lang):
    """What the chapters of a year say of the frozen data, shrunk as a build shrinks them."""
    pieces = []
    for path in CHAPTERS:
        page = open_page(year, path.stem[3:], "bac-giang", lang)
        with undrawn():
            cells = [export._Cell(page.chapter, piece) for _, piece in told(path, page)]
        pieces += [cell.piece for cell in export._shrunk(page, cells)]
    return " ".join(Markup(html(*pieces)).striptags().replace("\u2060", "").split())


def test_every_year_has_its_briefings_in_the_list():
    index = (ROOT / "reports" / "index.html").read_text(encoding="utf-8")
    for year, province, lang in EVERY:
        assert f'href="{year}/{province}.{lang}.html"' in index


@pytest.mark.parametrize(("year", "province", "lang"), EVERY)
def test_each_page_is_one_light_file_of_its_year(live, year, province, lang):
    text = page_of(year, province, lang)
    assert len(text.encode()) < 500_000
    words = visible(text)
    row = data.briefing_row(live, year, province)
    name = live["provinces"].set_index("province").loc[province, f"name_{lang}"]
    assert row[f"title_{lang}"].replace("{province}", name) in words
    known = set(data.as_of(live, row["as_of"].date())["sources"]["source"])
    cited = set(re.findall(r'id="source-([^"]+)"', text))
    assert cited and cited <= known, "nothing published after its day"


@pytest.mark.parametrize(("year", "province", "lang"), EVERY)
def test_no_heading_stands_over_nothing_and_no_chart_is_empty(year, province, lang):
    tree = parse(page_of(year, province, lang))
    for section in tree.iter("section"):
        tags = [child.tag for child in section if isinstance(child.tag, str)]
        for tag, following in zip(tags, [*tags[1:], "h3"], strict=True):
            assert tag != "h3" or following != "h3", (section.attrib, tags)
    for figure in tree.iter("figure"):
        numbers = re.findall(r"\d", " ".join(figure.find(".//table").itertext()))
        assert len(numbers) > 3, "a chart has data"
    for text in (" ".join(p.itertext()).strip() for p in tree.iter("p")):
        assert text and "???" not in text and "None" not in text and "nan" not in text.split()


TALLY = {
    (2021, "vi"): "Trong 16 mục tiêu đã ghi nhận, đề ra trước báo cáo này: 2 đã đến hạn "
    "(2 chưa tìm thấy số liệu); 14 chưa đến hạn (2 hiện đang đạt, 12 chưa tìm thấy số liệu).",
    (2022, "en"): "Of the 17 recorded targets set before this briefing: 3 due "
    "(1 met, 2 without a figure found); 14 not yet due "
    "(2 met by the latest figure, 12 without a figure found).",
    (2023, "vi"): "Trong 23 mục tiêu đã ghi nhận, đề ra trước báo cáo này: 9 đã đến hạn "
    "(1 đạt, 1 chờ số liệu của kỳ đến hạn, 7 chưa tìm thấy số liệu); "
    "14 chưa đến hạn (2 hiện đang đạt, 12 chưa tìm thấy số liệu).",
}


@pytest.mark.parametrize(("year", "lang"), list(TALLY))
def test_each_briefing_counts_the_earlier_targets_by_whether_they_are_due(year, lang):
    assert TALLY[year, lang] in words_of(year, lang).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("year", "lang", "sentence"),
    [
        (2022, "vi", "Bắc Giang giữ hạng 10/63 về chuyển đổi số (DTI 2021), đạt mục tiêu đã đề ra"),
        (
            2022,
            "en",
            "stays 10th of 63 in digital transformation (DTI 2021), meeting the target",
        ),
        (2022, "en", "Rank in the Digital Transformation Index (DTI): rank 10, meeting the target"),
        (2023, "vi", "Bắc Giang tăng 1 bậc, xếp thứ 9/63 về chuyển đổi số (DTI 2022)"),
        (
            2023,
            "en",
            "Bac Giang climbs one place to 9th of 63 in digital transformation (DTI 2022)",
        ),
        (2023, "vi", "DTI 2022 xếp Bắc Giang thứ 9/63"),
    ],
)
def test_the_loop_closes(year, lang, sentence):
    assert sentence in words_of(year, lang)


@pytest.mark.parametrize("year", YEARS)
def test_the_resolution_runs_through_every_briefing_with_the_distance_to_go(year):
    rows = open_page(year, "agenda", "bac-giang").briefing.targets
    own = rows[rows["set_by"] == "resolution-111"]
    assert len(own) == 15 and set(own["due"]) == {2021, 2025, 2030}
    rank = own[own["indicator"] == "dti_rank"].set_index("due")
    here = {2021: 10, 2022: 10, 2023: 9}[year]
    assert rank["margin"].to_dict() == {2025: 15 - here, 2030: 10 - here}
    silent = own[own["indicator"] != "dti_rank"]
    assert set(silent["status"]) == {"not_reported"} and silent["margin"].isna().all()


def test_a_target_is_judged_once_and_told_once():
    judged = [open_page(year, "agenda", "bac-giang").briefing.newly_judged for year in YEARS]
    assert [list(rows["target"]) for rows in judged] == [[], ["committee-dti-rank-2022"], []]


def test_the_briefing_before_knows_only_its_own_day():
    before = open_page(2023, "overview", "bac-giang").briefing.before
    assert (before.year, before.edition.number, before.before.year) == (2022, 2021, 2021)
    assert before.before.before is None
    assert before.before.data["dti_editions"]["edition"].tolist() == [2020]


def test_what_a_year_does_not_say_is_a_list_and_not_a_row_of_headings():
    words = words_of(2022, "en")
    assert "Digital signing and work handled online" not in words, "the heading is gone"
    assert "Digital signing in Bac Giang in 2022: not found in the sources read" in words, (
        "the sentence is not"
    )
    assert "4 of the 5 key figures were known before, but no result for 2022 was found" in words
    for row in ("Community digital technology teams", "more than 1,000 teams", "September 2022"):
        assert row in words

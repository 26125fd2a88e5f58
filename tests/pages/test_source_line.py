"""The line under a chart or a table: who published its first source, when, and a mark for each."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from conftest import ROOT, open_page, published, whole

from helpers.figures import provenance
from helpers.pages.citing import Citation
from helpers.pages.pieces import piece
from helpers.store.data import DataPackage
from helpers.words.told import Mark, Name, Text

#: Letters that Vietnamese has and English has not.
VIETNAMESE = re.compile(r"[^\x00-\u00bf\u2000-\u206f]")


@pytest.mark.parametrize(
    ("lang", "source", "line"),
    [
        ("vi", "dti-2022", "Nguồn: Bộ Thông tin và Truyền thông, 12/07/2023"),
        ("en", "dti-2022", "Source: Ministry of Information and Communications, 12 July 2023"),
        ("vi", "lam-dong-2021", "Nguồn: Báo Gia Lai, 08/2022"),
        ("en", "lam-dong-2021", "Source: Gia Lai Newspaper, August 2022"),
        ("vi", "bgo-365377", "Nguồn: Báo Bắc Giang (bản tiếng Anh), không ghi ngày"),
        ("en", "bgo-365377", "Source: Bac Giang Newspaper (English edition), no date shown"),
    ],
)
def test_a_source_line_has_publisher_and_date_as_precise_as_they_are_known(lang, source, line):
    page = open_page(2023, "overview", "bac-giang", lang)
    assert str(page.source_line([Citation(source)])) == line


def test_a_year_alone_stays_a_year():
    page = open_page(2023, "overview", "bac-giang", "vi")
    sources = page.briefing.data["sources"].copy()
    sources.loc[sources["source"] == "dti-2022", "published"] = "2023"
    known = DataPackage({**page.briefing.data.tables, "sources": sources})
    for lang in ("vi", "en"):
        page = open_page(2023, "overview", "bac-giang", lang)
        page = replace(page, briefing=replace(page.briefing, data=known), cited={})
        assert str(page.source_line([Citation("dti-2022")])).endswith(", 2023")


def test_each_source_of_a_line_has_its_mark_and_the_first_stands_beside_its_name():
    page = open_page(2023, "overview", "bac-giang", "vi")
    page = replace(page, cited={})
    names = ("lam-dong-2021", "dti-2022", "lam-dong-2021", "bac-kan-2021")
    line = page.source_line([Citation(name) for name in names])
    assert str(line) == "Nguồn: Báo Gia Lai, 08/2022 và 2 nguồn khác"
    marks = [(at, each.source) for at, each in enumerate(line.parts) if isinstance(each, Mark)]
    assert [name for _, name in marks] == ["lam-dong-2021", "dti-2022", "bac-kan-2021"]
    assert str(line.parts[marks[0][0] + 1]).startswith(" và"), "the first before the others"
    assert not page.source_line([])


@pytest.mark.parametrize("field", ["publisher", "published"])
def test_a_source_line_that_its_row_does_not_hold_is_found_out(field):
    page = open_page(2023, "overview", "bac-giang", "en")
    line = page.source_line([Citation("dti-2022"), Citation("lam-dong-2021")])
    values = {"columns": [Text()], "rows": [], "caption": Text(), "stacked": False}

    def faults(source):
        table = piece("table", **values, source=source)
        try:
            provenance.trace([("c", table)], page.briefing, page.language)
        except provenance.OrphanNumberError as caught:
            return str(caught)
        return ""

    def other(part):
        mine = isinstance(part, Name) and part.origin.field == field
        return replace(part, words="Another, 1 May 2023") if mine else part

    assert faults(line) == ""
    assert "the row says" in faults(replace(line, parts=tuple(map(other, line.parts))))


@pytest.mark.parametrize("read", [published, whole], ids=["live", "frozen"])
def test_what_an_english_page_shows_of_the_data_is_written_in_english_letters(read):
    """One spelling of a province in the whole page; a title stays as it was published."""
    package, seen = read(), 0
    for name, table in package.tables.items():
        for column in (each for each in table if each.endswith("_en")):
            said = [str(each) for each in table[column].dropna()]
            odd = [each for each in said if VIETNAMESE.search(each)]
            assert not odd, f"{name}.{column}"
            seen += len(said)
    assert seen > 300
    assert all(package["sources"]["publisher_en"].str.len() > 3)


def test_an_english_sentence_spells_no_province_in_vietnamese():
    words = (ROOT / "src/helpers/locales/en.ftl").read_text(encoding="utf-8")
    names = whole()["provinces"]["name_vi"]
    assert [name for name in names if VIETNAMESE.search(name) and name in words] == []


def test_a_title_says_in_which_language_it_was_published():
    """Vietnamese has letters that neither English nor French titles have, but for its own names."""
    sources = published()["sources"].set_index("source")
    assert sources.loc["lecourrier-2024", "language"] == "fr"
    marked = sources["title"].str.contains(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỷỹỵđơư]")
    vietnamese = sources["language"].eq("vi")
    assert not (vietnamese & ~marked & sources["title"].str.isascii()).any()
    named = sources[marked & ~vietnamese]["title"]
    names = "|".join(whole()["provinces"]["name_vi"])
    rest = named.str.replace(names, "", regex=True)
    assert not rest.str.contains("[ạảấầẩậắằặếềểệịọốồộớờợụủứừựđơư]").any()

"""The typeface within a page: cut once for all pages, and never without a character of one."""

from __future__ import annotations

import base64
import io
import re

import pytest
from conftest import ROOT
from fontTools.ttLib import TTFont

from helpers.drawing import fonts
from helpers.words.language import LANGUAGES


def within(rules):
    """The fonts of some rules, opened."""
    found = re.findall(r"base64,([^\"]+)", rules)
    return [TTFont(io.BytesIO(base64.b64decode(each))) for each in found]


@pytest.fixture(autouse=True)
def nothing_cut_yet(monkeypatch):
    monkeypatch.setattr(fonts, "_known", [])
    fonts._ahead.cache_clear()
    fonts._faces.cache_clear()


def test_pages_of_common_characters_share_one_cut():
    rules = [fonts.faces(fonts.characters(f"<p>{words}</p>")) for words in ("Bắc Giang", "2021–…")]
    assert rules[0] == rules[1] and fonts._faces.cache_info().misses == 1
    rare = fonts.faces({"ß"})
    assert rare != rules[0]
    for rule, there in ((rules[0], False), (rare, True)):
        cut = within(rule)
        assert [ord("ß") in font.getBestCmap() for font in cut[::2]] == [there] * 2
        assert all(ord("ắ") in font.getBestCmap() for font in cut[::2])


def test_what_another_process_has_cut_is_not_cut_again():
    fonts.know("cut elsewhere")
    assert fonts.faces({"ắ"}) == fonts.common() == "cut elsewhere"
    rare = fonts.faces({"ß"})
    assert "cut elsewhere" not in rare
    assert ord("ß") in within(rare)[0].getBestCmap()


def test_what_is_cut_ahead_is_what_is_cut_when_asked():
    fonts.begin()
    assert fonts.common() == fonts._faces(fonts.COMMON)


def test_the_sentences_are_of_common_characters():
    files = [ROOT / "src/helpers/locales" / f"{code}.ftl" for code in LANGUAGES]
    said = {sign for path in files for sign in path.read_text(encoding="utf-8")}
    assert said - fonts.COMMON <= {"\n"}


def test_a_cut_font_keeps_its_names_and_how_it_sets_pairs():
    for font in within(fonts.faces(set())):
        assert {each.nameID for each in font["name"].names} == set(range(7))
    whole = within(fonts.faces(set()))[0]
    assert "kern" in {each.FeatureTag for each in whole["GPOS"].table.FeatureList.FeatureRecord}

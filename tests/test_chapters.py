"""The words of the chapters for every kind of province and edition."""

from __future__ import annotations

import importlib
import json
import re
from datetime import date

import pandas as pd
import pytest
from conftest import ROOT, parse

from helpers import data
from helpers.chapters import (
    appendix,
    dti_gaps,
    dti_outlook,
    dti_peers,
    dti_position,
    dti_robustness,
    online_services,
)
from helpers.language import LANGUAGES, Language
from helpers.page import Page, open_chapter

NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
#: Top, bottom, ranked only, scored without pillars, tied, unknown in 2020, pillars without ranks.
PROVINCES = ("bac-giang", "da-nang", "bac-kan", "thai-nguyen", "hai-duong", "thanh-hoa", "ha-nam",
             "lam-dong")  # fmt: skip


def steps(path):
    """Return the calls of a chapter's notebook, such as ``dti_position.ladder(page)``."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return [line for line in code if line.endswith("(page)") or line.startswith("page.say(")]


def later_page(package, year, chapter, province, lang):
    """Open a chapter at the end of a later year, as that year's briefing would."""
    known = data.as_of(package, date(year, 12, 31))
    own = package["briefings"].assign(year=year, as_of=pd.Timestamp(year, 12, 31))
    briefings = pd.concat([package["briefings"], own]).astype({"year": "Int64"})
    tables = {**known.tables, "briefings": briefings}
    return Page(chapter, year, province, Language(lang), data.DataPackage(tables))


def open_page(package, year, chapter, province, lang="en"):
    if year == 2021:
        return open_chapter(chapter, 2021, province, lang)
    return later_page(package, year, chapter, province, lang)


def check(piece, where):
    text = str(piece.markup)
    words = re.sub(r"(?i)(đà n|da n|quảng n|quang n)[aẵ]?[a-zẵ]*g?", "", text)
    assert "None" not in words and not re.search(r"\bnan\b|<NA>|NaT", words), (where, text)
    parse(f"<!DOCTYPE html><title>t</title>{text}")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("province", PROVINCES)
@pytest.mark.parametrize("year", [2021, 2022, 2023])
def test_every_chapter_speaks_of_every_kind_of_province(package, year, province, lang):
    for path in NOTEBOOKS:
        name = path.stem[3:]
        page = open_page(package, year, name, province, lang)
        modules = {
            module: importlib.import_module(f"helpers.chapters.{module}")
            for step in steps(path)
            if (module := step.split(".")[0]) != "page"
        }
        for step in steps(path):
            check(eval(step, {"page": page, **modules}), step)
    page.chapter = "appendix"
    check(appendix.appendix(page), "appendix")


def said(page, step):
    return step(page).markup.striptags().replace("\u2060", "")


def test_the_leader_has_no_one_above(package):
    from helpers.chapters import dti_climb

    for year in (2021, 2023):
        page = open_page(package, year, "dti_position", "da-nang")
        assert "there is no province above it" in said(page, dti_position.standing)
        assert "it leads" in said(page, dti_climb.cheapest)
        assert "no rank above it" in said(page, dti_climb.ranks)
        assert "No weights move Da Nang from rank 1" in said(page, dti_robustness.distribution)


def test_a_rank_without_a_score_and_no_rank_at_all(package):
    page = open_page(package, 2021, "dti_position", "thai-nguyen")
    assert "No score of Thai Nguyen is published" in said(page, dti_position.standing)
    assert "cannot be tested under other weights" in said(page, dti_robustness.weights)
    page = open_page(package, 2021, "dti_position", "ha-nam")
    assert "give no DTI rank for Ha Nam" in said(page, dti_position.standing)


def test_one_below_a_gap_is_not_told_who_is_just_above(package):
    page = open_page(package, 2021, "dti_position", "hai-duong")
    assert "nearest above with a published total is Bac Giang" in said(page, dti_position.standing)


def test_a_tie_is_said_aloud(package):
    page = open_page(package, 2023, "dti_position", "thanh-hoa")
    assert "It shares the rank with Yen Bai" in said(page, dti_position.standing)
    assert "leaves rank 15 to 16 open" in said(page, dti_robustness.facts)


def test_the_margin_below_is_said_to_be_unknown(package):
    text = said(open_page(package, 2021, "dti_outlook", "bac-giang"), dti_outlook.keep)
    assert "no scores of ranks 11 to 13 are published" in text
    assert "no larger than that" in text


def test_what_rests_on_ten_provinces_says_so_and_corners_are_of_63(package):
    page = open_page(package, 2021, "dti_outlook", "bac-giang")
    assert "of 10 of 63 provinces only" in said(page, dti_robustness.weights)
    assert "among the 10 published only" in said(page, dti_robustness.distribution)
    corners = said(page, dti_robustness.corners)
    assert "among the 63" in corners
    assert "rank 7" in corners and "rank 14" in corners and "rank 25" in corners
    page = open_page(package, 2023, "dti_outlook", "bac-giang")
    assert "only" not in said(page, dti_robustness.weights)
    assert "2 to 26" in said(page, dti_robustness.distribution)


def test_what_is_not_known_yet_is_not_used(package):
    page = open_page(package, 2021, "dti_position", "bac-giang")
    assert "only edition 2020 has been published" in said(page, dti_peers.past)
    assert "not in the sources that may be used" in said(page, dti_peers.size_and_income)
    assert "cannot be split by pillar" in said(page, dti_gaps.to_the_mean)
    page = open_page(package, 2023, "dti_position", "bac-giang")
    assert "10 (2020), 10 (2021), 9 (2022)" in said(page, dti_peers.past)
    assert "0.0539 above" in said(page, dti_peers.size_and_income)
    assert "computed in this briefing" in said(page, dti_position.pillars)


def test_the_appendix_proves_the_table(package):
    page = open_page(package, 2021, "appendix", "bac-giang")
    assert "10 of 10 totals" in said(page, appendix.appendix)
    text = said(open_page(package, 2023, "appendix", "bac-giang"), appendix.appendix)
    assert "5 of 5 totals" in text and "58 of 58 totals with only some" in text
    assert "pillars of 63 provinces are computed" in text and "9 of 9 published pillar" in text
    assert "0.6819† (23)" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_titles_are_short_and_alternatives_say_more(package, lang):
    early = open_page(package, 2021, "dti_position", "bac-giang", lang)
    late = open_page(package, 2023, "dti_position", "bac-giang", lang)
    figures = [online_services.national(early)]
    charts = (dti_position.ladder, dti_position.profile, dti_gaps.split,
              dti_robustness.distribution, dti_outlook.rank_targets)  # fmt: skip
    figures += [chart(page) for page in (early, late) for chart in charts]
    figures += [dti_peers.past(late), dti_peers.size_and_income(late)]
    for figure in figures:
        tree = parse(f"<!DOCTYPE html><title>t</title>{figure.markup}")
        headline = tree.find(".//figcaption/strong").text
        assert len(headline) <= 90, headline
        for svg in tree.iter("svg"):
            words = {child.tag: child.text for child in svg if child.tag in ("title", "desc")}
            assert words["title"] == headline
            assert words["desc"] != headline
            assert any(digit in words["desc"] for digit in "0123456789")
            assert svg.findall(".//text"), "text is text"
        assert tree.find(".//details//table") is not None

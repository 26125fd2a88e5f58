"""The words of the chapters for every kind of province: top, bottom, ranked only, unknown."""

from __future__ import annotations

import importlib
import json

import pytest
from conftest import ROOT, parse

from helpers.chapters import dti_outlook, dti_position, online_services
from helpers.chapters.appendix import appendix
from helpers.language import LANGUAGES
from helpers.page import open_chapter

NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))


def steps(path):
    """Return the calls of a chapter's notebook, such as ``dti_position.ladder(page)``."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return [line for line in code if line.endswith("(page)") or line.startswith("page.say(")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "province",
    ["da-nang", "ninh-thuan", "thai-nguyen", "hai-duong", "lang-son", "bac-ninh", "ha-nam"],
)
def test_every_chapter_speaks_of_every_kind_of_province(province, lang):
    for path in NOTEBOOKS:
        name = path.stem[3:]
        page = open_chapter(name, 2021, province, lang)
        module = importlib.import_module(f"helpers.chapters.{name}")
        for step in steps(path):
            piece = eval(step, {"page": page, name: module})
            text = str(piece.markup)
            assert "None" not in text and "nan" not in text.lower().replace("da nang", "").replace(
                "nang", ""
            ).replace("đà nẵng", ""), (step, text)
            parse(f"<!DOCTYPE html><title>t</title>{text}")
    page.chapter = "appendix"
    parse(f"<!DOCTYPE html><title>t</title>{appendix(page).markup}")


def said(province, module, step, lang="en"):
    page = open_chapter(module, 2021, province, lang)
    chapter = importlib.import_module(f"helpers.chapters.{module}")
    return getattr(chapter, step)(page).markup.striptags().replace("\u2060", "")


def test_the_leader_has_no_one_above():
    assert "there is no province above it" in said("da-nang", "dti_position", "standing")
    assert "no province above Da Nang" in said("da-nang", "dti_outlook", "gains")


def test_a_rank_without_a_score_and_no_rank_at_all():
    assert "No score of Thai Nguyen is published" in said("thai-nguyen", "dti_position", "standing")
    assert "give no DTI rank for Ha Nam" in said("ha-nam", "dti_position", "standing")
    assert "hold no limitations and tasks of Da Nang" in said("da-nang", "agenda", "finding")


def test_the_margin_below_is_said_to_be_unknown():
    text = said("bac-giang", "dti_outlook", "keep")
    assert "no scores of ranks 11 to 13 are published" in text
    assert "no larger than that" in text


def test_titles_are_short_and_alternatives_say_more(known):
    page = open_chapter("dti_position", 2021, "bac-giang", "vi")

    figures = [
        online_services.national(page),
        dti_position.ladder(page),
        dti_position.profile(page),
        dti_position.gaps(page),
        dti_outlook.rank_targets(page),
    ]
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

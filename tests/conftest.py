"""What the tests share: the data, a copy of the project to spoil, and one real build."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import html5lib
import pandas as pd
import pytest

from helpers import data, pipeline
from helpers.language import LANGUAGES, Language
from helpers.page import Page, open_chapter

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def package() -> data.DataPackage:
    return data.load(ROOT / "data")


@pytest.fixture(scope="session")
def known(package) -> data.DataPackage:
    """The data as of the 2021 briefing."""
    return data.as_of(package, data.briefing_day(package, 2021))


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the data and the notebooks."""
    copy = tmp_path / "project"
    for folder in ("data", "notebooks"):
        skip = shutil.ignore_patterns(".ipynb_checkpoints")
        shutil.copytree(ROOT / folder, copy / folder, ignore=skip)
    return copy


@dataclass(frozen=True)
class Built:
    """A real build of the 2021 briefing in both languages."""

    out: Path
    pages: dict[str, Path]

    def text(self, lang: str) -> str:
        return self.pages[lang].read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Built:
    out = tmp_path_factory.mktemp("a report {year}") / "reports"
    paths = pipeline.build(2021, "bac-giang", LANGUAGES, out, ROOT)
    return Built(out, dict(zip(LANGUAGES, paths, strict=True)))


def parse(text: str):
    """Return a page as a tree; any breach of HTML5's grammar is an error."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def visible(text: str) -> str:
    """Return the words of a page that a reader sees, charts and tables included."""
    tree = parse(text)
    for parent in tree.iter():
        for child in list(parent):
            name = child.tag if isinstance(child.tag, str) else ""
            if name.rsplit("}", 1)[-1] in {"style", "title", "desc"}:
                child.text = ""
    return " ".join(" ".join(tree.itertext()).replace("\u2060", "").split())


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

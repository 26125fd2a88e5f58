"""What the tests share: the data, a copy of the project to spoil, one real build, one browser."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import html5lib
import pandas as pd
import pytest
from playwright.sync_api import sync_playwright

from helpers.building import pdf, pipeline
from helpers.exceptions import PrinterMissingError
from helpers.pages.page import Page, open_chapter
from helpers.store import data
from helpers.words.language import LANGUAGES, Language

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
MEASURE = Path(__file__).with_name("measure.js")


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


def once(folder: Path, make: Callable[[], list[Path]]) -> list[Path]:
    """Let the first process that asks make files; the others wait for them."""
    done, unfinished = folder / "done", folder / "unfinished"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + 300
        while not done.exists() and time.monotonic() < end:
            time.sleep(0.1)
    else:
        paths = []
        try:
            paths = make()
        finally:
            unfinished.write_text(json.dumps([str(path) for path in paths]), encoding="utf-8")
            unfinished.rename(done)
    paths = json.loads(done.read_text(encoding="utf-8")) if done.exists() else []
    assert paths, "the build failed in another process of the tests, which reports why"
    return [Path(path) for path in paths]


@pytest.fixture(scope="session")
def built(tmp_path_factory, worker_id) -> Built:
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "a report {year}"
    out = folder / "reports"
    options = {"paper": printable()}
    paths = once(folder, lambda: pipeline.build(2021, "bac-giang", LANGUAGES, out, ROOT, **options))
    return Built(out, dict(zip(LANGUAGES, paths, strict=False)))


def missing(what: str, packages: str) -> None:
    """Skip what a machine cannot test, and say why; where CI must test it, fail."""
    reason = f"no {what}: apt-get install {packages}"
    (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


def printable() -> bool:
    try:
        return pdf.find_printer() is not None
    except PrinterMissingError:
        return False


@pytest.fixture(scope="session")
def printer():
    if not printable():
        missing("Pango for WeasyPrint", "libpangoft2-1.0-0 libharfbuzz-subset0")


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        missing("Chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def opened(browser, source: Path | str, width: int = 1280, **options) -> Iterator:
    """Open a file, or the text of a page, in a window of its own, with ``measure.js`` at hand."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    context.add_init_script(path=MEASURE)
    page = context.new_page()
    page.requests, page.complaints = [], []
    page.on("request", lambda asked: page.requests.append(asked.url))
    page.on("console", lambda said: page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    if isinstance(source, Path):
        page.goto(source.as_uri())
    else:
        page.set_content(source)
    page.evaluate("document.fonts.ready")
    yield page
    context.close()


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


def open_page(year, chapter, province, lang="en"):
    """Open a chapter of a year's briefing, in English if not said; of a year to come at its end."""
    package = data.load(ROOT / "data")
    briefings = package["briefings"]
    if year in set(briefings["year"]):
        return open_chapter(chapter, year, province, lang)
    own = briefings.iloc[:1].assign(year=year, as_of=pd.Timestamp(year, 12, 31))
    known = data.as_of(package, date(year, 12, 31))
    later = pd.concat([briefings, own]).astype({"year": "Int64"})
    tables = {**known.tables, "briefings": later}
    return Page(chapter, year, province, Language(lang), data.DataPackage(tables))

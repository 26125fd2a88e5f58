"""A draft: a page made although cells wait, which shows them, and which nothing takes for more."""

from __future__ import annotations

import csv
import shutil

import pytest
from conftest import ROOT, briefing, copied, in_this_process, parse, visible

from helpers.building import drafts, listing
from helpers.store import data
from helpers.store.unfilled import TO_FILL
from helpers.words.language import Language

PROVINCE = "bac-giang"


def rows_of(folder, name):
    with (folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder, name, rows):
    with (folder / "data" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


#: A year whose key figures are of its own, and the one that its draft is without.
YEAR, LOST = 2021, "services_level_3_4"


def unfill(folder):
    """Mark in a year's data its day, a key figure, and the source of another result."""
    briefings, results = rows_of(folder, "briefings"), rows_of(folder, "results")
    own = next(row for row in briefings if row["year"] == str(YEAR))
    own["as_of"] = TO_FILL
    year = [row for row in results if row["period"] == str(YEAR) and row["scope"] == PROVINCE]
    lost = next(row for row in year if row["indicator"] == LOST)
    other = next(row for row in year if row["indicator"] == "digital_signing_share")
    shown = lost["value"]
    lost["value"] = other["source"] = TO_FILL
    # The number stood in October of that year too.
    kept = [row for row in results if row["indicator"] != LOST or row is lost]
    write(folder, "briefings", briefings)
    write(folder, "results", kept)
    return shown


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project with a published page and list, and what it held before and after a draft."""
    project = copied(tmp_path_factory.mktemp("draft") / "project")
    value = unfill(project)
    # The key figures are in the first chapter; the others make a draft no other one.
    for notebook in (project / "notebooks").glob("*.ipynb"):
        if not notebook.name.startswith("01_"):
            notebook.unlink()
    reports = project / "reports"
    (reports / str(YEAR)).mkdir(parents=True)
    (reports / str(YEAR) / f"{PROVINCE}.vi.html").write_text("<title>published</title>")
    (reports / "index.html").write_text("the list")
    before = contents(project)
    with in_this_process():
        done = briefing("build", "--draft", "--year", YEAR, "--province", PROVINCE, folder=project)
    assert done.returncode == 0, done.stderr
    return project, before, done, value


def contents(project):
    return {
        path.relative_to(project): path.read_bytes()
        for path in project.rglob("*")
        if path.is_file() and drafts.FOLDER not in path.relative_to(project).parts
    }


def page_of(project, lang):
    path = project / "reports" / str(YEAR) / drafts.FOLDER / f"{PROVINCE}.{lang}.html"
    return path.read_text(encoding="utf-8")


def test_a_draft_changes_nothing_that_is_published(made):
    project, before, done, _ = made
    assert contents(project) == before
    named = [f"reports/{YEAR}/draft/{PROVINCE}.{lang}.html" for lang in ("vi", "en")]
    assert done.stdout.splitlines() == named
    assert "draft" not in listing.list_page(project / "reports", data.load(ROOT / "data"))
    assert f"reports/*/{drafts.FOLDER}/" in (ROOT / ".gitignore").read_text().splitlines()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_draft_says_that_it_is_one_and_what_waits(made, lang):
    project, _, _, value = made
    text = page_of(project, lang)
    tree = parse(text)
    banner = next(each for each in tree.iter("aside") if each.get("class") == "dx-draft")
    words = " ".join("".join(banner.itertext()).split())
    assert "Bản nháp · Draft" in words
    names = {row["indicator"]: row[f"name_{lang}"] for row in rows_of(project, "indicators")}
    items = ["".join(each.itertext()) for each in banner.iter("li")]
    assert len(items) == 3 and all(each.endswith(TO_FILL) for each in items)
    assert items[1:] == [f"{names[LOST]} ({YEAR}): {TO_FILL}", items[2]]
    assert names["digital_signing_share"] in items[2]
    assert f"31/12/{YEAR}" in words + visible(text) or f"31 December {YEAR}" in visible(text)
    shown = Language(lang).decimal(float(value))
    assert shown not in visible(text), "what waits is used nowhere"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_key_figures_of_a_draft_show_what_waits(made, lang):
    project, *_ = made
    cards = {}
    for section in parse(page_of(project, lang)).iter("section"):
        if "dx-card" in (section.get("class") or "").split():
            head, shown, *_ = list(section)
            cards["".join(head.itertext())] = "".join(shown.itertext())
    names = {row["indicator"]: row[f"name_{lang}"] for row in rows_of(project, "indicators")}
    assert cards[names[LOST]] == TO_FILL == cards[names["digital_signing_share"]]
    assert sum(TO_FILL in shown for shown in cards.values()) == 2, "the others are known"


def test_a_published_page_is_no_draft(built):
    for lang in ("vi", "en"):
        assert "dx-draft" not in built.text(lang) and TO_FILL not in built.text(lang)


@pytest.mark.parametrize("options", [[], ["--year", "all"], ["--year", str(YEAR), "--pdf"]])
def test_a_draft_is_of_one_year_and_not_on_paper(options):
    done = briefing("build", "--draft", *options)
    assert done.returncode == 2 and "--draft" in done.stderr


def test_a_copy_for_a_draft_holds_no_mark_and_leaves_the_data(tmp_path):
    project = copied(tmp_path / "project")
    unfill(project)
    before = contents(project)
    left = drafts.prepare(project / "data", tmp_path / "copy", YEAR)
    assert contents(project) == before and len(left.waits) == 3
    assert not data.load(tmp_path / "copy").to_fill
    for path in (tmp_path / "copy").glob("*.csv"):
        assert TO_FILL not in path.read_text(encoding="utf-8")
    earlier = drafts.prepare(project / "data", tmp_path / "earlier", YEAR - 1)
    assert earlier.waits == (), "later rows wait for other briefings"
    shutil.rmtree(tmp_path / "earlier")

"""How far each briefing is: pages, cells, editions, and what a source came too late for."""

from __future__ import annotations

import os
from datetime import timedelta

import pandas as pd
import pytest
from conftest import ROOT, briefing

from helpers.analysis.results import year_of
from helpers.building.manifest import MADE, Entry, Inputs, Manifest, file_hash, key
from helpers.building.notebooks import chapters
from helpers.commands import options, status
from helpers.store import data, parameters
from helpers.store.data import NATIONAL, DataPackage
from helpers.upkeep.status import standings
from helpers.words.language import LANGUAGES, Language

HOME = "bac-giang"


def found_in(package, out, province=HOME, project=ROOT):
    return {each.year: each for each in standings(package, project, out, province, LANGUAGES)}


def test_every_year_is_there_with_the_unit_of_its_time(package, tmp_path):
    found = found_in(package, tmp_path)
    assert set(found) == set(package["briefings"]["year"])
    units = package["provinces"].set_index("province")
    for year, each in found.items():
        ended = units["valid_until"][HOME].year <= year
        assert each.province == (units["successor"][HOME] if ended else HOME)
        assert [paper.state for paper in each.papers] == ["missing"] * len(LANGUAGES)
        assert not each.is_done


def test_a_page_is_older_than_what_it_is_made_from_or_not(package, tmp_path, project):
    (year, *_) = sorted(found_in(package, tmp_path))
    pages = [tmp_path / str(year) / f"{HOME}.{lang}.html" for lang in LANGUAGES]
    pages[0].parent.mkdir()
    for page in pages:
        page.write_text("page", encoding="utf-8")
    table = project / "data" / "results.csv"
    for path in project.rglob("*.*"):
        os.utime(path, (1000, 1000))
    for page, time in zip(pages, (500, 1500), strict=True):
        os.utime(page, (time, time))
    (project / "data" / "accepted.json").touch()
    os.utime(
        project / "data" / "accepted.json", (9000, 9000)
    )  # A record, of which no page is made.
    os.utime(table, (1200, 1200))
    states = found_in(package, tmp_path, project=project)[year].papers
    assert [(each.state, each.newer) for each in states] == [("older", table), ("done", None)]
    os.utime(pages[0], (1500, 1500))
    assert found_in(package, tmp_path, project=project)[year].is_done


def kept(project, year):
    """Pages of a year that nobody touched for long, and what they were made of."""
    package, entries = data.load(project / "data"), {}
    inputs = Inputs(package, chapters(project / "notebooks"))
    for lang in LANGUAGES:
        page = project / "reports" / str(year) / f"{HOME}.{lang}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("page", encoding="utf-8")
        os.utime(page, (1, 1))
        chosen = parameters.check(package, {"year": year, "province": HOME, "lang": lang})
        files = {f"{key(chosen)}.html": file_hash(b"page")}
        entries[key(chosen)] = Entry(inputs.of(chosen), MADE, 1.0, files)
    for path, content in Manifest(project / "reports").written(entries).items():
        path.write_bytes(content)


def pages_of(project, year):
    """What the command says of the pages of a year."""
    told = briefing("status", "--project", project, folder=project)
    assert told.returncode == 0, told.stderr
    lines = told.stdout.splitlines()
    return [line.partition("html: ")[2] for line in lines if f"/{year}/{HOME}" in line]


def test_a_page_is_judged_by_what_it_was_made_of_and_not_by_its_age(project):
    year, *_, newest = sorted(data.load(project / "data")["briefings"]["year"])
    kept(project, year)
    assert pages_of(project, year) == ["there, as it would be made now"] * 2
    added = briefing("new-year", newest + 1, "--project", project, folder=project)
    assert added.returncode == 0, added.stderr
    assert pages_of(project, year) == ["there, as it would be made now"] * 2, "a later year"
    tiles = project / "data" / "tiles.csv"
    *rows, last = tiles.read_text(encoding="utf-8").splitlines()
    tiles.write_text("\n".join([rows[0], last, *rows[1:], ""]), encoding="utf-8")
    assert pages_of(project, year) == ["there, but to be made again (other data)"] * 2
    (project / "reports" / "manifest.json").unlink()
    assert [line.partition(" has ")[2] for line in pages_of(project, year)] == ["changed since"] * 2


def test_what_came_too_late_is_named_with_the_day_and_nothing_else(package, tmp_path):
    first = package["sources"].set_index("source")["available_from"]
    results = package["results"]
    for year, each in found_in(package, tmp_path).items():
        day = pd.Timestamp(data.briefing_day(package, year, each.province))
        own = results[results["scope"].isin([each.province, NATIONAL]) & (year_of(results) == year)]
        late = own[own["source"].map(first) > day]
        assert {row for found in each.late for row in found.rows} == set(late["row"])
        assert all(pd.Timestamp(found.day) > day for found in each.late)
        known = set(data.as_of(package, day.date())["results"]["row"])
        assert not known.intersection(late["row"])


def test_a_source_a_day_earlier_is_no_longer_late(package, tmp_path):
    found = next(each for each in found_in(package, tmp_path).values() if each.late)
    late = found.late[0]
    sources = package["sources"].copy()
    day = pd.Timestamp(found.as_of)
    mine = sources["source"] == late.source
    for first, is_late in ((day, False), (day + timedelta(days=1), True)):
        moved = sources.assign(available_from=sources["available_from"].mask(mine, first))
        changed = DataPackage({**package.tables, "sources": moved})
        named = {each.source for each in found_in(changed, tmp_path)[found.year].late}
        assert (late.source in named) == is_late


def test_editions_are_known_or_wait_for_their_day(package, tmp_path):
    first = package["sources"].set_index("source")["available_from"].dt.date
    rows = package["dti_editions"]
    days = dict(zip(rows["edition"], rows["source"].map(first), strict=True))
    for each in found_in(package, tmp_path).values():
        assert all(days[edition] <= each.as_of for edition in each.editions)
        for edition, day in each.editions_to_come.items():
            assert edition <= each.year and day > each.as_of


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_command_says_it_in_both_languages_and_what_to_run_next(lang, project):
    done = briefing("status", "--lang", lang, "--project", project, folder=project)
    assert done.returncode == 0, done.stderr
    words = " ".join(done.stdout.split())
    years = sorted({int(year) for year in data.load(project / "data")["briefings"]["year"]})
    assert all(f"{year}, " in words for year in years)
    assert len(years) > 1
    build = str(Language(lang).say("cmd-next-build", command="briefing batch"))
    assert words.endswith(build)
    told = briefing("status", "--lang", lang, "--out", "other", "--project", project,
                    folder=project).stdout  # fmt: skip
    assert " ".join(told.split()).endswith(f"{build} --out other"), "where it was looked for"


def test_cells_to_fill_are_counted_and_come_first(project):
    newest = int(data.load(project / "data")["briefings"]["year"].max())
    unit = found_in(data.load(project / "data"), project)[newest].province
    own = ("--province", unit, "--project", project)
    added = briefing("new-year", newest + 1, *own, folder=project)
    assert added.returncode == 0, added.stderr
    done = briefing("status", *own, folder=project)
    cells = data.load(project / "data").to_fill
    for file in {cell.file for cell in cells}:
        count = sum(cell.file == file for cell in cells)
        assert f"{count} cells ??? in {file}" in done.stdout
    assert f"{newest + 1}, " in done.stdout and "???" in done.stdout.split(f"{newest + 1}, ")[1]


def test_without_a_province_every_briefing_stands_with_its_own_cells_and_the_next_year_is_the_new(
    project,
):
    newest = int(data.load(project / "data")["briefings"]["year"].max())
    options = ("--project", project)
    for unit in (HOME, "thai-nguyen"):
        table = project / "data" / "briefings.csv"
        row = f"{newest + 1},{unit},???,Năm {{province}},Year {{province}},,,,\n"
        table.write_text(table.read_text(encoding="utf-8") + row, encoding="utf-8")
    done = briefing("status", *options, folder=project)
    assert done.returncode == 0, done.stderr
    _, *parts = done.stdout.split(f"{newest + 1}, ")
    assert [part.split(" (as of ???)")[0] for part in parts] == ["Bac Giang", "Thai Nguyen"]
    assert all("1 cell ??? in briefings.csv" in part for part in parts)
    named = briefing("status", "--province", "thai-nguyen", *options, folder=project)
    assert named.stdout.count(f"{newest + 1}, ") == 1


def test_of_a_unit_no_year_is_asked_before_it_began(live, project):
    found = standings(live, project, project, "bac-ninh-2025", ("vi",))
    assert [each.year for each in found] == [2025]
    assert "build --year 2025 --province bac-ninh-2025" in status._next(
        live, found, "bac-ninh-2025"
    )
    assert [each.year for each in standings(live, project, project, HOME, ())][:1] == [2021]


def test_where_no_province_is_named_the_unit_of_the_year_is_meant(live, project):
    assert (
        options.unit_of(live.calendar, None, 2024) == HOME
        and options.unit_of(live.calendar, HOME, 2026) == HOME
    )
    assert (
        options.unit_of(live.calendar, None, 2025)
        == options.unit_of(live.calendar, None, 99999)
        == "bac-ninh-2025"
    )
    found = status._next(live, standings(live, project, project, None, ()), None)
    year = int(live["briefings"]["year"].max()) + 1
    assert f"new-year {year} --province bac-ninh-2025 --form {year}.xlsx" in found

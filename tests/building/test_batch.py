"""Many briefings in one run: what is up to date is left, what fails stops nothing else."""

from __future__ import annotations

import json
import threading

import pytest
from conftest import (
    LIVE,
    ROOT,
    briefing,
    copied,
    in_this_process,
    keep_chapters,
    silence,
    spoil_cell,
)

from helpers.building import forks, manifest
from helpers.building.asked import MANIFEST, REASONS, Options
from helpers.building.batch import batch
from helpers.store import data, mergers


@pytest.fixture
def small(tmp_path):
    """A project with one chapter that only has parameters: it shows nothing, and soon."""
    project = copied(tmp_path / "project")
    keep_chapters(project, "05")
    silence(project, "05_agenda.ipynb")
    return project


def why(project, out, *wanted, **options):
    """Make briefings in one language, and return why each was made."""
    with in_this_process():
        made = batch(wanted, ["vi"], out, project, Options(**options))
    assert all(each.error is None for each in made), made
    return [each.why.get("vi") for each in made]


HERE = (2021, "bac-giang")


def test_what_is_up_to_date_is_left_and_what_is_not_says_why(small, tmp_path):
    out = tmp_path / "out"
    page, notebook = out / "2021" / "bac-giang.vi.html", small / "notebooks" / "05_agenda.ipynb"
    assert why(small, out, HERE) == ["new"]
    first = page.read_bytes()
    stamp = page.stat().st_mtime_ns
    assert why(small, out, HERE) == [None]
    assert page.stat().st_mtime_ns == stamp, "it was left alone"
    assert why(small, out, HERE, force=True) == ["forced"]
    page.write_bytes(first + b"\n")
    assert why(small, out, HERE) == ["changed"]
    page.unlink()
    assert why(small, out, HERE, only=frozenset({"changed"})) == [None]
    assert not page.exists()
    assert why(small, out, HERE) == ["missing"]
    notebook.write_bytes(notebook.read_bytes() + b"\n")
    assert why(small, out, HERE) == ["notebooks"]
    assert page.read_bytes() == first
    assert why(small, out, HERE) == [None]


def test_only_data_that_were_known_on_its_day_count(small, tmp_path):
    out = tmp_path / "out"
    assert why(small, out, HERE, (2022, "bac-giang")) == ["new", "new"]
    sources = small / "data" / "sources.csv"
    lines = sources.read_text(encoding="utf-8").splitlines()
    head = lines[0].split(",")
    row = dict.fromkeys(head, "") | {
        "source": "later", "title": "Later", "language": "en", "publisher": "A",
        "publisher_en": "A", "published": "2022-06-01", "available_from": "2022-06-01",
    }  # fmt: skip
    added = ",".join(row[name] for name in head)
    sources.write_text("\n".join([*lines, added]) + "\n", encoding="utf-8")
    assert why(small, out, HERE, (2022, "bac-giang")) == [None, "data"]


def test_other_code_or_libraries_are_a_reason(small, tmp_path, monkeypatch):
    out = tmp_path / "out"
    why(small, out, HERE)
    with monkeypatch.context() as patch:
        patch.setattr(manifest, "code", lambda: "other")
        assert why(small, out, HERE) == ["code"]
    assert why(small, out, HERE) == ["code"], "back is another change"
    monkeypatch.setattr(manifest, "versions", lambda: "other")
    assert why(small, out, HERE) == ["versions"]


def test_a_manifest_that_nobody_can_read_holds_nothing(small, tmp_path):
    out = tmp_path / "out"
    why(small, out, HERE)
    assert manifest.Manifest(out).entries
    for text in ("", "[]", '{"2021/bac-giang.vi": {}}', '{"2021/bac-giang.vi": 3}'):
        (out / MANIFEST).write_text(text, encoding="utf-8")
        assert manifest.Manifest(out).entries == {}
    assert why(small, out, HERE) == ["new"]


def test_a_briefing_that_fails_stops_no_other_and_is_made_again(small, tmp_path):
    notebook = small / "notebooks" / "05_agenda.ipynb"
    sound, out = notebook.read_bytes(), tmp_path / "out"
    spoil_cell(small, notebook.name, "assert province != 'ca-mau', 'no such figure'")
    options = ("--year", "2021", "--lang", "vi", "--project", small, "--out", out)
    named = ("--provinces", "ca-mau, Bắc Giang,an-giang")
    done = briefing("batch", *options, *named)
    assert done.returncode == 1
    assert "made 2, up to date 0, failed 1" in done.stdout
    assert "2021 ca-mau: chapter 05_agenda.ipynb, cell 2: AssertionError" in done.stderr
    assert "bac-giang" not in done.stderr and "an-giang" not in done.stderr
    made = {path.name for path in out.glob("2021/*.html")}
    assert made == {"bac-giang.vi.html", "an-giang.vi.html"}
    held = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    assert "AssertionError" in held["2021/ca-mau.vi"]["outcome"]
    notebook.write_bytes(sound)
    done = briefing("batch", *options, *named, "--only", "failed")
    assert done.returncode == 0
    # The notebook is another one for those that were made, too.
    waits = ["left for another reason: 2", "made 1, up to date 0, failed 0"]
    assert done.stdout.splitlines()[-2:] == waits
    assert "2021 ca-mau: made (vi: failed last time; " in done.stdout


def test_a_wrong_reason_is_refused_with_those_there_are():
    done = briefing("batch", "--only", "data,whim")
    assert done.returncode == 2
    assert "“whim”" in done.stderr and all(each in done.stderr for each in REASONS)


def test_a_reason_and_force_are_one_too_many():
    done = briefing("batch", "--only", "data", "--force")
    assert done.returncode == 2 and "take one of them" in done.stderr


def test_nothing_to_do_is_said_and_what_waits_for_another_reason_is_counted(
    small, tmp_path, monkeypatch
):
    out = tmp_path / "out"
    why(small, out, HERE)
    call = ["batch", "--year", "2021", "--lang", "vi", "--provinces", "bac-giang, Bắc Giang"]

    def said(*options):
        done = briefing(*call, "--project", small, "--out", out, *options)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    with monkeypatch.context() as patch:
        patch.setattr(forks, "_begun", threading.Event())
        patch.setattr(forks, "ensure_running", lambda: pytest.fail("a server is begun for nothing"))
        assert said() == ["made 0, up to date 1, failed 0"], "in a process that has begun no server"
        assert not forks._begun.is_set()
    (out / "2021" / "bac-giang.vi.html").unlink()
    waits = ["left for another reason: 1", "made 0, up to date 0, failed 0"]
    assert said("--only", "data") == waits
    assert said("--only", "missing")[-1] == "made 1, up to date 0, failed 0"


def test_all_provinces_of_a_year_those_of_a_region_and_of_all_years(monkeypatch):
    from helpers.commands import wanted

    package = data.load(LIVE)
    monkeypatch.setenv(data.DATA_VARIABLE, str(LIVE))
    every = wanted.many(ROOT, "2023", "all", ["vi"])
    there = mergers.at_the_end_of(package["provinces"], 2023)
    assert every == [(2023, province) for province in there["province"]] and len(every) == 63
    region = "northern-midlands-and-mountains"
    own = wanted.many(ROOT, "2023", f"{region},bac-giang", ["vi"])
    assert own == [(2023, each) for each in there.loc[there["region"] == region, "province"]]
    years = wanted.many(ROOT, "all", "all", ["vi"])
    assert {year for year, _ in years} == set(package["briefings"]["year"])
    assert (2024, "bac-giang") in years and (2025, "bac-giang") not in years
    named = wanted.many(ROOT, "all", "named", ["vi"])
    rows = package["briefings"].sort_values(["year", "province"])
    assert named == list(zip(rows["year"], rows["province"], strict=True))

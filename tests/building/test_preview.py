"""A page to look at while one works: only what changed runs, nothing published changes."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import ROOT, briefing, copied, in_this_process, keep_chapters, silence, spoil_cell

from helpers.building import preview, watching
from helpers.building.notebooks import Chapter, Run, chapters
from helpers.building.preview import Stale, newest
from helpers.store.parameters import Parameters

PLACE = "bac-giang.vi.html"
CALL = ("--year", "2021", "--lang", "vi")
AGENDA, OTHER = "05_agenda.ipynb", "04_dti_outlook.ipynb"


@pytest.fixture
def light(tmp_path):
    """A project with a chapter, and one that only has parameters: it shows nothing, soon."""
    project = copied(tmp_path / "project")
    keep_chapters(project, "04", "05")
    silence(project, OTHER)
    return project


@pytest.fixture
def smallest(light):
    """A project with one chapter, which takes a second."""
    keep_chapters(light, "05")
    return light


def asked(project, command, *arguments):
    """Run a command in this process, and return what it said."""
    with in_this_process():
        return briefing(command, *arguments, *CALL, "--project", project)


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unmarked(page):
    """Return a page without what marks it as a preview; its policy is a hash of its style."""
    text = re.sub(r'<aside class="dx-draft".*?</aside>\n\n', "", page.decode(), flags=re.DOTALL)
    text = text.replace((ROOT / "src/helpers/template/draft.css").read_text("utf-8"), "")
    return re.sub(r"sha256-[\w+/=]+", "HASH", text)


def test_a_preview_is_the_page_of_a_build_and_runs_one_chapter(light):
    reports, line = light / "reports", "<p>Một dòng của chương kia</p>"
    spoil_cell(light, OTHER, f"from IPython.display import HTML\nHTML({line!r})")
    assert asked(light, "build").returncode == 0
    built = files(reports)
    done = asked(light, "preview", "5")
    assert done.returncode == 0, done.stderr
    page = reports / "2021" / "draft" / PLACE
    assert re.fullmatch(rf".*{PLACE}: \d+\.\d s \(run: agenda\)\n", done.stdout)
    shown, published = page.read_bytes(), built[reports / "2021" / PLACE]
    assert shown != published and unmarked(shown) == unmarked(published)
    assert line in shown.decode(), "what the other chapter showed when it was built"
    assert shown.decode().count('class="dx-draft"') == 1 and "Xem thử · Preview" in shown.decode()
    after = files(reports)
    assert {path for path in after if after[path] != built.get(path)} == {
        page, reports / "2021" / "executed" / "bac-giang.vi" / AGENDA
    }, "neither a published page, nor the list, nor the other chapter"  # fmt: skip


def test_what_is_older_than_what_it_is_made_of_is_run_too(smallest, tmp_path):
    assert asked(smallest, "preview", "05", "--out", tmp_path / "out").returncode == 0
    place, data = smallest / "notebooks" / AGENDA, smallest / "data"
    executed = tmp_path / "out" / "2021" / "executed" / "bac-giang.vi" / AGENDA
    chosen = Parameters(year=2021, province="bac-giang", lang="vi")
    run = Run(Chapter(place, "agenda"), chosen, executed, data)

    def stale(run=run):
        return Stale(newest(data)).is_so(run)

    sound = executed.read_text(encoding="utf-8")
    assert not stale(), "it was run just now"
    for old, new in (('"completed"', '"pending"'), ('"exception": false', '"exception": true'),
                     ('"year": 2021', '"year": 2022'), (str(place), "elsewhere.ipynb"),
                     (sound, "{"), (sound, "[]"), (sound, "")):  # fmt: skip
        assert old in sound
        executed.write_text(sound.replace(old, new, 1), encoding="utf-8")
        assert stale(), new[:40]
    executed.write_text(sound, encoding="utf-8")
    assert not stale()
    assert stale(replace(run, chosen=Parameters(year=2021, province="bac-giang", lang="en")))
    assert stale(replace(run, executed=executed.with_name("none.ipynb")))
    for path in (place, data / "agenda.csv"):
        past = path.stat().st_mtime - 1000
        os.utime(path, (past, past))  # As if an older file were moved to its place.
        assert stale()
        executed.write_text(since(sound), encoding="utf-8")
        assert not stale()
        sound = since(sound)


def since(executed):
    """Return an executed notebook as if it had been run now."""
    now = datetime.now(UTC).isoformat()
    before, last = executed.rsplit('"start_time": "', 1)
    return f'{before}"start_time": "{now}"{last.partition(chr(34))[2]}'


def test_an_orphan_number_is_told_and_the_page_shown_with_it(smallest):
    spoil_cell(smallest, AGENDA, "from IPython.display import HTML\nHTML('<p>777 giao</p>')")
    done = asked(smallest, "preview", "agenda")
    assert done.returncode == 1 and "(run: agenda)" in done.stdout
    assert "777" in done.stderr and "not proven" in done.stderr
    text = (smallest / "reports" / "2021" / "draft" / PLACE).read_text(encoding="utf-8")
    assert "<p>777 giao</p>" in text
    assert 'id="appendix-quality"' not in text, "what is not proven is not called so"
    box = re.search(r'<aside class="dx-draft".*?</aside>', text, flags=re.DOTALL)[0]
    assert "777" in box and "chưa có đường về nguồn" in box
    assert asked(smallest, "build").returncode == 1
    assert not (smallest / "reports" / "2021" / PLACE).exists(), "a publication has none"


def test_a_cell_that_fails_leaves_the_page_as_it_was(smallest):
    assert asked(smallest, "preview", "05").returncode == 0
    page = smallest / "reports" / "2021" / "draft" / PLACE
    before = page.read_bytes()
    spoil_cell(smallest, AGENDA, "1 / 0")
    done = asked(smallest, "preview", "05")
    assert done.returncode == 1 and "05_agenda.ipynb, cell 4: ZeroDivisionError" in done.stderr
    assert page.read_bytes() == before


@pytest.mark.parametrize("asked", ["3", "03", "dti_position", "dti-position", "03_dti_position",
                                   "03_dti_position.ipynb"])  # fmt: skip
def test_a_chapter_is_named_by_number_or_name(asked):
    found = chapters(ROOT / "notebooks")
    assert preview.named(found, asked).path.name == "03_dti_position.ipynb"


@pytest.mark.parametrize("asked", ["", "0", "33", "position", "explore"])
def test_another_name_is_refused_with_those_there_are(asked):
    done = briefing("preview", asked)
    assert done.returncode == 2
    assert f"no chapter “{asked}”" in done.stderr and "03_dti_position" in done.stderr


def test_only_what_pages_are_made_of_is_watched():
    kinds = {
        "notebooks/03_dti_position.ipynb": "notebook", "notebooks/explore.ipynb": None,
        "notebooks/.03_dti_position.ipynb": None, "notebooks/mine/03_a.ipynb": None,
        "notebooks/.ipynb_checkpoints/03_dti_position-checkpoint.ipynb": None,
        "data/results.csv": "data", "data/datapackage.json": "data", "data/README.md": None,
        "data/.~lock.results.csv#": None, "data/~$results.csv": None,
    }  # fmt: skip
    assert {name: watching.kind_of(ROOT / name, ROOT) for name in kinds} == kinds
    own = {
        "locales/vi.ftl": "words", "locales/meanings.csv": "words", "template/page.css": "words",
        "template/index.html.j2": "words", "cli.py": "code", "pages/page.py": "code",
        "pages/__pycache__/page.cpython-311.pyc": None, ".page.py.swp": None,
    }  # fmt: skip
    assert {name: watching.kind_of(preview.PACKAGE / name, ROOT) for name in own} == own


class Watch:
    """A ``briefing watch`` that runs, with a package of its own to change."""

    def __init__(self, project: Path, package: Path, log: Path) -> None:
        self.log, self._read = log, 0
        command = [sys.executable, "-m", "helpers", "watch", *CALL, "--project", str(project)]
        environment = {**os.environ, "PYTHONPATH": str(package.parent), "BRIEFING_LANG": "en"}
        with log.open("w") as out:
            self.process = subprocess.Popen(
                command, stdout=out, stderr=out, env=environment, start_new_session=True,
                cwd=project,
            )  # fmt: skip

    def says(self, words: str) -> str:
        """Wait until it says something after what was read before, and return that line."""
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            text = self.log.read_text(encoding="utf-8")
            lines = text[: text.rfind("\n") + 1]
            if (found := lines.find(words, self._read)) >= 0:
                self._read = lines.index("\n", found) + 1
                return lines[lines.rfind("\n", 0, found) + 1 : self._read]
            time.sleep(0.05)
        raise AssertionError(f"never said “{words}”: {self.log.read_text(encoding='utf-8')}")


def edited(path: Path, old: str, new: str) -> None:
    """Change a file as editors do: the new one is written beside it, and moved to its place."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.replace(path)


@pytest.mark.skipif(os.name != "posix", reason="a signal stops it as Ctrl-C does")
def test_watch_sees_every_change_goes_on_after_faults_and_ends_when_told(light, tmp_path):
    package = tmp_path / "src" / "helpers"
    shutil.copytree(preview.PACKAGE, package)
    watch = Watch(light, package, tmp_path / "log")
    page = light / "reports" / "2021" / "draft" / PLACE
    notebook, table = light / "notebooks" / AGENDA, light / "data" / "agenda.csv"
    try:
        assert "(run: dti_outlook, agenda)" in watch.says("(run: ")
        watch.says("Ctrl-C ends it")
        spoil_cell(light, AGENDA, "from IPython.display import HTML\nHTML(1 / 0)")
        watch.says(f"Changed: notebooks/{AGENDA}")
        assert "cell 4: ZeroDivisionError" in watch.says("briefing: ")
        edited(notebook, "HTML(1 / 0)", "HTML('<p>Một dòng nữa</p>')")
        assert "(run: agenda)" in watch.says("(run: ")
        assert "<p>Một dòng nữa</p>" in page.read_text(encoding="utf-8")
        edited(table, "2021", "năm nào")
        watch.says("problems in the data")
        text = table.read_text(encoding="utf-8").replace("năm nào", "2021")
        table.write_text(text.replace("chưa nhận thức đầy đủ", "chưa nhận ra hết"), "utf-8")
        assert "(run: dti_outlook, agenda)" in watch.says("(run: ")
        assert "chưa nhận ra hết" in page.read_text(encoding="utf-8")
        edited(package / "locales" / "vi.ftl", "agenda-title = ", "agenda-title = Và ")
        assert "(run: dti_outlook, agenda)" in watch.says("(run: ")
        assert 'id="agenda">Và ' in page.read_text(encoding="utf-8")
        edited(package / "chapters" / "agenda.py", "from __future__", "from from __future__")
        watch.says("Python cannot read it")
        edited(package / "chapters" / "agenda.py", "from from __future__", "from __future__")
        watch.says("starting again")
        assert "(run: dti_outlook, agenda)" in watch.says("(run: ")
        watch.says("Ctrl-C ends it")
        os.killpg(watch.process.pid, signal.SIGINT)
        assert watch.process.wait(30) == 0
    finally:
        if watch.process.poll() is None:
            os.killpg(watch.process.pid, signal.SIGKILL)
            watch.process.wait()
    said = watch.log.read_text(encoding="utf-8")
    assert said.endswith("Watching has ended.\n") and "Traceback" not in said

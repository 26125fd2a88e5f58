"""Files that belong together are published as one: all old or all new, whoever is killed when."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.exceptions import BriefingError
from helpers.store import append, scratch
from helpers.store.append import heal, write_all

#: Files of a briefing, in two folders.
NAMES = ("2021/bac-giang.vi.html", "2021/bac-giang.en.html", "manifest.json")


def publish(folder: Path, what: str) -> None:
    write_all({folder / name: f"{what} {name}".encode() for name in NAMES})


def there(folder: Path) -> list[str]:
    return [(folder / name).read_text() for name in NAMES]


def whole(what: str) -> list[str]:
    return [f"{what} {name}" for name in NAMES]


def killed_after(steps: int, work) -> bool:
    """Do some work in a fork that is killed after so many steps; return whether it was."""
    child = os.fork()
    if not child:
        left = [steps]

        def counted(real):
            def step(*arguments, **named):
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1
                return real(*arguments, **named)

            return step

        for name in ("write_bytes", "write_text", "replace", "unlink"):
            setattr(Path, name, counted(getattr(Path, name)))
        work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.fixture
def reports(tmp_path):
    (tmp_path / "2021").mkdir()
    publish(tmp_path, "old")
    return tmp_path


def test_after_a_kill_at_any_step_the_next_run_makes_all_old_or_all_new(reports):
    seen, steps, mixed = set(), 0, 0
    while killed_after(steps, lambda: publish(reports, "new")):
        found = there(reports)
        mixed += found not in (whole("old"), whole("new"))
        heal(reports)
        assert there(reports) in (whole("old"), whole("new")), steps
        seen.add(there(reports)[0])
        assert sorted(path.name for path in reports.rglob("*") if path.is_file()) == sorted(
            Path(name).name for name in NAMES
        ), "nothing is left lying"
        publish(reports, "old")
        steps += 1
    assert steps > 8 and mixed >= 2 and seen == {"old " + NAMES[0], "new " + NAMES[0]}


def test_what_another_run_is_publishing_is_left_alone(reports):
    journal = reports / f"{append._JOURNAL}{scratch.owner()}"
    journal.write_text("{}")
    new = reports / "2021" / f".bac-giang.vi.html.{scratch.owner()}.new"
    new.write_text("half")
    heal(reports)
    assert journal.exists() and new.exists()


def test_a_journal_moves_nothing_that_is_outside_its_folder(reports):
    inner = reports / "inner"
    inner.mkdir()
    (reports / ".manifest.json.999999999-1.new").write_text("planted")
    (inner / f"{append._JOURNAL}999999999-1").write_text('["../manifest.json", 7]')
    heal(inner)
    (inner / f"{append._JOURNAL}999999999-1").write_text('["../manifest.json"]')
    heal(inner)
    assert there(reports) == whole("old")


@settings(max_examples=20)
@given(st.binary(max_size=300))
def test_a_file_that_only_looks_like_a_journal_harms_nothing(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("reports")
    (folder / "2021").mkdir()
    publish(folder, "old")
    (folder / f"{append._JOURNAL}999999999-1").write_bytes(content)
    heal(folder)
    assert there(folder) == whole("old")


def test_no_room_is_one_line_and_everything_stays(reports):
    child = os.fork()
    if not child:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        try:
            write_all({reports / name: b"new" * 100 for name in NAMES})
        except BriefingError as error:
            os._exit(0 if NAMES[0] in str(error) and "\n" not in str(error) else 2)
        os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    assert there(reports) == whole("old")
    assert not list(reports.rglob(".*"))


def test_a_folder_that_is_gone_is_one_line(reports):
    with pytest.raises(BriefingError, match="cannot be written"):
        write_all({reports / "2022" / "page.html": b"new"})
    with pytest.raises(BriefingError, match="cannot be written"):
        write_all({reports / "page.html": b"new", reports / "2021": b"a folder is there"})
    assert not (reports / "page.html").exists()
    assert there(reports) == whole("old")

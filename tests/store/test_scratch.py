"""The folders of runs: who ends takes its own away, and of who was killed the next one does."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import pytest

from helpers.exceptions import BriefingError
from helpers.store import scratch


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A temporary folder of this test alone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(scratch, "_LONG", 1000)
    scratch._folder.cache_clear()
    yield tmp_path
    scratch._folder.cache_clear()


def test_a_run_has_one_folder_and_its_things_are_in_it(place):
    with scratch.temporary() as first, scratch.temporary() as second:
        assert first != second and {first.parent, second.parent} == {scratch.folder()}
        assert scratch.folder().parent == place
    assert not first.exists() and not second.exists()


def test_only_what_nobody_owns_is_removed(place):
    began = int(psutil.Process().create_time())
    stay = [f"briefing-{os.getpid()}-{began}-abc", "briefing-notes", "briefing-a-b-c.txt"]
    go = [f"briefing-{os.getpid()}-{began - 100}-abc", "briefing-999999999-1-abc"]
    for name in (*stay, *go):
        (place / name).mkdir()
        (place / name / "left").touch()
    (place / "briefing-999999999-2-file").touch()
    (place / "briefing-a-b-c.txt" / "left").unlink()
    (place / "briefing-a-b-c.txt").rmdir()
    (place / "briefing-a-b-c.txt").touch()
    scratch.folder()
    there = {path.name for path in place.iterdir()} - {scratch.folder().name}
    assert there == {*stay, "briefing-999999999-2-file"}


ENDS = """
import os, signal, sys, tempfile
tempfile.tempdir = sys.argv[1]
from helpers.store import scratch
scratch._LONG = 1000
(scratch.folder() / "left").touch()
if sys.argv[2]:
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_who_ends_takes_its_folder_away_and_of_who_is_killed_the_next_does(place):
    for killed, left in (("", 0), ("yes", 1)):
        subprocess.run([sys.executable, "-c", ENDS, place, killed], check=False)
        assert len(list(place.iterdir())) == left
    own = scratch.folder()
    assert list(place.iterdir()) == [own]


def test_without_a_temporary_folder_one_line_says_so(place, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(place / "gone"))
    with pytest.raises(BriefingError, match="TMPDIR"):
        scratch.folder()


def test_a_long_way_to_the_temporary_folder_is_no_way_for_a_socket(monkeypatch, tmp_path):
    long = tmp_path / ("long" * 20)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    assert scratch._place() == Path("/tmp")

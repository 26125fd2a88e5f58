"""A briefing that is worked out before its chapters are forked is what they would work out."""

from __future__ import annotations

import pytest
from conftest import copied

from helpers.pages import briefing
from helpers.pages.briefing import Briefing
from helpers.pages.page import open_chapter
from helpers.store import data
from helpers.store.tables import read_all


def nothing_prepared(monkeypatch):
    monkeypatch.setattr(briefing, "_prepared", {})


@pytest.fixture
def prepared(tmp_path, monkeypatch) -> Briefing:
    nothing_prepared(monkeypatch)
    folder = copied(tmp_path) / "data"
    for name in (data.DATA_VARIABLE, data.CHECKED_VARIABLE):  # as a build has it for its chapters
        monkeypatch.setenv(name, str(folder))
    briefing.prepare(data.load(folder), [(2021, "bac-giang"), (2021, "da-nang")])
    ((_, made),) = briefing._prepared.values()
    return made


def test_a_chapter_takes_what_was_prepared_for_it_and_nothing_else(prepared):
    assert open_chapter("agenda", 2021, "bac-giang", "vi").briefing is prepared
    assert open_chapter("agenda", 2021, "Bắc Giang", "en").briefing is prepared
    for year, province in ((2022, "bac-giang"), (2021, "da-nang")):
        other = open_chapter("agenda", year, province, "vi").briefing
        assert (other.year, other.province) == (year, province)


def test_what_was_known_on_a_day_is_worked_out_once_for_all_its_briefings(prepared):
    other, later = (open_chapter("agenda", year, "da-nang", "vi").briefing for year in (2021, 2022))
    assert other is not prepared and other.data is prepared.data
    assert other.edition is prepared.edition
    assert later.data is not prepared.data and later.as_of > prepared.as_of


def test_a_file_that_changed_since_is_read(prepared):
    path = data.data_folder() / "agenda.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8", newline="")
    now = open_chapter("agenda", 2021, "bac-giang", "vi").briefing
    assert now is not prepared and len(now.data["agenda"]) < len(prepared.data["agenda"])
    other = open_chapter("agenda", 2021, "da-nang", "vi").briefing
    assert len(other.data["agenda"]) == len(now.data["agenda"])


def test_what_was_not_read_from_files_is_never_prepared(monkeypatch):
    nothing_prepared(monkeypatch)
    folder = data.data_folder()
    package = data.load(folder, texts=read_all(folder))
    briefing.prepare(package, [(2021, "bac-giang")])
    assert not briefing._prepared

"""Rows are added whole or not at all, and never over what is there."""

import shutil

import pytest

from helpers.store import data
from helpers.store.append import RowExistsError, append


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(data.data_folder(), tmp_path / "data")
    return tmp_path / "data"


NEW = {"component": "smart_city", "name_vi": "Đô thị thông minh, “thử”", "name_en": "Smart city"}


def test_rows_go_to_the_end_and_nothing_else_changes(folder):
    path = folder / "dti_components.csv"
    before = path.read_text(encoding="utf-8")
    assert append(folder, {"dti_components": [NEW], "results": []}) == [path]
    added = path.read_text(encoding="utf-8").removeprefix(before)
    assert added == 'smart_city,"Đô thị thông minh, “thử”",Smart city\n'
    assert data.load(folder)["dti_components"].iloc[-1]["name_vi"] == NEW["name_vi"]


@pytest.mark.parametrize("rows", [[NEW, NEW], [NEW | {"component": "total"}]])
def test_a_row_that_is_there_stops_everything(folder, rows):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    briefing = {"year": "2050", "province": "bac-giang", "as_of": "2050-12-31"}
    with pytest.raises(RowExistsError, match=r"dti_components\.csv has a row (smart_city|total)"):
        append(folder, {"briefings": [briefing], "dti_components": rows})
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_column_that_is_not_there_is_named(folder):
    with pytest.raises(ValueError, match="colour"):
        append(folder, {"dti_components": [NEW | {"colour": "red"}]})

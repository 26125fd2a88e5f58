"""Parameters: each wrong one is told in one line, with what there is instead."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.exceptions import BriefingError, ParameterError, Problem
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page, open_chapter
from helpers.store import mergers, parameters
from helpers.store.data import DataPackage
from helpers.store.units import Units
from helpers.words.language import Language
from helpers.words.refusals import refused, unfit

GOOD = {"year": 2021, "province": "bac-giang", "lang": "vi"}


@pytest.fixture(autouse=True)
def speaking(monkeypatch):
    """Leave errors in the language in which they were told before."""
    monkeypatch.setattr(BriefingError, "language", "vi")


def test_good_parameters(package):
    assert parameters.check(package, GOOD).model_dump() == GOOD


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"provnce": "x"}, "unknown parameter “provnce”, did you mean province?"),
        ({"colour": "x"}, "unknown parameter “colour”; there are: lang, province, year"),
        ({"province": "bac-nin"}, "unknown province “bac-nin”, did you mean bac-ninh?"),
        ({"province": "Bắc Giag"}, "unknown province “Bắc Giag”, did you mean bac-giang?"),
        ({"province": "zzz"}, "unknown province “zzz”; data/provinces.csv lists them"),
        ({"year": 2019}, "no data for the year 2019; years with data: 2021"),
        ({"year": "soon"}, "parameter “year”: input should be a valid integer"),
        ({"lang": "fr"}, "unknown language “fr”; there are: vi, en"),
    ],
)
def test_a_wrong_parameter_is_told_in_one_line(package, change, message):
    with pytest.raises(ParameterError) as caught:
        parameters.check(package, GOOD | change)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_missing_parameter_is_named(package):
    with pytest.raises(ParameterError, match="“year”: field required"):
        parameters.check(package, {"province": "bac-giang", "lang": "vi"})


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=4))
def test_nonsense_is_always_told_in_words(package, values):
    with pytest.raises(ParameterError):
        parameters.check(package, values)


def test_a_notebook_on_its_own_checks_too():
    with pytest.raises(ParameterError, match="did you mean bac-giang"):
        open_chapter("overview", 2021, "bac-gian", "vi")


@pytest.mark.parametrize(
    ("change", "vi", "en"),
    [
        (
            {"year": 2019},
            "Năm 2019 không có dữ liệu; các năm có: 2021",
            "no data for the year 2019; years with data: 2021",
        ),
        (
            {"province": "bac-nin"},
            "Không có tỉnh, thành phố “bac-nin”; có phải là bac-ninh?",
            "unknown province “bac-nin”, did you mean bac-ninh?",
        ),
        (
            {"year": 2025},
            "Bắc Giang đã nhập vào Bắc Ninh từ ngày 01/07/2025: hãy dùng tỉnh bac-ninh-2025",
            "Bắc Giang has been part of Bắc Ninh since 1 July 2025: use province bac-ninh-2025",
        ),
        ({"year": "x"}, "Tham số “year”: phải là số nguyên", "parameter “year”: input should be"),
        (
            {"province": "zzz\n" * 99},
            "Không có tỉnh, thành phố “zzz zzz zzz zzz zzz zzz zzz zzz zzz zzz…”; danh sách ở",
            "unknown province “zzz zzz",
        ),
    ],
)
def test_a_cell_tells_an_error_in_one_line_of_the_page_s_language(change, vi, en):
    for lang, said in (("vi", vi), ("en", en), ("fr", vi)):
        with pytest.raises(ParameterError) as caught:
            open_chapter("overview", **(GOOD | {"lang": lang} | change))
        (line,) = caught.value._render_traceback_()
        assert line.startswith(said), line
        assert str(caught.value).startswith(en), "the command line speaks English"


def test_an_error_keeps_its_languages_on_the_way_from_a_worker():
    for error in (refused("error-did-you-mean", name="x"), unfit([Problem("f", 1, "c", "x", "y")])):
        back = pickle.loads(pickle.dumps(error))
        assert (str(back), back.said) == (str(error), error.said) and len(back.said) == 2


@pytest.mark.parametrize("name", ["Bắc Ninh", "bac ninh", "BAC NINH", "tỉnh Bắc Ninh", "Bac-Ninh"])
def test_a_name_means_the_unit_of_its_time(package, name):
    assert parameters.check(package, GOOD | {"province": name}).province == "bac-ninh"
    assert Units.known_to(package, 2024).find(name) == "bac-ninh"
    assert Units.known_to(package, 2025).find(name) == "bac-ninh-2025"


def test_a_name_that_is_gone_says_what_became_of_it(package):
    with pytest.raises(ParameterError, match="has been part of Bắc Ninh since"):
        parameters.check(package, GOOD | {"province": "Bắc Giang", "year": 2025})


def test_every_province_has_a_name_of_its_own_in_every_year(package):
    for year in (2021, 2025):
        units = Units.known_to(package, year)
        there = mergers.at_the_end_of(package["provinces"], year)
        for column in ("province", "name_vi", "name_en"):
            assert list(map(units.find, there[column])) == list(there["province"])
    assert Units().find("anything") == "anything", "where nothing is known of provinces"


def test_a_page_and_a_briefing_are_shown_in_a_line():
    page = open_chapter("dti_position", 2023, "bac giang", "vi")
    assert page.briefing.province == "bac-giang"
    found = repr(page)
    assert found.startswith("<Page dti_position: Bắc Giang 2023 (vi), as of ")
    assert "; edition 2022, rank " in found and len(found) < 120
    assert repr(page.briefing).startswith("<Briefing bac-giang 2023, as of ")
    assert repr(page.briefing.edition).startswith("<Edition 2022: 63 ranked, ")
    assert repr(page.briefing.breakdown).startswith("<Breakdown of 63 of 63 provinces: ")
    broken = Page("x", Briefing(2023, "bac-giang", DataPackage({})), Language("vi"))
    assert (repr(broken), repr(broken.briefing)) == (
        "<Page x (vi)>",
        "<Briefing bac-giang 2023, incomplete>",
    )

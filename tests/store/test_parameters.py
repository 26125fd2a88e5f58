"""Parameters: each wrong one is told in one line, with what there is instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.exceptions import ParameterError
from helpers.pages.page import open_chapter
from helpers.store import parameters

GOOD = {"year": 2021, "province": "bac-giang", "lang": "vi"}


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

"""Names in the page's language in any table of the analysis."""

from __future__ import annotations

import pandas as pd
import pytest
from conftest import open_page

from helpers.analysis import gaps
from helpers.analysis.dti import PILLARS
from helpers.words.language import LANGUAGES


@pytest.fixture(params=LANGUAGES)
def page(request):
    return open_page(2023, "overview", "bac-giang", request.param)


def test_numbers_and_pairs_may_head_columns(page):
    name = str(page.province_name("bac-giang"))
    for heads in ([2020, 2022], [("rank", 2020), ("rank", 2022)], [None, 3.5]):
        frame = pd.DataFrame([[1, "bac-giang"]], columns=heads, index=["bac-giang"])
        shown = page.readable(frame)
        assert list(shown.columns)[1] == heads[1] and list(shown.index) == [name]
        assert shown.iloc[0].tolist() == [1, name]


def test_a_column_may_stand_twice(page):
    frame = pd.DataFrame([["bac-giang", "da-nang"]], columns=["province", "province"])
    assert page.readable(frame).iloc[0].tolist() == [
        str(page.province_name(each)) for each in frame.iloc[0]
    ]


def test_levels_with_a_name_are_told_by_words(page):
    rows = page.briefing.latest.scores
    rows = rows[rows["component"].isin(PILLARS) & (rows["province"] == "bac-giang")]
    wide = page.readable(rows.pivot_table(["score", "rank"], ["province"], ["component"]))
    assert set(wide.columns.get_level_values(0)) == {"score", "rank"}
    assert set(wide.columns.get_level_values(1)) == {str(page.component_name(p)) for p in PILLARS}
    total = pd.DataFrame([[1]], columns=pd.MultiIndex.from_tuples([("total", "total")]))
    assert list(page.readable(total).columns) == [("total", "total")], "no level has a name"


def test_a_long_table_keeps_its_heads_and_its_types(page):
    frame = pd.DataFrame({"total": [1], "ok": [True], "day": pd.to_datetime(["2023-01-01"])})
    shown = page.readable(frame)
    assert list(shown.columns) == list(frame.columns) and (shown.dtypes == frame.dtypes).all()
    assert frame.equals(shown)


def test_a_series_is_told_by_words(page):
    name, other = (str(page.province_name(each)) for each in ("bac-giang", "da-nang"))
    series = pd.Series(["da-nang"], index=["bac-giang"], name="rival")
    shown = page.readable(series)
    assert shown.to_dict() == {name: other} and shown.name == "rival"
    assert page.readable(pd.Series([1.5], index=["bac-giang"])).to_dict() == {name: 1.5}


def test_categories_keep_their_order(page):
    kind = pd.CategoricalDtype(["da-nang", "bac-giang"], ordered=True)
    shown = page.readable(pd.Series(["bac-giang", "da-nang"], dtype=kind))
    wanted = [str(page.province_name(each)) for each in ("da-nang", "bac-giang")]
    assert list(shown.cat.categories) == wanted and shown.cat.ordered


def test_the_mean_has_a_name_in_rows_and_in_the_head_of_a_pivot(page):
    edition = page.briefing.latest
    split = gaps.splits(edition, "bac-giang", ["da-nang", gaps.MEAN])
    mean = {"vi": "Trung bình cả nước", "en": "National mean"}[page.language.code]
    assert set(page.readable(split)["province"]) == {str(page.province_name("da-nang")), mean}
    wide = page.readable(split.pivot_table("contribution", "component", "province"))
    assert mean in wide.columns and "" not in wide.columns
    assert mean in page.readable(pd.Series([1], index=[gaps.MEAN])).index
    assert page.readable(pd.DataFrame({"source": [""]}))["source"].tolist() == [""]

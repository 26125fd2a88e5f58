"""An analyst's own chart: every number in it stands in its data, or there is no chart."""

from __future__ import annotations

import pandas as pd
import pytest
import seaborn as sns
from conftest import open_page

from helpers.analysis.dti import PILLARS
from helpers.drawing import style
from helpers.exceptions import BriefingError, OrphanNumberError, UntoldError
from helpers.figures import figure_list
from helpers.figures.provenance import trace
from helpers.pages.values import held
from helpers.words.language import LANGUAGES

SHOWN = ["bac-giang", "thai-nguyen", "lang-son"]


@pytest.fixture(params=LANGUAGES)
def page(request):
    return open_page(2023, "overview", "bac-giang", request.param)


def scores(page):
    rows = page.briefing.latest.scores
    return rows[rows["province"].isin(SHOWN) & rows["component"].isin(PILLARS)]


def wide(page):
    return scores(page).pivot_table("score", "province", "component", sort=False)


def heatmap(page, drawn=None):
    with style.use():
        found = page.readable(wide(page) if drawn is None else drawn)
        return sns.heatmap(found, annot=True, fmt=".2f", cmap=style.SEQUENCE, cbar=False)


def chart(page, axes=None, **changed):
    words = {"title": f"DTI {page.edition}", "subtitle": "Điểm", "description": "Ô đậm: cao"}
    given = {**words, "data": wide(page), "cite": scores(page)}
    return page.chart(heatmap(page) if axes is None else axes, **{**given, **changed})


def proven(page, *pieces):
    return trace([("c", each) for each in pieces], page.briefing, page.language)


def test_a_heatmap_is_proven_number_by_number(page):
    stated = proven(page, chart(page))
    cells = [each for each in stated if each.statement.kind == "cell"]
    assert sorted(each.figure.number for each in cells) == sorted(wide(page).to_numpy().ravel())
    drawn = [each.figure.shown for each in stated if each.statement.kind == "label"]
    point = "," if page.language.code == "vi" else "."
    assert {each[1] for each in drawn} == {point}, "written as the page's language does"
    assert all(each.sources for each in stated)


def test_what_is_drawn_is_what_is_proven(page):
    drawn = chart(page).values["drawing"]
    assert drawn.labels and all(f">{each}<" in drawn.markup for each in drawn.labels)


def test_the_data_are_numbers_again(page):
    data = chart(page).data
    assert data.iloc[:, 1:].to_numpy().tolist() == wide(page).to_numpy().tolist()
    assert list(data.iloc[:, 0]) == [str(page.province_name(each)) for each in wide(page).index]


def test_a_number_in_the_words_that_is_not_in_the_data_is_refused(page):
    for part in ("title", "subtitle", "description"):
        with pytest.raises(UntoldError, match="98 in “98 cao hơn”"):
            chart(page, **{part: "98 cao hơn"})


def test_a_number_that_is_drawn_and_not_in_the_data_is_refused(page):
    other = wide(page)
    other.iloc[0, 0] = 0.1234
    with pytest.raises(UntoldError, match=r"0\.12 in “0\.12” does not stand in the data"):
        chart(page, heatmap(page, other))


def test_a_chart_without_its_sources_is_refused(page):
    with pytest.raises(OrphanNumberError, match="no source is cited"):
        proven(page, chart(page, cite=()))


def test_the_analyst_s_own_sums_are_said_to_be_that(page):
    own = pd.DataFrame({"province": SHOWN, "twice": [2.5, 3.5, 4.5]})
    with style.use():
        axes = sns.barplot(own, x="twice", y="province")
    stated = proven(page, chart(page, axes, data=own))
    assert {each.figure.origin.computation for each in stated} == {"own"}
    urls = page.briefing.data["sources"].set_index("source")["url"]
    listed = figure_list.written(stated, {"c": "c"}, urls)
    assert str(page.language.say("computation-own")) in listed


def test_a_scale_is_written_as_the_language_does(page):
    own = pd.DataFrame({"province": SHOWN, "share": [0.25, 0.5, 0.75]})
    with style.use():
        axes = sns.barplot(own, x="share", y="province")
    markup = chart(page, axes, data=own).values["drawing"].markup
    assert (">0,2<" in markup) == (page.language.code == "vi") != (">0.2<" in markup)


def test_a_range_is_no_negative_number(page):
    own = pd.DataFrame({"province": SHOWN, "rank": [3, 4, 5]})
    with style.use():
        axes = sns.barplot(own, x="rank", y="province")
    assert "3-5" in str(chart(page, axes, data=own, title="3-5").values["title"])


def test_a_notebook_shows_the_chart_once_and_the_heading_brings_the_style(page):
    shown = chart(page)._repr_mimebundle_()["text/html"]
    assert shown.count("<svg") == 1 and "<style" not in shown
    assert page.heading()._repr_mimebundle_()["text/html"].startswith("<style>")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_names_of_nothing_and_scores_that_are_not_there_are_refused_in_one_line(lang):
    page = open_page(2021, "dti_position", "bac-giang", lang)
    assert page.rank("Bắc Giang").number == page.rank().number == 10
    assert page.score("Bắc Giang") == page.score()
    assert str(page.province_name("thái nguyên")) == str(page.province_name("thai-nguyen"))
    said = {
        "vi": [
            "Không có tỉnh, thành phố “x”; danh sách ở data/provinces.csv",
            "Không có thành phần DTI “totl”; có phải là total?",
            "Không có chỉ tiêu “dti_rnk”; có phải là dti_rank?",
            "Hà Nội không có điểm về Tổng điểm DTI trong kỳ 2020",
            "Cột nothing không có số",
        ],
        "en": [
            "unknown province “x”; data/provinces.csv lists them",
            "unknown component “totl”, did you mean total?",
            "unknown indicator “dti_rnk”, did you mean dti_rank?",
            "Hanoi has no score in DTI total in edition 2020",
            "no number in the column nothing",
        ],
    }[lang]
    asked = [
        (lambda: page.rank("x"), said[0]),
        (lambda: page.province_name("x"), said[0]),
        (lambda: page.score("Bắc Giang", "totl"), said[1]),
        (lambda: page.component_name("totl"), said[1]),
        (lambda: page.indicator_name("dti_rnk"), said[2]),
        (lambda: page.score("ha-noi"), said[3]),
        (lambda: held(pd.Series({"nothing": None}), "nothing"), said[4]),
    ]
    BriefingError.language = lang
    for ask, expected in asked:
        with pytest.raises(BriefingError) as caught:
            ask()
        assert caught.value._render_traceback_() == [expected]

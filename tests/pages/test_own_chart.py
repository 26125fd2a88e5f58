"""An analyst's own chart: every number in it stands in its data, or there is not a chart."""

from __future__ import annotations

import pickle
from contextlib import nullcontext
from functools import cache

import numpy as np
import pandas as pd
import pytest
import seaborn as sns
from cells import drawn_for
from conftest import open_page
from matplotlib import pyplot
from matplotlib.ticker import FuncFormatter

from helpers.analysis.dti import PILLARS
from helpers.drawing import style
from helpers.exceptions import BriefingError, OrphanNumberError, ParameterError, UntoldError
from helpers.figures import figure_list
from helpers.figures.provenance import trace
from helpers.pages.values import held
from helpers.words.language import LANGUAGES

SHOWN = ["bac-giang", "thai-nguyen", "lang-son"]


@pytest.fixture
def both():
    """Let a test have its charts for a desk and for a phone: it looks at both, or at their sum."""


@pytest.fixture(autouse=True)
def no_figure_of_another_test():
    """What another test left open is not drawn on: pyplot would go on with it."""
    pyplot.close("all")


@pytest.fixture(autouse=True)
def drawn_for_a_desk(request):
    """Let the others have one drawing of a chart: how numbers are written differs in none."""
    with nullcontext() if "both" in request.fixturenames else drawn_for("wide"):
        yield


@pytest.fixture(params=LANGUAGES)
def page(request):
    return open_page(2023, "overview", "bac-giang", request.param)


@pytest.fixture
def english():
    return open_page(2023, "overview", "bac-giang", "en")


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


@cache
def plain(lang):
    """The chart of the heatmap as it is, which several tests read."""
    return chart(open_page(2023, "overview", "bac-giang", lang))


def proven(page, *pieces):
    return trace([("c", each) for each in pieces], page.briefing, page.language)


def test_a_heatmap_is_proven_number_by_number(page):
    stated = proven(page, plain(page.language.code))
    cells = [each for each in stated if each.statement.kind == "cell"]
    assert sorted(each.figure.number for each in cells) == sorted(wide(page).to_numpy().ravel())
    drawn = [each.figure.shown for each in stated if each.statement.kind == "label"]
    point = "," if page.language.code == "vi" else "."
    assert {each[1] for each in drawn} == {point}, "written as the page's language does"
    assert all(each.sources for each in stated)


def test_what_is_drawn_is_what_is_proven(page):
    drawn = plain(page.language.code).values["drawing"]
    assert drawn.labels and all(f">{each}<" in drawn.markup for each in drawn.labels)


def test_the_data_are_numbers_again(page):
    data = plain(page.language.code).data
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


@pytest.mark.usefixtures("both")
def test_a_notebook_shows_the_chart_once_and_the_heading_brings_the_style(page):
    shown = chart(page)._repr_mimebundle_()["text/html"]
    assert shown.count("<svg") == 1 and "<style" not in shown
    assert page.heading()._repr_mimebundle_()["text/html"].startswith("<style>")


def bars(own, **named):
    with style.use():
        return sns.barplot(own, **named)


def markup(page, axes, own, **changed):
    return chart(page, axes, data=own, **changed).values["drawing"].markup


def test_a_scale_of_powers_is_written_as_the_language_does(page):
    own = pd.DataFrame({"province": SHOWN, "grdp": [12.5, 150.0, 4200.0], "score": [1, 2, 3]})
    with style.use():
        axes = sns.scatterplot(own, x="grdp", y="score")
    axes.set_xscale("log")
    drawn = markup(page, axes, own)
    thousand = "1.000" if page.language.code == "vi" else "1,000"
    assert ">10<" in drawn and f">{thousand}<" in drawn and "mathdefault" not in drawn


@pytest.mark.parametrize(
    ("numbers", "mark", "other"),
    [([2020, 2022, 2023], ">2020<", ">2.020<"), ([500, 1500, 2500], "2.000", ">2000<")],
    ids=["years", "thousands"],
)
def test_years_on_a_scale_are_not_grouped_and_thousands_are(numbers, mark, other):
    page = open_page(2023, "overview", "bac-giang", "vi")
    own = pd.DataFrame({"n": numbers, "score": [1, 2, 3]})
    with style.use():
        axes = sns.lineplot(own, x="n", y="score")
    drawn = markup(page, axes, own)
    assert mark in drawn and other not in drawn


def test_a_scale_of_days_is_written_as_the_language_does(page):
    own = pd.DataFrame({"day": pd.to_datetime(["2021-01-05", "2021-08-09"]), "score": [1, 2]})
    with style.use():
        axes = sns.lineplot(own, x="day", y="score")
    month = "tháng 3/2021" if page.language.code == "vi" else "March 2021"
    assert f">{month}<" in markup(page, axes, own)


def test_what_is_no_number_is_told_as_what_it_is(page):
    own = pd.DataFrame({"province": SHOWN, "day": pd.to_datetime(["2023-10-05", None, None]),
                        "better": [True, False, True], "score": [4, 5, 6]})  # fmt: skip
    made = chart(page, bars(own, x="score", y="province"), data=own,
                 title=page.language.date(own["day"][0]))  # fmt: skip
    proven(page, made)
    vietnamese = page.language.code == "vi"
    day = "05/10/2023" if vietnamese else "5 October 2023"
    assert str(made.values["title"]) == day
    assert made.data.iloc[0].tolist()[1:] == [day, "có" if vietnamese else "yes", 4]
    assert made.data.iloc[1].tolist()[2:] == ["không" if vietnamese else "no", 5]
    assert made.data["day"].isna().tolist() == [False, True, True]
    heads = list(made.data.columns)
    assert heads == (["Tỉnh, thành phố", "day", "better", "Điểm"] if vietnamese
                     else ["Province", "day", "better", "Score"])  # fmt: skip


@pytest.mark.parametrize(
    "own",
    [
        pd.DataFrame([[1, 2]], columns=["a", "a"]),
        pd.DataFrame({"a": [1]}, index=pd.Index([1], name="a")),
        pd.DataFrame({"a": [[1, 2]]}),
        pd.DataFrame({"a": [np.inf]}),
        pd.DataFrame({"a": [1 + 2j]}),
        pd.DataFrame({"a": pd.cut([1.0], [0, 2])}),
    ],
    ids=["twice", "index", "list", "infinite", "complex", "interval"],
)
def test_data_that_a_table_cannot_tell_are_refused_in_a_line(english, own, monkeypatch):
    with pytest.raises(ParameterError) as refused:
        english.chart(lambda _: None, title="", subtitle="", description="", data=own)
    for code, column in {"vi": "Cột “a”", "en": "column “a”"}.items():
        monkeypatch.setattr(BriefingError, "language", code)
        (line,) = refused.value._render_traceback_()
        assert line.startswith(column)


def test_columns_of_two_levels_and_a_series_are_data(english):
    rows = scores(english).assign(places=scores(english)["rank"].astype(float))
    two = rows.pivot_table(["score", "places"], "province", "component", sort=False)
    made = chart(english, heatmap(english), data=two)
    assert len(made.data.columns) == 7
    pillar = str(english.component_name(PILLARS[0]))
    assert any(pillar in head and "places" in head for head in made.data.columns)
    one = rows.set_index("province")["score"].groupby(level=0).mean()
    assert list(chart(english, bars(one.reset_index(), x="score", y="province"), data=one).data)


def test_a_column_with_gaps_is_numbers_again(english):
    own = pd.DataFrame({"province": SHOWN, "rank": [3.0, None, 5.0]})
    data = chart(english, bars(own, x="rank", y="province"), data=own).data
    assert data.iloc[:, 1].dtype == float and data.iloc[:, 1].isna().sum() == 1


def test_numbers_may_head_columns(english):
    wide = pd.DataFrame({2020: [3], 2022: [4]}, index=pd.Index(["bac-giang"], name="province"))
    with style.use():
        axes = sns.heatmap(english.readable(wide), annot=True)
    made = chart(english, axes, data=wide)
    assert list(made.data.columns)[1:] == ["2020", "2022"]
    proven(english, made)


@pytest.mark.usefixtures("both")
def test_a_grid_of_seaborn_s_and_what_pandas_returns_are_charts(english):
    own = scores(english).merge(pd.DataFrame({"province": SHOWN}))
    with style.use():
        grid = sns.catplot(
            english.readable(own), x="score", y="province", col="component", kind="bar"
        )
    assert markup(english, grid, own).count("<svg") == 2
    several = own.pivot_table("score", "province", "component").plot(subplots=True)
    assert markup(english, several, own).count("<svg") == 2


@pytest.mark.parametrize("drawn", ["a word", lambda _: "a word", None], ids=["word", "call", "no"])
def test_what_is_no_chart_is_refused_in_a_line(english, drawn):
    with pytest.raises(ParameterError, match="is not a chart: give a figure"):
        english.chart(drawn, title="t", subtitle="s", description="d", data=wide(english))


@pytest.mark.parametrize(
    "words", ["Cách 1 điểm", "Dịch vụ mức 4", "cao 0%", "bằng 100%", "đứng thứ 5", "2 lần"]
)
def test_a_whole_number_is_no_rounding_of_another_one(english, words):
    own = pd.DataFrame({"province": SHOWN, "share": [0.998, 0.003, 0.61], "rank": [4.3, 5.2, 1.6]})
    axes = bars(own, x="share", y="province")
    with pytest.raises(UntoldError, match="does not stand in the data"):
        chart(english, axes, data=own, title=words)


def test_a_whole_number_says_what_is_whole_or_shown_whole(page):
    point = "," if page.language.code == "vi" else "."
    own = pd.DataFrame({"province": SHOWN, "share": [0.61, 0.2, 1.0], "rank": [4, 5.25, 6.0000001]})
    axes = bars(own, x="share", y="province")
    words = ("hạng 4", "hạng 6", "61%", "100%", "20%", f"hạng 5{point}3", "kỳ 2022, năm 2023")
    proven(page, chart(page, axes, data=own, title="; ".join(words)))


@pytest.mark.usefixtures("both")
def test_the_analyst_s_own_figure_stays_as_it_was(english):
    axes = heatmap(english)
    figure = axes.figure
    figure.canvas.draw()

    def state():
        texts = [each.get_text() for each in figure.findobj(pyplot.Text)]
        return [figure.dpi, *figure.get_size_inches(), axes.get_position().bounds, texts,
                figure.get_layout_engine(), axes.xaxis.get_major_formatter()]  # fmt: skip

    before = state()
    chart(english, axes)
    figure.canvas.draw()
    assert state() == before
    assert figure.number not in pyplot.get_fignums(), "the notebook shows it once"


@pytest.mark.usefixtures("both")
def test_a_painter_s_figure_stays_as_it_was_even_if_it_is_one_and_the_same(english):
    axes = heatmap(english)
    before = [each.get_text() for each in axes.texts]
    chart(english, lambda _: axes)
    assert [each.get_text() for each in axes.texts] == before


@pytest.mark.usefixtures("both")
def test_a_chart_with_a_formatter_of_its_own_and_a_colour_bar_fits(english):
    with style.use():
        figure, axes = pyplot.subplots(layout="constrained")
        sns.heatmap(english.readable(wide(english)), annot=True, fmt=".2f", ax=axes)
        axes.yaxis.set_minor_formatter(FuncFormatter(lambda *_: ""))
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(figure)
    assert markup(english, figure, wide(english)).count("<svg") == 2


@pytest.mark.parametrize("without", [["source"], ["row"], ["source", "row"]])
def test_sources_without_their_columns_are_refused_in_a_line(english, without):
    with pytest.raises(ParameterError, match=f"has no column {', '.join(without)}: each row"):
        chart(english, cite=scores(english).drop(columns=without))


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

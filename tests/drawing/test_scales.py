"""Numbers that matplotlib and seaborn write, and the style that lets a language write them."""

from __future__ import annotations

import pytest
import seaborn as sns
from matplotlib import pyplot
from matplotlib.colors import to_hex
from matplotlib.ticker import EngFormatter, PercentFormatter

from helpers.drawing import style, svg
from helpers.drawing.scales import other_texts, translated
from helpers.words.language import Language


@pytest.fixture(autouse=True)
def closed():
    pyplot.close("all")
    yield
    pyplot.close("all")


def drawn(lang, draw):
    """Draw within the style, show the figure afterwards as a notebook does."""
    with style.use(lang):
        axes = draw()
    axes.figure.canvas.draw()
    return axes


def marks(axis):
    return [each.get_text() for each in axis.get_ticklabels()]


@pytest.mark.parametrize(("lang", "mark"), [("vi", "1.500"), ("en", "1,500"), (None, "1500")])
def test_a_scale_is_written_by_language(lang, mark):
    axes = drawn(lang, lambda: sns.lineplot(x=[0, 1], y=[0, 3000]))
    assert mark in marks(axes.yaxis)
    assert ("0,2" in marks(axes.xaxis)) == (lang == "vi")


def test_a_scale_that_somebody_wrote_stays_and_per_cents_follow():
    def draw():
        axes = sns.lineplot(x=[0, 20000], y=[0, 0.01])
        axes.xaxis.set_major_formatter(EngFormatter())
        axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=1))
        return axes

    axes = drawn("vi", draw)
    assert "20 k" in marks(axes.xaxis) and "0,2%" in marks(axes.yaxis)


@pytest.mark.parametrize(("scale", "mark"), [("log", "0,1"), ("symlog", "0"), ("logit", "0,1")])
def test_every_scale_is_written_in_plain_numbers(scale, mark):
    def draw():
        axes = sns.lineplot(x=[0.01, 0.5], y=[1, 2])
        axes.set_xscale(scale)
        return axes

    written = marks(drawn("vi", draw).xaxis)
    assert not any("$" in each or "." in each for each in written)
    assert mark in written


@pytest.mark.parametrize(
    ("numbers", "form", "shown"),
    [
        ([0.5, -0.25], ".2f", ["0,50", "−0,25"]),
        ([12.345, 0.5], ".3f", ["12,345", "0,500"]),
        ([1380, 2000], "d", ["1.380", "2.000"]),
        ([2020, 2022], "d", ["2020", "2022"]),
    ],
    ids=["decimals", "three", "thousands", "years"],
)
def test_a_heatmap_s_numbers_are_written_by_language(numbers, form, shown):
    axes = drawn("vi", lambda: sns.heatmap([numbers], annot=True, fmt=form, cbar=False))
    assert [each.get_text() for each in axes.texts] == shown


def test_what_the_language_wrote_already_stays():
    def draw():
        axes = sns.lineplot(x=[0, 1], y=[0, 1])
        for words in ("1.380", "0,36", "Hạng 9", "12.345.678"):
            axes.text(0.5, 0.5, words)
        return axes

    assert [each.get_text() for each in drawn("vi", draw).texts] == [
        "1.380", "0,36", "Hạng 9", "12.345.678"]  # fmt: skip


def test_figures_from_before_stay_and_the_current_one_is_the_last():
    first = sns.lineplot(x=[0, 1], y=[0, 3000])
    with style.use("vi"):
        pyplot.figure()
        second = sns.lineplot(x=[0, 1], y=[0, 3000])
        pyplot.figure(first.figure)
    assert "1500" in marks(first.yaxis) and "1.500" in marks(second.yaxis)
    assert pyplot.gcf() is first.figure


def test_what_is_added_to_a_figure_from_before_is_written_too():
    axes = pyplot.subplots()[1]
    drawn("vi", lambda: sns.heatmap([[0.5]], annot=True, ax=axes, cbar=False))
    assert [each.get_text() for each in axes.texts] == ["0,5"]


def test_a_style_that_an_error_ends_is_over():
    before = dict(pyplot.rcParams)
    with pytest.raises(ValueError, match="own"), style.use("vi"):
        raise ValueError("own")
    assert dict(pyplot.rcParams) == before


@pytest.mark.parametrize("lang", ["vi", None])
def test_a_notebook_s_figure_has_the_style_s_size_and_type_to_its_last_mark(lang):
    axes = drawn(lang, lambda: sns.lineplot(x=[0, 1], y=[0, 1]))
    assert tuple(axes.figure.get_size_inches()) == (9, 5) and axes.figure.dpi == 100
    labels = [*axes.get_xticklabels(), *axes.get_yticklabels(), axes.xaxis.label]
    assert {each.get_fontfamily()[0] for each in labels} == {"Be Vietnam Pro"}
    assert to_hex(axes.xaxis.label.get_color()) == svg.MUTED
    assert not axes.spines["top"].get_visible() and not axes.spines["right"].get_visible()


@pytest.mark.parametrize(
    ("words", "lang", "shown"),
    [("0.50", "vi", "0,50"), ("-1380", "en", "−1,380"), ("+12.5%", "vi", "+12,5%"),
     ("DTI 0.5", "vi", "DTI 0.5"), ("", "vi", "")],
)  # fmt: skip
def test_a_number_of_code_is_translated(words, lang, shown):
    assert translated(words, Language(lang)) == shown


def test_other_texts_are_what_no_scale_wrote():
    axes = drawn(None, lambda: sns.heatmap([[0.5]], annot=True, cbar=False))
    axes.set_title("Điểm")
    assert {each.get_text() for each in other_texts(axes.figure)} >= {"0.5", "Điểm"}
    assert "0" not in {each.get_text() for each in other_texts(axes.figure)}

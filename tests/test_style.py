"""The house style: one palette in two schemes, one scale, and the rules every chart keeps."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

import matplotlib as mpl
import numpy as np
import pytest
import seaborn as sns
from cells import drawn_for, shown
from conftest import html, open_page, parse, visible
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.chapters import (
    dti_gaps,
    dti_map,
    dti_outlook,
    dti_peers,
    dti_position,
    dti_region,
    dti_robustness,
    dti_slopes,
    dti_strip,
    online_services,
)
from helpers.drawing import fonts, svg
from helpers.pages import pieces
from helpers.words.language import LANGUAGES

SHEETS = ("tokens", "dark", "contrast", "components", "page", "list")


def tokens(sheet):
    return dict(re.findall(r"(--dx-[\w-]+): ([^;]+);", pieces.stylesheet(sheet)))


LIGHT, DARK = tokens("tokens"), tokens("tokens") | tokens("dark")


def luminance(colour):
    parts = [int(colour.strip("#").rjust(6, colour[-1])[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_both_schemes_stand_out(scheme):
    paper = scheme["--dx-paper"]
    for name in ("ink", "muted", "accent", "target", "good", "chart-muted"):
        for ground in ("paper", "ground", "tint"):
            assert contrast(scheme[f"--dx-{name}"], scheme[f"--dx-{ground}"]) >= 4.5, (name, ground)
    for name in ("others", "accent", "target"):
        assert contrast(scheme[f"--dx-{name}"], paper) >= 3
    assert contrast(scheme["--dx-on-others"], scheme["--dx-others"]) >= 4.5
    assert contrast(scheme["--dx-on-accent"], scheme["--dx-accent"]) >= 4.5


def test_dark_names_every_colour():
    colours = {name for name, value in LIGHT.items() if value.startswith("#")}
    assert set(tokens("dark")) == colours


def test_in_grey_print_the_province_stands_out_from_the_others():
    assert contrast(svg.PROVINCE, svg.OTHERS) >= 2.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_steps_of_a_map_are_told_apart_in_grey_and_their_text_stands_out(scheme):
    steps = [scheme["--dx-accent"], *(scheme[f"--dx-step-{each}"] for each in "bcde")]
    paper = luminance(scheme["--dx-paper"])
    apart = [abs(luminance(each) - paper) for each in steps]
    assert apart == sorted(apart, reverse=True), "the first stands out the most"
    assert all(contrast(one, other) >= 1.3 for one, other in pairwise(steps))
    for place, step in enumerate(steps):
        text = scheme["--dx-on-accent" if place < 2 else "--dx-ink"]
        assert contrast(step, text) >= 4.5, step


def test_the_sheet_knows_every_colour_of_the_charts():
    rules = pieces.stylesheet("components")
    found = dict(re.findall(r'\[fill="(#\w+)"\] \{ fill: var\((--dx-[\w-]+)\)', rules))
    short = {value: value if len(value) == 7 else "#" + value[1] * 6 for value in LIGHT.values()}
    expected = {svg.INK, svg.MUTED, svg.GRID, svg.OTHERS, svg.PROVINCE, svg.TARGET, svg.PAPER,
                svg.ON_OTHERS, svg.ON_PROVINCE, *svg.STEPS}  # fmt: skip
    assert set(found) == expected
    for colour in expected - {svg.ON_PROVINCE}:
        assert short[LIGHT[found[colour]]] == colour


@pytest.mark.parametrize("sheet", SHEETS)
def test_sheets_take_colours_and_sizes_from_the_palette_and_the_scale(sheet):
    text = re.sub(r"/\*.*?\*/", "", pieces.stylesheet(sheet), flags=re.DOTALL)
    used = set(re.findall(r"var\((--dx-[\w-]+)\)", text))
    assert used <= set(LIGHT)
    if sheet in {"components", "page", "list"}:
        rules = re.sub(r'\[(fill|stroke)="#\w+"\]', "", text)
        own = set(re.findall(r"#[0-9a-f]{3,6}\b", rules))
        assert own <= {"#0b3f63", "#fff"}, "the masthead alone has colours of its own"
        screen = rules.split("@media print")[0]
        sizes = re.findall(r"font-size: ([^;]+);", screen)
        assert all(size.startswith("var(") or size.endswith("em") for size in sizes), sizes


@dataclass(frozen=True)
class Drawn:
    """A chart as the browser gets it and as matplotlib holds it."""

    figure: object
    drawing: Figure
    name: str

    @property
    def axes(self):
        (axes,) = self.drawing.axes
        return axes


CHARTS = (online_services.national, dti_position.ladder, dti_strip.strip, dti_position.profile,
          dti_gaps.split, dti_peers.past, dti_map.fifths_map, dti_region.strip,
          dti_slopes.slopes, dti_peers.size_and_income, dti_robustness.distribution,
          dti_outlook.rank_targets)  # fmt: skip


@pytest.fixture(scope="module")
def drawn():
    """Every chart of the briefings of two years, in both languages, as drawn for a desk."""
    figures, real = {}, svg.draw

    def keep(name, title, description, painter):
        def paint(width):
            figures[name] = painter(width)
            return figures[name]

        return real(name, title, description, replace(painter, paint=paint))

    found = []
    with pytest.MonkeyPatch.context() as patch, drawn_for("wide"):
        patch.setattr(svg, "draw", keep)
        for year, lang in ((2021, "vi"), (2021, "en"), (2023, "vi"), (2023, "en")):
            page = open_page(year, "dti_position", "bac-giang", lang)
            for chart in CHARTS:
                markup = f"<!DOCTYPE html><title>t</title>{html(shown(page, chart))}"
                for figure in parse(markup).iter("figure"):
                    name = figure.get("id")
                    found.append(Drawn(figure, figures[name], name))
    assert len({each.name for each in found}) == 14
    return found


def words(figure, path):
    return "".join(figure.find(path).itertext())


def test_every_chart_has_two_titles_its_source_and_its_data(drawn):
    for each in drawn:
        headline = words(each.figure, ".//figcaption/strong")
        subtitle = words(each.figure, ".//figcaption/span")
        assert 10 < len(headline) <= 90, headline
        assert re.search(r"20\d\d", subtitle) and len(subtitle) > 20, "measure and period"
        source = each.figure.find("./p[@class='dx-source']")
        assert source.find(".//sup[@class='dx-mark']/a") is not None
        assert len("".join(source.itertext())) > 20, "the source is named, not only numbered"
        assert each.figure.find("./details//table/tbody/tr") is not None


def test_the_text_alternative_says_kind_period_and_a_number_of_the_data(drawn):
    for each in drawn:
        alternative = words(each.figure, ".//{*}svg/{*}desc")
        assert re.match(r"Biểu đồ \w+|[A-Z]\w+ (chart|plot)", alternative), alternative
        assert re.search(r"20\d\d", alternative), alternative
        assert alternative != words(each.figure, ".//figcaption/strong")
        data = set(re.findall(r"\d+(?:[.,]\d+)?", words(each.figure, ".//details")))
        numbers = set(re.findall(r"\d+(?:[.,]\d+)?", alternative))
        assert {n for n in numbers if not re.fullmatch(r"20\d\d", n)} & data, alternative


def test_charts_have_one_pair_of_axes_and_gridlines_in_one_direction(drawn):
    for each in drawn:
        lines = [
            axis.get_gridlines()[0].get_visible() if axis.get_gridlines() else False
            for axis in (each.axes.xaxis, each.axes.yaxis)
        ]
        assert not all(lines), each.name
        assert not each.axes.spines["top"].get_visible()
        assert not each.axes.spines["right"].get_visible()


def bars(axes):
    return [patch for patch in axes.patches if isinstance(patch, Rectangle)]


def test_bars_start_at_zero(drawn):
    seen = set()
    for each in drawn:
        found = bars(each.axes)
        if not found or each.name in ("rank-targets", "fifths"):  # ranks start at 1; a map's legend
            continue
        seen.add(each.name)
        if each.name.startswith("gaps"):  # steps hang on each other; the first starts at zero
            assert 0 in {round(bar.get_x(), 9) for bar in found}
            continue
        upright = each.name.startswith("firm")
        starts = {bar.get_y() if upright else bar.get_x() for bar in found}
        lowest = each.axes.get_ylim()[0] if upright else each.axes.get_xlim()[0]
        assert starts == {0.0} and lowest == 0, each.name
    assert {"national-shares", "ladder"} <= seen and any(n.startswith("firm") for n in seen)


def test_a_legend_stands_above_the_plot_in_the_order_of_the_data(drawn):
    for each in drawn:
        legend = each.axes.get_legend()
        if legend is None:
            continue
        assert each.name == "profile", "elsewhere labels are direct"
        names = [text.get_text() for text in legend.get_texts()]
        heads = [cell.text for cell in each.figure.findall(".//thead//th")][1:]
        assert names == heads
        box = legend.get_window_extent(RendererAgg(680, 400, 72))
        assert box.y0 >= each.axes.get_window_extent().y1 - 1


def test_what_is_not_known_is_shown_as_missing(drawn):
    for each in drawn:
        if each.name == "ladder":
            dotted = [line for line in each.axes.lines if line.get_linestyle() != "-"]
            rows = each.figure.findall(".//tbody/tr")
            ranks = [int(row.find("th").text.split(".")[0]) for row in rows]
            expected = [rank + ranks.count(rank) for rank in ranks]
            steps = zip(pairwise(ranks), expected, strict=False)
            holes = sum(later not in {earlier, after} for (earlier, later), after in steps)
            assert len(dotted) == holes + 1, "a dotted line a hole, and the mean"


def test_an_approximate_share_is_drawn_as_one():
    import pandas as pd

    from helpers.drawing import charts

    row = {"label": "x", "value": 55.7, "text": "gần 55,7%", "target": float("nan"),
           "target_text": "", "approx": True}  # fmt: skip
    frame = pd.DataFrame([row, row | {"approx": False}])
    with mpl.rc_context(sns.axes_style("white") | svg._STYLE):
        (axes,) = charts.share_bars(frame)(680).axes
    assert [bar.get_hatch() for bar in bars(axes)[-2:]] == ["///", None]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_share_says_of_what_or_that_the_base_is_not_stated(built, lang):
    said = {"vi": "Nguồn không nêu mẫu số", "en": "does not state the base"}[lang]
    cards = [
        "".join(card.itertext())
        for card in parse(built.text(lang)).iter("section")
        if "dx-card" in card.get("class", "")
    ]
    shares = [card for card in cards if re.search(r"100%", card)]
    assert len(shares) == 2 and all(said in card for card in shares)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_typeface_brings_every_character_that_a_reader_sees(built, lang):
    text = built.text(lang)
    assert "&#39;" in text, "one that the page writes by its number"
    assert set(visible(text)) <= fonts.characters(text)

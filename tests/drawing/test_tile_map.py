"""The map of fields: never without the archipelagos, every label read and different."""

from __future__ import annotations

from itertools import combinations

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
import seaborn as sns
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import PathPatch, Rectangle

from helpers.analysis import fifths
from helpers.drawing import svg, tile_map
from helpers.drawing.tile_map import MapWords, RankClass
from helpers.exceptions import MapError, UntoldError
from helpers.store import mergers

YEARS = {63: 2022, 34: 2025}


def tiles(package, grid, lang="vi"):
    """Every province of a grid with a rank by the order of its places, but two of no rank."""
    there = mergers.at_the_end_of(package["provinces"], YEARS[grid])
    places = package["tiles"][package["tiles"]["grid"] == grid]
    frame = places.drop(columns="row").merge(there, on="province", validate="1:1")
    ranks = np.r_[np.arange(1.0, grid - 1), np.nan, np.nan]
    names = frame[f"name_{lang}"]
    return frame.assign(name=names, short=tile_map.abbreviations(list(names)), rank=ranks,
                        text=["" if np.isnan(each) else f"{each:.0f}" for each in ranks],
                        own=frame.index == 5)  # fmt: skip


CLASSES = {grid: [RankClass(row["low"], row["high"], f"class {place}")
                  for place, row in fifths.classes(grid).iterrows()] for grid in YEARS}  # fmt: skip


def figure(package, grid, width=680, lang="vi"):
    words = MapWords("own", "none")
    painter = tile_map.tile_map(tiles(package, grid, lang), CLASSES[grid], grid, words)
    with mpl.rc_context(sns.axes_style("white") | svg._STYLE):
        return painter(width)


@pytest.mark.parametrize("grid", YEARS)
def test_the_data_place_every_province_of_the_year_once(package, grid):
    there = mergers.at_the_end_of(package["provinces"], YEARS[grid])
    places = package["tiles"][package["tiles"]["grid"] == grid]
    assert set(places["province"]) == set(there["province"]) and len(places) == grid
    assert not places.duplicated(["south", "east"]).any()
    taken = set(zip(places["south"], places["east"], strict=True))
    for south, east in tile_map.ARCHIPELAGOS[grid].values():
        around = {(int(south) + down, int(east) + right) for down in (0, 1) for right in (0, 1)}
        assert not around & taken, "nothing lies under an archipelago"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", svg.WIDTHS.values())
@pytest.mark.parametrize("grid", YEARS)
def test_every_text_is_large_enough_and_inside_its_field(package, grid, width, lang):
    drawn = figure(package, grid, width, lang)
    (axes,) = drawn.axes
    renderer = FigureCanvasAgg(drawn).get_renderer()
    assert drawn.bbox.height <= (570 if width == svg.WIDTHS["narrow"] else 480), "low enough"
    fields = [path for patch in axes.patches if isinstance(patch, PathPatch)
              for path in patch.get_path().to_polygons()]  # fmt: skip
    assert len(fields) == grid
    inside = axes.transData.inverted()
    for text in axes.texts:
        assert text.get_fontsize() >= svg.SMALL
        box = text.get_window_extent(renderer)
        assert box.x0 >= 0 and box.x1 <= width, text.get_text()
        middle = inside.transform(box.get_points().mean(axis=0))
        (left, top), (right, low) = inside.transform([(box.x0, box.y1), (box.x1, box.y0)])
        around = [each for each in fields if (each.min(axis=0) <= middle).all()
                  and (middle <= each.max(axis=0)).all()]  # fmt: skip
        for each in around:
            assert each[:, 0].min() <= left and right <= each[:, 0].max(), text.get_text()
            assert each[:, 1].min() - 3 <= top and low <= each[:, 1].max() + 3, text.get_text()
        if text.get_text() not in NO_PROVINCE:
            assert len(around) == 1, text.get_text()
    shown = [" ".join(text.get_text().split()) for text in axes.texts]
    assert {"Hoàng Sa", "Trường Sa"} <= set(shown)
    assert [each for each in shown if each.isdigit()] == [str(n + 1) for n in range(grid - 2)]


def ink(text, renderer):
    """The box around what is seen of a text that stands on its baseline."""
    wide, high, below = renderer.get_text_width_height_descent(
        text.get_text(), text.get_fontproperties(), False
    )
    x, base = text.get_transform().transform(text.get_position())
    x -= wide if text.get_ha() == "right" else 0
    return mpl.transforms.Bbox([[x, base - below], [x + wide, base - below + high]])


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", svg.WIDTHS.values())
@pytest.mark.parametrize("grid", YEARS)
def test_no_name_and_no_rank_touches_another(package, grid, width, lang):
    """An a with a digit under it is read as a g: of “QNa” and “QNg” each is a province."""
    with svg.house_style():
        drawn = figure(package, grid, width, lang)
        renderer = FigureCanvasAgg(drawn).get_renderer()
        written = {(text.get_text(), text.get_position()): ink(text, renderer)
                   for text in drawn.axes[0].texts if text.get_va() == "baseline"}  # fmt: skip
    assert len(written) == 2 * grid - 2
    for (one, box), (other, beside) in combinations(written.items(), 2):
        assert not box.overlaps(beside), (one[0], other[0])


NO_PROVINCE = {"Hoàng Sa", "Trường Sa", "Hoàng\nSa", "Trường\nSa", "own", "none", "",
               *(f"class {place}" for place in range(5))}  # fmt: skip


@pytest.mark.parametrize("width", svg.WIDTHS.values())
@pytest.mark.parametrize("grid", YEARS)
def test_every_rank_has_the_colour_of_its_class_and_the_own_field_a_frame(package, grid, width):
    (axes,) = figure(package, grid, width).axes
    frame = tiles(package, grid)
    shapes = {mpl.colors.to_hex(patch.get_facecolor(), keep_alpha=True): patch.get_path()
              for patch in axes.patches if isinstance(patch, PathPatch)}  # fmt: skip
    colours = [f"{colour}ff" for colour in (svg.PROVINCE, *svg.STEPS)]
    assert set(shapes) == {*colours, "#00000000"}, "five fifths, and no rank known"
    high = axes.get_ylim()[0] / (frame["south"].max() + 1)
    wide = width / 8 if width == svg.WIDTHS["narrow"] else 66
    for _, tile in frame.iterrows():
        middle = (tile["east"] + 0.5) * wide, (tile["south"] + 0.5) * high
        (found,) = [colour for colour, path in shapes.items() if path.contains_point(middle)]
        holding = [colour for colour, each in zip(colours, CLASSES[grid], strict=True)
                   if each.low <= tile["rank"] <= each.high]  # fmt: skip
        assert [found] == (holding or ["#00000000"]), tile["name"]
    frames = [patch for patch in axes.patches if isinstance(patch, Rectangle)
              and patch.get_linewidth() == 4]  # fmt: skip
    own = frame[frame["own"]].iloc[0]
    (box,) = [each.get_bbox() for each in frames]
    assert box.contains((own["east"] + 0.5) * wide, (own["south"] + 0.5) * high)


@pytest.mark.parametrize("grid", YEARS)
def test_the_legend_of_a_phone_lies_over_no_field(package, grid):
    (axes,) = figure(package, grid, svg.WIDTHS["narrow"]).axes
    renderer = FigureCanvasAgg(axes.figure).get_renderer()
    fields = [path for patch in axes.patches if isinstance(patch, PathPatch)
              for path in patch.get_path().to_polygons()]  # fmt: skip
    entries = [text for text in axes.texts if text.get_text() in {"own", "none"}
               or text.get_text().startswith("class")]  # fmt: skip
    assert len(entries) == 7
    for text in entries:
        box = text.get_window_extent(renderer).transformed(axes.transData.inverted())
        for each in fields:
            assert not box.overlaps(mpl.transforms.Bbox([each.min(axis=0), each.max(axis=0)]))


@pytest.mark.parametrize("name", ["Hoàng Sa", "Trường Sa"])
@pytest.mark.parametrize("place", [None, (9, 9), (-9, 2), (40, 2)])
def test_without_an_archipelago_in_sight_there_is_no_map(package, monkeypatch, name, place):
    places = {key: at for key, at in tile_map.ARCHIPELAGOS[63].items() if key != name}
    places |= {name: place} if place else {}
    monkeypatch.setitem(tile_map.ARCHIPELAGOS, 63, places)
    with pytest.raises(MapError, match=name):
        [figure(package, 63, width) for width in svg.WIDTHS.values()]


def test_an_archipelago_without_its_square_or_with_another_s_is_no_archipelago(
    package, monkeypatch
):
    real = tile_map._rectangle
    monkeypatch.setattr(tile_map, "_rectangle", lambda axes, x, y, field, **style:
                        None if field.wide > 70 else real(axes, x, y, field, **style))  # fmt: skip
    with pytest.raises(MapError):
        figure(package, 63)
    monkeypatch.undo()
    monkeypatch.setitem(tile_map.ARCHIPELAGOS[63], "Hoàng Sa", (9, 5))
    with pytest.raises(MapError, match="Hoàng Sa"):
        figure(package, 63)


def test_a_rank_that_is_written_is_the_one_that_is_drawn(package):
    from helpers.words.told import Figure, Origin

    frame = tiles(package, 63).head(1)
    wrong = Figure("2", 2, Origin("", "rank", "x"))
    with pytest.raises(UntoldError):
        tile_map.tile_map(frame.assign(text=[wrong]), [], 63, MapWords("own", "none"))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("grid", YEARS)
def test_no_two_short_names_are_the_same(package, grid, lang):
    short = pd.Series(tiles(package, grid, lang)["short"])
    assert short.is_unique and short.str.len().between(2, 4).all()

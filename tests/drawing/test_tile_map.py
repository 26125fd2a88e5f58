"""The map of squares: never without the archipelagos, every label read and different."""

from __future__ import annotations

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
import seaborn as sns
from matplotlib.backends.backend_agg import FigureCanvasAgg

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


def figure(package, grid, width=680, lang="vi"):
    classes = [RankClass(1, 20, "a"), RankClass(21, 40, "b"), RankClass(41, grid, "c")]
    painter = tile_map.tile_map(tiles(package, grid, lang), classes, grid, MapWords("own", "none"))
    svg._register_fonts()
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
def test_every_text_is_large_enough_and_inside_its_square(package, grid, width, lang):
    drawn = figure(package, grid, width, lang)
    (axes,) = drawn.axes
    canvas = FigureCanvasAgg(drawn)
    squares = [patch.get_window_extent() for patch in axes.patches]
    for text in axes.texts:
        assert text.get_fontsize() >= svg.SMALL
        box = text.get_window_extent(canvas.get_renderer())
        assert box.x0 >= 0 and box.x1 <= width, text.get_text()
        if text.get_horizontalalignment() == "center":
            around = [each for each in squares if each.contains(*box.get_points().mean(axis=0))]
            assert any(each.x0 <= box.x0 and box.x1 <= each.x1 for each in around), text.get_text()
    shown = [" ".join(text.get_text().split()) for text in axes.texts]
    assert {"Hoàng Sa", "Trường Sa"} <= set(shown)
    assert [each for each in shown if each.isdigit()] == [str(n + 1) for n in range(grid - 2)]


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
    real = tile_map._square
    monkeypatch.setattr(tile_map, "_square", lambda axes, place, square, **style:
                        None if square > 60 else real(axes, place, square, **style))  # fmt: skip
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

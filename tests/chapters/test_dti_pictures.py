"""The map, the region's strip and the pillars' slopes: for many provinces, and as their tables."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd
import pytest
from cells import IN_TURN, drawn_for, shown, undrawn
from conftest import html, open_page, parse
from markupsafe import Markup

from helpers.analysis import fifths, peers, story
from helpers.chapters import dti_map, dti_region, dti_slopes
from helpers.drawing import svg
from helpers.store import mergers
from helpers.words.language import LANGUAGES

STEPS = (dti_map.fifths_map, dti_region.strip, dti_slopes.slopes)
#: Of each year a leader, the own province, one of a region that leads, one without a known rank,
#: one of a tie, long names, and one of a derived rank.
PLACES = [(year, province) for year in (2021, 2022, 2023)
          for province in ("da-nang", "bac-giang", "ha-noi", "lai-chau", "thanh-hoa", "ho-chi-minh",
                           "ba-ria-vung-tau", "bac-kan")]  # fmt: skip
#: One or the other language in turn, the other one for the same place a year later.
PAGES = [(*place, LANGUAGES[(turn + turn // 8) % 2]) for turn, place in enumerate(PLACES)]
#: One or the other width in turn for each language, the other one for the same place a year later.
WIDTH = {page: IN_TURN[(turn // 2 + turn // 8) % 2] for turn, page in enumerate(PAGES)}
#: What the map and the slopes say in each.
SAID = {
    "vi": {"bounds": "hạng {low}–{high}", "derived": "suy ra", "computed": "báo cáo tính",
           "none": "chưa tìm thấy hạng", "leads": "một phần năm đầu bảng"},
    "en": {"bounds": "rank {low}–{high}", "derived": "derived", "computed": "computed",
           "none": "rank not found", "leads": "the first fifth"},
}  # fmt: skip
MERGED = (2025, "bac-ninh-2025")


def figures(page, step, **tables):
    """The figures that a step shows, as trees, and all its words."""
    markup = html(shown(page, step, **tables))
    body = parse(f"<!DOCTYPE html><title>t</title>{markup}")
    return list(body.iter("figure")), " ".join(Markup(markup).striptags().split())


@cache
def drawn_on(year, province, lang, step):
    """What a step of a page shows, and the tables of moves that it draws; no test changes it."""
    kept, real = [], dti_region.charts.rank_moves
    with pytest.MonkeyPatch.context() as patch, drawn_for(WIDTH[year, province, lang]):
        patch.setattr(dti_region.charts, "rank_moves",
                      lambda frame, last: kept.append(frame) or real(frame, last))  # fmt: skip
        return *figures(open_page(year, "dti_position", province, lang), step), kept


@pytest.fixture
def unseen():
    """Draw nothing: of charts whose words alone are read."""
    with undrawn():
        yield


def of(year):
    """The newest edition of a year's briefing, and its provinces."""
    briefing = open_page(year, "dti_position", "bac-giang").briefing
    return briefing.latest, briefing.data["provinces"]


def words(tree, path):
    return "".join(tree.find(path).itertext())


def rows(figure):
    """The data of a figure: its rows as lists of words."""
    return [[" ".join("".join(cell.itertext()).split()) for cell in row]
            for row in figure.findall("./details//table/tbody/tr")]  # fmt: skip


@pytest.mark.parametrize(("year", "province", "lang"), PAGES, ids=str)
def test_every_picture_is_short_titled_and_told_for_who_cannot_see_it(year, province, lang):
    for step in STEPS:
        drawn, text, _ = drawn_on(year, province, lang, step)
        assert len(drawn) <= 1 and "None" not in text and "nan" not in text.lower().split()
        for figure in drawn:
            title = words(figure, ".//figcaption/strong")
            assert 10 < len(title) <= 90, title
            alternative = words(figure, ".//{*}svg/{*}desc")
            assert re.match(r"Biểu đồ \w+|[A-Z]\w+ (chart|plot)", alternative), alternative
            assert alternative != title and re.search(r"20\d\d", alternative)
            drawings = figure.findall(".//{*}svg")
            heights = [float(each.get("viewBox").split()[3]) for each in drawings]
            assert heights and all(
                high <= (560 if "fifths" in figure.get("id") else 320) for high in heights
            )


@pytest.mark.parametrize(("year", "province", "lang"), PAGES, ids=str)
def test_the_map_has_every_unit_its_fifth_and_both_archipelagos(year, province, lang):
    page, said_in = open_page(year, "dti_position", province, lang), SAID[lang]
    units = fifths.of_units(page.briefing.latest, page.briefing.data["provinces"])
    ((figure,), _, _) = drawn_on(year, province, lang, dti_map.fifths_map)
    bounds = fifths.classes(page.briefing.latest.ranked).set_index("fifth")
    found = {row[0]: row[2:] for row in rows(figure)}
    assert len(found) == len(units) == 63
    for _, unit in units.iterrows():
        rank, ends = found[str(page.province_name(unit["province"]))]
        if pd.isna(unit["rank"]):
            assert (rank, ends) == ("–", "–")
            continue
        low, high = bounds.loc[unit["fifth"], ["low", "high"]]
        assert int(re.match(r"\d+", rank)[0]) == unit["rank"] and low <= unit["rank"] <= high
        assert ends == said_in["bounds"].format(low=low, high=high)
        assert (said_in["derived"] in rank) == (unit["basis"] == "derived")
    drawings = figure.findall(".//{*}svg")
    assert len(drawings) == 1
    for drawing in drawings:
        texts = drawing.findall(".//{*}text")
        said = [" ".join("".join(each.itertext()).split()) for each in texts]
        joined = " ".join(said)
        assert "Hoàng Sa" in joined and "Trường Sa" in joined
        ends = [said_in["bounds"].format(**row) for _, row in bounds.iterrows()]
        assert [each for each in said if re.match(r"(hạng|rank) \d", each)] == ends
        assert str(page.name) in said, "the legend says whose field is framed"
        assert (said_in["none"] in joined) == bool(units["rank"].isna().any())
        frames = [each for each in drawing.iter() if each.get("stroke") == svg.TARGET]
        assert len(frames) == 2, "the own field's and the legend's"
    own = units.loc[units["province"] == province, "fifth"].iloc[0]
    leads = said_in["leads"] in words(figure, ".//figcaption/strong")
    assert leads == (pd.notna(own) and own == 1)


def test_the_title_of_the_map_counts_the_others_of_the_region_in_the_same_fifth(unseen):
    (figure,), text = figures(open_page(2023, "dti_position", "bac-giang"), dti_map.fifths_map)
    title = words(figure, ".//figcaption/strong")
    assert title == "Bac Giang is in the first fifth, as are 2 of the 13 others of its region"
    assert "most of the first fifth lies in" in text
    (figure,), text = figures(open_page(2021, "dti_position", "bac-giang"), dti_map.fifths_map)
    assert words(figure, ".//figcaption/strong") == "Bac Giang is in the first fifth"
    known = fifths.of_units(*of(2021))["rank"].count()
    assert f"The map has the ranks of {known} of 63 provinces in the 2020 index" in text
    page = open_page(2021, "dti_position", "lai-chau")
    (figure,), text = figures(page, dti_map.fifths_map)
    assert words(figure, ".//figcaption/strong").startswith("No rank of Lai Chau was found")


def test_the_map_shows_the_units_of_the_table_alone(unseen):
    page = open_page(2023, "dti_position", "bac-giang")
    units = fifths.of_units(page.briefing.latest, page.briefing.data["provinces"])
    some = units[units["region"] == "red-river-delta"]
    (figure,), text = figures(page, dti_map.fifths_map, units=some)
    assert "This table has no rank of Bac Giang" in text and "not in this table" in text
    assert sum(row[2] != "–" for row in rows(figure)) == 11
    assert figures(page, dti_map.fifths_map, units=units[:0])[0] == []


@pytest.mark.parametrize(("year", "province", "lang"), PAGES, ids=str)
def test_the_movement_that_is_drawn_is_that_of_the_table(year, province, lang):
    page = open_page(year, "dti_position", province, lang)
    edition, before = page.briefing.latest, page.briefing.edition_before
    ranks = {each.number: each.table().set_index("province")["rank"]
             for each in (edition, before) if each is not None}  # fmt: skip
    drawn, text, kept = drawn_on(year, province, lang, dti_region.strip)
    own = ranks[edition.number].get(province)
    if own is None or pd.isna(own):
        assert drawn == [] and text == ""
        return
    members = peers.same_region(edition, page.briefing.data["provinces"], province)["province"]
    known = [each for each in members if any(each in found.index for found in ranks.values())]
    if not drawn:
        assert sum(each in ranks[edition.number].index for each in members) < 2
        return
    (frame,) = kept
    ids = {str(page.province_name(each)): each for each in members}
    assert sorted(ids[str(name)] for name in frame["name"]) == sorted(known)
    for _, row in frame.iterrows():
        each = ids[str(row["name"])]
        for column, number in (("rank", edition.number), ("before", before and before.number)):
            rank = ranks[number].get(each) if number else None
            assert (pd.isna(row[column]) and rank is None) or row[column] == rank
        assert row["own"] == (each == province)


def test_the_place_in_the_region_is_told_then_and_now(unseen):
    page = open_page(2022, "dti_position", "bac-giang", "vi")
    early = open_page(2021, "dti_position", "bac-giang", "vi")
    assert page.briefing.latest.number == 2021
    (figure,), text = figures(page, dti_region.strip)
    title = words(figure, ".//figcaption/strong")
    assert title == "Trong vùng, Bắc Giang từ thứ nhất xuống thứ 3"
    assert "vượt lên trên Bắc Giang có Lạng Sơn (từ hạng 16 lên hạng 5)" in text
    assert ["Lạng Sơn", "5", "16", "lên 11"] in rows(figure)
    (figure,), text = figures(early, dti_region.strip)
    assert figure.get("id") == "region-spread" and "Bắc Giang đứng đầu" in text
    assert "vòng rỗng" not in text and all(len(row) == 2 for row in rows(figure))


@pytest.mark.parametrize(
    ("lang", "kept"), [("vi", "{} (giữ hạng {})"), ("en", "{} (still rank {})")]
)
def test_who_kept_its_rank_is_not_said_to_go_from_it_to_itself(unseen, lang, kept):
    page = open_page(2023, "dti_position", "bac-giang", lang)
    members = peers.same_region(page.briefing.latest, page.briefing.data["provinces"], "bac-giang")
    moves = peers.moves(members, page.briefing.edition_before)
    (figure,), _ = figures(page, dti_region.strip)
    listed = words(figure, ".//{*}desc").rstrip(".").split(": ", 1)[1].split("; ")
    assert len(listed) == len(moves) and 0 < moves["change"].eq(0).sum() < len(moves)
    for written, (_, row) in zip(listed, moves.iterrows(), strict=True):
        same = kept.format(page.province_name(row["province"]), row["rank"])
        assert (written == same) == (pd.notna(row["change"]) and row["change"] == 0)


def test_a_part_of_the_region_says_so_and_no_edition_before_draws_no_movement(unseen):
    page = open_page(2023, "dti_position", "bac-giang")
    edition = page.briefing.latest
    members = peers.same_region(edition, page.briefing.data["provinces"], "bac-giang")
    (figure,), text = figures(page, dti_region.strip, moves=peers.moves(members, None))
    assert "hollow" not in text and "ranks 3rd" in text and figure.get("id") == "region-spread"
    less = members[members["province"] != "lang-son"]
    text = figures(page, dti_region.strip, members=less)[1]
    assert "in this table" in text and "Lang Son" not in text
    none = members[members["province"] != "bac-giang"]
    assert figures(page, dti_region.strip, members=none) == ([], "")


@pytest.mark.parametrize(("year", "province", "lang"), PAGES, ids=str)
def test_the_slopes_are_the_pillar_ranks_of_the_table(year, province, lang):
    page = open_page(year, "dti_position", province, lang)
    ranks = story.pillar_ranks(page.briefing.data, province)
    drawn, text, _ = drawn_on(year, province, lang, dti_slopes.slopes)
    assert bool(drawn) == (ranks["edition"].nunique() >= 2)
    if not drawn:
        assert text == ""
        return
    editions = sorted(ranks["edition"].unique())
    names = {str(page.component_name(each)): each for each in ranks["component"].unique()}
    found = {names[row[0]]: row[1:] for row in rows(drawn[0])}
    assert set(found) == set(names.values())
    cells = ranks.set_index(["component", "edition"])
    for pillar, values in found.items():
        for edition, value in zip(editions, values, strict=True):
            if (pillar, edition) not in cells.index:
                assert value == "–"
                continue
            row = cells.loc[(pillar, edition)]
            assert int(re.match(r"\d+", value)[0]) == row["rank"]
            computed = row["basis"] == "computed" and row["row"] == ""
            assert (SAID[lang]["computed"] in value) == computed
    some = ranks[ranks["edition"] == editions[0]]
    assert figures(page, dti_slopes.slopes, pillar_ranks=some) == ([], "")


def told(page, table):
    table.attrs["computation"] = "falls"
    drawn, text = figures(page, dti_slopes.slopes, pillar_ranks=table)
    return words(drawn[0], ".//figcaption/strong"), text


def test_the_title_of_the_slopes_says_what_fell_the_deepest_or_that_nothing_did(unseen):
    page = open_page(2023, "dti_position", "bac-giang")
    ranks = story.pillar_ranks(page.briefing.data, "bac-giang")
    title, text = told(page, ranks)
    numbers = [str(each) for each in ranks.loc[ranks["component"] == "digital_government", "rank"]]
    assert title == f"The deepest fall is in digital government: ranks {', '.join(numbers)}"
    assert "down 16 in digital government, up 4 in digital economy" in text
    assert "hollow: computed in this briefing" in text
    last = ranks["edition"] == ranks["edition"].max()
    assert told(page, ranks.assign(rank=ranks["rank"].mask(last, 1)))[0] == (
        "No pillar rank of Bac Giang fell from the 2020 to the 2022 index"
    )
    first = ranks.groupby("component")["rank"].transform("first")
    two = ranks["rank"].mask(last, first + 5)
    two = two.mask(last & ranks["component"].eq("digital_society"), 1)
    title = told(page, ranks.assign(rank=two))[0]
    assert title == "The deepest falls are in digital economy and digital government: 5 each"
    three = told(page, ranks.assign(rank=ranks["rank"].mask(last, first + 5)))[0]
    assert three == "Pillar ranks of Bac Giang from the 2020 to the 2022 index"


def test_of_a_merged_unit_only_what_its_edition_ranks_is_drawn(live):
    from helpers.pages.briefing import Briefing
    from helpers.pages.page import Page
    from helpers.words.language import Language

    day = pd.Timestamp(live["briefings"].set_index("province")["as_of"].get(MERGED[1]))
    assert day.year == MERGED[0]
    page = Page("dti_position", Briefing.of(live, *MERGED), Language("vi"))
    there = mergers.at_the_end_of(live["provinces"], 2025)
    (figure,), text = figures(page, dti_map.fifths_map)
    assert len(rows(figure)) == len(there) == 34
    assert "Một phần năm đầu bảng ở DTI năm 2024: Hà Nội, Huế" in text
    assert "của vùng" not in words(figure, ".//figcaption/strong"), "its region is not known"
    for step in (dti_region.strip, dti_slopes.slopes):
        assert figures(page, step) == ([], "")


def test_a_rank_that_was_changed_is_in_the_fifth_that_holds_it(unseen):
    page = open_page(2023, "dti_position", "bac-giang")
    units = fifths.of_units(page.briefing.latest, page.briefing.data["provinces"])
    assert fifths.placed(units, 63).equals(units)
    units.loc[units["province"] == "bac-giang", "rank"] = 60
    _, usual = figures(page, dti_map.fifths_map)
    _, text = figures(page, dti_map.fifths_map, units=units)
    assert "Bac Giang is in the first fifth" in usual
    assert "Bac Giang is in the last fifth" in text and "first fifth, as" not in text

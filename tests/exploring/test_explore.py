"""The explorer: choices and weights change the ranks, the charts and what follows them at once."""

from __future__ import annotations

import re
from contextlib import nullcontext
from types import SimpleNamespace

import pandas as pd
import pytest
from cells import drawn_for, undrawn
from conftest import LIVE, parse

from helpers.analysis import gaps, robustness
from helpers.analysis.edition import Edition
from helpers.exceptions import DataError, MapError, ParameterError
from helpers.exploring import explore, followers, views
from helpers.exploring.choices import Choices
from helpers.store import data
from helpers.store.data import DataPackage


@pytest.fixture(autouse=True)
def drawn_for_a_desk():
    """A notebook shows the wide drawing of a chart; that the other one is sound, pages show."""
    with drawn_for("wide"):
        yield


@pytest.fixture
def drawn():
    """Let the charts of a test be drawn: it looks at them, or shows a view of its own."""


@pytest.fixture(autouse=True)
def worded(request):
    """Let nothing be drawn for the others: to draw takes most of the time of a choice."""
    with nullcontext() if "drawn" in request.fixturenames else undrawn():
        yield


#: What can be shown of a package, by the files that it was read from; of one made here, by its id.
KEPT: dict[object, Choices] = {}


@pytest.fixture(autouse=True)
def worked_out_once(monkeypatch):
    """What can be shown of a package is that of another test: nothing writes into it."""
    monkeypatch.setattr(
        explore,
        "Choices",
        lambda package: KEPT.setdefault(package.read or id(package), Choices(package)),
    )


def text_of(value):
    text = re.sub(r"<(style|svg).*?</\1>", "", value, flags=re.S)
    parse(f"<!DOCTYPE html><title>t</title>{text}")
    return " ".join(re.sub("<[^>]+>", " ", text).split())


def words(explorer):
    return text_of(explorer.view.value)


def points(explorer):
    return [slider.value for slider in explorer.sliders.values()]


@pytest.fixture
def explorer():
    return explore.Explorer(2022, "bac-giang", "thai-nguyen", "en")


@pytest.mark.usefixtures("drawn")
def test_it_opens_on_the_official_weights(explorer):
    assert points(explorer) == [50, 20, 15, 15]
    assert "Bac Giang is at rank 9 and Thai Nguyen at rank 8 of the 63" in words(explorer)
    assert "Bac Giang against Thai Nguyen: −0.0029" in words(explorer)


def test_a_slider_moves_ranks_and_waterfall_and_the_button_moves_them_back(explorer):
    before = words(explorer)
    explorer.sliders["economy_activity"].value = 40
    moved = words(explorer)
    assert "rank 8 and Thai Nguyen at rank 20" in moved
    assert "with the official weights 9 and 8" in moved
    assert "Bac Giang against Thai Nguyen: +0.0564" in moved
    explorer.official.click()
    assert words(explorer) == before


def test_the_weights_in_use_stand_beside_the_sliders_and_add_up(explorer):
    assert [each.value for each in explorer.used.values()] == ["50%", "20%", "15%", "15%"]
    for slider, value in zip(explorer.sliders.values(), (1, 1, 1, 0), strict=True):
        slider.value = value
    assert [each.value for each in explorer.used.values()] == ["33.4%", "33.3%", "33.3%", "0%"]
    assert "Shared foundation 33.4%; Government activity 33.3%" in words(explorer)
    explorer.hundred.click()
    assert points(explorer) == pytest.approx([100 / 3, 100 / 3, 100 / 3, 0])
    vietnamese = explore.Explorer(2022, "bac-giang", "thai-nguyen", "vi")
    vietnamese.sliders["foundation"].value = 51
    assert vietnamese.used["foundation"].value == "50,5%"


def test_all_weights_at_0_are_said_to_be_just_that(explorer):
    function = calls(explorer)
    for slider in explorer.sliders.values():
        slider.value = 0
    explorer.hundred.click()
    count = len(function)
    explorer.rival.value = "lang-son"
    assert words(explorer) == "All weights are 0: raise at least one."
    assert len(function) == count, "what follows is not asked either"


def calls(explorer):
    """What a function that follows the explorer was called with."""
    found = []
    explorer.follow(lambda *choice: found.append(choice))
    return found


@pytest.mark.usefixtures("drawn")
def test_another_edition_has_other_parts_and_offers_the_provinces_it_can_show(explorer):
    explorer.rival.value = "kien-giang"
    explorer.edition.value = 2020
    assert list(explorer.sliders) == ["digital_government", "digital_economy", "digital_society"]
    assert "only 10 of 63 provinces" in words(explorer)
    assert len(explorer.province.options) == 10 == explorer.rank.max
    assert "kien-giang" in dict(explorer.rival.options).values()
    explorer.edition.value = 2022
    explorer.rival.value = "ha-nam"
    explorer.edition.value = 2020
    assert explorer.rival.value in set(dict(explorer.rival.options).values()) - {"bac-giang"}


def noticed(explorer):
    """What the explorer says that it cannot show; nothing is seen of an empty notice."""
    said = text_of(explorer.notice.value)
    assert (explorer.notice.layout.display is None) == bool(said)
    return said


def test_what_an_edition_cannot_show_is_said_and_comes_back(explorer):
    explorer.rival.value, explorer.sliders["foundation"].value = "ha-nam", 30
    assert noticed(explorer) == ""
    explorer.edition.value = 2020
    stand_in = explorer.page.province_name(explorer.rival.value)
    assert f"Ha Nam cannot be set beside it: the rival is {stand_in}." in noticed(explorer)
    assert "The total of this edition has other parts" in noticed(explorer)
    assert points(explorer) == pytest.approx([40, 30, 30])
    explorer.edition.value = 2022
    assert noticed(explorer) == "" and explorer.rival.value == "ha-nam"
    assert points(explorer) == [30, 20, 15, 15]


def test_a_province_that_an_edition_does_not_have_is_said_and_comes_back(explorer):
    explorer.against.value = "chosen"
    explorer.chosen.value = ("kien-giang", "lang-son")
    explorer.province.value, explorer.edition.value = "ha-nam", 2020
    assert noticed(explorer).startswith("Ha Nam is not in this edition, or not all")
    assert "left out while it is shown: Lang Son." in noticed(explorer)
    assert explorer.province.value != "ha-nam"
    assert "other parts" not in noticed(explorer), "the official weights are nobody's choice"
    explorer.edition.value = 2022
    assert explorer.province.value == "ha-nam" and noticed(explorer) == ""
    assert explorer.chosen.value == ("kien-giang", "lang-son")


def test_of_units_that_merged_it_says_what_they_became(monkeypatch):
    monkeypatch.setenv(data.DATA_VARIABLE, str(LIVE))
    explorer = explore.Explorer(2023, "bac-giang", "thai-nguyen", "en")
    explorer.edition.value = "2024 (34)"
    said = noticed(explorer)
    assert "after the mergers: Bac Giang is now part of Bac Ninh." in said
    assert "Thai Nguyen (until 2025) is now part of Thai Nguyen." in said
    explorer.edition.value = 2023
    assert (explorer.province.value, explorer.rival.value) == ("bac-giang", "thai-nguyen")
    assert noticed(explorer) == ""


def test_what_is_chosen_follows_what_it_became_and_is_never_the_province_itself(monkeypatch):
    monkeypatch.setenv(data.DATA_VARIABLE, str(LIVE))
    explorer = explore.Explorer(2023, "ha-noi", "da-nang", "en")
    explorer.against.value, explorer.chosen.value = "chosen", ("hai-phong", "bac-giang")
    explorer.province.value = "bac-giang"
    assert noticed(explorer) == "" and explorer.chosen.value == ("hai-phong",)
    explorer.chosen.value = ("ha-noi",)
    explorer.province.value = "ha-noi"
    assert noticed(explorer) == "" and "Choose at least one province" in words(explorer)
    explorer.province.value, explorer.chosen.value = "cao-bang", ("hai-phong", "ha-giang")
    explorer.rival.value, explorer.edition.value = "thai-nguyen", "2024 (34)"
    assert explorer.chosen.value == ("hai-phong-2025", "tuyen-quang-2025")
    assert noticed(explorer) == "", "of a rival that is not shown nothing is said"
    explorer.against.value = "one"
    assert "Thai Nguyen is here the new unit of that name" in noticed(explorer)


def test_units_have_the_names_that_they_had_in_the_edition_s_year(monkeypatch):
    monkeypatch.setenv(data.DATA_VARIABLE, str(LIVE))
    explorer = explore.Explorer(2023, "bac-giang", "thua-thien-hue", "vi")
    assert "Thừa Thiên Huế" in words(explorer) and "Huế" not in dict(explorer.rival.options)
    explorer.edition.value = "2024 (34)"
    assert "Huế" in dict(explorer.rival.options)
    assert "Thừa Thiên Huế" not in dict(explorer.rival.options)
    assert "Thừa Thiên Huế" not in words(explorer)


def test_to_scale_the_weights_changes_no_rank(monkeypatch):
    monkeypatch.setenv(data.DATA_VARIABLE, str(LIVE))
    explorer = explore.Explorer(2023, "bac-giang", "da-nang", "en")
    for slider, value in zip(explorer.sliders.values(), (70, 78, 5, 34), strict=True):
        slider.value = value
    before = words(explorer)
    explorer.hundred.click()
    assert "Bac Giang is at rank 15 and" in before and words(explorer) == before


def test_where_nobody_of_the_region_is_known_that_is_said_and_the_region_comes_back(explorer):
    explorer.against.value = "region"
    explorer.province.value = "da-nang"
    assert noticed(explorer) == ""
    explorer.edition.value = 2020
    if "region" not in dict(explorer.against.options).values():
        assert "no other province in the region of Da Nang" in noticed(explorer)
    explorer.edition.value = 2022
    assert explorer.against.value == "region" and noticed(explorer) == ""


def test_a_choice_takes_what_is_said_away(explorer):
    explorer.rival.value, explorer.edition.value = "ha-nam", 2020
    explorer.rival.value = explorer.rival.options[-1][1]
    assert noticed(explorer) == ""


def test_weights_that_nobody_changed_are_those_of_the_edition_shown(monkeypatch):
    monkeypatch.setenv(data.DATA_VARIABLE, str(LIVE))
    first, *others = Choices(data.load(LIVE)).editions
    name = next(iter(Choices(data.load(LIVE)).provinces(first)))
    rival = Choices(data.load(LIVE)).provinces(first)[1]
    explorer = explore.Explorer(first, name, rival, "en")
    same = 0
    for edition in others:
        before = dict(zip(explorer.sliders, points(explorer), strict=True))
        explorer.edition.value = edition
        official = 100 * explorer.page.briefing.known_edition.breakdown.weights
        assert points(explorer) == pytest.approx(list(official))
        same += list(before) == list(official.index) and [*before.values()] != pytest.approx(
            list(official)
        )
    assert same, "two editions have the same parts and other weights"
    slider = next(iter(explorer.sliders.values()))
    slider.value = slider.value / 2
    chosen = points(explorer)
    explorer.province.value = explorer.province.options[-1][1]
    assert points(explorer) == chosen, "weights that somebody chose stay"


def test_only_editions_with_two_known_provinces_are_offered(explorer):
    assert list(explorer.edition.options) == [2020, 2022], "of 2021 one province is known"
    with pytest.raises(
        ParameterError, match=r"edition 2021 cannot be explored: .*; there are: 2020, 2022"
    ):
        explore.open_page(2021, "bac-giang", "en")


def test_a_province_is_not_offered_as_its_own_rival(explorer):
    assert len(explorer.rival.options) == 62
    explorer.province.value = "thai-nguyen"
    assert explorer.rival.value == "bac-giang", "they change places"
    with pytest.raises(ParameterError, match="Bac Giang cannot be compared with itself"):
        explore.Explorer(2022, "bac-giang", "Bắc Giang", "en")


def test_the_weights_nearest_to_the_official_ones_that_give_a_rank(explorer):
    explorer.rank.value = 2
    assert "give Bac Giang rank 2 or better" in text_of(explorer.answer.value)
    explorer.take.click()
    assert "Bac Giang is at rank 2 and" in words(explorer)
    assert sum(points(explorer)) == pytest.approx(100)
    explorer.rank.value = 1
    said = text_of(explorer.answer.value)
    assert said == "No weights put Bac Giang at rank 1: the best rank under any weights is 2."
    assert explorer.take.layout.display == "none"
    explorer.rank.value = 12
    assert "is at rank 9 already" in text_of(explorer.answer.value)


@pytest.mark.usefixtures("drawn")
def test_against_its_region(explorer):
    explorer.against.value = "region"
    said = words(explorer)
    assert (
        "with 13 other provinces of the northern midlands and mountains; 2 of them rank above"
        in said
    )
    assert "Mean of 13 others" in said and "Lang Son" in said


@pytest.mark.usefixtures("drawn")
def test_against_chosen_provinces(explorer):
    explorer.against.value = "chosen"
    assert "with 1 other province chosen here; 1 of them rank above it" in words(explorer)
    explorer.chosen.value = ("da-nang", "lang-son", "ha-noi")
    assert "with 3 other provinces chosen here; 2 of them rank above it" in words(explorer)
    explorer.chosen.value = ()
    assert "Choose at least one province" in words(explorer)


def test_a_region_of_which_nobody_else_is_known_is_not_offered(explorer):
    explorer.against.value = "region"
    explorer.province.value, explorer.edition.value = "da-nang", 2020
    ways = list(dict(explorer.against.options).values())
    assert explorer.against.value in ways and ways[0] == "one"


def test_what_follows_is_made_anew_by_every_choice(explorer):
    found = calls(explorer)
    explorer.rival.value = "lang-son"
    explorer.sliders["foundation"].value = 100
    explorer.edition.value = 2020
    assert [rival for _, rival, _ in found][:2] == ["thai-nguyen", "lang-son"]
    assert found[2][2].tolist() == pytest.approx([2 / 3, 0.4 / 3, 0.1, 0.1])
    assert found[-1][0].briefing.known_edition.number == 2020 and len(found) == 4


def test_what_is_shown_as_a_cell_shows_it(explorer):
    def shown(function):
        return explorer.follow(function).outputs[0]["data"]

    table = shown(
        lambda page, rival, weights: page.readable(
            gaps.contributions(explore.breakdown(page, weights), "bac-giang", rival)
        )
    )
    assert "Shared foundation" in table["text/html"] and "-0.02671" in table["text/html"]
    figure = shown(lambda page, rival, weights: weights.plot.bar())
    assert figure["image/svg+xml"].startswith("<?xml")
    assert shown(lambda page, *_: str(page.name)) == {"text/plain": "Bac Giang"}
    assert "<p" in shown(lambda page, *_: page.text("explore-rank") and page.sources())["text/html"]


def test_a_function_that_fails_for_a_choice_says_so_in_its_place(explorer):
    output = explorer.follow(lambda page, rival, weights: {"thai-nguyen": "fine"}[rival])
    before = words(explorer)
    explorer.rival.value = "lang-son"
    assert output.outputs[0]["ename"] == "KeyError" and words(explorer) != before
    explorer.rival.value = "thai-nguyen"
    assert output.outputs[0]["data"] == {"text/plain": "fine"}


def test_a_cell_that_runs_again_replaces_what_it_showed(explorer):
    found = []
    for _ in range(3):
        explorer.follow(lambda *choice: found.append(choice))
    explorer.rival.value = "lang-son"
    assert len(found) == 4


@pytest.mark.usefixtures("drawn")
def test_the_map_is_redrawn_with_the_ranks_of_the_weights(explorer):
    for drawing in drawings(explorer, "explore-map"):
        assert [drawing.count(name) for name in ("Hoàng Sa", "Trường Sa")] == [1, 1]
    ranks = robustness.ranks_under(
        explorer.page.briefing.known_edition.breakdown, pd.Series({"economy_activity": 1.0,
        "foundation": 0.0, "government_activity": 0.0, "society_activity": 0.0})
    )  # fmt: skip
    for name, slider in explorer.sliders.items():
        slider.value = 100 if name == "economy_activity" else 0
    assert f"Bac Giang is at rank {ranks['bac-giang']}." in explorer.view.value


def test_the_sortable_table_is_the_whole_edition():
    page = explore.open_page(2022, "bac-giang", "vi")
    table = explore.score_table(page)
    assert table.shape == (63, 9)
    assert table.loc["Bắc Giang"].tolist()[:2] == [9, 0.6440]
    assert isinstance(table, pd.DataFrame) and explore.table_options(page)["language"]


@pytest.mark.parametrize("edition", [2020, 2022])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_readable_table_has_the_language_s_decimals_and_sorts_as_the_numbers_do(edition, lang):
    page = explore.open_page(edition, "bac-giang", lang)
    numbers, text = explore.score_table(page), explore.readable(page)
    for column in numbers.columns[1:]:
        decimal = "," if lang == "vi" else "[.]"
        assert text[column].str.fullmatch(f"[01]{decimal}[0-9]{{4}}|–").all()
        assert (text[column] == "–").sum() == numbers[column].isna().sum()
        order = [table[column].sort_values(kind="stable").index for table in (text, numbers)]
        assert order[0].equals(order[1])


@pytest.mark.usefixtures("drawn")
def test_the_gap_s_heading_is_not_drawn_under_the_title_that_says_it(explorer):
    texts = re.findall("<text.*?</text>", explorer.view.value, flags=re.S)
    drawn = " ".join(re.sub("<[^>]+>", " ", each) for each in texts)
    assert "Shared foundation" in " ".join(drawn.split())
    assert "against" not in drawn


REFUSED = {
    (2019, "bac-giang", "vi"): "Không có kỳ DTI “2019”; hiện có: 2020, 2022",
    (2022, "bac-ninh-2025", "vi"): "Bắc Ninh mới được lập từ Bắc Giang và Bắc Ninh ngày ",
    (2020, "Hà Nam", "vi"): "Không hiện được Hà Nam: kỳ 2020 chưa biết đủ điểm các phần của tổng;"
    " hiện có: bac-giang, bac-ninh, ",
    (2022, "Bắc Gianh", "vi"): "Không có tỉnh, thành phố “Bắc Gianh”; có phải là bac-giang?",
    (2022, "nowhere", "en"): "unknown province “nowhere”; data/provinces.csv lists them",
    (
        2020,
        "ha-nam",
        "en",
    ): "Ha Nam cannot be shown: in edition 2020 the scores of some parts of its"
    " total are not known; there are: bac-giang, bac-ninh, ",
    (2022, "bac-giang", "fr"): "Không có ngôn ngữ “fr”; hiện có: vi, en",
}


def told(error):
    (line,) = error._render_traceback_()
    return line


@pytest.mark.parametrize("choice", REFUSED, ids=str)
def test_a_wrong_choice_is_refused_in_one_line_in_the_reader_s_language(choice):
    edition, province, lang = choice
    other = {"vi": "en", "en": "vi"}.get(lang, "en")
    explore.open_page(2022, "bac-giang", other)
    for refuses in (
        lambda: explore.open_page(*choice),
        lambda: explore.Explorer(edition, province, "thai-nguyen", lang),
    ):
        with pytest.raises(ParameterError) as caught:
            refuses()
        assert told(caught.value).startswith(REFUSED[choice])


def test_provinces_and_rivals_are_taken_by_name(explorer):
    by_name = explore.Explorer(2022, "Bắc Giang", "thái nguyên", "en")
    assert by_name.rival.value == "thai-nguyen" and words(by_name) == words(explorer)
    assert explore.open_page("2022", "Bac Giang", "vi").briefing.province == "bac-giang"
    with pytest.raises(ParameterError) as caught:
        explore.Explorer(2022, "bac-giang", "Thái Nguyênn", "vi")
    assert told(caught.value).endswith("có phải là thai-nguyen?")
    one = views.against_one(explorer.page, "Thái Nguyên", official(explorer.page))
    assert "−0.0029" in text_of(one.__html__())


def official(page):
    return page.briefing.known_edition.breakdown.weights


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_data_that_are_not_sound_do_not_open(project, monkeypatch, lang):
    path = project / "data" / "results.csv"
    path.write_text(path.read_text("utf-8").replace("\nbac-giang,", "\nbac-giangx,", 1), "utf-8")
    monkeypatch.setenv(data.DATA_VARIABLE, str(project / "data"))
    said = {
        "vi": ["1 lỗi trong dữ liệu:", "dòng 2, cột scope: “bac-giangx” không phải mã tỉnh"],
        "en": ["1 problem in the data:", "row 2, column scope: “bac-giangx” is neither a pro"],
    }
    for refuses in (
        lambda: explore.open_page(2022, "bac-giang", lang),
        lambda: explore.Explorer(2022, "bac-giang", "thai-nguyen", lang),
    ):
        with pytest.raises(DataError) as caught:
            refuses()
        head, line = caught.value._render_traceback_()
        assert head == said[lang][0] and said[lang][1] in line


def test_what_can_be_shown_is_worked_out_once_a_package(explorer, monkeypatch):
    made = []
    real = Edition.of.__func__
    monkeypatch.setattr(
        Edition,
        "of",
        classmethod(lambda cls, package, number: made.append(number) or real(cls, package, number)),
    )
    explorer.province.value = "lang-son"
    explorer.province.value = "ha-noi"
    assert set(made) == {2022}, "the other editions are not asked again"


def in_cell(monkeypatch, cell, run):
    """Let what follows be brought by a run of a notebook's cell."""
    parent = {"header": {"msg_id": run}, "metadata": {"cellId": cell}}
    shell = SimpleNamespace(get_parent=lambda: parent)
    monkeypatch.setattr(followers, "get_ipython", lambda: shell)


def test_an_edited_cell_takes_the_place_of_its_former_self(explorer, monkeypatch):
    found = []
    in_cell(monkeypatch, "one", "1")
    explorer.follow(lambda *_: found.append("old"))
    explorer.follow(lambda *_: found.append("second of the cell"))
    in_cell(monkeypatch, "two", "2")
    explorer.follow(lambda *_: found.append("other cell"))
    in_cell(monkeypatch, "one", "3")
    explorer.follow(lambda *_: found.append("edited"))
    found.clear()
    explorer.rival.value = "lang-son"
    assert found == ["edited", "other cell"] and len(explorer._followers) == 2


def test_a_function_is_called_again_only_when_what_it_takes_has_changed(explorer):
    found = []
    explorer.follow(lambda page: found.append("page"))
    explorer.follow(lambda page, rival: found.append("rival"))
    explorer.follow(lambda weights: found.append("weights"))
    explorer.follow(lambda page, rival, weights, more=1: found.append("all"))
    explorer.follow(lambda one, two, three: found.append("three"))

    def called(change):
        found.clear()
        change()
        return found

    foundation = explorer.sliders["foundation"]
    assert called(lambda: setattr(foundation, "value", 70)) == ["weights", "all", "three"]
    rival = explorer.rival
    assert called(lambda: setattr(rival, "value", "lang-son")) == ["rival", "all", "three"]
    assert called(lambda: setattr(explorer.against, "value", "region")) == []
    province = explorer.province
    assert set(called(lambda: setattr(province, "value", "ha-noi"))) >= {"page", "rival", "all"}
    for wrong in (lambda: 1, lambda page, more: 1):
        with pytest.raises(ParameterError, match="takes some of page, rival, weights"):
            explorer.follow(wrong)


def test_all_sliders_at_0_in_a_cell_are_told_in_one_line(explorer):
    weights, page = (
        explorer.follow(each)
        for each in (
            explore.breakdown,
            lambda page: str(page.name),
        )
    )
    for slider in explorer.sliders.values():
        slider.value = 0
    shown = text_of(weights.outputs[0]["data"]["text/html"])
    assert shown == "All weights are 0: raise at least one."
    assert page.outputs[0]["data"] == {"text/plain": "Bac Giang"}, "it does not ask for weights"


def test_a_follower_that_is_refused_says_so_in_the_reader_s_language():
    explorer = explore.Explorer(2022, "bac-giang", "thai-nguyen", "vi")
    output = explorer.follow(
        lambda page, rival: str(page.province_name("x" if rival == "lang-son" else rival))
    )
    explorer.rival.value = "lang-son"
    assert output.outputs[0]["traceback"] == [
        "Không có tỉnh, thành phố “x”; danh sách ở data/provinces.csv"
    ]


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_map_that_lacks_a_province_is_not_drawn_and_the_rest_is(package, lang):
    rows = package["tiles"]
    lost = rows[(rows["province"] != "ha-noi") | (rows["grid"] != 63)]
    page = explore.open_page(2022, "bac-giang", lang,
                             DataPackage({**package.tables, "tiles": lost}))  # fmt: skip
    said = {"vi": "Không vẽ bản đồ Việt Nam thiếu Hà Nội",
            "en": "a map of Viet Nam without Hanoi is not drawn"}[lang]  # fmt: skip
    with pytest.raises(MapError) as caught:
        views.on_the_map(page, official(page))
    assert told(caught.value) == said
    none = explore.open_page(2022, "bac-giang", lang,
                             DataPackage({**package.tables, "tiles": rows[:0]}))  # fmt: skip
    with pytest.raises(MapError) as caught:
        views.on_the_map(none, official(page))
    assert "63" in told(caught.value)
    explorer = explore.Explorer(2022, "bac-giang", "thai-nguyen", lang)
    explorer.page = page
    explorer.rival.value = "lang-son"
    assert said in words(explorer) and not drawings(explorer, "explore-map")
    assert drawings(explorer, "explore-waterfall")


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_class_of_one_rank_is_no_span(lang):
    page = explore.open_page(2020, "bac-giang", lang)
    shown = views.on_the_map(page, official(page)).__html__()
    legend = re.findall(r"(?:hạng|rank) (\d+)–(\d+)", text_of_drawings(shown))
    assert legend and all(low < high for low, high in (map(int, each) for each in legend))


def drawings(explorer, name):
    """The texts of a chart of the view, a drawing each."""
    return texts_of_drawings(explorer.view.value, name)


def texts_of_drawings(markup, name):
    found = re.findall(f'<svg class="dx-chart[^>]*="{name}-.*?</svg>', markup, flags=re.S)
    texts = ([re.sub("<[^>]+>", " ", each) for each in re.findall("<text.*?</text>", one, re.S)]
             for one in found)  # fmt: skip
    return [" ".join(" ".join(each).split()) for each in texts]


def text_of_drawings(markup):
    return " ".join(texts_of_drawings(markup, "explore-map"))

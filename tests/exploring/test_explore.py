"""The explorer: sliders and choices change the ranks, the waterfall and the table at once."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from conftest import parse

from helpers.exceptions import ParameterError
from helpers.exploring import explore


def words(explorer):
    text = re.sub(r"<(style|svg).*?</\1>", "", explorer.view.value, flags=re.S)
    parse(f"<!DOCTYPE html><title>t</title>{text}")
    return " ".join(re.sub("<[^>]+>", " ", text).split())


@pytest.fixture
def explorer():
    return explore.Explorer(2022, "bac-giang", "thai-nguyen", "en")


def test_it_opens_on_the_official_weights(explorer):
    assert [slider.value for slider in explorer.sliders.values()] == [50, 20, 15, 15]
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


def test_another_edition_has_other_parts_and_fewer_provinces(explorer):
    explorer.rival.value = "kien-giang"
    explorer.edition.value = 2020
    assert list(explorer.sliders) == ["digital_government", "digital_economy", "digital_society"]
    assert "only 10 of 63 provinces" in words(explorer)
    explorer.rival.value = "ha-nam"
    assert "Bac Giang or of Ha Nam in edition 2020 are not known" in words(explorer)


def test_a_province_is_not_held_against_itself(explorer):
    explorer.rival.value = "bac-giang"
    assert words(explorer) == "Choose a province other than Bac Giang to compare with."


def test_no_weight_at_all_is_no_error(explorer):
    for slider in explorer.sliders.values():
        slider.value = 0
    assert "choose another" in words(explorer)


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


def test_the_gap_s_heading_is_not_drawn_under_the_title_that_says_it(explorer):
    texts = re.findall("<text.*?</text>", explorer.view.value, flags=re.S)
    drawn = " ".join(re.sub("<[^>]+>", " ", each) for each in texts)
    assert "Shared foundation" in " ".join(drawn.split())
    assert "against" not in drawn


@pytest.mark.parametrize(
    "choice", [(2019, "bac-giang", "vi"), (2022, "hue", "vi"), (2022, "bac-giang", "fr")]
)
def test_a_wrong_choice_is_named(choice):
    with pytest.raises(ParameterError, match="there is"):
        explore.open_page(*choice)

"""Every way of writing one of the 63 names leads to it, and no other name leads anywhere."""

from __future__ import annotations

import unicodedata
from itertools import product

import pandas as pd
import pytest
from conftest import whole
from hypothesis import given
from hypothesis import strategies as st
from samples import few

from helpers.exceptions import BriefingError
from helpers.store import mergers
from helpers.store.province_names import ProvinceNames, key
from helpers.words.plain_text import clean, folded, without_footnotes

PROVINCES = mergers.at_the_end_of(whole()["provinces"], 2022)
NAMES = ProvinceNames(PROVINCES)
#: The tone mark on the first vowel, as new spelling has it, and on the second, as old spelling.
TONES = ("òa oà", "óa oá", "ỏa oả", "õa oã", "ọa oạ", "úy uý", "ùy uỳ", "ủy uỷ", "ũy uỹ", "ụy uỵ")


def without_accents(text):
    parts = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def old_tones(text):
    for pair in TONES:
        text = text.replace(*pair.split())
    return text


def in_form(form):
    return lambda text: unicodedata.normalize(form, text)


SPELLINGS = (str, str.upper, str.lower, str.title, without_accents, old_tones, in_form("NFD"),
             in_form("NFKD"), lambda text: without_accents(text).upper(),
             lambda text: text.replace(" ", ""), lambda text: text.replace("Đ", "Ð"),
             lambda text: text.replace("k", "c").replace("K", "C"))  # fmt: skip
AROUND = ("{}", "Tỉnh {}", "TỈNH {}", "tinh {}", "TP. {}", "TP.{}", "Tp {}", "T.P {}",
          "Thành phố {}", "thanh pho {}", "{} (1)", "{}*", "{}²", "{} [3]", "\u00a0{}\u200b ",
          "{} city", "{} Province", "12. {}", "7 {}")  # fmt: skip


def test_every_spelling_of_every_name_leads_to_it():
    for row in PROVINCES.itertuples():
        names = row.name_vi.removeprefix("Thành phố "), row.name_en.removesuffix(" City")
        for name, spell, around in product(names, SPELLINGS, AROUND):
            written = around.format(spell(name))
            assert NAMES.find(written) == row.province, written


@pytest.mark.parametrize(
    ("province", "names"),
    [
        ("ho-chi-minh", "TP HCM,Tp.HCM,TPHCM,TP. HCM,HCMC,Hồ Chí Minh,TP.Hồ Chí Minh,Ho Chi Minh"),
        ("thua-thien-hue", "TT Huế,TT. Huế,T.T. Huế,TP. Huế,Thành phố Huế,Huế,Thừa Thiên - Huế"),
        ("ba-ria-vung-tau", "BR-VT,BRVT,Bà Rịa – Vũng Tàu,Bà Rịa—Vũng Tàu,Bà Rịa Vũng Tàu"),
        ("dak-lak", "Đắk Lắk,Đắc Lắc,Dak Lak,Daklak,DakLak,Đăk Lăk"),
        ("dak-nong", "Đắc Nông,Daknong"),
        ("bac-kan", "Bắc Cạn,Bắc Kạn"),
        ("hoa-binh", "Hoà Bình,Hòa Bình"),
        ("khanh-hoa", "Khánh Hoà"),
        ("kon-tum", "Kontum"),
        ("ha-noi", "Thủ đô Hà Nội,Hà Nội city,TP Hà Nội,Ha Noi,Hanoi"),
        ("bac-giang", "bac-giang,BacGiang"),
    ],
)
def test_other_names_in_use(province, names):
    assert {NAMES.find(name) for name in names.split(",")} == {province}


def test_no_two_names_become_one_without_accents():
    keys = [key(name) for name in PROVINCES["name_vi"]]
    assert len(set(keys)) == len(keys) == 63


gaps = st.lists(
    st.sampled_from([" ", "  ", "\u00a0", "\n", " - ", "–", "\u202f", ". "]), min_size=5
)


@few
@given(st.sampled_from(list(PROVINCES.itertuples())), gaps, st.sampled_from(SPELLINGS))
def test_what_stands_between_the_words_does_not_matter(row, between, spell):
    words = row.name_vi.split()
    written = "".join(f"{word}{gap}" for word, gap in zip(words, between, strict=False))
    assert NAMES.find(spell(written)) == row.province


def test_a_letter_too_few_or_changed_is_not_guessed():
    for row in PROVINCES.itertuples():
        for place, other in product(range(len(row.name_vi)), ("", "x", "h", "b", "n", "t", "s")):
            written = row.name_vi[:place] + other + row.name_vi[place + 1 :]
            found = NAMES.find(written)
            # Some names are one letter apart: Quảng Ninh and Quảng Bình.
            same = found is not None and key(written) == key(NAMES.shown(found))
            assert found in {None, row.province} or same, written


def test_what_is_no_province_is_not_guessed():
    for name in (
        "Bắc Gang",
        "Bộ Tài chính",
        "Nguồn: Bộ TT&TT",
        "Trung bình",
        "",
        "TP.",
        "Tỉnh",
        "1",
    ):
        assert NAMES.find(name) is None
    assert NAMES.nearest("Bắc Gang") == "Bắc Giang"
    assert NAMES.nearest("Bộ Tài chính") is None


def test_provinces_of_the_same_name_cannot_both_be_meant():
    again = PROVINCES[PROVINCES["province"] == "bac-ninh"].assign(province="bac-ninh-2025")
    with pytest.raises(BriefingError, match="bac-ninh and bac-ninh-2025 share a name") as caught:
        ProvinceNames(pd.concat([PROVINCES, again]))
    assert "trùng tên “Bắc Ninh”" in caught.value.said["vi"]
    later = ProvinceNames(pd.concat([PROVINCES[PROVINCES["province"] != "bac-ninh"], again]))
    assert later.find("Bắc Ninh") == "bac-ninh-2025"


def test_text_is_cleaned_folded_and_freed_of_footnotes():
    assert clean(unicodedata.normalize("NFD", " Bắc\u00a0Giang\u200b\n")) == "Bắc Giang"
    assert folded("DTI_ChinhQuyenSo") == folded("DTI – Chính quyền số") == "dti chinh quyen so"
    assert folded("HẠ TẦNG SỐ (100 điểm)") == "ha tang so 100 diem"
    assert without_footnotes("0.6350 (1)*") == "0.6350"
    assert without_footnotes("(1)") == "(1)"

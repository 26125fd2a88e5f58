"""The merger of 1 July 2025: who was there when, who became whom, and what a page says of it."""

from __future__ import annotations

import csv
import io
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
from cells import shown
from conftest import (
    ROOT,
    copied,
    html,
    in_this_process,
    knowing,
    once,
    open_page,
    parse,
    said,
    visible,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import few

from helpers.analysis import dti, history, peers
from helpers.analysis.edition import Edition
from helpers.building import listing, pipeline
from helpers.chapters import dti_climb, dti_gaps, dti_peers, dti_region, headline
from helpers.exceptions import ParameterError
from helpers.exploring import explore
from helpers.figures import provenance
from helpers.store import append, data, mergers, parameters
from helpers.store.province_names import Former, ProvinceNames
from helpers.upkeep import checks
from helpers.words.language import LANGUAGES

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
UNCHANGED = {
    "ha-noi",
    "thua-thien-hue",
    "lai-chau",
    "dien-bien",
    "son-la",
    "lang-son",
    "quang-ninh",
    "thanh-hoa",
    "nghe-an",
    "ha-tinh",
    "cao-bang",
}


@pytest.fixture(scope="module")
def provinces(package):
    return package["provinces"]


def ids(provinces, day):
    return set(mergers.valid_on(provinces, day)["province"])


def test_63_became_34(provinces):
    before, after = ids(provinces, BEFORE), ids(provinces, AFTER)
    assert (len(before), len(after), len(provinces)) == (63, 34, 86)
    assert before & after == UNCHANGED
    assert {mergers.successor_of(provinces, each) for each in before - after} == after - before
    assert all(mergers.successor_of(provinces, each) is None for each in after)


def test_every_new_unit_is_made_of_two_or_three_and_named_after_one(provinces):
    rows = provinces.set_index("province")
    for unit in ids(provinces, AFTER) - UNCHANGED:
        made_of = mergers.predecessors_of(provinces, unit)
        assert len(made_of) in {2, 3}
        old = unit.removesuffix("-2025")
        assert old in made_of, "its id is that of the one it is named after, and the year"
        for column in ("name_vi", "name_en"):
            assert rows.loc[unit, column] == rows.loc[old, column]
        assert rows.loc[unit, "region"] == "", "no source at hand says it"
        assert rows.loc[unit, "source"] == "merger-2025"
    assert mergers.predecessors_of(provinces, "bac-ninh-2025") == ["bac-giang", "bac-ninh"]
    assert mergers.predecessors_of(provinces, "bac-ninh") == []


@given(st.dates(date(2019, 1, 1), date(2035, 12, 31)))
def test_on_any_day_there_are_63_or_34_of_different_codes_and_names(provinces, day):
    there = mergers.valid_on(provinces, day)
    assert len(there) == (63 if day <= BEFORE else 34)
    assert there["gso_code"].is_unique and there["name_vi"].is_unique
    assert not set(there["successor"]) & set(there["province"]), "none with what it became"


def test_a_code_and_a_name_mean_one_unit_after_the_other(provinces):
    def holders(column, value):
        rows = provinces[provinces[column] == value]
        return set(rows["province"])

    assert holders("gso_code", "24") == {"bac-giang", "bac-ninh-2025"}
    assert holders("gso_code", "27") == {"bac-ninh"}
    assert holders("name_vi", "Bắc Ninh") == {"bac-ninh", "bac-ninh-2025"}


def test_codes_join_nothing(package):
    """With all codes gone every word of a merged unit's page stays the same."""
    users = [
        path.name
        for path in sorted((ROOT / "src").rglob("*.py"))
        if "gso_code" in path.read_text(encoding="utf-8")
    ]
    assert users == ["checks.py"], "which says that one day has no code twice"
    without = {**package.tables, "provinces": package["provinces"].assign(gso_code="")}
    without = data.DataPackage(without)
    for step in (headline.sentence, dti_peers.past, dti_peers.region):
        pages = [open_page(2025, "dti_position", "bac-ninh-2025", "vi") for _ in range(2)]
        codeless = pages[1].briefing.data["provinces"].assign(gso_code="")
        pages[1] = knowing(pages[1], provinces=codeless)
        assert html(shown(pages[0], step)) == html(shown(pages[1], step))
    assert mergers.predecessors_of(without["provinces"], "bac-ninh-2025") == [
        "bac-giang",
        "bac-ninh",
    ]


@pytest.mark.parametrize(
    ("day", "count", "ended", "followed"),
    [
        (date(2022, 1, 27), 63, 0, 0),
        (date(2025, 6, 12), 63, 0, 0),
        (BEFORE, 63, 52, 0),
        (AFTER, 86, 52, 52),
    ],
)
def test_a_day_knows_nothing_of_a_merger_to_come(package, day, count, ended, followed):
    known = data.as_of(package, day)["provinces"]
    assert len(known) == count
    assert known["valid_until"].notna().sum() == ended, "an end is known from the last day on"
    assert (known["successor"] != "").sum() == followed, "and who follows, once that has begun"
    assert set(known.loc[known["successor"] != "", "successor"]) <= set(known["province"])
    columns = ["province", "gso_code", "region"]
    pd.testing.assert_frame_equal(known[columns][:63], package["provinces"][columns][:63])


@pytest.mark.parametrize(
    ("day", "name", "later"),
    [(date(2024, 12, 31), "Thừa Thiên Huế", ""), (date(2025, 1, 1), "Huế", "Huế")],
)
def test_a_province_has_the_name_that_it_had_on_the_day(package, day, name, later):
    known = data.as_of(package, day)["provinces"].set_index("province")
    hue = known.loc["thua-thien-hue"]
    assert (hue["name_vi"], hue["renamed_vi"], pd.isna(hue["renamed_on"])) == (
        name,
        later,
        not later,
    )
    assert known["name_en"].drop("thua-thien-hue").tolist()[:62] == [
        each for each in package["provinces"]["name_en"][:63] if each != "Thua Thien Hue"
    ]


@given(st.dates(date(2021, 1, 1), date(2027, 12, 31)))
def test_what_a_day_knows_of_that_day_is_what_there_was(provinces, day):
    known = mergers.known_on(provinces, day)
    assert ids(known, day) == ids(provinces, day)
    assert not (known["valid_from"] > pd.Timestamp(day)).any()
    assert not (known["valid_until"] > pd.Timestamp(day)).any()


def chosen(year, province):
    return {"year": year, "province": province, "lang": "vi"}


REFUSED = {
    (2025, "bac-giang"): "Bắc Giang has been part of Bắc Ninh since 1 July 2025: "
    "use province bac-ninh-2025",
    (2025, "bac-ninh"): "Bắc Ninh has been part of a new unit of the same name since 1 July 2025: "
    "use province bac-ninh-2025",
    (2040, "hung-yen"): "Hưng Yên has been part of a new unit of the same name since 1 July 2025: "
    "use province hung-yen-2025",
    (2021, "bac-ninh-2025"): "the new Bắc Ninh was made of Bắc Giang and Bắc Ninh on 1 July 2025: "
    "for 2021 use province bac-giang or bac-ninh",
    (2023, "phu-tho-2025"): "the new Phú Thọ was made of Hòa Bình, Phú Thọ and Vĩnh Phúc "
    "on 1 July 2025: for 2023 use province hoa-binh, phu-tho or vinh-phuc",
    (2024, "bac-ninh-2025"): "no data for the year 2024; years with data: 2021",
    (2025, "bac-ninh-2025"): "no data for the year 2025; years with data: 2021",
    (2025, "bac-nin"): "no data for the year 2025; years with data: 2021",
    (2021, "bac-ninh2025"): "unknown province “bac-ninh2025”, did you mean bac-ninh-2025?",
    (0, "bac-giang"): "parameter “year”: input should be from 1 to 9999",
    (10_000, "bac-giang"): "parameter “year”: input should be from 1 to 9999",
}


@pytest.mark.parametrize("choice", REFUSED)
def test_a_unit_of_another_time_is_refused_with_the_one_to_take(package, choice):
    with pytest.raises(ParameterError) as caught:
        parameters.check(package, chosen(*choice))
    assert str(caught.value).startswith(REFUSED[choice]) and caught.value.exit_code == 2


def with_briefing(package, year):
    """The package with a briefing of a year, on its last day."""
    row = package["briefings"].iloc[:1].assign(year=year, as_of=pd.Timestamp(year, 12, 31))
    both = pd.concat([package["briefings"], row]).astype({"year": "Int64"})
    return data.DataPackage({**package.tables, "briefings": both})


@pytest.mark.parametrize("year", [2024, 2025])
def test_every_unit_of_a_year_and_no_other_can_have_a_briefing(package, year):
    later, there = with_briefing(package, year), ids(package["provinces"], mergers.last_day(year))
    for province in package["provinces"]["province"]:
        if province in there:
            assert parameters.check(later, chosen(year, province)).province == province
        else:
            with pytest.raises(ParameterError, match="1 July 2025"):
                parameters.check(later, chosen(year, province))


def changed(table, province, **values):
    table = table.copy()
    table.loc[table["province"] == province, list(values)] = list(values.values())
    return table


DAMAGE = {
    "the day between": (
        checks.units_follow,
        {"valid_until": pd.Timestamp(2025, 6, 29)},
        "row 16, column valid_until: “bac-ninh-2025” does not begin on the day after",
    ),
    "an end alone": (
        checks.units_follow,
        {"successor": ""},
        "row 16, column successor: an end or a successor alone",
    ),
    "its own successor": (
        checks.units_follow,
        {"successor": "bac-giang"},
        "row 16, column successor: a unit that becomes itself",
    ),
    "a successor of old": (
        checks.units_follow,
        {"successor": "bac-ninh"},
        "row 19, column valid_from: does not fit the successors",
    ),
    "one code for two": (
        checks.codes_mean_one_unit,
        {"gso_code": "27"},
        "row 19, column gso_code: a second unit of code 27 on 2025-06-30",
    ),
    "ended too soon": (
        checks.all_provinces,
        {"valid_until": pd.Timestamp(2025, 6, 29)},
        "column province: 62 provinces on 2025-06-30, expected 63",
    ),
    "ended before its figures": (
        checks.units_of_their_time,
        {"valid_until": pd.Timestamp(2022, 6, 30)},
        "context.csv, row 4, column province: “bac-giang” was not a province at the end of 2022",
    ),
    "ended before its results": (
        checks.results_of_their_time,
        {"valid_until": pd.Timestamp(2020, 6, 30)},
        "results.csv, row 2, column scope: “bac-giang” was not a province in 2021",
    ),
    "begun after its scores": (
        checks.units_of_their_time,
        {"valid_from": pd.Timestamp(2021, 7, 1)},
        "dti_scores.csv, row 38, column province: “bac-giang” was not a province at the end "
        "of 2020",
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_table_of_provinces_that_cannot_be_is_named(package, provinces, name):
    rule, values, expected = DAMAGE[name]
    assert list(rule(package)) == []
    spoiled = data.DataPackage(
        {**package.tables, "provinces": changed(provinces, "bac-giang", **values)}
    )
    said = [str(problem) for problem in rule(spoiled)]
    assert any(expected in line for line in said), said


def test_a_rank_is_one_of_as_many_as_there_are_that_year(package):
    targets = package["targets"]
    ranks = targets["target"].isin(["resolution-111-dti-rank-2025", "resolution-111-dti-rank-2030"])
    spoiled = {**package.tables, "targets": targets.assign(value=targets["value"].mask(ranks, 35))}
    said = [str(each) for each in checks.plausible_ranks(data.DataPackage(spoiled))]
    assert said == [
        f"targets.csv, row {row}, column value: a rank of 35 (1 to 34)" for row in (2, 3)
    ]
    later = package["dti_editions"].assign(edition=lambda table: table["edition"] + 3)
    moved = data.DataPackage({**package.tables, "dti_editions": later})
    said = [str(each) for each in checks.ranked_provinces_exist(moved)]
    assert said == [
        "dti_editions.csv, row 4, column provinces_ranked: "
        "63 ranked, but there were 34 provinces (correct the number)"
    ]


def test_an_edition_of_34_is_whole_with_34(package):
    """The real scores of 34 provinces, as an edition that ranks no more would publish them."""
    some = list(Edition.of(package, 2022).table()["province"])[:34]
    rows = package["dti_scores"]
    rows = rows[(rows["edition"] == 2022) & rows["province"].isin(some)]
    editions = package["dti_editions"].assign(provinces_ranked=34)
    tables = {**package.tables, "dti_scores": rows}
    without = Edition.of(data.DataPackage({**tables, "dti_editions": editions[:0]}), 2022)
    tables |= {"dti_editions": editions, "dti_scores": rows.assign(provinces_ranked=34)}
    full = Edition.of(data.DataPackage(tables), 2022)
    assert full.ranked == 34 and without.ranked == 63
    assert full.table(dti.FOUNDATION)["rank"].notna().sum() == 34
    assert without.table(dti.FOUNDATION)["rank"].isna().all(), "34 of 63 are not all"
    assert full.breakdown.whole
    here = dti.standing(full, some[-1])
    assert here.ranked == 34 and here.mean is not None


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request, package):
    return open_page(2025, "dti_position", "bac-ninh-2025", request.param)


def test_a_unit_without_a_rank_says_those_of_what_it_was_made_of(page):
    words = {
        "vi": ("ngày 01/07/2025", "Bắc Ninh (đến 2025) – hạng 7/63", "Bắc Giang – hạng 9/63"),
        "en": (
            "since 1 July 2025",
            "Bac Ninh (until 2025) – rank 7 of 63",
            "Bac Giang – rank 9 of",
        ),
    }[page.language.code]
    for step in (headline.sentence, dti_peers.past):
        for each in words:
            assert each in said(page, step), each
    for step in (dti_gaps.why, dti_climb.cheapest, dti_climb.losses):
        assert f"{page.name} itself" in said(page, step) or f"chính {page.name}" in said(page, step)


def test_the_chart_of_its_past_is_theirs_and_no_figure_is_new(page, package):
    tree = parse(f"<!DOCTYPE html><title>t</title>{html(shown(page, dti_peers.past))}")
    figure = next(each for each in tree.iter("figure"))
    assert figure.get("id") == "history-merged"
    rows = [
        [" ".join("".join(cell.itertext()).split()) for cell in row]
        for row in figure.find(".//tbody").iter("tr")
    ]
    ranks = package["dti_scores"].query("component == 'total'")
    ranks = ranks.set_index(["province", "edition"])["rank"]
    assert rows == [
        [str(page.province_name(name)), *(str(ranks[name, year]) for year in (2020, 2021, 2022))]
        for name in ("bac-ninh", "bac-giang")
    ]
    drawn = figure.find(".//{*}svg")
    texts = ["".join(text.itertext()) for text in drawn.findall(".//{*}text")]
    names = [str(page.province_name(name)) for name in ("bac-ninh", "bac-giang")]
    assert [f"7. {names[0]}", f"9. {names[1]}"] == [text for text in texts if ". " in text]


def test_only_a_merged_unit_s_page_tells_namesakes_apart(package, page):
    former, name = str(page.province_name("bac-ninh")), str(page.name)
    assert former != name and former.startswith(name) and "2025" in former
    alone = str(page.province_name("bac-giang"))
    assert alone in {"Bắc Giang", "Bac Giang"}, "no other has its name"
    for year, province in ((2025, "ha-noi"), (2023, "bac-ninh")):
        other = open_page(year, "dti_position", province, "en")
        assert str(other.province_name("bac-ninh")) == "Bac Ninh"


def test_a_region_is_that_of_the_edition_s_year(package, provinces):
    newest, later = Edition.of(package, 2022), Edition.of(package, 2025)
    assert len(peers.same_region(newest, provinces, "bac-giang")) == 14
    assert peers.same_region(newest, provinces, "bac-ninh-2025").empty
    assert peers.same_region(later, provinces, "ha-noi").empty, "whose it is now is unknown"


def test_what_is_not_known_of_a_merged_unit_is_said_to_be_unknown(package):
    page = open_page(2025, "dti_position", "bac-ninh-2025")
    assert "do not say which provinces share a region" in said(page, dti_peers.region)
    assert "per head of Bac Ninh itself in 2022" in said(page, dti_peers.size_and_income)
    page = open_page(2025, "dti_position", "ha-noi")
    assert "the 11 provinces of the Red River Delta" in said(page, dti_region.strip)


NAMES = ("old-a", "old-b", "new", "same")
YEARS = st.lists(st.integers(2020, 2030), min_size=1, max_size=6, unique=True)


@st.composite
def courses(draw):
    """Editions of 63 and then 34, and ranks in them: each unit's own, as far as known."""
    years = sorted(draw(YEARS))
    editions = pd.DataFrame({"edition": years, "method": "pillars"}).astype({"edition": "Int64"})
    editions["provinces_ranked"] = [63 if year < 2025 else 34 for year in years]
    lines = []
    for year in years:
        for name in NAMES:
            there = name == "same" or (name == "new") == (year >= 2025)
            rank = draw(st.none() | st.integers(1, 34)) if there else None
            if rank is not None:
                lines.append((year, name, dti.TOTAL, None, rank, "", "s", f"{name}/{year}"))
    columns = ["edition", "province", "component", "score", "rank", "basis", "source", "row"]
    scores = pd.DataFrame(lines, columns=columns)
    scores["provinces_ranked"] = [63 if year < 2025 else 34 for year in scores["edition"]]
    return scores.astype({"edition": "Int64", "rank": "Int64", "score": "float64"}), editions


def package_of(scores, editions):
    return data.DataPackage({"dti_scores": scores, "dti_editions": editions})


@few
@given(courses())
def test_each_unit_has_the_ranks_of_its_own_editions_and_no_other(tables):
    scores, _ = tables
    frame = history.ranks_over_time(package_of(*tables), NAMES)
    key = ["edition", "province", "rank"]
    shown = frame.dropna(subset=["rank"])[key]
    assert set(shown.itertuples(index=False)) == set(scores[key].itertuples(index=False))
    newest = history.newest(frame)
    for name, rows in frame.groupby("province"):
        known = rows.dropna(subset=["rank"])
        assert (name in newest.index) == (len(known) > 0)
        if len(known):
            assert newest.loc[name, "edition"] == known["edition"].max()
    order = list(zip(-newest["edition"], newest["rank"], strict=True))
    assert order == sorted(order)


@few
@given(courses())
def test_ranks_of_63_and_of_34_are_never_subtracted(tables):
    frame = history.ranks_over_time(package_of(*tables), NAMES)
    for _, rows in frame.groupby("province"):
        for before, last in pairwise(row for _, row in rows.iterrows()):
            known = not (pd.isna(before["rank"]) or pd.isna(last["rank"]))
            alike = before["ranked"] == last["ranked"]
            assert last["new_count"] == (not alike)
            if known and alike:
                assert last["change"] == before["rank"] - last["rank"]
            else:
                assert pd.isna(last["change"])


def ranked_in_2025(page, rank):
    """A page that knows one rank more: the province's own of an edition 2025."""
    tables = dict(page.briefing.data.tables)
    edition = tables["dti_editions"].iloc[-1:]
    edition = edition.assign(edition=2025, provinces_ranked=34, row="dti_editions/2025/34")
    total = (
        tables["dti_scores"]
        .iloc[:1]
        .assign(
            edition=2025,
            provinces_ranked=34,
            province=page.briefing.province,
            component=dti.TOTAL,
            score=float("nan"),
            rank=rank,
            row=f"dti_scores/2025/34/{page.briefing.province}/total",
        )
    )
    for name, row in (("dti_editions", edition), ("dti_scores", total)):
        kinds = tables[name].dtypes.to_dict()
        tables[name] = pd.concat([tables[name], row], ignore_index=True).astype(kinds)
    return knowing(page, **tables)


@given(st.integers(1, 34))
@settings(max_examples=3)
def test_a_first_rank_stands_beside_those_of_the_predecessors(package, rank):
    page = ranked_in_2025(open_page(2025, "dti_position", "bac-ninh-2025"), rank)
    text = said(page, dti_peers.past)
    assert f"The 2025 index is the first to rank Bac Ninh: rank {rank} of 34." in text
    assert (
        "Bac Ninh (until 2025) – rank 7 of 63 (DTI 2022, down from rank 4 in the 2021 index)"
        in text
    )
    assert f"The 2025 index is the first to rank Bac Ninh: rank {rank} of 34" in text
    assert "63 (from the 2020 index), 34 (from the 2025 index)" in text
    assert "Bac Giang – rank 9 of 63 (DTI 2022, up from rank 10 in the 2021 index)" in text
    assert "climbed" not in text and "fell" not in text
    provenance.trace([("dti_position", shown(page, dti_peers.past))], page.briefing, page.language)


@given(st.integers(1, 34))
@settings(max_examples=3)
def test_a_rank_of_34_is_set_beside_one_of_63_without_a_difference(package, rank):
    page = ranked_in_2025(open_page(2025, "dti_position", "ha-noi"), rank)
    text = said(page, dti_peers.past)
    assert f"Hanoi is at rank {rank} of 34, in the 2022 index it was at rank 24 of 63" in text
    assert "climbed" not in text and "fell" not in text


@pytest.fixture
def explorer(project, monkeypatch):
    """The explorer on the data and an edition 2025 in which all parts of three units are known."""
    weights = pd.read_csv(project / "data" / "dti_weights.csv", dtype=str, keep_default_na=False)
    weights = weights[weights["edition"] == "2022"].assign(edition="2025")
    editions = pd.read_csv(project / "data" / "dti_editions.csv", dtype=str, keep_default_na=False)
    edition = editions.iloc[-1:].assign(edition="2025", provinces_ranked="34")
    scores = pd.read_csv(project / "data" / "dti_scores.csv", dtype=str, keep_default_na=False)
    units = {"bac-ninh": "bac-ninh-2025", "thai-nguyen": "thai-nguyen-2025", "ha-noi": "ha-noi"}
    scores = scores[(scores["edition"] == "2022") & scores["province"].isin(units)]
    # Of fewer provinces the ranks of 2022 are none.
    scores = scores[scores["score"] != ""]
    scores = scores.assign(
        edition="2025", provinces_ranked="34", province=scores["province"].map(units), rank=""
    )
    rows = {"dti_editions": edition, "dti_weights": weights, "dti_scores": scores}
    append.append(project / "data", {name: row.to_dict("records") for name, row in rows.items()})
    monkeypatch.setenv(data.DATA_VARIABLE, str(project / "data"))
    return explore.Explorer(2022, "bac-giang", "thai-nguyen", "en")


def test_the_explorer_offers_what_is_known_of_the_edition_s_year(explorer):
    assert (len(explorer.province.options), len(explorer.rival.options)) == (63, 62)
    assert list(explorer.edition.options) == [2020, 2022, 2025]
    explorer.edition.value = 2025
    assert (len(explorer.province.options), len(explorer.rival.options)) == (3, 2)
    assert (explorer.province.value, explorer.rival.value) == ("bac-ninh-2025", "thai-nguyen-2025")
    assert "region" not in dict(explorer.against.options).values(), "nobody says who shares one"
    assert explore.table_options(explorer.page)["lengthMenu"][-1] == 34
    explorer.edition.value = 2022
    assert (explorer.province.value, explorer.rival.value) == ("bac-giang", "thai-nguyen")
    explorer.edition.value = 2025
    explorer.province.value = "ha-noi"
    explorer.province.value, explorer.edition.value = "bac-ninh-2025", 2022
    assert explorer.province.value == "bac-ninh", "the one of that name"
    with pytest.raises(ParameterError, match=r"^Bắc Giang has been .*: use province bac-ninh-2025"):
        explore.open_page(2025, "bac-giang", "en")


BRIEFING_2025 = {
    "year": "2025",
    "province": "bac-ninh-2025",
    "as_of": "2025-12-31",
    "title_vi": "Chuyển đổi số {province} năm 2025",
    "title_en": "Digital transformation in {province}, 2025",
    "office_vi": "Sở Khoa học và Công nghệ",
    "office_en": "Department of Science and Technology",
}


def build_2025(folder):
    """Build the briefing of the new Bắc Ninh from a copy of the project with a row more."""
    copied(folder)
    append.append(folder / "data", {"briefings": [BRIEFING_2025]})
    with in_this_process():
        return pipeline.build(2025, "bac-ninh-2025", ["vi"], folder / "reports", folder)


@pytest.fixture(scope="session")
def merged(tmp_path_factory, worker_id):
    """The real page of the new Bắc Ninh, with the figures beside it."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "merged"
    return once(folder, lambda: build_2025(folder))


def test_the_page_of_a_merged_unit_is_built_and_shows_what_it_was_made_of(merged):
    words = visible(merged[0].read_text(encoding="utf-8"))
    assert "Chuyển đổi số Bắc Ninh năm 2025" in words
    assert "Bắc Ninh (đến 2025) – hạng 7/63 (DTI 2022, xuống từ hạng 4 ở DTI năm 2021)" in words
    assert "Bắc Giang – hạng 9/63 (DTI 2022, lên từ hạng 10 ở DTI năm 2021)" in words
    assert "Bắc Ninh (đến 2025) 3 4 7 Bắc Giang 10 10 9" in words, "the table of the chart"
    assert "Nghị quyết 202/2025/QH15" in words


def test_its_figures_lead_to_the_rows_of_its_predecessors(merged):
    text = merged[1].read_text(encoding="utf-8-sig")
    figures = [
        row for row in csv.DictReader(io.StringIO(text)) if "hoạt động từ ngày" in row["statement"]
    ]
    rows = {row["shown"]: row["rows"] for row in figures}
    assert rows["7"] == "dti_scores/2022/63/bac-ninh/total"
    assert rows["9"] == "dti_scores/2022/63/bac-giang/total"
    everything = {
        row["rows"] for row in csv.DictReader(io.StringIO(text)) if row["basis"] == "published"
    }
    assert not any("bac-ninh-2025" in each for each in everything), "it has no figure of its own"


def test_it_is_listed_under_its_year(merged, package):
    listed = listing.list_page(merged[0].parents[1], package)
    links = [link.get("href") for link in parse(listed).iter("a")]
    assert links == ["2025/bac-ninh-2025.vi.html"]


def test_a_former_province_is_named_with_its_successor_and_its_last_year(package, provinces):
    with pytest.raises(ParameterError, match="the last year of bac-giang is 2024"):
        parameters.check(package, chosen(2025, "bac-giang"))
    there = mergers.valid_on(provinces, AFTER)
    names = ProvinceNames(there, provinces)
    former = names.former("Tỉnh Bắc Giang")
    assert former == Former("Bắc Giang", "Bắc Ninh", 2024)
    assert names.former("Bắc Ninh") is None, "the name of one that is there"
    assert names.former("Bắc Gang") is None, "a misspelt name is no former one"
    for each in set(provinces["province"]) - set(there["province"]):
        assert mergers.became(provinces, each, AFTER.year) in set(there["province"])
        assert mergers.became(provinces, each, BEFORE.year - 1) == each

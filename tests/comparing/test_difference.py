"""What changed between two briefings: kinds, amounts, and both languages saying the same."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import cache
from itertools import permutations

import pandas as pd
import pytest
from conftest import FROZEN
from conftest import briefing as command
from openpyxl import load_workbook
from typer.testing import CliRunner

from helpers.analysis import dti, results
from helpers.cli import app
from helpers.comparing import difference
from helpers.comparing.difference import GROUPS, KINDS, Change, Value, tally
from helpers.comparing.difference_words import Teller
from helpers.exceptions import ParameterError
from helpers.store import data
from helpers.words.language import LANGUAGES, Language

HOME = "bac-giang"
YEARS = [2021, 2022, 2023]
ORDERS = pytest.mark.parametrize("years", list(permutations(YEARS, 2)))
#: The home province, the leader of every edition, and one of which less is known.
EVERYWHERE = pytest.mark.parametrize("province", [HOME, "da-nang", "ninh-thuan"])
SWAPPED = {"changed": "changed", "unchanged": "unchanged", "new": "gone", "gone": "new"}


@cache
def package():
    return data.load(FROZEN)


@cache
def briefing_of(year, province):
    """A briefing, which is held against several others: nothing writes into it."""
    return ITS_OWN(package(), year, province)


ITS_OWN = difference._briefing


@cache
def between(first, second, province=HOME):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(difference, "_briefing", lambda _, *which: briefing_of(*which))
        return difference.between(package(), first, second, province)


def teller(first, second, lang):
    return Teller(*between(first, second), Language(lang))


def changes(first, second, province=HOME):
    own, nation = between(first, second, province)
    assert not {each.figure for each in nation.changes if each.table == "dti_components"}
    return {each.figure: each for each in own.changes}


@cache
def sections(first, second, lang):
    return teller(first, second, lang).sections()


@cache
def told(first, second, lang="en"):
    """What is told of each figure of the province; the last section is the nation's."""
    ours = sections(first, second, lang)[:-1]
    return {line.change.figure: line for each in ours for line in each.lines}


def test_the_rank_of_2022_is_that_of_2021():
    rank = changes(2021, 2022)["dti_rank"]
    assert rank.kind == "unchanged" and rank.group == "key" and rank.amount is None
    assert (rank.before.number, rank.before.period) == (10, "2020")
    assert (rank.after.number, rank.after.period) == (10, "2021")
    assert rank.before.base == rank.after.base == 63
    assert rank.before.sources == ("article",) and rank.after.sources == ("top10-2021",)


def test_the_rank_of_2023_is_one_place_better():
    rank = changes(2022, 2023)["dti_rank"]
    assert (rank.kind, rank.amount, rank.verdict) == ("changed", -1, "better")
    assert rank.after.rows == ("dti_scores/2022/63/bac-giang/total",)
    assert "up 1 place (better)" in told(2022, 2023)["dti_rank"].sentence
    assert "lên 1 bậc (tốt hơn)" in told(2022, 2023, "vi")["dti_rank"].sentence
    assert "down 1 place (worse)" in told(2023, 2022)["dti_rank"].sentence


def test_what_2022_no_longer_reports():
    found = changes(2021, 2022)
    services = found["services_level_3_4"]
    assert services.kind == "gone" and services.before.number == 1380
    assert services.before.rows == ("results/bac-giang/services_level_3_4/2021/during/article",)
    assert found["limitations"].kind == found["tasks"].kind == "gone"
    assert (found["limitations"].before.number, found["tasks"].before.number) == (5, 7)
    assert found["resolutions_issued"].kind == "new"
    assert told(2021, 2022)["services_level_3_4"].sentence == (
        "Online public services at level 3-4: 1,380 services (2021); "
        "no new figure in the 2022 briefing."
    )


def test_the_target_of_the_committee_is_met_in_2022():
    target = changes(2021, 2022)["committee-dti-rank-2022"]
    assert target.kind == "changed" and target.group == "targets"
    assert (target.before.state, target.after.state) == ("holds_today", "met")
    assert target.after.sources == ("article", "top10-2021")
    sentence = told(2021, 2022)["committee-dti-rank-2022"].sentence
    assert "from “Currently met” with rank 10 (2020) to “Met” with rank 10 (2021)" in sentence


def test_new_targets_and_newer_results_behind_one_status():
    found = changes(2022, 2023)
    assert found["plan-6649-files-online-share-2023"].kind == "new"
    kept = "resolution-111-dti-rank-2025"
    assert found[kept].kind == "unchanged"
    assert "(rank 10 (2021); rank 9 (2022))" in told(2022, 2023)[kept].sentence


def test_what_a_briefing_tells_of_earlier_years_counts_once():
    index = changes(2022, 2023)["par_index"]
    assert index.kind == "new" and index.after.period == "2022" and index.after.number == 88.54


def test_editions_methods_and_sources():
    own, _ = between(2021, 2022)
    found = changes(2021, 2022)
    assert (found["edition"].before.state, found["edition"].after.state) == ("2020", "2021")
    known = [len(each.data["sources"]) for each in (own.first, own.second)]
    assert found["sources"].amount == known[1] - known[0] > 0
    assert own.new_methods == between(2023, 2021)[0].new_methods == [2021]
    assert between(2022, 2023)[0].new_methods == []
    headline = teller(2021, 2022, "en").headline()
    assert any("may not be subtracted" in line for line in headline)


def test_computed_ranks_are_said_to_be_computed():
    pillar = changes(2022, 2023)["digital_government"]
    assert pillar.kind == "new" and pillar.after.computed and pillar.after.rows == ()
    assert "computed" in told(2022, 2023)["digital_government"].after
    printed = changes(2021, 2022)["digital_government"].before
    assert not printed.computed and printed.sources == ("dti-2020-mirror", "bgo-370411")


@ORDERS
@EVERYWHERE
def test_swapping_the_years_turns_new_into_gone(years, province):
    ahead, back = changes(*years, province), changes(*reversed(years), province)
    assert set(ahead) == set(back)
    for name, change in ahead.items():
        other = back[name]
        assert other.kind == SWAPPED[change.kind]
        assert (other.before, other.after) == (change.after, change.before)
        assert other.amount == (None if change.amount is None else -change.amount)
        assert {change.verdict, other.verdict} in ({""}, {"better", "worse"})


@ORDERS
@EVERYWHERE
def test_scores_are_never_compared_only_ranks(years, province):
    ranks = package()["dti_scores"].set_index("row")["rank"]
    for found in between(*years, province):
        for change in found.changes:
            assert change.unit != "score"
            assert change.table != "dti_components" or change.figure in dti.PILLARS
            for value in filter(None, (change.before, change.after)):
                for row in set(value.rows) & set(ranks.index):
                    assert change.table == "targets" or value.number == ranks[row]


@ORDERS
@EVERYWHERE
def test_each_side_is_what_that_briefing_says(years, province):
    own, nation = between(*years, province)
    for found in (own, nation):
        for change in found.changes:
            sides = ((found.first, change.before), (found.second, change.after))
            for briefing, value in sides:
                if value is None:
                    continue
                assert set(value.sources) <= set(briefing.data["sources"]["source"])
                assert bool(value.sources) == (change.figure != "sources")
                named = {name.split("/")[0] for name in value.rows}
                rows = {row for table in named for row in briefing.data[table]["row"]}
                assert set(value.rows) <= rows


@ORDERS
def test_both_languages_tell_the_same_facts(years):
    vi, en = (sections(*years, lang) for lang in LANGUAGES)
    assert [[line.change for line in each.lines] for each in vi] == [
        [line.change for line in each.lines] for each in en
    ]
    assert [len(each.lines) for each in vi] == [len(each.lines) for each in en]
    for one, other in zip(vi, en, strict=True):
        assert [line.sources for line in one.lines] == [line.sources for line in other.lines]
        for line, same in zip(one.lines, other.lines, strict=True):
            assert numbers(line.before, "vi") == numbers(same.before, "en")
            assert numbers(line.after, "vi") == numbers(same.after, "en")


def numbers(text, lang):
    """Return the numbers of a value, without its period: a date is written in another order."""
    text = text.partition(" (")[0]
    return [Language(lang).number(each) for each in re.findall(r"\d+(?:[.,]\d+)*", text)]


def test_the_order_is_key_figures_dti_targets_others_and_the_briefing():
    own, _ = between(2021, 2022)
    order = [GROUPS.index(change.group) for change in own.changes]
    assert order == sorted(order)
    indicators = package()["indicators"].set_index("indicator")
    key = [each.figure for each in own.changes if each.group == "key"]
    chosen = results.key_indicators(package(), 2022)
    assert key == [name for name in chosen if name in key]
    others = [each.figure for each in own.changes if each.group == "others"]
    assert others == [name for name in indicators.index if name in others]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_headline_counts_what_is_told(lang):
    own, _ = between(2021, 2022)
    figures = [each for each in own.changes if each.group != "targets"]
    counts = tally(figures)
    assert list(counts) == list(KINDS) and sum(counts.values()) == len(figures)
    headline = teller(2021, 2022, lang).headline()
    line = next(each for each in headline if each.startswith(f"{len(figures)} "))
    assert list(map(int, re.findall(r"\d+", line))) == [len(figures), *counts.values()]


def test_the_order_asked_for_is_kept_and_said():
    headline = teller(2023, 2021, "en").headline()
    assert headline[0].startswith("Bac Giang: from the 2023 briefing")
    assert "reads back in time" in headline[1]
    assert "only in the 2021 briefing" in headline[2] and "no longer" not in headline[2]
    line = told(2023, 2021)["services_level_3_4"]
    assert line.sentence == told(2021, 2023)["services_level_3_4"].sentence
    assert told(2023, 2021)["par_index"].sentence.endswith("reported in the 2021 briefing.")
    assert line.moved == "only in 2021"


VALUE = Value(number=100.0, period="2021", sources=("article",))


def change(unit="percent", better="higher", **after):
    return Change("others", "indicators", "x", unit, better, VALUE, replace(VALUE, **after))


@pytest.mark.parametrize(
    ("found", "kind", "amount", "verdict"),
    [
        (change(period="2022"), "unchanged", None, ""),
        (change(qualifier="approx"), "changed", None, ""),
        (change(qualifier="approx", number=99.0), "changed", None, ""),
        (change(number=98.7), "changed", -1.3, "worse"),
        (change(number=98.7, better="none"), "changed", -1.3, ""),
        (change("rank", "lower", number=98.0), "changed", -2, "better"),
        (change(number=98.0, timing="early"), "changed", None, ""),
        (change(number=98.0, base=120.0), "changed", None, ""),
        (change(state="done"), "changed", None, ""),
        (change(number=None, state="done"), "changed", None, ""),
    ],
)
def test_what_can_be_subtracted_and_what_cannot(found, kind, amount, verdict):
    assert (found.kind, found.amount, found.verdict) == (kind, amount, verdict)


#: Some results of 2021 as they might be told anew for 2022.
ANEW = {
    "teleconference_points": {"value": 286},
    "agencies_on_document_system": {"value": 97.5},
    "digital_signing_share": {"qualifier": "exact"},
    "digital_signing_rank": {"value": 3},
    "egov_architecture": {"state": "done"},
    "systems_interconnected_levels": {"state": "under_way"},
}


@cache
def retold(lang):
    """What is told of these results if a source of 2022 prints them."""
    results = package()["results"]
    own = results[(results["scope"] == HOME) & (results["period"] == "2021")]
    own = own.set_index("indicator").loc[list(ANEW)].reset_index()
    new = own.assign(period="2022", source="vccinews-45551", row=own["row"] + "-later")
    for place, values in enumerate(ANEW.values()):
        new.loc[place, list(values)] = list(values.values())
    changed = data.DataPackage({**package().tables, "results": pd.concat([results, new])})
    told_anew = Teller(*difference.between(changed, 2021, 2022, HOME), Language(lang))
    lines = [line for each in told_anew.sections()[:-1] for line in each.lines]
    return {line.change.figure: line.sentence for line in lines}


@pytest.mark.parametrize(
    ("indicator", "vi", "en"),
    [
        (
            "teleconference_points",
            "Điểm cầu họp trực tuyến: từ 285 điểm cầu (2021) thành 286 điểm cầu (2022), "
            "tăng 1 điểm cầu (tốt hơn).",
            "Videoconference sites: from 285 sites (2021) to 286 sites (2022), "
            "up by 1 site (better).",
        ),
        (
            "agencies_on_document_system",
            "Tỷ lệ cơ quan dùng hệ thống quản lý văn bản: từ 100% (2021) thành 97,5% (2022), "
            "giảm 2,5 điểm phần trăm (kém hơn).",
            "Share of agencies using the document management system: from 100% (2021) to 97.5% "
            "(2022), down by 2.5 percentage points (worse).",
        ),
        (
            "digital_signing_share",
            "Tỷ lệ văn bản điện tử được ký số: từ gần 100% (2021) thành 100% (2022).",
            "Share of electronic documents signed digitally: from nearly 100% (2021) to 100% "
            "(2022).",
        ),
        (
            "digital_signing_rank",
            "Thứ hạng toàn quốc về ký số: từ hạng 1 (2021) thành hạng 3 (2022), "
            "tụt 2 bậc (kém hơn).",
            "National rank for digital signing: from rank 1 (2021) to rank 3 (2022), "
            "down 2 places (worse).",
        ),
        (
            "egov_architecture",
            "Kiến trúc chính quyền điện tử: từ bước đầu hình thành (2021) thành "
            "đã hoàn thành (2022).",
            "E-government architecture: from early stage (2021) to done (2022).",
        ),
        (
            "systems_interconnected_levels",
            "Hệ thống thông tin trọng yếu liên thông giữa các cấp: không đổi, "
            "4 cấp, đang triển khai (2021; 2022).",
            "Key information systems interconnected across levels of government: "
            "4 levels, under way in both briefings (2021; 2022).",
        ),
    ],
)
def test_sentences_of_figures_told_twice(indicator, vi, en):
    assert retold("vi")[indicator] == vi
    assert retold("en")[indicator] == en


@pytest.mark.parametrize(
    ("years", "said"),
    [((2021, 2021), "two different years"), ((2021, 2019), "years with data: 2021, 2022, 2023")],
)
def test_years_that_cannot_be_compared(years, said):
    with pytest.raises(ParameterError, match=said):
        difference.between(package(), *years, HOME)


def run(*arguments, **environment):
    return CliRunner().invoke(app, ["diff", *arguments], env=environment)


def test_the_command_tells_every_change_in_words_and_in_the_table(tmp_path):
    file = tmp_path / "new folder" / "changes.csv"
    result = run("2021", "2022", "--lang", "en", "--all", "--csv", str(file))
    assert result.exit_code == 0 and result.output.rstrip().endswith("changes.csv")
    words = " ".join(result.output.split())
    own, nation = between(2021, 2022)
    sections = teller(2021, 2022, "en").sections()
    for line in (line for each in sections for line in each.lines):
        assert line.sentence in words
    for source in {
        source for each in own.changes for source in (each.before or each.after).sources
    }:
        assert source in result.output.partition("Measure")[2]
    text = [line for line in result.output.splitlines() if str(file) not in line]
    assert all(len(line) <= 100 and line == line.rstrip() for line in text)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == len(own.changes) + len(nation.changes)
    services = next(row for row in rows if row["figure"] == "services_level_3_4")
    assert services["first_value"] == "1380" and services["second_value"] == ""
    assert services["first_sources"] == "article" and services["kind"] == "gone"
    assert services["first_rows"] == "results/bac-giang/services_level_3_4/2021/during/article"


@pytest.mark.parametrize("place", ["file/x.csv", "file/below/x.csv"])
def test_a_file_in_the_way_of_the_table_is_one_line(tmp_path, place):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    done = command("diff", 2021, 2022, "--csv", tmp_path / place)
    (line,) = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (1, "") and line.startswith("briefing: ")
    assert line.endswith(" is not a folder: a file is in the way; name another")


def test_a_workbook_has_the_table_with_its_numbers_and_words_as_such(tmp_path):
    files = tmp_path / "thay đổi.csv", tmp_path / "thay đổi.XLSX"
    for file in files:
        result = run("2021", "2022", "--csv", str(file))
        assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(files[0].read_text(encoding="utf-8-sig").splitlines()))
    header, *cells = load_workbook(files[1]).active.iter_rows(values_only=True)
    assert len(cells) == len(rows) and list(header) == list(rows[0])
    for row, each in zip(rows, cells, strict=True):
        written = dict(zip(header, each, strict=True))
        for name, text in row.items():
            is_number = name == "amount" or name.endswith(("_value", "_base"))
            expected = (float(text) if is_number else text) if text else None
            assert written[name] == expected, name
            assert isinstance(written[name], (int, float)) == bool(is_number and text)


def test_a_terminal_and_a_file_get_the_same_words():
    plain = run("2022", "2023").output
    styled = run("2022", "2023", FORCE_COLOR="1", COLUMNS="100", TERM="xterm").output
    seen = re.sub(r"\x1b\[[\d;]*m", "", styled)
    assert styled != plain and [line.rstrip() for line in seen.splitlines()] == plain.splitlines()


def test_periods_and_differences_are_written_out():
    vi, en = Language("vi"), Language("en")
    assert vi.period("2022-09", "on") == "tháng 9/2022"
    assert en.period("2022-09", "on") == "September 2022"
    assert vi.period("2023-Q1") == "quý I năm 2023"
    assert str(en.difference(1, "rank")) == "1 place"
    assert str(vi.difference(2, "rank")) == "2 bậc"
    assert str(en.difference(68 - 55.7, "percent")) == "12.3 percentage points"
    assert str(en.difference(3, "services")) == "3 services"


def test_only_what_changed_is_told_unless_all_is_asked_for():
    own, nation = between(2022, 2023)
    lines = run("2022", "2023", "--lang", "en").output.splitlines()
    moved = [each for each in (*own.changes, *nation.changes) if each.move]
    counted = sum(difference.move_counts(own.changes).values())
    same = len(own.changes) - counted
    assert 0 < counted == sum(each.kind != "unchanged" for each in own.changes) and same > 0
    assert lines[0].startswith(f"{counted} changes: ") and lines[0].endswith(f"; {same} the same.")
    words = " ".join(" ".join(lines).split())
    told_lines = [each for part in teller(2022, 2023, "en").sections() for each in part.lines]
    for line in told_lines:
        assert (line.sentence in words) == (line.change in moved), line.sentence
    every = run("2022", "2023", "--lang", "en", "--all").output.splitlines()
    assert every[0] == lines[0] and len(every) > 2 * len(lines)


@pytest.mark.parametrize(
    ("found", "move"),
    [
        (change(), ""),
        (change(number=101.0), "rose"),
        (change(number=99.0), "fell"),
        (change("rank", "lower", number=99.0), "rose"),
        (change("rank", "lower", number=101.0), "fell"),
        (change(qualifier="approx"), "other"),
        (replace(change(number=99.0), apart=True), "other"),
        (replace(change(), before=None), "new"),
        (replace(change(), after=None), "gone"),
        (Change("targets", "targets", "x", "", "none", Value(state="not_yet"), Value(state="met")),
         "judged"),
    ],
)  # fmt: skip
def test_what_became_of_a_figure(found, move):
    assert found.move == move


@cache
def across():
    """The data with a briefing of the last year of a province that ended and the year after."""
    provinces, briefings = package()["provinces"], package()["briefings"]
    last = provinces.set_index("province")["valid_until"].max()
    years = [last.year - 1, last.year]
    known = briefings[~briefings["year"].isin(years)]
    rows = [
        known.iloc[-1:].assign(
            year=year, as_of=pd.Timestamp(year, 12, 31), row=f"briefings/{year}", source=""
        )
        for year in years
    ]
    both = pd.concat([known, *rows]).astype({"year": "Int64"})
    return years, data.DataPackage({**package().tables, "briefings": both})


@pytest.mark.parametrize("back", [False, True])
def test_a_province_that_is_no_more_is_held_against_its_successor(back):
    years, whole = across()
    own, nation = difference.between(whole, *(reversed(years) if back else years), HOME)
    successor = whole["provinces"].set_index("province")["successor"][HOME]
    sides = (successor, HOME) if back else (HOME, successor)
    assert (own.first.province, own.second.province) == sides and own.apart
    assert own.changes and all(each.apart and each.amount is None for each in own.changes)
    assert not nation.apart and not any(each.apart for each in nation.changes)
    for lang, word in (("vi", "hai đơn vị"), ("en", "two units")):
        said = Teller(own, nation, Language(lang)).headline()
        assert any(word in line for line in said)
        assert not any(word in line for line in teller(2022, 2023, lang).headline())


def test_a_unit_that_had_not_begun_is_refused_with_those_that_became_it():
    years, whole = across()
    successor = whole["provinces"].set_index("province")["successor"][HOME]
    with pytest.raises(ParameterError, match=f"use province {HOME}"):
        difference.between(whole, *years, successor)

"""Where a figure of a published page comes from: its rows, its sources, its computations."""

from __future__ import annotations

import csv
import re
from datetime import date

import pandas as pd
import pytest
from conftest import FROZEN, ROOT, briefing, parse
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from helpers.cli import app
from helpers.commands import trace as command
from helpers.commands.trace import NotBuiltError
from helpers.exceptions import ParameterError
from helpers.figures import figure_list, trace_text, tracing
from helpers.figures.trace_question import Question, ask, ask_of
from helpers.pages.values import FIGURES
from helpers.store import data
from helpers.words.language import LANGUAGES, Language
from helpers.words.plain_text import folded

HOME = "bac-giang"
EN = Language("en")
SERVICES = "results/bac-giang/services_level_3_4/2021/during/article"
OCTOBER = "results/bac-giang/services_level_3_4/2021-10-25/before/bgo-365377"
SIGNING = "results/bac-giang/digital_signing_share/2021/during/article"
ELIGIBLE = "results/bac-giang/eligible_procedures_level_3_4_share/2021/during/article"
TOTAL = "dti_scores/2020/63/bac-giang/total"
GRDP = "results/bac-giang/digital_economy_grdp_share/2022/during/grdp-2022"


@pytest.fixture(scope="module")
def published(built):
    """The figures of the built pages, by language, as they lie beside them."""
    lists = {lang: page.with_suffix(".csv") for lang, page in built.pages.items()}
    return {lang: path.read_text(encoding="utf-8-sig") for lang, path in lists.items()}


@pytest.fixture(scope="module")
def pages(published):
    return {lang: figure_list.read(text, lang) for lang, text in published.items()}


@pytest.fixture
def beside(built, monkeypatch):
    """Be where the built reports lie."""
    monkeypatch.chdir(built.out.parent)


@pytest.fixture(scope="module")
def trace(package, pages):
    def answer(what, lang="vi"):
        question = ask(what, package, HOME)
        return tracing.trace(question, {2021: pages[lang]}, package, HOME)

    return answer


def rows(answer):
    return {row.name for origin in answer.origins[2021] for row in origin.records}


@pytest.mark.parametrize(
    ("what", "lang"),
    [("1380", "vi"), ("1.380", "vi"), ("1,380", "vi"), ("1.380 dich vu", "vi"), ("1380", "en"),
     ("1,380 services", "en"), ("1.380", "en")],
)  # fmt: skip
def test_a_figure_leads_to_its_rows_however_it_is_written(trace, what, lang):
    answer = trace(what, lang)
    assert rows(answer) == {SERVICES, OCTOBER}
    of_year, before = answer.origins[2021]
    (row,) = of_year.records
    assert row.holding(1380) == {"value": 1380} and row.beside["qualifier"] == "exact"
    assert row.sources[0].source == "article" and row.place == "paragraph 2"
    assert before.records[0].sources[0].source == "bgo-365377"
    shown = Language(lang).integer(1380)
    assert list(of_year.numbers) == [shown]
    for origin in answer.origins[2021]:
        assert origin.statements and all(shown in each.text for each in origin.statements)
    assert not of_year.computations and not answer.elsewhere and not answer.near


def test_a_row_is_found_in_its_file_by_its_number(trace):
    for origin in trace("1380").origins[2021]:
        (row,) = origin.records
        with (FROZEN / row.file).open(encoding="utf-8", newline="") as lines:
            head, *cells = csv.reader(lines)
        found = dict(zip(head, cells[row.line - 2], strict=True))
        key = ("scope", "indicator", "period", "timing", "source")
        assert [found[name] for name in key] == row.name.removeprefix("results/").split("/")


@pytest.mark.parametrize("what", ["0,3615", "0.3615"])
def test_a_score_leads_to_its_table_and_who_confirms_it(trace, what):
    for lang in LANGUAGES:
        (origin,) = trace(what, lang).origins[2021]
        (row,) = origin.records
        assert row.name == TOTAL and row.holding(0.3615) == {"score": 0.3615}
        assert [source.source for source in row.sources] == ["dti-2020-mirror", "bgo-370411"]
        assert row.place == "table" and row.sources[0].published == "2021-10-19"


@pytest.mark.parametrize("what", ["gần 100%", "gan 100 %", "nearly 100%"])
def test_words_around_a_figure_count(trace, what):
    lang = "en" if what.startswith("nearly") else "vi"
    answer = trace(what, lang)
    assert SIGNING in rows(answer) <= {SIGNING, ELIGIBLE}, "with it the headline tells of those"
    records = {each.name: each for one in answer.origins[2021] for each in one.records}
    assert records[SIGNING].beside["qualifier"] == "approx"
    assert rows(trace("100%", lang)) > {SIGNING}


@pytest.mark.parametrize(
    ("what", "lang"),
    [("10/63", "vi"), ("10/63", "en"), ("10 of 63", "en"), ("10th of 63", "en")],
)
def test_n_of_n_is_one_figure(trace, what, lang):
    answer = trace(what, lang)
    assert {
        TOTAL,
        "dti_editions/2020/63",
        "results/bac-giang/dti_rank/2020/during/article",
    } <= rows(answer)
    for origin in answer.origins[2021]:
        assert all(
            re.search(r"10(?:th)?(/| of(?: the)? )63", each.text) for each in origin.statements
        )
    both = next(each for each in answer.origins[2021] if len(each.numbers) == 2)
    assert both.records[0].figures == {"value": 10, "base": 63}


@pytest.mark.parametrize(("what", "lang"), [("58,9", "vi"), ("58.9", "en")])
def test_a_computed_figure_leads_to_what_computes_it_and_what_it_rests_on(trace, what, lang):
    (origin,) = trace(what, lang).origins[2021]
    does = str(Language(lang).say("computation-standing"))
    assert origin.computations == {"standing": does}
    mean = {"dti_editions/2020/63", "results/national/dti_mean/2020/during/dti-2020-mirror"}
    assert {row.name for row in origin.records} == {TOTAL, *mean}, "all that its sentence cites"
    assert "dti-2020-mirror" in {source.source for source in origin.sources}


@pytest.mark.parametrize(
    ("what", "named"),
    [
        ("services_level_3_4", {"services_level_3_4"}),
        ("Dịch vụ công trực tuyến mức độ 3, 4", {"services_level_3_4"}),
        ("online public services at LEVEL 3-4", {"services_level_3_4"}),
        ("van ban dien tu", {"digital_signing_share", "signed_documents_routine"}),
        ("Chính quyền số", {"digital_government"}),
        ("digital government", {"digital_government"}),
        (SERVICES, {SERVICES}),
    ],
)
def test_a_name_or_a_part_of_it_leads_to_its_rows(package, what, named):
    assert set(ask(what, package, HOME).rows) == named


def test_an_indicator_leads_to_its_statements_and_to_the_rows_no_page_states(trace):
    answer = trace("ky so")
    assert {SIGNING, "results/bac-giang/digital_signing_rank/2021/during/article"} <= rows(answer)
    events = {row.name: row for row in answer.elsewhere}
    routine = events["results/bac-giang/signed_documents_routine/2021/during/article"]
    assert routine.beside["state"] == "routine" and not routine.figures


def test_a_pillar_leads_to_its_rank_and_score(trace):
    row = "dti_scores/2020/63/bac-giang/digital_economy"
    answer = trace("kinh tế số")
    assert row in rows(answer)
    numbers = {number for each in answer.origins[2021] for number in each.numbers.values()}
    assert numbers == {14, 0.3019}


def test_what_no_page_states_is_shown_with_its_first_day(trace, package):
    answer = trace("42,13")
    assert not answer.stated
    (row,) = answer.elsewhere
    assert row.name == GRDP and row.sources[0].available_from == date(2024, 7, 25)
    days = {year: data.briefing_day(package, year) for year in package["briefings"]["year"]}
    text = "\n".join(line.text for line in trace_text.lines(answer, {2021: "page"}, days, EN))
    assert "2021: not stated as a figure (page)" in text
    assert "from 2024-07-25 on, by no briefing there is" in text
    later = trace("0,6440")
    text = "\n".join(line.text for line in trace_text.lines(later, {2021: "page"}, days, EN))
    assert later.elsewhere[0].name == "dti_scores/2022/63/bac-giang/total"
    assert "from 2023-07-12 on, by the briefing of 2023" in text


def test_a_figure_of_many_rows_shows_the_province_first_and_counts_the_rest(package):
    empty = figure_list.PublishedPage("vi", {}, ())
    answer = tracing.trace(Question("100", {}), {2021: empty}, package, HOME)
    own = [row for row in answer.elsewhere if HOME in row.name.split("/")]
    assert own and answer.elsewhere[: len(own)] == own
    held = sum(
        int(package[table][list(columns)].eq(100).any(axis=1).sum())
        for table, columns in FIGURES.items()
    )
    assert len(answer.elsewhere) + answer.more == held and answer.more > 0


def test_a_figure_that_is_nowhere_offers_what_is_near(trace):
    assert trace("1308").near == ["1.380"]
    assert "1.380" in trace("1379").near
    assert trace("servces_level_3_4").near[0] == "services_level_3_4"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("foo", "“foo” is not a figure"),
        ("hồ sơ nộp trực tiếp", "did you mean files_submitted_online"),
        ("1.38.0", "“1.38.0” is not a figure"),
        ("share", "a part of"),
    ],
)
def test_what_is_neither_a_figure_nor_a_name_is_an_error(package, what, said):
    with pytest.raises(ParameterError, match=said):
        ask(what, package, HOME)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_the_page_can_be_traced(trace, pages, lang):
    figures = set(tracing.figures(pages[lang]))
    assert len(figures) > 150
    for shown, digits in figures:
        origins = trace(shown, lang).origins[2021]
        assert origins, shown
        for origin in origins:
            written = set(map(Language(lang).number, origin.numbers))
            assert digits in written and origin.statements and not origin.lost
            if not origin.computations:
                points = {round(each / 1000, 4) for each in written}
                assert set(origin.numbers.values()) <= written | points, "to the last digit"
                held = (digits, round(digits / 1000, 4))  # points are a score times a thousand
                assert origin.records and all(row.holding(*held) for row in origin.records)


def test_both_languages_trace_a_figure_to_the_same_rows(trace, pages):
    for _, value in set(tracing.figures(pages["vi"])):
        found = [rows(trace(Language(lang).decimal(value), lang)) for lang in LANGUAGES]
        assert found[0] == found[1], value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_is_read_whole(built, published, pages, lang):
    tree, rows = parse(built.text(lang)), list(csv.DictReader(published[lang].splitlines()))
    found = [(claim, number) for claim in pages[lang].claims for number in claim.numbers]
    assert len(rows) > 400 and pages[lang].lang == lang
    for row, (claim, number) in zip(rows, found, strict=True):
        assert (claim.chapter, number.shown) == (row["chapter"], row["shown"])
        assert f"{number.value:.10g}" == row["value"] and "; ".join(number.rows) == row["rows"]
        assert (row["basis"] == "computed") == bool(number.computation)
        assert pages[lang].computations[number.computation] == row[f"computation_{lang}"]
        assert set(filter(None, row["sources"].split("; "))) <= set(claim.sources)
        assert set(row["statement"].split(" · ")) <= set(claim.text.split(" · "))
    headings = {" ".join("".join(each.itertext()).split()) for each in tree.iter("h2")}
    assert {claim.chapter for claim in pages[lang].claims} <= headings
    listed = {each.get("id", "") for each in tree.iter("li")}
    assert {f"source-{source}" for claim, _ in found for source in claim.sources} <= listed


def test_a_page_older_than_the_data_says_so(package, pages):
    results = package["results"]
    changed = results.assign(value=results["value"].replace(1380, 1381))
    gone = changed[changed["row"] != OCTOBER]
    later = data.DataPackage({**package.tables, "results": gone})
    answer = tracing.trace(ask("1380", package, HOME), {2021: pages["vi"]}, later, HOME)
    text = "\n".join(line.text for line in trace_text.lines(answer, {2021: "page"}, {}, EN))
    assert "value 1381 now, build the page again" in text
    assert f"{OCTOBER}: not in the data now, build the page again" in text


def test_a_file_that_is_no_list_of_figures_is_an_error(published):
    head, *rows = published["vi"].splitlines(keepends=True)
    older = head.replace("computation_vi", "does") + rows[0]
    for text in ("", head, older, "<!DOCTYPE html><title>t</title>"):
        with pytest.raises(figure_list.NoFiguresError, match=r"a\.csv holds no figures"):
            figure_list.read(text, "vi", "a.csv")
    assert figure_list.read(f"\ufeff{published['vi']}", "vi") == figure_list.read(
        published["vi"], "vi"
    ), "a mark of UTF-8 is no part of the first column"


def run(*arguments, **environment):
    """Ask the pages that lie in the working folder, not those of the project."""
    here = ("--project", str(ROOT), "--out", "reports")
    return CliRunner().invoke(app, ["trace", *arguments, *here], env=environment)


@pytest.mark.usefixtures("beside")
def test_the_command_answers_in_lines_that_can_be_read():
    result = run("1.380", "--lang", "vi")
    assert result.exit_code == 0
    for part in ("reports/2021/bac-giang.vi.csv", "results.csv, dòng 5", SERVICES, OCTOBER,
                 "article, paragraph 2: Bắc Giang: Họp Ban Chỉ đạo"):  # fmt: skip
        assert part in result.output
    for line in result.output.splitlines():
        assert len(line) <= 100 or "https://" in line or "http://" in line


@pytest.mark.usefixtures("beside")
def test_a_terminal_and_a_file_get_the_same_words():
    plain = run("58,9", "--year", "2021").output
    styled = run("58,9", "--year", "2021", FORCE_COLOR="1", COLUMNS="200", TERM="xterm").output
    assert styled != plain
    assert re.sub(r"\x1b\[[\d;]*m", "", styled) == plain


def test_the_command_says_what_to_build(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    said = str(run("1380", "--year", "2022").exception)
    assert "briefing build --year 2022 --province bac-giang --lang en" in said
    assert isinstance(run("1380").exception, NotBuiltError)
    wrong = run("1380", "--year", "2019").exception
    assert isinstance(wrong, ParameterError) and "years with data: 2021" in str(wrong)
    assert "unknown province" in str(run("1380", "--province", "atlantis").exception)


@pytest.mark.parametrize("below", [".", "notebooks", "data"])
def test_the_pages_are_found_as_the_data_are(published, project, below):
    before = briefing("trace", "1380", folder=project / below)
    assert before.returncode == 1 and " has not been built: " in before.stderr
    pages = project / "reports" / "2021"
    pages.mkdir(parents=True)
    (pages / f"{HOME}.vi.csv").write_text(published["vi"], encoding="utf-8")
    done = briefing("trace", "1380", "--year", 2021, folder=project / below)
    assert done.returncode == 0 and f"reports/2021/{HOME}.vi.csv" in done.stdout
    elsewhere = briefing("trace", "1380", "--project", project, folder=project.parent)
    assert elsewhere.returncode == 0


def test_every_year_that_is_published_is_looked_at(published, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for year in (2022, 2021):
        folder = tmp_path / "reports" / str(year)
        folder.mkdir(parents=True)
        (folder / f"{HOME}.en.csv").write_text(published["en"], encoding="utf-8")
    output = run("1380", "--lang", "en").output
    assert output.index("2021: in") < output.index("2022: in")
    assert "2021: in" not in run("1380", "--lang", "en", "--year", "2022").output


@given(st.integers(0, 10**7))
def test_a_number_is_read_as_its_page_writes_it(number):
    for lang in LANGUAGES:
        written = Language(lang).integer(number)
        question = Question(written, {})
        assert question.readings(lang)[0] == (number,)
        assert question.written_in(f"a {written}, b", lang, (number,)) == (written,)
        assert question.written_in(f"a 1{written} b", lang, (number,)) == ()


@given(st.text())
def test_folding_a_text_again_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


def test_names_are_found_without_their_accents():
    assert folded("ĐẮK LẮK – Đồng bằng") == "dak lak dong bang"
    assert pd.isna(Language("vi").number("1.38")) and Language("en").number("1.38") == 1.38


def told(answer, language=EN):
    lines = trace_text.lines(answer, dict.fromkeys(answer.origins, "page"), {}, language)
    return "\n".join(" ".join(filter(None, (line.label.strip(), line.text))) for line in lines)


@pytest.mark.parametrize("source", ["article", "dti-2022-copy", "bgo-370411"])
def test_a_source_leads_to_all_its_rows_and_to_where_it_is_cited(trace, package, source):
    question = ask(source, package, HOME)
    named = {
        row
        for name, table in package.tables.items()
        if name != "sources" and "source" in table
        for row in table.loc[
            (table["source"] == source)
            | (table["confirmed_by"] == source if "confirmed_by" in table else False),
            "row",
        ]
    }
    first, *others = question.rows[source]
    assert first == f"sources/{source}" and set(others) == named != set()
    answer = trace(source)
    for table in {row.split("/")[0] for row in named}:
        count = sum(row.split("/")[0] == table for row in named)
        assert f"{table}.csv ({count} row" in told(answer)
        assert f"{table}.csv ({count} dòng" in told(answer, Language("vi"))
    cited = any(source in claim.sources for claim in pages_of(trace).claims)
    assert answer.stated == cited
    assert "No row" not in told(answer)


def pages_of(trace):
    """The page that a fixture asks."""
    return trace.__closure__[[*trace.__code__.co_freevars].index("pages")].cell_contents["vi"]


def test_every_source_target_and_edition_can_be_asked_for(package):
    for source in package["sources"]["source"]:
        assert ask(source, package, HOME).sources == {source}
    for target in package["targets"]["target"]:
        assert ask(target, package, HOME).rows[target] == (f"targets/{target}",)
    for edition in package["dti_editions"]["edition"]:
        for name in (f"DTI {edition}", f"DTI năm {edition}", f"kỳ {edition}", f"edition {edition}"):
            rows = ask(name, package, HOME).rows[name]
            assert rows[0].startswith(f"dti_editions/{edition}")
            assert all(f"/{edition}/" in f"{row}/" for row in rows)
    for indicator in package["key_figures"]["indicator"]:
        assert ask(indicator, package, HOME).rows[indicator] or indicator


def test_a_target_that_no_page_states_is_shown_with_its_source(package, pages):
    target = package["targets"].iloc[0]
    empty = figure_list.PublishedPage("en", {}, ())
    question = ask(target["target"], package, HOME)
    words = told(tracing.trace(question, {2021: empty}, package, HOME))
    assert f"targets/{target['target']}" in words and target["source"] in words
    assert "No row" not in words


def test_the_newest_page_that_states_a_figure_is_named(package, pages):
    asked = dict.fromkeys((2021, 2022), pages["vi"]) | {
        2023: figure_list.PublishedPage("vi", {}, ())
    }
    answer = tracing.trace(ask("1380", package, HOME), asked, package, HOME)
    assert answer.newest == 2022 and "Latest page that states it: 2022" in told(answer)
    alone = tracing.trace(ask("1380", package, HOME), {2021: pages["vi"]}, package, HOME)
    assert alone.newest is None


def test_without_a_year_no_year_is_refused_and_the_hint_builds(published, monkeypatch, tmp_path):
    """The newest year may be one in which the province is no more: it is nobody's question."""
    monkeypatch.chdir(tmp_path)
    missing = run("1.380")
    assert isinstance(missing.exception, NotBuiltError)
    hint = str(missing.exception)
    assert "--year" not in hint and "briefing build --lang en" in hint
    folder = tmp_path / "reports" / "2021"
    folder.mkdir(parents=True)
    (folder / f"{HOME}.vi.csv").write_text(published["vi"], encoding="utf-8")
    assert "2021: in" in run("1.380").output, "the other language's page, if there is no other"
    assert isinstance(run("1.380", "--lang", "en").exception, NotBuiltError)


def test_where_no_province_is_named_each_years_page_is_that_of_the_unit_there_was(live):
    units = command._units(live.calendar, None, None)
    assert (units[2021], units[2024], units[2025]) == (HOME, HOME, "bac-ninh-2025")
    assert set(command._units(live.calendar, None, HOME).values()) == {HOME}
    (rows,) = ask_of("total", live, [HOME, "bac-ninh-2025"]).rows.values()
    asked = {row.split("/")[3] for row in rows}
    assert {HOME, "bac-ninh-2025"} <= asked and len(set(rows)) == len(rows)

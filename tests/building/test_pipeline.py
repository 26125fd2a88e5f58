"""The whole way: real notebooks through real papermill, and the real pages they become."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from itertools import pairwise

import dti_files
import nbformat
import pypdf
import pytest
from conftest import (
    LIVE,
    ROOT,
    briefing,
    copied,
    in_this_process,
    keep_chapters,
    parse,
    published,
    shorten,
    spoil_cell,
    tracked_notebooks,
    visible,
)

from helpers.analysis.edition import every
from helpers.building import batch, forks, notebooks, pipeline
from helpers.commands import wanted
from helpers.commands.options import ALL
from helpers.exceptions import BriefingError, ChapterError, ParameterError
from helpers.store import append, calendar, data
from helpers.words.language import LANGUAGES, Language
from helpers.words.refusals import failed_chapter

#: The names of the chapters' notebooks: a maintainer adds more.
CHAPTERS = [path.stem for path in tracked_notebooks() if re.match(r"\d\d_", path.name)]


def words_of(element):
    return " ".join("".join(element.itertext()).replace("\u2060", "").split())


@pytest.mark.parametrize(
    ("lang", "figures"),
    [
        ("vi", ("1.380", "gần 100%", "10/63", "361,5", "302,6", "369", "29,8%")),
        ("en", ("1,380", "nearly 100%", "10 of 63", "361.5", "302.6", "369", "29.8%")),
    ],
)
def test_the_figures_of_the_year_are_on_the_page(built, lang, figures):
    words = visible(built.text(lang))
    for figure in figures:
        assert figure in words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_agenda_is_on_the_page(built, known, lang):
    words = visible(built.text(lang))
    for text in known["agenda"][f"text_{lang}"]:
        assert text in words, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_of_the_article_is_on_the_page(built, known, lang):
    words = visible(built.text(lang))
    names = known["indicators"].set_index("indicator")[f"name_{lang}"]
    facts = known["results"][known["results"]["source"] == "article"]
    shown_as_sentences = {"digital_signing_rank"}
    for indicator in set(facts["indicator"]) - shown_as_sentences:
        assert names[indicator] in words, indicator
    first = {"vi": "đứng đầu cả nước", "en": "first in the country"}[lang]
    assert first in words and "111-NQ/TU" in words


def test_nothing_later_than_the_as_of_date_is_on_the_page(built, package, known):
    later = set(package["sources"]["source"]) - set(known["sources"]["source"])
    for lang in LANGUAGES:
        text = built.text(lang)
        for source in later:
            assert f"source-{source}" not in text
        assert "6649" not in visible(text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_valid_file_without_script_or_request(built, lang):
    text = built.text(lang)
    tree = parse(text)
    assert tree.get("lang") == lang
    assert len(text.encode()) < 500_000
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "iframe", "object", "embed", "link", "img", "base"}
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not str(name).startswith("on"), "an event handler is a script"
            assert name != "style", "the policy allows no style but the page's own"
            if str(name) in {"src", "srcset", "data", "action", "poster"}:
                pytest.fail(f"{element.tag} loads {value}")
    style = " ".join(element.text for element in tree.iter("style"))
    assert "@import" not in style
    assert all(url.startswith('"data:') for url in re.findall(r"url\(([^)]+)", style))
    assert "No description has been provided for this image" not in text
    for word in ("open_chapter", "Traceback", "papermill", str(ROOT), "/tmp"):
        assert word not in text, "code or a path of a machine"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ids_are_unique_and_links_resolve(built, lang):
    tree = parse(built.text(lang))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in tree.iter():
        target = element.get("href") or ""
        if target.startswith("#"):
            assert target[1:] in ids, target
        for name in (element.get("aria-labelledby") or "").split():
            assert name in ids


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_are_in_order_and_the_contents_name_every_chapter(built, lang):
    tree = parse(built.text(lang))
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    contents = {a.get("href"): words_of(a) for a in tree.find(".//nav").iter("a")}
    _, *others = CHAPTERS
    names = [name[len("01_") :].replace("_", "-") for name in others]
    assert list(contents) == [f"#{name}" for name in [*names, "appendix"]]
    heads = {f"#{head.get('id')}": words_of(head) for head in tree.iter("h2")}
    told = Language(lang)
    titles = {f"#{name}": str(told.say(f"{name}-title", year="2021")) for name in names}
    assert contents == {target: heads[target] for target in contents}
    assert {target: heads[target] for target in titles} == titles


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marks_are_numbered_in_order_and_every_source_has_its_entry(built, lang):
    text = built.text(lang)
    marks = re.findall(r'<a id="mark-\d+" href="#source-([^"]+)"[^>]*>\[(\d+)\]', text)
    numbers = {}
    for source, number in marks:
        assert numbers.setdefault(source, int(number)) == int(number)
    assert list(numbers.values()) == list(range(1, len(numbers) + 1)), "first seen, first numbered"
    entries = re.findall(r'<li id="source-([^"]+)"', text)
    assert entries == list(numbers)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_mark_leads_to_its_source_and_back(built, lang):
    tree = parse(built.text(lang))
    marks = {a.get("id"): a.get("href") for a in tree.iter("a") if "mark-" in a.get("id", "")}
    back = {}
    for entry in tree.iter("li"):
        if entry.get("id", "").startswith("source-"):
            paragraph = next(p for p in entry.iter("p") if p.get("class") == "dx-back")
            back |= {a.get("href"): f"#{entry.get('id')}" for a in paragraph.iter("a")}
    assert len(marks) > 100
    assert back == {f"#{mark}": source for mark, source in marks.items()}


def test_executed_notebooks_are_kept_for_audit(built):
    for lang in LANGUAGES:
        kept = sorted((built.out / "2021" / "executed" / f"bac-giang.{lang}").glob("*.ipynb"))
        assert [path.stem for path in kept] == CHAPTERS
        notebook = nbformat.read(kept[0], as_version=4)
        assert notebook.metadata.papermill.parameters.lang == lang


def add_later_data(project):
    """Add a result, an edition and a year, all of them known only after the 2022 briefing."""
    rows = {
        "sources": [{"source": "later", "title": "Later", "language": "en", "publisher": "A",
                     "publisher_en": "A", "published": "2023-01-01",
                     "available_from": "2023-01-01"}],
        "results": [{"scope": "bac-giang", "indicator": "files_online_share", "period": "2021",
                     "timing": "during", "value": "25", "qualifier": "exact",
                     "basis": "printed", "source": "later"}],
    }  # fmt: skip
    append.append(project / "data", rows)
    table = dti_files.comma(dti_files.following_rows())
    file = project / "following.csv"
    columns = [name for name in dti_files.VIETNAMESE if name in table]
    dti_files.write_csv(file, dti_files.lines(table, columns), ";")
    options = dti_files.following_options()
    imported = briefing("import-dti", *options, file, "--project", project)
    assert imported.returncode == 0, imported.stderr
    last = data.load(project / "data")["briefings"].sort_values("year").iloc[-1]
    options = ("--province", last["province"], "--project", project)
    begun = briefing("new-year", last["year"] + 1, *options)
    assert begun.returncode == 0, begun.stderr


def test_later_data_changes_no_byte_of_what_is_published(tmp_path):
    """Each in its language: a batch of two years, and the page of a single build."""
    project = copied(tmp_path / "project", LIVE)
    add_later_data(project)
    with in_this_process():
        batch.batch([(2022, "bac-giang")], ["en"], tmp_path, project)
        pipeline.build(2021, "bac-giang", ["vi"], tmp_path, project)
    for page in ("2021/bac-giang.vi.html", "2022/bac-giang.en.html"):
        published = (ROOT / "reports" / page).read_bytes()
        assert (tmp_path / page).read_bytes() == published, "run: make briefing"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("raise ValueError('no such figure')", "ValueError: no such figure"),
        ("from rich.traceback import install\ninstall()\n1 / 0", "ZeroDivisionError"),
        ("import os\nos._exit(3)", "the process ended with exit code 3"),
    ],
)
def test_a_failing_cell_changes_nothing_and_is_named(project, tmp_path, source, error):
    keep_chapters(project, "05")
    spoil_cell(project, "05_agenda.ipynb", source)
    out = tmp_path / "out"
    (out / "2021").mkdir(parents=True)
    last_good = out / "2021" / "bac-giang.vi.html"
    last_good.write_text("the last good briefing", encoding="utf-8")
    options = ("--project", project, "--out", out, "--lang", "vi", "--year", 2021)
    done = briefing("build", *options)
    assert done.returncode == 1
    executed = out / "2021" / "executed" / "bac-giang.vi" / "05_agenda.ipynb"
    assert "briefing: chapter 05_agenda.ipynb, cell 4: " in done.stderr
    assert error in done.stderr
    assert f"the executed notebook: {executed}" in done.stderr
    assert 'File "' not in done.stderr, "no traceback of ours"
    assert executed.is_file()
    assert last_good.read_text(encoding="utf-8") == "the last good briefing"
    assert sorted(path.name for path in (out / "2021").iterdir()) == [
        "bac-giang.vi.html",
        "executed",
    ]


def test_an_error_of_ours_is_one_line_in_the_notebook_and_still_fails_the_build(project, tmp_path):
    keep_chapters(project, "05")
    source = (
        "from helpers.pages.page import open_chapter\nopen_chapter('agenda', 2019, province, lang)"
    )
    spoil_cell(project, "05_agenda.ipynb", source)
    done = briefing(
        "build", "--project", project, "--out", tmp_path, "--lang", "vi", "--year", 2021
    )
    assert done.returncode == 1
    said = "briefing: chapter 05_agenda.ipynb, cell 4: ParameterError: no data for the year 2019;"
    assert said in done.stderr
    executed = tmp_path / "2021" / "executed" / "bac-giang.vi" / "05_agenda.ipynb"
    cells = notebooks.read_notebook(executed).cells
    errors = [
        each for cell in cells for each in cell.get("outputs", ()) if each.output_type == "error"
    ]
    assert [each.ename for each in errors] == ["ParameterError"]
    (line,) = errors[0].traceback
    assert line.startswith("Năm 2019 không có dữ liệu; các năm có: 2021")


def test_one_language_is_not_published_without_the_other(project, tmp_path):
    keep_chapters(project, "05")
    spoil_cell(project, "05_agenda.ipynb", "assert lang == 'vi'")
    with pytest.raises(ChapterError, match=r"05_agenda.ipynb, cell 4: AssertionError"):
        pipeline.build(2021, "bac-giang", LANGUAGES, tmp_path / "out", project)
    assert not list((tmp_path / "out" / "2021").glob("*.html"))


def test_a_page_that_cannot_be_written_leaves_the_others(tmp_path):
    good, bad = tmp_path / "a.html", tmp_path / "missing" / "b.html"
    good.write_text("old", encoding="utf-8")
    with pytest.raises(BriefingError, match=r"missing.*cannot be written"):
        append.write_all({good: b"new", bad: b"new"})
    assert good.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_new_chapter_is_found_by_its_number(project):
    found = notebooks.chapters(project / "notebooks")
    assert [chapter.id for chapter in found][:2] == ["overview", "online-services"]
    shutil.copy(found[0].path, project / "notebooks" / "06_more.ipynb")
    assert notebooks.chapters(project / "notebooks")[-1].name == "more"


def test_a_chapter_with_other_parameters_is_refused(project):
    path = project / "notebooks" / "01_overview.ipynb"
    text = path.read_text(encoding="utf-8")
    for old, new, message in (
        ("year = 2021", "yaer = 2021", "unknown parameter “yaer”"),
        ('"parameters"', '"parameter"', "0 cells tagged parameters"),
    ):
        path.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(BriefingError, match=message):
            notebooks.chapters(project / "notebooks")
    with pytest.raises(BriefingError, match="no chapters"):
        notebooks.chapters(project / "data")


@pytest.mark.parametrize(
    "text", ["{bad", "", "{}", "[]", '{"nbformat": 4}', '{"nbformat": 4, "cells": 3}', "\udcff"]
)
def test_a_notebook_that_cannot_be_read_is_named_with_its_cure(project, tmp_path, text):
    path = project / "notebooks" / "05_agenda.ipynb"
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    done = briefing("build", "--project", project, "--out", tmp_path / "out", "--year", 2021)
    said = f"briefing: {path} cannot be read as a notebook: restore it from git\n"
    assert (done.returncode, done.stderr) == (1, said)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("place", ["", "below"])
def test_a_file_in_the_way_of_the_reports_is_one_line(tmp_path, place):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    done = briefing("build", "--out", tmp_path / "file" / place, "--year", 2021)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    named = tmp_path / "file" / place
    assert line == f"briefing: {named} is not a folder: a file is in the way; name another"
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("below", [".", "notebooks"])
def test_the_pages_go_to_the_project_from_wherever_in_it(project, monkeypatch, below):
    asked = []
    monkeypatch.setattr(batch, "batch", lambda *given: asked.append(given[2].resolve()) or [])
    done = briefing("build", "--year", 2021, folder=project / below)
    assert (done.returncode, asked) == (0, [project / "reports"])
    briefing("build", "--year", 2021, "--out", "here", folder=project / below)
    assert asked[1:] == [(project / below / "here").resolve()]


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path):
    with pytest.raises(BriefingError, match=r"cannot be made \(File name too long\)"):
        append.make_folder(tmp_path / ("a" * 300))


def test_parameters_are_checked_before_anything_runs(tmp_path):
    with pytest.raises(ParameterError, match="years with data: 2021"):
        pipeline.build(1999, "bac-giang", ["vi"], tmp_path, ROOT)
    assert list(tmp_path.iterdir()) == []


def test_all_years_are_those_in_which_the_province_was_there(project):
    rows = [{"year": str(year), "province": "bac-giang", "as_of": f"{year}-12-31",
             "title_vi": "{province}",
             "title_en": "{province}", "office_vi": "a", "office_en": "a"}
            for year in (2024, 2025)]  # fmt: skip
    append.append(project / "data", {"briefings": rows})
    five = [2021, 2022, 2023, 2024, 2025]

    def years(year, province):
        return [each for each, _ in wanted.briefings(project, year, province, LANGUAGES)]

    assert years(ALL, "bac-giang") == five[:-1]
    assert years(ALL, "bac-ninh-2025") == [2025]
    assert years(ALL, "ha-noi") == five
    assert years(ALL, "Bắc Giang") == five[:-1]
    assert years(ALL, "Bac Ninh") == five, "one after the other"
    assert wanted._years_of(calendar.read(project / "data"), "nowhere") == [2025], (
        "which is refused then"
    )
    with pytest.raises(ParameterError, match="unknown province “nowhere”"):
        years(ALL, "nowhere")
    assert years("2022", "bac-giang") == [2022]


def test_where_no_province_is_named_the_briefings_of_the_data_are_meant():
    package = published()
    named = package["briefings"].sort_values(["year", "province"])
    whole = list(zip(named["year"].astype(int), named["province"], strict=True))
    assert wanted.briefings(ROOT, ALL, ALL, LANGUAGES) == whole
    assert len({province for _, province in whole}) > 1
    for year, province in whole:
        assert wanted.briefings(ROOT, str(year), ALL, LANGUAGES) == [(year, province)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--province", "bac-nin"), "unknown province “bac-nin”, did you mean bac-ninh?"),
        (("--year", "2019"), "no data for the year 2019; years with data: 2021"),
        (("--year", "soon"), "“soon” is neither a reporting year nor “all”"),
        (("--lang", "fr"), "unknown language “fr”; there are: vi, en"),
        (
            ("--year", "2025", "--province", "bac-giang"),
            "Bắc Giang has been part of Bắc Ninh since 1 July 2025: use province bac-ninh-2025",
        ),
        (
            ("--year", "2025", "--province", "bac-ninh"),
            "Bắc Ninh has been part of a new unit of the same name since 1 July 2025: "
            "use province bac-ninh-2025",
        ),
        (
            ("--year", "2023", "--province", "bac-ninh-2025"),
            "the new Bắc Ninh was made of Bắc Giang and Bắc Ninh on 1 July 2025: "
            "for 2023 use province bac-giang or bac-ninh",
        ),
        (("--provnce", "x"), "there is no option --provnce"),
    ],
)
def test_a_wrong_option_is_one_line_and_exit_2(tmp_path, arguments, message):
    done = briefing("build", "--out", tmp_path, *arguments)
    assert done.returncode == 2
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1 and lines[0].startswith(f"briefing: {message}")
    assert list(tmp_path.iterdir()) == []


#: What takes long to import, and what reads tables, which takes a third of a second.
SLOW = "papermill nbconvert nbformat frictionless joblib bs4 scipy seaborn matplotlib SALib"
TABLES = "numpy pandas"


@pytest.mark.parametrize(
    ("call", "unused", "said"),
    [
        (("--help",), f"{SLOW} {TABLES} rich", ""),
        (("build", "--help"), f"{SLOW} {TABLES} rich", ""),
        (("nothing",), f"{SLOW} {TABLES}", "there is no command “nothing”"),
        (("build", "--nothing"), f"{SLOW} {TABLES}", "there is no option --nothing"),
        (("build", "--lang", "fr"), f"{SLOW} {TABLES}", "unknown language “fr”"),
        (("build", "--draft", "--lang", "fr"), f"{SLOW} {TABLES}", "unknown language “fr”"),
        (("build", "--year", "soon"), f"{SLOW} {TABLES}", "“soon” is neither"),
        (
            ("build", "--year", "2019"),
            f"{SLOW} {TABLES}",
            "no data for the year 2019; years with data: {years}",
        ),
        (
            ("build", "--province", "bac-gian"),
            f"{SLOW} {TABLES}",
            "unknown province “bac-gian”, did you mean",
        ),
        (
            ("build", "--year", "2025", "--province", "bac-giang"),
            f"{SLOW} {TABLES}",
            "Bắc Giang has been part",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_refusal_comes_before_anything_slow_is_imported(tmp_path, call, unused, said):
    code = f"""if True:
        import atexit, sys
        from helpers import cli
        atexit.register(lambda: print(sorted(set({unused!r}.split()) & set(sys.modules))))
        cli.main()"""
    out = ["--out", str(tmp_path)] if "build" in call else []
    command = [sys.executable, "-c", code, *call[:1], *out, *call[1:]]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"
    assert done.returncode == (2 if said else 0), done.stderr
    years = ", ".join(str(year) for year in sorted(set(published()["briefings"]["year"])))
    begins = f"briefing: {said.format(years=years)}" if said else ""
    assert done.stderr.startswith(begins) and done.stderr.count("\n") == bool(said)


def test_a_pdf_without_its_library_is_one_line_before_anything_runs(tmp_path, monkeypatch):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library')")
    for name in [each for each in sys.modules if each.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(forks, "run_all", lambda *asked: pytest.fail("a chapter runs"))
    done = briefing("build", "--pdf", "--out", tmp_path / "out")
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("briefing: the PDF needs Pango") and "apt-get install" in line
    assert not (tmp_path / "out").exists()


def test_the_pdfs_lie_beside_the_page_and_the_whole_has_its_chapters_as_outline(
    project, tmp_path, printer
):
    """Made in forks, as the command does; of little, which is sooner printed than all."""
    keep_chapters(project, "01", "05")
    shorten(project, "01_overview.ipynb", "overview.decision")
    pipeline.build(2021, "bac-giang", LANGUAGES, tmp_path, project, paper=True)
    for lang in LANGUAGES:
        path = tmp_path / "2021" / f"bac-giang.{lang}.html"
        page = parse(path.read_text(encoding="utf-8"))
        paper = pypdf.PdfReader(path.with_suffix(".pdf"))
        assert paper.metadata.title == page.find(".//title").text
        outline = str(paper.outline)
        chapters = [head for head in page.iter("h2") if head.get("id") != "contents-title"]
        assert len(chapters) >= 2
        for chapter in chapters:
            assert " ".join(chapter.text.split()) in outline
        assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
        for kind in ("handout", "slide"):
            (sheet,) = pypdf.PdfReader(path.with_suffix(f".{kind}.pdf")).pages
            wide = sheet.mediabox.width > sheet.mediabox.height
            assert wide == (kind == "slide")


def test_the_list_of_briefings_is_made_with_them(built):
    links = [a.get("href") for a in parse((built.out / "index.html").read_text("utf-8")).iter("a")]
    assert links == ["2021/bac-giang.vi.html", "2021/bac-giang.en.html"]


def test_check_says_that_all_is_well(live):
    done = briefing("check")
    assert done.returncode == 0
    first, *others = done.stdout.splitlines()
    proven = [line for line in others if line.startswith("DTI ")]
    assert re.fullmatch(r"\d+ tables, [\d,]+ rows: no problems", first)
    assert [line.split(":")[0] for line in proven] == [
        f"DTI {each.shown}" for each in every(published())
    ]
    assert "10 of 10 totals follow from all their components" in proven[0]
    assert proven[1] == "DTI 2021: no total with published components"
    assert "5 of 5 totals" in proven[2] and "58 of 58 agree with" in proven[2]
    last = published()["briefings"]["year"].max()
    facts = published()["confirmed"]
    documents = facts["source"].nunique()
    said = f"Confirmed: {len(facts)} numbers printed by {documents} other documents agree"
    accepted = f"{first.partition(' ')[0]} tables as accepted"
    assert said in others and accepted in others
    rest = [line for line in others if line not in (*proven, said, accepted)]
    assert all(re.match(rf"{last}: no .* in agenda.csv", line) for line in rest)


def test_errors_survive_the_way_back_from_a_worker():
    error = failed_chapter("01_overview.ipynb", 4, "ValueError: x", "somewhere.ipynb")
    kind, arguments = error.__reduce__()
    again = kind(*arguments)
    assert (str(again), again.said) == (str(error), error.said)
    assert (again.chapter, again.cell, again.error) == (error.chapter, 4, "ValueError: x")


def test_a_kernel_never_compiles_the_iri_grammar():
    code = "import helpers.building.pipeline, sys; print(sys.modules['rfc3987_syntax'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "None"


def test_another_province_has_its_own_page(built, project, tmp_path):
    steps = []
    with in_this_process():
        options = {"report": lambda *step: steps.append(step)}
        path = pipeline.build(2021, "da-nang", ["vi"], tmp_path, project, **options)[0]
    assert [done for _, done, _ in steps] == list(range(1, len(steps) + 1))
    assert {count for *_, count in steps} == {len(steps)}
    assert steps[0][0] == "overview (vi)" and steps[-1][0] == "page (vi)"
    words = visible(path.read_text(encoding="utf-8"))
    assert "Đà Nẵng dẫn đầu" in words and "1.380" not in words
    assert "Bắc Giang yếu" not in words
    assert "Đơn vị lập" not in words, "no office of Da Nang made it"
    kept = path.parent / "executed" / "da-nang.vi" / "01_overview.ipynb"
    executed = json.loads(kept.read_text(encoding="utf-8"))
    assert executed["metadata"]["papermill"]["parameters"]["province"] == "da-nang"
    assert "Chuyển đổi số Đà Nẵng năm 2021" in words

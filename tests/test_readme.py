"""The pages for newcomers and maintainers: what they say to type is typed, as they say it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys

import dti_files
import nbformat
import pytest
from conftest import LIVE, ROOT, briefing, copied, in_this_process
from openpyxl import load_workbook

from helpers.building.notebooks import ANALYST
from helpers.store import data

READMES = ("README.md", "README.en.md")
MAINTAINING = "data/MAINTAINING.md"
#: What the commands of a page name that a reader has to have: the file of a table.
FILE = {"FILE": "dti.csv", "TỆP": "dti.csv"}


def words(name):
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text, kind):
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.M | re.S)


def commands(text):
    """Return every command ``briefing`` that a page names whole, in its order."""
    inline = re.findall(r"`(briefing [^`]+)`", text)
    typed = re.findall(r"^(briefing .+)$", "".join(blocks(text, "sh")), re.M)
    return list(dict.fromkeys(each.strip() for each in inline + typed))


def shape(command):
    """Return a command without the words that a language or a reader chooses."""
    return re.sub(r"vi\b|en\b|FILE|TỆP|thay-doi|changes", "…", command)


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_a_page_with_its_pictures(name):
    text = words(name)
    assert len(text.splitlines()) <= 115
    pictures = re.findall(r"!\[[^\]]{10,}\]\(([^)]+)\)", text)
    assert len(pictures) >= 3 and len(set(pictures)) == len(pictures)
    for picture in pictures:
        assert (ROOT / picture).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", [*READMES, MAINTAINING])
def test_every_link_leads_to_a_file_and_every_target_is_there(name):
    text = words(name)
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (ROOT / name).parent.joinpath(link).is_file(), link
    targets = set(re.findall(r"^([a-z]+):", words("Makefile"), re.M))
    named = re.findall(r"(?<!`)`make ([a-z]+)", text)
    named += re.findall(r"^make ([a-z]+)", "".join(blocks(text, "sh")), re.M)
    assert named and set(named) <= targets


def test_both_readmes_say_to_type_the_same():
    one, other = ([shape(each) for each in commands(words(name))] for name in READMES)
    assert one == other and len(one) > 6
    codes = [[re.sub(r" *#.*", "", each) for each in blocks(words(name), "python")]
             for name in READMES]  # fmt: skip
    assert codes[0] == codes[1] != []
    heads = [re.findall(r"^#+", words(name), re.M) for name in READMES]
    assert heads[0] == heads[1]


@pytest.fixture(scope="module")
def place(tmp_path_factory, built):
    """A copy of the project that has the briefing of 2021, and the file of a new table."""
    folder = copied(tmp_path_factory.mktemp("readme") / "project", LIVE)
    shutil.copytree(built.out / "2021", folder / "reports" / "2021")
    rows = dti_files.following_rows()
    table = dti_files.lines(rows, [name for name in dti_files.VIETNAMESE if name in rows])
    dti_files.write_csv(folder / FILE["FILE"], table)
    return folder


def fill_in_its_day(form):
    """Fill in the one cell that a form cannot do without: the last day of its year."""
    book = load_workbook(form)
    cells = {row[-1].value: row[-2] for row in book.worksheets[0].iter_rows()}
    cells["as_of"].value = f"31/12/{cells['year'].value}"
    book.save(form)


#: The Lab is opened by its own test, many briefings are made by those of the batch, and what
#: watches until it is stopped is stopped by its own.
ELSEWHERE = {
    "briefing lab", "briefing build", "briefing batch --year 2023 --provinces all", "briefing watch"
}  # fmt: skip


def test_the_commands_of_the_readmes_run_as_they_are_written(place, tmp_path, monkeypatch):
    folder = shutil.copytree(place, tmp_path / "project")
    monkeypatch.setenv(data.DATA_VARIABLE, str(folder / "data"))
    whole = {shape(each): each for name in READMES for each in commands(words(name))}
    found = [each for each in whole.values() if each not in ELSEWHERE]
    # What a new year adds comes last: the form is written, and taken when its day is filled in.
    for command in sorted(found, key=lambda each: (" take " in each, "new-year" in each)):
        _, *arguments = shlex.split(command)
        if " take " in command:
            fill_in_its_day(folder / arguments[-1])
        with in_this_process():
            done = briefing(*(FILE.get(each, each) for each in arguments), folder=folder)
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout.strip(), command


@pytest.mark.parametrize("name", [*READMES, MAINTAINING])
def test_the_python_of_a_page_runs(name):
    whole = [each for each in blocks(words(name), "python") if "page" not in each]
    assert whole
    for code in whole:
        exec(compile(code, name, "exec"), {})


def recipe(text):
    """Return the part of the maintainer's page that says how to add a chapter."""
    return re.search(r"add a chapter\?\*\*(.*?)^\*\*\.\.\.", text, re.M | re.S)[1]


def undo(folder):
    """Take out of a copy of the project the recipe's chapter, which a maintainer may have added."""
    notebooks, locales = folder / "notebooks", folder / "src/helpers/locales"
    (notebooks / "06_documents.ipynb").unlink(missing_ok=True)
    message, meaning = r"documents-.*\n(?:[ \t}].*\n)*", r"documents-.*\n"
    for name, lines in (("vi.ftl", message), ("en.ftl", message), ("meanings.csv", meaning)):
        text = (locales / name).read_text(encoding="utf-8")
        text = re.sub(rf"^{lines}", "", text, flags=re.M)
        (locales / name).write_text(text, encoding="utf-8", newline="\n")


def follow(folder):
    """Do in a copy of the project what the recipe of a chapter says, and nothing else."""
    text = recipe(words(MAINTAINING))
    notebooks, locales = folder / "notebooks", folder / "src/helpers/locales"
    notebook = nbformat.read(notebooks / "01_overview.ipynb", as_version=4)
    kept = {tag: next(cell for cell in notebook.cells if tag in cell.metadata.get("tags", []))
            for tag in ("parameters", "standalone")}  # fmt: skip
    cells = [nbformat.v4.new_code_cell(code.strip()) for code in blocks(text, "python")]
    cells[2].metadata.tags = [ANALYST]
    notebook.cells = [kept["parameters"], *cells, kept["standalone"]]
    nbformat.write(notebook, notebooks / "06_documents.ipynb")
    for lang, lines in zip(("vi", "en"), blocks(text, "fluent"), strict=True):
        with (locales / f"{lang}.ftl").open("a", encoding="utf-8") as file:
            file.write(f"\n{lines}")
    meanings = locales / "meanings.csv"
    (added,) = blocks(text, "csv")
    head, *rows = meanings.read_text(encoding="utf-8").splitlines()
    lines = [head, *sorted([*rows, *added.splitlines()])]
    meanings.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


#: The tests that look at every chapter or at every message.
LOOK_AT_ALL = [
    "tests/test_notebooks.py",
    "tests/chapters/test_sections.py",
    "tests/words/test_language.py",
    "tests/chapters/test_chapters.py",
]
SOME = (
    "06_documents or same_messages or every_message or the_chapters_are "
    "or names_the_same or (every_kind and 2022-bac-giang)"
)
#: The chapter's own notebook is looked at five times, the messages three, its page once.
AT_LEAST = 10


def test_a_chapter_added_as_the_page_says_passes_the_tests(tmp_path):
    folder = copied(tmp_path / "project")
    for name in ("src", "tests"):
        shutil.copytree(ROOT / name, folder / name)  # As it is compiled, so that nobody does again.
    for name in ("pyproject.toml", MAINTAINING):
        shutil.copy(ROOT / name, folder / name)
    undo(folder)
    follow(folder)
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", *LOOK_AT_ALL, "-k", SOME]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert int(re.search(r"(\d+) passed", done.stdout)[1]) >= AT_LEAST


def test_a_chapter_that_is_there_already_is_followed_from_its_beginning(tmp_path):
    folder = copied(tmp_path / "project")
    locales = shutil.copytree(ROOT / "src/helpers/locales", folder / "src/helpers/locales")
    files = [*(folder / "notebooks").iterdir(), *locales.iterdir()]
    undo(folder)
    before = {path: path.read_text(encoding="utf-8").split() for path in files if path.exists()}
    follow(folder)
    assert "documents-title" in (locales / "vi.ftl").read_text(encoding="utf-8")
    undo(folder)
    assert before == {path: path.read_text(encoding="utf-8").split() for path in before}
    assert not (folder / "notebooks" / "06_documents.ipynb").exists()

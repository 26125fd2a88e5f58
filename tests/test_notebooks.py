"""The notebooks: thin, clean, and each one runs alone through the papermill command."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys

import nbformat
import papermill
import pytest
from conftest import ROOT, parse, tracked_notebooks

from helpers.building import engine, notebooks

NOTEBOOKS = tracked_notebooks()
CHAPTERS = [path for path in NOTEBOOKS if re.match(r"\d\d_", path.name)]


def test_the_chapters_are_there():
    ours = ["01_overview", "02_online_services", "03_dti_position", "04_dti_outlook", "05_agenda"]
    assert [path.stem for path in CHAPTERS if path.stem in ours] == ours


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_thin_and_clean(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert "papermill" not in notebook.metadata
    for cell in notebook.cells:
        assert len(cell.source.splitlines()) <= 12
        if cell.cell_type == "code":
            # An analyst draws (`with style.use(...):`), recipes show a loop, and what follows the
            # explorer is a function; nothing else has a body there.
            own = {"recipes": {"for", "with"}, "explore": {"def"}}.get(path.stem, set())
            bodies = "|".join({"def", "class", "while", "if", "try", "for", "with"} - own)
            source = cell.source
            if notebooks.ANALYST in cell.metadata.get("tags", []):
                source = re.sub(r"^with style\.use\(.*\):$", "", source, flags=re.M)
            assert not re.search(rf"^\s*({bodies})\b", source, re.M)
            assert not re.search(r"[\"'](/|[A-Z]:\\)", cell.source), "an absolute path"


def every_tracked():
    """Every notebook that git keeps, wherever it lies."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "*.ipynb"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return [ROOT / name for name in listed.split("\0") if name] or NOTEBOOKS


def kept(path):
    """The text of a notebook as git keeps it: in a working folder one that was run may hold more.

    Git's filter leaves that out.
    """
    command = ["git", "-C", str(path.parent), "show", f":./{path.name}"]
    shown = subprocess.run(command, capture_output=True, check=False).stdout
    return (shown or path.read_bytes()).decode("utf-8")


#: What a notebook says of itself: nothing of the machine, nor of who ran it last.
OF_NOTEBOOK = {"kernelspec": {"display_name", "language", "name"}, "language_info": {"name"}}
OF_CELL = {"tags"}


def faults_of(text):
    """What is wrong with a notebook that git keeps; its text is looked at, which nobody mended."""
    raw = json.loads(text)
    found = [f"format {raw['nbformat']}.{raw['nbformat_minor']}"] if (
        (raw["nbformat"], raw["nbformat_minor"]) < (4, 5)) else []  # fmt: skip
    ids = [cell.get("id", "") for cell in raw["cells"]]
    if len({*ids} - {""}) < len(ids):
        found.append("cells without an id of their own")
    try:
        nbformat.validate(json.loads(text))
    except nbformat.ValidationError as error:
        found.append(error.message)
    for name, own in raw["metadata"].items():
        if not set(own) <= OF_NOTEBOOK.get(name, set()):
            found.append(f"metadata {name}")
    for cell in raw["cells"]:
        extra = set(cell["metadata"]) - OF_CELL
        found += [f"cell metadata {name}" for name in sorted(extra)]
        found += [name for name in ("outputs", "execution_count", "attachments") if cell.get(name)]
    return found


@pytest.mark.parametrize("path", every_tracked(), ids=lambda path: path.stem)
def test_git_keeps_what_the_author_wrote_and_nothing_else(path):
    assert not faults_of(kept(path))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda raw: raw["cells"][1].update(execution_count=3), "execution_count"),
        (lambda raw: raw["cells"][1].update(outputs=[
            {"output_type": "stream", "name": "stdout", "text": "x"}]), "outputs"),
        (lambda raw: raw["cells"][1].update(id=raw["cells"][0]["id"]), "cells without an id"),
        (lambda raw: raw["cells"][1].pop("id"), "cells without an id"),
        (lambda raw: raw["metadata"].update(widgets={"state": {}}), "metadata widgets"),
        (lambda raw: raw["metadata"]["language_info"].update(version="3.11.7"), "language_info"),
        (lambda raw: raw["metadata"].update(papermill={"input_path": "x"}), "papermill"),
        (lambda raw: raw["cells"][1]["metadata"].update(papermill={}), "cell metadata papermill"),
        (lambda raw: raw.update(nbformat_minor=4), "format 4.4"),
        (lambda raw: raw["cells"][1].update(cell_type="sql"), "sql"),
    ],
)  # fmt: skip
def test_what_nobody_wrote_is_seen(change, fault):
    raw = json.loads(kept(CHAPTERS[0]))
    code = [cell for cell in raw["cells"] if cell["cell_type"] == "code"]
    raw["cells"] = [raw["cells"][0], *code]
    raw["metadata"].setdefault("language_info", {"name": "python"})
    change(raw)
    assert any(fault in each for each in faults_of(json.dumps(raw)))


def test_an_own_notebook_is_nobody_elses():
    own = ROOT / "notebooks" / "mine" / "06_own.ipynb"
    command = ["git", "-C", str(ROOT), "check-ignore", str(own)]
    ignored = subprocess.run(command, capture_output=True, check=False)
    assert ignored.returncode == 0
    assert own.parent not in {path.parent for path in tracked_notebooks()}


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_defaults_are_the_vietnamese_briefing_of_2021(path):
    cells = nbformat.read(path, as_version=4).cells
    tagged = [cell for cell in cells if "parameters" in cell.metadata.get("tags", [])]
    assert [cell.source for cell in tagged] == ['year = 2021\nprovince = "bac-giang"\nlang = "vi"']


def test_explore_runs_through_papermill_with_any_choice(tmp_path):
    out = tmp_path / "explore.ipynb"
    # A kernel runs it: widgets speak to one. The command that a shell knows runs a chapter below.
    papermill.execute_notebook(
        ROOT / "notebooks/explore.ipynb", out,
        {"edition": 2020, "rival": "bac-ninh", "lang": "en"},
        cwd=ROOT / "notebooks", progress_bar=False,
    )  # fmt: skip
    cells = nbformat.read(out, as_version=4).cells
    shown = [
        output.data for cell in cells for output in cell.get("outputs", []) if "data" in output
    ]
    views = [each for each in shown if "application/vnd.jupyter.widget-view+json" in each]
    assert len(views) == 12, "the explorer, and a widget that follows it in each cell below"
    states = notebook_widgets(out)
    followed = [one["data"] for state in states for one in state.get("outputs", [])]
    tables = [data["text/html"] for data in followed if "text/html" in data]
    assert any("Kien Giang" in text and "0.3631" in text for text in tables), "the sortable table"
    assert any("-0.01947" in text for text in tables), "the parts of the gap to the rival"
    assert any("image/svg+xml" in data for data in followed), "the published scores"
    fetched = [text for text in tables if re.search(r"(from|import|src=)\s*\(?['\"]https?:", text)]
    assert fetched == [], "it works without a network"


def notebook_widgets(path):
    """The states of the widgets that an executed notebook keeps."""
    kept = nbformat.read(path, as_version=4).metadata.widgets
    return [
        each["state"]
        for each in kept["application/vnd.jupyter.widget-state+json"]["state"].values()
    ]


def by_command(path, out):
    command = [sys.executable, "-m", "papermill", str(path), str(out), "-p", "lang", "en",
               "--cwd", str(path.parent), "--no-progress-bar"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def by_engine(path, out):
    """Run a chapter as a build does; that kernels run each chapter, the built pages show."""
    papermill.execute_notebook(
        path, out, {"lang": "en"}, engine_name=engine.NAME, cwd=path.parent, progress_bar=False
    )


def speaking(cells):
    """The cells of a chapter that show a piece of the page: they end in an expression."""
    code = [cell for cell in cells if cell.cell_type == "code"]
    code = [cell for cell in code if notebooks.ANALYST not in cell.metadata.get("tags", [])]
    return [cell for cell in code if isinstance(ast.parse(cell.source).body[-1], ast.Expr)]


def sentences(html):
    """The texts of a page, each of one element and without what is numbered by what stands before.

    Those are the marks of sources, and the ids by which a chart names its parts.
    """
    tree = parse(html)
    for style in [*tree.iter("style"), *tree.iter("title")]:
        style.text = ""
    found = set()
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag != "a":
            words = (element.text, *(child.tail for child in element))
            found |= {" ".join((each or "").replace("\u2060", "").split()) for each in words}
    return {each for each in found if each}


def said_alone(cells):
    """What the cells of a chapter that ran alone show, but for the sources that it lists.

    And but for the table of other results: a briefing leaves out of it what other chapters tell.
    """
    said = set()
    for cell in speaking(cells):
        own = notebooks.STANDALONE not in cell.metadata.get("tags", [])
        if own and "others(" not in cell.source:
            for output in cell.outputs:
                piece = output.get("data", {}).get("text/html", "")
                said |= sentences(f"<!DOCTYPE html><title>x</title><body>{piece}")
    return said


@pytest.mark.parametrize(
    ("path", "run"),
    [(path, by_command if path.stem == "05_agenda" else by_engine) for path in CHAPTERS],
    ids=lambda value: getattr(value, "stem", ""),
)
def test_a_chapter_runs_alone_through_papermill(path, run, tmp_path, built):
    out = tmp_path / path.name
    run(path, out)
    cells = nbformat.read(out, as_version=4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    shown = [
        output.data["text/html"] for output in outputs if "text/html" in output.get("data", {})
    ]
    assert len(shown) >= len(speaking(cells))
    assert "Sources" in shown[-1] and "<style>" in shown[-1], "it lists its own sources"
    assert not any("<img" in piece for piece in shown)
    said = said_alone(cells)
    assert len(said) >= len(speaking(cells)) - 1, "each cell says something, besides the sources"
    assert any(map(re.compile(r"\d").search, said))
    assert said - sentences(built.text("en")) == set(), "the briefing says something else"

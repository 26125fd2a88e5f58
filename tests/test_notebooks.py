"""The notebooks: thin, clean, and each one runs alone through the papermill command."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import nbformat
import papermill
import pytest
from conftest import ROOT, tracked_notebooks

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


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_git_keeps_no_output(path):
    """In a working folder a notebook that was run may hold some: git's filter leaves it out."""
    command = ["git", "-C", str(path.parent), "show", f":./{path.name}"]
    kept = subprocess.run(command, capture_output=True, check=False).stdout or path.read_bytes()
    for cell in nbformat.reads(kept.decode("utf-8"), as_version=4).cells:
        assert not cell.get("outputs") and cell.get("execution_count") is None


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


@pytest.mark.parametrize(
    ("path", "run"),
    [*((path, by_engine) for path in CHAPTERS[:-1]), (CHAPTERS[-1], by_command)],
    ids=lambda value: getattr(value, "stem", ""),
)
def test_a_chapter_runs_alone_through_papermill(path, run, tmp_path):
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

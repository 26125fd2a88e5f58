"""The recipes run as an analyst runs them, and every cell shows what it promises."""

from __future__ import annotations

import ast
import io

import matplotlib as mpl
import nbformat
import pandas as pd
import papermill
import pytest
from conftest import ROOT, in_this_process
from matplotlib import pyplot

from helpers.analysis import robustness
from helpers.analysis.edition import Edition
from helpers.building import engine
from helpers.exceptions import BriefingError, ParameterError
from helpers.pages.pieces import Piece
from helpers.store import data

#: The recipes by number.
TEN = [str(number) for number in range(1, 11)]


def executed(project, lang, **parameters):
    """Run the notebook in a copy of the project: what it writes lies there.

    The engine of a build runs it, which shows what a kernel does: that is a test of the engine.
    """
    folder = project / "notebooks"
    notebook = papermill.execute_notebook(
        folder / "recipes.ipynb", folder / "out.ipynb", {"lang": lang, **parameters},
        engine_name=engine.NAME, cwd=folder, progress_bar=False,
    )  # fmt: skip
    assert notebook.cells == nbformat.read(folder / "out.ipynb", as_version=4).cells
    return notebook.cells


def by_question(cells):
    """Return what the cells of each question show, by its number."""
    found, shown = {}, []
    for cell in cells:
        if cell.cell_type == "markdown":
            shown = []
            head = cell.source.partition(".")[0]
            if head.startswith("## "):
                found[head.removeprefix("## ")] = shown
        else:
            assert not [each for each in cell.outputs if each.output_type == "stream"], cell.source
            shown += [output.data for output in cell.outputs]
    return found


def tables(shown):
    """Return the tables; a second line of heads, with an index's name alone, is left out."""
    pages = [data["text/html"] for data in shown if "<table" in data.get("text/html", "")]
    frames = [pd.read_html(io.StringIO(page), flavor="bs4")[0] for page in pages]
    return [frame.set_axis(frame.columns.get_level_values(0), axis="columns") for frame in frames]


def test_every_recipe_shows_what_it_promises(project, package, monkeypatch):
    monkeypatch.setenv("BRIEFING_DATA", str(project / "data"))
    before = set(ROOT.joinpath("notebooks").rglob("*"))
    shown = by_question(executed(project, "en"))
    assert set(ROOT.joinpath("notebooks").rglob("*")) == before
    assert list(shown) == TEN
    pages = {number: [data["text/html"] for data in each if "text/html" in data]
             for number, each in shown.items()}  # fmt: skip
    assert "Bac Giang" in pages["1"][0] and "Digital economy" in pages["1"][0]
    assert ["image/png" in data for data in shown["1"]] == [False, True]
    assert ["image/png" in data for data in shown["2"]] == [False, True, False]
    assert pages["2"][1].count("<svg") == 1 and "million dong" in pages["2"][1]
    fifth_again(*tables(shown["3"]), package)
    (file,) = (project / "notebooks" / "mine").glob("*.xlsx")
    assert file.name in shown["4"][0]["text/plain"]
    written = pd.read_excel(file, engine="calamine")
    assert "Bac Giang" in set(written["province"]) and len(written) == written["rank"].max()
    known = data.as_of(package, data.briefing_day(package, 2023))["results"]
    row = known.query("scope == 'bac-giang' and value.notna()").iloc[-1]
    assert f"{row['value']:,g}" in pages["5"][0] and "dx-mark" in pages["5"][0]
    assert "DTI total" in pages["5"][1] and "dx-mark" in pages["5"][1]
    assert "<h2" in pages["6"][0] and "<h3" in pages["6"][1]
    methods, ranks = tables(shown["7"])
    assert methods["method"].nunique() == 2
    assert (ranks["2020"] - ranks["2022"] == ranks["up"]).all()
    (chart,) = pages["8"]
    assert chart.count("<svg") == 1 and "Source" in chart
    assert len(pages["9"]) == 5 and len(set(pages["9"])) == 5
    (then,) = tables(shown["10"])
    editions = then.iloc[:, 0]
    assert len(editions) == 2 and editions.is_monotonic_increasing and editions.is_unique


def fifth_again(found, package):
    """Work the answer of the third recipe out again, part by part."""
    breakdown = Edition.of(package, 2022).breakdown
    names = package["dti_components"].set_index("name_en")["component"]
    reached = found.set_index(found.columns[0]).dropna()
    assert not reached.empty
    for name, row in reached.iterrows():
        rest = breakdown.weights.drop(names[name])
        for weight in row[["min", "max"]]:
            part = pd.Series({names[name]: weight})
            weights = pd.concat([rest / rest.sum() * (1 - weight), part])
            assert robustness.ranks_under(breakdown, weights)["bac-giang"] == 5


def run_here(folder, **parameters):
    """Run each cell in this process, as one who passes over a cell that fails does.

    Returns what the cells of each question show last, and the lines in which cells were refused.
    """
    names, shown, refused, number = {}, {}, {}, ""
    for cell in nbformat.read(folder / "recipes.ipynb", as_version=4).cells:
        if cell.cell_type == "markdown":
            number = cell.source.partition(".")[0].removeprefix("## ")
            continue
        if "parameters" in cell.metadata.get("tags", []):
            names |= parameters
            continue
        *steps, last = ast.parse(cell.source.replace("%matplotlib inline", "")).body
        ends = isinstance(last, ast.Expr)
        try:
            exec(compile(ast.Module(steps if ends else [*steps, last], []), "cell", "exec"), names)
            result = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if ends else 0
        except ParameterError as error:
            refused.setdefault(number, []).append(error._render_traceback_())
        else:
            shown.setdefault(number, []).append(result)
        pyplot.close("all")  # as the inline backend does
    return shown, refused


@pytest.mark.parametrize(
    ("year", "province", "unknown"),
    [
        (2023, "Thái Nguyên", set()),
        (2022, "da-nang", {"1", "2", "3", "8"}),
        (2021, "Thái Nguyên", {"2", "3", "5", "7"}),
    ],
    ids=["2023", "2022", "2021"],
)
def test_a_recipe_works_or_says_in_a_line_what_is_not_known(
    year, province, unknown, project, monkeypatch
):
    lang = "en" if year == 2022 else "vi"
    monkeypatch.chdir(project / "notebooks")
    monkeypatch.setattr(BriefingError, "language", lang)
    with in_this_process(), mpl.rc_context({"backend": "agg"}):
        monkeypatch.setenv("BRIEFING_DATA", str(project / "data"))
        shown, refused = run_here(project / "notebooks", year=year, province=province, lang=lang)
    assert set(refused) == unknown
    for lines in (each for number in refused.values() for each in number):
        (line,) = lines
        assert line.startswith("Đến ngày" if lang == "vi" else "on 31 December")
    pieces = [each for number in shown.values() for each in number if isinstance(each, Piece)]
    assert len(pieces) >= 3
    for table in (each for number in shown.values() for each in number):
        assert not isinstance(table, pd.DataFrame) or not table.empty


def test_run_all_goes_on_after_a_cell_that_says_what_is_not_known(project, monkeypatch):
    monkeypatch.setenv("BRIEFING_DATA", str(project / "data"))
    with pytest.raises(papermill.PapermillExecutionError, match="nothing of this was known"):
        executed(project, "en", year=2021, province="thai-nguyen")
    written = nbformat.read(project / "notebooks" / "out.ipynb", as_version=4)
    cells = [cell for cell in written.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in cells)
    refused = [(cell, output) for cell in cells for output in cell.outputs
               if output.output_type == "error"]  # fmt: skip
    assert {output.ename for _, output in refused} == {"ParameterError"}
    assert all("page.some(" in cell.source for cell, _ in refused)
    assert cells[-1].source == "page.sources()" and cells[-1].outputs

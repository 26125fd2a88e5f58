"""Each section of a chapter is an analysis: a table is made in sight, shown, and spoken from."""

from __future__ import annotations

import ast

import nbformat
import pandas as pd
import pytest
from cells import CHAPTERS, opened, undrawn
from conftest import open_page, tracked_notebooks

from helpers.building.notebooks import ANALYST
from helpers.chapters import dti_gaps
from helpers.pages.pieces import Piece


def sections(path):
    """The code cells of a chapter after its first, a list a section, with what each is for."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    cells = [cell for cell in cells if not {"parameters", "standalone"} & set(tags(cell))]
    first, *others = cells
    found = [[]]
    for cell in others:
        if cell.source.startswith("page.subheading"):
            found.append([])
        found[-1].append(cell)
    return first.source, [each for each in found if each]


def tags(cell):
    return cell.metadata.get("tags", [])


def frames(value):
    """Whether a value is a table, or holds one, or a list of such."""
    held = value if isinstance(value, list | tuple) else [value]
    return any(
        isinstance(each, pd.DataFrame | pd.Series)
        or any(isinstance(inner, pd.DataFrame | pd.Series) for inner in vars(each).values())
        for each in held
        if isinstance(each, pd.DataFrame | pd.Series) or hasattr(each, "__dict__")
    )


TRACKED = [path for path in CHAPTERS if path in tracked_notebooks()]


@pytest.mark.parametrize("path", TRACKED, ids=lambda path: path.stem)
@undrawn()
def test_a_section_makes_a_table_shows_it_and_speaks_from_it(path):
    page = open_page(2023, path.stem[3:], "bac-giang", "vi")
    first, found = sections(path)
    names = opened(page, first)
    for cells in found:
        made, shown, spoken = set(), set(), set()
        for cell in cells:
            *steps, last = ast.parse(cell.source).body
            exec(compile(ast.Module(steps, []), "cell", "exec"), names)
            if not isinstance(last, ast.Expr):
                exec(compile(ast.Module([last], []), "cell", "exec"), names)
                read = [
                    each for each in ast.walk(ast.parse(cell.source)) if isinstance(each, ast.Name)
                ]
                if ANALYST in tags(cell):  # it draws
                    shown |= {each.id for each in read}
                    continue
                stored = {each.id for each in read if isinstance(each.ctx, ast.Store)}
                made |= {name for name in stored if frames(names[name])}
                continue
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
            tree = ast.walk(ast.parse(cell.source))
            read = {each.id for each in tree if isinstance(each, ast.Name)}
            (shown if ANALYST in tags(cell) else spoken).update(read)
            assert ANALYST in tags(cell) or isinstance(value, Piece), cell.source
        where = cells[0].source
        assert made, f"{where}: no table is made"
        assert made & shown, f"{where}: no table is shown"
        assert made & spoken, f"{where}: nothing is said from a table"


def test_a_cell_that_works_its_table_out_itself_is_no_analysis_in_sight():
    """The functions that speak take what they speak of; the page alone tells them nothing."""
    page = open_page(2023, "dti_position", "bac-giang", "vi")
    with pytest.raises(TypeError, match="table"):
        dti_gaps.why(page)

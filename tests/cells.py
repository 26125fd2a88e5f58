"""The cells of the chapters' notebooks, run in this process on any page."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType

import nbformat
import pytest
from markupsafe import escape

from helpers.building import notebooks
from helpers.drawing import svg
from helpers.pages import page as pages
from helpers.pages.pieces import Piece

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
CHAPTERS = [chapter.path for chapter in notebooks.chapters(FOLDER)]


# Every page that a test opens runs the same cells: each is parsed and compiled once.


@cache
def parsed(source):
    """The statements of a cell."""
    return tuple(ast.parse(source).body)


@cache
def runs(statement):
    """A statement, ready to run."""
    return compile(ast.Module([statement], []), "cell", "exec")


@cache
def value(statement):
    """What a statement shows, ready to be worked out."""
    return compile(ast.Expression(statement.value), "cell", "eval")


@cache
def sources(path, *more):
    """The code of a chapter that a build runs, a cell each; its parameters are not among it.

    ``more`` are tags of cells that are wanted besides.
    """
    cells = nbformat.read(path, as_version=4).cells
    apart = {notebooks.ANALYST, notebooks.STANDALONE, "parameters"} - set(more)
    code = [cell for cell in cells if cell.cell_type == "code"]
    return [cell.source for cell in code if not apart & set(cell.metadata.get("tags", []))]


def opened(page, source):
    """The names of a chapter after its first cell, which opens this page instead of another."""
    briefing = page.briefing
    names = {"year": briefing.year, "province": briefing.province, "lang": page.language.code}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "open_chapter", lambda *_: page)
        for statement in parsed(source)[:-1]:  # last it shows its heading
            exec(runs(statement), names)
    # A test may have put another module in the place of one.
    modules = {name: sys.modules[each.__name__] for name, each in names.items()
               if isinstance(each, ModuleType) and each.__name__ in sys.modules}  # fmt: skip
    return names | modules


def shows(statement) -> str:
    """The function that a statement shows what it returns of, such as ``dti_gaps.why``."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    return ast.unparse(call.func) if isinstance(call, ast.Call) else ""


def told(path, page) -> Iterator[tuple[str, Piece]]:
    """Run a chapter, and yield each call that shows a piece with the piece."""
    first, *others = sources(path)
    names = opened(page, first)
    for source in others:
        *steps, last = parsed(source)
        for statement in steps:
            exec(runs(statement), names)
        if not isinstance(last, ast.Expr):
            exec(runs(last), names)
            continue
        yield source, eval(value(last), names)


def shown(page, step, /, **tables) -> Piece:
    """Return what a chapter's cell shows on a page: the tables it names are made before.

    ``step`` is the function that the cell calls, or its name; ``tables`` come in the place of those
    that the notebook makes. What no notebook calls is called with the page.
    """
    name = step if isinstance(step, str) else f"{step.__module__.rsplit('.')[-1]}.{step.__name__}"
    for path in CHAPTERS:
        first, *others = sources(path, notebooks.ANALYST)
        body = [each for source in others for each in parsed(source)]
        place = next((n for n, each in enumerate(body) if shows(each) == name), None)
        if place is not None:
            break
    else:
        return _function(step)(page)
    names = opened(page, first) | tables
    wanted = _read(body[place])
    needed = []
    for each in reversed(body[:place]):
        made = {target.id for node in ast.walk(each) if isinstance(node, ast.Assign)
                for target in node.targets for target in ast.walk(target)
                if isinstance(target, ast.Name)}  # fmt: skip
        if made & wanted - set(tables):
            needed.insert(0, each)
            wanted |= _read(each)
    for each in needed:
        exec(runs(each), names)
        names |= tables  # a statement may make several: those given stay
    return eval(value(body[place]), names)


def _function(step):
    if callable(step):
        return step
    module, name = step.split(".")
    return getattr(importlib.import_module(f"helpers.chapters.{module}"), name)


def _read(node) -> set[str]:
    return {each.id for each in ast.walk(node)
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}  # fmt: skip


@cache
def code_of(path):
    """All code of a chapter but its parameters, a cell each."""
    cells = nbformat.read(path, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    return [cell.source for cell in code if "parameters" not in cell.metadata.get("tags", [])]


def everything(path, page):
    """Run all code cells of a chapter, those of the analyst too, and yield what each shows."""
    first, *others = code_of(path)
    names = opened(page, first)
    for source in others:
        *steps, last = parsed(source)
        shows = isinstance(last, ast.Expr)
        for statement in steps if shows else [*steps, last]:
            exec(runs(statement), names)
        if shows:
            yield source, eval(value(last), names)


@contextmanager
def undrawn() -> Iterator[None]:
    """Let charts have all their words and data, and nothing be drawn: for who reads words alone.

    To draw its charts takes half the time of a page. ``test_every_kind_of_province_is_spoken_of``
    and ``test_every_cell_runs`` draw every chart, of every kind of province.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(svg, "draw", _worded)
        yield


class Drawn(dict):
    """The widths of drawings, of which one alone is drawn."""

    def __init__(self, variant, widths):
        super().__init__(widths)
        self.variant = variant

    def items(self):
        return [(self.variant, self[self.variant])]


@contextmanager
def drawn_for(variant: str) -> Iterator[None]:
    """Let charts be drawn once alone: ``wide`` for a desk, or ``narrow`` for a phone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(svg, "WIDTHS", Drawn(variant, svg.WIDTHS))
        yield


#: A width of drawings for each of several pages: one or the other in turn.
IN_TURN = ("wide", "narrow")


def _worded(name, title, description, painter):
    """A chart as the words that it was given, once for each width."""
    words = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    words += "".join(f"<text>{escape(str(label))}</text>" for label in painter.labels)
    drawings = (f'<svg class="dx-chart dx-{variant}" aria-labelledby="{name}-{variant}-title">'
                f"{words}</svg>" for variant in svg.WIDTHS)  # fmt: skip
    return svg.Drawing("\n".join(drawings), painter.labels)

"""Pieces of a page: what they say, as data, and how their templates and styles write it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined

from helpers.words.told import Figure, Mark, Part, Shape, Text, packed, register

#: Under this type a cell's output keeps its piece as data (:func:`helpers.words.told.packed`),
#: beside the HTML that a notebook shows.
MIME = "application/vnd.briefing.piece+json"


@register
@dataclass(frozen=True)
class Piece:
    """A piece of a page: what a notebook cell shows and the briefing is joined from.

    Parameters
    ----------
    kind : str
        The template in ``template/fragments`` that writes it: ``paragraph``, ``table`` ...
    values : dict
        What the template names: told things, pieces, lists and mappings of them, plain values.
    """

    kind: str
    values: dict[str, Any]

    def __html__(self) -> str:
        """Return the piece as HTML; Jinja takes it without escaping it."""
        template = environment().get_template(f"fragments/{self.kind}.html.j2")
        return template.render(**self.values)

    def __bool__(self) -> bool:
        """Say whether there is anything in the piece: several of nothing are nothing."""
        return self.kind != "several" or any(self.values["pieces"])

    @property
    def data(self) -> pd.DataFrame:
        """The first table of the piece: numbers as numbers, a dash as NaN, the rest as written.

        Raises
        ------
        LookupError
            If there is no table in it.
        """
        tables = (each.values.get("table", each) for each in single(self))
        table = next((each.values for each in tables if each.kind == "table"), None)
        if table is None:
            raise LookupError(f"no table in a {self.kind}")
        rows = [[_plain(cell) for cell in cells] for cells, _ in table["rows"]]
        return pd.DataFrame(rows, columns=[str(head) for head in table["columns"]])

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        # Whatever an output area does with the page's style, a notebook shows each chart once.
        shown = _drawn_once(self).__html__()
        if self.kind == "heading":
            shown = f"<style>{notebook_style()}</style>{shown}"
        return {"text/html": shown, "text/plain": repr(self), MIME: packed(self)}

    def __repr__(self) -> str:
        """Keep the text form short: the executed notebook stores it beside the HTML."""
        return f"<{self.kind}>"


def _plain(cell: Text) -> float | str:
    """Return a cell's number if it is one and nothing else, NaN for a dash, or else its words."""
    if cell.message == "value-none":
        return float("nan")
    parts = [part for part in cell.parts if not isinstance(part, Mark | Shape)]
    first = parts[0] if len(parts) == 1 else None
    return first.number if isinstance(first, Figure) else str(cell)


def _drawn_once(piece: Piece) -> Piece:
    """Return a piece with the wide drawing of each chart alone, no wider than it is on a page."""
    values = dict(piece.values)
    if piece.kind == "several":
        values["pieces"] = [_drawn_once(each) for each in values["pieces"]]
    if piece.kind == "figure":
        wide = values["drawing"].markup.partition("\n")[0]
        wide = wide.replace("<svg ", '<svg style="max-width: 680px" ', 1)
        values["drawing"] = replace(values["drawing"], markup=wide)
    return Piece(piece.kind, values)


@cache
def environment() -> Environment:
    """Return the Jinja environment of the package's templates."""
    return Environment(
        loader=PackageLoader("helpers", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def piece(kind: str, **values: object) -> Piece:
    """Return a piece that one fragment template writes; text is escaped, told things say how."""
    return Piece(kind, values)


def join(*pieces: Piece) -> Piece:
    """Return several pieces as one."""
    return Piece("several", {"pieces": list(pieces)})


def rest(table: Piece, rows: Sequence[str], otherwise: Piece) -> Piece:
    """Return a table of everything that the rest of the page does not tell.

    Parameters
    ----------
    table : Piece
        A table, one row each of everything there is.
    rows : sequence of str
        The row of the data that each row of the table tells.
    otherwise : Piece
        What is said if the page tells everything elsewhere.
    """
    return piece("rest", table=table, rows=list(rows), otherwise=otherwise)


def others(rest: Piece, cited: Collection[str]) -> Piece:
    """Return a :func:`rest` without what is cited elsewhere, or what is said if nothing is left."""
    table, rows = rest.values["table"], rest.values["rows"]
    kept = [
        shown for shown, row in zip(table.values["rows"], rows, strict=True) if row not in cited
    ]
    return Piece("table", {**table.values, "rows": kept}) if kept else rest.values["otherwise"]


def single(piece: Piece) -> Iterator[Piece]:
    """Yield the pieces that a piece joins, those within them included; itself if it joins none."""
    if piece.kind != "several":
        yield piece
        return
    for each in piece.values["pieces"]:
        yield from single(each)


def mapped(node: Any, change: Callable[[Part], Part]) -> Any:
    """Return a tree of pieces, lists and told things with every part of a text changed."""
    if isinstance(node, Piece):
        return Piece(node.kind, mapped(node.values, change))
    if isinstance(node, dict):
        return {name: mapped(each, change) for name, each in node.items()}
    if isinstance(node, list | tuple):
        return [mapped(each, change) for each in node]
    return replace(node, parts=tuple(map(change, node.parts))) if isinstance(node, Text) else node


def told(node: Any) -> Iterator[Part]:
    """Yield every part of every text in a tree, in its order."""
    if isinstance(node, Text):
        yield from node.parts
    elif isinstance(node, Piece):
        yield from told(node.values)
    elif isinstance(node, dict | list | tuple):
        for each in node.values() if isinstance(node, dict) else node:
            yield from told(each)


def stylesheet(name: str) -> str:
    """Return the text of one style sheet of the package."""
    return resources.files("helpers").joinpath("template", f"{name}.css").read_text("utf-8")


def page_style(*more: str) -> str:
    """Return the style of a page of its own, light or dark as its reader's screen is.

    Parameters
    ----------
    *more : str
        Names of style sheets that only this page needs.
    """
    dark = (
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{\n{stylesheet('dark')}}} }}\n"
    )
    rest = map(stylesheet, ("contrast", "components", "page", *more))
    return "".join([stylesheet("tokens"), dark, *rest])


#: JupyterLab's own rules for tables and lists are stronger than those of the pieces.
_OVER_JUPYTER = """
.jp-RenderedHTMLCommon .dx-table th, .jp-RenderedHTMLCommon .dx-table td { text-align: left; }
.jp-RenderedHTMLCommon .dx-card ul { padding-left: 0; margin-left: 0; }
"""


def notebook_style() -> str:
    """Return the style of pieces in a notebook, dark where JupyterLab's theme is."""
    dark = f"[data-jp-theme-light='false'] {{\n{stylesheet('dark')}}}\n"
    return "".join([stylesheet("tokens"), dark, stylesheet("components"), _OVER_JUPYTER])

"""Sections of a chapter that know nothing: one list at its end instead of headings and gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup
from nbformat import NotebookNode

from helpers.building import numbering

_SUBHEADING = re.compile(r"\s*<h3>.*</h3>\s*", re.DOTALL)
_SENTENCE = re.compile(r'<p class="dx-unknown">(.*?)</p>', re.DOTALL)
_REMARK = re.compile("<!--.*?-->", re.DOTALL)


def shrink(cells: Sequence[NotebookNode]) -> list[tuple[str, list[NotebookNode], list[Markup]]]:
    """Take out of the chapters what only says that something is not known.

    Parameters
    ----------
    cells : sequence of NotebookNode
        The cells of the joined chapters, each marked with its chapter.

    Returns
    -------
    list of (str, list of NotebookNode, list of Markup)
        For each chapter: its id, the cells that stay, and the sentences taken out. A section
        under a subheading goes, heading included, if it says nothing else; above the first
        subheading every cell is a section of its own.
    """
    chapters = groupby(cells, key=lambda cell: cell.metadata["chapter"])
    return [(chapter, *_shrunk(list(own))) for chapter, own in chapters]


def _shrunk(cells: Sequence[NotebookNode]) -> tuple[list[NotebookNode], list[Markup]]:
    kept: list[NotebookNode] = []
    unknown: list[Markup] = []
    for section in _sections(cells):
        texts = [text for text in map(_text, section) if text and not _SUBHEADING.fullmatch(text)]
        if texts and all(map(_is_unknown, texts)):
            unknown += [Markup(said) for text in texts for said in _SENTENCE.findall(text)]
        else:
            kept += section
    return kept, unknown


def _sections(cells: Sequence[NotebookNode]) -> Iterator[list[NotebookNode]]:
    """Yield each cell above the first subheading, then each subheading with what follows it."""
    section: list[NotebookNode] = []
    for cell in cells:
        if _SUBHEADING.fullmatch(_text(cell)):
            if section:
                yield section
            section = [cell]
        elif section:
            section.append(cell)
        else:
            yield [cell]
    if section:
        yield section


def _text(cell: NotebookNode) -> str:
    """Return the HTML a cell shows, without remarks."""
    shown = "".join(output.data["text/html"] for output in numbering.pages(cell))
    return _REMARK.sub("", shown).strip()


def _is_unknown(text: str) -> bool:
    return not _SENTENCE.sub("", text).strip()

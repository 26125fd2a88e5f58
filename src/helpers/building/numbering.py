"""The source marks of a whole briefing: their numbers, and the way back from each source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from nbformat import NotebookNode

_MARK = re.compile(
    r'<a href="#source-(?P<source>[^"]*)" (?P<data>data-source="[^"]*" '
    r'data-place="(?P<place>[^"]*)" data-rows="[^"]*") (?P<title>title="[^"]*")>\[\d+\]'
)


@dataclass
class Cited:
    """A source as a briefing cites it.

    Parameters
    ----------
    number : int
        Its number: sources are numbered by their first appearance.
    places : list of str
        The cited places, as the data has them.
    marks : list of tuple of str and str
        Each mark: the chapter it stands in, and its id in the page.
    """

    number: int
    places: list[str] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)


def number_sources(notebook: NotebookNode) -> dict[str, Cited]:
    """Give the source marks of a joined notebook their numbers and ids.

    Parameters
    ----------
    notebook : NotebookNode
        The joined chapters; their marks, numbered within each chapter, are rewritten.

    Returns
    -------
    dict of str to Cited
        The cited sources in the order of their numbers.
    """
    cited: dict[str, Cited] = {}
    ids = map("mark-{}".format, count(1))
    for cell in notebook.cells:
        for output in pages(cell):
            text = output.data["text/html"]
            output.data["text/html"] = _MARK.sub(
                lambda match, chapter=cell.metadata["chapter"]: _numbered(
                    cited, match, chapter, next(ids)
                ),
                text,
            )
    return cited


def pages(cell: NotebookNode) -> Iterator[NotebookNode]:
    """Return the outputs of a cell that are HTML."""
    return (each for each in cell.get("outputs", []) if "text/html" in each.get("data", {}))


def _numbered(cited: dict[str, Cited], match: re.Match[str], chapter: str, mark: str) -> str:
    source, place = match["source"], match["place"]
    one = cited.setdefault(source, Cited(len(cited) + 1))
    if place and place not in one.places:
        one.places.append(place)
    one.marks.append((chapter, mark))
    link = f'<a id="{mark}" href="#source-{source}" {match["data"]} {match["title"]}>'
    return f"{link}[{one.number}]"


def ways_back(cited: Cited, chapters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield for each mark of a source its place as a reader counts, and its id.

    Parameters
    ----------
    cited : Cited
        The source.
    chapters : sequence of str
        The ids of the chapters in their order: “2.3” is the third mark in the second chapter.
    """
    seen: dict[str, int] = {}
    for chapter, mark in cited.marks:
        seen[chapter] = seen.get(chapter, 0) + 1
        yield f"{chapters.index(chapter) + 1}.{seen[chapter]}", mark

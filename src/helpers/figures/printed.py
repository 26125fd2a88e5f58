"""The finished page held against what its pieces tell: not a digit more, not a digit less."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

from helpers.exceptions import OrphanNumberError
from helpers.figures.statements import statements
from helpers.pages.pieces import Piece

#: What of a page is no statement of a chapter: marks, ways back, lists of sources, source lines.
_APPARATUS = {"dx-mark", "dx-top", "dx-contents", "dx-sources", "dx-source", "dx-paper"}
#: Elements that have no end.
_VOID = {"meta", "br", "img", "hr", "input"}
_DIGITS = re.compile(r"\d+")


def require_as_told(text: str, pieces: Sequence[tuple[str, Piece]]) -> None:
    """Require that the chapters of a page show the digits their pieces tell, as often as they do.

    Parameters
    ----------
    text : str
        The page.
    pieces : sequence of tuple of str and Piece
        Its pieces, each with the id of its chapter.

    Raises
    ------
    OrphanNumberError
        If a template or a later step wrote a number, or left one out.
    """
    reader = _Reader()
    reader.feed(text)
    told = Counter[str]()
    for chapter, piece in pieces:
        for statement in statements(piece, chapter):
            if statement.kind not in ("label", "description", "source"):
                told.update(_DIGITS.findall(str(statement.said)))
    more, less = reader.shown - told, told - reader.shown
    if more or less:
        faults = [*_faults(more, "is on the page and told by no piece"),
                  *_faults(less, "is told by a piece and not on the page")]  # fmt: skip
        raise OrphanNumberError(faults)


def _faults(found: Counter[str], fault: str) -> Iterable[str]:
    return (f"{digits} {fault} ({times} times)" for digits, times in sorted(found.items()))


class _Reader(HTMLParser):
    """Counts the digits that the chapters of a page show, charts and source marks left out."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Counter[str] = Counter()
        self._open: list[tuple[str, bool]] = []

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Pass over an element without content."""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note whether what stands in an element is a statement of a chapter."""
        if tag in _VOID:
            return
        classes = set((dict(attributes).get("class") or "").split())
        inside = bool(self._open) and self._open[-1][1]
        chapter = "dx-chapter" in classes
        silent = bool(classes & _APPARATUS) or tag in ("svg", "style", "caption")
        self._open.append((tag, (inside or chapter) and not silent))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those that end with it."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, words: str) -> None:
        """Count the digits of a statement."""
        if self._open and self._open[-1][1]:
            self.shown.update(_DIGITS.findall(words))

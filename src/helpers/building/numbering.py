"""The source marks of a whole briefing: their numbers, and the way back from each source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from helpers.pages.pieces import Piece, mapped
from helpers.words.told import Mark, Part


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


class Numbering:
    """Gives the source marks of a briefing their numbers and ids, in the order of the page.

    Attributes
    ----------
    cited : dict of str to Cited
        The sources cited so far, in the order of their numbers.
    """

    def __init__(self) -> None:
        self.cited: dict[str, Cited] = {}
        self._ids = map("mark-{}".format, count(1))

    def numbered(self, piece: Piece, chapter: str) -> Piece:
        """Return a piece of a chapter with its marks numbered, after those that came before."""

        def change(part: Part) -> Part:
            return self._number(part, chapter) if isinstance(part, Mark) else part

        changed: Piece = mapped(piece, change)
        return changed

    def _number(self, mark: Mark, chapter: str) -> Mark:
        one = self.cited.setdefault(mark.source, Cited(len(self.cited) + 1))
        if mark.place and mark.place not in one.places:
            one.places.append(mark.place)
        anchor = next(self._ids)
        one.marks.append((chapter, anchor))
        return replace(mark, number=one.number, anchor=anchor)


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

"""Sections of a chapter that know nothing: one list at its end instead of headings and gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpers.pages.pieces import Piece, single
from helpers.words.told import Text


def shrink(cells: Sequence[Piece | None]) -> tuple[list[bool], list[Text]]:
    """Find what in a chapter only says that something is not known.

    Parameters
    ----------
    cells : sequence of Piece or None
        What each cell of the chapter shows; None where it shows no piece.

    Returns
    -------
    tuple of list of bool and list of Text
        Of each cell whether it stays, and the sentences of those that go. A section under a
        subheading goes, heading included, if it says nothing else, or nothing at all; above the
        first subheading every cell is a section of its own.
    """
    stays: list[bool] = []
    unknown: list[Text] = []
    for section in _sections(cells):
        said = [each for cell in section if cell for each in single(cell)]
        said = [each for each in said if each.kind != "subheading"]
        goes = any(cell is not None for cell in section) and all(map(_is_unknown, said))
        stays += [not goes] * len(section)
        unknown += [each.values["text"] for each in said if goes]
    return stays, unknown


def _sections(cells: Sequence[Piece | None]) -> Iterator[list[Piece | None]]:
    """Yield each cell above the first subheading, then each subheading with what follows it."""
    section: list[Piece | None] = []
    for cell in cells:
        if cell is not None and cell.kind == "subheading":
            if section:
                yield section
            section = [cell]
        elif section:
            section.append(cell)
        else:
            yield [cell]
    if section:
        yield section


def _is_unknown(piece: Piece) -> bool:
    return piece.kind == "paragraph" and piece.values["style"] == "unknown"

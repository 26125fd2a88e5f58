"""What can be read on a sheet of paper: its words, and each piece of text with place and size."""

from __future__ import annotations

import io
from dataclasses import dataclass

from pypdf import PdfReader


@dataclass(frozen=True)
class Sheet:
    """A printed sheet: its words, and each piece of text with its height (0-1) and its size.

    What a drawing says is no piece: its places are those within the drawing. Below each drawing
    stands its source.
    """

    words: str
    pieces: list[tuple[str, float, float]]

    @property
    def filled(self):
        """The part of the sheet above its lowest text; what stands in the margin is none."""
        return 1 - min(up for _, up, _ in self.pieces if up > 0.055)


def read(printed: bytes) -> list[Sheet]:
    """Read the sheets of a PDF file."""
    return [_read(page) for page in PdfReader(io.BytesIO(printed)).pages]


def _read(page) -> Sheet:
    height, pieces, inside = float(page.mediabox.height), [], 0

    def enter(operator, step):
        nonlocal inside
        inside += step if operator == b"Do" else 0

    def visit(text, matrix, line, _, size):
        if text.strip() and not inside:
            up = line[4] * matrix[1] + line[5] * matrix[3] + matrix[5]
            pieces.append((text.strip(), up / height, size * abs(line[3] * matrix[3])))

    text = page.extract_text(
        visitor_operand_before=lambda operator, *_: enter(operator, 1),
        visitor_operand_after=lambda operator, *_: enter(operator, -1),
        visitor_text=visit,
    )
    return Sheet(" ".join(text.split()), pieces)

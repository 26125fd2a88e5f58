"""What a page states, piece by piece: each sentence, title, cell and label, and what is cited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.pages.pieces import Piece, told
from helpers.words.told import Figure, Mark, Name, Text, joined, text

#: What stands between the head of a row, that of a column, and a cell.
BETWEEN = " · "


@dataclass(frozen=True)
class Statement:
    """What a reader reads as one.

    Parameters
    ----------
    chapter : str
        The chapter's id.
    kind : str
        ``sentence``, ``item``, ``title``, ``cell``, ``head``, ``label``, ``description`` or
        ``source`` (the line under a chart or a table that says where it comes from).
    said : Text
        What it says.
    levels : tuple of list of Mark
        The source marks in it, then those of its row or card, of its table, of its figure.
    heads : tuple of Text
        For a cell: the heads of its row and of its column.
    """

    chapter: str
    kind: str
    said: Text
    levels: tuple[list[Mark], ...]
    heads: tuple[Text, ...] = ()

    def __str__(self) -> str:
        return BETWEEN.join(map(_words, (*self.heads, self.said)))


def _words(said: Text) -> str:
    return " ".join(str(said).split())


def statements(piece: Piece, chapter: str) -> Iterator[Statement]:
    """Yield what a piece states, in the order of the page.

    Parameters
    ----------
    piece : Piece
        The piece.
    chapter : str
        The id of its chapter.
    """
    yield from _READERS[piece.kind](piece.values, _Around(chapter))


@dataclass(frozen=True)
class _Around:
    """Where a statement stands: its chapter, and the marks around it, the nearest first."""

    chapter: str
    levels: tuple[list[Mark], ...] = ()

    def within(self, *nodes: Any) -> _Around:
        return _Around(self.chapter, (_marks(*nodes), *self.levels))

    def state(self, kind: str, said: Any, *heads: Any) -> Statement:
        words = text(said)
        levels = ([*words.of_kind(Mark)], *self.levels)
        return Statement(self.chapter, kind, words, levels, tuple(map(text, heads)))


def _marks(*nodes: Any) -> list[Mark]:
    return [part for node in nodes for part in told(node) if isinstance(part, Mark)]


def _several(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
    for each in values["pieces" if "pieces" in values else "panels"]:
        yield from _READERS[each.kind](each.values, around)


def _section(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
    yield from _titled(values, around)
    yield from _several(values, around)


def _titled(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
    yield around.state("title", values["title"])


def _paragraph(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
    yield around.state("sentence", values["text"])


def _listed(name: str) -> Callable[[dict[str, Any], _Around], Iterator[Statement]]:
    def read(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
        if values["title"]:
            yield around.state("title", values["title"])
        for said in values[name]:
            yield around.state("item", said)

    return read


def _cards(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
    for card in values["cards"]:
        inside = around.within(card)
        yield inside.state("title", card["name"])
        yield inside.state("sentence", joined("", [card["value"], card["mark"]]))
        yield inside.state("sentence", card["word"])
        for said in card["comparisons"]:
            yield inside.state("item", said)


def _sourced(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
    if values["source"]:
        yield around.state("source", values["source"])


def _figure(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
    inside = around.within(values["source"])
    yield from _sourced(values, inside)
    yield inside.state("sentence", joined(BETWEEN, [values["title"], values["subtitle"]]))
    yield inside.state("description", values["description"])
    for said in values["drawing"].labels:
        yield inside.state("label", said)
    yield from _table(values["table"].values, inside)


def _table(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
    inside = around.within(values["source"])
    yield from _sourced(values, inside)
    yield inside.state("title", values["caption"])
    for column in values["columns"]:
        yield inside.state("head", column)
    for cells, _ in values["rows"]:
        row = inside.within(cells)
        yield row.state("head", cells[0])
        for column, cell in zip(values["columns"][1:], cells[1:], strict=True):
            yield row.state("cell", cell, cells[0], column)


def _folded(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
    table = values["table"].values
    yield around.within(table["source"]).state("title", values["caption"])
    yield from _table(table, around)


def _silent(values: dict[str, Any], around: _Around) -> Iterator[Statement]:
    return iter(())


_READERS: dict[str, Callable[[dict[str, Any], _Around], Iterator[Statement]]] = {
    "several": _several, "panels": _several, "heading": _titled, "subheading": _titled,
    "section": _section,
    "paragraph": _paragraph, "bullets": _listed("items"), "decision": _listed("sentences"),
    "cards": _cards, "figure": _figure, "table": _table, "folded": _folded,
    "sources": _silent, "paper": _silent, "foreign": _silent,
}  # fmt: skip


def told_in(statement: Statement) -> Sequence[Figure | Name]:
    """Return the figures and names of a statement, in their order."""
    return [part for part in statement.said.parts if isinstance(part, Figure | Name)]

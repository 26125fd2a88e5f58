"""A page as a browser saves it: its tables with merged cells filled, its title, its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import Any

from bs4 import BeautifulSoup, Comment, Tag
from bs4.builder._html5lib import HTML5TreeBuilder, TreeBuilderForHtml5lib

_SAVED_FROM = re.compile(r"saved from url=\(\d+\)\s*(\S+)")
#: What HTML allows at most; beyond it a page is broken or hostile.
_MOST_SPANNED = 1000
#: So many elements a page has at most, so many one within another, and so many seconds to be read;
#: a page of the index has some thousands, and takes one.
_MOST_ELEMENTS, _MOST_DEPTH, _SECONDS = 200_000, 250, 20
#: So many places all tables of a page have, with those that merged cells cover, and so much text.
_MOST_PLACES, _MOST_TEXT = 500_000, 50_000_000


class EndlessPageError(Exception):
    """A page is not to be read with reasonable effort."""


class _Opened(list[Any]):
    """The open elements of a page that is being read, each within the one before."""

    so_far = 0

    def append(self, element: Any) -> None:
        self.so_far += 1
        if self.so_far > _MOST_ELEMENTS or len(self) > _MOST_DEPTH:
            raise EndlessPageError
        super().append(element)


class _Tree(TreeBuilderForHtml5lib):
    def reset(self) -> None:
        super().reset()
        self.openElements = _Opened()


class _Builder(HTML5TreeBuilder):
    def create_treebuilder(self, namespaceHTMLElements: bool) -> TreeBuilderForHtml5lib:  # noqa: N803
        self.underlying_builder = _Tree(
            namespaceHTMLElements, self.soup, store_line_numbers=self.store_line_numbers
        )
        return self.underlying_builder


@dataclass(frozen=True)
class SavedPage:
    """A page's tables and what it says of itself.

    Parameters
    ----------
    tables : tuple
        Each table as rows of texts; a merged cell's text stands in every place it covers.
    title, url : str
        Empty where the page states none.
    """

    tables: tuple[Sequence[Sequence[str]], ...]
    title: str
    url: str


def read(markup: str) -> SavedPage:
    """Read a page.

    Parameters
    ----------
    markup : str
        Its HTML. Raised marks (``<sup>``) are left out: a footnote's number is no digit of the
        figure before it.

    Raises
    ------
    EndlessPageError
        If the page is made so that reading it never ends.
    """
    soup = _parsed(markup)
    for hidden in soup(["sup", "script", "style"]):
        hidden.decompose()
    room = _Room()
    tables = tuple(rows for table in soup("table") if (rows := _rows(table, room)))
    return SavedPage(tables, soup.title.get_text() if soup.title else "", _url(soup))


def _parsed(markup: str) -> BeautifulSoup:
    """Return a page as a tree; who reads it is left behind if that takes too long."""
    found: list[BeautifulSoup] = []

    def read_it() -> None:
        with suppress(EndlessPageError, RecursionError):
            found.append(BeautifulSoup(markup, builder=_Builder()))

    reader = Thread(target=read_it, daemon=True)
    reader.start()
    reader.join(_SECONDS)
    if not found:
        raise EndlessPageError
    return found[0]


@dataclass
class _Room:
    """How many places the tables of a page may still fill, and how many characters."""

    places: int = _MOST_PLACES
    text: int = _MOST_TEXT

    def take(self, places: int, text: int = 0) -> None:
        """Take some of it, if there is as much."""
        self.places, self.text = self.places - places, self.text - text
        if self.places < 0 or self.text < 0:
            raise EndlessPageError


def _rows(table: Tag, room: _Room) -> list[list[str]]:
    own = [row for row in table("tr") if row.find_parent("table") is table]
    cells: dict[tuple[int, int], str] = {}
    for top, row in enumerate(own):
        left = 0
        for cell in row(["td", "th"], recursive=False):
            while (top, left) in cells:
                left += 1
            end = min(top + (_span(cell, "rowspan") or len(own)), len(own))
            across = range(left, left + (_span(cell, "colspan") or 1))
            words = cell.get_text(" ")
            room.take((end - top) * len(across), len(words))
            places = [(down, along) for down in range(top, end) for along in across]
            cells |= dict.fromkeys(places, words)
    width = 1 + max((left for _, left in cells), default=-1)
    room.take(width * len(own))
    return [[cells.get((top, left), "") for left in range(width)] for top in range(len(own))]


def _span(cell: Tag, name: str) -> int:
    """Return over how many rows or columns a cell goes; 0 is to the end."""
    stated = str(cell.get(name, "1")).strip()
    return min(int(stated), _MOST_SPANNED) if re.fullmatch(r"[0-9]{1,9}", stated) else 1


def _url(soup: BeautifulSoup) -> str:
    comments = " ".join(soup.find_all(string=lambda text: isinstance(text, Comment)))
    saved = _SAVED_FROM.search(comments)
    stated = [saved[1] if saved else ""]
    stated += [str(link.get("href", "")) for link in soup.select('link[rel~="canonical"]')]
    stated += [str(meta.get("content", "")) for meta in soup.select('meta[property="og:url"]')]
    return next((url for url in stated if url.startswith(("http://", "https://"))), "")

"""A page as a browser saves it: its tables with merged cells filled, its title, its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment, Tag

_SAVED_FROM = re.compile(r"saved from url=\(\d+\)\s*(\S+)")
#: What HTML allows at most; beyond it a page is broken or hostile.
_MOST_SPANNED = 1000


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
    """
    soup = BeautifulSoup(markup, "html5lib")
    for hidden in soup(["sup", "script", "style"]):
        hidden.decompose()
    tables = tuple(rows for table in soup("table") if (rows := _rows(table)))
    return SavedPage(tables, soup.title.get_text() if soup.title else "", _url(soup))


def _rows(table: Tag) -> list[list[str]]:
    own = [row for row in table("tr") if row.find_parent("table") is table]
    cells: dict[tuple[int, int], str] = {}
    for top, row in enumerate(own):
        left = 0
        for cell in row(["td", "th"], recursive=False):
            while (top, left) in cells:
                left += 1
            end = min(top + (_span(cell, "rowspan") or len(own)), len(own))
            across = range(left, left + (_span(cell, "colspan") or 1))
            places = [(down, along) for down in range(top, end) for along in across]
            cells |= dict.fromkeys(places, cell.get_text(" "))
    width = 1 + max((left for _, left in cells), default=-1)
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

"""A finished page on paper: a tagged PDF by WeasyPrint, the same bytes each time."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator
from copy import copy
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from helpers.drawing import fonts, svg
from helpers.drawing.typeface import FONT
from helpers.exceptions import PrinterMissingError, PrintError

_CURE = (
    "the conda environment of environment.yml brings it (Windows, macOS, Linux); with pip, "
    "pip install weasyprint and, on Debian and Ubuntu, "
    "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"
)
_STYLES = Path(__file__).parents[1] / "template"
#: What WeasyPrint writes by itself before an item of a list.
_BULLET = "•"
#: How much of a fault is told: one may hold a whole drawing.
_SHOWN = 200
#: A drawing is tall if it is higher than this part of its width.
_TALL = 0.7
_SVG = "{http://www.w3.org/2000/svg}"
#: The colours of the icons on cards; the style sheet has them for browsers.
_INKS = {
    "dx-status-complete": "#1c6b3f",
    "dx-status-on-target": "#1c6b3f",
    "dx-status-off-target": svg.TARGET,
    "dx-status-unknown": svg.TARGET,
}


def find_printer() -> ModuleType:
    """Return WeasyPrint, which takes half a second to load.

    Raises
    ------
    PrinterMissingError
        If it is not installed, or the system's library that it sets text with is not.
    """
    try:
        # It tells of a missing library in many lines of its own.
        with contextlib.redirect_stdout(io.StringIO()):
            return import_module("weasyprint")  # slow, and only for paper
    except (ImportError, OSError) as error:
        missing = "Pango" if isinstance(error, OSError) else "WeasyPrint"
        raise PrinterMissingError(f"the PDF needs {missing}: {_CURE}") from error


def print_page(text: str) -> bytes:
    """Print a page as a PDF that a screen reader can read (PDF/UA-1), with an outline.

    Parameters
    ----------
    text : str
        The whole page; it needs no other file.

    Returns
    -------
    bytes
        The PDF. Title, author, subject, keywords and date are those of the page; the same page
        and the same libraries give the same bytes.

    Raises
    ------
    PrinterMissingError
        If there is no WeasyPrint, or no library for it.
    PrintError
        If something of the page would be missing on paper.
    """
    page = open_page(text)
    prepare(page.etree_element)
    style = SubElement(next(page.etree_element.iter("head")), "style")
    style.text = rules(text, "paper.css")
    with no_fault():
        return write(page.render())


def open_page(text: str) -> Any:
    """Return a page as WeasyPrint reads it; it loads nothing that the page does not hold."""
    weasyprint = find_printer()
    nothing_else = weasyprint.urls.URLFetcher(allowed_protocols={"data"})
    return weasyprint.HTML(string=text, url_fetcher=nothing_else)


def rules(text: str, *names: str) -> str:
    """Return style sheets of the template, with the typeface of tables that hold a text."""
    sheets = [(_STYLES / name).read_text(encoding="utf-8") for name in names]
    return _tables(frozenset(fonts.characters(text) | {_BULLET})) + "".join(sheets)


@lru_cache(maxsize=2)
def _tables(characters: frozenset[str]) -> str:
    # Sheets without a table ask for the same few characters, whatever their page.
    return fonts.tables(set(characters))


def prepare(page: Element) -> None:
    """Give drawings what WeasyPrint needs to know: in them it follows no style sheet."""
    _drop_unprinted(page)
    for section in page.iter("section"):
        ink = _INKS.get(section.get("class", "").split(" ")[-1], svg.INK)
        for drawing in section.iter(f"{_SVG}svg"):
            drawing.set("color", ink)
    _mark_tall(page)
    for drawing in list(page.iter(f"{_SVG}svg")):
        (_as_background if drawing.get("aria-hidden") else _as_image)(drawing)


def write(document: Any) -> bytes:
    """Return what WeasyPrint laid out as PDF/UA-1; its day is that of the page."""
    said = document.metadata
    said.created = said.modified = said.custom.get("date")
    printed: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return printed


def _drop_unprinted(page: Element) -> None:
    """Drop narrow drawings, and tables of what a chart shows: paper has no room for it twice."""
    for parent in list(page.iter()):
        for child in list(parent):
            twice = child.tag == "details" and parent.tag == "figure"
            if twice or "dx-narrow" in child.get("class", ""):
                parent.remove(child)


def _mark_tall(page: Element) -> None:
    """Mark figures nearly as high as wide, which are set smaller: a sheet has room for two."""
    for figure in page.iter("figure"):
        boxes = (drawing.get("viewBox", "").split() for drawing in figure.iter(f"{_SVG}svg"))
        if any(len(box) == 4 and float(box[3]) > _TALL * float(box[2]) for box in boxes):
            figure.set("class", f"{figure.get('class', '')} dx-tall".strip())


def _as_image(chart: Element) -> None:
    """Make a chart an image with its whole alternative text: the form every reader is told of."""
    words = " ".join(chart.findtext(f"{_SVG}{part}", "") for part in ("title", "desc"))
    address = _address(chart, {"font-family": FONT, "stroke-linejoin": "round"})
    _become(chart, "img", {"class": chart.get("class", ""), "alt": words, "src": address})


def _as_background(icon: Element) -> None:
    """Make an icon a background: the words beside it say the same, so it is no figure."""
    address = _address(icon, {"fill": "none", "stroke": "currentColor", "stroke-width": "2"})
    _become(icon, "span", {"class": "dx-icon", "style": f"background: url('{address}')"})


def _address(drawing: Element, looks: dict[str, str]) -> str:
    """Return a drawing as an address that holds it, with what the page's style gives it."""
    alone = copy(drawing)
    alone.tail = None
    alone.attrib |= looks
    return f"data:image/svg+xml,{quote(tostring(alone, encoding='unicode'))}"


def _become(element: Element, tag: str, attributes: dict[str, str]) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.tail = tag, tail
    element.attrib |= attributes


class _Faults(logging.Handler):
    """What WeasyPrint only logs, such as a drawing that it leaves out."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage()[:_SHOWN])


@contextlib.contextmanager
def no_fault() -> Iterator[None]:
    """Refuse what WeasyPrint only logs."""
    faults, logger = _Faults(), logging.getLogger("weasyprint")
    logger.addHandler(faults)
    try:
        yield
    finally:
        logger.removeHandler(faults)
    if faults.told:
        raise PrintError(f"the PDF would not be whole: {faults.told[0]}")

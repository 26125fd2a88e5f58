"""A finished page on paper: printed by headless Chromium, the same bytes each time."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin

from bs4 import BeautifulSoup
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from helpers.exceptions import BrowserMissingError, PrintError

#: Environment variable that names the browser; it wins over the search.
BROWSER_VARIABLE = "CHROMIUM"

_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
#: Where macOS and Windows install browsers without putting them on the search path.
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"${PROGRAMFILES}\Google\Chrome\Application\chrome.exe",
    r"${PROGRAMFILES(X86)}\Google\Chrome\Application\chrome.exe",
    r"${LOCALAPPDATA}\Google\Chrome\Application\chrome.exe",
    r"${LOCALAPPDATA}\Chromium\Application\chrome.exe",
    r"${PROGRAMFILES(X86)}\Microsoft\Edge\Application\msedge.exe",
    r"${PROGRAMFILES}\Microsoft\Edge\Application\msedge.exe",
)
_CURE = (
    "install it (Debian, Ubuntu: apt-get install chromium; Windows, macOS: Chrome), "
    f"or set {BROWSER_VARIABLE} to its path"
)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
#: How Chromium names an element of the structure, in eight digits.
_NODE = re.compile(rb"\(node\d{8}\)")
#: Seconds the browser may take; a briefing takes it about two.
_PATIENCE = 120
#: What a PDF says of itself, and the page's ``<meta>`` that says it.
_INFORMATION = {"/Author": "author", "/Subject": "description", "/Keywords": "keywords"}


def find_browser() -> str:
    """Return the path of Chromium, Chrome or Edge.

    Returns
    -------
    str
        What the environment variable ``CHROMIUM`` names, or else the first browser found.

    Raises
    ------
    BrowserMissingError
        If there is none, or the variable names none.
    """
    named = os.environ.get(BROWSER_VARIABLE)
    places = [named] if named else [*_COMMANDS, *map(os.path.expandvars, _PLACES)]
    found = next(filter(None, map(shutil.which, places)), None)
    if found is None:
        fault = f"{BROWSER_VARIABLE} names “{named}”, which is none" if named else "found none"
        raise BrowserMissingError(f"the PDF needs Chromium or Chrome, {fault}: {_CURE}")
    return found


def print_page(text: str, browser: str | None = None) -> bytes:
    """Print a page as a tagged PDF with an outline.

    Parameters
    ----------
    text : str
        The whole page; it needs no other file.
    browser : str, optional
        The browser's path; :func:`find_browser` if not given.

    Returns
    -------
    bytes
        The PDF. Author, subject, keywords and date are those of the page's ``<meta>`` elements;
        the same page, browser and fonts give the same bytes.

    Raises
    ------
    BrowserMissingError
        If there is no browser.
    PrintError
        If the browser fails, or takes longer than two minutes.
    """
    browser = browser or find_browser()
    place = _workspace(browser)
    with tempfile.TemporaryDirectory(dir=place, ignore_cleanup_errors=True) as name:
        page = Path(name) / "page.html"
        page.write_text(text, encoding="utf-8", newline="\n")
        printed = _run(browser, page)
    return _finished(printed, BeautifulSoup(text, "html.parser"), page.as_uri())


def _workspace(browser: str) -> Path | None:
    """Return where a browser may read and write: a snap sees only its own temporary folder."""
    if not browser.startswith("/snap/"):
        return None
    place = Path.home() / "snap" / Path(browser).name / "common"
    place.mkdir(parents=True, exist_ok=True)
    return place


def _run(browser: str, page: Path) -> bytes:
    """Let the browser print a file; its profile and what it says lie beside that."""
    paper, said = page.with_suffix(".pdf"), page.with_suffix(".txt")
    places = [f"--user-data-dir={page.with_name('profile')}", f"--print-to-pdf={paper}"]
    command = [browser, *_FLAGS, *_as_root(), *places, page.as_uri()]
    try:
        # Into a file: a pipe that an orphan of the browser holds open would outlast the timeout.
        with said.open("wb") as stderr:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
                timeout=_PATIENCE,
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise PrintError(browser, f"not done after {_PATIENCE} seconds") from None
    except OSError as error:
        raise PrintError(browser, error.strerror or str(error)) from error
    # Chromium exits with 0 even if it could not write the file.
    if done.returncode or not paper.is_file():
        raise PrintError(browser, _last_line(said) or f"it exited with {done.returncode}")
    return paper.read_bytes()


def _as_root() -> list[str]:
    """Return the flag without which the browser refuses to run as root."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ["--no-sandbox"] if root else []


def _last_line(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _finished(printed: bytes, page: BeautifulSoup, home: str) -> bytes:
    """Return the print with the page's own words and date, without machine and clock."""
    writer = PdfWriter(clone_from=io.BytesIO(printed), keep_initial_header=True)
    producer = writer.metadata.get("/Producer", "")
    writer.metadata = {"/Producer": producer, **_information(page)}
    writer.create_viewer_preferences().display_doctitle = True
    _mend_outline(writer, page)
    _loosen_links(writer, page, home)
    stream = io.BytesIO()
    writer.write(stream)
    return steady(stream.getvalue())


def steady(printed: bytes) -> bytes:
    """Return a PDF whose structure elements are numbered from 1 in their order.

    Parameters
    ----------
    printed : bytes
        The PDF. Chromium names its elements by a counter that now and then skips a number.

    Returns
    -------
    bytes
        The PDF with names of the same length, so that no offset in it moves.
    """
    names = sorted(set(_NODE.findall(printed)))
    places = {name: b"(node%08d)" % place for place, name in enumerate(names, start=1)}
    return _NODE.sub(lambda name: places[name[0]], printed)


def _information(page: BeautifulSoup) -> dict[str, str]:
    said = {tag["name"]: tag.get("content", "") for tag in page.find_all("meta", {"name": True})}
    found = {"/Title": _one_line(page.title.get_text())}
    found |= {key: said.get(name, "") for key, name in _INFORMATION.items()}
    if said.get("date"):
        found["/CreationDate"] = found["/ModDate"] = "D:" + said["date"].replace("-", "")
    return {key: value for key, value in found.items() if value}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _mend_outline(writer: PdfWriter, page: BeautifulSoup) -> None:
    """Give outline entries their headings' words: Chromium drops the space where a line wraps."""
    texts = [_one_line(tag.get_text()) for tag in page.find_all(re.compile("^h[1-6]$"))]
    whole = {text.replace(" ", ""): text for text in texts}
    for entry in _entries(writer.get_outline_root()):
        bare = "".join(entry["/Title"].split())
        if bare in whole:
            entry[NameObject("/Title")] = TextStringObject(whole[bare])


def _entries(parent: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield the outline entries below another, each before its own."""
    entry = parent.get("/First")
    while entry is not None:
        entry = entry.get_object()
        yield entry
        yield from _entries(entry)
        entry = entry.get("/Next")


def _loosen_links(writer: PdfWriter, page: BeautifulSoup, home: str) -> None:
    """Make links to the page's neighbours relative again: Chromium resolved them."""
    written = {unquote(urljoin(home, tag["href"])): tag["href"] for tag in page.find_all(href=True)}
    for sheet in writer.pages:
        for annotation in sheet.get("/Annots", []):
            action = annotation.get_object().get("/A", {})
            uri = str(action.get("/URI", ""))
            if uri.startswith("file:"):
                action[NameObject("/URI")] = TextStringObject(written[unquote(uri)])

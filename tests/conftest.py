"""What the tests share: the data, a copy of the project to spoil, one real build, one browser."""

from __future__ import annotations

import helpers  # noqa: F401 - before nbformat: it keeps a grammar out that takes a second to build

# isort: split
import gc
import io
import ipaddress
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from copy import deepcopy
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cache, lru_cache, partial
from hashlib import sha256
from pathlib import Path

import html5lib
import nbformat
import pandas as pd
import paper
import pytest
from cells import shown, undrawn
from fontTools.ttLib import woff2
from hypothesis import HealthCheck, settings
from markupsafe import Markup
from paper import Sheet
from playwright.sync_api import sync_playwright

from helpers import cli
from helpers.analysis.edition import Edition
from helpers.building import forks, pdf, pipeline, sheets
from helpers.exceptions import PrinterMissingError
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.store import accepted, data, editions
from helpers.store.descriptor import DESCRIPTOR
from helpers.store.tables import read_all
from helpers.upkeep import checks, schema
from helpers.words.language import LANGUAGES, Language

#: How long an example takes on the machine at hand decides no test.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
# A shell starts what runs in the background deaf to Ctrl-C, and with it what a test interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)
#: The commands speak English to the tests, whatever the machine speaks.
os.environ["BRIEFING_LANG"] = "en"
ROOT = Path(__file__).resolve().parents[1]
#: The data as they stood before those of 2024 came in: what the tests pin down of ranks, counts and
#: sentences stays true of them. Only its columns follow the schema, its indicators the notebooks.
FROZEN = ROOT / "tests" / "frozen"
#: The data that are published: what is tested of them holds for those of any later year.
LIVE = ROOT / "data"
os.environ[data.DATA_VARIABLE] = str(FROZEN)
#: Pages leave many objects that stay: to look for garbage among them took a seventh of the time.
gc.set_threshold(100_000, 20, 100)
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
#: A published page that is printed in more than one process.
FIRST = ROOT / "reports" / "2021" / "bac-giang.vi.html"
MEASURE = Path(__file__).with_name("measure.js")


def pytest_xdist_auto_num_workers(config) -> int:
    """One more than there are processors: kernels, servers and browsers leave them time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """What is imported and collected stays: nobody looks through it for garbage again."""
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Look for garbage once: pytest does ten times, at its end, among all that the tests keep."""
    gc.collect()
    gc.freeze()


@cache
def tracked_notebooks() -> tuple[Path, ...]:
    """The notebooks that git keeps: an analyst's own are nobody's to test. All, without git."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "notebooks"]
    try:
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return tuple(sorted((ROOT / "notebooks").glob("*.ipynb")))
    paths = [ROOT / name for name in listed.split("\0") if name.endswith(".ipynb")]
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def whole() -> data.DataPackage:
    """The frozen data, read once: nothing writes into its tables."""
    return data.load(FROZEN)


@pytest.fixture(scope="session")
def package() -> data.DataPackage:
    return whole()


@cache
def published() -> data.DataPackage:
    """The live data, read once: nothing writes into its tables."""
    return data.load(LIVE)


@pytest.fixture
def live(monkeypatch) -> data.DataPackage:
    """The live data, which a command of the test reads too."""
    monkeypatch.setenv(data.DATA_VARIABLE, str(LIVE))
    return published()


@pytest.fixture(scope="session", autouse=True)
def validated_once() -> Iterator[None]:
    """Let sound files be validated once: most tests begin with the same copy of ours."""
    real, sound = schema._validated, {}

    def remembered(folder, texts, complete):
        files = [(name, table.text) for name, table in texts.items()]
        files.append((folder / DESCRIPTOR).read_bytes())
        key = (sha256(repr(files).encode()).digest(), complete)
        if key not in sound:
            sound[key] = real(folder, texts, complete)
        return sound[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "_validated", remembered)
        patch.setattr(checks, "problems", with_rules_asked_once())
        patch.setattr(data, "_table", made_once(data._table))
        yield


def made_once(make):
    """Let a table be made once of the same text; each who asks has a copy to write into."""
    made: deque = deque(maxlen=100)

    def table(resource, text, to_fill):
        waiting = [cell.row for cell in to_fill if cell.file == resource["path"]]
        key = (resource, text.text, waiting)
        for known, rows in made:
            if known == key:
                return rows.copy(deep=False)
        rows = make(resource, text, to_fill)
        made.append((key, rows.copy(deep=False)))
        return rows

    return table


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Let nothing in this process reach another machine: kernels, servers and browsers are here."""
    real, real_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(connect):
        def only_here(self, address):
            if self.family != getattr(socket, "AF_UNIX", None):
                host = ipaddress.ip_address({"localhost": "127.0.0.1"}.get(address[0], address[0]))
                assert host.is_loopback, f"a test reaches out to {host}"
            return connect(self, address)

        return only_here

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(real), raising=True)
        patch.setattr(socket.socket, "connect_ex", guarded(real_ex))
        yield


class Looked:
    """A package whose tables are held against others: each against another once."""

    def __init__(self, package):
        self.alike = {}
        # A shallow copy stays as it is when somebody writes into the table.
        self.kept = {name: table.copy(deep=False) for name, table in package.tables.items()}

    def has(self, name, table) -> bool:
        key = (name, id(table))
        if key not in self.alike:
            self.alike[key] = self.kept[name].equals(table)
        return self.alike[key]


class Noted(Mapping):
    """Tables, and the names of those that somebody looked at."""

    def __init__(self, tables):
        self.tables, self.seen = tables, set()

    def __getitem__(self, name):
        table = self.tables[name]
        self.seen.add(name)
        return table

    def __iter__(self):
        return iter(self.tables)

    def __len__(self):
        return len(self.tables)


def with_rules_asked_once():
    """Return what looks for breaches of the rules, each of which remembers what it has seen."""
    real, rules = checks.problems, tuple(asked_once(rule) for rule in checks.RULES)

    def problems(package):
        looked = Looked(package)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(checks, "RULES", tuple(partial(rule, looked) for rule in rules))
            return real(package)

    return problems


def asked_once(rule):
    """Let a rule of the data look once at the same tables: a test spoils one of them, or none."""
    answers: deque = deque(maxlen=8)

    def asked(looked, package):
        for place, (seen, waiting, problems) in enumerate(answers):
            same = (looked.has(name, table) for name, table in seen.items())
            if waiting == package.to_fill and all(same):
                answers.rotate(-place)  # What is asked often comes first, and is the last to go.
                return problems
        tables = Noted(package.tables)
        problems = list(rule(data.DataPackage(tables, package.to_fill)))
        seen = {name: looked.kept[name] for name in tables.seen}
        answers.appendleft((seen, package.to_fill, problems))
        return problems

    return asked


@pytest.fixture(scope="session")
def known(package) -> data.DataPackage:
    """The data as of the 2021 briefing."""
    return data.as_of(package, data.briefing_day(package, 2021))


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the frozen data and the notebooks."""
    return copied(tmp_path / "project")


def copied(folder: Path, tables: Path = FROZEN) -> Path:
    """Copy data, the frozen ones if no others are named, and the tracked notebooks to a folder."""
    shutil.copytree(tables, folder / "data")
    (folder / "notebooks").mkdir()
    for path in tracked_notebooks():
        shutil.copy(path, folder / "notebooks")
    return folder


def accept(folder: Path) -> Path:
    """Let the tables of a folder count as accepted as they are."""
    plain = {file: table.text for file, table in read_all(folder).items()}
    for path, content in accepted.kept(folder, plain, anew=True).items():
        path.write_bytes(content)
    return folder


def keep_chapters(project, *numbers):
    for path in (project / "notebooks").glob("[0-9]*.ipynb"):
        if path.name[:2] not in numbers:
            path.unlink()


@contextmanager
def edited(project, name):
    """Open a chapter's notebook, and keep what has been made of it."""
    path = project / "notebooks" / name
    notebook = nbformat.read(path, as_version=4)
    yield notebook
    nbformat.write(notebook, path)


def silence(project, name):
    """Leave a chapter its parameters alone: it shows nothing, imports nothing, and soon."""
    with edited(project, name) as notebook:
        cells = notebook.cells
        notebook.cells = [cell for cell in cells if "parameters" in cell.metadata.get("tags", [])]


def shorten(project, name, source):
    """Leave of a chapter its beginning, up to the cell with such a source, and its last cell."""
    with edited(project, name) as notebook:
        end = next(place for place, cell in enumerate(notebook.cells) if source in cell.source)
        del notebook.cells[end + 1 : -1]


def spoil_cell(project, name, source):
    """Put a cell of code before the fourth of a chapter, or behind the last of a shorter one."""
    with edited(project, name) as notebook:
        notebook.cells.insert(3, nbformat.v4.new_code_cell(source))


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended, named as a process has it."""

    returncode: int
    stdout: str
    stderr: str


def briefing(*arguments, folder=ROOT) -> Said:
    """Run the command ``briefing`` in this process, which spares it seconds of imports."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(folder)
        patch.setattr(sys, "argv", ["briefing", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
    return Said(ended.value.code or 0, out.getvalue(), err.getvalue())


@contextmanager
def in_this_process() -> Iterator[None]:
    """Let chapters run in this process, which has imported everything already.

    That the pages are the same to the byte, in forks and in kernels, is a test of the engine.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forks, "jobs", lambda: 0)
        patch.setattr(forks, "begin", lambda folder, asked=(): None)
        for name in (data.DATA_VARIABLE, data.CHECKED_VARIABLE):
            patch.setenv(name, os.environ.get(name, ""))  # A run sets them: they are put back.
        yield


@dataclass(frozen=True)
class Built:
    """A real build of the 2021 briefing in both languages."""

    out: Path
    pages: dict[str, Path]

    def text(self, lang: str) -> str:
        return self.pages[lang].read_text(encoding="utf-8")


def once(folder: Path, make: Callable[[], list[Path]]) -> list[Path]:
    """Let the first process that asks make files; the others wait for them."""
    done, unfinished = folder / "done", folder / "unfinished"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + 300
        while not done.exists() and time.monotonic() < end:
            time.sleep(0.1)
    else:
        paths = []
        try:
            paths = make()
        finally:
            unfinished.write_text(json.dumps([str(path) for path in paths]), encoding="utf-8")
            unfinished.rename(done)
    paths = json.loads(done.read_text(encoding="utf-8")) if done.exists() else []
    assert paths, "the build failed in another process of the tests, which reports why"
    return [Path(path) for path in paths]


@pytest.fixture(scope="session")
def shared(tmp_path_factory, worker_id) -> Path:
    """A folder that the processes of a run of the tests have in common."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def built(shared) -> Built:
    folder = shared / "a report {year}"
    out = folder / "reports"

    def make():
        """Make each language as the command does, in forks.

        The province is named once by its id and once by its name.
        """
        first, *others = LANGUAGES
        own = copied(folder / "project")
        pages = pipeline.build(2021, "bac-giang", [first], out, own)[:1]
        return pages + pipeline.build(2021, "Bắc Giang", others, out, own)[:1]

    return Built(out, dict(zip(LANGUAGES, once(folder, make), strict=True)))


def missing(what: str, packages: str) -> None:
    """Skip what a machine cannot test, and say why; where CI must test it, fail."""
    reason = f"no {what}: apt-get install {packages}"
    (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


def printable() -> bool:
    try:
        return pdf.find_printer() is not None
    except PrinterMissingError:
        return False


@pytest.fixture(scope="session")
def printer():
    """Let WeasyPrint unpack the same font once: each page and sheet brings its typeface."""
    if not printable():
        missing("Pango for WeasyPrint", "libpangoft2-1.0-0 libharfbuzz-subset0")
    real = woff2.decompress

    @lru_cache(maxsize=16)
    def unpacked(font: bytes) -> bytes:
        real(io.BytesIO(font), whole := io.BytesIO())
        return whole.getvalue()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(woff2, "decompress", lambda font, whole: whole.write(unpacked(font.read())))
        yield


#: How published pages come on paper in more than one test.
PRINTERS = {"page": pdf.print_page, "handout": sheets.print_handout}


@pytest.fixture(scope="session")
def on_paper(shared, printer) -> Callable[..., bytes]:
    """Print a published page, once for all the tests that look at it."""

    def printed(path: Path, kind: str = "page") -> bytes:
        folder = shared / f"{path.parent.name}-{path.stem}.{kind}"

        def make():
            file = folder / "printed.pdf"
            file.write_bytes(PRINTERS[kind](path.read_text(encoding="utf-8")))
            return [file]

        return once(folder, make)[0].read_bytes()

    return printed


@pytest.fixture(scope="session")
def sheets_of(shared, on_paper) -> Callable[[Path], list[Sheet]]:
    """Read the sheets of a published page, once for all tests: it takes a third of a print."""

    def read(path: Path) -> list[Sheet]:
        folder = shared / f"{path.parent.name}-{path.stem}.read"

        def make():
            file = folder / "sheets.json"
            file.write_text(json.dumps([asdict(sheet) for sheet in paper.read(on_paper(path))]))
            return [file]

        (file,) = once(folder, make)
        return [Sheet(**each) for each in json.loads(file.read_text())]

    return read


#: Prints a page in each of those ways into files that are named.
ELSEWHERE = """
import pathlib, sys
from helpers.building import pdf, sheets
page, *files = map(pathlib.Path, sys.argv[1:])
for file, printed in zip(files, (pdf.print_page, sheets.print_handout), strict=True):
    file.write_bytes(printed(page.read_text(encoding="utf-8")))
"""


@pytest.fixture(scope="session")
def elsewhere(shared, printer) -> dict[str, bytes]:
    """The first published page as another process prints it, in another time zone."""
    folder = shared / "elsewhere"

    def make():
        files = [folder / f"{kind}.pdf" for kind in PRINTERS]
        subprocess.run(
            [sys.executable, "-c", ELSEWHERE, FIRST, *files],
            check=True, cwd=folder, env=os.environ | {"TZ": "Asia/Ho_Chi_Minh"},
        )  # fmt: skip
        return files

    return dict(zip(PRINTERS, (file.read_bytes() for file in once(folder, make)), strict=True))


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        missing("Chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        browser.idle = {}
        yield browser
        browser.close()


@contextmanager
def opened(browser, source: Path | str, width: int = 1280, **options) -> Iterator:
    """Open a file, or the text of a page, anew in a window, with ``measure.js`` at hand.

    To make a window takes longer than to open a page in it: one that was left is used again. What
    it was asked to look like is forgotten, and a document that is opened again is a new one.
    """
    idle = browser.idle.setdefault(tuple(sorted(options.items())), [])
    page = idle.pop() if idle else new_window(browser, **options)
    page.set_viewport_size({"width": width, "height": 800})
    page.requests, page.complaints = [], []
    if isinstance(source, Path):
        page.goto(source.as_uri())
    else:
        page.set_content(source)
    page.evaluate("document.fonts.ready")
    yield page
    page.emulate_media(**dict.fromkeys(("media", "color_scheme", "contrast"), "null"))
    page.goto("about:blank")
    idle.append(page)


def new_window(browser, **options):
    """Return a window of its own, which keeps what its page asks for and complains of."""
    context = browser.new_context(**options)
    context.add_init_script(path=MEASURE)
    page = context.new_page()
    page.on("request", lambda asked: page.requests.append(asked.url))
    page.on("console", lambda said: page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


#: A text as long as this is a page, which more than one test looks at; others are of one test.
A_PAGE = 100_000


def parse(text: str):
    """Return a page as a tree; any breach of HTML5's grammar is an error."""
    return deepcopy(_parsed_once(text)) if len(text) > A_PAGE else _parsed(text)


def _parsed(text: str):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


_parsed_once = cache(_parsed)


@cache
def visible(text: str) -> str:
    """Return the words of a page that a reader sees, charts and tables included."""
    tree = parse(text)
    for parent in tree.iter():
        for child in list(parent):
            name = child.tag if isinstance(child.tag, str) else ""
            if name.rsplit("}", 1)[-1] in {"style", "title", "desc"}:
                child.text = ""
    return " ".join(" ".join(tree.itertext()).replace("\u2060", "").split())


@cache
def known_in(year: int) -> data.DataPackage:
    """The data as of a year's briefing; of a year to come, as of its end."""
    briefings = whole()["briefings"]
    if year in set(briefings["year"]):
        return data.as_of(whole(), data.briefing_day(whole(), year))
    own = briefings.iloc[:1].assign(year=year, as_of=pd.Timestamp(year, 12, 31))
    own["row"] = f"briefings/{year}"
    known = data.as_of(whole(), date(year, 12, 31))
    later = pd.concat([briefings, own]).astype({"year": "Int64"})
    return data.DataPackage({**known.tables, "briefings": later})


@cache
def told_in(year):
    """What every briefing of a year rests on, its editions too: nothing writes into its tables."""
    return editions.of_year(known_in(year), year)


@cache
def briefing_of(year, province):
    """A year's briefing, whose results are computed once."""
    return Briefing(year, province, told_in(year))


def open_page(year, chapter, province, lang="en"):
    """Open a chapter of a year's briefing, in English if not said; of a year to come at its end."""
    return Page(chapter, briefing_of(year, province), Language(lang))


def html(*pieces):
    """Return pieces as HTML."""
    return "".join(piece.__html__() for piece in pieces)


def said(page, step, /, **tables):
    """The words of a step of a chapter, the numbers of its source marks among them.

    Its charts say what they were given to say; they are not drawn.
    """
    with undrawn():
        return Markup(html(shown(page, step, **tables))).striptags().replace("\u2060", "")


#: The tables that an edition is cut out of.
OF_EDITIONS = {"dti_editions", "dti_scores", "dti_weights", "provinces"}


def knowing(page, **tables):
    """The page of a briefing that knows other tables; its editions are worked out once."""
    before = page.briefing.data
    known = data.DataPackage({**before.tables, **tables})
    if not OF_EDITIONS & set(tables):
        editions_known = {key: each for key, each in before._remembered.items()
                          if isinstance(each, Edition)}  # fmt: skip
        known._remembered.update(editions_known)
    return Page(page.chapter, replace(page.briefing, data=known), page.language)

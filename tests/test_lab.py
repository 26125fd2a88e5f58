"""The Lab as a workplace: a real JupyterLab on a copy of the project, in a real browser."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import ROOT, briefing, copied, missing, shorten
from playwright.sync_api import expect

SETTINGS = ROOT / "src/helpers/exploring/overrides.json"
INSTALLED = Path(sys.prefix, "share/jupyter/lab/settings/overrides.json")
CHAPTER = "03_dti_position"
#: What its first figure is made by.
FIGURE = "dti_position.ladder(page"
#: How long the browser waits for a condition, in milliseconds; none takes a tenth of it.
PATIENCE = 60_000
OPEN = "window.jupyterapp.shell.currentWidget?.context?.path"
NOTEBOOK = "window.jupyterapp.shell.currentWidget.content"
READY = """() => {
    const kernel = window.jupyterapp.shell.currentWidget?.context?.sessionContext?.session?.kernel;
    return kernel?.connectionStatus == 'connected' && kernel.status == 'idle';
}"""


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab and the project it is rooted at."""

    project: Path
    url: str

    def git(self, *arguments):
        command = ["git", "-C", str(self.project), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    @property
    def status(self):
        return self.git("status", "--short")


def checkout(folder):
    """Make a checkout of the notebooks and the data as they stand here."""
    copied(folder)
    # It is run six times, and to show all of its cells costs the browser more than all else does.
    shorten(folder, f"{CHAPTER}.ipynb", FIGURE)
    for name in (".gitattributes", ".gitignore"):
        shutil.copy(ROOT / name, folder)
    lab = Lab(folder, "")
    lab.git("init", "--quiet")
    # Before git is told to leave outputs out, which takes it a second a notebook: there are none.
    lab.git("add", ".")
    lab.git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "--quiet", "-m", "a copy")
    assert briefing("lab", "--set-up", "--project", folder).returncode == 0
    return lab


def reached(folder, server, log):
    """Return the address of a server once it answers on it."""
    end = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < end:
        for path in folder.glob("jpserver-*.json"):
            said = json.loads(path.read_text(encoding="utf-8") or "{}")
            if said.get("port"):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", said["port"])) == 0:
                        return f"http://127.0.0.1:{said['port']}"
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lab(tmp_path_factory, browser):
    if not find_spec("jupyterlab") or not find_spec("nbstripout"):
        missing("JupyterLab and nbstripout", "python3-pip, then pip install -e .[lab]")
    same = INSTALLED.is_file() and INSTALLED.read_bytes() == SETTINGS.read_bytes()
    assert same, "the settings that are installed are not the project's: pip install -e ."
    home = tmp_path_factory.mktemp("lab")
    made, log, runtime = checkout(home / "project"), home / "log", home / "runtime"
    folders = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "IPYTHONDIR": "ipython"}
    surroundings = {
        **{name: each for name, each in os.environ.items() if name != "BRIEFING_DATA"},
        **{name: str(home / each) for name, each in folders.items()},
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "HOME": str(home),  # What a person's own shell puts before the PATH is not tried here.
        "PATH": "/usr/bin:/bin",
    }
    command = [sys.executable, "-m", "helpers", "lab", "--project", str(made.project),
               "--no-browser", "--allow-root", "--IdentityProvider.token=", "--ServerApp.port=0",
               "--LabApp.expose_app_in_browser=True"]  # fmt: skip
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=home, env=surroundings, stdout=out, stderr=out)
        try:
            yield Lab(made.project, reached(runtime, server, log))
        finally:
            server.terminate()
            server.wait(30)


@dataclass(frozen=True)
class Arrival:
    """What the Lab showed and asked for when it was opened, and what opening notebooks changed."""

    url: str
    menus: list[str]
    toasts: int
    requests: list[tuple[str, str]]
    before: dict[Path, tuple[int, bytes]]
    after: dict[Path, tuple[int, bytes]]
    written: list[str]
    status: str


def as_kept(lab):
    """Return when each notebook was written, and what is in it."""
    paths = (lab.project / "notebooks").glob("*.ipynb")
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in paths}


@contextmanager
def window(lab, browser):
    """Open the Lab in a window; its kernels end with the server."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.requests = []
    page.on("request", lambda asked: page.requests.append((asked.method, asked.url)))
    page.goto(lab.url + "/")
    yield page
    context.close()


@pytest.fixture(scope="module")
def place(lab, browser):
    """The window in which all work, with a notebook of each kind open.

    To load the Lab and to start a kernel takes seconds. What there is to say of how it opens is
    kept: the tests come in any order.
    """
    before = as_kept(lab)
    with window(lab, browser) as page:
        settled(page)
        first = {
            "url": page.url,
            "menus": page.locator(".lm-MenuBar-itemLabel").all_inner_texts(),
            "toasts": page.locator(".Toastify__toast").count(),
            "requests": page.requests.copy(),
        }
        for name in ("recipes", CHAPTER):
            show(page, name)
        written = [url for method, url in page.requests if method == "PUT" and ".ipynb" in url]
        kept = {"before": before, "after": as_kept(lab), "written": written, "status": lab.status}
        page.arrival = Arrival(**first, **kept)
        yield page


def show(page, name):
    """Bring a notebook to the front, and wait until its kernel is there."""
    page.evaluate(
        "path => { window.jupyterapp.commands.execute('docmanager:open', {path}); }",
        f"notebooks/{name}.ipynb",
    )
    page.wait_for_function(f"{OPEN} == 'notebooks/{name}.ipynb'", polling=50)
    settled(page)


def front(page):
    """Return the notebook in front."""
    return page.locator("#" + page.evaluate("window.jupyterapp.shell.currentWidget.id"))


def settled(page):
    """Wait until the notebook in front has its kernel, and the kernel nothing to do."""
    page.locator(".jp-Notebook .jp-Cell:visible").first.wait_for()
    # To ask at every frame, as it does if nothing is said, keeps the page from its work.
    page.wait_for_function(READY, polling=50)


def cell(page, text):
    """Return the code cell that holds a text."""
    return (
        front(page)
        .locator(".jp-CodeCell")
        .filter(has=page.locator(".jp-InputArea-editor", has_text=text))
    )


def ran(page, found, before="[ ]:"):
    """Wait until a cell has run, again if it had run before, and return what it shows."""
    prompt = found.locator(".jp-InputPrompt").element_handle()
    # Not as it is laid out: that would be done for it.
    changed = "([prompt, ...old]) => !old.includes(prompt.textContent.trim())"
    page.wait_for_function(changed, arg=[prompt, before, "[*]:", ""], polling=20)
    return found.locator(".jp-OutputArea-output")


def run_to(page, text):
    """Run cell by cell, as a reader does, from the first code cell to the one that holds a text."""
    last = cell(page, text).element_handle()
    places = front(page).locator(".jp-Notebook .jp-Cell").all()
    code = [place.evaluate("cell => cell.classList.contains('jp-CodeCell')") for place in places]
    first = code.index(True)
    places[first].locator(".cm-content").click()
    page.wait_for_function(f"{NOTEBOOK}.activeCellIndex == {first}", polling=20)
    for place, is_code in zip(places[first:], code[first:], strict=True):
        before = place.locator(".jp-InputPrompt").text_content().strip() if is_code else ""
        page.keyboard.press("Shift+Enter")
        shown = ran(page, place, before) if is_code else None
        if place.evaluate("(one, other) => one === other", last):
            return shown
    raise AssertionError(text)


def do(page, command):
    """Start one of the Lab's own commands."""
    page.evaluate("command => { window.jupyterapp.commands.execute(command); }", command)


def save(page):
    with page.expect_response(lambda said: said.request.method == "PUT" and ".ipynb" in said.url):
        do(page, "docmanager:save")
    front(page).locator(".jp-mod-dirty").wait_for(state="detached")


def retype(page, text, changed):
    """Type a cell anew with a part of it changed."""
    source = cell(page, text).locator(".cm-content")
    words = source.inner_text()
    assert text in words
    source.click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(words.replace(text, changed))


def terminal(lab, page, line):
    """Run a line in a terminal of the Lab, which must leave a file ``done`` behind."""
    page.evaluate(
        """async line => {
            const token = document.cookie.match(/_xsrf=([^;]+)/)[1];
            const made = await fetch("/api/terminals",
                {method: "POST", headers: {"X-XSRFToken": token}});
            const {name} = await made.json();
            const socket = new WebSocket(`ws://${location.host}/terminals/websocket/${name}`);
            await new Promise(ready => { socket.onmessage = ready; });
            socket.send(JSON.stringify(["stdin", line + "\\r"]));
        }""",
        line,
    )
    done = lab.project / "notebooks" / "mine" / "done"
    end = time.monotonic() + 30
    while not done.is_file() and time.monotonic() < end:
        time.sleep(0.1)
    return done.with_name("said").read_text(encoding="utf-8")


@pytest.mark.browser
def test_it_opens_on_explore_in_vietnamese_at_the_project_with_no_news(lab, place):
    arrival = place.arrival
    assert arrival.url.endswith("/lab/tree/notebooks/explore.ipynb")
    assert "Cài đặt" in arrival.menus and "Settings" not in arrival.menus
    assert arrival.toasts == 0
    assert not [url for _, url in arrival.requests if "news" in url or "update" in url]
    assert not [url for _, url in arrival.requests if not url.startswith((lab.url, "data:"))]
    files = place.request.get(f"{lab.url}/api/contents/").json()["content"]
    assert {"data", "notebooks"} <= {each["name"] for each in files}
    mine = lab.project / "notebooks" / "mine"
    mine.mkdir()
    found = "for each in briefing jupyter python; do command -v $each; done"
    said = terminal(lab, place, f"cd {mine}; ({found}) > said; touch done").splitlines()
    beside = Path(sys.executable).parent
    assert said == [str(beside / name) for name in ("briefing", "jupyter", "python")]
    assert lab.status == "", "what is the analyst's own is not git's"


@pytest.mark.browser
def test_opening_a_notebook_changes_nothing_on_disk(place):
    """One of each kind: all chapters have the same metadata, and all cells are without outputs."""
    autosave = "window.jupyterapp.commands.isToggled('docmanager:toggle-autosave')"
    assert not place.evaluate(autosave), "it would write what the kernel's name changes"
    arrival = place.arrival
    assert arrival.requests and arrival.written == []
    assert len(arrival.before) > 3 and arrival.after == arrival.before
    assert arrival.status == ""


DRAWINGS = """figures => figures.map(figure => [...figure.querySelectorAll('svg.dx-chart')]
    .map(drawing => drawing.getBoundingClientRect())
    .filter(box => box.width && box.height).map(box => box.width))"""


@pytest.fixture
def chapter(place):
    """A chapter that several tests work in; each leaves its parameters as they were."""
    show(place, CHAPTER)
    return place


def drawn_once(page):
    """Say whether each figure in sight has one drawing, no wider than on a page."""
    found = front(page).locator("figure.dx-figure").evaluate_all(DRAWINGS)
    return bool(found) and all(len(each) == 1 and each[0] <= 700 for each in found)


@pytest.mark.browser
def test_cell_by_cell_each_figure_has_one_drawing_of_a_readable_size(chapter):
    run_to(chapter, FIGURE)
    assert drawn_once(chapter)


@pytest.mark.browser
def test_a_changed_parameter_changes_the_page(chapter):
    assert "10/63" in run_to(chapter, "dti_position.standing(page").inner_text()
    retype(chapter, "year = 2021", "year = 2023")
    shown = run_to(chapter, "dti_position.standing(page").inner_text()
    retype(chapter, "year = 2023", "year = 2021")
    assert "9/63" in shown and "10/63" not in shown


@pytest.mark.browser
def test_a_changed_table_changes_the_sentence(chapter):
    line = "totals = edition.table()"
    assert "Đà Nẵng" in run_to(chapter, "dti_position.standing(page").inner_text()
    retype(chapter, line, f"{line}.query(\"province != 'da-nang'\")")
    shown = run_to(chapter, "dti_position.standing(page").inner_text()
    retype(chapter, ".query(\"province != 'da-nang'\")", "")
    assert "Đà Nẵng" not in shown


@pytest.mark.browser
def test_a_wrong_parameter_is_told_in_one_line_and_breaks_no_drawing(chapter):
    run_to(chapter, FIGURE)
    retype(chapter, '"bac-giang"', '"nowhere"')
    shown = run_to(chapter, "page.heading()").inner_text()
    retype(chapter, '"nowhere"', '"bac-giang"')
    assert "nowhere" in shown and "Traceback" not in shown
    assert len(shown.strip().splitlines()) == 1
    assert drawn_once(chapter), "what was shown before the error stays as it was"


@pytest.mark.browser
def test_a_chapter_that_was_run_and_saved_is_no_change_for_git(lab, chapter):
    last = cell(chapter, "page.sources()")
    before = last.locator(".jp-InputPrompt").text_content().strip()
    do(chapter, "notebook:run-all-cells")
    ran(chapter, last, before)
    save(chapter)
    text = (lab.project / f"notebooks/{CHAPTER}.ipynb").read_text(encoding="utf-8")
    assert "dx-figure" in text, "the file itself holds what was shown"
    assert lab.status == "" and lab.git("diff") == ""


@pytest.mark.browser
def test_a_slider_of_explore_changes_the_view(place):
    show(place, "explore")
    shown = run_to(place, "explore.Explorer(")
    view = shown.locator("figure.dx-figure figcaption").first
    before = view.inner_text()
    shown.locator(".noUi-handle").last.focus()
    for _ in range(3):
        place.keyboard.press("PageUp")
    expect(view).not_to_have_text(before, timeout=PATIENCE)

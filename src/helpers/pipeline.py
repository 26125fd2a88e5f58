"""From notebooks to published pages: run the chapters, join them, export, publish."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
import papermill as pm
from joblib import Parallel, delayed
from nbconvert.exporters import TemplateExporter
from nbconvert.preprocessors import TagRemovePreprocessor
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from helpers import data, fonts, html, parameters
from helpers.chapters.appendix import appendix
from helpers.exceptions import BriefingError, ChapterError
from helpers.language import Language
from helpers.page import Page
from helpers.parameters import Parameters

_NOTEBOOK = re.compile(r"^(?P<number>\d{2})_(?P<name>\w+)\.ipynb$")
_MARK = re.compile(
    r'data-source="(?P<source>[^"]*)" data-place="(?P<place>[^"]*)"(?P<title>[^>]*)>\[\d+\]'
)
#: Cells that serve the reader of a single notebook and have no place in the briefing.
_NOTEBOOK_ONLY = ("analyst", "standalone")
#: A kernel that says nothing for so long is taken for dead.
_START_TIMEOUT = 120
#: Paths of sockets have to be short (about 100 characters), wherever the project lies.
_SHORT_FOLDER = "/tmp" if os.name == "posix" else None


@dataclass(frozen=True)
class Chapter:
    """One chapter's notebook.

    Parameters
    ----------
    path : Path
        The notebook.
    name : str
        Its name without number and ending, such as ``dti_position``.
    """

    path: Path
    name: str

    @property
    def id(self) -> str:
        """The chapter's anchor in the page, and the beginning of its messages' names."""
        return self.name.replace("_", "-")


@dataclass(frozen=True)
class Run:
    """One chapter to be run in one language.

    Parameters
    ----------
    chapter : Chapter
        The chapter.
    chosen : Parameters
        Its parameters.
    executed : Path
        Where the executed notebook goes.
    data : Path
        The data folder.
    """

    chapter: Chapter
    chosen: Parameters
    executed: Path
    data: Path


def chapters(folder: Path) -> list[Chapter]:
    """Return the chapters of a briefing: the notebooks named ``NN_name.ipynb``, by number.

    Parameters
    ----------
    folder : Path
        The folder of the notebooks.

    Raises
    ------
    BriefingError
        If there is none, or one does not declare exactly the parameters of a briefing.
    """
    found = []
    for path in sorted(folder.glob("*.ipynb")):
        if match := _NOTEBOOK.match(path.name):
            found.append(Chapter(path, match["name"]))
    if not found:
        raise BriefingError(f"no chapters (NN_name.ipynb) in {folder}")
    for chapter in found:
        _check_declared(chapter)
    return found


def _check_declared(chapter: Chapter) -> None:
    notebook = nbformat.read(chapter.path, as_version=4)
    tagged = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(tagged) != 1:
        raise BriefingError(f"{chapter.path.name}: {len(tagged)} cells tagged parameters, not one")
    declared = set(re.findall(r"^(\w+)\s*(?::[^=]+)?=", tagged[0].source, flags=re.MULTILINE))
    wanted = set(Parameters.model_fields)
    for name in sorted(wanted ^ declared):
        fault = "unknown parameter" if name in declared else "no parameter"
        raise BriefingError(f"{chapter.path.name}: {fault} “{name}” in its parameters cell")


def build(  # noqa: PLR0913, PLR0917  the options of the command line
    year: int,
    province: str,
    languages: Sequence[str],
    out: Path,
    project: Path | None = None,
    report: Callable[[Run, int, int], None] = lambda run, done, count: None,
) -> list[Path]:
    """Make the briefings of a year and a province, and publish all or none.

    Parameters
    ----------
    year : int
        The reporting year.
    province : str
        The province's id.
    languages : sequence of str
        The languages to make.
    out : Path
        The folder of the reports; pages go to ``<out>/<year>/<province>.<lang>.html``, executed
        notebooks to ``<out>/<year>/executed/<province>.<lang>/``.
    project : Path, optional
        The folder with ``data`` and ``notebooks``; found from the working folder if not given.
    report : callable
        Told after each chapter: the run, how many are done, of how many.

    Returns
    -------
    list of Path
        The published pages, in the order of the languages.

    Raises
    ------
    ParameterError, DataError
        Before any notebook starts.
    ChapterError
        If a cell fails; what was published before is untouched.
    """
    project = project or data.find_project()
    folder = (project / "data").resolve()
    package = data.check(folder)
    chosen = [
        parameters.check(package, {"year": year, "province": province, "lang": lang})
        for lang in languages
    ]
    found = chapters(project / "notebooks")
    home = out.resolve() / str(year)
    runs = [_plan(chapter, each, home, folder) for each in chosen for chapter in found]
    for done, run in enumerate(_run_all(runs), start=1):
        report(run, done, len(runs))
    pages = {}
    for each in chosen:
        own = [run for run in runs if run.chosen == each]
        pages[home / f"{province}.{each.lang}.html"] = _export(package, each, own)
    return _publish(pages)


def _plan(chapter: Chapter, chosen: Parameters, home: Path, folder: Path) -> Run:
    place = home / "executed" / f"{chosen.province}.{chosen.lang}"
    return Run(chapter, chosen, place / chapter.path.name, folder)


def _run_all(runs: list[Run]) -> Iterator[Run]:
    for folder in {run.executed.parent for run in runs}:
        folder.mkdir(parents=True, exist_ok=True)
    workers = min(len(runs), os.cpu_count() or 1)
    # Processes, not threads: papermill changes the working folder of the whole process.
    pool = Parallel(n_jobs=workers, return_as="generator_unordered", batch_size=1)
    return pool(delayed(run_chapter)(run) for run in runs)


def run_chapter(run: Run) -> Run:
    """Execute one chapter and keep the executed notebook.

    Parameters
    ----------
    run : Run
        What to run.

    Returns
    -------
    Run
        The same, when every cell has run.

    Raises
    ------
    ChapterError
        If a cell failed or the kernel died.
    """
    os.environ[data.DATA_VARIABLE] = str(run.data)
    try:
        _execute(run)
    except PapermillExecutionError as error:
        raise _failure(run, f"{error.ename}: {error.evalue}") from None
    except Exception as error:
        raise _failure(run, f"{type(error).__name__}: {error}") from error
    if _failed_cell(run.executed):
        raise _failure(run, "the cell failed without naming its error")
    return run


def _execute(run: Run) -> None:
    with tempfile.TemporaryDirectory(prefix="dx-", dir=_SHORT_FOLDER) as runtime:
        os.environ["JUPYTER_RUNTIME_DIR"] = runtime
        pm.execute_notebook(
            _literal(run.chapter.path),
            _literal(run.executed),
            run.chosen.model_dump(),
            cwd=run.chapter.path.parent,
            progress_bar=False,
            request_save_on_cell_execute=False,
            start_timeout=_START_TIMEOUT,
            shutdown_kernel="immediate",
            config=_connection(runtime),
        )


def _connection(runtime: str) -> Config:
    """Return how to reach a kernel.

    Where there are sockets in the file system they are used, in a folder of this run: no other
    user can listen, and kernels that start at the same time never race for a port.
    """
    if os.name != "posix":
        return Config()
    return Config(KernelManager={"transport": "ipc", "ip": str(Path(runtime, "kernel"))})


def _literal(path: Path) -> str:
    """Write a path so that papermill, which takes it for a format string, leaves it alone."""
    return str(path.resolve()).replace("{", "{{").replace("}", "}}")


def _failure(run: Run, error: str) -> ChapterError:
    cell = _failed_cell(run.executed) if run.executed.is_file() else 0
    return ChapterError(run.chapter.path.name, cell, error, str(run.executed))


def _failed_cell(path: Path) -> int:
    """Return the place of the failed cell in the author's notebook, from 1; 0 if none failed."""
    place = 0
    for cell in nbformat.read(path, as_version=4).cells:
        tags = set(cell.metadata.get("tags", []))
        if tags & {"injected-parameters", "papermill-error-cell-tag"}:
            continue
        place += 1
        if cell.metadata.get("papermill", {}).get("exception"):
            return place
    return 0


def join(runs: Sequence[Run]) -> NotebookNode:
    """Return the executed chapters as one notebook, each cell marked with its chapter.

    Parameters
    ----------
    runs : sequence of Run
        The runs of one language, in the order of the chapters.
    """
    joined = nbformat.v4.new_notebook()
    for run in runs:
        for cell in nbformat.read(run.executed, as_version=4).cells:
            cell.metadata["chapter"] = run.chapter.id
            joined.cells.append(cell)
    return joined


def number_sources(notebook: NotebookNode) -> dict[str, list[str]]:
    """Give the source marks of a joined notebook numbers by their first appearance.

    Parameters
    ----------
    notebook : NotebookNode
        The joined chapters; their marks, numbered within each chapter, are rewritten.

    Returns
    -------
    dict of str to list of str
        The cited sources in the order of their numbers, with the places that were cited.
    """
    cited: dict[str, list[str]] = {}

    def number(match: re.Match[str]) -> str:
        source, place = match["source"], match["place"]
        places = cited.setdefault(source, [])
        if place and place not in places:
            places.append(place)
        position = list(cited).index(source) + 1
        return f'data-source="{source}" data-place="{place}"{match["title"]}>[{position}]'

    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "text/html" in output.get("data", {}):
                output.data["text/html"] = _MARK.sub(number, output.data["text/html"])
    return cited


def _export(package: data.DataPackage, chosen: Parameters, runs: Sequence[Run]) -> str:
    known = data.as_of(package, data.briefing_day(package, chosen.year))
    page = Page("appendix", chosen.year, chosen.province, Language(chosen.lang), known)
    joined = join(runs)
    exporter = _exporter()
    joined, _ = _drop_notebook_cells(joined)
    page.cited = number_sources(joined)
    joined.cells.append(_appendix_cell(page))
    ids = [run.chapter.id for run in runs] + [page.chapter]
    joined.metadata["briefing"] = _words(page, ids)
    text, _ = exporter.from_notebook_node(joined)
    return text.replace(_FONT_PLACE, fonts.faces(fonts.characters(text)))


#: Where the style sheet leaves room for the fonts, which depend on the finished text.
_FONT_PLACE = "/* fonts */"


def _drop_notebook_cells(notebook: NotebookNode) -> tuple[NotebookNode, dict]:
    remover = TagRemovePreprocessor(remove_cell_tags=set(_NOTEBOOK_ONLY), enabled=True)
    return remover.preprocess(notebook, {})


def _exporter() -> TemplateExporter:
    config = Config()
    config.TemplateExporter.extra_template_basedirs = [str(Path(__file__).parent)]
    config.TemplateExporter.template_name = "template"
    config.TemplateExporter.template_file = "index.html.j2"
    return TemplateExporter(config=config)


def _appendix_cell(page: Page) -> NotebookNode:
    output = nbformat.v4.new_output("display_data", {"text/html": str(appendix(page).markup)})
    cell = nbformat.v4.new_code_cell(outputs=[output])
    cell.metadata["chapter"] = page.chapter
    return cell


def _words(page: Page, ids: Sequence[str]) -> dict[str, object]:
    say = page.language.say
    values = {"province": page.name, "year": str(page.year)}
    styles = [_FONT_PLACE, *(html.stylesheet(name) for name in ("page", "components"))]
    return {
        "lang": page.language.code,
        "title": str(say("briefing-title", **values)),
        "kicker": str(say("briefing-kicker")),
        "as_of": str(say("briefing-as-of", as_of=page.language.date(page.as_of))),
        "contents": str(say("briefing-contents")),
        "skip": str(say("briefing-skip")),
        "foot": str(say("briefing-foot")),
        "style": "\n".join(styles),
        "chapters": [{"id": each, "title": str(say(f"{each}-title", **values))} for each in ids],
    }


def _publish(pages: dict[Path, str]) -> list[Path]:
    """Write every page beside its place first; only when all are written, move them there."""
    beside = {path: path.with_name(f".{path.name}.new") for path in pages}
    try:
        for path, text in pages.items():
            beside[path].write_text(text, encoding="utf-8", newline="\n")
        for path, new in beside.items():
            new.replace(path)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)
    return list(pages)

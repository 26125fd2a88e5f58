"""From notebooks to published pages: run the chapters, join them, export, publish."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import nbformat
from joblib import Parallel, delayed
from nbconvert.exporters import TemplateExporter
from nbconvert.preprocessors import TagRemovePreprocessor
from nbformat import NotebookNode
from traitlets.config import Config

from helpers import data, fonts, html, parameters
from helpers.chapters.appendix import appendix
from helpers.execution import Chapter, Run, chapters, run_chapter
from helpers.language import Language
from helpers.page import Page
from helpers.parameters import Parameters

_MARK = re.compile(
    r'data-source="(?P<source>[^"]*)" data-place="(?P<place>[^"]*)"(?P<title>[^>]*)>\[\d+\]'
)
#: Cells that serve the reader of a single notebook and have no place in the briefing.
_NOTEBOOK_ONLY = ("analyst", "standalone")
#: Where the style sheet leaves room for the fonts, which depend on the finished text.
_FONT_PLACE = "/* fonts */"


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
    styles = [_FONT_PLACE, *(html.stylesheet(name) for name in ("components", "page"))]
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

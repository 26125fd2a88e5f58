"""From notebooks to published pages: run the chapters, join them, export, publish."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from joblib import Parallel, delayed

from helpers.building import drafts, listing, pdf, sheets
from helpers.building.execution import Chapter, Run, chapters, run_chapter
from helpers.building.export import Made, export
from helpers.store import data, parameters
from helpers.store.append import make_folder, write_all
from helpers.store.parameters import Parameters
from helpers.upkeep import schema


def build(  # noqa: PLR0913, PLR0917  the options of the command line
    year: int,
    province: str,
    languages: Sequence[str],
    out: Path,
    project: Path | None = None,
    report: Callable[[str, int, int], None] = lambda step, done, count: None,
    paper: bool = False,
) -> list[Path]:
    """Make the briefings of a year and a province, publish all or none, and list them.

    Parameters
    ----------
    year : int
        The reporting year.
    province : str
        The province's id or name; files are named by its id.
    languages : sequence of str
        The languages to make.
    out : Path
        The folder of the reports; pages go to ``<out>/<year>/<province>.<lang>.html``, with their
        figures beside them as ``.csv``; executed notebooks to
        ``<out>/<year>/executed/<province>.<lang>/``; the list of briefings to ``index.html``.
    project : Path, optional
        The folder with ``data`` and ``notebooks``; found from the working folder if not given.
    report : callable
        Told what was done, how many steps are done, of how many: each chapter of each language is
        one, and so is each page, joined and, if asked for, printed.
    paper : bool
        Whether to print each page too, as ``.pdf`` beside it, and its page one alone as
        ``.handout.pdf`` and ``.slide.pdf``.

    Returns
    -------
    list of Path
        What was published: the pages in the order of the languages, then the other files.

    Raises
    ------
    ParameterError, DataError, PrinterMissingError
        Before any notebook starts; a plain BriefingError if a notebook cannot be read or there can
        be no folder of the reports.
    ChapterError, OrphanNumberError, PrintError
        If a cell fails, a number leads to no source, or a page cannot be printed; what was
        published before is untouched.
    """
    project = project or data.find_project()
    folder = (project / "data").resolve()
    if paper:
        pdf.find_printer()
    package = schema.check(folder)
    chosen = [
        parameters.check(package, {"year": year, "province": province, "lang": lang})
        for lang in languages
    ]
    found = chapters(project / "notebooks")
    make_folder(out)
    home = out.resolve() / str(year)
    files: dict[Path, bytes] = {}
    for each, made in _made(_Work(package, folder, home, found), chosen, report):
        files |= _files(home / f"{each.province}.{each.lang}", made, paper)
    write_all(files)
    place = out.resolve() / "index.html"
    write_all({place: listing.list_page(place.parent, package).encode()})
    return sorted([*files, place], key=lambda path: path.suffix != ".html" or path == place)


def draft(  # noqa: PLR0913, PLR0917  the options of the command line
    year: int,
    province: str,
    languages: Sequence[str],
    out: Path,
    project: Path | None = None,
    report: Callable[[str, int, int], None] = lambda step, done, count: None,
) -> list[Path]:
    """Make a briefing although cells are still to be filled in, to look at and not to publish.

    Parameters
    ----------
    year, province, languages, out, project, report
        As in :func:`build`; pages go to ``<out>/<year>/draft/<province>.<lang>.html``, and neither
        a published page nor the list of briefings changes.

    Returns
    -------
    list of Path
        The pages, in the order of the languages.

    Raises
    ------
    ParameterError, DataError, ChapterError, OrphanNumberError
        As in :func:`build`.
    """
    project = project or data.find_project()
    folder = (project / "data").resolve()
    schema.check(folder)
    found = chapters(project / "notebooks")
    home = out.resolve() / str(year) / drafts.FOLDER
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch).resolve() / "data"
        left_out = drafts.prepare(folder, copy, year)
        package = data.load(copy)
        values = {"year": year, "province": province}
        chosen = [parameters.check(package, {**values, "lang": lang}) for lang in languages]
        make_folder(home)
        work = _Work(package, copy, home, found, left_out)
        pages = {
            home / f"{each.province}.{each.lang}.html": made.page.encode()
            for each, made in _made(work, chosen, report)
        }
    write_all(pages)
    return list(pages)


@dataclass(frozen=True)
class _Work:
    """What briefings are made of, and where their executed notebooks go."""

    package: data.DataPackage
    folder: Path
    home: Path
    chapters: Sequence[Chapter]
    draft: drafts.Draft | None = None


def _made(
    work: _Work, chosen: Sequence[Parameters], report: Callable[[str, int, int], None]
) -> Iterator[tuple[Parameters, Made]]:
    """Run the chapters of some briefings, and yield each briefing with what it became."""
    runs = [_plan(each, one, work.home, work.folder) for one in chosen for each in work.chapters]
    count = len(runs) + len(chosen)
    for done, run in enumerate(_run_all(runs), start=1):
        report(f"{run.chapter.name} ({run.chosen.lang})", done, count)
    for done, one in enumerate(chosen, start=len(runs) + 1):
        own = [run for run in runs if run.chosen == one]
        yield one, export(work.package, one, own, work.draft)
        report(f"page ({one.lang})", done, count)


def _files(stem: Path, made: Made, paper: bool) -> dict[Path, bytes]:
    """Return the files of a briefing in one language."""
    # The mark tells a spreadsheet program that the accents are UTF-8.
    files = {".html": made.page.encode(), ".csv": made.figures.encode("utf-8-sig")}
    if paper:
        files[".pdf"] = pdf.print_page(made.page)
        files[".handout.pdf"] = sheets.print_handout(made.page)
        files[".slide.pdf"] = sheets.print_slide(made.page)
    return {Path(f"{stem}{ending}"): content for ending, content in files.items()}


def _plan(chapter: Chapter, chosen: Parameters, home: Path, folder: Path) -> Run:
    place = home / "executed" / f"{chosen.province}.{chosen.lang}"
    return Run(chapter, chosen, place / chapter.path.name, folder)


def _run_all(runs: list[Run]) -> Iterator[Run]:
    for folder in {run.executed.parent for run in runs}:
        make_folder(folder)
    workers = min(len(runs), os.cpu_count() or 1)
    # Processes, not threads: papermill changes the working folder of the whole process.
    pool = Parallel(n_jobs=workers, return_as="generator_unordered", batch_size=1)
    ran: Iterator[Run] = pool(delayed(run_chapter)(run) for run in runs)
    return ran

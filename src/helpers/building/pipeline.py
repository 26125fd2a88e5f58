"""From notebooks to published pages: run the chapters, join them, export, publish."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from helpers.building import forks
from helpers.building.asked import Options
from helpers.building.batch import batch
from helpers.building.making import Order, make
from helpers.building.notebooks import chapters
from helpers.store import data, parameters, scratch
from helpers.store.append import make_folder, write_all
from helpers.upkeep import schema


def build(  # noqa: PLR0913, PLR0917  the options of the command line
    year: int,
    province: str,
    languages: Sequence[str],
    out: Path,
    project: Path | None = None,
    report: Callable[[str, int, int], None] = lambda step, done, count: None,
    paper: bool = False,
    kernel: bool = False,
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
    kernel : bool
        Whether each chapter runs in a kernel of its own, as in JupyterLab, and not in a fork of
        one process; a system that forks unsafely takes kernels always. The bytes are the same.

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
    options = Options(paper=paper, kernel=kernel, force=True)

    def told(briefing: str, step: str, done: int, count: int) -> None:
        report(step, done, count)

    (outcome,) = batch([(year, province)], languages, out, project, options, told)
    if outcome.error is not None:
        raise outcome.error
    return [*outcome.files, out.resolve() / "index.html"]


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
    from helpers.building import drafts  # noqa: PLC0415  as in `making`

    project = project or data.find_project()
    folder = (project / "data").resolve()
    schema.check(folder)
    found = chapters(project / "notebooks")
    home = out.resolve() / str(year) / drafts.FOLDER
    with scratch.temporary() as place:
        copy = place.resolve() / "data"
        left_out = drafts.prepare(folder, copy, year)
        package = data.load(copy)
        values = {"year": year, "province": province}
        chosen = [parameters.check(package, {**values, "lang": lang}) for lang in languages]
        make_folder(home)
        forked = Options().forked
        if forked:
            forks.begin(copy)
        order = Order(copy, home, found, chosen, kernel=not forked, draft=left_out)
        done = count(1)
        told = lambda order, step: report(step, next(done), order.steps)  # noqa: E731
        (made,) = make([order], forks.jobs(), told)
    if isinstance(made.files, Exception):
        raise made.files
    pages = {path: text for path, text in made.files.items() if path.suffix == ".html"}
    write_all(pages)
    return list(pages)

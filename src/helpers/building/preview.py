"""A page to look at while one works: what has changed is run again, the rest is of the last run.

It is no publication: it lies among the drafts, says so itself, and is shown even if numbers of it
are not proven, which it names. What is published does not change, and neither does the manifest.
"""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from time import perf_counter

from helpers.building import drafts, forks
from helpers.building.execution import died, run_chapter
from helpers.building.export import export
from helpers.building.making import Order
from helpers.building.notebooks import Chapter, Run, chapters
from helpers.exceptions import shortened
from helpers.store import parameters
from helpers.store.alone import alone
from helpers.store.append import make_folder, write_all
from helpers.store.data import DataPackage
from helpers.store.parameters import Parameters
from helpers.upkeep import schema
from helpers.words.refusals import refused

#: The folder of this package: its sentences, its templates, its code.
PACKAGE = Path(__file__).parents[1]
#: How the files of the data end: the tables and what describes them.
TABLES = frozenset({".csv", ".json"})
#: What a function is that remembers what it returned.
_CACHED = type(cache(Path.read_bytes))
#: Says of a chapter whether it is run again although its last run would do.
Again = Callable[[Chapter], bool]


@dataclass(frozen=True)
class Shown:
    """What was made to be looked at.

    Parameters
    ----------
    pages : tuple of Path
        The pages, in the order of the languages.
    ran : tuple of str
        The names of the chapters that were run, in their order; the others are of the last run.
    faults : tuple of str
        The numbers on the pages that are not proven.
    seconds : float
        How long it took.
    """

    pages: tuple[Path, ...]
    ran: tuple[str, ...]
    faults: tuple[str, ...]
    seconds: float


class Desk:
    """Where one briefing is looked at, again and again.

    Parameters
    ----------
    year, province : int, str
        The reporting year, and the province's id or name.
    languages : sequence of str
        The languages.
    out : Path
        The folder of the reports; pages go to ``<out>/<year>/draft/<province>.<lang>.html``,
        executed notebooks where builds have theirs.
    project : Path
        The folder with ``data`` and ``notebooks``.
    """

    def __init__(
        self, year: int, province: str, languages: Sequence[str], out: Path, project: Path
    ) -> None:
        self._year, self._province, self._languages = year, province, languages
        self._out, self._notebooks = out.resolve(), project.resolve() / "notebooks"
        self._folder = project.resolve() / "data"
        self._package: DataPackage | None = None
        self._afresh = False
        self._jobs = forks.jobs() if forks.available() else 0
        if self._jobs:
            forks.begin(self._folder)

    def forget(self, sentences: bool) -> None:
        """Read the data anew the next time, and the files of this package too if one changed.

        Parameters
        ----------
        sentences : bool
            Whether a file of the package changed: what was imported before then goes on to hold
            what it had read.
        """
        self._package = None
        if sentences:
            self._afresh = True
            forget()

    def show(self, again: Again = lambda chapter: False) -> Shown:
        """Run what has to be run, and write the pages.

        Parameters
        ----------
        again : callable
            Which chapters are run although their last run would do.

        Raises
        ------
        BriefingError
            If the data are not sound, a notebook cannot be read or a cell fails; the pages are
            left as they were. A chapter that fails stops no other one, so that the next time
            there is only this one to run.
        """
        make_folder(self._out)
        with alone(self._out):
            return self._show(again)

    def _show(self, again: Again) -> Shown:
        start = perf_counter()
        if self._package is None:
            self._package = schema.check(self._folder)
        found, languages = chapters(self._notebooks), self._chosen(self._package)
        home, kernel = self._out / str(self._year), not forks.available()
        order = Order(self._folder, home, found, languages, kernel=kernel)
        runs = {one: order.runs(one) for one in languages}
        stale = Stale(newest(self._folder))
        wanted = [
            run for own in runs.values() for run in own if again(run.chapter) or stale.is_so(run)
        ]
        self._run(wanted)
        files, faults = {}, list[str]()
        for one, own in runs.items():
            made = export(self._package, one, own, drafts.Preview(self._year, ()))
            place = home / drafts.FOLDER / f"{one.province}.{one.lang}.html"
            make_folder(place.parent)
            files[place] = made.page.encode()
            faults += made.faults
        write_all(files)
        ran = tuple(dict.fromkeys(run.chapter.name for run in wanted))
        return Shown(tuple(files), ran, tuple(faults), perf_counter() - start)

    def _chosen(self, package: DataPackage) -> list[Parameters]:
        values = {"year": self._year, "province": self._province}
        return [parameters.check(package, {**values, "lang": lang}) for lang in self._languages]

    def _run(self, wanted: Sequence[Run]) -> None:
        """Run chapters; the first that failed, in their order, is told when all have ended."""
        tasks: deque[forks.Task] = deque((run, _Work(run, self._afresh)) for run in wanted)
        failed: dict[Run, Exception] = {}
        for run, result in forks.run_all(tasks, self._jobs):
            if isinstance(result, forks.DiedError):
                failed[run] = died(run, result)
            elif isinstance(result, Exception):
                failed[run] = result
        for run in wanted:
            if run in failed:
                raise failed[run]


@dataclass(frozen=True)
class _Work:
    """A chapter to be run in a process that may have read files that are others by now."""

    run: Run
    afresh: bool

    def __call__(self, told: Callable[[int], None]) -> None:
        if self.afresh:
            forget()
        run_chapter(self.run, told)


def forget() -> None:
    """Forget what this process has read of the package's files, whichever module holds it."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == __name__.partition(".")[0]:
            for each in list(vars(module).values()):
                if isinstance(each, _CACHED):
                    each.cache_clear()


def named(found: Sequence[Chapter], asked: str) -> Chapter:
    """Return the chapter that is meant by its number, its name or the name of its notebook.

    Parameters
    ----------
    found : sequence of Chapter
        The chapters.
    asked : str
        What a person typed, such as ``3``, ``03``, ``dti-position`` or ``03_dti_position.ipynb``.

    Raises
    ------
    ParameterError
        If there is none; those there are are named.
    """
    words = asked.strip().replace("-", "_").removesuffix(".ipynb")
    for each in found:
        number = each.path.name.partition("_")[0]
        if words in {each.path.stem, each.name, number, number.lstrip("0")} - {""}:
            return each
    known = ", ".join(each.path.stem for each in found)
    raise refused("cmd-no-chapter", chapter=shortened(asked), known=known)


def newest(folder: Path) -> float:
    """Return when a table of the data, or a file of this package, was last put there.

    Parameters
    ----------
    folder : Path
        The data folder.
    """
    tables = (path for path in folder.iterdir() if path.suffix in TABLES)
    return max(map(_put_there, [*tables, *own_files()]), default=0.0)


def own_files() -> Iterator[Path]:
    """Yield the files of this package, without what Python makes of them."""
    for path in PACKAGE.rglob("*"):
        if "__pycache__" not in path.parts and path.is_file():
            yield path


def _put_there(path: Path) -> float:
    """Return when a file was written or moved to its place: what is moved keeps its older time."""
    try:
        stat = path.stat()
    except OSError:
        return 0.0  # It went between two looks.
    return max(stat.st_mtime, stat.st_ctime)


@dataclass(frozen=True)
class Stale:
    """Whether a chapter has to be run: its last run failed, was of another, or is too old.

    Parameters
    ----------
    newest : float
        When what all chapters use was last put there.
    """

    newest: float

    def is_so(self, run: Run) -> bool:
        """Say so of a chapter."""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            notebook = json.loads(run.executed.read_text(encoding="utf-8"))
            whole = {_ended(cell) for cell in notebook["cells"]} == {True}
            last = notebook["metadata"]["papermill"]
            mine = last["input_path"] == str(run.chapter.path.resolve())
            own = last["parameters"] == run.chosen.model_dump()
            began = datetime.fromisoformat(last["start_time"]).timestamp()
            inputs = max(self.newest, _put_there(run.chapter.path))
            return not (whole and mine and own and began > inputs)
        return True  # There is none, or nobody can read it.


def _ended(cell: dict[str, dict[str, dict[str, object]]]) -> bool:
    last = cell["metadata"]["papermill"]
    return last["status"] == "completed" and not last["exception"]

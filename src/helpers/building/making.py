"""Briefings made of their chapters: which process runs what, in what order, and what failed.

What runs and exports chapters is imported by the process that does so: importing it takes longer
than all that the process which asks has to do.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from helpers.building import forks
from helpers.building.notebooks import Chapter, Run
from helpers.exceptions import BriefingError
from helpers.store import data
from helpers.store.append import make_folder
from helpers.store.parameters import Parameters

if TYPE_CHECKING:
    from helpers.building.drafts import Draft
    from helpers.building.export import Made as Page

#: The files of a briefing, by their places.
Files = dict[Path, bytes]


@dataclass(frozen=True)
class Order:
    """A briefing to be made: of a year and a province, in some languages.

    Parameters
    ----------
    folder : Path
        The data folder.
    home : Path
        Where its files go: the folder of the year.
    chapters : sequence of Chapter
        Its chapters, in their order.
    chosen : sequence of Parameters
        Its parameters, for each language.
    paper : bool
        Whether it is printed too.
    kernel : bool
        Whether each chapter runs in a kernel of its own.
    draft : Draft, optional
        What the page shows as waiting to be filled in; none is published with it.
    seconds : int
        How long a kernel may run a cell, where nobody else watches it; 0 where somebody does.
    """

    folder: Path
    home: Path
    chapters: Sequence[Chapter]
    chosen: Sequence[Parameters]
    paper: bool = False
    kernel: bool = False
    draft: Draft | None = None
    seconds: int = 0

    @property
    def steps(self) -> int:
        """How many steps it takes: a chapter in a language is one, and so is a page."""
        return len(self.chosen) * (len(self.chapters) + 1)

    def runs(self, one: Parameters) -> list[Run]:
        """Return its chapters in one language."""
        place = self.home / "executed" / f"{one.province}.{one.lang}"
        make_folder(place)
        return [
            Run(chapter, one, place / chapter.path.name, self.folder, self.kernel, self.seconds)
            for chapter in self.chapters
        ]

    def finish(self, one: Parameters) -> Files:
        """Return its files in one language, of whose chapters all have run."""
        from helpers.building.export import export  # noqa: PLC0415  see the module

        made = export(data.load(self.folder), one, self.runs(one), self.draft)
        return _files(self.home / f"{one.province}.{one.lang}", made, self.paper)


@dataclass(frozen=True)
class Made:
    """What became of a briefing.

    Parameters
    ----------
    order : Order
        The briefing.
    files : dict or Exception
        Its files, in the order of its languages, or why there are none.
    seconds : float
        How long its steps took, added up.
    left : int
        How many of its steps were not taken, after one that failed.
    """

    order: Order
    files: Files | Exception
    seconds: float
    left: int = 0


def make(
    orders: Sequence[Order],
    jobs: int,
    report: Callable[[Order, str], None] = lambda order, step: None,
    limits: forks.Limits = forks.LIMITS,
) -> Iterator[Made]:
    """Make briefings, and yield each when it is whole or has failed; nothing is published.

    Parameters
    ----------
    orders : sequence of Order
        The briefings.
    jobs : int
        How many processes work at a time; 0 for none but this.
    limits : Limits
        What a cell may take.
    report : callable
        Told each step of a briefing as it is done.

    Yields
    ------
    Made
        What became of a briefing.
    """
    states = [_State(order) for order in orders]
    tasks: deque[forks.Task] = deque(
        ((state, step), step) for state in states for step in state.chapters()
    )
    alone = forks.available() or not any(order.kernel for order in orders)
    for (state, step), result in (forks.run_all if alone else _in_workers)(tasks, jobs, limits):
        if state.failed:
            continue  # It ran beside the step that failed.
        if isinstance(result, Exception):
            state.failed = True
            for task in [task for task in tasks if task[0][0] is state]:
                tasks.remove(task)
            yield Made(
                state.order, step.fault(result), state.seconds, state.order.steps - state.done
            )
            continue
        for page in state.take(step, *result):
            tasks.appendleft(((state, page), page))
        report(state.order, step.name)
        if state.done == state.order.steps:
            yield Made(state.order, state.in_order(), state.seconds)


@dataclass(frozen=True)
class _Step:
    """A step of a briefing: one of its chapters, or where none is named its page."""

    order: Order
    chosen: Parameters
    run: Run | None = None
    #: The page's typeface, cut by the process that asks while others run the chapters.
    typeface: str = ""

    @property
    def name(self) -> str:
        """The step, as who waits is told of it."""
        what = "page" if self.run is None else self.run.chapter.name
        return f"{what} ({self.chosen.lang})"

    def __call__(self, told: Callable[[int], None]) -> tuple[Files, float]:
        """Take the step, and return the files that it makes to be published, and its seconds."""
        start, files = perf_counter(), Files()
        if self.run is None:
            from helpers.drawing import fonts  # noqa: PLC0415  see the module

            fonts.know(self.typeface)
            files = self.order.finish(self.chosen)
        else:
            from helpers.building.execution import run_chapter  # noqa: PLC0415  see the module

            run_chapter(self.run, told)
        return files, perf_counter() - start

    def fault(self, error: Exception) -> Exception:
        """Return what to say of an error: a process that died names no chapter by itself."""
        if not isinstance(error, forks.DiedError):
            return error
        if self.run is None:
            lines = {code: f"{self.name}: {how}" for code, how in error.words.items()}
            return BriefingError(lines)
        from helpers.building.execution import died  # noqa: PLC0415  see the module

        return died(self.run, error)


class _State:
    """How far a briefing is."""

    def __init__(self, order: Order) -> None:
        self.order, self.failed, self.done, self.seconds = order, False, 0, 0.0
        self._left = Counter(step.chosen for step in self.chapters())
        self._files: dict[Parameters, Files] = {}

    def chapters(self) -> Iterator[_Step]:
        """Yield the steps that wait for no other; the last ones of each language end together."""
        every = [(one, self.order.runs(one)) for one in self.order.chosen]
        for place in range(len(self.order.chapters)):
            yield from (_Step(self.order, one, runs[place]) for one, runs in every)

    def take(self, step: _Step, files: Files, seconds: float) -> Iterator[_Step]:
        """Take in a step that is done, and yield what waited for it: a page, for its chapters."""
        self.done += 1
        self.seconds += seconds
        if step.run is None:
            self._files[step.chosen] = files
            return
        self._left[step.chosen] -= 1
        if not self._left[step.chosen]:
            from helpers.drawing import fonts  # noqa: PLC0415  see the module

            yield _Step(self.order, step.chosen, typeface=fonts.common())

    def in_order(self) -> Files:
        """Give away the files of all languages, in their order."""
        every = (self._files.pop(one).items() for one in self.order.chosen)
        return dict(chain.from_iterable(every))


def _in_workers(
    tasks: deque[forks.Task], jobs: int, limits: forks.Limits
) -> Iterator[forks.Result]:
    """Run tasks as the forks do, in workers that are new Pythons: each chapter has a kernel.

    Where nothing forks, the kernel's own clock holds a cell to its time (:attr:`Run.seconds`).
    """
    from joblib import Parallel, delayed  # noqa: PLC0415  see the module

    pool = Parallel(n_jobs=jobs or 1, return_as="generator_unordered", batch_size=1)
    while tasks:
        every = [tasks.popleft() for _ in range(len(tasks))]
        numbered = (delayed(_numbered)(place, task) for place, (_, task) in enumerate(every))
        yield from ((every[place][0], result) for place, result in pool(numbered))


def _numbered(place: int, task: forks.Work) -> tuple[int, object]:
    """Run a task in a worker; its number and what became of it go home."""
    return place, forks.outcome(task)


def _files(stem: Path, made: Page, paper: bool) -> Files:
    """Return the files of a briefing in one language."""
    # The mark tells a spreadsheet program that the accents are UTF-8.
    files = {".html": made.page.encode(), ".csv": made.figures.encode("utf-8-sig")}
    if paper:
        from helpers.building import pdf, sheets  # noqa: PLC0415  see the module

        files[".pdf"] = pdf.print_page(made.page)
        files[".handout.pdf"] = sheets.print_handout(made.page)
        files[".slide.pdf"] = sheets.print_slide(made.page)
    return {Path(f"{stem}{ending}"): content for ending, content in files.items()}

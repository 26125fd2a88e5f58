"""Briefings made on a Dask cluster: one task is one briefing, in all its languages.

Workers need this package and its libraries, and nothing else of ours: the data and the notebooks
travel to each worker once, into its own folder, and the files of a briefing travel back. Nothing
is published there; what a worker that dies has not sent home is made again by another.

A worker makes a briefing as one machine does, in forks of a process that has imported everything
once (:mod:`helpers.building.forks`), as many at a time as it has threads. One whose code or
libraries are others would make other bytes: the run is refused, and who comes later gets no task.

This module is imported only where a scheduler is named.
"""

from __future__ import annotations

import multiprocessing
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic, sleep
from uuid import uuid4

from distributed import Client, Future, Worker, WorkerPlugin, get_worker
from distributed.scheduler import KilledWorker

from helpers.building import forks, making, manifest
from helpers.building.making import Made, Order
from helpers.building.notebooks import Chapter
from helpers.exceptions import (
    PROBLEMS_SHOWN,
    BriefingError,
    ChapterError,
    PrinterMissingError,
    shortened,
)
from helpers.store.append import make_folder, write_all
from helpers.store.parameters import Parameters
from helpers.words.language import LANGUAGES
from helpers.words.refusals import failed_chapter, said

#: How long to wait, in seconds: for a scheduler to answer and its first worker to be there; for a
#: worker to come where there is none any more; and between two looks at who is there.
_ANSWERS, _COMES, _LOOKS = 15, 120, 2
#: How often the project is sent, where workers die that it is sent to.
_TRIES = 3
#: What makes Dask start workers that may start processes of their own.
_SETTING = "DASK_DISTRIBUTED__WORKER__DAEMON=False"


def make(
    orders: Sequence[Order],
    scheduler: str,
    report: Callable[[Order, str], None] = lambda order, step: None,
) -> Iterator[Made]:
    """Make briefings as :func:`helpers.building.making.make` does, on the workers of a scheduler.

    Parameters
    ----------
    orders : sequence of Order
        The briefings, of one project.
    scheduler : str
        Its address, such as ``tcp://host:8786``.
    report : callable
        Told the steps of a briefing when it comes home.

    Yields
    ------
    Made
        What became of a briefing; its executed notebooks are written down then.

    Raises
    ------
    BriefingError
        Before anything runs: if there is no scheduler or no worker, or a worker is unfit.
    """
    if not orders:
        return
    with _connected(scheduler) as client:
        for order, answer in _Run(client, scheduler, orders).answers():
            if isinstance(answer, Exception):
                yield Made(order, answer, 0.0, order.steps)
                continue
            for path in (executed := _at(order.home, answer.executed)):
                make_folder(path.parent)
            write_all(executed)
            for step in answer.steps:
                report(order, step)
            yield answer.of(order)


@dataclass(frozen=True)
class Traits:
    """What the bytes of a briefing depend on, of a machine, and what hinders it to make one.

    Parameters
    ----------
    code, versions : str
        The hash of this package, and the versions of its libraries.
    printer : str
        The version of WeasyPrint; empty where there is none, or none is needed.
    hindrance : str
        ``system`` where no process can be forked, ``daemon`` where none may be; else empty.
    """

    code: str
    versions: str
    printer: str
    hindrance: str


def traits(paper: bool) -> Traits:
    """Return the traits of this process.

    Parameters
    ----------
    paper : bool
        Whether briefings are printed too.
    """
    printer = ""
    if paper:
        # All that draws comes with it: neither the scheduler nor a worker that only forks needs it.
        from helpers.building import pdf  # noqa: PLC0415

        with suppress(PrinterMissingError):
            printer = str(pdf.find_printer().__version__)
    daemon = "daemon" if multiprocessing.current_process().daemon else ""
    hindrance = daemon if forks.available() else "system"
    return Traits(manifest.code(), manifest.versions(), printer, hindrance)


def _unfit(worker: str, there: Traits | Exception, here: Traits) -> dict[str, str] | None:
    """Return why a worker cannot work for us, and the cure; None if it can."""
    others, own = "", ""
    if isinstance(there, Exception):
        kind, others = "package", shortened(f"{type(there).__name__}: {there}")
    elif there.hindrance:
        kind, own = there.hindrance, _SETTING
    elif there.versions != here.versions:
        kind, parts = "versions", [set(each.versions.split(", ")) for each in (there, here)]
        both = parts[0] & parts[1]
        others, own = (", ".join(sorted(each - both)) for each in parts)
    elif there.code != here.code:
        kind = "code"
    elif there.printer != here.printer:
        kind, others, own = "printer", there.printer or "–", here.printer
    else:
        return None
    return said("cmd-cluster-unfit", worker=worker, kind=kind, there=others, here=own)


def _require_fit(client: Client, paper: bool, here: Traits) -> None:
    """Refuse to begin where a worker would make other bytes, or none."""
    every = client.run(traits, paper, on_error="return").items()
    # Who died a moment ago does not answer, and is nobody's fault.
    there = [each for each in sorted(every) if not isinstance(each[1], OSError)]
    found = [_unfit(worker, told, here) for worker, told in there]
    lines = [line for line in found if line is not None]
    if lines:
        shown = [*lines[:PROBLEMS_SHOWN]]
        if len(lines) > len(shown):
            shown.append(said("error-more", count=len(lines) - len(shown)))
        raise BriefingError({lang: "\n".join(each[lang] for each in shown) for lang in LANGUAGES})


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    """Yield a client of a scheduler that has a worker."""
    try:
        client = Client(scheduler, timeout=_ANSWERS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise BriefingError(said("cmd-cluster-silent", scheduler=scheduler)) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_ANSWERS)
        except TimeoutError as error:
            raise BriefingError(
                said("cmd-cluster-nobody", scheduler=scheduler, setting=_SETTING)
            ) from error
        yield client


class _Project(WorkerPlugin):
    """A project on its way to each worker, once; also to those that come later.

    A worker that has it says so by a resource of that name: tasks ask for it, so that one who is
    unfit is never given any.
    """

    def __init__(self, files: dict[str, bytes], paper: bool) -> None:
        self.files, self.paper, self.traits = files, paper, traits(paper)
        # What is the same has the same name, whoever sends it.
        content = manifest.hash_of(
            part for name, held in sorted(files.items()) for part in (name.encode(), held)
        )
        wanted = f"{self.traits.code} {self.traits.versions} {self.traits.printer} {paper}"
        self.mark = f"briefing-{manifest.hash_of([content.encode(), wanted.encode()])[:32]}"

    async def setup(self, worker: Worker) -> None:
        """Unpack the project, and begin to import what its chapters need."""
        if _unfit(worker.address, traits(self.paper), self.traits) is not None:
            return
        place = Path(worker.local_directory, self.mark)
        if not place.exists():
            with tempfile.TemporaryDirectory(dir=place.parent) as beside:
                new = Path(beside, self.mark)
                for name, content in self.files.items():
                    make_folder((new / name).parent)
                    (new / name).write_bytes(content)
                new.rename(place)
        forks.begin(place / "data")
        await worker.set_resources(**{self.mark: worker.state.nthreads})


def _packed(order: Order) -> dict[str, bytes]:
    """Return the files of a project that a briefing is made of, by their places in it."""
    tables = (path for path in sorted(order.folder.rglob("*")) if path.is_file())
    files = {f"data/{path.relative_to(order.folder).as_posix()}": path for path in tables}
    files |= {f"notebooks/{each.path.name}": each.path for each in order.chapters}
    return {name: path.read_bytes() for name, path in files.items()}


@dataclass(frozen=True)
class _Task:
    """A briefing to be made by a worker: what it is told names no place on the caller's machine."""

    mark: str
    notebooks: tuple[tuple[str, str], ...]
    chosen: tuple[Parameters, ...]
    paper: bool

    def order(self, project: Path, home: Path) -> Order:
        """Return it as an order on the worker's machine."""
        notebooks = project / "notebooks"
        found = [Chapter(notebooks / file, name) for file, name in self.notebooks]
        return Order(project / "data", home, found, self.chosen, self.paper)


@dataclass(frozen=True)
class _Answer:
    """What a worker sends home of a briefing: contents by their places in the year's folder."""

    files: dict[str, bytes] | Exception
    executed: dict[str, bytes]
    steps: tuple[str, ...]
    seconds: float

    def of(self, order: Order) -> Made:
        """Return what became of an order, as if it had been made here."""
        files, left = self.files, order.steps - len(self.steps)
        if isinstance(files, ChapterError):
            notebook = str(order.home / files.notebook)
            fault = failed_chapter(files.chapter, files.cell, files.error, notebook)
            return Made(order, fault, self.seconds, left)
        if isinstance(files, Exception):
            return Made(order, files, self.seconds, left)
        return Made(order, _at(order.home, files), self.seconds)


def _at(home: Path, files: dict[str, bytes]) -> dict[Path, bytes]:
    return {home / name: content for name, content in files.items()}


def _work(task: _Task) -> _Answer:
    """Make a briefing on a worker, in a folder that is gone afterwards."""
    local = Path(get_worker().local_directory)
    with tempfile.TemporaryDirectory(dir=local) as scratch:
        home, steps = Path(scratch).resolve(), list[str]()
        order = task.order((local / task.mark).resolve(), home)
        (made,) = making.make([order], 1, lambda order, step: steps.append(step))
        ran = (path for path in sorted((home / "executed").rglob("*")) if path.is_file())
        executed = {path.relative_to(home).as_posix(): path.read_bytes() for path in ran}
        files = made.files
        if isinstance(files, ChapterError):
            notebook = Path(files.notebook).relative_to(home).as_posix()
            fault = failed_chapter(files.chapter, files.cell, files.error, notebook)
            return _Answer(fault, executed, tuple(steps), made.seconds)
        if isinstance(files, Exception):
            return _Answer(files, executed, tuple(steps), made.seconds)
        named = {path.relative_to(home).as_posix(): held for path, held in files.items()}
        return _Answer(named, executed, tuple(steps), made.seconds)


class _Run:
    """Briefings on their way: so many at a time as the workers have threads, the others wait here.

    Dask counts a worker's death against every task that it was given: those that wait here are
    not blamed for what another did.
    """

    def __init__(self, client: Client, scheduler: str, orders: Sequence[Order]) -> None:
        self._client, self._scheduler = client, scheduler
        paper = orders[0].paper
        self._project = _Project(_packed(orders[0]), paper)
        _require_fit(client, paper, self._project.traits)
        self._waiting = deque(orders)
        self._running: dict[object, tuple[Order, Future[_Answer]]] = {}
        self._done: SimpleQueue[Future[_Answer]] = SimpleQueue()

    def answers(self) -> Iterator[tuple[Order, _Answer | Exception]]:
        """Yield each order once, with what a worker sent home, as they come, or why none did."""
        name = f"{self._project.mark}-{uuid4().hex}"
        seen = monotonic()
        try:
            self._send_project(name)
            while self._waiting or self._running:
                slots = self._slots()
                seen = monotonic() if slots else seen
                if slots is None or monotonic() - seen > _COMES:
                    yield from self._given_up()
                    return
                self._send(slots - len(self._running))
                with suppress(Empty, TimeoutError):
                    yield self._answer(self._done.get(timeout=_LOOKS))
        finally:
            with suppress(OSError, CancelledError):
                self._client.cancel([future for _, future in self._running.values()])
                self._client.unregister_worker_plugin(name)

    def _send_project(self, name: str) -> None:
        """Send the project to every worker; one that dies at that moment is left out next time."""
        for _ in range(_TRIES):
            try:
                self._client.register_plugin(self._project, name=name)
            except OSError:
                sleep(_LOOKS)
            else:
                return

    def _slots(self) -> int | None:
        """Return how many briefings can be made at a time; None where nobody answers any more."""
        try:
            workers = self._client.scheduler_info()["workers"].values()
        except (OSError, CancelledError):
            return None
        return sum(int(each["resources"].get(self._project.mark, 0)) for each in workers)

    def _send(self, number: int) -> None:
        for _ in range(min(number, len(self._waiting))):
            order = self._waiting.popleft()
            notebooks = tuple((each.path.name, each.name) for each in order.chapters)
            mark = self._project.mark
            task = _Task(mark, notebooks, tuple(order.chosen), order.paper)
            future = self._client.submit(
                _work, task, key=f"briefing-{uuid4().hex}", pure=False, resources={mark: 1}
            )
            self._running[future.key] = order, future
            future.add_done_callback(self._done.put)

    def _answer(self, future: Future[_Answer]) -> tuple[Order, _Answer | Exception]:
        """Take in a task that is done; if its worker died with the result, it runs again."""
        answer: _Answer | Exception
        try:
            answer = future.result(timeout=_COMES)
        except TimeoutError:
            future.add_done_callback(self._done.put)
            raise
        except KilledWorker as error:
            deaths = error.allowed_failures + 1
            last = str(error.last_worker.address)
            answer = BriefingError(said("cmd-cluster-died", count=deaths, worker=last))
        except CancelledError:
            answer = self._lost()
        except Exception as error:
            answer = error
        order, _ = self._running.pop(future.key)
        return order, answer

    def _given_up(self) -> Iterator[tuple[Order, Exception]]:
        for order in [*(order for order, _ in self._running.values()), *self._waiting]:
            yield order, self._lost()

    def _lost(self) -> BriefingError:
        return BriefingError(said("cmd-cluster-lost", scheduler=self._scheduler))

"""Tasks in processes of their own, each a fork of one process that has imported everything once.

A new Python takes seconds to import what a chapter needs; a fork of one that has done so takes
milliseconds, and begins as clean. Python's own fork server is that process: it starts while the
data are still being checked, and nothing ever runs in it, so that no task sees another's traces.

Where forks are not safe (:func:`available`) chapters run in kernels instead.
"""

from __future__ import annotations

import ctypes
import json
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing.connection import Connection, wait
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from types import ModuleType
from typing import Any

from helpers.exceptions import BriefingError
from helpers.store import data, scratch
from helpers.words.refusals import said

#: What the server imports before its first fork.
_WARM = "helpers.building.warm"
#: Environment variable that names the data folder which the server reads before its first fork.
FOLDER_VARIABLE = "BRIEFING_WARM"
#: Environment variable that names the briefings which the server prepares, as JSON.
ASKED_VARIABLE = "BRIEFING_ASKED"
_begun = threading.Event()
#: Threads that ask at the same time (a worker of a cluster has several) hide it one by one.
_HIDING = threading.Lock()


@dataclass(frozen=True)
class Limits:
    """What a task may take before its process is ended.

    Parameters
    ----------
    seconds : float
        How long it may say nothing; a chapter says at which cell it is, so that this is the time
        of a cell.
    memory : int
        How many MiB its process may use, where the system can hold it to that; 0 for no bound.
    """

    seconds: float
    memory: int


#: What a task may take if nobody says.
LIMITS = Limits(seconds=300.0, memory=4096)


class DiedError(Exception):
    """A task's process ended without a result.

    Parameters
    ----------
    code : int
        How it ended: its exit code, or the number of the signal that killed it, negative.
    told : int or None
        The last that the task told of itself.
    """

    def __init__(self, code: int, told: int | None) -> None:
        self.code, self.told = code, told
        #: How it ended, by language.
        self.words = said("cmd-died-code", code=str(code))
        if code < 0:
            self.words = said("cmd-died-signal", signal=signal.Signals(-code).name)
        super().__init__(self.words["en"])


class LateError(DiedError):
    """A task's process was ended because it took too long.

    Parameters
    ----------
    seconds : float
        How long it was given.
    told : int or None
        The last that the task told of itself.
    """

    def __init__(self, seconds: float, told: int | None) -> None:
        super().__init__(-signal.SIGKILL, told)
        self.words = said("cmd-cell-late", seconds=f"{seconds:g}")

    def __str__(self) -> str:
        """Return how long was too long."""
        return self.words["en"]


#: What a task does. It is told how to tell how far it is, by a number.
Work = Callable[[Callable[[int], None]], object]
#: A task, with a key of the caller's; and the key with what the task returned or raised.
Task = tuple[Any, Work]
Result = tuple[Any, Any]


def available() -> bool:
    """Return whether this system forks safely: Windows cannot, and macOS's libraries may not."""
    return sys.platform.startswith("linux")


def jobs() -> int:
    """Return how many processes work at a time: one for each processor that this one may use."""
    from joblib import cpu_count  # noqa: PLC0415  the server starts before

    return int(cpu_count())


def begin(folder: Path, asked: Sequence[tuple[int, str]] = ()) -> None:
    """Start the server, which imports and reads while the caller goes on; once is enough.

    Parameters
    ----------
    folder : Path
        The data folder to read. It need not be sound: what cannot be read is left to the tasks.
    asked : sequence of (int, str), optional
        The briefings asked for, each a year and a province's id or name: what their chapters have
        in common is worked out before them.
    """
    multiprocessing.get_context("forkserver").set_forkserver_preload([_WARM])
    wanted = {name: str(folder) for name in (FOLDER_VARIABLE, data.DATA_VARIABLE)}
    wanted[ASKED_VARIABLE] = json.dumps([(int(year), str(province)) for year, province in asked])
    # Charts look the same whatever a person has set for others.
    wanted |= {"MPLBACKEND": "", "MATPLOTLIBRC": _as_it_comes()}
    if not _has_home():
        wanted |= dict.fromkeys(("MPLCONFIGDIR", "IPYTHONDIR"), str(scratch.folder()))
    # Its socket, and what its forks leave when they are killed, goes with this run's folder.
    wanted["TMPDIR"] = str(scratch.folder())
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        with _nobodys_main(), _uninterrupted(), _temporary_in(scratch.folder()), _started():
            ensure_running()
        _begun.set()
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _as_it_comes() -> str:
    """Return the folder of the settings that matplotlib comes with; it is not imported for that."""
    found = find_spec("matplotlib")
    return str(Path(found.origin).parent / "mpl-data") if found and found.origin else ""


def _has_home() -> bool:
    """Say whether there is a home to keep things in; without one libraries complain at length."""
    home = os.path.expanduser("~")  # noqa: PTH111  pathlib raises where there is none
    return os.access(home, os.W_OK) and os.path.isdir(home)  # noqa: PTH112


def run_all(tasks: deque[Task], jobs: int, limits: Limits = LIMITS) -> Iterator[Result]:
    """Run tasks, some at a time, from the left; yield what became of each, as they end.

    Who asks may add tasks and take away what has not begun, between two results; who stops asking
    stops the tasks that still run.

    Parameters
    ----------
    tasks : deque of (key, callable)
        The tasks; they and their results travel between processes, so both can be pickled.
    jobs : int
        How many run at a time; 0 for none but this process, one after the other.
    limits : Limits
        What each may take; in this process there are none.

    Yields
    ------
    tuple of (key, object)
        A task's key, and what it returned or the exception that it raised.
    """
    if not jobs:
        while tasks:
            key, task = tasks.popleft()
            yield key, outcome(task)
        return
    if tasks and not _begun.is_set():
        raise RuntimeError("begin the server first: without what it has imported, forks are slow")
    running: dict[Connection, _Running] = {}
    try:
        while tasks or running:
            while tasks and len(running) < jobs:
                one = _Running(*tasks.popleft(), limits)
                running[one.home] = one
            heard = wait(list(running), min(one.left for one in running.values()))
            for one in [*running.values()]:
                if one.hears() if one.home in heard else one.is_late():
                    yield one.key, running.pop(one.home).result
    finally:
        for one in running.values():
            one.process.kill()
        for one in running.values():
            one.end()


class _Running:
    """A task that runs in a process, and what it has told."""

    def __init__(self, key: Any, task: Work, limits: Limits) -> None:
        context = multiprocessing.get_context("forkserver")
        self.key, self.told = key, None
        self.result: object = None
        self._seconds = limits.seconds
        self.home, there = context.Pipe(duplex=False)
        self.process = context.Process(target=_child, args=(task, there, limits.memory))
        with _nobodys_main(), _started():
            self.process.start()
        # Not before: it begins when the server has imported all that it has to.
        self._heard = time.monotonic()
        there.close()

    @property
    def left(self) -> float:
        """How many seconds it may still say nothing."""
        return max(0.0, self._heard + self._seconds - time.monotonic())

    def is_late(self) -> bool:
        """Return whether it has said nothing for too long, and end it then."""
        if self.left:
            return False
        self.process.kill()
        self.end()
        self.result = LateError(self._seconds, self.told)
        return True

    def hears(self) -> bool:
        """Take in what the task says, and return whether that was its last word."""
        self._heard = time.monotonic()
        try:
            ended, said = self.home.recv()
        except EOFError:
            self.end()
            self.result = DiedError(self.process.exitcode or 0, self.told)
            return True
        if ended:
            self.end()
            self.result = said
        else:
            self.told = said
        return bool(ended)

    def end(self) -> None:
        """Wait for the end of the process."""
        self.home.close()
        self.process.join()


def outcome(task: Work, told: Callable[[int], None] = lambda told: None) -> object:
    """Return what a task returns, or the exception that it raises."""
    try:
        return task(told)
    except Exception as error:
        return error


@contextmanager
def _nobodys_main() -> Iterator[None]:
    """Hide the program that asks: a new process would run it again to find what it defines."""
    with _HIDING:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


@contextmanager
def _started() -> Iterator[None]:
    """Say in a line that no process could be started: the server may have ended before."""
    try:
        yield
    except (EOFError, OSError) as error:
        fault = getattr(error, "strerror", None) or type(error).__name__
        raise BriefingError(said("cmd-died-server", fault=fault, none="0")) from error


@contextmanager
def _temporary_in(folder: Path) -> Iterator[None]:
    """Let temporary files be made in a folder."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let a new process ignore from its beginning that a person stops the one that asks for it."""
    if threading.current_thread() is not threading.main_thread():
        yield  # Only that thread may say so.
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _child(task: Work, there: Connection, memory: int) -> None:
    """Run a task in its process, and send home what becomes of it."""
    _die_with_server()
    _bound(memory)
    # Who builds asked to stop: the process that asked ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library in C prints past Python is for nobody; what cells print is in the notebooks.
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  a file descriptor is wanted
        os.dup2(nowhere.fileno(), 1)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    result = outcome(task, lambda told: there.send((False, told)))
    try:
        there.send((True, result))
    except Exception as error:  # It cannot be pickled, and says so.
        there.send((True, error))
    there.close()
    # What a cell has left running, such as a thread, is waited for by nobody.
    os._exit(0)


def _die_with_server() -> None:
    """Let the system end this process when the server is gone, whatever it is doing then.

    The server goes with who asked. The thread that watches for that (:func:`_end_with_parent`)
    waits while a library in C holds the interpreter; Linux does not.
    """
    parent_is_gone = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(parent_is_gone, signal.SIGKILL)


def _bound(memory: int) -> None:
    """Hold this process and those it starts to so many MiB, where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  Windows has none

        if memory:
            _, most = resource.getrlimit(resource.RLIMIT_DATA)
            wanted = memory * 2**20
            if most == resource.RLIM_INFINITY or wanted < most:
                resource.setrlimit(resource.RLIMIT_DATA, (wanted, most))


def _end_with_parent() -> None:
    """End this process when the one that asked for it is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

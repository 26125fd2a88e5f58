"""The temporary things of a run, in one folder: who is killed leaves one, and the next removes it.

The folder's name says whose it is. A process that ends takes its folder away; of one that was
killed the folder stays until the next run finds that nobody owns it any more.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path

from helpers.exceptions import BriefingError
from helpers.words.refusals import said

#: How the names of these folders begin; then come the owner's process and when that began.
_NAME = "briefing-"
#: Paths of sockets have to be short (about 100 characters), wherever a user's temporary folder is.
_LONG = 40
#: What multiprocessing does last at the end of a process has the priority -100.
_LAST = -1000
#: Clocks differ a little in when a process began, in seconds.
_ABOUT = 2


def folder() -> Path:
    """Return the folder of this process, made when it is first asked for.

    Raises
    ------
    BriefingError
        If there is no temporary folder in which somebody may write.
    """
    return _folder(os.getpid())


@cache
def _folder(process: int) -> Path:
    place = _place()
    sweep(place)
    try:
        made = Path(tempfile.mkdtemp(prefix=f"{_NAME}{process}-{_began(process)}-", dir=place))
    except OSError as error:
        raise _none(error) from error
    # After multiprocessing has removed its own things in there; a fork does not do it.
    Finalize(None, shutil.rmtree, (made, True), exitpriority=_LAST)
    return made


@contextmanager
def temporary() -> Iterator[Path]:
    """Make a folder within that of this process, and remove it at the end."""
    with tempfile.TemporaryDirectory(dir=folder()) as name:
        yield Path(name)


def is_there(process: int, began: int) -> bool:
    """Say whether a process is still the one that began then.

    Parameters
    ----------
    process : int
        Its number; another process may have it by now.
    began : int
        When it began, in seconds of the epoch.
    """
    now = _began(process)
    return bool(now) and abs(now - began) <= _ABOUT


def owner() -> str:
    """Return what a name says of this process, for :func:`owned`."""
    return f"{os.getpid()}-{_began(os.getpid())}"


def owned(name: str) -> bool:
    """Say whether the process of which a name says :func:`owner` is still there."""
    process, _, began = name.partition("-")
    known = process.isdecimal() and began.isdecimal()
    return known and is_there(int(process), int(began))


def sweep(place: Path) -> None:
    """Remove what runs that were killed have left in a temporary folder."""
    for left in place.glob(f"{_NAME}*-*-*"):
        if left.is_dir() and not owned(left.name.removeprefix(_NAME).rpartition("-")[0]):
            shutil.rmtree(left, ignore_errors=True)


def _place() -> Path:
    try:
        place = Path(tempfile.gettempdir())
    except FileNotFoundError as error:
        raise _none(error) from error
    short = Path("/tmp")
    long = len(str(place)) > _LONG and short.is_dir() and os.access(short, os.W_OK)
    return short if long else place


def _none(error: OSError) -> BriefingError:
    return BriefingError(said("cmd-no-temporary", fault=error.strerror or ""))


def _began(process: int) -> int:
    """Return when a process began, in seconds of the epoch; 0 if there is none."""
    import psutil  # noqa: PLC0415  not to refuse

    with suppress(psutil.Error):
        return int(psutil.Process(process).create_time())
    return 0

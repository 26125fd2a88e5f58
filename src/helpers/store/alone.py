"""One run at a time writes into a folder: who comes second is told so, and changes nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from helpers.exceptions import BriefingError
from helpers.store import scratch
from helpers.words.refusals import said

#: The file by which a run says that it is there; it holds the run's owner.
_NAME = ".building"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other runs out of a folder; what one that was killed has left keeps nobody out.

    Parameters
    ----------
    folder : Path
        The folder, which is there.

    Raises
    ------
    BriefingError
        If another run is writing into it, or nobody may.
    """
    place = folder / _NAME
    try:
        _take(place)
    except OSError as error:
        fault = os.strerror(error.errno) if error.errno else str(error)
        words = said("cmd-not-writable", folder=str(folder), fault=fault)
        raise BriefingError(words) from error
    try:
        yield
    finally:
        with suppress(OSError):  # Somebody may have removed the whole folder.
            place.unlink()


def _take(place: Path) -> None:
    """Make the file if nobody else has; what nobody owns any more is taken over."""
    try:
        with place.open("x", encoding="utf-8") as file:
            file.write(scratch.owner())
    except FileExistsError:
        owner = _owner(place)
        if scratch.owned(owner):
            process = owner.partition("-")[0]
            raise BriefingError(
                said("cmd-busy", folder=str(place.parent), process=process)
            ) from None
        place.write_text(scratch.owner(), encoding="utf-8")


def _owner(place: Path) -> str:
    """Return whose a file is; who has just made it writes that the next moment."""
    for _ in range(20):
        if owner := place.read_text(encoding="utf-8"):
            return owner
        time.sleep(0.05)
    return ""

"""What was made of what: the manifest beside the briefings, and whether one is up to date.

A briefing depends on the data that were known on its day, on the notebooks, on this package, on
the libraries it stands on and on its parameters. Each of these has a hash. Where all are those of
the last time, and the files are those that were written then, making it again makes the same.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import requires, version
from pathlib import Path

import pandas as pd
from pandas.util import hash_pandas_object

from helpers.building.asked import INPUTS, MANIFEST, Reason
from helpers.building.notebooks import Chapter
from helpers.store import data
from helpers.store.data import DataPackage
from helpers.store.parameters import Parameters


@dataclass(frozen=True)
class Entry:
    """What is known of a briefing in one language.

    Parameters
    ----------
    inputs : mapping of str to str
        The hash of each kind of thing that it was made of.
    outcome : str
        ``made``, or why it failed.
    seconds : float
        How long its steps took, added up.
    files : mapping of str to str
        The hash of each file, by its place in the folder of the reports.
    """

    inputs: Mapping[str, str]
    outcome: str
    seconds: float
    files: Mapping[str, str] = field(default_factory=dict)


#: The outcome of a briefing that was made.
MADE = "made"


class Manifest:
    """What the manifest in a folder of reports holds.

    Parameters
    ----------
    out : Path
        The folder of the reports. A manifest that is not there, or that nobody can read, holds
        nothing: everything is made again then.
    """

    def __init__(self, out: Path) -> None:
        self.path = out / MANIFEST
        self.entries: dict[str, Entry] = {}
        try:
            held = json.loads(self.path.read_text(encoding="utf-8"))
            self.entries = {name: Entry(**entry) for name, entry in held.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            pass

    def reason(self, chosen: Parameters, inputs: Mapping[str, str], paper: bool) -> Reason | None:
        """Return why a briefing has to be made; None where what is there is what would be made.

        Parameters
        ----------
        chosen : Parameters
            Its parameters.
        inputs : mapping of str to str
            The hashes of what it would be made of.
        paper : bool
            Whether it has to be there on paper too.
        """
        entry = self.entries.get(key(chosen))
        if entry is None:
            return "new"
        if entry.outcome != MADE:
            return "failed"
        for kind in INPUTS:
            if entry.inputs.get(kind) != inputs[kind]:
                return kind
        return self._astray(entry, paper)

    def holds(self, name: str, inputs: Mapping[str, str]) -> bool:
        """Return whether a file of that name was made of just this, and is as it was written."""
        entry = self.entries.get(name)
        return entry is not None and entry.inputs == inputs and not self._astray(entry, paper=False)

    def _astray(self, entry: Entry, paper: bool) -> Reason | None:
        """Return whether a file is not there, or not as it was written."""
        places = [self.path.parent / name for name in entry.files]
        if not all(place.is_file() for place in places):
            return "missing"
        if paper and not any(place.suffix == ".pdf" for place in places):
            return "missing"
        found = [file_hash(place.read_bytes()) for place in places]
        return "changed" if found != list(entry.files.values()) else None

    def written(self, added: Mapping[str, Entry]) -> dict[Path, bytes]:
        """Return the manifest's file with some entries added to those that are there by now."""
        entries = Manifest(self.path.parent).entries | dict(added)
        held = {name: asdict(entry) for name, entry in sorted(entries.items())}
        self.entries = entries
        return {self.path: (json.dumps(held, indent=1) + "\n").encode()}


def key(chosen: Parameters) -> str:
    """Return the name of a briefing in one language: its page's place without its ending."""
    return f"{chosen.year}/{chosen.province}.{chosen.lang}"


def file_hash(content: bytes) -> str:
    """Return the hash of a file's content."""
    return sha256(content).hexdigest()


@dataclass(frozen=True)
class Inputs:
    """What briefings are made of.

    Parameters
    ----------
    package : DataPackage
        All the data.
    chapters : sequence of Chapter
        The notebooks.
    """

    package: DataPackage
    chapters: Sequence[Chapter]

    def of(self, chosen: Parameters) -> dict[str, str]:
        """Return the hash of each kind of thing that a briefing is made of."""
        day = data.briefing_day(self.package, chosen.year, chosen.province)
        return {
            "data": self._known(day),
            "notebooks": self._notebooks,
            "code": code(),
            "versions": versions(),
        }

    def of_list(self, out: Path) -> dict[str, str]:
        """Return the hash of each kind of thing that the list of briefings is made of."""
        pages = (
            part
            for path in sorted(out.glob("*/*.html"))
            for part in (
                path.relative_to(out).as_posix(),
                path.stat().st_size,
                path.stat().st_mtime_ns,
            )
        )
        own = {"code": code(), "versions": versions()}
        return {
            "data": _hash_of_tables(self.package.tables),
            "pages": hash_of(str(part).encode() for part in pages),
            **own,
        }

    def _known(self, day: date) -> str:
        """Return the hash of the rows that were known on a day: a briefing uses no others."""
        if day not in self._by_day:
            self._by_day[day] = _hash_of_tables(data.as_of(self.package, day).tables)
        return self._by_day[day]

    @cached_property
    def _by_day(self) -> dict[date, str]:
        return {}

    @cached_property
    def _notebooks(self) -> str:
        """Return the hash of what the notebooks say, whatever their outputs and metadata."""
        return hash_of(
            part
            for chapter in self.chapters
            for part in (chapter.path.name.encode(), chapter.path.read_bytes())
        )


def _hash_of_tables(tables: Mapping[str, pd.DataFrame]) -> str:
    return hash_of(
        part
        for name, table in sorted(tables.items())
        for part in (
            name.encode(),
            repr(list(table.columns)).encode(),
            hash_pandas_object(table, index=False).to_numpy().tobytes(),
        )
    )


@cache
def code() -> str:
    """Return the hash of this package: its code, its sentences, its templates, its typeface."""
    root = Path(__file__).parents[1]
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    own = (path for path in files if "__pycache__" not in path.parts)
    return hash_of(
        part
        for path in own
        for part in (path.relative_to(root).as_posix().encode(), path.read_bytes())
    )


@cache
def versions() -> str:
    """Return Python's version and those of the libraries that this package asks for."""
    asked = [each for each in requires("bacgiang-dx-briefing") or () if "extra ==" not in each]
    names = sorted(match[0] for each in asked if (match := re.match(r"[\w.-]+", each)))
    python = f"python {sys.version_info.major}.{sys.version_info.minor}"
    return ", ".join([python, *(f"{name} {version(name)}" for name in names)])


def hash_of(parts: Iterable[bytes]) -> str:
    """Return the hash of parts, one after the other; where one ends counts too."""
    made = sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()

"""What changed while one works: notebooks, data, and what this package reads or is made of."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import watchfiles

from helpers.building.notebooks import NOTEBOOK
from helpers.building.preview import PACKAGE, TABLES

#: Whose change it is: one chapter's, all chapters', and those for which nothing is imported anew.
Kind = Literal["notebook", "data", "words", "code"]
#: What the package only reads; other files in it are nobody's.
_READ = frozenset({".ftl", ".csv", ".json", ".css", ".j2"})
#: So long it waits, in milliseconds, before it says that nothing changed.
_ROUND = 250


@dataclass(frozen=True)
class Changes:
    """Files that changed together.

    Parameters
    ----------
    files : mapping of Path to str
        Of each, what it is.
    """

    files: dict[Path, Kind]

    def of(self, kind: Kind) -> list[Path]:
        """Return those of a kind, by name."""
        return sorted(path for path, own in self.files.items() if own == kind)

    def __bool__(self) -> bool:
        """Say whether any changed."""
        return bool(self.files)


def changes(project: Path) -> Iterator[Changes]:
    """Yield what changed, as it changes; first, when watching has begun, that nothing has.

    What changes while who asks is busy is not lost: it comes the next time.

    Parameters
    ----------
    project : Path
        The folder with ``data`` and ``notebooks``.
    """
    project = project.resolve()

    def wanted(change: watchfiles.Change, name: str) -> bool:
        return kind_of(Path(name), project) is not None

    begun = False
    for found in watchfiles.watch(
        project / "notebooks",
        project / "data",
        PACKAGE,
        watch_filter=wanted,
        yield_on_timeout=True,
        rust_timeout=_ROUND,
    ):
        files = {Path(name): kind_of(Path(name), project) for _, name in found}
        if files or not begun:
            yield Changes({path: kind for path, kind in files.items() if kind is not None})
        begun = True


def kind_of(path: Path, project: Path) -> Kind | None:
    """Return what a file is; None if no page depends on it.

    Parameters
    ----------
    path : Path
        The file; it may be gone.
    project : Path
        The folder with ``data`` and ``notebooks``.
    """
    if any(part == "__pycache__" for part in path.parts) or path.name.startswith((".", "~")):
        return None
    if path.parent == project / "notebooks":
        return "notebook" if NOTEBOOK.match(path.name) else None
    if path.parent == project / "data":
        return "data" if path.suffix in TABLES else None
    if path.is_relative_to(PACKAGE):
        return "code" if path.suffix == ".py" else "words" if path.suffix in _READ else None
    return None


def broken(files: Collection[Path]) -> Path | None:
    """Return a file of code that Python cannot read yet, as one half written; None if all can.

    Parameters
    ----------
    files : collection of Path
        The files; those that are gone break nothing that can be said beforehand.
    """
    for path in files:
        try:
            ast.parse(path.read_bytes())
        except OSError:
            continue
        except (SyntaxError, ValueError):
            return path
    return None

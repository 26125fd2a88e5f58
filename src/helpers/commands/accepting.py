"""What is told of tables that are not as they were accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from helpers.commands.speaking import say
from helpers.exceptions import PROBLEMS_SHOWN, shortened
from helpers.store import accepted
from helpers.store.accepted import Changes, Place
from helpers.store.descriptor import resources
from helpers.store.tables import TableText

COMMAND = "briefing accept"
#: What may have become of rows, in the order in which it is told.
_KINDS = ("lost", "changed", "added", "filled", "dropped")


def told(folder: Path, texts: Mapping[str, TableText]) -> Iterator[str]:
    """Yield, for sound data, whether the tables are as accepted, or what nobody has accepted yet.

    Parameters
    ----------
    folder : Path
        The data folder.
    texts : mapping of str to TableText
        Its tables' files by name.
    """
    described = resources(folder)
    if not accepted.is_kept(described):
        yield say("cmd-nothing-accepted", command=COMMAND)
        return
    found = accepted.changes(folder, texts, described)
    for file, differs in found.items():
        counts = {kind: len(getattr(differs, kind)) for kind in _KINDS}
        said = [say("cmd-rows-since", kind=kind, count=n) for kind, n in counts.items() if n]
        said += [say("cmd-rows-moved")] if differs.moved else []
        yield say("cmd-since-accepted", file=file, changes=", ".join(said), command=COMMAND)
    if not found:
        yield say("cmd-as-accepted", tables=len(texts))


def rows(file: str, differs: Changes) -> Iterator[str]:
    """Yield every row of a table that is not as it was accepted: file, row, key and new cells."""
    for kind in _KINDS:
        places = getattr(differs, kind)
        for place in places[:PROBLEMS_SHOWN]:
            values = {"file": file, "row": str(place.row), "key": accepted.named(place.key)}
            yield say("cmd-row-since", kind=kind, cells=_cells(place), **values).rstrip()
        if len(places) > PROBLEMS_SHOWN:
            yield f"... {say('cmd-more', count=len(places) - PROBLEMS_SHOWN)}"
    if differs.moved:
        yield say("cmd-since-moved", file=file)


def _cells(place: Place) -> str:
    pairs = zip(place.columns, place.cells, strict=True)
    return "; ".join(f"{column}: “{shortened(cell)}”" for column, cell in pairs)

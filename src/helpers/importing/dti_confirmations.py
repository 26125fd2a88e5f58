"""Printed facts from elsewhere that a new edition has to agree with."""

from __future__ import annotations

from pathlib import Path

from helpers.exceptions import ImportRefusedError, Problem
from helpers.importing import table_files
from helpers.words.plain_text import folded
from helpers.words.refusals import unfit, worded

#: The table in which the facts are kept.
TABLE = "dti_confirmations"
_NEEDED = ("province", "component", "source")
_NUMBERS = ("score", "rank")


def read(path: Path, edition: int, ranked: int) -> list[dict[str, str]]:
    """Read a file of facts into rows of ``dti_confirmations``.

    Parameters
    ----------
    path : Path
        A table with the columns province, component, source and score, rank or both; a column
        edition, if there is one, is that of the edition that is added.
    edition, ranked : int
        The edition, and how many provinces its table ranks where the file does not say.

    Raises
    ------
    ImportRefusedError
        If a column is missing, or a row is of another edition.
    """
    file = table_files.read(path)
    header, *lines = file.grids[0].rows
    names = [folded(str(cell)).replace(" ", "_") for cell in header]
    missing = [name for name in _NEEDED if name not in names]
    if missing or not set(_NUMBERS) & set(names):
        fault = worded("fault-confirm-columns", names=", ".join(missing or _NUMBERS))
        _refuse(Problem(file.name, 1, "", fault, worded("cure-confirm-columns")))
    rows = []
    for number, line in enumerate(lines, start=2):
        cells = {name: str(cell).strip() for name, cell in zip(names, line, strict=True)}
        if cells.get("edition", str(edition)) not in {"", str(edition)}:
            fault = worded("fault-confirm-edition", edition=cells["edition"], own=str(edition))
            _refuse(Problem(file.name, number, "edition", fault, worded("cure-drop-row")))
        if any(cells.values()):
            rows.append(_row(cells, edition, ranked))
    return rows


def _row(cells: dict[str, str], edition: int, ranked: int) -> dict[str, str]:
    table = cells.get("provinces_ranked") or str(ranked)
    own = {"edition": str(edition), "provinces_ranked": table}
    columns = (*_NEEDED, *_NUMBERS, "locator")
    return own | {name: cells.get(name, "").replace(",", ".") if name == "score"
                  else cells.get(name, "") for name in columns}  # fmt: skip


def _refuse(problem: Problem) -> None:
    raise unfit([problem], kind=ImportRefusedError)

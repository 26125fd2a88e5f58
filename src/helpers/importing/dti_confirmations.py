"""Printed facts from elsewhere that a new edition has to agree with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers.exceptions import ImportRefusedError, Problem, shortened
from helpers.importing import table_files
from helpers.store.province_names import ProvinceNames
from helpers.words.plain_text import folded
from helpers.words.refusals import unfit, worded

#: The table in which the facts are kept.
TABLE = "confirmed"
_NEEDED = ("province", "component", "source")
_NUMBERS = ("score", "rank")


@dataclass(frozen=True)
class Facts:
    """What a file says that other documents print of an edition.

    Parameters
    ----------
    file : str
        The file's name.
    numbers : tuple of int
        The row of each fact as the file counts them.
    rows : tuple of mapping
        The facts as rows of ``confirmed``: one a number.
    """

    file: str = ""
    numbers: tuple[int, ...] = ()
    rows: tuple[Mapping[str, str], ...] = ()


def read(path: Path, edition: int, names: ProvinceNames) -> Facts:
    """Read a file of facts into rows of ``confirmed``.

    Parameters
    ----------
    path : Path
        A table with the columns province (an id or a name), component, source and score, rank or
        both; a column edition, if there is one, is that of the edition that is added.
    edition : int
        The edition.
    names : ProvinceNames
        The provinces that its table ranks; as many where the file does not say how many.

    Raises
    ------
    ImportRefusedError
        If a column is missing, a row is of another edition, or names no province that is ranked.
    """
    file = table_files.read(path)
    header, *lines = file.grids[0].rows
    heads = [folded(str(cell)).replace(" ", "_") for cell in header]
    missing = [name for name in _NEEDED if name not in heads]
    if missing or not set(_NUMBERS) & set(heads):
        fault = worded("fault-confirm-columns", names=", ".join(missing or _NUMBERS))
        _refuse([Problem(file.name, 1, "", fault, worded("cure-confirm-columns"))])
    found = {
        number: dict(zip(heads, (str(cell).strip() for cell in line), strict=True))
        for number, line in enumerate(lines, start=2)
        if any(str(cell).strip() for cell in line)
    }
    _refuse([
        problem
        for number, cells in found.items()
        for problem in _faults(cells, file.name, number, edition, names)
    ])  # fmt: skip
    facts = [
        (number, row) for number, cells in found.items() for row in _rows(cells, edition, names)
    ]
    return Facts(file.name, tuple(number for number, _ in facts), tuple(row for _, row in facts))


def _faults(
    cells: Mapping[str, str], file: str, number: int, edition: int, names: ProvinceNames
) -> Iterator[Problem]:
    """Say what keeps a row from being a fact of the edition."""
    if cells.get("edition", str(edition)) not in {"", str(edition)}:
        fault = worded("fault-confirm-edition", edition=cells["edition"], own=str(edition))
        yield Problem(file, number, "edition", fault, worded("cure-drop-row"))
    if names.find(cells["province"]) is None:
        fault = worded("fault-confirm-province", name=shortened(cells["province"]))
        cure = worded("cure-confirm-province", near=names.nearest(cells["province"]) or "none")
        yield Problem(file, number, "province", fault, cure)
    if not any(cells.get(column) for column in _NUMBERS):
        fault = worded("fault-score-or-rank")
        yield Problem(file, number, "score", fault, worded("cure-drop-row"))


def _rows(cells: Mapping[str, str], edition: int, names: ProvinceNames) -> Iterator[dict[str, str]]:
    """Yield a row for each number of a fact: its score, its rank."""
    ranked = cells.get("provinces_ranked") or str(len(names.ids))
    place = (str(edition), ranked, str(names.find(cells["province"])), cells["component"])
    source = {"source": cells["source"], "locator": cells.get("locator", ""), "note": ""}
    for column in _NUMBERS:
        if value := cells.get(column, "").replace(",", "."):
            about = "/".join(("dti_scores", *place))
            yield {"about": about, "column": column, "value": value, **source}


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise unfit(problems, kind=ImportRefusedError)

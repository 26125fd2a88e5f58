"""Rows of the data as a person looks them up: file, row number, cells, source and place in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from helpers.pages.values import FIGURES
from helpers.store.data import NATIONAL, DataPackage, row_number
from helpers.store.frames import row_at
from helpers.words.language import Language

#: What qualifies a figure, beside it in its row.
_BESIDE = ("qualifier", "state", "comparator", "due", "basis")
#: Tables whose rows all come from the table of their source; they have no column for the place.
_FROM_TABLES = ("dti_scores", "dti_editions")


@dataclass(frozen=True)
class Source:
    """A document that figures came from.

    Parameters
    ----------
    source : str
        Its id.
    title, publisher, url : str
        As ``sources`` has them, the publisher in the language asked for.
    published : str
        The date it shows; empty if none.
    available_from : date
        The first day on which a briefing may use it.
    """

    source: str
    title: str
    publisher: str
    url: str
    published: str
    available_from: date


@dataclass(frozen=True)
class Record:
    """A row of the data with figures.

    Parameters
    ----------
    name : str
        Its name in the whole package.
    file : str
        The file it is in.
    line : int
        Its row in the file as a spreadsheet counts it (the header is row 1).
    subject : str
        What it speaks of, in the language asked for.
    figures : mapping of str to float
        The columns that hold figures, with what they hold.
    beside : mapping of str to str
        What qualifies them, by column.
    sources : tuple of Source
        Its source; then the one that confirms it, if there is one.
    place : str
        Where in the source; empty if not known.
    note : str
        The remark for the maintainer.
    """

    name: str
    file: str
    line: int
    subject: str
    figures: dict[str, float]
    beside: dict[str, str]
    sources: tuple[Source, ...]
    place: str
    note: str

    def holding(self, *values: float) -> dict[str, float]:
        """Return the columns that hold one of some values, with it."""
        return {name: held for name, held in self.figures.items() if held in values}


class Records:
    """The rows of a data package, looked up by name.

    Parameters
    ----------
    package : DataPackage
        All there is, as it lies in the files.
    language : Language
        The language of names and publishers.
    """

    def __init__(self, package: DataPackage, language: Language) -> None:
        self._package, self._language = package, language
        self._sources = package["sources"].set_index("source")
        self._names = dict(self._named())
        self._found: dict[str, Record | None] = {}
        self._placed: dict[str, dict[str, int]] = {}

    def _named(self) -> Iterator[tuple[str, str]]:
        for table, key in (("indicators", "indicator"), ("dti_components", "component"),
                           ("provinces", "province")):  # fmt: skip
            rows = self._package[table]
            for name, said in zip(rows[key], rows[f"name_{self._language.code}"], strict=True):
                yield f"{key}/{name}", said

    def find(self, name: str) -> Record | None:
        """Return a row by its name; None if it is not in the data."""
        if name not in self._found:
            table = name.partition("/")[0]
            place = self._places(table).get(name)
            row = None if place is None else self._package[table].iloc[place]
            self._found[name] = None if row is None else self._record(table, row)
        return self._found[name]

    def _places(self, table: str) -> dict[str, int]:
        """Return where each row of a table stands in it, by its name."""
        if table not in self._placed:
            self._placed[table] = {name: at for at, name in enumerate(self._package[table]["row"])}
        return self._placed[table]

    def holding(self, values: tuple[float, ...]) -> list[str]:
        """Return the names of the rows that hold all of some values, in the order of the files."""
        found = []
        for table, columns in FIGURES.items():
            rows = self._package[table]
            held = [rows[list(columns)].eq(value).any(axis=1) for value in values]
            found += list(rows.loc[pd.concat(held, axis=1).all(axis=1), "row"])
        return found

    def source(self, source: str) -> Source | None:
        """Return a source by its id; None if it is not in the data."""
        if source not in self._sources.index:
            return None
        row = row_at(self._sources, source)
        publisher = self._language.publisher(row)
        days = row["published"], row["available_from"].date()
        return Source(source, row["title"], publisher, row["url"], *days)

    def _record(self, table: str, row: pd.Series) -> Record:
        figures = {name: row[name] for name in FIGURES.get(table, ()) if not pd.isna(row[name])}
        beside = {name: row.get(name, "") for name in _BESIDE}
        sources = map(self.source, (row.get("source", ""), row.get("confirmed_by", "")))
        return Record(
            name=row["row"],
            file=f"{table}.csv",
            line=row_number(row.name),
            subject=self._subject(row),
            figures={name: float(value) for name, value in figures.items()},
            beside={name: str(value) for name, value in beside.items() if value},
            sources=tuple(filter(None, sources)),
            place=row.get("locator", "table" if table in _FROM_TABLES else ""),
            note=row.get("note", ""),
        )

    def _subject(self, row: pd.Series) -> str:
        """Return what a row speaks of: its indicator or component, and whose or when."""
        keys = ("indicator", "component", "province", "scope", "edition", "year")
        named = {key: row[key] for key in keys if key in row and not pd.isna(row[key])}
        if named.get("scope") == NATIONAL:
            named["scope"] = str(self._language.say("diff-nation"))
        words = (
            self._names.get(f"{'province' if key == 'scope' else key}/{value}", str(value))
            for key, value in named.items()
        )
        return ", ".join(words)

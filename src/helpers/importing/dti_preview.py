"""What a file was understood as, laid out for a person to look at before it is added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.analysis.strength import BOUNDS, RECOMPUTED
from helpers.exceptions import in_language
from helpers.importing import dti_precision
from helpers.importing.dti_headings import Column, Role
from helpers.importing.dti_import import Plan
from helpers.importing.dti_moves import Comparison
from helpers.importing.dti_tables import DtiTable
from helpers.store.province_names import ProvinceNames
from helpers.words.language import Language, Said
from helpers.words.plain_text import clean
from helpers.words.told import text

#: How the numbers of a table are written: variants of a message.
_SIGNS = {",": "comma", ".": "point", "": "typed"}
#: How a total is proven: variants of a message.
_PROOFS = {RECOMPUTED: "recomputed", BOUNDS: "bounds"}
#: A page has dozens of tables that only lay it out.
_OTHERS_SHOWN = 5


@dataclass(frozen=True)
class Section:
    """One table of the preview.

    Parameters
    ----------
    title : str
        What it shows.
    columns : tuple of str
        The headings.
    rows : sequence of tuple of str
        The rows.
    """

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def sections(planned: Plan, language: Language) -> list[Section]:
    """Return the preview of an import.

    Parameters
    ----------
    planned : Plan
        What the file was understood as.
    language : Language
        The language of its words.

    Returns
    -------
    list of Section
        The tables, the headings, the first three rows and the last, the names that are spelt
        otherwise, and how many rows each file of the data gains. Empty ones are left out.
    """
    told = _Teller(language)
    found = [told.tables(planned), told.headings(planned), told.rows(planned),
             told.names(planned), told.files(planned)]  # fmt: skip
    return [section for section in found if section.rows]


def of_proof(
    found: pd.DataFrame, compared: Comparison | None, names: ProvinceNames, language: Language
) -> list[Section]:
    """Return how strong the proof was, and what the edition changes against the last one.

    Parameters
    ----------
    found : DataFrame
        What :func:`helpers.analysis.strength.strength` returns.
    compared : Comparison or None
        The edition beside the last one.
    names : ProvinceNames
        The provinces that are ranked.
    language : Language
        The language of the words.
    """
    told = _Teller(language)
    sections = [told.strength(found)]
    if compared:
        sections += [told.moves(compared, names), told.orders(compared)]
    return [section for section in sections if section.rows]


class _Teller:
    """What was understood and proven, in a language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def _say(self, message: str, **values: Said) -> str:
        return str(self._language.say(message, **values))

    def _section(
        self, kind: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]], **values: Said
    ) -> Section:
        """Return a table, its columns named by variants of one message."""
        title = self._say("import-section", kind=kind, **values)
        heads = tuple(self._say("import-column", name=name) for name in columns)
        return Section(title, heads, rows)

    def _in_words(self, words: str) -> str:
        return in_language(words, self._language.code)

    def strength(self, found: pd.DataFrame) -> Section:
        places = ("first", "second", "third", "fourth", "exchanged")
        rows = [
            (row["component"], self._say("import-proof", kind=_PROOFS[row["proof"]]),
             str(row["cells"]), *(self._language.percent(row[place]) for place in places))
            for _, row in found.iterrows()
        ]  # fmt: skip
        return self._section("strength", ("component", "proof", "scores", *places), rows)

    def moves(self, compared: Comparison, names: ProvinceNames) -> Section:
        rows = [
            (names.shown(row["province"]), str(row["before"]), str(row["rank"]),
             f"{row['move']:+d}")
            for _, row in compared.moves.iterrows()
        ]  # fmt: skip
        columns = ("province", "before", "rank", "move")
        return self._section("moves", columns, rows, edition=str(compared.before))

    def orders(self, compared: Comparison) -> Section:
        rows = [
            (row["component"], str(row["count"]), self._language.hundredths(row["correlation"]))
            for _, row in compared.orders.iterrows()
        ]
        columns = ("component", "provinces", "correlation")
        return self._section("orders", columns, rows, edition=str(compared.before))

    def tables(self, planned: Plan) -> Section:
        day = self._language.date(planned.day)
        count = str(len(planned.names.ids))
        rows = [
            (self._in_words(table.label),
             self._say("import-units", found=str(len(table.rows)), count=count, day=day),
             self._numbers(table), self._left_out(table))
            for table in planned.tables
        ]  # fmt: skip
        others = [self._in_words(grid.label) for grid in planned.left_out]
        if len(others) > _OTHERS_SHOWN:
            others = [self._say("import-others", count=len(others))]
        out, why = self._say("import-meaning", role="left_out"), self._say("import-no-table")
        rows += [(other, out, "", why) for other in others]
        return self._section("tables", ("table", "provinces", "numbers", "remark"), rows)

    def _left_out(self, table: DtiTable) -> str:
        remarks = "; ".join(map(self._in_words, table.remarks))
        return self._say("import-left-out", remarks=text(remarks)) if remarks else ""

    def _numbers(self, table: DtiTable) -> str:
        """Say how the numbers of a table are written, and in how many decimals."""
        counts = {
            dti_precision.decimals(table, column)
            for column in table.columns
            if column.role is Role.SCORE
        }
        decimals = [self._say("import-decimals", count=min(counts))] if counts else []
        return ", ".join([self._say("import-sign", kind=_SIGNS[table.sign]), *decimals])

    def headings(self, planned: Plan) -> Section:
        rows = [
            (self._in_words(table.label), column.heading, self._read_as(column))
            for table in planned.tables
            for column in table.columns
        ]
        return self._section("headings", ("table", "heading", "read"), rows)

    def _read_as(self, column: Column) -> str:
        meaning = self._meaning(column.role, column.component)
        return f"{meaning}: {self._in_words(column.remark)}" if column.remark else meaning

    def _meaning(self, role: Role, component: str) -> str:
        return self._say("import-meaning", role=role.name.lower(), component=component)

    def rows(self, planned: Plan) -> Section:
        """Show the first three provinces and the last, a line for each component and role."""
        added = planned.rows["dti_scores"]
        provinces = list(dict.fromkeys(row["province"] for row in added))
        shown = list(dict.fromkeys([*provinces[:3], *provinces[-1:]]))
        known = {(component, role) for _, component, role in planned.figures}
        rows = [
            (self._meaning(role, component),
             *(self._cell(planned, each, component, role) for each in shown))
            for component in dict.fromkeys(row["component"] for row in added)
            for role in (Role.RANK, Role.SCORE)
            if (component, role) in known
        ]  # fmt: skip
        title = self._say("import-section", kind="rows")
        return Section(title, ("", *map(planned.names.shown, shown)), rows)

    def _cell(self, planned: Plan, province: str, component: str, role: Role) -> str:
        figure = planned.figures.get((province, component, role))
        if figure is None:
            return "–"
        value = self._language.plain(figure.value, grouped=False)
        return self._say("import-follows", value=value) if figure.derived else value

    def names(self, planned: Plan) -> Section:
        names = planned.names
        rows = {
            (row.name, names.shown(province)): None
            for table in planned.tables
            for province, row in table.rows.items()
            if row.name != clean(names.shown(province))
        }
        return self._section("names", ("written", "province"), list(rows))

    def files(self, planned: Plan) -> Section:
        """Say what is added where; of a source its title, of an edition its note."""
        rows = [
            (
                f"{name}.csv",
                f"{len(added)}",
                added[0].get("title") or self._in_words(added[0].get("note", "")),
            )
            for name, added in planned.rows.items()
            if added
        ]
        return self._section("files", ("file", "rows", "title"), rows)

"""Where each number of a page comes from: a cited row of the data, or a computation of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd
from bs4 import BeautifulSoup, Comment, Tag

from helpers.analysis import dti
from helpers.exceptions import OrphanNumberError
from helpers.pages.computed import CLOSE, OPEN
from helpers.pages.page import Page
from helpers.store.data import DataPackage
from helpers.words.language import Language

#: The columns that hold figures, by table; other numbers of the data are keys and places.
FIGURES = {
    "results": ("value", "base"),
    "targets": ("value",),
    "dti_scores": ("score", "rank"),
    "dti_editions": ("provinces_ranked", "mean_total"),
    "dti_weights": ("points",),
    "context": ("population_thousand", "urban_population_thousand", "grdp_per_capita_million_vnd"),
}
#: Names with a digit in them: classes of service, papers, and the scale of the index.
TERMS = (
    "mức độ 3, 4", "mức độ 3", "mức độ 4", "level 3-4", "level 3", "level 4",
    "111-NQ/TU", "6649/KH-UBND", "thang 0–1", "scale 0–1",
)  # fmt: skip
#: The columns whose texts a page shows as they are; a remark for the maintainer is no name.
_SHOWN = re.compile(r"(?:name|short|text|reason|office|title|publisher)(?:_|$)")
_TRACES = re.compile(
    r"<!--/?by.*?-->|(?<=<g) id=\"[^\"]*\"| data-(?:source|place|rows|column)=\"[^\"]*\""
)
_NUMBER = re.compile(r"(?<![\w#])\d+(?:[.,]\d+)*(?![\w#])")
#: What stands between the head of a row, that of a column, and a cell.
BETWEEN = " · "
#: After a number: it says how many provinces, and is no rank.
_COUNTED = re.compile(r"(?:/\d+| of(?: the)? \d+)?(?: of the)?,? (?:tỉnh|provinces|published)")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: What the reader reads as one statement.
_STATEMENTS = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "th",
    "td",
    "figcaption",
    "summary",
    "text",
    "desc",
)
#: What is no statement: repeated words, marks, style, data, and the contents.
_SILENT = ("caption", "title", "sup", "style", "script", "nav")


@dataclass(frozen=True)
class Stated:
    """A number as a page states it.

    Parameters
    ----------
    chapter : str
        The chapter's id.
    kind : str
        The HTML element: ``p``, ``td``, ``figcaption`` ...
    statement : str
        The sentence, or for a cell of a table its row and column and what it says.
    shown : str
        The number as it is written.
    value : float
        The number.
    rows : tuple of str
        The rows of the data that publish it; empty for a computed number.
    computed_by : tuple of str
        What computes it; empty for a published number.
    sources : tuple of str
        The ids of the cited sources.
    places : tuple of str
        The places cited in each, in the same order; empty where none is named.
    """

    chapter: str
    kind: str
    statement: str
    shown: str
    value: float
    rows: tuple[str, ...]
    computed_by: tuple[str, ...]
    sources: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def subject(self) -> str:
        """What is spoken of: the head of a table's row, or the sentence itself."""
        return self.statement.partition(BETWEEN)[0] if self.kind == "td" else self.statement


def trace(text: str, page: Page) -> list[Stated]:
    """Find where every number of a page comes from.

    Parameters
    ----------
    text : str
        The page, with the marks and remarks that the chapters left in it.
    page : Page
        Whose page it is: province, language, and what was known by the as-of date.

    Returns
    -------
    list of Stated
        In the order of the page. Years, dates, names with digits, the scales of charts and the
        list of sources state no figure.

    Raises
    ------
    OrphanNumberError
        If a number is neither in a cited row nor under a registered computation, or if nothing
        is cited for it.
    """
    reader, tree = _Reader(page), BeautifulSoup(text, "html.parser")
    found, orphans = [], list(_loose(tree, reader))
    for element, computations in _statements(tree):
        numbers = list(reader.numbers(_own_text(element)))
        levels = [marks for marks in _marks(element) if marks] if numbers else []
        for number in numbers:
            stated = _stated(reader, element, levels, computations, number)
            if stated.sources and (stated.rows or stated.computed_by):
                found.append(stated)
            else:
                orphans.append(f"{number.shown} in “{stated.statement}” ({stated.chapter})")
    if orphans:
        raise OrphanNumberError(list(dict.fromkeys(orphans)))
    return found


def without_traces(text: str) -> str:
    """Return a page without the remarks that only :func:`trace` reads."""
    return _TRACES.sub("", text)


class _Number(NamedTuple):
    """A number in a text: as written, its value, and whether it counts provinces."""

    shown: str
    value: float
    counted: bool


class _Reader:
    """What of a text is a number, and which rows of the data hold it."""

    def __init__(self, page: Page) -> None:
        # A number that is none as this language writes it equals nothing.
        self._value = page.language.number
        names = _names(page.briefing.data, page.language)
        self._names = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
        self._rows = {
            row: values
            for name in FIGURES
            for row, values in _figures(page.briefing.data[name], name)
        }
        self._subjects = dict(_subjects(page))
        editions = page.briefing.data["dti_editions"]
        #: Rows that a sentence need not cite: how many provinces an edition ranks, its mean.
        self.everywhere = dict(zip(editions["row"], editions["source"], strict=True))

    def numbers(self, text: str) -> Iterator[_Number]:
        """Yield the numbers of a text without years, dates and names."""
        masked = self._names.sub(lambda name: re.sub(r"\d", "#", name[0]), text)
        for match in _NUMBER.finditer(masked):
            if not _YEAR.fullmatch(match[0]):
                counted = _COUNTED.match(masked, match.end()) is not None
                yield _Number(match[0], self._value(match[0]), counted)

    def holding(self, number: _Number, rows: Sequence[str], statement: str) -> tuple[str, ...]:
        """Return those of the rows that hold a number and whose subject a statement names."""
        said = statement.casefold()
        return tuple(
            row
            for row in rows
            if number.value in self._rows.get(row, ())
            and all(name in said for name in self._subjects.get(row, ()))
            and not (number.counted and row in self._subjects)
        )


def _names(package: DataPackage, language: Language) -> list[str]:
    """Return what has digits and is no figure: terms, dates, and the texts of the data."""
    found = set(TERMS)
    for table in package.tables.values():
        for column in table.select_dtypes("datetime"):
            found |= {language.date(day.date()) for day in table[column].dropna()}
        for column in filter(_SHOWN.match, table.columns):
            found |= {text for text in table[column] if re.search(r"\d", text)}
    published = [text for text in package["sources"]["published"] if text]
    found |= {language.published(text) for text in published}
    found |= {language.span(period) for period in package["results"]["period"]}
    return sorted((text for text in found if not text.isdigit()), key=len, reverse=True)


def _figures(table: pd.DataFrame, name: str) -> Iterator[tuple[str, set[float]]]:
    for row, *values in table[["row", *FIGURES[name]]].itertuples(index=False):
        yield row, {float(value) for value in values if not pd.isna(value)}


def _subjects(page: Page) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a sentence must name to speak of a score: another province, a part of the total.

    A small whole number is the rank of many: only that of what the sentence names is meant.
    """
    scores = page.briefing.data["dti_scores"]
    for row, province, component in scores[["row", "province", "component"]].itertuples(False):
        names = [page.province_name(province)] if province != page.briefing.province else []
        names += [page.component_name(component)] if component != dti.TOTAL else []
        yield row, tuple(name.casefold() for name in names)


def _statements(page: BeautifulSoup) -> Iterator[tuple[Tag, tuple[str, ...]]]:
    """Yield what states something, with the computations registered around it."""
    around: list[tuple[str, ...]] = [()]
    for node in page.descendants:
        if isinstance(node, Comment):
            if node.startswith(OPEN):
                around.append(tuple(node.removeprefix(OPEN).split()))
            elif node == CLOSE:
                around.pop()
        elif isinstance(node, Tag) and node.name in _STATEMENTS and not _is_apparatus(node):
            yield node, around[-1]


def _is_apparatus(element: Tag) -> bool:
    """Say whether an element is a scale of a chart, the chart for a phone, or sources."""
    around = " ".join(parent.get("id", "") for parent in element.parents)
    if element.name == "text" and re.search(r"-[xy]tick_\d", around):
        return not re.search(r"[^\W\d_]{2}", element.get_text())
    return (
        "dx-source" in element.get("class", ())
        or element.find_parent("nav") is not None
        or element.find_parent("ol", class_="dx-sources") is not None
        or element.find_parent("svg", class_="dx-narrow") is not None
    )


def _loose(page: BeautifulSoup, reader: _Reader) -> Iterator[str]:
    """Yield the numbers that stand in no statement, where nobody would look for their source."""
    for text in page.find_all(string=re.compile(r"\d")):
        if isinstance(text, Comment) or text.find_parent((*_STATEMENTS, *_SILENT)) is not None:
            continue
        for number in reader.numbers(text):
            yield f"{number.shown} outside any sentence: “{' '.join(text.split())}”"


def _own_text(element: Tag) -> str:
    """Return what an element says, without source marks."""
    words = [text for text in element.strings if text.find_parent("sup", class_="dx-mark") is None]
    between = BETWEEN if element.name == "figcaption" else ""
    return " ".join(between.join(words).replace("\u2060", "").split())


def _stated(
    reader: _Reader,
    element: Tag,
    levels: Sequence[Sequence[Tag]],
    computations: tuple[str, ...],
    number: _Number,
) -> Stated:
    rows: tuple[str, ...] = ()
    cited = levels[0] if levels else []
    named = " ".join(map(_own_text, (element.find_parent("tr") or element, element)))
    named += _column(element)
    for marks in levels:
        rows = reader.holding(number, _cited_rows(marks), named)
        if rows:
            cited = marks
            break
    if element.name in ("th", "td"):
        # A cell comes from what is cited for its row of the data, not from the whole table's.
        own = [mark for mark in cited if set(rows) & set(mark["data-rows"].split())]
        cited = own or cited
    sources = {mark["data-source"]: mark["data-place"] for mark in cited}
    if cited and not rows:
        rows = reader.holding(number, list(reader.everywhere), named)
        sources |= {reader.everywhere[row]: "table" for row in rows}
    section = element.find_parent("section", class_="dx-chapter")
    return Stated(
        chapter=section["aria-labelledby"] if section else "",
        kind=element.name,
        statement=_statement(element),
        shown=number.shown,
        value=number.value,
        rows=rows,
        computed_by=() if rows else computations,
        sources=tuple(sources),
        places=tuple(sources.values()),
    )


def _cited_rows(marks: Sequence[Tag]) -> list[str]:
    return list(dict.fromkeys(row for mark in marks for row in mark["data-rows"].split()))


def _marks(element: Tag) -> Iterator[list[Tag]]:
    """Yield the source marks of an element, then those of its row, its table, its figure."""
    yield _links(element)
    for parent in element.parents:
        classes = parent.get("class", ())
        if parent.name == "tr" or "dx-card" in classes:
            yield _links(parent)
        elif parent.name == "figure" or "dx-tabled" in classes:
            yield _links(*parent.find_all(class_="dx-source", recursive=False))
        elif parent.name == "details":
            yield _links(*parent.find_all(class_="dx-source"))


def _links(*elements: Tag) -> list[Tag]:
    return [link for each in elements for link in each.find_all("a", attrs={"data-source": True})]


def _statement(element: Tag) -> str:
    """Return a sentence as it is; a cell of a table with the heads of its row and column."""
    text = _own_text(element)
    if element.name != "td":
        return text
    return BETWEEN.join([_own_text(element.parent.th), _column(element), text])


def _column(cell: Tag) -> str:
    """Return the head of a cell's column, which a phone shows beside it where rows are stacked."""
    return cell.get("data-label") or cell.get("data-column", "")

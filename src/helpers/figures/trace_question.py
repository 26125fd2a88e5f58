"""What a question to ``briefing trace`` asks for: a figure as it is written, or rows of data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from math import isnan

from helpers.analysis import dti, results
from helpers.exceptions import shortened
from helpers.store.data import NATIONAL, DataPackage
from helpers.words.language import LANGUAGES, Language
from helpers.words.plain_text import folded, without_accents
from helpers.words.refusals import refused

#: A number as it is written.
NUMBER = r"\d+(?:[.,]\d+)*"
#: How what stands between two numbers may be written in the other language.
_AS_WELL = {"/": "(?:/|of(?: the)?)"} | dict.fromkeys("-–−", "[-–−]")
#: What English may write after a number: 1st, 2nd, 3rd, 10th.
_PLACE = r"(?<=\d)(?:st|nd|rd|th)\b"
#: How an edition of the index is asked for.
_EDITION = re.compile(r"(?:(?:ky )?dti(?: nam)?|edition|ky|dti editions?) ?(?P<year>[12][0-9]{3})")
#: Names that are asked for in part and fit more than these are listed instead.
_MOST_NAMES = 12


@dataclass(frozen=True)
class Question:
    """What is asked for.

    Parameters
    ----------
    text : str
        The question as it was put.
    rows : mapping of str to tuple of str
        The rows of the data that are asked for, by the indicator, component or row that was
        named; empty where a figure is asked for.
    sources : frozenset of str
        The sources that are asked for.
    """

    text: str
    rows: Mapping[str, tuple[str, ...]]
    sources: frozenset[str] = frozenset()

    @property
    def is_figure(self) -> bool:
        """Whether a figure is asked for, not a name."""
        return not self.rows

    def readings(self, lang: str) -> list[tuple[float, ...]]:
        """Return the numbers of a figure as a language writes them, then as another would.

        Parameters
        ----------
        lang : str
            The language of the page; ``1.380`` is 1380 on a Vietnamese one and first 1.38, then
            1380, on an English one.
        """
        numbers = re.findall(NUMBER, self.text)
        found = (
            tuple(Language(code).number(each) for each in numbers)
            for code in sorted(LANGUAGES, key=lambda code: code != lang)
        )
        return list(dict.fromkeys(each for each in found if each and not any(map(isnan, each))))

    def written_in(self, text: str, lang: str, numbers: tuple[float, ...]) -> tuple[str, ...]:
        """Return the numbers of a figure as a text writes them; nothing if they are not there.

        Parameters
        ----------
        text : str
            What a page says.
        lang : str
            The page's language.
        numbers : tuple of float
            One of :meth:`readings`.
        """
        for match in self._pattern.finditer(_comparable(text)):
            if tuple(map(Language(lang).number, match.groups())) == numbers:
                return match.groups()
        return ()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        asked = re.sub(_PLACE, "", _comparable(self.text))
        pieces = re.findall(rf"{NUMBER}|[^\W\d_]+|[^\w\s]", asked)
        written = r"\s*".join(
            f"({NUMBER})(?:{_PLACE})?" if each[0].isdigit() else _AS_WELL.get(each, re.escape(each))
            for each in pieces
        )
        return re.compile(rf"(?<!\w)(?<!\d[.,]){written}(?!\w)(?![.,]\d)")


def _comparable(text: str) -> str:
    return without_accents(text).casefold()


def ask(text: str, package: DataPackage, province: str) -> Question:
    """Return what a question asks for.

    Parameters
    ----------
    text : str
        A row's name; the id of a source or of a target; “DTI” and an edition's year; an
        indicator's or a DTI component's id, its name in either language or a
        part of that, accents and case not needed; or a figure as it stands on a page.
    package : DataPackage
        All there is.
    province : str
        Whose rows are meant.

    Raises
    ------
    ParameterError
        If it is neither a name nor a figure, or a part of too many names.
    """
    text = " ".join(text.split())
    sources = frozenset({text} & set(package["sources"]["source"]))
    question = Question(text, _named(text, package, province), sources)
    if question.is_figure and not question.readings(LANGUAGES[0]):
        near = ", ".join(near_names(text, package))
        kind = {"kind": "near" if near else "none", "file": "data/indicators.csv"}
        raise refused("cmd-trace-unknown", text=shortened(text), near=near, **kind)
    return question


def ask_of(text: str, package: DataPackage, provinces: Sequence[str]) -> Question:
    """Return what a question asks for of one province after the other; see :func:`ask`.

    Parameters
    ----------
    text, package : str, DataPackage
        As in :func:`ask`.
    provinces : sequence of str
        The provinces, at least one.
    """
    questions = [ask(text, package, province) for province in provinces]
    rows: dict[str, tuple[str, ...]] = {}
    for question in questions:
        for name, own in question.rows.items():
            rows[name] = tuple(dict.fromkeys([*rows.get(name, ()), *own]))
    return replace(questions[0], rows=rows)


def near_names(text: str, package: DataPackage) -> list[str]:
    """Return the ids of the indicators and components whose names are most like a text.

    Parameters
    ----------
    text : str
        What was asked for.
    package : DataPackage
        All there is.
    """
    ids = {name: key for key, names in _names(package) for name in names}
    for table, key in (("sources", "source"), ("targets", "target")):
        ids |= {folded(name): name for name in package[table][key]}
    near = get_close_matches(folded(text), ids, n=3, cutoff=0.6)
    return list(dict.fromkeys(ids[name] for name in near))


def _named(text: str, package: DataPackage, province: str) -> dict[str, tuple[str, ...]]:
    if text in package.remembered(_with_source, lambda: _with_source(package)):
        return {text: (text,)}
    if found := _by_id(text, package, province):
        return {text: found}
    if not re.search(r"[^\W\d_]{2}", text):
        return {}
    asked = folded(text)
    keys = [key for key, names in _names(package) if asked in names][:1]
    keys = keys or [key for key, names in _names(package) if _begins_a_word(asked, names)]
    if len(keys) > _MOST_NAMES:
        values = {"names": ", ".join(keys[:_MOST_NAMES]), "count": str(len(keys))}
        raise refused("cmd-trace-many", text=shortened(text), **values)
    return {key: tuple(_rows(package, key, province)) for key in keys}


def _with_source(package: DataPackage) -> frozenset[str]:
    """Return the names of the rows that have a source."""
    tables = [table for table in package.tables.values() if "source" in table]
    return frozenset(name for table in tables for name in table["row"])


def _by_id(text: str, package: DataPackage, province: str) -> tuple[str, ...]:
    """Return the rows of a source, of a target or of an edition; the source's own row first."""
    if text in set(package["sources"]["source"]):
        return tuple(_from_source(package, text, province))
    if text in set(package["targets"]["target"]):
        return (f"targets/{text}",)
    match = _EDITION.fullmatch(folded(text))
    editions, scores = package["dti_editions"], package["dti_scores"]
    if match is None or int(match["year"]) not in set(editions["edition"]):
        return ()
    year = int(match["year"])
    own = scores[(scores["edition"] == year) & (scores["province"] == province)]
    return (*editions.loc[editions["edition"] == year, "row"], *own["row"])


def _from_source(package: DataPackage, source: str, province: str) -> Iterator[str]:
    """Yield a source's row, then those that it publishes or confirms, the province's own first."""
    yield f"sources/{source}"
    tables = [package[name] for name in package.tables if name != "sources"]
    for table in tables:
        columns = [name for name in ("source", "confirmed_by") if name in table]
        if columns:
            named = table[columns].isin([source]).any(axis=1)
            yield from sorted(table["row"][named], key=lambda row: province not in row.split("/"))


def _names(package: DataPackage) -> Iterator[tuple[str, list[str]]]:
    """Yield every indicator and component with what it is called, made comparable."""
    for table, key in (("indicators", "indicator"), ("dti_components", "component")):
        for row in package[table][[key, "name_vi", "name_en"]].itertuples(index=False):
            yield row[0], [folded(name) for name in row]


def _begins_a_word(asked: str, names: Iterable[str]) -> bool:
    return any(f" {asked}" in f" {name}" for name in names)


def _rows(package: DataPackage, key: str, province: str) -> Iterator[str]:
    """Yield the rows of an indicator or a component that speak of a province or the nation."""
    for name in ("results", "targets"):
        table = package[name]
        own = table["scope"].isin([province, NATIONAL]) & (table["indicator"] == key)
        yield from table.loc[own, "row"]
    scores = package["dti_scores"]
    component = dti.TOTAL if key == results.RANK else key
    own = (scores["province"] == province) & (scores["component"] == component)
    yield from scores.loc[own, "row"]

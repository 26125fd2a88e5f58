"""What a question to ``briefing trace`` asks for: a figure as it is written, or rows of data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from math import isnan

from helpers.analysis import dti, results
from helpers.exceptions import ParameterError
from helpers.pages.values import FIGURES
from helpers.store.data import NATIONAL, DataPackage
from helpers.words.language import LANGUAGES, Language
from helpers.words.plain_text import folded, without_accents

#: A number as it is written.
NUMBER = r"\d+(?:[.,]\d+)*"
#: How what stands between two numbers may be written in the other language.
_AS_WELL = {"/": "(?:/|of(?: the)?)"} | dict.fromkeys("-–−", "[-–−]")
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
    """

    text: str
    rows: Mapping[str, tuple[str, ...]]

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
        pieces = re.findall(rf"{NUMBER}|[^\W\d_]+|[^\w\s]", _comparable(self.text))
        written = r"\s*".join(
            f"({NUMBER})" if each[0].isdigit() else _AS_WELL.get(each, re.escape(each))
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
        A row's name; an indicator's or a DTI component's id, its name in either language or a
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
    question = Question(text, _named(text, package, province))
    if question.is_figure and not question.readings(LANGUAGES[0]):
        near = ", ".join(near_names(text, package))
        hint = f"did you mean {near}?" if near else "data/indicators.csv lists the indicators"
        raise ParameterError(
            f"“{text}” is no figure, and no indicator, DTI component or row is called that; {hint}"
        )
    return question


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
    near = get_close_matches(folded(text), ids, n=3, cutoff=0.6)
    return list(dict.fromkeys(ids[name] for name in near))


def _named(text: str, package: DataPackage, province: str) -> dict[str, tuple[str, ...]]:
    if any(text in set(package[table]["row"]) for table in FIGURES):
        return {text: (text,)}
    if not re.search(r"[^\W\d_]{2}", text):
        return {}
    asked = folded(text)
    keys = [key for key, names in _names(package) if asked in names][:1]
    keys = keys or [key for key, names in _names(package) if _begins_a_word(asked, names)]
    if len(keys) > _MOST_NAMES:
        some = ", ".join(keys[:_MOST_NAMES])
        raise ParameterError(f"“{text}” is a part of {len(keys)} names, say more: {some} ...")
    return {key: tuple(_rows(package, key, province)) for key in keys}


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

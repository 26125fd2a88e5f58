"""What a published page says of its figures, read back from the JSON-LD inside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bs4 import BeautifulSoup, SoupStrainer

from helpers.exceptions import BriefingError

_SCRIPT = "application/ld+json"
_CODE = "SoftwareSourceCode"
_SOURCE = "#source-"


class NoFiguresError(BriefingError):
    """A page does not hold its figures as data."""


@dataclass(frozen=True)
class Number:
    """A number of a statement.

    Parameters
    ----------
    value : float
        The number.
    rows : tuple of str
        The rows of the data that publish it; empty for a computed number.
    """

    value: float
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """A statement of a page and what it rests on.

    Parameters
    ----------
    chapter : str
        The chapter's id.
    text : str
        The sentence, or a row of a table with the heads of its columns.
    numbers : tuple of Number
        The numbers in it, in their order.
    sources : tuple of str
        The ids of the sources it cites.
    computations : tuple of str
        The functions that compute those of its numbers that no source prints.
    """

    chapter: str
    text: str
    numbers: tuple[Number, ...]
    sources: tuple[str, ...]
    computations: tuple[str, ...]


@dataclass(frozen=True)
class PublishedPage:
    """A page as it was published.

    Parameters
    ----------
    lang : str
        Its language.
    chapters : mapping of str to str
        The chapters' titles by their ids.
    computations : mapping of str to str
        What each function that it names does, by the function's name.
    claims : tuple of Claim
        Its statements with figures, in their order.
    """

    lang: str
    chapters: Mapping[str, str]
    computations: Mapping[str, str]
    claims: tuple[Claim, ...]


def read(text: str, place: str = "the page") -> PublishedPage:
    """Read the figures of a page.

    Parameters
    ----------
    text : str
        A page that ``briefing build`` made (:func:`helpers.linked_data.graph`).
    place : str
        Where it lies, for an error.

    Raises
    ------
    NoFiguresError
        If the page holds no such data.
    """
    tree = BeautifulSoup(text, "html.parser", parse_only=SoupStrainer(["h2", "script"]))
    script = tree.find("script", type=_SCRIPT)
    graph = json.loads(script.get_text())["@graph"] if script else []
    chapters = _of_type(graph, "Chapter")
    if not chapters:
        raise NoFiguresError(f"{place} holds no figures by chapter as JSON-LD: build it again")
    (report,) = _of_type(graph, "Report")
    return PublishedPage(
        lang=report["inLanguage"],
        chapters={head["id"]: head.get_text() for head in tree.find_all("h2", id=True)},
        computations={each["name"]: each["description"] for each in _of_type(graph, _CODE)},
        claims=tuple(
            _claim(chapter["@id"], node) for chapter in chapters for node in chapter["hasPart"]
        ),
    )


def _of_type(graph: list[dict], kind: str) -> list[dict]:
    return [node for node in graph if node["@type"] == kind]


def _claim(chapter: str, node: dict) -> Claim:
    grounds = node["isBasedOn"]
    return Claim(
        chapter=chapter.removeprefix("#"),
        text=node["text"],
        numbers=tuple(
            Number(float(each["value"]), tuple(each.get("identifier", "").split()))
            for each in node["about"]
        ),
        sources=tuple(each.removeprefix(_SOURCE) for each in grounds if each.startswith(_SOURCE)),
        computations=tuple(
            each.removeprefix("#") for each in grounds if not each.startswith(_SOURCE)
        ),
    )

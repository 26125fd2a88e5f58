"""The figures of a briefing as data: JSON-LD inside the page, and a CSV beside it."""

from __future__ import annotations

import csv
import importlib
import inspect
import io
import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

import pandas as pd

from helpers.figures.provenance import Stated
from helpers.pages.page import Page

#: What of the page repeats a statement that stands in a sentence or a table.
_REPEATED = ("text", "desc", "h1", "h2", "h3", "h4", "summary")
#: Schema.org's words; these lead to another node of the graph.
_CONTEXT = {"@vocab": "https://schema.org/"} | {
    name: {"@type": "@id"} for name in ("isBasedOn", "citation")
}
_COLUMNS = (
    "chapter", "statement", "shown", "value", "basis", "rows", "computed_by",
    "sources", "places", "urls",
)  # fmt: skip


def listed(stated: Sequence[Stated]) -> list[Stated]:
    """Return the numbers that are listed: those of sentences, cards and tables, in their order."""
    return [each for each in stated if each.kind not in _REPEATED]


def graph(page: Page, stated: Sequence[Stated], title: str) -> str:
    """Return the figures with their sources as JSON-LD in the vocabulary of schema.org.

    Parameters
    ----------
    page : Page
        A page of the briefing, which knows the sources cited.
    stated : sequence of Stated
        The numbers (:func:`helpers.provenance.trace`).
    title : str
        The briefing's title.

    Returns
    -------
    str
        A graph of the report, its sources (``CreativeWork``), the computations
        (``SoftwareSourceCode``) and the chapters, whose parts are one ``Claim`` a sentence or row
        of a table: the sources and computations that it is based on, and the numbers it is about,
        each with its value and, if it is published, the rows of the data (``identifier``). Safe
        inside a ``script`` element.
    """
    stated = listed(stated)
    report = {
        "@id": "#report",
        "@type": "Report",
        "name": title,
        "inLanguage": page.language.code,
        "temporalCoverage": str(page.briefing.year),
        "spatialCoverage": page.name,
        "datePublished": page.briefing.as_of.isoformat(),
        "citation": [f"#source-{source}" for source in page.cited],
    }
    names = sorted({name for each in stated for name in each.computed_by}, key=_public)
    everything = [report, *_sources(page), *map(_computation, names), *_chapters(stated)]
    text = json.dumps(
        {"@context": _CONTEXT, "@graph": everything},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return text.replace("<", "\\u003c")


def _sources(page: Page) -> Iterator[dict[str, str]]:
    for _, row in page.cited_sources().iterrows():
        known = {
            "name": row["title"],
            "publisher": row["publisher"],
            "datePublished": row["published"],
            "url": row["url"],
        }
        work = {"@id": f"#source-{row['source']}", "@type": "CreativeWork"}
        yield work | {name: value for name, value in known.items() if value}


def _public(name: str) -> str:
    """Return the name of a computation on a page: its module, wherever that lies in the package."""
    return ".".join(["helpers", *name.split(".")[-2:]])


def _computation(name: str) -> dict[str, str]:
    module, _, function = name.rpartition(".")
    name = _public(name)
    said = inspect.getdoc(getattr(importlib.import_module(module), function)) or ""
    first = said.partition("\n")[0]
    kind = "SoftwareSourceCode"
    return {"@id": f"#{name}", "@type": kind, "name": name, "description": first}


def _chapters(stated: Sequence[Stated]) -> Iterator[dict[str, object]]:
    for chapter, told in groupby(stated, attrgetter("chapter")):
        yield {"@id": f"#{chapter}", "@type": "Chapter", "hasPart": list(_claims(list(told)))}


def _claims(stated: Sequence[Stated]) -> Iterator[dict[str, object]]:
    for subject, numbers in groupby(stated, attrgetter("subject")):
        told = list(numbers)
        cells = dict.fromkeys(each.statement.removeprefix(subject) for each in told)
        yield {
            "@type": "Claim",
            "text": subject + "".join(cells),
            "isBasedOn": [f"#{each}" for each in _grounds(told)],
            "about": [_number(each) for each in told],
        }


def _grounds(told: Sequence[Stated]) -> list[str]:
    """Return what a claim rests on: its sources, then what computes those numbers it computes."""
    sources = (f"source-{source}" for each in told for source in each.sources)
    computations = (_public(name) for each in told for name in each.computed_by)
    return list(dict.fromkeys([*sources, *computations]))


def _number(each: Stated) -> dict[str, object]:
    value = int(each.value) if each.value.is_integer() else each.value
    return {"value": value} | ({"identifier": " ".join(each.rows)} if each.rows else {})


def table(page: Page, stated: Sequence[Stated]) -> str:
    """Return the figures with their sources as CSV, for a spreadsheet.

    Parameters
    ----------
    page : Page
        A page of the briefing.
    stated : sequence of Stated
        The numbers.

    Returns
    -------
    str
        One row a number: chapter, statement, shown (as written), value, basis (``published`` or
        ``computed``), rows (of the data), computed_by, sources, places, urls; several of a kind
        are set apart by “; ”.
    """
    urls = page.briefing.data["sources"].set_index("source")["url"]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(_row(each, urls) for each in listed(stated))
    return stream.getvalue()


def _row(each: Stated, urls: pd.Series) -> tuple[object, ...]:
    links = [urls[source] for source in each.sources]
    lists = (each.rows, tuple(map(_public, each.computed_by)), each.sources, each.places, links)
    basis = "published" if each.rows else "computed"
    value = f"{each.value:.10g}"
    texts = ("; ".join(dict.fromkeys(filter(None, several))) for several in lists)
    return each.chapter, each.statement, each.shown, value, basis, *texts

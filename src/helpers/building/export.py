"""From executed chapters to one page: joined, sources numbered, every figure traced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from markupsafe import Markup
from nbconvert.exporters import TemplateExporter
from nbconvert.preprocessors import TagRemovePreprocessor
from nbformat import NotebookNode
from traitlets.config import Config

from helpers.building import numbering, seal
from helpers.building.execution import Run
from helpers.building.shrinking import shrink
from helpers.chapters.appendix import appendix
from helpers.figures import linked_data, provenance
from helpers.pages import html
from helpers.pages.briefing import Briefing
from helpers.pages.html import Html
from helpers.pages.page import Page
from helpers.store import data
from helpers.store.parameters import Parameters
from helpers.words.language import Language

#: Cells that serve the reader of a single notebook and have no place in the briefing.
_NOTEBOOK_ONLY = ("analyst", "standalone")
_LEAD = re.compile(r'<p class="dx-lead">(.*?)</p>', re.DOTALL)
_MARKS = re.compile("<sup.*?</sup>", re.DOTALL)
#: Where the template leaves room for the figures as data.
_FIGURES = "{figures}"


@dataclass(frozen=True)
class Made:
    """A finished briefing in one language.

    Parameters
    ----------
    page : str
        The HTML page.
    figures : str
        Its figures with their sources, as CSV.
    """

    page: str
    figures: str


def export(package: data.DataPackage, chosen: Parameters, runs: Sequence[Run]) -> Made:
    """Make one page of executed chapters.

    Parameters
    ----------
    package : DataPackage
        All there is.
    chosen : Parameters
        Year, province and language.
    runs : sequence of Run
        The chapters of that language, executed, in their order.

    Raises
    ------
    OrphanNumberError
        If the page states a number that leads to no source.
    """
    briefing = Briefing.of(package, chosen.year, chosen.province)
    page = Page("appendix", briefing, Language(chosen.lang))
    joined, _ = _drop_notebook_cells(join(runs))
    _shrink(page, joined)
    ids = [run.chapter.id for run in runs] + [page.chapter]
    _append(joined, page.chapter, appendix(page))
    _list_sources(page, joined, ids)
    joined.metadata["briefing"] = _words(page, ids, _headline(joined))
    text, _ = _exporter().from_notebook_node(joined)
    stated = provenance.trace(text, page)
    graph = linked_data.graph(page, stated, joined.metadata["briefing"]["title"])
    whole = seal.sealed(provenance.without_traces(text)).replace(_FIGURES, graph)
    return Made(whole, linked_data.table(page, stated))


def join(runs: Sequence[Run]) -> NotebookNode:
    """Return the executed chapters as one notebook, each cell marked with its chapter.

    Parameters
    ----------
    runs : sequence of Run
        The runs of one language, in the order of the chapters.
    """
    joined = nbformat.v4.new_notebook()
    for run in runs:
        for cell in nbformat.read(run.executed, as_version=4).cells:
            cell.metadata["chapter"] = run.chapter.id
            joined.cells.append(cell)
    return joined


def _drop_notebook_cells(notebook: NotebookNode) -> tuple[NotebookNode, dict]:
    remover = TagRemovePreprocessor(remove_cell_tags=set(_NOTEBOOK_ONLY), enabled=True)
    return remover.preprocess(notebook, {})


def _shrink(page: Page, joined: NotebookNode) -> None:
    """List at the end of each chapter what its sections only say is not known."""
    chapters = shrink(joined.cells)
    joined.cells = []
    for chapter, cells, unknown in chapters:
        joined.cells += cells
        if unknown:
            _append(joined, chapter, page.bullets("chapter-unknown", unknown, "missing"))


def _append(notebook: NotebookNode, chapter: str, piece: Html) -> None:
    output = nbformat.v4.new_output("display_data", {"text/html": str(piece.markup)})
    cell = nbformat.v4.new_code_cell(outputs=[output])
    cell.metadata["chapter"] = chapter
    notebook.cells.append(cell)


def _list_sources(page: Page, joined: NotebookNode, ids: Sequence[str]) -> None:
    """List the sources at the end of the page, and those of the first printed page there."""
    cited = numbering.number_sources(joined)
    page.cited = {source: one.places for source, one in cited.items()}
    back = {source: list(numbering.ways_back(one, ids)) for source, one in cited.items()}
    title = page.subheading("sources-title")
    _append(joined, page.chapter, html.join(title, page.source_list(back)))
    first = [source for source, one in cited.items() if ids[0] in dict(one.marks)]
    if first:
        _append(joined, ids[0], page.paper_sources(first))


def _title(page: Page, chapter: str) -> str:
    return str(
        page.language.say(f"{chapter}-title", province=page.name, year=str(page.briefing.year))
    )


def _headline(joined: NotebookNode) -> str:
    """Return the words of the sentence that opens the briefing; empty if none does."""
    texts = (each.data["text/html"] for cell in joined.cells for each in numbering.pages(cell))
    opening = next(filter(None, map(_LEAD.search, texts)), None)
    if opening is None:
        return ""
    return Markup(_MARKS.sub("", opening[1])).striptags().replace("\N{WORD JOINER}", "")


def _exporter() -> TemplateExporter:
    config = Config()
    config.TemplateExporter.extra_template_basedirs = [str(Path(__file__).parents[1])]
    config.TemplateExporter.template_name = "template"
    config.TemplateExporter.template_file = "index.html.j2"
    return TemplateExporter(config=config)


def _words(page: Page, ids: Sequence[str], description: str) -> dict[str, object]:
    say = page.language.say
    office = page.language.name(page.briefing.row, "office")
    title = page.title
    as_of = str(say("briefing-as-of", as_of=page.language.date(page.briefing.as_of)))
    chapters = [{"id": each, "title": _title(page, each)} for each in ids]
    return {
        "kicker": str(say("briefing-kicker")),
        "contents": str(say("briefing-contents")),
        "skip": str(say("briefing-skip")),
        "foot": str(say("briefing-foot")),
        "back": str(say("briefing-back")),
        "lang": page.language.code,
        "title": title,
        "description": description,
        "office": str(say("briefing-office", office=office, province=page.name)),
        "issued": str(say("briefing-issued", office=office, province=page.name)),
        "as_of": as_of,
        "day": page.briefing.as_of.isoformat(),
        "style": seal.FONTS + "\n" + html.page_style() + _paper(title, as_of),
        "policy": seal.POLICY,
        "figures": _FIGURES,
        "chapters": chapters,
    }


def _paper(title: str, as_of: str) -> str:
    """Return the rules of paper: title and date above every page but the first, a number below."""
    font = 'font: 8.5pt "Be Vietnam Pro", sans-serif; color: #4b5763;'
    above = [
        f"@top-{side} {{ content: {_quoted(text)}; {font} }}"
        for side, text in (("left", title), ("right", as_of))
    ]
    number = f'@bottom-right {{ content: counter(page) " / " counter(pages); {font} }}'
    first = "@page :first { @top-left { content: none; } @top-right { content: none; } }"
    return f"@page {{ {' '.join(above)} {number} }}\n{first}\n"


def _quoted(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text).replace("<", "\\3c ") + '"'

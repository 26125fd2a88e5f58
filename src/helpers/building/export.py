"""From executed chapters to one page: joined, sources numbered, every figure traced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import compress, groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import TemplateExporter
from nbconvert.preprocessors import TagRemovePreprocessor
from nbformat import NotebookNode
from traitlets.config import Config

from helpers.building import seal
from helpers.building.drafts import Draft, Preview
from helpers.building.notebooks import ANALYST, APPENDIX, STANDALONE, Run, read_notebook
from helpers.building.numbering import Numbering, ways_back
from helpers.building.own_proof import own_proof
from helpers.building.shrinking import shrink
from helpers.chapters import appendix
from helpers.drawing import svg  # noqa: F401  drawings in executed notebooks are known by it
from helpers.exceptions import OrphanNumberError
from helpers.figures import figure_list, printed, provenance
from helpers.pages import pieces as fragments
from helpers.pages.briefing import opened
from helpers.pages.page import Page
from helpers.pages.pieces import MIME, Piece, join, others, piece, single, told
from helpers.store import data
from helpers.store.parameters import Parameters
from helpers.words.language import Language
from helpers.words.told import Mark, Text, unpacked


@dataclass(frozen=True)
class Made:
    """A finished briefing in one language.

    Parameters
    ----------
    page : str
        The HTML page.
    figures : str
        Its figures with their sources, as CSV.
    faults : tuple of str
        The numbers that are not proven; only a preview has any, or it would not be made.
    """

    page: str
    figures: str
    faults: tuple[str, ...] = ()


#: Sections of the appendix that are no chapter's, and the message that is their title.
_OWN_SECTIONS = {
    "method": "appendix-method",
    "unknown": "chapter-unknown",
    "quality": "appendix-quality",
    "sources": "sources-title",
}


@dataclass
class _Cell:
    """A cell of the joined chapters: its chapter, the piece it shows, and what folds it away."""

    chapter: str
    piece: Piece
    #: The section of the appendix; none in what is read without opening anything.
    section: str = ""


def export(
    package: data.DataPackage,
    chosen: Parameters,
    runs: Sequence[Run],
    draft: Draft | None = None,
) -> Made:
    """Make one page of executed chapters.

    Parameters
    ----------
    package : DataPackage
        All there is.
    chosen : Parameters
        Year, province and language.
    runs : sequence of Run
        The chapters of that language, executed, in their order.
    draft : Draft, optional
        What the page shows as waiting to be filled in; none is published with it.

    Raises
    ------
    OrphanNumberError
        If the page states a number that is not proven, and is no preview.
    """
    briefing = opened(package, chosen.year, chosen.province)
    page = Page("appendix", briefing, Language(chosen.lang))
    shown = list(_cells(runs))
    if draft is not None:
        shown = [replace(cell, piece=draft.marked(page, cell.piece)) for cell in shown]
    cells = list(_shrunk(page, _in_order(page, _rest(shown))))
    ids = list(dict.fromkeys(cell.chapter for cell in cells))
    stated, faults, proof = list[provenance.Stated](), list[str](), list[_Cell]()
    with _gathered(faults, draft):
        stated = provenance.trace(_pieces(_folded(page, cells)), briefing, page.language)
        proof = [_Cell(page.chapter, own_proof(page, stated), "quality")]
        stated += provenance.trace(_pieces(_folded(page, proof)), briefing, page.language)
    whole = _whole(page, ids, [*cells, *proof])
    text, words = _written(page, ids, whole, draft)
    with _gathered(faults, draft):
        printed.require_as_told(text, _pieces(whole))
    if faults and isinstance(draft, Preview):  # which then calls no number proven
        whole = _whole(page, ids, cells)
        text, _ = _written(page, ids, whole, replace(draft, faults=tuple(faults)))
    titles = {each["id"]: each["title"] for each in words["chapters"]}
    urls = briefing.data["sources"].set_index("source")["url"]
    return Made(seal.sealed(text), figure_list.written(stated, titles, urls), tuple(faults))


def _written(
    page: Page, ids: Sequence[str], cells: Sequence[_Cell], draft: Draft | None
) -> tuple[str, dict[str, Any]]:
    """Return the text of a page, and the words around its chapters."""
    words = _words(page, ids, _headline(cells), draft)
    words["more"] = [cell.piece.values["id"] for cell in cells if cell.piece.kind == "section"]
    text, _ = exporter().from_notebook_node(_notebook(cells, words))
    return text, words


@contextmanager
def _gathered(faults: list[str], draft: Draft | None) -> Iterator[None]:
    """Gather what is not proven of a preview; of any other page it is an error."""
    try:
        yield
    except OrphanNumberError as error:
        if not isinstance(draft, Preview):
            raise
        faults += error.numbers


def _cells(runs: Sequence[Run]) -> Iterator[_Cell]:
    """Yield the cells of the chapters that have a place in the briefing, in their order.

    A cell with the tag of the appendix stands there, in the section of its chapter.
    """
    remover = TagRemovePreprocessor(remove_cell_tags={ANALYST, STANDALONE}, enabled=True)
    for run in runs:
        notebook, _ = remover.preprocess(read_notebook(run.executed), {})
        for node in notebook.cells:
            outputs = [output.data for output in node.get("outputs", []) if "data" in output]
            found = [_piece(data) for data in outputs if "text/html" in data]
            if found:  # a cell that only makes a table shows nothing
                shown = join(*found) if len(found) > 1 else found[0]
                away = APPENDIX in node.metadata.get("tags", [])
                own, details = (join(), [shown]) if away else _apart(shown)
                yield from [_Cell(run.chapter.id, own)] if own else []
                yield from (_Cell("appendix", each, run.chapter.id) for each in details)


def _apart(shown: Piece) -> tuple[Piece, list[Piece]]:
    """Return what of a cell is read at once, and the sentences of it that are details."""
    every = list(single(shown))
    details = [each for each in every if each.values.get("style") == "detail"]
    kept = [each for each in every if each not in details]
    return (join(*kept) if len(kept) != 1 else kept[0]) if details else shown, details


def _piece(shown: Mapping[str, Any]) -> Piece:
    """Return the piece of an output; HTML of other making is taken as words."""
    found: Piece = (
        unpacked(shown[MIME]) if MIME in shown else piece("foreign", html=shown["text/html"])
    )
    return found


def _in_order(page: Page, cells: Sequence[_Cell]) -> Iterator[_Cell]:
    """Yield what is read at once, then the appendix: method, chapters, table."""
    yield from (cell for cell in cells if not cell.section)
    yield _Cell(page.chapter, page.heading())
    yield _Cell(page.chapter, appendix.method(page), "method")
    yield from (cell for cell in cells if cell.section)
    if page.briefing.edition is not None:
        yield _Cell(page.chapter, appendix.edition_table(page), "table")


def _folded(page: Page, cells: Sequence[_Cell]) -> Iterator[_Cell]:
    """Yield the cells, those of a section of the appendix as one that its title opens."""
    for (chapter, section), own in groupby(cells, attrgetter("chapter", "section")):
        inside = list(own)
        if section:
            pieces = [cell.piece for cell in inside]
            title = _section_title(page, section)
            inside = [_Cell(chapter, piece("section", id=section, title=title, pieces=pieces))]
        yield from inside


def _section_title(page: Page, section: str) -> Text:
    if section == "table":
        return page.text("appendix-table", edition=page.edition)
    if section in _OWN_SECTIONS:
        return page.text(_OWN_SECTIONS[section])
    return page.text("appendix-details", chapter=page.text(f"{section}-title", year=page.year))


def _rest(cells: Sequence[_Cell]) -> list[_Cell]:
    """Take out of a table of all the rest what the other pieces of the page tell and cite."""
    cited = {row for cell in cells for row in _cited(cell.piece)}
    return [
        replace(cell, piece=others(cell.piece, cited)) if cell.piece.kind == "rest" else cell
        for cell in cells
    ]


def _cited(piece: Piece) -> Iterator[str]:
    """Yield the rows of the data that a piece cites and so tells.

    The panels of the first page only point to what a chapter tells in full.
    """
    for each in single(piece):
        if each.kind not in ("rest", "panels"):
            marks = (part for part in told(each) if isinstance(part, Mark))
            yield from (row for mark in marks for row in mark.rows)


def _shrunk(page: Page, cells: Iterable[_Cell]) -> Iterator[_Cell]:
    """Yield the cells, and after all what sections of the chapters only say is not known.

    A chapter that knows nothing else says it itself; one whose cells all stand in the appendix
    has no place of its own.
    """
    everywhere: list[Text] = []
    for (chapter, section), own in groupby(cells, attrgetter("chapter", "section")):
        inside = list(own)
        stays, unknown = shrink([cell.piece for cell in inside])
        kept = list(compress(inside, stays))
        told = section or chapter == page.chapter or any(map(_speaks, kept))
        if unknown and not told:
            kept.append(_Cell(chapter, page.bullets("chapter-unknown", unknown, "missing")))
        else:
            everywhere += unknown
        yield from kept if told or unknown else ()
    if everywhere:
        listed = piece("bullets", title="", items=everywhere, style="missing")
        yield _Cell(page.chapter, listed, "unknown")


def _speaks(cell: _Cell) -> bool:
    return cell.piece.kind not in ("heading", "subheading")


def _pieces(cells: Iterable[_Cell]) -> list[tuple[str, Piece]]:
    return [(cell.chapter, cell.piece) for cell in cells]


def _whole(page: Page, ids: Sequence[str], cells: Sequence[_Cell]) -> list[_Cell]:
    """Return the cells with their sources numbered and listed, and what is away folded."""
    numbering = Numbering()
    numbered = [replace(cell, piece=numbering.numbered(cell.piece, cell.chapter)) for cell in cells]
    return list(_folded(page, [*numbered, *_sources(page, numbering, ids)]))


def _sources(page: Page, numbering: Numbering, ids: Sequence[str]) -> Iterator[_Cell]:
    """Yield the list of all sources, and that of the first page's own."""
    cited = numbering.cited
    page.cited = {source: one.places for source, one in cited.items()}
    back = {source: list(ways_back(one, ids)) for source, one in cited.items()}
    yield _Cell(page.chapter, page.source_list(back), "sources")
    first = [source for source, one in cited.items() if ids[0] in dict(one.marks)]
    if first:
        yield _Cell(ids[0], page.paper_sources(first))


def _notebook(cells: Sequence[_Cell], words: Mapping[str, object]) -> NotebookNode:
    """Return the cells as one notebook, each marked with its chapter."""
    joined: NotebookNode = nbformat.v4.new_notebook(metadata={"briefing": words})
    # As nbformat's own functions make them, which look up the schema for every cell and output.
    for place, cell in enumerate(cells):
        shown = {"data": {"text/html": cell.piece.__html__()}, "metadata": {}}
        output = {"output_type": "display_data", **shown}
        node = {"cell_type": "code", "source": "", "execution_count": None, "outputs": [output]}
        about = {"id": f"piece-{place}", "metadata": {"chapter": cell.chapter}}
        joined.cells.append(nbformat.from_dict({**node, **about}))
    return joined


def _title(page: Page, chapter: str) -> str:
    return str(page.language.say(f"{chapter}-title", province=page.name, year=page.year))


def _headline(cells: Sequence[_Cell]) -> str:
    """Return the words of the sentence that opens the briefing; empty if none does."""
    pieces = (each for cell in cells for each in single(cell.piece))
    leads = (each for each in pieces if each.values.get("style") == "lead")
    return next((str(each.values["text"]) for each in leads), "")


@cache
def exporter() -> TemplateExporter:
    """Return what writes a notebook of pieces as a page; its template is read once."""
    config = Config()
    # They would cut outputs, tidy streams and look at tags: there are none, the pieces are whole.
    config.TemplateExporter.default_preprocessors = []
    config.TemplateExporter.extra_template_basedirs = [str(Path(__file__).parents[1])]
    config.TemplateExporter.template_name = "template"
    config.TemplateExporter.template_file = "index.html.j2"
    return TemplateExporter(config=config)


def _words(page: Page, ids: Sequence[str], description: str, draft: Draft | None) -> dict[str, Any]:
    say, sheets = page.language.say, () if draft is None else ("draft",)
    named = bool(page.briefing.row["office_vi"])
    office = page.language.name(page.briefing.row, "office") if named else ""
    title = page.title
    as_of = str(say("briefing-as-of", as_of=page.language.date(page.briefing.as_of)))
    chapters = [{"id": each, "title": _title(page, each)} for each in ids]
    return {
        "kicker": str(say("briefing-kicker")),
        "contents": str(say("briefing-contents")),
        "skip": str(say("briefing-skip")),
        "foot": str(say("briefing-foot")),
        "back": str(say("briefing-back")),
        "details": str(say("briefing-details")),
        "lang": page.language.code,
        "title": title,
        "description": description,
        "office": str(say("briefing-office", office=office, province=page.name)) if named else "",
        "issued": str(
            say("briefing-issued", office=office, province=page.name)
            if named
            else say("briefing-gathered")
        ),
        "as_of": as_of,
        "day": page.briefing.as_of.isoformat(),
        "style": seal.FONTS + "\n" + fragments.page_style(*sheets) + _paper(title, as_of),
        "draft": None if draft is None else draft.words(page.language),
        "policy": seal.POLICY,
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

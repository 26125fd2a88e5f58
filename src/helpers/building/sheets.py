"""Page one alone: a handout of one A4 page and a slide of 16:9, made of the finished page."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from helpers.building import pdf
from helpers.exceptions import PrintError
from helpers.words.language import Language

#: Elements that are left out together.
_Block = list[Element]
#: So many key figures stay on a slide, whatever else has to go.
_FIGURES = 3
#: What a slide has of page one besides its headings; of what is new it has one line.
_SLID = ("dx-lead", "dx-decision", "dx-cards", "dx-paper", "dx-foot")
#: A column is no more than so many times as wide as its neighbours for the longer text it holds.
_WIDER = 1.8
#: How far a word may stand out before it is one that is cut, in pixels: rounding, no letter.
_SLACK = 0.5
#: How far it may before a column is too narrow for it.
_NARROW = 0.01
#: By which power of its type a page grows: lines do in both directions, what is no text in none.
_GROWTH = 1.5
#: Columns that share their width, in which a word that is too wide stands out, and such as are as
#: wide as their longest word: to measure the words takes as long as all the rest.
_SHARED = ":root { --dx-least: 0px } body { overflow-wrap: normal }"
_MEASURED = ":root { --dx-least: auto }"
#: With what each chapter begins.
_CHAPTER = '<section class="dx-chapter"'


@dataclass(frozen=True)
class _Type:
    """Sizes of type in points, from the smallest: of the body, and at the least of two others."""

    bodies: Sequence[float]
    lead: float
    source: float = 8

    def rules(self, body: float, apart: float = 0, rest: float = 0) -> str:
        """Return the sizes for a body, and the space between the blocks and before the sources.

        They are counted here: WeasyPrint takes no larger of two sizes from a style sheet.
        """
        lead, source = max(self.lead, 1.4 * body), max(self.source, 0.6 * body)
        return (
            f":root {{ font-size: {body}pt; --dx-lead: {lead:.2f}pt; --dx-source: {source:.2f}pt; "
            f"--dx-apart: {apart:.2f}px; --dx-rest: {rest:.2f}px }}"
        )


_HANDOUT = _Type([9, 9.5, 10, 10.5, 11, 11.5, 12, 12.5, 13], lead=12)
_SLIDE = _Type([14, 15, 16, 17, 18, 19, 20], lead=24)


def print_handout(text: str) -> bytes:
    """Print the masthead and the first chapter of a page on one A4 page, as PDF/UA-1.

    The type is the largest with which all of it fits: the body from 13 points down to 9, the
    sources never under 8. Nothing is left out; what does not fit so has the lines of each key
    figure, and the sources, run on as a paragraph instead of a list.

    Parameters
    ----------
    text : str
        The whole page; its first chapter is the page at a glance.

    Returns
    -------
    bytes
        The PDF. It says of itself what the page says, and is the same for the same page.

    Raises
    ------
    PrinterMissingError
        If there is no WeasyPrint, or no library for it.
    PrintError
        If it does not fit in its smallest type, or something would be missing on paper.
    """
    page = _PageOne.of(text, "handout", abreast=3)
    with pdf.no_fault():
        fitted = page.largest(_HANDOUT)
        if fitted is None:
            cards = _having(page.chapter, "dx-card")
            _run_on([lines for card in cards for lines in card.iter("ul")], " · ")
            _run_on(_having(page.chapter, "dx-sources"), " ")
            fitted = page.largest(_HANDOUT)
        if fitted is None:
            raise PrintError("the handout would not fit on one page, even in its smallest type")
        return pdf.write(fitted)


def print_slide(text: str) -> bytes:
    """Print what decides of the first chapter of a page on one slide of 16:9, as PDF/UA-1.

    That is the headline, the decision with its reservation, the first line of what is new since
    the last briefing, and the key figures. The type is the largest with which it fits: the body
    from 20 points down to 14, the headline never under 24, the sources never under 8. What does not
    fit at 14 is left out in whole blocks, one after the other and no more than need be: of each key
    figure, the lines that cite a source, but the first; what is new; the other such lines; the key
    figures after the third, the last one first. A source that nothing cites any more goes with what
    cited it, and the last line of the slide says that it is shortened.

    Parameters
    ----------
    text : str
        The whole page; its first chapter is the page at a glance.

    Returns
    -------
    bytes
        The PDF. It says of itself what the page says, and is the same for the same page.

    Raises
    ------
    PrinterMissingError
        If there is no WeasyPrint, or no library for it.
    PrintError
        If it does not fit even so, or something would be missing on paper.
    """
    page, least = _PageOne.of(text, "slide", abreast=6), _SLIDE.bodies[0]
    _name_in_masthead(page)
    _run_on(_having(page.chapter, "dx-sources"), " ")
    never = [block for block in [_unslid(page.chapter)] if block]
    blocks = [block for block in _droppable(page.chapter) if block]
    laid: dict[int, Any] = {}

    def fits_without(count: int) -> bool:
        page.leave_out([*never, *blocks[:count]])
        laid[count] = page.lay_out(_SLIDE.rules(least))
        return _is_whole(laid[count])

    with pdf.no_fault():
        count = bisect_left(range(len(blocks)), True, key=fits_without)
        page.leave_out([*never, *blocks[:count]])
        fitted = page.largest(_SLIDE, {least: laid[count]} if count in laid else {})
        if fitted is None:
            raise PrintError("the slide would not fit on one page, even shortened as far as can be")
        return pdf.write(fitted)


@dataclass(frozen=True)
class _PageOne:
    """The masthead and the first chapter of a page, as WeasyPrint reads them."""

    html: Any
    chapter: Element
    foot: Element
    abreast: int
    style: Any
    setting: Any

    @classmethod
    def of(cls, text: str, name: str, abreast: int) -> _PageOne:
        """Take page one out of a whole page.

        Parameters
        ----------
        text : str
            The whole page.
        name : str
            The kind of sheet; its style sheet is ``<name>.css``.
        abreast : int
            How many key figures stand beside each other.
        """
        weasyprint, html = pdf.find_printer(), pdf.open_page(_beginning(text))
        root = html.etree_element
        chapter = _alone(root)
        pdf.prepare(root)
        _unlink(chapter)
        setting = weasyprint.text.fonts.FontConfiguration()
        tables = "".join(text for table in chapter.iter("table") for text in table.itertext())
        own = _taken_style(root) + pdf.rules(tables, "paper.css", "sheet.css", f"{name}.css")
        style = weasyprint.CSS(string=own, font_config=setting)
        foot = SubElement(chapter, "p", {"class": "dx-foot"})
        page = cls(html, chapter, foot, abreast, style, setting)
        page.leave_out([])
        return page

    def leave_out(self, blocks: Sequence[_Block]) -> None:
        """Hide some blocks and what only they ask for, show all others, and say so at the foot."""
        for each in self.chapter.iter():
            each.attrib.pop("hidden", None)
        for each in (each for block in blocks for each in block):
            each.set("hidden", "")
        _tidy(self.chapter)
        language = Language(self.html.etree_element.get("lang"))
        self.foot.text = str(language.say("sheet-shortened" if blocks else "sheet-whole"))
        _set_columns(self.chapter, self.abreast)

    def lay_out(self, rules: str) -> Any:
        """Return the page in sizes of type.

        Only where a word is too wide for its column are the words of columns measured, which makes
        that one wider; where none is, it comes to the same.
        """
        laid = self._laid(rules + _SHARED)
        return self._laid(rules + _MEASURED) if _is_too_narrow(laid) else laid

    def _laid(self, rules: str) -> Any:
        sizes = pdf.find_printer().CSS(string=rules)
        return self.html.render(stylesheets=[self.style, sizes], font_config=self.setting)

    def largest(self, type_: _Type, known: Mapping[float, Any] | None = None) -> Any:
        """Return the page in the largest type that fits, spread over its sheet; None if none.

        Parameters
        ----------
        type_ : _Type
            The sizes to choose from.
        known : mapping of float to document, optional
            The page in the smallest body, if it was laid out already.
        """
        laid = dict(known or {})
        body = self._largest_body(type_, laid)
        if body is None:
            return None
        free = max(_free(laid[body]) - 1, 0)
        blocks = sum(_is(block, "dx-apart") for block in _shown(self.chapter))
        apart = min(body, free / (blocks + 1))
        spread = self.lay_out(type_.rules(body, apart, free - apart * blocks))
        return spread if _is_whole(spread) else laid[body]

    def _largest_body(self, type_: _Type, laid: dict[float, Any]) -> float | None:
        """Return the largest body that fits; how full one left its sheet tells which to try next.

        What was known of the smallest is where it begins: a slide that leaves something out at 14
        points seldom has room for more.
        """
        bodies = type_.bodies
        fits, over, at = -1, len(bodies), 0 if laid else len(bodies) // 2
        while over - fits > 1:
            body = bodies[at]
            if body not in laid:
                laid[body] = self.lay_out(type_.rules(body))
            fits, over = (at, over) if _is_whole(laid[body]) else (fits, at)
            likely = bisect_right(bodies, body / _taken(laid[body]) ** (1 / _GROWTH)) - 1
            at = min(max(likely, fits + 1), over - 1)
        return bodies[fits] if fits >= 0 else None


def _beginning(text: str) -> str:
    """Return a page up to its second chapter: to read the rest takes longer than to read this."""
    return _CHAPTER.join(text.split(_CHAPTER, 2)[:2])


def _alone(root: Element) -> Element:
    """Leave the masthead and the first chapter of a page, and return the chapter."""
    body = next(root.iter("body"))
    main = body.find("main")
    chapter = None if main is None else main.find("section")
    if main is None or chapter is None:
        raise PrintError("the page has no first chapter to make a sheet of")
    for parent, kept in ((main, {chapter}), (body, {main, *body.iter("header")})):
        for child in set(parent) - kept:
            parent.remove(child)
    return chapter


def _unlink(chapter: Element) -> None:
    """Make links to other places of the page plain text: on the sheet they lead nowhere."""
    for link in list(chapter.iter("a")):
        if link.get("href", "").startswith("#"):
            link.tag, link.attrib = "span", {}


def _taken_style(root: Element) -> str:
    """Take its style out of a page: it would be read again for every size of type."""
    head = next(root.iter("head"))
    styles = head.findall("style")
    for style in styles:
        head.remove(style)
    return "".join(style.text or "" for style in styles)


def _is_whole(document: Any) -> bool:
    """Say whether everything is on one page, and no word stands out of it."""
    first, *others = (page._page_box for page in document.pages)
    right = first.content_box_x() + first.width + _SLACK
    words = (box for box in first.descendants() if getattr(box, "text", None))
    return not others and all(word.position_x + word.width <= right for word in words)


def _is_too_narrow(document: Any) -> bool:
    """Say whether a word stands out of the block that it is in."""
    boxes = (box for page in document.pages for box in page._page_box.descendants())
    return any(_stands_out(line, box) for box in boxes for line in getattr(box, "children", ()))


def _stands_out(line: Any, block: Any) -> bool:
    if type(line).__name__ != "LineBox":
        return False
    words = [box for box in line.descendants() if getattr(box, "text", None)]
    begins = min((word.position_x for word in words), default=0)
    ends = max((word.position_x + word.width for word in words), default=0)
    return bool(ends - begins > block.width + _NARROW)


def _taken(document: Any) -> float:
    """Return how many times the height of a sheet a page takes."""
    return float(len(document.pages) - _free(document) / document.pages[-1]._page_box.height)


def _free(document: Any) -> float:
    """Return the height that a page leaves at its end, in pixels."""
    sheet = document.pages[-1]._page_box
    (root,) = (child for child in sheet.children if child.element_tag == "html")
    return float(sheet.content_box_y() + sheet.height - root.position_y - root.margin_height())


def _name_in_masthead(page: _PageOne) -> None:
    """Put the heading of the chapter beside that of the page."""
    for masthead in page.html.etree_element.iter("header"):
        for heading in page.chapter.findall("h2")[:1]:
            page.chapter.remove(heading)
            masthead.append(heading)


def _run_on(lists: Sequence[Element], between: str) -> None:
    """Make a paragraph of each of some lists."""
    for items in lists:
        for item in items.iter():
            item.tag = "span" if item.tag in {"li", "p"} else item.tag
        for item in items[:-1]:
            item.tail = between
        items.tag = "p"
        items.set("class", f"{items.get('class', '')} dx-run".strip())


def _set_columns(chapter: Element, abreast: int) -> None:
    """Give columns the widths that their texts ask for, and mark the blocks that stand apart."""
    for grid in _having(chapter, "dx-panels"):
        lengths = [_length(column) for column in grid]
        widths = (max(length / max(lengths), 1 / _WIDER) for length in lengths)
        shares = " ".join(f"minmax(var(--dx-least), {width:.2f}fr)" for width in widths)
        grid.set("style", f"grid-template-columns: {shares}")
    for grid in _having(chapter, "dx-cards"):
        _set_rows(grid, abreast)
    for before, block in pairwise(_shown(chapter)):
        kinds = set(block.get("class", "").split()) - {"dx-apart"}
        together = before.tag in {"h2", "h3"} or before.tag == block.tag == "p"
        block.set("class", " ".join(sorted(kinds | (set() if together else {"dx-apart"}))))


def _set_rows(grid: Element, abreast: int) -> None:
    """Set cards in rows as even as can be, each row as wide as the page."""
    cards = _shown(grid)
    rows = math.ceil(len(cards) / abreast)
    sizes = [len(cards) // rows + (row < len(cards) % rows) for row in range(rows)]
    tracks = math.lcm(*sizes)
    grid.set("style", f"grid-template-columns: repeat({tracks}, minmax(var(--dx-least), 1fr))")
    spans = (tracks // size for size in sizes for _ in range(size))
    for card, span in zip(cards, spans, strict=True):
        card.set("style", f"grid-column: span {span}")


def _unslid(chapter: Element) -> _Block:
    """Return what no slide has: blocks of other kinds, and the later lines of what is new."""
    others = [
        block
        for block in chapter
        if block.tag not in {"h2", "h3"} and not _is(block, *_SLID) and not _is_new(block)
    ]
    heads = [head for head, first in pairwise(chapter) if head.tag == "h3" and first in others]
    lines = (list(block.iter("li")) for block in chapter if _is_new(block))
    return [*others, *heads, *(line for each in lines for line in each[1:])]


def _is_new(block: Element) -> bool:
    """Say whether a block is what is new since the last briefing."""
    return bool(_having(block, "dx-since"))


def _droppable(chapter: Element) -> Iterator[_Block]:
    """Yield what a slide can do without, the least needed first."""
    lines = [_cited_lines(card) for card in _having(chapter, "dx-card")]
    yield [line for each in lines for line in each[1:]]
    yield [block for block in chapter if _is_new(block)]
    yield [line for each in lines for line in each[:1]]
    for grid in _having(chapter, "dx-cards"):
        yield from ([card] for card in reversed(grid[_FIGURES:]))


def _cited_lines(card: Element) -> _Block:
    """Return the lines of a key figure that cite a source; others say of when and of what it is."""
    return [line for line in card.iter("li") if _having(line, "dx-mark")]


def _tidy(chapter: Element) -> None:
    """Hide what is left of hidden blocks: empty lists, headings of nothing, sources uncited."""
    for lines in (each for card in _having(chapter, "dx-card") for each in card.iter("ul")):
        if not _shown(lines):
            lines.set("hidden", "")
    for before, after in pairwise(_shown(chapter)):
        if before.tag == "h3" and (after.tag == "h3" or _is(after, "dx-paper", "dx-foot")):
            before.set("hidden", "")
    cited = set(_marks(chapter))
    for listed in _having(chapter, "dx-sources"):
        for source in listed:
            number = "".join(source.itertext()).split(maxsplit=1)[0]
            if number.startswith("[") and number not in cited:
                source.set("hidden", "")


def _marks(element: Element) -> Iterator[str]:
    """Yield the marks of sources that are shown inside an element."""
    for child in _shown(element):
        if _is(child, "dx-mark"):
            yield "".join(child.itertext())
        yield from _marks(child)


def _length(element: Element) -> int:
    """Return how many characters an element shows."""
    inside = sum(_length(child) + len(child.tail or "") for child in _shown(element))
    return len(element.text or "") + inside


def _shown(element: Element) -> list[Element]:
    return [child for child in element if child.get("hidden") is None]


def _having(element: Element, *kinds: str) -> list[Element]:
    """Return the elements inside another that have one of some classes, in their order."""
    return [each for each in element.iter() if _is(each, *kinds)]


def _is(element: Element, *kinds: str) -> bool:
    return not set(kinds).isdisjoint(element.get("class", "").split())

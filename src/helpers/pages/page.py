"""One chapter as it is written: the briefing it belongs to, its language and its source marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from helpers.analysis import dti
from helpers.pages import html
from helpers.pages.briefing import Briefing
from helpers.pages.citing import Citation, cite, cite_score
from helpers.pages.html import Html
from helpers.store import data, mergers, parameters
from helpers.words.language import Language

if TYPE_CHECKING:
    from helpers.drawing.charts import Painter


@dataclass
class Page:
    """What a chapter needs to speak.

    Parameters
    ----------
    chapter : str
        The chapter's name, such as ``dti_position``; its messages start with it.
    briefing : Briefing
        What was known of the province by the as-of date, and what follows from it.
    language : Language
        The language of every sentence and number.
    cited : dict of str to list of str
        Sources in the order in which they were first cited, with the places that were cited.
    """

    chapter: str
    briefing: Briefing
    language: Language
    cited: dict[str, list[str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The province's name in the page's language."""
        return self.province_name(self.briefing.province)

    def province_name(self, province: str) -> str:
        """Return a province's name in the page's language.

        On the page of a unit that a merger made, a former province says until when it was one if a
        unit of today has its name.
        """
        return self._names["provinces", province]

    def component_name(self, component: str) -> str:
        """Return the name of a DTI component in the page's language."""
        return self._names["dti_components", component]

    @cached_property
    def _names(self) -> dict[tuple[str, str], str]:
        keys = {"provinces": "province", "dti_components": "component"}
        names = {
            (table, row[key]): self.language.name(row)
            for table, key in keys.items()
            for _, row in self.briefing.data[table].iterrows()
        }
        return names | dict(self._told_apart())

    def _told_apart(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Yield the names of former provinces that units of today have, where both are shown."""
        provinces = self.briefing.data["provinces"]
        if not mergers.predecessors_of(provinces, self.briefing.province):
            return
        former = mergers.former_namesakes(provinces, mergers.last_day(self.briefing.year))
        for _, row in former.iterrows():
            values = {"name": self.language.name(row), "year": str(row["valid_until"].year)}
            name = self.language.say("province-until", **values)
            yield ("provinces", row["province"]), str(name)

    @cached_property
    def _sources(self) -> pd.DataFrame:
        return self.briefing.data["sources"].set_index("source")

    @property
    def title(self) -> str:
        """The briefing's title in the page's language."""
        title = self.language.name(self.briefing.row, "title")
        return title.replace(data.PROVINCE_IN_TITLE, self.name)

    def score_source(self, province: str, *components: str) -> list[Citation]:
        """Return where scores and ranks of the newest edition are published; the total's alone."""
        found = [
            citation
            for component in components or (dti.TOTAL,)
            for citation in self._score_sources.get((province, component), ())
        ]
        return sorted(found, key=lambda citation: citation.second)

    def scores_source(self, provinces: Iterable[str], *components: str) -> list[Citation]:
        """Return where scores and ranks of several provinces are published."""
        return [each for name in provinces for each in self.score_source(name, *components)]

    @property
    def total_and_parts(self) -> tuple[str, ...]:
        """The newest edition's total and the parts it is the sum of."""
        return (dti.TOTAL, *self.briefing.breakdown.weights.index)

    @cached_property
    def _score_sources(self) -> dict[tuple[str, str], list[Citation]]:
        rows = self.briefing.edition.scores.iterrows()
        return {(row["province"], row["component"]): cite_score(row) for _, row in rows}

    def edition_source(self) -> list[Citation]:
        """Return where the newest edition's table as a whole is published."""
        return cite(self.briefing.edition_row, locator="table")

    def short_names(self, rows: pd.DataFrame) -> str:
        """Return the short names of agenda items as one list within a sentence."""
        return ", ".join(self.language.name(row, "short").lower() for _, row in rows.iterrows())

    def mark(self, citations: Iterable[Citation]) -> Markup:
        """Return source marks, one a source, each a link to the list of sources."""
        cited: dict[str, list[Citation]] = {}
        for citation in citations:
            cited.setdefault(citation.source, []).append(citation)
            places = self.cited.setdefault(citation.source, [])
            if citation.locator and citation.locator not in places:
                places.append(citation.locator)
        return Markup("").join(self._one_mark(source, each) for source, each in cited.items())

    def _one_mark(self, source: str, citations: Sequence[Citation]) -> Markup:
        title = self._sources.loc[source, "title"]
        place = citations[0].locator
        words = [title, self.language.locator(place)]
        return html.render(
            "mark",
            source=source,
            place=place,
            rows=" ".join(dict.fromkeys(each.row for each in citations if each.row)),
            label=", ".join(word for word in words if word),
            number=list(self.cited).index(source) + 1,
        ).markup

    def _places(self, source: str) -> str:
        return "; ".join(self.language.locator(place) for place in self.cited[source])

    def value(self, row: pd.Series) -> str:
        """Return a result's value as it is written: number, unit and qualifier."""
        unit = self.briefing.indicator(row["indicator"])["unit"]
        return self.language.quantity(row["value"], unit, row["qualifier"], row["base"])

    def text(self, message: str, cite: Iterable[Citation] = (), **values: object) -> Markup:
        """Return a sentence followed by its source marks, as inline markup."""
        return self.language.say(message, **values) + self.mark(cite)

    def item(self, row: pd.Series) -> Markup:
        """Return what an item of the agenda says, with its source mark."""
        return self.text("item", cite(row), text=self.language.name(row, "text"))

    def say(
        self, message: str, cite: Iterable[Citation] = (), style: str = "", **values: object
    ) -> Html:
        """Return a sentence as a paragraph.

        Parameters
        ----------
        message : str
            The message's name.
        cite : iterable of Citation
            Where its figures come from.
        style : str
            ``lead`` for the one that opens a chapter, ``note`` for a caution.
        **values : int or str
            What the sentence names; see :meth:`Language.say`.
        """
        return html.render("paragraph", text=self.text(message, cite, **values), style=style)

    def unknown(self, message: str, cite: Iterable[Citation] = (), **values: object) -> Html:
        """Return the sentence that something is not known.

        A section of the briefing that knows nothing shrinks to such sentences
        (:mod:`helpers.shrinking`).
        """
        return self.say(message, cite, "unknown", **values)

    def heading(self) -> Html:
        """Return the chapter's heading."""
        name = self.chapter.replace("_", "-")
        title = self.language.say(f"{name}-title", year=str(self.briefing.year))
        return html.render("heading", id=name, title=title)

    def subheading(self, message: str, **values: object) -> Html:
        """Return a heading within the chapter."""
        return html.render("subheading", title=self.language.say(message, **values))

    def bullets(self, title: str, items: Sequence[Markup], style: str = "") -> Html:
        """Return a titled list."""
        return html.render("bullets", title=self.language.say(title), items=items, style=style)

    def figure(
        self,
        name: str,
        painter: Painter,
        table: Html,
        cite: Iterable[Citation],
        **values: object,
    ) -> Html:
        """Return a chart with its two titles, its text alternative, its sources and its data.

        Parameters
        ----------
        name : str
            The chart's name: the messages ``<name>-title``, ``<name>-subtitle`` and
            ``<name>-description`` are its words.
        painter : callable
            What :mod:`helpers.charts` returns.
        table : Html
            The data of the chart.
        cite : iterable of Citation
            Where the data come from.
        **values : int or str
            What the three messages name.
        """
        from helpers.drawing import svg  # noqa: PLC0415  a chapter without charts never loads matplotlib

        words = {
            part: self.language.say(f"{name}-{part}", **values)
            for part in ("title", "subtitle", "description")
        }
        drawing = svg.draw(name, words["title"], words["description"], painter)
        return html.render(
            "figure",
            name=name,
            title=words["title"],
            subtitle=words["subtitle"],
            drawing=drawing,
            source=self._source_line(cite),
            data_title=self.language.say("figure-data"),
            table=table,
        )

    def table(
        self,
        frame: pd.DataFrame,
        caption: str,
        highlight: Sequence[bool] = (),
        stacked: bool = False,
        cite: Iterable[Citation] = (),
    ) -> Html:
        """Return a table whose cells are already in the page's language.

        Parameters
        ----------
        frame : DataFrame
            Text or markup; the first column heads the rows. A column's name is text, or the name
            of a message ``column-…``.
        caption : str
            What the table shows.
        highlight : sequence of bool
            Which rows to set off.
        stacked : bool
            Whether a phone shows each row as a block: for tables of sentences, not of numbers.
        cite : iterable of Citation
            Where its figures come from, if neither its rows nor its chart say so.
        """
        marked = list(highlight) or [False] * len(frame)
        rows = list(zip(frame.to_numpy().tolist(), marked, strict=True))
        columns = [self._column(name) for name in frame.columns]
        source = self._source_line(cite)
        values = {"rows": rows, "caption": caption, "stacked": stacked, "source": source}
        return html.render("table", columns=columns, **values)

    def _source_line(self, cite: Iterable[Citation]) -> Markup:
        """Name the first source and mark them all; nothing where nothing is cited."""
        citations = list(cite)
        if not citations:
            return Markup()
        first = self._sources.loc[citations[0].source]
        title = Markup("<span{}>{}</span>").format(self._foreign(first), first["title"])
        others = len({each.source for each in citations}) - 1
        values: dict[str, object] = {"title": title}
        values |= {"count": others} if others else {}
        message = "figure-sources" if others else "figure-source"
        return self.text(message, citations, **values)

    def _foreign(self, source: pd.Series) -> Markup:
        """Return the attribute of a title in another language than the page's."""
        if source["language"] == self.language.code:
            return Markup()
        return Markup(' lang="{}"').format(source["language"])

    def folded(
        self,
        frame: pd.DataFrame,
        caption: str,
        highlight: Sequence[bool] = (),
        cite: Iterable[Citation] = (),
    ) -> Html:
        """Return a table under a line that opens it; see :meth:`table`."""
        table = self.table(frame, caption, highlight, cite=cite)
        return html.render("folded", caption=caption, table=table)

    def _column(self, name: str) -> str:
        return self.language.say(name) if name.startswith("column-") else name

    def or_unknown(self, score: float) -> str:
        """Return a score as it is written, or that it is not published."""
        missing = pd.isna(score)
        return (
            str(self.language.say("value-not-published")) if missing else self.language.score(score)
        )

    def or_none(self, value: object, write: Callable[..., str] = str) -> str:
        """Return a value as it is written, or a dash where there is none."""
        return str(self.language.say("value-none")) if pd.isna(value) else write(value)

    def sources(self) -> Html:
        """Return the list of cited sources and the style, for a chapter read on its own."""
        style = Markup(html.notebook_style())
        title = self.language.say("sources-title")
        return html.render("standalone", style=style, title=title, sources=self.source_list())

    def cited_sources(self) -> pd.DataFrame:
        """Return the rows of the cited sources in the order of their numbers.

        Returns
        -------
        DataFrame
            Columns of ``sources``, the publisher in the page's language.
        """
        rows = self._sources.loc[list(self.cited)].reset_index()
        vietnamese = self.language.code == "vi"
        return rows if vietnamese else rows.assign(publisher=rows["publisher_en"])

    def source_list(self, back: Mapping[str, Sequence[tuple[str, str]]] | None = None) -> Html:
        """Return the cited sources in the order of their numbers.

        Parameters
        ----------
        back : mapping, optional
            For each source the marks that lead to it: place as a reader counts, and id.
        """
        sources = [self._source(row, back or {}) for _, row in self.cited_sources().iterrows()]
        back_title = self.language.say("sources-back")
        return html.render("sources", sources=sources, anchored=True, back_title=back_title)

    def _source(
        self, row: pd.Series, back: Mapping[str, Sequence[tuple[str, str]]]
    ) -> dict[str, object]:
        return {
            "id": row["source"],
            "title": row["title"],
            "foreign": self._foreign(row),
            "publisher": row["publisher"],
            "date": self.language.published(row["published"]),
            "url": row["url"],
            "places": self._places(row["source"]),
            "back": back.get(row["source"], ()),
        }

    def paper_sources(self, wanted: Iterable[str]) -> Html:
        """Return the sources of one printed page, by the numbers they have in the whole briefing.

        Parameters
        ----------
        wanted : iterable of str
            The ids of the sources that the page cites.
        """
        numbers = {source: place for place, source in enumerate(self.cited, start=1)}
        rows = self.cited_sources().set_index("source", drop=False).loc[list(wanted)]
        sources = [self._source(row, {}) | {"number": numbers[row["source"]]}
                   for _, row in rows.iterrows()]  # fmt: skip
        listed = html.render("sources", sources=sources, anchored=False)
        title = self.language.say("sources-of-page")
        return html.render("paper", title=title, sources=listed)


def open_chapter(chapter: str, year: int, province: str, lang: str) -> Page:
    """Open a chapter: check its parameters and take the data of its as-of date.

    Parameters
    ----------
    chapter : str
        The chapter's name: its notebook's name without number and ending.
    year, province, lang : int, str, str
        The notebook's parameters.

    Raises
    ------
    ParameterError
        If a parameter has no such value.
    """
    package = data.load()
    chosen = parameters.check(package, {"year": year, "province": province, "lang": lang})
    briefing = Briefing.of(package, chosen.year, chosen.province)
    return Page(chapter, briefing, Language(chosen.lang))

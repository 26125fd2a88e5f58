"""One chapter as it is written: the briefing it belongs to, its language and its source marks."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.analysis import dti, gaps
from helpers.analysis.dti import Standing
from helpers.analysis.results import MEAN
from helpers.exceptions import BriefingError
from helpers.pages import pieces, readable
from helpers.pages.briefing import Briefing, opened
from helpers.pages.citing import Citation, behind_scores, cite, cite_all, cite_score
from helpers.pages.pieces import Piece, piece
from helpers.pages.readable import Table
from helpers.pages.values import counted, held, of, role_of, setting
from helpers.store import data, mergers, parameters
from helpers.store.characters import is_address
from helpers.store.frames import RowsBy, row_at
from helpers.store.units import Units
from helpers.upkeep import schema
from helpers.words.language import LANGUAGES, Language, Said
from helpers.words.refusals import instead, refused, unknown
from helpers.words.told import (
    Figure,
    Mark,
    Name,
    Origin,
    Telling,
    Text,
    Value,
    joined,
    text,
)

if TYPE_CHECKING:
    import numpy as np

    from helpers.drawing.svg import Painter
    from helpers.pages.own_chart import Drawable

#: A cell of a table: told, or plain words.
Cell = Telling | Value


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

    def __repr__(self) -> str:
        """Return what the page is on, in one line; :class:`Briefing` says the rest."""
        here, lang = self.briefing, self.language.code
        try:
            return f"<Page {self.chapter}: {self.name} {here.year} ({lang}), {here.known}>"
        except Exception:  # What is shown of a page must never hide the page.
            return f"<Page {self.chapter} ({lang})>"

    @property
    def year(self) -> Figure:
        """The reporting year."""
        return self.write(held(self.briefing.row, "year"), "year")

    @property
    def edition(self) -> Figure:
        """The newest DTI edition that the briefing may cite."""
        return self.write(held(self.briefing.edition_row, "edition"), "year")

    @property
    def ranked(self) -> Value:
        """How many provinces that edition ranks."""
        return held(self.briefing.edition_row, "provinces_ranked")

    @property
    def sources_read(self) -> Value:
        """How many sources had been read by the as-of date."""
        return counted("sources-read", self.briefing.data["sources"])

    @property
    def name(self) -> Text:
        """The province's name in the page's language."""
        return self.province_name(self.briefing.province)

    def province_name(self, province: str) -> Text:
        """Return a province's name in the page's language.

        On the page of a unit that a merger made, a former province says until when it was one if a
        unit of today has its name.

        Raises
        ------
        ParameterError
            If there is no such province, with the nearest id; a name will do for an id.
        """
        if ("provinces", province) not in self._names:
            province = Units.known_to(self.briefing.data, self.briefing.year).find(province)
        return self._names["provinces", province]

    def component_name(self, component: str) -> Text:
        """Return the name of a DTI component in the page's language."""
        return self._name("dti_components", component, "component")

    def part_name(self, part: str) -> Text:
        """Return the name of a part of a gap: a component's, or of what is left beside them."""
        if part == gaps.ROUNDING:
            return self.text("gap-rounding")
        return self.text("gap-rest") if part == gaps.REST else self.component_name(part)

    def indicator_name(self, indicator: str) -> Text:
        """Return the name of an indicator in the page's language."""
        return self._name("indicators", indicator, "indicator")

    def measure_name(self, row: pd.Series) -> Text:
        """Return the name of what a result measures: the former one if it was renamed since."""
        indicator = self.briefing.indicator(row["indicator"])
        renamed = indicator["renamed_in"]
        if pd.notna(renamed) and int(row["period"][:4]) < renamed:
            return text(self.named(indicator, "former_name"))
        return self.indicator_name(row["indicator"])

    def _name(self, table: str, wanted: str, what: str) -> Text:
        if (table, wanted) not in self._names:
            known = [each for of, each in self._names if of == table]
            raise unknown(what, wanted, instead(wanted, known, f"data/{table}.csv"))
        return self._names[table, wanted]

    def at(self, result: object, place: str) -> Text:
        """Return the name of what a computation's result names at a place: ``above.province``."""
        name, role = role_of(result, place)
        known = self.component_name if place.endswith("component") else self.province_name
        return known(name).in_role(role)

    def readable(self, table: Table) -> Table:
        """Return a table of the analysis with names in the page's language for ids.

        Parameters
        ----------
        table : DataFrame or Series
            Ids of provinces, components and indicators may stand in its cells, its index and, if
            its columns as a whole have a name, as in a pivoted table, their names; as well the
            mean that a province is held against.
        """
        return readable.named(table, self._word)

    def _word(self, each: Any, column: Hashable) -> Any:
        """Return the name of an id; a split of a gap leaves the province of a mean empty."""
        if each == "" and column == "province":
            each = gaps.MEAN
        return str(self.names[each]) if isinstance(each, str) and each in self.names else each

    def some(self, table: Table) -> Table:
        """Return a table of the analysis if there is anything in it.

        Parameters
        ----------
        table : DataFrame or Series
            Rows of what was known by the as-of date.

        Raises
        ------
        ParameterError
            If there is nothing, in one line: nothing of it was known on that day.
        """
        if not table.empty:
            return table
        day = {code: Language(code).date(self.briefing.as_of) for code in LANGUAGES}
        raise refused("error-none-known", day=day, year=str(self.briefing.year))

    def chart(  # noqa: PLR0913  what a chart must say is asked for by name
        self,
        drawn: Drawable,
        *,
        title: Telling,
        subtitle: Telling,
        description: Telling,
        data: pd.DataFrame | pd.Series,
        cite: Iterable[Citation] | pd.DataFrame = (),
    ) -> Piece:
        """Return a chart of one's own; see :func:`helpers.pages.own_chart.chart`."""
        from helpers.pages.own_chart import chart  # noqa: PLC0415  needs matplotlib

        words = {"title": title, "subtitle": subtitle, "description": description}
        return chart(self, drawn, words, data, cite)

    def rank(self, province: str | None = None, component: str = dti.TOTAL) -> Value:
        """Return a rank of the newest edition: the province's own in total if not said.

        Raises
        ------
        ParameterError
            If there is no such province (a name will do for an id) or component, or no such rank.
        """
        return held(self._score_row(province, component, "rank"), "rank")

    def score(
        self, province: str | None = None, component: str = dti.TOTAL, style: str = "score"
    ) -> Figure:
        """Return a score of the newest edition as it is written; see :meth:`rank`.

        In a sentence the style is ``points``: the official scale of a thousand.
        """
        return self.write(held(self._score_row(province, component, "score"), "score"), style)

    def _score_row(self, province: str | None, component: str, column: str) -> pd.Series:
        edition = self.briefing.latest
        found = edition.find(province or self.briefing.province)
        row = self.score_rows.get((found, edition.find_component(component)))
        if row is not None and pd.notna(row[column]):
            return row
        raise refused(
            "error-not-scored",
            what=column,
            name=str(self.province_name(found)),
            component=str(self.component_name(component)),
            edition=str(edition),
        )

    def mean(self, here: Standing, style: str = "score") -> Figure:
        """Return the mean of all provinces: as published, or computed where all are known."""
        published = here.published < here.ranked
        mean = held(self.briefing.edition_row, "mean_total") if published else of(here, "mean")
        return self.write(mean, style)

    @cached_property
    def score_rows(self) -> Mapping[tuple[str, str], pd.Series]:
        """The rows of the newest edition, published or computed, by province and component."""
        return RowsBy(self.briefing.latest.scores, "province", "component")

    @cached_property
    def names(self) -> dict[str, Text]:
        """The names of provinces, components and indicators, and that of a mean, by id."""
        named = {each: name for (_, each), name in self._names.items()}
        return {**named, gaps.MEAN: self.language.say("mean-of-provinces")}

    @cached_property
    def _names(self) -> dict[tuple[str, str], Text]:
        keys = {"provinces": "province", "dti_components": "component", "indicators": "indicator"}
        columns = [f"name_{self.language.code}", "row"]
        names = {
            (table, each): text(Name(str(name), Origin(row, "name")))
            for table, key in keys.items()
            for each, name, row in zip(
                *(self.briefing.data[table][column] for column in (key, *columns)), strict=True
            )
        }
        return names | dict(self._told_apart())

    def _told_apart(self) -> Iterator[tuple[tuple[str, str], Text]]:
        """Yield the names of former provinces that units of today have, where both are shown."""
        provinces = self.briefing.data["provinces"]
        if not mergers.predecessors_of(provinces, self.briefing.province):
            return
        former = mergers.former_namesakes(provinces, mergers.last_day(self.briefing.year))
        for _, row in former.iterrows():
            last = Value(row["valid_until"].year, Origin(row["row"], "valid_until"))
            values: dict[str, Said] = {"name": self.named(row), "year": self.write(last, "year")}
            yield ("provinces", row["province"]), self.language.say("province-until", **values)

    @cached_property
    def _sources(self) -> pd.DataFrame:
        return self.briefing.data["sources"].set_index("source")

    @property
    def title(self) -> str:
        """The briefing's title in the page's language."""
        title = self.language.name(self.briefing.row, "title")
        return title.replace(data.PROVINCE_IN_TITLE, str(self.name))

    def write(self, value: Value, style: str = "integer") -> Figure:
        """Return a number as the page's language writes it; see :meth:`Language.written`."""
        return self.language.written(value, style)

    def or_none(self, row: pd.Series, column: str, style: str = "integer") -> Figure | Text:
        """Return the number in a column of a row as it is written, or a dash if there is none."""
        if pd.isna(row[column]):
            return self.language.say("value-none")
        return self.write(held(row, column), style)

    def or_unknown(self, row: pd.Series, column: str = "score") -> Figure | Text:
        """Return a score of a row as it is written, or that it is not published."""
        if pd.isna(row[column]):
            return self.language.say("value-not-published")
        return self.write(held(row, column), "score")

    def named(self, row: pd.Series, field: str = "name") -> Name:
        """Return what a row of the data says in the page's language, such as its name."""
        return Name(self.language.name(row, field), Origin(row["row"], field))

    def date(self, row: pd.Series, column: str) -> Name:
        """Return a day of a row of the data as it is written."""
        return Name(self.language.date(row[column].date()), Origin(row["row"], column))

    def period(self, row: pd.Series) -> Name:
        """Return the period of a result as it is written: “2021”, “before 25 October 2021”."""
        words = self.language.period(row["period"], row["timing"])
        return Name(words, Origin(row["row"], "period"))

    def is_of_the_year(self, row: pd.Series) -> bool:
        """Say whether a result is that of the whole reporting year."""
        return bool(row["timing"] == "during" and row["period"] == str(self.briefing.year))

    def span(self, row: pd.Series) -> Name:
        """Return the period of a result without its timing: “2021”, “September 2022”."""
        return Name(self.language.span(row["period"]), Origin(row["row"], "span"))

    def classed(self, row: pd.Series) -> Text:
        """Return a result's value with the class of service that its indicator counts."""
        return self.language.say("value-of-class", value=self.value(row), name=self.class_of(row))

    def class_of(self, row: pd.Series) -> Name:
        """Return the class of service that a result's indicator counts: “level 3-4”."""
        return self.named(self.briefing.indicator(row["indicator"]), "class")

    def value(self, row: pd.Series) -> Text:
        """Return a result's value as it is written: number, unit, qualifier; if derived, so."""
        unit = self.briefing.indicator(row["indicator"])["unit"]
        base = None if pd.isna(row["base"]) else held(row, "base")
        written = self.language.quantity(held(row, "value"), unit, row["qualifier"], base)
        return self.derived(row, written)

    def derived(self, row: pd.Series, written: Text) -> Text:
        """Return a value as it is written, and that it is derived where its row says so."""
        if row.get("basis") != "derived":
            return written
        return self.language.say("value-derived", value=written)

    def short_names(self, rows: pd.DataFrame) -> Text:
        """Return the short names of agenda items as one list within a sentence."""
        return joined(", ", [self.named(row, "short").lower() for _, row in rows.iterrows()])

    def score_source(self, province: str, *components: str) -> list[Citation]:
        """Return where scores and ranks of the newest edition are published; the total's alone."""
        found = [
            citation
            for component in components or (dti.TOTAL,)
            for citation in self._score_source(province, component)
        ]
        return sorted(found, key=lambda citation: citation.second)

    def scores_source(self, provinces: Iterable[str], *components: str) -> list[Citation]:
        """Return where scores and ranks of several provinces are published."""
        return [each for name in provinces for each in self.score_source(name, *components)]

    @property
    def total_and_parts(self) -> tuple[str, ...]:
        """The newest edition's total and the parts it is the sum of."""
        return (dti.TOTAL, *self.briefing.known_edition.breakdown.weights.index)

    def _score_source(self, province: str, component: str) -> list[Citation]:
        place = province, component
        if place not in self._score_sources:
            row = self.score_rows.get(place)
            self._score_sources[place] = [] if row is None else cite_score(row, self._behind)
        return self._score_sources[place]

    @cached_property
    def _behind(self) -> dict[str, list[Citation]]:
        return behind_scores(self.briefing.latest)

    @cached_property
    def _score_sources(self) -> dict[tuple[str, str], list[Citation]]:
        return {}

    def edition_source(self) -> list[Citation]:
        """Return where the newest edition's table and the mean of its totals are published."""
        known, row = self.briefing.data["results"], self.briefing.edition_row
        means = known[(known["indicator"] == MEAN) & (known["period"] == str(row["edition"]))]
        same = means[means["source"] == row["source"]].assign(locator="table")
        return [*cite(row, locator="table"), *cite_all(same)]

    def mark(self, citations: Iterable[Citation]) -> Text:
        """Return source marks, one a source, each a link to the list of sources."""
        cited: dict[str, list[Citation]] = {}
        for citation in citations:
            cited.setdefault(citation.source, []).append(citation)
            places = self.cited.setdefault(citation.source, [])
            if citation.locator and citation.locator not in places:
                places.append(citation.locator)
        return Text(tuple(self._one_mark(source, each) for source, each in cited.items()))

    def _one_mark(self, source: str, citations: Sequence[Citation]) -> Mark:
        place = citations[0].locator
        words = [row_at(self._sources, source)["title"], self.language.locator(place)]
        rows = tuple(dict.fromkeys(each.row for each in citations if each.row))
        label = ", ".join(word for word in words if word)
        return Mark(source, place, rows, label, list(self.cited).index(source) + 1)

    def text(self, message: str, cite: Iterable[Citation] = (), /, **values: Said) -> Text:
        """Return a sentence, followed by its source marks where it cites anything."""
        return self.language.say(message, **values) + self.mark(cite)

    def item(self, row: pd.Series) -> Text:
        """Return what an item of the agenda says, with its source mark."""
        return self.text("item", cite(row), text=self.named(row, "text"))

    def say(self, message: str, cite: Iterable[Citation] = (), /, **values: Said) -> Piece:
        """Return a sentence as a paragraph.

        Parameters
        ----------
        message : str
            The message's name.
        cite : iterable of Citation
            Where its figures come from.
        **values : Value, Figure, Name, Text or str
            What the sentence names; see :meth:`Language.say`.
        """
        return piece("paragraph", text=self.text(message, cite, **values), style="")

    def lead(self, message: str, cite: Iterable[Citation] = (), /, **values: Said) -> Piece:
        """Return the sentence that opens a chapter; see :meth:`say`."""
        return piece("paragraph", text=self.text(message, cite, **values), style="lead")

    def note(self, message: str, cite: Iterable[Citation] = (), /, **values: Said) -> Piece:
        """Return a caution; see :meth:`say`."""
        return piece("paragraph", text=self.text(message, cite, **values), style="note")

    def detail(self, message: str, cite: Iterable[Citation] = (), /, **values: Said) -> Piece:
        """Return a sentence that a chapter alone says here, and a briefing in its appendix."""
        return piece("paragraph", text=self.text(message, cite, **values), style="detail")

    def unknown(self, message: str, cite: Iterable[Citation] = (), /, **values: Said) -> Piece:
        """Return the sentence that something is not known; see :meth:`say`.

        A section of the briefing that knows nothing shrinks to such sentences
        (:mod:`helpers.building.shrinking`).
        """
        return piece("paragraph", text=self.text(message, cite, **values), style="unknown")

    def heading(self) -> Piece:
        """Return the chapter's heading."""
        name = self.chapter.replace("_", "-")
        title = self.language.say(f"{name}-title", year=self.year)
        return piece("heading", id=name, title=title)

    def subheading(self, message: str, /, **values: Said) -> Piece:
        """Return a heading within the chapter."""
        return piece("subheading", title=self.language.say(message, **values))

    def bullets(self, title: str, items: Sequence[Text], style: str = "") -> Piece:
        """Return a titled list."""
        return piece("bullets", title=self.language.say(title), items=items, style=style)

    def figure(
        self,
        name: str,
        painter: Painter,
        table: Piece,
        cite: Iterable[Citation],
        /,
        **values: Said,
    ) -> Piece:
        """Return a chart with its two titles, its text alternative, its sources and its data.

        Parameters
        ----------
        name : str
            The chart's name: the messages ``<name>-title``, ``<name>-subtitle`` and
            ``<name>-description`` are its words.
        painter : Painter
            What a function of :mod:`helpers.drawing` returns.
        table : Piece
            The data of the chart.
        cite : iterable of Citation
            Where the data come from.
        **values : Value, Figure, Name, Text or str
            What the three messages name.
        """
        from helpers.drawing import svg  # noqa: PLC0415  a chapter without charts never loads matplotlib

        scale = {"scale_low": setting("scale-low", 0), "scale_high": setting("scale-high", 1)}
        words = {
            part: self.language.say(f"{name}-{part}", **(scale | values))
            for part in ("title", "subtitle", "description")
        }
        drawing = svg.draw(name, str(words["title"]), str(words["description"]), painter)
        return piece(
            "figure",
            name=name,
            **words,
            drawing=drawing,
            source=self.source_line(cite),
            data_title=self.language.say("figure-data"),
            table=table,
        )

    def table(
        self,
        frame: pd.DataFrame,
        caption: Text,
        highlight: Iterable[bool | np.bool] = (),
        stacked: bool = False,
        cite: Iterable[Citation] = (),
    ) -> Piece:
        """Return a table whose cells are already in the page's language.

        Parameters
        ----------
        frame : DataFrame
            Told things, one a cell; the first column heads the rows. A column's name is told, or
            the name of a message ``column-…``.
        caption : Text
            What the table shows.
        highlight : iterable of bool
            Which rows to set off.
        stacked : bool
            Whether a phone shows each row as a block: for tables of sentences, not of numbers.
        cite : iterable of Citation
            Where its figures come from, if neither its rows nor its chart say so.
        """
        marked = list(highlight) or [False] * len(frame)
        heads = [self._column(name) for name in frame.columns]
        places = [f"{caption.message}.{head.message or 'other'}" for head in heads]
        rows = [
            ([self._cell(cell, place) for cell, place in zip(cells, places, strict=True)], own)
            for cells, own in zip(frame.to_numpy().tolist(), map(bool, marked), strict=True)
        ]
        values = {"rows": rows, "caption": caption, "stacked": stacked}
        return piece("table", columns=heads, **values, source=self.source_line(cite))

    def _cell(self, cell: Cell, place: str) -> Text:
        return text(self.write(cell) if isinstance(cell, Value) else cell).passed(place)

    def _column(self, name: Telling) -> Text:
        message = isinstance(name, str) and name.startswith("column-")
        return self.language.say(str(name)) if message else text(name)

    def source_line(self, cite: Iterable[Citation]) -> Text:
        """Return who published the first source and when, how many more there are, and their marks.

        The titles stand in the list of sources; nothing is said where nothing is cited.
        """
        citations = list(cite)
        if not citations:
            return Text()
        named = citations[0].source
        first = self._published(named)
        first += self.mark(each for each in citations if each.source == named)
        others = [each for each in citations if each.source != named]
        if not others:
            return self.language.say("figure-source", first=first)
        count = len({each.source for each in others})
        return self.text("figure-sources", others, first=first, count=count)

    def _published(self, source: str) -> Text:
        """Return who published a source and the date that it shows, as precise as that is."""
        row = row_at(self._sources, source)
        publisher = Name(self.language.publisher(row), Origin(row["row"], "publisher"))
        date = Name(self.language.published(row["published"]), Origin(row["row"], "published"))
        return self.language.say("source-published", publisher=publisher, date=date)

    def folded(
        self,
        frame: pd.DataFrame,
        caption: Text,
        highlight: Iterable[bool | np.bool] = (),
        cite: Iterable[Citation] = (),
    ) -> Piece:
        """Return a table under a line that opens it; see :meth:`table`."""
        table = self.table(frame, caption, highlight, cite=cite)
        return piece("folded", caption=caption, table=table)

    def sources(self) -> Piece:
        """Return the list of cited sources and the style, for a chapter read on its own."""
        title = self.language.say("sources-title")
        return piece(
            "standalone", style=pieces.notebook_style(), title=title, sources=self.source_list()
        )

    def cited_sources(self) -> pd.DataFrame:
        """Return the rows of the cited sources in the order of their numbers.

        Returns
        -------
        DataFrame
            Columns of ``sources``, the publisher in the page's language.
        """
        rows = self._sources.loc[list(self.cited)].reset_index()
        named = [self.language.publisher(row) for _, row in rows.iterrows()]
        return rows.assign(publisher=named)

    def _places(self, source: str) -> str:
        return "; ".join(self.language.locator(place) for place in self.cited[source])

    def source_list(self, back: Mapping[str, Sequence[tuple[str, str]]] | None = None) -> Piece:
        """Return the cited sources in the order of their numbers.

        Parameters
        ----------
        back : mapping, optional
            For each source the marks that lead to it: place as a reader counts, and id.
        """
        sources = [self._source(row, back or {}) for _, row in self.cited_sources().iterrows()]
        back_title = self.language.say("sources-back")
        return piece("sources", sources=sources, anchored=True, back_title=back_title)

    def _source(
        self, row: pd.Series, back: Mapping[str, Sequence[tuple[str, str]]]
    ) -> dict[str, Any]:
        return {
            "id": row["source"],
            "title": row["title"],
            "lang": "" if row["language"] == self.language.code else row["language"],
            "publisher": row["publisher"],
            "date": self.language.published(row["published"]),
            "read": self._read_via(row),
            "url": row["url"],
            "linked": is_address(row["url"]),
            "places": self._places(row["source"]),
            "back": list(back.get(row["source"], ())),
        }

    def _read_via(self, row: pd.Series) -> str:
        """Say how a source was read if not in the original, and when that copy was made."""
        how = row[f"read_via_{self.language.code}"]
        if not how:
            return ""
        if pd.isna(row["read_on"]):
            return str(self.language.say("source-read-via", how=how))
        day = self.language.date(row["read_on"].date())
        return str(self.language.say("source-read-on", how=how, day=day))

    def paper_sources(self, wanted: Iterable[str]) -> Piece:
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
        listed = piece("sources", sources=sources, anchored=False)
        title = self.language.say("sources-of-page")
        return piece("paper", title=title, sources=listed)


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
        If a parameter has no such value. The province may be given by name.
    DataError
        If the data are not sound, with the problems that ``briefing check`` names.
    """
    BriefingError.language = lang if lang in LANGUAGES else LANGUAGES[0]
    package = schema.open_sound()
    chosen = parameters.check(package, {"year": year, "province": province, "lang": lang})
    briefing = opened(package, chosen.year, chosen.province)
    return Page(chapter, briefing, Language(chosen.lang))

"""One chapter as it is written: its parameters, its data, its language and its source marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from helpers import coherence, data, dti, html, parameters, proof, results
from helpers.data import DataPackage
from helpers.html import Html
from helpers.language import Language

if TYPE_CHECKING:
    from helpers.charts import Painter

#: A place in a source: the source's id and the locator as the data has it.
Citation = tuple[str, str]


def cite(*rows: pd.Series | None) -> list[Citation]:
    """Return where rows of the data come from; a row that is not there cites nothing.

    Parameters
    ----------
    *rows : Series or None
        Rows with the columns ``source`` and ``locator``.
    """
    return [(row["source"], row["locator"]) for row in rows if row is not None]


@dataclass
class Page:
    """What a chapter needs to speak.

    Parameters
    ----------
    chapter : str
        The chapter's name, such as ``dti_position``; its messages start with it.
    year : int
        The reporting year.
    province : str
        The province's id.
    language : Language
        The language of every sentence and number.
    data : DataPackage
        What was known by the as-of date.
    cited : dict of str to list of str
        Sources in the order in which they were first cited, with the places that were cited.
    """

    chapter: str
    year: int
    province: str
    language: Language
    data: DataPackage
    cited: dict[str, list[str]] = field(default_factory=dict)

    @property
    def edition(self) -> int | None:
        """The newest DTI edition that the briefing may cite."""
        return data.newest_edition(self.data)

    @property
    def name(self) -> str:
        """The province's name in the page's language."""
        return self.province_name(self.province)

    def province_name(self, province: str) -> str:
        """Return a province's name in the page's language."""
        return self.language.name(self.data["provinces"].set_index("province").loc[province])

    def component_name(self, component: str) -> str:
        """Return the name of a DTI component in the page's language."""
        return self.language.name(self.data["dti_components"].set_index("component").loc[component])

    def indicator(self, indicator: str) -> pd.Series:
        """Return an indicator's row: name_vi, name_en, unit, better, key_figure."""
        return self.data["indicators"].set_index("indicator").loc[indicator]

    def standing(self, component: str = dti.TOTAL) -> dti.Standing | None:
        """Return where the province stands in the newest edition; None if none is known."""
        if self.edition is None:
            return None
        tables = self.scores, self.edition, self.province, component, self.data["dti_editions"]
        return dti.standing(*tables)

    @cached_property
    def scores(self) -> pd.DataFrame:
        """The published DTI scores, and those that follow from them (basis ``computed``)."""
        return proof.completed(self.data["dti_scores"], self.data["dti_weights"])

    @cached_property
    def parts(self) -> dti.Breakdown:
        """The parts of the newest edition's total."""
        weights = self.data["dti_weights"]
        return dti.breakdown(self.scores, weights, self.edition, self.ranked)

    def strongest_and_weakest(self) -> tuple[pd.Series | None, pd.Series | None]:
        """Return the province's pillar with the best rank and the one with the worst."""
        profile = dti.pillar_profile(self.scores, self.edition, self.province)
        return coherence.strongest_and_weakest(profile)

    @property
    def ranked(self) -> int:
        """How many provinces the newest edition ranks."""
        return int(self.edition_row["provinces_ranked"])

    @property
    def as_of(self) -> date:
        """The day the briefing is given."""
        return data.briefing_day(self.data, self.year)

    @property
    def edition_row(self) -> pd.Series:
        """The newest edition's row of ``dti_editions``."""
        return self.data["dti_editions"].set_index("edition").loc[self.edition]

    def score_source(self, province: str, component: str = dti.TOTAL) -> list[Citation]:
        """Return where a score or rank of the newest edition is published."""
        rows = dti.table(self.scores, self.edition, component)
        row = rows[rows["province"] == province]
        return [(source, "table") for source in (*row["source"], *row["confirmed_by"]) if source]

    def target_value(self, target: pd.Series) -> str:
        """Return a target as it is written, such as “at most rank 15”."""
        unit = self.indicator(target["indicator"])["unit"]
        qualifier = {"<=": "at_most", ">=": "no_less_than", ">": "more_than", "~": "approx"}
        kind = qualifier[target["comparator"]]
        if unit == "percent" and target["value"] == 100:
            kind = "exact"
        if unit == "rank":
            return str(self.language.say("target-rank", rank=int(target["value"])))
        return self.language.quantity(target["value"], unit, kind)

    def target_due(self, target: pd.Series) -> str:
        """Return when a target is due: a year, or a DTI edition."""
        if pd.isna(target["edition"]):
            return str(target["due"])
        return str(self.language.say("due-edition", edition=str(target["edition"])))

    def short_names(self, rows: pd.DataFrame) -> str:
        """Return the short names of agenda items as one list within a sentence."""
        return ", ".join(self.language.name(row, "short").lower() for _, row in rows.iterrows())

    def mark(self, citations: Iterable[Citation]) -> Markup:
        """Return source marks, one a source, each a link to the list of sources."""
        marks = {}
        for source, locator in citations:
            places = self.cited.setdefault(source, [])
            if locator and locator not in places:
                places.append(locator)
            number = list(self.cited).index(source) + 1
            marks.setdefault(source, self._one_mark(source, locator, number))
        return Markup("").join(marks.values())

    def _one_mark(self, source: str, locator: str, number: int) -> Markup:
        title = self.data["sources"].set_index("source").loc[source, "title"]
        place = self.language.locator(locator)
        label = f"{title}, {place}" if place else title
        return html.render("mark", source=source, place=locator, label=label, number=number).markup

    def _places(self, source: str) -> str:
        return "; ".join(self.language.locator(place) for place in self.cited[source])

    def result(self, indicator: str, scope: str | None = None) -> pd.Series | None:
        """Return the result that speaks for the reporting year; the province's if not said."""
        scope = scope or self.province
        return results.latest(self.data["results"], scope, indicator, self.year)

    def value(self, row: pd.Series) -> str:
        """Return a result's value as it is written: number, unit and qualifier."""
        unit = self.indicator(row["indicator"])["unit"]
        return self.language.quantity(row["value"], unit, row["qualifier"], row["base"])

    def text(self, message: str, cite: Iterable[Citation] = (), **values: object) -> Markup:
        """Return a sentence followed by its source marks, as inline markup."""
        return self.language.say(message, **values) + self.mark(cite)

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

    def heading(self) -> Html:
        """Return the chapter's heading."""
        title = self.language.say(f"{self.chapter.replace('_', '-')}-title", year=str(self.year))
        return html.render("heading", id=self.chapter.replace("_", "-"), title=title)

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
        from helpers import svg  # noqa: PLC0415  a chapter without charts never loads matplotlib

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
            source=self.language.say("figure-source") + self.mark(cite),
            data_title=self.language.say("figure-data"),
            table=table,
        )

    def table(
        self,
        frame: pd.DataFrame,
        caption: str,
        highlight: Sequence[bool] = (),
        stacked: bool = False,
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
        """
        marked = list(highlight) or [False] * len(frame)
        rows = list(zip(frame.to_numpy().tolist(), marked, strict=True))
        columns = [self._column(name) for name in frame.columns]
        return html.render("table", columns=columns, rows=rows, caption=caption, stacked=stacked)

    def folded(self, frame: pd.DataFrame, caption: str, highlight: Sequence[bool] = ()) -> Html:
        """Return a table under a line that opens it; see :meth:`table`."""
        table = self.table(frame, caption, highlight)
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
        style = html.stylesheet("components")
        title = self.language.say("sources-title")
        return html.render(
            "standalone", style=Markup(style), title=title, sources=self.source_list()
        )

    def source_list(self) -> Html:
        """Return the cited sources in the order of their numbers."""
        by_id = self.data["sources"].set_index("source")
        publisher = "publisher" if self.language.code == "vi" else "publisher_en"
        rows = [
            {
                "id": source,
                "title": by_id.loc[source, "title"],
                "publisher": by_id.loc[source, publisher],
                "date": self.language.published(by_id.loc[source, "published"]),
                "url": by_id.loc[source, "url"],
                "places": self._places(source),
            }
            for source in self.cited
        ]
        return html.render("sources", sources=rows)


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
    known = data.as_of(package, data.briefing_day(package, chosen.year))
    return Page(chapter, chosen.year, chosen.province, Language(chosen.lang), known)

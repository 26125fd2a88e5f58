"""An analyst's own chart on a page: every number in it and around it stands in its table."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from math import isclose, isfinite, isnan
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure as Drawn
from matplotlib.figure import SubFigure

from helpers.analysis.peers import INCOME, POPULATION
from helpers.drawing import scales, svg
from helpers.drawing.svg import Painter
from helpers.exceptions import ParameterError, UntoldError, shortened
from helpers.pages.citing import Citation, cite_all
from helpers.pages.pieces import Piece, piece
from helpers.pages.values import held
from helpers.words.refusals import refused, said
from helpers.words.told import Figure, Name, Origin, Part, Telling, Text, Value, joined, text

if TYPE_CHECKING:
    from helpers.pages.page import Page

#: What is drawn: a figure, axes of one or an array of them, a grid of seaborn's; or what draws one
#: for a width in CSS pixels.
Drawable = Any

#: A sign, digits and their groups.
_NUMBER = r"(?:(?<!\d)[+\N{MINUS SIGN}-])?\d+(?:[.,]\d+)*%?"
#: Columns of the data that a page has a head for.
_HEADS = {
    **{name: name for name in ("province", "component", "score", "rank", "weight", "period")},
    **{"value": "value", "indicator": "measure", POPULATION: "population", INCOME: "income"},
}


def chart(
    page: Page,
    drawn: Drawable,
    words: Mapping[str, Telling],
    data: pd.DataFrame | pd.Series,
    cite: Iterable[Citation] | pd.DataFrame = (),
) -> Piece:
    """Return a chart with its titles, its text alternative, its table and its sources.

    Parameters
    ----------
    page : Page
        The page.
    drawn : Figure, Axes, array of Axes, seaborn grid or callable
        A chart that is drawn already, such as what seaborn returns: it stays as it is, a copy is
        fitted to a desk and to a phone; or what draws the chart for a width in CSS pixels.
    words : mapping of str to Text or str
        ``title`` (the finding), ``subtitle`` (measure, place, period, unit) and ``description``
        (for who cannot see it).
    data : DataFrame or Series
        The table of the chart, its index included where it has a name: numbers, days, words, true
        and false.
    cite : iterable of Citation or DataFrame
        Where the data come from; of a table with the columns ``source`` and ``row`` its rows.

    Raises
    ------
    ParameterError
        If what is given is no chart, or a table of something else, or names no sources.
    UntoldError
        If a number is drawn or said that does not stand in the table, and is no mark of a scale.
    """
    paint = _paint(drawn)
    citations = _citations(cite)
    frame = _flat(data)
    cells = _cells(page, frame)
    heads = [_head(page, each) for each in frame.columns]
    known = _Known(
        page, [part for row in [heads, *cells] for each in row for part in text(each).parts]
    )
    said = {part: known.tell(each, part) for part, each in words.items()}
    name = "own-" + re.sub(r"\W+", "-", str(said["title"]).lower()).strip("-")
    painter = Painter(_in_language(paint, known), (), lambda words: known.tell(words, "chart"))
    table = pd.DataFrame(cells, columns=pd.Index(heads, dtype=object))
    return piece(
        "figure",
        name=name,
        **said,
        drawing=svg.draw(name, str(said["title"]), str(said["description"]), painter),
        source=page.source_line(citations),
        data_title=page.language.say("figure-data"),
        table=page.table(table, page.language.say("own-chart-data")),
    )


def _figure(drawn: Drawable) -> Drawn | None:
    """Return the figure that is meant by axes, an array of them or a grid; None if none is."""
    first = drawn.flat[0] if isinstance(drawn, np.ndarray) and drawn.size else drawn
    figure = getattr(first, "figure", None) if not isinstance(first, Drawn) else first
    while isinstance(figure, SubFigure):
        figure = figure.figure
    return figure if isinstance(figure, Drawn) else None


def _paint(drawn: Drawable) -> Callable[[int], Drawn]:
    """Return what draws a chart, each time one that nobody else has."""
    figure = _figure(drawn)
    if figure is None and not callable(drawn):
        raise refused("error-chart-drawn", value=type(drawn).__name__)

    def painted(width: int) -> Drawn:
        made = _figure(drawn(width))
        if made is None:
            raise refused("error-chart-drawn", value=getattr(drawn, "__name__", "function"))
        svg.forget(made)
        return svg.copied(made)

    if figure is None:
        return painted
    # Else a notebook shows it a second time, as it was drawn first.
    svg.forget(figure)
    return lambda width: svg.fitted(svg.copied(figure), width, svg.height_of(figure))


def _citations(cite: Iterable[Citation] | pd.DataFrame) -> list[Citation]:
    if not isinstance(cite, pd.DataFrame):
        return list(cite)
    missing = [name for name in ("source", "row") if name not in cite]
    if missing:
        raise refused("error-chart-cite", names=", ".join(missing))
    return cite_all(cite, "table")


def _flat(data: pd.DataFrame | pd.Series) -> pd.DataFrame:
    """Return a table with its index among its columns, if that has a name, each column once."""
    frame = data.to_frame() if isinstance(data, pd.Series) else data
    levels = [name for name in frame.index.names if name is not None]
    # As an array: a list of pairs would become columns of two levels again.
    names = pd.Index([*levels, *frame.columns], dtype=object, tupleize_cols=False)
    for name in names[names.duplicated()]:
        raise _refused("twice", name)
    frame = frame.set_axis(names[len(levels) :], axis="columns")
    return frame.reset_index(levels).set_axis(names, axis="columns") if levels else frame


def _head(page: Page, column: Hashable) -> Telling:
    """Return the head of a column: the page's, or what the analyst called it."""
    parts = column if isinstance(column, tuple) else (column,)
    told: list[Telling] = []
    for part in parts:
        if part in _HEADS:
            told.append(page.language.say(f"column-{_HEADS[part]}"))
        elif isinstance(part, Integral):  # an edition or a year, as in a pivoted table
            told.append(page.write(Value(int(part), Origin("", "column", "own")), "year"))
        elif part != "":
            told.append(page.names.get(part, str(part)))
    return told[0] if len(told) == 1 else joined(", ", told)


def _in_language(paint: Callable[[int], Drawn], known: _Known) -> Callable[[int], Drawn]:
    """Let numbers that seaborn and matplotlib wrote be written as the page's language does."""

    def painted(width: int) -> Drawn:
        figure = paint(width)
        scales.write_scales(figure, known.page.language)
        for artist in scales.other_texts(figure):
            words = artist.get_text()
            if re.search(r"\d", words):
                artist.set_text(str(known.tell(words, "chart")))
        return figure

    return painted


def _whole(frame: pd.DataFrame) -> set[Hashable]:
    """Return the columns that hold whole numbers alone."""
    numbers = frame.select_dtypes("number", exclude="complex")
    return {name for name in numbers if (numbers[name].dropna() % 1 == 0).all()}


def _cells(page: Page, frame: pd.DataFrame) -> list[list[Telling]]:
    whole = _whole(frame)
    return [[_cell(page, row, name, name in whole) for name in row.index]
            for _, row in frame.iterrows()]  # fmt: skip


def _cell(page: Page, row: pd.Series, name: Any, whole: bool) -> Telling:
    found = row[name]
    if pd.api.types.is_scalar(found) and pd.isna(found):
        return page.language.say("value-none")
    if isinstance(found, bool | np.bool_):
        return page.language.say("value-yes" if found else "value-no")
    if isinstance(found, str):
        return page.names.get(found, found)
    if isinstance(found, date):
        return Name(page.language.date(found), Origin("", str(name), "own"))
    if not isinstance(found, Real | Decimal):
        raise _refused("cell", name, found)
    if not isfinite(number := float(found)):
        raise _refused("infinite", name, found)
    if name in ("year", "edition"):
        return page.write(_value(row, name), "year")
    style = "integer" if whole else "score" if abs(number) <= 1 else "decimal"
    return page.write(_value(row, name), style)


def _refused(kind: str, column: object, value: object = "") -> ParameterError:
    named = {"column": shortened(column), "value": shortened(value)}
    return refused("error-chart-data", kind=kind, **named)


def _value(row: pd.Series, name: Any) -> Value:
    """Return a number with the row of the data that holds it, or as the analyst's own."""
    try:
        return held(row, name)
    except UntoldError:
        number, column = float(row[name]), str(name)
        written = int(number) if number.is_integer() else number
        return Value(written, Origin("", column, "own"))


@dataclass(frozen=True)
class _Known:
    """What numbers the words around a chart, and in it, may say."""

    page: Page
    parts: list[Part]

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers of the table, the year and the edition."""
        edition = [] if self.page.briefing.edition is None else [self.page.edition]
        return [
            *(each for each in self.parts if isinstance(each, Figure)),
            self.page.year,
            *edition,
        ]

    @cached_property
    def _names(self) -> dict[str, Name]:
        """The names and days of the table that are written with digits, the longest first."""
        named = {each.words: each for each in self.parts
                 if isinstance(each, Name) and re.search(r"\d", each.words)}  # fmt: skip
        return dict(sorted(named.items(), key=lambda each: -len(each[0])))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = (rf"(?<!\d){re.escape(name)}(?!\d)" for name in self._names)
        return re.compile("|".join([*names, _NUMBER]))

    def tell(self, words: Telling, place: str) -> Text:
        """Return words with each of their numbers as the one of the table that it is.

        Raises
        ------
        UntoldError
            With the first number that is none.
        """
        if not isinstance(words, str):
            return text(words).passed(f"own-chart.{place}")
        parts = tuple(self._parts(words))
        return Text(parts, "own-chart").passed(f"own-chart.{place}")

    def _parts(self, words: str) -> Iterator[Part]:
        end = 0
        for found in self._pattern.finditer(words):
            yield words[end : found.start()]
            yield self._names.get(found[0]) or self._one(found[0], words)
            end = found.end()
        yield words[end:]

    def _one(self, shown: str, words: str) -> Figure:
        for written, number in self._readings(shown):
            scale = 100 if shown.endswith("%") else 1
            for figure in self.figures:
                if self._is_said(figure, written, number, scale):
                    return Figure(written, figure.number, figure.origin, scale)
        raise UntoldError(said("error-not-in-chart", shown=shown, words=words))

    def _is_said(self, figure: Figure, written: str, number: float, scale: int) -> bool:
        """Say whether a number says a figure: rounded to its decimals, or as the table shows it.

        A whole number says what is that, or is shown as that; a whole per cent is a share that is
        rounded to hundredths, but for none and all of it.
        """
        _, point, decimals = written.rstrip("%").partition(_point(self.page))
        rounded = point or (scale == 100 and number not in (0, 100))
        room = 1e-9 + (0.5 * 10.0 ** -len(decimals) if rounded else 0)
        same = isclose(figure.number * scale, number, rel_tol=0, abs_tol=room)
        return same or (scale == figure.scale and written == figure.shown)

    def _readings(self, shown: str) -> Iterator[tuple[str, float]]:
        """Yield how the page writes a number, and the number: as its language reads it, or code."""
        digits = shown.rstrip("%").replace("\N{MINUS SIGN}", "-").lstrip("+")
        here = self.page.language.number(digits)
        if not isnan(here):
            yield shown, here
        # seaborn and matplotlib write a point in every language
        if digits.count(".") == 1 and "," not in digits:
            yield shown.replace(".", _point(self.page)), float(digits)


def _point(page: Page) -> str:
    return "," if page.language.code == "vi" else "."

"""An analyst's own chart on a page: every number in it and around it stands in its table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from math import isclose, isfinite, isnan
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawn
from matplotlib.text import Text as Written
from matplotlib.ticker import ScalarFormatter

from helpers.drawing import svg
from helpers.drawing.svg import Painter
from helpers.exceptions import UntoldError
from helpers.pages.citing import Citation, cite_all
from helpers.pages.pieces import Piece, piece
from helpers.pages.values import held
from helpers.words.refusals import said
from helpers.words.told import Figure, Origin, Part, Telling, Text, Value, text

if TYPE_CHECKING:
    from helpers.pages.page import Page

_NUMBER = re.compile(r"(?:(?<!\d)[+\N{MINUS SIGN}-])?\d+(?:[.,]\d+)*%?")


def chart(
    page: Page,
    drawn: Callable[[int], Drawn] | Drawn | Axes,
    words: Mapping[str, Telling],
    data: pd.DataFrame,
    cite: Iterable[Citation] | pd.DataFrame = (),
) -> Piece:
    """Return a chart with its titles, its text alternative, its table and its sources.

    Parameters
    ----------
    page : Page
        The page.
    drawn : callable, Figure or Axes
        What draws the chart for a width in CSS pixels; or a chart that is drawn already, such as
        what seaborn returns, which is fitted to a desk and to a phone.
    words : mapping of str to Text or str
        ``title`` (the finding), ``subtitle`` (measure, place, period, unit) and ``description``
        (for who cannot see it).
    data : DataFrame
        The table of the chart, its index included where it has a name.
    cite : iterable of Citation or DataFrame
        Where the data come from; of a table with the columns ``source`` and ``row`` its rows.

    Raises
    ------
    UntoldError
        If a number is drawn or said that does not stand in the table, and is no mark of a scale.
    """
    frame = data.reset_index() if data.index.name else data
    table = frame.set_axis(
        [str(name) for name in page.readable(frame.head(0)).columns], axis="columns"
    )
    cells = _cells(page, frame)
    known = _Known(page, [each for row in cells for each in row if isinstance(each, Figure)])
    said = {part: known.tell(each, part) for part, each in words.items()}
    name = "own-" + re.sub(r"\W+", "-", str(said["title"]).lower()).strip("-")
    painter = Painter(
        _in_language(_paint(drawn), known), (), lambda words: known.tell(words, "chart")
    )
    citations = list(cite_all(cite, "table") if isinstance(cite, pd.DataFrame) else cite)
    return piece(
        "figure",
        name=name,
        **said,
        drawing=svg.draw(name, str(said["title"]), str(said["description"]), painter),
        source=page.source_line(citations),
        data_title=page.language.say("figure-data"),
        table=page.table(
            pd.DataFrame(cells, columns=table.columns), page.language.say("own-chart-data")
        ),
    )


def _paint(drawn: Callable[[int], Drawn] | Drawn | Axes) -> Callable[[int], Drawn]:
    if not isinstance(drawn, Drawn | Axes):
        return drawn
    figure: Any = drawn.figure if isinstance(drawn, Axes) else drawn
    # Else a notebook shows it a second time, as it was drawn first.
    svg.forget(figure)
    height = figure.get_figheight() * figure.dpi

    return lambda width: svg.fitted(figure, width, height)


def _in_language(paint: Callable[[int], Drawn], known: _Known) -> Callable[[int], Drawn]:
    """Let numbers that seaborn and matplotlib wrote be written as the page's language does."""

    def painted(width: int) -> Drawn:
        figure = paint(width)
        scales = [axis for axes in figure.axes for axis in (axes.xaxis, axes.yaxis)]
        ticks = {id(label) for axis in scales for label in axis.get_ticklabels(which="both")}
        for axis in scales:
            if isinstance(axis.get_major_formatter(), ScalarFormatter):
                axis.set_major_formatter(partial(_mark, _point(known.page)))
        for artist in figure.findobj(Written):
            words = artist.get_text()
            if artist.get_visible() and id(artist) not in ticks and re.search(r"\d", words):
                artist.set_text(str(known.tell(words, "chart")))
        return figure

    return painted


def _mark(point: str, place: float, _: int | None = None) -> str:
    """Write the number of a place on a scale."""
    return f"{place:.10g}".replace("-", "\N{MINUS SIGN}").replace(".", point)


def _cells(page: Page, frame: pd.DataFrame) -> list[list[Telling]]:
    named = page.readable(frame)
    whole = {name: _whole(frame[name]) for name in frame}
    return [
        [
            _cell(page, row, name, whole[name], shown[place])
            for place, name in enumerate(frame.columns)
        ]
        for (_, row), shown in zip(
            frame.iterrows(), named.itertuples(index=False, name=None), strict=True
        )
    ]


def _whole(column: pd.Series) -> bool:
    """Say whether a column holds whole numbers alone."""
    return pd.api.types.is_numeric_dtype(column) and bool((column.dropna() % 1 == 0).all())


def _cell(page: Page, row: pd.Series, name: Any, whole: bool, shown: object) -> Telling:
    found = row[name]
    if pd.isna(found):
        return page.language.say("value-none")
    if isinstance(found, str) or not isfinite(found):
        return str(shown)
    if name in ("year", "edition"):
        return page.write(_value(row, name), "year")
    style = "integer" if whole else "score" if abs(found) <= 1 else "decimal"
    return page.write(_value(row, name), style)


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
    figures: list[Figure]

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
        for number in _NUMBER.finditer(words):
            yield words[end : number.start()]
            yield self._one(number[0], words)
            end = number.end()
        yield words[end:]

    def _one(self, shown: str, words: str) -> Figure:
        for written, number in self._readings(shown):
            room, scale = _room(shown), 100 if shown.endswith("%") else 1
            for figure in [*self.figures, self.page.year, *self._edition()]:
                if isclose(figure.number * scale, number, abs_tol=room):
                    return Figure(written, figure.number, figure.origin, scale)
        raise UntoldError(said("error-not-in-chart", shown=shown, words=words))

    def _edition(self) -> list[Figure]:
        return [] if self.page.briefing.edition is None else [self.page.edition]

    def _readings(self, shown: str) -> Iterator[tuple[str, float]]:
        """Yield how the page writes a number, and the number: as its language reads it, or code."""
        digits = shown.rstrip("%").replace("\N{MINUS SIGN}", "-").lstrip("+")
        here = self.page.language.number(digits)
        if not isnan(here):
            yield shown, here
        # seaborn and matplotlib write a point in every language
        if digits.count(".") == 1 and "," not in digits:
            yield shown.replace(".", _point(self.page)), float(digits)


def _room(shown: str) -> float:
    """Return half a unit of the last digit of a number as it is written."""
    _, point, decimals = shown.rstrip("%").partition("," if "," in shown else ".")
    return 0.5 * 10.0 ** -len(decimals if point else "") + 1e-9


def _point(page: Page) -> str:
    return "," if page.language.code == "vi" else "."

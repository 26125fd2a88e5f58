"""Numbers that matplotlib and seaborn write in a chart, as a language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from matplotlib.axis import Axis
from matplotlib.dates import AutoDateFormatter
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import (
    EngFormatter,
    Formatter,
    LogFormatter,
    LogitFormatter,
    PercentFormatter,
    ScalarFormatter,
)

from helpers.words.language import Language

#: What writes the marks of a scale if nobody chose anything else; shares in per cent, too.
_DEFAULTS = (ScalarFormatter, LogFormatter, LogitFormatter, AutoDateFormatter, PercentFormatter)
#: A whole text that is one number, as code writes it.
_NUMBER = re.compile(
    r"(?P<sign>[+\N{MINUS SIGN}-]?)(?P<digits>\d+(?:\.(?P<decimals>\d+))?)(?P<end>%?)"
)
#: What a language with a decimal comma may have written itself: 1.380.
_GROUPED = re.compile(r"[+\N{MINUS SIGN}-]?[1-9]\d{0,2}\.\d{3}%?")
#: A year, a month or a day, as matplotlib writes the marks of a scale of days.
_SPAN = re.compile(r"\d{4}(-\d\d){0,2}")
#: Whole numbers of which all lie in between are years: their digits are not grouped.
_YEARS = (1900, 2100)


class Marks(Formatter):
    """Writes the marks of a scale as a language does; which are written, another one decides.

    Parameters
    ----------
    own : Formatter
        The scale's own formatter.
    language : Language
        The language.
    """

    def __init__(self, own: Formatter, language: Language) -> None:
        self.own, self.language = own, language

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Return what is written at a place of the scale."""
        words = self.own(x, pos)
        if not words:
            return ""
        if isinstance(self.own, AutoDateFormatter):
            return self.language.span(words) if _SPAN.fullmatch(words) else words
        if isinstance(self.own, PercentFormatter):
            return translated(words, self.language)
        return self.language.plain(Decimal(f"{x:.10g}"), grouped=not self._years)

    @property
    def _years(self) -> bool:
        if self.axis is None:
            return False
        low, high = sorted(self.axis.get_view_interval())
        return bool(_YEARS[0] <= low and high <= _YEARS[1])

    def set_axis(self, axis: Any) -> None:
        """Take the axis whose scale it is."""
        super().set_axis(axis)
        self.own.set_axis(axis)

    def set_locs(self, locs: list[float]) -> None:
        """Take the places of all marks."""
        super().set_locs(locs)
        self.own.set_locs(locs)


def axes_of(figure: Figure) -> Iterator[Axis]:
    """Yield the scales of a figure, two for each pair of axes."""
    for axes in figure.axes:
        yield from (axes.xaxis, axes.yaxis)


def write_scales(figure: Figure, language: Language) -> None:
    """Let the marks of a figure's scales be written as a language does.

    Parameters
    ----------
    figure : Figure
        The figure. A formatter that somebody chose stays, except one of per cents.
    language : Language
        The language.
    """
    for axis in axes_of(figure):
        for own, put in (
            (axis.get_major_formatter(), axis.set_major_formatter),
            (axis.get_minor_formatter(), axis.set_minor_formatter),
        ):
            default = own.own if isinstance(own, Marks) else own
            if isinstance(default, _DEFAULTS) and not isinstance(default, EngFormatter):
                put(Marks(default, language))


def marks(figure: Figure) -> list[Text]:
    """Return what is written at the marks of a figure's scales; matplotlib makes it when asked."""
    return [label for axis in axes_of(figure) for label in axis.get_ticklabels(which="both")]


def other_texts(figure: Figure) -> list[Text]:
    """Return what else is written in a figure and seen."""
    known = set(map(id, marks(figure)))
    texts = figure.findobj(Text)
    return [each for each in texts if each.get_visible() and id(each) not in known]


def write_texts(figure: Figure, language: Language) -> None:
    """Write the numbers that stand alone in a figure, such as on a heatmap, as a language does.

    Parameters
    ----------
    figure : Figure
        The figure. What may be a number of the language already (1.380 in Vietnamese) is taken for
        one, unless code wrote another number of the figure.
    language : Language
        The language.
    """
    numbers = [each for each in other_texts(figure) if _NUMBER.fullmatch(each.get_text())]
    shown = [each.get_text() for each in numbers]
    coded = any("." in each and not _GROUPED.fullmatch(each) for each in shown)
    whole = [float(each) for each in shown if each.isdecimal() and len(each) > 3]
    years = all(_YEARS[0] <= each <= _YEARS[1] for each in whole)
    for artist, words in zip(numbers, shown, strict=True):
        if coded or not _GROUPED.fullmatch(words):
            artist.set_text(translated(words, language, grouped=not years))


def translated(words: str, language: Language, grouped: bool = True) -> str:
    """Return a number that code wrote as a language writes it, with the same decimals.

    Parameters
    ----------
    words : str
        The number, ``0.50`` or ``12%``; any other words stay as they are.
    language : Language
        The language.
    grouped : bool
        Whether its thousands are grouped.

    Examples
    --------
    >>> translated("-0.50", Language("vi"))
    '−0,50'
    """
    found = _NUMBER.fullmatch(words)
    if found is None:
        return words
    sign = found["sign"].replace("-", "\N{MINUS SIGN}")
    decimals = len(found["decimals"] or "")
    return f"{sign}{language.plain(Decimal(found['digits']), decimals, grouped)}{found['end']}"

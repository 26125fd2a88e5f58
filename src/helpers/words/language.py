"""The two languages of a briefing: sentences by Fluent, numbers and dates by Babel."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberFormatError, format_decimal, format_percent, parse_decimal
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, Message, Pattern, ResolverEnvironment
from fluent.runtime.types import FluentInt, FluentNone

from helpers.exceptions import MissingMessageError
from helpers.words.parsing import Parser
from helpers.words.told import Figure, Name, Slots, Text, Value

if TYPE_CHECKING:  # a sentence alone is said without the time that the tables' library takes
    import pandas as pd

#: Languages of a briefing, the first one first.
LANGUAGES = ("vi", "en")

#: How a month is written.
_MONTHS = {"vi": "'tháng' M/yyyy", "en": "MMMM yyyy"}
_MINUS = "\N{MINUS SIGN}"
#: An entry of a file of sentences: from the line of its name up to the next one or to a comment.
_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=.*(?:\n(?![A-Za-z#-]).*)*", re.MULTILINE)
_LOCATOR = re.compile(r"^(?P<kind>\w+?)s? (?P<places>\d.*)$")


#: What a sentence can name.
Said = Value | Figure | Name | Text | str | int


#: So many characters and no more has a word that chooses a variant of a sentence.
_LONGEST_CHOICE = 200


class _Chooser(FluentInt):
    """A whole number that chooses a plural and is shown as a token."""

    token: str

    def shown_as(self, token: str) -> _Chooser:
        self.token = token
        return self

    def format(self, locale: object) -> str:
        return self.token


def _ordinal(number: FluentInt) -> str:
    """Return a whole number with the English ending of its place: 1st, 12th, 23rd.

    The number stays a figure of its own: the ending is only words after it.
    """
    if not isinstance(number, FluentInt):
        raise TypeError("only a whole number has a place")
    tens, ones = divmod(int(number) % 100, 10)
    ending = "th" if tens == 1 else {1: "st", 2: "nd", 3: "rd"}.get(ones, "th")
    return number.format(Locale("en")) + ending


#: What a sentence can call.
_FUNCTIONS: dict[str, Any] = {"ORDINAL": _ordinal}


class _Bundle(FluentBundle):
    """The sentences of a language, each of them parsed when it is first said.

    A command says a few of some twelve hundred. That a file is sound as a whole is for
    :func:`helpers.words.sentences.problems` to say.

    Parameters
    ----------
    code : str
        The language.
    text : str
        Its file.
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__([code], functions=_FUNCTIONS, use_isolating=False)
        self._unread = {found[1]: found[0] for found in _ENTRY.finditer(text)}

    def has_message(self, message_id: str) -> bool:
        self._read(message_id)
        return super().has_message(message_id)

    def _lookup(self, entry_id: str, term: bool = False) -> Message:
        """Find an entry: also what a sentence names within it goes this way."""
        self._read(f"-{entry_id}" if term else entry_id)
        return super()._lookup(entry_id, term)

    def _read(self, name: str) -> None:
        if text := self._unread.get(name):
            self.add_resource(Parser(with_spans=False).parse(text))
            self._unread.pop(name, None)  # not before it is there: there may be threads

    def format_pattern(
        self, pattern: Pattern, args: dict[str, Any] | None = None
    ) -> tuple[str | FluentNone, list[Exception]]:
        """Take values as they are: the stock bundle copies a number, without its token."""
        errors: list[Exception] = []
        given = CurrentEnvironment(args=args or {})
        return pattern(ResolverEnvironment(self, errors, current=given)), errors


@cache
def _bundle(code: str) -> _Bundle:
    text = resources.files("helpers").joinpath("locales", f"{code}.ftl").read_text("utf-8")
    return _Bundle(code, text)


#: How many times the number is what is written, by the style.
_SCALES = {"percent": 100, "points": 1000, "signed_points": 1000}


class Language:
    """One language: its sentences, and how it writes values.

    Parameters
    ----------
    code : str
        ``vi`` or ``en``.

    Examples
    --------
    >>> Language("vi").score(0.3615)
    '0,3615'
    >>> Language("en").integer(1380)
    '1,380'
    """

    def __init__(self, code: str) -> None:
        self.code = code

    def say(self, message: str, /, **values: Said) -> Text:
        """Return a sentence.

        Parameters
        ----------
        message : str
            The message's name in ``locales/<code>.ftl``.
        **values : Value, Figure, Name, Text, str or int
            What the sentence names. A :class:`Value` is written as a whole number and, like a plain
            whole number, may choose a plural. Plain numbers and words tell nobody where they come
            from: a page with a digit in one of them is not published.

        Raises
        ------
        MissingMessageError
            If the message, or a value that it names, is not there.
        """
        bundle = _bundle(self.code)
        pattern = bundle.get_message(message).value if bundle.has_message(message) else None
        if pattern is None:
            raise MissingMessageError(f"no message “{message}” in locales/{self.code}.ftl")
        slots = Slots(message)
        named = {name: self._slot(slots, name, value) for name, value in values.items()}
        words, errors = bundle.format_pattern(pattern, named)
        if errors:
            raise MissingMessageError(f"message “{message}” in {self.code}.ftl: {errors[0]}")
        return slots.filled(str(words))

    def _slot(self, slots: Slots, name: str, value: Said) -> str | FluentInt:
        """Return what Fluent sees of a value: a token, a number that chooses, or plain words."""
        if isinstance(value, Value):
            written = self.written(value, "integer")
            return _Chooser(round(value.number)).shown_as(slots.token(name, written))
        if isinstance(value, bool | float) or value is None:
            raise TypeError(f"value “{name}” is {value!r}: format it first")
        if isinstance(value, int):
            return FluentInt(value)
        # What chooses a variant is a word; Fluent takes no long ones, which only a person types.
        if isinstance(value, str) and len(value) <= _LONGEST_CHOICE:
            return slots.choose(value)
        return slots.token(name, value)

    def written(self, value: Value, style: str) -> Figure:
        """Return a told number as this language writes it.

        Parameters
        ----------
        value : Value
            The number and its origin.
        style : str
            The method of this class that writes it: ``integer``, ``decimal``, ``score``,
            ``signed``, ``exact``, ``hundredths``, ``percent``, ``points``, ``signed_points`` or
            ``year``.
        """
        shown = getattr(self, style)(value.number)
        return Figure(shown, value.number, value.origin, _SCALES.get(style, 1))

    def year(self, number: float) -> str:
        """Return a year, or the number of an edition: its digits are not grouped."""
        return str(round(number))

    def integer(self, number: float) -> str:
        """Return a whole number with its thousands grouped."""
        return format_decimal(round(number), format="#,##0", locale=self.code)

    def decimal(self, number: float) -> str:
        """Return a number with the decimals it has (at most five)."""
        return format_decimal(number, format="#,##0.#####", locale=self.code)

    def plain(self, number: Decimal, decimals: int | None = None, grouped: bool = True) -> str:
        """Return a number with the decimals it has, or with so many: as code or a scale has it.

        Parameters
        ----------
        number : Decimal
            The number.
        decimals : int, optional
            How many decimals are written; those there are if not given.
        grouped : bool
            Whether its thousands are grouped.
        """
        have = max(0, -int(number.as_tuple().exponent)) if decimals is None else decimals
        pattern = ("#,##0." if grouped else "0.") + "0" * have
        return self._minus(number) + format_decimal(abs(number), format=pattern, locale=self.code)

    def number(self, text: str) -> float:
        """Return the number that a text is as this language writes it; NaN if it is none."""
        try:
            return float(parse_decimal(text, locale=self.code, strict=True))
        except NumberFormatError:
            return float("nan")

    def score(self, number: float) -> str:
        """Return a DTI score: four decimals."""
        return format_decimal(number, format="0.0000", locale=self.code)

    def signed(self, number: float) -> str:
        """Return a difference of scores with its sign: four decimals."""
        return self._sign(number) + self.score(abs(number))

    def exact(self, number: float) -> str:
        """Return a part of a difference with its sign: four decimals, or as many as it has."""
        text = format_decimal(abs(number), format="0.0000###", locale=self.code)
        return self._sign(number) + text

    @staticmethod
    def _sign(number: float) -> str:
        return "+" if number > 0 else _MINUS if number < 0 else ""

    @staticmethod
    def _minus(number: float | Decimal) -> str:
        return _MINUS if number < 0 else ""

    def hundredths(self, number: float) -> str:
        """Return a number with two decimals, as a weight or a correlation is written."""
        text = format_decimal(abs(number), format="0.00", locale=self.code)
        return self._minus(round(number, 2)) + text

    def percent(self, share: float) -> str:
        """Return a share (0-1) in whole per cent; 0% and 100% are only what is exactly that."""
        if 0 < share < 0.005 or 0.995 < share < 1:
            edge = format_percent(0.01 if share < 0.5 else 0.99, format="0%", locale=self.code)
            return ("<" if share < 0.5 else ">") + edge
        return format_percent(share, format="0%", locale=self.code)

    def points(self, score: float) -> str:
        """Return a score (0-1) on the official scale of a thousand points, with one decimal."""
        return self._minus(score) + format_decimal(
            abs(score) * _SCALES["points"], format="#,##0.0", locale=self.code
        )

    def signed_points(self, difference: float) -> str:
        """Return a difference of scores with its sign, on the official scale of a thousand points.

        It has one decimal, or as many as show that it is not zero.
        """
        size = round(abs(difference) * _SCALES["points"], 5)
        pattern = "#,##0.0" if size >= 0.05 else "0.0####"
        return self._sign(size and difference) + format_decimal(
            size, format=pattern, locale=self.code
        )

    def date(self, day: date) -> str:
        """Return a date: 27/01/2022 in Vietnamese, 27 January 2022 in English."""
        pattern = {"vi": "dd/MM/yyyy"}.get(self.code, "d MMMM yyyy")
        return format_date(day, format=pattern, locale=self.code)

    def published(self, text: str) -> str:
        """Return the date a source shows: a day, a month or a year; or that it shows none."""
        if not text:
            return str(self.say("source-undated"))
        if len(text) == len("2022-01-27"):
            return self.date(date.fromisoformat(text))
        if self.code == "vi":
            return "/".join(reversed(text.split("-")))
        return self.span(text)

    def name(self, row: pd.Series, field: str = "name") -> str:
        """Return the column of a row that is in this language, such as ``name_vi``."""
        return str(row[f"{field}_{self.code}"])

    def publisher(self, source: pd.Series) -> str:
        """Return who published a source, a row of ``sources``, in this language."""
        return str(source["publisher" if self.code == LANGUAGES[0] else f"publisher_{self.code}"])

    def locator(self, locator: str) -> str:
        """Return a place in a source (``paragraph 2``) in this language; empty if unknown."""
        if not locator:
            return ""
        match = _LOCATOR.match(locator)
        if match is None:
            return str(self.say(f"locator-{locator}"))
        return str(self.say(f"locator-{match['kind']}", places=match["places"]))

    def quantity(
        self,
        value: float | Value,
        unit: str,
        qualifier: str = "exact",
        base: float | Value | None = None,
    ) -> Text:
        """Return a value with its qualifier and unit, such as “gần 100%” or “1,380 services”.

        Parameters
        ----------
        value : float or Value
            The value in its unit.
        unit : str
            A unit of ``indicators.csv``.
        qualifier : str
            As in ``results.csv``: ``exact``, ``approx``, ``more_than`` ... An approximate 100 % is
            “nearly”: a share cannot exceed it.
        base : float or Value, optional
            The N of “n of N”, if known.
        """
        number = value.number if isinstance(value, Value) else value
        exact = unit == "score" and qualifier == "exact"
        shown: Said = self._shown(value, "score" if exact else "decimal")
        if base is not None:
            shown = self.say("value-of-base", value=shown, base=self._shown(base, "integer"))
        named = f"unit-{unit.replace('_', '-')}"
        said = self.say(named, value=shown, count=self._plural(number))
        return self.say(qualifying(unit, qualifier, number), value=said)

    def _shown(self, value: float | Value, style: str) -> Figure | str:
        if isinstance(value, Value):
            return self.written(value, style)
        written: str = getattr(self, style)(value)
        return written

    def difference(self, value: float | Value, unit: str) -> Text:
        """Return a difference of two values of a unit: places of a rank, percentage points.

        Parameters
        ----------
        value : float or Value
            The difference, not negative.
        unit : str
            The unit of both values; see :meth:`quantity`.
        """
        rounded = value.rounded(5) if isinstance(value, Value) else round(value, 5)
        if unit not in ("rank", "percent"):
            return self.quantity(rounded, unit)
        number = rounded.number if isinstance(rounded, Value) else rounded
        message = "places" if unit == "rank" else "percentage-points"
        shown = self._shown(rounded, "decimal")
        return self.say(message, value=shown, count=self._plural(number))

    @staticmethod
    def _plural(value: float) -> int:
        return 1 if value == 1 else 2

    def period(self, period: str, timing: str = "during") -> str:
        """Return a result's period, such as “2021” or “before 25 October 2021”."""
        day = len(period) == len("2021-10-25")
        name = self.span(period)
        return str(self.say(f"timing-{timing}", period=name)) if day or timing != "on" else name

    def span(self, period: str) -> str:
        """Return a year, quarter, month or day as it is written: “2021”, “September 2022”."""
        year, _, part = period.partition("-")
        if part.startswith("Q"):
            return str(self.say("period-quarter", quarter=int(part.removeprefix("Q")), year=year))
        if len(period) == len("2022-09"):
            first = date(int(year), int(part), 1)
            return format_date(first, format=_MONTHS[self.code], locale=self.code)
        return self.date(date.fromisoformat(period)) if part else year


def qualifying(unit: str, qualifier: str, value: float) -> str:
    """Return the message that qualifies a value: a share cannot exceed 100 %, a rank is a place.

    Parameters
    ----------
    unit, qualifier : str
        As in :meth:`Language.quantity`.
    value : float
        The value in its unit.
    """
    if qualifier == "approx" and unit == "percent" and value == 100:
        return "qualifier-nearly"
    if qualifier == "at_most" and unit == "rank":
        return "qualifier-or-better"
    return f"qualifier-{qualifier.replace('_', '-')}"

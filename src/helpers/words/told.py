"""What a reader reads, made of parts that know where they come from: numbers, names, marks, words.

A :class:`Value` is a number with its origin, not yet written; there is no arithmetic on it, so a
sentence can only state what a row of the data or a result of a computation holds. A language writes
it as a :class:`Figure`. A :class:`Text` is what a sentence became: its parts in their order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from markupsafe import Markup, escape


@dataclass(frozen=True)
class Origin:
    """Where a number or a name comes from.

    Parameters
    ----------
    row : str
        The row of the data that holds it, such as ``results/bac-giang/dti_rank/2021/during``; empty
        for what is computed.
    field : str
        The column of the row, or the place in the result of the computation (``above.gap``).
    computation : str
        The public name of the computation; empty for what a row holds.
    about : tuple of str
        What a computed number speaks of, kind and id: ``province:bac-giang``.
    role : str
        In which role a computation named it, such as ``standing.above.province``; empty for what
        was asked for by its own id.
    """

    row: str = ""
    field: str = ""
    computation: str = ""
    about: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True)
class Value:
    """A number and its origin, before a language writes it.

    Parameters
    ----------
    number : float
        The number.
    origin : Origin
        Where it comes from.
    """

    number: float
    origin: Origin

    @property
    def size(self) -> Value:
        """The number without its sign."""
        return self._as(abs(self.number), "|{}|")

    @property
    def negated(self) -> Value:
        """The number with the other sign."""
        return self._as(-self.number, "-{}")

    def rounded(self, decimals: int) -> Value:
        """Return the number with at most so many decimals."""
        return self._as(round(self.number, decimals), "{}")

    def _as(self, number: float, field: str) -> Value:
        return Value(number, replace(self.origin, field=field.format(self.origin.field)))


@dataclass(frozen=True)
class Figure:
    """A number as a language writes it.

    Parameters
    ----------
    shown : str
        The digits with their signs: ``1.380``, ``−0,0016``, ``54%``.
    number : float
        The number.
    origin : Origin
        Where it comes from.
    scale : int
        How many times the number is what is written: 100 for a share in per cent.
    via : tuple of str
        The places of the sentences that it passed through, the innermost first: ``message.value``.
    """

    shown: str
    number: float
    origin: Origin
    scale: int = 1
    via: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.shown

    def __html__(self) -> str:
        return str(escape(self.shown))


@dataclass(frozen=True)
class Name:
    """Words of the data, or of a verdict, as a language has them; digits in them state no figure.

    Parameters
    ----------
    words : str
        The words.
    origin : Origin
        The row and the column (without the language) that they come from.
    via : tuple of str
        As in :class:`Figure`.
    """

    words: str
    origin: Origin
    via: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.words

    def __html__(self) -> str:
        return str(escape(self.words))

    def lower(self) -> Name:
        """Return the words within a sentence, all in lower case."""
        return replace(self, words=self.words.lower())

    def lower_first(self) -> Name:
        """Return the words within a sentence, only the first letter in lower case."""
        return replace(self, words=self.words[:1].lower() + self.words[1:])


@dataclass(frozen=True)
class Mark:
    """A source mark: a link to the list of sources.

    Parameters
    ----------
    source : str
        The source's id.
    place : str
        The place in it, as the data has it; empty if none is named.
    rows : tuple of str
        The rows of the data that were taken from there.
    label : str
        What the link says of the source.
    number : int
        The source's number among those cited.
    anchor : str
        The mark's id in the page; empty in a notebook.
    """

    source: str
    place: str
    rows: tuple[str, ...]
    label: str
    number: int
    anchor: str = ""

    def __str__(self) -> str:
        return ""

    def __html__(self) -> str:
        anchor = Markup('id="{}" ').format(self.anchor) if self.anchor else ""
        link = Markup('<a {}href="#source-{}" title="{}">[{}]</a>')
        link = link.format(anchor, self.source, self.label, self.number)
        return f'&#8288;<sup class="dx-mark">{link}</sup>'


@dataclass(frozen=True)
class Shape:
    """Markup without words of its own: an icon, a line break, the ends of an emphasis.

    Parameters
    ----------
    markup : str
        The markup.
    """

    markup: str

    def __str__(self) -> str:
        return ""

    def __html__(self) -> str:
        return self.markup


Part = str | Figure | Name | Mark | Shape


@dataclass(frozen=True)
class Text:
    """What is said: words and told parts in their order.

    Parameters
    ----------
    parts : tuple of str, Figure, Name, Mark and Shape
        The parts; a plain string states no figure.
    message : str
        The message it was made by; empty for what was put together otherwise.
    unsaid : tuple of Figure
        What its sentences were given to mean and do not show.
    chosen : tuple of str
        The variants that were asked of its sentences: ``overview-rank[up]``.
    """

    parts: tuple[Part, ...] = ()
    message: str = ""
    unsaid: tuple[Figure, ...] = ()
    chosen: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "".join(map(str, self.parts))

    def __html__(self) -> str:
        return "".join(str(escape(part)) for part in self.parts)

    def __add__(self, other: Telling) -> Text:
        return joined("", [self, other], self.message)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def lower(self) -> Text:
        """Return the words within a sentence, all in lower case."""
        return replace(self, parts=tuple(
            part.lower() if isinstance(part, str | Name) else part for part in self.parts
        ))  # fmt: skip

    def of_kind(self, kind: type[_Kind]) -> Iterator[_Kind]:
        """Yield the parts of one kind."""
        return (part for part in self.parts if isinstance(part, kind))

    def in_role(self, role: str) -> Text:
        """Return the text with the role in which a computation named what its names name."""

        def named(part: Part) -> Part:
            if isinstance(part, Name):
                return replace(part, origin=replace(part.origin, role=role))
            return part

        return replace(self, parts=tuple(map(named, self.parts)))

    def passed(self, place: str) -> Text:
        """Return the text with one more place that its figures and names passed through."""
        return replace(self, parts=tuple(_passed(part, place) for part in self.parts))


#: What a sentence, a cell or a label can be made of.
Telling = Part | Text
_Kind = TypeVar("_Kind", str, Figure, Name, Mark, Shape)


def text(telling: Telling) -> Text:
    """Return a part as a text of its own; a text stays what it is."""
    return telling if isinstance(telling, Text) else Text((telling,) if telling != "" else ())


def joined(between: Part, tellings: Iterable[Telling], message: str = "") -> Text:
    """Return several texts as one, with words or a shape between them."""
    texts = [text(each) for each in tellings]
    parts: list[Part] = []
    for each in texts:
        parts += [between, *each.parts] if parts and between != "" else each.parts
    unsaid = (figure for each in texts for figure in each.unsaid)
    chosen = (variant for each in texts for variant in each.chosen)
    return Text(tuple(parts), message, tuple(unsaid), tuple(chosen))


def emphasised(telling: Telling) -> Text:
    """Return a text set off from what follows it."""
    return joined("", [Shape("<strong>"), telling, Shape("</strong>")])


def _passed(part: Part, place: str) -> Part:
    if isinstance(part, Figure | Name):
        return replace(part, via=(*part.via, place))
    return part


_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


class Slots:
    """The told values of one sentence, which a message names by tokens until it is put together.

    Parameters
    ----------
    message : str
        The message's name.
    """

    def __init__(self, message: str) -> None:
        self._message = message
        self._held: list[Text] = []
        self._chosen: list[str] = []

    def choose(self, variant: str) -> str:
        """Keep which variant of the sentence is asked for, and return it; it is no token."""
        variant = variant.replace(_OPEN, "\N{REPLACEMENT CHARACTER}")
        self._chosen.append(f"{self._message}[{variant}]")
        return variant

    def token(self, name: str, telling: Telling) -> str:
        """Keep what a value of the sentence tells, and return the token that stands for it."""
        self._held.append(text(telling).passed(f"{self._message}.{name}"))
        return f"{_OPEN}{len(self._held) - 1}{_CLOSE}"

    def filled(self, words: str) -> Text:
        """Return the sentence with what it tells in the place of each token."""
        said = _TOKEN.split(words)
        told = [self._held[int(piece)] if place % 2 else text(piece)
                for place, piece in enumerate(said)]  # fmt: skip
        whole = joined("", told, self._message)
        silent = set(range(len(self._held))) - set(map(int, said[1::2]))
        unsaid = (each for place in sorted(silent) for each in self._held[place].of_kind(Figure))
        chosen = (*whole.chosen, *self._chosen)
        return replace(whole, unsaid=(*whole.unsaid, *unsaid), chosen=chosen)


_TYPES: dict[str, Callable[..., Any]] = {
    each.__name__: each for each in (Origin, Figure, Name, Mark, Shape, Text)
}


def packed(node: Any) -> str:
    """Return a tree of told things, lists, mappings and plain values as one text.

    A notebook holds it so: written with an indent a value, the hundred thousand origins of a
    briefing take half a second, and two fifths of its file.
    """
    return json.dumps(encoded(node), ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Any:
    """Return the tree that :func:`packed` wrote."""
    return decoded(json.loads(text))


def encoded(node: Any) -> Any:
    """Return a tree of told things, lists, mappings and plain values as JSON can hold it.

    A mapping is written as pairs: none of its keys is taken for the name of a class.
    """
    if isinstance(node, tuple | list):
        return [encoded(each) for each in node]
    if isinstance(node, dict):
        return {"pairs": [[name, encoded(each)] for name, each in node.items()]}
    kind = type(node).__name__
    if kind in _TYPES:
        return {"is": kind, **{name: encoded(each) for name, each in vars(node).items()}}
    return node


def decoded(node: Any) -> Any:
    """Return the tree that :func:`encoded` wrote; lists within told things are tuples again."""
    if isinstance(node, list):
        return [decoded(each) for each in node]
    if not isinstance(node, dict):
        return node
    if "pairs" in node:
        return {name: decoded(each) for name, each in node["pairs"]}
    values = {name: decoded(each) for name, each in node.items() if name != "is"}
    values = {name: tuple(each) if isinstance(each, list) else each
              for name, each in values.items()}  # fmt: skip
    return _TYPES[node["is"]](**values)


def register(kind: type) -> type:
    """Let :func:`encoded` and :func:`decoded` know one more class."""
    _TYPES[kind.__name__] = kind
    return kind

"""What the sentences of all languages have in common, and what each of them claims.

The sentences stand in ``locales/<code>.ftl``; ``locales/claims.csv`` says of those that judge, in
words of its own, what they claim: by which word, and what then holds between their values.
``locales/glossary.csv`` names the terms of the field and the words that are not used for them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from importlib import resources
from operator import eq, ge, gt, le, lt
from typing import NamedTuple

from fluent.syntax import ast, visitor

from helpers.exceptions import Problem, shortened
from helpers.words.language import LANGUAGES
from helpers.words.parsing import Parser

#: The signs of a relation between two values.
RELATIONS: Mapping[str, Callable[[float, float], bool]] = {
    ">": gt, ">=": ge, "=": eq, "<=": le, "<": lt,
}  # fmt: skip
_ORDER = re.compile(r"order: (.*)")
_DIGIT, _WITH_DIGITS = re.compile(r"\d"), re.compile(r"\S*\d\S*")
#: What is said, claimed and called how.
_FILES = (*(f"{code}.ftl" for code in LANGUAGES), "claims.csv", "glossary.csv")
#: Between the paragraphs of a file; no sentence goes on behind an empty line and such a character.
_APART = re.compile(r"\n\n(?=[A-Za-z#-])")
#: So many paragraphs are kept parsed: a file has some twenty, and somebody may be changing some.
_KEPT = 100 * len(LANGUAGES)


class Claim(NamedTuple):
    """What a message claims.

    Parameters
    ----------
    message : str
        The message, with the variant in square brackets where it claims another thing in each.
    words : mapping of str to str
        By language, the word that has to stand in it.
    left, relation, right : str
        What holds between its values: two places of the message, or a place and a number; empty
        where only the word counts.
    """

    message: str
    words: Mapping[str, str]
    left: str
    relation: str
    right: str


@cache
def claims() -> tuple[Claim, ...]:
    """Return what is claimed, message by message."""
    rows = csv.DictReader(_read("claims.csv").splitlines())
    return tuple(
        Claim(row["message"], {code: row[code] for code in LANGUAGES},
              row["left"], row["relation"], row["right"])
        for row in rows
    )  # fmt: skip


class Term(NamedTuple):
    """A term of the field.

    Parameters
    ----------
    term : str
        Its id.
    words : mapping of str to str
        By language, what it is called.
    others : mapping of str to tuple of str
        By language, what it is not called.
    """

    term: str
    words: Mapping[str, str]
    others: Mapping[str, tuple[str, ...]]


@cache
def terms() -> tuple[Term, ...]:
    """Return the glossary, in its order."""
    rows = csv.DictReader(_read("glossary.csv").splitlines())
    return tuple(
        Term(row["term"], {code: row[code] for code in LANGUAGES},
             {code: tuple(filter(None, row[f"not_{code}"].split("; "))) for code in LANGUAGES})
        for row in rows
    )  # fmt: skip


def speaks_of(code: str, words: str) -> list[str]:
    """Return the messages of a language that hold some words as whole words, in any case.

    Parameters
    ----------
    code : str
        The language.
    words : str
        The words.
    """
    sought, messages = words.lower(), _messages(code)
    if sought not in messages.spoken:
        return []
    whole = re.compile(rf"(?<!\w){re.escape(sought)}(?!\w)")
    return [name for name, message in messages.items() if whole.search(message.spoken)]


def _read(name: str) -> str:
    return resources.files("helpers").joinpath("locales", name).read_text("utf-8")


class _Message(NamedTuple):
    """A message as it stands in a file: its line, its text by variant, its places, its comment.

    What is ``spoken`` are its texts in small letters, a line each, to look for words in.
    """

    line: int
    texts: dict[str, str]
    spoken: str
    places: tuple[str, ...]
    order: tuple[str, ...]


class _Messages(dict[str, _Message]):
    """The messages of a file, by name."""

    @cached_property
    def spoken(self) -> str:
        """What all of them speak: most words that somebody looks for stand in none."""
        return "\n".join(message.spoken for message in self.values())


class _Reader(visitor.Visitor):
    """Collects what a message says, in which variant, and which places it names."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.places: dict[str, None] = {}
        self._variant = ""

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802  the library's name
        for variant in node.variants:
            key = variant.key
            self._variant = key.name if isinstance(key, ast.Identifier) else key.value
            self.visit(variant.value)
        self._variant = ""

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self._say(node.value)

    def visit_StringLiteral(self, node: ast.StringLiteral) -> None:  # noqa: N802
        self._say(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.places[node.id.name] = None

    def _say(self, words: str) -> None:
        self.texts[self._variant] = self.texts.get(self._variant, "") + words


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a file, each with the number of lines before it."""
    before = 0
    for paragraph in _APART.split(text):
        yield before, paragraph
        before += paragraph.count("\n") + 2


@lru_cache(_KEPT)
def _entries(paragraph: str) -> tuple[ast.EntryType, ...]:
    """Return the entries of a paragraph, parsed once: who changes one leaves the others."""
    return tuple(Parser().parse(paragraph).body)


@cache
def _messages(code: str) -> _Messages:
    found = _Messages()
    for before, paragraph in _paragraphs(_read(f"{code}.ftl")):
        for name, message in _messages_of(paragraph).items():
            found[name] = message._replace(line=before + message.line)
    return found


@lru_cache(_KEPT)
def _messages_of(paragraph: str) -> dict[str, _Message]:
    """Return the messages of a paragraph, whose lines are counted in it."""
    found = {}
    for entry in _entries(paragraph):
        if isinstance(entry, ast.Message) and entry.value:
            reader = _Reader()
            reader.visit(entry.value)
            declared = _ORDER.search((entry.comment and entry.comment.content) or "")
            order = tuple(declared[1].split()) if declared else ()
            spoken = "\n".join(" ".join(text.split()) for text in reader.texts.values()).lower()
            found[entry.id.name] = _Message(
                _line(paragraph, entry.id.span), reader.texts, spoken, tuple(reader.places), order
            )
    return found


def _line(paragraph: str, span: ast.Span | None) -> int:
    """Return in which line of a paragraph a span begins."""
    return paragraph.count("\n", 0, span.start if span else 0) + 1


def problems() -> list[Problem]:
    """Return what is wrong with the sentences, by file and line.

    Returns
    -------
    list of Problem
        What is no sentence by the rules of Fluent; a digit in a sentence, which no row of the data
        holds; values in another order than in the first language, unless a comment ``# order: …``
        above the sentence says which; a sentence without the word that its claim asks for; and one
        with a word that the glossary has another for.
    """
    return list(_found_in(tuple(map(_read, _FILES))))


@lru_cache(1)
def _found_in(_: tuple[str, ...]) -> tuple[Problem, ...]:
    """Look at files as they are read now, once: each check of the data asks."""
    rules = (_unreadable, _digits, _orders, _missing_words, _other_words)
    return tuple(problem for code in LANGUAGES for rule in rules for problem in rule(code))


def _unreadable(code: str) -> Iterator[Problem]:
    for before, paragraph in _paragraphs(_read(f"{code}.ftl")):
        for entry in _entries(paragraph):
            if isinstance(entry, ast.Junk):
                error = entry.annotations[0]
                fault = f"“{shortened(entry.content)}” cannot be read: {error.message}"
                cure = "write it as the language of the sentences, Fluent, has it"
                line = before + _line(paragraph, error.span)
                yield Problem(f"{code}.ftl", line, "", fault, cure)


def _digits(code: str) -> Iterator[Problem]:
    for name, message in _messages(code).items():
        for words in filter(_DIGIT.search, message.texts.values()):
            if digits := _WITH_DIGITS.search(words):
                fault, cure = f"“{digits[0]}” in “{name}”", "let the data say it: name a value"
                yield Problem(f"{code}.ftl", message.line, "", fault, cure)


def _orders(code: str) -> Iterator[Problem]:
    for name, message in _messages(code).items():
        first = _messages(LANGUAGES[0]).get(name, message)
        expected = message.order or (first.order and message.places) or first.places
        if message.places != expected:
            fault = f"“{name}” names {' '.join(message.places)}, expected {' '.join(expected)}"
            cure = "put the values right, or say “# order: …” above it in every language"
            yield Problem(f"{code}.ftl", message.line, "", fault, cure)


def _missing_words(code: str) -> Iterator[Problem]:
    for claim in claims():
        name, _, variant = claim.message.rstrip("]").partition("[")
        message = _messages(code).get(name)
        if message is None or claim.words[code] not in message.texts.get(variant, ""):
            fault = f"“{claim.message}” does not say “{claim.words[code]}”"
            line = message.line if message else 0
            yield Problem(f"{code}.ftl", line, "", fault, "say what claims.csv asks for")


def _other_words(code: str) -> Iterator[Problem]:
    for term in terms():
        for other in term.others[code]:
            for name in speaks_of(code, other):
                fault, cure = f"“{name}” says “{other}”", f"say “{term.words[code]}”"
                yield Problem(f"{code}.ftl", _messages(code)[name].line, "", fault, cure)

"""Fluent's own parser, with the two things it does most taken in runs of characters.

It reads a file character by character, through several calls each. Half of that time goes to the
words of sentences and to names, which a regular expression finds whole.
"""

from __future__ import annotations

import re

from fluent.syntax import FluentParser, ast
from fluent.syntax.errors import ParseError
from fluent.syntax.parser import with_span
from fluent.syntax.stream import FluentParserStream

_WORDS = re.compile(r"[^{}\n]*")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


class Parser(FluentParser):
    """A parser of files whose lines end with a line feed alone, as Python reads every text."""

    @with_span
    def get_text_element(self, ps: FluentParserStream) -> ast.TextElement:
        """Read the words up to a placeable or the end of the line."""
        return ast.TextElement(_taken(_WORDS, ps))

    @with_span
    def get_identifier(self, ps: FluentParserStream) -> ast.Identifier:
        """Read a name."""
        if name := _taken(_NAME, ps):
            return ast.Identifier(name)
        raise ParseError("E0004", "a-zA-Z")


def _taken(run: re.Pattern[str], stream: FluentParserStream) -> str:
    found = run.match(stream.string, stream.index)
    text = found[0] if found else ""
    stream.index += len(text)
    stream.reset_peek()
    return text

"""The help of the commands, and what is said of a wrong call, in the language of the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from typer.core import TyperCommand, TyperGroup

from helpers.commands.speaking import say

#: How the name of a message begins that stands where a text of help does.
_MESSAGE = "cmd-help-"
#: Words of the library on a page of help, and the messages that say them.
_LIBRARY = {
    "Usage:": "cmd-page-usage",
    "Arguments:": "cmd-page-arguments",
    "Options:": "cmd-page-options",
    "Commands:": "cmd-page-commands",
    "Show this message and exit.": "cmd-page-help",
    "[required]": "cmd-page-required",
    "[default:": "cmd-page-default",
}
#: How the library words a wrong call, with the name in it, and the message that says it.
_WRONG = {
    r"No such command '(?P<name>.*?)'": "cmd-wrong-command",
    r"No such option:? '?(?P<name>-[^'\s.(]*)": "cmd-wrong-option",
    r"Option '(?P<name>.*?)' requires an argument": "cmd-wrong-empty",
    r"Option '(?P<name>.*?)' does not take a value": "cmd-wrong-full",
    r"Got unexpected extra arguments? \((?P<name>.*)\)": "cmd-wrong-extra",
    r"Missing (?:argument|option|parameter):? '(?P<name>.*?)'": "cmd-wrong-missing",
    r"Invalid value for '(?P<name>.*?)': .*valid integer": "cmd-wrong-whole",
    r"Invalid value for '(?P<name>.*?)': .*valid number": "cmd-wrong-number",
    r"Invalid value for '(?P<name>.*?)': .*greater .* equal to (?P<least>\S+)": "cmd-wrong-least",
    r"Invalid value for '(?P<name>.*?)': (?P<value>.*)": "cmd-wrong-value",
}


def wrong_call(library: str) -> str:
    """Return what is wrong with a call, in the language of the terminal.

    Parameters
    ----------
    library : str
        What the library of the command line says of it.
    """
    for pattern, message in _WRONG.items():
        if match := re.match(pattern, library, re.S):
            return say(message, **match.groupdict())
    return library


def _told(text: str | None) -> str | None:
    return say(text) if text and text.startswith(_MESSAGE) else text


@contextmanager
def _speaking(command: Any) -> Iterator[None]:
    """Let the texts of a command's help be words for a while, where they name messages."""
    texts = [(each, each.help) for each in (command, *command.params) if hasattr(each, "help")]
    for each, text in texts:
        each.help = _told(text)
    try:
        yield
    finally:
        for each, text in texts:
            each.help = text


def _page(text: str) -> str:
    """Return a page of help with the library's own words in the language too."""
    for word, message in _LIBRARY.items():
        text = text.replace(word, say(message))
    return text


class SpeakingCommand(TyperCommand):
    """A command whose texts of help may be names of messages."""

    def get_help(self, ctx: Any) -> str:
        """Return the page of help."""
        with _speaking(self):
            return _page(super().get_help(ctx))

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the line in the list of commands."""
        with _speaking(self):
            return super().get_short_help_str(limit)


class SpeakingGroup(TyperGroup):
    """The group of the commands; see :class:`SpeakingCommand`."""

    def get_help(self, ctx: Any) -> str:
        """Return the page of help."""
        with _speaking(self):
            return _page(super().get_help(ctx))

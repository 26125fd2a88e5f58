"""In which language the commands speak, and the words that they print."""

from __future__ import annotations

import locale
import os
from contextvars import ContextVar
from decimal import Decimal
from typing import Annotated

import typer

from helpers.exceptions import BriefingError
from helpers.words.language import LANGUAGES, Language, Said
from helpers.words.refusals import require_one_of
from helpers.words.told import text

#: The environment's word on the language; a ``--lang`` goes before it.
VARIABLE = "BRIEFING_LANG"
#: The variables by which a terminal says its language, in the order in which they count.
_OF_THE_TERMINAL = ("LC_ALL", "LC_MESSAGES", "LANG")
#: What was asked for by ``--lang``; empty if nothing was.
_asked: ContextVar[str] = ContextVar("_asked", default="")


def language() -> Language:
    """Return the language that was asked for, or the environment's; Vietnamese if none is known."""
    return Language(_asked.get() or _of_the_environment())


def _of_the_environment() -> str:
    named = os.environ.get(VARIABLE, "")
    if named in LANGUAGES:
        return named
    of_terminal = (os.environ[name] for name in _OF_THE_TERMINAL if os.environ.get(name))
    name = next(of_terminal, None) or locale.getlocale()[0] or ""
    others = (code for code in LANGUAGES[1:] if name.casefold().startswith(code))
    return next(others, LANGUAGES[0])


def listen(asked: str | None) -> str | None:
    """Speak the language that an option names; the callback of ``--lang``.

    Parameters
    ----------
    asked : str or None
        ``vi`` or ``en``; None or empty where nothing was asked for.

    Raises
    ------
    ParameterError
        If the commands do not speak it.
    """
    if asked:
        require_one_of("language", asked, LANGUAGES)
        _asked.set(asked)
    return asked


def begin(asked: str | None) -> str | None:
    """Speak the language that an option before the command's name names; see :func:`listen`.

    What an earlier command of this process was asked to speak is forgotten.
    """
    _asked.set("")
    return listen(asked)


def say(message: str, /, **values: Said) -> str:
    """Return a sentence of a command as plain text.

    Parameters
    ----------
    message : str
        The message's name; see :meth:`helpers.words.language.Language.say`.
    **values : Value, Figure, Name, Text, str or int
        What it names.
    """
    return str(language().say(message, **values))


def tell(message: str, /, **values: Said) -> None:
    """Print a sentence; see :func:`say`."""
    typer.echo(say(message, **values))


def seconds(taken: float) -> str:
    """Return how long something took, in seconds with one decimal, as the language writes it."""
    return language().plain(Decimal(f"{taken:.1f}"))


def tell_error(error: BriefingError) -> None:
    """Print what a person has to mend, on the channel of errors."""
    said = error.said.get(language().code, str(error))
    # As told words: Fluent takes no plain ones beyond 2,500 characters, and cells to fill are many.
    typer.echo(say("cmd-error", said=text(said)), err=True)


FirstLangOption = Annotated[
    str | None,
    typer.Option("--lang", help="cmd-help-lang", callback=begin, is_eager=True),
]
LangOption = Annotated[
    str | None,
    typer.Option("--lang", help="cmd-help-lang", callback=listen, is_eager=True),
]

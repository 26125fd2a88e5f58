"""How commands write sentences and tables: rich on a terminal, the same as plain text elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import wrap

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from helpers.commands.speaking import language, tell
from helpers.exceptions import in_language

#: How wide a line is; only what cannot be broken, such as an address, may be wider.
WIDTH = 100
#: How a day is written in the data.
_A_DAY = "2022-01-27"


def open_console() -> Console:
    """Return where commands write: the terminal, no wider than is read with ease, or a file."""
    console = Console(highlight=False)
    wide = not console.is_terminal or console.width > WIDTH
    return Console(highlight=False, width=WIDTH) if wide else console


def write(console: Console, text: str, style: str = "", label: str = "", indent: int = 0) -> None:
    """Write a text in lines that break between words.

    Parameters
    ----------
    console : Console
        Where to.
    text : str
        The text.
    style : str
        How a terminal sets it off: ``bold`` or ``dim``.
    label : str
        What stands before it on its first line.
    indent : int
        How many columns are free before the text on every line; the label may stand there.
    """
    first = f"{label} ".ljust(indent) if label else " " * indent
    lines = wrap(
        text,
        console.width,
        initial_indent=first,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in lines or [""]:
        console.print(Text(line, style=style), soft_wrap=True)


def write_table(console: Console, table: Table) -> None:
    """Write a table, its lines without blanks at their ends."""
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        typer.echo(line.rstrip())


def tell_rewritten(paths: Iterable[Path], taken: Mapping[str, str]) -> None:
    """Say which files were added to that a spreadsheet program had saved its own way.

    Parameters
    ----------
    paths : iterable of Path
        The files that were written.
    taken : mapping of str to str
        What :func:`helpers.store.tables.taken` said before.
    """
    for path in paths:
        if path.name in taken:
            before = in_language(taken[path.name], language().code)
            tell("cmd-rewritten", file=path.name, how=before, example=_A_DAY)

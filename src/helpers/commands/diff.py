"""``briefing diff``: what changed between two briefings, figure by figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE
from rich.table import Table
from rich.text import Text

from helpers.commands.options import HOME, ProjectOption, ProvinceOption
from helpers.commands.output import open_console, write, write_table
from helpers.store import data, parameters
from helpers.store.append import make_folder, write_all
from helpers.upkeep import schema
from helpers.words.language import LANGUAGES, Language

if TYPE_CHECKING:
    from helpers.comparing.difference_words import Section

#: How the width is shared: name, first, second, change, sources.
_SHARES = (32, 18, 18, 11, 20)


def diff(  # noqa: PLR0913, PLR0917  its options
    first: Annotated[int, typer.Argument(help="Reporting year to start from.")],
    second: Annotated[int, typer.Argument(help="Reporting year to compare with it.")],
    province: ProvinceOption = HOME,
    lang: Annotated[str, typer.Option(help="Language of the words: vi or en.")] = LANGUAGES[0],
    csv: Annotated[
        Path | None, typer.Option(dir_okay=False, help="File for the table: CSV, or .xlsx.")
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Tell what changed between two briefings, figure by figure, in words and as a table."""
    folder = data.data_folder(project)
    for year in (first, second):  # In both years the province is the one that it is in the first.
        asked = {"year": year, "province": province, "lang": lang}
        chosen = schema.ask(partial(parameters.check, values=asked), folder)
        province = chosen.province
    # These are slow to import, and other commands do without.
    from helpers.comparing import difference, difference_csv, difference_words  # noqa: PLC0415

    package = schema.check(folder)
    if csv is not None:
        make_folder(csv.parent)
    found = difference.between(package, first, second, province)
    teller = difference_words.Teller(*found, Language(lang))
    sections = teller.sections()
    console = open_console()
    for place, sentence in enumerate(teller.headline()):
        write(console, sentence, style="" if place else "bold")
    for section in sections:
        write(console, "")
        write(console, section.heading, style="bold")
        for line in section.lines:
            sources = f" [{line.sources}]" if line.sources else ""
            write(console, line.sentence + sources, indent=2)
    write_table(console, _table(teller.columns(), sections))
    if csv is not None:
        is_workbook = csv.suffix.lower() == ".xlsx"
        written = difference_csv.as_workbook if is_workbook else difference_csv.as_csv
        write_all({csv: written(sections)})
        typer.echo(csv)


def _table(columns: Sequence[str], sections: Iterable[Section]) -> Table:
    table = Table(box=SIMPLE, pad_edge=False, expand=True)
    for name, share in zip(columns, _SHARES, strict=True):
        table.add_column(name, ratio=share, overflow="fold")
    for section in sections:
        table.add_row(Text(section.heading, style="bold"))
        for line in section.lines:
            cells = (line.name, line.before, line.after, line.moved, line.sources)
            table.add_row(*map(Text, cells))
        table.add_section()
    return table

"""``briefing diff``: what changed between two briefings, figure by figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE
from rich.table import Table
from rich.text import Text

from helpers.commands.options import HOME, ProjectOption, ProvinceOption
from helpers.commands.output import open_console, write, write_table
from helpers.commands.speaking import LangOption, language
from helpers.store import data, parameters
from helpers.store.append import make_folder, write_all
from helpers.upkeep import schema

if TYPE_CHECKING:
    from helpers.comparing.difference_words import Section, Teller

#: How the width is shared: name, first, second, change, sources.
_SHARES = (32, 18, 18, 11, 20)


def diff(  # noqa: PLR0913, PLR0917  its options
    first: Annotated[int, typer.Argument(help="cmd-help-first")],
    second: Annotated[int, typer.Argument(help="cmd-help-second")],
    province: ProvinceOption = HOME,
    lang: LangOption = None,
    every: Annotated[bool, typer.Option("--all", help="cmd-help-diff-all")] = False,
    csv: Annotated[Path | None, typer.Option(dir_okay=False, help="cmd-help-csv")] = None,
    project: ProjectOption = None,
) -> None:
    """Tell what changed between two briefings, figure by figure, in words and as a table."""
    folder = data.data_folder(project)
    # These are slow to import, and other commands do without.
    from helpers.comparing import difference, difference_words  # noqa: PLC0415

    def asked(package: data.DataPackage) -> None:
        sides = difference.units(package, first, second, province)
        for year, unit in zip((first, second), sides, strict=True):
            values = {"year": year, "province": unit, "lang": language().code}
            parameters.check(package, values)

    schema.ask(asked, folder)
    package = schema.check(folder)
    if csv is not None:
        make_folder(csv.parent)
    found = difference.between(package, first, second, province)
    teller = difference_words.Teller(*found, language())
    _write(teller, every)
    if csv is not None:
        _save(csv, teller.sections())


def _write(teller: Teller, every: bool) -> None:
    """Write how much changed, what is compared, and every change; the same and the table too."""
    console, sections = open_console(), teller.sections(every)
    write(console, teller.changed(), style="bold")
    for sentence in teller.headline(every):
        write(console, sentence)
    for section in sections:
        write(console, "")
        write(console, section.heading, style="bold")
        for line in section.lines:
            sources = f" [{line.sources}]" if line.sources else ""
            write(console, line.sentence + sources, indent=2)
    if every:
        write_table(console, _table(teller.columns(), sections))


def _save(path: Path, sections: Sequence[Section]) -> None:
    from helpers.comparing import difference_csv  # noqa: PLC0415  slow to import

    is_workbook = path.suffix.lower() == ".xlsx"
    written = difference_csv.as_workbook if is_workbook else difference_csv.as_csv
    write_all({path: written(sections)})
    typer.echo(path)


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

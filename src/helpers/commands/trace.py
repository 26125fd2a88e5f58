"""``briefing trace``: where a figure on a published page comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from helpers.commands.options import (
    HOME,
    OutOption,
    ProjectOption,
    ProvinceOption,
    reports_folder,
)
from helpers.commands.output import open_console, write
from helpers.exceptions import BriefingError
from helpers.store import data, parameters
from helpers.store.data import DataPackage
from helpers.store.parameters import Parameters
from helpers.upkeep import schema
from helpers.words.language import LANGUAGES


class NotBuiltError(BriefingError):
    """There is no published page to look at."""


def trace(  # noqa: PLR0913, PLR0917  its options
    what: Annotated[
        str,
        typer.Argument(
            help="A figure as it stands on the page (1.380, 10/63, “gần 100%”), or the name of an "
            "indicator, a DTI component or a row of the data."
        ),
    ],
    year: Annotated[int | None, typer.Option(help="Reporting year (default: all).")] = None,
    province: ProvinceOption = HOME,
    lang: Annotated[str, typer.Option(help="Language of the page: vi or en.")] = LANGUAGES[0],
    out: OutOption = None,
    project: ProjectOption = None,
) -> None:
    """Say which statements of the published pages have a figure, and where they have it from."""
    folder = data.data_folder(project)
    chosen = schema.ask(lambda package: _chosen(package, year, province, lang), folder)
    # These are slow to import, and other commands do without.
    from helpers.figures import figure_list, trace_question, trace_text, tracing  # noqa: PLC0415

    package = schema.check(folder)
    days = {int(each): data.briefing_day(package, each) for each in package["briefings"]["year"]}
    question = trace_question.ask(what, package, chosen.province)
    files = dict(_published(reports_folder(out, project), chosen, only=year is not None))
    pages = {
        each: figure_list.read(file.read_text(encoding="utf-8"), lang, str(file))
        for each, file in files.items()
    }
    answer = tracing.trace(question, pages, package, chosen.province)
    console = open_console()
    for line in trace_text.lines(answer, files, days):
        write(console, *line)


def _chosen(package: DataPackage, year: int | None, province: str, lang: str) -> Parameters:
    year = year or int(package["briefings"]["year"].max())
    return parameters.check(package, {"year": year, "province": province, "lang": lang})


def _published(out: Path, chosen: Parameters, only: bool) -> Iterator[tuple[int, Path]]:
    """Yield the figures of a province's pages by year: of the chosen one, or of all there are."""
    name = f"{chosen.province}.{chosen.lang}.csv"
    years = sorted(int(each.name) for each in out.glob("*") if each.name.isdecimal())
    found = [each for each in years if (out / str(each) / name).is_file()]
    if chosen.year not in found and (only or not found):
        place = out / (str(chosen.year) if only else "*") / name
        raise NotBuiltError(
            f"{place} has not been built: briefing build --year {chosen.year} "
            f"--province {chosen.province} --lang {chosen.lang} --out {out}"
        )
    for each in [chosen.year] if only else found:
        yield each, out / str(each) / name

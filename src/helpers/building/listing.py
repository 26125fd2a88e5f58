"""The list of the published briefings: what lies in the reports folder, in its own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup
from markupsafe import Markup

from helpers.building import rank_line, seal
from helpers.building.rank_line import RankLine
from helpers.pages import pieces
from helpers.store import data
from helpers.store.data import DataPackage
from helpers.words.language import LANGUAGES, Language

#: So many provinces of a year are told at length; of more, those that the data name.
_MANY = 6
_MESSAGES = (
    "index-title",
    "index-kicker",
    "index-description",
    "index-language",
    "index-none",
    "index-foot",
)


@dataclass(frozen=True)
class _Briefing:
    """A published page: its language, its place from the list, and what it says of itself."""

    lang: str
    href: str
    title: str
    description: str
    as_of: str


@dataclass(frozen=True)
class _Row:
    """A province's briefings of a year, one a language; its ranks beside the newest of them."""

    province: str
    names: dict[str, str]
    briefings: list[_Briefing]
    line: RankLine | None = None


@dataclass(frozen=True)
class _Region:
    """The provinces of a region in a year that has many: its name, and a short line for each."""

    names: dict[str, str]
    lines: list[_Line]


@dataclass(frozen=True)
class _Line:
    """A province in short: its names, and where its briefings are, by language."""

    names: dict[str, str]
    hrefs: dict[str, str]


@dataclass(frozen=True)
class _Year:
    """A reporting year: its headings by language, a row a province, and those folded away."""

    name: str
    headings: dict[str, str]
    rows: list[_Row]
    regions: list[_Region]


def list_page(out: Path, package: DataPackage) -> str:
    """Return the page that lists the published briefings, in all languages at once.

    Parameters
    ----------
    out : Path
        The folder of the reports. Only ``<year>/<province>.<lang>.html`` counts, with a province
        of ``provinces.csv`` and a language of a briefing; it need not exist.
    package : DataPackage
        All there is: the provinces, and the as-of dates of the years.

    Returns
    -------
    str
        The text of ``<out>/index.html``: newest year first, then provinces in their order; each
        province's ranks once, as its newest briefing knows them. Where a year has many provinces,
        those that the data do not name are folded, by region, a line each.
    """
    template = pieces.environment().get_template("list.html.j2")
    text = template.render(
        languages=LANGUAGES,
        words=_words(),
        years=_with_lines(list(_years(out, package)), package),
        width=rank_line.WIDTH,
        height=rank_line.HEIGHT,
        style=Markup(f"{seal.FONTS}\n{pieces.page_style('list')}"),
        policy=seal.POLICY,
    )
    return seal.sealed(text)


def _words() -> dict[str, dict[str, str]]:
    """Return the page's own sentences by message and language."""
    return {name: _by_language(name) for name in _MESSAGES}


def _years(out: Path, package: DataPackage) -> Iterator[_Year]:
    folders = [each for each in out.glob("*") if each.name.isdecimal()]
    for folder in sorted(folders, key=lambda each: int(each.name), reverse=True):
        found = list(_found(folder, package))
        if found:
            full, folded = _apart(package, int(folder.name), found)
            headings = _by_language("index-year", year=folder.name)
            rows = [_row(package, int(folder.name), one) for one in full]
            yield _Year(folder.name, headings, rows, list(_regions(folded)))


@dataclass(frozen=True)
class _Found:
    """A province with briefings in a folder: its row, and the page of each language."""

    province: pd.Series
    paths: dict[str, Path]


def _found(folder: Path, package: DataPackage) -> Iterator[_Found]:
    for _, province in package["provinces"].iterrows():
        paths = {lang: folder / f"{province['province']}.{lang}.html" for lang in LANGUAGES}
        there = {lang: path for lang, path in paths.items() if path.is_file()}
        if there:
            yield _Found(province, there)


def _apart(
    package: DataPackage, year: int, found: list[_Found]
) -> tuple[list[_Found], list[_Found]]:
    """Return which provinces of a year are told at length, and which in a line.

    Where there are many those that the data name are told at length: a page of sixty provinces,
    each with its headline in each language, is one that nobody reads.
    """
    if len(found) <= _MANY:
        return found, []
    rows = package["briefings"]
    named = set(rows.loc[rows["year"].eq(year), "province"])
    return (
        [one for one in found if one.province["province"] in named],
        [one for one in found if one.province["province"] not in named],
    )


def _regions(found: list[_Found]) -> Iterator[_Region]:
    """Yield the provinces by region, in the order of the first of each."""
    for region in dict.fromkeys(one.province["region"] for one in found):
        own = [one for one in found if one.province["region"] == region]
        lines = [
            _Line(_names(one.province), {lang: _href(path) for lang, path in one.paths.items()})
            for one in own
        ]
        name = f"region-{region}" if region else "index-no-region"
        yield _Region(_by_language(name), lines)


def _href(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _names(province: pd.Series) -> dict[str, str]:
    return {lang: Language(lang).name(province) for lang in LANGUAGES}


def _with_lines(years: list[_Year], package: DataPackage) -> list[_Year]:
    """Return the years with each province's ranks in the newest row of it that has a date."""
    dated, told = set(package["briefings"]["year"]), set[str]()
    found = []
    for year in years:
        if int(year.name) not in dated:
            found.append(year)
            continue
        rows = [
            row
            if row.province in told
            else replace(row, line=rank_line.rank_line(package, row.province, int(year.name)))
            for row in year.rows
        ]
        told |= {row.province for row in rows}
        found.append(replace(year, rows=rows))
    return found


def _by_language(message: str, **values: str) -> dict[str, str]:
    return {lang: str(Language(lang).say(message, **values)) for lang in LANGUAGES}


def _row(package: DataPackage, year: int, found: _Found) -> _Row:
    name = found.province["province"]
    days = _as_of(package, year, name)
    briefings = [_briefing(path, lang, days[lang]) for lang, path in found.paths.items()]
    return _Row(name, _names(found.province), briefings)


def _as_of(package: DataPackage, year: int, province: str) -> dict[str, str]:
    """Say by language how far a year's briefings know; nothing of a year without a date."""
    if year not in set(package["briefings"]["year"]):
        return dict.fromkeys(LANGUAGES, "")
    day = data.briefing_day(package, year, province)
    return {
        lang: str(Language(lang).say("briefing-as-of", as_of=Language(lang).date(day)))
        for lang in LANGUAGES
    }


def _briefing(path: Path, lang: str, as_of: str) -> _Briefing:
    head, _, _ = path.read_text(encoding="utf-8").partition("</head>")
    page = BeautifulSoup(head, "html.parser")
    description = page.find("meta", {"name": "description"})
    return _Briefing(
        lang=lang,
        href=_href(path),
        title=page.title.get_text().strip() if page.title else path.name,
        description=str(description["content"]) if description else "",
        as_of=as_of,
    )

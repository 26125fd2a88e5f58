"""Years to come, rehearsed: no edition, rank or lack of a key figure breaks a chapter."""

from __future__ import annotations

from functools import cache

import pytest
from cells import CHAPTERS, told
from conftest import published
from later import later, own_unit

from helpers.analysis import results
from helpers.figures import provenance
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.store import data, editions
from helpers.words.language import LANGUAGES, Language

#: Years whose briefings are rehearsed, each with another draw of which key figures have a result.
YEARS = range(2024, 2031)


@cache
def coming():
    return later(published())


def thinned(package, province, year):
    """The package in which some key figures of a year have a result, and the others have none.

    Each bit of the year's place says of one of them, in turn, whether it has.
    """
    table, own = package["results"], package["results"]["scope"] == province
    lost = [name for place, name in enumerate(results.key_indicators(package, year))
            if not ((year - YEARS[0]) * 9 >> place) & 1]  # fmt: skip
    gone = own & table["indicator"].isin(lost) & (results.year_of(table) == year)
    return data.DataPackage({**package.tables, "results": table[~gone]})


@pytest.mark.parametrize("year", YEARS)
def test_a_briefing_to_come_is_told_and_proven(year):
    province, lang = own_unit(coming(), year), LANGUAGES[year % len(LANGUAGES)]
    package = data.as_of(coming(), data.briefing_day(coming(), year, province))
    known = editions.of_year(thinned(package, province, year), year)
    briefing, language = Briefing(year, province, known), Language(lang)
    # What is left over is only known when all the rest of a page is told.
    pieces = [(path.stem[3:], piece) for path in CHAPTERS
              for _, piece in told(path, Page(path.stem[3:], briefing, language))
              if piece.kind != "rest"]  # fmt: skip
    assert provenance.trace(pieces, briefing, language), "numbers that are proven"

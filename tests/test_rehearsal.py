"""Years to come, rehearsed: no edition, rank or lack of a key figure breaks a chapter."""

from __future__ import annotations

from functools import cache

import pytest
from cells import CHAPTERS, IN_TURN, drawn_for, told
from conftest import html, published
from later import later, own_unit
from markupsafe import Markup

from helpers.analysis import results
from helpers.analysis.edition import Edition, fitted
from helpers.chapters import dti_weights
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


def test_weights_carried_over_are_said_to_be_those_of_the_edition_they_come_from():
    """The first edition to come has the points of the newest there is, whose own were fitted."""
    first = data.newest_edition(published())
    year = first + 2
    province = own_unit(coming(), year)
    known = data.as_of(coming(), data.briefing_day(coming(), year, province))
    known = editions.of_year(known, year)
    assert data.newest_edition(known) == first + 1
    page = Page("dti_climb", Briefing(year, province, known), Language("en"))
    words = html(*dti_weights.fitted(page))
    own = Edition.of(known, first)
    said = " ".join(Markup(words).striptags().replace("\u2060", "").split())
    rows = fitted(known, own).full
    assert f"carried over from the {first} index, whose own were fitted to its {rows} rows" in said
    assert all(f"source-{source}" in words for source in own.weights["source"])


@pytest.mark.parametrize("year", YEARS)
def test_a_briefing_to_come_is_told_and_proven(year):
    province, lang = own_unit(coming(), year), LANGUAGES[year % len(LANGUAGES)]
    package = data.as_of(coming(), data.briefing_day(coming(), year, province))
    known = editions.of_year(thinned(package, province, year), year)
    briefing, language = Briefing(year, province, known), Language(lang)
    # What is left over is only known when all the rest of a page is told.
    with drawn_for(IN_TURN[year % 2]):
        pieces = [(path.stem[3:], piece) for path in CHAPTERS
                  for _, piece in told(path, Page(path.stem[3:], briefing, language))
                  if piece.kind != "rest"]  # fmt: skip
    assert provenance.trace(pieces, briefing, language), "numbers that are proven"

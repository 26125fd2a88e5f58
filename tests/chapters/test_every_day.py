"""A briefing of any day: nothing breaks, and nothing comes from the future."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import pandas as pd
import pytest
from cells import CHAPTERS, IN_TURN, drawn_for, told
from conftest import tracked_notebooks, whole
from IPython.core.formatters import DisplayFormatter
from matplotlib import pyplot

from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.store import data, mergers
from helpers.words.language import Language

TRACKED = [path for path in CHAPTERS if path in tracked_notebooks()]


@cache
def first_days():
    """The first days on which what is known of points or of the unit looked at changes."""
    package = whole()
    sources, editions = package["sources"]["available_from"], package["dti_editions"]["published"]
    starts = {each.date() for each in pd.concat([sources, editions]).dropna()}
    found = {}
    for day in sorted({day + timedelta(step) for day in starts for step in (-1, 0)}):
        known = data.as_of(package, day)
        points = tuple(len(known[name]) for name in ("dti_editions", "dti_weights"))
        units = looked_at(day, 1)
        results = known["results"]["scope"].isin(units).any()
        found.setdefault((points, results, *units), day)
    return list(found.values())


def briefing_on(day, province):
    """The briefing of a day's year as it would be if it were given on that day."""
    package = whole()
    table = package["briefings"]
    own = table.iloc[:1].assign(year=day.year, as_of=pd.Timestamp(day), source="")
    briefings = pd.concat([table[table["as_of"].dt.year < day.year], own]).astype({"year": "Int64"})
    briefings["row"] = "briefings/" + briefings["year"].astype(str)
    package = data.DataPackage({**package.tables, "briefings": briefings})
    return Briefing(day.year, province, data.as_of(package, day))


def looked_at(day, place):
    """Return Bắc Giang, or after it a unit that a merger made; every fourth day another too."""
    there = mergers.at_the_end_of(mergers.known_on(whole()["provinces"], day), day.year)
    names = list(there["province"])
    merged = list(there.loc[there["valid_from"].notna(), "province"])
    first = ["bac-giang"] if "bac-giang" in names else merged[:1]
    return first if place % 4 != 2 else [*first, names[(place * 11) % len(names)]]


@pytest.fixture(autouse=True)
def forgotten():
    yield
    pyplot.close("all")


#: How many such days there are, for which each process would else look as it collects the tests.
DAYS = 6


def test_no_such_day_is_left_out():
    assert len(first_days()) == DAYS


@pytest.mark.parametrize("place", range(DAYS))
def test_a_page_of_any_day_says_what_was_known_on_it(place):
    day = first_days()[place]
    sources = whole()["sources"].set_index("source")["available_from"].dt.date
    editions, formatter = whole()["dti_editions"], DisplayFormatter()
    for province in looked_at(day, place):
        briefing = briefing_on(day, province)
        for path in TRACKED:
            page = Page(path.stem[3:], briefing, Language("vi" if place % 2 else "en"))
            with drawn_for(IN_TURN[place % 2]):
                for _, shown in told(path, page):
                    formatter.format(shown)
            late = [each for each in page.cited if sources[each] > day]
            assert not late, (day, province, path.stem)
        known = briefing.latest.number if briefing.edition else None
        late = editions.loc[editions["published"].dt.date > day, "edition"]
        assert known not in set(late), (day, province)

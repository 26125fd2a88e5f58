"""Chapter 2 follows the tables it is given: another table, another sentence and another chart."""

from __future__ import annotations

import pytest
from cells import shown
from conftest import html, known_in, open_page
from markupsafe import Markup

from helpers.analysis import results
from helpers.chapters import online_services, other_results


@pytest.fixture(scope="module")
def page():
    return open_page(2021, "online_services", "bac-giang")


@pytest.fixture(scope="module")
def known():
    return known_in(2021)["results"]


def words(page, step, **tables):
    return Markup(html(shown(page, step, **tables))).striptags().replace("\u2060", "")


def of(known, *names, scope="bac-giang"):
    return known[known["scope"].eq(scope) & known["indicator"].isin(names)]


def test_the_offer_is_that_of_its_table(page, known):
    assert "of the eligible procedures" in words(page, online_services.supply)
    alone = of(known, "services_level_3_4")
    assert "of the eligible procedures" not in words(page, online_services.supply, offered=alone)
    earlier = alone[alone["timing"] == "during"]
    assert "did not grow" in words(page, online_services.supply)
    assert "did not grow" not in words(page, online_services.supply, offered=earlier)
    assert "do not report it" in words(page, online_services.supply, offered=alone.iloc[:0])


def test_a_year_without_an_offer_tells_the_last_that_its_table_has():
    page, none = open_page(2023, "online_services", "bac-giang"), known_in(2023)["results"].iloc[:0]
    assert "The latest figures (2021)" in words(page, online_services.supply)
    assert "The latest" not in words(page, online_services.supply, offered=none)


def test_the_portals_are_those_of_its_table(page, known):
    assert "payment" in words(page, online_services.portals)
    both = "services_on_national_portal"
    rows = of(known, both, f"{both}_level_3", f"{both}_level_4")
    text = words(page, online_services.portals, integrated=rows)
    assert "payment" not in text and "level 3" in text
    alone = words(page, online_services.portals, integrated=of(known, both, f"{both}_level_4"))
    assert "level" not in alone and "national portal" in alone


def test_use_tells_the_targets_of_its_table(page):
    promised = page.briefing.targets
    assert "target for 2021" in words(page, online_services.use)
    text = words(page, online_services.use, due=promised.iloc[:0])
    assert "target for" not in text and "submitted online" in text


def test_signing_is_that_of_its_table(page, known):
    assert "first in the country" in words(page, online_services.signing)
    rank = of(known, "digital_signing_rank")
    second = of(known, "digital_signing_share", "digital_signing_rank").assign(
        value=lambda rows: rows["value"].where(rows["indicator"] != "digital_signing_rank", 2.0)
    )
    text = words(page, online_services.signing, signed=second)
    assert "first in the country" not in text and "routine" not in text
    assert "reached" not in words(page, online_services.signing, signed=rank)


def test_the_bars_of_the_nation_are_the_rows_of_its_tables(page, known):
    names = ["services_level_3_4_share", "services_with_files_share", "files_online_share"]
    usual = html(shown(page, online_services.national))
    turned = results.speaking(known, "national", names[::-1], 2021)
    other = html(shown(page, online_services.national, shares=turned))
    assert "of public services at level 3-4" in usual and usual != other
    first = [text.split("<tbody>")[1].index("Share of all public") for text in (usual, other)]
    assert first[0] < first[1]
    two = html(shown(page, online_services.national, SHARES=names[1:]))
    assert "Share of all public" not in two and "chosen shares" in two
    assert "chosen shares" not in usual and "these three shares" not in two


def test_the_nations_targets_are_those_of_its_table(page):
    goals = page.briefing.data["targets"].iloc[:0]
    usual = html(shown(page, online_services.national))
    assert "<td>target 50%</td>" in usual and ">target 50%</text>" in usual
    assert "target 50%" not in html(shown(page, online_services.national, goals=goals))


def test_half_of_the_nations_shares_are_not_set_side_by_side(page, known):
    names = ["files_online_share", "never_reported"]
    assert len(results.speaking(known, "national", names[:1], 2021)) == 1
    none = results.speaking(known, "national", names, 2021)
    assert none.empty
    assert "<svg" not in html(shown(page, online_services.national, shares=none))


def test_growth_is_from_the_first_year_of_its_table_to_the_last(page, known):
    usual = words(page, online_services.national_context)
    rows = known[known["scope"] == "national"]
    years = sorted(rows.loc[rows["indicator"] == "services_level_3_4_share", "period"])
    later = rows[rows["period"].gt(years[0])]
    assert f"({years[0]})" in usual
    assert f"({years[0]})" not in words(page, online_services.national_context, context=later)


def test_the_works_are_those_of_its_table(page):
    works = results.foundations(page.briefing.data, "bac-giang", 2021)
    name = str(page.indicator_name(works["indicator"].iloc[0]))
    assert name in words(page, online_services.foundations)
    text = words(page, online_services.foundations, works=works.iloc[1:])
    assert name not in text and str(page.indicator_name(works["indicator"].iloc[1])) in text
    assert "do not report it" in words(page, online_services.foundations, works=works.iloc[:0])


def test_other_results_are_those_of_its_table(page):
    own = page.briefing.news()
    every, some = shown(page, other_results.others), shown(page, other_results.others, news=own)
    assert some.values["rows"] == own["row"].to_list()
    assert len(every.values["rows"]) > len(own) > 0
    assert "Nationwide: " in html(every.values["table"])
    assert "Nationwide: " not in html(some.values["table"])
    none = shown(page, other_results.others, news=own.iloc[:0])
    assert "No other newly published result" in html(none)

"""Absence has four names, and none of them is given to what another place of the page tells."""

from __future__ import annotations

import re
from importlib import resources

import pandas as pd
import pytest
from cells import shown
from conftest import html, knowing, open_page
from fluent.syntax import ast
from fluent.syntax.serializer import serialize_pattern
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from markupsafe import Markup

from helpers.analysis import results
from helpers.chapters import cards, headline, online_services, other_results, overview
from helpers.pages import pieces
from helpers.words.language import LANGUAGES
from helpers.words.parsing import Parser
from helpers.words.told import Figure, Mark, Name

#: What may say that something is not published: what a source says, and what the words mean.
SAID_BY_A_SOURCE = {
    "state-unpublished",
    "cards-unpublished",
    "card-unpublished",
    "method-unknown",
    "form-state",
}
#: What speaks of this briefing itself and of how it is made.
OF_ITSELF = {"draft-note", "form-step", "preview-note", "cmd-help-preview", "cmd-help-watch"}
CLAIMS = {
    "vi": r"chưa (được )?công bố|không công bố|không có trong các nguồn",
    "en": r"not (yet )?(been )?published|unpublished|(no|any) published|none in the sources",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_claims_that_something_is_not_published(code):
    text = resources.files("helpers").joinpath("locales", f"{code}.ftl").read_text("utf-8")
    messages = [each for each in Parser().parse(text).body if isinstance(each, ast.Message)]
    assert messages
    claiming = {
        each.id.name
        for each in messages
        if each.value and re.search(CLAIMS[code], serialize_pattern(each.value), re.IGNORECASE)
    }
    assert claiming - SAID_BY_A_SOURCE - OF_ITSELF == set()


#: What each sentence calls not found, by how it begins in English.
DENIED = {
    "The number of online services of": ["services_level_3_4"],
    "Integration with the national service portal": online_services._PORTALS,
    "The use of online services in": online_services._USE,
    "Digital signing in": online_services._SIGNING,
    "Progress of": ["egov_architecture", "systems_interconnected_levels"],
}  # fmt: skip
STEPS = [
    headline.sentence, overview.lists, cards.key_figures, online_services.supply,
    online_services.portals, online_services.use, online_services.signing,
    online_services.foundations,
]  # fmt: skip
YEAR = 2021


@pytest.fixture(scope="module")
def page():
    return open_page(YEAR, "overview", "bac-giang")


def _rows(page):
    rows = page.briefing.data["results"]
    return rows[rows["scope"].eq("bac-giang") & results.year_of(rows).eq(YEAR)]


def _without(page, dropped):
    rows = page.briefing.data["results"]
    return knowing(page, results=rows[~rows["row"].isin(dropped)])


def _texts(node):
    if isinstance(node, pieces.Text):
        yield node
    elif isinstance(node, pieces.Piece):
        yield from _texts(node.values)
    elif isinstance(node, dict | list | tuple):
        for each in node.values() if isinstance(node, dict) else node:
            yield from _texts(each)


@given(data=some.data())
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_result_is_both_told_and_called_not_found(page, data):
    every = sorted(_rows(page)["row"])
    here = _without(page, data.draw(some.sets(some.sampled_from(every))))
    said = [each for step in STEPS for each in _texts(shown(here, step))]
    cited = {row for each in said for mark in each.parts if isinstance(mark, Mark)
             for row in mark.rows}  # fmt: skip
    told = {row.split("/")[2] for row in cited if row.startswith("results/bac-giang/")
            and row.split("/")[3][:4] == str(YEAR)}  # fmt: skip
    # What no sentence tells stands in the table of other results.
    told |= set(results.present(_rows(here))["indicator"])
    for each in said:
        for name in _called_not_found(here, str(each)):
            assert name not in told, (name, str(each))


def _called_not_found(page, text):
    if "not found in the sources read" in text:
        for start, names in DENIED.items():
            if text.startswith(start):
                yield from names
    if text.startswith("Not found in the"):
        names = page.briefing.data["indicators"]["indicator"]
        listed = text.partition(": ")[2].rstrip(".").split("; ")
        yield from (name for name in names if str(page.indicator_name(name)) in listed)


@given(data=some.data())
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_sentence_of_the_offer_mixes_two_years(page, data):
    rows = page.briefing.data["results"]
    own = rows[rows["scope"].eq("bac-giang") & rows["indicator"].isin(online_services._OFFERED)]
    years = [data.draw(some.sampled_from(["2019", "2020", "2021"])) for _ in range(len(own))]
    offered = own.assign(period=years, timing="during")
    for each in _texts(shown(page, online_services.supply, offered=offered)):
        rows = [part.origin.row for part in each.parts if isinstance(part, Figure | Name)]
        told = {offered.set_index("row")["period"].get(row) for row in rows} - {None}
        assert len(told) <= 1, str(each)


def test_a_figure_without_a_result_has_no_card_and_is_named_below(page):
    figures = results.key_figures(page.briefing.data, "bac-giang", YEAR)
    silent = [each for each in figures if each.result is None]
    assert silent
    shows = shown(page, cards.key_figures)
    (first, *_) = shows.values["pieces"]
    assert len(first.values["cards"]) == len(figures) - len(silent)
    count = len(page.briefing.data["sources"])
    names = "; ".join(str(page.indicator_name(each.indicator)) for each in silent)
    assert f"Not found in the {count} sources read: {names}" in _words(shows)


def _words(piece):
    return Markup(html(piece)).striptags().replace("\u2060", "")


def _with_state(page, state):
    """The page if a source said that there is none of a figure of the year."""
    rows = page.briefing.data["results"]
    own = rows["scope"].eq("bac-giang") & rows["indicator"].eq("services_level_3_4")
    changed = rows[own & rows["timing"].eq("during")].assign(value=float("nan"), state=state)
    return knowing(page, results=pd.concat([rows[~own], changed]))


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("not_ranked", "not ranked (2021)"),
        ("unpublished", "not published, according to its source"),
    ],
)
def test_what_a_source_says_there_is_none_of_is_said_in_its_words(page, state, said):
    here = _with_state(page, state)
    text = _words(shown(here, cards.key_figures))
    assert f"{page.indicator_name('services_level_3_4')}: {said}" in text
    assert f"sources read: {page.indicator_name('services_level_3_4')}" not in text
    _words(shown(here, online_services.supply))


def test_a_measure_that_ended_is_not_called_unknown_and_names_its_successor(page):
    indicators = page.briefing.data["indicators"].copy()
    own = indicators["indicator"].eq("services_level_3_4")
    indicators.loc[own, "measured_until"] = YEAR - 1
    indicators.loc[own, "successor"] = "services_with_files_share"
    rows = page.briefing.data["results"]
    mine = rows["indicator"].eq("services_level_3_4") & rows["scope"].eq("bac-giang")
    earlier = rows.assign(period=rows["period"].where(~mine, str(YEAR - 1)))
    here = knowing(page, indicators=indicators, results=earlier)
    text = _words(shown(here, cards.key_figures))
    successor = page.indicator_name(indicators.loc[own, "successor"].iloc[0])
    assert f"No longer measured after {YEAR - 1}" in text and f"replaced by “{successor}”" in text
    figures = results.key_figures(here.briefing.data, "bac-giang", YEAR)
    assert not next(each for each in figures if each.indicator == "services_level_3_4").lost
    assert "no longer counted by level 3-4; replaced by “" in _words(
        shown(here, online_services.supply)
    )


def test_what_a_source_sets_beside_a_result_stands_beside_it(page):
    row = _rows(page)[_rows(page)["indicator"].eq("digital_signing_share")].iloc[0]
    beside = pd.DataFrame([{
        "scope": "bac-giang", "indicator": row["indicator"], "period": row["period"],
        "position": 1, "who_vi": "Cao Bằng", "who_en": "Cao Bang", "value": 12.5,
        "unit": "percent", "qualifier": "exact", "basis": "printed", "source": row["source"],
        "locator": "", "note": "", "row": "comparators/1",
    }])  # fmt: skip
    assert "Cao Bang: 12.5%" in _words(shown(knowing(page, comparators=beside), cards.key_figures))
    other = knowing(page, comparators=beside.assign(period="1999"))
    assert "Cao Bang" not in _words(shown(other, cards.key_figures))


def test_a_derived_value_says_so_a_second_source_is_cited_and_a_whole_is_told():
    page = open_page(2023, "online_services", "bac-giang")
    rows = page.briefing.data["results"]
    derived = rows[rows["value"].notna()].iloc[0].replace({"printed": "derived"})
    assert str(page.value(derived)).endswith("(derived)")
    assert "derived" not in str(page.value(derived.replace({"derived": "printed"})))
    whole = rows[rows["indicator"].eq("organisations_using_e_invoices")]
    whole = whole.assign(base=whole["value"])
    text = _words(shown(page, other_results.others, news=whole).values["table"])
    assert "all of them, by the source" in text
    alone = whole.assign(base=float("nan"))
    assert "all of" not in _words(shown(page, other_results.others, news=alone).values["table"])
    second = whole.assign(confirmed_by=derived["source"]).iloc[0]
    marks = page.mark(other_results.cite(second)).of_kind(Mark)
    assert [mark.source for mark in marks] == [second["source"], derived["source"]]


def test_a_result_before_a_renaming_has_the_former_name(page):
    indicators = page.briefing.data["indicators"].copy()
    own = indicators["indicator"].eq("par_egovernment_rank")
    indicators.loc[own, ["former_name_en", "former_name_vi"]] = "As it was called"
    indicators.loc[own, "renamed_in"] = YEAR
    here = knowing(page, indicators=indicators)
    row = pd.Series({"indicator": "par_egovernment_rank", "period": str(YEAR - 1)})
    assert str(here.measure_name(row)) == "As it was called"
    row["period"] = str(YEAR)
    assert str(here.measure_name(row)) == indicators.loc[own, "name_en"].iloc[0]

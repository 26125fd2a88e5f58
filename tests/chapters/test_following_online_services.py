"""Chapter 2 follows the tables it is given: another table, another sentence and another chart."""

from __future__ import annotations

import pandas as pd
import pytest
from cells import shown
from conftest import html, knowing, known_in, open_page
from conftest import said as words

from helpers.analysis import results
from helpers.chapters import online_services, other_results
from helpers.exceptions import ParameterError
from helpers.figures.provenance import trace


@pytest.fixture(scope="module")
def page():
    return open_page(2021, "online_services", "bac-giang")


@pytest.fixture(scope="module")
def known():
    return known_in(2021)["results"]


def of(known, *names, scope="bac-giang"):
    return known[known["scope"].eq(scope) & known["indicator"].isin(names)]


def test_the_offer_is_that_of_its_table(page, known):
    assert "of the eligible procedures" in words(page, online_services.supply)
    alone = of(known, "services_level_3_4")
    assert "of the eligible procedures" not in words(page, online_services.supply, offered=alone)
    earlier = alone[alone["timing"] == "during"]
    assert "were already reported before" in words(page, online_services.supply)
    told = words(page, online_services.supply, offered=earlier)
    assert "were already reported before" not in told
    before = alone[alone["timing"] == "before"]
    assert "were already reported before" not in words(page, online_services.supply, offered=before)
    text = words(page, online_services.supply, offered=alone.iloc[:0])
    assert text == "The number of online services of Bac Giang in 2021: not in this table."


def test_a_year_without_an_offer_tells_the_last_that_its_table_has():
    page, none = open_page(2023, "online_services", "bac-giang"), known_in(2023)["results"].iloc[:0]
    assert "The latest figure (2021)" in words(page, online_services.supply)
    text = words(page, online_services.supply, offered=none)
    assert "The latest" not in text and "not found in the sources read" in text


def test_what_is_measured_now_is_told_before_what_was_measured_last():
    page, known = open_page(2023, "online_services", "bac-giang"), known_in(2023)["results"]
    last = of(known, "services_level_3_4")
    now = of(known, "eligible_procedures_level_3_4_share").head(1).assign(period="2023")
    centre = now.assign(indicator="procedures_online_share", value=80.5)
    text = words(page, online_services.supply, offered=pd.concat([last, centre]))
    first, then = text.split(" (2023).", 1)
    assert first == "At the public service centre of Bac Giang, 80.5% of the procedures are " \
        "available online"  # fmt: skip
    assert "The latest figure (2021): 1,380 services" in then
    leads = [str(html(shown(page, "online_services.supply", offered=rows))).count("dx-lead")
             for rows in (last, centre, pd.concat([last, now, centre]))]  # fmt: skip
    assert leads == [1, 1, 1], "one sentence leads, whatever the table has"


def test_the_share_at_the_centre_stands_beside_the_number_of_services(page, known):
    offer = of(known, "services_level_3_4")
    centre = offer.head(1).assign(indicator="procedures_online_share", value=80.0, period="2021")
    text = words(page, online_services.supply, offered=pd.concat([offer, centre]))
    assert text.startswith("Bac Giang offers 1,380 services online")
    assert "80% of the procedures are available online" in text


@pytest.mark.parametrize(
    ("indicator", "told"),
    [
        (
            "files_processed_online_share",
            "Share of files processed online (national portal): 84.4%",
        ),
        ("services_with_files_rank", "online services that received any application: rank 5"),
    ],
)
def test_the_use_is_told_by_whatever_measures_it(page, known, indicator, told):
    value = 84.4 if indicator.endswith("share") else 5.0
    row = of(known, "services_level_3_4").head(1).assign(indicator=indicator, value=value)
    none = page.briefing.targets.iloc[:0]
    text = words(page, online_services.use, used=row.assign(period="2021"), due=none)
    assert text.startswith(("Share", "Rank")) and f"{told} (2021)." in text


def test_the_last_that_a_table_has_is_not_called_the_latest_known():
    page, known = open_page(2023, "online_services", "bac-giang"), known_in(2023)["results"]
    names = ("services_level_3_4", "eligible_procedures_level_3_4_share")
    earlier = of(known, *names).assign(period="2019")
    text = words(page, online_services.supply, offered=earlier)
    assert "is not in this table. The latest figure in it (2019)" in text
    assert "published" not in text


@pytest.mark.parametrize(
    ("step", "table"),
    [("portals", "integrated"), ("signing", "signed"), ("foundations", "works")],
)
def test_what_a_table_leaves_out_is_not_denied(page, known, step, table):
    name = f"online_services.{step}"
    text = words(page, name, **{table: known.iloc[:0]})
    assert "not in this table" in text and "not found in the sources read" not in text
    later = open_page(2023, "online_services", "bac-giang")
    assert "not found in the sources read" in words(later, name, **{table: known.iloc[:0]})


@pytest.mark.parametrize("knob", ["OFFERED", "USED", "SIGNED", "SHARES"])
def test_an_unknown_indicator_is_refused_in_both_languages(page, knob):
    step = {"OFFERED": "supply", "USED": "use", "SIGNED": "signing", "SHARES": "national"}[knob]
    with pytest.raises(ParameterError) as error:
        shown(page, f"online_services.{step}", **{knob: ["files_online_shar"]})
    assert str(error.value) == "unknown indicator “files_online_shar”, did you mean " \
        "files_online_share?"  # fmt: skip
    assert error.value.said["vi"].startswith("Không có chỉ tiêu “files_online_shar”")


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
    none = words(page, online_services.use, due=promised.iloc[:0], USED=[])
    assert none == "The use of online services in Bac Giang in 2021: not in this table."


def test_a_target_for_something_else_is_not_called_one_for_applications(page):
    promised = page.briefing.targets
    other = promised[promised["indicator"] == "services_level_4_on_many_devices_share"]
    text = words(page, online_services.use, due=other)
    assert "of applications submitted online" not in text
    assert "Share of level-4 services available" in text and "target for 2021 is 100%" in text
    ahead = promised[promised["due"] > 2021]
    nobody = promised.assign(scope="national")
    for wrong in (ahead, nobody):
        assert "target for" not in words(page, online_services.use, due=wrong)


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
    turned = results.speaking(page.briefing.data, "national", names[::-1], 2021)
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


def test_half_of_the_nations_shares_are_not_set_side_by_side(page):
    names, known = ["files_online_share", "records_digitised_province_share"], page.briefing.data
    assert len(results.speaking(known, "national", names[:1], 2021)) == 1
    none = results.speaking(known, "national", names, 2021)
    assert none.empty
    text = html(shown(page, online_services.national, shares=none))
    assert "<svg" not in text and "This table has no national figures" in text


def test_only_the_nations_shares_of_the_year_stand_under_its_name(page, known):
    own = of(known, "eligible_procedures_level_3_4_share")
    assert len(own) == 1
    shares = results.speaking(
        page.briefing.data, "national", ["files_online_share", "services_level_4_share"], 2021
    )
    count = of(known, "services_level_3_4", scope="national")
    past = of(known, "services_level_3_4_share", scope="national").query("period == '2020'")
    mixed = pd.concat([shares, own, count, past])
    usual, other = (
        html(shown(page, online_services.national, shares=each)) for each in (shares, mixed)
    )
    assert usual == other
    assert "This table has no national" in html(shown(page, online_services.national, shares=own))


def test_a_target_of_the_province_is_not_drawn_as_the_nations(page):
    goals = page.briefing.data["targets"]
    own = goals[goals["scope"] == "bac-giang"]
    assert "files_online_share" in set(own["indicator"])
    none, some = (
        html(shown(page, online_services.national, goals=each)) for each in (goals.iloc[:0], own)
    )
    assert none == some


def test_the_nations_figures_that_no_source_has_are_not_known():
    page = open_page(2023, "online_services", "bac-giang")
    assert "No pair of figures on online services in 2023, one of the province" in words(
        page, online_services.national
    )


def test_growth_is_from_the_first_year_of_its_table_to_the_last(page, known):
    usual = words(page, online_services.national_context)
    rows = known[known["scope"] == "national"]
    years = sorted(rows.loc[rows["indicator"] == "services_level_3_4_share", "period"])
    later = rows[rows["period"].gt(years[0])]
    assert f"({years[0]})" in usual
    assert f"({years[0]})" not in words(page, online_services.national_context, context=later)
    last = rows[rows["period"].ge(years[-1])]
    assert words(page, online_services.national_context, context=pd.concat([last, last])) == ""


def test_a_share_of_the_province_is_spoken_of_where_it_is_told(page):
    said = "The province’s share is of eligible procedures"
    assert said in words(page, online_services.national_context)
    other = open_page(2021, "online_services", "lai-chau")
    assert "from" in words(other, online_services.national_context)
    assert said not in words(other, online_services.national_context)
    rows = page.briefing.data["results"]
    less = knowing(page, results=rows[rows["indicator"] != "eligible_procedures_level_3_4_share"])
    assert said not in words(less, online_services.national_context)


def test_the_works_are_those_of_its_table(page):
    works = results.foundations(page.briefing.data, "bac-giang", 2021)
    name = str(page.indicator_name(works["indicator"].iloc[0]))
    assert name in words(page, online_services.foundations)
    text = words(page, online_services.foundations, works=works.iloc[1:])
    assert name not in text and str(page.indicator_name(works["indicator"].iloc[1])) in text


@pytest.mark.parametrize("state", ["unpublished", "done"])
def test_what_has_a_state_and_is_no_work_is_told_with_other_results_and_proven(page, state):
    rows = page.briefing.data["results"]
    one = of(rows, "digital_signing_share").iloc[0]
    indicator = "organisations_using_e_invoices"
    row = "/".join(["results", "bac-giang", indicator, *one["row"].split("/")[3:]])
    new = one.to_frame().T.assign(indicator=indicator, row=row, state=state)
    if state == "unpublished":
        new = new.assign(value=float("nan"), qualifier="")
    more = pd.concat([rows, new.astype(rows.dtypes)], ignore_index=True)
    knows = knowing(page, results=more)
    works = results.foundations(knows.briefing.data, "bac-giang", 2021)
    assert indicator not in set(works["indicator"]) and len(works) > 1
    name = str(page.indicator_name(indicator))
    assert name not in words(knows, online_services.foundations)
    news = knows.briefing.news()
    told = shown(knows, other_results.others, news=news[news["indicator"] == indicator])
    assert name in html(told.values["table"])
    said = str(page.text("state-unpublished"))
    assert (said in html(told.values["table"])) is (state == "unpublished")
    for piece in (shown(knows, online_services.foundations), told.values["table"]):
        trace([("online_services", piece)], knows.briefing, knows.language)


def test_other_results_are_those_of_its_table(page):
    own = page.briefing.news()
    every, some = shown(page, other_results.others), shown(page, other_results.others, news=own)
    assert some.values["rows"] == own["row"].to_list()
    assert len(every.values["rows"]) > len(own) > 0
    assert "Nationwide: " in html(every.values["table"])
    assert "Nationwide: " not in html(some.values["table"])
    none = shown(page, other_results.others, news=own.iloc[:0])
    assert "This table holds no newly published result." in html(none)
    assert "Bac Giang and of the whole country, new" in html(every.values["table"])
    assert "Other results of Bac Giang, new in this briefing" in html(some.values["table"])


def test_where_nothing_is_found_the_chapter_says_so_in_one_sentence():
    page = open_page(2021, "online_services", "ca-mau")
    steps = ("supply", "portals", "use", "signing")
    said = [words(page, getattr(online_services, step)) for step in steps]
    assert "not found in the sources read" in said[0] and "digital signing" in said[0]
    assert not any(each.strip() for each in said[1:])

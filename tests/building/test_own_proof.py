"""What a page says of its own proof: its counts are those of its list, its data and its day."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import cache

import pandas as pd
import pytest
from conftest import open_page, published

from helpers.analysis import confirmed, quality, second_sources
from helpers.building.own_proof import own_proof
from helpers.chapters.quality import statement
from helpers.exceptions import OrphanNumberError
from helpers.figures.figure_list import written
from helpers.figures.provenance import trace
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.pages.pieces import piece
from helpers.store import data
from helpers.words.language import LANGUAGES, Language
from helpers.words.told import Figure, Origin, Text

#: Of each year the province of its briefing, and one without results; of 2022 both lack a score.
CASES = [
    *published().calendar.briefings,
    (2022, "an-giang"),
    (2023, "da-nang"),
]


@cache
def here(year, province):
    return Briefing.of(published(), year, province)


def opened(year, province, lang="en"):
    return Page("appendix", here(year, province), Language(lang))


def figures(page, said):
    """What a page states of its proof: the place and the number of each figure."""
    stated = trace([(page.chapter, said)], page.briefing, page.language)
    return [(each.figure.origin.field, each.figure.number) for each in stated]


def counted(briefing, **tables):
    """What is counted of a briefing that knows other tables."""
    known = data.DataPackage({**briefing.data.tables, **tables})
    return quality.quality(known, briefing.province, briefing.year)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("year", "province"), CASES)
def test_every_page_says_how_it_was_checked_and_every_number_of_that_is_proven(
    year, province, lang
):
    page = opened(year, province, lang)
    said = own_proof(page, [])
    assert [len(each.values["items"]) > 0 for each in said.values["pieces"]] == [True] * 4
    found = figures(page, said)
    assert ("traced.numbers", len(found)) in found
    words = " ".join(str(item) for each in said.values["pieces"] for item in each.values["items"])
    name, office = str(page.name), page.briefing.row[f"office_{lang}"]
    assert name in words and (not office or office in words)
    nobody = str(page.text("quality-no-office"))
    assert (nobody in words) == (not office)
    known = here(year, province).data["results"].query("scope == @province")
    assert ("results.known" in dict(found)) == bool(len(known))
    unscored = str(page.text("quality-unscored", province=page.name, edition=page.edition))
    assert (unscored in words) == (not page.briefing.scored)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_numbers_of_a_page_are_as_many_as_its_list_names(built, lang):
    path = built.pages[lang]
    text = path.with_suffix(".csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    own = {each["statement"]: [] for each in rows if each["computation"] == "quality"}
    for each in rows:
        if each["statement"] in own:
            own[each["statement"]].append(int(float(each["value"])))
    first = next(iter(own.values()))
    sources = {name for each in rows for name in each["sources"].split("; ") if name}
    computed = sum(each["basis"] == "computed" for each in rows)
    assert first[:3] == [len(rows), len(rows) - computed, computed] and first[4] == len(sources)
    assert first[3] > 100 and len(own) > 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_a_folded_section_before_the_sources(built, lang):
    text = built.pages[lang].read_text(encoding="utf-8")
    title = str(Language(lang).say("appendix-quality"))
    assert text.count('<details class="dx-section" id="appendix-quality">') == 1
    section = text.split('id="appendix-quality">')[1]
    assert section.lstrip().startswith(f"<summary><h3>{title}</h3></summary>")
    assert section.index("</details>") < section.index('id="appendix-sources"')


def test_the_counts_follow_the_data():
    briefing = here(2023, "bac-giang")
    before = counted(briefing)
    told = before.results
    assert told.seconded + told.single + told.differing == told.known
    results, facts = briefing.data["results"], briefing.data["confirmed"]
    alone = (results["scope"] == "bac-giang") & (results["confirmed_by"] == "")
    alone &= ~results["row"].isin(facts["about"]) & results["state"].eq("")
    row = results.index[alone & results["qualifier"].eq("exact") & results["basis"].eq("printed")][
        0
    ]
    changed = results.copy()
    changed.loc[row, ["confirmed_by", "qualifier", "basis"]] = [
        "mic-2021-draft",
        "approx",
        "derived",
    ]
    after = counted(briefing, results=changed).results
    assert (after.seconded, after.single) == (
        before.results.seconded + 1,
        before.results.single - 1,
    )
    assert (after.derived, after.inexact) == (
        before.results.derived + 1,
        before.results.inexact + 1,
    )
    none = counted(briefing, results=results[results["scope"] != "bac-giang"]).results
    assert (none.known, none.single, none.first) == (0, 0, None)


def test_a_fact_counts_where_it_agrees_and_for_whom_it_speaks():
    briefing = here(2023, "bac-giang")
    facts, before = briefing.data["confirmed"], counted(briefing)
    agreed = facts[facts["about"].str.contains("/bac-giang/")]
    assert before.facts.own == len(agreed) and before.facts.agree == len(facts)
    value = facts["value"].mask(facts.index == agreed.index[0], 62)
    denied = counted(briefing, confirmed=facts.assign(value=value)).facts
    assert (denied.held, denied.agree, denied.own) == (len(facts), len(facts) - 1, len(agreed) - 1)
    results = briefing.data["results"]
    gone = results[~results["row"].isin(facts["about"])]
    held = counted(briefing, results=gone).facts.held
    assert held == int(facts["about"].str.startswith("dti_").sum()) < len(facts)
    seconded = counted(briefing, confirmed=facts.iloc[:0])
    assert seconded.facts.held == 0 and seconded.results.seconded < before.results.seconded
    page = Page("appendix", replace(briefing, data=data.DataPackage(
        {**briefing.data.tables, "confirmed": facts.iloc[:0]})), Language("en"))  # fmt: skip
    assert "no number printed by another document" in str(
        own_proof(page, []).values["pieces"][0].values["items"]
    )


def test_totals_are_counted_over_all_editions_and_their_sharpness_is_of_the_newest():
    years = {year: counted(here(year, "bac-giang")) for year in (2021, 2022, 2023)}
    assert years[2021].totals == replace(years[2022].totals, noticed=years[2021].totals.noticed)
    assert years[2022].totals.noticed is None
    newest = years[2023].totals
    assert newest.held == newest.recomputed + newest.bounded > years[2021].totals.held
    assert 0 < newest.noticed < years[2021].totals.noticed < 1
    editions = here(2023, "bac-giang").data["dti_editions"]
    none = counted(here(2023, "bac-giang"), dti_editions=editions.iloc[:0])
    assert none.totals.held == 0 and none.reach == quality.Reach()


def test_what_a_page_counts_of_itself_needs_no_source_and_anything_else_does():
    page = open_page(2021, "appendix", "bac-giang", "vi")

    def stated(computation):
        origin = Origin("", "traced.numbers", computation)
        figure = Figure("3", 3, origin, via=("quality-numbers.numbers",))
        return trace([("c", piece("paragraph", text=Text((figure,)), style=""))], page.briefing,
                     page.language)  # fmt: skip

    (own,) = stated("quality")
    assert own.rows == own.sources == ()
    assert ",quality," in written([own], {"c": "x"}, pd.Series({"article": "u"}))
    with pytest.raises(OrphanNumberError, match="no source is cited for it"):
        stated("proof")


def test_what_is_not_known_is_said():
    page = opened(2021, "bac-giang")
    tables = page.briefing.data.tables
    empty = {name: tables[name].iloc[:0] for name in ("dti_editions", "dti_scores", "results")}
    briefing = replace(page.briefing, data=data.DataPackage({**tables, **empty}))
    first, coverage, *_ = own_proof(replace(page, briefing=briefing), []).values["pieces"]
    proven, covered = (" ".join(map(str, each.values["items"])) for each in (first, coverage))
    assert "None was found with scores of its components" in proven
    assert (
        "no table had been published" in covered
        and "Results of Bac Giang beyond the DTI: not found" in covered
    )


def test_totals_that_only_lie_between_bounds_are_not_called_recomputed():
    page = opened(2023, "bac-giang")
    facts = confirmed.judged(page.briefing.data)
    checked = counted(page.briefing)
    totals = replace(checked.totals, held=5, recomputed=0, bounded=5)
    for each, words in (
        (totals, "None has every component needed to recompute it; 5 were only held"),
        (replace(totals, recomputed=5, bounded=0), "5 were recomputed from all of them, with a"),
    ):
        said = statement(page, replace(checked, totals=each), facts)
        words_of = str(said.values["pieces"][0].values["items"][1])
        assert words in words_of and ("bounds" in words_of) == bool(each.bounded)
    trace([("c", said)], page.briefing, page.language)


def test_another_source_of_a_result_confirms_it_or_is_named_with_its_number():
    page = opened(2024, "bac-giang")
    others = second_sources.of_other_sources(page.briefing.data, "bac-giang", 2024).set_index(
        "indicator"
    )
    assert others["same"].to_dict() == {
        "par_egovernment_rank": True, "par_rank": True, "grdp": False
    }  # fmt: skip
    words = " ".join(map(str, own_proof(page, []).values["pieces"][0].values["items"]))
    plain = re.sub(r"\[\d+\]|\u2060", "", words)
    assert "GRDP (2023): about 181.8 trillion dong, and about 181.9 trillion dong." in plain
    before = counted(page.briefing).results
    alone = counted(page.briefing, **{"results beside": page.briefing.data["results"][:0]}).results
    # The rank that was first in 2020 is confirmed by a fact as well.
    assert (before.differing, alone.differing) == (1, 0)
    assert (before.seconded, alone.seconded) == (alone.seconded + 1, before.seconded - 1)
    assert "181.9" not in " ".join(
        map(str, own_proof(opened(2023, "bac-giang"), []).values["pieces"])
    )


def spoken_of(rows, sources=None):
    """How a result of 2024 and others of other sources are held against each other."""
    known = published()
    results = known["results"].query("scope == 'bac-giang' and indicator == 'grdp'").iloc[:1]
    rows = [{"source": "article", "qualifier": "exact", **row} for row in rows]
    here, others = (
        pd.concat([results] * len(some)).assign(**pd.DataFrame(some).to_dict("list"))
        for some in (rows[:1], rows[1:])
    )
    kept = here.assign(row="kept", note="")
    return second_sources.compared(kept, others, known["sources"])["same"].tolist()


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        (88.54, 88.5, [True]),
        (88.54, 88.6, [False]),
        (181.8, 181.9, [False]),
        (1380, 1381, [False]),
        (1380, 1380, [True]),
    ],
)
def test_two_numbers_are_one_at_the_decimals_of_the_shorter(here, there, same):
    assert spoken_of([{"value": here}, {"value": there, "source": "par-2022"}]) == same


def test_what_cannot_be_held_against_each_other_neither_confirms_nor_denies():
    here, copies = {"value": 80.0}, published()["sources"].query("copy_of != ''").iloc[0]
    assert spoken_of([here, {"value": 83.2, "source": "par-2022", "qualifier": "more_than"}]) == []
    alike = {"qualifier": "more_than"}
    other = {"value": 80.0, "source": "par-2022", **alike}
    assert spoken_of([here | alike, other]) == [True]
    copied = {"value": 80.0, "source": copies["source"]}
    assert spoken_of([here | {"source": copies["copy_of"]}, copied]) == []
    assert spoken_of([here, copied]) == [True]


def test_each_result_is_confirmed_alone_or_contradicted_and_nothing_twice():
    briefing = here(2024, "bac-giang")
    results, before = briefing.data["results"], counted(briefing).results
    seconded = results[results["scope"].eq("bac-giang") & results["confirmed_by"].ne("")]
    more = seconded.iloc[:1].assign(source="stttt-bg-2024", row="results/other", value=1_000_000)
    beside = pd.concat([briefing.data.tables["results beside"], more])
    after = counted(briefing, **{"results beside": beside}).results
    assert (after.seconded, after.single, after.differing) == (
        before.seconded - 1, before.single, before.differing + 1,
    )  # fmt: skip


def test_a_rank_of_the_index_that_a_fact_confirms_rests_on_two_sources():
    briefing = here(2021, "bac-giang")
    facts = briefing.data["confirmed"]
    rank = facts["about"].eq("dti_scores/2020/63/bac-giang/total") & facts["column"].eq("rank")
    assert set(facts.loc[rank, "source"]) >= {"article", "bgo-370411"}
    alone = counted(briefing, confirmed=facts[~(rank & facts["source"].ne("article"))]).results
    assert counted(briefing).results.seconded == alone.seconded + 1, "its own is no second source"

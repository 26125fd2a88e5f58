"""The words of the chapters for every kind of province and edition."""

from __future__ import annotations

import re
from itertools import pairwise, product

import pytest
from cells import shown, told, undrawn
from conftest import html, knowing, open_page, parse, said, tracked_notebooks
from samples import altered

from helpers.analysis import dti
from helpers.chapters import (
    appendix,
    dti_climb,
    dti_gaps,
    dti_outlook,
    dti_peers,
    dti_position,
    dti_robustness,
    dti_strip,
    headline,
    overview,
)
from helpers.figures import provenance
from helpers.pages.pieces import join, others
from helpers.words.language import LANGUAGES

NOTEBOOKS = [path for path in tracked_notebooks() if path.name[0].isdecimal()]
#: Top, bottom, ranked only, scored without pillars, below a tie, region unknown, unknown in 2020,
#: pillars without ranks.
PROVINCES = ("bac-giang", "da-nang", "bac-kan", "thai-nguyen", "hai-duong", "vinh-phuc", "ha-nam",
             "lam-dong")  # fmt: skip
#: Of each year; and after the merger two units that it made, and one that it left as it was.
PLACES = [
    *product((2021,), PROVINCES),
    *product((2022,), PROVINCES[::2]),
    # Of edition 2022 everything is known of all: there are fewer kinds.
    *product((2023,), ("bac-giang", "da-nang", "bac-kan", "vinh-phuc")),
    *product((2025,), ("bac-ninh-2025", "ho-chi-minh-2025", "ha-noi")),
]
#: One or the other language in turn: the published pages are read in both.
CASES = [(*place, LANGUAGES[turn % 2]) for turn, place in enumerate(PLACES)]


#: So many charts there are at least where most is known.
DRAWN = {(2021, "bac-giang"): 7, (2023, "bac-giang"): 9, (2023, "da-nang"): 7}


def in_full(piece):
    """A table of all the rest as if nothing of it were told elsewhere: every row."""
    return others(piece, ()) if piece.kind == "rest" else piece


def check(piece, where):
    text = html(piece)
    words = re.sub(r"(?i)(đà n|da n|quảng n|quang n)[aẵ]?[a-zẵ]*g?", "", text)
    assert "None" not in words and not re.search(r"\bnan\b|<NA>|NaT", words), (where, text)
    tree = parse(f"<!DOCTYPE html><title>t</title>{text}")
    for figure in tree.iter("figure"):
        check_figure(figure)
    return [figure.get("id") for figure in tree.iter("figure")]


def check_figure(figure):
    """A title is short, what says the chart to who cannot see it says more, and text is text."""
    headline = figure.find(".//figcaption/strong").text
    assert len(headline) <= 90, headline
    drawings = figure.findall(".//{*}svg")
    assert len(drawings) == 2
    for svg in drawings:
        words = {name: svg.find(f"{{*}}{name}").text for name in ("title", "desc")}
        assert words["title"] == headline
        assert words["desc"] != headline
        assert any(digit in words["desc"] for digit in "0123456789")
        assert svg.findall(".//{*}text"), "text is text"
    assert figure.find(".//details//table") is not None


def whole_appendix(page):
    """The method and, where there is an edition, its table."""
    known = page.briefing.edition is not None
    return join(appendix.method(page), *([appendix.edition_table(page)] if known else []))


@pytest.mark.parametrize(("year", "province", "lang"), CASES)
def test_every_kind_of_province_is_spoken_of_without_an_orphan_number(year, province, lang):
    pieces, drawn = [], []
    for path in NOTEBOOKS:
        for step, piece in told(path, open_page(year, path.stem[3:], province, lang)):
            drawn += check(piece, step)
            pieces.append((path.stem[3:], in_full(piece)))
    page = open_page(year, "appendix", province, lang)
    piece = whole_appendix(page)
    check(piece, "appendix")
    assert len(drawn) >= DRAWN.get((year, province), 0), drawn
    provenance.trace([*pieces, (page.chapter, piece)], page.briefing, page.language)


@pytest.mark.parametrize(
    ("year", "province", "lang"), [(2021, "bac-giang", "en"), (2025, "bac-ninh-2025", "vi")]
)
def test_every_step_speaks_of_a_day_before_the_first_edition(year, province, lang):
    early = open_page(year, "overview", province, lang)
    none = {name: early.briefing.data[name].iloc[:0]
            for name in ("dti_editions", "dti_weights", "dti_scores")}  # fmt: skip
    for path in NOTEBOOKS:
        page = knowing(open_page(year, path.stem[3:], province, lang), **none)
        pieces = []
        for step, piece in told(path, page):
            check(piece, step)
            pieces.append((page.chapter, in_full(piece)))
        provenance.trace(pieces, page.briefing, page.language)
    page = knowing(open_page(year, "appendix", province, lang), **none)
    check(whole_appendix(page), "appendix")
    page = knowing(open_page(year, "dti_position", province, lang), **none)
    assert page.briefing.edition is None and page.briefing.breakdown is None
    text = said(page, dti_position.coverage)
    assert {"en": "no edition of the index was found", "vi": "chưa tìm thấy kỳ DTI nào"}[
        lang
    ] in text


def scored(**scores):
    """Changes of scores of edition 2020: total and pillars by short names."""
    long = {"government": "digital_government", "economy": "digital_economy",
            "society": "digital_society"}  # fmt: skip
    return {long.get(name, name): {"score": score} for name, score in scores.items()}


def opened(chapter, province, edition_2020):
    """A page of the 2021 briefing on data that were changed."""
    page = open_page(2021, chapter, province)
    table = altered(page.briefing.data["dti_scores"], 2020, edition_2020)
    return knowing(page, dti_scores=table)


def test_the_leader_has_no_one_above():
    for year in (2021, 2023):
        page = open_page(year, "dti_position", "da-nang")
        assert "there is no province above it" in said(page, dti_position.standing)
        assert "leads: there is no rank above it" in said(page, dti_climb.cheapest)
        assert said(page, dti_climb.ranks) == ""
        step = dti_robustness.distribution if year == 2021 else dti_robustness.in_short
        assert "always at rank 1 among the" in said(page, step)
        assert "<svg" not in html(shown(page, dti_robustness.distribution))


def test_a_rank_without_a_score_and_no_rank_at_all():
    page = open_page(2021, "dti_position", "thai-nguyen")
    assert "No score of Thai Nguyen was found" in said(page, dti_position.standing)
    assert "cannot be tested under other weights" in said(page, dti_robustness.weights)
    page = open_page(2021, "dti_position", "ha-nam")
    assert "give no DTI rank for Ha Nam" in said(page, dti_position.standing)


def test_one_below_a_gap_is_not_told_who_is_just_above():
    page = open_page(2021, "dti_position", "hai-duong")
    assert "nearest above with a published total is Bac Giang" in said(page, dti_position.standing)


def test_why_the_rank_is_what_it_is():
    text = said(open_page(2021, "dti_position", "bac-giang"), dti_gaps.why)
    assert (
        "1.6 points of a thousand behind Kien Giang (rank 9): it trails on digital "
        "society (−17.6), digital economy (−1.0) and leads on digital government (+17.0)"
    ) in text
    assert "Against the leader, Da Nang" in text and "−56.2 of −125.9" in text
    text = said(open_page(2023, "dti_position", "cao-bang"), dti_gaps.why)
    assert "39.7 points of a thousand behind Bac Lieu (rank 60)" in text
    assert "leads on nothing" in text
    assert "Against the mean of the 63" in text
    page = open_page(2021, "dti_position", "da-nang")
    assert "77.7 points of a thousand ahead of Thua Thien Hue (rank 2)" in said(page, dti_gaps.why)
    assert "digital society lifts Da Nang the most" in said(page, dti_gaps.split)
    page = open_page(2021, "dti_position", "thai-nguyen")
    assert "cannot be split" in said(page, dti_gaps.why) and said(page, dti_gaps.split) == ""


def test_a_gap_that_only_rounding_makes_is_said_to_be_one():
    same = scored(total=0.3616, government=0.4455, economy=0.3019, society=0.3092)
    page = opened("dti_position", "bac-giang", {"kien-giang": same})
    assert "with equal components: the gap lies within rounding" in said(page, dti_gaps.why)
    assert "Only rounding sets Bac Giang and Kien Giang apart" in said(page, dti_gaps.split)
    less = same | scored(society=0.3091)
    page = opened("dti_position", "bac-giang", {"kien-giang": less})
    assert "yet it leads on digital society" in said(page, dti_gaps.why)


def test_how_the_rank_moved():
    expected = {
        (2022, "bac-giang"): "kept rank 10, as in the 2020 index",
        (2023, "bac-giang"): "climbed 1 place from the 2021 index: from rank 10 to rank 9",
        (2023, "bac-ninh"): "fell 3 places from the 2021 index: from rank 4 to rank 7",
        (2023, "an-giang"): "An Giang in the 2021 index is not known",
    }
    for (year, province), words in expected.items():
        text = said(open_page(year, "dti_position", province), dti_peers.past)
        assert words in text, text[:300]
        assert "The method changed with the 2021 index" in text
        assert year != 2022 or "Binh Phuoc 25 (derived) 9" in text, "marked wherever it stands"


def test_what_the_better_ones_do_and_who_is_the_nearest_better():
    page = open_page(2021, "dti_position", "bac-giang")
    assert "5 have a higher total; they are ahead the most" in said(page, dti_peers.alike)
    page = open_page(2023, "dti_position", "bac-giang")
    text = said(page, dti_peers.alike)
    assert "none has a higher total" in text
    assert "most like Bac Giang is Bac Ninh (rank 7): it is ahead the most in shared" in text
    assert "population and GRDP per head is Can Tho (rank 5)" in said(
        page, dti_peers.size_and_income
    )
    page = open_page(2023, "dti_position", "da-nang")
    assert "most like Da Nang is" not in said(page, dti_peers.alike)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda income: income, "tends to go with a higher DTI 2022 total"),
        (lambda income: 10_000 / income, "tends to go with a lower DTI 2022 total"),
        (lambda income: income.sample(frac=1, random_state=3).to_numpy(), "show no clear link"),
    ],
)
def test_the_link_with_income_is_said_as_the_data_have_it(change, words):
    page = open_page(2023, "dti_position", "bac-giang")
    context = page.briefing.data["context"]
    column = "grdp_per_capita_million_vnd"
    other = context.assign(**{column: change(context[column])})
    page = knowing(page, context=other)
    text = said(page, dti_peers.size_and_income)
    assert words in text, text[:800]
    assert "95% confidence interval" in text


def test_what_climbing_takes_in_every_case():
    page = open_page(2021, "dti_outlook", "bac-giang")
    text = said(page, dti_climb.cheapest)
    assert "digital government needs the fewest: 4.0 points, which is 4%" in text
    assert "digital society is closer: 5.4 points, only 3%" in text
    page = open_page(2021, "dti_outlook", "hai-duong")
    told = "takes 11.1 points more in the total than others gain; the component scores"
    assert told in said(page, dti_climb.cheapest)
    high = scored(total=0.97, government=0.97, economy=0.97, society=0.97)
    rows = {"thua-thien-hue": high, "da-nang": scored(total=0.9999)}
    page = opened("dti_outlook", "thua-thien-hue", rows)
    assert "no component of Thua Thien Hue is enough on its own" in said(page, dti_climb.cheapest)
    page = opened("dti_outlook", "thua-thien-hue",
                  {"thua-thien-hue": scored(government=0.6)})  # fmt: skip
    assert "already has the best score there" in said(page, dti_climb.cheapest)


def test_the_reserve_against_the_strictest_promise():
    page = open_page(2021, "dti_outlook", "bac-giang")
    text = said(page, dti_outlook.rank_targets)
    assert "strictest target is rank 10 (DTI 2021; by 2030)" in text
    assert "rank 10 today leaves no place to spare" in text
    assert "leaves 1 place to spare" in said(open_page(2023, "dti_outlook", "bac-giang"),
                              dti_outlook.rank_targets)  # fmt: skip
    page = opened("dti_outlook", "bac-giang", {"bac-giang": {"total": {"rank": 13}}})
    assert "rank 13 today is 3 places short" in said(page, dti_outlook.rank_targets)
    page = open_page(2021, "dti_outlook", "da-nang")
    assert "These are ranks" not in said(page, dti_outlook.rank_targets)


def test_a_low_rank_is_nothing_that_went_well():
    page = open_page(2023, "overview", "cao-bang")
    assert "worst in infrastructure (62nd of 63, below the mean)" in said(page, headline.sentence)
    text = said(page, overview.lists)
    assert "Main results" not in text and "Digital economy: rank 62 of 63" in text
    text = said(open_page(2023, "overview", "bac-giang"), overview.lists)
    assert "Main results" in text and "Digital economy: rank 10 of 63" in text
    assert "4 of the 6 key figures were known before, but no result for 2023 was found" in text
    assert "meeting the target" not in text, "that rank is known, and was judged before"


def test_only_who_is_among_the_ten_is_asked_how_surely():
    page = open_page(2023, "dti_outlook", "cao-bang")
    text = said(page, dti_robustness.distribution)
    assert "Cao Bang is at rank 61 to 62 in at least 90% of cases" in text
    page = open_page(2023, "dti_outlook", "bac-giang")
    assert "in the top 10 in 59% of simulations" in said(page, dti_robustness.distribution)
    assert "5 foundation indexes are published for 5 of 63" in said(page, dti_robustness.weights)
    table = said(page, dti_robustness.drivers)
    assert "economy activity matters most: 82%" in table and "±" in table
    assert "effects shared with other weights included" in table


def test_a_tie_is_said_aloud():
    page = open_page(2023, "dti_position", "thanh-hoa")
    assert "It shares the rank with Yen Bai" in said(page, dti_position.standing)
    assert "leaves rank 15 to 16 open" in said(page, dti_robustness.facts)
    text = said(page, dti_climb.losses)
    assert "A loss of 0.1 points in the total" in text and "for Yen Bai to move ahead" in text


def test_the_margin_below_is_said_to_be_unknown():
    text = said(open_page(2021, "dti_outlook", "bac-giang"), dti_outlook.keep)
    assert "no scores of ranks 11 to 13 were found" in text
    assert "no larger than that" in text


def test_what_rests_on_ten_provinces_says_so_and_corners_are_of_63():
    page = open_page(2021, "dti_outlook", "bac-giang")
    assert "of 10 of 63 provinces only" in said(page, dti_robustness.weights)
    assert "among the 10 provinces with published scores" in said(page, dti_robustness.distribution)
    corners = said(page, dti_robustness.corners)
    assert "among the 63" in corners
    assert "rank 7" in corners and "rank 14" in corners and "rank 25" in corners
    page = open_page(2023, "dti_outlook", "bac-giang")
    assert "may overtake" not in said(page, dti_robustness.weights)
    assert "2 to 26" in said(page, dti_robustness.in_short)


def test_what_the_pillar_ranks_prove_for_all():
    page = open_page(2021, "dti_outlook", "bac-giang")
    text = said(page, dti_robustness.in_short)
    assert "reach lies at rank 5 to 7, the worst at rank 25 to 32" in text
    page = open_page(2021, "dti_outlook", "da-nang")
    assert "no province can overtake Da Nang" in said(page, dti_robustness.weights)
    assert said(page, dti_robustness.in_short) == ""
    assert "All 3 pillars are at rank 1 of 63" in said(page, dti_position.pillars)
    text = said(open_page(2023, "dti_outlook", "bac-giang"), dti_robustness.in_short)
    assert "Under any weighting at all the result is rank 2 to 26" in text


def test_what_is_not_known_yet_is_not_used():
    page = open_page(2021, "dti_position", "bac-giang")
    assert "The 2020 index is the first in the data used here" in said(page, dti_peers.past)
    assert "do not hold population and GRDP per head of 2020" in said(
        page, dti_peers.size_and_income
    )
    assert "cannot be split by pillar" in said(page, dti_gaps.to_the_mean)
    page = open_page(2023, "dti_position", "bac-giang")
    assert "10 (2020), 10 (2021), 9 (2022)" in said(page, dti_peers.past)
    assert "53.9 points of a thousand above" in said(page, dti_peers.size_and_income)
    assert "computed in this briefing" in said(page, dti_position.pillars)


@pytest.mark.parametrize(
    ("lang", "computed", "held"),
    [
        (
            "en",
            "provinces are computed from published indexes (marked †).",
            "published pillar rows",
        ),
        ("vi", "được tính lại từ các chỉ số đã công bố (dấu †).", "hàng trụ cột có công bố"),
    ],
)
def test_the_appendix_holds_against_no_pillars_where_none_are_printed(lang, computed, held):
    page = open_page(2023, "appendix", "bac-giang", lang)
    assert held in said(page, appendix.edition_table)
    scores = page.briefing.data["dti_scores"]
    printed = scores["component"].isin(dti.PILLARS) & (scores["edition"] == 2022)
    text = said(knowing(page, dti_scores=scores[~printed]), appendix.edition_table)
    assert computed in text and held not in text and "0/0" not in text and "0 of 0" not in text


def test_the_appendix_proves_the_table():
    page = open_page(2021, "appendix", "bac-giang")
    assert "10 of 10 totals" in said(page, appendix.edition_table)
    text = said(open_page(2023, "appendix", "bac-giang"), appendix.edition_table)
    assert "5 of 5 totals" in text and "58 of 58 totals with only some" in text
    assert "pillars of 63 provinces are computed" in text and "9 of 9 published pillar" in text
    assert "0.6819† (23)" in text


@pytest.mark.parametrize("year", [2021, 2023])
def test_a_sentence_comes_before_every_chart(year):
    found = []
    for path in NOTEBOOKS[2:4]:
        page = open_page(year, path.stem[3:], "bac-giang", "vi")
        with undrawn():
            pieces = html(*(piece for _, piece in told(path, page)))
        body = parse(f"<!DOCTYPE html><title>t</title>{pieces}").find("body")
        shown = [each for each in body if isinstance(each.tag, str)]
        pairs = pairwise(shown)
        found += [(after.get("id"), before) for before, after in pairs if after.tag == "figure"]
    names = ["ladder", "fifths", "strip", "history", "slopes-fell", "region-same"]
    names += ["income-above", "firm-all", "rank-targets"]
    first = ["ladder", "fifths", "strip", "region-spread", "firm-some", "rank-targets"]
    assert [name for name, _ in found] == (first if year == 2021 else names)
    for name, before in found:
        assert before.tag in ("p", "figure", "h3"), name
        assert before.tag != "p" or before.text, name


@pytest.mark.parametrize(
    ("year", "province", "lang"),
    [
        (2023, "ba-ria-vung-tau", "vi"),
        (2023, "ho-chi-minh", "en"),
        (2023, "thua-thien-hue", "en"),
        (2025, "ho-chi-minh-2025", "vi"),
    ],
)
def test_long_names_leave_titles_short(lang, year, province):
    page = open_page(year, "dti_position", province, lang)
    charts = (dti_position.ladder, dti_strip.strip, dti_position.profile, dti_gaps.split,
              dti_robustness.distribution, dti_peers.past, dti_peers.size_and_income)  # fmt: skip
    with undrawn():
        drawn = html(*(shown(page, chart) for chart in charts))
    headlines = re.findall("<figcaption[^>]*><strong>(.*?)</strong>", drawn)
    assert len(headlines) == (1 if year == 2025 else len(charts)), "no score, no more charts"
    assert all(len(headline) <= 90 for headline in headlines), headlines


@pytest.mark.parametrize("lang", LANGUAGES)
def test_titles_are_short_and_alternatives_say_more_on_what_only_an_analyst_draws(lang):
    for year, step in product((2021, 2023), (dti_position.profile, dti_gaps.split)):
        figure = shown(open_page(year, "dti_position", "bac-giang", lang), step)
        assert len(check(figure, step)) == 1


def test_a_tie_that_only_two_sources_make_is_said_to_be_unconfirmed():
    text = said(open_page(2022, "dti_outlook", "bac-giang"), dti_outlook.neighbours)
    assert "different provinces at rank 12 (Thanh Hoa, Vinh Phuc); no source" in text
    for year, province in ((2021, "bac-giang"), (2023, "thanh-hoa")):
        page = open_page(year, "dti_outlook", province)
        assert "confirms both" not in said(page, dti_outlook.neighbours), "one table says so"

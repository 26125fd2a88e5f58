"""Chapter 3: sentences and charts say what the tables of its notebook hold."""

import re

import pytest
from cells import shown
from conftest import html, open_page, published
from conftest import said as words

from helpers.analysis import dti, history, peers, story
from helpers.chapters import dti_peers, dti_position, dti_region, dti_strip
from helpers.exceptions import OrphanNumberError, ParameterError
from helpers.figures.provenance import trace
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.words.language import Language


def opened(year=2023):
    return open_page(year, "dti_position", "bac-giang")


def without(frame, *provinces):
    return frame[~frame["province"].isin(provinces)]


def test_the_place_in_a_region_is_counted_among_the_rows_of_the_table():
    page = opened()
    edition, provinces = page.briefing.latest, page.briefing.data["provinces"]
    members = peers.same_region(edition, provinces, "bac-giang")
    first = members["province"].iloc[0]
    alone = peers.moves(members, None)
    usual = words(page, dti_region.strip, moves=alone)
    assert "Among the 14 provinces" in usual and "in this table" not in usual
    less = without(members, first)
    some = words(page, dti_region.strip, members=less, moves=peers.moves(less, None))
    assert "Among the 13 provinces" in some and "in this table, Bac Giang" in some
    name = str(page.province_name(first))
    assert name in words(page, dti_peers.region)
    assert name not in words(page, dti_peers.region, members=less)
    for few in (without(members, "bac-giang"), members[:0]):
        assert "Bac Giang is not in this table" in words(page, dti_peers.region, members=few)
        assert words(page, dti_region.strip, members=few) == ""


def test_places_moved_are_those_between_the_ranks_of_the_table():
    page = opened()
    edition, provinces = page.briefing.latest, page.briefing.data["provinces"]
    members = peers.same_region(edition, provinces, "bac-giang")
    moves = peers.moves(members, page.briefing.edition_before)
    own = moves["province"] == "bac-giang"
    assert "Bac Giang 9 10 up 1 " in words(page, dti_region.strip, moves=moves)
    later = moves.assign(before=moves["before"].mask(own, 30))
    assert "Bac Giang 9 30 up 21 " in words(page, dti_region.strip, moves=later)


def test_those_alike_are_those_of_the_table():
    page = opened()
    everyone = peers.by_profile(page.briefing.latest, "bac-giang")
    near = everyone.head(5)
    usual = words(page, dti_peers.alike)
    assert "none has a higher total" in usual and "is Bac Ninh (rank 7)" in usual
    name = str(page.province_name(near["province"].iloc[0]))
    assert name in usual and name not in words(page, dti_peers.alike, near=near.iloc[1:])
    assert "higher total; " in words(page, dti_peers.alike, near=everyone.head(20))
    less = words(page, dti_peers.alike, profiles=without(everyone, "bac-ninh"))
    assert "is Bac Ninh (rank 7)" not in less
    back = words(page, dti_peers.alike, near=near.iloc[::-1])
    names = [str(page.province_name(each)) for each in near["province"]]
    assert sorted(names, key=usual.rindex) == names == sorted(names, key=back.rindex)[::-1]


def test_size_and_income_follow_the_context_and_the_marks():
    page = opened()
    context = page.briefing.data["context"]
    usual = html(shown(page, dti_peers.size_and_income))
    some = html(shown(page, dti_peers.size_and_income, context=without(context, "can-tho")))
    assert "is Can Tho (rank 5)" in usual and "is Can Tho (rank 5)" not in some
    assert "63 provinces" in usual and "62 provinces" in some
    above = "53.9 points of a thousand above"
    assert above in usual and above not in some
    assert ">250<" not in usual
    assert ">250<" in html(shown(page, dti_peers.size_and_income, TICKS=(50, 250)))
    assert "<svg" not in html(shown(page, dti_peers.size_and_income, link=None))


def test_the_past_is_that_of_the_editions_and_provinces_of_the_table():
    page = opened()
    ranks = history.ranks_over_time(
        page.briefing.data,
        history.company(page.briefing.latest, page.briefing.data["provinces"], "bac-giang"),
    )
    usual = words(page, dti_peers.past)
    assert "10 (2020), 10 (2021), 9 (2022)" in usual
    less = words(page, dti_peers.past, ranks=ranks[ranks["edition"] != 2021])
    assert "10 (2020), 9 (2022)" in less and "10 (2021)" not in less
    earlier = words(page, dti_peers.past, ranks=ranks[ranks["edition"] < 2022])
    assert "10 (2020), 10 (2021)" in earlier and "9 (2022)" not in earlier
    assert words(page, dti_peers.past, ranks=ranks.iloc[::-1]).startswith(usual[:80])
    other = html(shown(page, dti_peers.past, SHOWN=["bac-giang", "ca-mau"]))
    assert "Ca Mau" in other and "Ca Mau" not in html(shown(page, dti_peers.past))


def test_an_edition_left_out_is_not_denied_and_its_method_keeps_its_year():
    page = opened()
    ranks = history.ranks_over_time(page.briefing.data, ["bac-giang", "thai-nguyen"])
    without_2021 = words(page, dti_peers.past, ranks=ranks[ranks["edition"] != 2021])
    assert "The method changed with the 2021 index" in without_2021
    alone = words(page, dti_peers.past, ranks=ranks[ranks["edition"] == 2022])
    assert "holds the ranks of one edition alone" in alone and "has been published" not in alone
    one = words(opened(2021), dti_peers.past)
    assert "The 2020 index is the first in the data used here" in one


@pytest.mark.parametrize("province", ["bac-giang", "thai-nguyen"])
def test_a_rank_that_the_table_lacks_breaks_the_line_and_moves_no_other(monkeypatch, province):
    page, drawn = opened(), []
    bump = dti_peers.rank_charts.bump
    monkeypatch.setattr(
        dti_peers.rank_charts,
        "bump",
        lambda given, *more: drawn.append(given) or bump(given, *more),
    )
    ranks = history.ranks_over_time(page.briefing.data, ["thai-nguyen", "bac-giang"])
    lacking = ranks[(ranks["province"] != province) | (ranks["edition"] != 2021)]
    told = words(page, dti_peers.past, ranks=lacking)
    name = str(page.province_name(province))
    whole = {"bac-giang": [10, 10, 9], "thai-nguyen": [12, 8, 8]}
    for course in drawn[0]:
        its = "bac-giang" if course.own else "thai-nguyen"
        expected = [*whole[its]]
        if its == province:
            expected[1] = None
        found = course.ranks["rank"].astype(object)
        assert found.where(found.notna(), None).tolist() == expected
    assert f"{name} {whole[province][0]} – {whole[province][2]}" in told


@pytest.mark.parametrize("chapter", ["alike", "context"])
def test_who_is_most_alike_is_not_said_of_a_table_that_lacks_one(chapter):
    page = opened()
    edition, context = page.briefing.latest, page.briefing.data["context"]
    everyone = (
        peers.by_profile(edition, "bac-giang")
        if chapter == "alike"
        else peers.by_context(edition, context, "bac-giang")
    )
    step, name = {
        "alike": (dti_peers.alike, "near"),
        "context": (dti_peers.size_and_income, "like_size"),
    }[chapter]
    whole = words(page, step, **{name: everyone.head(4)})
    some = words(page, step, **{name: everyone.iloc[1:5]})
    assert "Of the 4 provinces in this table" in some
    assert "Of the 4 provinces in this table" not in whole and "Of the 4 provinces" in whole


def test_the_pillars_are_those_of_the_table_and_the_rivals_those_asked_for():
    page = opened()
    profile = dti.pillar_profile(page.briefing.latest, "bac-giang")
    ordered = profile.sort_values("rank")["component"]
    best, second = (str(page.component_name(name)).lower() for name in ordered.iloc[:2])
    usual, drawn = words(page, dti_position.pillars), html(shown(page, dti_position.profile))
    less = profile[profile["component"] != ordered.iloc[0]]
    said = words(page, dti_position.pillars, profile=less)
    assert best in usual.lower() and best not in said.lower() and second in said.lower()
    fewer = html(shown(page, dti_position.profile, profile=less))
    assert best in drawn.lower() and best not in fewer.lower()
    other = html(shown(page, dti_position.profile, COMPARED=["ca-mau"]))
    assert "Ca Mau" in other and "Ca Mau" not in drawn
    assert "Mean" in drawn and "Mean" not in other
    assert "Of the pillars in this table" in said and "Of the three pillars" not in said
    assert "ranks best in" in drawn and "ranks best in" not in fewer
    one = words(page, dti_position.pillars, profile=profile.head(1))
    assert one.startswith("The pillar ranks in this table") and "rank 23" in one
    for step in (dti_position.pillars, dti_position.profile):
        assert html(shown(page, step, profile=profile[:0])) == "", "what is known is not denied"


def test_a_changed_score_of_a_pillar_is_drawn_as_it_is_told():
    page = opened()
    profile = dti.pillar_profile(page.briefing.latest, "bac-giang")
    economy = profile["component"] == "digital_economy"
    changed = profile.assign(score=profile["score"].mask(economy, 0.9))
    text = words(page, dti_position.profile, profile=changed)
    assert "digital economy 0.9000" in text and "0.7142" not in text


def test_rivals_are_found_by_name_and_the_province_is_not_its_own():
    page = opened()
    drawn = html(shown(page, dti_position.profile, COMPARED=["Thái Nguyên", "bac-giang"]))
    assert "Thai Nguyen" in drawn
    once = shown(page, dti_position.profile, COMPARED=["thai-nguyen", "Thái Nguyên"])
    assert html(once) == drawn
    with pytest.raises(ParameterError, match="unknown province “thai-nguyn”"):
        shown(page, dti_position.profile, COMPARED=["thai-nguyn"])
    many = list(page.briefing.latest.table()["province"].head(8))
    shown(page, dti_position.profile, COMPARED=many[:6])
    with pytest.raises(ParameterError, match="can draw 7 at most; there are 8"):
        shown(page, dti_position.profile, COMPARED=[*many[:6], "mean"])


def test_the_standing_is_that_among_the_totals_of_the_table():
    page = opened()
    totals = page.briefing.latest.table()
    less = without(totals, "da-nang")
    for step in (dti_position.standing, dti_position.ladder):
        assert "Da Nang" in html(shown(page, step))
        assert "Da Nang" not in html(shown(page, step, totals=less))
    fewer = words(page, dti_position.standing, totals=less)
    assert "In this table the province just above is Thai Nguyen" in fewer
    assert "In this table" not in words(page, dti_position.standing)
    assert "of all 63 provinces" in words(page, dti_position.coverage)
    drawn = html(shown(page, dti_position.ladder, totals=less))
    assert "the 62 provinces in this table; 63 of 63 have a published score" in drawn
    assert "behind the leader" not in drawn
    low = words(page, dti_position.standing, totals=totals[totals["rank"] >= 9])
    assert "In this table no province is above Bac Giang" in low and "leads" not in low


def test_a_province_that_was_filtered_out_is_not_said_to_have_no_rank():
    page = opened()
    others = without(page.briefing.latest.table(), "bac-giang")
    text = words(page, dti_position.standing, totals=others)
    assert "9th of 63" in text and "Bac Giang is not in this table" in text
    assert "no DTI rank" not in text and "No score" not in text
    assert "the leader is Da Nang" in words(page, dti_position.ladder, totals=others)


def test_the_ladder_names_as_many_as_it_is_told():
    page = opened()
    assert html(shown(page, dti_position.ladder, BESIDE=1)) != html(
        shown(page, dti_position.ladder)
    )


def test_the_strip_shows_the_indexes_of_the_table():
    page = opened()
    found = story.components(page.briefing.latest, "bac-giang")
    usual = html(shown(page, dti_strip.strip))
    assert "Bac Giang: rank 2 in economy activity, 44 in infrastructure, below the mean" in usual
    assert "558.6 of 1,000 points, below the mean of 616.8" in usual
    assert "1.4 points" in usual and "to rank 43" in usual and "computed here" in usual
    assert "Rank (derived)" in usual and "Rest of the foundation" in usual
    less = found[found["component"] != "economy_activity"]
    fewer = html(shown(page, dti_strip.strip, components=less))
    assert "the rank in each index of this table" in fewer and "below the mean" not in fewer
    assert "infrastructure – rank 44" in fewer and "economy activity" not in fewer.lower()
    for none in (found[:0], found[~found["part"]]):
        assert html(shown(page, dti_strip.strip, components=none)) == ""


def test_the_strip_says_of_how_many_a_score_is_known_and_that_ranks_are_printed():
    told = html(shown(opened(2021), dti_strip.strip))
    assert "Bac Giang: rank 7 in digital government, 25 in digital society" in told
    assert "each pillar of DTI 2020" in told and "whose score was found" in told
    assert "Provinces with a score" in told and "derived" not in told and "mean" not in told


def test_a_score_that_was_changed_is_told_as_it_is_drawn_and_on_no_page():
    page = opened()
    table = story.components(page.briefing.latest, "bac-giang")
    changed = table.copy()
    changed.loc[changed["component"] == "society_activity", "score"] = 0.99
    told = words(page, dti_strip.strip, components=changed)
    assert "0.9900" in told and "0.9900" not in words(page, dti_strip.strip)
    pieces = [("dti_position", shown(page, dti_strip.strip, components=changed))]
    with pytest.raises(OrphanNumberError, match="society_activity holds"):
        trace(pieces, page.briefing, page.language)


def test_a_dotted_line_is_told_only_where_one_is_drawn():
    newest = Briefing.of(published(), 2025, "bac-ninh-2025")
    for page, dotted in (
        (opened(2021), True),
        (Page("dti_position", newest, Language("en")), False),
    ):
        assert ("A dotted line marks" in html(shown(page, dti_position.ladder))) is dotted


def test_the_strip_marks_the_ends_of_its_scale():
    newest = Briefing.of(published(), 2025, "bac-ninh-2025")
    pages = (opened(2021), Page("dti_position", newest, Language("en")))
    for page, first, last in zip(pages, ("300", "200"), ("600", "1,000"), strict=True):
        marks = re.findall(r">([\d,]+)</text>", html(shown(page, dti_strip.strip)))
        assert {first, last} <= set(marks), marks


def test_a_choice_that_leaves_nobody_is_not_called_unknown():
    page = opened()
    near = peers.by_profile(page.briefing.latest, "bac-giang")
    assert words(page, dti_peers.alike, near=near[:0]) == ""
    everyone = peers.by_context(page.briefing.latest, page.briefing.data["context"], "bac-giang")
    told = words(page, dti_peers.size_and_income, like_size=everyone[:0])
    assert "not found" not in told and "points of a thousand above" in told


def test_the_strip_names_two_that_share_a_rank_and_none_of_three():
    page = opened()
    found = story.components(page.briefing.latest, "bac-giang")

    def title(ranks):
        table = found.assign(rank=found["component"].map(ranks).fillna(20).astype("Int64"))
        table.attrs |= found.attrs
        return html(shown(page, dti_strip.strip, components=table))

    two = title({"infrastructure": 44, "society_activity": 44, "economy_activity": 2})
    assert "44 in infrastructure and society activity" in two and "below the mean" not in two
    three = title({"economy_activity": 2})
    assert "Bac Giang: the rank in each index" in three


def changed(page, province, column, value):
    table = page.briefing.latest.table()
    table.loc[table["province"] == province, column] = value
    return table


def spoken(page, totals):
    """The sentence on a table, and the figure: its title, and the labels of its bars."""
    figure = shown(page, dti_position.ladder, totals=totals)
    bars = [str(each) for each in figure.data.iloc[:, 0]]
    return words(page, dti_position.standing, totals=totals), str(figure.values["title"]), bars


def test_a_changed_score_ranks_the_table_anew_in_sentence_title_and_bars():
    page = opened()
    text, title, bars = spoken(page, changed(page, "bac-giang", "score", 0.9))
    assert "Bac Giang ranks 1st of 63 with 900.0 points" in text
    assert "In this table no province is above Bac Giang" in text
    assert "Just below it is Da Nang (rank 2), behind by 99.8 points" in text
    assert "mean of the 63 provinces with a score in this table (582.7)" in text
    assert "317.3 points above" in text and "644.0" not in text and "9th" not in text
    assert title == "By the changed table Bac Giang is at rank 1 with 900.0 points"
    assert bars[:2] == ["1. Bac Giang", "2. Da Nang"] and bars[9] == "10. Nam Dinh"


def test_who_is_passed_by_another_one_s_changed_score_has_the_rank_of_the_table():
    page = opened()
    text, title, bars = spoken(page, changed(page, "thai-nguyen", "score", 0.6))
    assert "ranks 8th of 63 with 644.0 points" in text and "at rank 8 with 644.0" in title
    assert "Just above it is Bac Ninh (rank 7), ahead by 29.6 points" in text
    assert "In the lead is Da Nang (rank 1), ahead by 156.2 points" in text
    assert "Just below it is Nam Dinh (rank 9), behind by 5.0 points" in text
    assert bars[6:9] == ["7. Bac Ninh", "8. Bac Giang", "9. Nam Dinh"]
    assert bars[25] == "26. Thai Nguyen"


def test_equal_scores_of_a_changed_table_share_a_rank_at_the_published_precision():
    page = opened()
    known = page.briefing.latest.table().set_index("province")["score"]
    text, _, bars = spoken(page, changed(page, "bac-giang", "score", known["bac-ninh"] + 4e-5))
    assert "ranks 7th of 63" in text and "It shares the rank with Bac Ninh" in text
    assert bars[6:9] == ["7. Bac Ninh", "7. Bac Giang", "9. Thai Nguyen"]
    assert "Just above it is Lang Son (rank 6)" in text and "Thai Nguyen (rank 9)" in text
    same = words(page, dti_position.standing,
                 totals=changed(page, "bac-giang", "score", known["bac-giang"] + 4e-5))  # fmt: skip
    assert same == words(page, dti_position.standing), "as it is published: not changed"


def test_where_ranks_alone_were_changed_the_table_is_ordered_by_them():
    page = opened()
    text, title, bars = spoken(page, changed(page, "bac-giang", "rank", 2))
    assert "by the ranks in it Bac Giang is at rank 2 with 644.0 points" in text
    assert "It shares the rank with Ho Chi Minh City" in text
    assert "Just above it is Da Nang (rank 1), ahead by 156.2 points" in text
    assert "Just below it is Quang Ninh (rank 3), ahead by 58.4 points" in text
    assert "at rank 2 with 644.0 points" in title and "9th" not in text
    assert bars[:4] == ["1. Da Nang", "2. Ho Chi Minh City", "2. Bac Giang", "3. Quang Ninh"]
    gone = changed(page, "bac-giang", "rank", None)
    assert "ranks 9th of 63" in spoken(page, gone)[0], "one taken away follows from the score"


def test_a_table_in_another_order_is_not_a_changed_one():
    page = opened()
    table = page.briefing.latest.table()
    for step in (dti_position.standing, dti_position.ladder):
        usual = html(shown(page, step))
        assert html(shown(page, step, totals=table.sort_values("province"))) == usual


def test_of_a_part_that_was_changed_the_ranks_are_those_in_the_part():
    page = opened()
    table = changed(page, "bac-giang", "score", 0.65)
    text, title, bars = spoken(page, table[table["rank"].between(5, 12)])
    assert "ranks 4th of 8 with 650.0 points" in text and "at rank 4 with 650.0" in title
    assert bars[:4] == ["1. Can Tho", "2. Lang Son", "3. Bac Ninh", "4. Bac Giang"]


def test_a_changed_table_without_the_province_does_not_place_it():
    page = opened()
    for table in (
        changed(page, "bac-giang", "score", None),
        without(changed(page, "da-nang", "score", 0.1), "bac-giang"),
    ):
        assert words(page, dti_position.standing, totals=table) == (
            "Scores in this table were changed, and it has none of Bac Giang, so Bac Giang has no "
            "rank in it."
        )
        assert html(shown(page, dti_position.ladder, totals=table)) == ""
    ranks = without(changed(page, "da-nang", "rank", 5), "bac-giang")
    text = words(page, dti_position.standing, totals=ranks)
    assert text == "Ranks in this table were changed, and it has none of Bac Giang."


def test_of_a_changed_table_with_ranks_alone_only_those_with_a_score_are_compared():
    page = open_page(2021, "dti_position", "bac-giang")
    scored, _, bars = spoken(page, changed(page, "bac-giang", "score", 0.9))
    assert "ranks 1st of 12 with 900.0" in scored and bars[:2] == ["1. Bac Giang", "2. Da Nang"]
    text, _, bars = spoken(page, changed(page, "bac-giang", "rank", 62))
    assert "at rank 62 with 361.5 points" in text and "no province is above" not in text
    assert "Just above it among the provinces with a score is Hai Duong (rank 14)" in text
    assert bars[-2:] == ["62. Bac Giang", "63. Ninh Thuan"]
    other = open_page(2021, "dti_position", "thai-nguyen")
    text = words(other, dti_position.standing, totals=changed(other, "thai-nguyen", "rank", 3))
    assert "Thai Nguyen is at rank 3, its score is not known" in text and "mean" not in text


@pytest.mark.parametrize("column", ["score", "rank"])
def test_what_was_changed_cites_no_source_and_is_refused_on_a_page(column):
    page = opened()
    totals = changed(page, "bac-giang", column, {"score": 0.9, "rank": 2}[column])
    assert "<sup" not in html(shown(page, dti_position.standing, totals=totals)).split("</p>")[0]
    for step in (dti_position.standing, dti_position.ladder):
        piece = shown(page, step, totals=totals)
        with pytest.raises(OrphanNumberError, match=r"dti_scores/2022/63/bac-giang/total holds"):
            trace([("dti_position", piece)], page.briefing, page.language)


def test_a_changed_table_whose_numbers_are_published_says_what_its_sentences_mean():
    page = opened()
    totals = changed(page, "thai-nguyen", "score", None)
    for step in (dti_position.standing, dti_position.ladder):
        piece = shown(page, step, totals=totals)
        found = trace([("dti_position", piece)], page.briefing, page.language)
        assert {each.figure.origin.computation for each in found} >= {"own"}

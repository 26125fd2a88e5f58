"""What is told keeps its parts: numbers and names with their origin, words that state nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.words.language import LANGUAGES, Language
from helpers.words.told import (
    Figure,
    Mark,
    Name,
    Origin,
    Shape,
    Text,
    Value,
    emphasised,
    joined,
    packed,
    text,
    unpacked,
)

RANK = Value(10, Origin("dti_scores/2020/63/bac-giang/total", "rank"))
PLACE = Name("Bắc <Giang>", Origin("provinces/bac-giang", "name"))
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
origins = st.builds(Origin, words, words, words, st.tuples(words), words)
parts = st.one_of(
    words,
    st.builds(Figure, words, st.floats(allow_nan=False), origins, st.integers(1, 100)),
    st.builds(Name, words, origins),
    st.builds(Mark, words, words, st.tuples(words), words, st.integers(1, 99)),
    st.builds(Shape, words),
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sentence_keeps_the_origin_of_what_it_names(lang):
    said = Language(lang).say("due-edition", edition=Language(lang).written(RANK, "year"))
    (figure,) = said.of_kind(Figure)
    assert (figure.shown, figure.number, figure.origin) == ("10", 10, RANK.origin)
    assert figure.via == ("due-edition.edition",) and said.message == "due-edition"
    assert not any(part.isdigit() for part in said.of_kind(str))


@pytest.mark.parametrize(("count", "word"), [(1, "place"), (2, "places")])
def test_a_told_number_chooses_its_plural(count, word):
    said = Language("en").say("places", value="x", count=Value(count, Origin()))
    assert str(said) == f"x {word}"


def test_a_sentence_within_a_sentence_remembers_both_places():
    inner = Language("en").say("rank-one", rank=RANK)
    outer = Language("en").say("span-any", ranks=inner)
    (figure,) = outer.of_kind(Figure)
    assert figure.via == ("rank-one.rank", "span-any.ranks")


def test_there_is_no_arithmetic_on_a_value():
    for compute in (lambda: RANK + 1, lambda: RANK - 1, lambda: -RANK, lambda: RANK * 100):
        with pytest.raises(TypeError):
            compute()


def test_a_changed_sign_is_part_of_the_origin():
    lost = Value(-0.5, Origin("", "gap", "standing"))
    assert (lost.size.number, lost.size.origin.field) == (0.5, "|gap|")
    assert (lost.negated.number, lost.negated.origin.field) == (0.5, "-gap")
    assert lost.rounded(0).origin == lost.origin


def test_a_number_without_a_way_of_writing_is_refused():
    for bare in (0.5, True, None):
        with pytest.raises(TypeError, match="format it first"):
            Language("vi").say("rank-one", rank=bare)


def test_words_are_escaped_and_shapes_are_not():
    assert text(PLACE).__html__() == "Bắc &lt;Giang&gt;"
    assert emphasised(PLACE).__html__() == "<strong>Bắc &lt;Giang&gt;</strong>"
    assert str(emphasised(PLACE)) == "Bắc <Giang>"


def test_a_mark_says_nothing_in_plain_words():
    mark = Mark("article", "paragraph 2", ("results/a",), "T", 3, "mark-1")
    assert str(text("a") + mark) == "a"
    assert '<a id="mark-1" href="#source-article" title="T">[3]</a>' in mark.__html__()


def test_an_emphasised_sentence_keeps_what_it_claims():
    figure = Figure("3", 3.0, Origin(row="results/x", field="value"))
    said = Text(("Up.",), "rank", unsaid=(figure,), chosen=("rank[up]",))
    bold = emphasised(said)
    assert (bold.unsaid, bold.chosen) == (said.unsaid, said.chosen)
    assert bold.__html__() == "<strong>Up.</strong>"


def test_lists_are_joined_and_lowered_without_losing_their_parts():
    listed = joined(", ", [PLACE, text(PLACE)]).lower()
    assert str(listed) == "bắc <giang>, bắc <giang>"
    assert [each.origin for each in listed.of_kind(Name)] == [PLACE.origin] * 2
    assert not joined(", ", []) and str(PLACE.lower_first()) == "bắc <Giang>"


@given(st.lists(parts, max_size=5), words)
def test_what_is_told_survives_the_way_through_a_notebook(told, message):
    said = Text(tuple(told), message)
    assert unpacked(packed({"a": [said]})) == {"a": [said]}

"""Two whole languages: the same messages, every value used, numbers and dates by locale."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest
from conftest import ROOT, tracked_notebooks
from fluent.syntax import parse
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

from helpers.exceptions import MissingMessageError
from helpers.words import language
from helpers.words.language import LANGUAGES, Language
from helpers.words.parsing import Parser
from helpers.words.told import Figure, Origin, Value

VI, EN = Language("vi"), Language("en")


class Variables(Visitor):
    def __init__(self):
        self.names = set()

    def visit_VariableReference(self, node: VariableReference):  # noqa: N802
        self.names.add(node.id.name)


def written(code):
    return (ROOT / "src/helpers/locales" / f"{code}.ftl").read_text(encoding="utf-8")


@cache
def whole(code):
    """The sentences of a language as Fluent itself parses them: nothing changes them."""
    return parse(written(code))


@cache
def messages(code):
    """Return the values that each message of a language names."""
    found = {}
    for entry in whole(code).body:
        assert type(entry).__name__ != "Junk", entry.content
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{entry.id.name} twice in {code}"
            visitor = Variables()
            visitor.visit(entry)
            found[entry.id.name] = visitor.names
    return found


def test_both_languages_have_the_same_messages():
    assert list(messages("vi")) == list(messages("en"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_is_parsed_when_it_is_said_as_the_whole_file_is(code):
    entries = {each.id.name: each for each in whole(code).body if isinstance(each, Message)}
    bundle = language._Bundle(code, written(code))
    assert not bundle._messages
    assert bundle.has_message("value-none") and list(bundle._messages) == ["value-none"]
    for name, entry in entries.items():
        assert bundle.has_message(name), name
        assert bundle._messages[name].equals(entry, ignored_fields=["span", "comment"]), name
    assert not bundle._unread and len(bundle._messages) == len(entries) > 1000


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_file_is_parsed_as_fluent_itself_does(code):
    assert Parser().parse(written(code)).equals(whole(code), ignored_fields=[])


@given(
    st.text('ab1 -.,{}[]*=\n#$">()', max_size=60), st.sampled_from(["a = ", "a = { $b ->\n", ""])
)
def test_what_is_no_sentence_is_told_as_fluent_itself_does(text, before):
    assert Parser().parse(before + text).equals(parse(before + text), ignored_fields=[])


def test_a_sentence_finds_another_that_it_names():
    bundle = language._Bundle(
        "en", "a = { b }, { -c }\n# a comment\nb = { $x ->\n   *[o] so\n}\n-c = on\n"
    )
    words, errors = bundle.format_pattern(bundle.get_message("a").value, {"x": "o"})
    assert (words, errors) == ("so, on", [])


def test_a_message_names_the_same_values_in_both():
    plural_only, other = {"count"}, messages("en")
    both = {name: (own - plural_only, other[name] - plural_only)
            for name, own in messages("vi").items()}  # fmt: skip
    assert len(both) > 1000
    assert {name: values for name, values in both.items() if values[0] != values[1]} == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_message_holds_none_that_is_not_there(code):
    sentences = (ROOT / "src/helpers/locales" / f"{code}.ftl").read_text(encoding="utf-8")
    held = set(re.findall(r"\{ ([a-z][\w-]*) \}", sentences))
    assert len(held) > 10 and held - set(messages(code)) == set()


def test_a_difference_in_points_has_a_sign_and_is_not_zero():
    written = [VI.signed_points(each) for each in (-0.02671, 0.044025, -0.00002, 0)]
    assert written == ["−26,7", "+44,0", "−0,02", "0,0"]
    assert EN.signed_points(-1.5) == "−1,500.0"


def test_every_message_is_used():
    files = [*sorted((ROOT / "src/helpers").rglob("*.py")), *tracked_notebooks()]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    families = ("unit-", "qualifier-", "timing-", "state-", "locator-", "set-by-", "target-",
                "status-", "column-", "extent-", "card-context-", "method-", "agenda-",
                "dti-mean-", "overview-", "services-", "region-", "alike-", "context-",
                "income-", "span-", "tally-", "always-", "firm-", "ladder-", "gaps-",
                "history-since-", "national-", "kind-", "margin-", "explore-against-")  # fmt: skip
    named = re.findall(r"@computation\(\"([\w-]+)\"\)", code)
    named += re.findall(r"Origin\(\"\", \w+, \"(\w+)\"\)", code)
    told = {name for name in messages("vi") if name.startswith("computation-")}
    assert told == {f"computation-{name}" for name in named}, "each says what it computes"
    parts = ("-title", "-subtitle", "-description", "-unknown")
    sentences = (ROOT / "src/helpers/locales/vi.ftl").read_text(encoding="utf-8")
    within = re.findall(r"\{ ([a-z][\w-]*) \}", sentences)  # what another message holds
    words = {*told, *within, *re.findall(r"[\w-]+", code)}
    unused = [
        name
        for name in messages("vi")
        if name not in words and not name.startswith(families) and not name.endswith(parts)
    ]
    assert unused == []


def test_every_unit_state_and_setter_of_the_data_has_words(package):
    for code in LANGUAGES:
        known = messages(code)
        for unit in package["indicators"]["unit"].unique():
            assert f"unit-{unit.replace('_', '-')}" in known
        for state in filter(None, package["results"]["state"].unique()):
            assert f"state-{state.replace('_', '-')}" in known
        for qualifier in filter(None, package["results"]["qualifier"].unique()):
            assert f"qualifier-{qualifier.replace('_', '-')}" in known
        documents = package["sources"].set_index("source")[f"short_{code}"]
        for setter in package["targets"]["set_by"].unique():
            assert f"set-by-{setter}" in known or documents[setter], "an office, or a document"


def test_the_sentences_hold_no_numbers_of_their_own():
    for code in LANGUAGES:
        text = (ROOT / "src/helpers/locales" / f"{code}.ftl").read_text(encoding="utf-8")
        for line in text.splitlines():
            if line.startswith("#"):
                continue
            # Variables and the cases of a plural are no words.
            words = re.sub(r"\{ [\w$-]+ (->|\})|^ +\*?\[\w+\]|^[\w-]+ =", "", line)
            assert not re.search(r"\d", words), line


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ((VI.integer(1380)), "1.380/1,380"),
        ((VI.score(0.3615)), "0,3615/0.3615"),
        ((VI.signed(-0.0016)), "−0,0016/−0.0016"),
        ((VI.signed(0.017)), "+0,0170/+0.0170"),
        ((VI.decimal(36.47)), "36,47/36.47"),
        ((VI.date(date(2022, 1, 27))), "27/01/2022 27 January 2022"),
    ],
)
def test_numbers_and_dates_by_locale(vi, en):
    assert en.startswith(vi)


@pytest.mark.parametrize(
    ("args", "vi", "en"),
    [
        ((100, "percent", "approx"), "gần 100%", "nearly 100%"),
        ((55.7, "percent", "approx"), "khoảng 55,7%", "about 55.7%"),
        ((1380, "services"), "1.380 dịch vụ", "1,380 services"),
        ((1, "documents"), "1 văn bản", "1 document"),
        ((6100, "files", "more_than"), "hơn 6.100 hồ sơ", "more than 6,100 applications"),
        ((10, "rank", "exact", 63), "hạng 10/63", "rank 10 of 63"),
        ((20, "percent", "at_least"), "ít nhất 20%", "at least 20%"),
        ((20, "percent", "no_less_than"), "không dưới 20%", "no less than 20%"),
        ((20, "percent", "over"), "trên 20%", "over 20%"),
    ],
)
def test_quantities(args, vi, en):
    assert str(VI.quantity(*args)) == vi
    assert str(EN.quantity(*args)) == en


@pytest.mark.parametrize(
    ("rank", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (22, "22nd"), (33, "33rd"), (63, "63rd"), (111, "111th")],
)  # fmt: skip
def test_an_english_place_is_the_same_figure_with_an_ending_after_it(rank, said):
    place = Value(rank, Origin(computation="region", field="among"))
    told = EN.say("outlook-no-goal", province="X", rank=place, edition=1, table="some")
    assert f"ranks {said} in" in str(told)
    assert [figure.shown for figure in told.of_kind(Figure)] == [str(rank)]
    with pytest.raises(MissingMessageError, match="only a whole number has a place"):
        EN.say("outlook-no-goal", province="X", rank=str(rank), edition=1, table="some")


def test_what_is_missing_is_an_error():
    with pytest.raises(MissingMessageError, match="no message “nonsense”"):
        VI.say("nonsense")
    with pytest.raises(MissingMessageError, match="dti-rank"):
        VI.say("dti-rank", rank=1)
    with pytest.raises(TypeError, match="format it first"):
        VI.say("item", text=0.3615)


def test_text_from_the_data_is_escaped():
    assert VI.say("item", text="<b>&").__html__() == "&lt;b&gt;&amp;"


def test_periods_and_locators():
    assert VI.period("2021-10-25", "before") == "trước ngày 25/10/2021"
    assert EN.period("2021", "early") == "the first months of 2021"
    assert VI.locator("paragraph 1, 6") == "đoạn 1, 6"
    assert EN.locator("table") == "ranking table"
    assert EN.locator("") == ""
    assert VI.published("2022-08") == "08/2022"
    assert EN.published("") == "no date shown"


@given(st.integers(0, 10_000))
def test_a_score_reads_back_as_it_was(units):
    score = units / 10_000
    assert float(VI.score(score).replace(",", ".")) == score
    assert float(EN.score(score)) == score
    assert len(EN.score(score).split(".")[1]) == 4

"""The sentences hold no number of their own, and mean what they claim in both languages."""

from __future__ import annotations

import pytest

from helpers.words import sentences
from helpers.words.language import LANGUAGES


@pytest.fixture
def spoiled(monkeypatch):
    """Change the sentences of one language as they are read."""

    def spoil(name, old, new):
        real = sentences._read

        def read(file):
            words = real(file)
            assert file != name or words.count(old) >= 1, old
            return words.replace(old, new, 1) if file == name else words

        monkeypatch.setattr(sentences, "_read", read)
        for kept in (sentences._messages, sentences.claims, sentences.terms):
            kept.cache_clear()
        return [str(problem) for problem in sentences.problems()]

    yield spoil
    for kept in (sentences._messages, sentences.claims, sentences.terms):
        kept.cache_clear()


def test_nothing_is_wrong_with_the_sentences():
    assert sentences.problems() == []
    assert len(sentences.claims()) > 40


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("en.ftl", "{ $behind } other provinces", "35 other provinces", "“35” in “dti-rank”"),
        ("en.ftl", "value-none = –", "value-none –", "“value-none –” cannot be read"),
        ("vi.ftl", "   *[", "    [", "cannot be read: Expected one of the variants to be marked"),
        ("vi.ftl", "overview-figures = ", "overview-figures = 2021 ", "“2021” in"),
        ("en.ftl", 'value-none = –', 'value-none = { "7" }', "“7” in “value-none”"),
        ("vi.ftl", "lên hạng { $new }.", "lên hạng { $old }.", "“history-since-up” names"),
        ("vi.ftl", "hạng { $old }{ beside-derived } lên hạng { $new }",
         "hạng { $new }{ beside-derived } lên hạng { $old }",
         "“history-since-up” names"),
        ("en.ftl", "target-missed = Missed", "target-missed = Met", "“target-missed” does not say"),
        ("vi.ftl", "    [up] { $province } tăng", "    [up] { $province } giảm",
         "“overview-rank[up]” does not say “tăng”"),
        ("vi.ftl", "qualifier-approx = khoảng { $value }", "qualifier-approx = { $value }",
         "“qualifier-approx” does not say"),
        ("vi.ftl", "hạn chế chưa có nhiệm vụ riêng để khắc phục", "hạn chế chưa được đáp ứng",
         "“agenda-finding” says “đáp ứng” (say “khắc phục”)"),
        ("vi.ftl", "Trong ba trụ cột, hạng\n} tốt nhất", "Trong ba cấu phần, hạng\n} tốt nhất",
         "“pillars” says “cấu phần” (say “thành phần”)"),
        ("vi.ftl", "chấm tròn là", "Chấm xanh là", "“rank-targets-subtitle” says “chấm xanh”"),
        ("en.ftl", "column-today = Latest", "column-today = Newest",
         "“column-today” says “newest” (say “latest”)"),
        ("en.ftl", "gap-lost = trails on", "gap-lost = loses in", "“gap-lost” says “loses in”"),
    ],
)  # fmt: skip
def test_a_sentence_that_is_spoiled_is_named(spoiled, file, old, new, fault):
    found = spoiled(file, old, new)
    # Values in another order are told of the second language, which is held to the first.
    file = "en.ftl" if fault.endswith("names") else file
    assert any(line.startswith(f"{file}, row ") and fault in line for line in found), found


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_stands_in_the_line_that_is_named(spoiled, code):
    lines = sentences._read(f"{code}.ftl").splitlines()
    for name, message in sentences._messages(code).items():
        assert lines[message.line - 1].startswith(f"{name} =")
    (found,) = spoiled(f"{code}.ftl", "value-none = –", "value-none –")
    assert found.startswith(f"{code}.ftl, row {lines.index('value-none = –') + 1}")


def test_the_glossary_names_each_term_once_as_the_sentences_do():
    terms = sentences.terms()
    assert len({term.term for term in terms}) == len(terms) > 40
    for code in ("vi", "en"):
        called = [term.words[code].casefold() for term in terms]
        assert len(set(called)) == len(called)
        assert [words for words in called if not sentences.speaks_of(code, words)] == []
        refused = [other.casefold() for term in terms for other in term.others[code]]
        assert len(set(refused)) == len(refused) and not set(refused) & set(called)

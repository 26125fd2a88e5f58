"""Sections that know nothing shrink to a list; nothing else is moved, and nothing is lost."""

from __future__ import annotations

import re

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import few

from helpers.building.shrinking import shrink

HEADING = "<h3>On {}</h3>\n"
UNKNOWN = '<p class="dx-unknown">{} is not known.</p>\n'
KNOWN = "<p>{} is 5.</p>\n"


def cell(text, chapter="a"):
    outputs = [nbformat.v4.new_output("display_data", {"text/html": text})] if text else []
    made = nbformat.v4.new_code_cell(outputs=outputs)
    made.metadata["chapter"] = chapter
    return made


def texts(cells):
    return "".join(output.data["text/html"] for each in cells for output in each.outputs)


def shrunk(*parts):
    ((chapter, kept, unknown),) = shrink([cell(part) for part in parts])
    assert chapter == "a"
    return texts(kept), unknown


@pytest.mark.parametrize(
    ("parts", "kept", "unknown"),
    [
        ([HEADING, UNKNOWN], "", 1),
        ([HEADING, UNKNOWN + UNKNOWN, "", UNKNOWN], "", 3),
        ([HEADING, UNKNOWN, KNOWN], HEADING + UNKNOWN + KNOWN, 0),
        ([KNOWN, UNKNOWN, HEADING, KNOWN], KNOWN + HEADING + KNOWN, 1),
        ([KNOWN, HEADING, KNOWN, HEADING, UNKNOWN], KNOWN + HEADING + KNOWN, 1),
        ([HEADING, "<!--by x-->" + UNKNOWN + "<!--/by-->"], "", 1),
        ([KNOWN + HEADING + UNKNOWN], KNOWN + HEADING + UNKNOWN, 0),
        ([HEADING, ""], HEADING, 0),
    ],
)
def test_what_shrinks(parts, kept, unknown):
    left, found = shrunk(*parts)
    assert left == kept and len(found) == unknown


@few
@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from([HEADING, UNKNOWN, KNOWN, ""]))))
def test_no_sentence_is_lost_and_chapters_keep_their_order(drawn):
    drawn = sorted(drawn, key=lambda each: each[0])
    cells = [cell(part.format(place), chapter) for place, (chapter, part) in enumerate(drawn)]
    result = shrink(cells)
    assert [chapter for chapter, _, _ in result] == list(dict.fromkeys(each for each, _ in drawn))
    after = "".join(texts(kept) + "".join(unknown) for _, kept, unknown in result)
    said = re.findall(r"\d+ is (?:not known|5)\.", texts(cells))
    assert sorted(re.findall(r"\d+ is (?:not known|5)\.", after)) == sorted(said)
    for _, kept, _ in result:
        assert [each for each in cells if any(each is own for own in kept)] == kept

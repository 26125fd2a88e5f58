"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib

import pytest
from conftest import ROOT

SRC = ROOT / "src"
EXAMPLES = sorted(path for path in SRC.rglob("*.py") if ">>>" in path.read_text(encoding="utf-8"))


def test_there_are_examples():
    assert EXAMPLES


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_of_a_module_are_true(path):
    module = importlib.import_module(".".join(path.relative_to(SRC).with_suffix("").parts))
    result = doctest.testmod(module)
    assert result.attempted and not result.failed

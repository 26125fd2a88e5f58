"""A briefing is made without the network: no figure, font or statistic travels while it is."""

from __future__ import annotations

import socket

import pytest
from conftest import ROOT, in_this_process

from helpers.building.batch import batch

#: An address that is kept for examples, and leads nowhere.
NOWHERE = ("192.0.2.1", 80)


def test_the_tests_reach_no_other_machine():
    with socket.socket() as own, pytest.raises(AssertionError, match="reaches out"):
        own.connect(NOWHERE)
    with socket.socket() as own, pytest.raises(AssertionError, match="reaches out"):
        own.connect_ex(NOWHERE)


def test_what_is_published_is_made_by_a_batch_and_without_a_connection(tmp_path, monkeypatch):
    """Of the new unit; of the old one a batch and a build are, with later data, in their test."""
    asked = []

    def refused(*arguments, **named):
        asked.append(arguments)
        raise OSError("no network here")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refused)
    with socket.socket() as own, pytest.raises(OSError, match="no network"):
        own.connect(("127.0.0.1", 80))
    asked.clear()
    with in_this_process():
        batch([(2025, "bac-ninh-2025")], ["en"], tmp_path, ROOT)
    assert asked == []
    page = "2025/bac-ninh-2025.en.html"
    published = (ROOT / "reports" / page).read_bytes()
    assert (tmp_path / page).read_bytes() == published, "run: make briefing"

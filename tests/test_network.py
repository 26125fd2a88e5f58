"""A briefing is made without the network: no figure, font or statistic travels while it is."""

from __future__ import annotations

import socket

import pytest
from conftest import in_this_process

from helpers.building import pipeline

#: An address that is kept for examples, and leads nowhere.
NOWHERE = ("192.0.2.1", 80)


def test_the_tests_reach_no_other_machine():
    with socket.socket() as own, pytest.raises(AssertionError, match="reaches out"):
        own.connect(NOWHERE)
    with socket.socket() as own, pytest.raises(AssertionError, match="reaches out"):
        own.connect_ex(NOWHERE)


def test_a_briefing_is_made_without_a_connection(project, tmp_path, monkeypatch):
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
        page = pipeline.build(2021, "bac-giang", ["vi"], tmp_path / "out", project)[0]
    assert page.stat().st_size and asked == []

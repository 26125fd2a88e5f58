"""The pages as the Nu Html Checker sees them, which knows HTML, ARIA, CSS and SVG."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import ROOT, missing

#: Put there by `make test`.
CHECKER = Path(sys.prefix) / "vnu.jar"


#: The checker lives for seconds: to compile it well would take longer than it runs. Its own
#: advice is half a megabyte of stack, which is too little before it is compiled.
JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")

SPOILED = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>t</title>
    <meta http-equiv="Content-Security-Policy" content="script-src 'none'">
    <style>p { colour: red }</style></head>
    <body><p id="a"><div id="a"></p></div><section><p>no heading</p></section>
    <p role="heading" aria-levle="2">a</p><svg><foo/></svg>
    <script>run()</script></body></html>"""


def problems(pages):
    """Return what the checker says, by page: errors, warnings and notes alike."""
    java = shutil.which("java")
    if not (java and CHECKER.is_file()):
        missing("Nu Html Checker", "default-jre-headless npm, then make test")
    command = [java, *JAVA, "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, *pages], capture_output=True, text=True, check=True)
    found = {page: [] for page in pages}
    for each in json.loads(done.stdout)["messages"]:
        page = Path(unquote(urlsplit(each.get("url", "")).path))
        place = f"{page.name}:{each.get('lastLine')}: {each['type']}"
        found[page].append(f"{place}: {each['message']} {each.get('extract', '')}")
    return found


@pytest.fixture(scope="module")
def checked(built, tmp_path_factory):
    """What the checker says of the pages, and of a spoiled one: to start it takes seconds."""
    pages = sorted({*built.out.rglob("*.html"), *(ROOT / "reports").rglob("*.html")})
    assert len(pages) >= 4
    # A build publishes what is published: the same bytes are the same page.
    pages = list({page.read_bytes(): page for page in pages}.values())
    spoiled = tmp_path_factory.mktemp("validity") / "spoiled.html"
    spoiled.write_text(SPOILED, encoding="utf-8")
    found = problems([*pages, spoiled])
    return found, found.pop(spoiled)


def test_the_pages_are_valid(checked):
    found, _ = checked
    assert len(found) >= 2 and [each for page in found.values() for each in page] == []


def test_the_checker_sees_what_is_wrong(checked):
    said = "\n".join(checked[1])
    for message in ("Duplicate ID “a”", "“colour”", "No “p” element in scope", "aria-levle",
                    "Section lacks heading", "“foo” not allowed",
                    "Inline script violates"):  # fmt: skip
        assert message in said

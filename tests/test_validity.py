"""The pages as the Nu Html Checker sees them, which knows HTML, ARIA, CSS and SVG."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import ROOT, missing

#: Put there by `make test`.
CHECKER = Path(sys.prefix) / "vnu.jar"


def problems(*pages):
    """Return what the checker says of pages: errors, warnings and notes alike."""
    java = shutil.which("java")
    if not (java and CHECKER.is_file()):
        missing("Nu Html Checker", "default-jre-headless npm, then make test")
    command = [java, "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, *pages], capture_output=True, text=True, check=True)
    return [
        f"{Path(each.get('url', '')).name}:{each.get('lastLine')}: {each['type']}: "
        f"{each['message']} {each.get('extract', '')}"
        for each in json.loads(done.stdout)["messages"]
    ]


def test_the_pages_are_valid(built):
    pages = sorted({*built.out.rglob("*.html"), *(ROOT / "reports").rglob("*.html")})
    assert len(pages) >= 4
    # A build publishes what is published: the same bytes are the same page.
    pages = {page.read_bytes(): page for page in pages}.values()
    assert problems(*pages) == []


def test_the_checker_sees_what_is_wrong(tmp_path):
    page = tmp_path / "spoiled.html"
    page.write_text(
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>t</title>
        <meta http-equiv="Content-Security-Policy" content="script-src 'none'">
        <style>p { colour: red }</style></head>
        <body><p id="a"><div id="a"></p></div><section><p>no heading</p></section>
        <p role="heading" aria-levle="2">a</p><svg><foo/></svg>
        <script>run()</script></body></html>""",
        encoding="utf-8",
    )
    said = "\n".join(problems(page))
    for message in ("Duplicate ID “a”", "“colour”", "No “p” element in scope", "aria-levle",
                    "Section lacks heading", "“foo” not allowed",
                    "Inline script violates"):  # fmt: skip
        assert message in said

"""What the commands print: from the language files, in the language that is asked for."""

from __future__ import annotations

import ast
import re

import pytest
from conftest import ROOT, briefing

from helpers.commands import speaking
from helpers.exceptions import BriefingError
from helpers.store import data
from helpers.words.language import LANGUAGES, Language

COMMANDS = ROOT / "src/helpers/commands"
FILES = [*sorted(COMMANDS.glob("*.py")), ROOT / "src/helpers/cli.py"]
#: What prints, asks or refuses: its words stand in the language files.
PRINTERS = {"echo", "write", "confirm", "prompt", "Argument", "Option"}
NAMES = [
    "accept", "batch", "build", "check", "diff", "import-dti", "lab", "new-year", "preview",
    "status", "take", "trace", "watch",
]  # fmt: skip


def literals(call):
    """Return the texts that a call prints, pieces of f-strings and texts of help among them."""
    where = [*call.args, *(each.value for each in call.keywords if each.arg == "help")]
    return [
        node.value
        for argument in where
        for node in ast.walk(argument)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def printed(source):
    """Return every sentence that the commands of a file print of their own."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in PRINTERS or name.endswith("Error"):
                found += [text for text in literals(node) if is_sentence(text)]
    return found


def is_sentence(text):
    """Two words, or one that begins a sentence; names of messages and options are none."""
    return bool(re.search(r"[^\W\d_]{2,} [^\W\d_]", text) or re.match(r"[A-ZĐ][a-zà-ỹ]+", text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_command_prints_a_sentence_of_its_own(path):
    assert printed(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        'typer.echo(f"Added {count} rows")',
        'raise BriefingError("no such file")',
        'typer.Option(help="Reporting year, or all.")',
        'typer.confirm("Write these rows?")',
        'write(console, "Next")',
    ],
)
def test_a_sentence_in_the_code_is_found(line):
    assert printed(line)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "vi"),
        ({"LANG": "C.UTF-8"}, "vi"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi_VN.UTF-8", "BRIEFING_LANG": "en"}, "en"),
        ({"LANG": "en_US.UTF-8", "BRIEFING_LANG": "fr"}, "en"),
    ],
)
def test_the_environment_chooses_and_vietnamese_comes_first(monkeypatch, environment, code):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "BRIEFING_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(speaking.locale, "getlocale", lambda: (None, None))
    speaking.begin(None)
    assert speaking.language().code == code


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["", *NAMES])
def test_the_help_is_in_the_language_and_names_no_message(command, lang):
    done = briefing("--lang", lang, *([command] if command else []), "--help")
    assert done.returncode == 0 and "cmd-" not in done.stdout
    usage, options = (str(Language(lang).say(f"cmd-page-{each}")) for each in ("usage", "options"))
    assert done.stdout.startswith(usage) and options in done.stdout
    name = f"cmd-help-{command or 'briefing'}"
    words = " ".join(done.stdout.split())
    assert str(Language(lang).say(name)).split(".")[0] in words
    library = re.search(r"\[(default|required)|Usage|Options|Arguments|Show this", words)
    assert lang == "en" or not library, "no word of the library is left"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refusal_is_in_the_language_and_what_was_asked_is_forgotten(lang):
    refused = briefing("--lang", lang, "diff", 2021, 2021)
    said = Language(lang).say("cmd-diff-twice", year="2021")
    assert refused.stderr.strip() == f"briefing: {said}" and refused.returncode == 2
    english = briefing("diff", 2021, 2021).stderr
    assert "two different years are needed" in english, "the environment's, as before"


#: Calls of every command that cannot succeed; none of them may write anything.
WRONG = [
    (), ("nothing",), ("--lang", "xx", "check"), ("--nothing",), ("--lang",),
    ("build", "--year", "x"), ("build", "--year", "-1"), ("build", "--year", "99999"),
    ("build", "--lang", "xx"), ("build", "--province", "atlantis"), ("build", "more"),
    ("build", "--year", "2021", "--province", "bac-ninh-2025"), ("build", "--project", "nowhere"),
    ("check", "more"), ("check", "--lang", "xx"), ("check", "--province", "atlantis"),
    ("check", "--project", "nowhere"), ("check", "--year", "2021"),
    ("diff",), ("diff", "2021"), ("diff", "a", "b"), ("diff", "2021", "2021"),
    ("diff", "1", "2"), ("diff", "2021", "99999"), ("diff", "99999", "2021"),
    ("diff", "2021", "2022", "2023"),
    ("diff", "2021", "2022", "--province", "bac-ninh-2025"), ("diff", "-1", "2022"),
    ("diff", "2021", "2022", "--csv", "."), ("diff", "2021", "2022", "--lang", "xx"),
    ("diff", "2021", "2022", "--province", ""), ("diff", "2021", "2022", "--project", "nowhere"),
    ("import-dti",), ("import-dti", "nowhere.csv"),
    ("import-dti", "nowhere.csv", "--edition", "x", "--published", "2030-01-01"),
    ("import-dti", "nowhere.csv", "--edition", "2030", "--published", "x"),
    ("import-dti", "nowhere.csv", "--edition", "2030", "--published", "2031-01-01"),
    ("import-dti", ".", "--edition", "2030", "--published", "2031-01-01", "--publisher", "A",
     "--publisher-en", "A"),
    ("new-year",), ("new-year", "x"), ("new-year", "2021"), ("new-year", "99999"),
    ("new-year", "-5"), ("new-year", "2024", "--province", "atlantis"),
    ("new-year", "2025", "--province", "bac-giang"), ("new-year", "2024", "--form", "a.txt"),
    ("new-year", "2021", "--lang", "xx"), ("new-year", "2021", "--project", "nowhere"),
    ("preview",), ("preview", "99"), ("preview", "03", "--year", "x"), ("preview", "03", "04"),
    ("preview", "03", "--lang", "xx"), ("preview", "03", "--province", "atlantis"),
    ("preview", "03", "--year", "99999"), ("preview", "03", "--project", "nowhere"),
    ("status", "more"), ("status", "--province", "atlantis"), ("status", "--lang", "xx"),
    ("status", "--project", "nowhere"),
    ("take",), ("take", "nowhere.xlsx"), ("take", "."), ("take", "a.xlsx", "--lang", "xx"),
    ("trace",), ("trace", "1380", "--year", "x"), ("trace", "1380", "--year", "99999"),
    ("trace", "", "--out", "nowhere"), ("trace", "foo"), ("trace", "1.38.0"), ("trace", "%"),
    ("trace", "1380", "--province", "atlantis"), ("trace", "1380", "--lang", "xx"),
    ("trace", "1380", "--out", "nowhere"), ("trace", "share"), ("trace", "-"),
    ("trace", "1380", "--project", "nowhere"), ("trace", "1380", "more"),
    ("trace", "1380", "--year", "2025", "--province", "bac-giang"),
    ("watch", "more"), ("watch", "--year", "x"), ("watch", "--year", "99999"),
    ("watch", "--lang", "xx"), ("watch", "--province", "atlantis"),
    ("watch", "--project", "nowhere"),
]  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A copy of the project: what is refused has changed nothing in it."""
    from conftest import copied

    return copied(tmp_path_factory.mktemp("wrong"))


@pytest.mark.parametrize("call", WRONG, ids=" ".join)
def test_a_wrong_call_is_told_in_plain_words_and_writes_nothing(place, call, monkeypatch):
    monkeypatch.setenv(data.DATA_VARIABLE, str(place / "data"))
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    done = briefing(*call, folder=place)
    assert done.returncode in {1, 2} and done.stderr.startswith("briefing: ")
    assert "Traceback" not in done.stderr + done.stdout and "cmd-" not in done.stderr
    assert before == {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("batch", "--jobs", "-1"), "--jobs phải từ 0 trở lên"),
        (("build", "--cell-seconds", "0"), "--cell-seconds phải từ 1 trở lên"),
        (("build", "--cell-seconds", "x"), "--cell-seconds phải là một số"),
        (("build", "--memory", "x"), "--memory phải là một số nguyên"),
    ],
)
def test_a_wrong_number_is_told_without_a_word_of_the_library(call, told):
    assert briefing("--lang", "vi", *call).stderr == f"briefing: {told}\n"


def test_many_problems_are_told_to_the_last(capsys):
    problems = "\n".join(f"results.csv, row {row}: to fill in" for row in range(1, 501))
    speaking.tell_error(BriefingError(problems))
    assert capsys.readouterr().err == f"briefing: {problems}\n"

"""What surrounds the code: environments, commands, layout and style."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import files as files_of
from importlib.metadata import metadata, version
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from conftest import ROOT, briefing

from helpers.commands.lab import settle

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
#: conda-forge's names where they differ, and what one PyPI extra is there.
CONDA = {
    "matplotlib": "matplotlib-base",
    "nbconvert": "nbconvert-core",
    "seaborn": "seaborn-base",
}
EXTRAS = {"fonttools[woff]": {"brotli-python", "zopfli"}}


def split(requirement):
    name, bound = re.fullmatch(r"([\w.\[\]-]+)>=([\d.]+)", requirement).groups()
    return name, bound


def requirements():
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    return [split(each) for group in groups for each in group]


def test_conda_names_the_same_packages_with_the_same_bounds():
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    conda = [each for each in listed["dependencies"] if isinstance(each, str)]
    pip = next(each["pip"] for each in listed["dependencies"] if isinstance(each, dict))
    assert "-e ." in pip and listed["channels"][0] == "conda-forge"
    wanted = {"pip", f"python{PROJECT['requires-python']}", "-e ."}
    for name, bound in requirements():
        wanted |= EXTRAS.get(name, set())
        bare = name.split("[")[0]
        wanted.add(f"{bare if f'{bare}>={bound}' in pip else CONDA.get(bare, bare)}>={bound}")
    assert set(conda) | set(pip) == wanted


def test_the_lock_pins_every_requirement_with_hashes_and_names_no_index():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([\w.-]+)(?:\[\w+\])?==([^\s;]+)", text, flags=re.MULTILINE))
    for name, _ in requirements():
        assert name.split("[")[0] in pinned, name
    entries = re.split(r"\n(?=[\w.-]+(?:\[\w+\])?==)", text)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text)


#: What a package says of itself, or its licence's text, where it is under a licence of that name.
SIGNS = {
    "MIT": r"MIT",
    "BSD-3-Clause": r"BSD|Redistribution and use in source and binary forms",
    "BSD-2-Clause": r"BSD[ -]2-Clause",
    "Apache-2.0": r"Apache|APL 2",
    "MPL-2.0": r"MPL-2\.0",
    "PSF-2.0": r"License agreement for matplotlib",
    "OFL-1.1": r"OFL-1\.1",
}


def licences():
    """The table of licences of the maintainer's page: which direct dependency is under which."""
    text = (ROOT / "data" / "MAINTAINING.md").read_text(encoding="utf-8")
    _, table = text.split("direct dependencies |\n| --- | --- |\n")
    rows = [line.strip("| ").split(" | ") for line in table.partition("\n\n")[0].splitlines()]
    return [(licence, name) for licence, names in rows for name in names.split(", ")]


def of_itself(name):
    """What a package that is installed says of its licence."""
    own = [file for file in files_of(name) or [] if ".dist-info" in str(file)]
    files = [file for file in own if "LICEN" in file.name.upper()]
    texts = [file.locate().read_text(encoding="utf-8")[:2000] for file in files[:1]] or [""]
    about = metadata(name)
    classified = [each for each in about.get_all("Classifier", []) if "License" in each]
    named = [about.get("License-Expression", ""), about.get("License", "")]
    return next((said for said in ("\n".join(named), *classified) if said.strip()), texts[0])


def test_every_direct_dependency_is_listed_under_its_licence():
    listed = licences()
    names = [name for _, name in listed]
    assert sorted(names) == sorted({name.split("[")[0] for name, _ in requirements()})
    for licence, name in listed:
        own = of_itself(name)
        assert own.strip() == licence or re.search(SIGNS.get(licence, r"\b\B"), own), (name, own)


def test_what_is_installed_is_written_down_with_versions_and_licences(tmp_path):
    written, ready = tmp_path / "sbom.json", tmp_path / "installed"
    # Newer than all it depends on: nothing is installed into the environment that runs the tests.
    ready.touch()
    # Validation by a schema of many pages takes most of the target's time.
    here = [f"BIN={Path(sys.executable).parent}", f"INSTALLED={ready}"]
    command = ["make", "--silent", "sbom", *here, f"SBOM={written}", "VALIDATE=--no-validate"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    held = json.loads(written.read_text(encoding="utf-8"))
    assert held["bomFormat"] == "CycloneDX"
    assert held["metadata"]["component"]["name"] == PROJECT["name"]
    plain = lambda name: re.sub(r"[-_.]+", "-", name).casefold()  # noqa: E731  as PEP 503 has it
    parts = {plain(part["name"]): part for part in held["components"]}
    for name, _ in requirements():
        bare = name.split("[")[0]
        assert parts[bare]["version"] == version(bare)
    assert [part["licenses"] for part in parts.values() if part["name"] == "pandas"]
    assert str(ROOT) not in written.read_text(encoding="utf-8")


def test_nothing_is_named_twice():
    always = {split(each)[0] for each in PROJECT["dependencies"]}
    lab = [split(each)[0] for each in PROJECT["optional-dependencies"]["lab"]]
    assert not always & set(lab) and len(set(lab)) == len(lab)
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert len(set(ignored)) == len(ignored) and "notebooks/mine/" in ignored


def test_a_saved_notebook_is_no_pattern_for_git(tmp_path):
    def git(*words):
        done = subprocess.run(["git", "-C", tmp_path, *words], capture_output=True, check=True)
        return done.stdout.decode()

    git("init")
    for name in ("a[1].ipynb", "a1.ipynb"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    git("add", ".")
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-m", "two")
    (tmp_path / "a1.ipynb").write_text("{ }", encoding="utf-8")
    (tmp_path / "a[1].ipynb").touch()
    settle(str(tmp_path / "a1.ipynb"))
    settle(str(tmp_path / "a[1].ipynb"))
    assert git("diff", "--cached", "--name-only") == "", "the work on the other is not staged"
    kept = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            subprocess,
            "run",
            lambda command, **_: kept.append(command) or SimpleNamespace(returncode=0, stdout=b""),
        )
        settle(str(tmp_path / "a[1].ipynb"))
    assert [each[-1] for each in kept] == [":(literal)a[1].ipynb"] * 2


def test_the_packages_of_the_mission_are_required():
    names = {name.split("[")[0] for name, _ in requirements()}
    wanted = {"jupyterlab", "pandas", "matplotlib", "seaborn", "papermill", "nbconvert", "pytest"}
    assert wanted <= names


def test_make_without_a_target_lists_every_target():
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [line.split()[0] for line in done.stdout.splitlines()]
    assert {"help", "briefing", "test", "lab", "check", "clean"} <= set(names)


def test_the_top_level_is_the_agreed_one():
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    top = {line.split("/")[0] for line in done.stdout.splitlines()}
    assert top <= {"notebooks", "data", "src", "reports", "tests", "environment.yml", "README.md",
                   "README.en.md",
                   "pyproject.toml", "requirements.lock", "Makefile", ".ci", "LICENSE",
                   ".gitignore", ".gitattributes"}  # fmt: skip
    assert not [line for line in done.stdout.splitlines() if "/executed/" in line]


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.stem)
def test_functions_are_short_typed_and_documented(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = node.end_lineno - body[0].lineno + 1 if body else 0
            assert length <= 40, node.name
            if not node.name.startswith("_") and node.col_offset == 0:
                assert ast.get_docstring(node) and node.returns is not None, node.name


def test_the_lab_without_jupyterlab_is_one_line_that_says_how(monkeypatch, tmp_path):
    monkeypatch.setattr("helpers.commands.lab.find_spec", lambda name: None)
    done = briefing("lab", "--project", tmp_path)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.splitlines() == [
        'briefing: JupyterLab is not installed: python -m pip install -e ".[lab]"'
    ]


def test_git_needs_no_filter_where_nobody_set_one_up():
    assert "*.ipynb filter=nbstripout" in (ROOT / ".gitattributes").read_text(encoding="utf-8")
    asked = ["git", "config", "--get", "filter.nbstripout.required"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() in {"", "false"}

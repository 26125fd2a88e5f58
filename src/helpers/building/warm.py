"""What chapters need, imported and looked up once: the process from which they are forked is this.

Importing this module is all that the fork server does (:mod:`helpers.building.forks`). It may read
and look up; what it must not do is run a chapter, or anything else that leaves a state behind.
"""

# ruff: noqa: E402  nothing is garbage while modules are imported: not to look for it comes first
from __future__ import annotations

import gc

gc.disable()

import json
import os
import pkgutil
from contextlib import suppress
from importlib import import_module
from pathlib import Path

# A file “matplotlibrc” in the working folder would go before the settings that are wanted here.
_here = os.getcwd()  # noqa: PTH109  as `os.chdir`, and pathlib is not needed for it
os.chdir(os.path.dirname(__file__))  # noqa: PTH120
try:
    from matplotlib.backends import backend_svg  # noqa: F401  charts are saved with it
finally:
    os.chdir(_here)

import nbformat

from helpers import chapters
from helpers.building import engine, execution, export, forks, listing  # noqa: F401  the tasks
from helpers.drawing import svg
from helpers.pages import briefing, pieces
from helpers.store import data, parameters
from helpers.words.language import LANGUAGES, Language

#: What computations import when they first need it, and nearly every briefing does.
_LATER = ("SALib.sample.sobol", "SALib.analyze.sobol", "scipy.optimize", "scipy.stats")


def _warm() -> None:
    own = (module.name for module in pkgutil.iter_modules(chapters.__path__, "helpers.chapters."))
    for name in (*own, *_LATER):
        import_module(name)
    for code in LANGUAGES:
        Language(code).say("sources-title")
    for name in pieces.environment().list_templates(extensions=["j2"]):
        pieces.environment().get_template(name)
    export.exporter().template  # noqa: B018  it is read and compiled when it is first asked for
    nbformat.validate(nbformat.v4.new_notebook())  # As with the schema of notebooks.
    with svg.house_style():
        pass  # The typeface is known to matplotlib then.
    with engine.clean():
        pass  # What a shell imports is there then, and the shell is gone.
    with suppress(Exception):  # What is wrong with the data is said by who checks them.
        package = data.load(Path(os.environ[forks.FOLDER_VARIABLE]))
        asked = json.loads(os.environ[forks.ASKED_VARIABLE])
        wanted = [{"year": year, "province": name, "lang": code} for year, name in asked]
        chosen = [parameters.check(package, each) for each in wanted]
        briefing.prepare(package, [(each.year, each.province) for each in chosen])
    # What is there now stays for good: looking for garbage among it would copy its memory.
    gc.freeze()


_warm()
gc.set_threshold(50_000, 20, 20)
gc.enable()

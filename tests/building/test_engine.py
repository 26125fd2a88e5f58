"""The engine and the forks: what a kernel shows they show, nothing leaks, and who dies is named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import deque
from contextlib import contextmanager, suppress
from threading import Event
from types import ModuleType

import nbformat
import numpy as np
import papermill
import psutil
import pytest
import tasks
from conftest import (
    FROZEN,
    ROOT,
    briefing,
    in_this_process,
    keep_chapters,
    shorten,
    silence,
    spoil_cell,
)
from IPython.core.interactiveshell import InteractiveShell
from nbformat.v4 import new_code_cell, new_notebook
from papermill.exceptions import PapermillExecutionError

from helpers.building import engine, forks, pipeline

#: What cells do, and what a reader of the notebook must find the same whoever ran it.
CELLS = [
    "1 + 1",
    "print('a'); display('b'); print('c'); import sys; print('d', file=sys.stderr)\n'e'",
    "3;",
    "later = display('before', display_id=True)",
    "later.update('after')",
    "print('gone'); from IPython.display import clear_output; clear_output(); print('kept')",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "_ == 2, __name__",
    "class A: pass\nimport pickle\ntype(pickle.loads(pickle.dumps(A()))) is A",
    "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "%matplotlib inline",
    "",
    "{}['missing']",
    "'never'",
]


def notebook(path, *cells, tags=()):
    made = new_notebook(metadata={"kernelspec": {"name": "python3", "language": "python",
                                                 "display_name": "Python"}})  # fmt: skip
    made.cells = [new_code_cell(cell, metadata={"tags": list(tags)}) for cell in cells]
    nbformat.write(made, path)
    return path


def ran(path, name, **options):
    out = path.with_name(f"{name}.ipynb")
    with suppress(PapermillExecutionError):  # It is in the notebook too.
        papermill.execute_notebook(
            path, out, engine_name=name, progress_bar=False, kernel_name="python3", **options
        )
    return nbformat.read(out, as_version=4)


def seen(executed):
    """What each cell shows: texts as they are, of pictures that there is one, no addresses."""
    return [
        (cell.get("execution_count"), [
            {kind: text if kind == "text/plain" else "" for kind, text in output.data.items()}
            if "data" in output else (output.get("name"), output.get("text"), output.get("ename"))
            for output in cell.get("outputs", [])
            if "image/png" not in output.get("data", {})
        ], sum("image/png" in output.get("data", {}) for output in cell.get("outputs", [])))
        for cell in executed.cells
    ]  # fmt: skip


def kinds(executed):
    """The kind of each output of each cell."""
    every = (cell.get("outputs", []) for cell in executed.cells)
    return [[output.output_type for output in outputs] for outputs in every]


@pytest.mark.parametrize("first", ["papermill", "helpers.building.engine"])
def test_papermill_knows_the_engine_by_its_name_whichever_is_imported_first(tmp_path, first):
    path = notebook(tmp_path / "one.ipynb", "'ran here'")
    # Papermill would compile a grammar of a second, which this package keeps out.
    code = ("import sys; sys.modules['rfc3987_syntax'] = None\n"
            f"import {first}, papermill; papermill.execute_notebook(*sys.argv[1:], "
            f"engine_name={engine.NAME!r}, progress_bar=False, kernel_name='nowhere')")  # fmt: skip
    out = tmp_path / "out.ipynb"
    subprocess.run([sys.executable, "-c", code, path, out], check=True)
    (cell,) = nbformat.read(out, as_version=4).cells
    assert cell.outputs[0].data["text/plain"] == "'ran here'"


def test_a_notebook_shows_what_it_shows_in_a_kernel(tmp_path):
    path = notebook(tmp_path / "cells.ipynb", *CELLS)
    classic, here = ran(path, "nbclient"), ran(path, engine.NAME)
    assert seen(here) == seen(classic)
    assert sum(shown for *_, shown in seen(here)) == 1, "the chart of pyplot is there"
    kinds = [[output.output_type for output in cell.get("outputs", [])] for cell in classic.cells]
    assert [
        [output.output_type for output in cell.get("outputs", [])] for cell in here.cells
    ] == kinds


def test_a_second_notebook_finds_nothing_of_the_first(tmp_path):
    main, path, shell = sys.modules["__main__"], sys.path.copy(), InteractiveShell._instance
    ran(notebook(tmp_path / "first.ipynb", "planted = 1\nIn[-1]"), engine.NAME)
    look = "'planted' in globals(), len(In), __import__('__main__').__dict__ is globals()"
    (cell,) = ran(notebook(tmp_path / "second.ipynb", look), engine.NAME).cells
    assert cell.outputs[0].data["text/plain"] == "(False, 2, True)"
    assert cell.execution_count == 1
    assert (sys.modules["__main__"], sys.path, InteractiveShell._instance) == (main, path, shell)


def test_a_cell_that_may_fail_stops_nothing_and_one_left_out_does_not_run(tmp_path):
    path = notebook(tmp_path / "may.ipynb", "1 / 0", "'after'", tags=["raises-exception"])
    cells = ran(path, engine.NAME).cells
    first, second = [cell for cell in cells if cell.cell_type == "code"]
    assert first.outputs[0].ename == "ZeroDivisionError" and second.outputs
    path = notebook(tmp_path / "left.ipynb", "1 / 0", tags=["analyst"])
    (cell,) = ran(path, engine.NAME, skip_cells_with_tag="analyst").cells
    assert not cell.outputs


#: Traces that a chapter could leave: in its names, a module, the system's, the surroundings.
PLANT = """import builtins, json, os, sys
planted = json.planted = builtins.planted = True
os.environ["PLANTED"] = "yes"
sys.modules["planted"] = json
"""
LOOK = """import builtins, json, os, sys
found = [name for name, there in {
    "name": "planted" in globals(), "module": hasattr(json, "planted"),
    "builtin": hasattr(builtins, "planted"), "environment": "PLANTED" in os.environ,
    "modules": "planted" in sys.modules}.items() if there]
assert not found, found
"""


def test_a_chapter_finds_no_trace_of_the_one_before(project, tmp_path):
    keep_chapters(project, "04", "05")
    for name, source in (("04_dti_outlook.ipynb", PLANT), ("05_agenda.ipynb", LOOK)):
        silence(project, name)
        spoil_cell(project, name, source)
    made = build(project, tmp_path, "--jobs", "1")
    assert made.returncode == 0, made.stderr
    alone = build(project, tmp_path, "--jobs", "0")
    assert alone.returncode == 1 and "module" in alone.stderr, "the trap finds a leak where one is"


def build(project, out, *options):
    arguments = ("--year", "2021", "--province", "bac-giang", "--lang", "vi", *options)
    return briefing("build", *arguments, "--project", project, "--out", out)


def test_nobody_waits_for_what_a_cell_leaves_running(project, tmp_path):
    keep_chapters(project, "05")
    silence(project, "05_agenda.ipynb")
    source = "import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()"
    spoil_cell(project, "05_agenda.ipynb", source)
    start = time.monotonic()
    made = build(project, tmp_path)
    assert made.returncode == 0, made.stderr
    assert time.monotonic() - start < 120


def test_what_is_printed_line_by_line_is_whole(tmp_path):
    source = "import sys\nfor n in range(9):\n    print(n)\nprint('x', file=sys.stderr)\nprint(9)"
    (cell,) = ran(notebook(tmp_path / "lines.ipynb", source), engine.NAME).cells
    texts = [(output.name, output.text) for output in cell.outputs]
    lines = "".join(f"{n}\n" for n in range(9))
    assert texts == [("stdout", lines), ("stderr", "x\n"), ("stdout", "9\n")]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import os\nos._exit(3)", "the process ended with exit code 3"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "was killed by SIGKILL"),
    ],
)
def test_a_chapter_whose_process_ends_is_named_with_its_cell(project, tmp_path, source, said):
    keep_chapters(project, "05")
    spoil_cell(project, "05_agenda.ipynb", source)
    done = build(project, tmp_path)
    assert done.returncode == 1
    assert "briefing: chapter 05_agenda.ipynb, cell 4: " in done.stderr and said in done.stderr
    assert not list(tmp_path.glob("2021/*.html"))


@pytest.mark.parametrize(("seconds", "kernel"), [(3, ()), (6, ("--kernel",))])
def test_a_cell_that_hangs_is_named_with_how_long_it_may_run(project, tmp_path, seconds, kernel):
    keep_chapters(project, "05")
    silence(project, "05_agenda.ipynb")
    spoil_cell(project, "05_agenda.ipynb", "import time\ntime.sleep(600)")
    done = build(project, tmp_path, "--cell-seconds", seconds, *kernel)
    first, second, *rest = done.stderr.splitlines()
    assert (done.returncode, rest) == (1, [])
    assert first == ("briefing: chapter 05_agenda.ipynb, cell 2: the cell ran for more than "
                     f"{seconds} s (--cell-seconds sets that)")  # fmt: skip
    assert second.startswith("the executed notebook: ")
    assert not list(tmp_path.glob("2021/*.html"))


def test_a_cell_that_wants_all_the_memory_is_named_and_does_not_get_it(project, tmp_path):
    keep_chapters(project, "05")
    spoil_cell(project, "05_agenda.ipynb", "held = bytearray(8 * 2**30)")
    done = build(project, tmp_path, "--memory", "2048")
    first, *_ = done.stderr.splitlines()
    assert first == ("briefing: chapter 05_agenda.ipynb, cell 4: "
                     "MemoryError (--memory sets how much a chapter may use)")  # fmt: skip


def test_too_little_memory_is_refused_before_anything_runs(project, tmp_path):
    done = build(project, tmp_path, "--memory", "1023")
    assert (done.returncode, done.stdout) == (2, "")
    (said,) = done.stderr.splitlines()
    assert said.startswith("briefing: --memory 1023 is too little: ") and "1024 MiB" in said
    keep_chapters(project, "05")
    assert build(project, tmp_path, "--memory", "1024").returncode == 0


def test_the_server_is_asked_for_briefings_whatever_kind_of_number_a_year_is(monkeypatch):
    asked = {}
    monkeypatch.setattr(forks, "ensure_running", lambda: asked.update(os.environ))
    monkeypatch.setattr(forks, "_begun", Event())
    forks.begin(FROZEN, [(np.int64(2021), "Bắc Giang"), (2022, "da-nang")])
    assert json.loads(asked[forks.ASKED_VARIABLE]) == [[2021, "Bắc Giang"], [2022, "da-nang"]]
    assert forks.ASKED_VARIABLE not in os.environ


def test_an_error_is_one_line_without_the_codes_of_a_terminal(project, tmp_path):
    keep_chapters(project, "05")
    spoil_cell(project, "05_agenda.ipynb", "raise ValueError('\\x1b[31mred\\x1b[0m\\nand more')")
    done = build(project, tmp_path)
    first, second = done.stderr.splitlines()
    assert first == "briefing: chapter 05_agenda.ipynb, cell 4: ValueError: red"
    said = briefing("--lang", "vi", "build", "--year", "2021", "--lang", "vi",
                    "--project", project, "--out", tmp_path)  # fmt: skip
    first, second = said.stderr.splitlines()
    assert first == "briefing: chương 05_agenda.ipynb, ô 4: ValueError: red"
    assert second.startswith("sổ đã chạy: ")


@pytest.fixture
def server():
    forks.begin(ROOT / "tests" / "frozen")


def test_each_task_has_a_process_of_its_own_and_all_their_results_come_home(server):
    results = dict(forks.run_all(deque((place, tasks.own) for place in range(5)), 2))
    assert sorted(results) == list(range(5))
    assert len({*results.values(), os.getpid()}) == 6


def test_an_error_comes_home_and_stops_no_other_task(server):
    named = {"fails": tasks.fails, "dies": tasks.dies, "not": tasks.unpicklable, "own": tasks.own}
    queue = deque(named.items())
    results = dict(forks.run_all(queue, 2))
    assert str(results["fails"]) == "no such figure"
    assert (results["dies"].told, str(results["dies"])) == (7, "the process was killed by SIGTERM")
    assert isinstance(results["not"], Exception)
    assert isinstance(results["own"], int)


def test_a_task_that_says_nothing_for_too_long_is_ended_and_the_others_go_on(server):
    queue = deque([("slow", tasks.slow), ("talks", tasks.talks)])
    results = dict(forks.run_all(queue, 2, forks.Limits(seconds=1.5, memory=0)))
    assert isinstance(results["slow"], forks.LateError) and results["slow"].told == 7
    assert results["slow"].words["en"].startswith("the cell ran for more than 1.5 s")
    assert results["talks"] == "said something all the time"


def test_the_time_of_a_task_begins_with_its_process(server, monkeypatch):
    """The server may have to import everything first."""

    @contextmanager
    def late():
        time.sleep(2.1)
        yield

    monkeypatch.setattr(forks, "_started", late)
    (task,) = forks.run_all(deque([("own", tasks.own)]), 1, forks.Limits(seconds=2, memory=0))
    assert isinstance(task[1], int)


def test_a_task_is_held_to_its_memory(server):
    queue = deque([("large", tasks.large)])
    results = dict(forks.run_all(queue, 1, forks.Limits(seconds=60, memory=1024)))
    assert isinstance(results["large"], MemoryError)
    assert dict(forks.run_all(deque([("large", tasks.large)]), 1)) == {"large": 2 * 2**30}


def test_tasks_may_be_added_and_taken_away_while_others_run(server):
    queue, ended = deque([("first", tasks.own), ("never", tasks.fails)]), []
    for key, _ in forks.run_all(queue, 1):
        ended.append(key)
        if key == "first":
            queue.clear()
            queue.append(("added", tasks.own))
    assert ended == ["first", "added"]


def test_who_stops_asking_stops_what_runs(server):
    results = forks.run_all(
        deque([("own", tasks.own), ("slow", tasks.slow), ("slow too", tasks.slow)]), 2
    )
    assert next(results)[0] == "own"
    start = time.monotonic()
    results.close()
    assert time.monotonic() - start < 30, "nobody waited for what sleeps a minute"


WAITS = """
from collections import deque
from pathlib import Path
import tasks
from helpers.building import forks
forks._WARM = "tasks"  # What it imports is no matter here, and takes seconds.
forks.begin(Path({folder!r}))
print("begun", flush=True)
list(forks.run_all(deque([(0, tasks.slow), (1, tasks.slow)]), 2))
"""


def test_no_process_outlives_the_one_that_asked(tmp_path):
    code = WAITS.format(folder=str(ROOT / "tests" / "frozen"))
    path = os.pathsep.join([str(ROOT / "tests"), *sys.path])
    asks = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE,
                            env={**os.environ, "PYTHONPATH": path})  # fmt: skip
    assert asks.stdout.readline().strip() == b"begun"
    children = wait_for(lambda: descendants(asks.pid, 4), 120)
    asks.kill()
    asks.wait()
    _, alive = psutil.wait_procs(children, timeout=30)
    assert not alive


def descendants(pid, count):
    """The processes below one, once there are so many: a tracker, a server, and two tasks."""
    below = psutil.Process(pid).children(recursive=True)
    return below if len(below) >= count else None


def wait_for(question, seconds):
    end = time.monotonic() + seconds
    while (found := question()) is None:
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)
    return found


def test_a_task_knows_nothing_of_the_program_that_asks(server, monkeypatch):
    program = ModuleType("__main__")
    program.__file__ = str(ROOT / "tests" / "no such program.py")
    monkeypatch.setitem(sys.modules, "__main__", program)
    ((_, result),) = forks.run_all(deque([("own", tasks.own)]), 1)
    assert isinstance(result, int)


def test_kernels_make_the_same_bytes(project, tmp_path):
    """Of two chapters, with every kind of output: each has a kernel, which takes seconds to begin.

    That another process makes the bytes of all chapters is tested with what is published.
    """
    keep_chapters(project, "03", "05")
    shorten(project, "03_dti_position.ipynb", "dti_map.fifths_map(")
    with in_this_process():
        here = pipeline.build(2021, "bac-giang", ["vi"], tmp_path / "here", project)
    pages = pipeline.build(2021, "bac-giang", ["vi"], tmp_path, project, kernel=True)
    executed = tmp_path / "2021" / "executed" / "bac-giang.vi" / "05_agenda.ipynb"
    kernel = nbformat.read(executed, as_version=4).metadata.language_info
    assert kernel.version, "a kernel says which Python it is, the engine does not"
    assert pages[0].read_bytes() == here[0].read_bytes()

"""A cluster on loopback: the same bytes, and who dies, fails or is unfit spoils nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
import pytest
from conftest import briefing, copied, in_this_process, keep_chapters, silence, spoil_cell

import helpers
from helpers.building import batch as batching
from helpers.building.asked import Options
from helpers.building.batch import batch
from helpers.exceptions import BriefingError

distributed = pytest.importorskip("distributed", reason="no Dask: pip install -e '.[cluster]'")

from helpers.building import cluster  # noqa: E402  it needs Dask

SOURCE = Path(helpers.__file__).parents[1]
THREE = [(2021, "bac-giang"), (2021, "ca-mau"), (2021, "an-giang")]
#: A task is given up with its second worker that dies, so that the test has not to wait for four.
FAILURES = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
MAY_FORK = {"DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
#: A cell that writes down which worker runs it, and where told so kills it.
CELL = """import multiprocessing, os, signal, time
from pathlib import Path
worker = (multiprocessing.parent_process() or multiprocessing.current_process()).pid
with Path({marks!r}, "ran").open("a") as ran:
    ran.write(f"{{province}} {{lang}} {{worker}}\\n")
if province == "ca-mau" and {deadly}:
    os.kill(worker, signal.SIGKILL)
    time.sleep(60)
assert province != {fails!r}, "no such figure"
"""


@contextmanager
def started(kind, folder, *options, source=SOURCE, **settings):
    """Run a program of Dask; end it with all that it started."""
    environment = {**os.environ, "PYTHONPATH": str(source), **settings}
    command = [sys.executable, "-m", "dask", kind, "--no-dashboard", *options,
               "--scheduler-file", str(folder / "scheduler.json")]  # fmt: skip
    with (folder / f"{kind}.log").open("a") as log:
        program = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        yield
    finally:
        for each in [*psutil.Process(program.pid).children(recursive=True), program]:
            each.kill()
        program.wait()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("cluster")


def workers(folder, *options, **settings):
    """Run workers, as ``dask worker`` does: in processes below one that starts them again."""
    local = ("--nthreads", "1", "--local-directory", str(folder / "local"))
    return started("worker", folder, *local, *options, **settings)


@pytest.fixture(scope="module")
def scheduler(folder):
    """The address of a scheduler with two workers, each a process with one thread."""
    with ExitStack() as stack:
        own = ("--host", "127.0.0.1", "--port", "0")
        stack.enter_context(started("scheduler", folder, *own, **FAILURES))
        stack.enter_context(workers(folder, "--nworkers", "2", **MAY_FORK))
        file, end = folder / "scheduler.json", time.monotonic() + 120
        while not file.exists():
            assert time.monotonic() < end, (folder / "scheduler.log").read_text()
            time.sleep(0.05)
        address = json.loads(file.read_text())["address"]
        wait_for(address, 2)
        yield address


def wait_for(address, count):
    with distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=120)
        return client.scheduler_info()["workers"]


def smaller(tmp_path, deadly="False", fails=""):
    """A project whose one chapter does nothing but write down who ran it, and the folder where."""
    return small(tmp_path, deadly, fails, silent=True)


def small(tmp_path, deadly="False", fails="", silent=False):
    """A project of one chapter, and the folder in which it writes down who ran it."""
    marks, project = tmp_path / "marks", copied(tmp_path / "project")
    marks.mkdir()
    keep_chapters(project, "05")
    if silent:
        silence(project, "05_agenda.ipynb")
    source = CELL.format(marks=str(marks), deadly=deadly, fails=fails)
    spoil_cell(project, "05_agenda.ipynb", source)
    return project, marks


def runs(marks):
    return [tuple(line.split()) for line in (marks / "ran").read_text().splitlines()]


def published(out):
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.suffix in {".html", ".csv"}
    }


def test_a_worker_with_other_code_or_without_forks_is_refused_and_given_nothing(
    scheduler, folder, tmp_path, monkeypatch
):
    other = shutil.copytree(SOURCE / "helpers", tmp_path / "src" / "helpers").parent
    with (other / "helpers" / "words" / "refusals.py").open("a") as code:
        code.write("# other\n")
    project, marks = smaller(tmp_path)
    out, options, fit = tmp_path / "out", Options(scheduler=scheduler), pids(scheduler)
    alone = ("--no-nanny", "--name", "x")  # Nobody kills it, so that nobody has to start it again.
    with workers(folder, *alone, source=other, **MAY_FORK), workers(folder, "--name", "y"):
        named = {each["name"]: place for place, each in wait_for(scheduler, 4).items()}
        with pytest.raises(BriefingError) as caught:
            batch(THREE, ["vi"], out, project, options)
        assert sorted(str(caught.value).splitlines()) == sorted([
            f"worker {named['x']} has this package with other code: install the same there, and "
            "start the worker again",
            f"worker {named['y']} may start no processes: start it with "
            "DASK_DISTRIBUTED__WORKER__DAEMON=False in its environment",
        ])  # fmt: skip
        assert not marks.joinpath("ran").exists() and not list(out.rglob("*.html"))
        monkeypatch.setattr(cluster, "_require_fit", lambda *known: None)
        made = batch(THREE, ["vi"], out, project, options)
    assert [each.error for each in made] == [None] * 3
    ran = {int(worker) for _, _, worker in runs(marks)}
    assert ran <= fit, "who comes later and is unfit is given nothing"
    draws = asked(scheduler, eval, "'seaborn' in __import__('sys').modules")
    assert not any(draws), "to import that takes seconds, and only what a worker forks needs it"


def pids(address):
    """The processes of the workers that are there."""
    return set(asked(address, os.getpid))


def asked(address, function, *arguments):
    """What the workers that are there answer."""
    with distributed.Client(address, set_as_default=False) as client:
        return list(client.run(function, *arguments).values())


def test_a_worker_is_killed_and_all_is_made_once_with_the_bytes_of_this_machine(
    scheduler, tmp_path, monkeypatch
):
    killed = f"Path({str(tmp_path)!r}, 'killed')"
    project, marks = small(tmp_path, f"not {killed}.exists() and not {killed}.touch()")
    written, real = Counter(), batching.write_all
    monkeypatch.setattr(
        batching, "write_all", lambda files: (written.update(map(str, files)), real(files))
    )
    told, out, here = [], tmp_path / "out", tmp_path / "here"
    options = Options(scheduler=scheduler)
    made = batch(THREE, ["vi", "en"], out, project, options, lambda *step: told.append(step))
    assert [(each.error, sorted(each.why)) for each in made] == [(None, ["en", "vi"])] * 3
    first, *again = [worker for province, lang, worker in runs(marks) if province == "ca-mau"]
    assert again and first not in again, "another worker made it"
    pages = {path: times for path, times in written.items() if path.endswith(".html")}
    assert len(pages) == 7 and set(pages.values()) == {1}, "six pages and the list, once each"
    assert [done for *_, done, count in told] == list(range(1, 13)) and told[0][-1] == 12
    with in_this_process():
        batch(THREE, ["vi", "en"], here, project)
    assert published(out) == published(here) and len(published(out)) == 13
    kept = {path.relative_to(out) for path in out.rglob("*.ipynb")}
    assert kept == {path.relative_to(here) for path in here.rglob("*.ipynb")} and len(kept) == 6
    with in_this_process():
        left = batch(THREE, ["vi", "en"], out, project)
    assert [each.why for each in left] == [{}] * 3, "what a cluster made is up to date here"


def test_what_kills_every_worker_or_fails_is_named_and_stops_no_other(scheduler, tmp_path):
    project, marks = smaller(tmp_path, deadly="True", fails="an-giang")
    out = tmp_path / "out"
    done = briefing("--lang", "vi", "batch", "--year", "2021", "--lang", "vi",
                    "--provinces", "an-giang,bac-giang,ca-mau", "--project", project,
                    "--out", out, "--scheduler", scheduler)  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "đã làm 1, không cần làm 0, lỗi 2"
    deaths = "2021 ca-mau: 2 máy làm việc chết khi lập báo cáo này, máy cuối ở tcp://127.0.0.1:"
    assert deaths in done.stderr
    assert len({worker for province, _, worker in runs(marks) if province == "ca-mau"}) == 2
    notebook = out / "2021" / "executed" / "an-giang.vi" / "05_agenda.ipynb"
    assert "2021 an-giang: chương 05_agenda.ipynb, ô 2: AssertionError" in done.stderr
    assert str(notebook) in done.stderr and notebook.is_file()
    assert [path.name for path in (out / "2021").glob("*.html")] == ["bac-giang.vi.html"]
    held = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert "workers died" in held["2021/ca-mau.vi"]["outcome"]


HERE = cluster.Traits("code", "python 3, pandas 3, rich 14", "68", "")


@pytest.mark.parametrize(
    ("there", "words"),
    [
        (cluster.Traits("code", "python 3, pandas 2, rich 14", "68", ""),
         "has other libraries (pandas 2; here pandas 3): install"),
        (cluster.Traits("code", HERE.versions, "", ""), "has WeasyPrint –, here it is 68: install"),
        (cluster.Traits("code", HERE.versions, "68", "system"), "cannot fork safely"),
        (ModuleNotFoundError("No module named 'helpers'"), "does not know this package (Module"),
    ],
)  # fmt: skip
def test_what_makes_a_worker_unfit_is_said_with_its_cure(there, words):
    for lang, line in cluster._unfit("tcp://one:1", there, HERE).items():
        assert line.startswith("worker tcp://one:1 " if lang == "en" else "máy làm việc tcp://")
        assert "\n" not in line and (lang == "vi" or words in line)
    assert cluster._unfit("tcp://one:1", HERE, HERE) is None


def test_no_scheduler_no_worker_no_dask_and_wrong_options_are_one_line_each(tmp_path, monkeypatch):
    project, _ = small(tmp_path)
    monkeypatch.setattr(cluster, "_ANSWERS", 0.5)
    said = ("batch", "--year", "2021", "--project", project, "--out", tmp_path, "--scheduler")
    # To learn its address Dask asks which way another machine would be reached.
    monkeypatch.setattr("distributed.comm.inproc.get_ip", lambda: "127.0.0.1")
    with distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=":0") as empty:
        nobody = briefing(*said, empty.scheduler_address)
    monkeypatch.setitem(sys.modules, "helpers.building.cluster", None)
    monkeypatch.delattr("helpers.building.cluster")
    for done, code, words in (
        (nobody, 1, f"worker: start some with “{cluster._SETTING} dask worker inproc://"),
        (briefing(*said, "tcp://127.0.0.1:1"), 1, 'Dask is not installed: python -m pip install'),
        (briefing(*said, "tcp://127.0.0.1:1", "--jobs", "2"), 2, "goes without --jobs"),
    ):  # fmt: skip
        assert (done.returncode, done.stdout) == (code, ""), done
        assert words in done.stderr and len(done.stderr.splitlines()) == 1
    monkeypatch.undo()
    monkeypatch.setattr(cluster, "_ANSWERS", 0.5)
    silent = briefing(*said, "tcp://127.0.0.1:1")
    assert silent.returncode == 1 and len(silent.stderr.splitlines()) == 1, silent.stderr
    assert "no Dask scheduler answers at tcp://127.0.0.1:1: start one" in silent.stderr

"""Faults of the machine and of who uses it: each ends well, or with one line and nothing lost."""

from __future__ import annotations

import ast
import ctypes
import os
import pickle
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, briefing, copied, in_this_process, keep_chapters, spoil_cell

from helpers.exceptions import BriefingError
from helpers.store import alone, append

LIBC = ctypes.CDLL(None)
PAGE, CSV, LIST = "2021/bac-giang.vi.html", "2021/bac-giang.vi.csv", "index.html"
EXECUTED = "2021/executed/bac-giang.vi/05_agenda.ipynb"
#: What the system says, whatever a test does to it.
FULL, READ_ONLY, DENIED = "No space left on device", "Read-only file system", "Permission denied"


def begun(work: Callable) -> Callable:
    """Let a fork of this process do some work; return what waits for what it returns."""
    home, there = os.pipe()
    child = os.fork()
    if not child:
        try:
            result = work()
        except BaseException as error:
            result = repr(error)
        with os.fdopen(there, "wb") as file:
            pickle.dump(result, file)
        os._exit(0)
    os.close(there)

    def ended():
        with os.fdopen(home, "rb") as file:
            result = pickle.load(file)
        os.waitpid(child, 0)
        return result

    return ended


def build(project, out, *options, lang="en"):
    """Build the Vietnamese page of 2021 in this process."""
    asked = ("--year", 2021, "--lang", "vi", "--project", project, "--out", out, *options)
    with in_this_process():
        return briefing("--lang", lang, "build", *asked)


def tree(folder):
    """Every file of a folder, with what is in it."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "ballast")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A project of one chapter, and what a build of it makes where nothing is wrong."""
    folder = tmp_path_factory.mktemp("small")
    project = copied(folder / "project")
    keep_chapters(project, "05")
    done = build(project, folder / "out")
    assert done.returncode == 0, done.stderr
    return project, tree(folder / "out")


@pytest.fixture
def out(tmp_path):
    """A folder of reports with an older briefing, each of whose files says so."""
    for name in (PAGE, CSV, LIST, EXECUTED):
        path = tmp_path / "out" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"old")
    return tmp_path / "out"


def mount(folder, kind, flags, options=""):
    names = [str(each).encode() for each in (folder, kind, options)]
    return LIBC.mount(names[1], names[0], names[1], flags, names[2]) == 0


def own_mounts():
    """Keep what this process mounts to itself; return whether it may mount anything."""
    new_namespace, recursive, private = 0x20000, 0x4000, 0x40000
    return LIBC.unshare(new_namespace) == 0 and mount("/", "none", recursive | private)


def disk(folder, size):
    """Put a disk of so many KiB in the place of a folder, with the same files on it."""
    files = tree(folder)
    if not own_mounts() or not mount(folder, "tmpfs", 0, f"size={size}k"):
        return False
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return True


def fill(folder, left):
    """Leave so many KiB of a disk."""
    free = shutil.disk_usage(folder).free // 1024
    (folder / "ballast").write_bytes(bytes(1024 * (free - left)))


def limit_files(size):
    """Let no file grow over so many KiB: where nothing can be mounted, that is a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size * 1024, size * 1024))


def room(content):
    """How many KiB a file takes on a disk."""
    return -(-len(content) // 4096) * 4


def new_of(files, good):
    return {name for name in (PAGE, CSV, LIST) if files.get(name) == good[name]}


@pytest.mark.parametrize(
    ("last", "new", "kept"),
    [(EXECUTED, set(), False), (PAGE, set(), True), (LIST, {PAGE, CSV}, True)],
    ids=["notebook", "page", "list"],
)
def test_a_full_disk_is_one_line_and_what_was_there_stays(small, out, last, new, kept):
    project, good = small
    before = tree(out)
    whole = [EXECUTED, PAGE, CSV, "manifest.json"]
    # So much is free that half of what comes last is written.
    written = sum(room(good[name]) for name in whole[: (*whole[:2], LIST).index(last)])
    written = written if last != LIST else sum(room(good[name]) for name in whole)

    def work():
        if disk(out, 2048):
            fill(out, written + room(good[last]) // 2 - room(b"old"))
        elif last == LIST:
            return None
        else:
            limit_files(room(good[last]) // 2)
        return build(project, out, lang="vi"), tree(out)

    result = begun(work)()
    if result is None:
        pytest.skip("no disk may be mounted here, and a limit of files tells no list from a page")
    done, after = result
    faults = (FULL, "File too large")
    lines = [f"briefing: không ghi được {out / last} ({fault}); những gì có trước vẫn còn nguyên\n"
             for fault in faults]  # fmt: skip
    assert done.returncode == 1 and done.stderr in lines, done
    assert new_of(after, good) == new
    assert {after[name] for name in {PAGE, CSV, LIST} - new} == {b"old"}
    assert (EXECUTED in after) == kept, "no half of a notebook"
    assert set(after) - {"manifest.json"} == set(before) - (set() if kept else {EXECUTED})


def test_rows_are_added_to_no_table_where_the_disk_is_full(small, tmp_path):
    folder = shutil.copytree(small[0] / "data", tmp_path / "data")
    before = tree(folder)
    rows = {"dti_components": [{"component": "smart_city", "name_vi": "Đô thị", "name_en": "City"}],
            "results": [{"scope": "bac-giang", "indicator": "x", "period": "2021",
                         "timing": "during", "value": "1", "source": "article"}]}  # fmt: skip

    def work():
        if disk(folder, 4096):
            fill(folder, 8)
        else:
            limit_files(8)
        try:
            append.append(folder, rows)
        except BriefingError as error:
            return str(error), tree(folder)

    said, after = begun(work)()
    assert said.startswith(f"{folder / 'results.csv'} cannot be written (") and "\n" not in said
    assert after == before


def without_rights():
    """Let permissions mean something to root too."""
    header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    LIBC.capget(header, sets)
    override, search = 1 << 1, 1 << 2
    sets[0] &= ~(override | search)
    LIBC.capset(header, sets)


@pytest.mark.parametrize("fault", [READ_ONLY, DENIED])
def test_a_folder_in_which_nobody_may_write_is_one_line(small, out, fault):
    def work():
        if fault == DENIED:
            out.chmod(0o555)
            without_rights()
        elif not disk(out, 2048) or not mount(out, "tmpfs", 1 | 32):  # again, and read-only
            return None
        before = tree(out)
        done = build(small[0], out, lang="vi")
        return done, tree(out) == before

    result = begun(work)()
    out.chmod(0o755)
    if result is None:
        pytest.skip("no disk may be mounted here")
    said = f"briefing: không ghi được gì vào {out} ({fault}); hãy đặt tên khác\n"
    assert (result[0].returncode, result[0].stderr, result[1]) == (1, said, True)


def test_no_temporary_folder_is_one_line(small, out):
    def work():
        if not own_mounts():
            return None
        for folder in filter(os.path.isdir, ("/tmp", "/var/tmp", "/usr/tmp", small[0])):
            bind, read_only = 4096, 4096 | 1 | 32
            name = str(folder).encode()
            if LIBC.mount(name, name, None, bind, None) or LIBC.mount(
                None, name, None, read_only, None
            ):
                return None
        mount(out, "tmpfs", 0, "size=2048k")
        tempfile.tempdir = None
        os.environ["TMPDIR"] = "/dev/null/none"
        os.chdir(small[0])

        with in_this_process():
            return briefing("build", "--draft", "--year", 2021, "--out", out, folder=small[0])

    done = begun(work)()
    if done is None:
        pytest.skip("no folder may be made read-only here")
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert done.stderr.startswith("briefing: there is no temporary folder to write in (")


def test_reports_that_are_deleted_under_a_build_are_one_line(small, out, tmp_path):
    project = shutil.copytree(small[0], tmp_path / "project")
    spoil_cell(project, "05_agenda.ipynb", f"import shutil\nshutil.rmtree({str(out)!r})")
    done = build(project, out)
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"briefing: {out / EXECUTED} cannot be written (")
    assert not out.exists()


def test_of_two_builds_at_once_the_second_is_told_so_and_the_pages_are_whole(small, out):
    project, good = small
    (out / alone._NAME).write_text("999999999-1", encoding="utf-8")  # Of one that was killed.
    ends = [begun(lambda: build(project, out)) for _ in range(2)]
    told = sorted((end() for end in ends), key=lambda done: done.returncode)
    busy = f"briefing: another run is writing into {out} (process "
    assert told[0].returncode == 0, told
    for done in told:
        assert done.returncode == 0 or done.stderr.startswith(busy), done
        assert done.stderr.count("\n") == done.returncode
    after = tree(out)
    assert set(after) == set(good)
    assert new_of(after, good) == {PAGE, CSV, LIST}
    with alone.alone(out):
        before = tree(out)
        done = build(project, out)
        assert done.returncode == 1 and done.stderr.startswith(f"{busy}{os.getpid()})")
        assert tree(out) == before
    assert not (out / alone._NAME).exists()


#: What breaks a project, and for each command what it says then; those left out do their work.
NO_DATA = "datapackage.json: there is no such file in {project}/data (restore it from git)"
NO_CHAPTERS = "briefing: no chapters (NN_name.ipynb) in {project}/notebooks: restore them from git"
NO_NOTEBOOK = ("briefing: {project}/notebooks/05_agenda.ipynb cannot be read as a notebook: "
               "restore it from git")  # fmt: skip
NO_PROJECT = "briefing: no notebooks/explore.ipynb in {project} or above it: run inside the project"
BROKEN = {
    "data": dict.fromkeys(("status", "check", "trace", "build", "preview"), NO_DATA),
    "notebooks": {"lab": NO_PROJECT, "build": NO_CHAPTERS, "preview": NO_CHAPTERS},
    "notebook": {"build": NO_NOTEBOOK, "preview": NO_NOTEBOOK},
}
CALLS = {
    "status": (), "check": (), "trace": ("1.380",), "lab": ("--set-up",),
    "build": ("--year", "2021"), "preview": ("05",),
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_project_is_one_line_of_each_command(small, tmp_path, broken):
    project = shutil.copytree(small[0], tmp_path / "project")
    if broken == "notebook":
        (project / "notebooks" / "05_agenda.ipynb").write_text("{no JSON", encoding="utf-8")
    else:
        shutil.rmtree(project / broken)
    before = tree(project)
    for command, options in CALLS.items():
        with in_this_process():
            said = BROKEN[broken].get(command)
            # Without its option the Lab would open where nothing is missing.
            given = () if command == "lab" and said else options
            done = briefing(command, *given, "--project", project)
        if said is None:
            assert not done.stderr or done.stderr.count("\n") == 1, (command, done)
        else:
            last = done.stderr.splitlines()[-1]
            assert (done.returncode, last) == (1, said.format(project=project)), (command, done)
    assert tree(project) == before


def test_what_the_system_refuses_is_one_line(monkeypatch):
    from helpers.commands import check

    def refuse(*asked, **named):
        raise OSError(24, "Too many open files", "x")

    monkeypatch.setattr(check.schema, "check_accepted", refuse)
    done = briefing("check")
    said = "briefing: the system refuses: Too many open files (x)\n"
    assert (done.returncode, done.stderr) == (1, said)


#: Moves the clock that everything in a process reads, and leaves what measures time alone.
CLOCK = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
static long moved(void) { const char *by = getenv("MOVED"); return by ? atol(by) : 0; }
int clock_gettime(clockid_t clock, struct timespec *at) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int done = real(clock, at);
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) at->tv_sec += moved();
    return done;
}
time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}
int gettimeofday(struct timeval *at, void *zone) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return 0;
}
"""


def clock(folder, years):
    """The surroundings in which the clock is so many years ahead, where there is a compiler."""
    if not shutil.which("cc"):
        return {}
    library = folder / "clock.so"
    command = ["cc", "-shared", "-fPIC", "-x", "c", "-o", library, "-", "-ldl"]
    subprocess.run(command, input=CLOCK, text=True, check=True)
    moved = {"LD_PRELOAD": str(library), "MOVED": str(years * 31_557_600)}
    ask = [sys.executable, "-c", "import datetime; print(datetime.date.today().year)"]
    seen = subprocess.run(ask, env=os.environ | moved, capture_output=True, text=True, check=True)
    real = subprocess.run(ask, capture_output=True, text=True, check=True)
    assert abs(int(seen.stdout) - int(real.stdout) - years) <= 1, "the clock is another"
    return moved


def settings(folder):
    """What a user has set for matplotlib, Jupyter, IPython and Python, all of it in our way."""
    files = {
        "matplotlibrc": "font.size: 30\nfont.family: serif\naxes.facecolor: black\n"
                        "svg.fonttype: path\nbackend: TkAgg\nsavefig.dpi: 7\n",
        "jupyter/jupyter_config.py": "raise RuntimeError('a setting')\n",
        "jupyter/jupyter_nbconvert_config.json":
            '{"TemplateExporter": {"exclude_output": true}, "HTMLExporter": {"template_name": ""}}',
        "ipython/profile_default/ipython_config.py":
            "get_config().InteractiveShell.ast_node_interactivity = 'all'\nraise SystemExit(3)\n",
        "ipython/profile_default/startup/00.py": "year = 1999\nprint(year)\nraise SystemExit(4)\n",
        **{f"python/{name}.py": "import sys\nprint('shadow', file=sys.stdout)\n"
           for name in ("sitecustomize", "usercustomize", "helpers_extra", "common", "utils")},
    }  # fmt: skip
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return {
        "MATPLOTLIBRC": str(folder / "matplotlibrc"),
        "JUPYTER_CONFIG_DIR": str(folder / "jupyter"),
        "IPYTHONDIR": str(folder / "ipython"),
        "PYTHONPATH": os.pathsep.join([str(folder / "python"), str(ROOT / "src")]),
    }


#: Names that a shell, a format string, a template or an option could take for something else.
ODD = "Tỉnh 'Bắc Giang' {year} 100%s %(x)s"


def other_locale():
    """A locale that is neither English nor the C one, or that if there is no other."""
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    plain = ("C", "POSIX", "en")
    return next((name for name in listed.split() if not name.startswith(plain)), "C.utf8")


def command(folder, surroundings, files):
    """Build in a process of its own that may open so many files, in the folder and out of it."""
    command = [sys.executable, "-m", "helpers", "--lang", "vi", "build", "--year", "2021",
               "--lang", "vi", "--project", "-dự án", "--out", "-bản in {lang}"]  # fmt: skip
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    few = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, min(files, hard)))  # noqa: E731
    done = subprocess.run(
        command, cwd=folder, env=surroundings, preexec_fn=few, capture_output=True, text=True,
        encoding="utf-8", check=False, timeout=500,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, ""), done
    after = tree(folder / "-bản in {lang}")
    assert not [name for name in after if Path(name).name.startswith(".")], "something is left"
    return after


def surroundings(**changed):
    """The surroundings of this process without its home, and with what is given."""
    return {name: at for name, at in os.environ.items() if name != "HOME"} | changed


def test_the_same_bytes_come_out_under_everything_hostile_at_once(built, tmp_path):
    folder = tmp_path / ODD
    copied(folder / "-dự án")
    own = shutil.copytree(built.out, folder / "-bản in {lang}")
    for name in (PAGE, CSV, LIST):
        (own / name).write_bytes(b"old")
    (own / "manifest.json").unlink()
    (folder / "matplotlibrc").write_bytes(b"\xff backend: nonsense")
    hostile = {
        "PYTHONHASHSEED": "1", "PYTHONOPTIMIZE": "2", "LC_ALL": "C", "TZ": "Pacific/Apia",
        "COLUMNS": "40", "NO_COLOR": "1", "FORCE_COLOR": "1", "MPLBACKEND": "nonsense",
        "TMPDIR": "/dev/null/none",
    }  # fmt: skip
    hostile |= settings(tmp_path / "settings") | clock(tmp_path, 36)
    after = command(folder, surroundings(**hostile), 24)
    for name in (PAGE, CSV, LIST):
        assert after[name] == (built.out / name).read_bytes(), name


def test_a_small_briefing_is_the_same_in_other_surroundings(small, tmp_path):
    project, good = small
    folder = tmp_path / ODD
    shutil.copytree(project, folder / "-dự án")
    other = {"HOME": "/dev/null/home", "LC_ALL": other_locale(), "TZ": "Etc/GMT+12",
             "PYTHONHASHSEED": "2", "MPLBACKEND": "TkAgg",
             "MATPLOTLIBRC": "/dev/null/none"}  # fmt: skip
    after = command(folder, surroundings(**other, **clock(tmp_path, -36)), 64)
    for name in (PAGE, CSV, LIST):
        assert after[name] == good[name], name


def test_nothing_rests_on_what_optimised_python_leaves_out():
    for path in sorted((ROOT / "src").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "assert" in text or "__debug__" in text:
            nodes = list(ast.walk(ast.parse(text)))
            assert not [node.lineno for node in nodes if isinstance(node, ast.Assert)], path
            names = {node.id for node in nodes if isinstance(node, ast.Name)}
            assert "__debug__" not in names, path

"""``make bench``: what the commands cost, in one table from one run.

Each line is a command, or a piece of Python, run in a process of its own; the median of its runs.

- *wall*: seconds until it ended; *CPU*: processor seconds of it and of every process it began,
  those that outlive it too; *MB*: the most memory that all of these had at one moment, shared
  pages counted once, in one more run (to look takes time).
- *refusal*, *help*, *check*: what comes before anything runs.
- *plain route*: each chapter in each language by the commands ``papermill`` and ``jupyter
  nbconvert``, two at a time: the same notebooks without this project's pipeline.
- *cold build*: ``briefing build`` of one year in both languages, from nothing.
- *warm rebuild*: the same build once more in a process that has made it once.
- *batch, nothing to do*: ``briefing batch`` of a year that is up to date.
- *batch*: so many provinces of the year in both languages.
- *floor*: the charts of that build drawn again in one plain process that has imported everything
  and has made them once: the drawing alone.
- *robustness*: 100,000 drawn weights, and the exact extremes of every province.

All are of one year (``--year``), so that a briefing of the batch can be set against the plain
route and the floor of the same pages; the line below the table does so.

How cost grows with the number of units is another table: ``python -m tests.bench.growth``.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pandas as pd
import psutil

from helpers.building.notebooks import chapters
from helpers.commands import wanted
from helpers.words.language import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
YEAR = 2021
#: ``prctl``'s number for: who loses its parent becomes a child of mine.
_SUBREAPER = 36
_EVERY = 0.2

_WARM = f"""
import sys, time
from pathlib import Path
from helpers.building import pipeline
out, year = Path(sys.argv[1]), int(sys.argv[2])
for _ in range(2):
    start = time.perf_counter()
    pipeline.build(year, "bac-giang", {LANGUAGES!r}, out)
    print(time.perf_counter() - start)
"""
_FLOOR = f"""
import sys, time
from pathlib import Path
from helpers.building import forks, pipeline
from helpers.drawing import svg
drawn, draw = [], svg.draw
def recorded(*arguments, **options):
    drawn.append((arguments, options))
    return draw(*arguments, **options)
svg.draw, forks.jobs = recorded, lambda: 0
pipeline.build(int(sys.argv[2]), "bac-giang", {LANGUAGES!r}, Path(sys.argv[1]))
svg.draw = draw
start, charts = time.process_time(), len(drawn)
for arguments, options in drawn:
    draw(*arguments, **options)
print(time.process_time() - start)
"""
_ROBUSTNESS = """
import time
from helpers.analysis import robustness
from helpers.analysis.edition import Edition
from helpers.store import data
breakdown = Edition.of(data.load(), 2022).breakdown
start = time.process_time()
robustness.acceptability(breakdown, 50, seed=1)
robustness.extreme_ranks(breakdown)
print(time.process_time() - start)
"""


@dataclass(frozen=True)
class Run:
    """What one run cost: seconds on the clock and of the processors, and megabytes."""

    wall: float
    cpu: float
    megabytes: float


#: Whether the memory of a run is looked at: that takes the time of the processes looked at.
_LOOKS = threading.Event()


def run(command: Sequence[str | Path], env: dict[str, str] | None = None) -> tuple[Run, str]:
    """Run a command to the end of every process it began; return its cost and what it printed."""
    start, before = time.perf_counter(), _reaped()
    process = subprocess.Popen(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    peak = _Peak() if _LOOKS.is_set() else None
    printed, _ = process.communicate()
    wall = time.perf_counter() - start
    with suppress(ChildProcessError):  # The fork server ends when it sees that nobody is left.
        while True:
            os.wait()
    return Run(wall, _reaped() - before, peak.end() if peak else 0.0), printed


def _reaped() -> float:
    """Return the processor seconds of all processes below this one that have ended."""
    times = os.times()
    return times.children_user + times.children_system


class _Peak(threading.Thread):
    """The most memory that the processes below this one have together."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._most, self._ended = 0, threading.Event()
        self.start()

    def run(self) -> None:
        """Look again and again."""
        while not self._ended.wait(_EVERY):
            self._most = max(self._most, sum(map(_memory, psutil.Process().children(True))))

    def end(self) -> float:
        """Stop looking, and return the most in megabytes."""
        self._ended.set()
        self.join()
        return self._most / 2**20


def _memory(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        return int(process.memory_full_info().pss)
    return 0


def plain(out: Path, year: int) -> None:
    """Run each chapter in each language by the two commands, two at a time."""

    def one(path: Path, lang: str) -> None:
        made = out / f"{path.stem}.{lang}.ipynb"
        options = ["-p", "year", str(year), "-p", "province", "bac-giang", "-p", "lang", lang]
        command = [
            BIN / "papermill",
            path,
            made,
            *options,
            "--cwd",
            path.parent,
            "--no-progress-bar",
        ]
        subprocess.run(list(map(str, command)), check=True, capture_output=True)
        command = [BIN / "jupyter", "nbconvert", "--to", "html", made]
        subprocess.run(list(map(str, command)), check=True, capture_output=True)

    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(one, chapter.path, lang)
                for chapter in chapters(ROOT / "notebooks") for lang in LANGUAGES]  # fmt: skip
        for job in jobs:
            job.result()


#: A line of the table: how to run it, into a folder that is there.
Line = Callable[[Path], tuple[Run, str]]


def lines(provinces: str, number: int) -> dict[str, Line]:
    """Return the lines of the table by their names: of some provinces in a year."""
    briefing = BIN / "briefing"
    year = ("--year", str(number))
    return {
        "help": lambda out: run([briefing, "--help"]),
        "refusal (a language)": lambda out: run([briefing, "build", *year, "--lang", "fr"]),
        "refusal (a province)": lambda out: run([briefing, "build", *year, "--province", "x"]),
        "check": lambda out: run([briefing, "check"]),
        "plain route": lambda out: run(
            [sys.executable, "-m", __spec__.name, "--plain", out, *year]
        ),
        "cold build": lambda out: run([briefing, "build", *year, "--out", out]),
        "warm rebuild": lambda out: run([sys.executable, "-c", _WARM, out, year[1]]),
        "batch, nothing to do": lambda out: _nothing_to_do(out, year),
        f"batch of {provinces}": lambda out: run(
            [briefing, "batch", *year, "--provinces", provinces, "--out", out]
        ),
        "floor": lambda out: run([sys.executable, "-c", _FLOOR, out, year[1]]),
        "robustness": lambda out: run([sys.executable, "-c", _ROBUSTNESS]),
    }


def _nothing_to_do(out: Path, year: Sequence[str]) -> tuple[Run, str]:
    command = [BIN / "briefing", "batch", *year, "--out", out]
    run(command)
    return run(command)


#: Lines whose last printed number is what counts, not the process with its imports.
_PRINTED = {"warm rebuild": "wall", "floor": "CPU", "robustness": "CPU"}


def measured(name: str, line: Line, runs: int) -> dict[str, object]:
    """Return a row of the table: the medians of some runs of a line."""
    found, printed = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as out:
            cost, told = line(Path(out))
        found.append(cost)
        printed.append(told)
    _LOOKS.set()
    with tempfile.TemporaryDirectory() as out:
        looked_at, _ = line(Path(out))
    _LOOKS.clear()
    row: dict[str, object] = {
        "line": name,
        "wall": median(one.wall for one in found),
        "CPU": median(one.cpu for one in found),
        "MB": looked_at.megabytes,
        "runs": runs,
    }
    if name in _PRINTED:
        own = median(float(told.split()[-1]) for told in printed)
        row |= (
            {"wall": own, "CPU": None} if _PRINTED[name] == "wall" else {"wall": None, "CPU": own}
        )
    return row


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--plain", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--year", type=int, default=YEAR)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--provinces", default="all", help="of the batch")
    parser.add_argument("--only", action="append", default=[], help="a line's beginning")
    chosen = parser.parse_args()
    if chosen.plain:
        plain(chosen.plain, chosen.year)
        return
    ctypes.CDLL(None).prctl(_SUBREAPER, 1)
    rows = []
    for name, line in lines(chosen.provinces, chosen.year).items():
        if not chosen.only or name.startswith(tuple(chosen.only)):
            rows.append(measured(name, line, chosen.runs))
            sys.stderr.write(f"{rows[-1]}\n")
    table = pd.DataFrame(rows).set_index("line")
    if "cold build" in table.index:
        table["CPU of a cold build"] = table["CPU"] / table.loc["cold build", "CPU"]
    told = "".join(_against(table, chosen.provinces, chosen.year))
    cores = f"{psutil.cpu_count(logical=False)} cores, {psutil.cpu_count()} threads"
    python = f"Python {platform.python_version()} of {sys.base_prefix}"
    sys.stdout.write(f"{cores}; {python}; load {os.getloadavg()[0]:.1f}\n")
    sys.stdout.write(f"{table.round(2).to_string(na_rep='')}\n{told}")


def _against(table: pd.DataFrame, provinces: str, year: int) -> Iterator[str]:
    """Yield what a briefing of the batch costs, set against the plain route and the floor."""
    line = f"batch of {provinces}"
    if line not in table.index:
        return
    count = len(wanted.many(ROOT, str(year), provinces, LANGUAGES))
    wall, cpu = table.loc[line, "wall"] / count, table.loc[line, "CPU"] / count
    yield f"a briefing of the batch, both languages: {wall:.2f} s wall, {cpu:.2f} s CPU"
    if "plain route" in table.index:
        times = table.loc["plain route", "wall"] / wall
        yield f"; the plain route takes {times:.1f} times the wall"
    if "floor" in table.index:
        yield f"; {cpu / table.loc['floor', 'CPU']:.1f} times the CPU of the floor"
    yield "\n"


if __name__ == "__main__":
    main()

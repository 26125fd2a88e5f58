"""How cost grows with the number of units: seconds and memory of each step, and where it breaks.

``python -m tests.bench.growth`` prints the table. What is timed, on synthetic units:

- ``ranks``: the total's ranks, those without each part in turn, and the gap to the next rank;
- ``acceptability``: how often one unit takes each rank in 100,000 draws of the weights;
- ``extremes``: the exact best and worst rank of one unit under any weights;
- ``trace``: the proof of every number of a table of *all* units, and the list of its figures;
- ``page``: the chapter on the unit's position and the appendix's table, made and written as HTML.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pandas as pd

from helpers.analysis import gaps, robustness, story
from helpers.chapters import appendix, dti_position, dti_strip
from helpers.figures import figure_list, provenance
from helpers.pages import near
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.pages.pieces import Piece
from helpers.store import data
from helpers.words.language import Language

from . import synthetic

_TESTS = Path(__file__).resolve().parents[1]
#: As in the briefing: how close the weights stay to the official ones, and how many are drawn.
CONCENTRATION, DRAWS = 50, 100_000
#: After so many seconds a step counts as broken.
LIMIT = 120


@dataclass(frozen=True)
class Cost:
    """What one step took.

    Parameters
    ----------
    step : str
        The step.
    units : int
        Of how many units.
    seconds : float or None
        Processor time; None if it did not end in time.
    megabytes : float or None
        By how much the step raised the peak of the process's memory.
    """

    step: str
    units: int
    seconds: float | None = None
    megabytes: float | None = None


def _ranks(count: int) -> Callable[[], object]:
    parts = synthetic.breakdown(count)
    edition = _page(count).briefing.known_edition
    own = synthetic.middle(count)
    rivals = gaps.rivals(edition, own)

    def run() -> object:
        ranks = robustness.ranks_under(parts, parts.weights)
        return ranks, robustness.leave_one_out(parts), gaps.splits(edition, own, rivals)

    return run


def _acceptability(count: int) -> Callable[[], object]:
    parts, own = synthetic.breakdown(count), synthetic.middle(count)
    return lambda: robustness.acceptability(parts, CONCENTRATION, DRAWS, only=[own])


def _extremes(count: int) -> Callable[[], object]:
    parts, own = synthetic.breakdown(count), synthetic.middle(count)
    return lambda: robustness.rank_range(parts, own)


def _trace(count: int) -> Callable[[], object]:
    page = _page(count)
    with mock.patch.object(near, "MOST", count):
        pieces = [("appendix", appendix.edition_table(page))]
    return lambda: proven(page, pieces)


def _chapter(count: int) -> Callable[[], object]:
    page = _page(count)
    return lambda: [piece.__html__() for piece in chapter(page)]


#: What is timed, by name: each takes a number of units, makes ready, and returns what to run.
STEPS: dict[str, Callable[[int], Callable[[], object]]] = {
    "ranks": _ranks,
    "acceptability": _acceptability,
    "extremes": _extremes,
    "trace": _trace,
    "page": _chapter,
}


def _page(count: int) -> Page:
    base = data.load(_TESTS / "frozen")
    briefing = Briefing(synthetic.YEAR, synthetic.middle(count), synthetic.package(base, count))
    return Page("dti_position", briefing, Language("vi"))


def proven(page: Page, pieces: Sequence[tuple[str, Piece]]) -> str:
    """Prove every number of a page's pieces, and return the list of its figures."""
    stated = provenance.trace(pieces, page.briefing, page.language)
    urls = page.briefing.data["sources"].set_index("source")["url"]
    return figure_list.written(stated, {name: name for name, _ in pieces}, urls)


def chapter(page: Page) -> list[Piece]:
    """Return what a page of the unit's position has of all units: its charts and its table."""
    edition, own = page.briefing.known_edition, page.briefing.province
    totals, parts = edition.table(), story.components(edition, own)
    return [
        dti_position.ladder(page, totals),
        dti_strip.strip(page, parts),
        appendix.edition_table(page),
    ]


def measured(steps: Sequence[str], sizes: Sequence[int], limit: float = LIMIT) -> Iterator[Cost]:
    """Yield what each step takes at each size, each in a process of its own.

    A step that did not end in time is not tried at a larger size.
    """
    for step in steps:
        for count in sizes:
            cost = in_a_process(step, count, limit)
            yield cost
            if cost.seconds is None:
                break


def in_a_process(step: str, count: int, limit: float = LIMIT) -> Cost:
    """Return what a step takes at a size, measured in a process of its own."""
    command = [sys.executable, "-m", __spec__.name, "--step", step, "--units", str(count)]
    folder = Path(__file__).resolve().parents[__spec__.name.count(".")]
    try:
        told = subprocess.run(
            command, cwd=folder, timeout=limit, check=True, capture_output=True, text=True
        )
    except subprocess.TimeoutExpired:
        return Cost(step, count)
    return Cost(**json.loads(told.stdout.splitlines()[-1]))


def here(step: str, count: int) -> Cost:
    """Return what a step takes at a size in this process."""
    run = STEPS[step](count)
    before, start = _peak(), time.process_time()
    run()
    seconds = time.process_time() - start
    return Cost(step, count, round(seconds, 2), round((_peak() - before) / 1024, 1))


def _peak() -> int:
    """Return the most memory this process ever had, in KiB.

    What ``getrusage`` says can be that of the process that started this one: Linux knows better.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(found[0].split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def table(costs: Sequence[Cost]) -> pd.DataFrame:
    """Return costs as a table: a row a step, for each number of units seconds and megabytes."""
    frame = pd.DataFrame([vars(cost) for cost in costs])
    wide = frame.pivot(index="step", columns="units", values=["seconds", "megabytes"])
    return wide.swaplevel(axis=1).sort_index(axis=1, ascending=[True, False])


def main() -> None:
    """Print the table, or the costs of one step as the process that it runs in tells them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--step", choices=STEPS)
    parser.add_argument("--units", type=int)
    parser.add_argument("--limit", type=float, default=LIMIT)
    chosen = parser.parse_args()
    if chosen.step and chosen.units:
        sys.stdout.write(f"{json.dumps(vars(here(chosen.step, chosen.units)))}\n")
        return
    steps = [chosen.step] if chosen.step else list(STEPS)
    sizes = [chosen.units] if chosen.units else synthetic.SIZES
    costs = list(measured(steps, sizes, chosen.limit))
    sys.stdout.write(table(costs).to_string(na_rep=f"> {chosen.limit:.0f} s") + "\n")


if __name__ == "__main__":
    main()

"""Briefings in one run: those that need it are made, and one that fails stops no other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path

from helpers.building import forks, manifest
from helpers.building.asked import Options, Reason
from helpers.building.making import Files, Made, Order, make
from helpers.building.manifest import Entry, Inputs, Manifest
from helpers.building.notebooks import Chapter, chapters
from helpers.exceptions import BriefingError
from helpers.store import data, parameters
from helpers.store.alone import alone
from helpers.store.append import heal, make_folder, write_all
from helpers.store.data import DataPackage
from helpers.upkeep import schema
from helpers.words.refusals import said

#: Told of a step: of which briefing, what was done, how many steps are done, of how many.
Report = Callable[[str, str, int, int], None]
#: What makes briefings, and tells their steps.
_Maker = Callable[[Sequence[Order], Callable[[Order, str], None]], Iterator[Made]]
#: What installs Dask.
_INSTALLS = 'python -m pip install -e ".[cluster]"'


@dataclass
class Outcome:
    """What became of a briefing.

    Parameters
    ----------
    year, province : int, str
        Its year, and its province's id.
    why : dict of str to str
        For each language that had to be made, why; none where it was up to date.
    files : list of Path
        What was written: the pages in the order of the languages, then the other files.
    waits : bool
        Whether a language would have to be made for a reason that is not asked for.
    error : Exception or None
        What it failed of; what was published before is untouched then.
    seconds : float
        How long its steps took, added up.
    """

    year: int
    province: str
    why: dict[str, Reason]
    files: list[Path] = field(default_factory=list)
    waits: bool = False
    error: Exception | None = None
    seconds: float = 0.0


def batch(  # noqa: PLR0913, PLR0917  the options of the command line
    wanted: Sequence[tuple[int, str]],
    languages: Sequence[str],
    out: Path,
    project: Path | None = None,
    options: Options = Options(),  # noqa: B008  it is never changed
    report: Report = lambda briefing, step, done, count: None,
) -> list[Outcome]:
    """Make briefings, each in all languages or not at all, and list what is published.

    Parameters
    ----------
    wanted : sequence of (int, str)
        The briefings: a year, and a province's id or name.
    languages : sequence of str
        The languages to make.
    out : Path
        The folder of the reports; pages go to ``<out>/<year>/<province>.<lang>.html``, with their
        figures beside them as ``.csv``; executed notebooks to
        ``<out>/<year>/executed/<province>.<lang>/``; the list of briefings to ``index.html``, and
        what was made of what to ``manifest.json``.
    project : Path, optional
        The folder with ``data`` and ``notebooks``; found from the working folder if not given.
    options : Options
        How.
    report : callable
        Told each step: each chapter of each language is one, and so is each page.

    Returns
    -------
    list of Outcome
        What became of each, in the order in which they were wanted.

    Raises
    ------
    ParameterError, DataError, PrinterMissingError
        Before any notebook starts; a plain BriefingError if a notebook cannot be read, there can
        be no folder of the reports, or a cluster is not there or not fit.
    """
    project = project or data.find_project()
    folder = (project / "data").resolve()
    if options.paper:
        from helpers.building import pdf  # noqa: PLC0415  as in `making`

        pdf.find_printer()
    options.begin(folder, out, wanted)
    jobs = forks.jobs() if options.jobs is None else options.jobs
    maker = _on_cluster(options.scheduler) if options.scheduler else _here(jobs, options.limits)
    package = schema.check_accepted(folder)
    found = chapters(project / "notebooks")
    make_folder(out)
    here = bool(jobs) and not options.scheduler
    kernel = here and (options.kernel or not forks.available())
    with alone(out):
        heal(out)
        run = _Batch(package, folder, out.resolve(), found, options, kernel)
        outcomes = [run.plan(year, province, languages) for year, province in wanted]
        run.make(maker, report)
        # What a briefing failed of is told first: a full disk takes the list as well.
        with suppress(BriefingError) if any(each.error for each in outcomes) else nullcontext():
            run.list_page(jobs)
    return outcomes


def _here(jobs: int, limits: forks.Limits) -> _Maker:
    """Return what makes briefings on this machine."""
    return lambda orders, told: make(orders, jobs, told, limits)


def _on_cluster(scheduler: str) -> _Maker:
    """Return what makes briefings on a cluster."""
    try:
        from helpers.building import cluster  # noqa: PLC0415  it loads Dask
    except ModuleNotFoundError as error:
        raise BriefingError(said("cmd-cluster-no-dask", command=_INSTALLS)) from error
    return lambda orders, told: cluster.make(orders, scheduler, told)


@dataclass(frozen=True)
class _List:
    """The task of making the list of briefings."""

    out: Path
    folder: Path
    typeface: str

    def __call__(self, told: Callable[[int], None]) -> str:
        from helpers.building import listing  # noqa: PLC0415  as in `making`
        from helpers.drawing import fonts  # noqa: PLC0415

        fonts.know(self.typeface)
        return listing.list_page(self.out, data.load(self.folder))


class _Batch:
    """A run: what it makes, of what, and what has become of it."""

    def __init__(  # noqa: PLR0913, PLR0917  what a run is made of
        self,
        package: DataPackage,
        folder: Path,
        out: Path,
        found: Sequence[Chapter],
        options: Options,
        kernel: bool,
    ) -> None:
        self._package, self._folder, self.out, self._found = package, folder, out, found
        self._options, self._kernel = options, kernel
        self._inputs, self._manifest = Inputs(package, found), Manifest(out)
        self._orders: list[tuple[Order, Outcome]] = []

    def plan(self, year: int, province: str, languages: Sequence[str]) -> Outcome:
        """Return a briefing's outcome before it begins, with why its languages have to be made."""
        values = {"year": year, "province": province}
        every = [parameters.check(self._package, {**values, "lang": lang}) for lang in languages]
        found = {one.lang: reason for one in every if (reason := self._reason(one))}
        only = self._options.only
        why = {lang: reason for lang, reason in found.items() if not only or reason in only}
        outcome = Outcome(year, every[0].province, why, waits=len(found) > len(why))
        if chosen := tuple(one for one in every if one.lang in why):
            home = self.out / str(year)
            options = self._options
            seconds = 0 if forks.available() else ceil(options.limits.seconds)
            order = Order(
                self._folder, home, self._found, chosen, options.paper, self._kernel, None, seconds
            )
            self._orders.append((order, outcome))
        return outcome

    def _reason(self, one: parameters.Parameters) -> Reason | None:
        reason = self._manifest.reason(one, self._inputs.of(one), self._options.paper)
        return reason or ("forced" if self._options.force else None)

    def list_page(self, jobs: int) -> None:
        """Make the list of briefings, if it is not that of the pages that are there."""
        place = self.out / "index.html"
        inputs = self._inputs.of_list(self.out)
        if self._manifest.holds(place.name, inputs):
            return
        # Where forks are, what the page needs is there already.
        began = bool(self._orders) and self._options.forked
        from helpers.drawing import fonts  # noqa: PLC0415  as in `making`

        task = ("", _List(self.out, self._folder, fonts.common()))
        ((_, page),) = forks.run_all(deque([task]), jobs if began else 0)
        if isinstance(page, Exception):
            raise page
        content = page.encode()
        entry = Entry(inputs, manifest.MADE, 0.0, {place.name: manifest.file_hash(content)})
        write_all({place: content} | self._manifest.written({place.name: entry}))

    def make(self, maker: _Maker, report: Report) -> None:
        """Make what is planned, and publish each briefing when it is whole."""
        if self._orders and self._options.forked:
            firsts = [order.chosen[0] for order, _ in self._orders]
            forks.begin(self._folder, [(each.year, each.province) for each in firsts])
            from helpers.drawing import fonts  # noqa: PLC0415  as in `making`

            fonts.begin()
        count, done = sum(order.steps for order, _ in self._orders), 0

        def told(order: Order, step: str) -> None:
            nonlocal done
            done += 1
            report(f"{order.chosen[0].year} {order.chosen[0].province}", step, done, count)

        outcomes = {id(order): outcome for order, outcome in self._orders}
        for made in maker([order for order, _ in self._orders], told):
            outcome, files = outcomes[id(made.order)], Files()
            outcome.seconds = made.seconds
            done += made.left
            if isinstance(made.files, Exception):
                outcome.error = made.files
            else:
                files = made.files
                outcome.files = sorted(files, key=lambda path: path.suffix != ".html")
            # That it failed cannot be kept where nothing can be written; it is told all the same.
            with suppress(BriefingError) if outcome.error else nullcontext():
                write_all(files | self._manifest.written(self._entries(made.order, outcome, files)))

    def _entries(self, order: Order, outcome: Outcome, files: Files) -> dict[str, Entry]:
        """Return what the manifest holds of a briefing then, by language."""
        became = manifest.MADE if outcome.error is None else str(outcome.error)
        seconds = round(outcome.seconds, 2)
        hashes = {
            path.relative_to(self.out).as_posix(): manifest.file_hash(content)
            for path, content in files.items()
        }
        entries = {}
        for one in order.chosen:
            stem = manifest.key(one)
            own = {name: held for name, held in hashes.items() if name.startswith(f"{stem}.")}
            entries[stem] = Entry(self._inputs.of(one), became, seconds, own)
        return entries

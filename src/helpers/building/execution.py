"""Running one chapter: its notebook, its parameters, what runs it, and how it fails."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import papermill as pm
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from helpers.building import engine
from helpers.exceptions import BriefingError, ChapterError
from helpers.store import data
from helpers.store.parameters import Parameters

#: How the notebook of a chapter is named.
NOTEBOOK = re.compile(r"^(?P<number>\d{2})_(?P<name>\w+)\.ipynb$")
#: Cells that serve who reads or works in a notebook alone; what the analyst plays with is not run.
ANALYST, STANDALONE = "analyst", "standalone"
#: What a cell shows that a leader does not need to decide: it stands in the appendix of a briefing.
APPENDIX = "appendix"
#: A kernel that says nothing for so long, in seconds, is taken for dead.
_START_TIMEOUT = 120
#: Paths of sockets have to be short (about 100 characters), wherever the project lies.
_SHORT_FOLDER = "/tmp" if os.name == "posix" else None


@dataclass(frozen=True)
class Chapter:
    """One chapter's notebook.

    Parameters
    ----------
    path : Path
        The notebook.
    name : str
        Its name without number and ending, such as ``dti_position``.
    """

    path: Path
    name: str

    @property
    def id(self) -> str:
        """The chapter's anchor in the page, and the beginning of its messages' names."""
        return self.name.replace("_", "-")


@dataclass(frozen=True)
class Run:
    """One chapter to be run in one language.

    Parameters
    ----------
    chapter : Chapter
        The chapter.
    chosen : Parameters
        Its parameters.
    executed : Path
        Where the executed notebook goes.
    data : Path
        The data folder.
    kernel : bool
        Whether it runs in a kernel of its own; else in the process that is asked to.
    """

    chapter: Chapter
    chosen: Parameters
    executed: Path
    data: Path
    kernel: bool = False


def chapters(folder: Path) -> list[Chapter]:
    """Return the chapters of a briefing: the notebooks named ``NN_name.ipynb``, by number.

    Parameters
    ----------
    folder : Path
        The folder of the notebooks.

    Raises
    ------
    BriefingError
        If there is none, or one does not declare exactly the parameters of a briefing.
    """
    found = []
    for path in sorted(folder.glob("*.ipynb")):
        if match := NOTEBOOK.match(path.name):
            found.append(Chapter(path, match["name"]))
    if not found:
        raise BriefingError(f"no chapters (NN_name.ipynb) in {folder}")
    for chapter in found:
        _check_declared(chapter)
    return found


def read_notebook(path: Path) -> NotebookNode:
    """Return a notebook in the form that this project knows, whatever form its file has.

    Parameters
    ----------
    path : Path
        The notebook.

    Raises
    ------
    BriefingError
        If it cannot be read as one: an editor or a merge may have left it half written.
    """
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)
    except (ValueError, AttributeError, TypeError, nbformat.ValidationError) as error:
        fault = f"{path} cannot be read as a notebook"
        raise BriefingError(f"{fault}: restore it from git") from error
    return notebook


def _check_declared(chapter: Chapter) -> None:
    notebook = read_notebook(chapter.path)
    tagged = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(tagged) != 1:
        raise BriefingError(f"{chapter.path.name}: {len(tagged)} cells tagged parameters, not one")
    declared = set(re.findall(r"^(\w+)\s*(?::[^=]+)?=", tagged[0].source, flags=re.MULTILINE))
    wanted = set(Parameters.model_fields)
    for name in sorted(wanted ^ declared):
        fault = "unknown parameter" if name in declared else "no parameter"
        raise BriefingError(f"{chapter.path.name}: {fault} “{name}” in its parameters cell")


def run_chapter(run: Run, told: Callable[[int], None] = lambda index: None) -> Run:
    """Execute one chapter and keep the executed notebook.

    Parameters
    ----------
    run : Run
        What to run.
    told : callable
        Told the index of each cell before it runs, if the chapter runs in this process.

    Returns
    -------
    Run
        The same, when every cell has run.

    Raises
    ------
    ChapterError
        If a cell failed or the kernel died.
    """
    os.environ[data.DATA_VARIABLE] = os.environ[data.CHECKED_VARIABLE] = str(run.data)
    try:
        if run.kernel:
            _execute_in_kernel(run)
        else:
            _execute(run, engine.NAME, told=told)
    except PapermillExecutionError as error:
        raise _failure(run, f"{error.ename}: {error.evalue}") from None
    except Exception as error:
        raise _failure(run, f"{type(error).__name__}: {error}") from error
    if any(_marked(cell) for _, cell in _ran(run.executed)):
        raise _failure(run, "the cell failed")
    return run


def died(run: Run, index: int | None, error: str) -> ChapterError:
    """Return what to say of a chapter whose process ended; a notebook shows what was to run.

    Parameters
    ----------
    run : Run
        The chapter.
    index : int or None
        The last cell that the process told of, in the executed notebook; None if there was none.
    error : str
        How it ended.
    """
    prepared = _execute(run, engine.NAME, prepare_only=True)
    before = [] if index is None else prepared.cells[: index + 1]
    place = sum("injected-parameters" not in cell.metadata.get("tags", []) for cell in before)
    return ChapterError(run.chapter.path.name, place, error, str(run.executed))


papermill_engines.register(engine.NAME, engine.InProcessEngine)


class _SavingEngine(NBClientEngine):  # type: ignore[misc]  # papermill ships no types
    """Papermill's own engine, but a dead kernel leaves the notebook behind as well."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, executed: str, **options: Any
    ) -> None:
        try:
            super().execute_managed_notebook(nb_man, kernel_name, **options)
        except Exception:
            nbformat.write(nb_man.nb, executed)
            raise


papermill_engines.register(_SavingEngine.__name__, _SavingEngine)


def _execute_in_kernel(run: Run) -> None:
    with tempfile.TemporaryDirectory(prefix="dx-", dir=_SHORT_FOLDER) as runtime:
        os.environ["JUPYTER_RUNTIME_DIR"] = runtime
        _execute(
            run,
            _SavingEngine.__name__,
            executed=str(run.executed),
            start_timeout=_START_TIMEOUT,
            shutdown_kernel="immediate",
            config=_connection(runtime),
        )


def _execute(run: Run, engine_name: str, **options: Any) -> NotebookNode:
    executed: NotebookNode = pm.execute_notebook(
        _literal(run.chapter.path),
        _literal(run.executed),
        run.chosen.model_dump(),
        engine_name=engine_name,
        cwd=run.chapter.path.parent,
        progress_bar=False,
        request_save_on_cell_execute=False,
        skip_cells_with_tag=ANALYST,
        **options,
    )
    return executed


def _connection(runtime: str) -> Config:
    """Return how to reach a kernel.

    Where there are sockets in the file system they are used, in a folder of this run: no other
    user can listen, and kernels that start at the same time never race for a port.
    """
    if os.name != "posix":
        return Config()
    return Config(KernelManager={"transport": "ipc", "ip": str(Path(runtime, "kernel"))})


def _literal(path: Path) -> str:
    """Write a path so that papermill, which takes it for a format string, leaves it alone."""
    return str(path.resolve()).replace("{", "{{").replace("}", "}}")


def _failure(run: Run, error: str) -> ChapterError:
    ran = _ran(run.executed)
    if not ran:
        return ChapterError(run.chapter.path.name, 0, error, str(run.executed))
    # Nothing marks the cell in which a kernel died: it is the last one that ran.
    place, cell = ([each for each in ran if _marked(each[1])] or ran)[-1]
    if error.endswith(": "):
        error = _last_words(cell) or error.removesuffix(": ")
    return ChapterError(run.chapter.path.name, place, error, str(run.executed))


def _ran(path: Path) -> list[tuple[int, NotebookNode]]:
    """Return the cells that ran, each with its place in the author's notebook, from 1."""
    if not path.is_file():
        return []
    cells = read_notebook(path).cells
    added = {"injected-parameters", "papermill-error-cell-tag"}
    own = [cell for cell in cells if not added & set(cell.metadata.get("tags", []))]
    return [(place, cell) for place, cell in enumerate(own, start=1) if _state(cell, "start_time")]


def _marked(cell: NotebookNode) -> bool:
    return bool(_state(cell, "exception")) or _state(cell, "status") == "failed"


def _state(cell: NotebookNode, name: str) -> object:
    return cell.metadata.get("papermill", {}).get(name)


def _last_words(cell: NotebookNode) -> str:
    """Return the last line a cell printed: a traceback in colours ends with its error."""
    texts = [output.get("text", "") for output in cell.outputs]
    texts += [output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""

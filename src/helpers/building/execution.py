"""Running one chapter: its notebook, its parameters, what runs it, and how it fails."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import papermill as pm
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from helpers.building import engine
from helpers.building.notebooks import ANALYST, Run, read_notebook
from helpers.exceptions import ChapterError
from helpers.store import data

#: A kernel that says nothing for so long, in seconds, is taken for dead.
_START_TIMEOUT = 120
#: Paths of sockets have to be short (about 100 characters), wherever the project lies.
_SHORT_FOLDER = "/tmp" if os.name == "posix" else None


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

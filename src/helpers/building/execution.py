"""Running one chapter: its notebook, its parameters, what runs it, and how it fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
import papermill as pm
from nbconvert.filters import strip_ansi
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from helpers.building import engine
from helpers.building.forks import DiedError
from helpers.building.notebooks import ANALYST, Run, read_notebook
from helpers.exceptions import BriefingError, ChapterError
from helpers.store import data, scratch
from helpers.store.append import unwritten
from helpers.words.refusals import failed_chapter, said

#: A kernel that says nothing for so long, in seconds, is taken for dead.
_START_TIMEOUT = 120
#: What the system says where nothing can be written; a kernel fails of other things too.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
#: What says that there was no more memory, in Python and in numpy.
_NO_MEMORY = ("MemoryError", "_ArrayMemoryError")


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
    BriefingError
        If the executed notebook cannot be kept.
    """
    os.environ[data.DATA_VARIABLE] = os.environ[data.CHECKED_VARIABLE] = str(run.data)
    try:
        if run.kernel:
            _execute_in_kernel(run, told)
        else:
            _execute(run, engine.NAME, told=told)
    except OSError as error:
        # What a cell raises is no such error: it is written down, and papermill tells of it.
        raise _unkept(run, error) from error
    except PapermillExecutionError as error:
        raise _failure(run, error.ename, error.evalue) from None
    except Exception as error:
        raise _failure(run, type(error).__name__, str(error)) from error
    if any(_marked(cell) for _, cell in _ran(run.executed)):
        raise _failure(run, "", "the cell failed")
    return run


def died(run: Run, error: DiedError) -> ChapterError:
    """Return what to say of a chapter whose process ended; a notebook shows what was to run.

    Parameters
    ----------
    run : Run
        The chapter.
    error : DiedError
        How it ended, and the last cell that it told of, in the executed notebook.
    """
    index = error.told
    prepared = _execute(run, engine.NAME, prepare_only=True)
    before = [] if index is None else prepared.cells[: index + 1]
    place = sum("injected-parameters" not in cell.metadata.get("tags", []) for cell in before)
    return failed_chapter(run.chapter.path.name, place, error.words, str(run.executed))


papermill_engines.register(engine.NAME, engine.InProcessEngine)


class _SavingEngine(NBClientEngine):  # type: ignore[misc]  # papermill ships no types
    """Papermill's own engine, but a dead kernel leaves the notebook behind as well."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        executed: str,
        told: Callable[[int], None],
        **options: Any,
    ) -> None:
        start = nb_man.cell_start

        def started(cell: NotebookNode, cell_index: int, **more: Any) -> None:
            told(cell_index)
            start(cell, cell_index, **more)

        nb_man.cell_start = started
        try:
            super().execute_managed_notebook(nb_man, kernel_name, **options)
        except Exception:
            nbformat.write(nb_man.nb, executed)
            raise


papermill_engines.register(_SavingEngine.__name__, _SavingEngine)


def _execute_in_kernel(run: Run, told: Callable[[int], None]) -> None:
    with scratch.temporary() as place:
        runtime = os.environ["JUPYTER_RUNTIME_DIR"] = str(place)
        _execute(
            run,
            _SavingEngine.__name__,
            executed=str(run.executed),
            told=told,
            execution_timeout=run.seconds or None,
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


def _unkept(run: Run, error: OSError) -> BriefingError:
    """Return what to say of an executed notebook that cannot be kept; no half of it stays."""
    if run.kernel and error.errno not in _NO_ROOM:
        return _failure(run, type(error).__name__, str(error))
    with suppress(OSError):
        run.executed.unlink(missing_ok=True)
    return unwritten(run.executed, error)


def _literal(path: Path) -> str:
    """Write a path so that papermill, which takes it for a format string, leaves it alone."""
    return str(path.resolve()).replace("{", "{{").replace("}", "}}")


def _failure(run: Run, name: str, text: str) -> ChapterError:
    """Return what to say of a chapter that failed of an error with a name and a text."""
    ran, place = _ran(run.executed), 0
    if ran:
        # Nothing marks the cell in which a kernel died: it is the last one that ran.
        place, cell = ([each for each in ran if _marked(each[1])] or ran)[-1]
        if name and not text:
            name, _, text = (_last_words(cell) or name).partition(": ")
    error: str | dict[str, str] = _one_line(": ".join(filter(None, (name, text))))
    if name in _NO_MEMORY:
        error = said("cmd-cell-memory", fault=error)
    return failed_chapter(run.chapter.path.name, place, error, str(run.executed))


def _one_line(words: str) -> str:
    """Return the first line of an error, without the codes by which a terminal colours it."""
    lines = [line.strip() for line in strip_ansi(words).splitlines()]
    return next(filter(None, lines), "")


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

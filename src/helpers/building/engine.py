"""A papermill engine that runs a notebook's cells in this very process.

A kernel takes seconds to start, imports everything anew and speaks through sockets: that was most
of what a briefing cost. This engine hands the cells to an IPython shell of their own instead, as
a kernel does, and writes down what they show, print and raise in the same form; papermill and
whoever reads the executed notebook see no difference.

What it must never do is leak state from one notebook to another. Each run gets a new shell, a new
namespace and a new ``__main__``, and leaves none of them behind. What lies deeper, such as a
module that a cell has changed, only ends with the process: a build therefore runs each chapter in
a process of its own (:mod:`helpers.building.forks`).

Registered as an entry point of papermill: ``papermill --engine briefing IN OUT`` takes it.
"""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import TextIOBase
from types import ModuleType
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import select_figure_formats
from nbformat import NotebookNode, from_dict
from papermill.engines import Engine, NotebookExecutionManager
from traitlets import Type
from traitlets.config import Config

#: The name under which papermill knows this engine.
NAME = "briefing"
#: The tag of a cell that is meant to fail, as Jupyter has it.
_MAY_FAIL = "raises-exception"
#: A history would be a file in the home of whoever builds; colours would be codes in the outputs.
_CONFIG = Config(
    HistoryManager={"enabled": False, "hist_file": ":memory:"},
    HistoryAccessor={"enabled": False},
    InteractiveShell={"colors": "nocolor"},
)


class InProcessEngine(Engine):  # type: ignore[misc]  # papermill ships no types
    """Run the cells of a notebook in this process; see the module."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        skip_cells_with_tag: str = "",
        told: Callable[[int], None] = lambda index: None,
        **options: Any,
    ) -> None:
        """Run the cells of a notebook, up to the first that fails.

        Parameters
        ----------
        nb_man : NotebookExecutionManager
            The notebook, and papermill's account of how far it is.
        kernel_name : str
            Not used: what runs is the Python of this process.
        skip_cells_with_tag : str
            The tag of cells that are left out, as in nbclient.
        told : callable
            Told the index of each cell before it runs: a process that dies tells nothing more.
        **options
            What other engines take; not used.
        """
        with clean() as shell:
            for index, cell in enumerate(nb_man.nb.cells):
                tags = cell.metadata.get("tags", [])
                nb_man.cell_start(cell, index)
                told(index)
                runs = cell.cell_type == "code" and cell.source.strip()
                wanted = runs and skip_cells_with_tag not in tags
                if wanted and not shell.fill(cell) and _MAY_FAIL not in tags:
                    nb_man.cell_exception(cell, index)
                    break
                nb_man.cell_complete(cell, index)


def _output(kind: str, **fields: Any) -> NotebookNode:
    """Return an output; the notebook is validated as a whole when papermill writes it."""
    output: NotebookNode = from_dict({"output_type": kind, **fields})
    return output


class _Hook(DisplayHook):
    """What the last line of a cell shows goes into its outputs."""

    shell: _Shell

    def write_output_prompt(self) -> None:
        """Write no number: a notebook holds it beside the output."""

    def write_format_data(
        self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None
    ) -> None:
        shown = _output("execute_result", data=format_dict, metadata=md_dict or {})
        self.shell.outputs.append(shown)


class _Publisher(DisplayPublisher):
    """What a cell displays goes into its outputs; a later display of the same id replaces it."""

    shell: _Shell

    def publish(  # type: ignore[override]
        self,
        data: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        *,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **options: Any,
    ) -> None:
        name = str((transient or {}).get("display_id", ""))
        shown = _output("display_data", data=data, metadata=metadata or {})
        if update:
            for output in self.shell.named.get(name, []):
                output.update(shown)
            return
        self.shell.outputs.append(shown)
        if name:
            self.shell.named.setdefault(name, []).append(shown)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear()


class _Stream(TextIOBase):
    """What a cell prints goes into its outputs, between what it displays."""

    encoding = "utf-8"

    def __init__(self, name: str, outputs: list[NotebookNode]) -> None:
        self._name, self._outputs = name, outputs

    def write(self, text: str) -> int:
        if not text:
            return 0
        last = self._outputs[-1] if self._outputs else {}
        if last.get("name") != self._name:
            last = _output("stream", name=self._name, text="")
            self._outputs.append(last)
        # Joined when the cell has ended: to lengthen a text line by line takes ever longer.
        last.setdefault("parts", []).append(text)
        return len(text)


class _Shell(InteractiveShell):
    """A shell that writes what cells show, print and raise into notebooks, and nowhere else."""

    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)

    def __init__(self, **options: Any) -> None:
        self.outputs: list[NotebookNode] = []
        self.named: dict[str, list[NotebookNode]] = {}
        super().__init__(**options)  # type: ignore[no-untyped-call]

    def fill(self, cell: NotebookNode) -> bool:
        """Run a cell, fill in its outputs, and return whether it ended well."""
        self.outputs.clear()
        streams = [_Stream(name, self.outputs) for name in ("stdout", "stderr")]
        with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
            result = self.run_cell(cell.source, store_history=True)  # type: ignore[no-untyped-call]
        for output in self.outputs:
            if output.output_type == "execute_result":
                output.execution_count = result.execution_count
            elif output.output_type == "stream":
                output.text = "".join(output.pop("parts"))
        cell.execution_count, cell.outputs = result.execution_count, self.outputs.copy()
        return bool(result.success)

    def init_profile_dir(self, profile_dir: Any) -> None:
        """Take no profile: it would be a folder in the home of whoever builds."""

    def enable_gui(self, gui: str | None = None) -> None:
        """Open no window: figures stand in the notebook."""

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        """Write an error down, as a kernel does, where others print it."""
        words = {"ename": etype.__name__, "evalue": str(evalue), "traceback": stb}
        self.outputs.append(_output("error", **words))


@contextmanager
def clean() -> Iterator[_Shell]:
    """Yield a new shell, and leave everything as it was before."""
    before, main, path = InteractiveShell._instance, sys.modules["__main__"], sys.path.copy()
    if before is not None:
        type(before).clear_instance()
    shell = _Shell.instance(config=_CONFIG, user_module=ModuleType("__main__"))
    # What the analyst draws with pyplot stands under its cell, as in JupyterLab.
    shell.enable_matplotlib("inline")  # type: ignore[no-untyped-call]
    select_figure_formats(shell, {"png"})  # type: ignore[no-untyped-call]
    try:
        yield shell
    finally:
        atexit.unregister(shell.atexit_operations)
        _Shell.clear_instance()
        if before is not None:
            for each in type(before)._walk_mro():
                each._instance = before
        sys.modules["__main__"], sys.path[:] = main, path

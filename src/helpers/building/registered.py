"""What papermill finds under the engine's name, before the engine itself can be there.

Papermill loads the engines that others register while it is imported, and the engine imports
papermill: whichever came first would find the other one half made.
"""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from papermill.engines import Engine


class RegisteredEngine(Engine):  # type: ignore[misc]  # papermill ships no types
    """Hand a notebook on to :class:`helpers.building.engine.InProcessEngine`."""

    @classmethod
    def execute_notebook(cls, *arguments: Any, **options: Any) -> NotebookNode:
        """Run a notebook, and return it executed; the arguments are the engine's."""
        from helpers.building.engine import InProcessEngine  # noqa: PLC0415  see the module

        executed: NotebookNode = InProcessEngine.execute_notebook(*arguments, **options)
        return executed

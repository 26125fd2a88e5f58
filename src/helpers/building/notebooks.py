"""The chapters' notebooks: which there are, what they declare, and what is to be run of them.

Nothing here runs one: who only asks for a briefing need not import what does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from helpers.exceptions import BriefingError
from helpers.store.parameters import Parameters
from helpers.words.refusals import said

#: How the notebook of a chapter is named.
NOTEBOOK = re.compile(r"^(?P<number>\d{2})_(?P<name>\w+)\.ipynb$")
#: Cells that serve who reads or works in a notebook alone; what the analyst plays with is not run.
ANALYST, STANDALONE = "analyst", "standalone"
#: What a cell shows that a leader does not need to decide: it stands in the appendix of a briefing.
APPENDIX = "appendix"


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
    seconds : int
        How long its kernel may run a cell, where nobody else watches it; 0 where somebody does.
    """

    chapter: Chapter
    chosen: Parameters
    executed: Path
    data: Path
    kernel: bool = False
    seconds: int = 0


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
        raise BriefingError(said("cmd-no-chapters", name="NN_name.ipynb", folder=str(folder)))
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
        raise BriefingError(said("cmd-no-notebook", file=str(path))) from error
    return notebook


def _check_declared(chapter: Chapter) -> None:
    notebook, name = read_notebook(chapter.path), chapter.path.name
    tagged = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(tagged) != 1:
        raise BriefingError(said("cmd-not-tagged", file=name, count=len(tagged)))
    declared = set(re.findall(r"^(\w+)\s*(?::[^=]+)?=", tagged[0].source, flags=re.MULTILINE))
    wanted = set(Parameters.model_fields)
    for each in sorted(wanted ^ declared):
        kind = "unknown" if each in declared else "missing"
        raise BriefingError(said("cmd-declared", file=name, kind=kind, name=each))

"""``briefing lab``: JupyterLab on the project, the same with make and without it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from helpers.commands.options import ProjectOption
from helpers.exceptions import BriefingError
from helpers.store import data
from helpers.words.refusals import said

#: What installs JupyterLab.
_INSTALLS = 'python -m pip install -e ".[lab]"'
_OPENS_ON = "notebooks/explore.ipynb"
#: What JupyterLab writes into a notebook that is nobody's work: the interpreter, what is folded.
_NOT_WORK = (
    "metadata.language_info.codemirror_mode",
    "metadata.language_info.file_extension",
    "metadata.language_info.mimetype",
    "metadata.language_info.nbconvert_exporter",
    "metadata.language_info.pygments_lexer",
    "metadata.language_info.version",
    "cell.metadata.jp-MarkdownHeadingCollapsed",
    "cell.metadata.jupyter",
)
#: What git runs on each notebook that it looks at. Where this package comes first, nbformat is
#: there in a fifth of the time (see its beginning).
_FILTER = "import helpers, nbstripout; nbstripout.main()"


def lab(
    context: typer.Context,
    set_up: Annotated[bool, typer.Option("--set-up", help="cmd-help-set-up")] = False,
    project: ProjectOption = None,
) -> None:
    """Open JupyterLab on the project; options that are not listed here are JupyterLab's own."""
    folder = (project or data.find_project()).resolve()
    _leave_outputs_out(folder)
    if set_up:
        return
    if find_spec("jupyterlab") is None:
        raise BriefingError(said("cmd-no-lab", command=_INSTALLS))
    if not (folder / _OPENS_ON).parent.is_dir():
        raise BriefingError(said("cmd-no-project", file=_OPENS_ON, folder=str(folder)))
    from jupyterlab.labapp import LabApp  # noqa: PLC0415  where there is one

    beside = [sysconfig.get_path("scripts"), str(Path(sys.executable).parent)]
    os.environ["PATH"] = os.pathsep.join([*beside, os.environ.get("PATH", "")])
    LabApp.launch_instance([*_options(folder), *context.args])


def _options(project: Path) -> list[str]:
    """Return where JupyterLab works, and on what it opens."""
    options = [
        f"--ServerApp.root_dir={project}",
        f"--LabApp.default_url=/lab/tree/{_OPENS_ON}",
        f"--FileContentsManager.post_save_hook={settle.__module__}.{settle.__name__}",
    ]
    if os.name == "posix":
        # A login shell, which a server without a terminal starts, would forget the PATH.
        shell = os.environ.get("SHELL", "/bin/sh")
        options.append(f"--ServerApp.terminado_settings=shell_command={shell}")
    return options


def settle(os_path: str, **_: object) -> None:
    """Let git know that a notebook whose outputs alone are new has not changed.

    To ``git status`` a file of another size is another file, until it is added again.

    Parameters
    ----------
    os_path : str
        The file that JupyterLab has saved.
    """
    saved = Path(os_path)
    if saved.suffix != ".ipynb":
        return
    git = ["git", "-C", str(saved.parent)]
    # A name such as “a[1].ipynb” means that file, and not a pattern.
    named = ["--", f":(literal){saved.name}"]
    try:
        seen = subprocess.run([*git, "diff", *named], check=False, capture_output=True)
        if seen.returncode == 0 and not seen.stdout:
            again = [*git, "add", "--update", *named]
            subprocess.run(again, check=False, capture_output=True)
    except FileNotFoundError:
        return


def _leave_outputs_out(project: Path) -> None:
    """Let git see notebooks without outputs, if they lie in a checkout and nbstripout is there."""
    if find_spec("nbstripout") is None:
        return
    python = Path(sys.executable).as_posix()
    keys = " ".join(_NOT_WORK)
    clean = f'"{python}" -c "{_FILTER}" --keep-id --extra-keys "{keys}"'
    command = ["git", "-C", str(project), "config", "filter.nbstripout.clean", clean]
    try:
        subprocess.run(command, check=False, capture_output=True)
    except FileNotFoundError:
        return

"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from helpers.store import data

#: The province that is meant where none is named.
HOME = "bac-giang"

ProjectOption = Annotated[Path | None, typer.Option(help="cmd-help-project")]

ProvinceOption = Annotated[str, typer.Option(help="cmd-help-province")]

OutOption = Annotated[Path | None, typer.Option(help="cmd-help-out")]


def reports_folder(out: Path | None, project: Path | None) -> Path:
    """Return the folder of the reports: the one that is named, or the project's own.

    Parameters
    ----------
    out : Path or None
        The folder that is named.
    project : Path or None
        The project that is named; found from the working folder if none is, as the data are.
    """
    return out or nearby((project or data.find_project()) / "reports")


def nearby(path: Path) -> Path:
    """Return a path as it is written from the working folder, if it lies there."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path

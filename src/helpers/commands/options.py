"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

#: The province that is meant where none is named.
HOME = "bac-giang"

ProjectOption = Annotated[
    Path | None,
    typer.Option(help="Folder with data/ and notebooks/ (default: found from here upwards)."),
]

ProvinceOption = Annotated[
    str, typer.Option(help="Province: its name, or its id in data/provinces.csv.")
]

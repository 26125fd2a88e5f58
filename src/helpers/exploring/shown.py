"""How the explorer shows what a function returned, or that it failed."""

from __future__ import annotations

from functools import partial
from typing import Any

import matplotlib as mpl
from IPython.core.formatters import DisplayFormatter
from IPython.core.pylabtools import print_figure
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.exceptions import BriefingError
from helpers.pages.pieces import Piece, notebook_style

#: In a dark JupyterLab: itables keeps a white ground there, and a row under the mouse a light one.
_DARK_TABLES = """
[data-jp-theme-light='false'] .dt-container {
  --dt-html-background: transparent; --dt-row-stripe: 255, 255, 255; --dt-row-hover: 255, 255, 255;
}
[data-jp-theme-light='false'] .jp-RenderedHTMLCommon tbody tr:hover {
  background: var(--dx-tint); color: var(--dx-ink);
}
[data-jp-theme-light='false'] .dt-container .dt-paging .dt-paging-button.disabled {
  color: var(--dx-muted) !important;
}
"""


def styled(shown: Piece) -> str:
    """Return a piece as markup that brings its style.

    Parameters
    ----------
    shown : Piece
        The piece.
    """
    return f"<style>{notebook_style()}{_DARK_TABLES}</style>{shown.__html__()}"


def displayed(shown: object) -> tuple[dict[str, Any], ...]:
    """Return the outputs of a cell that shows a thing; none for None.

    Parameters
    ----------
    shown : object
        A frame, a piece of a page, a figure or axes of matplotlib, text, or what a notebook can
        show otherwise.
    """
    bundle, metadata = _forms(shown)
    output = {"output_type": "display_data", "data": bundle, "metadata": metadata}
    return (output,) if bundle else ()


def _forms(shown: object) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return how a notebook shows a thing: its forms by type, and what is to know of them."""
    if shown is None:
        return {}, {}
    if isinstance(shown, str):
        return {"text/plain": shown}, {}
    if isinstance(shown, Piece):
        return {"text/html": styled(shown), "text/plain": repr(shown)}, {}
    if isinstance(shown, Axes):
        shown = shown.get_figure(root=True)
    formatter = DisplayFormatter()
    formatter.formatters["image/svg+xml"].for_type(Figure, partial(print_figure, fmt="svg"))
    try:
        # As paths: an output area has not the page's own typeface.
        with mpl.rc_context({"svg.fonttype": "path"}):
            found: tuple[dict[str, Any], dict[str, Any]] = formatter.format(shown)  # type: ignore[no-untyped-call]
        return found
    finally:
        if isinstance(shown, Figure):
            plt.close(shown)  # else the cell that made it shows it once more


def failed(error: Exception) -> dict[str, Any]:
    """Return the output of a cell whose function failed.

    Parameters
    ----------
    error : Exception
        The error; one of ours is told in the language of the page.
    """
    name, words = type(error).__name__, str(error)
    lines = [f"{name}: {words}"]
    if isinstance(error, BriefingError):
        lines = error._render_traceback_()
    return {"output_type": "error", "ename": name, "evalue": words, "traceback": lines}

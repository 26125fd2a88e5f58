"""The house style for whoever draws with seaborn or matplotlib in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.rcsetup import cycler

from helpers.drawing import scales, svg
from helpers.words.language import Language

__all__ = ["ACCENT", "OTHERS", "PROVINCE", "SEQUENCE", "palette", "use"]

#: The province looked at, all others, and what is set against both.
PROVINCE, OTHERS, ACCENT = svg.PROVINCE, svg.OTHERS, svg.TARGET
#: From little to much, for heatmaps: the name of a colour map.
SEQUENCE = "Blues"

#: As wide as a notebook's cell; no frame around what is drawn.
_NOTEBOOK: dict[Any, Any] = {
    "figure.figsize": (9, 5),
    "figure.dpi": 100,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "legend.frameon": False,
    # Seaborn's own choice of colours too, as long as it needs no more.
    "axes.prop_cycle": cycler(color=[PROVINCE, ACCENT, OTHERS, svg.INK]),
    # Marks of both kinds stand in one line: those between the powers of a log scale are small ones.
    **{f"{axis}tick.{kind}.size": 0 for axis in "xy" for kind in ("major", "minor")},
    **{f"{axis}tick.{kind}.pad": 6 for axis in "xy" for kind in ("major", "minor")},
}


@contextmanager
def use(lang: str | None = None) -> Iterator[None]:
    """Draw in the house style, with numbers as a language writes them.

    Parameters
    ----------
    lang : str, optional
        ``vi`` or ``en``: the marks of scales and the numbers that stand alone in a chart, such as
        on a heatmap, are written so in every pyplot figure that is drawn in. As matplotlib writes
        them if not given.

    Examples
    --------
    >>> import seaborn as sns
    >>> with use("vi"):
    ...     axes = sns.heatmap([[0.5, 0.25]], annot=True)
    >>> [each.get_text() for each in axes.texts]
    ['0,5', '0,25']
    """
    before = _opened()
    with svg.house_style(), mpl.rc_context(_NOTEBOOK):
        yield
        # Looking makes the marks of scales, in the style of this moment and not of a cell's end.
        drawn = [each for each, artists in _opened().items() if before.get(each) != artists]
        if lang is not None:
            for figure in drawn:
                scales.write_scales(figure, Language(lang))
                scales.write_texts(figure, Language(lang))


def _opened() -> dict[Figure, int]:
    """Return the figures that pyplot holds, each with how much is drawn in it."""
    from matplotlib import pyplot  # noqa: PLC0415  charts of the briefing never need it

    numbers = pyplot.get_fignums()
    current = pyplot.gcf() if numbers else None
    found = {each: len(each.findobj()) for each in map(pyplot.figure, numbers)}
    if current is not None:
        pyplot.figure(current)
    return found


def palette(names: Iterable[str], own: str) -> dict[str, str]:
    """Return a colour by name, as seaborn takes it: one name stands out, the others are grey.

    Parameters
    ----------
    names : iterable of str
        The names.
    own : str
        The one that stands out.

    Examples
    --------
    >>> palette(["Bắc Giang", "Lào Cai"], own="Bắc Giang")
    {'Bắc Giang': '#0b4f80', 'Lào Cai': '#8a95a0'}
    """
    return {name: PROVINCE if name == own else OTHERS for name in names}

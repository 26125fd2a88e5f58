"""The house style for whoever draws with seaborn or matplotlib in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from helpers.drawing import svg

__all__ = ["ACCENT", "OTHERS", "PROVINCE", "SEQUENCE", "palette", "use"]

#: The province looked at, all others, and what is set against both.
PROVINCE, OTHERS, ACCENT = svg.PROVINCE, svg.OTHERS, svg.TARGET
#: From little to much, for heatmaps: the name of a colour map.
SEQUENCE = "Blues"


@contextmanager
def use(lang: str | None = None) -> Iterator[None]:
    """Draw in the house style.

    Parameters
    ----------
    lang : str, optional
        ``vi`` or ``en``: the language of the page that is drawn for.
    """
    with svg.house_style():
        yield


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

"""Which computation makes the numbers of a piece of a chapter: said where the piece is made."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from markupsafe import Markup

from helpers.pages.html import Html

#: How the remarks around a piece begin and end; :mod:`helpers.provenance` reads and removes them.
OPEN, CLOSE = "by ", "/by"
_Piece = Callable[..., Any]


def computed_by(*computations: Callable[..., object]) -> Callable[[_Piece], _Piece]:
    """Register what computes the numbers of a piece of a chapter that no source prints.

    Parameters
    ----------
    *computations : callable
        Public functions of this package.

    Returns
    -------
    callable
        A decorator for functions that return :class:`Html` or markup.
    """
    names = " ".join(map(name_of, computations))

    def decorate(tell: _Piece) -> _Piece:
        @wraps(tell)
        def told(*arguments: object, **options: object) -> object:
            piece = tell(*arguments, **options)
            markup = piece.markup if isinstance(piece, Html) else piece
            if not markup:
                return piece
            marked = Markup(f"<!--{OPEN}{names}-->{markup}<!--{CLOSE}-->")
            return Html(marked) if isinstance(piece, Html) else marked

        return told

    return decorate


def name_of(computation: Callable[..., object]) -> str:
    """Return the name under which a computation is registered, such as ``helpers.dti.ranks``."""
    return f"{computation.__module__}.{computation.__qualname__}"

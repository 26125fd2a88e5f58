"""The public names of computations: noted on their results, where a number of these finds them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import pandas as pd

_P = ParamSpec("_P")
_T = TypeVar("_T")
_NOTE = "computation"


def computation(name: str) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Give a function of the analysis, or the class of its results, a public name.

    Parameters
    ----------
    name : str
        The name under which its numbers are listed; the message ``computation-<name>`` says in
        every language what it computes. It stays when the function moves or is renamed.

    Returns
    -------
    callable
        A decorator: of a class, that notes the name on it; of a function, that notes it on the
        frame or series it returns (``attrs``), where the rows of a frame find it.
    """

    def decorate(made: Callable[_P, _T]) -> Callable[_P, _T]:
        if isinstance(made, type):
            setattr(made, _NOTE, name)
            return made

        @wraps(made)
        def noted(*arguments: _P.args, **options: _P.kwargs) -> _T:
            result = made(*arguments, **options)
            if isinstance(result, pd.DataFrame | pd.Series):
                result.attrs[_NOTE] = name
            return result

        return noted

    return decorate


def noted(result: Any) -> str:
    """Return the public name noted on a result, a frame or a row of it; empty if there is none."""
    if isinstance(result, pd.DataFrame | pd.Series):
        return str(result.attrs.get(_NOTE, ""))
    return str(getattr(result, _NOTE, ""))

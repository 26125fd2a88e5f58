"""What follows the explorer: functions of its choices, each made anew when these change."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

import ipywidgets as widgets
import pandas as pd
from IPython import get_ipython

from helpers.drawing import style
from helpers.exploring import views
from helpers.exploring.shown import displayed, failed
from helpers.pages.page import Page
from helpers.words.refusals import refused

#: What an analyst has redrawn: a function of some of the page, the rival's id and the weights.
Follower = Callable[..., object]


class State(NamedTuple):
    """What a follower may take, by name.

    Parameters
    ----------
    page : Page
        The page on the chosen edition and province.
    rival : str
        The rival's id.
    weights : Series or None
        The weights in use, by part; they sum to 1. None where all are 0.
    """

    page: Page
    rival: str
    weights: pd.Series | None

    def told(self, name: str) -> object:
        """Return what tells one state of a thing from another."""
        found = getattr(self, name)
        return tuple(found.round(12).items()) if isinstance(found, pd.Series) else found


@dataclass
class _Following:
    """A function, what it takes, where it is shown, and of which state that is."""

    function: Follower
    takes: tuple[str, ...]
    named: bool
    output: widgets.Output = field(default_factory=widgets.Output)
    drawn: list[object] | None = None

    def fill(self, state: State) -> None:
        """Show what the function makes of a state, if it would not be what is shown."""
        wanted = [state.told(name) for name in self.takes]
        if self.drawn is not None and _same(self.drawn, wanted):
            return
        self.drawn = None
        with style.use(state.page.language.code):
            made = self._made(state)
        self.output.outputs = displayed(made)
        self.drawn = wanted

    def _made(self, state: State) -> object:
        if "weights" in self.takes and state.weights is None:
            return views.no_weights(state.page)
        given = {name: getattr(state, name) for name in self.takes}
        return self.function(**given) if self.named else self.function(*given.values())


def _same(drawn: list[object], wanted: list[object]) -> bool:
    # A page is itself alone: to compare its tables would take longer, and say less.
    return all(
        one is other or (not isinstance(one, Page) and one == other)
        for one, other in zip(drawn, wanted, strict=True)
    )


class Followers:
    """The functions that follow an explorer, by the cell that brought each."""

    def __init__(self) -> None:
        # A cell keeps its place: the list of sources comes after what cites them.
        self._all: dict[object, list[_Following]] = {}
        self._runs: dict[object, object] = {}

    def __len__(self) -> int:
        return sum(map(len, self._all.values()))

    def add(self, function: Follower, state: State) -> widgets.Output:
        """Let a function follow, and return where it is shown.

        Parameters
        ----------
        function : callable
            See :meth:`helpers.exploring.explore.Explorer.follow`.
        state : State
            What it shows first.

        Raises
        ------
        ParameterError
            If it cannot be called.
        """
        takes, named = _taken(function)
        cell, run = _running(function)
        if run is None or self._runs.get(cell) != run:
            self._all[cell], self._runs[cell] = [], run
        following = _Following(function, takes, named)
        following.fill(state)
        self._all[cell].append(following)
        return following.output

    def redraw(self, state: State) -> None:
        """Show of each function what it makes of a state, where that is new.

        Parameters
        ----------
        state : State
            The state.
        """
        for each in chain.from_iterable(self._all.values()):
            try:
                each.fill(state)
            except Exception as error:  # an analyst's own code: its cell says what failed
                each.output.outputs = (failed(error),)


def _taken(function: Follower) -> tuple[tuple[str, ...], bool]:
    """Return what a function takes of a state, and whether it takes it by name."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):  # what is not written in Python may not say what it takes
        return State._fields, False
    single = {inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY}
    names = {each.name for each in parameters if each.kind in single}
    needed = {each.name for each in parameters if each.default is each.empty}
    asked = names & set(State._fields)
    if asked and needed <= asked:
        return tuple(name for name in State._fields if name in names), True
    try:
        inspect.signature(function).bind(*State._fields)
    except TypeError:
        raise refused("error-follower", names=", ".join(State._fields)) from None
    return State._fields, False


def _running(function: Follower) -> tuple[Any, str | None]:
    """Return the cell that is running and this run of it, or the code of a function and None."""
    shell = get_ipython()
    parent = shell.get_parent() if hasattr(shell, "get_parent") else {}
    cell = parent.get("metadata", {}).get("cellId")
    if cell:
        return cell, str(parent["header"]["msg_id"])
    # Elsewhere a cell that is run again at least brings the same code.
    code = getattr(function, "__code__", None)
    return ((code.co_filename, code) if code else function), None

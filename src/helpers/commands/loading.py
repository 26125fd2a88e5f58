"""The commands, each imported when it runs: their list, or a wrong name, takes none of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, ClassVar

import typer

from helpers.commands.helping import SpeakingCommand, SpeakingGroup


@dataclass(frozen=True)
class Listed:
    """A command in the list of them.

    Parameters
    ----------
    name : str
        What a person types.
    function : str
        Where its function is: ``module:name``.
    help : str
        The message that says what it does.
    settings : mapping of str to object, optional
        What its context is told, such as that it takes options of another program.
    """

    name: str
    function: str
    help: str
    settings: Mapping[str, Any] | None = None

    def in_the_list(self) -> Any:
        """Return what stands in the list of commands for it; it cannot run."""
        return SpeakingCommand(name=self.name, help=self.help)

    def loaded(self) -> Any:
        """Return the command itself, with its options: its module is imported."""
        module, _, name = self.function.partition(":")
        settings = None if self.settings is None else dict(self.settings)
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        register = alone.command(
            self.name, cls=SpeakingCommand, help=self.help, context_settings=settings
        )
        register(getattr(import_module(module), name))
        return typer.main.get_command(alone)


class LazyGroup(SpeakingGroup):
    """A group whose commands are imported when they run.

    Attributes
    ----------
    listed : sequence of Listed
        Its commands, in the order of the help.
    """

    listed: ClassVar[Sequence[Listed]] = ()

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        for each in self.listed:
            self.add_command(each.in_the_list())

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is meant, ready to run, with its name and arguments."""
        name, command, rest = super().resolve_command(ctx, args)
        found = (each for each in self.listed if each.name == name)
        return name, next((each.loaded() for each in found), command), rest

"""The command line: the list of its commands, and how an error of any of them is told."""

from __future__ import annotations

import gc
import signal
import sys

import typer

from helpers.commands.helping import wrong_call
from helpers.commands.loading import LazyGroup, Listed
from helpers.commands.speaking import FirstLangOption, begin, say, tell, tell_error
from helpers.exceptions import BriefingError
from helpers.words.refusals import said

#: Options that a command does not know are those of the program that it starts.
_OPEN = {"allow_extra_args": True, "ignore_unknown_options": True}
#: So many new objects, and then so many such rounds, before Python looks for unused ones: by its
#: own measure it does so hundreds of times while modules are imported, and finds none.
_ROUNDS = (50_000, 20, 20)


#: What typer ends with when a person stops it.
_INTERRUPTED = 128 + signal.SIGINT


class Commands(LazyGroup):
    """Every command, in the order of the help; one more is one more row."""

    listed = (
        Listed("build", "helpers.commands.build:build", "cmd-help-build"),
        Listed("batch", "helpers.commands.batch:batch", "cmd-help-batch"),
        Listed("accept", "helpers.commands.accept:accept", "cmd-help-accept"),
        Listed("check", "helpers.commands.check:check", "cmd-help-check"),
        Listed("diff", "helpers.commands.diff:diff", "cmd-help-diff"),
        Listed("import-dti", "helpers.commands.import_dti:import_dti", "cmd-help-import-dti"),
        Listed("lab", "helpers.commands.lab:lab", "cmd-help-lab", _OPEN),
        Listed("new-year", "helpers.commands.new_year:new_year", "cmd-help-new-year"),
        Listed("preview", "helpers.commands.preview:preview", "cmd-help-preview"),
        Listed("status", "helpers.commands.status:status", "cmd-help-status"),
        Listed("take", "helpers.commands.take:take", "cmd-help-take"),
        Listed("trace", "helpers.commands.trace:trace", "cmd-help-trace"),
        Listed("watch", "helpers.commands.watch:watch", "cmd-help-watch"),
    )


app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    cls=Commands,
    help="cmd-help-briefing",
)


@app.callback()
def speak(lang: FirstLangOption = None) -> None:
    """Listen to the language that is asked for before the name of a command."""


def main() -> None:
    """Run the command line; tell errors in plain words and exit with their code."""
    gc.set_threshold(*_ROUNDS)
    begin(None)
    # Who is asked to end cleans up first, as one does who is interrupted.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        code = app(standalone_mode=False)
        if code == _INTERRUPTED:
            tell("cmd-interrupted")
        sys.exit(code)
    except BriefingError as error:
        tell_error(error)
        sys.exit(error.exit_code)
    except OSError as error:
        what = str(error.filename or type(error).__name__)
        tell_error(BriefingError(said("cmd-system", fault=error.strerror or str(error), what=what)))
        sys.exit(1)
    except typer.Abort:
        tell("cmd-aborted")
        sys.exit(1)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        typer.echo(say("cmd-error", said=wrong_call(error.format_message())), err=True)
        sys.exit(2)

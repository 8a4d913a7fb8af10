"""The command line: its commands and the options they share."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from lifeboat.commands.check import check
from lifeboat.commands.diff import diff
from lifeboat.commands.edit import edit
from lifeboat.commands.new import new
from lifeboat.commands.replan import replan
from lifeboat.commands.schema import schema
from lifeboat.commands.solve import solve
from lifeboat.commands.sweep import sweep
from lifeboat.commands.watch import watch
from lifeboat.commands.whatif import whatif
from lifeboat.version import __version__

_EXIT_CODES = (
    "Exit codes: 0 good, 1 answered but bad (somebody without a place, a rule broken), "
    "2 a mistake in what was asked or in a file, 3 proven impossible, 4 no answer in the time "
    "given, 70 a bug of lifeboat, 130 interrupted."
)

app = typer.Typer(
    name="lifeboat",
    help="Who goes home on what, when, and does everybody aboard have a seat every day until then?",
    epilog=_EXIT_CODES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich" if sys.stdout.isatty() else None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"lifeboat {__version__}")
        raise typer.Exit


@app.callback()
def lifeboat(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print it.")
    ] = False,
) -> None:
    """Plans for a space station in trouble."""


for command in (solve, check, whatif, sweep, replan, watch, diff, edit, schema, new):
    app.command()(command)

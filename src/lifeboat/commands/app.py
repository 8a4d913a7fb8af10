"""The command line: its commands and the options they share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from lifeboat.commands.alternatives import alternatives_command
from lifeboat.commands.chart import chart_command
from lifeboat.commands.check import check_command
from lifeboat.commands.days import days_command
from lifeboat.commands.deadlines import deadlines_command
from lifeboat.commands.diff import diff_command
from lifeboat.commands.edit import edit_command
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.explain import explain_command
from lifeboat.commands.in_order import InOrder
from lifeboat.commands.new import new_command
from lifeboat.commands.render import render_command
from lifeboat.commands.repair import repair_command
from lifeboat.commands.replan import replan_command
from lifeboat.commands.schema import schema_command
from lifeboat.commands.solve import solve_command
from lifeboat.commands.sweep import sweep_command
from lifeboat.commands.watch import watch_command
from lifeboat.commands.whatif import whatif_command
from lifeboat.commands.why import why_command
from lifeboat.version import __version__

_EXIT_CODES = (
    "Exit codes: 0 good, 1 answered but bad (somebody without a place, a rule broken), "
    "2 a mistake in what was asked or in a file, or an answer that cannot be written, 3 proven "
    "impossible, 4 no answer in the time or the memory there is, 70 a bug of lifeboat, "
    "130 interrupted by Ctrl-C, SIGTERM or SIGHUP, 141 nobody reads the answer."
)

app = typer.Typer(
    name="lifeboat",
    help="Who goes home on what, when, and does everybody aboard have a seat every day until then?",
    epilog=_EXIT_CODES,
    invoke_without_command=True,
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
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print it.")
    ] = False,
) -> None:
    """Plans for a space station in trouble."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(Code.MISTAKE)


COMMANDS: dict[str, Callable[..., None]] = {
    "solve": solve_command,
    "check": check_command,
    "days": days_command,
    "chart": chart_command,
    "render": render_command,
    "explain": explain_command,
    "why": why_command,
    "repair": repair_command,
    "alternatives": alternatives_command,
    "deadlines": deadlines_command,
    "whatif": whatif_command,
    "sweep": sweep_command,
    "replan": replan_command,
    "watch": watch_command,
    "diff": diff_command,
    "edit": edit_command,
    "schema": schema_command,
    "new": new_command,
}
"""Every command, in the order of `--help`."""

for _name, _command in COMMANDS.items():
    app.command(_name, cls=InOrder)(_command)

"""A command line that no command can take, told as every mistake is."""

from __future__ import annotations

from typing import Any

import typer

from lifeboat.errors import Mistake, MistakesError

MISUSED: type[Exception] = typer.BadParameter.__mro__[1]
"""What typer raises for it; it has no public name for the class."""
_OF_A_VALIDATOR = "Value error, "


def refused(error: Any) -> MistakesError:
    """An error of typer's as a mistake, with the usage of the command it is about."""
    said = error.format_message().replace(_OF_A_VALIDATOR, "").rstrip(".")
    message = said[:1].lower() + said[1:]
    return MistakesError([Mistake(kind="usage", message=message, hint=_usage(error.ctx))])


def _usage(context: typer.Context | None) -> str | None:
    if context is None:
        return None
    pieces = " ".join(context.command.collect_usage_pieces(context))
    command = context.command_path
    return f"{command} {pieces}; `{command} --help` tells all it takes"

"""Completion as options are given it."""

from __future__ import annotations

from collections.abc import Callable

import typer


def completing(kind: str) -> Callable[..., list[str]]:
    """What completes the values of an option of this kind, by the scenario on the command line."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        from lifeboat.commands.completion.flags import candidates

        # An option that waits for its value ends the reading of the line before its arguments.
        scenario = ctx.params.get("scenario") or next(iter(ctx.args), "")
        return candidates(kind, scenario, incomplete)

    return complete

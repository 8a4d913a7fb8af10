"""`lifeboat sweep`: how the answer changes as something varies."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.completion.options import completing
from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import (
    AsJson,
    EachLimit,
    Jobs,
    ScenarioPath,
    Seed,
    TotalTime,
    Width,
)
from lifeboat.commands.output import tell

if TYPE_CHECKING:
    from lifeboat.answers.sweep import Swept

Vary = Annotated[
    list[str],
    typer.Option(
        "--vary",
        metavar="WHAT=FROM..TO[/STEP]",
        autocompletion=completing("vary"),
        help="What varies: the slip of a launch, as Heron.slip=0..30d, or any value, as "
        "station.crew.wanted=5..7. Twice for a grid of two. A STEP says which amounts are looked "
        "at first.",
    ),
]


@editable
def sweep_command(
    scenario: ScenarioPath,
    edits: Edits,
    vary: Vary,
    time_limit: EachLimit = "20s",  # type: ignore[assignment]
    total_time: TotalTime = None,
    as_json: AsJson = False,
    width: Width = None,
    seed: Seed = 1,
    jobs: Jobs = None,
) -> None:
    """Let something vary, and tell how the answer changes and where exactly.

    A few amounts are looked at first, then those between neighbours whose answers are of
    different kinds. Ctrl-C shows what has been found so far.
    """
    begun = monotonic()
    from lifeboat.commands.interrupts import searching
    from lifeboat.questions.run import Run
    from lifeboat.showing.terminal.sweep import show_sweep

    asked = edits.sweep(scenario, vary)

    def work(run: Run) -> Swept:
        from lifeboat.questions.sweep import sweep
        from lifeboat.questions.workers import processors

        return sweep(asked, workers=jobs or processors(), run=run)

    until = None if total_time is None else begun + total_time
    told = searching(work, Run(time_limit, seed, until=until))
    tell(told, partial(show_sweep, told), as_json=as_json, width=width)
    raise typer.Exit(_code_of_sweep(told))


def _code_of_sweep(told: Swept) -> Code:
    """The exit code of a sweep: good if every point was answered, whatever the answers."""
    if told.interrupted:
        return Code.INTERRUPTED
    return Code.NO_ANSWER if any(it.outcome == "gave-up" for it in told.points) else Code.GOOD

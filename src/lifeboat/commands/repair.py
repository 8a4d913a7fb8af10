"""`lifeboat repair`: the cheapest changes that make a plan possible."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.explain import known_rules
from lifeboat.commands.options import AsJson, ScenarioPath, Seed, TimeLimit, Width
from lifeboat.commands.output import tell, tell_remarks
from lifeboat.commands.solve import code_after_all

if TYPE_CHECKING:
    from lifeboat.answers.repair import Repaired
    from lifeboat.editing.opened import Opened
    from lifeboat.errors import MistakesError

RepairedRules = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="RULE",
        help="What is to hold where there is a plan that breaks it; everyone-has-a-seat when left "
        "out.",
    ),
]
Most = Annotated[int, typer.Option(min=1, metavar="N", help="How many repairs to find.")]
Folder = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="PREFIX", help="Write each as PREFIX-1.yaml and so on."),
]


@editable
def repair_command(
    scenario: ScenarioPath,
    edits: Edits,
    rules: RepairedRules = None,
    most: Most = 5,
    output: Folder = None,
    time_limit: TimeLimit = None,
    as_json: AsJson = False,
    width: Width = None,
    seed: Seed = 1,
) -> None:
    """Find the cheapest changes that make a plan possible, or leave nobody without a place.

    Each is an overlay: --with makes it. The scenario's repairs say what may be touched, and its
    price.
    """
    begun = monotonic()
    from lifeboat.commands.interrupts import run_for, searching
    from lifeboat.questions.run import Run
    from lifeboat.showing.terminal.repair import show_repaired

    wanted = known_rules(rules or [])
    opened = edits.open(scenario)

    def work(run: Run) -> Repaired:
        from lifeboat.questions.repair import repair

        return repair(opened.sourced.scenario, rules=wanted, most=most, run=run)

    run = run_for(opened, time_limit, seed, begun)
    told = searching(work, run)
    unwritten = None
    if output is not None:
        unwritten = _write_overlays(output, told, opened, force=edits.force)
    tell(told, partial(show_repaired, told), as_json=as_json, width=width)
    raise typer.Exit(code_after_all(_code_of_repaired(told), [unwritten]))


def _write_overlays(
    prefix: str, told: Repaired, opened: Opened, *, force: bool
) -> MistakesError | None:
    """Write every repair as an overlay file; returns why one could not be written."""
    from lifeboat.editing.opened import overlay_output
    from lifeboat.errors import MistakesError

    outputs = [
        (overlay_output(f"{prefix}-{place}.yaml", opened.files, force=force), one.overlay)
        for place, one in enumerate(told.repairs, start=1)
    ]
    try:
        for output, text in outputs:
            output.check(text)
        for output, text in outputs:
            tell_remarks(output.write(text))
            typer.echo(f"A repair is in '{output.path}'.", err=True)
    except MistakesError as unwritten:
        return unwritten
    return None


def _code_of_repaired(told: Repaired) -> Code:
    """The exit code of repairs: good if there is one, or nothing to repair."""
    if told.interrupted:
        return Code.INTERRUPTED
    if told.outcome == "beyond-repair":
        return Code.IMPOSSIBLE
    return Code.NO_ANSWER if told.outcome == "gave-up" else Code.GOOD

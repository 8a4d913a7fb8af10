"""`lifeboat alternatives`: other plans about as good."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

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
from lifeboat.commands.output import tell, tell_remarks
from lifeboat.commands.solve import code_after_all

if TYPE_CHECKING:
    from lifeboat.answers.alternatives import Alternatives
    from lifeboat.editing.opened import Opened
    from lifeboat.errors import MistakesError
    from lifeboat.files.writing.output import Output as OutputFile
    from lifeboat.scenario.made_for import MadeFor

SlackOption = Annotated[
    list[str] | None,
    typer.Option(
        "--slack",
        metavar="GOAL=N",
        help="How much worse than in the best plan a goal may be, in its unit, as damaged=30; "
        "0 for no worse.",
    ),
]
Between = Annotated[
    str | None,
    typer.Option(
        metavar="GOAL,GOAL",
        help="Trade two goals against each other: every plan that cannot be improved "
        "in one without getting worse in the other.",
    ),
]
MostPlans = Annotated[
    int | None, typer.Option("--most", min=1, metavar="N", help="How many plans to tell at most.")
]
Resume = Annotated[
    str | None,
    typer.Option(
        "--resume",
        metavar="FILE",
        help="Keep what is found in this file, and go on from there if it is there already.",
    ),
]
PlansTo = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="PREFIX", help="Write each as PREFIX-1.yaml and so on."),
]


@editable
def alternatives_command(
    scenario: ScenarioPath,
    edits: Edits,
    slack: SlackOption = None,
    between: Between = None,
    most: MostPlans = None,
    resume: Resume = None,
    output: PlansTo = None,
    time_limit: EachLimit = "20s",  # type: ignore[assignment]
    total_time: TotalTime = None,
    as_json: AsJson = False,
    width: Width = None,
    seed: Seed = 1,
    jobs: Jobs = None,
) -> None:
    """Find other plans about as good as the best: what else could be done, and what it costs.

    For each flight, ride home and option that might be decided otherwise, the best plan that does.
    Ctrl-C shows what has been found so far.
    """
    begun = monotonic()
    from lifeboat.commands.interrupts import run_for, searching
    from lifeboat.questions.alternatives.asking import read_question
    from lifeboat.questions.alternatives.resuming import Resuming
    from lifeboat.questions.run import Run
    from lifeboat.showing.terminal.alternatives import show_alternatives

    allowed, goals = read_question(slack or [], between)
    opened = edits.open(scenario)
    if output is not None:
        _plan_file(output, 1, opened, force=edits.force).check()
    # Edits take a scenario's overlays away; here they are options, with the edits made.
    overlays = {"overlays": opened.base.scenario.overlays}
    asked = opened.sourced.scenario.model_copy(update=overlays)
    resuming = Resuming.of(resume, opened, allowed, goals)

    def work(run: Run) -> Alternatives:
        from lifeboat.questions.alternatives import alternatives
        from lifeboat.questions.workers import processors

        return alternatives(
            asked,
            slack=allowed,
            between=goals,
            most=most,
            known=resuming.known,
            keep=resuming.keep,
            workers=jobs or processors(),
            run=run,
        )

    until = None if total_time is None else begun + total_time
    run = replace(run_for(opened, time_limit, seed, begun), begun=None, until=until)
    told = searching(work, run)
    unwritten = [resuming.unwritten]
    if output is not None:
        unwritten.append(_write_plans(output, told, opened, force=edits.force))
    tell(told, partial(show_alternatives, told), as_json=as_json, width=width)
    raise typer.Exit(code_after_all(_code_of_alternatives(told), unwritten))


def _write_plans(
    prefix: str, told: Alternatives, opened: Opened, *, force: bool
) -> MistakesError | None:
    """Write every plan to a file of its own; returns why one could not be written."""
    from lifeboat.errors import MistakesError
    from lifeboat.files.plan_file import plan_yaml

    written = [
        (
            _plan_file(prefix, place, opened, force=force),
            plan_yaml(one.option.plan, _made_for(told, one.edits)),
        )
        for place, one in enumerate(told.plans, start=1)
    ]
    try:
        for output, text in written:
            output.check(text)
        for output, text in written:
            tell_remarks(output.write(text))
            typer.echo(f"A plan is in '{output.path}'.", err=True)
    except MistakesError as unwritten:
        return unwritten
    return None


def _plan_file(prefix: str, place: int, opened: Opened, *, force: bool) -> OutputFile:
    from lifeboat.files.plan_file import plan_output

    return plan_output(f"{prefix}-{place}.yaml", opened.files, force=force)


def _made_for(told: Alternatives, edits: tuple[str, ...]) -> MadeFor:
    """What is noted in a plan; of a scenario with an overlay there is no text to be known by."""
    from lifeboat.scenario.made_for import MadeFor

    receipt = told.receipt
    sha = None if edits else receipt.scenario_sha256
    return MadeFor(scenario=told.scenario, sha256=sha, edits=[*receipt.edits, *edits])


def _code_of_alternatives(told: Alternatives) -> Code:
    """The exit code: as `solve` has it where there is no plan, good where all was looked at."""
    if told.interrupted:
        return Code.INTERRUPTED
    if told.best.best is None:
        return Code.IMPOSSIBLE if told.best.outcome == "impossible" else Code.NO_ANSWER
    return Code.GOOD if told.are_all else Code.NO_ANSWER

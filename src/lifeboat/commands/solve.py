"""`lifeboat solve`: the best plan for a scenario."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code, code_of
from lifeboat.commands.options import (
    AsJson,
    Full,
    Quiet,
    ScenarioPath,
    Seed,
    TimeLimit,
    Width,
    lines_of,
)
from lifeboat.commands.output import tell, tell_remarks
from lifeboat.commands.reports import HtmlFile, report_file, with_chart_and_days, write_report

if TYPE_CHECKING:
    from rich.console import Console

    from lifeboat.answers.solve import Answer
    from lifeboat.errors import MistakesError
    from lifeboat.files.scenario_file import SourcedScenario
    from lifeboat.files.writing.output import Output as OutputFile
    from lifeboat.questions.run import Run

Plans = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="How many kinds of plan to tell.")
]
Reasons = Annotated[
    bool | None,
    typer.Option(
        "--reasons/--no-reasons",
        help="Tell for each change of the plan of record what would be worse without it, in ten "
        "seconds more; on a terminal with --full unless told not to.",
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="PLANFILE", help="Write the best plan to this file."),
]


@editable
def solve_command(
    scenario: ScenarioPath,
    edits: Edits,
    time_limit: TimeLimit = None,
    plans: Plans = None,
    as_json: AsJson = False,
    output: Output = None,
    width: Width = None,
    seed: Seed = 1,
    quiet: Quiet = False,
    full: Full = False,
    reasons: Reasons = None,
    html: HtmlFile = None,
) -> None:
    """Find the best plan: who goes home on what, when, and where everybody sits until then.

    Ctrl-C shows the best plan found so far.
    """
    begun = monotonic()
    from lifeboat.commands.interrupts import run_for, searching

    opened = edits.open(scenario, output)
    besides = edits.plan_file(output, opened)
    report = report_file(html, opened.files, besides, force=edits.force)

    def work(run: Run) -> Answer:
        from lifeboat.questions.solve import solve

        return solve(opened.sourced.scenario, plans=plans, run=run)

    run = run_for(opened, time_limit, seed, begun)
    answer = searching(work, run, quiet=quiet)
    unwritten = [write_best(besides, answer)]
    if as_json or report is not None:
        answer = with_chart_and_days(answer, opened.sourced.scenario)
    unwritten.append(write_report(report, answer))
    show = partial(_show_for_people, answer, opened.sourced, quiet, full, plans is not None)
    wanted = full and sys.stdout.isatty() if reasons is None else reasons
    if as_json:
        if wanted and not answer.interrupted:
            answer = _with_reasons(answer, opened.sourced, run)
        tell(answer, show, as_json=True)
    elif not wanted or answer.interrupted:
        tell(answer, show, as_json=False, width=width)
    else:
        tell(answer, show, as_json=False, width=width)
        _tell_reasons(answer, opened.sourced, run, width)
    raise typer.Exit(code_after_all(code_of(answer), unwritten))


def _with_reasons(answer: Answer, sourced: SourcedScenario, run: Run) -> Answer:
    """The answer with why it is not as planned."""
    from lifeboat.commands.interrupts import searching

    def work(run: Run) -> Answer:
        from lifeboat.questions.reasons import reasons
        from lifeboat.questions.workers import processors

        found = reasons(sourced.scenario, answer, workers=processors(), run=run)
        return answer.model_copy(update={"reasons": found})

    return searching(work, replace(run, time_limit=None, begun=None))


def _tell_reasons(answer: Answer, sourced: SourcedScenario, run: Run, width: int | None) -> None:
    """Print why it is not as planned, below the answer."""
    from lifeboat.showing.terminal.reasons import show_reasons

    sys.stdout.flush()
    told = _with_reasons(answer, sourced, run)
    tell(told, partial(show_reasons, told.reasons), as_json=False, width=width)


def write_best(output: OutputFile | None, answer: Answer) -> MistakesError | None:
    """Write the best plan to a file, if one is asked for, and report it on standard error.

    Returns why it could not be written: the answer is printed all the same, and then that.
    """
    from lifeboat.errors import MistakesError
    from lifeboat.files.plan_file import plan_yaml
    from lifeboat.questions.receipt import stamp_of

    if output is None:
        return None
    if answer.best is None:
        typer.echo(f"No plan was found, so '{output.path}' was not written.", err=True)
        return None
    try:
        tell_remarks(output.write(plan_yaml(answer.best.plan, stamp_of(answer))))
    except MistakesError as unwritten:
        return unwritten
    typer.echo(f"The plan is in '{output.path}'.", err=True)
    return None


def code_after(answer: Answer, unwritten: MistakesError | None) -> Code:
    """The exit code for an answer that is printed; why its plan could not be written is told."""
    return code_after_all(code_of(answer), [unwritten])


def code_after_all(code: Code, unwritten: Sequence[MistakesError | None]) -> Code:
    """The exit code once all is printed; why something could not be written is told last."""
    from lifeboat.showing.terminal.mistakes import show_mistakes

    mistakes = [it for error in unwritten if error is not None for it in error.mistakes]
    if not mistakes:
        return code
    sys.stdout.flush()
    show_mistakes(mistakes, sys.stderr)
    return Code.MISTAKE


def _show_for_people(
    answer: Answer, sourced: SourcedScenario, quiet: bool, full: bool, asked: bool, console: Console
) -> None:
    """Print an answer for people, with a hint at what to ask next."""
    from lifeboat.showing.terminal.solve import hint_after, show_answer

    hint = hint_after(answer, asked=asked)
    show_answer(answer, console, lines_of(sourced), brief=quiet, full=full, hint=hint)

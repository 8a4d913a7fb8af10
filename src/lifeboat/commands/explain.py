"""`lifeboat explain`: why there is no plan, or none that keeps a rule."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import AsJson, ScenarioPath, Seed, TimeLimit, Width, lines_of
from lifeboat.commands.output import tell

if TYPE_CHECKING:
    from lifeboat.answers.explain import Explained

Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="RULE",
        help="Why no plan keeps this rule as well, as everyone-has-a-seat; those that the best "
        "plan breaks when left out.",
    ),
]


@editable
def explain_command(
    scenario: ScenarioPath,
    edits: Edits,
    rules: Rules = None,
    time_limit: TimeLimit = None,
    as_json: AsJson = False,
    width: Width = None,
    seed: Seed = 1,
) -> None:
    """Tell why there is no plan, or none that keeps a rule: what cannot hold together.

    Each conflict is as small as it can be: without any one thing of it there is a plan.
    """
    begun = monotonic()
    from lifeboat.commands.interrupts import run_for, searching
    from lifeboat.questions.run import Run
    from lifeboat.showing.terminal.explain import show_explained

    wanted = known_rules(rules or [])
    opened = edits.open(scenario)

    def work(run: Run) -> Explained:
        from lifeboat.questions.explain import explain

        return explain(opened.sourced.scenario, rules=wanted, run=run)

    run = run_for(opened, time_limit, seed, begun)
    told = searching(work, run)
    show = partial(show_explained, told, where=lines_of(opened.sourced))
    tell(told, show, as_json=as_json, width=width)
    raise typer.Exit(_code_of_explained(told))


def known_rules(given: list[str]) -> list[str]:
    """Rules by their names; raises `MistakesError` for what is none."""
    from lifeboat.errors import Mistake, MistakesError
    from lifeboat.files.nearest import did_you_mean
    from lifeboat.rules import RULES

    known = [rule.name for rule in RULES]
    mistakes = [
        Mistake(
            kind="unknown-name",
            message=f"there is no rule '{name}'",
            hint=did_you_mean(name, known),
        )
        for name in given
        if name not in known
    ]
    if mistakes:
        raise MistakesError(mistakes)
    return given


def _code_of_explained(told: Explained) -> Code:
    """The exit code of an explanation, as `solve` has it for the scenario."""
    if told.interrupted:
        return Code.INTERRUPTED
    if told.outcome == "possible":
        return Code.BAD if told.broken else Code.GOOD
    return Code.IMPOSSIBLE if told.outcome == "impossible" else Code.NO_ANSWER

"""`lifeboat whatif`: a scenario and variants of it, side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import AsJson, Jobs, ScenarioPath, Seed, TimeLimit, Width
from lifeboat.commands.output import tell, tell_remarks

if TYPE_CHECKING:
    from lifeboat.answers.whatif import Comparison
    from lifeboat.questions.whatif import VariantRequest

With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="OVERLAYS",
        help="A variant: an overlay of the scenario or a file with one, or several with commas "
        "between. All overlays of the scenario when left out.",
    ),
]


def whatif_command(
    scenario: ScenarioPath,
    variants: With = None,
    time_limit: TimeLimit = None,
    as_json: AsJson = False,
    width: Width = None,
    seed: Seed = 1,
    jobs: Jobs = None,
) -> None:
    """Solve a scenario and variants of it, and tell what each changes for whom.

    --time-limit holds for each of them. Ctrl-C shows what has been found so far.
    """
    from lifeboat.commands.interrupts import searching
    from lifeboat.questions.run import Run
    from lifeboat.showing.terminal.whatif import show_comparison

    base, asked = _asked(scenario, variants)
    tell_remarks(tuple(dict.fromkeys(it for one in (base, *asked) for it in one.remarks)))

    def work(run: Run) -> Comparison:
        from lifeboat.questions.whatif import whatif
        from lifeboat.questions.workers import processors

        return whatif(base, asked, workers=jobs or processors(), run=run)

    told = searching(work, Run(time_limit, seed))
    tell(told, partial(show_comparison, told), as_json=as_json, width=width)
    raise typer.Exit(_code_of_whatif(told))


def _asked(path: str, variants: list[str] | None) -> tuple[VariantRequest, list[VariantRequest]]:
    from lifeboat.questions.whatif import open_variants

    return open_variants(path, variants)


def _code_of_whatif(told: Comparison) -> Code:
    """The exit code of a comparison: good if every variant was answered, whatever the answers."""
    if told.interrupted:
        return Code.INTERRUPTED
    answers = [told.base, *(variant.answer for variant in told.variants)]
    return Code.NO_ANSWER if any(it.outcome == "gave-up" for it in answers) else Code.GOOD

"""`lifeboat whatif`: a scenario and variants of it, side by side."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

import typer

from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import AsJson, Jobs, ScenarioPath, Seed, TimeLimit, TotalTime, Width
from lifeboat.commands.output import tell
from lifeboat.commands.reports import Force, HtmlFile, report_file, written
from lifeboat.commands.solve import code_after_all
from lifeboat.commands.variant_options import Variants, comparing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeboat.answers.whatif import Comparison
    from lifeboat.errors import MistakesError
    from lifeboat.files.writing.output import Output
    from lifeboat.questions.whatif import VariantRequest


@comparing
def whatif_command(
    scenario: ScenarioPath,
    variants: Variants,
    time_limit: TimeLimit = None,
    total_time: TotalTime = None,
    as_json: AsJson = False,
    width: Width = None,
    seed: Seed = 1,
    jobs: Jobs = None,
    html: HtmlFile = None,
    force: Force = False,
) -> None:
    """Solve a scenario and variants of it, and tell what each changes for whom.

    Each edit is a variant; --and between two makes one of them. --time-limit holds for each
    variant. Ctrl-C shows what has been found so far.
    """
    begun = monotonic()
    from lifeboat.commands.interrupts import searching
    from lifeboat.questions.run import Run
    from lifeboat.showing.terminal.whatif import show_comparison

    base, asked = variants.open(scenario)
    report = report_file(html, (scenario, *variants.overlays), None, force=force)

    def work(run: Run) -> Comparison:
        from lifeboat.questions.whatif import whatif
        from lifeboat.questions.workers import processors

        return whatif(base, asked, workers=jobs or processors(), run=run)

    until = None if total_time is None else begun + total_time
    told = searching(work, Run(time_limit, seed, until=until))
    unwritten = _write_comparison(report, told, [base, *asked])
    tell(told, partial(show_comparison, told), as_json=as_json, width=width)
    raise typer.Exit(code_after_all(_code_of_whatif(told), [unwritten]))


def _write_comparison(
    report: Output | None, told: Comparison, asked: Sequence[VariantRequest]
) -> MistakesError | None:
    """Write the report, with a chart of each plan; returns why it could not be written."""
    if report is None:
        return None
    from lifeboat.questions.chart import chart
    from lifeboat.showing.html import comparison_html

    answers = {"as it stands": told.base} | {it.name: it.answer for it in told.variants}
    charts = {
        one.name: chart(one.scenario, best.plan)
        for one in asked
        if (best := answers[one.name].best) is not None
    }
    return written(report, comparison_html(told, charts))


def _code_of_whatif(told: Comparison) -> Code:
    """The exit code of a comparison: good if every variant was answered, whatever the answers."""
    if told.interrupted:
        return Code.INTERRUPTED
    answers = [told.base, *(variant.answer for variant in told.variants)]
    return Code.NO_ANSWER if any(it.outcome == "gave-up" for it in answers) else Code.GOOD

"""A scenario opened with a plan to be read against it, or with the plan of record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from lifeboat.commands.options import only_one_from_standard_input
from lifeboat.commands.output import tell_remarks

if TYPE_CHECKING:
    from lifeboat.commands.edit_options import Edits
    from lifeboat.editing.opened import Opened
    from lifeboat.plans.plan import Plan

PlanOrRecord = Annotated[
    str | None,
    typer.Argument(
        metavar="PLAN",
        help="A plan file, or what --json printed; the plan of record when left out.",
    ),
]


def open_with_plan(
    edits: Edits, scenario: str, plan: str | None
) -> tuple[Opened, Plan, dict[str, Any]]:
    """Open a scenario and a plan, and tell what is odd in the plan.

    Returns the scenario, the plan, and what an answer about both says of them.
    """
    from lifeboat.files.plan_file import open_plan
    from lifeboat.questions.days import AS_PLANNED

    read = [] if plan is None else [plan]
    only_one_from_standard_input(scenario, *read)
    opened = edits.open(scenario, read=read)
    known = None if plan is None else open_plan(plan, opened.against)
    remarks = () if known is None else known.remarks
    tell_remarks(remarks)
    stamp = {
        "scenario_sha256": opened.digest,
        "edits": opened.edits,
        "remarks": (*remarks, *opened.remarks),
    }
    return opened, AS_PLANNED if known is None else known.plan, stamp

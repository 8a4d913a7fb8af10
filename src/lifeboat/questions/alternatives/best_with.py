"""The best of all plans that satisfy something besides the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lifeboat.answers.option import Option
from lifeboat.plans.plan import Plan
from lifeboat.questions.audited import Audited
from lifeboat.questions.run import Run
from lifeboat.scenario.scenario import Scenario

if TYPE_CHECKING:
    from lifeboat.solving.formulation.side_constraints import SideConstraint
    from lifeboat.solving.search.warm_start import WarmStart


@dataclass(frozen=True)
class BestWith:
    """The best plan found, if there is one."""

    outcome: Literal["found", "impossible", "gave-up"]
    option: Option | None = None
    is_proven: bool = False
    """Whether there is none better; or none at all."""


def best_with(
    scenario: Scenario, side: SideConstraint, memory: WarmStart, like: Plan, run: Run
) -> BestWith:
    """Find the best plan of a scenario that satisfies a side constraint.

    Args:
        scenario: a scenario without mistakes.
        side: what the plan must satisfy besides the rules.
        memory: plans to begin with; updated with the one found.
        like: a plan whose ports and places are taken over where that costs nothing.
        run: time limit, seed and stop.

    Raises:
        OurBug: the plan found failed its audit.
    """
    from lifeboat.solving.cpsat.solver import Settings
    from lifeboat.solving.search.days_first import find_best_days_first
    from lifeboat.solving.search.incumbent import Incumbent, Infeasible
    from lifeboat.solving.search.problem import Problem
    from lifeboat.solving.search.ties import Ties

    settings = Settings(seed=run.seed, until=run.search_ends(), stop=run.stop)
    audited = Audited(scenario, settings, like, side)
    found = find_best_days_first(audited.by_name, settings, memory, side)
    if isinstance(found, Infeasible):
        return BestWith("impossible", is_proven=True)
    if not isinstance(found, Incumbent):
        return BestWith("gave-up")
    ties = Ties(Problem(audited.by_name, settings, side), found)
    if found.is_proven:
        found = ties.settled_by_name()
    option = audited.best(found, ties)
    if option is None:
        return BestWith("gave-up")
    return BestWith("found", option, all(goal.is_settled for goal in option.goals))

"""Holds conflicts against a judge: impossible together, possible without any one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from agreement.oracle import Oracle
from agreement.random_scenarios import Made
from lifeboat.questions.conflict.narrowing import conflicts
from lifeboat.questions.conflict.standing import Standing
from lifeboat.questions.run import silent
from lifeboat.questions.solve import solve
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.search.any_plan import any_plan
from lifeboat.solving.search.incumbent import Infeasible
from lifeboat.solving.search.problem import Problem

Judge = Callable[[Scenario], bool]
"""Whether there is a plan for a scenario."""


def brute_force(scenario: Scenario) -> bool:
    """Whether trying everything finds a plan; goals do not matter."""
    return Oracle.of(scenario.model_copy(update={"goals": []})).search() is not None


def whole_search(scenario: Scenario) -> bool:
    """Whether the search for the best plan finds one that passes its audit."""
    only = scenario.model_copy(update={"goals": ["cancelled"]})
    return solve(only, plans=1, reasons=False).best is not None


def every_slot(scenario: Scenario) -> bool:
    """Whether there is a plan on any slots, as another seed has it."""
    problem = Problem(Situation.of(scenario, {}), Settings(seed=2))
    return not isinstance(any_plan(problem, collect(problem.situation)), Infeasible)


def verified(made: Made, judge: Judge, tally: Counter[str]) -> Iterator[str]:
    """A sentence for each conflict of an impossible scenario that the judge does not confirm."""
    standing = Standing.of(Situation.of(made.scenario, {}), Settings())
    if standing.is_possible(()) is not False:
        return
    tally["impossible"] += 1
    for found in conflicts(standing, silent):
        if found is None:
            yield f"seed {made.seed}: there may be more conflicts than were found"
            return
        names = [it.name for it in found.premises]
        tally["conflicts"] += 1
        tally["scenarios that contradict themselves"] += not names
        tally["premises"] += len(names)
        tally["conflicts that several people have"] += bool(found.alike)
        tally["conflicts that may not be smallest"] += not found.is_smallest
        if judge(standing.situation(found.let_go).scenario):
            yield f"seed {made.seed}: there is a plan that keeps {names}"
        if not found.is_smallest:
            return
        for premise in found.premises:
            if not judge(standing.situation([premise, *found.let_go]).scenario):
                yield f"seed {made.seed}: without {premise.name} of {names} there is no plan"
        if not names:
            return
        standing = standing.without(found.all_premises)
    if not judge(standing.scenario):
        yield f"seed {made.seed}: without all that was found there is still no plan"

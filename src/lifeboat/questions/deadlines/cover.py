"""How well everybody is covered: the goals about places, and whether pins make them worse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

from lifeboat.answers.solve import Answer
from lifeboat.editing.claims import Pins
from lifeboat.files.known_types import known_types
from lifeboat.goals import USUAL, order_of
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.questions.ceilings import Ceiling, ceiling_of
from lifeboat.questions.forced import with_pins_that_hold
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from lifeboat.scenario.scenario import GoalItem, Scenario, ToleratedGoal
from lifeboat.situation.by_name import by_name
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.situation import Situation
from lifeboat.stopping import GivenUpError

ABOUT_PLACES = {"no-place", "unsafe", "damaged", "improvised"}
"""The goals that say how well everybody is covered."""


@dataclass(frozen=True)
class Cover:
    """A scenario of which only the goals about places count, and the most they are to be."""

    scenario: Scenario
    ceilings: tuple[Ceiling, ...]
    near: Mapping[Event, list[int]]
    """The dates of a plan that keeps to them, for others to be sought near it."""

    @classmethod
    def of(cls, scenario: Scenario, best: Answer, run: Run) -> Cover | None:
        """How well everybody can be covered; None where that is not proven in time.

        Args:
            scenario: the scenario.
            best: the best plan by all of its goals; where those about places come first and have
                no tolerance, nobody can be covered better than in that one.
            run: time limit, seed and stop, for where they do not.
        """
        asked = scenario.model_copy(update={"goals": _of_places(scenario)})
        goals = [it.name for it in order_of(asked)]
        first = () if best.best is None else best.best.goals[: len(goals)]
        if [it.name for it in first] != goals or any(it.within for it in first):
            best = solve(asked, plans=1, run=run, reasons=False)
        if best.best is None or not all(it.is_settled for it in best.best.goals[: len(goals)]):
            return None
        return cls.in_plan(scenario, best.best.plan)

    @classmethod
    def in_plan(cls, scenario: Scenario, plan: Plan) -> Cover:
        """How well everybody is covered in a plan, which may be less well than they can be."""
        asked = scenario.model_copy(update={"goals": _of_places(scenario)})
        ceilings = (ceiling_of(asked, plan, it, Fraction(0)) for it in order_of(asked))
        near = Course.of(Situation.of(asked, known_types()), plan).events()
        return cls(asked, tuple(ceilings), near)

    def is_kept(self, pins: Pins, run: Run) -> bool | None:
        """Whether everybody can be covered as well with some pins; None if that is not known."""
        from lifeboat.solving.cpsat.solver import Settings
        from lifeboat.solving.formulation.side_constraints import AllOf
        from lifeboat.solving.search.any_plan import has_plan, shows_that_there_is_none
        from lifeboat.solving.search.problem import Problem

        asked = with_pins_that_hold(self.scenario, pins)
        situation = Situation.of(by_name(asked), known_types())
        settings = Settings(seed=run.seed, until=run.search_ends(), stop=run.stop)
        problem = Problem(situation, settings, AllOf(*(it.side() for it in self.ceilings)))
        found = None
        with suppress(GivenUpError):
            found = has_plan(problem, self.near)
        if found is None and not settings.is_over():
            is_none = shows_that_there_is_none(problem)
            return None if is_none is None else not is_none
        return found


def _of_places(scenario: Scenario) -> list[GoalItem]:
    """The goals about places, in the scenario's order; the usual ones if it has none."""
    own = list(_about_places(USUAL if scenario.goals is None else tuple(scenario.goals)))
    return own or list(_about_places(USUAL))


def _about_places(items: tuple[GoalItem, ...]) -> Iterator[GoalItem]:
    for item in items:
        told = item.goal if isinstance(item, ToleratedGoal) else item
        names = {told} if isinstance(told, str) else set(told)
        if names <= ABOUT_PLACES:
            yield told

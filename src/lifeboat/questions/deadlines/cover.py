"""How well everybody is covered: the goals about places, and whether pins make them worse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from lifeboat.editing.claims import Pins
from lifeboat.files.known_types import known_types
from lifeboat.goals import USUAL, order_of
from lifeboat.goals.measuring import weigh, weigh_besides
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.questions.run import Run
from lifeboat.rules.audit import ledger_of
from lifeboat.scenario.scenario import GoalItem, Scenario, ToleratedGoal
from lifeboat.situation.by_name import by_name
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from lifeboat.solving.search.warm_start import WarmStart

ABOUT_PLACES = {"no-place", "unsafe", "damaged", "improvised"}
"""The goals that say how well everybody is covered."""


@dataclass(frozen=True)
class Cover:
    """A scenario of which only the goals about places count, and what they are to be at most."""

    scenario: Scenario
    values: tuple[int, ...]
    memory: WarmStart

    @classmethod
    def of(cls, scenario: Scenario, run: Run) -> Cover | None:
        """How well everybody can be covered; None where that is not proven in time."""
        from lifeboat.solving.search.incumbent import Incumbent
        from lifeboat.solving.search.warm_start import WarmStart

        asked = scenario.model_copy(update={"goals": _of_places(scenario)})
        memory = WarmStart(plans_only=True)
        found = _best_cover(asked, memory, run)
        if not isinstance(found, Incumbent) or not found.is_proven:
            return None
        return cls(asked, found.values, memory)

    @classmethod
    def in_plan(cls, scenario: Scenario, plan: Plan) -> Cover:
        """How well everybody is covered in a plan, which may be less well than they can be."""
        from lifeboat.solving.search.warm_start import WarmStart

        asked = scenario.model_copy(update={"goals": _of_places(scenario)})
        course = Course.of(Situation.of(asked, known_types()), plan)
        ledger = ledger_of(course)
        values = (
            ceil(weigh(course, ledger, it)) + weigh_besides(course, ledger, it)
            for it in order_of(asked)
        )
        return cls(asked, tuple(values), WarmStart(plans_only=True))

    def is_kept(self, pins: Pins, run: Run) -> bool | None:
        """Whether everybody can be covered as well with some pins; None if that is not known."""
        from lifeboat.solving.search.incumbent import Incumbent, Infeasible

        asked = self.scenario.model_copy(update={"pins": {**self.scenario.pins, **pins}})
        found = _best_cover(asked, self.memory.copied(), run)
        if isinstance(found, Infeasible):
            return False
        if not isinstance(found, Incumbent):
            return None
        if found.values <= self.values:
            return True
        # The first goal that is not as good, if its bound proves that none can be.
        proven = found.values[: found.proven] + found.bounds[found.proven : found.proven + 1]
        return False if proven > self.values[: len(proven)] else None


def _best_cover(scenario: Scenario, memory: WarmStart, run: Run) -> object:
    from lifeboat.solving.cpsat.solver import Settings
    from lifeboat.solving.search.days_first import find_best_days_first

    settings = Settings(seed=run.seed, until=run.search_ends(), stop=run.stop)
    situation = Situation.of(by_name(scenario), known_types())
    return find_best_days_first(situation, settings, memory)


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

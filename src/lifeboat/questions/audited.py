"""The plans that a search found, with names, audited, and with everything that follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lifeboat.answers.option import GoalValue, Option
from lifeboat.answers.views import option
from lifeboat.errors import OurBug
from lifeboat.files.known_types import known_types
from lifeboat.goals import Weighed, order_of
from lifeboat.goals.measuring import goal_value, weigh, weigh_besides
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.plan import Plan, as_listed
from lifeboat.rules.audit import audit, ledger_of, must_findings
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.by_name import by_name
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from lifeboat.solving.cpsat.solver import Settings
    from lifeboat.solving.formulation.side_constraints import SideConstraint
    from lifeboat.solving.naming.plan import NamedPlan
    from lifeboat.solving.search.incumbent import Incumbent
    from lifeboat.solving.search.ties import Ties


@dataclass(frozen=True)
class Audited:
    """Names the plans of a scenario that a search found. None is told that fails its audit."""

    scenario: Scenario
    settings: Settings
    like: Plan | None = None
    """A plan whose ports and places are taken over where that costs nothing."""
    side: SideConstraint | None = None
    """What the plans satisfy besides the rules."""

    @cached_property
    def situation(self) -> Situation:
        return Situation.of(self.scenario, known_types())

    @cached_property
    def by_name(self) -> Situation:
        """The same situation as the search sees it: ties go by name, not by the order in a file."""
        return Situation.of(by_name(self.scenario), known_types())

    def best(self, found: Incumbent, ties: Ties) -> Option | None:
        """A plan, with the fewest reseats; None if time runs out. Raises `OurBug`."""
        from lifeboat.solving.formulation.side_constraints import NO_SIDE_CONSTRAINT
        from lifeboat.solving.naming.plan import name_with_fewest_reseats

        if found.is_proven and ties.there_is_no_other:
            return self.other(found)
        side, like = self.side or NO_SIDE_CONSTRAINT, self._to_keep
        named = name_with_fewest_reseats(self.by_name, found, self.settings, like, side)
        return self._told(named)

    def other(self, found: Incumbent) -> Option | None:
        """A plan of another kind; None if time runs out. Raises `OurBug`."""
        from lifeboat.solving.naming.plan import name_plan

        return self._told(name_plan(self.by_name, found, self.settings, self._to_keep))

    @property
    def _to_keep(self) -> Course | None:
        return None if self.like is None else Course.of(self.by_name, self.like)

    def _told(self, named: NamedPlan | None) -> Option | None:
        if named is None:
            return None
        course = Course.of(self.situation, as_listed(named.plan, self.scenario))
        ledger = ledger_of(course)
        findings = audit(course, ledger)
        if broken := must_findings(findings):
            raise OurBug(f"our own plan failed its audit: {broken[0].rule}: {broken[0].message}")
        return option(course, ledger, self._goals(course, ledger, named), findings)

    def _goals(self, course: Course, ledger: Ledger, named: NamedPlan) -> tuple[GoalValue, ...]:
        found: list[GoalValue] = []
        dated, fewest = 0, named.bound if self.reseats_come_last() else 0
        for weighed in order_of(self.scenario):
            value = weigh(course, ledger, weighed)
            moves = self._moves(weighed)
            claimed: int = named.reseats * moves
            bound: int | None = fewest * moves
            if weighed.settled_with_dates():
                besides = weigh_besides(course, ledger, weighed)
                claimed += named.found.values[dated] - besides
                known = _at(named.found.bounds, dated)
                bound = None if known is None else max(0, fewest * moves + known - besides)
                dated += 1
            proven_so_far = all(goal.is_settled for goal in found)
            least = bound if proven_so_far and bound is not None else 0
            # The count of a search that was stopped may be too high, never too low.
            if not least <= value <= claimed:
                raise OurBug(f"goal {weighed.name}: the audit counts {value}, not {claimed}")
            found.append(goal_value(course, ledger, weighed, bound if proven_so_far else None))
        return tuple(found)

    def _moves(self, weighed: Weighed) -> int:
        """What one reseat weighs in a goal."""
        return sum(
            weight * weighed.scale(self.situation, goal)
            for goal, weight in weighed.parts
            if goal.settled_after_dates
        )

    def reseats_come_last(self) -> bool:
        """Whether reseats are no goal, or the last one by itself, where they can be proven."""
        order = order_of(self.scenario)
        mixed = [weighed for weighed in order if len(weighed.parts) > 1] + list(order[:-1])
        return not any(goal.settled_after_dates for it in mixed for goal, _ in it.parts)


def _at(values: tuple[int, ...], index: int) -> int | None:
    return values[index] if index < len(values) else None

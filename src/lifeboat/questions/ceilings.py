"""What a goal may be at the most, as the audit counts it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from lifeboat.answers.alternatives import Slack
from lifeboat.files.known_types import known_types
from lifeboat.goals import GOALS, Weighed, order_of
from lifeboat.goals.measuring import weigh
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.rules.audit import ledger_of
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from lifeboat.solving.formulation.side_constraints import SideConstraint


WORST_FIRST = ("none", "damaged", "improvised")
"""The qualities of place that goals count."""


@dataclass(frozen=True)
class Ceiling:
    """A goal, or several weighed together, and the most it may be."""

    goal: Weighed
    most: Fraction
    """In days or in things."""

    def side(self) -> SideConstraint:
        """The same as a constraint."""
        from lifeboat.solving.formulation.side_constraints import NoMore

        return NoMore(self.goal, self.most)

    def is_kept_by(self, scenario: Scenario, plan: Plan) -> bool:
        """Whether a plan keeps to it, as its audit counts."""
        return exactly(scenario, plan, self.goal) <= self.most


def exactly(scenario: Scenario, plan: Plan, goal: Weighed) -> Fraction:
    """The value of a goal in a plan, in days or in things, not rounded."""
    situation = Situation.of(scenario, known_types())
    course = Course.of(situation, plan)
    value = Fraction(weigh(course, ledger_of(course), goal))
    return value / situation.clock.per_day if goal.in_time else value


def ceilings_of(scenario: Scenario, best: Plan, slack: Mapping[str, float]) -> tuple[Ceiling, ...]:
    """What each goal may be at the most, by what it is in the best plan."""
    goals = {it.name: Weighed(((it, 1),)) for it in GOALS}
    found = ((goals[name], Fraction(more)) for name, more in slack.items())
    return tuple(ceiling_of(scenario, best, goal, more) for goal, more in found)


def told_of(limits: Iterable[Ceiling], slack: Mapping[str, float]) -> Iterator[Slack]:
    """Slack as it is told, with what it allows."""
    for limit, (name, more) in zip(limits, slack.items(), strict=True):
        (own, _), *worse = limit.goal.parts
        counts = f"{own.title}, or worse" if worse else own.title
        yield Slack(goal=name, more=more, most=float(limit.most), counts=counts, unit=own.unit)


def ceiling_of(scenario: Scenario, best: Plan, goal: Weighed, more: Fraction) -> Ceiling:
    """A goal held to its value in a plan and so much more, worse places counted in."""
    held = with_worse_places(scenario, goal)
    return Ceiling(held, exactly(scenario, best, held) + more)


def with_worse_places(scenario: Scenario, goal: Weighed) -> Weighed:
    """A goal that counts places, and all worse ones that are goals of a scenario too: so nobody has
    to give up a place to keep to it.
    """
    known = {part.name for it in order_of(scenario) for part, _ in it.parts}
    worse = WORST_FIRST[: _mildest(goal) + 1]
    weight = max((it for part, it in goal.parts if part.quality in worse), default=0)
    counted = {part.quality for part, _ in goal.parts}
    more = (
        it for it in GOALS if it.quality in worse and it.quality not in counted and it.name in known
    )
    return Weighed((*goal.parts, *((it, weight) for it in more)))


def is_about_milder_places(goal: Weighed, than: Weighed) -> bool:
    """Whether the places that a goal counts are better than all that another one counts."""
    mine = [WORST_FIRST.index(part.quality) for part, _ in goal.parts if part.quality]
    return bool(mine) and _mildest(than) >= 0 and min(mine) > _mildest(than)


def _mildest(goal: Weighed) -> int:
    """The best quality of place that a goal counts, by its place among them; -1 if it does not."""
    return max((WORST_FIRST.index(it.quality) for it, _ in goal.parts if it.quality), default=-1)

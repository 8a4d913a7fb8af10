"""What flights, journeys and seats cost: a number for each goal by priority."""

from __future__ import annotations

from dataclasses import dataclass

from agreement.oracle_facts import Facts
from agreement.oracle_flights import Broken, Flight, waived_life
from agreement.oracle_people import (
    Journey,
    bumped,
    flight_moved,
    launch_moved,
    return_moved,
    rides_another,
    waived_stay,
)

GOALS = (
    "no-place",
    "damaged",
    "improvised",
    "waived",
    "staffing",
    "broken",
    "cancelled",
    "moved",
    "reseats",
)
UNPAID = {
    "everyone-has-a-seat",
    "seat-fits-its-person",
    "vehicle-within-its-life",
    "person-within-limits",
    "never-understaffed",
}
"""Rules that feed a goal of their own where they are a `should`."""
QUALITY_GOALS = {
    "none": "no_place",
    "damaged": "damaged",
    "improvised": "improvised",
    "nominal": "",
    "nothing": "",
}

Cost = tuple[int, ...]
"""A number for each goal by priority."""


@dataclass(frozen=True)
class Prices:
    """What everything costs, in the goals of one scenario by priority."""

    facts: Facts
    levels: list[dict[str, int]]

    @classmethod
    def of(cls, facts: Facts) -> Prices:
        said = GOALS if facts.scenario.goals is None else facts.scenario.goals
        every = [{it: 1} if isinstance(it, str) else dict(it) for it in said]
        return cls(facts, [level for level in every if level.keys() - {"reseats"}])

    def cost(self, **amounts: int) -> Cost:
        """The cost of amounts given by goal, with underscores for dashes."""
        by_goal = {goal.replace("_", "-"): amount for goal, amount in amounts.items()}
        return tuple(
            sum(weight * by_goal.get(goal, 0) for goal, weight in level.items())
            for level in self.levels
        )

    def with_broken(self, cost: Cost, broken: Broken) -> Cost:
        """A cost, plus that of broken rules that feed no goal of their own."""
        return summed(cost, self.cost(broken=sum(rule not in UNPAID for rule, _ in broken)))

    def of_places(self) -> dict[str, Cost]:
        """What a person-slot in a place of each quality costs."""
        goals = QUALITY_GOALS.items()
        return {quality: self.cost(**{goal: 1} if goal else {}) for quality, goal in goals}

    def of_flight(self, name: str, flight: Flight | None) -> Cost:
        """What one flight costs by itself."""
        craft = self.facts.crafts[name]
        return self.cost(
            waived=waived_life(self.facts, craft, flight),
            cancelled=int(flight is None and craft.said.planned is not None),
            flights=0 if flight is None else flight_moved(self.facts, flight),
            moved=0 if flight is None else launch_moved(self.facts, flight),
        )

    def of_journey(self, journey: Journey) -> Cost:
        """What one journey costs, seats aside."""
        return self.cost(
            waived=waived_stay(self.facts, journey),
            cancelled=bumped(self.facts, journey.person, journey),
            rides=rides_another(self.facts, journey.person, journey),
            moved=return_moved(self.facts, journey),
        )

    def of_nobody(self, person: str) -> Cost:
        """What it costs if somebody does not come."""
        absent = {"cancelled": bumped, "rides": rides_another}
        return self.cost(
            **{goal: count(self.facts, person, None) for goal, count in absent.items()}
        )


def summed(one: Cost, other: Cost) -> Cost:
    """The sum of two costs."""
    return tuple(a + b for a, b in zip(one, other, strict=True))

"""What flights, journeys and seats cost: a number for each goal by priority."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from agreement.oracle_facts import Facts
from agreement.oracle_flights import Broken, Flight, waived_life
from agreement.oracle_people import (
    Flown,
    Journey,
    bumped,
    flight_moved,
    launch_moved,
    return_moved,
    rides_another,
    waived_stay,
)
from lifeboat.scenario.scenario import ToleratedGoal

GOALS = (
    {"no-place": 1, "unsafe": 60},
    "damaged",
    "improvised",
    "waived",
    "staffing",
    "broken",
    "cancelled",
    "rides",
    "moved",
    "reseats",
)
THINGS = {"unsafe", "broken", "cancelled", "rides", "flights"}
"""Goals that count things; weighed with others, one thing counts as much as a day."""
PLACES = {"no-place", "damaged", "improvised"}
"""Goals about places: one that has a tolerance counts in with those behind it, so that nobody gives
up a place to make less of them.
"""
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
    """By priority: what one of each goal counts."""
    within: list[int]
    """By priority: the tolerance, in what the level counts."""
    caps: dict[int, int] = field(default_factory=dict)
    """By priority: up to where less is not better, once the least possible is known."""

    @classmethod
    def of(cls, facts: Facts) -> Prices:
        levels, within, loose = [], [], set[str]()
        for item in GOALS if facts.scenario.goals is None else facts.scenario.goals:
            goals, tolerance = (
                (item.goal, item.within) if isinstance(item, ToleratedGoal) else (item, 0.0)
            )
            level = _level(facts, {goals: 1} if isinstance(goals, str) else goals)
            if level.keys() - {"reseats"}:
                is_time = len(level) > 1 or not level.keys() & THINGS
                within.append(int(tolerance * (facts.calendar.per_day if is_time else 1)))
                most = max((level.get(place, 0) for place in PLACES), default=0)
                levels.append({**level, **dict.fromkeys(loose, most)})
                loose |= level.keys() & PLACES if tolerance else set()
        return cls(facts, levels, within)

    def rated(self, cost: Cost) -> tuple[Cost, Cost]:
        """A cost as it compares with others: tolerances first, then every figure."""
        capped = (max(it, self.caps.get(number, it)) for number, it in enumerate(cost))
        return tuple(capped), cost

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
        is_to_come = craft.docked is None and craft.on_its_way is None
        is_otherwise = (flight is None) == (craft.said.planned is not None)
        return self.cost(
            waived=waived_life(self.facts, craft, flight),
            cancelled=int(
                is_to_come and is_otherwise and not (flight is None and craft.comes_later)
            ),
            flights=0 if flight is None else flight_moved(self.facts, flight),
            moved=0 if flight is None else launch_moved(self.facts, flight),
        )

    def of_journey(self, journey: Journey, flown: Flown) -> Cost:
        """What one journey costs, seats aside."""
        return self.cost(
            waived=waived_stay(self.facts, journey),
            cancelled=bumped(self.facts, journey.person, journey, flown),
            rides=rides_another(self.facts, journey.person, journey, flown),
            moved=return_moved(self.facts, journey),
        )

    def of_nobody(self, person: str, flown: Flown) -> Cost:
        """What it costs if somebody does not come."""
        return self.cost(
            cancelled=bumped(self.facts, person, None, flown),
            rides=rides_another(self.facts, person, None, flown),
        )


def _level(facts: Facts, weights: Mapping[str, int]) -> dict[str, int]:
    day = facts.calendar.per_day if len(weights) > 1 else 1
    return {goal: weight * (day if goal in THINGS else 1) for goal, weight in weights.items()}


def summed(one: Cost, other: Cost) -> Cost:
    """The sum of two costs."""
    return tuple(a + b for a, b in zip(one, other, strict=True))

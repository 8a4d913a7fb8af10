"""Of rides home that are as good, those that move the fewest liners: two equal ships to come."""

from __future__ import annotations

from functools import cache
from typing import Any

import lifeboat
from lifeboat.answers.solve import Answer
from lifeboat.files.known_types import known_types
from lifeboat.goals.reseats import reseats
from lifeboat.plans.course import Course
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.naming.plan import name_plan, name_with_fewest_reseats
from repository import TINY
from searching import best_of

SETTINGS = Settings()


def two_ships(**changes: Any) -> Scenario:
    """The small station, with a third port, and a pad and a ship more: Gull, just like Heron."""
    scenario = lifeboat.read_scenario(str(TINY))
    gull = scenario.vehicles["Heron"].model_copy(update={"pad": "lakeside"})
    more = {
        "ports": {**scenario.ports, "east": scenario.ports["south"]},
        "pads": {**scenario.pads, "lakeside": scenario.pads["seaside"]},
        "vehicles": {**scenario.vehicles, "Gull": gull},
    }
    return scenario.model_copy(update={**more, **changes})


@cache
def answer() -> Answer:
    return lifeboat.solve(two_ships())


def goals(found: Answer) -> dict[str, tuple[float, bool]]:
    assert found.best is not None
    return {
        goal.name: (goal.value, goal.proven or goal.proven_for_these_flights)
        for goal in found.best.goals
    }


def test_each_liner_is_moved_once() -> None:
    """One of the ships is hurried and saves them all: whoever goes home on it moves once, whoever
    goes home on the other one twice.
    """
    assert goals(answer())["reseats"] == (3, True)


def test_all_go_home_on_the_ship_that_comes_first() -> None:
    best = answer().best
    assert best is not None
    (ship,) = {person.home for person in best.people}
    docks = {flight.vehicle: flight.dock for flight in best.flights}
    assert docks[str(ship)] == min(docks[it] or docks[str(ship)] for it in ("Heron", "Gull"))


def test_no_goal_before_gets_worse() -> None:
    """A pin on that ride says nothing that is not so anyway."""
    best = answer().best
    assert best is not None
    pins = {who.person: Pin(person=who.person, home=who.home) for who in best.people}
    assert goals(lifeboat.solve(two_ships(pins=pins))) == goals(answer())


def test_two_moves_each_where_the_other_ship_is_pinned() -> None:
    best = answer().best
    assert best is not None
    other = "Heron" if best.people[0].home == "Gull" else "Gull"
    pins = {who.person: Pin(person=who.person, home=other) for who in best.people}
    assert goals(lifeboat.solve(two_ships(pins=pins)))["reseats"] == (6, True)


def test_whatever_rides_are_found_first_the_fewest_moves_are_named() -> None:
    situation = Situation.of(two_ships(), known_types())
    incumbent = best_of(situation)
    found = name_plan(situation, incumbent, SETTINGS)
    best = name_with_fewest_reseats(situation, incumbent, SETTINGS)
    assert found is not None
    assert best is not None
    assert best.reseats == best.bound == 3 <= found.reseats
    journeys = Course.of(situation, best.plan).journeys.values()
    assert sum(len(reseats(journey)) for journey in journeys) == 3


def test_other_rides_are_not_looked_for_when_time_is_over() -> None:
    situation = Situation.of(two_ships(), known_types())
    best = name_with_fewest_reseats(situation, best_of(situation), Settings(until=0.0))
    assert best is not None
    assert best.bound == 0

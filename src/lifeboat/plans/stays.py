"""Stays of one person in a plan made before one of them was over."""

from __future__ import annotations

from lifeboat.plans.plan import Flight, Plan
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.stays import second_stay_of


def without_past_stays(plan: Plan, scenario: Scenario) -> Plan:
    """The plan as names are meant in a scenario: once somebody is back from their first stay, what
    a plan made before calls their second is the one that their name alone stands for.
    """
    people = dict(plan.people)
    for name in scenario.people:
        if second_stay_of(name) in people and _is_back(plan, name, scenario):
            people[name] = people.pop(second_stay_of(name))
    return plan.model_copy(update={"people": people})


def _is_back(plan: Plan, name: str, scenario: Scenario) -> bool:
    """Whether somebody's first stay in a plan is over by the date of a scenario."""
    ride = plan.people.get(name)
    if ride is None:
        is_one = second_stay_of(name) not in scenario.people
        return is_one and not scenario.people[name].is_aboard
    return not ride.stays and any(
        ship == ride.home and _left_by_now(ship, flight, scenario)
        for ship, flight in plan.flights.items()
    )


def _left_by_now(ship: str, flight: Flight, scenario: Scenario) -> bool:
    """Whether a vehicle is gone by the date of a scenario, as a plan has it."""
    vehicle = scenario.vehicles.get(ship)
    is_there = vehicle is not None and vehicle.is_docked(scenario.as_of)
    return not is_there and flight.undock is not None and flight.undock <= scenario.as_of

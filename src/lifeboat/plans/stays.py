"""Stays of one person in a plan made before one of them was over."""

from __future__ import annotations

from lifeboat.plans.plan import Flight, Plan, Ride
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
    return plan if people == plan.people else plan.model_copy(update={"people": people})


def _is_back(plan: Plan, name: str, scenario: Scenario) -> bool:
    """Whether somebody's first stay in a plan is over by the date of a scenario."""
    ride = plan.people.get(name)
    if ride is None:
        is_one = second_stay_of(name) not in scenario.people
        return is_one and not scenario.people[name].is_aboard
    home = scenario.vehicles.get(ride.home or "")
    is_there = home is not None and home.is_docked(scenario.as_of)
    return not is_there and _undocked_by_now(plan, ride, scenario)


def _undocked_by_now(plan: Plan, ride: Ride, scenario: Scenario) -> bool:
    undock = plan.flights.get(ride.home or "", Flight()).undock
    return not ride.stays and undock is not None and undock <= scenario.as_of

"""A plan: which flights fly when, who goes home on what, and where everybody sits until then."""

from __future__ import annotations

from typing import Literal

from lifeboat.days import Moment
from lifeboat.scenario.made_for import MadeFor
from lifeboat.scenario.part import Name, Part, Title
from lifeboat.scenario.scenario import Scenario


class Flight(Part):
    """What becomes of one vehicle. What is left out follows from the scenario."""

    mode: Name | None = None
    """The mode it is launched in; the one of the plan of record when left out."""
    launch: Moment | None = None
    """Launch; the date of the plan of record when left out."""
    dock: Moment | None = None
    """Docking; launch and flight time when left out."""
    port: Name | None = None
    """Where it docks; free to be chosen when left out."""
    undock: Moment | None = None
    """Undocking; the date of the plan of record when left out."""
    stays: bool = False
    """That it is still there at the end of the horizon."""
    later: bool = False
    """That it comes after the horizon, as planned."""
    cancelled: bool = False
    """That it does not fly."""
    relocations: dict[Moment, Name] | None = None
    """Moves to another port, by date; those of the scenario when left out."""


class Ride(Part):
    """What becomes of one person. What is left out follows from the scenario."""

    up: Name | None = None
    """The vehicle they come up on; the one whose mode carries them when left out."""
    home: Name | None = None
    """The vehicle they go home on; the one of the plan of record when left out."""
    stays: bool = False
    """That they are still aboard at the end of the horizon."""
    seats: dict[Moment, Name] = {}
    """From each date on, the vehicle that holds their liner and suit, or `station`."""


class Plan(Part):
    """An answer, or a plan somebody wrote: enough to say where everybody is at every slot."""

    plan: Literal[1] = 1
    """The version of this file format."""
    name: Title | None = None
    """What the plan is called."""
    flights: dict[Name, Flight] = {}
    """Every vehicle; one that is left out follows the plan of record."""
    people: dict[Name, Ride] = {}
    """Everybody; one who is left out follows the plan of record."""


class PlanFile(Plan):
    """A plan in a file of its own."""

    made_for: MadeFor | None = None
    """The scenario it was made for; the program notes it, a plan written by hand need not."""


def as_listed(plan: Plan, scenario: Scenario) -> Plan:
    """The same plan, vehicles and people in the order in which a scenario lists them."""
    flights = {name: plan.flights[name] for name in scenario.vehicles if name in plan.flights}
    people = {name: plan.people[name] for name in scenario.people if name in plan.people}
    return plan.model_copy(update={"flights": flights, "people": people})

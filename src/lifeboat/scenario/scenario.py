"""The whole situation as known on one date."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from lifeboat.days import DAY, Moment, Window
from lifeboat.scenario.facilities import (
    Grounding,
    Investigation,
    LandingSite,
    Pad,
    Port,
    Station,
)
from lifeboat.scenario.overlay import Overlay
from lifeboat.scenario.part import Amount, GoalName, Name, Part, RuleName, Title
from lifeboat.scenario.people import Person
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.repairs import MeasureKind, Price
from lifeboat.scenario.vehicles import Vehicle, VehicleType

RESOLUTIONS = {
    "1d": DAY,
    "12h": timedelta(hours=12),
    "6h": timedelta(hours=6),
    "1h": timedelta(hours=1),
}

Weight = Annotated[int, Field(ge=1, le=1000)]
Weights = dict[GoalName, Weight]


class ToleratedGoal(Part):
    """A goal that those after it may make worse, but only by so much."""

    goal: GoalName | Weights
    """The goal, or several weighed together."""
    within: Amount
    """The tolerance: by how much the goals after it may make it worse, in its own unit."""


def _form_of_goal(value: object) -> str:
    """Which of the three forms of a priority a value has; messages speak of that form only."""
    if isinstance(value, dict):
        return "ToleratedGoal" if value.keys() & {"goal", "within"} else "dict[weights]"
    return "ToleratedGoal" if isinstance(value, ToleratedGoal) else "name"


GoalItem = Annotated[
    Annotated[GoalName, Tag("name")]
    | Annotated[Weights, Tag("dict[weights]")]
    | Annotated[ToleratedGoal, Tag("ToleratedGoal")],
    Discriminator(_form_of_goal),
]
"""What stands at one priority."""


class Scenario(Part):
    """The whole situation as known on one date: what exists, what is planned, what must hold."""

    lifeboat: Literal[1, 2]
    """The version of this file format: 2, or 1, some of which is now read otherwise."""
    name: Title
    """What the situation is called."""
    as_of: Moment
    """Nothing after this instant is known; the horizon begins with its slot."""
    horizon: Window
    """Up to when everything must hold, as `..2023-10-31`; it begins at `as_of`."""
    resolution: Literal["1d", "12h", "6h", "1h"] = "1d"
    """How finely time is counted."""
    station: Station
    """The station as a whole."""
    ports: dict[Name, Port]
    """Its ports, each by its name."""
    pads: dict[Name, Pad] = {}
    """Launch pads, each by its name."""
    landing_sites: dict[Name, LandingSite] = {}
    """Where vehicles land, each by its name; types for which none is named land anywhere."""
    groundings: dict[Name, Grounding] = {}
    """Families of vehicles that may not launch."""
    investigations: dict[Name, Investigation] = {}
    """What is being looked into, and by when an outcome is expected."""
    vehicle_types: dict[Name, VehicleType] = {}
    """Types of this scenario; one named like a known type replaces it."""
    vehicles: dict[Name, Vehicle]
    """Every spacecraft, docked or to be launched."""
    people: dict[Name, Person]
    """Everybody, aboard or to come."""
    rules: dict[RuleName, Literal["must", "should"]] = {}
    """How strictly each rule holds, where other than by default."""
    goals: list[GoalItem] | None = None
    """Goals by priority, if other than the usual order; several in one map are weighed together,
    one that is left out does not count. `{goal: improvised, within: 3}` lets the goals after it
    make it worse by 3."""
    pins: dict[Name, Pin] = {}
    """Choices that may not move, each by its name."""
    repairs: dict[MeasureKind, Price] = {}
    """What `lifeboat repair` may touch: the price of a day, a place or a person of each kind, where
    other than by default; `never` where it may not be touched."""
    overlays: dict[Name, Overlay] = {}
    """Sets of edits to this scenario, each by its name; none is made unless asked for."""
    sources: dict[Name, str] = {}
    """What the keys of sources in remarks stand for."""
    why: str | None = None
    """A remark on the whole."""

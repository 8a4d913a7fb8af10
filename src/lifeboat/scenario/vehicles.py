"""Vehicles: their types, their condition, how they fly and when they come and go."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from lifeboat.days import Moment, Span, Window
from lifeboat.scenario.part import (
    Amount,
    Count,
    GearName,
    InvestigationName,
    Limit,
    ModeName,
    Name,
    PadName,
    Part,
    PersonName,
    PortName,
    SkillName,
    SupplyName,
    TypeName,
    VehicleName,
)
from lifeboat.scenario.planned import Planned

State = Literal["sound", "emergency-only", "empty-return-only", "unusable"]


class CrewUp(Part):
    """How many people a vehicle carries up when it flies with a crew."""

    least: Count = 1
    """No fewer, unless it flies with nobody."""
    most: Count | None = None
    """No more; the number of seats when left out."""


class CrewSkills(Part):
    """What somebody in a vehicle must be able to do, for it to fly with people."""

    up: list[SkillName] = []
    """To come up with a crew; one of the crew has each of these skills."""
    down: list[SkillName] = []
    """To leave with people; one of those who ride home has each of these skills."""


class VehicleType(Part):
    """What all vehicles of one type have in common."""

    family: Name
    """Vehicles that a grounding stops together."""
    mechanism: Name
    """The docking or berthing mechanism a port must accept."""
    seats: Count = 0
    """Nominal seats; 0 for a cargo ship."""
    improvised: Count = 0
    """Improvised places beside the seats, for an emergency only."""
    life: Limit | None = None
    """How long from launch to landing it may be trusted; no limit when left out."""
    crew: CrewUp | None = None
    """Least and greatest crew at launch with people; any up to the seats when left out."""
    crew_skills: CrewSkills | None = None
    """The skills needed aboard to fly it with people, such as its commander's; none when left
    out."""
    flies_empty: list[Literal["up", "down"]] = []
    """Whether it can fly up, or down, with nobody aboard."""
    flight_up: Span
    """From launch to docking."""
    flight_down: Span
    """From undocking to landing."""
    needs: list[Name] = []
    """What a person must have for a nominal seat here: liner, suit."""
    improvised_needs: list[Name] = []
    """What a person must have for an improvised place here."""
    prepare_departure: Span = timedelta(0)
    """From the decision to undocking."""
    sources: dict[Name, str] = {}
    """Where each figure comes from, by the name of its key."""


class Condition(Part):
    """What a vehicle is good for from a date on."""

    state: State
    """`sound`: everything. `emergency-only`: shelter and last resort for `places` people, leaves
    empty. `empty-return-only`: no places, leaves empty. `unusable`: no places, cannot leave."""
    places: Count | None = None
    """With `emergency-only`: for how many people; as many as seats when left out."""
    ride_home: bool = False
    """With `emergency-only`: whether people may be planned to go home in it."""
    gate: InvestigationName | None = None
    """The investigation after which this state may be relied on."""
    why: str | None = None
    """What happened, and the source."""


class ImprovisedPlaces(Part):
    """Improvised places of one vehicle, other than those of its type."""

    places: Count
    """How many."""
    since: Moment | None = None
    """No earlier than this: the place must first be approved or fitted."""
    gate: InvestigationName | None = None
    """The investigation that has to approve them."""
    ride_home: bool = False
    """Whether people may be planned to go home in them; else for an emergency only."""
    needs: list[Name] | None = None
    """What a person must have for such a place; as the type says when left out."""
    why: str | None = None
    """Where this comes from."""


class Mode(Part):
    """One way to fly a vehicle up: with its crew, without, or with fewer people."""

    windows: list[Window] | Window
    """When it may be launched in this mode."""
    crew: list[PersonName] = []
    """Who goes up in this mode; nobody when left out."""
    lead: Span = timedelta(0)
    """From the decision to launch, counted from `as_of` or from the gate; none is needed for what
    the plan of record flies in this mode, on its planned date or later, and no gate keeps back:
    that is ordered."""
    gate: InvestigationName | None = None
    """The investigation that must be over before this mode can be decided."""
    after: dict[VehicleName, Span] = {}
    """Vehicles that have to be launched before, and how long before: flights that prove something,
    or that bring what this one needs."""
    flight_up: Span | None = None
    """From launch to docking in this mode; as the type says when left out."""
    why: str | None = None
    """Where this comes from."""


class Relief(Part):
    """That one vehicle brings the crew that takes over from another's."""

    overlap: Span = timedelta(0)
    """How long before the other leaves it must be docked (direct handover)."""
    indirect: Span | None = None
    """How long after the other left it may still arrive; not at all when left out."""
    why: str | None = None
    """Where the figure comes from."""


class MayRelocate(Part):
    """That a vehicle may be moved to another port, once, with those seated in it aboard."""

    to: list[PortName] | None = None
    """Only to these ports; to any that fits when left out."""
    during: list[Window] | Window | None = None
    """When; at any time between its docking and its undocking when left out."""
    apart: Span = timedelta(0)
    """Least time between its docking and the move, and between the move and its undocking."""
    why: str | None = None
    """Who allowed it, or where this comes from."""


class Vehicle(Part):
    """One spacecraft, docked at `as_of`, on its way, or to be launched.

    On its way is what was launched before `as_of` and docks after it: one with `launched` and
    `docked` on either side of `as_of`, or one that the plan of record launched before `as_of` in a
    window of its mode. It carries the crew of that mode or, without modes, those who came `up` on
    it and are not aboard.
    """

    type: TypeName
    """A vehicle type: one the program knows, or one of this scenario."""
    port: PortName | None = None
    """Where it is docked at `as_of` or, on its way, docks; one on its way may leave that open."""
    docked: Moment | None = None
    """Since when or, for a vehicle on its way, when it docks; given for no other."""
    launched: Moment | None = None
    """When a vehicle docked or on its way was launched: its life counts from here."""
    pad: PadName | None = None
    """Where it is launched from."""
    modes: dict[Name, Mode] = {}
    """The ways it may fly up, for a vehicle to be launched."""
    planned: Planned | None = None
    """Plan of record: launch, as precisely as it is known: a day, `2023-03`, `2023-Q2`,
    `NET 2023-02-19`, `TBD`. Any time within is as planned. One that is over at `as_of`, in a
    window of its mode, has been made."""
    planned_mode: ModeName | None = None
    """Plan of record: mode; the first one when left out."""
    leaves: Planned | None = None
    """Plan of record: undocking, as precisely as it is known, like `planned`."""
    may_cancel: bool = False
    """Whether it may be left out altogether."""
    ports: list[PortName] | None = None
    """Only these ports; any that fits when left out."""
    undock: Window | None = None
    """When it may undock; at any time when left out."""
    conditions: dict[Moment, Condition] = {}
    """What it is good for from each date on; sound before the first. One that waits for an
    investigation counts once that is over, and then as if known all along: a later date holds.
    """
    improvised: ImprovisedPlaces | None = None
    """Its improvised places, if other than its type's."""
    reseat_from: Moment | None = None
    """No liner is moved into it before, except by people of its crews."""
    relocations: dict[Moment, PortName] = {}
    """Moves to another port, by date; those seated in it ride along. They are kept, unless it
    `may_relocate`: then one of them may be planned, and be made otherwise or not at all."""
    may_relocate: MayRelocate | None = None
    """That a plan may move it to another port; no move but those of `relocations` when left out."""
    relieves: dict[VehicleName, Relief] = {}
    """The vehicles whose crews it relieves."""
    delivers: dict[SupplyName, Amount] = {}
    """What it brings of each supply, at docking."""
    brings: dict[PersonName, list[GearName]] = {}
    """Liners and suits it brings for people who come otherwise; they are good in this vehicle."""
    delivers_gear: dict[PersonName, list[GearName]] = {}
    """Liners and suits it brings for people to use in other vehicles too, once it has docked."""
    life: Limit | None = None
    """Its own life limit, if other than its type's."""
    crew_skills: CrewSkills | None = None
    """Its own, if other than its type's."""
    seats: Count | None = None
    """Its own number of seats, if other than its type's."""
    why: str | None = None
    """A remark, or where the facts come from."""

    def is_on_its_way(self, as_of: datetime) -> bool:
        """Whether it is written as launched before an instant and docked after it."""
        if self.launched is None or self.docked is None or self.modes:
            return False
        return self.launched < as_of < self.docked

    def is_docked(self, as_of: datetime) -> bool:
        """Whether it is at the station at `as_of`."""
        is_said = self.docked is not None or self.port is not None
        return is_said and not self.is_on_its_way(as_of)

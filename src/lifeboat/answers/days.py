"""The answer to `lifeboat days`: a plan date by date, and by name."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.supplies import SupplyView
from lifeboat.days import Moment
from lifeboat.errors import Remark
from lifeboat.scenario.part import Part


class PlaceCount(Part):
    """How many places there are, by quality, whoever has them."""

    nominal: int
    improvised: int
    damaged: int

    @property
    def all(self) -> int:
        return self.nominal + self.improvised + self.damaged


class ShipDay(Part):
    """One docked vehicle on a date."""

    vehicle: str
    port: str | None
    state: str
    """`sound`, `emergency-only`, `empty-return-only` or `unusable`."""
    day: int | float
    """How long ago it was launched, in days."""
    life: int | float | None
    """The days its life has, without a waiver; none if it is not limited."""
    life_most: int | float | None
    """The days its life has, waiver and all."""
    places: PlaceCount
    """Past its life, waiver and all, its places count as damaged."""
    could_leave: tuple[str, ...]
    """Who has a place in it, and could leave in it at once."""


class Missing(Part):
    """Too few people: in all, or with a skill; at once, or if a vehicle left."""

    skill: str | None
    """None for the crew as a whole."""
    there: int
    needed: int
    without: str | None
    """The vehicle whose departure would leave so few; none where there are too few already."""
    only_wanted: bool = False
    """That so many are wanted, and fewer would do."""


class SupplyLeft(Part):
    """How much of a supply is left."""

    supply: str
    unit: str
    left: float
    """Above the reserve, in its unit; negative where that is broken into."""


class DayView(Part):
    """The station from a date on, until the next date at which anything changes."""

    date: Moment
    until: Moment
    happens: tuple[str, ...]
    """What happens on that date, in words."""
    aboard: tuple[str, ...]
    places: PlaceCount
    margin: int
    """Places of any quality less people aboard; negative where somebody has none."""
    without_a_place: tuple[str, ...]
    missing: tuple[Missing, ...]
    ships: tuple[ShipDay, ...]
    supplies: tuple[SupplyLeft, ...] = ()
    """What is left of each supply once that day, or slot, is over."""


class OverlapView(Part):
    """One vehicle relieving another."""

    vehicle: str
    relieves: str
    docks: Moment
    leaves: Moment
    days: int | float
    """From the docking of the one to the departure of the other; negative where it follows."""
    asked: int | float
    """The days asked; negative for those within which an indirect handover may follow."""
    slack: int | float
    """By how many days the overlap is longer than asked; negative where it is too short."""


class StayView(Part):
    """One person's days in space."""

    person: str
    launched: Moment | None
    lands: Moment | None
    """None: after the horizon."""
    now: int | float | None
    """Days in space at `as_of`; none if the launch is not known."""
    days: int | float | None
    """Days in space at the landing, or at the end of the horizon."""
    limit: int | float | None
    """The longest stay, in days, without a waiver; none if it is not limited."""
    waived: int | float
    """Days of the horizon beyond that limit."""


class DayTable(Part):
    """The answer to `lifeboat days`: one documented, versioned document."""

    lifeboat_days: Literal[1] = 1
    """The version of this document."""
    scenario: str
    as_of: Moment
    horizon_end: Moment
    plan_name: str | None
    scenario_sha256: str | None = None
    """Of the scenario's text, or of its JSON if it was edited; none if it is not known."""
    edits: tuple[str, ...] = ()
    """The overlays and flags that were applied to the scenario, in their order."""
    unknown: tuple[str, ...] = ()
    """What the plan speaks of and the scenario does not have, or not any more; it was left out."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    dates: tuple[DayView, ...]
    overlaps: tuple[OverlapView, ...]
    stays: tuple[StayView, ...]
    supplies: tuple[SupplyView, ...] = ()
    """Each supply of the station where least of it is left."""

"""People: where they are, what they can do, which seats fit them, how long they may stay."""

from __future__ import annotations

from lifeboat.days import Moment, Window
from lifeboat.scenario.part import (
    GearName,
    Limit,
    Part,
    PersonName,
    SeatName,
    SkillName,
    Title,
    TypeName,
    VehicleName,
)
from lifeboat.scenario.planned import Planned


class Person(Part):
    """One person, aboard at `as_of` or to come."""

    agency: Title
    """Who sends them."""
    up: VehicleName | None = None
    """The vehicle they came up on, or, by the plan of record, go up on."""
    seat: SeatName | None = None
    """Aboard at `as_of`: the vehicle that holds their liner and suit, or `station`."""
    launched: Moment | None = None
    """When a person aboard was launched, if `up` is not a docked vehicle: their stay counts
    from here."""
    home: VehicleName | None = None
    """Plan of record: the vehicle home."""
    returns: Planned | None = None
    """Plan of record: landing, as precisely as it is known: a day, `2023-03`, `2023-Q2`,
    `NET 2023-02-19`, `TBD`. Any time within is as planned."""
    skills: list[SkillName] = []
    """What they can do."""
    gear: list[GearName] | None = None
    """Liners and suits that are theirs; what the seats of `up` need when left out."""
    trained: list[TypeName] | None = None
    """The vehicle types they may ride in; any their gear fits when left out."""
    stay: Limit | None = None
    """How long from launch to landing they may be away; no limit when left out."""
    return_window: Window | None = None
    """Earliest and latest landing; a medical deadline is a latest one."""
    same_as: PersonName | None = None
    """A later stay of that person, under a name of its own: launched only after they have landed
    from the stay named here. Skills, training and `stay` are the same where left out."""
    why: str | None = None
    """A remark, or where the facts come from."""

    @property
    def is_aboard(self) -> bool:
        """Whether they are at the station at `as_of`."""
        return self.seat is not None

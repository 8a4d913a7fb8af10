"""The station itself: its ports, its crew bounds, its skills and its supplies."""

from __future__ import annotations

from datetime import timedelta

from lifeboat.days import Moment, Span, Window
from lifeboat.scenario.part import Amount, Count, FamilyName, Name, Part, Title, TypeName


class Closure(Part):
    """A time in which a port may not be used."""

    during: Window
    """When it is closed."""
    types: list[TypeName] | None = None
    """Only for these vehicle types; for all when left out."""
    why: str | None = None
    """The reason, or where the figure comes from."""


class Port(Part):
    """A place where one vehicle at a time may be docked or berthed."""

    accepts: list[Name]
    """The docking mechanisms that fit."""
    types: list[TypeName] | None = None
    """Only these vehicle types, where the mechanism alone does not decide."""
    closures: dict[Name, Closure] = {}
    """When it is closed, each closure by its name."""
    why: str | None = None
    """A remark, or where the facts come from."""


class LandingSite(Part):
    """A place to land at, or several that are open and closed together."""

    types: list[TypeName] | None = None
    """The vehicle types that land here; all when left out."""
    closures: dict[Name, Closure] = {}
    """When nothing can land here, each closure by its name: no light, no ships, bad weather."""
    why: str | None = None
    """A remark, or where the facts come from."""


class CrewBounds(Part):
    """How many people the station needs, wants and carries."""

    least: Count = 0
    """Never fewer aboard."""
    wanted: Count | None = None
    """Wanted aboard; each person missing for a day is a person-day of goal `staffing`."""
    long_term: Count | None = None
    """More than this many only for a while, see `above_long_term`."""
    above_long_term: Span | None = None
    """How much of the horizon may be spent above `long_term`; any when left out."""
    most: Count | None = None
    """Never more aboard."""
    why: str | None = None
    """Where the figures come from."""


class Skill(Part):
    """Something that a number of people aboard must always be able to do."""

    least: Count = 0
    """Never fewer people aboard with this skill."""
    wanted: Count | None = None
    """Wanted aboard with this skill; those missing count in goal `staffing`."""
    after_departure: Count = 0
    """How many must remain if any one vehicle left with the people who ride home in it."""
    why: str | None = None
    """Where the figures come from."""


class Supply(Part):
    """A consumable: what is there, what people use, what must remain."""

    unit: Title
    """Such as kg or l."""
    stock: Amount
    """Aboard at `as_of`."""
    use: Amount
    """Used per person and day."""
    reserve: Amount = 0.0
    """Never less than this."""
    gone_from: Moment | None = None
    """From this day on there is none left, whatever the stock: nobody may be aboard."""
    why: str | None = None
    """Where the figures come from."""


class Station(Part):
    """The station as a whole."""

    name: Title
    """What it is called."""
    turn_round: Span = timedelta(0)
    """Least time between two vehicles on one port."""
    crew: CrewBounds = CrewBounds()
    """How many people."""
    skills: dict[Name, Skill] = {}
    """What some of them must be able to do, such as running a segment."""
    supplies: dict[Name, Supply] = {}
    """Consumables, each by its name."""
    why: str | None = None
    """A remark, or where the facts come from."""


class Outage(Part):
    """A time in which a pad cannot launch."""

    during: Window
    """When."""
    why: str | None = None
    """The reason, or where the date comes from."""


class Gap(Part):
    """The least time between two launches from a pad, for one kind of pair."""

    before: list[TypeName]
    """Vehicle types of the earlier launch."""
    after: list[TypeName]
    """Vehicle types of the later launch."""
    gap: Span
    """Least time from launch to launch."""
    why: str | None = None
    """Where the figure comes from."""


class Pad(Part):
    """A place to launch from."""

    gap: Span = timedelta(0)
    """Least time between any two launches."""
    gaps: dict[Name, Gap] = {}
    """Other gaps for some kinds of pairs; these win over `gap`."""
    outages: dict[Name, Outage] = {}
    """When it cannot launch, each outage by its name."""
    why: str | None = None
    """Where the figures come from."""


class Grounding(Part):
    """A whole family of vehicles that may not launch, known or supposed."""

    families: list[FamilyName]
    """The families concerned, as vehicle types name them."""
    during: Window
    """From when to when."""
    why: str | None = None
    """The suspected common cause, and the source."""


class Investigation(Part):
    """An inspection, board or review; what waits for it names it as its `gate`."""

    expected: Moment
    """When its outcome is expected; no plan relies on what depends on it before."""
    why: str | None = None
    """What is looked into, and the source."""

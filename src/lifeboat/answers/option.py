"""One plan with everything that follows from it, in views that agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from lifeboat.answers.supplies import SupplyView
from lifeboat.days import Moment
from lifeboat.plans.findings import Finding
from lifeboat.plans.plan import Plan
from lifeboat.scenario.part import Part
from lifeboat.scenario.planned import Planned


class GoalShare(Part):
    """What one vehicle, person or skill has of a goal."""

    who: str
    value: int | float
    """In the goal's unit."""


class GoalPart(Part):
    """One of several goals that are weighed together."""

    name: str
    title: str
    unit: str
    weight: int
    """What one of its unit weighs, in days."""
    value: int | float
    """In this plan, as the audit computes it."""
    shares: tuple[GoalShare, ...] = ()
    """Whose that is."""


class GoalValue(Part):
    """How much of a goal a plan has."""

    name: str
    """The goal's name; several weighed together are joined by `+`."""
    title: str
    """What it counts, in words."""
    unit: str
    """The unit of `value` and `bound`."""
    value: int | float
    """In this plan, as the audit computes it."""
    bound: int | float | None = None
    """No plan with the same goals before it can have less; none when nothing searched for it."""
    within: int | float = 0
    """The tolerance: by how much the goals after it may make it worse than `bound`."""
    proven: bool = False
    """That `value` is the least there can be, or within the tolerance of it."""
    proven_for_these_flights: bool = False
    """That it is the least with these flights on these dates, and nothing is proven about others:
    for a goal that is settled after the dates, such as reseats.
    """
    parts: tuple[GoalPart, ...] = ()
    """The goals it weighs together; none for a goal by itself."""
    shares: tuple[GoalShare, ...] = ()
    """Whose the value is, the greatest first, where neither the ledger nor the flights tell."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing better can be had, at least with these flights."""
        return self.proven or self.proven_for_these_flights


def one_by_one(goals: Iterable[GoalValue]) -> Iterator[GoalValue]:
    """The goals of a plan, those that are weighed together each by itself: with a value of its own,
    without a bound, and proven where their weighed sum is.
    """
    for goal in goals:
        if not goal.parts:
            yield goal
        for part in goal.parts:
            title = part.title if part.weight == 1 else f"{part.weight} x {part.title}"
            yield GoalValue(
                name=part.name,
                title=title,
                unit=part.unit,
                value=part.value,
                proven=goal.proven,
                shares=part.shares,
            )


class FlightView(Part):
    """What one vehicle does."""

    vehicle: str
    type: str
    mode: str | None
    """The mode it comes up in; none for one that was docked at `as_of`."""
    launch: Moment | None
    dock: Moment
    ports: tuple[str, ...]
    """Where it docks first, and where it is moved to."""
    undock: Moment | None
    """None: still there at the end of the horizon."""
    landing: Moment | None
    up: tuple[str, ...]
    """Who comes up in it within the horizon."""
    down: tuple[str, ...]
    """Who goes home in it within the horizon."""
    planned_launch: Planned | None = None
    """The plan of record's launch, as precisely as it is known."""
    planned_undock: Planned | None = None
    """The plan of record's undocking, as precisely as it is known."""
    planned_mode: str | None = None
    """The plan of record's mode; none for one that was docked, or was not to fly."""
    changes: tuple[str, ...] = ()
    """How this differs from the plan of record, in words."""


class SeatView(Part):
    """One person's place over some time."""

    person: str
    vehicle: str | None
    """Where the liner is; none for on the station."""
    quality: Literal["nominal", "improvised", "damaged", "none"]
    first: Moment
    end: Moment
    """Up to when, not included."""


class PersonView(Part):
    """What one person does."""

    person: str
    agency: str
    up: str | None
    """The vehicle that brings them; none for somebody aboard at `as_of`."""
    arrives: Moment | None
    home: str | None
    """The vehicle they go home on; none if they stay beyond the horizon."""
    leaves: Moment | None
    lands: Moment | None
    seats: tuple[SeatView, ...]
    """Every place they hold, in order."""
    home_place: Literal["nominal", "improvised", "damaged", "none"] | None = None
    """The quality of the place they go home on; none if they stay."""
    planned_up: str | None = None
    """The plan of record's vehicle up; none for somebody aboard at `as_of`."""
    planned_home: str | None = None
    """The plan of record's vehicle home."""
    planned_landing: Planned | None = None
    """The plan of record's landing, as precisely as it is known."""


class PortView(Part):
    """One vehicle at one port."""

    port: str
    vehicle: str
    first: Moment
    end: Moment | None
    """None: still there at the end of the horizon."""


class Bumped(Part):
    """Somebody who was to come up within the horizon and does not."""

    person: str
    vehicle: str
    """The plan of record's vehicle up."""


class LapseView(Part):
    """Some hours without a place, between one vehicle and the next."""

    person: str
    left: str
    """The vehicle that left."""
    first: Moment
    end: Moment


class DecideBy(Part):
    """The last moment at which something in the plan can still be ordered."""

    by: Moment
    what: str
    """What has to be ordered, as `launch of Heron (uncrewed) on 2023-02-19`."""
    vehicle: str
    label: str
    """The same in a few words, for a mark in a picture."""
    lost: str
    """What is lost if that moment passes."""
    routine: bool = False
    """That nobody's place hangs on it, nor a ride home or a mode that was not planned."""


class Option(Part):
    """One plan with everything that follows from it."""

    title: str
    """The plan in one line: what it does that the plan of record does not."""
    summary: str
    """The plan in a paragraph of plain words."""
    goals: tuple[GoalValue, ...]
    flights: tuple[FlightView, ...]
    cancelled: tuple[str, ...]
    """Vehicles that do not fly within the horizon."""
    left_out: tuple[str, ...] = ()
    """Those of them that were to fly."""
    after_horizon: tuple[str, ...] = ()
    """Those of them that fly after the horizon, though they were to come within it."""
    bumped: tuple[Bumped, ...] = ()
    """Who was to come up within the horizon and does not."""
    people: tuple[PersonView, ...]
    ports: tuple[PortView, ...]
    seats: tuple[SeatView, ...]
    """The ledger: person by time, which place."""
    lapses: tuple[LapseView, ...] = ()
    """Hours without a place within single slots, where the hours of flights are told."""
    supplies: tuple[SupplyView, ...] = ()
    """Each supply of the station where least of it is left."""
    findings: tuple[Finding, ...]
    decide_by: tuple[DecideBy, ...]
    plan: Plan
    """The plan itself, as a plan file has it."""


def has_another_home(one: PersonView, plan: Option) -> bool:
    """Whether somebody does not go home on their planned vehicle, though they were to land on it
    while the plan goes on.
    """
    if one.planned_home is None or one.planned_home == one.home:
        return False
    if one.home is not None:
        return True
    last = max((seat.end for seat in plan.seats), default=None)
    landing = one.planned_landing
    return landing is not None and last is not None and landing.is_before(last)

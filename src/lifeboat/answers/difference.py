"""How two plans differ: in rides, flights, seats and goals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from lifeboat.answers.option import FlightView, Option, PersonView, one_by_one
from lifeboat.days import DAY, Moment, say_instant
from lifeboat.scenario.part import Part

ABSENT = "not flown"
STAYS = "stays"


Place = Literal["nominal", "improvised", "damaged", "none"]


class RideChange(Part):
    """Somebody goes home on another vehicle or place, or stays instead."""

    person: str
    before: str
    """The vehicle home; `stays`, or `not flown` for somebody who does not come."""
    after: str
    place_before: Place | None = None
    """The quality of the place they go home on."""
    place_after: Place | None = None


class ComingChange(Part):
    """Somebody comes up on another vehicle."""

    person: str
    before: str
    after: str


class LandingChange(Part):
    """Somebody lands on another date."""

    person: str
    before: Moment
    after: Moment
    days: float
    """How much later; negative for sooner."""


PORT = "port"
PORT_AFTER = "port after its move"
UNMOVED = "not moved"


class FlightChange(Part):
    """A vehicle flies otherwise."""

    vehicle: str
    what: str
    """`launch`, `undock`, `mode`, `port`, `port after its move` or `flown`."""
    before: str
    after: str
    days: float | None = None
    """How much later, negative for sooner, where both are dates."""


class SeatChange(Part):
    """Somebody spends more, or fewer, days in places of one quality."""

    person: str
    quality: str
    """`damaged`, `improvised` or `none`: without a place."""
    days: float
    """More than before; negative for fewer."""


class GoalChange(Part):
    """A goal of the scenario in both plans."""

    name: str
    title: str
    before: float | None
    after: float | None


class Difference(Part):
    """All that is different in the second of two plans."""

    rides: tuple[RideChange, ...]
    flights: tuple[FlightChange, ...]
    seats: tuple[SeatChange, ...]
    goals: tuple[GoalChange, ...]
    coming: tuple[ComingChange, ...] = ()
    landings: tuple[LandingChange, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether the two plans have the same rides, flights and seats."""
        both = (*self.rides, *self.coming, *self.landings)
        return not (both or self.flights or self.seats)


def difference(before: Option, after: Option) -> Difference:
    """How the second plan differs from the first."""
    return Difference(
        rides=tuple(_ride_differences(before, after)),
        flights=tuple(_flight_differences(before, after)),
        seats=tuple(_seat_differences(before, after)),
        goals=tuple(_goal_differences(before, after)),
        coming=tuple(_coming_differences(before, after)),
        landings=tuple(_landing_differences(before, after)),
    )


def _ride_differences(before: Option, after: Option) -> Iterator[RideChange]:
    was = {it.person: it for it in before.people}
    now = {it.person: it for it in after.people}
    for person in dict.fromkeys([*was, *now]):
        (first, place), (then, other) = (_ride_home(it.get(person)) for it in (was, now))
        if (first, place) != (then, other):
            yield RideChange(
                person=person, before=first, after=then, place_before=place, place_after=other
            )


def _ride_home(person: PersonView | None) -> tuple[str, Place | None]:
    if person is None:
        return ABSENT, None
    return person.home or STAYS, person.home_place


def _in_both(before: Option, after: Option) -> Iterator[tuple[PersonView, PersonView]]:
    now = {it.person: it for it in after.people}
    return ((it, now[it.person]) for it in before.people if it.person in now)


def _coming_differences(before: Option, after: Option) -> Iterator[ComingChange]:
    for was, now in _in_both(before, after):
        if was.up is not None and now.up is not None and was.up != now.up:
            yield ComingChange(person=was.person, before=was.up, after=now.up)


def _landing_differences(before: Option, after: Option) -> Iterator[LandingChange]:
    for was, now in _in_both(before, after):
        if was.lands is not None and now.lands is not None and was.lands != now.lands:
            days = (now.lands - was.lands) / DAY
            yield LandingChange(person=was.person, before=was.lands, after=now.lands, days=days)


def _flight_differences(before: Option, after: Option) -> Iterator[FlightChange]:
    was = {it.vehicle: it for it in before.flights}
    now = {it.vehicle: it for it in after.flights}
    for name in dict.fromkeys([*was, *now]):
        if name in was and name in now:
            yield from _date_differences(name, was[name], now[name])
        else:
            first, then = ("flown", ABSENT) if name in was else (ABSENT, "flown")
            yield FlightChange(vehicle=name, what="flown", before=first, after=then)


def _date_differences(name: str, was: FlightView, now: FlightView) -> Iterator[FlightChange]:
    if was.mode != now.mode:
        before, after = was.mode or "docked", now.mode or "docked"
        yield FlightChange(vehicle=name, what="mode", before=before, after=after)
    if was.ports[0] != now.ports[0]:
        before, after = was.ports[0], now.ports[0]
        yield FlightChange(vehicle=name, what=PORT, before=before, after=after)
    if was.ports[1:] != now.ports[1:]:
        before, after = (", ".join(it.ports[1:]) or UNMOVED for it in (was, now))
        yield FlightChange(vehicle=name, what=PORT_AFTER, before=before, after=after)
    for what, first, then in (
        ("launch", was.launch, now.launch),
        ("undock", was.undock, now.undock),
    ):
        if first != then:
            later = None if first is None or then is None else (then - first) / DAY
            yield FlightChange(
                vehicle=name, what=what, before=_date(first), after=_date(then), days=later
            )


def _date(instant: Moment | None) -> str:
    return STAYS if instant is None else say_instant(instant)


def _seat_differences(before: Option, after: Option) -> Iterator[SeatChange]:
    was, now = _spent(before), _spent(after)
    for person, quality in dict.fromkeys([*was, *now]):
        more = now[person, quality] - was[person, quality]
        if more:
            yield SeatChange(person=person, quality=quality, days=more / DAY.total_seconds())


def _spent(option: Option) -> Counter[tuple[str, str]]:
    """Seconds by person and quality of place, nominal places left out."""
    spent: Counter[tuple[str, str]] = Counter()
    for seat in option.seats:
        if seat.quality != "nominal":
            spent[seat.person, seat.quality] += round((seat.end - seat.first).total_seconds())
    return spent


def _goal_differences(before: Option, after: Option) -> Iterator[GoalChange]:
    was = {it.name: it for it in one_by_one(before.goals)}
    now = {it.name: it for it in one_by_one(after.goals)}
    for name in dict.fromkeys([*was, *now]):
        either = was.get(name) or now[name]
        yield GoalChange(
            name=name,
            title=either.title,
            before=was[name].value if name in was else None,
            after=now[name].value if name in now else None,
        )

"""Rule 11: pins hold."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Curve, Sum, total, total_of
from lifeboat.days import Window
from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger, seat_of
from lifeboat.rules.person_within_limits import landed, landed_late
from lifeboat.rules.rule import Rule
from lifeboat.scenario.pins import Pin
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.clock import Slots
from lifeboat.situation.situation import Situation


class PinsHold(Rule):
    name = "pins-hold"
    title = "Pins hold"
    sentence = "A pinned choice stays as it is pinned."
    broken_once = "It is broken once for each pin."
    keys = ("pins",)

    def dates(self, situation: Situation, dates: Dates) -> None:
        clock = situation.clock
        for pin in situation.scenario.pins.values():
            if pin.vehicle is not None:
                _pinned_dates(situation, dates, pin)
            for window in (pin.returns, pin.during):
                if window is not None:
                    slots = clock.slots(window)
                    for ship in situation.ships.values():
                        edges = (*_edges(pin, slots), slots.end)
                        undock = Event(ship.name, "undock")
                        for down in (0, ship.flight_down, ship.flight_down_most):
                            dates.anchor(undock, *(edge - down for edge in edges))
                        dates.anchor(Event(ship.name, "dock"), slots.first, slots.end)

    def post(self, decide: Decisions) -> None:
        for name, pin in decide.situation.scenario.pins.items():
            choices = _of_vehicle if pin.vehicle is not None else _of_person
            for happens in choices(decide, pin):
                decide.require(self.name, name, happens <= 0 if pin.never else happens >= 1)
            if pin.is_about_a_liner:
                _post_liner(self.name, decide, name, pin)

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for name, pin in course.situation.scenario.pins.items():
            for what in _broken(course, ledger, pin):
                vehicles = () if pin.vehicle is None else (pin.vehicle,)
                people = () if pin.person is None else (pin.person,)
                yield self.finding(
                    course,
                    name,
                    f"{name}: {what}",
                    vehicles=vehicles,
                    people=people,
                    see=(("pins", name),),
                )


def _of_vehicle(decide: Decisions, pin: Pin) -> Iterator[Sum]:
    """For each choice that is pinned of a vehicle: 1 if it happens, else 0."""
    ship, flights = decide.situation.ships[str(pin.vehicle)], decide.flights
    flies = flights.flies(ship)
    if pin.flies is not None:
        yield flies if pin.flies else 1 - flies
    if pin.mode is not None:
        way = ship.way(pin.mode)
        yield Sum() if way is None else flights.flies(ship, way)
    if pin.port is not None:
        yield decide.ports.at_port(ship, pin.port) + flies - 1
    if pin.launch is not None:
        yield _happens_within(decide, pin.launch, flights.launched(ship))
    gone = flights.gone(ship)
    if pin.undock is not None:
        yield _happens_within(decide, pin.undock, gone)
    yield from _left_or_stays(decide, pin, gone)


def _of_person(decide: Decisions, pin: Pin) -> Iterator[Sum]:
    """The same of a person."""
    party = next(it for it in decide.parties if it.one.name == pin.person)
    if pin.up is not None:
        ups = (way for way in party.one.ways_up if way[0] == pin.up)
        yield total_of(decide.people.comes_by(party, *way) for way in ups)
    homes = decide.people.rides_home(party)
    if pin.home is not None:
        yield total_of(decide.people.rides(party, it) for it in homes if it.name == pin.home)
    yield from _left_or_stays(decide, pin, total(decide.people.left_on(party, it) for it in homes))
    if pin.returns is not None:
        yield _happens_within(
            decide, pin.returns, landed(decide, party), landed_late(decide, party)
        )


def _happens_within(
    decide: Decisions, window: Window, can: Curve, must: Curve | None = None
) -> Sum:
    """Whether something happens in a window; one that closes after the horizon does not close.

    `can` counts what can have happened; `must` what must have, where that is not the same.
    """
    slots = decide.situation.clock.slots(window)
    before = (can if must is None else must).at(slots.first - 1)
    return (can.at(slots.end - 1) if slots.end <= decide.situation.end else 1) - before


def _left_or_stays(decide: Decisions, pin: Pin, gone: Curve) -> Iterator[Sum]:
    """Whether what a pin is about has left by the end of the horizon, or has not."""
    if pin.stays is not None:
        left = gone.at(decide.situation.end - 1)
        yield 1 - left if pin.stays else left


def _post_liner(rule: str, decide: Decisions, name: str, pin: Pin) -> None:
    party = next(it for it in decide.parties if it.one.name == pin.person)
    during = decide.situation.during(pin)
    if pin.seat is not None:
        decide.seating.pin(rule, name, party, pin.seat, during)
    if pin.liner is not None:
        keep = decide.seating.keep_out if pin.never else decide.seating.pin_liner
        keep(rule, name, party, pin.liner, during)


def _pinned_dates(situation: Situation, dates: Dates, pin: Pin) -> None:
    ship, clock = situation.ships[str(pin.vehicle)], situation.clock
    if pin.launch is not None:
        edges = _edges(pin, clock.slots(pin.launch))
        for way in ship.ways:
            dates.anchor(Event(ship.name, "dock"), *(edge + way.flight for edge in edges))
    if pin.undock is not None:
        dates.anchor(Event(ship.name, "undock"), *_edges(pin, clock.slots(pin.undock)))


def _edges(pin: Pin, slots: Slots) -> tuple[int, int]:
    """The first and last slot within a window or, where that is never to be, next to it."""
    return (slots.first - 1, slots.end) if pin.never else (slots.first, slots.end - 1)


def pinned_people(situation: Situation) -> set[str]:
    """Everybody a pin names: they are interchangeable with nobody."""
    return {pin.person for pin in situation.scenario.pins.values() if pin.person is not None}


def _broken(course: Course, ledger: Ledger, pin: Pin) -> Iterator[str]:
    """What of a pin is not as it is pinned."""
    does = _vehicle_does if pin.vehicle is not None else _person_does
    for happens, so, not_so in does(course, pin):
        if happens == pin.never:
            yield f"{pin.vehicle or pin.person} {so if happens else not_so}"
    yield from _place_kept(course, ledger, pin)


Said = tuple[bool, str, str]
"""Whether something happens, and how to say that it does, and that it does not."""


def _vehicle_does(course: Course, pin: Pin) -> Iterator[Said]:
    """Each choice that is pinned of a vehicle."""
    voyage = course.voyages.get(str(pin.vehicle))
    way = None if voyage is None else voyage.way
    if pin.flies is not None:
        yield _as_pinned(pin.flies, voyage is not None, "flies", "does not fly")
    if pin.mode is not None:
        flown = way is not None and way.name == pin.mode
        yield flown, f"flies in mode {pin.mode}", f"does not fly in mode {pin.mode}"
    if pin.port is not None:
        docks = voyage is not None and voyage.stops[0].port == pin.port
        yield docks, f"docks at {pin.port}", f"does not dock at {pin.port}"
    if pin.launch is not None:
        within = _is_within(course, None if voyage is None else voyage.launch, pin.launch)
        yield within, f"is launched {pin.launch}", f"is not launched {pin.launch}"
    undock = None if voyage is None else voyage.undock
    if pin.undock is not None:
        within = _is_within(course, undock, pin.undock)
        yield within, f"undocks {pin.undock}", f"does not undock {pin.undock}"
    if pin.stays is not None:
        has_left = undock is not None and undock < course.situation.end
        yield _as_pinned(pin.stays, not has_left, "stays", "does not stay")


def _as_pinned(pinned: bool, does: bool, so: str, not_so: str) -> Said:
    """A choice of two, of which either may be pinned."""
    return (pinned == does, so, not_so) if pinned else (pinned == does, not_so, so)


def _is_within(course: Course, slot: int | None, during: Window) -> bool:
    """Whether something happens in a window; one that closes after the horizon does not close."""
    window, end = course.situation.clock.slots(during), course.situation.end
    if window.end > end:
        return slot is None or slot >= window.first
    return slot is not None and slot in window


def _person_does(course: Course, pin: Pin) -> Iterator[Said]:
    """The same of a person."""
    journey = course.journeys.get(str(pin.person))
    if pin.up is not None:
        comes = _up_name(journey) == pin.up
        yield comes, f"comes up on {pin.up}", f"does not come up on {pin.up}"
    if pin.home is not None:
        goes = _home_name(journey) == pin.home
        yield goes, f"goes home on {pin.home}", f"does not go home on {pin.home}"
    if pin.returns is not None:
        lands = (None,) if journey is None else (journey.landing, journey.latest_landing)
        within = any(_is_within(course, slot, pin.returns) for slot in lands)
        yield within, f"lands {pin.returns}", f"does not land {pin.returns}"
    if pin.stays is not None:
        has_left = journey is not None and journey.end < course.situation.end
        yield _as_pinned(pin.stays, not has_left, "stays", "does not stay")


def _place_kept(course: Course, ledger: Ledger, pin: Pin) -> Iterator[str]:
    """What is not kept of where somebody has a place, and their liner."""
    journey, who = course.journeys.get(str(pin.person)), pin.person
    if journey is None:
        return
    if pin.seat is not None and not _sits(course, ledger, journey, pin):
        yield f"{who} does not hold a place in {pin.seat} all that time"
    if pin.liner is not None and pin.never:
        if any(seat_of(journey, slot) == pin.liner for slot in _aboard(course, journey, pin)):
            yield f"{who}'s liner is in {pin.liner} at some of that time"
    elif pin.liner is not None and not _liner_stays(course, journey, pin):
        yield f"{who}'s liner is not in {pin.liner} all that time"


def _up_name(journey: Journey | None) -> str | None:
    return journey.up.ship.name if journey is not None and journey.up is not None else None


def _home_name(journey: Journey | None) -> str | None:
    return journey.home.ship.name if journey is not None and journey.home is not None else None


def _liner_stays(course: Course, journey: Journey, pin: Pin) -> bool:
    slots = _aboard(course, journey, pin)
    if pin.liner == "station":
        return all(seat_of(journey, slot) is None for slot in slots)
    voyage = course.voyages.get(str(pin.liner))
    return all(
        seat_of(journey, slot) == pin.liner and voyage is not None and voyage.is_here(slot)
        for slot in slots
    )


def _aboard(course: Course, journey: Journey, pin: Pin) -> range:
    during = course.situation.during(pin)
    return range(max(during.first, journey.first), min(during.end, journey.end))


def _sits(course: Course, ledger: Ledger, journey: Journey, pin: Pin) -> bool:
    slots = _aboard(course, journey, pin)
    held = [it for it in ledger.of_person(str(pin.person)) if it.quality != "none"]
    return all(
        any(it.ship == pin.seat and it.first <= slot < it.end for it in held) for slot in slots
    )

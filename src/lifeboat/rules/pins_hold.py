"""Rule 11: pins hold."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Curve, Sum, total, total_of
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
                        edges = (slots.first, slots.end - 1, slots.end)
                        undock = Event(ship.name, "undock")
                        for down in (0, ship.flight_down, ship.flight_down_most):
                            dates.anchor(undock, *(edge - down for edge in edges))
                        dates.anchor(Event(ship.name, "dock"), slots.first, slots.end)

    def post(self, decide: Decisions) -> None:
        for name, pin in decide.situation.scenario.pins.items():
            if pin.vehicle is not None:
                self._vehicle(decide, name, pin)
            else:
                self._person(decide, name, pin)

    def _vehicle(self, decide: Decisions, name: str, pin: Pin) -> None:
        ship = decide.situation.ships[str(pin.vehicle)]
        clock, end = decide.situation.clock, decide.situation.end
        flies = decide.flights.flies(ship)
        if pin.flies is not None:
            decide.require(self.name, name, flies >= 1 if pin.flies else flies <= 0)
        if pin.mode is not None:
            way = ship.way(pin.mode)
            flown = Sum() if way is None else decide.flights.flies(ship, way)
            decide.require(self.name, name, flown >= 1)
        if pin.port is not None:
            decide.require(self.name, name, flies >= 1)
            decide.require(self.name, name, decide.ports.at_port(ship, pin.port) >= 1)
        if pin.launch is not None:
            self._within(decide, name, decide.flights.launched(ship), clock.slots(pin.launch), end)
        if pin.undock is not None:
            self._within(decide, name, decide.flights.gone(ship), clock.slots(pin.undock), end)
        self._stays(decide, name, pin, decide.flights.gone(ship))

    def _stays(self, decide: Decisions, name: str, pin: Pin, gone: Curve) -> None:
        """Whether what a pin is about has left by the end of the horizon."""
        if pin.stays is not None:
            left = gone.at(decide.situation.end - 1)
            decide.require(self.name, name, left <= 0 if pin.stays else left >= 1)

    def _within(
        self,
        decide: Decisions,
        name: str,
        curve: Curve,
        window: Slots,
        end: int,
        late: Curve | None = None,
    ) -> None:
        """No sooner than the window opens and, where it closes within the horizon, by then.

        `late` counts what must have happened, where `curve` counts what can have happened.
        """
        sooner = curve if late is None else late
        decide.require(self.name, name, sooner.at(window.first - 1) <= 0)
        if window.end <= end:
            decide.require(self.name, name, curve.at(window.end - 1) >= 1)

    def _person(self, decide: Decisions, name: str, pin: Pin) -> None:
        situation = decide.situation
        party = next(it for it in decide.parties if it.one.name == pin.person)
        if pin.up is not None:
            ups = (way for way in party.one.ways_up if way[0] == pin.up)
            flown = total_of(decide.people.comes_by(party, *way) for way in ups)
            decide.require(self.name, name, flown >= 1)
        homes = decide.people.rides_home(party)
        if pin.home is not None:
            ridden = total_of(decide.people.rides(party, it) for it in homes if it.name == pin.home)
            decide.require(self.name, name, ridden >= 1)
        self._stays(decide, name, pin, total(decide.people.left_on(party, it) for it in homes))
        if pin.returns is not None:
            window = situation.clock.slots(pin.returns)
            early, late = landed(decide, party), landed_late(decide, party)
            self._within(decide, name, early, window, situation.end, late)
        if pin.seat is not None:
            decide.seating.pin(self.name, name, party, pin.seat, situation.during(pin))
        if pin.liner is not None:
            decide.seating.pin_liner(self.name, name, party, pin.liner, situation.during(pin))

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for name, pin in course.situation.scenario.pins.items():
            kept = _vehicle_kept if pin.vehicle is not None else _person_kept
            for what in kept(course, ledger, pin):
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


def _pinned_dates(situation: Situation, dates: Dates, pin: Pin) -> None:
    ship, clock = situation.ships[str(pin.vehicle)], situation.clock
    if pin.launch is not None:
        slots = clock.slots(pin.launch)
        for way in ship.ways:
            dates.anchor(
                Event(ship.name, "dock"), slots.first + way.flight, slots.end - 1 + way.flight
            )
    if pin.undock is not None:
        slots = clock.slots(pin.undock)
        dates.anchor(Event(ship.name, "undock"), slots.first, slots.end - 1)


def pinned_people(situation: Situation) -> set[str]:
    """Everybody a pin names: they are interchangeable with nobody."""
    return {pin.person for pin in situation.scenario.pins.values() if pin.person is not None}


def _is_within(slot: int | None, window: Slots, end: int) -> bool:
    """Whether something happens in a window; one that closes after the horizon does not close."""
    if window.end > end:
        return slot is None or slot >= window.first
    return slot is not None and slot in window


def _vehicle_kept(course: Course, ledger: Ledger, pin: Pin) -> Iterator[str]:
    voyage, clock = course.voyages.get(str(pin.vehicle)), course.situation.clock
    end, name = course.situation.end, pin.vehicle
    if pin.flies is not None and pin.flies != (voyage is not None):
        yield f"{name} {'does not fly' if pin.flies else 'flies'}"
    if pin.mode is not None and (
        voyage is None or voyage.way is None or voyage.way.name != pin.mode
    ):
        yield f"{name} does not fly in mode {pin.mode}"
    if pin.port is not None and (voyage is None or voyage.stops[0].port != pin.port):
        yield f"{name} does not dock at {pin.port}"
    launch = None if voyage is None else voyage.launch
    if pin.launch is not None and not _is_within(launch, clock.slots(pin.launch), end):
        yield f"{name} is not launched {pin.launch}"
    undock = None if voyage is None else voyage.undock
    if pin.undock is not None and not _is_within(undock, clock.slots(pin.undock), end):
        yield f"{name} does not undock {pin.undock}"
    yield from _stayed(pin, undock is not None and undock < end, name)


def _stayed(pin: Pin, has_left: bool, who: str | None) -> Iterator[str]:
    if pin.stays is not None and pin.stays == has_left:
        yield f"{who} {'does not stay' if pin.stays else 'stays'}"


def _person_kept(course: Course, ledger: Ledger, pin: Pin) -> Iterator[str]:
    journey, who = course.journeys.get(str(pin.person)), pin.person
    if pin.up is not None and _up_name(journey) != pin.up:
        yield f"{who} does not come up on {pin.up}"
    if pin.home is not None and _home_name(journey) != pin.home:
        yield f"{who} does not go home on {pin.home}"
    lands = (None,) if journey is None else (journey.landing, journey.latest_landing)
    if pin.returns is not None:
        window = course.situation.clock.slots(pin.returns)
        if not any(_is_within(slot, window, course.situation.end) for slot in lands):
            yield f"{who} does not land {pin.returns}"
    yield from _stayed(pin, journey is not None and journey.end < course.situation.end, who)
    if pin.seat is not None and not _sits(course, ledger, journey, pin):
        yield f"{who} does not hold a place in {pin.seat} all that time"
    if pin.liner is not None and journey is not None and not _liner_stays(course, journey, pin):
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


def _sits(course: Course, ledger: Ledger, journey: Journey | None, pin: Pin) -> bool:
    if journey is None:
        return True
    slots = _aboard(course, journey, pin)
    held = [it for it in ledger.of_person(str(pin.person)) if it.quality != "none"]
    return all(
        any(it.ship == pin.seat and it.first <= slot < it.end for it in held) for slot in slots
    )

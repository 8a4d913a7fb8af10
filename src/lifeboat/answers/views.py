"""The views of a plan; they agree with each other because all are read off one course."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.against_plan import changed, place_home, planned_date, waits_for_its_port
from lifeboat.answers.in_words import summary, title
from lifeboat.answers.listing import listed
from lifeboat.answers.option import (
    DecideBy,
    FlightView,
    GoalValue,
    Option,
    PersonView,
    PortView,
    SeatView,
)
from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.findings import Finding
from lifeboat.plans.landings import lands_at, undocks_at
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.relocations import Relocation, chosen_relocations


def option(
    course: Course,
    ledger: Ledger,
    goals: tuple[GoalValue, ...],
    findings: tuple[Finding, ...],
) -> Option:
    """A plan with everything that follows from it."""
    return Option(
        title=title(course),
        summary=summary(course, ledger),
        goals=goals,
        flights=tuple(flights(course)),
        cancelled=tuple(name for name in course.situation.ships if name not in course.voyages),
        people=tuple(people(course, ledger)),
        ports=tuple(ports(course)),
        seats=tuple(seats(course, ledger)),
        findings=findings,
        decide_by=tuple(sorted(decide_by(course), key=lambda it: (it.by, it.what))),
        plan=course.plan,
    )


def flights(course: Course) -> Iterator[FlightView]:
    """Every vehicle that is at the station or comes to it, in order of docking."""
    at, told = course.situation.clock.instant, course.situation.scenario.vehicles
    for voyage in sorted(course.voyages.values(), key=lambda it: (it.dock, it.ship.name)):
        ship = voyage.ship
        yield FlightView(
            vehicle=ship.name,
            type=ship.type,
            mode=None if voyage.way is None else voyage.way.name,
            launch=at(voyage.launch),
            dock=at(voyage.dock),
            ports=tuple(stop.port or "no port" for stop in voyage.stops),
            undock=undocks_at(course, voyage),
            landing=lands_at(course, voyage),
            up=tuple(one.member.name for one in course.journeys.values() if one.up is voyage),
            down=tuple(one.member.name for one in course.leavers(voyage)),
            planned_launch=planned_date(course, ship.planned_within, told[ship.name].planned),
            planned_undock=planned_date(course, ship.leaves_within, told[ship.name].leaves),
            changed=changed(course, voyage),
        )


def people(course: Course, ledger: Ledger) -> Iterator[PersonView]:
    """Everybody aboard at some time, with all their places."""
    at, told = course.situation.clock.instant, course.situation.scenario.people
    places = list(seats(course, ledger))
    for name, one in course.journeys.items():
        member = one.member
        yield PersonView(
            person=name,
            agency=member.agency,
            up=None if one.up is None else one.up.ship.name,
            arrives=None if one.up is None else at(one.up.dock),
            home=None if one.home is None else one.home.ship.name,
            leaves=None if one.home is None else undocks_at(course, one.home),
            lands=None if one.home is None else lands_at(course, one.home),
            seats=tuple(place for place in places if place.person == name),
            home_place=place_home(course, ledger, one),
            planned_home=member.home,
            planned_landing=planned_date(course, member.returns_within, told[name].returns),
        )


def seats(course: Course, ledger: Ledger) -> Iterator[SeatView]:
    """The ledger with dates."""
    at = course.situation.clock.instant
    for entry in ledger.entries:
        yield SeatView(
            person=entry.person,
            vehicle=entry.ship,
            quality=entry.quality,
            first=at(entry.first),
            end=at(entry.end),
        )


def ports(course: Course) -> Iterator[PortView]:
    """Which vehicle is at which port and when, port by port in the scenario's order."""
    at, end = course.situation.clock.instant, course.situation.end
    for port in course.situation.scenario.ports:
        stays = [
            (stop.first, stop.end, name)
            for name, voyage in course.voyages.items()
            for stop in voyage.stops
            if stop.port == port
        ]
        for first, last, name in sorted(stays):
            left = None if last >= end else at(last)
            yield PortView(port=port, vehicle=name, first=at(first), end=left)


def decide_by(course: Course) -> Iterator[DecideBy]:
    """The decide-by date of each launch, departure and liner move that is yet to be ordered."""
    start = course.situation.clock.instant(0)
    return (it for it in _deadlines(course) if it.by >= start)


def _deadlines(course: Course) -> Iterator[DecideBy]:
    for voyage in course.voyages.values():
        way = voyage.way
        if way is not None and not _is_ordered(course, voyage):
            yield _launch_deadline(course, voyage, voyage.launch - way.lead)
        awaited = waits_for_its_port(course, voyage)
        carries = course.leavers(voyage) or voyage.ship.seats or awaited is not None
        if voyage.undock is not None and voyage.undock != voyage.ship.leaves and carries:
            yield _departure_deadline(course, voyage, voyage.undock - voyage.ship.prepare)
        for move in chosen_relocations(voyage):
            yield _relocation_deadline(course, move)
    for journey in course.journeys.values():
        yield from _move_deadlines(course, journey)


def _is_ordered(course: Course, voyage: Voyage) -> bool:
    """Whether the plan of record launches it in that mode, on that date or sooner."""
    planned = course.situation.scenario.vehicles[voyage.ship.name].planned
    date = None if planned is None else planned.opens or planned.closes
    if date is None or voyage.way is None:
        return False
    is_its_mode = voyage.way.name == voyage.ship.planned_way
    return is_its_mode and course.situation.clock.at(date) <= voyage.launch


def _launch_deadline(course: Course, voyage: Voyage, by: int) -> DecideBy:
    assert voyage.way is not None
    clock, name = course.situation.clock, voyage.ship.name
    what = f"launch of {name} ({voyage.way.name}) on {clock.say(voyage.launch)}"
    return DecideBy(by=clock.instant(by), what=what, vehicle=name, lost=_hangs_on(course, voyage))


def _hangs_on(course: Course, voyage: Voyage) -> str:
    """What would be lost with a flight: seats for people aboard, a crew, or its cargo."""
    clock, name = course.situation.clock, voyage.ship.name
    crew = [one.member.name for one in course.journeys.values() if one.up is voyage]
    waiting = [
        one.member.name
        for one in course.journeys.values()
        if one.up is not voyage and any(sitting.ship == name for sitting in one.sittings)
    ]
    lost = [f"the arrival of {listed(crew)}"] if crew else []
    if waiting:
        lost.append(f"seats for {listed(waiting)} from {clock.say(voyage.dock)}")
    return " and ".join(lost) or f"what {name} carries, by {clock.say(voyage.dock)}"


def _departure_deadline(course: Course, voyage: Voyage, by: int) -> DecideBy:
    assert voyage.undock is not None
    clock, name = course.situation.clock, voyage.ship.name
    riders = [one.member.name for one in course.leavers(voyage)]
    awaited = waits_for_its_port(course, voyage)
    lost = f"the port of {name} from that day" + (f" for {awaited.ship.name}" if awaited else "")
    if riders:
        lost = f"the return of {listed(riders)} that day"
    return DecideBy(
        by=clock.instant(by),
        what=f"undocking of {name} on {clock.say(voyage.undock)}",
        vehicle=name,
        lost=lost,
    )


def _relocation_deadline(course: Course, move: Relocation) -> DecideBy:
    """A move is lost with its day, and with it the port for whatever docks there next."""
    clock = course.situation.clock
    following = [
        (stop.first, name)
        for name, voyage in course.voyages.items()
        for stop in voyage.stops
        if stop.port == move.before and stop.first >= move.slot
    ]
    waiting = f" for {min(following)[1]}" if following else ""
    return DecideBy(
        by=clock.instant(move.slot),
        what=f"move of {move.ship} from {move.before} to {move.after} on {clock.say(move.slot)}",
        vehicle=move.ship,
        lost=f"port {move.before}{waiting}",
    )


def _move_deadlines(course: Course, journey: Journey) -> Iterator[DecideBy]:
    last, clock, who = journey.start, course.situation.clock, journey.member.name
    for sitting in journey.sittings:
        if sitting.ship is not None and sitting.ship != last:
            yield DecideBy(
                by=clock.instant(sitting.first),
                what=f"move of {who}'s liner into {sitting.ship} on {clock.say(sitting.first)}",
                vehicle=sitting.ship,
                lost=f"{who}'s place in {sitting.ship} from that day",
            )
        last = sitting.ship

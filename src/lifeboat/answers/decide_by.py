"""By when each thing in a plan has to be ordered, and what is lost if that moment passes."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.against_plan import leaves_empty, next_at_its_port, waits_for_its_port
from lifeboat.answers.listing import listed
from lifeboat.answers.option import DecideBy
from lifeboat.answers.supplies import cargo_in_words
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.liners import liner_moves
from lifeboat.plans.relocations import Relocation, chosen_relocations
from lifeboat.plans.supplies import short_without


def decide_by(course: Course) -> tuple[DecideBy, ...]:
    """The decide-by date of each launch, departure and liner move that is yet to be ordered."""
    start = course.situation.clock.instant(0)
    found = (it for it in _deadlines(course) if it.by >= start)
    return tuple(sorted(found, key=lambda it: (it.by, it.what)))


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
    yield from _reseat_deadlines(course)


def _is_ordered(course: Course, voyage: Voyage) -> bool:
    """Whether the plan of record launches it in that mode, on that date or sooner."""
    planned = course.situation.scenario.vehicles[voyage.ship.name].planned
    date = None if planned is None else planned.opens or planned.closes
    if date is None or voyage.way is None:
        return False
    is_its_mode = voyage.way.name == voyage.ship.planned_way
    return is_its_mode and course.situation.clock.at(date) <= voyage.launch


def _launch_deadline(course: Course, voyage: Voyage, by: int) -> DecideBy:
    """What would be lost with a flight: a crew, seats for people aboard, supplies, other cargo."""
    assert voyage.way is not None
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
    short = dict(short_without(course, voyage))
    lost += [
        f"{said}, without which it is short from {clock.say(short[supply])}"
        for supply, said in cargo_in_words(course, voyage).items()
        if supply in short
    ]
    return DecideBy(
        by=clock.instant(by),
        what=f"launch of {name} ({voyage.way.name}) on {clock.say(voyage.launch)}",
        vehicle=name,
        label=f"launch {name}",
        lost=" and ".join(lost) or f"what {name} carries, by {clock.say(voyage.dock)}",
        routine=voyage.way.name == voyage.ship.planned_way and not waiting and not short,
    )


def _departure_deadline(course: Course, voyage: Voyage, by: int) -> DecideBy:
    assert voyage.undock is not None
    clock, name = course.situation.clock, voyage.ship.name
    riders = [one.member.name for one in course.leavers(voyage)]
    awaited = waits_for_its_port(course, voyage)
    if leaves_empty(course, voyage):
        awaited = next_at_its_port(course, voyage)
    lost = f"the port of {name}" + (f" for {awaited.ship.name}" if awaited else "")
    if riders:
        lost = f"the return of {listed(riders)}"
    return DecideBy(
        by=clock.instant(by),
        what=f"undocking of {name} on {clock.say(voyage.undock)}",
        vehicle=name,
        label=f"{name} leaves",
        lost=lost,
        routine=not any(one.member.home != name for one in course.leavers(voyage))
        and not leaves_empty(course, voyage)
        and (awaited is None or not awaited.ship.seats),
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
    awaited = min(following)[1] if following else None
    return DecideBy(
        by=clock.instant(move.slot),
        what=f"move of {move.ship} from {move.before} to {move.after} on {clock.say(move.slot)}",
        vehicle=move.ship,
        label=f"{move.ship} to {move.after}",
        lost=f"port {move.before}" + (f" for {awaited}" if awaited else ""),
        routine=awaited is None or not course.situation.ships[awaited].seats,
    )


def _reseat_deadlines(course: Course) -> Iterator[DecideBy]:
    """Liners that move on the same day into the same vehicle are one decision."""
    clock = course.situation.clock
    for (slot, ship), people in liner_moves(course).items():
        if ship is None:
            continue
        is_one = len(people) == 1
        whose = f"{people[0]}'s liner" if is_one else f"liners of {listed(people)}"
        yield DecideBy(
            by=clock.instant(slot),
            what=f"{whose} to {ship} on {clock.say(slot)}",
            vehicle=ship,
            label=f"{whose if is_one else f'{len(people)} liners'} to {ship}",
            lost="a place there" if is_one else "their places there",
        )

"""A plan in plain words: a line, a paragraph, and how it differs from the plan of record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from fractions import Fraction

from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.relocations import chosen_relocations, lost_relocations
from lifeboat.scenario.planned import Planned
from lifeboat.situation.clock import Slots

QUALITY_WORDS = {
    "none": "without a place",
    "damaged": "in a damaged vehicle",
    "improvised": "in an improvised place",
}

MOST_NAMES = 5
"""The most flights that a title names."""


def listed(names: Iterable[str]) -> str:
    """Names as a list in words: `A`, `A and B`, `A, B and C`."""
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def title(course: Course) -> str:
    """A plan in one line: how it differs from the plan of record."""
    return "; ".join(_differences(course)) or _other_dates(course)


def summary(course: Course, ledger: Ledger) -> str:
    """A plan in a paragraph."""
    told = [
        *_flight_sentences(course),
        *_people_sentences(course),
        *_liner_sentences(course),
        *_moves_left_aside(course),
        *_nobody(course),
    ]
    return " ".join([*told, _places_sentence(course, ledger)])


def changed(course: Course, voyage: Voyage) -> str | None:
    """How a flight differs from the plan of record; None where it does not."""
    ship, said = voyage.ship, []
    if _is_added(voyage):
        said.append("not planned")
    elif voyage.way is not None and voyage.way.name != ship.planned_way:
        said.append(f"{voyage.way.name}, not {ship.planned_way}")
    if voyage.way is not None and ship.planned_within is not None:
        said += _moved_by(course, "launch", ship.planned_within.off(voyage.launch))
    leaves, end = ship.leaves_within, course.situation.end
    if leaves is not None and voyage.undock is not None:
        said += _moved_by(course, "undock", leaves.off(voyage.undock))
    elif leaves is not None and voyage.undock is None and leaves.end <= end:
        said.append("stays")
    said += [f"moved to {it.after}" for it in chosen_relocations(voyage)]
    said += [f"not moved to {port}" for _, port, _ in lost_relocations(course, voyage)]
    return ", ".join(said) or None


def planned_date(course: Course, within: Slots | None, told: Planned | None) -> Planned | None:
    """A planned date as the scenario gives it; one known to the slot as the slot's beginning."""
    clock = course.situation.clock
    if within is None or within.first + 1 < within.end:
        return told
    return Planned.on(clock.instant(within.first), clock.slot)


def _moved_by(course: Course, what: str, slots: int) -> list[str]:
    days = course.situation.clock.days(slots)
    return [f"{what} {days:+} d"] if slots else []


def _other_dates(course: Course) -> str:
    moved = [name for name, voyage in course.voyages.items() if changed(course, voyage)]
    if len(moved) > MOST_NAMES:
        return f"as planned but for the dates of {len(moved)} flights"
    return f"as planned but for the dates of {listed(moved)}" if moved else "everything as planned"


def _differences(course: Course) -> Iterator[str]:
    for voyage in course.voyages.values():
        if voyage.way is not None and _is_added(voyage):
            yield f"{voyage.ship.name} added, {voyage.way.name}"
        elif voyage.way is not None and voyage.way.name != voyage.ship.planned_way:
            yield f"{voyage.ship.name} {voyage.way.name}"
        for move in chosen_relocations(voyage):
            yield f"{voyage.ship.name} moved to {move.after}"
        if _leaves_empty(course, voyage):
            yield f"{voyage.ship.name} home empty"
    for ship in _left_out(course):
        yield f"{ship} cancelled"
    for ship in _to_come(course):
        yield f"{ship} after the horizon"
    for home, people in _people_on_other_rides(course).items():
        stays = "stays on" if len(people) == 1 else "stay on"
        yield f"{listed(people)} {f'home on {home}' if home else stays}"


def _is_added(voyage: Voyage) -> bool:
    """Whether a vehicle is launched that was not to fly."""
    return voyage.way is not None and voyage.ship.planned_within is None


def _leaves_empty(course: Course, voyage: Voyage) -> bool:
    """Whether nobody goes home on a vehicle that people were to go home on."""
    awaited = any(one.home == voyage.ship.name for one in course.situation.members.values())
    return awaited and voyage.undock is not None and not course.leavers(voyage)


def _left_out(course: Course) -> list[str]:
    ships = course.situation.ships.values()
    return [
        ship.name
        for ship in ships
        if ship.name not in course.voyages
        and ship.planned_within is not None
        and not course.comes_later(ship)
    ]


def _to_come(course: Course) -> list[str]:
    """The vehicles that come after the horizon though they were to come within it."""
    return [
        ship.name
        for ship in course.situation.ships.values()
        if course.comes_later(ship) and not ship.comes_later(course.situation.end)
    ]


def _people_on_other_rides(course: Course) -> dict[str | None, list[str]]:
    """People who go home on another vehicle than planned, by that vehicle; None: they stay."""
    rides: dict[str | None, list[str]] = {}
    for journey in course.journeys.values():
        home = None if journey.home is None else journey.home.ship.name
        stays_or_changes = home is None or home != journey.member.home
        if _is_due(course, journey) and stays_or_changes and _up_as_planned(journey):
            rides.setdefault(home, []).append(journey.member.name)
    return rides


def _is_due(course: Course, journey: Journey) -> bool:
    member = journey.member
    if journey.home is not None:
        return member.home is not None
    return member.returns_within is not None and member.returns_within.end <= course.situation.end


def _up_as_planned(journey: Journey) -> bool:
    return journey.up is None or journey.up.ship.name == journey.member.up


def _flight_sentences(course: Course) -> Iterator[str]:
    say = course.situation.clock.say
    for voyage in course.voyages.values():
        ship, way = voyage.ship, voyage.way
        if way is not None and way.name != ship.planned_way:
            known = planned_date(
                course, ship.planned_within, course.situation.scenario.vehicles[ship.name].planned
            )
            planned = "" if known is None else f" (planned {ship.planned_way}, {known})"
            crew = f" with {listed(_crew_of(course, voyage))}" if way.crew else ""
            crew = crew or (" without crew" if ship.seats else "")
            yield f"{ship.name} is launched {say(voyage.launch)}{crew}{planned}."
        if _leaves_empty(course, voyage) and voyage.undock is not None:
            yield f"{ship.name} goes home empty on {say(voyage.undock)}."
        yield from _relocation_sentences(course, voyage)
    if left_out := _left_out(course):
        yield f"Cancelled: {listed(left_out)}."
    told = [name for name, flight in course.plan.flights.items() if flight.launch is not None]
    if to_come := [name for name in _to_come(course) if name not in told]:
        yield f"After the horizon, not within it: {listed(to_come)}."
    yield from _told_for_later(course)


def _told_for_later(course: Course) -> Iterator[str]:
    """Sentences on launches and undockings that a plan has after the horizon."""
    clock, end = course.situation.clock, course.situation.end
    for name, flight in course.plan.flights.items():
        if flight.launch is not None and clock.at(flight.launch) >= end:
            yield f"{name} is launched {clock.say(clock.at(flight.launch))}, after the horizon."
        elif flight.undock is not None and clock.at(flight.undock) >= end:
            yield f"{name} leaves {clock.say(clock.at(flight.undock))}, after the horizon."


def _relocation_sentences(course: Course, voyage: Voyage) -> Iterator[str]:
    """Moves to another port that the scenario does not state, and those it states in vain."""
    say, name = course.situation.clock.say, voyage.ship.name
    for move in chosen_relocations(voyage):
        seated = [
            one.member.name
            for one in course.aboard(move.slot)
            if any(it.ship == name and it.first <= move.slot < it.end for it in one.sittings)
        ]
        aboard = f", with {listed(seated)} aboard" if seated else ""
        yield f"{name} moves from {move.before} to {move.after} on {say(move.slot)}{aboard}."
    for slot, port, why in lost_relocations(course, voyage):
        yield f"{name} is not moved to {port} on {say(slot)} as stated: {why}."


def _crew_of(course: Course, voyage: Voyage) -> list[str]:
    return [one.member.name for one in course.journeys.values() if one.up is voyage]


def _people_sentences(course: Course) -> Iterator[str]:
    say = course.situation.clock.say
    for home, people in _people_on_other_rides(course).items():
        verb = "goes" if len(people) == 1 else "go"
        if home is None:
            yield f"{listed(people)} {'stays' if verb == 'goes' else 'stay'} beyond the horizon."
            continue
        undock = course.voyages[home].undock
        planned = sorted({course.situation.members[name].home or "nothing" for name in people})
        when = "" if undock is None else f" on {say(undock)}"
        yield f"{listed(people)} {verb} home on {home}{when} instead of {listed(planned)}."
    bumped = [
        one.member.name
        for one in course.journeys.values()
        if one.up is not None and one.member.up is not None and not _up_as_planned(one)
    ]
    for ship in dict.fromkeys(_ship_up(course, name) for name in bumped):
        names = [name for name in bumped if _ship_up(course, name) == ship]
        yield f"{listed(names)} {'comes' if len(names) == 1 else 'come'} up on {ship} instead."


def _ship_up(course: Course, name: str) -> str:
    up = course.journeys[name].up
    return "" if up is None else up.ship.name


def _liner_sentences(course: Course) -> Iterator[str]:
    say = course.situation.clock.say
    moves: dict[tuple[int, str], list[str]] = {}
    for journey in course.journeys.values():
        last = journey.start
        for sitting in journey.sittings:
            if sitting.ship is not None and sitting.ship != last:
                moves.setdefault((sitting.first, sitting.ship), []).append(journey.member.name)
            last = sitting.ship
    for (slot, ship), names in sorted(moves.items()):
        liner = "the liner of" if len(names) == 1 else "the liners of"
        moved = "moves" if len(names) == 1 else "move"
        yield f"On {say(slot)} {liner} {listed(names)} {moved} to {ship}."


def _moves_left_aside(course: Course) -> Iterator[str]:
    """Sentences on liner moves that a plan has when their owner is not aboard, after the end, or
    before the horizon, where the scenario has the liner elsewhere.
    """
    clock = course.situation.clock
    for name, ride in course.plan.people.items():
        journey, moves = course.journeys.get(name), dict(sorted(ride.seats.items()))
        before = [day for day in moves if clock.at(day) < 0]
        if before and journey is not None and journey.up is None:
            holds = "at the station" if journey.start is None else f"in {journey.start}"
            if moves[before[-1]] != (journey.start or "station"):
                yield f"{_left_aside(course, name, before[-1])}: on {clock.say(0)} it is {holds}."
        for day in moves:
            if why := _outside(course, name, clock.at(day)):
                yield f"{_left_aside(course, name, day)}, {why}."


def _left_aside(course: Course, name: str, day: datetime) -> str:
    clock, where = course.situation.clock, course.plan.people[name].seats[day]
    return f"Left aside: {name}'s liner to {where} on {clock.say(clock.at(day))}"


def _outside(course: Course, name: str, slot: int) -> str | None:
    """Why somebody's liner cannot move in a slot; None where it can, and for what is past."""
    journey, end = course.journeys.get(name), course.situation.end
    first, last = (end, end) if journey is None else (journey.first, journey.end)
    if slot < 0 or first <= slot < last:
        return None
    return "after the horizon" if slot >= end else f"when {name} is not aboard"


def _nobody(course: Course) -> Iterator[str]:
    """Sentences on when the station is empty; none if nobody is ever aboard."""
    say, end = course.situation.clock.say, course.situation.end
    empty = [Slots(0, end)] if course.journeys else []
    for journey in course.journeys.values():
        there = Slots(journey.first, journey.end)
        empty = [left for span in empty for left in span.without(there)]
    for span in empty:
        yield f"Nobody is aboard from {say(span.first)} " + (
            "on." if span.end == end else f"to {say(span.end)}."
        )


def _places_sentence(course: Course, ledger: Ledger) -> str:
    clock = course.situation.clock
    told = []
    for quality, words in QUALITY_WORDS.items():
        entries = [entry for entry in ledger.entries if entry.quality == quality]
        if entries:
            slots = sum(entry.slots for entry in entries)
            last = clock.say(max(entry.end for entry in entries))
            told.append(f"{clock.days(slots)} person-days {words} (the last before {last})")
    if ledger.lapses:
        days = clock.days(sum((lapse.slots(course) for lapse in ledger.lapses), Fraction()))
        told.append(f"{days} person-days {QUALITY_WORDS['none']} between one vehicle and the next")
    if not told:
        return "Everybody has a nominal seat in a sound vehicle every day."
    if not ledger.lapses and not any(entry.quality == "none" for entry in ledger.entries):
        return f"Everybody has a place every day; {listed(told)}."
    return f"Not everybody has a place every day: {listed(told)}."

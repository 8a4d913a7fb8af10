"""What of a plan differs from the plan of record: which flights, and whose rides."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.days import say_drift
from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.relocations import chosen_relocations, lost_relocations
from lifeboat.plans.sharing import Quality
from lifeboat.scenario.planned import Planned
from lifeboat.situation.clock import Slots
from lifeboat.situation.member import Member


def changes_of(course: Course, voyage: Voyage) -> Iterator[str]:
    """How a flight differs from the plan of record, in words; nothing where it does not."""
    ship, clock = voyage.ship, course.situation.clock
    if is_unplanned(voyage):
        yield "not planned"
    elif voyage.way is not None and voyage.way.name != ship.planned_way:
        yield f"{ship.planned_way} -> {voyage.way.name}"
    told = course.situation.scenario.vehicles[ship.name]
    if voyage.way is not None and ship.planned_within is not None:
        planned = planned_date(course, ship.planned_within, told.planned)
        off = ship.planned_within.off(voyage.launch)
        yield from _moved_by(course, "launch", planned, voyage.launch, off)
    leaves, end = ship.leaves_within, course.situation.end
    planned = planned_date(course, leaves, told.leaves)
    if leaves is not None and voyage.undock is not None:
        yield from _moved_by(course, "undock", planned, voyage.undock, leaves.off(voyage.undock))
    elif leaves is not None and voyage.undock is None and leaves.end <= end:
        yield f"undock {planned} -> stays"
    if voyage.undock is not None and leaves_empty(course, voyage):
        yield f"home empty on {clock.say(voyage.undock)}"
    yield from (f"moved to {it.after} on {clock.say(it.slot)}" for it in chosen_relocations(voyage))
    yield from (f"not moved to {port}" for _, port, _ in lost_relocations(course, voyage))


def planned_date(course: Course, within: Slots | None, told: Planned | None) -> Planned | None:
    """A planned date as the scenario gives it; one known to the slot as the slot's beginning."""
    clock = course.situation.clock
    if within is None or within.first + 1 < within.end:
        return told
    return Planned.on(clock.instant(within.first), clock.slot)


def planned_landing(course: Course, member: Member) -> Planned | None:
    """When the plan of record has somebody land."""
    told = course.situation.scenario.people[member.name].returns
    return planned_date(course, member.returns_within, told)


def _moved_by(
    course: Course, what: str, planned: Planned | None, slot: int, off: int
) -> Iterator[str]:
    if off:
        clock = course.situation.clock
        yield f"{what} {planned} -> {clock.say(slot)} ({say_drift(off * clock.slot)})"


def is_unplanned(voyage: Voyage) -> bool:
    """Whether a vehicle is launched that was not to fly."""
    return voyage.way is not None and voyage.ship.planned_within is None


def leaves_empty(course: Course, voyage: Voyage) -> bool:
    """Whether nobody goes home on a vehicle that people were to go home on."""
    awaited = any(one.home == voyage.ship.name for one in course.situation.members.values())
    return awaited and voyage.undock is not None and not course.leavers(voyage)


def left_out(course: Course) -> list[str]:
    """The vehicles that were to fly and do not."""
    ships = course.situation.ships.values()
    return [
        ship.name
        for ship in ships
        if ship.name not in course.voyages
        and ship.planned_within is not None
        and not course.comes_later(ship)
    ]


def to_come(course: Course) -> list[str]:
    """The vehicles that come after the horizon though they were to come within it."""
    return [
        ship.name
        for ship in course.situation.ships.values()
        if course.comes_later(ship) and not ship.comes_later(course.situation.end)
    ]


def waits_for_its_port(course: Course, voyage: Voyage) -> Voyage | None:
    """Who docks next where a vehicle without seats leaves on another date than planned."""
    ship, undock = voyage.ship, voyage.undock
    if ship.seats or undock is None:
        return None
    if ship.leaves_within is not None and not ship.leaves_within.off(undock):
        return None
    return next_at_its_port(course, voyage)


def next_at_its_port(course: Course, voyage: Voyage) -> Voyage | None:
    """Who docks next at the port that a vehicle leaves."""
    port, undock = voyage.stops[-1].port, voyage.undock
    if port is None or undock is None:
        return None
    following = [
        (stop.first, other.ship.name)
        for other in course.voyages.values()
        for stop in other.stops
        if stop.port == port and stop.first >= undock
    ]
    return course.voyages[min(following)[1]] if following else None


def rides_otherwise(course: Course) -> dict[str | None, list[Journey]]:
    """People who go home on another vehicle than planned, by that vehicle; None: they stay."""
    rides: dict[str | None, list[Journey]] = {}
    for journey in course.journeys.values():
        home = None if journey.home is None else journey.home.ship.name
        stays_or_changes = home is None or home != journey.member.home
        if _is_due(course, journey) and stays_or_changes and comes_as_planned(journey):
            rides.setdefault(home, []).append(journey)
    return rides


def _is_due(course: Course, journey: Journey) -> bool:
    member = journey.member
    if journey.home is not None:
        return member.home is not None
    returns = member.returns_within
    if returns is not None and returns.end <= course.situation.end:
        return True
    return member.home is not None and _left_without(course, member.home)


def _left_without(course: Course, home: str) -> bool:
    """Whether a vehicle has left, or is not to come, and whoever stays has missed it."""
    voyage = course.voyages.get(home)
    return home in left_out(course) if voyage is None else voyage.undock is not None


def comes_as_planned(journey: Journey) -> bool:
    """Whether somebody is aboard already, or comes up on their planned vehicle."""
    return journey.up is None or journey.up.ship.name == journey.member.up


def bumped(course: Course) -> dict[str, list[str]]:
    """Those who were to come up within the horizon and do not, by their planned vehicle."""
    found: dict[str, list[str]] = {}
    for name, member in course.situation.members.items():
        ship = course.situation.ships.get(member.up or "")
        if member.aboard or ship is None or name in course.journeys or course.comes_later(ship):
            continue
        found.setdefault(ship.name, []).append(name)
    return found


def lands_otherwise(course: Course, journey: Journey) -> bool:
    """Whether somebody lands within the horizon on another date than planned."""
    (first, last), planned = journey.lands, journey.member.returns_within
    if first is None or last is None or planned is None or not comes_as_planned(journey):
        return False
    from_now = Slots(max(0, planned.first), max(1, planned.end))
    return not from_now.meets(first, last + 1)


def place_home(course: Course, ledger: Ledger, journey: Journey) -> Quality | None:
    """The quality of the place somebody goes home on; None if they stay."""
    voyage = journey.home
    if voyage is None or voyage.undock is None:
        return None
    if not voyage.takes_home_soundly:
        return "damaged"
    last = next(
        it for it in ledger.of_person(journey.member.name) if it.first < voyage.undock <= it.end
    )
    return last.quality if last.ship == voyage.ship.name else "none"


def unsafe_rides(course: Course, ledger: Ledger) -> Iterator[tuple[Journey, Quality]]:
    """Who goes home on less than a nominal seat of a sound vehicle, and on what."""
    for journey in course.journeys.values():
        quality = place_home(course, ledger, journey)
        if quality not in (None, "nominal"):
            yield journey, quality

"""From a schedule to a plan: name the riders, the ports and the seats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from lifeboat.decisions import Party
from lifeboat.plans.course import Course, Sitting
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.situation.ship import IN_FLIGHT
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.formulation.side_constraints import NO_SIDE_CONSTRAINT, SideConstraint
from lifeboat.solving.naming.fewer_reseats import rides_with_fewer_reseats
from lifeboat.solving.naming.late_moves import moved_late
from lifeboat.solving.naming.ports import Berth, assign_ports
from lifeboat.solving.naming.seats import assign_seats
from lifeboat.solving.search.incumbent import Incumbent


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """A plan with names, its number of reseats, and the bound on that number."""

    plan: Plan
    found: Incumbent
    reseats: int
    bound: int


def name_with_fewest_reseats(
    situation: Situation,
    best: Incumbent,
    settings: Settings,
    like: Course | None = None,
    side: SideConstraint = NO_SIDE_CONSTRAINT,
) -> NamedPlan | None:
    """Name everybody and everything in the best plan, with the rides home that need the fewest
    reseats of all that are as good, and satisfy a side constraint; None if no seating is found.
    """
    named = name_plan(situation, best, settings, like)
    if named is None:
        return None
    course = Course.of(situation, named.plan)
    fewer = rides_with_fewer_reseats(course, best, named.reseats, settings, side)
    if fewer.found is not None:
        named = name_plan(situation, fewer.found, settings, like)
    return None if named is None else replace(named, bound=min(named.bound, fewer.bound))


def name_plan(
    situation: Situation, found: Incumbent, settings: Settings, like: Course | None = None
) -> NamedPlan | None:
    """Name everybody and everything in a plan, its rides home unchanged; None if no seating is
    found.

    Args:
        situation: the situation to decide.
        found: every date and ride.
        settings: how to search.
        like: a plan whose ports and places are kept where that costs nothing.
    """
    schedule = found.schedule
    berths = assign_ports(situation, schedule, settings, found.broken, like)
    berths = moved_late(situation, schedule, berths)
    rides = _name_riders(situation, schedule)
    bare = Plan(
        name=situation.scenario.name,
        flights={it: _name_flight(situation, schedule, berths, it) for it in situation.ships},
        people={who: _name_ride(situation, schedule, who, home) for who, home in rides.items()},
    )
    course = Course.of(situation, bare)
    seated = assign_seats(course, found.spent, settings, found.broken, like)
    if seated is None:
        return None
    people = {
        who: ride.model_copy(update={"seats": dict(_seats_of(course, seated.sittings, who))})
        for who, ride in bare.people.items()
    }
    return NamedPlan(
        bare.model_copy(update={"people": people}), found, seated.reseats, seated.bound
    )


def _name_riders(situation: Situation, schedule: Schedule) -> dict[str, str | None]:
    """Who goes home on which vehicle; of a party, those listed first leave first."""
    homes: dict[str, str | None] = dict.fromkeys(situation.members)
    waiting: dict[Party, list[str]] = {}
    for (party, ship), count in sorted(
        schedule.rides.items(), key=lambda it: _leaves(schedule, it[0][1])
    ):
        names = waiting.setdefault(party, [one.name for one in party.members])
        for _ in range(count):
            homes[names.pop(0)] = ship
    return homes


def _leaves(schedule: Schedule, ship: str) -> tuple[int, str]:
    undock = schedule.flights[ship].undock
    return (0 if undock is None else undock, ship)


def _name_flight(
    situation: Situation, schedule: Schedule, berths: dict[str, Berth], ship: str
) -> Flight:
    course, at = schedule.flights.get(ship), situation.clock.instant
    if course is None:
        is_later = situation.ships[ship].comes_later(situation.end)
        return Flight(later=True) if is_later else Flight(cancelled=True)
    berthed = berths[ship]
    return Flight(
        mode=None if course.way is None or course.way.name == IN_FLIGHT else course.way.name,
        launch=None if course.way is None or course.launch is None else at(course.launch),
        dock=None if course.way is None else at(course.dock),
        port=berthed.port,
        undock=None if berthed.undock is None else at(berthed.undock),
        stays=berthed.undock is None,
        relocations=_name_moves(situation, berthed, ship),
    )


def _name_moves(situation: Situation, berthed: Berth, ship: str) -> dict[datetime, str] | None:
    """The move that was chosen; that there is none, where the scenario plans one."""
    if berthed.move is None:
        vehicle = situation.ships[ship]
        return {} if vehicle.moving is not None and vehicle.relocations else None
    slot, port = berthed.move
    return {situation.clock.instant(slot): port}


def _name_ride(situation: Situation, schedule: Schedule, who: str, home: str | None) -> Ride:
    member = situation.members[who]
    up = None
    for ship, way in member.ways_up:
        course = schedule.flights.get(ship)
        if course is not None and course.way is not None and course.way.name == way:
            up = ship
    return Ride(up=up, home=home, stays=home is None and (member.aboard or up is not None))


def _seats_of(
    course: Course, sittings: dict[str, tuple[Sitting, ...]], who: str
) -> Iterator[tuple[datetime, str]]:
    """Every move of a liner; all else follows from the plan."""
    journey = course.journeys.get(who)
    last = None if journey is None else journey.start
    for sitting in sittings.get(who, ()):
        if sitting.ship != last:
            yield course.situation.clock.instant(sitting.first), sitting.ship or "station"
        last = sitting.ship

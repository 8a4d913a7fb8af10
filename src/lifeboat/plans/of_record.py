"""The plan of record as a plan: everybody as planned, as far as that can be, and seated greedily.

No search is needed for it, so that there is a plan long before anything is proven.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lifeboat.plans.course import Course
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.plans.seated import seats_by_person
from lifeboat.plans.voyages import Journey
from lifeboat.situation.ship import Way
from lifeboat.situation.situation import Situation

_STAYS: dict[str, Any] = {"undock": None, "stays": True}


def plan_of_record(situation: Situation) -> Plan:
    """What is planned already, with the least that has to be different.

    A launch whose planned slot is no longer possible goes to the next that is; a vehicle that
    cannot leave stays, and so does whoever finds no place to ride home in. Everybody sits where
    their place is best, in their way home if that is as good. Rules that come from elsewhere may
    still be broken: only its audit tells whether it is a plan.
    """
    course = Course.of(
        situation, Plan(name=situation.scenario.name, flights=dict(_next_launches(situation)))
    )
    course = _with_flights(course, _departures(course))
    course = _with_rides(course, dict(_other_rides(course)))
    course = _with_flights(course, _not_left_empty(course))
    return _with_rides(course, dict(_seated(course))).plan


def _with_flights(course: Course, changes: Iterable[tuple[str, dict[str, Any]]]) -> Course:
    """The same plan with something different about some flights."""
    flights = dict(course.plan.flights)
    for name, change in changes:
        flights[name] = flights.get(name, Flight()).model_copy(update=change)
    return Course.of(course.situation, course.plan.model_copy(update={"flights": flights}))


def _with_rides(course: Course, rides: Mapping[str, Ride]) -> Course:
    people = {**course.plan.people, **rides}
    return Course.of(course.situation, course.plan.model_copy(update={"people": people}))


def _next_launches(situation: Situation) -> Iterator[tuple[str, Flight]]:
    """The flights that cannot be launched as planned."""
    for name, ship in situation.ships.items():
        way = ship.way(ship.planned_way)
        if ship.is_docked or ship.is_on_its_way or way is None or ship.planned is None:
            continue
        slot = _next_launch(way, ship.planned)
        if slot is None:
            yield name, Flight(cancelled=True)
        elif slot != ship.planned:
            yield name, Flight(launch=situation.clock.instant(slot))


def _next_launch(way: Way, planned: int) -> int | None:
    soonest = max(planned, way.earliest)
    found = (max(soonest, it.first) for it in way.windows if it.end > soonest)
    return min(found, default=None)


def _departures(course: Course) -> Iterator[tuple[str, dict[str, Any]]]:
    """The departures that cannot be as planned."""
    for name, voyage in course.voyages.items():
        ship, planned = voyage.ship, voyage.undock
        if planned is None:
            continue
        slot = max(planned, voyage.dock + 1, ship.ready_to_leave, ship.undock.first)
        if slot >= course.situation.end or ship.leaving(slot).state == "unusable":
            yield name, _STAYS
        elif slot != planned:
            yield name, {"undock": course.situation.clock.instant(slot)}


def _not_left_empty(course: Course) -> Iterator[tuple[str, dict[str, Any]]]:
    """The departures of vehicles that nobody goes home in, and that cannot fly empty."""
    for name, voyage in course.voyages.items():
        is_left = voyage.undock is not None and not course.leavers(voyage)
        if is_left and not voyage.ship.flies_empty_down:
            yield name, _STAYS


def _other_rides(course: Course) -> Iterator[tuple[str, Ride]]:
    """Who cannot ride home in their vehicle as it is when it leaves: on which other they go."""
    riders = {
        name: course.leavers(it) for name, it in course.voyages.items() if it.undock is not None
    }
    left = [one for name, leave in riders.items() for one in leave[_room(course, name) :]]
    riders = {name: leave[: _room(course, name)] for name, leave in riders.items()}
    for journey in left:
        able = [name for name, leave in riders.items() if _could_take(course, journey, name, leave)]
        nearest = min(able, key=lambda name: (_off_by(course, journey, name), name), default=None)
        if nearest is not None:
            riders[nearest].append(journey)
        yield journey.member.name, Ride(home=nearest, stays=nearest is None)


def _room(course: Course, name: str) -> int:
    """How many can ride home in a vehicle as it is when it leaves."""
    voyage = course.voyages[name]
    return 0 if voyage.undock is None else voyage.ship.leaving(voyage.undock).ride_home.all


def _could_take(course: Course, journey: Journey, name: str, riders: list[Journey]) -> bool:
    voyage, member = course.voyages[name], journey.member
    if voyage.undock is None or voyage.undock - 1 < max(journey.first, voyage.dock):
        return False
    home = voyage.ship.leaving(voyage.undock).ride_home
    is_ready = member.can_move_into(voyage.ship, voyage.undock - 1)
    fitting = home.nominal + home.damaged if member.fits(voyage.ship) else 0
    fitting += home.improvised if member.fits_improvised(voyage.ship) else 0
    return is_ready and len(riders) < fitting


def _off_by(course: Course, journey: Journey, name: str) -> int:
    """How far the departure of another vehicle is from the one that was planned."""
    return abs((course.voyages[name].undock or 0) - journey.end)


def _seated(course: Course) -> Iterator[tuple[str, Ride]]:
    """Whose liner is moved, and when."""
    for who, seats in seats_by_person(course).items():
        ride = course.plan.people.get(who, Ride())
        yield who, ride.model_copy(update={"seats": seats})

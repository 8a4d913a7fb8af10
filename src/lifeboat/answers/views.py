"""The views of a plan; they agree with each other because all are read off one course."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.against_plan import (
    bumped,
    changes_of,
    left_out,
    place_home,
    planned_date,
    to_come,
)
from lifeboat.answers.decide_by import decide_by
from lifeboat.answers.in_words import summary, title
from lifeboat.answers.option import (
    Bumped,
    FlightView,
    GoalValue,
    LapseView,
    Option,
    PersonView,
    PortView,
    SeatView,
)
from lifeboat.answers.supplies import supplies
from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.plans.landings import lands_at, undocks_at
from lifeboat.plans.ledger import Ledger


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
        left_out=tuple(left_out(course)),
        after_horizon=tuple(to_come(course)),
        bumped=tuple(_told_as_bumped(course)),
        people=tuple(people(course, ledger)),
        ports=tuple(ports(course)),
        seats=tuple(seats(course, ledger)),
        lapses=tuple(_lapses(ledger)),
        supplies=tuple(supplies(course)),
        findings=findings,
        decide_by=decide_by(course),
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
            planned_mode=ship.planned_way,
            changes=tuple(changes_of(course, voyage)),
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
            planned_up=None if member.aboard else member.up,
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


def _told_as_bumped(course: Course) -> Iterator[Bumped]:
    """Who was to come up within the horizon and does not."""
    for vehicle, names in bumped(course).items():
        yield from (Bumped(person=name, vehicle=vehicle) for name in names)


def _lapses(ledger: Ledger) -> Iterator[LapseView]:
    """Times without a place within single slots, by the hours that are told."""
    for it in ledger.lapses:
        yield LapseView(person=it.person, left=it.left, first=it.first, end=it.end)

"""Rule 10: crews overlap where one vehicle relieves another."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Curve
from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.rule import Rule
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation


class CrewsOverlap(Rule):
    name = "crews-overlap"
    title = "Crews overlap"
    sentence = (
        "A vehicle that relieves another is docked for the overlap asked before the other leaves; "
        "where an indirect handover is allowed it may instead follow within that time."
    )
    broken_once = "It is broken once for each pair of a vehicle and the one it relieves."
    keys = ("vehicles.relieves",)

    def dates(self, situation: Situation, dates: Dates) -> None:
        for ship, other, overlap, indirect in _reliefs(situation):
            span = _least_overlap(overlap, indirect)
            dates.link(Event(ship.name, "dock"), Event(other.name, "undock"), span)
            if ship.docked is not None:
                dates.anchor(Event(other.name, "undock"), ship.docked + span)

    def post(self, decide: Decisions) -> None:
        end = decide.situation.end
        for ship, other, overlap, indirect in _reliefs(decide.situation):
            span = _least_overlap(overlap, indirect)
            docked, gone = decide.flights.docked(ship).later(span), decide.flights.gone(other)
            absent = decide.always(1 - decide.flights.flies(ship))
            if _is_awaited(decide.situation, ship):
                absent = Curve()
            decide.never_below(
                self.name, _pair(ship, other), docked + absent - gone, end=min(end, end + span)
            )

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for ship, other, overlap, indirect in _reliefs(course.situation):
            relief, relieved = course.voyages.get(ship.name), course.voyages.get(other.name)
            is_awaited = _is_awaited(course.situation, ship) and course.comes_later(ship)
            if relieved is None or relieved.undock is None or (relief is None and not is_awaited):
                continue
            dock = course.situation.end if relief is None else relief.dock
            if relieved.undock - _least_overlap(overlap, indirect) < dock:
                yield self._late(course, (ship, other), dock, relieved.undock, overlap, indirect)

    def _late(
        self,
        course: Course,
        ships: tuple[Ship, Ship],
        dock: int,
        undock: int,
        overlap: int,
        indirect: int | None,
    ) -> Finding:
        """A finding; a relief that docks at the end of the horizon docks then or later."""
        clock = course.situation.clock
        asked = f"{clock.say_days(overlap)} before"
        if indirect is not None:
            asked += f", or no later than {clock.say_days(indirect)} after, it leaves"
        names = (ships[0].name, ships[1].name)
        when = f"{clock.say_days(undock - dock)} before"
        if undock < dock:
            or_more = " or more" if dock == course.situation.end else ""
            when = f"{clock.say_days(dock - undock)}{or_more} after"
        message = f"{names[0]} docks {when} {names[1]} leaves; asked for is {asked}"
        return self.finding(
            course,
            _pair(*ships),
            message,
            (min(dock, undock), max(dock, undock)),
            vehicles=names,
            see=(("vehicles", names[0], "relieves", names[1]),),
        )


def _least_overlap(overlap: int, indirect: int | None) -> int:
    """The least slots from its docking until the other leaves; negative where it may follow."""
    return overlap if indirect is None else -indirect


def _reliefs(situation: Situation) -> Iterator[tuple[Ship, Ship, int, int | None]]:
    for ship in situation.ships.values():
        for other, overlap, indirect in ship.relieves:
            yield ship, situation.ships[other], overlap, indirect


def _is_awaited(situation: Situation, ship: Ship) -> bool:
    """Whether a vehicle that does not come within the horizon is sure to come after it."""
    return ship.comes_later(situation.end) and not ship.may_cancel


def _pair(ship: Ship, other: Ship) -> str:
    return f"{ship.name} relieves {other.name}"

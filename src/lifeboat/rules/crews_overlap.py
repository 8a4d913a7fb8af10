"""Rule 10: crews overlap where one vehicle relieves another."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course, Voyage
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
            span = overlap if indirect is None else -indirect
            dates.link(Event(ship.name, "dock"), Event(other.name, "undock"), span)
            if ship.docked is not None:
                dates.anchor(Event(other.name, "undock"), ship.docked + span)

    def post(self, decide: Decisions) -> None:
        end = decide.situation.end
        for ship, other, overlap, indirect in _reliefs(decide.situation):
            span = overlap if indirect is None else -indirect
            docked, gone = decide.flights.docked(ship).later(span), decide.flights.gone(other)
            absent = decide.always(1 - decide.flights.flies(ship))
            decide.never_below(
                self.name, _pair(ship, other), docked + absent - gone, end=end - max(0, -span)
            )

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for ship, other, overlap, indirect in _reliefs(course.situation):
            relief, relieved = course.voyages.get(ship.name), course.voyages.get(other.name)
            if relief is None or relieved is None or relieved.undock is None:
                continue
            span = overlap if indirect is None else -indirect
            due = relieved.undock - span
            if relief.dock > due and due < course.situation.end:
                yield self._late(course, relief, relieved, overlap, indirect)

    def _late(
        self, course: Course, relief: Voyage, relieved: Voyage, overlap: int, indirect: int | None
    ) -> Finding:
        clock = course.situation.clock
        assert relieved.undock is not None
        days = clock.days(relieved.undock - relief.dock)
        asked = f"{clock.days(overlap)} days before"
        if indirect is not None:
            asked += f", or no later than {clock.days(indirect)} days after, it leaves"
        names = (relief.ship.name, relieved.ship.name)
        when = f"{days} days before" if days >= 0 else f"{-days} days after"
        message = f"{names[0]} docks {when} {names[1]} leaves; asked for is {asked}"
        span = tuple(sorted((relief.dock, relieved.undock)))
        return self.finding(
            course,
            _pair(relief.ship, relieved.ship),
            message,
            (span[0], span[1]),
            vehicles=names,
            see=(("vehicles", names[0], "relieves", names[1]),),
        )


def _reliefs(situation: Situation) -> Iterator[tuple[Ship, Ship, int, int | None]]:
    for ship in situation.ships.values():
        for other, overlap, indirect in ship.relieves:
            if other in situation.ships:
                yield ship, situation.ships[other], overlap, indirect


def _pair(ship: Ship, other: Ship) -> str:
    return f"{ship.name} relieves {other.name}"

"""Rule 1: everyone has a seat, every slot."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.days import say_span
from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.plans.lapses import Lapse
from lifeboat.plans.ledger import Entry, Ledger
from lifeboat.rules.rule import Rule
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.ship import FOREVER
from lifeboat.situation.situation import Situation


class EveryoneHasASeat(Rule):
    name = "everyone-has-a-seat"
    title = "Everyone has a seat, every slot"
    sentence = (
        "Each person aboard holds a place in a docked, usable vehicle, and no vehicle holds "
        "more people than it has places for."
    )
    default = "should"
    feeds = "no-place"
    broken_once = "Each person without a place counts in each slot."
    keys = ("vehicles.conditions", "vehicles.improvised", "vehicles.seats", "people.seat")

    def dates(self, situation: Situation, dates: Dates) -> None:
        ships = [it for it in situation.ships.values() if it.seats or any(w.crew for w in it.ways)]
        dates.share(Event(ship.name, "dock") for ship in ships)
        dates.share(Event(ship.name, "undock") for ship in ships)
        for ship in ships:
            dates.anchor_shared(*(sp.first for sp in ship.spells if abs(sp.first) < FOREVER))

    def post(self, decide: Decisions) -> None:
        if decide.is_strict(self.name):
            decide.require(self.name, "everyone", decide.seating.none <= 0)

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for entry in ledger.entries:
            if entry.quality == "none":
                yield self._without_a_place(course, entry)
        for lapse in ledger.lapses:
            yield self._between_two(course, lapse)

    def _between_two(self, course: Course, lapse: Lapse) -> Finding:
        return self.finding(
            course,
            lapse.person,
            f"{lapse.person} has no place for {say_span(lapse.end - lapse.first)}, "
            f"after {lapse.left} has left and before {lapse.ship} holds one",
            (lapse.first, lapse.end),
            vehicles=(lapse.left, lapse.ship),
            people=(lapse.person,),
            see=(("people", lapse.person),),
        )

    def _without_a_place(self, course: Course, entry: Entry) -> Finding:
        where = "waits on the station" if entry.ship is None else f"is in {entry.ship}"
        reason = "" if entry.ship is None else ", which has no usable place left"
        return self.finding(
            course,
            entry.person,
            f"{entry.person} has no place: the liner {where}{reason}",
            (entry.first, entry.end),
            vehicles=() if entry.ship is None else (entry.ship,),
            people=(entry.person,),
            see=(("people", entry.person),),
        )

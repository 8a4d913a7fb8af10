"""Rule 2: a seat fits its person, and a liner is moved only where and when it can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course, Journey, Sitting
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.rule import Rule
from lifeboat.situation.candidate_dates import Dates
from lifeboat.situation.member import Member
from lifeboat.situation.ship import FOREVER, Ship
from lifeboat.situation.situation import Situation


def may_sit(member: Member, ship: Ship, slot: int, strict: bool) -> bool:
    """Whether a person's liner may be in a vehicle in a slot in which it is docked."""
    fits = member.fits(ship) or member.fits_improvised(ship)
    return not strict or (fits and member.can_move_into(ship, slot))


def delivered(decide: Decisions, ships: Iterable[str], slot: int) -> Sum:
    """At least 1 once one of these vehicles has docked."""
    known = decide.situation.ships
    return total_of(decide.flights.docked(known[name]).at(slot) for name in ships)


class SeatFitsItsPerson(Rule):
    name = "seat-fits-its-person"
    title = "A seat fits its person"
    sentence = (
        "A person sits only where training fits, and liner and suit once they are there; and a "
        "liner is moved only into a docked vehicle that is ready to receive it."
    )
    feeds = "improvised"
    broken_once = (
        "A place that does not fit somebody, or a vehicle that is not ready for their liner yet, "
        "then counts as an improvised place in each slot, in a damaged vehicle as a damaged one; "
        "on the ride home too."
    )
    always = "A liner is never in a vehicle that is not docked."
    keys = (
        "people.gear",
        "people.trained",
        "vehicles.brings",
        "vehicles.delivers_gear",
        "vehicles.reseat_from",
        "vehicle_types.needs",
        "vehicle_types.improvised_needs",
    )

    def dates(self, situation: Situation, dates: Dates) -> None:
        ready = (ship.reseat_from for ship in situation.ships.values())
        for slot in ready:
            if abs(slot) < FOREVER:
                dates.anchor_shared(slot, slot + 1)

    def post(self, decide: Decisions) -> None:
        """Post nothing: places are offered only to those who `may_sit` in them."""

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for journey in course.journeys.values():
            for sitting in journey.sittings:
                if sitting.ship is not None:
                    yield from self._away(course, journey, sitting)
                    yield from self._unfit(course, journey, sitting)

    def _away(self, course: Course, journey: Journey, sitting: Sitting) -> Iterator[Finding]:
        """A liner cannot be in a vehicle that is not there, however strict the rule is."""
        voyage = course.voyages.get(str(sitting.ship))
        away = sitting.first if voyage is None or voyage.dock > sitting.first else voyage.undock
        if away is not None and away < sitting.end:
            why = f"liner is in {sitting.ship}, which is not docked"
            first = max(away, sitting.first)
            yield self._wrong(course, journey, sitting, first, why, is_a_fact=True)

    def _unfit(self, course: Course, journey: Journey, sitting: Sitting) -> Iterator[Finding]:
        ship = course.situation.ships[str(sitting.ship)]
        who = course.equipped(journey.member, sitting.first)
        if not (who.fits(ship) or who.fits_improvised(ship)):
            why = f"gear and training do not fit {ship.name}"
            yield self._wrong(course, journey, sitting, sitting.first, why)
        elif not who.can_move_into(ship, sitting.first):
            ready = course.situation.clock.say(ship.reseat_from)
            why = f"liner is moved into {ship.name}, which is not ready before {ready}"
            yield self._wrong(course, journey, sitting, sitting.first, why)

    def _wrong(
        self,
        course: Course,
        journey: Journey,
        sitting: Sitting,
        first: int,
        why: str,
        is_a_fact: bool = False,
    ) -> Finding:
        ship, who = str(sitting.ship), journey.member.name
        return self.finding(
            course,
            who,
            f"{who}'s {why}",
            (first, sitting.end),
            vehicles=(ship,),
            people=(who,),
            see=(("people", who), ("vehicles", ship)),
            is_a_fact=is_a_fact,
        )

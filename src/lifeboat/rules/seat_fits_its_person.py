"""Rule 2: a seat fits its person, and a liner is moved only where and when it can be."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course, Journey, Sitting
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.rule import Rule
from lifeboat.situation.candidate_dates import Dates
from lifeboat.situation.member import Member
from lifeboat.situation.ship import FOREVER, Ship
from lifeboat.situation.situation import Situation


def is_ready(member: Member, ship: Ship, slot: int) -> bool:
    """Whether a vehicle can receive a person's liner by a slot; their own vehicle always can."""
    return slot >= ship.reseat_from or member.owns_a_seat_in(ship.name)


def may_sit(member: Member, ship: Ship, slot: int, strict: bool) -> bool:
    """Whether a person's liner may be in a vehicle in a slot in which it is docked."""
    fits = member.fits(ship) or member.fits_improvised(ship)
    return not strict or (fits and is_ready(member, ship, slot))


class SeatFitsItsPerson(Rule):
    name = "seat-fits-its-person"
    title = "A seat fits its person"
    sentence = (
        "A person sits only where liner, suit and training fit, and a liner is moved only into "
        "a docked vehicle that is ready to receive it."
    )
    feeds = "improvised"
    keys = (
        "people.gear",
        "people.trained",
        "vehicles.brings",
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
        strict = self.is_strict(course.situation)
        for journey in course.journeys.values():
            for sitting in journey.sittings:
                if sitting.ship is not None:
                    yield from self._sitting(course, journey, sitting, strict)

    def _sitting(
        self, course: Course, journey: Journey, sitting: Sitting, strict: bool
    ) -> Iterator[Finding]:
        ship = course.situation.ships[str(sitting.ship)]
        who, voyage = journey.member, course.voyages.get(ship.name)
        away = sitting.first if voyage is None or voyage.dock > sitting.first else voyage.undock
        if away is not None and away < sitting.end:
            yield self._wrong(
                course,
                journey,
                sitting,
                max(away, sitting.first),
                f"{who.name}'s liner is in {ship.name}, which is not docked",
            )
        if not (who.fits(ship) or who.fits_improvised(ship)):
            yield self._wrong(
                course,
                journey,
                sitting,
                sitting.first,
                f"{who.name}'s gear and training do not fit {ship.name}",
            )
        elif not may_sit(who, ship, sitting.first, strict):
            ready = course.situation.clock.say(ship.reseat_from)
            yield self._wrong(
                course,
                journey,
                sitting,
                sitting.first,
                f"{who.name}'s liner is moved into {ship.name}, which is not ready before {ready}",
            )

    def _wrong(
        self, course: Course, journey: Journey, sitting: Sitting, first: int, message: str
    ) -> Finding:
        ship, who = str(sitting.ship), journey.member.name
        return self.finding(
            course,
            who,
            message,
            (first, sitting.end),
            vehicles=(ship,),
            people=(who,),
            see=(("people", who), ("vehicles", ship)),
        )

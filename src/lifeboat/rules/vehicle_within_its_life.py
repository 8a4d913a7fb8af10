"""Rule 6: a vehicle stays within its life, or within a waiver, which is counted."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.flights_keep_their_windows import launch_spans
from lifeboat.rules.rule import Rule
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.ship import FOREVER, Ship
from lifeboat.situation.situation import Situation


def overdue(voyage: Voyage, life: int, end: int) -> list[int]:
    """The slots of the horizon that a vehicle spends beyond a life limit, until it lands.

    Slots in which it is unusable do not count: nothing can use or move it then.
    """
    landing = end if voyage.landing is None else min(end, voyage.landing)
    first = max(0, voyage.launch + life)
    return [t for t in range(first, landing) if voyage.ship.spell(t).state != "unusable"]


def usable_slots(ship: Ship, end: int) -> Iterator[tuple[int, int]]:
    """From when to when, before the horizon and up to its end, a vehicle is not unusable."""
    for spell in ship.spells:
        if spell.state != "unusable":
            yield spell.first, min(end, spell.end)


def may_outlive_itself(situation: Situation, ship: Ship) -> bool:
    """Whether a vehicle to be launched can be past its life within the horizon: also where that is
    a `must`, for one that stays to the end could land only after the horizon. Docked, it has no
    way to be launched.
    """
    spans = (span for way in ship.ways for span in launch_spans(situation, ship, way))
    return any(ship.wears_out(span.first, situation.end) for span in spans if span)


def _dates_when_over(situation: Situation, dates: Dates, ship: Ship) -> None:
    """Others come and go just as its places cease to count as sound."""
    over = ship.life_over(ship.launched)
    if over < FOREVER:
        dates.seldom_shared(over)
    if may_outlive_itself(situation, ship):
        for other in situation.ships.values():
            for way in ship.ways:
                span = ship.life_over(0) - way.flight
                for kind in ("dock", "undock"):
                    dates.seldom_link(Event(ship.name, "dock"), Event(other.name, kind), span)


class VehicleWithinItsLife(Rule):
    name = "vehicle-within-its-life"
    title = "A vehicle stays within its life"
    sentence = (
        "From launch to landing a vehicle stays within its life limit, or within its waiver; "
        "every day beyond the limit counts as waived. Where this is a `should`, a vehicle past "
        "both may stay, but its places are then places in a damaged vehicle, and so is a ride home "
        "in it."
    )
    default = "should"
    feeds = "waived"
    broken_once = "Each day beyond the waiver counts as the waived days do."
    keys = ("vehicles.life", "vehicle_types.life")

    def dates(self, situation: Situation, dates: Dates) -> None:
        for ship in situation.ships.values():
            undock = Event(ship.name, "undock")
            for life in {ship.life, ship.life_most} - {FOREVER}:
                span = life - ship.flight_down
                if ship.launched is not None:
                    dates.anchor(undock, ship.launched + span)
                for way in ship.ways:
                    dates.link(Event(ship.name, "dock"), undock, span - way.flight)
            _dates_when_over(situation, dates, ship)

    def contradictions(self, situation: Situation) -> Iterator[str]:
        for ship in situation.ships.values():
            past_caring = any(spell.state == "unusable" and spell.end > 0 for spell in ship.spells)
            if ship.launched is None or past_caring:
                continue
            if max(0, ship.launched + ship.life_most) - ship.flight_down < 0:
                day = situation.clock.say(ship.launched + ship.life_most)
                yield f"{ship.name} was at the end of its life on {day} and is still docked"

    def post(self, decide: Decisions) -> None:
        if not decide.is_strict(self.name):
            return
        for ship in decide.situation.ships.values():
            expired = decide.flights.launched(ship).later(ship.life_most)
            landed = decide.flights.gone(ship).later(ship.flight_down)
            for first, end in usable_slots(ship, decide.situation.end):
                decide.never_below(self.name, ship.name, landed - expired, first=first, end=end)

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for voyage in course.voyages.values():
            slots = overdue(voyage, voyage.ship.life_most, course.situation.end)
            if slots:
                yield self._too_long(course, voyage, slots)

    def _too_long(self, course: Course, voyage: Voyage, slots: list[int]) -> Finding:
        clock, ship = course.situation.clock, voyage.ship
        message = f"{ship.name} is {clock.say_days(len(slots))} beyond "
        message += f"{clock.say_days(ship.life_most)} from launch"
        return self.finding(
            course,
            ship.name,
            message,
            (slots[0], slots[-1] + 1),
            vehicles=(ship.name,),
            see=(("vehicles", ship.name),),
        )

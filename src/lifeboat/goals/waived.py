"""Waived: days beyond a life or a stay, within the waiver."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.person_within_limits import (
    PersonWithinLimits,
    landed,
    landed_late,
    launched,
    too_long,
)
from lifeboat.rules.vehicle_within_its_life import overdue, usable_slots
from lifeboat.situation.ship import FOREVER
from lifeboat.situation.situation import Situation


class Waived(Goal):
    name = "waived"
    title = "waived life and stay"
    sentence = (
        "Days vehicles spend beyond their life limit and people beyond their longest stay "
        "(and, where their return window is a `should`, outside it), within their waivers."
    )
    unit = "days"

    def cost(self, decide: Decisions) -> Sum:
        return total_of([*self._lives(decide), *self._stays(decide)])

    def _lives(self, decide: Decisions) -> list[Sum]:
        costs = []
        for ship in decide.situation.ships.values():
            if ship.life < FOREVER:
                over = decide.flights.launched(ship).later(ship.life)
                over = over - decide.flights.gone(ship).later(ship.flight_down)
                for first, end in usable_slots(ship, decide.situation.end):
                    costs.append(decide.excess(over, first, end))
        return costs

    def _stays(self, decide: Decisions) -> list[Sum]:
        costs, end = [], decide.situation.end
        loose = not decide.is_strict(PersonWithinLimits.name)
        for party in decide.parties:
            down = landed(decide, party)
            if party.one.stay < FOREVER:
                over = launched(decide, party).later(party.one.stay) - down
                costs.append(decide.excess(over))
            if loose:
                window = party.one.return_window
                early = landed_late(decide, party)
                costs.append(decide.excess(early, end=min(end, window.first)))
                late = decide.people.arrived(party) - down
                costs.append(decide.excess(late, window.end - 1))
        return costs

    def measure(self, course: Course, ledger: Ledger) -> int:
        return sum(days for _, days in self.shares(course))

    def shares(self, course: Course) -> Iterator[tuple[str, int]]:
        situation, is_strict = course.situation, PersonWithinLimits().is_strict(course.situation)
        for voyage in course.voyages.values():
            yield voyage.ship.name, len(overdue(voyage, voyage.ship.life, situation.end))
        for one in course.journeys.values():
            stay = len(too_long(one, one.member.stay, situation.end))
            yield one.member.name, stay + (0 if is_strict else _outside_window(situation, one))


def _outside_window(situation: Situation, one: Journey) -> int:
    window, end = one.member.return_window, situation.end
    landing = end if one.landing is None else min(end, one.landing)
    late = end if one.latest_landing is None else one.latest_landing
    early = max(0, min(end, window.first) - late)
    return early + max(0, landing - max(0, window.end - 1, one.first))

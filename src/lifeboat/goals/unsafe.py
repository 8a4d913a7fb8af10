"""Unsafe: people who go home on less than a nominal seat of a sound vehicle."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat, leaving
from lifeboat.situation.ship import Ship, Spell
from lifeboat.situation.spells import departing


class Unsafe(Goal):
    name = "unsafe"
    title = "unsafe rides home"
    sentence = (
        "People who go home on less than a nominal seat of a sound vehicle that fits them: on an "
        "improvised place, or in a damaged vehicle, where the scenario allows it."
    )
    unit = "people"
    in_time = False

    def cost(self, decide: Decisions) -> Sum:
        ships = decide.situation.ships.values()
        return total_of(cost for ship in ships for cost in _rides(decide, ship))

    def measure(self, course: Course, ledger: Ledger) -> int:
        return sum(_unsafe_riders(course, voyage) for voyage in course.voyages.values())


def _unsafe_riders(course: Course, voyage: Voyage) -> int:
    leavers = course.leavers(voyage)
    if voyage.undock is None or not leavers:
        return 0
    fit = sum(one.member.fits(voyage.ship) for one in leavers)
    return len(leavers) - min(fit, voyage.ship.leaving(voyage.undock).places.nominal)


def _rides(decide: Decisions, ship: Ship) -> Iterator[Sum]:
    """For each stretch of time with the same places: the people who leave then on none that is
    nominal and fits them.
    """
    riders = [party for party in decide.parties if ship in decide.people.rides_home(party)]
    fit = [party for party in riders if party.one.fits(ship)]
    unfit = [party for party in riders if party not in fit]
    for leaves in departing(ship):
        first, last = leaves.first - 1, min(leaves.end, decide.situation.end) - 1
        if last > max(first, -1) and not _is_kept_safe(decide, leaves):
            many = leaving(decide, ship, fit, first, last) - leaves.places.nominal
            yield leaving(decide, ship, unfit, first, last) + decide.above_zero(many)


def _is_kept_safe(decide: Decisions, spell: Spell) -> bool:
    """Whether the rule that people go home on nominal seats leaves nothing to count."""
    home = spell.ride_home
    return decide.is_strict(HomeOnASoundSeat.name) and not (home.improvised or home.damaged)

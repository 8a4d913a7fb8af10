"""Unsafe: people who go home on less than a nominal seat of a sound vehicle."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat, leaving
from lifeboat.rules.seat_fits_its_person import delivered
from lifeboat.situation.ship import Ship, Spell
from lifeboat.situation.spells import departing


class Unsafe(Goal):
    name = "unsafe"
    title = "unsafe rides home"
    sentence = (
        "People who go home on less than a nominal seat of a sound vehicle that fits them: on an "
        "improvised place or in a damaged vehicle, where the scenario allows it, or in a vehicle "
        "past its life."
    )
    unit = "people"
    in_time = False

    def cost(self, decide: Decisions) -> Sum:
        return total_of(_cost_of(decide, ship) for ship in decide.situation.ships.values())

    def measure(self, course: Course, ledger: Ledger) -> int:
        return sum(_unsafe_riders(course, voyage) for voyage in course.voyages.values())


def _unsafe_riders(course: Course, voyage: Voyage) -> int:
    if voyage.undock is None:
        return 0
    leavers = course.leavers(voyage)
    if voyage.is_past_life(voyage.undock - 1):
        return len(leavers)
    there = (course.equipped(one.member, voyage.undock - 1) for one in leavers)
    fit = sum(member.fits(voyage.ship) for member in there)
    return len(leavers) - min(fit, voyage.ship.leaving(voyage.undock).places.nominal)


def _cost_of(decide: Decisions, ship: Ship) -> Sum:
    """How many ride home unsafely in a vehicle: all of its riders, if it lands past its life."""
    riders = [party for party in decide.parties if ship in decide.people.rides_home(party)]
    by_condition = total_of(_rides(decide, ship, riders))
    return by_condition + decide.above_zero(_late(decide, ship, riders) - by_condition)


def _late(decide: Decisions, ship: Ship, riders: list[Party]) -> Sum:
    """How many leave in a vehicle too late to land within its life."""
    end = decide.situation.end
    if ship.launched is not None:
        return leaving(decide, ship, riders, ship.life_over(ship.launched), end)
    most, past = sum(party.size for party in riders), decide.flights.life_over(ship)
    earliest = min(past.changes(), default=end)
    marks = sorted({it for it in decide.flights.gone(ship).changes() if it > earliest} | {end})
    return total_of(
        decide.above_zero(
            leaving(decide, ship, riders, first - 1, after - 1) - (1 - past.at(first - 1)) * most
        )
        for first, after in itertools.pairwise(marks)
    )


def _rides(decide: Decisions, ship: Ship, riders: list[Party]) -> Iterator[Sum]:
    """For each stretch of time with the same places: the people who leave then on none that is
    nominal and fits them.
    """
    fit = [party for party in riders if party.one.fits(ship)]
    unfit = [party for party in riders if party not in fit]
    for leaves in departing(ship):
        first, last = leaves.first - 1, leaves.end - 1
        if not _is_kept_safe(decide, leaves):
            bare = total_of(
                it for party in fit for it in _without_gear(decide, ship, party, first, last)
            )
            many = leaving(decide, ship, fit, first, last) - leaves.places.nominal - bare
            yield leaving(decide, ship, unfit, first, last) + bare + decide.above_zero(many)


def _without_gear(
    decide: Decisions, ship: Ship, party: Party, first: int, last: int
) -> Iterator[Sum]:
    """How many of them leave after slot `first`, no later than `last`, before what a seat needs has
    been delivered.
    """
    waits = party.one.waits_for(ship)
    marks = sorted(slot for slot in decide.flights.gone(ship).changes() if first < slot <= last)
    for slot, after in itertools.pairwise([*marks, last + 1]) if waits else ():
        missing = [1 - delivered(decide, names, slot - 1) for names in waits]
        left = leaving(decide, ship, [party], slot - 1, after - 1)
        bare = Sum()
        for one in missing:
            bare = bare + decide.above_zero(left - (1 - one) * party.size - bare)
        yield bare


def _is_kept_safe(decide: Decisions, spell: Spell) -> bool:
    """Whether the rule that people go home on nominal seats leaves nothing to count."""
    home = spell.ride_home
    return decide.is_strict(HomeOnASoundSeat.name) and not (home.improvised or home.damaged)

"""What is preferred among plans that are as good in every goal."""

from __future__ import annotations

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Party
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.situation.ship import Ship
from lifeboat.solving.cpsat.builder import plain
from lifeboat.solving.formulation.decisions import Decider

NEAR_ITS_PLAN = 1000
"""A slot off the planned undocking weighs this much in the tie-break."""


def forced_moves(decider: Decider) -> Sum:
    """How many go home on another vehicle than holds their liner when they come: each is moved at
    least once.
    """
    if not decider.is_strict(HomeOnASoundSeat.name):
        return Sum()
    rides = (
        plain(decider.leaving[party.one.name, ship.name].ever)
        for party in decider.parties
        for ship in decider.rides_home(party)
        if ship.name not in _comes_with(party)
    )
    return total_of(rides)


def on_another_ship(decider: Decider) -> list[tuple[Party, str]]:
    """The rides home of those who might go home on what holds their liner when they come, but on
    another vehicle.
    """
    if not decider.is_strict(HomeOnASoundSeat.name):
        return []
    homes = {party: [ship.name for ship in decider.rides_home(party)] for party in decider.parties}
    return [
        (party, ship)
        for party, ships in homes.items()
        for ship in ships
        if ship not in _comes_with(party) and _comes_with(party) & {*ships}
    ]


def _comes_with(party: Party) -> set[str | None]:
    """The vehicles that may hold their liners when they come."""
    one = party.one
    return {one.seat} if one.aboard else {ship for ship, _ in one.ways_up}


def tie_break(decider: Decider) -> Sum:
    """Departures near their plan, then everything early; planned modes, earlier rides first."""
    costs: list[Sum] = []
    ships = list(decider.situation.ships.values())
    for rank, ship in enumerate(ships, start=1):
        costs += _departure(decider, ship, rank)
        planned_first = sorted(ship.ways, key=lambda way: way.name != ship.planned_way)
        for index, way in enumerate(planned_first):
            there = decider.always(decider.flies(ship, way))
            launched = there - decider.launched(ship, way)
            costs.append(decider.spent(launched, 0, decider.situation.end) * rank)
            costs.append(decider.flies(ship, way) * (index * NEAR_ITS_PLAN))
    for party in decider.parties:
        for index, ship in enumerate(decider.rides_home(party)):
            chain = decider.leaving[party.one.name, ship.name]
            costs.append(Sum((), ((index, chain.ever),)))
    return total_of(costs)


def _departure(decider: Decider, ship: Ship, rank: int) -> list[Sum]:
    if ship.name not in decider.undocks:
        return []
    end, gone = decider.situation.end, decider.gone(ship)
    there = decider.always(decider.flies(ship)) - gone
    if ship.leaves is None:
        return [decider.spent(there, 0, end) * rank]
    leaves = min(end, max(0, ship.leaves))
    early, late = decider.spent(gone, 0, leaves), decider.spent(there, leaves, end)
    return [early * NEAR_ITS_PLAN, late * NEAR_ITS_PLAN]

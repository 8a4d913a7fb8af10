"""What is preferred among plans that are equal in every goal."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Party
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import ALWAYS
from lifeboat.solving.formulation.decisions import SolverDecisions

FOR_NOTHING = 10**6
"""The weight in the tie-break of a vehicle, or a liner, that has to be moved."""

NEAR_ITS_PLAN = 1000
"""The weight in the tie-break of each slot off the planned undocking."""


def forced_moves(decide: SolverDecisions) -> Sum:
    """How many go home on another vehicle than the one that holds their liner at first: each of
    these liners is moved at least once.
    """
    if not decide.is_strict(HomeOnASoundSeat.name):
        return Sum()
    rides = (
        decide.people.rides(party, ship)
        for party in decide.parties
        for ship in decide.people.rides_home(party)
        if ship.name not in _comes_with(party)
    )
    return total_of(rides)


def on_another_ship(decide: SolverDecisions) -> list[tuple[Party, str]]:
    """The rides home on another vehicle of those who could go home on the one that holds their
    liner at first.
    """
    if not decide.is_strict(HomeOnASoundSeat.name):
        return []
    homes = {
        party: [ship.name for ship in decide.people.rides_home(party)] for party in decide.parties
    }
    return [
        (party, ship)
        for party, ships in homes.items()
        for ship in ships
        if ship not in _comes_with(party) and _comes_with(party) & {*ships}
    ]


def _comes_with(party: Party) -> set[str | None]:
    """The vehicles that can hold their liners at first."""
    one = party.one
    return {one.seat} if one.aboard else {ship for ship, _ in one.ways_up}


def tie_break(decide: SolverDecisions) -> Sum:
    """Nothing moved for nothing; departures near their plan, launches early; planned modes, rides
    that come first, and home whoever comes first.
    """
    costs: list[Sum] = []
    ships = list(decide.situation.ships.values())
    for rank, ship in enumerate(ships, start=1):
        costs += _departure_cost(decide, ship, rank)
        planned_first = sorted(ship.ways, key=lambda way: way.name != ship.planned_way)
        for index, way in enumerate(planned_first):
            there = decide.always(decide.flights.flies(ship, way))
            launched = there - decide.flights.launched(ship, way)
            costs.append(decide.spent(launched) * rank)
            costs.append(decide.flights.flies(ship, way) * (index * NEAR_ITS_PLAN))
    costs += _moves_cost(decide)
    costs += (
        decide.people.rides(party, decide.situation.ships[ship]) * FOR_NOTHING
        for party, ship in on_another_ship(decide)
    )
    return total_of([*costs, rides_in_order(decide)])


def rides_in_order(decide: SolverDecisions) -> Sum:
    """What is least if whoever comes first goes home, on what comes first: of two who go home on
    two vehicles, too, the first goes on the first.
    """
    parties, ships = len(decide.parties), len(decide.situation.ships)
    return total_of(
        decide.people.rides(party, ship) * (index * (parties + 1 - rank) + rank * (ships + 1))
        for rank, party in enumerate(decide.parties, start=1)
        for index, ship in enumerate(decide.people.rides_home(party), start=1)
    )


def _moves_cost(decide: SolverDecisions) -> Iterator[Sum]:
    """No vehicle is moved for nothing, nor otherwise than planned."""
    last = decide.situation.end - 1
    for ship in decide.situation.ships.values():
        if ship.moving is None:
            continue
        moved = decide.flights.moved(ship)
        if not ship.relocations:
            yield moved.at(last) * FOR_NOTHING
        for day, port in ship.relocations:
            on_its_day = moved.at(day) - moved.at(day - 1)
            yield (2 - on_its_day - decide.ports.moves_to(ship, port)) * FOR_NOTHING


def is_added(ship: Ship) -> bool:
    """Whether it can only fly in addition to the plan of record: then it does its work and goes."""
    return not ship.is_docked and ship.planned_within is None


def _departure_cost(decide: SolverDecisions, ship: Ship, rank: int) -> list[Sum]:
    if ship.name not in decide.flights.undocks:
        return []
    end, gone = decide.situation.end, decide.flights.gone(ship)
    there = decide.always(decide.flights.flies(ship)) - gone
    first, last = (max(0, edge) for edge in (ship.leaves_within or ALWAYS).edges)
    early, late = decide.spent(gone, 0, first), decide.spent(there, last, end)
    is_soon = last < end or (ship.leaves_within is None and is_added(ship))
    # Of what may leave at any time nobody has said that it leaves before the end.
    within = decide.spent(there if is_soon else gone, first, min(last, end))
    return [early * NEAR_ITS_PLAN, late * NEAR_ITS_PLAN, within * rank]

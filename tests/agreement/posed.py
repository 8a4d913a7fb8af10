"""One plan posed to the model: whether it is possible, and the least its goals can then be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agreement.oracle_flights import Flight, Flights
from lifeboat.curves import Sum
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.formulation.decisions import SolverDecisions, formulate
from lifeboat.solving.search.objective import objective_of


def least_goals(
    situation: Situation,
    flights: Flights,
    ports: Mapping[str, str],
    homes: Mapping[str, str | None],
    moves: Mapping[str, tuple[int, str]],
) -> tuple[int, ...] | None:
    """The goals by priority with flights, ports and rides fixed; None if the model refuses them."""
    candidates = collect(situation).closed(0)
    for flight in (it for it in flights.values() if it is not None):
        _add(candidates, Event(flight.craft, "dock"), flight.dock)
        _add(candidates, Event(flight.craft, "undock"), flight.undock)
    for name, (slot, _) in moves.items():
        _add(candidates, Event(name, "move"), slot)
    decide = formulate(situation, candidates)
    _move(decide, moves)
    is_there = [_fly(decide, name, flight, ports) for name, flight in flights.items()]
    if not all(is_there) or not _ride(decide, flights, homes):
        return None
    return _minimised(decide)


def _add(candidates: dict[Event, list[int]], event: Event, slot: int | None) -> None:
    known = candidates.get(event)
    if known is not None and slot is not None and slot not in known:
        candidates[event] = sorted([*known, slot])


def _fly(
    decide: SolverDecisions, name: str, flight: Flight | None, ports: Mapping[str, str]
) -> bool:
    ship, post = decide.situation.ships[name], decide.builder.post
    if flight is None:
        post(decide.flights.flies(ship) <= 0)
        return True
    post(decide.ports.at_port(ship, ports[name]) >= 1)
    way = ship.way(flight.mode)
    if way is not None and flight.launch is not None:
        launched = decide.flights.launched(ship, way)
        post(launched.at(flight.launch) >= 1)
        post(launched.at(flight.launch - 1) <= 0)
    if name in decide.flights.undocks:
        gone, end = decide.flights.gone(ship), decide.situation.end
        post(gone.at(end - 1 if flight.undock is None else flight.undock - 1) <= 0)
        if flight.undock is not None:
            post(gone.at(flight.undock) >= 1)
    return True


def _move(decide: SolverDecisions, moves: Mapping[str, tuple[int, str]]) -> None:
    post, last = decide.builder.post, decide.situation.end - 1
    for name in decide.flights.moves:
        ship = decide.situation.ships[name]
        moved = decide.flights.moved(ship)
        if name not in moves:
            post(moved.at(last) <= 0)
            continue
        slot, port = moves[name]
        post(moved.at(slot) >= 1)
        post(moved.at(slot - 1) <= 0)
        post(decide.ports.moves_to(ship, port) >= 1)


def _ride(decide: SolverDecisions, flights: Flights, homes: Mapping[str, str | None]) -> bool:
    for party in decide.parties:
        for name, flight in flights.items():
            riders = sum(homes.get(one.name) == name for one in party.members)
            chain = decide.people.leaving.get((party.one.name, name))
            if chain is None or not chain.cells:
                if riders and flight is not None:
                    return False
                continue
            left = Sum((), ((1, chain.ever),))
            decide.builder.post(left >= riders)
            decide.builder.post(left <= riders)
    return True


def _minimised(decide: SolverDecisions) -> tuple[int, ...] | None:
    search = Solver(decide.builder, Settings())
    caps: list[tuple[Sum, int]] = []
    for cost in objective_of(decide).costs:
        step = search.minimise(cost, caps)
        if step.is_impossible:
            return None
        assert step.is_proven, "a small model with a fixed plan is always decided"
        caps.append((cost, search.measure(cost)))
    return tuple(value for _, value in caps)


def like_ports(situation: Situation) -> Sequence[tuple[str, ...]]:
    """The ports of a situation, in groups that the model does not tell apart."""
    return formulate(situation, collect(situation).closed(0)).ports.groups

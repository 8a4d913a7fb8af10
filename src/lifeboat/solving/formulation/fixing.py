"""A schedule as values of variables, so that a part of it can be fixed."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.formulation.chains import Chain
from lifeboat.solving.formulation.decisions import SolverDecisions
from lifeboat.solving.formulation.schedule import Schedule

FixedValue = tuple[Variable, int]


def modes_and_rides(decide: SolverDecisions, plan: Schedule) -> Iterator[FixedValue]:
    """Who goes up and home on which vehicle: with that fixed, little but dates is open."""
    for (name, mode), chain in decide.flights.launches.items():
        if chain.values and any(way.crew for way in decide.situation.ships[name].ways):
            yield chain.values[-1], int(plan.mode_of(name) == mode)
    yield from (
        (chain.values[-1], plan.rides_by_name.get(key, 0))
        for key, chain in decide.people.leaving.items()
        if chain.values
    )


def as_planned(decide: SolverDecisions) -> Iterator[FixedValue]:
    """The plan of record's modes of vehicles with crews, and nobody home on another vehicle."""
    end = decide.situation.end
    for (name, mode), chain in decide.flights.launches.items():
        ship = decide.situation.ships[name]
        if chain.values and any(way.crew for way in ship.ways) and not ship.comes_later(end):
            is_planned = ship.planned_within is not None and ship.planned_way == mode
            yield chain.values[-1], int(is_planned)
    home = {party.one.name: party.one.way_home for party in decide.parties}
    for (name, ride), chain in decide.people.leaving.items():
        if chain.values and ride != home[name]:
            yield chain.values[-1], 0


def all_dates(decide: SolverDecisions, plan: Schedule) -> Iterator[FixedValue]:
    """Every variable of a date, and its value in a plan whose dates are all on the grid."""
    for (name, mode), chain in decide.flights.launches.items():
        flight = plan.flights.get(name)
        launch = flight.launch if flight is not None and plan.mode_of(name) == mode else None
        yield from _happened(chain, launch, 1)
    for name, chain in decide.flights.undocks.items():
        yield from _happened(chain, plan.undock_of(name), 1)
    for name, chain in decide.flights.moves.items():
        yield from _happened(chain, plan.moves.get(name, (None,))[0], 1)


def dates_and_rides(decide: SolverDecisions, plan: Schedule) -> Iterator[FixedValue]:
    """Every variable of a date, and how many have left on which vehicle by then."""
    yield from all_dates(decide, plan)
    for (name, ship), chain in decide.people.leaving.items():
        count = plan.rides_by_name.get((name, ship), 0)
        yield from _happened(chain, plan.undock_of(ship), count)


def _happened(chain: Chain, slot: int | None, count: int) -> Iterator[FixedValue]:
    """The values of a chain that rises to `count` in `slot`, or never if that is None."""
    for cell, variable in zip(chain.cells, chain.values, strict=True):
        yield variable, count if slot is not None and cell.last >= slot else 0

"""Literals of which one is true in every plan that differs from a given one."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.cpsat.solver import Gap
from lifeboat.solving.formulation.decisions import SolverDecisions
from lifeboat.solving.formulation.schedule import Schedule


def other_rides(decide: SolverDecisions, plan: Schedule) -> Iterator[int]:
    """For each ride home: that more, or fewer, people take it than in a plan."""
    builder = decide.builder
    for party in decide.parties:
        for ship in decide.people.rides_home(party):
            rides = decide.people.leaving[party.one.name, ship.name].values[-1]
            count = plan.rides.get((party, ship.name), 0)
            if party.size == 1:
                yield rides.negated if count else rides.index
                continue
            more, fewer = builder.flag("more ride"), builder.flag("fewer ride")
            builder.post_where([more], plain(rides) >= count + 1)
            builder.post_where([fewer], plain(rides) <= count - 1)
            yield from (more.index, fewer.index)


def other_departures(decide: SolverDecisions, plan: Schedule) -> Iterator[Gap]:
    """What may not be used where vehicles leave as in a plan, or not at all."""
    for ship, chain in decide.flights.undocks.items():
        before = None
        for cell, flag in zip(chain.cells, chain.values, strict=True):
            if cell.first != plan.undock_of(ship):
                yield flag, before
            before = flag


def other_modes(decide: SolverDecisions, plan: Schedule) -> Iterator[int]:
    """For each mode of a vehicle: that it flies in it where a plan does not, or does not where it
    does.
    """
    for (ship, mode), chain in decide.flights.launches.items():
        if chain.values:
            flies = chain.values[-1]
            yield flies.negated if plan.mode_of(ship) == mode else flies.index

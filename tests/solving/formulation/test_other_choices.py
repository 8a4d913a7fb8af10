"""Plans that differ from a given one in a mode or a ride home."""

from __future__ import annotations

from deciding import decisions
from lifeboat.curves import Sum
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.decisions import SolverDecisions
from lifeboat.solving.formulation.other_choices import (
    other_departures,
    other_modes,
    other_rides,
)
from lifeboat.solving.formulation.schedule import Schedule, ScheduledFlight, read_schedule


def a_schedule(decide: SolverDecisions) -> Schedule:
    search = Solver(decide.builder, Settings())
    assert search.minimise(Sum()).is_found
    return read_schedule(decide, search.value)


def test_with_a_literal_of_the_modes_true_a_vehicle_flies_otherwise() -> None:
    """Without any rule Finch need not fly."""
    decide = decisions()
    first = a_schedule(decide)
    decide.builder.model.clause(list(other_modes(decide, first)))
    assert a_schedule(decide).mode_of("Finch") != first.mode_of("Finch")


def test_no_departure_but_those_of_a_plan_may_be_used() -> None:
    """Wren leaves in slot 6, or later, or not at all in the plan; Finch never leaves."""
    decide = decisions()
    ships = decide.situation.ships
    for undock in (6, None):
        flights = {"Wren": ScheduledFlight(None, -31, -30, undock)}
        never = list(other_departures(decide, Schedule(flights, {}, {})))
        search = Solver(decide.builder, Settings())
        for ship, slot in (("Wren", undock), ("Finch", None)):
            gone = decide.flights.gone(ships[ship])
            for at in range(10):
                leaves = gone.at(at) - gone.at(at - 1)
                most = search.minimise(leaves * -1, never=never).value
                assert most == (-1 if at == slot else 0)


def test_with_a_literal_of_the_rides_true_somebody_rides_otherwise() -> None:
    decide = decisions()
    first = a_schedule(decide)
    decide.builder.model.clause(list(other_rides(decide, first)))
    assert a_schedule(decide).rides != first.rides

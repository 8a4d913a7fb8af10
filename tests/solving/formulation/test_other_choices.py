"""Plans that differ from a given one in a mode or a ride home."""

from __future__ import annotations

from deciding import decisions
from lifeboat.curves import Sum
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.decisions import SolverDecisions
from lifeboat.solving.formulation.other_choices import other_modes, other_rides
from lifeboat.solving.formulation.schedule import Schedule, read_schedule


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


def test_with_a_literal_of_the_rides_true_somebody_rides_otherwise() -> None:
    decide = decisions()
    first = a_schedule(decide)
    decide.builder.model.clause(list(other_rides(decide, first)))
    assert a_schedule(decide).rides != first.rides

"""What a solution says of flights and rides, and which of its dates are still gaps."""

from __future__ import annotations

from deciding import decisions, flown, on_dates, situation
from lifeboat.curves import Sum
from lifeboat.situation.candidate_dates import Event
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import Cell
from lifeboat.solving.formulation.decisions import decisions_on
from lifeboat.solving.formulation.schedule import (
    Schedule,
    ScheduledFlight,
    chosen_cells,
    gaps,
    read_schedule,
)

WREN, FINCH = Event("Wren", "undock"), Event("Finch", "dock")
BOTH_PORTS = ("north", "south")


def test_the_plan_of_record_is_read_as_it_is() -> None:
    decide = decisions()
    search = Solver(decide.builder, Settings())
    assert search.minimise(Sum(), kept=flown(decide)).is_found
    found, crewed = read_schedule(decide, search.value), decide.situation.ships["Finch"].ways[0]
    assert found.flights == {
        "Wren": ScheduledFlight(None, -31, -30, 7),
        "Finch": ScheduledFlight(crewed, 3, 4, None),
    }
    assert found.rides == {(decide.parties[0], "Wren"): 2}
    assert found.ports == {"Wren": BOTH_PORTS, "Finch": BOTH_PORTS}
    # Wren's docking has happened, and Finch never undocks.
    assert found.events() == {FINCH: [4], WREN: [7]}
    assert found.rides_by_name == {("Ana", "Wren"): 2}
    assert (found.mode_of("Finch"), found.mode_of("Wren")) == ("crewed", None)
    assert (found.undock_of("Wren"), found.undock_of("Finch")) == (7, None)


def test_a_vehicle_that_does_not_fly_is_in_no_schedule() -> None:
    decide = decisions()
    search = Solver(decide.builder, Settings())
    assert search.minimise(Sum(), kept=flown(decide, launch=None)).is_found
    found = read_schedule(decide, search.value)
    assert {*found.flights} == {*found.ports} == {"Wren"}
    assert (found.mode_of("Finch"), found.undock_of("Finch")) == (None, None)
    assert chosen_cells(decide, search.value) == {WREN: Cell(7, 7)}
    assert Schedule({}, {}, {}).events() == {}


def test_a_date_in_a_gap_is_read_as_its_first_slot() -> None:
    """Docking is told apart on 4 alone: Finch, launched in slot 6, docks in slots 5 to 9.

    Undocking is told apart on 2 and 5: Wren, leaving in slot 7, leaves in slots 6 to 9.
    """
    decide = decisions_on(situation(), on_dates([4], [2, 5]))
    search = Solver(decide.builder, Settings())
    assert search.minimise(Sum(), kept=flown(decide, launch=6)).is_found
    found = read_schedule(decide, search.value)
    assert found.events() == {FINCH: [5], WREN: [6]}
    assert found.flights["Finch"].launch == 4
    assert chosen_cells(decide, search.value) == {FINCH: Cell(5, 9), WREN: Cell(6, 9)}


def test_without_its_gaps_a_grid_has_its_dates_alone() -> None:
    """Docking on 2, 4 or 9, but not in slots 3 and 5 to 8; undocking on 2 or 5, but not between.

    Slot 3 alone is no gap: it is a date like any other.
    """
    decide = decisions_on(situation(), on_dates([2, 4, 9], [2, 5]))
    search, never = Solver(decide.builder, Settings()), list(gaps(decide))
    possible = {FINCH: range(2, 10), WREN: range(10)}
    known: dict[Event, set[int]] = {FINCH: set(), WREN: set()}
    for dock in possible[FINCH]:
        kept = flown(decide, dock - 1, {}, {})
        if search.minimise(Sum(), never=never, kept=kept).is_found:
            known[FINCH].add(dock)
    for undock in possible[WREN]:
        kept = flown(decide, None, {"Wren": undock}, {})
        if search.minimise(Sum(), never=never, kept=kept).is_found:
            known[WREN].add(undock)
    assert known == {FINCH: {2, 3, 4, 9}, WREN: {2, 5}}

"""A plan held fixed: its dates wherever they lie on a grid, or its modes and rides alone."""

from __future__ import annotations

from typing import Any

from deciding import between, decisions, on_dates, situation
from lifeboat.curves import Sum
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.chains import Chain
from lifeboat.solving.formulation.decisions import SolverDecisions, decisions_on
from lifeboat.solving.formulation.fixing import (
    all_dates,
    as_planned,
    dates_and_rides,
    modes_and_rides,
)
from lifeboat.solving.formulation.schedule import Schedule, ScheduledFlight, read_schedule
from tiny import TINY

MODES = {
    "crewed": TINY["vehicles"]["Finch"]["modes"]["crewed"],
    "empty": {"windows": "2030-01-02.."},
}
CARGO = {
    "vehicle_types.barge": {**TINY["vehicle_types"]["boat"], "seats": 0},
    "vehicles.Tern": {"type": "barge", "modes": {"cargo": {"windows": "2030-01-02.."}}},
}


def a_plan(decide: SolverDecisions, mode: str | None = "crewed") -> Schedule:
    """Finch is launched in slot 5, or not at all; Wren leaves in slot 6 with Ana and Boris."""
    way = decide.situation.ships["Finch"].way(mode)
    flights = {"Wren": ScheduledFlight(None, -31, -30, 6)}
    if way is not None:
        flights["Finch"] = ScheduledFlight(way, 5, 6, None)
    return Schedule(flights, {(decide.parties[0], "Wren"): 2}, {})


def values(fixed: dict[Variable, int], chain: Chain) -> list[int]:
    return [fixed[value] for value in chain.values]


def with_modes(**edits: Any) -> SolverDecisions:
    return decisions({"vehicles.Finch.modes": MODES, "vehicles.Finch.may_cancel": True, **edits})


def test_dates_are_told_by_the_cells_they_lie_in() -> None:
    asked = situation()
    decide = decisions_on(asked, on_dates([6], [3, 6]))
    fixed = dict(all_dates(decide, a_plan(decide)))
    # Launched in slots 1-4, 5, 6-8; Wren gone by 0-2, 3, 4-5, 6, 7-9; Finch never leaves.
    assert values(fixed, decide.flights.launches["Finch", "crewed"]) == [0, 1, 1]
    assert values(fixed, decide.flights.undocks["Wren"]) == [0, 0, 0, 1, 1]
    assert set(values(fixed, decide.flights.undocks["Finch"])) == {0}
    rides = dict(dates_and_rides(decide, a_plan(decide)))
    # Ana and Boris may leave in any of these cells.
    assert values(rides, decide.people.leaving["Ana", "Wren"]) == [0, 0, 0, 2, 2]
    assert set(values(rides, decide.people.leaving["Ana", "Finch"])) == {0}
    assert set(values(rides, decide.people.leaving["Cleo", "Wren"])) == {0}


def test_a_plan_on_the_grid_is_flown_as_it_is() -> None:
    decide = with_modes()
    for mode in ("crewed", "empty", None):
        plan, search = a_plan(decide, mode), Solver(decide.builder, Settings())
        assert search.minimise(Sum(), kept=dates_and_rides(decide, plan)).is_found
        found = read_schedule(decide, search.value)
        assert (found.flights, found.rides) == (plan.flights, plan.rides)


def test_with_modes_and_rides_alone_dates_stay_open() -> None:
    decide = with_modes()
    ships, (crew, cleo) = decide.situation.ships, decide.parties
    finch, wren = ships["Finch"], ships["Wren"]
    kept = list(modes_and_rides(decide, a_plan(decide)))
    for slot, expected in ((0, (0, 0)), (1, (0, 1)), (7, (0, 1)), (8, (1, 1))):
        assert between(decide.builder, decide.flights.launched(finch).at(slot), kept) == expected
    assert between(decide.builder, decide.people.rides(crew, wren), kept) == (2, 2)
    for party in (crew, cleo):
        assert between(decide.builder, decide.people.rides(party, finch), kept) == (0, 0)
    assert between(decide.builder, decide.flights.gone(wren).at(3), kept) == (0, 1)


def test_as_planned_a_ship_with_a_crew_flies_in_its_mode_and_takes_home_its_own() -> None:
    decide = with_modes()
    ships, (crew, cleo) = decide.situation.ships, decide.parties
    kept = list(as_planned(decide))
    flies = {mode: (int(mode == "crewed"),) * 2 for mode in MODES}
    for mode, expected in flies.items():
        way = ships["Finch"].way(mode)
        assert between(decide.builder, decide.flights.flies(ships["Finch"], way), kept) == expected
    assert between(decide.builder, decide.people.rides(crew, ships["Finch"]), kept) == (0, 0)
    assert between(decide.builder, decide.people.rides(crew, ships["Wren"]), kept) == (0, 2)
    assert between(decide.builder, decide.people.rides(cleo, ships["Finch"]), kept) == (0, 1)
    assert between(decide.builder, decide.flights.gone(ships["Wren"]).at(3), kept) == (0, 1)


def test_as_planned_what_was_not_to_fly_does_not() -> None:
    added = {"vehicles.Finch.planned": None, "people.Cleo": {"agency": "Tiny"}}
    decide = with_modes(**added)
    flies = decide.flights.flies(decide.situation.ships["Finch"])
    assert between(decide.builder, flies) == (0, 1)
    assert between(decide.builder, flies, list(as_planned(decide))) == (0, 0)


def test_a_flight_that_nobody_ever_comes_up_on_stays_open_as_well() -> None:
    decide = with_modes(**CARGO)
    kept = list(modes_and_rides(decide, a_plan(decide, None)))
    for name, expected in (("Finch", (0, 0)), ("Tern", (0, 1))):
        flies = decide.flights.flies(decide.situation.ships[name])
        assert between(decide.builder, flies, kept) == expected

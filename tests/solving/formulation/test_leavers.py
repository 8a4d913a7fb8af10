"""Whoever leaves has held a place to ride home on in the slot before, on a date or in a gap.

Finch stays away. From slot 2 on Wren is for an emergency only, but people may ride home in it: the
one slot in which those who leave have to hold a place there is the least that it costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from deciding import between, flown, on_dates, situation
from lifeboat.curves import Sum
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import Candidates, collect
from lifeboat.solving.formulation.decisions import SolverDecisions, decisions_on
from tiny import PERSON, jan

RULE = "home-on-a-sound-seat"
EVERY, DATE, GAP = "every slot", "slot 5 alone", "a gap from 4 to 8"
GRIDS = pytest.mark.parametrize("grid", [EVERY, DATE, GAP])


def wren_is_hit(**more: Any) -> dict[str, Any]:
    state = {"state": "emergency-only", "ride_home": True, **more}
    return {f"vehicles.Wren.conditions.{jan(3)}": state}


def on(grid: str | Candidates, edits: dict[str, Any]) -> SolverDecisions:
    """Decisions with places, no rule posted; Wren may leave on any date, or in a gap."""
    asked = situation(edits)
    known = {
        EVERY: collect(asked).every_slot(),
        DATE: on_dates([], [5]),
        GAP: on_dates([], [0, 1, 2, 3, 9]),
    }
    decide = decisions_on(asked, known[grid] if isinstance(grid, str) else grid)
    assert "Wren" in decide.seating.claims.alone
    return decide


def spent(
    decide: SolverDecisions, riders: int, undock: int = 5, caps: Sequence[tuple[Sum, int]] = ()
) -> int | None:
    """The fewest person-slots in a damaged vehicle, if so many leave then; None if they cannot."""
    kept = flown(decide, None, {"Wren": undock}, {("Ana", "Wren"): riders})
    total = decide.seating.damaged
    return Solver(decide.builder, Settings()).minimise(total, caps, kept=kept).value


@GRIDS
def test_each_who_leaves_has_held_a_place_for_a_slot(grid: str) -> None:
    decide = on(grid, wren_is_hit())
    assert [spent(decide, riders) for riders in (0, 1, 2)] == [0, 1, 2]


@GRIDS
def test_no_more_leave_than_there_are_places_to_ride_home_on(grid: str) -> None:
    decide = on(grid, wren_is_hit(places=1))
    assert [spent(decide, riders) for riders in (0, 1, 2)] == [0, 1, None]


@GRIDS
def test_on_the_seats_of_a_sound_vehicle_it_costs_nothing(grid: str) -> None:
    """Three are in Wren, which has two seats, and could receive no liner in slot 0."""
    decide = on(grid, {"people.Dan": PERSON, "vehicles.Wren.reseat_from": jan(2)})
    assert [spent(decide, riders) for riders in (1, 2, 3)] == [0, 0, None]


def test_they_sit_in_the_very_vehicle_in_the_slot_before() -> None:
    decide = on(EVERY, wren_is_hit())
    kept = flown(decide, None, {"Wren": 5}, {("Ana", "Wren"): 2})
    for slot, expected in ((3, (0, 2)), (4, (2, 2))):
        seated = decide.seating.held.seated(0, "Wren", slot)
        assert between(decide.builder, seated, kept) == expected


def test_those_who_sit_there_anyway_pay_no_more_for_leaving_in_a_gap() -> None:
    """Everybody has a place: two in slots 2 and 3, leaving in slot 4, the first of the gap."""
    for grid in (EVERY, GAP):
        decide = on(grid, wren_is_hit())
        assert spent(decide, 2, undock=4, caps=[(decide.seating.none, 0)]) == 4


def test_what_counts_is_the_slot_before_each_of_a_gap() -> None:
    """Leaving in slots 4 to 8 they have held a place in slots 3 to 7, all of them damaged."""
    late = {f"vehicles.Wren.conditions.{jan(4)}": {"state": "emergency-only", "ride_home": True}}
    lost = {f"vehicles.Wren.conditions.{jan(10)}": {"state": "unusable"}}
    for grid in (EVERY, GAP):
        assert spent(on(grid, late), 2) == 2
        assert spent(on(grid, {**late, **lost}), 2) == 2


def test_a_gap_in_which_places_change_is_read_kindly() -> None:
    """Wren may leave in slot 2, its seats having been sound in slot 1: that costs nothing."""
    assert spent(on(EVERY, wren_is_hit()), 2, undock=2) == 0
    assert spent(on(on_dates([], [0, 9]), wren_is_hit()), 2, undock=2) == 0


def test_where_the_rule_is_a_should_it_is_broken_for_the_whole_vehicle() -> None:
    loose = {**wren_is_hit(), f"rules.{RULE}": "should"}
    decide = on(EVERY, loose)
    assert spent(decide, 2, caps=[(decide.broken(), 0)]) == 2
    assert spent(decide, 2, caps=[(decide.broken(), 1)]) == 0
    # Nothing is held in a gap then.
    assert spent(on(GAP, loose), 2) == 0

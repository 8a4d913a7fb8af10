"""Places in vehicles past their life: who sits in them, in pools with those in sound ones.

Wren was launched in slot -31: with a life of 35 days it is past it from slot 4 on. Finch, launched
in slot 3 with a life of three days, is from slot 6 on. Flown as planned, Ana and Boris leave on
Wren in slot 7, and Cleo is aboard from slot 4 on; either vehicle has two seats.
"""

from __future__ import annotations

from typing import Any

import pytest

from deciding import decisions, flown, on_dates, situation
from lifeboat.curves import Sum
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.decisions import SolverDecisions, decisions_on
from tiny import PERSON

WREN = {"vehicles.Wren.life": {"limit": "35d"}}
FINCH = {"vehicles.Finch.life": {"limit": "3d"}}


def damaged(
    decide: SolverDecisions, launch: int = 3, undocks: dict[str, int] | None = None, riders: int = 2
) -> int | None:
    """The fewest person-slots in a damaged vehicle, everybody having a place if they can."""
    kept = flown(decide, launch, undocks, rides={("Ana", "Wren"): riders})
    search, seating = Solver(decide.builder, Settings()), decide.seating
    none = search.minimise(seating.none, kept=kept).value
    assert none is not None
    return search.minimise(seating.damaged, [(seating.none, none)], kept=kept).value


def pooled(edits: dict[str, Any]) -> SolverDecisions:
    decide = decisions(edits)
    assert decide.seating.claims.alone == set()
    return decide


def test_whoever_has_no_seat_in_a_sound_vehicle_sits_in_a_worn_one() -> None:
    """In slots 4 and 5 one of three, Finch having two seats; nobody before."""
    assert damaged(pooled(WREN), riders=0, undocks={}) == 6
    assert damaged(pooled({}), riders=0, undocks={}) == 0


def test_whoever_leaves_next_in_a_worn_vehicle_sits_in_it() -> None:
    """One in slots 4 and 5; in slot 6 both who leave in slot 7."""
    assert damaged(pooled(WREN)) == 2 + 2
    assert damaged(pooled(WREN), undocks={"Wren": 5}) == 2
    assert damaged(pooled(WREN), undocks={"Wren": 4}) == 0


@pytest.mark.parametrize(("launch", "expected"), [(2, 1 + 1 + 3), (3, 1 + 3), (5, 2), (7, 0)])
def test_when_a_vehicle_is_worn_depends_on_its_launch(launch: int, expected: int) -> None:
    """Cleo is the third for Wren's two seats, and the only one aboard from slot 7 on."""
    assert damaged(pooled(FINCH), launch) == expected


def test_a_worn_vehicle_that_has_left_holds_nobody() -> None:
    """Finch leaves in slot 6, when its life is over: Cleo has a seat no more."""
    decide = pooled(FINCH)
    kept = flown(decide, undocks={"Wren": 7, "Finch": 6}, rides={("Ana", "Wren"): 2})
    none = Solver(decide.builder, Settings()).minimise(decide.seating.none, kept=kept).value
    assert none == 1 + 3


def test_nobody_is_worn_out_while_they_sit_in_a_sound_vehicle() -> None:
    """Nobody can be said to sit in a worn vehicle, or in a place of it, more than there are."""
    decide = pooled(WREN)
    kept = flown(decide, rides={("Ana", "Wren"): 2})
    most = Solver(decide.builder, Settings()).minimise(decide.seating.damaged * -1, kept=kept).value
    assert most == -3 * 2


@pytest.mark.parametrize("edits", [WREN, FINCH, {**WREN, **FINCH}, {**WREN, "people.Dan": PERSON}])
def test_on_a_grid_of_its_dates_alone_a_plan_costs_what_it_costs(edits: dict[str, Any]) -> None:
    few = decisions_on(situation(edits), on_dates([4], [7]))
    assert damaged(few) == damaged(pooled(edits))


def test_in_a_gap_a_vehicle_is_read_as_kindly_as_any_date_in_it() -> None:
    """Launched in slots 1 to 8, in one gap; Cleo is aboard in the last of them at the least."""
    decide = decisions_on(situation(FINCH), on_dates([], [7]))
    assert Solver(decide.builder, Settings()).minimise(decide.seating.damaged).value == 0


def test_an_improvised_place_of_a_worn_vehicle_is_a_damaged_one() -> None:
    """Four for Wren and nothing else: its two seats and its bunk, all damaged from slot 4 on."""
    four = {"people.Dan": PERSON, "people.Eli": PERSON, "vehicles.Finch.may_cancel": True}
    decide = decisions({**WREN, **four, "vehicles.Wren.improvised": {"places": 1}})
    search, seating = Solver(decide.builder, Settings()), decide.seating
    kept = flown(decide, None, {}, {})
    caps: list[tuple[Sum, int]] = [(seating.none, 10)]
    assert search.minimise(seating.none, kept=kept).value == 10
    assert search.minimise(seating.damaged, caps, kept=kept).value == 6 * 3
    assert search.minimise(seating.improvised, caps, kept=kept).value == 4

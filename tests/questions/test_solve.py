"""What is told as proven, and that a plan is told where there is one."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.answers.option import one_by_one
from lifeboat.answers.solve import Answer
from lifeboat.editing.opened import read_scenario
from lifeboat.questions.solve import RESEATS_LAST
from repository import TINY

CHEN = ("add", "pins.c={person: Chen, seat: Sparrow, during: ..2030-03-04}")


def solved(*edits: tuple[str, str]) -> Answer:
    return lifeboat.solve(read_scenario(str(TINY), edits=edits))


def goals(answer: Answer) -> dict[str, tuple[float, bool]]:
    assert answer.best is not None
    return {goal.name: (goal.value, goal.proven) for goal in answer.best.goals}


def test_whoever_is_pinned_to_a_damaged_ship_holds_a_place_in_it() -> None:
    """It holds two; from the 5th on three. Four days one has no place, and it is not Chen."""
    answer = solved(
        CHEN, ("damage", "Sparrow={state: emergency-only, since: 2030-03-05, places: 3}")
    )
    assert answer.best is not None
    without = {seat.person for seat in answer.best.seats if seat.quality == "none"}
    assert without
    assert "Chen" not in without
    told = {goal.name: (goal.value, goal.proven) for goal in one_by_one(answer.best.goals)}
    assert told["no-place"] == (4, True)


@pytest.mark.parametrize("weights", ["no-place: 1, damaged: 1", "no-place: 3, damaged: 1"])
def test_places_may_be_weighed_together(weights: str) -> None:
    """Six days until Heron docks: two in a damaged ship and one without, or all three without."""
    answer = solved(("set", f"goals=[{{{weights}}}, moved, reseats]"))
    assert answer.outcome == "proven-best"
    days = {"no-place: 1, damaged: 1": 18, "no-place: 3, damaged: 1": 30}
    assert goals(answer)["no-place+damaged"] == (days[weights], True)


@pytest.mark.parametrize(
    "order",
    [
        "reseats, no-place, damaged, moved",
        "no-place, reseats, moved",
        "no-place, {moved: 1, reseats: 1}",
    ],
)
def test_reseats_are_found_not_proven_unless_they_come_last(order: str) -> None:
    """Nobody would have to move if all stayed in Sparrow beyond the horizon."""
    answer = solved(("set", f"goals=[{order}]"))
    assert answer.outcome == "best-found"
    assert answer.reason == (RESEATS_LAST,)
    (proven,) = (proven for name, (_, proven) in goals(answer).items() if "reseats" in name)
    assert not proven


def test_where_nobody_asks_for_reseats_nothing_is_in_the_way() -> None:
    assert solved(("set", "goals=[{no-place: 1, damaged: 1}]")).outcome == "proven-best"

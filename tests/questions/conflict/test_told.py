"""A conflict as it is told: what would be broken, were one thing of it to give way."""

from __future__ import annotations

from typing import Any

from lifeboat.answers.conflict import Cause, Conflict
from lifeboat.files.known_types import known_types
from lifeboat.questions.conflict import what_stands_in_the_way
from lifeboat.questions.conflict.standing import Standing
from lifeboat.questions.run import silent
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from tiny import jan, tiny


def told(edits: dict[str, Any], **how: Any) -> tuple[Conflict, ...]:
    situation = Situation.of(tiny(edits), known_types())
    return what_stands_in_the_way(Standing.of(situation, Settings(**how)), silent).conflicts


def cause(conflict: Conflict, premise: str) -> Cause:
    return next(it for it in conflict.because if it.premise == premise)


LATE = {
    "vehicles.Wren.undock": f"{jan(8)}..{jan(9)}",
    "vehicles.Finch.undock": f"{jan(9)}..",
    "people.Ana.return_window": f"..{jan(5)}",
}
"""Wren cannot leave before the 8th, Finch before the 9th, and Ana has to land by the 5th."""


def test_each_cause_says_where_it_stands_and_what_would_give() -> None:
    (conflict,) = told(LATE)
    deadline = cause(conflict, "people.Ana.return_window")
    assert deadline.says == "Ana has to land by 2030-01-05"
    assert deadline.see == (("people", "Ana", "return_window"),)
    assert [it.message for it in deadline.gives] == [
        "Ana has not landed by 2030-01-06, the latest return"
    ]
    window = cause(conflict, "vehicles.Wren.undock")
    assert [it.message for it in window.gives] == ["Wren undocks outside its window"]
    assert {it.strength for it in (*deadline.gives, *window.gives)} == {"must"}


def test_what_would_give_is_told_apart_from_other_conflicts() -> None:
    """Somebody too many in Wren, and a pin before the window: both are told by themselves."""
    both = told(
        {**LATE, "pins.too soon": {"vehicle": "Finch", "launch": f"..{jan(1)}"}},
    )
    assert len(both) == 2
    causes = [it for conflict in both for it in conflict.because]
    assert all(bool(it.gives) != (it.rule == "pins-hold") for it in causes)
    assert "pins.too soon" in {it.premise for it in causes}


def test_a_plan_at_a_port_that_is_not_there_is_not_judged() -> None:
    """Finch has to come, and Wren stays at the only port."""
    edits = {
        "ports": {"north": {"accepts": ["ring"]}},
        "pins.Wren stays": {"vehicle": "Wren", "stays": True},
    }
    (conflict,) = told(edits)
    assert cause(conflict, "ports (ring)").gives == ()
    assert cause(conflict, "pins.Wren stays").gives == (), "what is pinned would be otherwise"


def test_without_time_nothing_is_sought_that_would_give() -> None:
    conflicts = told(LATE, stop=lambda: True)
    assert [it.gives for conflict in conflicts for it in conflict.because if it.gives] == []

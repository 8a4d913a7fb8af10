"""One order of listing, whatever the order in the file."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

import lifeboat
from lifeboat.plans.plan import Plan
from lifeboat.situation.by_name import by_name
from tiny import TINY, jan, tiny

ROBIN = {**TINY["vehicles"]["Finch"], "modes": {"empty": {"windows": f"{jan(2)}..{jan(9)}"}}}


def names(scenario: Any) -> dict[str, list[str]]:
    return {key: list(getattr(scenario, key)) for key in ("vehicles", "people", "ports")}


def test_what_has_a_name_is_sorted_by_it() -> None:
    assert names(by_name(tiny())) == {
        "vehicles": ["Finch", "Wren"],
        "people": ["Ana", "Boris", "Cleo"],
        "ports": ["north", "south"],
    }


def test_the_first_mode_stays_the_planned_one() -> None:
    modes = {"late": {"windows": f"{jan(6)}..{jan(9)}"}, "early": {"windows": jan(3)}}
    ordered = by_name(tiny({"vehicles.Finch.modes": modes}))
    assert list(ordered.vehicles["Finch"].modes) == ["early", "late"]
    assert ordered.vehicles["Finch"].planned_mode == "late"


def test_lists_say_what_is_preferred_and_stay_as_they_are() -> None:
    edits = {"vehicles.Finch.ports": ["south", "north"], "goals": ["moved", "damaged"]}
    ordered = by_name(tiny(edits))
    assert ordered.vehicles["Finch"].ports == ["south", "north"]
    assert ordered.goals == ["moved", "damaged"]


def test_all_else_is_as_it_was() -> None:
    assert by_name(by_name(tiny())) == by_name(tiny())
    assert by_name(tiny()).model_dump(exclude={"vehicles"}) == tiny().model_dump(
        exclude={"vehicles"}
    )


ONE_SEAT_FOR_TWO = {
    "vehicles.Wren.conditions": {jan(1): {"state": "emergency-only", "places": 1}},
    "vehicles.Finch.modes": {"empty": {"windows": f"{jan(2)}..{jan(9)}"}},
    "vehicles.Finch.leaves": jan(9),
    "people.Cleo.up": None,
    "people.Ana.returns": jan(9),
    "people.Boris.skills": ["helm"],
}
"""Wren holds one of two people, Finch comes empty for both; only Boris can steer, for nothing."""


@pytest.mark.parametrize("edits", [{}, ONE_SEAT_FOR_TWO, {"vehicles.Robin": ROBIN}])
def test_an_answer_does_not_depend_on_the_order_in_the_file(edits: dict[str, Any]) -> None:
    scenario = tiny(edits)
    plans: list[Plan] = []
    for people in itertools.permutations(scenario.people):
        for vehicles in (list(scenario.vehicles), list(scenario.vehicles)[::-1]):
            other = scenario.model_copy(
                update={
                    "people": {name: scenario.people[name] for name in people},
                    "vehicles": {name: scenario.vehicles[name] for name in vehicles},
                    "ports": dict(reversed(scenario.ports.items())),
                }
            )
            best = lifeboat.solve(other).best
            assert best is not None
            assert list(best.plan.people) == list(other.people)
            plans.append(best.plan)
    assert len(plans) == 12
    assert all(plan == plans[0] for plan in plans)

"""A plan in which Ana has two stays, read with a scenario of a later date.

She goes home on Wren on the 5th and comes again on Finch, which docks on the 7th and leaves on the
9th. Once she is back, her name alone stands for what was her second stay.
"""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.plan import Plan
from lifeboat.plans.stays import without_past_stays
from lifeboat.scenario.scenario import Scenario
from tiny import as_scenario, jan, plan, tiny_tree

AGAIN = "Ana (second stay)"
FIRST, SECOND = {"home": "Wren"}, {"up": "Finch", "home": "Finch"}
FLIGHTS = {"Wren": {"undock": jan(5)}, "Finch": {"dock": jan(7), "undock": jan(9)}, "Owl": {}}
ON_FINCH = {"vehicles.Finch.modes.crewed.crew": ["Ana"]}
BACK = {**ON_FINCH, "people.Ana": {"agency": "Tiny", "up": "Finch", "home": "Finch"}}
ON_THE_WAY = {"agency": "Tiny", "up": "Wren", "home": "Wren"}


def told(first: dict[str, Any] | None, second: dict[str, Any] | None = SECOND) -> Plan:
    rides = {"Boris": FIRST, "Ana": first, AGAIN: second}
    return plan(FLIGHTS, {name: ride for name, ride in rides.items() if ride is not None})


def on(day: int, edits: dict[str, Any], wren: bool = False) -> Scenario:
    """The scenario as it is on a day, with Wren still at the station or gone."""
    tree = tiny_tree({"as_of": jan(day), **edits})
    if not wren:
        del tree["vehicles"]["Wren"]
    return as_scenario(tree)


@pytest.mark.parametrize("day", [5, 6])
def test_once_she_is_back_her_second_stay_goes_by_her_name(day: int) -> None:
    found = without_past_stays(told(FIRST), on(day, BACK))
    assert found == plan(FLIGHTS, {"Boris": FIRST, "Ana": SECOND})


def test_also_where_the_plan_says_nothing_of_her_first() -> None:
    found = without_past_stays(told(None), on(6, BACK))
    assert found == plan(FLIGHTS, {"Boris": FIRST, "Ana": SECOND})


def test_a_vehicle_to_come_that_has_the_name_of_the_one_she_left_in_changes_nothing() -> None:
    """Wren flies again: it is not at the station, and as the plan has it it has left."""
    modes = {"crewed": {"windows": f"{jan(7)}..{jan(9)}"}}
    again = {"vehicles.Wren": {"type": "boat", "pad": "beach", "modes": modes}}
    assert without_past_stays(told(FIRST), on(6, {**BACK, **again}, wren=True)).people == {
        "Boris": plan(people={"Boris": FIRST}).people["Boris"],
        "Ana": plan(people={"Ana": SECOND}).people["Ana"],
    }


@pytest.mark.parametrize(
    ("why", "first", "scenario"),
    [
        ("Wren leaves tomorrow", FIRST, on(4, ON_FINCH, wren=True)),
        ("Wren is late and still there", FIRST, on(6, ON_FINCH, wren=True)),
        ("Finch, to come, takes her home", {"home": "Finch"}, on(6, ON_FINCH)),
        ("what takes her home is not dated", {"home": "Owl"}, on(6, ON_FINCH)),
        ("she stays", {"stays": True}, on(6, ON_FINCH)),
        ("it contradicts itself, which has to be told", {**FIRST, "stays": True}, on(6, BACK)),
        ("nothing is said of her first, and she is aboard", None, on(4, ON_FINCH, wren=True)),
        (
            "nothing is said of her first, and she is on her way up to it",
            None,
            on(4, {**ON_FINCH, "people.Ana": ON_THE_WAY, f"people.{AGAIN}": {"agency": "Tiny"}}),
        ),
    ],
)
def test_until_then_it_stays_her_second(
    why: str, first: dict[str, Any] | None, scenario: Scenario
) -> None:
    assert without_past_stays(told(first), scenario) == told(first), why


def test_who_has_no_second_stay_keeps_the_first_that_is_over() -> None:
    """It is for others to see that Boris has left."""
    found = without_past_stays(told(FIRST, None), on(6, BACK))
    assert found == told(FIRST, None)

"""What every rule has: how strictly it holds, and what its findings say."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.days import read_moment
from lifeboat.plans.findings import Finding
from lifeboat.plans.plan import Plan
from lifeboat.situation.situation import Situation
from posing import audited, rule_named
from tiny import jan, plan, tiny

FLIGHTS, PORTS, SEATS = (
    "flights-keep-their-windows",
    "one-vehicle-per-port",
    "everyone-has-a-seat",
)
NOT_BEFORE_THE_9TH = {"vehicles.Wren.undock": f"{jan(9)}.."}
SHOULD: dict[str, Any] = {f"rules.{FLIGHTS}": "should"}


def the_one(rule: str, edits: dict[str, Any], told: Plan) -> Finding:
    (found,) = audited(rule, tiny(edits), told)
    return found


@pytest.mark.parametrize(
    ("rule", "said", "is_strict"),
    [
        (FLIGHTS, None, True),
        (FLIGHTS, "should", False),
        (SEATS, None, False),
        (SEATS, "must", True),
    ],
)
def test_a_scenario_says_how_strictly_a_rule_holds_or_the_rule_does(
    rule: str, said: str | None, is_strict: bool
) -> None:
    """In an emergency the least bad plan is wanted: that everyone has a seat is a `should`."""
    scenario = tiny({} if said is None else {f"rules.{rule}": said})
    situation = Situation.of(scenario, {})
    assert rule_named(rule).is_strict(situation) is is_strict
    assert rule_named(rule).strength(situation) == ("must" if is_strict else "should")


def test_a_finding_is_as_strict_as_its_rule() -> None:
    assert the_one(FLIGHTS, NOT_BEFORE_THE_9TH, plan()).strength == "must"
    assert the_one(FLIGHTS, {**NOT_BEFORE_THE_9TH, **SHOULD}, plan()).strength == "should"


def test_what_no_plan_can_do_is_a_must_whatever_the_rule_is() -> None:
    """Finch docks on the 5th."""
    assert the_one(FLIGHTS, SHOULD, plan({"Finch": {"undock": jan(4)}})).strength == "must"


def test_a_finding_about_slots_is_told_in_instants() -> None:
    found = the_one(FLIGHTS, NOT_BEFORE_THE_9TH, plan())
    assert (found.first, found.end) == (read_moment(jan(8)), read_moment(jan(9)))


def test_a_finding_by_the_hour_is_told_by_the_hour() -> None:
    """Wren frees its port two hours after Finch has come to it."""
    edits = {
        "vehicles.Wren.leaves": f"{jan(5)}T08:00Z",
        "vehicles.Finch.planned": f"{jan(4)}T06:00Z",
    }
    found = the_one(PORTS, edits, plan({"Finch": {"port": "north"}}))
    first, end = f"{jan(5)}T06:00Z", f"{jan(5)}T08:00Z"
    assert (found.first, found.end) == (read_moment(first), read_moment(end))


def test_a_finding_about_no_day_says_none() -> None:
    found = the_one(FLIGHTS, {}, plan({"Finch": {"cancelled": True}}))
    assert (found.first, found.end) == (None, None)

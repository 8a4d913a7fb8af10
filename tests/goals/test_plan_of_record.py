"""Which flights and people the plan of record has, and who flies as it says."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.curves import Sum
from lifeboat.goals.plan_of_record import (
    flew_as_planned,
    flown,
    flown_as_planned,
    from_now,
    has_a_flight,
    other_flights,
    planned_flights,
)
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.situation.clock import Slots
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.formulation.decisions import decisions_on
from tiny import TINY, jan, plan, tiny

ROBIN = {
    **TINY["vehicles"]["Finch"],
    "planned": None,
    "modes": {"crewed": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Cleo"]}},
}
"""Another boat that may bring Cleo, which nobody had planned."""
EITHER = {
    "vehicles.Finch.may_cancel": True,
    "vehicles.Robin": {**ROBIN, "may_cancel": True},
    "ports.west.accepts": ["ring"],
}


def situation(edits: dict[str, Any] | None = None) -> Situation:
    return Situation.of(tiny(edits), {})


@pytest.mark.parametrize(
    ("planned", "slots"),
    [((2, 5), (2, 5)), ((0, 1), (0, 1)), ((-3, 4), (0, 4)), ((-6, 0), (0, 1)), ((-6, -2), (0, 1))],
)
def test_what_was_to_be_before_can_be_in_the_first_slot(
    planned: tuple[int, int], slots: tuple[int, int]
) -> None:
    assert from_now(Slots(*planned)) == Slots(*slots)


def test_planned_flights_are_those_to_be_launched_on_a_date() -> None:
    """Wren is docked, as was planned, and for Robin no date was planned."""
    flown = {"vehicles.Wren.planned": "2029-12-01"}
    assert [ship.name for ship in planned_flights(situation({**EITHER, **flown}))] == ["Finch"]


def test_other_flights_are_those_that_could_be_launched_and_were_not_to_be() -> None:
    assert [ship.name for ship in other_flights(situation(EITHER))] == ["Robin"]


def test_whoever_is_aboard_has_no_flight_any_more() -> None:
    """Ana and Boris came up on Wren."""
    people = situation().members
    assert [name for name in people if has_a_flight(people[name])] == ["Cleo"]


def test_whoever_nobody_planned_to_launch_has_no_flight() -> None:
    assert not has_a_flight(situation({"people.Cleo.up": None}).members["Cleo"])


@pytest.mark.parametrize(
    ("flown_plan", "as_planned", "at_all"),
    [
        (plan({"Robin": {"cancelled": True}}), 1, 1),
        (plan({"Finch": {"cancelled": True}, "Robin": {"launch": jan(4)}}), 0, 1),
        (plan({"Finch": {"cancelled": True}, "Robin": {"cancelled": True}}), 0, 0),
    ],
    ids=["on her own boat", "on another", "not at all"],
)
def test_audit_and_model_say_the_same_of_who_flew(
    flown_plan: Plan, as_planned: int, at_all: int
) -> None:
    posed = situation(EITHER)
    journey = Course.of(posed, flown_plan).journeys.get("Cleo")
    assert (flew_as_planned(journey), journey is not None) == (as_planned, at_all)
    assert in_the_model(posed, flown_plan) == (as_planned, at_all)


def in_the_model(posed: Situation, flown_plan: Plan) -> tuple[int, int]:
    """How many come up on their planned vehicle and at all, the same boats cancelled."""
    decide = decisions_on(posed, collect(posed).every_slot())
    cancelled = [name for name, flight in flown_plan.flights.items() if flight.cancelled]
    for name in ("Finch", "Robin"):
        flies = decide.flights.flies(posed.ships[name])
        decide.post(flies <= 0 if name in cancelled else flies >= 1)
    (party,) = (party for party in decide.parties if party.one.name == "Cleo")
    search = Solver(decide.builder, Settings())
    assert search.minimise(Sum()).value is not None
    return search.measure(flown_as_planned(decide, party)), search.measure(flown(decide, party))


def test_whoever_was_aboard_all_along_did_not_fly() -> None:
    assert not flew_as_planned(Course.of(situation(), plan()).journeys["Ana"])

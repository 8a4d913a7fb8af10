"""Answers while a ship is on its way: the tiny station on the 4th, Finch in flight with Cleo.

Finch was launched on the 3rd and docks on the 6th; Ana and Boris leave in Wren on the 8th.
"""

from __future__ import annotations

import copy
from typing import Any

import pytest

import lifeboat
from lifeboat.answers.option import FlightView, Option
from lifeboat.answers.replan import Replanned
from lifeboat.days import read_moment
from lifeboat.errors import MistakesError
from lifeboat.plans.plan import Plan
from lifeboat.scenario.scenario import Scenario
from posing import audited, judged, measured, modelled
from tiny import jan, plan, tiny

FINCH = "vehicles.Finch"
AS_WRITTEN: dict[str, Any] = {
    "as_of": jan(4),
    FINCH: {"type": "boat", "pad": "beach", "launched": jan(3), "docked": jan(6)},
}
AS_PLANNED: dict[str, Any] = {
    "as_of": jan(4),
    f"{FINCH}.planned": jan(3),
    f"{FINCH}.modes.crewed.flight_up": "3d",
}
EITHER = pytest.mark.parametrize("station", [AS_WRITTEN, AS_PLANNED])


def at(edits: dict[str, Any]) -> Scenario:
    return tiny(copy.deepcopy(edits))


def best(edits: dict[str, Any]) -> Option:
    answer = lifeboat.solve(at(edits))
    assert answer.best is not None
    assert answer.outcome == "proven-best"
    return answer.best


def finch_of(option: Option) -> FlightView:
    return next(it for it in option.flights if it.vehicle == "Finch")


@EITHER
def test_it_docks_and_brings_whom_it_carries(station: dict[str, Any]) -> None:
    option = best(station)
    finch = finch_of(option)
    assert (finch.launch, finch.dock) == (read_moment(jan(3)), read_moment(jan(6)))
    assert (finch.up, option.cancelled, finch.changes) == (("Cleo",), (), ())
    assert option.decide_by == ()
    assert {it.name: it.value for it in option.goals if it.value} == {}


@EITHER
@pytest.mark.parametrize(
    "trouble",
    [
        {"groundings.leak": {"families": ["boat"], "during": f"{jan(1)}..{jan(9)}"}},
        {"pads.beach.outages": {"storm": {"during": f"{jan(1)}..{jan(9)}"}}},
    ],
)
def test_nothing_on_the_ground_stops_it(station: dict[str, Any], trouble: dict[str, Any]) -> None:
    assert finch_of(best({**station, **trouble})).dock == read_moment(jan(6))


@EITHER
def test_it_is_never_left_out(station: dict[str, Any]) -> None:
    """Even if it is unusable: then Cleo has no place from the 6th to the 10th, five days."""
    hit = {f"{FINCH}.conditions": {jan(5): {"state": "unusable"}}, f"{FINCH}.may_cancel": True}
    option = best({**station, **hit})
    assert finch_of(option).up == ("Cleo",)
    assert next(it.value for it in option.goals if it.name.startswith("no-place")) == 5


def test_it_docks_where_it_is_told_to() -> None:
    written = {**AS_WRITTEN[FINCH], "port": "south"}
    assert finch_of(best({**AS_WRITTEN, FINCH: written})).ports == ("south",)
    taken = {**AS_WRITTEN, FINCH: {**written, "port": "north"}}
    assert judged("one-vehicle-per-port", at(taken), plan({"Finch": {"port": "north"}})) != []


@EITHER
@pytest.mark.parametrize(("life", "undock", "kept"), [("6d", 9, True), ("5d", 9, False)])
def test_its_life_counts_from_its_launch(
    station: dict[str, Any], life: str, undock: int, kept: bool
) -> None:
    """From the 3rd to the 9th are six days."""
    scenario = at({**station, f"{FINCH}.life": {"limit": life, "waived_to": "60d"}})
    written = plan({"Finch": {"undock": jan(undock)}}, {"Cleo": {"home": "Finch"}})
    waived = measured("waived", scenario, written)
    assert (waived == 0) == kept
    assert modelled("waived", scenario, written) == waived


ROBIN = {
    "type": "boat",
    "pad": "beach",
    "may_cancel": True,
    "modes": {"empty": {"windows": f"{jan(4)}..{jan(9)}"}},
}


@EITHER
@pytest.mark.parametrize(("gap", "kept"), [("4d", True), ("5d", False)])
def test_its_pad_needs_its_gap(station: dict[str, Any], gap: str, kept: bool) -> None:
    """Launched on the 3rd; Robin on the 7th."""
    scenario = at({**station, "pads.beach.gap": gap, "vehicles.Robin": ROBIN})
    written = plan({"Robin": {"mode": "empty", "launch": jan(7)}})
    found = judged("flights-keep-their-windows", scenario, written)
    assert found == ([] if kept else [("beach", 7, 8)])


@EITHER
@pytest.mark.parametrize("told", [{"cancelled": True}, {"launch": jan(5)}, {"dock": jan(7)}])
def test_a_plan_that_says_otherwise_is_told(station: dict[str, Any], told: dict[str, Any]) -> None:
    rule = "flights-keep-their-windows"
    (found,) = audited(rule, at(station), plan({"Finch": told}))
    assert found.message.startswith(f"Finch was launched {jan(3)} and docks {jan(6)}")
    assert audited(rule, at(station), plan({"Finch": {"dock": jan(6)}})) == []


def replanned(before: Plan, as_of: str, **edits: Any) -> Replanned:
    """A plan with Finch launched on the 3rd, replanned later."""
    return lifeboat.replan(at({"as_of": as_of, **EARLIER, **edits}), before)


EARLIER = {f"{FINCH}.modes.crewed.flight_up": "3d", f"{FINCH}.planned": jan(4)}


def before() -> Plan:
    return plan(
        {"Finch": {"mode": "crewed", "launch": jan(3), "dock": jan(6), "port": "south"}},
        {"Cleo": {"up": "Finch", "stays": True}},
    )


@pytest.mark.parametrize("day", [4, 5, 6])
def test_what_an_earlier_plan_launched_is_not_launched_again(day: int) -> None:
    """The scenario plans it for the 4th, its window is open until the 9th: it is on its way."""
    told = replanned(before(), jan(day))
    assert told.stands
    assert told.answer.best is not None
    finch = finch_of(told.answer.best)
    assert (finch.launch, finch.dock) == (read_moment(jan(3)), read_moment(jan(6)))


def test_what_has_slipped_meanwhile_is_launched_later() -> None:
    """Its window opens on the 5th: on the 3rd it cannot have been launched."""
    late = {f"{FINCH}.modes.crewed.windows": f"{jan(5)}..{jan(9)}"}
    told = replanned(before(), jan(4), **late)
    assert told.answer.best is not None
    assert finch_of(told.answer.best).launch == read_moment(jan(5))


def test_what_has_docked_meanwhile_is_to_be_said() -> None:
    with pytest.raises(MistakesError, match="'Finch' docked 2030-01-06, before `as_of`"):
        replanned(before(), jan(7))


def test_what_the_scenario_says_of_a_flight_goes_before_an_earlier_plan() -> None:
    """The plan had it launched on the 5th; it was launched on the 3rd."""
    later = plan({"Finch": {"mode": "crewed", "launch": jan(5), "dock": jan(8)}})
    told = lifeboat.replan(at(AS_WRITTEN), later)
    assert told.answer.best is not None
    assert finch_of(told.answer.best).dock == read_moment(jan(6))
    assert told.before.findings == ()


@EITHER
@pytest.mark.parametrize("since", [5, 7, 9])
def test_a_replan_from_a_later_day_leaves_its_flight_alone(
    station: dict[str, Any], since: int
) -> None:
    first = best(station)
    told = lifeboat.replan(at(station), first.plan, since=read_moment(jan(since)))
    assert told.stands


@EITHER
def test_the_plan_of_an_answer_is_good(station: dict[str, Any]) -> None:
    assert lifeboat.check(at(station), best(station).plan).good


def test_launched_today_or_to_be_launched_today() -> None:
    """At noon: planned for the morning it has flown, planned for the evening it is to fly."""
    flies = {"as_of": f"{jan(4)}T12:00Z", f"{FINCH}.modes.crewed.lead": "30d"}
    for hour, needs in (("06", ()), ("18", ())):
        option = best({**flies, f"{FINCH}.planned": f"{jan(4)}T{hour}:00Z"})
        assert finch_of(option).launch == read_moment(jan(4))
        assert option.decide_by == needs

"""Flights keep their windows, follow whom they have to and fly where they must."""

from __future__ import annotations

from typing import Any

import pytest

from deciding import situation
from lifeboat.plans.plan import Plan
from lifeboat.rules.flights_keep_their_windows import launch_spans
from lifeboat.situation.clock import Slots
from posing import audited, counted, judged, rule_named
from tiny import TINY, jan, plan, tiny

RULE = "flights-keep-their-windows"
MODE = "vehicles.Finch.modes.crewed"
ON_THE_4TH = [("Finch", 4, 5)]


def launched(day: int) -> Plan:
    return plan({"Finch": {"launch": jan(day)}})


def test_a_launch_within_its_window_is_kept() -> None:
    assert judged(RULE, tiny()) == []


def test_a_window_holds_its_first_and_its_last_day() -> None:
    scenario = tiny({f"{MODE}.windows": f"{jan(4)}..{jan(5)}"})
    assert judged(RULE, scenario, launched(3)) == [("Finch", 3, 4)]
    assert judged(RULE, scenario, launched(4)) == []
    assert judged(RULE, scenario, launched(5)) == []
    assert judged(RULE, scenario, launched(6)) == [("Finch", 6, 7)]


ROBIN = {
    **TINY["vehicles"]["Finch"],
    "planned": jan(7),
    "modes": {"empty": {"windows": f"{jan(2)}..{jan(9)}"}},
}
TWO_LAUNCHES = {"vehicles.Robin": ROBIN, "ports.west.accepts": ["ring"]}


@pytest.mark.parametrize(
    ("window", "kept"),
    [(f"..{jan(8)}", True), (f"..{jan(7)}", False), (f"{jan(8)}..", True), (f"{jan(9)}..", False)],
)
def test_a_vehicle_undocks_within_its_own_window(window: str, kept: bool) -> None:
    found = judged(RULE, tiny({"vehicles.Wren.undock": window}))
    assert found == ([] if kept else [("Wren", 8, 9)])


@pytest.mark.parametrize(("span", "kept"), [("3d", True), ("3d 1h", False)])
def test_a_launch_may_have_to_follow_another(span: str, kept: bool) -> None:
    """Finch on the 4th, Robin on the 7th: three days."""
    modes = {"empty": {**ROBIN["modes"]["empty"], "after": {"Finch": span}}}
    scenario = tiny({**TWO_LAUNCHES, "vehicles.Robin": {**ROBIN, "modes": modes}})
    assert judged(RULE, scenario) == ([] if kept else [("Robin", 7, 8)])


def test_what_follows_a_flight_that_is_not_made_is_not_launched() -> None:
    modes = {"empty": {**ROBIN["modes"]["empty"], "after": {"Finch": "0d"}}}
    edits = {**TWO_LAUNCHES, "vehicles.Robin": {**ROBIN, "modes": modes}}
    scenario = tiny({**edits, "vehicles.Finch.may_cancel": True})
    assert judged(RULE, scenario, plan({"Finch": {"cancelled": True}})) == [("Robin", 7, 8)]


def test_what_was_launched_before_may_be_followed() -> None:
    """Wren was launched on 1 December, 34 days before Finch."""
    assert judged(RULE, tiny({f"{MODE}.after": {"Wren": "34d"}})) == []
    assert judged(RULE, tiny({f"{MODE}.after": {"Wren": "35d"}})) == ON_THE_4TH


@pytest.mark.parametrize("may_cancel", [True, False])
def test_a_flight_that_may_not_be_cancelled_flies(may_cancel: bool) -> None:
    scenario = tiny({"vehicles.Finch.may_cancel": may_cancel})
    found = judged(RULE, scenario, plan({"Finch": {"cancelled": True}}))
    assert found == ([] if may_cancel else [("Finch", None, None)])


def test_a_vehicle_docks_after_its_flight_time() -> None:
    for dock, kept in ((5, True), (6, False)):
        found = audited(RULE, tiny(), plan({"Finch": {"launch": jan(4), "dock": jan(dock)}}))
        assert (found == []) is kept


@pytest.mark.parametrize(("flight", "days"), [("6h", {4, 5}), ("30h", {5, 6}), ("1d", {5})])
def test_where_days_are_told_a_flight_docks_on_any_day_it_can(flight: str, days: set[int]) -> None:
    """Launched on the 4th, early or late."""
    scenario = tiny({"vehicle_types.boat.flight_up": flight})
    for dock in range(4, 8):
        told = plan({"Finch": {"launch": jan(4), "dock": jan(dock)}})
        assert (audited(RULE, scenario, told) == []) is (dock in days)


def test_a_flight_over_two_midnights_may_take_a_day() -> None:
    flight = {"launch": f"{jan(4)}T23:00Z", "dock": f"{jan(6)}T04:00Z"}
    assert audited(RULE, tiny(), plan({"Finch": flight})) == []
    flight = {"launch": f"{jan(4)}T11:00Z", "dock": f"{jan(6)}T04:00Z"}
    assert len(audited(RULE, tiny(), plan({"Finch": flight}))) == 1


def test_nobody_goes_up_twice() -> None:
    modes = {"crewed": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Cleo"]}}
    edits = {**TWO_LAUNCHES, "vehicles.Robin": {**ROBIN, "modes": modes}}
    assert [subject for subject, *_ in judged(RULE, tiny(edits))] == ["Cleo"]
    (found,) = audited(RULE, tiny({**edits, f"rules.{RULE}": "should"}))
    assert found.strength == "must"


SHOULD: dict[str, Any] = {f"rules.{RULE}": "should"}


@pytest.mark.parametrize(("day", "broken"), [(6, 0), (7, 1), (8, 1), (9, 0)])
def test_as_a_should_it_is_broken_by_landing_where_all_is_closed(day: int, broken: int) -> None:
    """Closed on the 7th, 8th and 9th; a vehicle lands on the day it undocks or on the next."""
    site = {"closures": {"dark": {"during": f"{jan(7)}..{jan(9)}"}}}
    scenario = tiny({**SHOULD, "landing_sites.steppe": site})
    assert counted("broken", scenario, plan({"Wren": {"undock": jan(day)}})) == broken


@pytest.mark.parametrize(("day", "broken"), [(3, 0), (4, 1), (5, 1), (6, 0)])
def test_as_a_should_it_is_broken_by_a_launch_in_an_outage(day: int, broken: int) -> None:
    outages = {"storm": {"during": f"{jan(4)}..{jan(5)}"}}
    scenario = tiny({**SHOULD, "pads.beach.outages": outages})
    assert counted("broken", scenario, launched(day)) == broken


AFTER = {
    "vehicles.Finch.planned": "2030-01-20",
    "vehicles.Finch.modes.crewed.windows": "2030-01-02..2030-02-28",
}


def test_a_flight_planned_for_after_the_horizon_need_not_fly_within_it() -> None:
    assert judged(RULE, tiny(AFTER)) == []
    assert judged(RULE, tiny(AFTER), plan({"Finch": {"later": True}})) == []


def test_a_launch_after_the_horizon_keeps_its_windows_too() -> None:
    """The audit alone: the model has no plans with dates beyond the horizon."""
    inside = plan({"Finch": {"launch": "2030-02-28"}})
    outside = plan({"Finch": {"launch": "2030-03-01"}})
    assert audited(RULE, tiny(AFTER), inside) == []
    (found,) = audited(RULE, tiny(AFTER), outside)
    assert found.message == "Finch has no launch window then in mode crewed"


@pytest.mark.parametrize(("dock", "end"), [(6, 6), (4, 5)])
def test_a_flight_of_another_time_than_its_own_is_told_from_launch_to_docking(
    dock: int, end: int
) -> None:
    (found,) = audited(RULE, tiny(SHOULD), plan({"Finch": {"launch": jan(4), "dock": jan(dock)}}))
    assert found.strength == "must"
    assert (found.first and found.first.day, found.end and found.end.day) == (4, end)
    told = f"Finch docks {jan(dock)}; launched {jan(4)}, it flies 1 day"
    assert found.message == told


def spans_of_finch(edits: dict[str, Any]) -> list[Slots]:
    asked = situation(edits)
    finch = asked.ships["Finch"]
    return [it for way in finch.ways for it in launch_spans(asked, finch, way) if it]


def test_a_launch_is_sought_within_its_windows_as_far_as_they_are_a_must() -> None:
    """What is launched on the 9th docks on the 10th, the last day of the horizon."""
    edits = {f"{MODE}.windows": f"{jan(3)}..{jan(20)}"}
    assert spans_of_finch(edits) == [Slots(2, 9)]
    assert spans_of_finch({**edits, **SHOULD}) == [Slots(0, 9)]


@pytest.mark.parametrize("strength", ["must", "should"])
def test_what_flies_for_longer_than_the_horizon_is_not_launched_within_it(strength: str) -> None:
    edits = {f"rules.{RULE}": strength, f"{MODE}.flight_up": "30d"}
    assert spans_of_finch(edits) == []


UNDER_WAY = {"type": "boat", "launched": jan(3), "docked": jan(6)}


@pytest.mark.parametrize(("dock", "is_met"), [(6, True), (10, True), (11, False)])
def test_what_is_on_its_way_has_the_launch_it_had_if_its_docking_is_met(
    dock: int, is_met: bool
) -> None:
    """Launched on the 3rd; it is the 4th, and the horizon ends with the 10th."""
    edits = {"as_of": jan(4), "vehicles.Finch": {**UNDER_WAY, "docked": jan(dock)}}
    assert spans_of_finch(edits) == ([Slots(-1, 0)] if is_met else [])


@pytest.mark.parametrize(
    ("launched", "told", "what"),
    [
        (jan(3), {}, None),
        (jan(3), {"launch": jan(3), "dock": jan(6)}, None),
        # Where it was before is nobody's concern.
        (jan(3), {"launch": jan(2)}, None),
        (jan(1), {"launch": jan(3)}, None),
        (jan(3), {"launch": jan(4)}, "flies otherwise"),
        (jan(1), {"launch": jan(4)}, "flies otherwise"),
        (f"{jan(4)}T06:00Z", {"launch": jan(4)}, None),
        (f"{jan(4)}T06:00Z", {"launch": jan(5)}, "flies otherwise"),
        (jan(3), {"dock": jan(5)}, "flies otherwise"),
        (jan(3), {"dock": jan(7)}, "flies otherwise"),
        (jan(3), {"cancelled": True}, "does not fly"),
    ],
)
def test_what_a_plan_says_otherwise_of_what_is_on_its_way_is_told(
    launched: str, told: dict[str, Any], what: str | None
) -> None:
    """At noon on the 4th; Finch docks on the 6th."""
    edits = {"as_of": f"{jan(4)}T12:00Z", "vehicles.Finch": {**UNDER_WAY, "launched": launched}}
    found = audited(RULE, tiny(edits), plan({"Finch": told}))
    assert [it.message.partition("in the plan it ")[2] for it in found] == ([what] if what else [])


def test_a_mode_that_follows_nothing_need_not_wait_for_what_another_mode_follows() -> None:
    modes = {"empty": {**ROBIN["modes"]["empty"], "after": {"Finch": "9d"}}}
    modes["spare"] = ROBIN["modes"]["empty"]
    scenario = tiny({**TWO_LAUNCHES, "vehicles.Robin": {**ROBIN, "modes": modes}})
    too_soon = plan({"Robin": {"mode": "empty"}})
    assert judged(RULE, scenario, too_soon) == [("Robin", 7, 8)]
    (found,) = audited(RULE, scenario, too_soon)
    assert found.see == (("vehicles", "Robin", "modes", "empty", "after", "Finch"),)
    assert judged(RULE, scenario, plan({"Robin": {"mode": "spare", "launch": jan(7)}})) == []


@pytest.mark.parametrize(
    ("vehicle", "undock", "found"),
    [
        ("Finch", jan(4), [("Finch", 4, 5)]),
        ("Finch", jan(5), [("Finch", 5, 6)]),
        ("Finch", jan(6), []),
        ("Wren", "2029-12-31", [("Wren", 31, 1)]),
        ("Wren", jan(1), []),
    ],
)
def test_nothing_undocks_before_it_has_docked_nor_before_today(
    vehicle: str, undock: str, found: list[tuple[object, ...]]
) -> None:
    """Finch docks on the 5th; Wren is docked, and it is the 1st. No rule has to say so."""
    told = audited(RULE, tiny(SHOULD), plan({vehicle: {"undock": undock}}))
    assert {it.strength for it in told} <= {"must"}
    days = [(it.subject, it.first and it.first.day, it.end and it.end.day) for it in told]
    assert days == found


@pytest.mark.parametrize(("day", "is_kept"), [(20, True), (21, False)])
def test_after_the_horizon_too_the_window_is_that_of_the_mode(day: int, is_kept: bool) -> None:
    """The audit alone: the model has no plans with dates beyond the horizon."""
    edits = {**AFTER, "vehicles.Finch.modes.spare": {"windows": f"{jan(15)}..{jan(20)}"}}
    found = audited(RULE, tiny(edits), plan({"Finch": {"mode": "spare", "launch": jan(day)}}))
    days = [(it.first and it.first.day, it.end and it.end.day) for it in found]
    assert days == ([] if is_kept else [(21, 22)])


@pytest.mark.parametrize("told", [{"cancelled": True}, {"mode": "cargo"}])
def test_what_is_not_launched_needs_no_pad(told: dict[str, Any]) -> None:
    """Whatever date the plan still gives: the flight is cancelled, or of no mode that there is."""
    outages = {"storm": {"during": f"{jan(1)}..{jan(9)}"}}
    scenario = tiny({"pads.beach.outages": outages, "vehicles.Finch.may_cancel": True})
    assert audited(RULE, scenario, plan({"Finch": {"launch": jan(4), **told}})) == []


NO_PORT = "Finch must fly, but no port accepts it"
NO_DAY = "Finch must fly, but no day is left within its windows and lead times"
NOWHERE: dict[str, Any] = {"vehicles.Finch.ports": []}
ANY_PORT = {"rules.one-vehicle-per-port": "should"}
OVER = {f"{MODE}.windows": f"{jan(11)}..{jan(12)}"}
SPARE = {"vehicles.Finch.modes.spare": {"windows": jan(5), "crew": ["Cleo"]}}


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ({}, []),
        (NOWHERE, [NO_PORT]),
        ({**NOWHERE, **ANY_PORT}, []),
        ({**NOWHERE, **ANY_PORT, "ports.south.accepts": ["cone"]}, []),
        ({**ANY_PORT, "ports": {"north": {"accepts": ["cone"]}}}, [NO_PORT]),
        (OVER, [NO_DAY]),
        ({f"{MODE}.lead": "9d", "vehicles.Finch.planned": None}, [NO_DAY]),
        ({f"{MODE}.lead": "8d", "vehicles.Finch.planned": None}, []),
        ({**OVER, **SPARE}, []),
        ({**OVER, **NOWHERE}, [NO_PORT, NO_DAY]),
        ({**OVER, **NOWHERE, "vehicles.Finch.may_cancel": True}, []),
        ({**AFTER, **NOWHERE}, []),
        ({"as_of": jan(4), "vehicles.Finch": {**UNDER_WAY, "ports": []}}, [NO_PORT]),
        ({"as_of": jan(4), "vehicles.Finch": {**UNDER_WAY, "docked": jan(11), "ports": []}}, []),
    ],
)
def test_why_what_must_fly_cannot(edits: dict[str, Any], told: list[str]) -> None:
    """Nothing is asked of what is docked, may be cancelled or comes after the horizon."""
    assert list(rule_named(RULE).contradictions(situation(edits))) == told

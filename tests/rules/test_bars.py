"""When a vehicle may not be launched or may not undock, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from deciding import situation
from lifeboat.plans.plan import Plan
from lifeboat.rules.bars import Bar, left_of, no_launch, no_undocking
from lifeboat.situation.clock import Slots
from posing import audited, judged
from tiny import TINY, jan, plan, tiny

RULE = "flights-keep-their-windows"
MODE = "vehicles.Finch.modes.crewed"
ON_THE_4TH = [("Finch", 4, 5)]


def launched(day: int) -> Plan:
    return plan({"Finch": {"launch": jan(day)}})


def said(bars: Iterable[Bar]) -> dict[int, list[str]]:
    """What is said against each day of January on which something is."""
    told = list(bars)
    days = {day: [why for span, why in told if day - 1 in span] for day in range(32)}
    return {day: reasons for day, reasons in days.items() if reasons}


def against_a_launch(edits: dict[str, Any]) -> dict[int, list[str]]:
    asked = situation(edits)
    (way,) = asked.ships["Finch"].ways
    return said(no_launch(asked, asked.ships["Finch"], way))


def against_leaving(
    edits: dict[str, Any], down: tuple[int, int] | None = None
) -> dict[int, list[str]]:
    asked = situation(edits)
    return said(no_undocking(asked, asked.ships["Wren"], down))


def test_each_reason_against_a_launch_is_told() -> None:
    edits = {
        "horizon": f"..{jan(31)}",
        "vehicles.Finch.planned": None,
        f"{MODE}.lead": "2d",
        f"{MODE}.windows": f"{jan(2)}..{jan(31)}",
        "groundings.doubt": {"families": ["boat"], "during": jan(5)},
        "pads.beach.outages": {"storm": {"during": f"{jan(5)}..{jan(6)}"}},
    }
    lead, storm = "cannot be ready before 2030-01-03", "finds beach out of use (storm)"
    assert against_a_launch(edits) == {
        0: [lead, "has no launch window then in mode crewed"],
        1: [lead, "has no launch window then in mode crewed"],
        2: [lead],
        5: ["is grounded (doubt)", storm],
        6: [storm],
    }


def test_a_window_within_another_closes_nothing() -> None:
    windows = [f"{jan(1)}..{jan(31)}", f"{jan(3)}..{jan(4)}"]
    assert against_a_launch({f"{MODE}.windows": windows}).keys() == {0}


def test_nothing_undoes_a_launch() -> None:
    """On the 4th, with Finch under way since the 3rd, its family is grounded."""
    edits = {
        "as_of": jan(4),
        "vehicles.Finch": {"type": "boat", "launched": jan(3), "docked": jan(6)},
        "groundings.doubt": {"families": ["boat"], "during": f"{jan(1)}..{jan(9)}"},
    }
    assert against_a_launch(edits) == {}


def test_nothing_is_said_against_leaving_where_nothing_has_to_be_prepared() -> None:
    assert against_leaving({}) == {}


def test_a_day_to_prepare_is_a_day_on_which_nothing_leaves() -> None:
    """Nobody could know before the 1st that it leaves at once."""
    why = "cannot leave before 2030-01-02, as that takes 1 day to prepare"
    told = against_leaving({"vehicle_types.boat.prepare_departure": "1d"})
    assert told == {0: [why], 1: [why]}


ON_SOME_DAYS = {
    "vehicle_types.boat.flight_down": "30h",
    "landing_sites.steppe.closures": {
        name: {"during": jan(day)}
        for name, day in (("snow", 3), ("frost", 5), ("fog", 6), ("mud", 7), ("wind", 9))
    },
}


def test_closures_that_leave_no_day_to_land_on_are_told() -> None:
    """Thirty hours down are a day or two; from the 4th to the 5th or 6th, from the 5th to the
    6th or 7th. From any other day, one of the two is fine.
    """
    why = "would have no place to land: " + ", ".join(
        f"steppe is closed ({name})" for name in ("frost", "fog", "mud")
    )
    assert against_leaving(ON_SOME_DAYS) == {4: [why], 5: [why]}


def test_where_the_flight_down_is_known_better_its_day_alone_counts() -> None:
    told = against_leaving(ON_SOME_DAYS, down=(1, 1))
    assert told.keys() == {2, 4, 5, 6, 8}
    assert told[2] == ["would have no place to land: steppe is closed (snow)"]
    assert told[8] == ["would have no place to land: steppe is closed (wind)"]


def test_a_type_for_which_no_site_is_named_lands_anywhere() -> None:
    closed = {"dark": {"during": f"{jan(1)}..{jan(31)}"}}
    raft = {"vehicle_types.raft": TINY["vehicle_types"]["boat"]}
    site = {"landing_sites.steppe": {"types": ["raft"], "closures": closed}}
    assert against_leaving({**raft, **site}) == {}


@pytest.mark.parametrize(
    ("site", "closure"), [({}, {}), ({"types": ["boat"]}, {}), ({}, {"types": ["boat"]})]
)
def test_a_site_or_a_closure_may_be_meant_for_a_type(
    site: dict[str, Any], closure: dict[str, Any]
) -> None:
    """Dark from the 7th to the 9th; a boat lands on the day it undocks or on the next."""
    dark = {"during": f"{jan(7)}..{jan(9)}", **closure}
    edits = {"landing_sites.steppe": {**site, "closures": {"dark": dark}}}
    assert against_leaving(edits).keys() == {7, 8}


def test_what_is_left_lies_outside_all_bars() -> None:
    spans, bars = [Slots(0, 10)], [(Slots(2, 4), "a storm"), (Slots(6, 7), "a doubt")]
    assert left_of(spans, bars) == [Slots(0, 2), Slots(4, 6), Slots(7, 10)]


def test_between_two_windows_nothing_is_launched() -> None:
    scenario = tiny({f"{MODE}.windows": [jan(3), f"{jan(5)}..{jan(6)}"]})
    assert judged(RULE, scenario) == ON_THE_4TH


@pytest.mark.parametrize("day", [4, 5, 9])
def test_what_is_planned_is_ordered_already(day: int) -> None:
    """Planned for the 4th, it needs no lead on that day or later."""
    assert judged(RULE, tiny({f"{MODE}.lead": "30d"}), launched(day)) == []


@pytest.mark.parametrize(("lead", "kept"), [("2d", True), ("2d 1h", False)])
def test_sooner_than_planned_needs_the_lead_time(lead: str, kept: bool) -> None:
    """Two days after the 1st is the 3rd, a day before the plan."""
    found = judged(RULE, tiny({f"{MODE}.lead": lead}), launched(3))
    assert found == ([] if kept else [("Finch", 3, 4)])


SPARE = "vehicles.Finch.modes.spare"
IN_SPARE = {"mode": "spare", "launch": jan(6)}


@pytest.mark.parametrize(("lead", "kept"), [("5d", True), ("5d 1h", False)])
@pytest.mark.parametrize("planned", [jan(4), None])
def test_another_mode_and_an_unplanned_flight_need_it(
    lead: str, kept: bool, planned: str | None
) -> None:
    """Five days after the 1st is the 6th."""
    spare = {"windows": f"{jan(2)}..{jan(9)}", "lead": lead, "crew": ["Cleo"]}
    scenario = tiny({SPARE: spare, "vehicles.Finch.planned": planned})
    found = judged(RULE, scenario, plan({"Finch": IN_SPARE}))
    assert found == ([] if kept else [("Finch", 6, 7)])


def test_the_planned_mode_need_not_be_the_first() -> None:
    spare = {"windows": f"{jan(2)}..{jan(9)}", "lead": "20d", "crew": ["Cleo"]}
    scenario = tiny({SPARE: spare, "vehicles.Finch.planned_mode": "spare"})
    assert judged(RULE, scenario, plan({"Finch": IN_SPARE})) == []


@pytest.mark.parametrize(("expected", "kept"), [(1, True), (2, False)])
def test_the_lead_time_counts_from_the_gate(expected: int, kept: bool) -> None:
    """Planned for the 4th; two days after the gate opens is the 3rd, or the 4th."""
    edits = {f"{MODE}.lead": "2d", f"{MODE}.gate": "board"}
    scenario = tiny({**edits, "investigations.board.expected": jan(expected)})
    assert judged(RULE, scenario, launched(3)) == ([] if kept else [("Finch", 3, 4)])


@pytest.mark.parametrize(("expected", "kept"), [(2, True), (3, False)])
def test_what_waits_for_a_gate_is_not_ordered_before(expected: int, kept: bool) -> None:
    """Planned for the 4th, two days after the gate at the soonest."""
    edits = {f"{MODE}.lead": "2d", f"{MODE}.gate": "board"}
    scenario = tiny({**edits, "investigations.board.expected": jan(expected)})
    assert judged(RULE, scenario) == ([] if kept else ON_THE_4TH)


def test_an_ordered_flight_may_still_be_launched_on_the_day_it_is() -> None:
    """Asked at noon, for a launch planned for the evening of that day."""
    edits = {"as_of": "2030-01-04T12:00Z", "vehicles.Finch.planned": "2030-01-04T20:00Z"}
    scenario = tiny({**edits, f"{MODE}.lead": "3d"})
    assert judged(RULE, scenario, launched(4)) == []


@pytest.mark.parametrize(("last", "kept"), [(3, True), (4, False)])
def test_a_pad_out_of_use_launches_nothing(last: int, kept: bool) -> None:
    outages = {"storm": {"during": f"{jan(1)}..{jan(last)}"}}
    found = judged(RULE, tiny({"pads.beach.outages": outages}))
    assert found == ([] if kept else ON_THE_4TH)


@pytest.mark.parametrize(
    ("family", "last", "kept"), [("boat", 3, True), ("boat", 4, False), ("other", 4, True)]
)
def test_a_grounded_family_is_not_launched(family: str, last: int, kept: bool) -> None:
    grounding: dict[str, Any] = {"families": [family], "during": f"..{jan(last)}"}
    found = judged(RULE, tiny({"groundings.leak": grounding}))
    assert found == ([] if kept else ON_THE_4TH)


@pytest.mark.parametrize(("span", "kept"), [("5d", True), ("5d 1h", False), ("0d", True)])
def test_a_departure_has_to_be_prepared(span: str, kept: bool) -> None:
    """Wren was to leave on the 8th; nobody could know on the 1st that it leaves on the 6th."""
    scenario = tiny({"vehicle_types.boat.prepare_departure": span})
    found = judged(RULE, scenario, plan({"Wren": {"undock": jan(6)}}))
    assert found == ([] if kept else [("Wren", 6, 7)])


def test_a_departure_that_was_planned_is_prepared_already() -> None:
    scenario = tiny({"vehicle_types.boat.prepare_departure": "20d"})
    assert judged(RULE, scenario) == []
    assert judged(RULE, scenario, plan({"Wren": {"undock": jan(9)}})) == []
    assert judged(RULE, scenario, plan({"Wren": {"undock": jan(7)}})) == [("Wren", 7, 8)]


def test_a_departure_that_did_not_happen_is_prepared_anew() -> None:
    edits = {"vehicle_types.boat.prepare_departure": "5d", "vehicles.Wren.leaves": "2029-12-20"}
    assert judged(RULE, tiny(edits), plan({"Wren": {"undock": jan(5)}})) == [("Wren", 5, 6)]
    assert judged(RULE, tiny(edits), plan({"Wren": {"undock": jan(6)}})) == []


BOTH_DAYS = f"{jan(8)}..{jan(9)}"


@pytest.mark.parametrize(
    ("days", "kept"), [((1, 7), True), ((5, 8), True), ((8, 9), False), ((9, 10), True)]
)
def test_nothing_lands_where_all_is_closed(days: tuple[int, int], kept: bool) -> None:
    """Wren undocks on the 8th and lands six hours later, on that day or on the next."""
    during = f"{jan(days[0])}..{jan(days[1])}"
    site = {"closures": {"dark": {"during": during}}}
    found = judged(RULE, tiny({"landing_sites.steppe": site}))
    assert found == ([] if kept else [("Wren", 8, 9)])


@pytest.mark.parametrize(("hour", "kept"), [("02:00", True), ("19:00", False)])
def test_where_the_hour_is_told_the_site_is_open_on_that_day(hour: str, kept: bool) -> None:
    """Six hours after undocking on the 8th; the only site is dark on the 9th."""
    site = {"closures": {"dark": {"during": jan(9)}}}
    told = plan({"Wren": {"undock": f"{jan(8)}T{hour}Z"}})
    assert (audited(RULE, tiny({"landing_sites.steppe": site}), told) == []) is kept


@pytest.mark.parametrize(("flight", "kept"), [("3h", True), ("1d", False), ("2d", True)])
def test_it_is_the_landing_that_needs_the_site(flight: str, kept: bool) -> None:
    site = {"closures": {"dark": {"during": jan(9)}}}
    edits = {"landing_sites.steppe": site, "vehicle_types.boat.flight_down": flight}
    assert judged(RULE, tiny(edits)) == ([] if kept else [("Wren", 8, 9)])


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        ({}, True),
        ({"types": ["raft"]}, False),
        ({"closures": {"storm": {"during": BOTH_DAYS}}}, False),
        ({"closures": {"storm": {"during": jan(8)}}}, True),
        ({"closures": {"storm": {"during": BOTH_DAYS, "types": ["raft"]}}}, True),
    ],
)
def test_one_open_site_is_enough(other: Any, kept: bool) -> None:
    steppe = {"closures": {"dark": {"during": BOTH_DAYS}}}
    edits = {"landing_sites.steppe": steppe, "landing_sites.sea": other}
    raft = {"vehicle_types.raft": TINY["vehicle_types"]["boat"]}
    assert judged(RULE, tiny({**raft, **edits})) == ([] if kept else [("Wren", 8, 9)])


@pytest.mark.parametrize(("day", "kept"), [(6, True), (7, False), (8, False), (9, True)])
def test_the_first_and_the_last_day_without_a_landing_site(day: int, kept: bool) -> None:
    """Closed on the 7th, 8th and 9th; a vehicle lands on the day it undocks or on the next."""
    site = {"closures": {"dark": {"during": f"{jan(7)}..{jan(9)}"}}}
    scenario = tiny({"landing_sites.steppe": site})
    found = judged(RULE, scenario, plan({"Wren": {"undock": jan(day)}}))
    assert found == ([] if kept else [("Wren", day, day + 1)])


@pytest.mark.parametrize(("day", "kept"), [(3, True), (4, False), (5, False), (6, True)])
def test_the_first_and_the_last_day_of_an_outage(day: int, kept: bool) -> None:
    outages = {"storm": {"during": f"{jan(4)}..{jan(5)}"}}
    found = judged(RULE, tiny({"pads.beach.outages": outages}), launched(day))
    assert found == ([] if kept else [("Finch", day, day + 1)])

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.plan import Plan
from posing import audited, counted, judged
from tiny import TINY, jan, plan, tiny

BOTH_DAYS = f"{jan(8)}..{jan(9)}"
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


ROBIN = {
    **TINY["vehicles"]["Finch"],
    "planned": jan(7),
    "modes": {"empty": {"windows": f"{jan(2)}..{jan(9)}"}},
}
TWO_LAUNCHES = {"vehicles.Robin": ROBIN, "ports.west.accepts": ["ring"]}


@pytest.mark.parametrize(("gap", "kept"), [("3d", True), ("3d 1h", False)])
def test_a_pad_needs_its_gap(gap: str, kept: bool) -> None:
    """Finch on the 4th, Robin on the 7th: three days."""
    scenario = tiny({**TWO_LAUNCHES, "pads.beach.gap": gap})
    assert judged(RULE, scenario) == ([] if kept else [("beach", 7, 8)])


@pytest.mark.parametrize(("after", "kept"), [("raft", True), ("boat", False)])
def test_a_pad_may_need_another_gap_for_some_pairs(after: str, kept: bool) -> None:
    gaps = {"slow": {"before": ["boat"], "after": [after], "gap": "4d"}}
    edits = {**TWO_LAUNCHES, "pads.beach.gaps": gaps, "pads.beach.gap": "3d"}
    scenario = tiny({**edits, "vehicle_types.raft": TINY["vehicle_types"]["boat"]})
    assert judged(RULE, scenario) == ([] if kept else [("beach", 7, 8)])


def test_two_pads_do_not_wait_for_each_other() -> None:
    edits = {**TWO_LAUNCHES, "pads.beach.gap": "9d", "pads.cliff": {}}
    assert judged(RULE, tiny({**edits, "vehicles.Robin": {**ROBIN, "pad": "cliff"}})) == []


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


@pytest.mark.parametrize(
    ("window", "kept"),
    [(f"..{jan(8)}", True), (f"..{jan(7)}", False), (f"{jan(8)}..", True), (f"{jan(9)}..", False)],
)
def test_a_vehicle_undocks_within_its_own_window(window: str, kept: bool) -> None:
    found = judged(RULE, tiny({"vehicles.Wren.undock": window}))
    assert found == ([] if kept else [("Wren", 8, 9)])


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
    scenario = tiny({**TWO_LAUNCHES, "vehicles.Robin": {**ROBIN, "modes": modes}})
    assert [subject for subject, *_ in judged(RULE, scenario)] == ["Cleo"]


@pytest.mark.parametrize(("gap", "kept"), [("5d", True), ("6d", False)])
@pytest.mark.parametrize("first", ["Wren", "Finch"])
def test_a_pad_needs_its_gap_after_a_launch_that_is_past(first: str, gap: str, kept: bool) -> None:
    """Wren on 30 December, Finch on 4 January: five days, whichever the file names first."""
    wren = {**TINY["vehicles"]["Wren"], "launched": "2029-12-30", "pad": "beach"}
    ships = {"Wren": {**wren, "docked": "2029-12-31"}, "Finch": TINY["vehicles"]["Finch"]}
    order = {name: ships[name] for name in sorted(ships, key=lambda it: it != first)}
    scenario = tiny({"vehicles": order, "pads.beach.gap": gap})
    assert judged(RULE, scenario) == ([] if kept else [("beach", 4, 5)])


def two(finch: int, robin: int) -> Plan:
    return plan({"Finch": {"launch": jan(finch)}, "Robin": {"launch": jan(robin)}})


FROM_THE_FIRST = {
    **TWO_LAUNCHES,
    f"{MODE}.windows": f"{jan(1)}..{jan(9)}",
    "vehicles.Robin": {**ROBIN, "modes": {"empty": {"windows": f"{jan(1)}..{jan(9)}"}}},
}


@pytest.mark.parametrize(
    ("finch", "robin", "gap", "found"),
    [
        (1, 4, "3d", []),
        (1, 4, "4d", [("beach", 4, 5)]),
        (2, 1, "1d", []),
        (2, 1, "2d", [("beach", 2, 3)]),
        (1, 2, "1d", []),
        (1, 2, "2d", [("beach", 2, 3)]),
    ],
)
def test_a_gap_after_a_launch_on_the_very_first_day(
    finch: int, robin: int, gap: str, found: list[tuple[object, ...]]
) -> None:
    scenario = tiny({**FROM_THE_FIRST, "pads.beach.gap": gap})
    assert judged(RULE, scenario, two(finch, robin)) == found


@pytest.mark.parametrize(
    ("finch", "robin", "found"),
    [
        (4, 4, []),
        (4, 5, []),
        (5, 4, [("beach", 5, 6)]),
        (6, 4, []),
    ],
)
@pytest.mark.parametrize("listed", ["Finch", "Robin"])
def test_two_launches_on_one_day_may_be_in_the_order_that_needs_less(
    listed: str, finch: int, robin: int, found: list[tuple[object, ...]]
) -> None:
    """Robin, a raft, needs nothing after a boat; a boat needs two days after a raft."""
    gaps = {"quick": {"before": ["boat"], "after": ["raft"], "gap": "0d"}}
    scenario = tiny(
        {
            **TWO_LAUNCHES,
            "vehicle_types.raft": TINY["vehicle_types"]["boat"],
            "vehicles.Robin": {**ROBIN, "type": "raft"},
            "pads.beach.gap": "2d",
            "pads.beach.gaps": gaps,
        }
    )
    ships = dict(sorted(scenario.vehicles.items(), key=lambda it: it[0] != listed))
    scenario = scenario.model_copy(update={"vehicles": ships})
    assert judged(RULE, scenario, two(finch, robin)) == found


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
    (found,) = audited(RULE, tiny(), plan({"Finch": {"launch": jan(4), "dock": jan(dock)}}))
    assert found.first is not None
    assert found.end is not None
    assert (found.first.day, found.end.day) == (4, end)

"""What is on its way at `as_of`: written so, or launched by the plan of record."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.days import say_instant
from lifeboat.scenario.in_flight import crew_in_flight, in_flight
from tiny import TINY, jan, tiny

FINCH = "vehicles.Finch"
WINDOWS = f"{FINCH}.modes.crewed.windows"
NOON = "2030-01-05T12:00Z"
WRITTEN = {
    "vehicles.Finch": {"type": "boat", "launched": jan(4), "docked": jan(6), "leaves": jan(9)},
    "vehicles.Wren.leaves": jan(8),
}
PLANNED = {WINDOWS: f"{jan(2)}..{jan(9)}", f"{FINCH}.planned": jan(4), f"{FINCH}.leaves": jan(9)}


def flight(edits: dict[str, Any]) -> tuple[str | None, str, str] | None:
    """Finch's mode, launch and docking, if it is on its way."""
    scenario = tiny(edits)
    kind = scenario.vehicle_types["boat"]
    found = in_flight(scenario.vehicles["Finch"], kind, scenario.as_of)
    if found is None:
        return None
    return found.mode, say_instant(found.launched), say_instant(found.docks)


@pytest.mark.parametrize(
    ("as_of", "under_way"),
    [(jan(4), False), ("2030-01-04T00:01Z", True), (NOON, True), (jan(6), False), (jan(7), False)],
)
def test_launched_before_and_docked_after(as_of: str, under_way: bool) -> None:
    expected = (None, jan(4), jan(6)) if under_way else None
    assert flight({**WRITTEN, "as_of": as_of}) == expected


@pytest.mark.parametrize(
    ("planned", "as_of", "launched"),
    [
        (jan(4), jan(4), None),
        (jan(4), "2030-01-04T12:00Z", None),
        (jan(4), jan(5), jan(4)),
        ("2030-01-04T06:00Z", "2030-01-04T06:00Z", None),
        ("2030-01-04T06:00Z", "2030-01-04T06:01Z", "2030-01-04T06:00Z"),
        ("2030-01", jan(5), None),
        ("NET 2030-01-03", jan(5), None),
        ("TBD", jan(5), None),
        (f"{jan(3)}..{jan(4)}", jan(5), None),
    ],
)
def test_what_the_plan_of_record_launched_has_flown(
    planned: str, as_of: str, launched: str | None
) -> None:
    """Once the day is over, or the instant where one is planned; a day up from then. Of a month, a
    week-end or no date at all nobody can tell.
    """
    found = flight({**PLANNED, f"{FINCH}.planned": planned, "as_of": as_of})
    assert (None if found is None else found[1]) == launched
    if launched == jan(4):
        assert found == ("crewed", jan(4), jan(5))


@pytest.mark.parametrize("windows", [f"{jan(5)}..{jan(9)}", [jan(3), f"{jan(5)}.."], f"..{jan(3)}"])
def test_what_could_not_be_launched_then_has_not_flown(windows: Any) -> None:
    assert flight({**PLANNED, WINDOWS: windows, "as_of": NOON}) is None


def test_it_flies_as_long_as_its_mode_says() -> None:
    longer = {f"{FINCH}.modes.crewed.flight_up": "2d 6h"}
    found = flight({**PLANNED, **longer, "as_of": NOON})
    assert found == ("crewed", jan(4), "2030-01-06T06:00Z")


def test_it_flew_in_the_planned_mode() -> None:
    empty = {f"{FINCH}.modes.empty": {"windows": jan(4)}, f"{FINCH}.planned_mode": "empty"}
    scenario = tiny({**PLANNED, **empty, "as_of": jan(5)})
    kind, finch = scenario.vehicle_types["boat"], scenario.vehicles["Finch"]
    found = in_flight(finch, kind, scenario.as_of)
    assert found is not None
    assert (found.mode, crew_in_flight(scenario, "Finch", found)) == ("empty", [])


def test_without_modes_it_carries_those_who_came_on_it_and_are_not_aboard() -> None:
    dora = {**TINY["people"]["Ana"], "up": "Finch", "seat": "station"}
    scenario = tiny({**WRITTEN, "as_of": NOON, "people.Dora": dora})
    kind, finch = scenario.vehicle_types["boat"], scenario.vehicles["Finch"]
    found = in_flight(finch, kind, scenario.as_of)
    assert found is not None
    assert crew_in_flight(scenario, "Finch", found) == ["Cleo"]

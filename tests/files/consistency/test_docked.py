"""Vehicles at the station: since when, where, and nothing that only flights have."""

from __future__ import annotations

from typing import Any

import pytest

from mistaken import told
from tiny import TINY, jan

WREN = TINY["vehicles"]["Wren"]
AS_OF = "2030-01-01T00:00Z"
LATER = "2030-01-01T00:01Z"


def wren(**changes: Any) -> dict[str, Any]:
    return {"vehicles.Wren": {**WREN, **changes}}


def without(key: str) -> dict[str, Any]:
    return {"vehicles.Wren": {name: value for name, value in WREN.items() if name != key}}


def test_it_may_have_docked_exactly_at_as_of() -> None:
    assert told(wren(docked=AS_OF)) == []
    assert told(wren(docked=LATER, launched=None)) == [("after-as-of", LATER)]


def test_it_may_be_there_the_instant_it_is_launched() -> None:
    assert told(wren(docked=AS_OF, launched=AS_OF)) == []
    day_before = "2029-12-31T23:59Z"
    assert told(wren(docked=day_before, launched=AS_OF)) == [("date-order", AS_OF)]


def test_launched_too_late_for_the_scenario_and_for_its_docking() -> None:
    assert told(wren(launched=LATER)) == [("after-as-of", LATER), ("date-order", LATER)]


def test_when_it_was_launched_may_be_unknown() -> None:
    """But not where it is, nor since when."""
    assert told(without("launched")) == []
    assert told(without("port")) == [("missing-key", "Wren")]
    assert told(without("docked")) == [("missing-key", "port")]


def test_all_that_is_for_flights_is_told() -> None:
    flight = {"pad": "beach", "planned": jan(4), "planned_mode": "crewed"}
    modes = {"crewed": {"windows": jan(4), "crew": ["Cleo"]}}
    assert told(wren(modes=modes, **flight)) == [
        ("docked-and-to-come", key) for key in ("modes", "pad", "planned", "planned_mode")
    ]


@pytest.mark.parametrize("places", [0, 1, 2])
def test_an_emergency_has_as_many_places_as_somebody_says(places: int) -> None:
    hit = {"state": "emergency-only", "places": places, "ride_home": True}
    assert told(wren(conditions={jan(3): hit})) == []


@pytest.mark.parametrize("state", ["sound", "empty-return-only", "unusable"])
@pytest.mark.parametrize("name", ["Wren", "Finch"])
def test_in_any_other_state_places_are_not_given(name: str, state: str) -> None:
    """Not even that there is no ride home; whether the vehicle is there or still to come."""
    hit = {jan(3): {"state": state, "places": 2, "ride_home": False}}
    assert told({f"vehicles.{name}.conditions": hit}) == [
        ("condition", "places"),
        ("condition", "ride_home"),
    ]


def test_it_may_have_fewer_seats_than_people_in_it() -> None:
    """That is what goals count."""
    assert told(wren(seats=1)) == []


def test_no_vehicle_is_called_station() -> None:
    free = {key: value for key, value in WREN.items() if key != "leaves"} | {"port": "south"}
    assert told({"vehicles.station": free}) == [("reserved-name", "station")]

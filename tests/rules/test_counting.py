"""Why there is no plan, as far as counting shows: each reason, and only of a `must`."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.rules.counting import contradictions
from lifeboat.situation.situation import Situation
from tiny import TINY, jan, tiny

NO_PORT_FITS = {"ports.north.accepts": ["cone"], "ports.south.accepts": ["cone"]}
SHUT = {"vehicles.Finch.modes.crewed.windows": jan(10)}
"""Launched on the last day of the horizon it could not dock within it."""


def water(reserve: int) -> dict[str, Any]:
    return {"station.supplies.water": {"unit": "l", "stock": 10, "use": 1, "reserve": reserve}}


def reasons(edits: dict[str, Any]) -> list[str]:
    return contradictions(Situation.of(tiny(edits), {}))


def test_nothing_speaks_against_the_tiny_station() -> None:
    assert reasons({}) == []


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (NO_PORT_FITS, "Finch must fly, but no port accepts it"),
        ({**NO_PORT_FITS, "vehicles.Finch.may_cancel": True}, None),
        (SHUT, "Finch must fly, but no day is left within its windows and lead times"),
        ({**SHUT, "vehicles.Finch.may_cancel": True}, None),
        ({"vehicles.Finch.modes.crewed.windows": jan(9)}, None),
        (
            {"people.Ana.return_window": "..2029-12-31"},
            "Ana had to land before 2030-01-01 and is still aboard",
        ),
        ({"people.Ana.return_window": f"..{jan(1)}"}, None),
        ({"people.Cleo.return_window": "..2029-12-31"}, None),
        ({"station.crew.least": 3}, "2 people are aboard, at least 3 needed"),
        ({"station.crew.least": 2}, None),
        (
            {"station.skills.helm.least": 2, "people.Ana.skills": ["helm"]},
            "1 person aboard is able to do helm, at least 2 needed",
        ),
        ({"station.skills.helm.least": 1, "people.Ana.skills": ["helm"]}, None),
        (water(reserve=11), "water is under its reserve already"),
        (water(reserve=10), None),
    ],
)
def test_a_reason(edits: dict[str, Any], told: str | None) -> None:
    assert reasons(edits) == ([] if told is None else [told])


def test_somebody_may_come_in_the_first_slot() -> None:
    """With a flight of no time Cleo could be aboard on the 1st, so counting shows nothing."""
    quick = {"vehicle_types.boat.flight_up": "3h", "station.crew.least": 3}
    assert reasons(quick) == []


@pytest.mark.parametrize(
    ("edits", "rule"),
    [
        (SHUT, "flights-keep-their-windows"),
        ({"people.Ana.return_window": "..2029-12-31"}, "person-within-limits"),
        ({"station.crew.least": 3}, "never-understaffed"),
        (water(reserve=11), "never-too-many"),
    ],
)
def test_what_only_should_hold_makes_nothing_impossible(edits: dict[str, Any], rule: str) -> None:
    assert len(reasons(edits)) == 1
    assert reasons({**edits, f"rules.{rule}": "should"}) == []


def test_a_flight_without_a_port_has_to_fly_only_where_both_rules_must_hold() -> None:
    """A port that is not meant for it would do, one its mechanism does not fit never does."""
    should, told = {"rules.one-vehicle-per-port": "should"}, reasons(NO_PORT_FITS)
    assert reasons({**NO_PORT_FITS, **should}) == told
    for_others = {"ports.north.types": ["raft"], "ports.south.types": ["raft"]}
    kinds = {**for_others, "vehicle_types.raft": TINY["vehicle_types"]["boat"]}
    assert reasons(kinds) == told
    assert reasons({**kinds, **should}) == []


@pytest.mark.parametrize(("life", "day"), [("30d", "2029-12-31"), ("31d", jan(1)), ("32d", None)])
def test_a_vehicle_at_the_end_of_its_life(life: str, day: str | None) -> None:
    """Wren was launched on 1 December, 31 days before 1 January, and needs a day to land."""
    rule = "rules.vehicle-within-its-life"
    slow = {"vehicles.Wren.life": {"limit": life}, "vehicle_types.boat.flight_down": "1d"}
    told = [] if day is None else [f"Wren was at the end of its life on {day} and is still docked"]
    assert reasons({**slow, rule: "must"}) == told
    assert reasons({**slow, rule: "should"}) == []
    assert reasons({**slow, rule: "must", "vehicle_types.boat.flight_down": "6h"}) == []


def test_nobody_minds_the_life_of_a_wreck() -> None:
    """Once it is unusable nothing can use or move it."""
    wreck = {"vehicles.Wren.conditions": {"2029-12-31": {"state": "unusable"}}}
    slow = {"vehicles.Wren.life": {"limit": "30d"}, "vehicle_types.boat.flight_down": "1d"}
    assert reasons({**slow, **wreck, "rules.vehicle-within-its-life": "must"}) == []

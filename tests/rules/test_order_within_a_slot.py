"""The small rescue with one port: its only ship has to leave before the next can dock."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.scenario.scenario import Scenario
from repository import TINY
from tiny import as_plan

ROOM_FOR_ALL = ("set", "vehicles.Sparrow.conditions.2030-02-28.places=3")
ONE_PORT = ("set", "vehicles.Heron.ports=[north]")


def small(*edits: tuple[str, str]) -> Scenario:
    return lifeboat.read_scenario(str(TINY), edits=[ROOM_FOR_ALL, *edits])


def solved(*edits: tuple[str, str]) -> dict[str, int | float]:
    best = lifeboat.solve(small(*edits), plans=1).best
    assert best is not None
    return {it.name: it.value for it in best.goals} | {
        part.name: part.value for goal in best.goals for part in goal.parts
    }


@pytest.mark.parametrize(
    ("edits", "days"),
    [
        ((), 0),
        ((ONE_PORT,), 3),
        ((ONE_PORT, ("set", "resolution=12h")), 1.5),
        ((ONE_PORT, ("set", "station.turn_round=36h")), 6),
    ],
)
def test_the_time_between_on_one_port_is_without_a_place(
    edits: tuple[tuple[str, str], ...], days: float
) -> None:
    """Three people, for a slot; for two days where a day and a half have to pass."""
    assert solved(*edits)["no-place"] == days


@pytest.mark.parametrize(
    ("leaves", "docks", "days", "broken"),
    [
        ("09:00", "15:00", 0.75, {"everyone-has-a-seat"}),
        ("15:00", "09:00", 0, {"one-vehicle-per-port"}),
    ],
)
def test_by_the_hours_of_a_plan(leaves: str, docks: str, days: float, broken: set[str]) -> None:
    """On the 7th; six hours for three people are three quarters of a person-day."""
    heron = {"mode": "empty", "launch": f"2030-03-06T{docks}Z", "dock": f"2030-03-07T{docks}Z"}
    flights = {
        "Sparrow": {"undock": f"2030-03-07T{leaves}Z"},
        "Heron": {**heron, "port": "north", "undock": "2030-03-12"},
    }
    seats = {f"2030-03-07T{docks}Z": "Heron"}
    people = {name: {"home": "Heron", "seats": seats} for name in ("Ana", "Boris", "Chen")}
    told = lifeboat.check(small(ONE_PORT), as_plan({"flights": flights, "people": people}))
    assert {it.rule for it in told.option.findings} == broken
    first = told.option.goals[0]
    values = {first.name: first.value} | {part.name: part.value for part in first.parts}
    assert values["no-place"] == days

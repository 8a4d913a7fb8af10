"""When vehicles dock, undock and land, by the hour where that is told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from handmade import day
from lifeboat.days import read_moment
from lifeboat.plans.course import Course
from lifeboat.plans.landings import docks_at, lands_at, stay_of, undocks_at
from lifeboat.plans.plan import Plan
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

NOON = "2030-01-04T12:00Z"


def course(edits: dict[str, Any] | None = None, told: Plan | None = None) -> Course:
    return Course.of(Situation.of(tiny(edits), {}), told or plan())


def docking(ship: str, edits: dict[str, Any] | None = None, told: Plan | None = None) -> datetime:
    there = course(edits, told)
    return docks_at(there, there.voyages[ship])


def test_by_days_a_vehicle_docks_as_the_day_begins() -> None:
    assert docking("Finch") == day(5)
    assert docking("Wren") == datetime.fromisoformat("2029-12-02T00:00Z")


def test_one_that_is_there_docked_at_its_hour_whatever_a_plan_says() -> None:
    edits = {"vehicles.Wren.docked": "2029-12-02T17:30Z"}
    told = plan({"Wren": {"dock": jan(3)}})
    assert docking("Wren", edits, told) == datetime.fromisoformat("2029-12-02T17:30Z")


@pytest.mark.parametrize(
    ("flight", "hour"),
    [
        ({"dock": "2030-01-06T09:15Z"}, "2030-01-06T09:15Z"),
        ({"launch": NOON}, "2030-01-05T12:00Z"),
        ({"launch": NOON, "dock": "2030-01-05T19:00Z"}, "2030-01-05T19:00Z"),
        ({"launch": jan(5)}, "2030-01-06T00:00Z"),
    ],
)
def test_one_that_comes_docks_at_the_hour_a_plan_tells(flight: dict[str, str], hour: str) -> None:
    assert docking("Finch", told=plan({"Finch": flight})) == read_moment(hour)


@pytest.mark.parametrize(("own", "hour"), [(None, "05T12:00"), ("6h", "04T18:00")])
def test_one_planned_at_an_hour_docks_its_flight_later(own: str | None, hour: str) -> None:
    mode = {"vehicles.Finch.modes.crewed.flight_up": own}
    edits = {"vehicles.Finch.planned": NOON, **mode}
    assert docking("Finch", edits) == read_moment(f"2030-01-{hour}Z")


def test_one_on_its_way_docks_as_the_day_begins() -> None:
    """The hour is a fact; the plan, which knows days, cannot choose it."""
    flown = {"type": "boat", "pad": "beach", "launched": jan(3), "docked": "2030-01-06T08:00Z"}
    assert docking("Finch", {"as_of": jan(4), "vehicles.Finch": flown}) == day(6)


@pytest.mark.parametrize(
    ("edits", "flight", "undocks", "lands"),
    [
        ({}, {}, "08T00:00", "08T00:00"),
        ({}, {"undock": "2030-01-07T21:00Z"}, "07T21:00", "08T03:00"),
        ({"vehicles.Wren.leaves": "2030-01-08T20:00Z"}, {}, "08T20:00", "09T02:00"),
        ({"vehicles.Wren.leaves": "2030-01-08T20:00Z"}, {"undock": jan(7)}, "07T00:00", "07T00:00"),
    ],
)
def test_it_lands_its_flight_after_it_undocks(
    edits: dict[str, Any], flight: dict[str, str], undocks: str, lands: str
) -> None:
    """By days, on the day planned for its people if it can."""
    there = course(edits, plan({"Wren": flight}))
    wren = there.voyages["Wren"]
    assert undocks_at(there, wren) == read_moment(f"2030-01-{undocks}Z")
    assert lands_at(there, wren) == read_moment(f"2030-01-{lands}Z")


@pytest.mark.parametrize(("returns", "lands"), [(8, 8), (9, 9), (7, 8), ("TBD", 8)])
def test_by_days_it_lands_on_the_day_planned_for_its_people_if_it_can(
    returns: int | str, lands: int
) -> None:
    """Nine hours after undocking some time on the 8th: on the 8th or the 9th."""
    told = returns if isinstance(returns, str) else jan(returns)
    edits = {f"people.{who}.returns": told for who in ("Ana", "Boris")}
    there = course({"vehicle_types.boat.flight_down": "9h", **edits})
    assert lands_at(there, there.voyages["Wren"]) == day(lands)


@pytest.mark.parametrize(("ana", "lands"), [("2030-01", 9), (None, 9), (jan(7), 9), (jan(8), 8)])
def test_it_lands_for_the_first_whose_plan_tells_one_day_of_two(
    ana: str | None, lands: int
) -> None:
    """Boris was to land on the 9th, Ana on a day of that month, on none, or on a day of her own.
    On the 7th nobody can.
    """
    edits = {"people.Ana.returns": ana, "people.Boris.returns": jan(9)}
    there = course({"vehicles.Wren.leaves": None, **edits}, plan({"Wren": {"undock": jan(8)}}))
    assert lands_at(there, there.voyages["Wren"]) == day(lands)


def test_moved_to_another_day_it_lands_as_long_after_its_undocking_as_planned() -> None:
    """Late on the 8th for the 9th by plan, so late on the 6th for the 7th."""
    edits = {f"people.{who}.returns": jan(9) for who in ("Ana", "Boris")}
    there = course(edits, plan({"Wren": {"undock": jan(6)}}))
    assert lands_at(there, there.voyages["Wren"]) == day(7)


Told = tuple[str, bool]
"""When something is, and whether it is told by the hour."""


def stays(edits: dict[str, Any], wren: dict[str, Any]) -> list[tuple[str | None, Told, Told]]:
    """Each of Wren's stays: the port, when it begins and ends, and which of these is an hour."""
    there = course(edits, plan({"Wren": wren}))
    wrens = there.voyages["Wren"]
    found = [stay_of(there, wrens, stop) for stop in wrens.stops]
    assert [it.is_last for it in found] == [it is found[-1] for it in found]
    assert {it.ship.name for it in found} == {"Wren"}
    return [
        (
            it.stop.port,
            (f"{it.begins:%m-%d %H:%M}", it.begins_by_the_hour),
            (f"{it.ends:%m-%d %H:%M}", it.ends_by_the_hour),
        )
        for it in found
    ]


EVENING = {"undock": f"{jan(8)}T21:00Z"}


@pytest.mark.parametrize(
    ("docked", "wren", "begins", "ends"),
    [
        ("2029-12-02", {}, ("12-02 00:00", False), ("01-08 00:00", False)),
        ("2029-12-02T17:30Z", {}, ("12-02 17:30", True), ("01-08 00:00", False)),
        ("2029-12-02", EVENING, ("12-02 00:00", False), ("01-08 21:00", True)),
        ("2029-12-02", {"stays": True}, ("12-02 00:00", False), ("01-11 00:00", False)),
    ],
)
def test_it_is_at_its_port_from_docking_to_undocking(
    docked: str, wren: dict[str, Any], begins: Told, ends: Told
) -> None:
    assert stays({"vehicles.Wren.docked": docked}, wren) == [("north", begins, ends)]


NOON_MOVE = {f"{jan(5)}T12:00Z": "south"}


@pytest.mark.parametrize(
    ("stated", "wren", "moved"),
    [
        ({jan(3): "south"}, {}, ("01-03 00:00", False)),
        (NOON_MOVE, {}, ("01-05 12:00", False)),
        ({}, {"relocations": NOON_MOVE}, ("01-05 12:00", True)),
        ({}, {"relocations": {jan(5): "south"}}, ("01-05 00:00", False)),
        ({jan(3): "south"}, {"relocations": NOON_MOVE}, ("01-05 12:00", True)),
    ],
    ids=["stated", "stated by the hour", "by the hour of a plan", "by its day", "otherwise"],
)
def test_moved_to_another_port_it_has_two_stays(
    stated: dict[str, str], wren: dict[str, Any], moved: Told
) -> None:
    """An hour that only the scenario states is no hour of a plan."""
    assert stays({"vehicles.Wren.relocations": stated}, {**wren, **EVENING}) == [
        ("north", ("12-02 00:00", False), moved),
        ("south", moved, ("01-08 21:00", True)),
    ]


def test_one_that_stays_neither_undocks_nor_lands() -> None:
    there = course(told=plan({"Wren": {"stays": True}}))
    assert undocks_at(there, there.voyages["Wren"]) is None
    assert lands_at(there, there.voyages["Wren"]) is None

"""Who has no place between an undocking and a docking on one day, by the hours that are told."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from lifeboat.plans.course import Course
from lifeboat.plans.lapses import lapses_of
from lifeboat.plans.plan import Plan
from lifeboat.rules.audit import ledger_of
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny


def at(hour: str, day: int = 8) -> str:
    return f"{jan(day)}T{hour}Z"


def swap(
    leaves: str = at("09:00"), docks: str = at("15:00"), moves: str = at("15:00"), **ana: Any
) -> Plan:
    """Wren leaves with Boris, Finch docks; Ana moves into it and goes home on it, or on what she
    is told.
    """
    return plan(
        {"Wren": {"undock": leaves}, "Finch": {"launch": jan(4), "dock": docks}},
        {"Ana": {"home": "Finch", "seats": {moves: "Finch"}, **ana}},
    )


def course(told: Plan, edits: dict[str, Any] | None = None) -> Course:
    return Course.of(Situation.of(tiny(edits), {}), told)


def lapses(told: Plan, edits: dict[str, Any] | None = None) -> list[tuple[str, str, str, str, str]]:
    """Who has no place after which vehicle and before which, from when to when."""
    return [
        (it.person, it.left, it.ship, f"{it.first:%d %H:%M}", f"{it.end:%d %H:%M}")
        for it in lapses_of(course(told, edits))
    ]


@pytest.mark.parametrize(
    ("told", "first", "end"),
    [
        (swap(), "08 09:00", "08 15:00"),
        (swap(docks=jan(5)), "08 09:00", "08 15:00"),
        (swap(moves=jan(8)), "08 09:00", "08 15:00"),
        (swap(leaves=jan(8), docks=jan(8)), "08 00:00", "08 15:00"),
        (swap(docks=at("11:00"), moves=at("12:30")), "08 09:00", "08 12:30"),
    ],
    ids=["as Finch docks", "Finch was there", "told by the day", "Wren by the day", "moved later"],
)
def test_until_the_next_vehicle_is_there_and_they_have_moved_into_it(
    told: Plan, first: str, end: str
) -> None:
    assert lapses(told) == [("Ana", "Wren", "Finch", first, end)]


@pytest.mark.parametrize(
    "told",
    [
        swap(leaves=jan(8), docks=jan(8), moves=jan(8)),
        swap(leaves=at("15:00")),
        swap(leaves=at("16:00")),
        swap(leaves=at("09:00", 9)),
        swap(leaves=at("09:00", 7)),
        swap(seats={at("15:00"): "station"}),
    ],
    ids=[
        "by the day",
        "at once",
        "before Wren leaves",
        "a day later",
        "a day before",
        "in no vehicle",
    ],
)
def test_else_there_is_no_such_time(told: Plan) -> None:
    """Who has no place on a whole day is told by the ledger, day by day."""
    assert lapses(told) == []


def test_who_waits_on_the_station_loses_no_place_when_a_vehicle_leaves() -> None:
    waits = swap(seats={jan(5): "station", at("15:00"): "Finch"})
    assert lapses(waits) == []


@pytest.mark.parametrize(("leaves", "slots"), [("09:00", "1/4"), ("14:59", "1/1440")])
def test_its_length_is_a_part_of_a_slot(leaves: str, slots: str) -> None:
    """A day has 1440 minutes, four times six hours."""
    swapped = course(swap(leaves=at(leaves)))
    assert [it.slots(swapped) for it in lapses_of(swapped)] == [Fraction(slots)]


def without_a_place(told: Plan, edits: dict[str, Any] | None = None) -> Fraction:
    """The slots for which somebody has no place, whole ones and parts."""
    there = course(told, edits)
    ledger = ledger_of(there)
    return ledger.spent("none") + sum((it.slots(there) for it in ledger.lapses), Fraction())


def test_days_and_hours_without_a_place_add_up() -> None:
    """Six hours of Ana's on the 8th; a day of hers on the 2nd, or Cleo's three from the 8th on,
    whose place in Finch is Ana's then.
    """
    waits = {jan(2): "station", jan(3): "Wren", at("15:00"): "Finch"}
    assert without_a_place(swap(seats=waits)) == 1 + Fraction(1, 4)
    assert without_a_place(swap(docks=jan(5)), {"vehicles.Finch.seats": 1}) == 3 + Fraction(1, 4)


def test_what_is_counted_by_whole_days_is_not_counted_by_hours_too() -> None:
    """From the 8th on, when Wren leaves, Ana has no place for two days in a vehicle that comes on
    the 10th, for three in one that has gone, or in one whose only seat is held for Cleo.
    """
    late = {"launch": jan(9), "dock": jan(10)}
    seated: dict[str, Any] = {"home": "Finch", "seats": {at("15:00"): "Finch"}}
    wren = {"undock": at("09:00")}
    assert without_a_place(plan({"Wren": wren, "Finch": late}, {"Ana": seated})) == 2
    gone = plan({"Wren": wren}, {"Ana": {"stays": True, "seats": {at("15:00"): "Wren"}}})
    assert without_a_place(gone) == 3
    cleo = {"vehicles.Finch.seats": 1, "pins.hers": {"person": "Cleo", "seat": "Finch"}}
    assert without_a_place(swap(docks=jan(5)), cleo) == 3

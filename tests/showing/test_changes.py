"""How a plan differs from another, in one line."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handmade import day
from lifeboat.answers.difference import (
    ComingChange,
    Difference,
    FlightChange,
    LandingChange,
    RideChange,
)
from lifeboat.showing.changes import changes

NOTHING = Difference(rides=(), flights=(), seats=(), goals=())


def test_people_are_named_together() -> None:
    rides = (
        RideChange(person="Ana", before="Wren", after="Heron"),
        RideChange(person="Bo", before="Wren", after="stays"),
        RideChange(person="Cy", before="Wren", after="Heron"),
        RideChange(person="Di", before="Wren", after="not flown"),
    )
    found = NOTHING.model_copy(update={"rides": rides})
    assert changes(found) == "Ana, Cy on Heron; Bo stays; Di does not come"
    both = tuple(it.model_copy(update={"after": "stays"}) for it in rides[:2])
    assert changes(NOTHING.model_copy(update={"rides": both})) == "Ana, Bo stay"


def flight(what: str, after: str, days: float | None = None) -> FlightChange:
    return FlightChange(vehicle="Heron", what=what, before="", after=after, days=days)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (flight("flown", "not flown"), "Heron not flown"),
        (flight("mode", "crewed"), "Heron crewed"),
        (flight("launch", "2030-01-06", 2), "Heron launch +2d"),
        (flight("undock", "2030-01-06", -0.25), "Heron undock -0.25d"),
        (flight("undock", "2030-01-06"), "Heron leaves 2030-01-06"),
        (flight("undock", "stays"), "Heron stays"),
    ],
)
def test_every_way_a_flight_can_change(change: FlightChange, said: str) -> None:
    assert changes(NOTHING.model_copy(update={"flights": (change,)})) == said


@pytest.mark.parametrize(("many", "ends"), [(6, "launch +6d"), (8, "2 more flights moved")])
def test_six_flights_are_named_and_the_others_counted(many: int, ends: str) -> None:
    moved = tuple(flight("launch", "2030-01-06", number) for number in range(1, many + 1))
    told = changes(NOTHING.model_copy(update={"flights": moved})).split("; ")
    assert told[5] == "Heron launch +6d"
    assert told[-1].endswith(ends)
    assert len(told) == min(many, 7)


def test_where_nothing_changes() -> None:
    assert changes(NOTHING) == "the same flights and rides"


def test_who_comes_and_on_what() -> None:
    came = RideChange(person="Di", before="not flown", after="Wren")
    up = ComingChange(person="Cy", before="Wren", after="Heron")
    found = NOTHING.model_copy(update={"rides": (came,), "coming": (up,)})
    assert changes(found) == "Di comes; Cy up on Heron"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("nominal", "Ana on Heron"),
        ("improvised", "Ana on Heron, improvised"),
        ("damaged", "Ana on Heron, damaged"),
        ("none", "Ana on Heron, no place"),
    ],
)
def test_a_ride_on_less_than_a_nominal_seat_says_so(place: str, said: str) -> None:
    ride = {"person": "Ana", "before": "Heron", "after": "Heron", "place_before": "nominal"}
    changed = RideChange.model_validate({**ride, "place_after": place})
    assert changes(NOTHING.model_copy(update={"rides": (changed,)})) == said


def landing(person: str, days: int) -> LandingChange:
    after = day(10) + timedelta(days=days)
    return LandingChange(person=person, before=day(10), after=after, days=days)


def test_who_lands_when_is_told_of_those_who_ride_as_before() -> None:
    ride = RideChange(person="Ana", before="Wren", after="Heron")
    landings = (landing("Ana", 3), landing("Bo", 3), landing("Cy", 3), landing("Di", -1))
    found = NOTHING.model_copy(update={"rides": (ride,), "landings": landings})
    assert changes(found) == "Ana on Heron; Bo, Cy land +3d; Di lands -1d"


def test_five_people_are_named_and_the_others_counted() -> None:
    found = NOTHING.model_copy(update={"landings": tuple(landing(it, 1) for it in "ABCDEFG")})
    assert changes(found) == "A, B, C, D, E and 2 others land +1d"


def test_another_port_is_told() -> None:
    assert changes(NOTHING.model_copy(update={"flights": (flight("port", "aft"),)})) == (
        "Heron at aft"
    )

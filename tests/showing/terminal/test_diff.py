"""Two plans held against each other, as they are printed."""

from __future__ import annotations

from typing import Any

from handmade import lines, piped
from lifeboat.answers.diff import Differing
from lifeboat.answers.difference import (
    Difference,
    FlightChange,
    GoalChange,
    RideChange,
    SeatChange,
)
from lifeboat.showing.terminal.diff import show_differing


def printed(**parts: Any) -> list[str]:
    nothing: dict[str, Any] = {"rides": (), "flights": (), "seats": (), "goals": ()}
    told = Differing(
        before="one.yaml", after="other.yaml", difference=Difference(**{**nothing, **parts})
    )
    stream, console = piped()
    show_differing(told, console)
    return lines(stream)


def test_plans_that_are_the_same() -> None:
    same = GoalChange(name="moved", title="moved", before=3, after=3)
    assert printed(goals=(same,)) == [
        "From one.yaml to other.yaml",
        "The same flights, rides and seats.",
    ]


def test_who_goes_home_on_what_else() -> None:
    rides = (
        RideChange(person="Ana", before="Heron", after="Wren"),
        RideChange(person="Bo", before="Wren", after="stays"),
    )
    assert printed(rides=rides) == [
        "From one.yaml to other.yaml",
        "",
        "RIDES HOME",
        "person before after",
        "Ana Heron Wren",
        "Bo Wren stays",
    ]


def test_flights_are_later_or_sooner_by_days() -> None:
    flights = (
        FlightChange(
            vehicle="Heron", what="launch", before="2030-01-04", after="2030-01-06", days=2
        ),
        FlightChange(
            vehicle="Wren", what="undock", before="2030-01-09", after="2030-01-08", days=-0.75
        ),
        FlightChange(vehicle="Owl", what="flown", before="flown", after="not flown"),
    )
    assert printed(flights=flights)[2:] == [
        "FLIGHTS",
        "vehicle what before after days",
        "Heron launch 2030-01-04 2030-01-06 +2",
        "Wren undock 2030-01-09 2030-01-08 -0.75",
        "Owl flown flown not flown",
    ]


def test_days_in_places_that_are_no_sound_seats() -> None:
    seats = (
        SeatChange(person="Ana", quality="none", days=-2),
        SeatChange(person="Ana", quality="damaged", days=3),
        SeatChange(person="Bo", quality="improvised", days=1),
    )
    assert printed(seats=seats)[2:] == [
        "SEATS",
        "person place days",
        "Ana without a place -2",
        "Ana damaged +3",
        "Bo improvised +1",
    ]


def test_goals_that_differ_and_by_how_much() -> None:
    """What only one of the two plans has, cannot be more or less."""
    goals = (
        GoalChange(name="no-place", title="without a place", before=2, after=5),
        GoalChange(name="moved", title="moved", before=12.5, after=10),
        GoalChange(name="broken", title="rules broken", before=1, after=1),
        GoalChange(name="rides", title="on another vehicle", before=None, after=1),
        GoalChange(name="reseats", title="reseats", before=0, after=None),
    )
    assert printed(goals=goals)[3:] == [
        "GOALS",
        "goal before after more",
        "without a place 2 5 +3",
        "moved 12.5 10 -2.5",
        "on another vehicle - 1",
        "reseats 0 -",
    ]

"""The views of a plan, on an answer made by hand."""

import pytest

from handmade import BEST, GOALS, PEOPLE, day, lines, piped, seat
from lifeboat.answers.option import GoalPart, GoalValue, Option
from lifeboat.days import DAY
from lifeboat.scenario.planned import Planned
from lifeboat.showing.tables.plan import standing
from lifeboat.showing.terminal.plan import (
    show_flights,
    show_goals,
    show_people,
    show_ports,
    show_seats,
)


def test_flights_in_order_of_docking_with_how_far_they_are_from_the_plan() -> None:
    stream, console = piped()
    show_flights(BEST, console)
    assert lines(stream) == [
        "",
        "FLIGHTS",
        "vehicle mode launch dock port undock landing",
        "Wren docked - 2029-12-02 north 2030-01-09T06:00Z +6h 2030-01-09T12:00Z",
        "Heron empty 2030-01-04 -5d 2030-01-06 south, zenith stays -",
        "Not flown within the horizon: Owl.",
        "",
        "WHO FLIES",
        "vehicle up down",
        "Wren nobody Bo",
        "Heron nobody Ana",
    ]


def test_people_with_every_vehicle_their_liner_is_in() -> None:
    stream, console = piped()
    show_people(BEST, console)
    assert lines(stream)[2:] == [
        "person agency up liner in home lands",
        "Ana East aboard Wren > station > Heron Heron 2030-01-12 (was Wren) 2030-01-12 +3d",
        "Bo West aboard Wren Wren 2030-01-09 2030-01-09",
    ]


def _staying(planned_day: int | None) -> Option:
    planned = None if planned_day is None else Planned.on(day(planned_day), DAY)
    stays = {"home": None, "leaves": None, "lands": None, "planned_landing": planned}
    bo = PEOPLE[1].model_copy(update={**stays, "seats": (seat("Bo", "Wren", 1, 16),)})
    return BEST.model_copy(update={"people": (bo,)})


def test_who_was_to_go_home_and_stays() -> None:
    stream, console = piped()
    show_people(_staying(planned_day=9), console)
    assert lines(stream)[-1] == "Bo West aboard Wren stays (was Wren) -"


def test_who_was_to_stay_beyond_the_horizon_and_does() -> None:
    stream, console = piped()
    show_people(_staying(planned_day=20), console)
    assert lines(stream)[-1] == "Bo West aboard Wren stays -"


def test_who_was_to_go_home_some_day_and_stays_in_that_vehicle() -> None:
    stream, console = piped()
    show_people(_staying(planned_day=None), console)
    assert lines(stream)[-1] == "Bo West aboard Wren stays -"


def test_seats_one_line_for_each_place() -> None:
    stream, console = piped()
    show_seats(BEST, console)
    assert lines(stream)[2:] == [
        "person liner in from to place",
        "Ana Wren 2030-01-01 2030-01-04 damaged",
        "Ana station 2030-01-04 2030-01-06 NO PLACE",
        "Ana Heron 2030-01-06 2030-01-12 nominal",
        "Bo Wren 2030-01-01 2030-01-09 nominal",
    ]


def test_the_last_seat_of_who_stays_has_no_end() -> None:
    stream, console = piped()
    show_seats(_staying(planned_day=20), console)
    assert "Bo Wren 2030-01-01 stays nominal" in lines(stream)


def test_ports_with_every_vehicle_at_them() -> None:
    stream, console = piped()
    show_ports(BEST, console)
    assert lines(stream)[2:] == [
        "port vehicle from to",
        "north Wren 2030-01-01 2030-01-09",
        "south Heron 2030-01-06 2030-01-08",
        "south Owl 2030-01-09 stays",
    ]


def test_goals_with_what_is_known_of_them() -> None:
    stream, console = piped()
    show_goals(BEST, console)
    assert lines(stream)[2:] == [
        "goal value least possible",
        "without a place 2 person-days proven",
        "moved 12.5 days best found, at least 4",
        "reseats 1 reseat best found",
    ]


WEIGHED = GoalValue(
    name="no-place+unsafe",
    title="without a place + 60 x unsafe rides",
    unit="weighed days",
    value=62,
    bound=2,
    parts=(
        GoalPart(name="no-place", title="without a place", unit="person-days", weight=1, value=2),
        GoalPart(name="unsafe", title="unsafe rides", unit="people", weight=60, value=1),
    ),
)


def goal_rows(*goals: GoalValue, searched: bool = True) -> list[str]:
    """The lines of the table below its head."""
    stream, console = piped()
    show_goals(BEST.model_copy(update={"goals": goals}), console, searched=searched)
    return lines(stream)[3:]


def test_goals_weighed_together_stand_below_each_other_and_their_sum_is_what_is_least() -> None:
    moved = GOALS[1]
    assert goal_rows(WEIGHED, moved) == [
        "without a place 2 person-days best found, at least 2 weighed days",
        "+ 60 x unsafe rides 1 person with the goal above",
        "moved 12.5 days best found, at least 4",
    ]
    proven = WEIGHED.model_copy(update={"bound": 62, "proven": True})
    assert goal_rows(proven) == [
        "without a place 2 person-days proven",
        "+ 60 x unsafe rides 1 person with the goal above",
    ]
    assert goal_rows(proven, searched=False) == [
        "without a place 2 person-days",
        "+ 60 x unsafe rides 1 person",
    ]


@pytest.mark.parametrize(
    ("value", "bound", "proven", "said"),
    [
        (5, 4, True, "4, proven; 3 tolerated"),
        (4, 4, True, "4, proven; 3 tolerated"),
        (9, 4, False, "best found, at least 4"),
        (9, None, False, "best found"),
        (1.5, 0, True, "0, proven; 3 tolerated"),
    ],
)
def test_of_a_goal_with_a_tolerance_the_least_and_the_tolerance_are_told(
    value: float, bound: int | None, proven: bool, said: str
) -> None:
    update = {"value": value, "bound": bound, "within": 3, "proven": proven}
    assert standing(GOALS[1].model_copy(update=update)) == said


def test_a_tolerance_for_goals_weighed_together_is_one_of_their_sum() -> None:
    update = {"value": 62, "bound": 0, "within": 62.5, "proven": True}
    (first, _) = goal_rows(WEIGHED.model_copy(update=update))
    assert first == "without a place 2 person-days 0, proven; 62.5 tolerated"


def test_without_a_search_nothing_is_said_about_less() -> None:
    stream, console = piped()
    show_goals(BEST, console, searched=False)
    assert lines(stream)[2:4] == ["goal value", "without a place 2 person-days"]
    assert len(lines(stream)) == 3 + len(GOALS)

"""What flies otherwise than planned, in words, at the tiny station."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.answers.flight_words import flight_sentences
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.questions.check import check
from lifeboat.situation.situation import Situation
from tiny import TINY, jan, plan, tiny

EMPTY = {"windows": f"{jan(2)}..{jan(9)}"}
UP_EMPTY = {"vehicles.Finch.modes.empty": EMPTY, "vehicle_types.boat.flies_empty": ["up"]}
GULL = {
    "vehicle_types.barge": {**TINY["vehicle_types"]["boat"], "seats": 0, "flies_empty": ["down"]},
    "vehicles.Gull": {
        "type": "barge",
        "port": "south",
        "docked": "2029-12-05",
        "launched": "2029-12-04",
        "leaves": jan(9),
    },
}
"""A cargo ship at south, which Finch needs."""


def said(edits: dict[str, Any], told: Plan) -> list[str]:
    return list(flight_sentences(Course.of(Situation.of(tiny(edits), {}), told)))


def test_as_planned_nothing_is_said() -> None:
    assert said({}, plan()) == []


def test_another_mode_is_told_with_what_was_planned() -> None:
    told = said(UP_EMPTY, plan({"Finch": {"mode": "empty", "launch": jan(5)}}))
    assert told == [
        "Finch is launched 2030-01-05 without crew (planned crewed, 2030-01-04).",
    ]


def test_a_flight_that_nobody_had_planned_is_told_in_any_mode() -> None:
    unplanned = {"vehicles.Finch.planned": None, "vehicles.Finch.planned_mode": None}
    told = said(unplanned, plan({"Finch": {"mode": "crewed", "launch": jan(5)}}))
    assert told == ["Finch is launched 2030-01-05 with Cleo (not planned)."]


@pytest.mark.parametrize(
    ("gull", "finch", "told"),
    [
        (4, "south", ["Gull leaves south to Finch on 2030-01-04 (planned 2030-01-09)."]),
        (4, "north", []),
        (9, "north", []),
    ],
)
def test_a_cargo_ship_that_leaves_its_port_to_another_is_told(
    gull: int, finch: str, told: list[str]
) -> None:
    """Not where it leaves as planned, nor where nobody docks there after it."""
    flights = {"Gull": {"undock": jan(gull)}, "Finch": {"port": finch}}
    assert said(GULL, plan(flights)) == told


def test_what_it_makes_room_for_hangs_on_its_departure() -> None:
    flights = {"Gull": {"undock": jan(4)}, "Finch": {"port": "south"}}
    (gull,) = check(tiny(GULL), plan(flights)).option.decide_by
    assert gull.what == "undocking of Gull on 2030-01-04"
    assert gull.lost == "the port of Gull for Finch"


def test_a_ship_with_seats_that_goes_home_without_people_is_told_as_empty() -> None:
    away = {who: {"stays": True} for who in ("Ana", "Boris")}
    told = said({}, plan(people=away))
    assert told == ["Wren goes home empty on 2030-01-08."]


@pytest.mark.parametrize(
    ("leaves", "flight", "told"),
    [
        (jan(9), {"stays": True}, ["Gull stays (planned to leave 2030-01-09)."]),
        ("2030-01", {"stays": True}, []),
        ("2030-02-09", {"stays": True}, []),
        ("TBD", {"stays": True}, []),
        (jan(9), {"undock": jan(9)}, []),
        (jan(9), {"undock": "2030-02-09"}, ["Gull leaves 2030-02-09, after the horizon."]),
    ],
)
def test_a_ship_that_stays_though_it_was_to_leave_is_told(
    leaves: str, flight: dict[str, Any], told: list[str]
) -> None:
    """Until 14 January; where it may be that it was to leave later, nothing is known of it."""
    assert said({**GULL, "vehicles.Gull.leaves": leaves}, plan({"Gull": flight})) == told

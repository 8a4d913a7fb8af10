"""Where vehicles and people are, and when they land.

Slots are days of January 2030, slot 0 being the 1st. Wren was launched in slot -31 and undocks in
slot 7 with Ana and Boris; Finch is launched in slot 3, docks in slot 4 with Cleo and stays.
"""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.plan import Plan
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

AS_PLANNED = plan()
STAYS = plan({"Wren": {"stays": True}})


def course(told: Plan = AS_PLANNED, edits: dict[str, Any] | None = None) -> Course:
    return Course.of(Situation.of(tiny(edits), {}), told)


def wren(told: Plan = AS_PLANNED, **edits: Any) -> Voyage:
    return course(told, {f"vehicles.Wren.{key}": it for key, it in edits.items()}).voyages["Wren"]


def ana(told: Plan = AS_PLANNED, edits: dict[str, Any] | None = None) -> Journey:
    return course(told, edits).journeys["Ana"]


@pytest.mark.parametrize(
    ("undock", "flown", "landings"),
    [
        (jan(8), (0, 1), (7, 8)),
        ("2030-01-08T17:00Z", (0, 0), (7, 7)),
        ("2030-01-08T19:00Z", (1, 1), (8, 8)),
    ],
)
def test_six_hours_down_end_on_either_day_unless_the_hour_is_told(
    undock: str, flown: tuple[int, int], landings: tuple[int, int]
) -> None:
    voyage = wren(plan({"Wren": {"undock": undock}}))
    assert voyage.flight_down == flown
    assert (voyage.landing, voyage.latest_landing) == landings


def test_what_stays_to_the_end_does_not_land() -> None:
    voyage = wren(STAYS)
    assert (voyage.landing, voyage.latest_landing) == (None, None)
    assert not voyage.takes_home_soundly


def test_a_vehicle_is_here_from_its_docking_up_to_its_undocking() -> None:
    here = course().voyages
    assert [slot for slot in range(-31, 10) if here["Wren"].is_here(slot)] == [*range(-30, 7)]
    assert [slot for slot in range(10) if here["Finch"].is_here(slot)] == [*range(4, 10)]


def test_its_life_is_past_once_whoever_left_would_land_too_late() -> None:
    """38 days after the launch in slot -31 is slot 7: who sits in it in slot 6 can leave then."""
    voyage = wren(life={"limit": "38d"})
    assert [slot for slot in range(10) if voyage.is_past_life(slot)] == [7, 8, 9]


@pytest.mark.parametrize(
    ("edits", "soundly"),
    [
        ({}, True),
        ({"life": {"limit": "38d"}}, True),
        ({"life": {"limit": "37d"}}, False),
        ({"conditions": {jan(8): {"state": "emergency-only"}}}, False),
        ({"conditions": {jan(9): {"state": "emergency-only"}}}, True),
    ],
)
def test_who_rides_home_soundly_leaves_a_sound_vehicle_within_its_life(
    edits: dict[str, Any], soundly: bool
) -> None:
    """It undocks on the 8th, 38 days after its launch; what is found that day counts."""
    assert wren(**edits).takes_home_soundly is soundly


def test_a_stay_begins_with_the_launch() -> None:
    """Ana came up in Wren; Cleo goes up in Finch. Each has their liner in it."""
    journeys = course().journeys
    assert (journeys["Ana"].launched, journeys["Ana"].start) == (-31, "Wren")
    assert (journeys["Cleo"].launched, journeys["Cleo"].start) == (3, "Finch")


def test_a_liner_may_wait_elsewhere_than_in_the_vehicle_that_brought_it() -> None:
    edits = {"people.Ana.seat": "station"}
    assert ana(edits=edits).start is None


@pytest.mark.parametrize(
    ("told", "edits", "landings", "lands"),
    [
        (AS_PLANNED, {}, (7, 8), (7, 7)),
        (AS_PLANNED, {"people.Ana.returns": jan(9)}, (7, 8), (8, 8)),
        (AS_PLANNED, {"people.Ana.returns": "TBD"}, (7, 8), (7, 8)),
        (plan({"Wren": {"undock": jan(7)}}), {}, (6, 7), (6, 6)),
        (plan({"Wren": {"undock": "2030-01-08T19:00Z"}}), {}, (8, 8), (8, 8)),
        (plan(people={"Ana": {"stays": True}}), {}, (None, None), (None, None)),
    ],
)
def test_who_lands_when(
    told: Plan, edits: dict[str, Any], landings: tuple[int, int], lands: tuple[int, int]
) -> None:
    """Six hours down from some hour of the 8th; in which of two slots they end, the plan of record
    tells, unless the hour of undocking does.
    """
    journey = ana(told, edits)
    assert (journey.landing, journey.latest_landing) == landings
    assert journey.lands == lands

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.course import Course
from lifeboat.questions.solve import solve
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from posing import counted, judged, possible, rule_named
from tiny import as_scenario, jan, plan, tiny, tiny_tree

RULE = "vehicle-within-its-life"
MUST = {"rules.vehicle-within-its-life": "must"}


def test_without_a_limit_it_is_kept() -> None:
    assert judged(RULE, tiny()) == []


@pytest.mark.parametrize(("limit", "kept"), [("38d", True), ("37d 23h", False)])
def test_a_life_runs_from_launch_to_landing(limit: str, kept: bool) -> None:
    """Launched on 1 December, landed on 8 January: 31 + 7 = 38 days."""
    found = judged(RULE, tiny({"vehicles.Wren.life": {"limit": limit}}))
    assert found == ([] if kept else [("Wren", 7, 8)])


def test_the_flight_down_counts() -> None:
    """Two days from undocking to landing: landed on the 10th, after 40 days."""
    down = {"vehicle_types.boat.flight_down": "2d"}
    assert judged(RULE, tiny({**down, "vehicles.Wren.life": {"limit": "40d"}})) == []
    assert judged(RULE, tiny({**down, "vehicles.Wren.life": {"limit": "39d"}})) == [("Wren", 9, 10)]


def test_a_waiver_holds_as_far_as_it_goes() -> None:
    for waived, kept in (("38d", True), ("37d", False)):
        life = {"limit": "30d", "waived_to": waived}
        found = judged(RULE, tiny({"vehicles.Wren.life": life}))
        assert found == ([] if kept else [("Wren", 7, 8)])


def test_a_life_of_the_type_is_that_of_every_vehicle() -> None:
    """Finch, launched on the 4th, stays to the end: from the 9th on it is beyond five days."""
    scenario = tiny(
        {"vehicle_types.boat.life": {"limit": "5d"}, "vehicles.Wren.life": {"limit": "38d"}}
    )
    assert judged(RULE, scenario) == [("Finch", 9, 11)]


def test_at_the_end_of_the_horizon_it_still_holds() -> None:
    """Launched on the 4th, still there when the 10th ends: seven days."""
    for limit, kept in (("7d", True), ("6d", False)):
        found = judged(RULE, tiny({"vehicles.Finch.life": {"limit": limit}}))
        assert found == ([] if kept else [("Finch", 10, 11)])


def test_only_the_days_of_the_horizon_are_told() -> None:
    """Past its life since 31 December; to land two days after the 10th, when the horizon ends."""
    assert judged(RULE, tiny({"vehicles.Wren.life": {"limit": "30d"}})) == [("Wren", 1, 8)]
    late = {"vehicles.Wren.life": {"limit": "38d"}, "vehicle_types.boat.flight_down": "2d"}
    leaves = plan({"Wren": {"undock": jan(10)}})
    assert judged(RULE, tiny(late), leaves) == [("Wren", 8, 11)]
    assert counted("waived", tiny(late), leaves) == 3


def test_a_vehicle_that_nothing_can_use_or_move_is_past_caring() -> None:
    edits = {"vehicles.Wren.conditions": {jan(3): {"state": "unusable"}}}
    stays = plan({"Wren": {"stays": True}})
    scenario = tiny({**edits, "vehicles.Wren.life": {"limit": "31d"}})
    assert judged(RULE, scenario, stays) == [("Wren", 1, 3)]


@pytest.mark.parametrize(
    ("limit", "down", "over"),
    [
        ("30d", "6h", None),
        ("30d", "1d", "2029-12-31"),
        ("31d", "1d", jan(1)),
        ("32d", "1d", None),
        ("32d", "2d", jan(2)),
        ("33d", "2d", None),
    ],
)
def test_it_is_told_that_a_vehicle_comes_too_late_however_soon_it_leaves(
    limit: str, down: str, over: str | None
) -> None:
    """32 days after its launch is 2 January: two days down it lands on the 3rd, at the soonest."""
    edits = {"vehicles.Wren.life": {"limit": limit}, "vehicle_types.boat.flight_down": down}
    found = [f"Wren was at the end of its life on {over} and is still docked"] if over else []
    assert contradictions(edits) == found


@pytest.mark.parametrize(
    ("unusable", "is_told"),
    [
        ({"2029-12-10": "unusable", "2029-12-20": "sound"}, True),
        ({"2029-12-20": "unusable", jan(1): "sound"}, True),
        ({jan(2): "unusable"}, False),
        ({jan(3): "emergency-only"}, True),
    ],
)
def test_one_that_nothing_can_move_is_not_called_too_late(
    unusable: dict[str, str], is_told: bool
) -> None:
    told = {day: {"state": state} for day, state in unusable.items()}
    edits = {"vehicle_types.boat.flight_down": "2d", "vehicles.Wren.conditions": told}
    edits["vehicles.Wren.life"] = {"limit": "20d", "waived_to": "32d"}
    assert bool(contradictions(edits)) == is_told


def contradictions(edits: dict[str, Any]) -> list[str]:
    """Why no plan can keep the rule."""
    return list(rule_named(RULE).contradictions(Situation.of(tiny(edits), {})))


STAYS = {"stays": True}
HERE = plan({"Wren": STAYS}, {"Ana": STAYS, "Boris": STAYS})


def full(edits: dict[str, Any]) -> Scenario:
    """The tiny station with no seat to spare in Finch."""
    return tiny({"vehicles.Finch.seats": 1, **edits})


def test_past_its_life_a_place_is_one_in_a_damaged_vehicle() -> None:
    """33 days after 1 December is 3 January: two people in Wren on five days, until the 8th."""
    scenario = full({"vehicles.Wren.life": {"limit": "33d"}})
    assert counted("damaged", scenario) == 2 * 5
    assert counted("waived", scenario) == 5


def test_what_stays_to_the_end_is_waived_to_the_end() -> None:
    """Past its life on the 3rd to the 10th, but for the days on which nothing can move it."""
    life = {"vehicles.Wren.life": {"limit": "33d"}}
    assert counted("waived", tiny(life), HERE) == 8
    hit = {jan(5): {"state": "unusable"}, jan(8): {"state": "sound"}}
    assert counted("waived", tiny({**life, "vehicles.Wren.conditions": hit}), HERE) == 5


def test_within_its_waiver_it_is_sound() -> None:
    """From 36 days after its launch on, the 6th: two people on two days; five days are waived."""
    scenario = full({"vehicles.Wren.life": {"limit": "33d", "waived_to": "36d"}})
    assert counted("damaged", scenario) == 2 * 2
    assert counted("waived", scenario) == 5


def test_who_could_not_land_in_time_any_more_is_in_a_damaged_vehicle() -> None:
    """Two days down: to land by the 6th is to leave by the 4th; the place of the 3rd is sound."""
    life = {"vehicles.Wren.life": {"limit": "36d"}, "vehicle_types.boat.flight_down": "2d"}
    assert counted("damaged", full(life)) == 2 * 4


def test_a_life_that_begins_with_a_launch_ends_accordingly() -> None:
    """Finch docks on the 5th; three days after its launch on the 4th is the 7th."""
    scenario = full({"vehicles.Finch.life": {"limit": "3d"}})
    assert counted("damaged", scenario) == 4
    later = plan({"Finch": {"launch": jan(6), "dock": jan(7)}})
    assert counted("damaged", scenario, later) == 2
    or_later = {"vehicles.Finch.modes.crewed.windows": [jan(4), jan(9)]}
    assert counted("damaged", full({"vehicles.Finch.life": {"limit": "3d"}, **or_later})) == 4
    short = full({"vehicles.Finch.life": {"limit": "1h"}})
    assert counted("damaged", short) == 6, "never sound while it is here"


def test_a_worse_condition_holds() -> None:
    """Two damaged places on the 3rd; on the other seven days one, and one person without."""
    hit = {jan(4): {"state": "emergency-only", "places": 1}}
    scenario = full({"vehicles.Wren.conditions": hit, "vehicles.Wren.life": {"limit": "33d"}})
    assert counted("damaged", scenario, HERE) == 2 + 7
    assert counted("no-place", scenario, HERE) == 7


def test_improvised_places_are_those_of_a_damaged_vehicle_too() -> None:
    """One seat and a pallet: two days sound, eight past its life."""
    edits = {"vehicles.Wren.seats": 1, "vehicles.Wren.improvised": {"places": 1}}
    scenario = full({**edits, "vehicles.Wren.life": {"limit": "33d"}})
    assert counted("improvised", scenario, HERE) == 2
    assert counted("damaged", scenario, HERE) == 2 * 8


def test_people_may_ride_home_past_its_life_unless_it_is_a_must() -> None:
    scenario = tiny({"vehicles.Wren.life": {"limit": "33d"}})
    assert judged("home-on-a-sound-seat", scenario) == []
    assert possible(scenario)
    assert not possible(tiny({**MUST, "vehicles.Wren.life": {"limit": "33d"}}))


def test_a_ride_home_past_its_life_is_not_a_sound_one() -> None:
    for limit, sound in (("38d", True), ("37d", False)):
        course = Course.of(Situation.of(tiny({"vehicles.Wren.life": {"limit": limit}}), {}), plan())
        assert course.voyages["Wren"].takes_home_soundly is sound


def alone(**people: dict[str, str]) -> Scenario:
    """Wren alone, past its life from the 5th on, with somebody aboard or nobody."""
    tree = tiny_tree(
        {"vehicles.Wren.life": {"limit": "35d"}, "station.crew": {"least": len(people)}}
    )
    tree["vehicle_types"]["boat"]["flies_empty"] = ["up", "down"]
    del tree["vehicles"]["Finch"]
    tree["people"] = people
    return as_scenario(tree)


def test_the_last_lifeboat_stays() -> None:
    """Ana has to be aboard: six days in a damaged vehicle, none without a place."""
    ana = {"agency": "Tiny", "up": "Wren", "seat": "Wren"}
    best = solve(alone(Ana=ana), plans=1).best
    assert best is not None
    assert best.plan.flights["Wren"].stays
    places = {(seat.vehicle, seat.quality, (seat.end - seat.first).days) for seat in best.seats}
    assert places == {("Wren", "nominal", 4), ("Wren", "damaged", 6)}


def test_a_ship_that_nobody_needs_leaves_in_time() -> None:
    """It was to leave on the 8th; on the 5th it lands within its life."""
    best = solve(alone(), plans=1).best
    assert best is not None
    undock = best.plan.flights["Wren"].undock
    assert undock is not None
    assert undock.day == 5

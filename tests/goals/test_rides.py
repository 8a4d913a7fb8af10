from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from posing import counted, measured
from tiny import TINY, jan, plan, tiny

HOME_ON_FINCH = {
    "vehicles.Finch.leaves": jan(9),
    "people.Cleo.home": "Finch",
    "people.Cleo.returns": jan(9),
}
DAMAGED = {jan(6): {"state": "emergency-only"}}
ROOMY = {**HOME_ON_FINCH, "vehicles.Finch.seats": 3, "people.Ana.gear": ["liner"]}


def test_as_planned_there_is_nobody() -> None:
    assert counted("rides", tiny()) == 0


def test_one_who_goes_home_on_another_vehicle_counts_once() -> None:
    assert counted("rides", tiny(ROOMY), plan(people={"Ana": {"home": "Finch"}})) == 1


def test_the_same_vehicle_on_another_day_does_not_count() -> None:
    assert counted("rides", tiny(), plan({"Wren": {"undock": jan(6)}})) == 0


def test_one_who_is_left_behind_counts() -> None:
    """Wren leaves with Boris alone."""
    assert counted("rides", tiny(), plan(people={"Ana": {"stays": True}})) == 1


def test_those_whose_vehicle_stays_with_them_ride_no_other() -> None:
    """Wren, which was to leave within the horizon, is still there when it ends."""
    assert counted("rides", tiny(), plan({"Wren": {"stays": True}})) == 0


@pytest.mark.parametrize("ride_home", [False, True])
def test_those_whose_vehicle_is_damaged_when_the_horizon_ends_count(ride_home: bool) -> None:
    """Wren is still there with them, but may not take them home, or only at their peril."""
    state = {"state": "emergency-only", "ride_home": ride_home}
    hit = tiny({"vehicles.Wren.conditions": {jan(6): state}})
    assert counted("rides", hit, plan({"Wren": {"stays": True}})) == 2


def test_those_whose_vehicle_is_sound_again_when_the_horizon_ends_ride_no_other() -> None:
    cleared = {**DAMAGED, jan(9): {"state": "sound"}}
    scenario = tiny({"vehicles.Wren.conditions": cleared})
    assert counted("rides", scenario, plan({"Wren": {"stays": True}})) == 0


def test_those_who_were_to_leave_only_beyond_the_horizon_wait_in_any_vehicle() -> None:
    """Who is planned home later loses nothing within the horizon."""
    later = {f"people.{who}.returns": "2030-02-01" for who in ("Ana", "Boris")}
    hit = {"vehicles.Wren.leaves": "2030-02-01", "vehicles.Wren.conditions": DAMAGED}
    assert counted("rides", tiny({**later, **hit})) == 0


BORIS_LATER = {"people.Boris.returns": "2030-02-01", "vehicles.Wren.leaves": "2030-02-01"}
"""Boris was to be still there on the 10th, and to go home on Wren some day."""


def test_one_who_was_to_stay_counts_on_another_vehicle() -> None:
    assert counted("rides", tiny(BORIS_LATER), plan({"Wren": {"stays": True}})) == 0
    on_finch = tiny({**ROOMY, **BORIS_LATER})
    both = {"Ana": {"home": "Wren"}, "Boris": {"home": "Finch"}}
    assert counted("rides", on_finch, plan({"Wren": {"undock": jan(8)}}, both)) == 1


@pytest.mark.parametrize(("wren", "others"), [({"undock": jan(8)}, 1), ({"stays": True}, 0)])
def test_one_whose_vehicle_leaves_without_them_counts(wren: dict[str, Any], others: int) -> None:
    """Boris was to go home on it after the horizon; Ana takes it, or waits with him."""
    scenario = tiny({**BORIS_LATER, "people.Ana.returns": "TBD"})
    home: dict[str, Any] = {} if others == 0 else {"Ana": {"home": "Wren"}}
    people = {**home, "Boris": {"stays": True}}
    assert counted("rides", scenario, plan({"Wren": wren}, people)) == others


def test_one_whose_vehicle_came_after_all_and_left_without_them_counts() -> None:
    """Boris was to go home on Finch, which is planned for after the horizon; it comes sooner."""
    scenario = tiny(
        {
            **BORIS_LATER,
            "people.Boris.home": "Finch",
            "people.Ana.returns": "TBD",
            "people.Cleo.home": "Finch",
            "vehicles.Finch.planned": "2030-01-20",
            "vehicles.Finch.modes.crewed.windows": "2030-01-02..2030-02-28",
        }
    )
    finch = {"launch": jan(4), "undock": jan(9)}
    gone: dict[str, dict[str, Any]] = {"Wren": {"stays": True}, "Finch": finch}
    assert counted("rides", scenario, plan(gone, {"Boris": {"stays": True}})) == 1


def test_one_who_is_to_leave_within_the_horizon_and_land_after_it_is_due() -> None:
    """Three days down: to land on the 12th Wren leaves on the 9th, but it is damaged by then."""
    hit = {"vehicles.Wren.conditions": DAMAGED, "vehicle_types.boat.flight_down": "3d"}
    later = {"vehicles.Wren.leaves": jan(9), "people.Boris.returns": "TBD"}
    stays = plan({"Wren": {"stays": True}})
    for day, others in ((12, 1), (13, 1), (14, 0)):
        scenario = tiny({**hit, **later, "people.Ana.returns": jan(day)})
        assert counted("rides", scenario, stays) == others


@pytest.mark.parametrize(
    ("planned", "finch", "count", "others"),
    [
        (9, {"cancelled": True}, counted, 1),
        (20, {"later": True}, counted, 0),
        (20, {"cancelled": True}, measured, 1),
    ],
)
def test_one_whose_vehicle_never_comes_counts(
    planned: int, finch: dict[str, bool], count: Callable[..., int | Fraction], others: int
) -> None:
    """Boris was to go home in February on Finch, which may come after the horizon, or never; the
    model cancels no flight that is not due, a plan can say it.
    """
    scenario = tiny(
        {
            **BORIS_LATER,
            "people.Boris.home": "Finch",
            "people.Ana.returns": "TBD",
            "people.Cleo.up": None,
            "vehicles.Finch.may_cancel": True,
            "vehicles.Finch.planned": jan(planned),
            "vehicles.Finch.modes.empty": {"windows": "2030-01-02..2030-02-28", "crew": []},
            "vehicles.Finch.planned_mode": "empty",
            "vehicle_types.boat.flies_empty": ["up", "down"],
        }
    )
    said = plan({"Wren": {"stays": True}, "Finch": finch}, {"Cleo": {"up": None}})
    assert count("rides", scenario, said) == others


def test_one_whose_vehicle_is_no_more_counts() -> None:
    """A replan knows of an earlier plan that Boris was to go home on Heron, which has been lost."""
    lost = tiny({**BORIS_LATER, "people.Boris.home": "Heron", "people.Ana.returns": "TBD"})
    assert counted("rides", lost, plan({"Wren": {"stays": True}})) == 1


def test_one_of_whom_no_plan_is_known_rides_nothing_else() -> None:
    """Where Cleo goes home, and when, nobody has said."""
    unplanned = tiny({"vehicles.Finch.leaves": jan(9)})
    assert counted("rides", unplanned, plan(people={"Cleo": {"home": "Finch"}})) == 0


def test_one_who_does_not_come_counts_once() -> None:
    scenario = tiny({**HOME_ON_FINCH, "vehicles.Finch.may_cancel": True})
    assert counted("rides", scenario, plan({"Finch": {"cancelled": True}})) == 1


def test_one_who_was_not_to_come_counts() -> None:
    scenario = tiny({"people.Cleo.up": None})
    assert counted("rides", scenario) == 1


@pytest.mark.parametrize(
    ("returns", "others"),
    [("2030-01-08", 1), ("2030-01", 0), ("NET 2030-01-08", 0), ("TBD", 0), ("2030-02", 0)],
)
def test_who_may_stay_by_what_is_known_rides_no_other_vehicle(returns: str, others: int) -> None:
    """Ana stays beyond the horizon, which ends with 10 January, and so does Wren; it is not sound
    any more, which matters only to who was to be home by then.
    """
    hit = {"vehicles.Wren.leaves": "2030-02-01", "vehicles.Wren.conditions": DAMAGED}
    scenario = tiny({"people.Ana.returns": returns, "people.Boris.returns": "TBD", **hit})
    assert counted("rides", scenario, plan({"Wren": {"stays": True}})) == others


def test_one_whose_flight_comes_after_the_horizon_rides_no_other() -> None:
    after = tiny(
        {
            "vehicles.Finch.planned": "2030-01-20",
            "vehicles.Finch.modes.crewed.windows": "2030-01-02..2030-02-28",
        }
    )
    assert counted("rides", after, plan({"Finch": {"later": True}})) == 0


@pytest.mark.parametrize(("day", "others"), [(10, 2), (11, 0)])
def test_only_the_last_day_of_the_horizon_tells_whether_they_may_wait(
    day: int, others: int
) -> None:
    """Ana and Boris are still there with Wren, which is damaged on its last day or one later."""
    hit = tiny({"vehicles.Wren.conditions": {jan(day): {"state": "emergency-only"}}})
    assert counted("rides", hit, plan({"Wren": {"stays": True}})) == others


def test_one_seat_is_enough_for_one_to_wait() -> None:
    """Ana stays with Wren; where Boris goes home nobody has said."""
    narrow = tiny({"vehicles.Wren.seats": 1, "people.Boris.home": None})
    assert counted("rides", narrow, plan({"Wren": {"stays": True}})) == 0


def test_more_places_to_go_home_on_than_seats_are_no_harm() -> None:
    roomy = tiny({"vehicles.Wren.improvised": {"places": 3, "ride_home": True}})
    assert counted("rides", roomy, plan({"Wren": {"stays": True}})) == 0


@pytest.mark.parametrize("day", [9, 10])
def test_one_whose_vehicle_leaves_without_them_on_the_last_day_counts(day: int) -> None:
    """Boris was to go home on it after the horizon; Ana takes it."""
    scenario = tiny({**BORIS_LATER, "people.Ana.returns": "TBD"})
    people: dict[str, dict[str, Any]] = {"Ana": {"home": "Wren"}, "Boris": {"stays": True}}
    assert counted("rides", scenario, plan({"Wren": {"undock": jan(day)}}, people)) == 1


def test_one_who_is_due_within_the_horizon_does_not_wait_for_a_vehicle_after_it() -> None:
    """Boris was to go home on the 9th on Finch, which may come only after the 10th."""
    edits = {
        "vehicles.Wren.leaves": "2030-02-01",
        "people.Ana.returns": "TBD",
        "people.Boris.home": "Finch",
        "people.Boris.returns": jan(9),
        "vehicles.Finch.planned": "2030-01",
        "vehicles.Finch.modes.crewed.windows": "2030-01-02..2030-02-28",
    }
    waits = plan({"Wren": {"stays": True}, "Finch": {"later": True}})
    assert counted("rides", tiny(edits), waits) == 1


def test_a_vehicle_that_leaves_as_soon_as_it_can_is_there_on_the_day_it_docks() -> None:
    """Boris was to go home in February on Tern, which has no seats yet and docks on the 10th."""
    tern = {"type": "boat", "seats": 0, "planned": jan(9), "modes": {"cargo": {"windows": jan(9)}}}
    docks_last = {"vehicles.Tern": tern, "ports.west": {"accepts": ["ring"]}}
    edits = {**BORIS_LATER, "people.Boris.home": "Tern", "people.Ana.returns": "TBD", **docks_last}
    edits["vehicle_types.boat.flies_empty"] = ["up", "down"]
    assert counted("rides", tiny(edits), plan({"Wren": {"stays": True}})) == 0


CREW = ["Cleo", "Dora"]
LATER: dict[str, Any] = {
    "vehicle_types.boat.flies_empty": ["up", "down"],
    "ports.west": {"accepts": ["ring"]},
    "people.Cleo.home": "Finch",
    "people.Dora": {"agency": "Tiny", "up": "Finch", "home": "Finch"},
    "vehicles.Finch.planned": "2030-01-20",
    "vehicles.Finch.modes": {
        "crewed": {"windows": "2030-01-02..2030-02-28", "crew": CREW},
        "empty": {"windows": "2030-01-02..2030-02-28", "crew": []},
    },
    "vehicles.Robin": {
        **TINY["vehicles"]["Finch"],
        "planned": None,
        "may_cancel": True,
        "modes": {"crewed": {"windows": "2030-01-02..2030-01-09", "crew": CREW}},
    },
}
"""Cleo and Dora are to come up, and later to go home, on Finch, planned for after the horizon; it
can come sooner, with them or empty. Robin, which nobody had planned, can bring them too.
"""
SOONER, EMPTY, NOT_YET = {"launch": jan(4)}, {"launch": jan(4), "mode": "empty"}, {"later": True}
ROBIN, NO_ROBIN = {"launch": jan(6)}, {"cancelled": True}


@pytest.mark.parametrize(
    ("finch", "robin", "others"),
    [
        (NOT_YET, NO_ROBIN, 0),
        (SOONER, NO_ROBIN, 0),
        (EMPTY, NO_ROBIN, 2),
        (EMPTY, ROBIN, 2),
        (NOT_YET, ROBIN, 2),
        (NOT_YET, {**ROBIN, "undock": jan(9)}, 2),
    ],
    ids=["wait", "sooner", "left out", "empty", "another", "another both ways"],
)
def test_of_a_crew_that_was_to_come_later_each_counts_once(
    finch: dict[str, Any], robin: dict[str, Any], others: int
) -> None:
    home = {who: {"home": "Robin"} for who in CREW if "undock" in robin}
    flown = plan({"Finch": finch, "Robin": robin}, home)
    assert counted("rides", tiny(LATER), flown) == others

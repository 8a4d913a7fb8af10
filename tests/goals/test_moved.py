from __future__ import annotations

from typing import Any

import pytest

from posing import counted, measured
from tiny import jan, plan, tiny


def test_as_planned_nothing_is_moved() -> None:
    assert counted("moved", tiny()) == 0


@pytest.mark.parametrize(("day", "moved"), [(2, 2), (4, 0), (7, 3), (9, 5)])
def test_each_day_of_a_launch_counts_either_way(day: int, moved: int) -> None:
    assert counted("moved", tiny(), plan({"Finch": {"launch": jan(day)}})) == moved


@pytest.mark.parametrize(("day", "moved"), [(6, 4), (8, 0), (9, 2), (10, 4)])
def test_each_day_of_each_return_counts_either_way(day: int, moved: int) -> None:
    """Ana and Boris were to land on the 8th."""
    assert counted("moved", tiny(), plan({"Wren": {"undock": jan(day)}})) == moved


def test_a_launch_after_the_horizon_is_moved_by_the_whole_difference() -> None:
    """Planned for the 4th; the model knows no dates after the 10th."""
    late = plan({"Finch": {"launch": "2030-01-21"}})
    assert measured("moved", tiny(), late) == 17
    away = plan({"Finch": {"launch": "2030-01-21", "cancelled": True}})
    assert measured("moved", tiny(), away) == 0


def test_one_who_stays_is_moved_to_the_end_of_the_horizon() -> None:
    """From the 8th to the end of the 10th: three days. Where a return from the 5th to the 7th is
    planned, from the last of them: four.
    """
    stays = plan(people={"Ana": {"stays": True}})
    assert counted("moved", tiny(), stays) == 3
    week = {"people.Ana.returns": f"{jan(5)}..{jan(7)}"}
    assert measured("moved", tiny(week), stays) == 4


def test_a_launch_is_moved_as_well_where_a_plan_tells_the_docking_alone() -> None:
    """On the 8th, a day after a launch on the 7th."""
    assert counted("moved", tiny(), plan({"Finch": {"dock": jan(8)}})) == 3


def test_a_launch_on_the_first_day_is_moved_like_any_other() -> None:
    soon = {"vehicles.Finch.modes.crewed.windows": f"{jan(1)}..{jan(9)}"}
    assert counted("moved", tiny(soon), plan({"Finch": {"launch": jan(1)}})) == 3


def test_what_is_on_its_way_was_launched_as_planned() -> None:
    """On the 3rd, a day before what is known."""
    flown = {"type": "boat", "pad": "beach", "launched": jan(3), "docked": jan(5)}
    assert counted("moved", tiny({"as_of": jan(4), "vehicles.Finch": flown})) == 0


def test_what_was_planned_for_before_can_be_on_the_first_day_at_the_soonest() -> None:
    """Ana and Boris were to be back on New Year's Eve; they are on the 4th, three days late each
    counted from the 1st.
    """
    edits = {f"people.{who}.returns": "2029-12-31" for who in ("Ana", "Boris")}
    assert counted("moved", tiny(edits), plan({"Wren": {"undock": jan(4)}})) == 6


LATER = {
    "vehicles.Wren.leaves": "2030-02-08",
    **{f"people.{who}.returns": "2030-02-08" for who in ("Ana", "Boris")},
}
"""Wren and its crew are to stay for a month more, far beyond the horizon."""


def test_one_who_was_to_stay_beyond_the_horizon_is_moved_by_the_whole_difference() -> None:
    """From the 9th of January to the 8th of February are 30 days, for two people."""
    assert counted("moved", tiny(LATER)) == 0
    assert counted("moved", tiny(LATER), plan({"Wren": {"undock": jan(9)}})) == 60


def test_one_who_lands_after_the_horizon_is_late_by_all_the_days() -> None:
    """With three days down, Wren leaves on the 10th for the 13th; planned was the 8th."""
    slow = tiny({"vehicle_types.boat.flight_down": "3d", "vehicles.Wren.leaves": jan(5)})
    assert counted("moved", slow) == 0
    assert counted("moved", slow, plan({"Wren": {"undock": jan(10)}})) == 10


def test_a_launch_planned_beyond_the_horizon_is_moved_by_the_whole_difference() -> None:
    later = {
        "vehicles.Finch.planned": "2030-01-24",
        "vehicles.Finch.modes.crewed.windows": "2030-01-02..2030-02-28",
    }
    assert counted("moved", tiny(later), plan({"Finch": {"launch": jan(4)}})) == 20
    assert counted("moved", tiny(later)) == 0


def test_a_launch_cancelled_is_not_moved() -> None:
    scenario = tiny({"vehicles.Finch.may_cancel": True})
    assert counted("moved", scenario, plan({"Finch": {"cancelled": True}})) == 0


def test_one_bumped_has_no_return_to_move() -> None:
    edits = {"vehicles.Finch.may_cancel": True, "people.Cleo.returns": jan(10)}
    assert counted("moved", tiny(edits), plan({"Finch": {"cancelled": True}})) == 0


@pytest.mark.parametrize(
    ("planned", "day", "moved"),
    [
        ("2030-01", 2, 0),
        ("2030-01", 9, 0),
        ("2030-Q1", 7, 0),
        ("2030-01-04..2030-01-06", 2, 2),
        ("2030-01-04..2030-01-06", 5, 0),
        ("2030-01-04..2030-01-06", 9, 3),
        ("NET 2030-01-04", 3, 1),
        ("NET 2030-01-04", 9, 0),
        ("TBD", 2, 0),
        ("TBD", 9, 0),
    ],
)
def test_a_launch_within_what_is_known_is_not_moved(planned: str, day: int, moved: int) -> None:
    scenario = tiny({"vehicles.Finch.planned": planned})
    assert counted("moved", scenario, plan({"Finch": {"launch": jan(day)}})) == moved


@pytest.mark.parametrize(
    ("returns", "day", "moved"),
    [
        ("2030-01", 4, 0),
        ("2030-01", 9, 0),
        ("2030-01-05..2030-01-07", 3, 1),
        ("2030-01-05..2030-01-07", 4, 0),
        ("2030-01-05..2030-01-07", 9, 2),
        ("NET 2030-01-08", 6, 1),
        ("NET 2030-01-08", 10, 0),
        ("TBD", 4, 0),
    ],
)
def test_a_return_within_what_is_known_is_not_moved(returns: str, day: int, moved: int) -> None:
    """Ana's; Boris has no planned return. She lands on the day of undocking or the next."""
    edits = {"people.Ana.returns": returns, "people.Boris.returns": "TBD"}
    assert counted("moved", tiny(edits), plan({"Wren": {"undock": jan(day)}})) == moved


EVENING = {"vehicles.Wren.leaves": f"{jan(8)}T21:30Z"}
"""Six hours before Wren lands, on the 9th at half past three."""


def on_the(day: int) -> dict[str, Any]:
    return {"people.Ana.returns": jan(day), "people.Boris.returns": jan(day)}


def test_a_landing_after_midnight_is_planned_for_the_next_day() -> None:
    assert counted("moved", tiny({**EVENING, **on_the(9)})) == 0


@pytest.mark.parametrize(("hour", "moved"), [("17:30", 0), ("21:30", 2)])
def test_the_hour_of_undocking_tells_the_day_of_landing(hour: str, moved: int) -> None:
    """Two people, planned for the 8th."""
    told = plan({"Wren": {"undock": f"{jan(8)}T{hour}Z"}})
    assert measured("moved", tiny(), told) == moved


@pytest.mark.parametrize(("day", "moved"), [(6, 4), (7, 2), (8, 0), (9, 2)])
def test_undocked_as_late_in_the_day_as_planned_it_lands_on_the_next(day: int, moved: int) -> None:
    """The plan of record has it undock on the 8th and land on the 9th."""
    assert counted("moved", tiny(on_the(9)), plan({"Wren": {"undock": jan(day)}})) == moved


@pytest.mark.parametrize(("day", "moved"), [(6, 2), (7, 0), (8, 0), (9, 2)])
def test_a_return_on_either_day_it_can_be_is_not_moved(day: int, moved: int) -> None:
    """Nothing says when in the day Wren leaves: undocked on the 7th it lands then or on the 8th."""
    scenario = tiny({"vehicles.Wren.leaves": None, **on_the(8)})
    assert counted("moved", scenario, plan({"Wren": {"undock": jan(day)}})) == moved


def test_a_flight_of_whole_days_lands_on_one_day_only() -> None:
    flight = {"vehicle_types.boat.flight_down": "1d", "vehicles.Wren.leaves": None}
    for day, moved in ((7, 2), (8, 0), (9, 2)):
        told = plan({"Wren": {"undock": jan(day)}})
        assert counted("moved", tiny({**flight, **on_the(9)}), told) == moved


def test_who_is_bumped_from_a_flight_has_no_return_to_move() -> None:
    """Cleo was to come with Finch and land on the 9th; she comes with Robin, as Robin was planned,
    and is still aboard when the horizon ends.
    """
    crewed = {"crewed": {"windows": jan(5), "crew": ["Cleo"]}}
    robin = {"type": "boat", "pad": "beach", "planned": jan(5), "modes": crewed}
    edits = {
        "vehicles.Robin": robin,
        "ports.west.accepts": ["ring"],
        "vehicles.Finch.may_cancel": True,
        "people.Cleo.returns": jan(9),
    }
    cancelled = plan({"Finch": {"cancelled": True}})
    assert counted("moved", tiny(edits), cancelled) == 0


@pytest.mark.parametrize(("undock", "flight"), [(7, "6h"), (10, "6h"), (10, "3d")])
def test_one_bumped_may_go_home_early_or_late_on_another_vehicle(undock: int, flight: str) -> None:
    """Cleo, who was to come with Finch and land on the 9th, comes and goes with Robin, which has
    no planned departure. Ana and Boris land as planned, also where that takes three days.
    """
    crewed = {"crewed": {"windows": jan(4), "crew": ["Cleo"]}}
    edits = {
        "vehicles.Robin": {"type": "boat", "pad": "beach", "planned": jan(4), "modes": crewed},
        "vehicles.Finch.may_cancel": True,
        "ports.west.accepts": ["ring"],
        "people.Cleo.returns": jan(9),
        "vehicle_types.boat.flight_down": flight,
        "vehicles.Wren.leaves": jan(8 if flight == "6h" else 5),
    }
    on_robin = plan(
        {"Finch": {"cancelled": True}, "Robin": {"undock": jan(undock)}},
        {"Cleo": {"home": "Robin"}},
    )
    assert counted("moved", tiny(edits), on_robin) == 0


def test_one_who_was_not_to_come_up_has_no_return_to_move() -> None:
    """Cleo is in Finch's crew, but nothing says that she is to come with it."""
    edits = {"people.Cleo.up": None, "people.Cleo.returns": jan(9)}
    home = plan({"Finch": {"undock": jan(7)}}, {"Cleo": {"home": "Finch"}})
    assert counted("moved", tiny(edits), home) == 0


def test_one_who_comes_up_on_another_vehicle_has_no_return_to_move() -> None:
    """Cleo, who was to land on the 9th, comes up on Finch or on Robin and stays."""
    crewed = {"windows": jan(4), "crew": ["Cleo"]}
    robin = {"type": "boat", "pad": "beach", "planned": jan(4), "modes": {"crewed": crewed}}
    scenario = tiny({"people.Cleo.returns": jan(9), "vehicles.Robin": robin})
    none = {"cancelled": True}
    assert measured("moved", scenario, plan({"Robin": none}, {"Cleo": {"stays": True}})) == 2
    assert measured("moved", scenario, plan({"Finch": none}, {"Cleo": {"stays": True}})) == 0

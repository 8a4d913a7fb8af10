"""Replanning the small rescue: who goes home on what, worked out by hand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import lifeboat
from lifeboat.answers.option import one_by_one
from lifeboat.errors import MistakesError
from lifeboat.plans.plan import Plan
from lifeboat.questions.replan import to_replan
from lifeboat.scenario.scenario import Scenario
from repository import TINY
from tiny import jan, plan, tiny

SMALL = str(TINY)
USUAL = [
    {"no-place": 1, "unsafe": 60},
    "damaged",
    "improvised",
    "waived",
    "staffing",
    "broken",
]
CHANGES = ["rides", "cancelled", "flights", "moved"]


SHELTER = {"state": "emergency-only"}
HELD_THREE = ("set", "vehicles.Sparrow.conditions.2030-02-28.places=3")


def january(day: int) -> datetime:
    return datetime(2030, 1, day, tzinfo=UTC)


def march(day: int) -> datetime:
    return datetime(2030, 3, day, tzinfo=UTC)


def small(*edits: tuple[str, str]) -> Scenario:
    return lifeboat.read_scenario(SMALL, edits=edits)


@pytest.fixture(scope="module")
def settled() -> Plan:
    best = lifeboat.solve(small()).best
    assert best is not None
    return best.plan


def test_with_nothing_changed_the_same_plan_comes_back(settled: Plan) -> None:
    told = lifeboat.replan(small(), settled)
    assert told.stands
    assert told.answer.best is not None
    assert told.answer.best.plan == settled
    assert told.holds_no_longer == ()


def test_a_ship_a_day_late_moves_one_flight_and_nobody_else(settled: Plan) -> None:
    """Heron comes on the 8th: 7 days in which two sit in Sparrow and one nowhere."""
    told = lifeboat.replan(small(("delay", "Heron=1d")), settled)
    assert told.answer.best is not None
    values = {goal.name: goal.value for goal in one_by_one(told.answer.best.goals)}
    assert (values["no-place"], values["damaged"]) == (7, 14)
    assert (values["rides"], values["flights"], values["moved"]) == (0, 1, 1)
    assert {it.vehicle for it in told.answer.best.flights if it.launch == march(7)} == {"Heron"}


def test_what_has_docked_can_be_late_no_more(settled: Plan) -> None:
    """On the 8th Heron is there: that it could not be launched before the 9th is of no account."""
    late = ("set", "vehicles.Heron.modes.empty.windows=2030-03-09..2030-03-12")
    assert not lifeboat.replan(small(late), settled, since=march(2)).stands
    assert lifeboat.replan(small(late), settled, since=march(8)).stands


def test_a_launch_is_ordered_on_the_day_at_the_earliest() -> None:
    """Heron needs five days; a plan without it, looked at on the 4th, has it on the 9th."""
    nothing = plan({"Heron": {"cancelled": True}}, {"Ana": {"stays": True}})
    allowed = small(("set", "vehicles.Heron.may_cancel=true"))
    told = lifeboat.replan(allowed, nothing, since=march(4))
    assert told.answer.best is not None
    (heron,) = (it for it in told.answer.best.flights if it.vehicle == "Heron")
    assert heron.launch == march(9)


def test_what_there_is_no_more_is_left_out_and_told(settled: Plan) -> None:
    told = lifeboat.replan(small(("drop", "Heron")), settled)
    assert told.unknown == ("Heron",)
    assert told.answer.best is not None
    assert {it.home for it in told.answer.best.people} == {None}


@pytest.mark.parametrize("since", [datetime(2030, 2, 28, tzinfo=UTC), march(16)])
def test_a_date_outside_the_horizon_is_a_mistake(settled: Plan, since: datetime) -> None:
    with pytest.raises(MistakesError, match="outside the horizon, 2030-03-01 to 2030-03-15"):
        lifeboat.replan(small(), settled, since=since)


@pytest.mark.parametrize(
    ("said", "order"),
    [
        (None, [*USUAL, *CHANGES, "reseats"]),
        (["no-place", "staffing"], ["no-place", "staffing", *CHANGES, "reseats"]),
        (["moved", "damaged", "cancelled"], [*CHANGES, "damaged", "reseats"]),
        ([{"damaged": 2, "moved": 1}, "waived"], [{"damaged": 2}, *CHANGES, "waived", "reseats"]),
        (["no-place", "flights", "reseats"], ["no-place", *CHANGES, "reseats"]),
        (["reseats", "no-place"], ["no-place", *CHANGES, "reseats"]),
    ],
)
def test_goals_about_changes_stand_together_and_liners_last(said: object, order: object) -> None:
    scenario = tiny({} if said is None else {"goals": said})
    assert to_replan(scenario, plan(), scenario.as_of).goals == order


def test_whoever_loses_their_ride_rides_another_vehicle(settled: Plan) -> None:
    """The plan took all three home on Heron on the 12th; with Heron dropped, and Sparrow sound from
    the 5th on, they go home on Sparrow that day.
    """
    lost = small(("drop", "Heron"), ("damage", "Sparrow={state: sound, since: 2030-03-05}"))
    told = lifeboat.replan(lost, settled, since=march(5))
    assert told.unknown == ("Heron",)
    assert told.difference is not None
    homes = [(it.person, it.before, it.after) for it in told.difference.rides]
    assert homes == [(who, "Heron", "Sparrow") for who in ("Ana", "Boris", "Chen")]
    assert told.answer.best is not None
    values = {goal.name: goal.value for goal in one_by_one(told.answer.best.goals)}
    assert (values["rides"], values["moved"]) == (3, 0)


def test_what_was_is_not_made_better_by_what_is_known_now(settled: Plan) -> None:
    """Sparrow held three all the time, as it turns out on the 5th. One liner has waited on the
    station from the 1st to the 4th all the same; it is moved into Sparrow now, and on the 7th, with
    the others, into Heron.
    """
    chen = settled.people["Chen"]
    waited = chen.model_copy(update={"seats": {march(1): "station", **chen.seats}})
    plan = settled.model_copy(update={"people": {**settled.people, "Chen": waited}})
    told = lifeboat.replan(small(HELD_THREE), plan, since=march(5))
    assert told.answer.best is not None
    values = {goal.name: goal.value for goal in one_by_one(told.answer.best.goals)}
    assert (values["no-place"], values["damaged"]) == (4, 4 * 2 + 2 * 3)
    assert values["reseats"] == 4


def test_whoever_sat_in_a_ship_that_held_them_had_a_place(settled: Plan) -> None:
    """The same, with all three liners in Sparrow until they are moved into Heron on the 7th."""
    told = lifeboat.replan(small(HELD_THREE), settled, since=march(5))
    assert told.answer.best is not None
    values = {goal.name: goal.value for goal in one_by_one(told.answer.best.goals)}
    assert (values["no-place"], values["damaged"]) == (0, 6 * 3)
    assert values["reseats"] == 3


def test_nobody_sat_elsewhere_because_a_ship_is_lost_now(settled: Plan) -> None:
    """Heron is unusable on the 8th, as if from the first: on the 7th all three were in it."""
    lost = small(("damage", "Heron=unusable"), ("set", "vehicles.Sparrow.leaves=2030-03-15"))
    told = lifeboat.replan(lost, settled, since=march(8))
    assert told.answer.best is not None
    seats = [it for it in told.answer.best.seats if it.first <= march(7) < it.end]
    assert {it.vehicle for it in seats} == {"Heron"}
    assert {it.quality for it in seats} == {"none"}


def test_nobody_is_sent_home_in_what_is_found_damaged_that_day() -> None:
    """Ana and Boris were to land in Wren on the 8th. On the morning of the 8th it is found to be a
    shelter only: Wren stays, and so do they, for Finch has a seat for one of them and leaves on
    the 10th.
    """
    leaves = {"vehicles.Finch.leaves": "2030-01-10", "people.Cleo.home": "Finch"}
    known = {**leaves, "vehicles.Wren.conditions": {"2030-01-08T07:00Z": SHELTER}}
    told = lifeboat.replan(tiny(known), plan(), since=january(8))
    assert told.answer.best is not None
    homes = {it.person: it.home for it in told.answer.best.people}
    assert "Wren" not in homes.values()
    assert next(it.undock for it in told.before.flights if it.vehicle == "Wren") == january(8)
    assert {it.rule for it in told.before.findings} == {"home-on-a-sound-seat"}


def test_what_is_unusable_that_day_does_not_leave() -> None:
    known = {"vehicles.Wren.conditions": {"2030-01-08": {"state": "unusable"}}}
    told = lifeboat.replan(tiny(known), plan(), since=january(8))
    assert told.answer.best is not None
    wren = next(it for it in told.answer.best.flights if it.vehicle == "Wren")
    assert (wren.undock, wren.down) == (None, ())


def test_a_ship_damaged_the_day_after_still_takes_them_home() -> None:
    known = {"vehicles.Wren.conditions": {"2030-01-09": SHELTER}}
    told = lifeboat.replan(tiny(known), plan(), since=january(8))
    assert told.stands


@pytest.mark.parametrize(("since", "moves"), [(2, 1), (4, 1), (7, 1), (8, 0)])
def test_what_is_ordered_or_done_is_not_to_be_decided(
    settled: Plan, since: int, moves: int
) -> None:
    """The plan has Heron launched on the 6th and three liners moved on the 7th, all home on the
    12th as planned: what is left to decide are the moves, together, until they are done.
    """
    told = lifeboat.replan(small(), settled, since=march(since))
    assert told.stands
    assert told.answer.best is not None
    for option in (told.before, told.answer.best):
        assert [it.by for it in option.decide_by] == [march(7)] * moves
        assert all("liner" in it.what for it in option.decide_by)


@pytest.mark.parametrize(("prepare", "leaves"), [("1d", True), ("3d", False), ("4d", False)])
def test_a_departure_is_prepared_from_the_day_on(prepare: str, leaves: bool) -> None:
    """On the 4th Wren, which was to leave on the 8th, turns out to be unusable from the 6th on.
    Prepared in a day it can still leave on the 5th; not before the 7th if that takes three.
    """
    edits = {
        "vehicle_types.boat.prepare_departure": prepare,
        "vehicles.Wren.conditions": {jan(6): {"state": "unusable"}},
    }
    told = lifeboat.replan(tiny(edits), plan(), since=datetime(2030, 1, 4, tzinfo=UTC))
    assert told.answer.best is not None
    (wren,) = (it for it in told.answer.best.flights if it.vehicle == "Wren")
    assert (wren.undock is not None) == leaves


def test_an_undocking_window_that_has_closed_does_not_open_again() -> None:
    """Wren could undock until the 3rd, and it is the 5th: it stays."""
    edits = {"vehicles.Wren.undock": f"..{jan(3)}", "vehicles.Wren.leaves": None}
    there = plan(people={who: {"stays": True} for who in ("Ana", "Boris")})
    told = lifeboat.replan(tiny(edits), there, since=datetime(2030, 1, 5, tzinfo=UTC))
    assert told.answer.best is not None
    assert [it.undock for it in told.answer.best.flights] == [None, None]

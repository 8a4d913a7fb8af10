"""How many people may go home in a vehicle on a date, decided by the one rule about rides home.

No other rule is posted and nobody is given a place. Unless said otherwise Ana, Boris and Dan are in
Wren, which has two seats; Cleo comes in Finch on the 5th.
"""

from __future__ import annotations

from typing import Any

import pytest

from deciding import between, dated, decisions, flown
from lifeboat.curves import total_of
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.solving.formulation.decisions import SolverDecisions
from tiny import PERSON, jan

HOME, FIT = "home-on-a-sound-seat", "seat-fits-its-person"
THREE: dict[str, Any] = {"people.Dan": PERSON}
EMPTY: dict[str, Any] = {"vehicle_types.boat.flies_empty": ["down"]}
LOOSE: dict[str, Any] = {"rules": {FIT: "should"}}
SOUND = {"state": "sound"}


def hit(**more: Any) -> dict[str, Any]:
    return {"state": "emergency-only", **more}


def found(ship: str = "Wren", **states: dict[str, Any]) -> dict[str, Any]:
    """A vehicle is found in some states on days of January, each written like `on_3`."""
    days = {jan(int(day.removeprefix("on_"))): state for day, state in states.items()}
    return {f"vehicles.{ship}.conditions": days}


def posted(edits: dict[str, Any]) -> SolverDecisions:
    decide = decisions(edits)
    HomeOnASoundSeat().post(decide)
    return decide


def take(
    edits: dict[str, Any], day: int, ship: str = "Wren", but: str = ""
) -> tuple[int, int] | None:
    """The fewest and the most who go home in a vehicle that leaves on a day; None if it cannot."""
    decide = posted(edits)
    vehicle = decide.situation.ships[ship]
    riders = [it for it in decide.parties if vehicle in decide.people.rides_home(it)]
    rides = total_of(decide.people.rides(it, vehicle) for it in riders if it.one.name != but)
    return between(decide.builder, rides, dated(decide, undocks={ship: day - 1}))


def costs(edits: dict[str, Any], day: int, riders: int) -> int | None:
    """How often the rule is broken, at least, if so many leave in Wren on a day."""
    decide = posted({"rules": {HOME: "should"}, **edits})
    kept = flown(decide, None, {"Wren": day - 1}, {("Ana", "Wren"): riders})
    told = between(decide.builder, decide.broken(), kept)
    return None if told is None else told[0]


@pytest.mark.parametrize("day", [2, 8, 10])
def test_one_at_least_rides_in_what_cannot_fly_empty_and_no_more_than_it_has_seats(
    day: int,
) -> None:
    assert take(THREE, day) == (1, 2)
    assert take({**THREE, **EMPTY}, day) == (0, 2)


ONE_RIDE = found(on_3=hit(ride_home=True, places=1), on_6=SOUND)
BROKEN = found(on_3={"state": "unusable"}, on_6=SOUND)
SHELTER = found(on_3=hit(), on_6=SOUND)


@pytest.mark.parametrize(
    ("state", "on_the_3rd_to_the_6th"), [(ONE_RIDE, (0, 1)), (SHELTER, (0, 0)), (BROKEN, None)]
)
def test_from_the_day_it_is_hit_to_the_day_it_is_mended_it_leaves_as_a_hit_ship(
    state: dict[str, Any], on_the_3rd_to_the_6th: tuple[int, int] | None
) -> None:
    edits = {**THREE, **EMPTY, **state}
    told = {day: take(edits, day) for day in (2, 3, 4, 6, 7)}
    as_hit = dict.fromkeys((3, 4, 6), on_the_3rd_to_the_6th)
    assert told == {2: (0, 2), **as_hit, 7: (0, 2)}


def test_a_shelter_that_cannot_fly_empty_does_not_leave() -> None:
    assert take({**THREE, **SHELTER}, 4) is None


EXTRA: dict[str, Any] = {"vehicle_types.boat.improvised": 1}


@pytest.mark.parametrize(
    ("edits", "day", "by_riders"),
    [
        ({}, 8, {1: 0, 2: 0, 3: None}),
        (EXTRA, 8, {2: 0, 3: 1}),
        (SHELTER, 2, {2: 0, 3: None}),
        (SHELTER, 4, {1: 1, 2: 1, 3: None}),
        (ONE_RIDE, 4, {1: 0, 2: None}),
        ({}, 8, {0: None}),
        (EMPTY, 8, {0: 0}),
        ({**EMPTY, **BROKEN}, 2, {0: 0}),
        ({**EMPTY, **BROKEN}, 4, {0: None}),
    ],
)
def test_as_a_should_people_ride_on_any_place_there_is_and_such_a_departure_costs_one(
    edits: dict[str, Any], day: int, by_riders: dict[int, int | None]
) -> None:
    assert {riders: costs({**THREE, **edits}, day, riders) for riders in by_riders} == by_riders


HIT_LATER = found(on_6=hit(ride_home=True))
SEAT, IMPROVISED, EITHER, NEITHER = ["liner"], ["suit"], ["liner", "suit"], ["rope"]


def two(ana: list[str], boris: list[str], seats: int, ride_home: bool = True) -> dict[str, Any]:
    """Two with some gear, who leave in a ship with some seats and one improvised place."""
    return {
        **EMPTY,
        "people.Ana.gear": ana,
        "people.Boris.gear": boris,
        "vehicles.Wren.seats": seats,
        "vehicles.Wren.improvised": {"places": 1, "needs": ["suit"], "ride_home": ride_home},
    }


@pytest.mark.parametrize(
    ("edits", "strictly", "loosely"),
    [
        (two(SEAT, SEAT, seats=1), 1, 2),
        (two(IMPROVISED, IMPROVISED, seats=2), 1, 2),
        (two(IMPROVISED, SEAT, seats=1), 2, 2),
        (two(EITHER, EITHER, seats=1), 2, 2),
        (two(EITHER, EITHER, seats=0), 1, 1),
        (two(NEITHER, NEITHER, seats=2), 0, 2),
        (two(IMPROVISED, IMPROVISED, seats=2, ride_home=False), 0, 0),
        (two(NEITHER, SEAT, seats=2, ride_home=False), 1, 1),
        ({**two(NEITHER, SEAT, seats=2), **found(on_3=hit(ride_home=True))}, 1, 2),
        ({**two(NEITHER, SEAT, seats=2, ride_home=False), **HIT_LATER}, 1, 1),
        ({**two(EITHER, EITHER, seats=2), **found(on_3=hit(ride_home=True, places=1))}, 1, 1),
    ],
)
def test_people_ride_home_on_places_that_fit_them(
    edits: dict[str, Any], strictly: int, loosely: int
) -> None:
    """Where fit is a `should`, what does not fit counts as an improvised place, in a damaged ship
    as a damaged one: it is a ride home only where such a place is.
    """
    assert take(edits, 4) == (0, strictly)
    assert take({**edits, **LOOSE}, 4) == (0, loosely)


READY: dict[str, Any] = {**EMPTY, "vehicles.Finch.reseat_from": jan(7)}


@pytest.mark.parametrize(
    ("edits", "guests"),
    [
        (EMPTY, {6: 2, 7: 2, 8: 2}),
        ({**EMPTY, "vehicles.Finch.reseat_from": "2029-12-20"}, {6: 2, 8: 2}),
        (READY, {6: 0, 7: 0, 8: 2}),
        ({**READY, **LOOSE}, {6: 0, 7: 0, 8: 2}),
        ({**READY, **found("Finch", on_3=hit(ride_home=True))}, {6: 0, 7: 0, 8: 2}),
        ({**READY, **LOOSE, **found("Finch", on_3=hit(ride_home=True))}, {6: 2, 7: 2, 8: 2}),
    ],
)
def test_who_leaves_in_another_ship_was_seated_in_it_no_earlier_than_it_was_ready(
    edits: dict[str, Any], guests: dict[int, int]
) -> None:
    """Ana and Boris in Finch, which can receive their liners on the 7th: they leave on the 8th. As
    a `should`, one that is not ready counts as one that does not fit.
    """
    told = {day: take(edits, day, "Finch", but="Cleo") for day in guests}
    assert told == {day: (0, most) for day, most in guests.items()}


@pytest.mark.parametrize(
    ("states", "guests"),
    [
        (found("Finch", on_3=hit(ride_home=True), on_7=SOUND), {6: 2, 7: 2, 8: 0, 9: 0, 10: 2}),
        (found("Finch", on_7=hit(ride_home=True)), {6: 0, 7: 2, 9: 2}),
        (found("Finch", on_7=hit(ride_home=True), on_8=SOUND), {6: 0, 7: 2, 8: 2, 9: 0, 10: 2}),
    ],
)
def test_a_ship_that_is_not_ready_takes_guests_only_as_a_damaged_one(
    states: dict[str, Any], guests: dict[int, int]
) -> None:
    """Fit is a `should`, and Finch can receive liners on the 9th."""
    edits = {**EMPTY, **LOOSE, **states, "vehicles.Finch.reseat_from": jan(9)}
    told = {day: take(edits, day, "Finch", but="Cleo") for day in guests}
    assert told == {day: (0, most) for day, most in guests.items()}


def test_who_came_in_a_ship_leaves_in_it_before_it_is_ready_for_others() -> None:
    assert take(READY, 6, "Finch") == (0, 1)

"""Who has a place where there are too few: whoever leaves, whoever is held to theirs."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lifeboat.files.known_types import known_types
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.rules.audit import ledger_of
from lifeboat.situation.situation import Situation
from tiny import TINY, as_scenario, jan, plan, tiny, tiny_tree

ONE_SEAT = {"vehicle_types.boat.seats": 1}


def places(edits: dict[str, object]) -> dict[str, str]:
    """Who has which quality of place on 1 January; Ana and Boris both have their liner in Wren."""
    situation = Situation.of(tiny({**ONE_SEAT, **edits}), known_types())
    ledger = ledger_of(Course.of(situation, plan()))
    return {entry.person: entry.quality for entry in ledger.entries if entry.first == 0}


AS_PLANNED = plan()


def of(
    person: str, told: Plan, edits: Mapping[str, object] | None = None
) -> list[tuple[str | None, str, int, int]]:
    """Where the liner of one person is, and of which quality their place is, over time."""
    situation = Situation.of(tiny(dict(edits or {})), known_types())
    ledger = ledger_of(Course.of(situation, told))
    return [(it.ship, it.quality, it.first, it.end) for it in ledger.of_person(person)]


def pinned(who: str, **more: str) -> dict[str, object]:
    return {"pins.held": {"person": who, "seat": "Wren", **more}}


def test_of_two_alike_the_first_by_name() -> None:
    assert places({}) == {"Ana": "nominal", "Boris": "none"}


def test_whoever_is_held_to_a_place_has_it() -> None:
    assert places(pinned("Boris")) == {"Ana": "none", "Boris": "nominal"}


def test_only_during_the_pin() -> None:
    """From the 3rd to the 5th; both leave on the 8th."""
    during = {**ONE_SEAT, **pinned("Boris", during=f"{jan(3)}..{jan(5)}")}
    assert of("Ana", AS_PLANNED, during) == [
        ("Wren", "nominal", 0, 2),
        ("Wren", "none", 2, 5),
        ("Wren", "nominal", 5, 7),
    ]


def test_also_before_somebody_who_fits_nowhere_else() -> None:
    """Boris could do with an improvised place, if there were one; Ana needs the seat."""
    needs = {
        "vehicle_types.boat.improvised_needs": ["suit"],
        "people.Boris.gear": ["liner", "suit"],
    }
    assert places({**needs, **pinned("Boris")}) == {"Ana": "none", "Boris": "nominal"}


def test_but_not_where_that_costs_a_place() -> None:
    """With an improvised place as well both are seated, Boris on it: he is held to any place."""
    needs = {
        "vehicle_types.boat.improvised": 1,
        "vehicle_types.boat.improvised_needs": ["suit"],
        "people.Boris.gear": ["liner", "suit"],
    }
    assert places({**needs, **pinned("Boris")}) == {"Ana": "nominal", "Boris": "improvised"}


@pytest.mark.parametrize(
    ("ride_home", "held"),
    [
        (True, {"Ana": "improvised", "Boris": "nominal", "Dan": "nominal"}),
        (False, {"Ana": "nominal", "Boris": "nominal", "Dan": "none"}),
    ],
)
def test_who_leaves_next_makes_room_where_another_place_takes_them_home(
    ride_home: bool, held: dict[str, str]
) -> None:
    """Wren leaves on the 8th with Ana and Boris; Dan, who stays, fits its two seats only. Ana also
    fits the improvised place, which takes her home or does not.
    """
    dan = {"agency": "Tiny", "up": "Wren", "seat": "Wren"}
    improvised = {"places": 1, "ride_home": ride_home, "needs": ["suit"]}
    edits = {
        "vehicles.Wren.improvised": improvised,
        "people.Ana.gear": ["liner", "suit"],
        "people.Dan": dan,
    }
    course = Course.of(Situation.of(tiny(edits), known_types()), plan())
    on_the_7th = [it for it in ledger_of(course).entries if it.first <= 6 < it.end]
    assert {it.person: it.quality for it in on_the_7th if it.ship == "Wren"} == held


NARROW = {
    "vehicle_types.boat.improvised": 1,
    "vehicle_types.boat.improvised_needs": ["suit"],
    "people.Ana.gear": ["suit"],
    "people.Boris.gear": ["suit"],
}
"""Neither Ana nor Boris fits a seat of Wren; both fit its one improvised place."""


def test_a_seat_that_fits_nobody_left_stays_empty() -> None:
    assert places({**NARROW, "vehicle_types.boat.seats": 2}) == {
        "Ana": "improvised",
        "Boris": "none",
    }


def test_a_place_in_a_damaged_vehicle_that_fits_nobody_left_stays_empty() -> None:
    """Wren holds one in an emergency: not Ana and not Boris, whose liners are elsewhere."""
    hit = {"vehicles.Wren.conditions": {jan(1): {"state": "emergency-only", "places": 1}}}
    assert places({**NARROW, **hit}) == {"Ana": "none", "Boris": "none"}


LOOSE = {"rules.seat-fits-its-person": "should"}


def test_where_fit_is_a_should_a_seat_that_does_not_fit_is_an_improvised_place() -> None:
    """Two seats and one improvised place: neither Ana nor Boris is left without."""
    two = {**NARROW, **LOOSE, "vehicle_types.boat.seats": 2}
    assert places(two) == {"Ana": "improvised", "Boris": "improvised"}
    without = {**two, "vehicle_types.boat.improvised": 0}
    assert places(without) == {"Ana": "improvised", "Boris": "improvised"}


def test_where_fit_is_a_should_a_damaged_vehicle_takes_whom_it_does_not_fit() -> None:
    hit = {"vehicles.Wren.conditions": {jan(1): {"state": "emergency-only", "places": 1}}}
    assert places({**NARROW, **LOOSE, **hit}) == {"Ana": "damaged", "Boris": "none"}


def test_a_liner_moved_on_a_day_when_nothing_else_happens() -> None:
    """Ana's waits on the station on the 3rd and 4th: slots 2 and 3."""
    moved = plan(people={"Ana": {"seats": {jan(3): "station", jan(5): "Wren"}}})
    assert of("Ana", moved) == [
        ("Wren", "nominal", 0, 2),
        (None, "none", 2, 4),
        ("Wren", "nominal", 4, 7),
    ]


def test_a_liner_that_is_moved_too_soon_is_no_place_until_the_vehicle_is_ready() -> None:
    """Ana's is in Finch from the 5th, where none may be moved into it before the 7th."""
    moved = plan({"Wren": {"stays": True}}, {"Ana": {"stays": True, "seats": {jan(5): "Finch"}}})
    assert of("Ana", moved, {"vehicles.Finch.reseat_from": jan(7)}) == [
        ("Wren", "nominal", 0, 4),
        ("Finch", "none", 4, 6),
        ("Finch", "nominal", 6, 10),
    ]


def test_a_liner_in_a_vehicle_that_has_left_is_no_place() -> None:
    """Wren leaves on the 8th with nobody aboard, a day on which nobody comes or goes."""
    stay = plan(people={"Ana": {"stays": True}, "Boris": {"stays": True}})
    assert of("Ana", stay) == [("Wren", "nominal", 0, 7), ("Wren", "none", 7, 10)]


def test_a_liner_in_a_vehicle_that_is_still_to_come_is_no_place() -> None:
    """Finch docks on the 5th, without Cleo: a day on which nobody comes or goes."""
    empty: dict[str, object] = {"vehicles.Finch.modes.empty": {"windows": jan(4)}}
    early = plan({"Finch": {"mode": "empty"}}, {"Ana": {"seats": {jan(3): "Finch"}}})
    assert of("Ana", early, empty) == [
        ("Wren", "nominal", 0, 2),
        ("Finch", "none", 2, 4),
        ("Finch", "nominal", 4, 7),
    ]


STAY = plan({"Wren": {"stays": True}}, {"Ana": {"stays": True}, "Boris": {"stays": True}})


def test_a_place_is_lost_on_the_day_its_vehicle_is_damaged() -> None:
    """On the 3rd, a day on which nothing else happens; one place is left."""
    hit = {"vehicles.Wren.conditions": {jan(3): {"state": "emergency-only", "places": 1}}}
    assert of("Ana", STAY, hit) == [("Wren", "nominal", 0, 2), ("Wren", "damaged", 2, 10)]
    assert of("Boris", STAY, hit) == [("Wren", "nominal", 0, 2), ("Wren", "none", 2, 10)]


def test_past_its_life_a_vehicle_has_damaged_places_and_no_more_than_before() -> None:
    """Launched on 1 December and good for 36 days Wren has to land on 6 January: who leaves in it
    after a night of the 6th lands too late.
    """
    worn: dict[str, object] = {**ONE_SEAT, "vehicles.Wren.life": {"limit": "36d"}}
    assert of("Ana", STAY, worn) == [("Wren", "nominal", 0, 5), ("Wren", "damaged", 5, 10)]
    assert of("Boris", STAY, worn) == [("Wren", "none", 0, 10)]


def test_who_came_before_the_horizon_has_a_place_from_its_beginning() -> None:
    """Cleo, by a plan that has her launched before the scenario's date, and nobody else."""
    tree = tiny_tree({"people": {"Cleo": TINY["people"]["Cleo"]}})
    early = plan({"Finch": {"launch": "2029-12-20"}})
    ledger = ledger_of(Course.of(Situation.of(as_scenario(tree), known_types()), early))
    assert [(it.quality, it.first, it.end) for it in ledger.entries] == [("nominal", 0, 10)]


def test_who_leaves_next_comes_before_who_stays() -> None:
    """Ana stays; Boris and Dan leave on the 8th, from Wren's two seats."""
    dan = {"agency": "Tiny", "up": "Wren", "seat": "Wren", "home": "Wren"}
    told = plan(people={"Ana": {"stays": True}})
    assert of("Ana", told, {"people.Dan": dan})[0] == ("Wren", "nominal", 0, 6)
    assert of("Ana", told, {"people.Dan": dan})[1] == ("Wren", "none", 6, 10)


def test_what_is_spent_is_counted_in_slots_of_a_person() -> None:
    """On seats Ana and Boris are for seven days each, Cleo is for the last six."""
    ledger = ledger_of(Course.of(Situation.of(tiny(), known_types()), plan()))
    assert (ledger.spent("nominal"), ledger.spent("none")) == (20, 0)

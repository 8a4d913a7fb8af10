"""Who has a place where there are too few: whoever leaves, whoever is held to theirs."""

from __future__ import annotations

from lifeboat.files.known_types import known_types
from lifeboat.plans.course import Course
from lifeboat.rules.audit import ledger_of
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

ONE_SEAT = {"vehicle_types.boat.seats": 1}


def places(edits: dict[str, object]) -> dict[str, str]:
    """Who has which quality of place on 1 January; Ana and Boris both have their liner in Wren."""
    situation = Situation.of(tiny({**ONE_SEAT, **edits}), known_types())
    ledger = ledger_of(Course.of(situation, plan()))
    return {entry.person: entry.quality for entry in ledger.entries if entry.first == 0}


def pinned(who: str, **more: str) -> dict[str, object]:
    return {"pins.held": {"person": who, "seat": "Wren", **more}}


def test_of_two_alike_the_first_by_name() -> None:
    assert places({}) == {"Ana": "nominal", "Boris": "none"}


def test_whoever_is_held_to_a_place_has_it() -> None:
    assert places(pinned("Boris")) == {"Ana": "none", "Boris": "nominal"}


def test_only_during_the_pin() -> None:
    later = pinned("Boris", during=f"{jan(3)}..{jan(5)}")
    assert places(later) == {"Ana": "nominal", "Boris": "none"}


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

"""Who is aboard and who goes home on what, by numbers, against the calendar of the tiny station."""

from __future__ import annotations

from typing import Any

import pytest

from deciding import between, dated, decisions, flown, on_dates, situation
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.decisions import decisions_on
from tiny import jan


def both(key: str, value: object) -> dict[str, Any]:
    """Something said of Ana and of Boris."""
    return {f"people.{who}.{key}": value for who in ("Ana", "Boris")}


def test_those_aboard_are_those_who_have_come_and_not_left() -> None:
    decide = decisions()
    crew, cleo = decide.parties
    people, kept = decide.people, flown(decide)
    for slot, aboard in enumerate([2, 2, 2, 2, 3, 3, 3, 1, 1, 1]):
        found = between(decide.builder, people.aboard(decide.parties).at(slot), kept)
        assert found == (aboard, aboard)
        there = between(decide.builder, people.aboard([crew]).at(slot), kept)
        assert there == ((2, 2) if slot < 7 else (0, 0))
    assert between(decide.builder, people.arrived(cleo).at(3), kept) == (0, 0)
    assert between(decide.builder, people.arrived(cleo).at(4), kept) == (1, 1)
    assert between(decide.builder, people.comes_by(cleo, "Finch", "crewed"), kept) == (1, 1)


def test_people_leave_when_the_vehicle_does() -> None:
    decide = decisions()
    left = decide.people.left_on(decide.parties[0], decide.situation.ships["Wren"])
    for slot, expected in ((6, (0, 0)), (7, (0, 2)), (9, (0, 2))):
        assert between(decide.builder, left.at(slot), dated(decide)) == expected
    # Whoever has not left by then never does.
    assert between(decide.builder, left.at(9) - left.at(7), dated(decide)) == (0, 0)
    stays = dated(decide, undocks={})
    assert between(decide.builder, left.at(9), stays) == (0, 0)


def test_nobody_leaves_before_a_slot_after_they_have_come() -> None:
    """Wren leaves in slot 7; launched in slot 6, Finch docks in that slot."""
    decide = decisions()
    left = decide.people.left_on(decide.parties[1], decide.situation.ships["Wren"])
    for launch, most in ((5, 1), (6, 0)):
        assert between(decide.builder, left.at(9), dated(decide, launch)) == (0, most)


def test_departures_tell_for_each_date_and_gap_who_leaves() -> None:
    """Wren may be gone by slots 0-2, 3, 4-5, 6 and 7-9; it leaves in slot 5 with Ana or Boris."""
    decide = decisions_on(situation(), on_dates([4], [3, 6]))
    wren, search = decide.situation.ships["Wren"], Solver(decide.builder, Settings())
    kept = flown(decide, 3, {"Wren": 5}, {("Ana", "Wren"): 1})
    assert search.minimise(decide.flights.flies(wren), kept=kept).is_found
    told = [
        (search.measure(leaving), search.measure(goes))
        for leaving, goes in decide.people.departures(wren, decide.parties)
    ]
    assert told == [(0, 0), (0, 0), (1, 1), (0, 0), (0, 0)]


def test_those_who_will_ride_home_would_leave_with_it_from_when_they_come_until_it_leaves() -> None:
    """Ana and Boris are aboard; Cleo docks in slot 4; Finch leaves in slot 8."""
    decide = decisions()
    (crew, cleo), finch = decide.parties, decide.situation.ships["Finch"]
    kept = flown(decide, 3, {"Finch": 8}, {("Ana", "Finch"): 1, ("Cleo", "Finch"): 1})
    search = Solver(decide.builder, Settings())
    for party, slot, leaving in ((crew, 0, 1), (crew, 9, 0), (cleo, 3, 0), (cleo, 4, 1)):
        curve = decide.people.leaving_with(party, finch)
        assert search.minimise(curve.at(slot), kept=kept).value == leaving


@pytest.mark.parametrize(
    ("edits", "last"),
    [
        ({}, 9),
        # To land by 5 January, slot 4, on the day they undock, or on the day after.
        (both("return_window", f"..{jan(5)}"), 4),
        ({**both("return_window", f"..{jan(5)}"), "vehicle_types.boat.flight_down": "1d"}, 3),
        # Launched in slot -31: 35 days later is slot 4, and 41 days later is past the horizon.
        (both("stay", {"limit": "30d", "waived_to": "35d"}), 4),
        (both("stay", {"limit": "41d"}), 9),
        ({**both("stay", {"limit": "41d"}), "vehicle_types.boat.flight_down": "2d"}, 9),
        ({**both("stay", {"limit": "35d"}), "rules.person-within-limits": "should"}, 9),
    ],
)
def test_nobody_leaves_after_they_had_to_land(edits: dict[str, Any], last: int) -> None:
    decide = decisions(edits)
    for undock in range(1, 10):
        kept = flown(decide, undocks={"Wren": undock}, rides={("Ana", "Wren"): 2})
        aboard = decide.people.aboard(decide.parties[:1]).at(9)
        expected = (0, 0) if undock <= last else (2, 2)
        assert between(decide.builder, aboard, kept) == expected

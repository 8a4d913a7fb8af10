"""Starliner's crewed flight test, August 2024."""

from __future__ import annotations

import pytest

import lifeboat
from cases import answer, broken, flight, goals, history, homes, is_no_worse, known

CASE = "starliner-cft"
DAYS = ("2024-08-06", "2024-08-24")
NO_PLACES = "no places under the seats"


def test_the_decision_of_24_august_is_found() -> None:
    """Starliner home empty, its crew on a Crew-9 that came up with two."""
    best = answer(CASE, "2024-08-24")
    assert flight(best, "Starliner").down == ()
    assert flight(best, "Starliner").undock is not None
    assert len(flight(best, "Crew-9").up) == 2
    assert {homes(best)[name] for name in ("Wilmore", "Williams")} == {"Crew-9"}


def test_starliner_leaves_before_crew_9_needs_its_port() -> None:
    best = answer(CASE, "2024-08-24")
    left, docked = flight(best, "Starliner").undock, flight(best, "Crew-9").dock
    assert left is not None
    assert left < docked


def test_seven_seats_for_nine_people_until_crew_9() -> None:
    """6 to 29 September, two people: 46 person-days; none where places are improvised."""
    allowed, not_allowed = history(CASE, "2024-08-24"), history(CASE, "2024-08-24", NO_PLACES)
    assert (goals(allowed)["no-place"], goals(allowed)["improvised"]) == (0, 46)
    assert (goals(not_allowed)["no-place"], goals(not_allowed)["improvised"]) == (46, 0)


def test_on_6_august_two_people_have_no_place_until_crew_9() -> None:
    """Crew-9 docks on 25 September at the earliest. Past its second 45 days, which end on the 4th,
    Starliner is still a shelter; it clears the port two days before.
    """
    best = answer(CASE, "2024-08-06")
    assert goals(best)["no-place"] == 2 * 2
    assert flight(best, "Starliner").down == ()
    assert {homes(best)[name] for name in ("Wilmore", "Williams")} == {"Crew-9"}


def test_places_under_the_seats_of_crew_8_would_close_that_gap() -> None:
    best = answer(CASE, "2024-08-06", "places under the seats of Crew-8")
    assert goals(best)["no-place"] == 0


WEATHER_AND_MARCH = {
    ("vehicle-within-its-life", "Starliner"),
    ("vehicle-within-its-life", "Crew-8"),
    ("crews-overlap", "Crew-10 relieves Crew-9"),
}
"""Starliner left two days past the second 45 of its batteries, Crew-8 waited for the weather, and
Crew-10 took over in two days.
"""


def test_the_plan_flown_has_the_findings_that_history_explains() -> None:
    assert broken(history(CASE, "2024-08-24")) == WEATHER_AND_MARCH


def test_on_6_august_nobody_had_told_of_places_under_the_seats() -> None:
    people = {
        (rule, name)
        for rule in ("seat-fits-its-person", "everyone-has-a-seat")
        for name in ("Wilmore", "Williams")
    }
    flown = history(CASE, "2024-08-06")
    assert broken(flown) == WEATHER_AND_MARCH | people
    assert goals(flown)["no-place"] == 46


@pytest.mark.parametrize("day", DAYS)
def test_the_answer_is_at_least_as_good_as_the_plan_flown(day: str) -> None:
    assert is_no_worse(answer(CASE, day), history(CASE, day))


def test_with_four_people_on_crew_9_somebody_has_no_place() -> None:
    """Not all is proven soon; that no plan gives everybody a place is, as long as Starliner has to
    land within its life.
    """
    scenario = known(CASE, "2024-08-24", "Crew-9 stays as it is")
    scenario = scenario.model_copy(update={"rules": {"vehicle-within-its-life": "must"}})
    best = lifeboat.solve(scenario, plans=1, run=lifeboat.Run(time_limit=60)).best
    assert best is not None
    assert best.goals[0].name == "no-place+unsafe"
    assert best.goals[0].bound is not None
    assert best.goals[0].bound > 0


def test_a_review_that_lets_them_land_brings_them_home_in_starliner() -> None:
    best = answer(CASE, "2024-08-06", "the review lets the crew land in Starliner")
    assert {homes(best)[name] for name in ("Wilmore", "Williams")} == {"Starliner"}
    assert len(flight(best, "Crew-9").up) == 4

"""The ISS after the loss of Columbia, February 2003."""

from __future__ import annotations

import lifeboat
from cases import answer, broken, flight, history, homes, is_no_worse, known

CASE, DAY = "iss-after-columbia", "2003-02-06"


def test_the_crew_that_came_by_shuttle_goes_home_in_the_soyuz() -> None:
    best = answer(CASE, DAY)
    assert {homes(best)[name] for name in ("Bowersox", "Budarin", "Pettit")} == {"TMA-1"}


def test_supplies_allow_a_crew_of_two() -> None:
    best = answer(CASE, DAY)
    assert flight(best, "TMA-2").mode == "crew-of-two"
    assert set(flight(best, "TMA-2").up) == {"Malenchenko", "Lu"}


def test_they_do_not_allow_a_crew_of_three() -> None:
    assert lifeboat.solve(known(CASE, DAY, "three go up"), plans=1).outcome == "impossible"


def test_twice_as_many_supply_ships_would() -> None:
    best = answer(CASE, DAY, "twice as many Progress ships")
    assert flight(best, "TMA-2").mode == "crew-of-three"


def test_the_plan_flown_is_without_findings() -> None:
    assert broken(history(CASE, DAY)) == set()


def test_the_answer_is_at_least_as_good_as_the_plan_flown() -> None:
    assert is_no_worse(answer(CASE, DAY), history(CASE, DAY))

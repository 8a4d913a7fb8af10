"""The ISS after the loss of Columbia, February 2003."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import lifeboat
from cases import answer, broken, flight, history, homes, is_no_worse, known
from repository import SCENARIOS

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


def test_three_would_eat_into_the_reserve_before_the_rotation_of_october() -> None:
    """432 person-days on 6 February; three eat until TMA-2 docks on 28 April, six until TMA-1
    leaves on 2 May; 165 are left. Two Progress ships bring 364, 30 are kept: 166 days for three.
    """
    allowed = [("set", "rules.never-too-many=should")]
    path = str(SCENARIOS / CASE / f"{DAY}.yaml")
    asked = lifeboat.read_scenario(path, overlays=["three go up"], edits=allowed)
    best = lifeboat.solve(asked, plans=1).best
    assert best is not None
    assert flight(best, "TMA-1").undock == datetime(2003, 5, 2, tzinfo=UTC)
    (finding,) = (it for it in best.findings if it.rule == "never-too-many")
    assert finding.first is not None
    assert finding.first.date() == date(2003, 5, 2) + timedelta(days=166)


def test_twice_as_many_supply_ships_would() -> None:
    best = answer(CASE, DAY, "twice as many Progress ships")
    assert flight(best, "TMA-2").mode == "crew-of-three"


def test_the_plan_flown_is_without_findings() -> None:
    assert broken(history(CASE, DAY)) == set()


def test_the_answer_is_at_least_as_good_as_the_plan_flown() -> None:
    assert is_no_worse(answer(CASE, DAY), history(CASE, DAY))

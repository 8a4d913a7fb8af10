"""The loss of Progress M-12M, August 2011."""

from __future__ import annotations

from datetime import UTC, datetime

from cases import answer, broken, flight, history, is_no_worse

CASE, DAY = "progress-m-12m", "2011-08-29"
GROUNDED = "no crew is launched this year"


def on(month: int, day: int) -> datetime:
    return datetime(2011, month, day, tzinfo=UTC)


def test_three_people_stay_as_long_as_there_is_light_to_land() -> None:
    """18 September, long before their ship's 200 days end on 21 October."""
    assert flight(answer(CASE, DAY), "TMA-21").undock == on(9, 18)


def test_the_station_is_not_left_empty_if_a_crew_flies_by_mid_november() -> None:
    best = answer(CASE, DAY)
    assert flight(best, "TMA-22").dock < on(11, 16)
    assert "Nobody is aboard" not in best.summary
    assert broken(best) == set()


def test_nobody_flies_before_the_rocket_has_flown_without_people() -> None:
    best = answer(CASE, DAY)
    proof, crew = flight(best, "Progress-M-13M").launch, flight(best, "TMA-22").launch
    assert proof is not None
    assert crew is not None
    assert proof < crew


def test_without_a_crew_launch_the_station_is_left_empty_in_mid_november() -> None:
    best = answer(CASE, DAY, GROUNDED)
    assert "Nobody is aboard from 2011-11-16 on." in best.summary
    assert ("never-understaffed", "crew") in broken(best)


def test_it_would_be_december_if_the_ship_could_stay_its_200_days() -> None:
    """From 7 June, 24 December; the day of landing is the last."""
    best = answer(CASE, DAY, GROUNDED, "TMA-02M stays its 200 days")
    assert "Nobody is aboard from 2011-12-24 on." in best.summary


def test_the_plan_flown_has_the_finding_that_history_explains() -> None:
    """TMA-02M stayed six days longer than its date of August, for the handover."""
    assert broken(history(CASE, DAY)) == {("flights-keep-their-windows", "TMA-02M")}
    assert broken(history(CASE, DAY, "TMA-02M stays its 200 days")) == set()


def test_the_answer_is_at_least_as_good_as_the_plan_flown() -> None:
    assert is_no_worse(answer(CASE, DAY), history(CASE, DAY))

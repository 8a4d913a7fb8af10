"""STS-107 and Atlantis, January 2003."""

from __future__ import annotations

from datetime import UTC, datetime

import lifeboat
from cases import answer, broken, flight, goals, history, homes, is_no_worse, known

CASE, DAY = "sts-107", "2003-01-20"
MISSED = "the first window is missed"
LAST_DAY = datetime(2003, 2, 15, tzinfo=UTC)


def days_to_spare(*overlays: str) -> int:
    """Whole days from Atlantis' arrival to the last day of carbon dioxide removal."""
    docked = flight(answer(CASE, DAY, *overlays), "Atlantis").dock
    return (LAST_DAY.date() - docked.date()).days


def test_atlantis_arrives_five_days_before_the_last() -> None:
    assert days_to_spare() == 5


def test_two_days_before_the_last_if_the_first_window_is_missed() -> None:
    """And at most 36 hours before it begins."""
    assert days_to_spare(MISSED) == 2
    docked = flight(answer(CASE, DAY, MISSED), "Atlantis").dock
    assert 0 < (LAST_DAY - docked).total_seconds() / 3600 <= 36


def test_all_eleven_come_home() -> None:
    best = answer(CASE, DAY)
    assert set(homes(best).values()) == {"Atlantis"}
    assert len(homes(best)) == 11


def test_work_that_begins_three_days_later_is_too_late() -> None:
    late = lifeboat.solve(known(CASE, DAY, "work begins three days later"), plans=1)
    assert late.outcome == "impossible"


def test_half_a_day_less_of_clean_air_is_enough_still() -> None:
    less = "half a day less of clean air"
    assert days_to_spare(less) == 5
    assert days_to_spare(MISSED, less) == 2


def test_seven_people_have_no_seat_until_atlantis_is_there() -> None:
    """From 20 January to 10 February, 20 h: 21 days and 20 hours."""
    assert round(goals(answer(CASE, DAY))["no-place"], 2) == round(7 * (21 + 20 / 24), 2)


def test_the_plan_of_the_study_breaks_nothing_else() -> None:
    rules = {rule for rule, _ in broken(history(CASE, DAY, plan="studied"))}
    assert rules == {"everyone-has-a-seat"}


def test_the_answer_is_at_least_as_good_as_the_study() -> None:
    assert is_no_worse(answer(CASE, DAY), history(CASE, DAY, plan="studied"))

"""Shenzhou-20, November 2025."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cases import answer, broken, flight, goals, history, homes, is_no_worse, person_days

CASE = "shenzhou-20"
DAYS = ("2025-11-05", "2025-11-10")
OLD = ("Chen Dong", "Chen Zhongrui", "Wang Jie")
NEW = ("Zhang Lu", "Wu Fei", "Zhang Hongzhang")


def november(day: int) -> datetime:
    """A day counted from 1 November."""
    return datetime(2025, 11, 1, tzinfo=UTC) + timedelta(days=day - 1)


@pytest.mark.parametrize("day", DAYS)
def test_the_old_crew_goes_home_in_the_new_crews_ship(day: str) -> None:
    best = answer(CASE, day)
    assert {homes(best)[name] for name in OLD} == {"Shenzhou-21"}
    assert {homes(best)[name] for name in NEW} == {"Shenzhou-22"}


@pytest.mark.parametrize(("day", "ready"), [(DAYS[0], november(5 + 30)), (DAYS[1], november(25))])
def test_the_spare_goes_up_empty_as_soon_as_it_can(day: str, ready: datetime) -> None:
    """Thirty days, or sixteen with the last for the launch."""
    spare = flight(answer(CASE, day), "Shenzhou-22")
    assert (spare.mode, spare.launch) == ("empty", ready)


def test_who_had_no_sound_seat_and_when() -> None:
    """Three of six from 5 to 14 November, then the three who were left until the 25th."""
    flown = history(CASE, "2025-11-05")
    assert person_days(flown, "damaged", november(5), november(14)) == 27
    assert person_days(flown, "damaged", november(14), november(25)) == 33
    assert goals(flown)["damaged"] == 60


def test_if_the_cracked_ship_is_no_lifeboat_they_have_no_place_at_all() -> None:
    flown = history(CASE, "2025-11-05", "Shenzhou-20 is no lifeboat")
    assert (goals(flown)["no-place"], goals(flown)["damaged"]) == (60, 0)


def test_the_plan_flown_has_the_findings_that_history_explains() -> None:
    """On the 5th nobody had said that a campaign could be as short as sixteen days."""
    assert broken(history(CASE, "2025-11-05")) == {("flights-keep-their-windows", "Shenzhou-22")}
    assert broken(history(CASE, "2025-11-05", "a campaign of 16 days")) == set()
    assert broken(history(CASE, "2025-11-10")) == set()


def test_the_answer_is_at_least_as_good_as_the_plan_flown() -> None:
    assert is_no_worse(answer(CASE, "2025-11-10"), history(CASE, "2025-11-10"))


def test_the_spare_is_used_up() -> None:
    """Whoever was to come on it comes on the next one, which is ready in spring at the earliest."""
    best = answer(CASE, "2025-11-10")
    assert set(flight(best, "Shenzhou-23").up) == {
        "next commander",
        "next engineer",
        "next specialist",
    }

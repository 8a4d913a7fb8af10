from __future__ import annotations

import pytest

from posing import audited, judged, possible
from tiny import jan, plan, tiny

RULE = "person-within-limits"


def test_without_limits_it_is_kept() -> None:
    assert judged(RULE, tiny()) == []


@pytest.mark.parametrize(("limit", "kept"), [("38d", True), ("37d", False)])
def test_a_stay_runs_from_launch_to_landing(limit: str, kept: bool) -> None:
    """Up with Wren on 1 December, landed on 8 January: 31 + 7 = 38 days."""
    found = judged(RULE, tiny({"people.Ana.stay": {"limit": limit}}))
    assert found == ([] if kept else [("Ana", 7, 8)])


def test_a_stay_counts_from_ones_own_launch() -> None:
    """Up on 20 November: 11 + 31 + 7 = 49 days."""
    own = {"people.Ana.launched": "2029-11-20"}
    assert judged(RULE, tiny({**own, "people.Ana.stay": {"limit": "49d"}})) == []
    assert judged(RULE, tiny({**own, "people.Ana.stay": {"limit": "48d"}})) == [("Ana", 7, 8)]


def test_a_waiver_holds_as_far_as_it_goes() -> None:
    for waived, kept in (("38d", True), ("37d", False)):
        stay = {"limit": "30d", "waived_to": waived}
        found = judged(RULE, tiny({"people.Ana.stay": stay}))
        assert found == ([] if kept else [("Ana", 7, 8)])


@pytest.mark.parametrize(("limit", "kept"), [("41d", True), ("40d", False)])
def test_one_who_stays_on_is_limited_as_long_as_the_horizon_goes(limit: str, kept: bool) -> None:
    """Up on 1 December, still aboard when 10 January ends: 31 + 10 = 41 days."""
    scenario = tiny({"people.Ana.stay": {"limit": limit}})
    found = judged(RULE, scenario, plan(people={"Ana": {"stays": True}}))
    assert found == ([] if kept else [("Ana", 10, 11)])


def test_one_who_comes_up_is_limited_too() -> None:
    """Up on the 4th, still aboard when the 10th ends: seven days."""
    for limit, kept in (("7d", True), ("6d", False)):
        found = judged(RULE, tiny({"people.Cleo.stay": {"limit": limit}}))
        assert found == ([] if kept else [("Cleo", 10, 11)])


@pytest.mark.parametrize(("first", "kept"), [(8, True), (9, True), (10, False)])
def test_nobody_lands_before_their_earliest_return(first: int, kept: bool) -> None:
    """Undocked on the 8th they land six hours later: on the 9th at the latest."""
    found = judged(RULE, tiny({"people.Ana.return_window": f"{jan(first)}.."}))
    assert found == ([] if kept else [("Ana", 9, 10)])


@pytest.mark.parametrize(("last", "late"), [(8, []), (7, [(8, 9)]), (6, [(7, 8)])])
def test_nobody_lands_after_their_latest_return(last: int, late: list[tuple[int, int]]) -> None:
    """A bare date stands for its whole day: ..8 January lets them land on the 8th, not later. Who
    is late is so until the day of landing; on that day, if it is the first.
    """
    found = judged(RULE, tiny({"people.Ana.return_window": f"..{jan(last)}"}))
    assert found == [("Ana", *span) for span in late]


def test_who_comes_up_after_their_latest_return_is_late_from_then_on() -> None:
    """Cleo comes aboard on the 5th."""
    assert judged(RULE, tiny({"people.Cleo.return_window": f"..{jan(3)}"})) == [("Cleo", 5, 11)]


def test_who_should_have_landed_before_the_horizon_is_late_from_its_first_day() -> None:
    """The stay was over on 21 December, or the window on the 28th; Ana lands on 8 January."""
    over = {"people.Ana.stay": {"limit": "20d"}}
    assert judged(RULE, tiny(over)) == [("Ana", 1, 8)]
    shut = {"people.Ana.return_window": "..2029-12-28"}
    assert judged(RULE, tiny(shut)) == [("Ana", 1, 8)]


def test_beyond_the_horizon_nobody_is_late() -> None:
    """Undocked on the 10th they land on the 12th; the stay was over on the 7th."""
    slow = {"vehicle_types.boat.flight_down": "2d", "people.Ana.stay": {"limit": "38d"}}
    late = plan({"Wren": {"undock": jan(10)}})
    assert judged(RULE, tiny(slow), late) == [("Ana", 8, 11)]


def test_as_a_should_it_makes_no_plan_impossible() -> None:
    limits = {"people.Ana.stay": {"limit": "30d"}, "people.Ana.return_window": f"..{jan(3)}"}
    assert possible(tiny({**limits, "rules.person-within-limits": "should"}))


def test_one_who_stays_is_late_from_the_latest_return_on() -> None:
    scenario = tiny({"people.Ana.return_window": f"..{jan(8)}"})
    assert judged(RULE, scenario, plan(people={"Ana": {"stays": True}})) == [("Ana", 9, 11)]


@pytest.mark.parametrize(("last", "kept"), [(10, False), (11, True)])
def test_one_who_stays_has_to_land_by_the_last_day_of_the_horizon(last: int, kept: bool) -> None:
    """The horizon ends with the 10th: who may land on the 11th may do so after it."""
    scenario = tiny({"people.Ana.return_window": f"..{jan(last)}"})
    found = judged(RULE, scenario, plan(people={"Ana": {"stays": True}}))
    assert [subject for subject, *_ in found] == ([] if kept else ["Ana"])


def test_a_stay_that_nobody_knows_the_beginning_of_has_no_limit() -> None:
    """Files are asked for it; a scenario made in Python may be without."""
    unknown = {"people.Ana.up": None, "people.Ana.gear": ["liner"]}
    assert judged(RULE, tiny({**unknown, "people.Ana.stay": {"limit": "3d"}})) == []


@pytest.mark.parametrize(("hour", "lands"), [("06:00", 8), ("17:59", 8), ("18:00", 9)])
def test_where_the_hour_is_told_it_tells_the_day_of_landing(hour: str, lands: int) -> None:
    """Six hours after undocking: before midnight on the 8th, or on the 9th."""
    told = plan({"Wren": {"undock": f"{jan(8)}T{hour}Z"}})
    for first in (8, 9):
        scenario = tiny({"people.Ana.return_window": f"{jan(first)}.."})
        assert (audited(RULE, scenario, told) == []) is (first <= lands)
    for last in (8, 9):
        scenario = tiny({"people.Ana.return_window": f"..{jan(last)}"})
        assert (audited(RULE, scenario, told) == []) is (last >= lands)

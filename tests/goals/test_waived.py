from __future__ import annotations

from posing import counted
from tiny import jan, tiny


def test_within_every_limit_there_is_none() -> None:
    limits = {"vehicles.Wren.life": {"limit": "38d"}, "people.Ana.stay": {"limit": "38d"}}
    assert counted("waived", tiny(limits)) == 0


def test_each_day_of_a_vehicle_beyond_its_life_counts() -> None:
    """Landed 38 days after launch, three days after the 35th."""
    assert (
        counted("waived", tiny({"vehicles.Wren.life": {"limit": "35d", "waived_to": "40d"}})) == 3
    )


def test_only_the_days_of_the_horizon_count() -> None:
    """From the 1st to the 7th; what was before cannot be helped."""
    assert (
        counted("waived", tiny({"vehicles.Wren.life": {"limit": "20d", "waived_to": "40d"}})) == 7
    )


def test_each_day_of_a_person_beyond_their_stay_counts() -> None:
    stay = {"limit": "36d", "waived_to": "40d"}
    assert counted("waived", tiny({"people.Ana.stay": stay, "people.Boris.stay": stay})) == 4


def test_where_it_is_a_should_days_outside_a_return_window_count() -> None:
    """Undocked on the 8th, landed six hours later, on the 9th at the latest: a day before the 10th,
    on the 8th at the earliest: two days after the 6th.
    """
    should = {"rules": {"person-within-limits": "should"}}
    for window, days in ((f"{jan(10)}..", 1), (f"..{jan(6)}", 2)):
        scenario = tiny({**should, "people.Ana.return_window": window})
        assert counted("waived", scenario) == days


def test_of_a_stay_too_only_the_days_of_the_horizon_count() -> None:
    """Landed on the 8th; over since 21 December, so on each of the seven days from the 1st on."""
    stay = {"limit": "20d", "waived_to": "40d"}
    assert counted("waived", tiny({"people.Ana.stay": stay})) == 7


def test_a_return_window_that_was_over_counts_from_the_first_day() -> None:
    should = {"rules": {"person-within-limits": "should"}}
    past = {**should, "people.Ana.return_window": "..2029-12-20"}
    assert counted("waived", tiny(past)) == 7

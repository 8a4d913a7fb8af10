from __future__ import annotations

import pytest

from posing import counted, measured
from tiny import jan, plan, tiny

SHOULD = {"rules": {"person-within-limits": "should"}}
ANA_STAYS = plan(people={"Ana": {"stays": True}})


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
    for window, days in ((f"{jan(10)}..", 1), (f"..{jan(6)}", 2), (f"{jan(9)}..{jan(9)}", 0)):
        scenario = tiny({**SHOULD, "people.Ana.return_window": window})
        assert counted("waived", scenario) == days


def test_a_window_that_opens_after_the_horizon_counts_to_its_end() -> None:
    """Landed on the 9th at the latest, too early by two days, the 9th and the 10th, of those that
    are known; whoever stays is not too early.
    """
    scenario = tiny({**SHOULD, "people.Ana.return_window": "2030-02-01.."})
    assert counted("waived", scenario) == 2
    assert counted("waived", scenario, ANA_STAYS) == 0


def test_whoever_stays_is_outside_a_window_to_the_end_of_the_horizon() -> None:
    """Not landed by the 6th, nor on any of the four days after it: five days late at least."""
    scenario = tiny({**SHOULD, "people.Ana.return_window": f"..{jan(6)}"})
    assert counted("waived", scenario, ANA_STAYS) == 5


@pytest.mark.parametrize(("launch", "days"), [(jan(4), 6), ("2029-12-28", 10)])
def test_a_window_over_before_somebody_comes_counts_from_their_coming(
    launch: str, days: int
) -> None:
    """Cleo comes a day after launch, and stays; only the ten days of the horizon count."""
    scenario = tiny({**SHOULD, "people.Cleo.return_window": "..2029-12-20"})
    assert measured("waived", scenario, plan({"Finch": {"launch": launch}})) == days


def test_where_it_is_a_must_a_return_window_is_kept_and_counts_nowhere() -> None:
    assert measured("waived", tiny({"people.Ana.return_window": f"{jan(10)}.."})) == 0


def test_vehicles_stays_and_windows_add_up() -> None:
    """Wren three days beyond its life, Ana two beyond her stay, and a day before she may land."""
    limits = {
        "vehicles.Wren.life": {"limit": "35d", "waived_to": "40d"},
        "people.Ana.stay": {"limit": "36d", "waived_to": "40d"},
        "people.Ana.return_window": f"{jan(10)}..",
    }
    assert counted("waived", tiny({**SHOULD, **limits})) == 6


def test_of_a_stay_too_only_the_days_of_the_horizon_count() -> None:
    """Landed on the 8th; over since 21 December, so on each of the seven days from the 1st on."""
    stay = {"limit": "20d", "waived_to": "40d"}
    assert counted("waived", tiny({"people.Ana.stay": stay})) == 7


def test_a_return_window_that_was_over_counts_from_the_first_day() -> None:
    past = {**SHOULD, "people.Ana.return_window": "..2029-12-20"}
    assert counted("waived", tiny(past)) == 7

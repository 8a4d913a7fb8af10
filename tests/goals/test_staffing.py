from __future__ import annotations

from posing import counted, measured
from tiny import tiny


def test_where_nothing_is_wanted_nothing_is_missing() -> None:
    assert counted("staffing", tiny()) == 0


def test_each_person_missing_for_a_day_counts() -> None:
    """Three wanted: one missing on the 1st to 4th, two on the 8th to 10th, 4 + 6."""
    assert counted("staffing", tiny({"station.crew.wanted": 3})) == 10


def test_whoever_is_aboard_beyond_what_is_wanted_makes_up_for_no_other_day() -> None:
    """Two wanted: two on the 1st to 4th, three on the 5th to 7th, one missing on three days."""
    assert counted("staffing", tiny({"station.crew.wanted": 2})) == 3


def test_each_skill_missing_for_a_day_counts() -> None:
    """Only Ana is a pilot, and leaves on the 8th: 3 days."""
    pilot = {"people.Ana.skills": ["pilot"], "station.skills.pilot.wanted": 1}
    assert counted("staffing", tiny(pilot)) == 3
    assert counted("staffing", tiny({**pilot, "station.crew.wanted": 3})) == 13


def test_some_with_a_skill_do_not_stand_for_all_that_are_wanted() -> None:
    """Two pilots wanted, Ana until the 7th and Cleo from the 5th: 4 + 3 days."""
    pilots = {f"people.{name}.skills": ["pilot"] for name in ("Ana", "Cleo")}
    assert counted("staffing", tiny({**pilots, "station.skills.pilot.wanted": 2})) == 7


def test_where_understaffing_is_a_should_what_is_needed_counts() -> None:
    """Two needed, one aboard on the 8th to 10th."""
    should = {"rules": {"never-understaffed": "should"}, "station.crew.least": 2}
    assert counted("staffing", tiny(should)) == 3


def test_where_it_must_hold_what_is_needed_is_no_goal() -> None:
    """A plan that falls short breaks a rule, and is told so."""
    assert measured("staffing", tiny({"station.crew.least": 2})) == 0


def test_there_also_a_vehicle_that_takes_nobody_needed_away() -> None:
    """Ana is the only pilot, aboard until the 7th, and goes home in Wren. One pilot is needed, and
    one more than whoever goes if any vehicle left: on the 1st to 7th Wren would take her (7 days);
    on the 8th to 10th there is none, with Finch or without it: the same pilot is missing (3).
    """
    skill = {"least": 1, "after_departure": 1}
    should = {"rules": {"never-understaffed": "should"}, "station.skills": {"pilot": skill}}
    spent = {"vehicles.Finch.conditions": {"2029-12-30": {"state": "empty-return-only"}}}
    scenario = tiny({**should, **spent, "people.Ana.skills": ["pilot"]})
    assert counted("staffing", scenario) == 7 + 3

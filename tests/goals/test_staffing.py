from __future__ import annotations

from posing import counted
from tiny import tiny


def test_where_nothing_is_wanted_nothing_is_missing() -> None:
    assert counted("staffing", tiny()) == 0


def test_each_person_missing_for_a_day_counts() -> None:
    """Three wanted: one missing on the 1st to 4th, two on the 8th to 10th, 4 + 6."""
    assert counted("staffing", tiny({"station.crew.wanted": 3})) == 10


def test_each_skill_missing_for_a_day_counts() -> None:
    """Only Ana is a pilot, and leaves on the 8th: 3 days."""
    pilot = {"people.Ana.skills": ["pilot"], "station.skills.pilot.wanted": 1}
    assert counted("staffing", tiny(pilot)) == 3
    assert counted("staffing", tiny({**pilot, "station.crew.wanted": 3})) == 13


def test_where_understaffing_is_a_should_what_is_needed_counts() -> None:
    """Two needed, one aboard on the 8th to 10th."""
    should = {"rules": {"never-understaffed": "should"}, "station.crew.least": 2}
    assert counted("staffing", tiny(should)) == 3

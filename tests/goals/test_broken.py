from __future__ import annotations

from posing import counted
from tiny import tiny

SHOULD = {"rules": {"never-too-many": "should", "crews-overlap": "should"}}
RELIEF = {"vehicles.Finch.relieves": {"Wren": {"overlap": "4d"}}}


def test_where_every_rule_is_kept_there_is_none() -> None:
    assert counted("broken", tiny(SHOULD)) == 0


def test_what_a_rule_is_broken_for_counts_once() -> None:
    """More than two aboard on three days."""
    assert counted("broken", tiny({**SHOULD, "station.crew.most": 2})) == 1


def test_each_rule_counts() -> None:
    assert counted("broken", tiny({**SHOULD, **RELIEF, "station.crew.most": 2})) == 2


def test_a_rule_with_a_goal_of_its_own_does_not_count() -> None:
    should = {"rules": {"never-understaffed": "should"}, "station.crew.least": 2}
    assert counted("broken", tiny(should)) == 0

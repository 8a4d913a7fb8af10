"""Conflicts are those that were worked out by hand."""

from __future__ import annotations

import pytest

from conflicts_by_hand import CASES, REAL, Case, RealCase
from lifeboat.editing.opened import open_edited
from lifeboat.files.known_types import known_types
from lifeboat.questions.conflict import narrowing
from lifeboat.questions.conflict.alike import Narrowed
from lifeboat.questions.conflict.narrowing import conflicts, one_conflict
from lifeboat.questions.conflict.standing import Standing
from lifeboat.questions.run import silent
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from repository import ROOT
from tiny import jan, tiny


def standing(scenario: Scenario) -> Standing:
    return Standing.of(Situation.of(scenario, known_types()), Settings())


def names(found: Narrowed | None) -> frozenset[str]:
    assert found is not None, "there are no more conflicts than are told"
    return frozenset(it.name for it in found.premises)


def as_expected(case: Case | RealCase, found: list[frozenset[str]]) -> bool:
    """Whether the conflicts are those expected, or the one is as right as the one expected."""
    is_alternative = len(case.conflicts) == len(found) == 1 and found[0] in case.also
    return is_alternative or set(found) == set(case.conflicts)


def name_of(case: Case | RealCase) -> str:
    return case.name


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_the_conflicts_are_those_a_planner_would_name(case: Case) -> None:
    found = list(conflicts(standing(tiny(case.edits)), silent))
    assert as_expected(case, [names(it) for it in found]), found


@pytest.mark.parametrize("case", REAL, ids=name_of)
def test_in_real_scenarios_too(case: RealCase) -> None:
    scenario = open_edited(str(ROOT / case.path), flags=case.flags).sourced.scenario
    assert as_expected(case, [names(it) for it in conflicts(standing(scenario), silent)])


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_together_they_are_impossible_and_possible_without_any_one(case: Case) -> None:
    """All else that can be let go is; a conflict after the first is looked at without that."""
    stands = standing(tiny(case.edits))
    for found in conflicts(stands, silent):
        assert found is not None
        assert stands.is_possible(found.let_go) is False
        for premise in found.premises:
            assert stands.is_possible([*found.let_go, premise]) is True, premise.name
        stands = stands.without(found.all_premises)
    assert stands.is_possible(()) is True


def test_there_are_as_many_cases_as_the_kinds_of_trouble_need() -> None:
    assert len({*map(name_of, CASES), *map(name_of, REAL)}) >= 80


MANN = {"people.Ana.return_window": f"..{jan(5)}", "vehicles.Wren.undock": f"{jan(8)}.."}
"""Ana has to land on the 5th, and Wren leaves on the 8th."""


def test_a_ship_that_is_months_away_is_no_way_out() -> None:
    """Gull could take Ana home if it came half a year sooner: its window is not named."""
    gull = {
        "type": "boat",
        "pad": "beach",
        "may_cancel": True,
        "modes": {"empty": {"windows": "2030-07-01..2030-07-31"}},
    }
    scenario = tiny({**MANN, "vehicles.Finch.undock": f"{jan(9)}..", "vehicles.Gull": gull})
    found = one_conflict(standing(scenario.model_copy(update={"horizon": tiny().horizon})))
    assert names(found) == {
        "people.Ana.return_window",
        "vehicles.Wren.undock",
        "vehicles.Finch.undock",
    }


def test_a_pin_months_before_a_window_is_against_the_window() -> None:
    """Finch is pinned to the 4th, and may be launched in June only."""
    edits = {
        "vehicles.Finch.modes.crewed.windows": "2030-06-01..2030-06-30",
        "vehicles.Finch.planned": "2030-06-01",
        "pins.soon": {"vehicle": "Finch", "launch": jan(4)},
    }
    assert names(one_conflict(standing(tiny(edits)))) == {
        "pins.soon",
        "vehicles.Finch.modes.crewed.windows",
    }


def test_a_scenario_that_contradicts_itself_has_a_conflict_of_nothing() -> None:
    """Cleo is on her way in two ships at once."""
    gull = {
        "type": "boat",
        "planned": "2029-12-31",
        "modes": {"crewed": {"windows": "2029-12-31..2030-01-05", "crew": ["Cleo"]}},
    }
    scenario = tiny(
        {"vehicles.Finch": gull, "vehicles.Gull": gull, "ports.west": {"accepts": ["ring"]}}
    )
    (found,) = conflicts(standing(scenario), silent)
    assert names(found) == set()


def test_without_time_what_stands_is_sufficient_and_may_not_be_smallest() -> None:
    stands = standing(tiny(MANN))
    over = Standing(stands.scenario, stands.known_types, Settings(stop=lambda: True))
    found = one_conflict(over)
    assert not found.is_smallest
    assert names(found) == {"people.Ana.return_window", "vehicles.Wren.undock"}
    assert list(conflicts(over, silent))[-1] is None


def test_without_time_nothing_is_said_to_contradict_itself() -> None:
    """Finch has to fly and has no window: only how things are stands in the way."""
    none_left = standing(tiny({"vehicles.Finch.modes.crewed.windows": []}))
    over = Standing(none_left.scenario, none_left.known_types, Settings(stop=lambda: True))
    found, more = conflicts(over, silent)
    assert found is not None
    assert (found.premises, found.is_smallest, more) == ((), False, None)


def test_no_more_are_looked_for_than_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(narrowing, "MOST_CONFLICTS", 1)
    edits = {"pins.a": {"vehicle": "Finch", "launch": f"..{jan(1)}"}, "station.crew.most": 1}
    found = list(conflicts(standing(tiny(edits)), silent))
    assert len(found) == 2
    assert found[-1] is None

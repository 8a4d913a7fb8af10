"""The cheapest changes that make a plan possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import lifeboat
from conflicts_by_hand import CASES, REAL, Case, RealCase
from lifeboat.answers.repair import Repaired
from lifeboat.editing.opened import read_scenario
from lifeboat.files.known_types import known_types
from lifeboat.measures.catalogue import measures_of
from lifeboat.measures.measure import Measure, Taken, taking
from lifeboat.questions.run import Run
from lifeboat.rules.counting import contradictions
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from repository import ROOT, TINY
from tiny import tiny

TOO_SOON = ("pin", "Heron launches on 2030-03-03")
NOT_SOON = {
    "Soyuz is grounded to the end",
    "Starliner holds the port that a direct handover needs",
}
"""Real cases whose repairs, or the best plans with them, take minutes."""
FEW = 20
"""Up to so many cheaper measures are all tried."""


def rescue(*edits: tuple[str, str]) -> Scenario:
    return lifeboat.read_scenario(str(TINY), edits=edits)


def steps(told: Repaired) -> list[tuple[int, list[tuple[str, int]]]]:
    return [(one.price, [(it.kind, it.amount) for it in one.steps]) for one in told.repairs]


def test_a_launch_that_is_pinned_too_soon() -> None:
    """Heron is ordered on the 1st and needs five days: unpin it, or be ready three days sooner."""
    told = lifeboat.repair(rescue(TOO_SOON))
    assert (told.outcome, told.is_cheapest, told.are_all) == ("repaired", True, True)
    assert steps(told) == [(5, [("pin", 1)]), (6, [("lead", 3)])]
    assert told.repairs[1].edits == ("--set vehicles.Heron.modes.empty.lead=2d",)
    assert all(one.gives and one.answer.outcome == "proven-best" for one in told.repairs)


def test_prices_are_those_of_the_scenario() -> None:
    cheap = rescue(TOO_SOON, ("set", "repairs={lead: 1, pin: 9}"))
    assert steps(lifeboat.repair(cheap)) == [(3, [("lead", 3)]), (9, [("pin", 1)])]
    never = rescue(TOO_SOON, ("set", "repairs={pin: never, lead: never}"))
    assert lifeboat.repair(never).outcome == "beyond-repair"


def test_one_repair_only() -> None:
    told = lifeboat.repair(rescue(TOO_SOON), most=1)
    assert steps(told) == [(5, [("pin", 1)])]
    assert not told.are_all


def test_somebody_without_a_place() -> None:
    """Sparrow shelters two of three until Heron comes: a third place in it, nothing less helps."""
    told = lifeboat.repair(rescue())
    assert told.wanted == ("everyone-has-a-seat",)
    assert steps(told) == [(30, [("emergency-place", 1)])]
    best = told.repairs[0].answer.best
    assert best is not None
    assert [goal.value for goal in best.goals][:2] == [0, 18]


def test_another_rule_that_is_broken() -> None:
    told = lifeboat.repair(rescue(), rules=["pins-hold"])
    assert told.outcome == "nothing-to-repair"


def test_nothing_to_repair() -> None:
    told = lifeboat.repair(tiny())
    assert (told.outcome, told.repairs) == ("nothing-to-repair", ())


def test_no_time_at_all() -> None:
    told = lifeboat.repair(rescue(TOO_SOON), run=Run(time_limit=1e-9))
    assert told.outcome == "gave-up"


QUICK = [it for it in REAL if it.name not in NOT_SOON]


@pytest.mark.parametrize("case", QUICK, ids=lambda case: case.name)
def test_a_repair_of_a_real_case(case: RealCase, tmp_path: Path) -> None:
    """The cheapest one, applied by its overlay beside the flags, leaves a plan."""
    scenario = lifeboat.read_scenario(str(ROOT / case.path), edits=case.flags)
    told = lifeboat.repair(scenario, most=1)
    assert told.outcome == "repaired"
    assert told.is_cheapest
    [one] = told.repairs
    file, overlay = tmp_path / "scenario.json", tmp_path / "repair.yaml"
    file.write_text(scenario.model_dump_json(by_alias=True, exclude_defaults=True), "utf-8")
    overlay.write_text(one.overlay, "utf-8")
    again = lifeboat.solve(read_scenario(str(file), overlays=[str(overlay)]), plans=1)
    assert again.outcome == one.answer.outcome == "proven-best"
    assert again.best is not None
    assert one.answer.best is not None
    assert again.best.goals == one.answer.best.goals


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_repair_gives_what_it_promises(case: Case, tmp_path: Path) -> None:
    """Applied to the scenario as a file, by its overlay as a file."""
    scenario = tiny(case.edits)
    told = lifeboat.repair(scenario, most=2)
    assert told.outcome == "repaired"
    assert told.is_cheapest
    file, overlay = tmp_path / "scenario.json", tmp_path / "repair.yaml"
    file.write_text(scenario.model_dump_json(by_alias=True, exclude_defaults=True), "utf-8")
    for one in told.repairs:
        overlay.write_text(one.overlay, "utf-8")
        again = lifeboat.solve(read_scenario(str(file), overlays=[str(overlay)]), plans=1)
        assert again.outcome == one.answer.outcome == "proven-best"
        assert again.best is not None
        assert one.answer.best is not None
        values = [[goal.value for goal in it.goals] for it in (again.best, one.answer.best)]
        assert values[0] == values[1]
    cheaper = list(_cheaper(measures_of(scenario, known_types()), told.repairs[0].price))
    for taken in cheaper if len(cheaper) <= FEW else ():
        assert is_impossible(taking(scenario, taken)), taken


def test_enough_of_them_are_compared_with_all_that_is_cheaper() -> None:
    first = [(tiny(it.edits), lifeboat.repair(tiny(it.edits), most=1)) for it in CASES[::4]]
    sizes = [
        len(list(_cheaper(measures_of(scenario, known_types()), told.repairs[0].price)))
        for scenario, told in first
    ]
    assert sum(size <= FEW for size in sizes) >= len(sizes) / 3


def is_impossible(scenario: Scenario) -> bool:
    if contradictions(Situation.of(scenario, known_types())):
        return True
    return lifeboat.solve(scenario, plans=1).outcome == "impossible"


def _cheaper(measures: Sequence[Measure], price: int) -> Iterator[Taken]:
    """Every choice of measures and amounts that costs less."""
    if not measures:
        yield ()
        return
    one, rest = measures[0], measures[1:]
    for amount in range(one.most + 1):
        left = price - one.price * amount
        if left <= 0:
            return
        for others in _cheaper(rest, left):
            yield ((one, amount), *others) if amount else others

"""Why there is no plan, or none that keeps a rule."""

from __future__ import annotations

from typing import Any

import pytest

import lifeboat
from lifeboat.answers.explain import Explained
from lifeboat.questions.run import Run
from tiny import TINY, jan, tiny

DEADLINE = {
    "vehicles.Wren.undock": f"{jan(8)}..",
    "vehicles.Finch.undock": f"{jan(9)}..",
    "people.Ana.return_window": f"..{jan(5)}",
}
"""No ship leaves before the 8th, and Ana has to land by the 5th."""

TWO_FOR_ONE = {
    "vehicles": {"Wren": {**TINY["vehicles"]["Wren"], "conditions": {}}},
    "people": {who: TINY["people"][who] for who in ("Ana", "Boris")},
}
TWO_FOR_ONE["vehicles"]["Wren"]["conditions"] = {
    jan(1): {"state": "emergency-only", "places": 1, "ride_home": True}
}
"""Wren, the only ship, holds one of the two who are aboard."""


def explained(edits: dict[str, Any], **how: Any) -> Explained:
    return lifeboat.explain(tiny(edits), **how)


def premises(told: Explained) -> list[set[str]]:
    return [{it.premise for it in conflict.because} for conflict in told.conflicts]


def test_no_plan_and_why() -> None:
    told = explained(DEADLINE)
    assert told.outcome == "impossible"
    assert premises(told) == [
        {"people.Ana.return_window", "vehicles.Wren.undock", "vehicles.Finch.undock"}
    ]
    assert told.conflicts[0].is_smallest
    assert told.conflicts[0].wanted is None
    assert told.are_all


def test_a_plan_that_breaks_nothing_has_nothing_to_explain() -> None:
    told = explained({})
    assert (told.outcome, told.broken, told.conflicts) == ("possible", (), ())


def test_why_no_plan_keeps_what_the_best_one_breaks() -> None:
    told = explained(TWO_FOR_ONE)
    assert told.outcome == "possible"
    assert told.broken == ("everyone-has-a-seat",)
    assert premises(told) == [{"rules.everyone-has-a-seat", f"vehicles.Wren.conditions.{jan(1)}"}]
    assert told.conflicts[0].wanted == "everyone-has-a-seat"


def test_a_rule_that_may_be_asked_about_is_kept_by_the_plan_there_is() -> None:
    told = explained({}, rules=["everyone-has-a-seat"])
    assert (told.broken, told.could_hold) == (("everyone-has-a-seat",), ("everyone-has-a-seat",))
    assert told.conflicts == ()


def test_without_time_it_gives_up() -> None:
    told = explained({}, run=Run(time_limit=1e-6))
    assert told.outcome == "gave-up"


def test_without_time_for_a_rule_it_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    from lifeboat.questions.conflict.standing import Standing

    replies = iter([True, None])
    monkeypatch.setattr(Standing, "is_possible", lambda *_: next(replies))
    assert explained({}, rules=["pins-hold"]).unknown == ("pins-hold",)


def test_the_answer_says_when_it_was_stopped_and_what_it_takes_to_ask_again() -> None:
    told = explained({}, run=Run(stop=lambda: True, seed=7, edits=("--drop Finch",)))
    assert told.interrupted
    assert (told.receipt.seed, told.receipt.edits) == (7, ("--drop Finch",))


def test_solve_tells_the_same() -> None:
    answer = lifeboat.solve(tiny(DEADLINE))
    assert answer.outcome == "impossible"
    assert answer.reason == ("the search proved that no plan keeps every rule",)
    assert answer.conflicts == explained(DEADLINE).conflicts
    gives = [it for cause in answer.conflicts[0].because for it in cause.gives]
    assert list(answer.in_the_way) == gives


def test_solve_tells_why_where_counting_shows_it() -> None:
    """Wren and Finch both need the only port, and Wren is not planned to leave."""
    late = {"vehicles.Finch.modes.crewed.windows": "2030-02-01..2030-02-09"}
    answer = lifeboat.solve(tiny({**late, "vehicles.Finch.planned": jan(4)}))
    assert answer.reason == (
        "Finch must fly, but no day is left within its windows and lead times",
    )
    (conflict,) = answer.conflicts
    assert {it.premise for it in conflict.because} == {
        "vehicles.Finch.may_cancel",
        "vehicles.Finch.modes.crewed.windows",
    }


@pytest.mark.parametrize("question", ["whatif", "session"])
def test_only_a_single_answer_looks_for_it(question: str) -> None:
    if question == "session":
        answer = lifeboat.Session().solve(tiny(DEADLINE))
    else:
        answer = lifeboat.solve(tiny(DEADLINE), reasons=False)
    assert (answer.outcome, answer.conflicts, answer.in_the_way) == ("impossible", (), ())

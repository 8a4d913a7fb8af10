"""A plan that was made before, and what becomes of it, as it is printed."""

from __future__ import annotations

from typing import Any

import pytest

from handmade import BEST, GOALS, NO_SEAT, PLAN, answer, day, lines, piped
from lifeboat.answers.difference import difference
from lifeboat.answers.option import GoalValue, Option
from lifeboat.answers.replan import Replanned
from lifeboat.showing.terminal.replan import show_replanned

HERON, WREN = BEST.flights
LATE = NO_SEAT.model_copy(update={"subject": "Heron", "message": "Heron cannot be there so soon"})
BEFORE = BEST.model_copy(
    update={
        "plan": PLAN.model_copy(update={"name": "Last week"}),
        "flights": (HERON.model_copy(update={"launch": day(3)}), WREN),
        "findings": (NO_SEAT, LATE),
    }
)
"""Heron was to be launched on the 3rd, which it cannot; that Ana has no place was known."""


def counting(**values: int) -> Option:
    """The same plan, after a search by the goals of a replan."""
    goals = [GoalValue(name=name, title=name, unit="", value=it) for name, it in values.items()]
    return BEST.model_copy(update={"goals": (*GOALS, *goals)})


def replanned(after: Option | None = BEST, before: Option = BEFORE, **more: Any) -> Replanned:
    outcome = "best-found" if after else "impossible"
    return Replanned(
        record="plan.yaml",
        since=day(2),
        before=before,
        answer=answer(best=after, outcome=outcome, reason=()),
        difference=difference(before, after) if after else None,
        **more,
    )


def printed(told: Replanned, *, brief: bool = True) -> list[str]:
    stream, console = piped()
    show_replanned(told, console, brief=brief)
    return lines(stream)


def test_what_no_longer_holds_then_what_changes_then_the_plan() -> None:
    assert printed(replanned(counting(flights=1))) == [
        "plan.yaml, from 2030-01-02 on",
        "The plan changes: 1 flight moved.",
        "",
        "WHAT NO LONGER HOLDS",
        "should everyone-has-a-seat, 2030-01-04 to 2030-01-06",
        "Heron cannot be there so soon",
        "about Ana, Wren",
        "see people.Ana",
        "",
        "FLIGHTS",
        "vehicle what before after days",
        "Heron launch 2030-01-03 2030-01-04 +1",
        "",
        "GOALS",
        "goal before after more",
        "flights - 1",
        "",
        "By hand (as of 2030-01-01, through 2030-01-15)",
        "Best found in the time given: a better plan may exist.",
        "",
        "Heron up empty",
        "Heron is launched five days early and takes Ana home.",
    ]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"rides": 1}, "1 person on another vehicle"),
        ({"rides": 2}, "2 people on another vehicle"),
        ({"cancelled": 1, "flights": 1}, "1 flight or person cancelled, 1 flight moved"),
        ({"flights": 4, "cancelled": 3}, "3 flights and people cancelled, 4 flights moved"),
        ({"rides": 0, "flights": 2}, "2 flights moved"),
        ({}, "in ports and places only"),
    ],
)
def test_it_says_how_much_changes(counts: dict[str, int], said: str) -> None:
    assert printed(replanned(counting(**counts)))[1] == f"The plan changes: {said}."


def test_a_plan_that_stands_is_all_there_is_to_say() -> None:
    told = printed(replanned(before=BEST))
    assert told[1] == "The plan stands: nothing in it has to change."
    assert told[2:4] == ["", "By hand (as of 2030-01-01, through 2030-01-15)"]


def test_what_the_scenario_does_not_know_any_more() -> None:
    told = printed(replanned(before=BEST, unknown=("Owl", "Dan")))
    assert told[2] == "Left out, since the scenario does not know it: Owl, Dan."


def test_where_there_is_no_plan_everything_broken_is_told() -> None:
    told = printed(replanned(after=None))
    assert told[1] == "There is no plan to change to; see below."
    assert [line for line in told if line.startswith("should ")] == [
        "should everyone-has-a-seat, 2030-01-04 to 2030-01-06"
    ] * 2
    assert told[-1] == "Impossible: it is proven that no plan keeps every rule that must hold."


def test_the_first_screen_unless_it_is_to_be_brief() -> None:
    assert any(line.startswith("COST ") for line in printed(replanned(), brief=False))
    assert not any(line.startswith("COST ") for line in printed(replanned()))

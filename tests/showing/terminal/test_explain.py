"""Explanations as they are printed."""

from __future__ import annotations

from typing import Any

from handmade import RECEIPT, day, lines, piped
from lifeboat.answers.explain import Explained
from lifeboat.showing.terminal.explain import show_explained


def printed(**more: Any) -> list[str]:
    told = Explained(
        scenario="Tiny",
        as_of=day(1),
        horizon_end=day(11),
        receipt=RECEIPT,
        **{"outcome": "possible", **more},
    )
    stream, console = piped()
    show_explained(told, console)
    return lines(stream)


def test_what_is_asked_comes_first_and_the_receipt_last() -> None:
    told = printed()
    assert told[0] == "Tiny (as of 2030-01-01, through 2030-01-10)"
    assert "lifeboat" in told[-2]


def test_a_plan_that_breaks_nothing() -> None:
    assert "The best plan breaks no rule: there is nothing to explain." in printed()


def test_rules_that_are_broken_could_hold_or_are_not_known() -> None:
    told = printed(broken=("a", "b", "c"), could_hold=("b",), unknown=("c",))
    assert "Broken in the best one, or asked about: a, b, c." in told
    assert "Some plan keeps b: it is worse in a goal that comes before." in told
    assert "Not known in the time given: whether any keeps c." in told


def test_no_plan_and_no_time() -> None:
    assert any(line.startswith("Impossible: ") for line in printed(outcome="impossible"))
    assert any(line.startswith("No answer in the time") for line in printed(outcome="gave-up"))


def test_that_there_may_be_more_is_said() -> None:
    told = printed(outcome="impossible", are_all=False)
    assert "There may be more that stands in the way." in told

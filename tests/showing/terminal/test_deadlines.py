"""Deadlines as they are printed."""

from __future__ import annotations

from typing import Any

from handmade import RECEIPT, day, lines, piped
from lifeboat.answers.deadlines import Deadlines, Latest
from lifeboat.answers.solve import Answer
from lifeboat.showing.terminal.deadlines import show_deadlines_of

NOTHING = Answer(
    scenario="Tiny",
    as_of=day(1),
    horizon_end=day(11),
    resolution="1d",
    outcome="proven-best",
    receipt=RECEIPT,
)


def printed(**more: Any) -> list[str]:
    late = Latest(
        event="launch",
        who=("Finch",),
        what="Finch is launched",
        planned=day(4),
        **more,
    )
    told = Deadlines(
        scenario="Tiny",
        as_of=day(1),
        horizon_end=day(11),
        best=NOTHING,
        latest=(late,),
        receipt=RECEIPT,
    )
    stream, console = piped()
    show_deadlines_of(told, console)
    return lines(stream)


def test_the_last_day_and_what_comes_after_it() -> None:
    told = printed(bound="limited", latest=day(6), order_by=day(2), impossible=True)
    said = "2030-01-06 Finch is launched, ordered by 2030-01-02: 2 days later at most."
    assert said in told
    assert "A day more: no plan keeps every rule." in told


def test_a_plan_that_was_not_found() -> None:
    told = printed(bound="limited", latest=day(4))
    assert "2030-01-04 Finch is launched: not a day later." in told
    assert "A day more: worse; the best plan then was not found in time." in told


def test_what_is_not_known_and_what_has_no_end() -> None:
    assert "Finch is launched, at least until 2030-01-05." in printed(
        bound="not-known", latest=day(5)
    )
    assert "Finch is launched." in printed(bound="any-time")

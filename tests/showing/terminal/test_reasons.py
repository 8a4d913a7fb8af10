"""Reasons of changes as they are printed."""

from __future__ import annotations

from handmade import lines, piped
from lifeboat.answers.difference import GoalChange
from lifeboat.answers.reason import Otherwise, Reason
from lifeboat.showing.terminal.reasons import show_reasons

WORSE = GoalChange(name="waived", title="waived life and stay", before=1, after=19)


def printed(*found: Reason) -> list[str]:
    stream, console = piped()
    show_reasons(found, console)
    return lines(stream)


def reason(otherwise: Otherwise, at_least: float | None = None) -> Reason:
    goal = WORSE if otherwise == "worse" else None
    return Reason(change="Heron flies", otherwise=otherwise, goal=goal, at_least=at_least)


def test_what_would_be_worse() -> None:
    assert "Heron flies: else waived life and stay: 1 -> 19." in printed(reason("worse"))
    least = printed(reason("worse", at_least=12))
    assert "Heron flies: else waived life and stay: 1 -> at least 12." in least


def test_what_is_not_worse_or_not_known() -> None:
    told = printed(reason("impossible"), reason("as-good"), reason("not-examined"))
    assert "Heron flies: else there is no plan that keeps every rule." in told
    assert "Heron flies: as good either way." in told
    assert "Heron flies: why was not examined in time." in told


def test_nothing_to_tell() -> None:
    assert "".join(printed()) == ""

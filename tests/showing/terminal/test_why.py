"""Reasons as they are printed."""

from __future__ import annotations

from typing import Any

import pytest

from handmade import RECEIPT, day, lines, piped
from lifeboat.answers.solve import Answer
from lifeboat.answers.why import Why
from lifeboat.showing.terminal.why import show_why

BEST = Answer(
    scenario="Tiny",
    as_of=day(1),
    horizon_end=day(11),
    resolution="1d",
    outcome="proven-best",
    receipt=RECEIPT,
)


def printed(**more: Any) -> list[str]:
    told = Why(
        **{
            "scenario": "Tiny",
            "as_of": day(1),
            "horizon_end": day(11),
            "claim": "Ana lands later",
            "outcome": "as-good",
            "holds": False,
            "as_it_is": "Ana goes home on Wren",
            "forced": ("Ana lands from 2030-01-09",),
            "best": BEST,
            "receipt": RECEIPT,
            **more,
        }
    )
    stream, console = piped()
    show_why(told, console)
    return lines(stream)


def test_the_claim_comes_first_and_the_receipt_last() -> None:
    told = printed()
    assert told[:2] == ["Tiny (as of 2030-01-01, through 2030-01-10)", "Claim: Ana lands later"]
    assert told[2] == "In the best plan it is not so: Ana goes home on Wren."
    assert "lifeboat" in told[-2]


def test_what_is_not_proven_is_said_not_to_be() -> None:
    found = BEST.model_copy(update={"outcome": "best-found"})
    told = printed(best=found, holds=True)
    assert (
        "In the best plan, which is found and not proven, it is so: Ana goes home on Wren." in told
    )


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("no-plan", "There is no plan at all"),
        ("gave-up", "No plan was found in the time given"),
        ("no-such-date", "it can be neither earlier nor later"),
    ],
)
def test_where_nothing_can_be_compared(outcome: str, words: str) -> None:
    told = printed(outcome=outcome, holds=None, as_it_is="", forced=())
    assert any(words in line for line in told)


def test_that_there_may_be_more_is_said() -> None:
    told = printed(outcome="impossible", are_all=False)
    assert "There may be more that stands in the way." in told

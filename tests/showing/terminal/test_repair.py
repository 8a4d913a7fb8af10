"""Repairs as they are printed."""

from __future__ import annotations

from typing import Any

from handmade import RECEIPT, day, lines, piped
from lifeboat.answers.repair import Repair, Repaired, Step
from lifeboat.answers.solve import Answer
from lifeboat.showing.terminal.repair import show_repaired

UNKNOWN = Repair(
    price=6,
    steps=(Step(kind="lead", says="the lead of Heron is 3 days shorter, 2d", amount=3, price=6),),
    edits=("--set vehicles.Little Heron.modes.empty.lead=2d",),
    overlay="",
    answer=Answer(
        scenario="Tiny",
        as_of=day(1),
        horizon_end=day(11),
        resolution="1d",
        outcome="gave-up",
        receipt=RECEIPT,
    ),
    gives=False,
)


def printed(**more: Any) -> list[str]:
    told = Repaired(
        **{
            "scenario": "Tiny",
            "as_of": day(1),
            "horizon_end": day(11),
            "outcome": "repaired",
            "receipt": RECEIPT,
            **more,
        }
    )
    stream, console = piped()
    show_repaired(told, console)
    return lines(stream)


def test_a_repair_whose_plan_was_not_found_in_time() -> None:
    told = printed(repairs=(UNKNOWN,))
    assert "the lead of Heron is 3 days shorter, 2d (6)." in told
    assert "--set 'vehicles.Little Heron.modes.empty.lead=2d'" in told
    assert "Its best plan was not found in the time left." in told


def test_whether_it_is_the_cheapest() -> None:
    assert "There is no other that could not be less." in printed(repairs=(UNKNOWN,), are_all=True)
    unsure = printed(repairs=(UNKNOWN,), is_cheapest=False)
    assert any(line.startswith("There may be cheaper ones") for line in unsure)


def test_nothing_to_repair() -> None:
    told = printed(outcome="nothing-to-repair", wanted=("pins-hold", "who-can-fly"))
    assert "The best plan keeps pins-hold, who-can-fly: there is nothing to repair." in told

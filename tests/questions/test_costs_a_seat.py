"""What stands in the way of a seat for somebody who has none, while one goes home empty."""

from __future__ import annotations

from typing import Any

import pytest

import lifeboat
from lifeboat.answers.solve import Answer
from tiny import TINY, tiny


def solved(edits: dict[str, Any]) -> Answer:
    return lifeboat.solve(tiny(edits))


def told(answer: Answer) -> list[tuple[str, str]]:
    return [(it.rule, it.message) for it in answer.in_the_way]


def test_where_everybody_has_a_place_nothing_costs_a_seat() -> None:
    assert solved({}).in_the_way == ()


STRANDED = {
    "vehicles": {"Wren": TINY["vehicles"]["Wren"]},
    "people": {who: TINY["people"][who] for who in ("Ana", "Boris")},
    "vehicles.Wren.life": {"limit": "38d"},
    "rules": {"vehicle-within-its-life": "must"},
    "station.crew.least": 1,
}
"""Wren has to land on the 8th, and somebody has to stay: one seat goes home empty."""


def test_a_rule_that_costs_somebody_their_seat_is_named() -> None:
    answer = solved(STRANDED)
    assert answer.best is not None
    assert len({it.person for it in answer.best.seats if it.quality == "none"}) == 1
    rules = {rule for rule, _ in told(answer)}
    assert rules == {"vehicle-within-its-life", "never-understaffed"}
    assert ("never-understaffed", "0 people aboard, at least 1 needed") in told(answer)


def test_a_place_that_does_not_fit_is_read_as_the_rule_that_gives_way_reads_it() -> None:
    """Cleo alone has a suit for Finch: whoever stays could sit beside her without."""
    suited = {**TINY["vehicle_types"]["boat"], "needs": ["suit"]}
    finch = {**TINY["vehicles"]["Finch"], "type": "ark", "brings": {"Cleo": ["suit"]}}
    answer = solved(
        {
            **STRANDED,
            "vehicle_types.ark": suited,
            "vehicles": {"Wren": TINY["vehicles"]["Wren"], "Finch": finch},
            "people": TINY["people"],
            "station.crew.least": 2,
        }
    )
    rules = {rule for rule, _ in told(answer)}
    assert rules == {"vehicle-within-its-life", "never-understaffed", "seat-fits-its-person"}


@pytest.mark.parametrize("question", ["whatif", "session"])
def test_only_a_single_answer_looks_for_it(question: str) -> None:
    if question == "session":
        answer = lifeboat.Session().solve(tiny(STRANDED))
    else:
        answer = lifeboat.solve(tiny(STRANDED), reasons=False)
    assert answer.in_the_way == ()

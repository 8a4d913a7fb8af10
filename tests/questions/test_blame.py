"""What stands in the way: of a plan, or of a seat for somebody who has none."""

from __future__ import annotations

from typing import Any

import pytest

import lifeboat
from lifeboat.answers.solve import Answer
from tiny import TINY, jan, tiny


def solved(edits: dict[str, Any]) -> Answer:
    return lifeboat.solve(tiny(edits))


def told(answer: Answer) -> list[tuple[str, str]]:
    return [(it.rule, it.message) for it in answer.in_the_way]


def test_two_rules_that_cannot_hold_together_are_named_each_with_what_would_give() -> None:
    """Wren cannot leave before the 8th, and Ana has to land by the 5th."""
    answer = solved(
        {
            "vehicles.Wren.undock": f"{jan(8)}..{jan(9)}",
            "vehicles.Finch.undock": f"{jan(9)}..",
            "people.Ana.return_window": f"..{jan(5)}",
        }
    )
    assert answer.outcome == "impossible"
    assert answer.reason[1] == (
        "these cannot hold together: flights-keep-their-windows, person-within-limits"
    )
    rules = [rule for rule, _ in told(answer)]
    assert rules == ["flights-keep-their-windows", "person-within-limits"]
    assert told(answer)[1][1] == "Ana has not landed by 2030-01-06, the latest return"
    assert {it.strength for it in answer.in_the_way} == {"must"}
    assert all(it.see for it in answer.in_the_way)


def test_a_rule_that_cannot_be_kept_at_all_is_named_alone() -> None:
    answer = solved({"station.crew.most": 1})
    assert answer.reason[1] == "this cannot be kept: never-too-many"
    assert {rule for rule, _ in told(answer)} == {"never-too-many"}


def test_pins_that_cannot_hold_together_are_named_and_no_other() -> None:
    """Ana cannot go home on both; that Boris leaves on the 8th hinders nobody."""
    pins = {
        "early": {"person": "Ana", "home": "Wren"},
        "late": {"person": "Ana", "home": "Finch"},
        "Boris": {"person": "Boris", "returns": jan(8)},
    }
    answer = solved({"pins": pins, "people.Ana.gear": ["liner"]})
    assert answer.outcome == "impossible"
    assert answer.reason[1] == "these cannot hold together: pin 'early', pin 'late'"
    assert told(answer) == [
        ("pins-hold", "early: Ana does not go home on Wren"),
        ("pins-hold", "late: Ana does not go home on Finch"),
    ]
    assert [it.see for it in answer.in_the_way] == [(("pins", "early"),), (("pins", "late"),)]


def test_a_pin_is_named_with_the_rule_it_is_against() -> None:
    """Wren has to be gone by the 5th."""
    by_the_5th = {"rules": {"vehicle-within-its-life": "must"}, "vehicles.Wren.life.limit": "35d"}
    pins = {
        "Wren": {"vehicle": "Wren", "undock": jan(7)},
        "Finch": {"vehicle": "Finch", "launch": jan(5)},
    }
    answer = solved({**by_the_5th, "pins": pins})
    assert answer.reason[1] == "these cannot hold together: vehicle-within-its-life, pin 'Wren'"


def test_where_there_is_a_plan_nothing_stands_in_the_way() -> None:
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


def test_nothing_more_is_told_than_has_to_give() -> None:
    """Finch may not fly before the 2nd and must by the 1st; Wren, which keeps to its dates, is in
    no plan's way, however much better another one would be without its window.
    """
    answer = solved(
        {
            "pins.early": {"vehicle": "Finch", "launch": f"..{jan(1)}"},
            "vehicles.Wren.undock": f"{jan(8)}..{jan(9)}",
        }
    )
    assert answer.outcome == "impossible"
    windows = [message for rule, message in told(answer) if rule == "flights-keep-their-windows"]
    assert len(windows) == 1
    assert windows[0].startswith("Finch")

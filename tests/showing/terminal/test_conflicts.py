"""Conflicts as they are printed."""

from __future__ import annotations

from typing import Any

from handmade import NO_SEAT, lines, piped
from lifeboat.answers.conflict import Cause, Conflict
from lifeboat.showing.terminal.conflicts import show_conflicts
from lifeboat.showing.terminal.findings import by_its_keys

PINNED = Cause(
    premise="pins.early",
    says="it is pinned that Heron is launched by 2030-01-01",
    rule="pins-hold",
    see=(("pins", "early"),),
)
LAND = Cause(
    premise="people.Ana.return_window",
    says="Ana has to land by 2030-01-05",
    rule="person-within-limits",
    see=(("people", "Ana", "return_window"),),
    likewise=("Boris", "Cleo"),
    gives=(NO_SEAT,),
)
WHOLE = Cause(
    premise="rules.pins-hold",
    says="A pinned choice stays as it is pinned",
    rule="pins-hold",
    see=(("rules", "pins-hold"),),
)


def printed(*conflicts: Conflict) -> list[str]:
    stream, console = piped()
    show_conflicts(conflicts, console, by_its_keys)
    return lines(stream)


def conflict(*because: Cause, **more: Any) -> Conflict:
    return Conflict(because=because, **{"is_smallest": True, **more})


def test_because_and_therefore() -> None:
    assert printed(conflict(PINNED, LAND)) == [
        "",
        "WHY THERE IS NO PLAN",
        "because it is pinned that Heron is launched by 2030-01-01",
        "see pins.early",
        "and Ana has to land by 2030-01-05",
        "and so for Boris and Cleo",
        "see people.Ana.return_window",
        f"a plan without it: {NO_SEAT.message}",
        "therefore no plan keeps all of these. Without any one of them there is one.",
    ]


def test_a_single_cause() -> None:
    assert printed(conflict(PINNED))[-1] == "therefore no plan keeps it, whatever else is changed."


def test_where_it_is_not_known_to_be_smallest() -> None:
    told = printed(conflict(PINNED, LAND, is_smallest=False))
    assert told[-1].endswith("They are sufficient, perhaps not the smallest set.")


def test_several_are_counted() -> None:
    told = printed(conflict(PINNED), conflict(LAND))
    assert "WHY THERE IS NO PLAN, 1 OF 2: EACH NEEDS A CHANGE OF ITS OWN" in told
    assert "WHY THERE IS NO PLAN, 2 OF 2: EACH NEEDS A CHANGE OF ITS OWN" in told


def test_a_rule_that_is_asked_to_hold() -> None:
    told = printed(conflict(WHOLE, wanted="pins-hold"))
    assert told[1] == "WHY NO PLAN KEEPS PINS-HOLD"
    assert told[2] == "because pins-hold must hold: a pinned choice stays as it is pinned"


def test_what_contradicts_itself_has_no_cause_to_name() -> None:
    told = " ".join(printed(conflict()))
    assert "because what is known of ships and people contradicts itself" in told
    assert "therefore" not in told


def test_what_was_not_narrowed_down_does_not_contradict_itself() -> None:
    told = " ".join(printed(conflict(is_smallest=False)))
    assert "because of how things are" in told
    assert "contradicts" not in told


def test_nothing_is_printed_where_there_is_none() -> None:
    assert printed() == []

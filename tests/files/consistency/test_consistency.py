"""All checks together: nothing is said of what is right, and all that is wrong is told at once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lifeboat.errors import MOST_MISTAKES, Mistake, MistakesError
from lifeboat.files.consistency import mistakes_in
from lifeboat.files.scenario_file import scenario_of
from lifeboat.files.source import source_of
from mistaken import told
from repository import TESTS
from tiny import as_scenario, jan, tiny_tree

RIGHT = (TESTS / "mistakes" / "right.yaml").read_text(encoding="utf-8")


def mistakes(*changes: tuple[str, str]) -> tuple[Mistake, ...]:
    text = RIGHT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    source = source_of(text, "a.yaml")
    try:
        scenario_of(source, known_types={}, rule_names=["pins-hold"], goal_names=["staffing"])
    except MistakesError as error:
        return error.mistakes
    return ()


def test_nothing_is_said_of_what_is_right() -> None:
    assert told({}) == []
    assert mistakes() == ()


@pytest.mark.parametrize("names", ["rules: {pins-hold: should}", "goals: [{staffing: 2}]"])
def test_rules_and_goals_are_those_the_program_knows(names: str) -> None:
    assert mistakes(("\npins:", f"\n{names}\npins:")) == ()
    wrong = names.replace("pins-hold", "pins-held").replace("staffing", "stuffing")
    assert len(mistakes(("\npins:", f"\n{wrong}\npins:"))) == 1


def test_mistakes_stand_where_they_are_written() -> None:
    (mistake,) = mistakes(("gate: leak-board", "gate: leek-board"))
    place = mistake.place
    assert place
    assert place.text[place.column - 1 :][: place.length] == "leek-board"
    assert mistake.kind == "unknown-investigation"


def test_one_mistake_of_every_sort_is_told_at_once_in_the_order_of_the_file() -> None:
    wrong = {
        "horizon": "..2029-12-31",
        "station.crew": {"least": 2, "most": 1},
        "vehicles.Wren.launched": jan(2),
        "vehicles.Wren.ports": ["south"],
        "vehicles.Finch.planned": "2029-12-31",
        "vehicles.Finch.modes.crewed.crew": ["Cleo", "Cleo"],
        "people.Ana.home": "Fynch",
        "people.Cleo.launched": "2029-12-01",
        "pins.nothing": {"vehicle": "Finch"},
        "goals": ["moved", "moved"],
    }
    assert [kind for kind, _ in told(wrong)] == [
        "horizon-past",
        "bounds",
        "port-not-its-own",
        "after-as-of",
        "date-order",
        "before-as-of",
        "person-twice",
        "unknown-vehicle",
        "nowhere",
        "pin-empty",
        "goal-twice",
    ]


def types_of(tree: dict[str, Any], seats: int) -> dict[str, Any]:
    """The scenario's boats with another number of seats."""
    return {"boat": {**tree["vehicle_types"]["boat"], "seats": seats}}


@pytest.mark.parametrize(
    ("known", "own", "right"), [(2, None, True), (1, None, False), (1, 2, True)]
)
def test_a_type_of_the_scenario_comes_before_one_the_program_knows(
    known: int, own: int | None, right: bool
) -> None:
    """Two fly in a boat: one of the program's, or one of the scenario's."""
    crew = {"vehicles.Finch.modes.crewed.crew": ["Cleo", "Dan"], "people.Dan": {"agency": "Tiny"}}
    tree = tiny_tree(crew)
    programs = as_scenario({**tree, "vehicle_types": types_of(tree, known)}).vehicle_types
    tree["vehicle_types"] = {} if own is None else types_of(tree, own)
    source = source_of(json.dumps(tree), "tiny.yaml")
    found = mistakes_in(source, as_scenario(tree), programs, [], [])
    assert [it.kind for it in found] == ([] if right else ["crew-large"])


def test_after_a_thousand_mistakes_nobody_reads_on() -> None:
    assert MOST_MISTAKES == 1000
    pins = {f"nothing {number}": {"vehicle": "Finch"} for number in range(1001)}
    assert told({"pins": pins}) == [("pin-empty", f"nothing {n}") for n in range(1000)]

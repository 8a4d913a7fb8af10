"""Stays of one person follow each other, and each is in crews of its own."""

from __future__ import annotations

from typing import Any

import pytest

from mistaken import mistakes, told

PERSON = {"agency": "Tiny"}
WINDOWS = {"windows": "2030-01-02..2030-01-09"}


def crew(*names: str) -> dict[str, Any]:
    return {"vehicles.Finch.modes.crewed.crew": list(names)}


def again(name: str, of: str, **said: Any) -> dict[str, Any]:
    return {f"people.{name}": {**PERSON, "same_as": of, **said}}


def test_somebody_aboard_may_be_in_a_later_crew() -> None:
    other = {"vehicles.Finch.modes.other": {**WINDOWS, "crew": ["Ana", "Boris"]}}
    assert told({**crew("Cleo", "Ana"), **other}) == []


def test_a_later_stay_has_a_crew_under_its_own_name() -> None:
    assert told({**crew("Cleo", "Nora"), **again("Nora", "Ana")}) == []
    assert told(again("Nora", "Ana")) == [("nowhere", "Nora")]


def test_a_stay_with_a_name_is_named_by_it() -> None:
    found = mistakes({**crew("Ana", "Nora"), **again("Nora", "Ana"), "people.Cleo.seat": None})
    kinds = [(it.kind, it.hint) for it in found if it.kind in ("aboard-already", "person-twice")]
    assert kinds == [
        ("aboard-already", "their next stay is 'Nora': name that"),
        ("person-twice", None),
    ]


def test_it_is_of_somebody() -> None:
    assert told({**crew("Cleo", "Nora"), **again("Nora", "Anna")}) == [("unknown-person", "Anna")]


@pytest.mark.parametrize("of", ["Nora", "Cleo"])
def test_it_follows_neither_itself_nor_one_that_follows_it(of: str) -> None:
    circle = {**crew("Cleo", "Nora"), **again("Nora", of), "people.Cleo.same_as": "Nora"}
    found = told(circle)
    assert ("stay-circle", of) in found


def test_whoever_is_aboard_is_in_no_later_stay() -> None:
    edits = {**crew("Cleo"), **again("Nora", "Ana", seat="Wren", up="Wren")}
    assert told(edits) == [("stay-too-soon", "Ana")]


def test_one_stay_follows_another_and_no_two_the_same() -> None:
    two = {**crew("Nora", "Olga"), **again("Nora", "Ana")}
    third = {"vehicles.Finch.modes.other": {**WINDOWS, "crew": ["Cleo"]}}
    assert told({**two, **third, **again("Olga", "Ana")}) == [("stay-twice", "Ana")]


def test_no_two_stays_of_one_person_are_in_a_crew() -> None:
    two = {**crew("Nora", "Olga"), **again("Nora", "Ana"), **again("Olga", "Nora")}
    third = {"vehicles.Finch.modes.other": {**WINDOWS, "crew": ["Cleo"]}}
    assert told({**two, **third}) == [("person-twice", "Olga")]


def test_whoever_is_on_the_way_up_is_in_later_crews_under_another_name() -> None:
    """Cleo left on 31 December in Finch; her later stay is Nora's."""
    swift = {"type": "boat", "pad": "beach", "modes": {"crewed": {**WINDOWS, "crew": ["Cleo"]}}}
    flown = {
        "vehicles.Finch": {
            "type": "boat",
            "port": "south",
            "launched": "2029-12-31",
            "docked": "2030-01-02",
        },
        "vehicles.Swift": swift,
    }
    assert told(flown) == []
    named = {"vehicles.Swift.modes.crewed.crew": ["Cleo"], **again("Nora", "Cleo")}
    other = {"vehicles.Swift.modes.other": {**WINDOWS, "crew": ["Nora"]}}
    assert told({**flown, **named, **other}) == [("aboard-already", "Cleo")]


def test_a_name_too_long_for_a_second_stay_needs_another_for_it() -> None:
    long = "A" * 50
    edits = {f"people.{long}": {**PERSON, "seat": "Wren", "up": "Wren"}, **crew("Cleo", long)}
    assert told(edits) == [("aboard-already", long)]

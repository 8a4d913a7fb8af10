"""Where a scenario refers to something by its name."""

from __future__ import annotations

from collections import Counter

import yaml

from lifeboat.scenario.references import Reference, references
from repository import EVERYTHING


def found(text: str) -> list[Reference]:
    return list(references(yaml.safe_load(text)))


def test_a_value_an_item_and_a_key() -> None:
    it = found(
        "vehicles: {Gull: {pad: beach, modes: {crewed: {crew: [Ana, Bo], after: {Wren: 2d}}}}}"
    )
    assert [(one.what, one.name, one.is_key) for one in it] == [
        ("pad", "beach", False),
        ("person", "Ana", False),
        ("person", "Bo", False),
        ("vehicle", "Wren", True),
    ]
    assert it[2].path == ("vehicles", "Gull", "modes", "crewed", "crew", 1)
    assert it[3].path == ("vehicles", "Gull", "modes", "crewed", "after", "Wren")


def goals_in(text: str) -> list[tuple[str, tuple[object, ...], bool]]:
    return [(it.name, tuple(it.path), it.is_key) for it in found(text) if it.what == "goal"]


def test_a_goal_is_named_by_itself_with_others_and_with_a_tolerance() -> None:
    assert goals_in(
        "goals: [damaged, {no-place: 1, unsafe: 60}, {goal: moved, within: 3},"
        " {goal: {rides: 2, broken: 1}, within: 1}]"
    ) == [
        ("damaged", ("goals", 0), False),
        ("no-place", ("goals", 1, "no-place"), True),
        ("unsafe", ("goals", 1, "unsafe"), True),
        ("moved", ("goals", 2, "goal"), False),
        ("rides", ("goals", 3, "goal", "rides"), True),
        ("broken", ("goals", 3, "goal", "broken"), True),
    ]


def test_of_a_goal_with_a_tolerance_neither_key_is_a_goal() -> None:
    assert goals_in("goals: [{within: 3}, {goal: 7, within: 3}]") == []


def test_only_where_a_liner_is_may_be_the_station() -> None:
    it = found("people: {Ana: {seat: station}}\npins: {one: {liner: station, seat: station}}")
    assert {one.path[-1]: one.or_station for one in it if one.path[0] == "pins"} == {
        "liner": True,
        "seat": False,
    }
    assert [one.or_station for one in it if one.path[0] == "people"] == [True]


def test_what_an_overlay_refers_to_need_not_be_there_yet() -> None:
    assert found("overlays: {winter: {edits: [{pin: {one: {vehicle: Gull}}}]}}") == []


def test_values_that_do_not_fit_are_passed_over() -> None:
    assert found("vehicles: {Gull: 7, Kite: {modes: [1, 2], port: [north], ports: north}}") == []


def test_the_scenario_that_uses_everything_refers_to_everything() -> None:
    whats = Counter(one.what for one in found(EVERYTHING.read_text("utf-8")))
    assert set(whats) == {
        "vehicle",
        "person",
        "port",
        "pad",
        "mode",
        "vehicle type",
        "family",
        "liner or suit",
        "skill",
        "supply",
        "investigation",
        "rule",
        "goal",
    }

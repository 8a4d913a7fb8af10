"""How the checks look at a scenario and at the file it stands in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lifeboat.files.consistency.view import MOST_HINTS, View
from lifeboat.files.source import source_of
from tiny import as_scenario, jan, tiny_tree


def view(edits: dict[str, Any] | None = None) -> View:
    tree = tiny_tree(edits)
    scenario = as_scenario(tree)
    source = source_of(json.dumps(tree, indent=1), "tiny.yaml")
    return View(source, scenario, scenario.vehicle_types, (), ())


def test_a_mistake_is_in_a_value_or_in_its_key() -> None:
    port = ("vehicles", "Wren", "port")
    value = view().wrong("kind", port, "no").place
    key = view().wrong("kind", port, "no", key=True).place
    assert value is not None
    assert key is not None
    assert value.text == key.text == '   "port": "north",'
    assert (key.column, value.column) == (4, 12)


def test_a_name_that_is_known_or_not_given_is_no_mistake() -> None:
    assert list(view().unknown("port", "north", ("name",), ["north"])) == []
    assert list(view().unknown("port", None, ("name",), ["north"])) == []
    (mistake,) = view().unknown("landing site", "norht", ("name",), ["north"])
    assert mistake.kind == "unknown-landing-site"
    assert mistake.hint == "did you mean 'north'?"


def test_the_last_hints_are_left_out() -> None:
    seen = view()
    hints = [
        mistake.hint
        for _ in range(MOST_HINTS + 2)
        for mistake in seen.unknown("port", "norht", ("name",), ["north"])
    ]
    assert hints == [*["did you mean 'north'?"] * MOST_HINTS, None, None]


def test_vehicles_are_there_or_to_come() -> None:
    """A port, or a date of docking, says that it is there: what is missing is another mistake."""
    there = {"vehicles.Owl": {"type": "boat", "port": "south"}}
    seen = view({**there, "vehicles.Gull": {"type": "boat", "docked": "2029-12-02"}})
    assert [name for name, _ in seen.vehicles(docked=True)] == ["Wren", "Owl", "Gull"]
    assert [name for name, _ in seen.vehicles(docked=False)] == ["Finch"]


@pytest.mark.parametrize(
    ("name", "waits"),
    [("Finch", True), ("Wren", False), ("Nobody", False), ("Lost", False), (None, False)],
)
def test_what_has_a_way_up_is_on_the_ground(name: str | None, waits: bool) -> None:
    """Lost is neither docked nor has it any mode: nothing is known of where it is."""
    assert view({"vehicles.Lost": {"type": "boat"}}).is_yet_to_come(name) == waits


def test_a_date_leads_to_where_it_is_written() -> None:
    """In another way than it is known by; what is there in the file only is passed over."""
    moves = {"2030-01-03T01:00+01:00": "south", "2030-005": "north"}
    seen = view({"vehicles.Wren.relocations": moves})
    path = ("vehicles", "Wren", "relocations")
    parts = dict(seen.scenario.vehicles["Wren"].relocations)
    found = [(here[-1], date.day, port) for here, date, port in seen.dated(path, parts)]
    assert found == [("2030-01-03T01:00+01:00", 3, "south"), ("2030-005", 5, "north")]
    parts = {date: port for date, port in parts.items() if date.day == 5}
    assert [here[-1] for here, _, _ in seen.dated(path, parts)] == ["2030-005"]
    assert list(seen.dated(("vehicles", "Finch", "relocations"), {})) == []


@pytest.mark.parametrize(
    ("said", "seats"),
    [({"type": "boat"}, 2), ({"type": "boat", "seats": 0}, 0), ({"type": "raft"}, None)],
)
def test_seats_are_the_vehicle_s_own_or_those_of_its_type(
    said: dict[str, Any], seats: int | None
) -> None:
    seen = view({"vehicles.Owl": {**said, "planned": jan(4)}})
    assert seen.seats(seen.scenario.vehicles["Owl"]) == seats

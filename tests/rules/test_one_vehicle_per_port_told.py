"""One vehicle per port: what the audit tells, of which days, and what of it no plan can do.

Wren is at the north port and leaves on the 8th. Lark, where there is one, may come like Finch.
"""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.plan import Plan
from posing import audited, judged
from tiny import TINY, jan, plan, tiny

RULE = "one-vehicle-per-port"
LARK: dict[str, Any] = {
    "vehicles.Lark": {"type": "boat", "modes": {"empty": {"windows": f"{jan(2)}..{jan(9)}"}}}
}
LARK["vehicle_types.boat.flies_empty"] = ["up", "down"]
WEST = {"ports.west.accepts": ["ring"]}


def finch(port: str | None, launch: str, **more: Any) -> Plan:
    """Finch is launched on a day, docks a day later, at that port."""
    return plan({"Finch": {"port": port, "launch": launch, **more}})


@pytest.mark.parametrize(
    ("during", "found"),
    [
        ("2029-12-20..2029-12-31", []),
        (f"2029-12-20..{jan(1)}", [("north", 1, 2)]),
        (f"{jan(1)}..{jan(2)}", [("north", 1, 3)]),
        (f"{jan(6)}..{jan(9)}", [("north", 6, 8)]),
        (f"{jan(8)}..{jan(9)}", []),
    ],
)
def test_a_closure_is_broken_while_somebody_is_there(
    during: str, found: list[tuple[object, ...]]
) -> None:
    shut = {"ports.north.closures": {"walk": {"during": during}}}
    assert judged(RULE, tiny(shut)) == found


def test_who_has_moved_away_by_the_first_day_was_not_there() -> None:
    shut = {"ports.north.closures": {"walk": {"during": jan(1)}}}
    assert judged(RULE, tiny({**shut, "vehicles.Wren.relocations": {jan(1): "south"}})) == []


def test_a_move_on_the_first_day_to_a_port_that_is_left_on_the_next() -> None:
    """Barge is moved from the south port on the 2nd, Wren to it on the 1st or on the 2nd."""
    there = {"type": "boat", "port": "south", "docked": "2029-12-05"}
    barge = {"vehicles.Barge": {**there, "relocations": {jan(2): "west"}}}
    for day, found in ((1, [("south", 1, 2)]), (2, [])):
        wren = {"vehicles.Wren.relocations": {jan(day): "south"}}
        ships = {"vehicles.Finch.ports": ["north"], "vehicles.Finch.planned": jan(9)}
        assert judged(RULE, tiny({**barge, **wren, **WEST, **ships})) == found


@pytest.mark.parametrize(
    ("turn_round", "undock", "launch", "found"),
    [
        ("36h", None, jan(6), ("north", 7, 11)),
        ("2d", jan(10), jan(9), ("north", 10, 11)),
        ("2d", jan(9), jan(9), ("north", 10, 11)),
        ("2d", jan(8), jan(9), None),
        ("0h", jan(8), jan(5), ("north", 6, 8)),
    ],
)
def test_too_soon_is_told_up_to_the_day_it_would_not_be(
    turn_round: str, undock: str | None, launch: str, found: tuple[object, ...] | None
) -> None:
    """Finch docks at north the day after its launch; the horizon ends after the 10th."""
    wren = {"stays": True} if undock is None else {"undock": undock}
    told = plan({"Wren": wren, "Finch": {"port": "north", "launch": launch}})
    scenario = tiny({"station.turn_round": turn_round})
    assert judged(RULE, scenario, told) == ([] if found is None else [found])


def messages(edits: dict[str, Any], told: Plan) -> list[tuple[str, str]]:
    """What is told, and how strictly it holds where the rule itself is a `should`."""
    loose = tiny({f"rules.{RULE}": "should", **edits})
    return [(it.message, it.strength) for it in audited(RULE, loose, told)]


@pytest.mark.parametrize(
    ("edits", "told", "message", "strength"),
    [
        ({}, finch("north", jan(6)), "Wren and Finch are at north at the same time", "must"),
        (
            {},
            finch("north", jan(7)),
            "Wren and Finch follow each other at north after 0 days, less than a slot: Finch comes "
            "after Wren has left",
            "should",
        ),
        (
            {"station.turn_round": "36h"},
            finch("north", jan(8)),
            "Wren and Finch follow each other at north after 1 day, less than the turn-round",
            "should",
        ),
        ({"vehicles.Finch.ports": ["north"]}, finch("south", jan(4)), "", "should"),
        ({"ports.south.accepts": ["cone"]}, finch("south", jan(4)), "", "must"),
        (
            {"ports.south.closures": {"walk": {"during": jan(6)}}},
            finch("south", jan(4)),
            "Finch is at south, but south is closed 2030-01-06",
            "should",
        ),
    ],
)
def test_two_at_once_or_a_mechanism_that_does_not_fit_is_more_than_a_rule_broken(
    edits: dict[str, Any], told: Plan, message: str, strength: str
) -> None:
    assert messages(edits, told) == [(message or "Finch does not fit south", strength)]


def test_who_finds_no_port_does_not_share_it_with_another_who_finds_none() -> None:
    """Nor is it a matter of how strict the rule is."""
    no_port = "finds no free port that fits it"
    found = messages({**LARK, "ports.south.accepts": ["cone"]}, plan({"Lark": {"launch": jan(4)}}))
    assert found == [(f"Finch {no_port}", "must"), (f"Lark {no_port}", "must")]


def test_who_finds_no_port_is_what_the_finding_is_about() -> None:
    (found,) = audited(RULE, tiny({"ports.south.accepts": ["cone"]}))
    assert (found.subject, found.vehicles, found.see) == (
        "Finch",
        ("Finch",),
        (("vehicles", "Finch"),),
    )


def test_the_port_and_both_vehicles_are_where_to_look() -> None:
    (found,) = audited(RULE, tiny(), finch("north", jan(6)))
    assert found.vehicles == ("Wren", "Finch")
    assert found.see == (("ports", "north"), ("vehicles", "Wren"), ("vehicles", "Finch"))


@pytest.mark.parametrize(
    ("leaves", "docks", "message", "strength"),
    [
        ("06:10", "12:00", "follow each other at north after 5h 50min, less than the ", "should"),
        ("12:00", "12:00", "follow each other at north after 0d, less than the ", "should"),
        ("12:10", "12:00", "are at north at the same time", "must"),
    ],
)
def test_by_the_hour_too(leaves: str, docks: str, message: str, strength: str) -> None:
    """With six hours between two vehicles; Finch docks on the 8th, on which Wren leaves."""
    launch = {"launch": f"{jan(7)}T{docks}Z", "dock": f"{jan(8)}T{docks}Z"}
    told = plan({"Wren": {"undock": f"{jan(8)}T{leaves}Z"}, "Finch": {"port": "north", **launch}})
    rest = "turn-round" if strength == "should" else ""
    found = messages({"station.turn_round": "6h"}, told)
    assert found == [(f"Wren and Finch {message}{rest}", strength)]


@pytest.mark.parametrize(("launch", "at_once"), [(7, True), (8, False)])
def test_what_comes_on_a_day_comes_as_it_begins(launch: int, at_once: bool) -> None:
    """Wren leaves on the 8th at ten past six; Finch docks on that day or the next."""
    docks = {"port": "north", "launch": jan(launch)}
    found = messages({}, plan({"Wren": {"undock": f"{jan(8)}T06:10Z"}, "Finch": docks}))
    message = "Wren and Finch are at north at the same time"
    assert found == ([(message, "must")] if at_once else [])


def test_by_the_hour_on_the_first_day() -> None:
    """Barge leaves the south port on the 1st at six in the evening, Wren is moved there at noon."""
    barge = {"type": "boat", "port": "south", "docked": "2029-12-05"}
    hours = {"Barge": {"undock": f"{jan(1)}T18:00Z"}}
    moved = plan({**hours, "Wren": {"relocations": {f"{jan(1)}T12:00Z": "south"}}})
    ships = {"Wren": TINY["vehicles"]["Wren"], "Barge": barge}
    (found,) = audited(RULE, tiny({"vehicles": ships, "people": {}}), moved)
    assert [f"{it:%d %H}" for it in (found.first, found.end) if it] == ["01 12", "01 18"]


@pytest.mark.parametrize("hour", ["", "T20:00Z"])
def test_what_a_plan_had_before_the_horizon_is_over(hour: str) -> None:
    """Finch and Lark at the south port at the same time, but not any more."""
    flights = {
        "Finch": {"launch": f"2029-12-10{hour}", "undock": f"2029-12-31{hour}"},
        "Lark": {"launch": f"2029-12-20{hour}", "undock": f"2029-12-28{hour}"},
    }
    told = plan({name: {"port": "south", **flight} for name, flight in flights.items()})
    assert audited(RULE, tiny(LARK), told) == []


@pytest.mark.parametrize(("hour", "since"), [("", "2030-01-01"), ("T20:00Z", "2029-12-31")])
def test_two_at_one_port_since_before_the_horizon_are_told(hour: str, since: str) -> None:
    """Finch came on 31 December; Wren leaves on the 8th. By days, the days of the horizon count."""
    (found,) = audited(RULE, tiny(), finch("north", f"2029-12-30{hour}"))
    assert found.message == "Wren and Finch are at north at the same time"
    assert [f"{it:%Y-%m-%d}" for it in (found.first, found.end) if it] == [since, jan(8)]

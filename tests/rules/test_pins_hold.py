from __future__ import annotations

from typing import Any

import pytest

from lifeboat.questions.solve import solve
from posing import audited, judged, possible
from tiny import jan, plan, tiny

RULE = "pins-hold"
BROKEN = [("fixed", None, None)]


def test_without_pins_it_is_kept() -> None:
    assert judged(RULE, tiny()) == []


@pytest.mark.parametrize(
    ("pin", "kept"),
    [
        ({"flies": True}, True),
        ({"flies": False}, False),
        ({"mode": "crewed"}, True),
        ({"mode": "empty"}, False),
        ({"launch": jan(4)}, True),
        ({"launch": f"..{jan(4)}"}, True),
        ({"launch": f"..{jan(3)}"}, False),
        ({"launch": f"{jan(4)}.."}, True),
        ({"launch": f"{jan(5)}.."}, False),
        ({"port": "south"}, True),
        ({"port": "north"}, False),
        ({"undock": f"{jan(11)}.."}, True),
        ({"stays": True}, True),
        ({"stays": False}, False),
        ({"undock": jan(10)}, False),
    ],
)
def test_a_pin_of_a_vehicle_to_come(pin: dict[str, Any], kept: bool) -> None:
    """By plan Finch is launched with its crew on the 4th, docks at the south port and stays."""
    empty = {"vehicles.Finch.modes.empty": {"windows": f"{jan(2)}..{jan(9)}"}}
    scenario = tiny({**empty, "pins.fixed": {"vehicle": "Finch", **pin}})
    assert judged(RULE, scenario) == ([] if kept else BROKEN)


@pytest.mark.parametrize(("last", "kept"), [(8, True), (7, False)])
def test_a_pin_of_an_undocking(last: int, kept: bool) -> None:
    scenario = tiny({"pins.fixed": {"vehicle": "Wren", "undock": f"{jan(6)}..{jan(last)}"}})
    assert judged(RULE, scenario) == ([] if kept else BROKEN)


@pytest.mark.parametrize(
    ("pin", "kept"),
    [
        ({"person": "Cleo", "up": "Finch"}, True),
        ({"person": "Cleo", "up": "Wren"}, False),
        ({"person": "Ana", "up": "Finch"}, False),
        ({"person": "Ana", "home": "Wren"}, True),
        ({"person": "Ana", "home": "Finch"}, False),
        ({"person": "Cleo", "home": "Finch"}, False),
        ({"person": "Ana", "returns": jan(8)}, True),
        ({"person": "Ana", "returns": jan(7)}, False),
        ({"person": "Ana", "returns": f"{jan(9)}.."}, True),
        ({"person": "Ana", "returns": f"{jan(10)}.."}, False),
        ({"person": "Cleo", "stays": True}, True),
        ({"person": "Cleo", "stays": False}, False),
        ({"person": "Ana", "stays": True}, False),
        ({"person": "Ana", "stays": False}, True),
        ({"vehicle": "Wren", "stays": True}, False),
        ({"vehicle": "Wren", "stays": False}, True),
        ({"person": "Ana", "seat": "Wren"}, True),
        ({"person": "Ana", "seat": "Wren", "during": f"{jan(7)}..{jan(10)}"}, True),
        ({"person": "Ana", "liner": "Wren"}, True),
        ({"person": "Ana", "liner": "Finch"}, False),
        ({"person": "Cleo", "liner": "Finch", "during": f"..{jan(7)}"}, True),
    ],
)
def test_a_pin_of_a_person(pin: dict[str, Any], kept: bool) -> None:
    """By plan Cleo goes up on Finch and stays, Ana sits in Wren and goes home on it on the 8th,
    to land six hours later: on the 8th or on the 9th.
    """
    assert judged(RULE, tiny({"pins.fixed": pin})) == ([] if kept else BROKEN)


@pytest.mark.parametrize(
    ("pin", "kept"),
    [
        ({"vehicle": "Finch", "mode": "crewed"}, False),
        ({"vehicle": "Finch", "mode": "empty"}, True),
        ({"vehicle": "Finch", "launch": jan(4)}, False),
        ({"vehicle": "Finch", "launch": f"{jan(5)}.."}, True),
        ({"vehicle": "Finch", "launch": f"..{jan(3)}"}, True),
        ({"vehicle": "Finch", "port": "south"}, False),
        ({"vehicle": "Finch", "port": "north"}, True),
        ({"vehicle": "Finch", "undock": f"..{jan(10)}"}, True),
        ({"vehicle": "Finch", "undock": f"{jan(6)}.."}, False),
        ({"vehicle": "Wren", "undock": jan(8)}, False),
        ({"vehicle": "Wren", "undock": f"{jan(9)}.."}, True),
        ({"person": "Cleo", "up": "Finch"}, False),
        ({"person": "Ana", "home": "Wren"}, False),
        ({"person": "Ana", "home": "Finch"}, True),
        ({"person": "Cleo", "home": "Finch"}, True),
        ({"person": "Ana", "returns": jan(8)}, False),
        ({"person": "Ana", "returns": f"..{jan(7)}"}, True),
        ({"person": "Ana", "returns": f"{jan(10)}.."}, True),
    ],
)
def test_what_is_never_to_be(pin: dict[str, Any], kept: bool) -> None:
    """By plan Finch is launched with Cleo on the 4th, docks at the south port on the 5th and stays;
    Ana goes home on Wren on the 8th, to land on the 8th or on the 9th.
    """
    empty = {"vehicles.Finch.modes.empty": {"windows": f"{jan(2)}..{jan(9)}"}}
    scenario = tiny({**empty, "pins.fixed": {**pin, "never": True}})
    assert judged(RULE, scenario) == ([] if kept else BROKEN)


@pytest.mark.parametrize(
    ("pin", "kept"),
    [
        ({"person": "Ana", "liner": "Wren"}, False),
        ({"person": "Ana", "liner": "Finch"}, True),
        ({"person": "Ana", "liner": "Wren", "during": f"{jan(8)}.."}, True),
        ({"person": "Cleo", "liner": "Finch", "during": f"..{jan(4)}"}, True),
        ({"person": "Cleo", "liner": "Finch", "during": f"..{jan(5)}"}, False),
    ],
)
def test_where_a_liner_is_never_to_be(pin: dict[str, Any], kept: bool) -> None:
    """Ana's is in Wren until she leaves on the 8th, Cleo's in Finch from the 5th on."""
    scenario = tiny({"pins.fixed": {**pin, "never": True}})
    assert (audited(RULE, scenario) == []) is kept


def test_who_is_kept_out_of_a_vehicle_sits_elsewhere() -> None:
    """Wren is Ana's only seat until Finch docks on the 5th; she goes home on that, or on Wren from
    the place she moves into on her last day.
    """
    during = f"{jan(5)}..{jan(6)}"
    out = {"person": "Ana", "liner": "Wren", "during": during, "never": True}
    best = solve(tiny({"pins.fixed": out})).best
    assert best is not None
    assert {it.vehicle for it in best.seats if it.person == "Ana"} == {"Wren", "Finch"}


@pytest.mark.parametrize(("port", "kept"), [("south", True), ("north", False)])
def test_a_pinned_port_is_the_one_a_vehicle_docks_at(port: str, kept: bool) -> None:
    """Finch docks at the south port, and is moved to the north one once Wren has left it."""
    moved = {"vehicles.Finch.relocations": {jan(9): "north"}}
    scenario = tiny({**moved, "pins.fixed": {"vehicle": "Finch", "port": port}})
    assert judged(RULE, scenario) == ([] if kept else BROKEN)


@pytest.mark.parametrize(("last", "kept"), [(6, True), (7, False)])
def test_a_pinned_seat_is_held_all_that_time(last: int, kept: bool) -> None:
    """On the 7th Ana has to sit in Wren again, to go home on it."""
    pin = {"person": "Ana", "seat": "Finch", "during": f"{jan(5)}..{jan(last)}"}
    moved = plan(people={"Ana": {"seats": {jan(5): "Finch", jan(7): "Wren"}}})
    scenario = tiny({"pins.fixed": pin})
    assert (audited(RULE, scenario, moved) == []) is kept
    assert possible(scenario, moved) is kept


@pytest.mark.parametrize(("last", "kept"), [(3, True), (4, False)])
def test_a_liner_waits_on_the_station_all_that_time(last: int, kept: bool) -> None:
    """It is moved out of Wren on the 2nd, and into it again on the 4th."""
    pin = {"person": "Ana", "liner": "station", "during": f"{jan(2)}..{jan(last)}"}
    moved = plan(people={"Ana": {"seats": {jan(2): "station", jan(4): "Wren"}}})
    assert (audited(RULE, tiny({"pins.fixed": pin}), moved) == []) is kept


@pytest.mark.parametrize(
    ("first", "last", "kept"), [(5, 6, True), (4, 6, False), (5, 7, False), (7, 9, False)]
)
def test_a_liner_is_in_a_vehicle_all_that_time(first: int, last: int, kept: bool) -> None:
    """It is moved into Finch on the 5th, and back to Wren on the 7th."""
    pin = {"person": "Ana", "liner": "Finch", "during": f"{jan(first)}..{jan(last)}"}
    moved = plan(people={"Ana": {"seats": {jan(5): "Finch", jan(7): "Wren"}}})
    scenario = tiny({"pins.fixed": pin})
    assert (audited(RULE, scenario, moved) == []) is kept


@pytest.mark.parametrize("finch", [{}, {"cancelled": True}])
def test_a_liner_cannot_be_in_a_vehicle_that_is_not_there(finch: dict[str, Any]) -> None:
    """A plan may name Finch for it on the 4th all the same: it docks on the 5th, or never."""
    pin = {"person": "Ana", "liner": "Finch", "during": f"{jan(4)}..{jan(6)}"}
    named = plan({"Finch": finch}, {"Ana": {"seats": {jan(4): "Finch", jan(7): "Wren"}}})
    scenario = tiny({"vehicles.Finch.may_cancel": True, "pins.fixed": pin})
    (found,) = audited(RULE, scenario, named)
    assert found.message == "fixed: Ana's liner is not in Finch all that time"
    assert not possible(scenario, named)


def test_a_liner_may_be_kept_where_there_is_no_place() -> None:
    """Wren is unusable: a liner may be in it, but nobody holds a place there."""
    hit = {"vehicles.Wren.conditions": {"2029-12-31": {"state": "unusable"}}}
    gone = {"vehicles.Wren.leaves": None, "people.Ana.home": None, "people.Boris.home": None}
    stay = plan(people={"Ana": {"stays": True}, "Boris": {"stays": True}})
    for key, kept in (("liner", True), ("seat", False)):
        scenario = tiny({**hit, **gone, "pins.fixed": {"person": "Ana", key: "Wren"}})
        assert (audited(RULE, scenario, stay) == []) is kept


NOT_FLOWN = plan({"Finch": {"cancelled": True}})


@pytest.mark.parametrize(
    ("pin", "kept"),
    [
        ({"vehicle": "Finch", "flies": False}, True),
        ({"vehicle": "Finch", "flies": True}, False),
        ({"vehicle": "Finch", "mode": "crewed"}, False),
        ({"vehicle": "Finch", "port": "south"}, False),
        ({"vehicle": "Finch", "mode": "crewed", "never": True}, True),
        ({"vehicle": "Finch", "port": "south", "never": True}, True),
        ({"vehicle": "Finch", "launch": f"..{jan(5)}", "never": True}, True),
        ({"vehicle": "Finch", "launch": f"{jan(5)}..", "never": True}, False),
        ({"person": "Cleo", "up": "Finch", "never": True}, True),
        ({"person": "Cleo", "liner": "Finch", "never": True}, True),
        ({"vehicle": "Finch", "undock": f"{jan(5)}.."}, True),
        ({"vehicle": "Finch", "undock": f"..{jan(9)}"}, False),
        ({"vehicle": "Finch", "launch": f"{jan(5)}.."}, True),
        ({"vehicle": "Finch", "launch": f"..{jan(5)}"}, False),
        ({"person": "Cleo", "up": "Finch"}, False),
        ({"person": "Cleo", "seat": "Finch"}, True),
        ({"person": "Cleo", "seat": "Wren"}, True),
        ({"person": "Cleo", "liner": "Finch"}, True),
        ({"person": "Cleo", "returns": f"{jan(9)}.."}, True),
        ({"person": "Cleo", "returns": jan(9)}, False),
    ],
)
def test_pins_about_a_flight_that_is_not_made(pin: dict[str, Any], kept: bool) -> None:
    """Finch is cancelled, so Cleo never comes: what is pinned for when she is aboard holds."""
    scenario = tiny({"vehicles.Finch.may_cancel": True, "pins.fixed": pin})
    assert judged(RULE, scenario, NOT_FLOWN) == ([] if kept else BROKEN)


@pytest.mark.parametrize("strength", ["must", "should"])
def test_a_flight_pinned_to_stay_on_the_ground_does(strength: str) -> None:
    scenario = tiny(
        {
            "vehicles.Finch.may_cancel": True,
            "pins.fixed": {"vehicle": "Finch", "flies": False},
            f"rules.{RULE}": strength,
            "goals": ["broken", "moved", "reseats"],
        }
    )
    best = solve(scenario).best
    assert best is not None
    assert best.cancelled == ("Finch",)
    assert [goal.value for goal in best.goals] == [0, 0, 0]


@pytest.mark.parametrize(("last", "kept"), [(10, False), (11, True)])
def test_who_stays_lands_after_the_horizon_and_no_sooner(last: int, kept: bool) -> None:
    """The horizon ends with the 10th; a window that goes on allows a landing after it."""
    scenario = tiny({"pins.fixed": {"person": "Cleo", "returns": f"{jan(6)}..{jan(last)}"}})
    assert judged(RULE, scenario) == ([] if kept else BROKEN)


@pytest.mark.parametrize(
    ("window", "kept"),
    [("12..", True), ("13..", True), ("14..", False), ("09..2030-01-11", True)],
)
def test_a_landing_after_the_horizon_is_in_a_window_that_has_begun_by_then(
    window: str, kept: bool
) -> None:
    """Wren leaves on the 10th and lands on the 13th, three days after the horizon; whether a
    window that goes on after it has closed by then is not asked.
    """
    pinned = tiny(
        {
            "vehicle_types.boat.flight_down": "3d",
            "pins": {"Ana": {"person": "Ana", "returns": f"2030-01-{window}"}},
        }
    )
    assert (judged(RULE, pinned, plan({"Wren": {"undock": jan(10)}})) == []) == kept


def test_what_is_docked_flies_in_no_mode() -> None:
    pinned = tiny({"pins": {"Wren": {"vehicle": "Wren", "mode": "crewed"}}})
    (found,) = audited(RULE, pinned)
    assert found.message == "Wren: Wren does not fly in mode crewed"


def test_who_does_not_come_goes_home_on_nothing() -> None:
    pinned = tiny({"pins": {"Cleo": {"person": "Cleo", "home": "Finch"}}})
    (found,) = audited(RULE, pinned, plan({"Finch": {"cancelled": True}}))
    assert found.message == "Cleo: Cleo does not go home on Finch"

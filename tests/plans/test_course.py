"""A plan on the grid, with all that follows from it filled in.

Slots are days of January 2030, slot 0 being the 1st; the horizon ends after slot 9. By plan Wren is
at the north port up to slot 7, Finch docks at the south port in slot 4 and stays.
"""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.plan import Plan
from lifeboat.situation.situation import Situation
from tiny import TINY, jan, plan, tiny

AS_PLANNED = plan()
WEST = {"ports.west.accepts": ["ring"]}
"""A third port, after north and south."""
DUST = {"ports.south.closures": {"dust": {"during": "2030-01-09..2030-01-10"}}}
"""The south port is closed for two days."""


def course(told: Plan = AS_PLANNED, edits: dict[str, Any] | None = None) -> Course:
    return Course.of(Situation.of(tiny(edits), {}), told)


def finch(flight: dict[str, Any], edits: dict[str, Any] | None = None) -> Voyage | None:
    return course(plan({"Finch": flight}), edits).voyages.get("Finch")


def stops(voyage: Voyage | None) -> list[tuple[str | None, int, int]]:
    return [] if voyage is None else [(it.port, it.first, it.end) for it in voyage.stops]


def test_what_a_plan_leaves_out_follows_the_plan_of_record() -> None:
    found = course()
    assert stops(found.voyages["Wren"]) == [("north", -30, 7)]
    assert stops(found.voyages["Finch"]) == [("south", 4, 10)]
    spans = {name: (it.first, it.end) for name, it in found.journeys.items()}
    assert spans == {"Ana": (0, 7), "Boris": (0, 7), "Cleo": (4, 10)}


@pytest.mark.parametrize(
    ("flight", "dates"),
    [
        ({"launch": jan(5)}, (4, 5)),
        ({"dock": jan(7)}, (5, 6)),
        ({"launch": jan(5), "dock": jan(7)}, (4, 6)),
        ({"launch": jan(8)}, (7, 8)),
        ({"launch": jan(9)}, (8, 9)),
        ({"launch": jan(10)}, None),
        ({"cancelled": True}, None),
        ({"later": True}, None),
        ({"mode": "not of Finch"}, None),
    ],
)
def test_when_a_vehicle_comes(flight: dict[str, Any], dates: tuple[int, int] | None) -> None:
    voyage = finch(flight)
    assert (None if voyage is None else (voyage.launch, voyage.dock)) == dates


def test_a_flight_that_nobody_dates_is_not_made() -> None:
    assert finch({}, {"vehicles.Finch.planned": None}) is None


@pytest.mark.parametrize(
    ("flight", "undock"),
    [
        ({}, 7),
        ({"undock": jan(9)}, 8),
        ({"undock": jan(10)}, 9),
        ({"undock": jan(11)}, None),
        ({"stays": True}, None),
        ({"undock": jan(9), "stays": True}, None),
    ],
)
def test_when_a_vehicle_leaves(flight: dict[str, Any], undock: int | None) -> None:
    voyage = course(plan({"Wren": flight})).voyages["Wren"]
    assert voyage.undock == undock
    assert [slot for slot in range(10) if voyage.is_here(slot)] == list(range(undock or 10))


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2029-12-31", [("north", -30, 7)]),
        (jan(1), [("north", -30, 0), ("west", 0, 7)]),
        (jan(7), [("north", -30, 6), ("west", 6, 7)]),
        (jan(8), [("north", -30, 7)]),
    ],
)
def test_a_relocation_within_the_stay_and_the_horizon(
    day: str, found: list[tuple[str, int, int]]
) -> None:
    moved = plan({"Wren": {"relocations": {day: "west"}}})
    assert stops(course(moved, WEST).voyages["Wren"]) == found


@pytest.mark.parametrize(("day", "ports"), [(5, 1), (6, 2)])
def test_nothing_relocates_in_the_slot_it_docks_in(day: int, ports: int) -> None:
    moved = {"port": "south", "relocations": {jan(day): "west"}}
    assert len(stops(finch(moved, WEST))) == ports


@pytest.mark.parametrize(
    ("launch", "wren", "port"),
    [(4, 8, "south"), (6, 8, "south"), (7, 8, "south"), (8, 8, "north"), (5, 6, "south")],
)
def test_a_port_left_open_is_the_first_that_is_free(launch: int, wren: int, port: str) -> None:
    """Finch docks a day after its launch; Wren is at the north port and leaves it in that slot, or
    before. Whoever had a place in Wren has one in Finch a slot after that.
    """
    told = plan({"Finch": {"launch": jan(launch)}, "Wren": {"undock": jan(wren)}})
    assert stops(course(told).voyages["Finch"])[0][0] == port


@pytest.mark.parametrize(
    ("closed", "port"),
    [
        ({"south": "2030-01-08.."}, "west"),
        ({"south": "..2030-01-04"}, "south"),
        ({"south": "2030-01-08..", "west": "2030-01-09.."}, "south"),
    ],
)
def test_a_port_left_open_is_not_one_that_closes(closed: dict[str, str], port: str) -> None:
    """Finch docks on 5 January and stays; where all that are free close, the first is chosen."""
    closures = {f"ports.{it}.closures": {"dust": {"during": when}} for it, when in closed.items()}
    found = course(AS_PLANNED, {**WEST, **closures}).voyages["Finch"]
    assert stops(found)[0][0] == port


@pytest.mark.parametrize(
    ("edits", "port"),
    [
        ({"station.turn_round": "2d"}, "south"),
        ({"station.turn_round": "1d"}, "north"),
        ({"station.turn_round": "2d", "ports.south.accepts": ["cone"]}, "north"),
        (
            {"station.turn_round": "2d", **DUST},
            "north",
        ),
    ],
)
def test_a_port_left_open_has_its_turn_round_if_another_is_free(
    edits: dict[str, Any], port: str
) -> None:
    """Wren leaves the north port on the 8th, Finch docks on the 9th; where the south port is no
    better, that is told of the north one.
    """
    told = plan({"Finch": {"launch": jan(8)}, "Wren": {"undock": jan(8)}})
    assert stops(course(told, edits).voyages["Finch"])[0][0] == port


def test_no_port_where_none_is_free_or_fits() -> None:
    assert stops(finch({}, {"ports.south.accepts": ["cone"]})) == [(None, 4, 10)]


def test_who_docks_first_has_the_first_port() -> None:
    """Robin docks in slot 2 and Finch in slot 4, whichever the file names first."""
    found = course(edits={**robin(2), **WEST}).voyages
    assert [stops(found[name])[0][0] for name in ("Robin", "Finch")] == ["south", "west"]


def robin(day: int) -> dict[str, Any]:
    """A third vehicle, launched on a day without a crew; it docks a day later."""
    empty = {"planned": jan(day), "modes": {"empty": {"windows": jan(day)}}}
    return {"vehicles.Robin": {**TINY["vehicles"]["Finch"], **empty}}


@pytest.mark.parametrize(("docks", "port"), [(8, "west"), (9, "west"), (10, "south")])
def test_a_port_that_a_plan_gives_to_a_later_vehicle_is_free_until_that_docks(
    docks: int, port: str
) -> None:
    """Finch is there up to the 9th, and may not be moved; both have seats."""
    flights = {"Finch": {"undock": jan(9)}, "Robin": {"port": "south"}}
    found = course(plan(flights), {**robin(docks - 1), **WEST}).voyages
    assert stops(found["Finch"]) == [(port, 4, 8)]
    assert stops(found["Robin"]) == [("south", docks - 1, 10)]


def test_a_port_that_a_plan_names_is_kept_though_one_before_it_is_free() -> None:
    assert stops(finch({"port": "west"}, WEST)) == [("west", 4, 10)]


def test_where_it_docks_may_be_left_open_and_where_it_is_moved_told() -> None:
    found = finch({"relocations": {jan(7): "west"}}, WEST)
    assert stops(found) == [("south", 4, 6), ("west", 6, 10)]


def journey(who: str, ride: dict[str, Any], flights: dict[str, Any] | None = None) -> Journey:
    return course(plan(flights, {who: ride})).journeys[who]


@pytest.mark.parametrize(("wren", "home"), [(5, None), (6, "Wren")])
def test_nobody_leaves_before_the_slot_after_they_came(wren: int, home: str | None) -> None:
    """Cleo comes on the 5th."""
    found = journey("Cleo", {"home": "Wren"}, {"Wren": {"undock": jan(wren)}})
    assert (found.home.ship.name if found.home else None) == home
    assert found.end == (10 if home is None else 5)


def test_who_stays_goes_home_on_nothing() -> None:
    assert journey("Ana", {"stays": True}).home is None
    assert journey("Ana", {"home": "Finch"}).home is None
    assert journey("Ana", {}, {"Wren": {"stays": True}}).home is None


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2029-12-31", [("Wren", 0, 7)]),
        (jan(1), [(None, 0, 7)]),
        (jan(7), [("Wren", 0, 6), (None, 6, 7)]),
        (jan(8), [("Wren", 0, 7)]),
    ],
)
def test_a_liner_is_moved_while_its_owner_is_aboard(
    day: str, found: list[tuple[str | None, int, int]]
) -> None:
    sittings = journey("Ana", {"seats": {day: "station"}}).sittings
    assert [(it.ship, it.first, it.end) for it in sittings] == found


def test_who_can_come_on_two_flights_comes_on_the_first_or_the_one_named() -> None:
    """Robin docks in slot 2, two slots before Finch."""
    crewed = {"crewed": {"windows": jan(2), "crew": ["Cleo"]}}
    sooner = {**TINY["vehicles"]["Finch"], "planned": jan(2), "modes": crewed}
    edits = {"vehicles.Robin": sooner, **WEST}
    assert course(edits=edits).journeys["Cleo"].first == 2
    assert course(plan(people={"Cleo": {"up": "Finch"}}), edits).journeys["Cleo"].first == 4
    assert "Cleo" not in course(plan({"Finch": {"cancelled": True}})).journeys


def test_nobody_comes_in_a_mode_that_does_not_carry_them() -> None:
    empty = {"vehicles.Finch.modes.empty": {"windows": jan(4)}}
    assert "Cleo" not in course(plan({"Finch": {"mode": "empty"}}), empty).journeys


@pytest.mark.parametrize(("day", "there"), [(4, 2), (5, 3), (7, 3), (8, 1), (10, 1)])
def test_who_is_aboard(day: int, there: int) -> None:
    assert len(list(course().aboard(day - 1))) == there


@pytest.mark.parametrize(
    ("leaves", "undock"),
    [
        ("2030-01", 5),
        (f"{jan(3)}..{jan(7)}", 5),
        (f"{jan(3)}..{jan(6)}", 5),
        (f"{jan(7)}..{jan(9)}", 6),
        (f"NET {jan(3)}", 5),
        (f"{jan(5)}..{jan(7)}", 5),
    ],
)
def test_a_departure_known_less_precisely_comes_after_the_docking(leaves: str, undock: int) -> None:
    """Finch docks in slot 4: it leaves on the first day that is planned, or in the slot after."""
    assert undocked({"vehicles.Finch.leaves": leaves}) == undock


@pytest.mark.parametrize(
    ("leaves", "undock"),
    [(jan(3), 2), (f"{jan(2)}..{jan(4)}", 3), (f"{jan(3)}..{jan(5)}", 4)],
)
def test_a_departure_that_is_planned_too_soon_is_not_put_off_beyond_what_is_planned(
    leaves: str, undock: int
) -> None:
    """It leaves on the last planned day, though it docks on the 5th: that is for rules to say."""
    assert undocked({"vehicles.Finch.leaves": leaves}) == undock


def undocked(edits: dict[str, Any]) -> int | None:
    voyage = finch({}, edits)
    assert voyage is not None
    return voyage.undock


@pytest.mark.parametrize(
    ("edits", "flight", "crew"),
    [
        ({}, {}, [0, 4, 7, 10]),
        ({}, {"launch": "2029-12-20"}, [0, 7, 10]),
        ({}, {"launch": "2029-12-20", "undock": "2029-12-30"}, [0, 7, 10]),
        ({"people.Cleo.home": "Finch"}, {"undock": jan(6)}, [0, 4, 5, 7, 10]),
    ],
)
def test_when_the_crew_changes(
    edits: dict[str, Any], flight: dict[str, Any], crew: list[int]
) -> None:
    """Whoever came before the horizon is there as it begins, unless they have left."""
    home = {"people.Cleo.home": "Finch"}
    assert course(plan({"Finch": flight}), {**home, **edits}).crew_changes() == crew


def test_nobody_is_planned_home_on_a_vehicle_that_takes_nobody() -> None:
    """Unless the plan itself says so, which is then for the audit to judge."""
    tug = {"family": "tug", "mechanism": "ring", "flight_up": "1d", "flight_down": "6h"}
    docked = {"type": "tug", "port": "west", "docked": "2029-12-02", "leaves": jan(9)}
    edits = {
        "vehicle_types.tug": tug,
        "vehicles.Tug": docked,
        "ports.west.accepts": ["ring"],
        "people.Ana.home": "Tug",
    }
    assert course(edits=edits).journeys["Ana"].home is None
    told = course(plan(people={"Ana": {"home": "Tug"}}), edits).journeys["Ana"]
    assert told.home is not None
    assert told.home.ship.name == "Tug"

"""Who has which place in one vehicle: as many as can be, in as good places as can be."""

from __future__ import annotations

from typing import Any

import pytest

from deciding import situation
from lifeboat.plans.sharing import Options, Shared, Sharer, shared_out, sharer
from lifeboat.situation.ship import QUALITIES, Places
from tiny import jan

SEAT: Options = {"seat": "nominal"}
EXTRA: Options = {"extra": "improvised"}
EITHER: Options = {**SEAT, **EXTRA}
HIT: Options = {"seat": "damaged"}
LOOSE: Options = {"seat": "improvised", "extra": "improvised"}
"""For somebody whom no place fits, where that is allowed: in a seat too it counts as improvised."""
LOOSE_SEAT: Options = {"seat": "improvised"}


def who(
    name: str, options: Options, homely: frozenset[str] = frozenset(), pins: tuple[str, ...] = ()
) -> Sharer:
    """Somebody in the vehicle; with homely places they leave in the next slot."""
    return Sharer(name, options, bool(homely), homely, frozenset(pins))


@pytest.mark.parametrize(
    ("places", "people", "placed"),
    [
        (Places(nominal=1), [], {}),
        (Places(nominal=1), [SEAT, SEAT], {"Ana": "nominal"}),
        (Places(nominal=2), [SEAT, SEAT], {"Ana": "nominal", "Boris": "nominal"}),
        (Places(damaged=1), [HIT, HIT], {"Ana": "damaged"}),
        (Places(damaged=2), [HIT, HIT], {"Ana": "damaged", "Boris": "damaged"}),
        (Places(nominal=1), [{}, SEAT], {"Boris": "nominal"}),
        (Places(nominal=2, improvised=1), [{}, EITHER], {"Boris": "nominal"}),
        (Places(nominal=1, improvised=1), [SEAT, SEAT], {"Ana": "nominal"}),
        (Places(nominal=1, improvised=1), [EXTRA, EXTRA], {"Ana": "improvised"}),
        (
            Places(nominal=1, improvised=1),
            [EITHER, EITHER, EITHER],
            {"Ana": "nominal", "Boris": "improvised"},
        ),
    ],
)
def test_each_has_a_place_of_a_kind_they_may_have_until_there_are_no_more(
    places: Places, people: list[Options], placed: Shared
) -> None:
    sharers = [who(name, it) for name, it in zip(("Ana", "Boris", "Cleo"), people, strict=False)]
    assert shared_out(places, sharers, leavers_first=True, pins_first=True) == placed


BOTH = Places(nominal=1, improvised=1)


@pytest.mark.parametrize(
    ("ana", "boris", "placed"),
    [
        (EITHER, SEAT, {"Ana": "improvised", "Boris": "nominal"}),
        (EITHER, EXTRA, {"Ana": "nominal", "Boris": "improvised"}),
        (LOOSE, EITHER, {"Ana": "improvised", "Boris": "nominal"}),
        (EITHER, LOOSE_SEAT, {"Ana": "improvised", "Boris": "improvised"}),
    ],
)
def test_a_seat_goes_to_who_can_have_no_other_place_and_then_to_whom_it_fits(
    ana: Options, boris: Options, placed: Shared
) -> None:
    """Ana is served first, and still has the extra place where that seats both, or seats one of
    them better.
    """
    people = [who("Ana", ana), who("Boris", boris)]
    assert shared_out(BOTH, people, leavers_first=True, pins_first=True) == placed


def test_whom_a_seat_fits_has_it_before_somebody_whom_it_does_not_fit() -> None:
    people = [who("Ana", LOOSE_SEAT), who("Boris", SEAT)]
    one = shared_out(Places(nominal=1), people, leavers_first=True, pins_first=True)
    assert one == {"Boris": "nominal"}


SEATS_ONLY, ALL = frozenset({"nominal"}), frozenset(QUALITIES)


@pytest.mark.parametrize(
    ("leavers_first", "homely", "placed"),
    [
        (True, SEATS_ONLY, {"Ana": "nominal"}),
        (True, ALL, {"Ana": "improvised", "Boris": "nominal"}),
        (False, SEATS_ONLY, {"Ana": "improvised", "Boris": "nominal"}),
    ],
)
def test_who_leaves_next_has_a_place_to_ride_home_in(
    leavers_first: bool, homely: frozenset[str], placed: Shared
) -> None:
    """Boris, who stays, fits the seat only; Ana, who leaves, would fit the extra place too."""
    people = [who("Ana", EITHER, homely), who("Boris", SEAT)]
    assert shared_out(BOTH, people, leavers_first, pins_first=True) == placed


def test_who_cannot_ride_home_in_any_place_has_one_all_the_same_until_they_leave() -> None:
    ana = who("Ana", EXTRA, SEATS_ONLY)
    placed = shared_out(BOTH, [ana], leavers_first=True, pins_first=True)
    assert placed == {"Ana": "improvised"}
    assert not ana.rides_well(placed)


@pytest.mark.parametrize(
    ("leavers_first", "pins_first", "seated"),
    [(True, True, "Boris"), (False, True, "Cleo"), (True, False, "Boris"), (False, False, "Ana")],
)
def test_of_one_seat_who_leaves_next_comes_first_and_then_who_is_pinned_to_it(
    leavers_first: bool, pins_first: bool, seated: str
) -> None:
    people = [who("Ana", SEAT), who("Boris", SEAT, SEATS_ONLY), who("Cleo", SEAT, pins=("held",))]
    placed = shared_out(Places(nominal=1), people, leavers_first, pins_first)
    assert placed == {seated: "nominal"}


def test_who_leaves_rides_well_from_a_place_to_ride_home_in() -> None:
    ana, boris = who("Ana", EITHER, SEATS_ONLY), who("Boris", EITHER)
    placed: Shared = {"Ana": "nominal", "Boris": "nominal"}
    assert ana.rides_well(placed)
    assert not ana.rides_well({"Ana": "improvised"})
    assert not ana.rides_well({})
    assert not boris.rides_well(placed)


def told(
    edits: dict[str, Any],
    slot: int,
    any_fit: bool,
    ship: str = "Wren",
    leaves: bool = False,
) -> Sharer:
    """What Ana may have in a vehicle of the tiny station in a slot."""
    asked = situation(edits)
    ana, vehicle = asked.members["Ana"], asked.ships[ship]
    return sharer(ana, vehicle, slot, any_fit=any_fit, leaves=leaves, pins=["held"])


NO_LINER: dict[str, Any] = {"people.Ana.gear": ["suit"]}
WITH_EXTRA: dict[str, Any] = {
    "vehicle_types.boat.improvised": 1,
    "vehicle_types.boat.improvised_needs": ["suit"],
}
NO_SEATS: dict[str, Any] = {"vehicle_types.boat.seats": 0}


def found(state: str, day: int = 1, **more: object) -> dict[str, Any]:
    """Wren is found in a state on a day."""
    return {"vehicles.Wren.conditions": {jan(day): {"state": state, **more}}}


@pytest.mark.parametrize(
    ("edits", "strictly", "loosely"),
    [
        ({}, SEAT, SEAT),
        (NO_LINER, {}, LOOSE_SEAT),
        (found("emergency-only"), HIT, HIT),
        ({**NO_LINER, **found("emergency-only")}, {}, HIT),
        (found("unusable"), {}, {}),
        (WITH_EXTRA, SEAT, EITHER),
        ({**WITH_EXTRA, **NO_LINER}, EXTRA, LOOSE),
        ({**WITH_EXTRA, "people.Ana.gear": ["liner", "suit"]}, EITHER, EITHER),
        ({**WITH_EXTRA, **NO_LINER, **NO_SEATS}, EXTRA, EXTRA),
        ({**WITH_EXTRA, **NO_LINER, **found("unusable")}, {}, {}),
    ],
)
def test_a_place_is_for_whom_it_fits_or_counts_as_improvised_or_damaged(
    edits: dict[str, Any], strictly: Options, loosely: Options
) -> None:
    assert told(edits, slot=0, any_fit=False).options == strictly
    assert told(edits, slot=0, any_fit=True).options == loosely


@pytest.mark.parametrize(
    ("slot", "strictly", "loosely"), [(5, {}, LOOSE), (6, EITHER, EITHER), (7, EITHER, EITHER)]
)
def test_nothing_fits_in_a_vehicle_that_is_not_ready_for_a_liner(
    slot: int, strictly: Options, loosely: Options
) -> None:
    """Finch docks on the 5th and can receive liners from the 7th on, which is slot 6."""
    edits = {**WITH_EXTRA, "people.Ana.gear": ["liner", "suit"]}
    edits["vehicles.Finch.reseat_from"] = jan(7)
    assert told(edits, slot, False, "Finch").options == strictly
    assert told(edits, slot, True, "Finch").options == loosely


def test_a_vehicle_is_ready_at_once_for_whoever_came_in_it() -> None:
    asked = situation({"vehicles.Finch.reseat_from": jan(7)})
    cleo = sharer(asked.members["Cleo"], asked.ships["Finch"], 4, False, False, [])
    assert cleo.options == SEAT


TO_EXTRA_HOME: dict[str, Any] = {
    "vehicles.Wren.improvised": {"places": 1, "ride_home": True, "needs": ["suit"]}
}


@pytest.mark.parametrize(
    ("edits", "strictly", "loosely"),
    [
        ({}, {"nominal"}, {"nominal"}),
        (TO_EXTRA_HOME, {"nominal", "improvised"}, {"nominal", "improvised"}),
        ({**TO_EXTRA_HOME, **NO_LINER}, {"nominal", "improvised"}, {"nominal", "improvised"}),
        (found("emergency-only", 7, ride_home=True), {"damaged"}, {"damaged"}),
        (found("emergency-only", 8), set(), set()),
        (found("emergency-only", 8, ride_home=True), ALL, ALL),
        ({**found("emergency-only", 8, ride_home=True), **NO_LINER}, set(), ALL),
        (found("emergency-only", 9), {"nominal"}, {"nominal"}),
        ({**found("emergency-only", 9), **NO_LINER}, {"nominal"}, {"nominal"}),
    ],
)
def test_from_which_places_who_leaves_may_ride_home(
    edits: dict[str, Any], strictly: set[str], loosely: set[str]
) -> None:
    """Ana leaves on the 8th from where she sits on the 7th, slot 6. A vehicle that is hit on the
    8th takes home whom its damaged places fit, wherever they sat in it before.
    """
    for any_fit, homely in ((False, strictly), (True, loosely)):
        assert told(edits, 6, any_fit, leaves=True).homely == homely
        assert told(edits, 6, any_fit, leaves=False).homely == frozenset()


def test_whoever_shares_is_known_by_name_and_by_their_pins() -> None:
    ana = told({}, slot=0, any_fit=False)
    assert (ana.name, ana.pins, ana.leaves) == ("Ana", frozenset({"held"}), False)

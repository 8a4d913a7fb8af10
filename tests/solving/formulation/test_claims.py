"""Who may have which place, what it counts as, and which vehicles' places are told apart."""

from __future__ import annotations

from typing import Any

from deciding import decisions
from lifeboat.solving.formulation.claims import Claims, claims_on_places
from tiny import TINY, jan

RAFT = {**TINY["vehicle_types"]["boat"], "needs": ["raft-liner"], "improvised_needs": ["suit"]}
FINCH_IS_A_RAFT = {"vehicle_types.raft": RAFT, "vehicles.Finch.type": "raft"}
"""Cleo, who comes in it, has a raft-liner, Ana and Boris a liner."""


def claims(edits: dict[str, Any] | None = None) -> Claims:
    decide = decisions(edits)
    return claims_on_places(decide.situation, decide.people)


def groups(found: Claims) -> list[list[str]]:
    """The names of those who claim the same places."""
    return [
        [member.name for party in them.parties for member in party.members]
        for them in found.claimants
    ]


def pools(found: Claims, quality: str, slot: int) -> list[tuple[str | None, list[str]]]:
    named = found.pools(quality, slot)
    return [(alone, [ship.name for ship in ships]) for alone, ships in named]


def what(found: Claims, ship: str, quality: str, slot: int) -> list[str | None]:
    """What a place counts as for each of the claimants."""
    vehicle = next(it for it in found.ships if it.name == ship)
    kinds = range(len(found.claimants))
    return [found.counts_as(kind, vehicle, quality, slot) for kind in kinds]


def test_where_every_seat_fits_everybody_there_is_one_pool() -> None:
    """Cleo comes another way than Ana and Boris, but claims the same places."""
    found = claims()
    assert groups(found) == [["Ana", "Boris", "Cleo"]]
    assert pools(found, "nominal", 5) == [(None, ["Wren", "Finch"])]
    assert pools(found, "damaged", 5) == []


def test_a_seat_that_does_not_fit_is_no_place_or_an_improvised_one() -> None:
    found = claims(FINCH_IS_A_RAFT)
    assert groups(found) == [["Ana", "Boris"], ["Cleo"]]
    assert pools(found, "nominal", 5) == [(None, ["Wren"]), (None, ["Finch"])]
    assert what(found, "Finch", "nominal", 5) == [None, "nominal"]
    loose = claims({**FINCH_IS_A_RAFT, "rules.seat-fits-its-person": "should"})
    assert what(loose, "Finch", "nominal", 5) == ["improvised", "nominal"]
    assert what(loose, "Finch", "damaged", 5) == ["damaged", "damaged"]
    assert loose.alone == {"Wren", "Finch"}


def test_an_improvised_place_asks_for_what_it_needs_itself() -> None:
    improvised = {**FINCH_IS_A_RAFT, "vehicles.Finch.improvised": {"places": 1}}
    found = claims({**improvised, "people.Ana.gear": ["liner", "suit"]})
    assert groups(found) == [["Ana"], ["Boris"], ["Cleo"]]
    assert what(found, "Finch", "improvised", 5) == ["improvised", None, None]


def test_only_those_who_own_a_seat_sit_in_a_vehicle_that_is_not_ready() -> None:
    """Finch can receive liners from 7 January, slot 6, on; Cleo comes in it."""
    found = claims({"vehicles.Finch.reseat_from": jan(7)})
    assert groups(found) == [["Ana", "Boris"], ["Cleo"]]
    assert what(found, "Finch", "nominal", 5) == [None, "nominal"]
    assert what(found, "Finch", "nominal", 6) == ["nominal", "nominal"]
    assert what(found, "Wren", "nominal", 5) == ["nominal", "nominal"]
    assert found.alone == {"Wren", "Finch"}


def test_a_vehicle_is_told_apart_where_it_matters_who_sits_in_it() -> None:
    assert claims().alone == set()
    both_liners = {**FINCH_IS_A_RAFT, "people.Cleo.gear": ["liner", "raft-liner"]}
    assert claims(both_liners).alone == {"Wren"}
    homely = {"vehicles.Finch.improvised": {"places": 1, "ride_home": True}}
    assert claims(homely).alone == {"Finch"}
    damaged = {"state": "emergency-only", "ride_home": True}
    assert claims({f"vehicles.Wren.conditions.{jan(3)}": damaged}).alone == {"Wren"}


def test_whom_a_pin_seats_claims_alone_and_so_does_what_may_take_them_home() -> None:
    pin = {"pins": {"there": {"person": "Ana", "seat": "Wren", "during": jan(2)}}}
    found = claims(pin)
    assert groups(found) == [["Ana"], ["Boris", "Cleo"]]
    assert found.pinned == {"Ana"}
    assert found.alone == {"Wren", "Finch"}
    # Cleo fits into Finch alone, of which nobody else claims a place.
    for where, alone in (("station", {"Finch"}), ("Wren", {"Wren", "Finch"})):
        cleo = {"pins": {"there": {"person": "Cleo", "liner": where, "during": jan(2)}}}
        assert claims({**FINCH_IS_A_RAFT, **cleo}).alone == alone
    # A pin about anything else names her, but says nothing of places.
    home = claims({"pins": {"home": {"person": "Ana", "home": "Wren"}}})
    assert home.pinned == home.alone == set()


def test_a_vehicle_without_places_counts_only_where_a_pin_names_it() -> None:
    barge = {"vehicle_types.barge": {**TINY["vehicle_types"]["boat"], "seats": 0}}
    tern = {**barge, "vehicles.Tern": {"type": "barge", "port": "south", "docked": "2029-12-20"}}
    assert [ship.name for ship in claims(tern).ships] == ["Wren", "Finch"]
    unusable = {f"vehicles.Wren.conditions.{jan(3)}": {"state": "unusable"}}
    assert [ship.name for ship in claims({**tern, **unusable}).ships] == ["Wren", "Finch"]
    pin = {"pins": {"there": {"person": "Ana", "liner": "Tern", "during": jan(2)}}}
    assert [ship.name for ship in claims({**tern, **pin}).ships] == ["Wren", "Finch", "Tern"]

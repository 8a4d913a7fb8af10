"""Who sits where in a stretch of time, and what a place of each quality has cost so far."""

from __future__ import annotations

from deciding import between
from lifeboat.curves import total_of
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.formulation.seats_held import SeatsHeld


def test_those_in_a_vehicle_are_counted_whatever_their_places_are() -> None:
    builder, held = ModelBuilder(), SeatsHeld(((0, 4), (4, 10)))
    seats = [
        (0, "Wren", "nominal", 0),
        (0, "Wren", "improvised", 0),
        # Other people, another vehicle and another stretch.
        (1, "Wren", "nominal", 0),
        (0, "Finch", "nominal", 0),
        (0, "Wren", "nominal", 4),
    ]
    for seat in seats:
        held.flows[seat] = builder.number(2, " ".join(map(str, seat)))
    # One in the first, two in the second, one in each of the others.
    kept = [(held.flows[seat], 2 if seat[2] == "improvised" else 1) for seat in seats]
    assert between(builder, held.seated(0, "Wren", 0), kept) == (3, 3)
    assert between(builder, held.seated(0, "Wren", 4), kept) == (1, 1)
    assert between(builder, held.seated(1, "Finch", 0), kept) == (0, 0)


def test_a_place_costs_a_person_slot_for_everybody_in_every_slot_of_a_stretch() -> None:
    builder, held = ModelBuilder(), SeatsHeld(((0, 4), (4, 10)))
    two, one = builder.number(2, "two"), builder.number(2, "one")
    for people, stretch in ((two, (0, 4)), (one, (4, 10))):
        held.spend("damaged", people, stretch)
    held.spend("none", one, (4, 10))
    kept = [(two, 2), (one, 1)]
    for quality, cost in (("damaged", 2 * 4 + 6), ("none", 6), ("improvised", 0)):
        assert between(builder, total_of(held.spent[quality]), kept) == (cost, cost)

"""When vehicles are launched, dock and undock: in that order, and in one mode at most."""

from __future__ import annotations

from typing import Any

from deciding import between, happens, on_dates, situation
from lifeboat.curves import Sum
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.formulation.cells import Candidates, collect
from lifeboat.solving.formulation.flights import FlightVariables, post_flights
from tiny import TINY

BARGE = {**TINY["vehicle_types"]["boat"], "seats": 0, "prepare_departure": "3d"}
WINDOW = TINY["vehicles"]["Finch"]["modes"]["crewed"]["windows"]
MODES = {
    "crewed": {"windows": WINDOW, "crew": ["Cleo"]},
    "fast": {"windows": WINDOW, "flight_up": "0d"},
}


def flights(
    edits: dict[str, Any] | None = None, grid: Candidates | None = None
) -> tuple[Situation, FlightVariables]:
    """Flights alone, every slot a date unless a grid is given."""
    asked = situation(edits)
    every = collect(asked).every_slot()
    return asked, post_flights(asked, ModelBuilder(), every if grid is None else grid)


def test_a_vehicle_docks_after_its_flight_and_leaves_a_slot_later_at_the_earliest() -> None:
    """On a flight of two days Finch is launched in slots 1 to 7, to dock within the horizon."""
    asked, them = flights({"vehicle_types.boat.flight_up": "2d"})
    finch, launched = asked.ships["Finch"], them.launches["Finch", "crewed"]
    assert [cell.first for cell in launched.cells] == [*range(1, 8)]
    for launch in range(1, 8):
        kept = happens(launched, launch)
        for slot in range(10):
            docked, gone = them.docked(finch).at(slot), them.gone(finch).at(slot)
            assert between(them.builder, docked, kept) == (int(slot >= launch + 2),) * 2
            assert between(them.builder, gone, kept) == (0, int(slot >= launch + 3))


def test_a_vehicle_that_is_not_launched_neither_docks_nor_leaves() -> None:
    asked, them = flights()
    finch, kept = asked.ships["Finch"], happens(them.launches["Finch", "crewed"], None)
    for never in (them.flies(finch), them.docked(finch).at(9), them.gone(finch).at(9)):
        assert between(them.builder, never, kept) == (0, 0)
        assert between(them.builder, never) == (0, 1)


def test_a_vehicle_comes_in_one_mode_at_most() -> None:
    asked, them = flights({"vehicles.Finch.modes": MODES})
    finch = asked.ships["Finch"]
    assert between(them.builder, them.flies(finch)) == (0, 1)
    fast = happens(them.launches["Finch", "fast"], 4)
    for mode, expected in (("crewed", (0, 0)), ("fast", (1, 1))):
        assert between(them.builder, them.flies(finch, finch.way(mode)), fast) == expected
    assert between(them.builder, them.launched(finch).at(4), fast) == (1, 1)
    # In the fast mode it docks in the slot it is launched in.
    assert between(them.builder, them.docked(finch).at(4), fast) == (1, 1)
    assert between(them.builder, them.docked(finch).at(3), fast) == (0, 0)


def test_a_docked_vehicle_was_launched_and_has_docked_when_it_did() -> None:
    asked, them = flights()
    wren = asked.ships["Wren"]
    assert between(them.builder, them.flies(wren)) == (1, 1)
    for curve, since in ((them.launched(wren), -31), (them.docked(wren), -30)):
        assert between(them.builder, curve.at(since)) == (1, 1)
        assert between(them.builder, curve.at(since - 1)) == (0, 0)


def test_a_cargo_ship_that_leaves_freely_is_gone_as_soon_as_it_can_be() -> None:
    """Tern is docked, and takes three days to prepare; Gull comes, and is ready the day after."""
    tern = {"type": "barge", "port": "south", "docked": "2029-12-20"}
    gull = {"type": "barge", "modes": {"cargo": {"windows": "2030-01-02.."}}}
    barges = {"vehicle_types.barge": BARGE, "vehicles.Tern": tern, "vehicles.Gull": gull}
    asked, them = flights(barges)
    assert them.free == {"Tern", "Gull"}
    assert them.free.isdisjoint(them.undocks)
    tern_gone, gull_gone = (them.gone(asked.ships[name]) for name in ("Tern", "Gull"))
    for slot, expected in ((2, 0), (3, 1)):
        assert between(them.builder, tern_gone.at(slot)) == (expected, expected)
    # One that has docked in slot 0, and needs no preparing, is there in that slot.
    at_once = {"vehicle_types.barge.prepare_departure": "0d", "vehicles.Tern.docked": "2030-01-01"}
    asked, others = flights({**barges, **at_once})
    for slot, expected in ((0, 0), (1, 1)):
        gone = others.gone(asked.ships["Tern"]).at(slot)
        assert between(others.builder, gone) == (expected, expected)
    # Launched in slot 3, docked in slot 4, gone in slot 5; or never there.
    launched = them.launches["Gull", "cargo"]
    for launch, slot, expected in ((3, 4, 0), (3, 5, 1), (None, 9, 0)):
        kept = happens(launched, launch)
        assert between(them.builder, gull_gone.at(slot), kept) == (expected, expected)


def test_launches_are_told_apart_where_their_dockings_are() -> None:
    """Docking in slots 4 and 9, a day after the launch, within the window from slot 1 to 8."""
    asked, them = flights(grid=on_dates([4, 9], []))
    finch = asked.ships["Finch"]
    assert them.cells(finch, finch.ways[0]) == [(1, 2), (3, 3), (4, 7), (8, 8)]


def test_a_vehicle_may_come_and_leave_within_the_same_gap() -> None:
    """All of Finch's dates are in two gaps: what it really does then is forbidden by neither."""
    asked, them = flights(grid=on_dates([], []))
    finch = asked.ships["Finch"]
    launched, gone = them.launches["Finch", "crewed"], them.undocks["Finch"]
    assert (len(launched.cells), len(gone.cells)) == (1, 1)
    kept = [*happens(launched, 2), *happens(gone, 4)]
    assert between(them.builder, Sum(), kept) == (0, 0)
    # In slot 3 it may have docked and have left, or not; before and after the gaps all is known.
    for curve in (them.docked(finch), them.gone(finch)):
        for slot, expected in ((1, (0, 0)), (3, (0, 1)), (9, (1, 1))):
            assert between(them.builder, curve.at(slot), kept) == expected
